"""A selection becomes a block and comes apart again, and nothing is lost on the way."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

import graphs
from graphs.block_edits import DropBlock, Inside, PutBlock, SetRepeat, dissolve_block, make_block
from graphs.document import snapshot
from graphs.edits import SetParameter


def chain() -> graphs.Project:
    """Features through three layers, the last as wide as the classes."""
    net = graphs.Network()
    net.parameters = {"classes": 3}
    x = net.add("Input", name="x", field="features", shape=(4,))
    h = net.add("Tanh", net.add("Linear", x, name="a", out_features=5), name="tanh")
    net.add("Output", net.add("Linear", h, name="b", out_features="=classes"), name="y")
    project = graphs.Project(net)
    project.weights = graphs.read_weights(graphs.compile(net))
    return project


def outputs(project: graphs.Project) -> dict[str, torch.Tensor]:
    """What the network gives for one batch, with the project's weights."""
    tree = graphs.compile(project.network)
    assert graphs.write_weights(tree, project.weights) == ()
    torch.manual_seed(0)
    return tree(x=torch.randn(6, 4))


def test_a_selection_becomes_a_block_with_the_same_numbers() -> None:
    project = chain()
    before = outputs(project)["y"]
    net = project.network
    project.apply(make_block(project, net.named(["tanh", "b"]), "Head"))
    assert [node.type for node in net] == ["Input", "Linear", "Output", "Head"]
    assert net.node("head").parameters == {"classes": "=classes"}
    assert torch.equal(outputs(project)["y"], before)


def test_undo_leaves_not_a_byte_behind() -> None:
    project = chain()
    history = graphs.History(project)
    before, weights = snapshot(project), dict(project.weights)
    history.do(make_block(project, project.network.named(["a", "tanh"]), "Encoder"))
    after = snapshot(project)
    history.undo()
    assert snapshot(project) == before
    assert project.weights.keys() == weights.keys()
    history.redo()
    assert snapshot(project) == after


def test_taken_apart_it_is_what_it_was() -> None:
    project = chain()
    nodes, wires, before = project.network.nodes, project.network.wires, outputs(project)["y"]
    project.apply(make_block(project, project.network.named(["a", "tanh"]), "Encoder"))
    project.apply(dissolve_block(project, project.network.node("encoder").id))
    assert (project.network.nodes, project.network.wires) == (nodes, wires)
    assert "Encoder" in project.network.blocks  # a block used nowhere stays
    assert torch.equal(outputs(project)["y"], before)


def test_an_edit_inside_reaches_every_place_and_is_one_step() -> None:
    project = chain()
    history = graphs.History(project)
    history.do(make_block(project, project.network.named(["a", "tanh"]), "Encoder"))
    block = project.network.blocks["Encoder"]
    before = snapshot(project)
    history.do(Inside("Encoder", SetParameter(block.node("a").id, "out_features", 9)))
    assert graphs.summary(project.network).nodes["encoder.a"].parameters == 9 * 5
    history.undo()
    assert snapshot(project) == before
    with pytest.raises(graphs.NetworkError, match="no block"):
        history.do(Inside("Nowhere", SetParameter(1, "out_features", 9)))


def test_a_block_is_repeated_and_only_one_copy_comes_apart() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(4,))
    h = net.add("Linear", x, name="a", out_features=4)
    net.add("Output", h, name="y")
    project = graphs.Project(net)
    project.apply(make_block(project, net.named(["a"]), "Layer"))
    layer = net.node("layer").id
    back = project.apply(SetRepeat(layer, 3))
    assert graphs.summary(net).parameters == 3 * 20
    with pytest.raises(graphs.NetworkError, match="3 copies"):
        dissolve_block(project, layer)
    project.apply(back)
    project.apply(dissolve_block(project, layer))
    assert graphs.summary(net).parameters == 20


def test_what_cannot_be_a_block_is_refused_in_words() -> None:
    project = chain()
    net = project.network
    with pytest.raises(graphs.NetworkError, match="Choose the nodes"):
        make_block(project, [], "Empty")
    with pytest.raises(graphs.NetworkError, match="belongs to the network"):
        make_block(project, net.named(["x", "a"]), "Wrong")
    with pytest.raises(graphs.NetworkError, match="Choose tanh too"):
        make_block(project, net.named(["a", "b"]), "Hollow")
    with pytest.raises(graphs.NetworkError, match="not a block"):
        dissolve_block(project, net.node("a").id)


def test_blocks_go_to_the_shelf_and_back() -> None:
    project = chain()
    project.apply(make_block(project, project.network.named(["a"]), "Layer"))
    with pytest.raises(graphs.NetworkError, match="is a copy"):
        project.apply(DropBlock("Layer"))
    project.apply(dissolve_block(project, project.network.node("layer").id))
    back = project.apply(DropBlock("Layer"))
    assert isinstance(back, PutBlock) and "Layer" not in project.network.blocks
    project.apply(back)
    assert "Layer" in project.network.blocks


@st.composite
def drawings(draw: st.DrawFn) -> tuple[graphs.Project, list[int]]:
    """A random network of layers that keep the width, and a random selection of it."""
    net = graphs.Network()
    net.parameters = {"width": 4}
    made = [net.add("Input", name="x", field="features", shape=(4,))]
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(["Linear", "Tanh", "Add", "Multiply", "Concat"]))
        one, other = draw(st.sampled_from(made)), draw(st.sampled_from(made))
        if kind == "Linear":
            made.append(net.add("Linear", one, out_features=draw(st.sampled_from(["=width", 4]))))
        elif kind == "Concat":
            made.append(net.add("Linear", net.add("Concat", [one, other]), out_features="=width"))
        else:
            made.append(net.add(kind, *((one,) if kind == "Tanh" else (one, other))))
    for number, end in enumerate(made[-2:]):
        net.add("Output", end, name=f"y{number}")
    inner = [node.id for node in net if node.type not in ("Input", "Output")]
    project = graphs.Project(net)
    project.weights = graphs.read_weights(graphs.compile(net))
    return project, draw(st.lists(st.sampled_from(inner), min_size=1, unique=True))


@given(drawings())
@settings(deadline=None, max_examples=60)
def test_any_legal_selection_of_any_network(case: tuple[graphs.Project, list[int]]) -> None:
    project, chosen = case
    try:
        edit = make_block(project, chosen, "Part")
    except graphs.NetworkError:
        return
    before, numbers = snapshot(project), outputs(project)
    nodes, wires = project.network.nodes, project.network.wires
    undo = project.apply(edit)
    _same(outputs(project), numbers)
    redo = project.apply(undo)
    assert snapshot(project) == before
    project.apply(redo)
    place = next(node.id for node in project.network if node.type == "Part")
    project.apply(dissolve_block(project, place))
    _same(outputs(project), numbers)
    assert (project.network.nodes, project.network.wires) == (nodes, wires)


def _same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert one.keys() == other.keys()
    for name, value in one.items():
        assert torch.equal(value, other[name])
