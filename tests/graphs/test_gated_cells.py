"""Cells drawn as textbooks draw them, a Linear for each gate, become fused layers; every weight is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy
import pytest
import torch

import graphs
from graphs.cell_edits import draw_layer, fuse_cell
from graphs.document import snapshot
from graphs.network import Network, NetworkError, Outlet, Scan, Wire
from tests.graphs.test_cell_edits import outputs, refusal, trained
from tests.graphs.test_scan_cells import TOLERANCE, relative

SumOf = Callable[[str, Outlet], Outlet]
HIDDEN = 4


def together(block: Network, x: Outlet, **bias: bool) -> SumOf:
    """W_f·[h, x] + b_f: one Linear for each gate, on the state and the input put together."""

    def gate(name: str, h: Outlet) -> Outlet:
        joined = next((one for one in block if one.name == "joined"), None)
        both = block.add("Concat", h, x, name="joined") if joined is None else Outlet(block, joined.id, "y")
        return block.add("Linear", both, name=f"W_{name}", out_features="=hidden", **bias)

    return gate


def apart(block: Network, x: Outlet, **bias: bool) -> SumOf:
    """W_f·x + b_f + U_f·h: two for each gate, the one on the state without a bias."""

    def gate(name: str, h: Outlet) -> Outlet:
        of_x = block.add("Linear", x, name=f"W_{name}", out_features="=hidden", **bias)
        of_h = block.add("Linear", h, name=f"U_{name}", out_features="=hidden", bias=False)
        return block.add("Add", of_h, of_x, name=f"sum_{name}")

    return gate


def lstm(block: Network, x: Outlet, gate: SumOf) -> None:
    h, c = (block.add("State", name=name, shape=["=hidden"]) for name in ("hidden_state", "memory"))
    f = block.add("Sigmoid", gate("f", h), name="f")
    i = block.add("Sigmoid", gate("i", h), name="i")
    candidate = block.add("Tanh", gate("c", h), name="candidate")
    o = block.add("Sigmoid", gate("o", h), name="o")
    kept, written = block.add("Multiply", f, c, name="kept"), block.add("Multiply", candidate, i, name="written")
    new = block.add("Add", written, kept, name="new_c")
    shown = block.add("Multiply", block.add("Tanh", new, name="bent"), o, name="new_h")
    block.carry(shown, to=h)
    block.carry(new, to=c)
    block.add("Output", shown, name="answer")


def rnn(block: Network, x: Outlet, gate: SumOf, bend: str = "Tanh") -> None:
    h = block.add("State", name="h", shape=["=hidden"])
    new = block.add(bend, gate("h", h), name="new_h")
    block.carry(new, to=h)
    block.add("Output", new, name="answer")


def gru(block: Network, x: Outlet, gate: SumOf, reset_before: bool = False) -> None:
    """The GRU of torch, with 1 − z drawn as a Constant of ones less z."""
    h = block.add("State", name="h", shape=["=hidden"])
    r, z = (block.add("Sigmoid", gate(name, h), name=name) for name in ("r", "z"))
    of_x = block.add("Linear", x, name="W_n", out_features="=hidden")
    seen = block.add("Multiply", r, h, name="reset") if reset_before else h
    of_h = block.add("Linear", seen, name="U_n", out_features="=hidden")
    left = of_h if reset_before else block.add("Multiply", of_h, r, name="reset")
    n = block.add("Tanh", block.add("Add", of_x, left, name="sum_n"), name="n")
    ones = block.add("Constant", name="ones", shape=["=hidden"], value=1.0)
    rest = block.add("Subtract", ones, z, name="rest")
    kept, written = block.add("Multiply", z, h, name="kept"), block.add("Multiply", rest, n, name="written")
    new = block.add("Add", kept, written, name="new_h")
    block.carry(new, to=h)
    block.add("Output", new, name="answer")


def reading(
    cell: Callable[..., None], sums: Callable[..., SumOf], *, repeat: int = 1, bias: bool = True, **more: object
) -> Network:
    """A network that reads a sequence with a cell drawn gate by gate."""
    net = graphs.Network()
    block = net.define("Cell", hidden=HIDDEN)
    x = block.add("Input", name="word")
    cell(block, x, sums(block, x, **({} if bias else {"bias": False})), **more)
    size = {"repeat": repeat} if repeat > 1 else {}
    start = net.add("Input", name="x", field="x", shape=(5, 3))
    y = net.add("Cell", start, name="read", scan=Scan(), **size)
    net.add("Output", y, name="y")
    for number, state in enumerate(one.name for one in block if one.type == "State"):
        net.add("Output", y[state], name=f"last_{number}")
    return net


CASES = [(lstm, {}), (rnn, {}), (rnn, {"bend": "ReLU"}), (gru, {})]


@pytest.mark.parametrize("dtype", list(TOLERANCE))
@pytest.mark.parametrize("sums", [together, apart])
@pytest.mark.parametrize(("cell", "more"), CASES)
def test_gates_drawn_one_by_one_become_the_fused_layer(
    cell: Callable[..., None], more: dict[str, object], sums: Callable[..., SumOf], dtype: torch.dtype
) -> None:
    project = graphs.Project(reading(cell, sums, repeat=1 + (cell is lstm), **more))
    tree, tolerance = graphs.compile(project.network).to(dtype), TOLERANCE[dtype]
    project.weights = graphs.read_weights(tree)
    before, weights = snapshot(project), dict(project.weights)
    x = torch.randn(2, 5, 3, dtype=dtype, requires_grad=True)
    again = x.detach().clone().requires_grad_()
    drawn = tree(x=x)
    back = project.apply(fuse_cell(project, project.network.node("read").id))
    assert project.network.node("read").type == {lstm: "LSTM", rnn: "RNN", gru: "GRU"}[cell]
    fused = graphs.compile(project.network).to(dtype)
    assert graphs.write_weights(fused, project.weights) == ()
    gives = fused(x=again)
    pull = {name: torch.randn_like(value) for name, value in drawn.items()}
    for one in (drawn, gives):
        sum((one[name] * by).sum() for name, by in pull.items()).backward()
    assert x.grad is not None and again.grad is not None and relative(again.grad, x.grad) < tolerance
    for name, value in drawn.items():
        assert relative(gives[name], value) < tolerance, name
    packed = dict(project.weights)
    project.weights = slopes(project, fused)
    forth = project.apply(back)
    for name, parameter in tree.named_parameters():  # a single bias lies in two places, each with its slope
        theirs = torch.from_numpy(project.weights[project.network.node("read").id, name.removeprefix("read.")])
        assert parameter.grad is not None
        assert min(relative(theirs, times * parameter.grad) for times in (1, 2)[: 1 + ("bias" in name)]) < tolerance
    project.apply(forth)
    project.weights = packed
    project.apply(back)
    assert snapshot(project) == before and project.weights.keys() == weights.keys()
    assert all(numpy.array_equal(project.weights[key], array) for key, array in weights.items())


def slopes(project: graphs.Project, tree: torch.nn.Module) -> dict[tuple[int, str], numpy.ndarray]:
    """The gradients of a compiled network under the names of the project's weights."""
    node = project.network.node("read").id
    named = {name.removeprefix("read."): p.grad for name, p in tree.named_parameters()}
    return {(node, name): grad.numpy() for name, grad in named.items() if grad is not None}


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("sums", [together, apart])
def test_drawn_again_it_has_one_linear_a_side_and_the_same_weights(sums: Callable[..., SumOf], bias: bool) -> None:
    project = trained(reading(lstm, sums, bias=bias))
    x = torch.randn(2, 5, 3)
    drawn, node = outputs(project, x=x), project.network.node("read").id
    project.apply(fuse_cell(project, node))
    assert project.network.node(node).parameters.get("bias", True) is bias
    project.apply(draw_layer(project, node))
    for name, value in outputs(project, x=x).items():
        assert relative(value, drawn[name]) < 1e-6
    assert project.network.node(node).type == "DrawnLSTM"


def test_lengths_go_along_into_the_fused_layer_and_out_of_it() -> None:
    net = reading(lstm, together)
    block = net.blocks["Cell"]
    block.add("Input", name="real", optional=True)
    read = net.node("read")
    net.put_node(replace(read, scan=Scan(lengths="real")))
    lengths = net.add("Input", name="lengths", field="lengths", kind="index")
    net.put_wire(Wire(lengths.node, "y", read.id, "real"))
    project = trained(net)
    given = {"x": torch.randn(3, 5, 3), "lengths": torch.tensor([5, 2, 3])}
    drawn, before = outputs(project, **given), snapshot(project)
    back = project.apply(fuse_cell(project, read.id))
    assert {wire.target_port for wire in net.wires_into(read.id)} == {"x", "lengths"}
    fused = outputs(project, **given)
    again = project.apply(draw_layer(project, read.id))
    scan = net.node("read").scan
    assert scan is not None and scan.lengths == "lengths"
    for gives in (fused, outputs(project, **given)):
        assert all(relative(gives[name], value) < 1e-6 for name, value in drawn.items())
    project.apply(again)
    project.apply(back)
    assert snapshot(project) == before


def test_what_torch_computes_otherwise_stays_drawn() -> None:
    assert "none of the cells" in refusal(reading(gru, apart, reset_before=True))
    net = reading(lstm, together)
    block = net.blocks["Cell"]
    block.put_node(replace(block.node("o"), type="Tanh"))
    assert "none of the cells" in refusal(net)
    net = reading(lstm, apart)
    block = net.blocks["Cell"]
    block.put_node(replace(block.node("W_o"), share=block.node("W_f").id))
    assert "none of the cells" in refusal(net)


def test_a_mask_with_holes_stays_drawn() -> None:
    net = reading(lstm, together)
    net.blocks["Cell"].add("Input", name="real", optional=True)
    read = net.node("read")
    net.put_node(replace(read, scan=Scan(lengths="real")))
    mask = net.add("Input", name="mask", field="mask", shape=(5,), kind="mask")
    net.put_wire(Wire(mask.node, "y", read.id, "real"))
    with pytest.raises(NetworkError, match="told by a mask"):
        fuse_cell(graphs.Project(net), read.id)


def test_before_any_training_there_is_nothing_to_pack() -> None:
    project = graphs.Project(reading(rnn, together))
    back = project.apply(fuse_cell(project, project.network.node("read").id))
    assert project.weights == {}
    project.apply(back)
    assert graphs.diagnose(project.network) == []
