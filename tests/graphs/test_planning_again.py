"""Planning again: only what an edit reached is worked out, and the plan is the one a fresh look would give."""

from __future__ import annotations

import random

import pytest

import graphs
import presets
from graphs.block_edits import Inside
from graphs.edits import ChangeNode, Connect, Disconnect, Edit, SetParameter
from graphs.meaning import Plan
from graphs.network import Network, NetworkError


def _said(plan: Plan) -> object:
    """What a plan says, with the plans inside it."""
    steps = [
        (step.node, step.name, step.inputs, step.outputs, step.cost, step.share, step.frozen, step.carried,
         [(copy.path, _said(copy.body)) for copy in step.copies])
        for step in plan.steps
    ]  # fmt: skip
    return steps, [(fault.node, str(fault.message)) for fault in plan.faults], plan.waiting, plan.specs


def test_an_edit_leaves_the_steps_before_it_and_beside_it_alone() -> None:
    project = presets.build("googlenet")
    network, before = project.network, graphs.plan(project.network)
    edited = next(node for node in network if node.type == "Dropout")
    project.apply(SetParameter(edited.id, "p", 0.11))
    after = graphs.plan(network)
    assert {step.node for step in after.steps if step is not before.by_node[step.node]} == {edited.id}


def test_an_edit_inside_a_block_reaches_that_node_and_what_places_the_block() -> None:
    project = presets.build("resnet18")
    network, before = project.network, graphs.plan(project.network)
    name, block = next(
        (name, block) for name, block in network.blocks.items() if any(n.type == "Conv2d" for n in block)
    )
    edited = next(node for node in block if node.type.startswith("BatchNorm"))
    project.apply(Inside(name, SetParameter(edited.id, "momentum", 0.25)))
    after = graphs.plan(network)
    fresh = {step.node for step in after.steps if step is not before.by_node[step.node]}
    reached = {
        n.id
        for n in network
        if n.type == name or (n.type in network.blocks and network.block_of(n.id).contains_block(name))
    }
    assert fresh == reached
    known, again = (
        {(step.node, id(step)) for body in _bodies(plan, block, network) for step in body.steps}
        for plan in (before, after)
    )
    assert {node for node, _ in again - known} == {edited.id}


def _bodies(plan: Plan, block: Network, network: Network) -> list[Plan]:
    """The plans of every copy of a block, wherever it is placed."""
    found = []
    for step in plan.steps:
        inside = network.block_of(step.node)
        for copy in step.copies if inside is not None else ():
            found += [copy.body] if inside is block else _bodies(copy.body, block, inside)
    return found


def test_a_value_taken_back_finds_the_steps_it_had() -> None:
    project = presets.build("lenet5")
    network = project.network
    first = network.node("C1").id
    before = graphs.plan(network)
    project.apply(SetParameter(network.node("image").id, "shape", (1, 36, 36)))
    assert graphs.plan(network).steps != before.steps
    project.apply(SetParameter(network.node("image").id, "shape", (1, 32, 32)))
    assert graphs.plan(network).by_node[first] is before.by_node[first]


def test_a_port_renamed_inside_a_block_is_another_port_outside() -> None:
    project = presets.build("resnet18")
    network = project.network
    placed = next(node for node in network if node.type in network.blocks)
    graphs.plan(network)
    entrance = next(node for node in network.blocks[placed.type] if node.type == "Input")
    project.apply(Inside(placed.type, ChangeNode(entrance.id, name="renamed")))
    assert [port.name for port in network.input_ports(placed.id)] == ["renamed"]
    assert any(fault.port == "renamed" for fault in graphs.plan(network).faults)


@pytest.mark.parametrize("name", ["resnet18", "lenet5", "googlenet"])
def test_after_any_edits_the_plan_is_what_a_copy_would_have(name: str) -> None:
    chance = random.Random(name)
    project = presets.build(name)
    network = project.network
    for _ in range(40):
        inside = chance.choice([None, *network.blocks])
        where = network if inside is None else network.blocks[inside]
        node = chance.choice(where.nodes)
        edits: list[Edit] = [
            ChangeNode(node.id, mode=chance.choice(("works", "works", "muted", "bypassed"))),
            ChangeNode(node.id, frozen=chance.random() < 0.5),
            ChangeNode(node.id, name=where.free_name(f"n{chance.randrange(100)}")),
        ]
        for parameter in ("kernel_size", "out_channels", "p", "stride", "out_features", "channels"):
            if parameter in node.parameters:
                edits.append(SetParameter(node.id, parameter, chance.randrange(1, 5)))
        wires = where.wires
        if wires:
            wire = chance.choice(wires)
            edits.append(Disconnect(wire))
        edit = chance.choice(edits)
        try:
            inverse = project.apply(edit if inside is None else Inside(inside, edit))
        except NetworkError:
            continue
        assert _said(graphs.plan(network)) == _said(graphs.plan(network.copy()))
        if chance.random() < 0.6:
            project.apply(inverse)
            assert _said(graphs.plan(network)) == _said(graphs.plan(network.copy()))


def test_a_wire_put_back_gives_the_plan_it_gave() -> None:
    project = presets.build("lenet5")
    network = project.network
    before, wire = _said(graphs.plan(network)), network.wires[3]
    project.apply(Disconnect(wire))
    assert graphs.plan(network).waiting
    project.apply(Connect(wire))
    assert _said(graphs.plan(network)) == before
