"""What a drawing with scans means before anything runs: shapes, costs, faults in words and what mends them."""

from __future__ import annotations

from dataclasses import replace

import pytest
import torch

import graphs
from graphs.block_edits import dissolve_block, make_block
from graphs.document import from_snapshot, snapshot
from graphs.drawn_cells import draw_cell
from graphs.edits import SetParameter
from graphs.network import Network, NetworkError, Scan, Wire
from graphs.project import Project
from graphs.scan_edits import SetScan
from graphs.tensors import Kind, TensorSpec
from tests.graphs.scans import summed, summing, translator


def only(network: Network) -> graphs.Diagnostic:
    """The one thing that is wrong."""
    (found,) = graphs.diagnose(network)
    return found


def mended(network: Network) -> Network:
    """The network after the first fix of its only problem, which takes it away without a trace when undone."""
    project = Project(network)
    before = snapshot(project)
    edit = only(network).fixes[0].edit
    back = project.apply(edit)
    after = snapshot(project)
    again = project.apply(back)
    assert snapshot(project) == before
    project.apply(again)
    assert snapshot(project) == after != before
    return project.network


def test_outputs_stand_over_time_and_states_stand_alone() -> None:
    step = graphs.plan(translator()).by_node[translator().node("decoder").id]
    assert {port: (spec.kind, spec.dims) for port, spec in step.outputs.items()} == {
        "logits": (Kind.SEQUENCE, (6, 7)),
        "token": (Kind.TOKENS, (6,)),
        "alignment": (Kind.TENSOR, (6, 5)),
        "s": (Kind.FEATURES, (4,)),
        "own": (Kind.INDEX, ()),
    }
    assert step.layer.family == "Scan"


def test_a_length_that_is_not_known_stays_a_symbol() -> None:
    from graphs.scanning import one_step, over_time

    sequence = TensorSpec.of(Kind.SEQUENCE, "T", 3)
    assert one_step(sequence) == TensorSpec.of(Kind.FEATURES, 3)
    assert over_time(one_step(sequence), "T") == sequence


@pytest.mark.parametrize(
    "spec",
    [
        TensorSpec.of(Kind.SEQUENCE, 5, 3),
        TensorSpec.of(Kind.TOKENS, 5),
        TensorSpec.of(Kind.VOLUME, 3, 5, 4, 4),
        TensorSpec.of(Kind.MASK, 5, 2),
        TensorSpec.of(Kind.TENSOR, 5, 3, 4, 2, 2),
    ],
)
def test_all_steps_together_are_what_was_taken_apart(spec: TensorSpec) -> None:
    from graphs.scanning import one_step, over_time

    assert over_time(one_step(spec), 5) == spec


def test_costs_count_every_step_and_weights_once() -> None:
    network = Network()
    draw_cell(network, "LSTM", "Cell", hidden=4)
    x = network.add("Input", name="x", field="x", shape=(7, 3))
    network.add("Output", network.add("Cell", x, name="drawn", scan=Scan()), name="y")
    network.add("Output", network.add("LSTM", x, name="fused", hidden_size=4), name="z")
    nodes = graphs.summary(network).nodes
    assert nodes["drawn"].parameters == nodes["fused"].parameters
    assert nodes["drawn"].multiply_adds == nodes["fused"].multiply_adds


def test_a_learned_start_is_counted() -> None:
    network = Network()
    draw_cell(network, "GRU", "Cell", hidden=4, initial="learned")
    x = network.add("Input", name="x", field="x", shape=(7, 3))
    network.add("Output", network.add("Cell", x, name="drawn", scan=Scan()), name="y")
    counted = graphs.summary(network)
    assert counted.parameters == sum(p.numel() for p in graphs.compile(network).parameters())
    assert counted.nodes["drawn.h"].parameters == 4


def test_a_block_with_a_state_has_to_run_over_time() -> None:
    network = summed()
    node = network.node("sum")
    network.put_node(replace(node, scan=None))
    assert "total" in only(network).text and "once per time step" in only(network).text
    assert graphs.diagnose(mended(network)) == []


def test_a_state_outside_a_block_says_where_it_belongs() -> None:
    network = Network()
    h = network.add("State", name="h", shape=(4,))
    network.carry(network.add("Linear", h, name="fc", out_features=4), to=h)
    assert "block" in only(network).text


def test_a_state_without_a_next_value_says_so() -> None:
    network = summed()
    block = network.blocks["Adder"]
    (wire,) = block.wires_into(block.node("total").id)
    block.drop_wire(wire)
    assert "total has no next value" in only(network).text
    assert only(network).node == network.node("sum").id


def test_what_comes_back_in_another_shape_can_be_what_the_state_holds() -> None:
    network = Network()
    block = network.define("Cell")
    h = block.add("State", name="h", shape=(3,))
    both = block.add("Concat", block.add("Input", name="x"), h, name="both", dim=0)
    new = block.add("Linear", both, name="new", out_features=5)
    block.carry(new, to=h)
    block.add("Output", new, name="y")
    x = network.add("Input", name="x", field="x", shape=(4, 2))
    network.add("Output", network.add("Cell", x, name="cell", scan=Scan()), name="y")
    assert "hands on what it holds: 3" in only(network).text
    assert graphs.diagnose(mended(network)) == []
    assert network.blocks["Cell"].node("h").parameters["shape"] == [5]


def test_something_without_time_can_be_given_whole_to_every_step() -> None:
    network = Network()
    block = network.define("Shifted")
    s = block.add("State", name="s", shape=(2,))
    moved = block.add("Add", block.add("Input", name="x"), block.add("Input", name="by"), name="moved")
    new = block.add("Add", moved, s, name="new")
    block.carry(new, to=s)
    block.add("Output", new, name="y")
    x = network.add("Input", name="x", field="x", shape=(4, 2))
    by = network.add("Input", name="by", field="by", shape=(2,))
    network.add("Output", network.add("Shifted", x, by, name="shifted", scan=Scan()), name="y")
    assert "by step by step" in only(network).text
    assert graphs.diagnose(mended(network)) == []
    assert network.node("shifted").scan == Scan(constant=("by",))


def test_two_sequences_have_to_be_equally_long() -> None:
    network = Network()
    block = network.define("Both")
    s = block.add("State", name="s", shape=(2,))
    both = block.add("Add", block.add("Input", name="a"), block.add("Input", name="b"), name="sum")
    new = block.add("Add", both, s, name="new")
    block.carry(new, to=s)
    block.add("Output", new, name="y")
    a = network.add("Input", name="a", field="a", shape=(4, 2))
    b = network.add("Input", name="b", field="b", shape=(5, 2))
    network.add("Output", network.add("Both", a, b, name="both", scan=Scan()), name="y")
    assert "a 4, b 5" in only(network).text


def test_without_anything_per_step_it_asks_how_many_steps() -> None:
    network = summed(constant=("x",))
    network.put_node(replace(network.node("x"), parameters={"field": "x", "shape": [2]}))
    assert "how many steps" in only(network).text
    assert graphs.diagnose(mended(network)) == []
    assert graphs.plan(network).by_node[network.node("sum").id].outputs["y"].dims == (10, 2)
    network.put_node(replace(network.node("sum"), scan=Scan(constant=("x",), steps=0)))
    assert "from 1 to 100,000" in only(network).text


def test_a_port_that_is_gone_can_be_forgotten() -> None:
    network = summed(constant=("gone",))
    assert "no input called gone" in only(network).text
    assert graphs.diagnose(mended(network)) == []


def test_an_end_needs_a_token() -> None:
    network = summed(end=2)
    assert "no Output in it gives tokens" in only(network).text
    assert graphs.diagnose(mended(network)) == []


def test_a_given_start_has_to_fit_and_a_layer_can_make_it_fit() -> None:
    network = Network()
    draw_cell(network, "GRU", "Cell", hidden=4, initial="given")
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    start = network.add("Input", name="start", field="start", shape=(6,))
    network.add("Output", network.add("Cell", x, start, name="gru", scan=Scan()), name="y")
    assert "h of gru starts with 4" in only(network).text
    assert graphs.diagnose(mended(network)) == []


def test_a_loss_stands_behind_the_scan() -> None:
    network = Network()
    block = network.define("Step")
    s = block.add("State", name="s", shape=(2,))
    new = block.add("Add", block.add("Input", name="x"), s, name="new")
    block.carry(new, to=s)
    block.add("Output", block.add("MSELoss", new, s, name="loss"), name="loss_y")
    x = network.add("Input", name="x", field="x", shape=(5, 2))
    network.add("Output", network.add("Step", x, name="steps", scan=Scan()), name="y")
    assert "stands behind it" in only(network).text


def test_only_the_way_to_next_may_close_a_circle() -> None:
    network = Network()
    block = network.define("Cell")
    h = block.add("State", name="h", shape=(2,))
    fc = block.add("Linear", h, name="fc", out_features=2)
    act = block.add("Tanh", fc, name="act")
    block.carry(act, to=h)
    assert block.order() == [h.node, fc.node, act.node]
    add = block.add("Add", fc, name="add")
    end = block.add("Tanh", add, name="end")
    with pytest.raises(NetworkError, match="circle"):
        block.put_wire(Wire(end.node, "y", add.node, "b"))


def test_scans_are_kept_in_the_file_and_settings_can_be_undone() -> None:
    project = Project(translator(0.5, end=2))
    before = snapshot(project)
    again = from_snapshot(before)
    assert snapshot(again) == before
    assert again.network.node("decoder").scan == Scan(constant=("source",), end=2)
    node = project.network.node("decoder").id
    back = project.apply(SetScan(node, Scan(constant=("source",), steps="=2*3", reverse=True)))
    assert snapshot(from_snapshot(snapshot(project))) == snapshot(project) != before
    project.apply(back)
    assert snapshot(project) == before
    with pytest.raises(NetworkError, match="Make a block"):
        project.apply(SetScan(project.network.node("encoder").id, Scan()))


def test_muted_and_bypassed_nodes_in_a_step_are_left_out() -> None:
    network = Network()
    draw_cell(network, "RNN", "Cell", hidden=3)
    block = network.blocks["Cell"]
    x = network.add("Input", name="x", field="x", shape=(4, 3))
    network.add("Output", network.add("Cell", x, name="rnn", scan=Scan()), name="y")
    bend = block.node("new_h")
    block.put_node(replace(bend, mode="bypassed"))  # the sum itself is handed on
    assert graphs.diagnose(network) == []
    tree, sequence = graphs.compile(network), torch.randn(2, 4, 3)
    y, sums = [], torch.zeros(2, 3)
    for step in range(4):
        sums = tree.get_submodule("rnn.ih")(sequence[:, step]) + tree.get_submodule("rnn.hh")(sums)
        y.append(sums)
    assert torch.allclose(tree(x=sequence)["y"], torch.stack(y, 1), atol=1e-6)
    block.put_node(replace(bend, mode="muted"))
    assert "h has no next value" in graphs.diagnose(network)[0].text
    block.put_node(bend)
    block.put_node(replace(block.node("h"), mode="bypassed"))  # a State has nothing to hand on: it is left out
    assert "what rnn gives at y. Inside, that is left out" in graphs.diagnose(network)[0].text


def test_a_scan_is_not_taken_apart() -> None:
    project = Project(summed())
    with pytest.raises(NetworkError, match="once per time step"):
        dissolve_block(project, project.network.node("sum").id)


def test_changing_a_state_to_a_given_start_makes_a_port() -> None:
    project = Project(summed())
    network = project.network
    place = network.node("sum").id
    assert [port.name for port in network.input_ports(place)] == ["x"]
    from graphs.block_edits import Inside

    total = network.blocks["Adder"].node("total").id
    back = project.apply(Inside("Adder", SetParameter(total, "initial", "given")))
    assert [port.name for port in network.input_ports(place)] == ["x", "total"]
    assert "total" in only(network).text
    project.apply(back)
    assert graphs.diagnose(network) == []


def test_a_state_and_its_step_are_laid_out_without_the_way_back() -> None:
    from graphs.arrangement import arrange

    network = Network()
    summing(network)
    block = network.blocks["Adder"]
    places = arrange(block)
    assert places[block.node("total").id][0] < places[block.node("new").id][0] < places[block.node("y").id][0]


def test_a_drawing_becomes_a_block_and_runs_over_time_with_one_click() -> None:
    network = Network()
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    h = network.add("State", name="h", shape=(4,))
    into, back = (
        network.add("Linear", x, name="ih", out_features=4),
        network.add("Linear", h, name="hh", out_features=4),
    )
    total = network.add("Add", into, back, name="sum")
    new = network.add("Tanh", total, name="new")
    network.carry(new, to=h)
    network.add("Output", new, name="y")
    project = Project(network)
    project.apply(make_block(project, [one.node for one in (h, into, back, total, new)], "Elman"))
    assert graphs.diagnose(mended(network)) == []
    assert graphs.compile(network)(x=torch.randn(2, 5, 3))["y"].shape == (2, 5, 4)


def test_a_state_does_not_feed_itself() -> None:
    network = Network()
    h = network.add("State", name="h", shape=(4,))
    with pytest.raises(NetworkError, match="circle"):
        network.carry(h, to=h)
