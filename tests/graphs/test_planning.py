"""The plan: shapes and costs without torch, and after an edit only what the edit reached is worked out again."""

from __future__ import annotations

import graphs
import presets
from graphs import outcome
from graphs.edits import MoveNodes, SetParameter


def test_lenet_has_the_shapes_of_its_paper() -> None:
    network = presets.build("lenet5").network
    summary = graphs.summary(network)
    shapes = {name: str(node.output) for name, node in summary.nodes.items()}
    assert [shapes[n] for n in ("C1", "S2", "C3", "S4", "C5", "F6", "output")] == [
        "6×28×28", "6×14×14", "16×10×10", "16×5×5", "120×1×1", "84", "10",
    ]  # fmt: skip


def test_lenet_costs_what_people_counted() -> None:
    summary = graphs.summary(presets.build("lenet5").network)
    assert summary.parameters == summary.trainable == 61_706
    assert summary.multiply_adds == 416_520
    assert {n: summary.nodes[n].parameters for n in ("C1", "C3", "C5", "F6", "output")} == {
        "C1": 156, "C3": 2_416, "C5": 48_120, "F6": 10_164, "output": 850,
    }  # fmt: skip


def test_frozen_weights_are_counted_apart() -> None:
    project = presets.build("lenet5")
    from graphs.edits import ChangeNode

    project.apply(ChangeNode(project.network.node("C5").id, frozen=True))
    summary = graphs.summary(project.network)
    assert (summary.parameters, summary.trainable) == (61_706, 61_706 - 48_120)


def test_an_edit_works_out_only_what_it_reaches() -> None:
    project = presets.build("lenet5")
    graphs.plan(project.network)
    before = outcome.work_out.cache_info().misses
    project.apply(SetParameter(project.network.node("F6").id, "out_features", 85))
    graphs.plan(project.network)
    reached = {"F6", "tanh6", "output", "logits", "loss", "accuracy"}
    assert outcome.work_out.cache_info().misses - before <= len(reached)


def test_moving_a_node_keeps_the_plan() -> None:
    project = presets.build("lenet5")
    plan = graphs.plan(project.network)
    project.apply(MoveNodes(((1, (500.0, 500.0)),)))
    assert graphs.plan(project.network) is plan


def test_everything_behind_a_fault_waits() -> None:
    project = presets.build("lenet5")
    network = project.network
    project.apply(SetParameter(network.node("C1").id, "kernel_size", 7))
    plan = graphs.plan(network)
    assert [network.node(f.node).name for f in plan.faults] == ["C5"]
    assert {network.node(n).name for n in plan.waiting} >= {"tanh5", "F6", "output", "loss"}


def test_the_networks_parameters_reach_the_layers() -> None:
    from graphs.edits import SetNetworkParameter

    project = presets.build("lenet5")
    project.apply(SetNetworkParameter("classes", 3))
    assert str(graphs.summary(project.network).nodes["output"].output) == "3"


def test_a_change_can_be_tried_without_making_it() -> None:
    from dataclasses import replace

    network = presets.build("lenet5").network
    c1 = network.node("C1")
    tried = graphs.planning.plan(network, {c1.id: replace(c1, parameters={**c1.parameters, "out_channels": 8})})
    assert tried.by_node[c1.id].outputs["y"].channels == 8
    assert graphs.plan(network).by_node[c1.id].outputs["y"].channels == 6


def test_a_parameter_out_of_bounds_is_a_fault_at_its_field() -> None:
    project = presets.build("lenet5")
    project.apply(SetParameter(project.network.node("C1").id, "kernel_size", 0))
    (fault,) = graphs.plan(project.network).faults
    assert (fault.parameter, "kernel_size" in str(fault.message)) == ("kernel_size", True)
