"""Cells drawn from gates and run over time compute what the cells and the fused layers compute."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from torch import nn

import graphs
from graphs.drawn_cells import CELLS, draw_cell
from graphs.modules.cells import CoupledLSTMCell, JordanCell, PeepholeLSTMCell, TextbookGRUCell
from graphs.network import Scan
from tests.graphs.placing import few
from tests.graphs.scans import same_as_exported

FEATURES, HIDDEN, STEPS = 3, 4, 6
TOLERANCE = {torch.float32: 1e-5, torch.float64: 1e-12}


def drawn(kind: str, **how: object) -> graphs.Network:
    """A network that reads a sequence with a drawn cell."""
    net = graphs.Network()
    draw_cell(net, kind, "Cell", hidden=HIDDEN)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Cell", x, name="cell", scan=Scan(**how)), name="y")
    return net


def by_cell(cell: nn.Module, states: int) -> Callable[[torch.Tensor], torch.Tensor]:
    """Run a cell over a sequence by hand, as a person writes the loop."""

    def run(x: torch.Tensor) -> torch.Tensor:
        state = tuple(x.new_zeros(len(x), HIDDEN) for _ in range(states))
        steps = []
        for x_t in x.unbind(1):
            if isinstance(cell, nn.LSTMCell):
                state = cell(x_t, state)
            else:
                new = cell(x_t, *state)
                state = new if isinstance(new, tuple) else (new,)
            steps.append(state[0])
        return torch.stack(steps, 1)

    return run


def halves(rows: torch.Tensor, name: str) -> dict[str, torch.Tensor]:
    """The weights of the textbook's GRU: the gates' and the candidate's part of the recurrent matrix."""
    return {f"{name}hh.weight": rows[: 2 * HIDDEN], f"{name}hn.weight": rows[2 * HIDDEN :]}


def renamed(reference: nn.Module, values: dict[str, torch.Tensor], last: str = "") -> dict[str, torch.Tensor]:
    """The weights (or their gradients) of a cell or a fused layer under the names of the drawn one."""
    given = {key.removesuffix(last): value for key, value in values.items()}
    if isinstance(reference, TextbookGRUCell):
        own = {"cell.ih.weight": given["weight_ih"], "cell.ih.bias": given["bias"]}
        return own | halves(given["weight_hh"], "cell.")
    own = {f"cell.{way}.{part}": given[f"{part}_{way}"] for way in ("ih", "hh") for part in ("weight", "bias")}
    if isinstance(reference, PeepholeLSTMCell):
        peeps = given["weight_peephole"].chunk(3)
        own |= {f"cell.p_{gate}": part for gate, part in zip("ifo", peeps, strict=True)}
    return own


def relative(a: torch.Tensor, b: torch.Tensor) -> float:
    """How far two tensors are apart, measured by their size."""
    return float((a - b).detach().norm() / b.detach().norm().clamp(min=1e-30))


def compare(kind: str, reference: nn.Module, run: Callable[[torch.Tensor], torch.Tensor], last: str = "") -> None:
    """Compare outputs, gradients of the input and gradients of every weight, in both precisions."""
    for dtype, tolerance in TOLERANCE.items():
        torch.manual_seed(0)
        reference = reference.to(dtype)
        reference.zero_grad()
        tree = graphs.compile(drawn(kind)).to(dtype)
        tree.load_state_dict(renamed(reference, reference.state_dict(), last), strict=True)
        x = torch.randn(5, STEPS, FEATURES, dtype=dtype)
        mine, theirs = x.clone().requires_grad_(), x.clone().requires_grad_()
        y, wanted = tree(x=mine)["y"], run(theirs)
        pull = torch.randn_like(wanted)
        (y * pull).sum().backward()
        (wanted * pull).sum().backward()
        assert relative(y, wanted) < tolerance
        assert mine.grad is not None and theirs.grad is not None
        assert relative(mine.grad, theirs.grad) < tolerance
        slopes = {name: p.grad for name, p in reference.named_parameters() if p.grad is not None}
        for name, slope in renamed(reference, slopes, last).items():
            own = tree.get_parameter(name).grad
            assert own is not None and relative(own, slope) < tolerance, name


@pytest.mark.parametrize(
    ("kind", "cell", "states"),
    [
        ("RNN", nn.RNNCell, 1),
        ("LSTM", nn.LSTMCell, 2),
        ("PeepholeLSTM", PeepholeLSTMCell, 2),
        ("CoupledLSTM", CoupledLSTMCell, 2),
        ("GRU", nn.GRUCell, 1),
        ("TextbookGRU", TextbookGRUCell, 1),
    ],
)
def test_a_cell_drawn_from_gates_is_the_cell(kind: str, cell: type[nn.Module], states: int) -> None:
    one = cell(FEATURES, HIDDEN)
    compare(kind, one, by_cell(one, states))


@pytest.mark.parametrize(("kind", "layer"), [("RNN", nn.RNN), ("LSTM", nn.LSTM), ("GRU", nn.GRU)])
def test_a_cell_drawn_from_gates_is_the_fused_layer(kind: str, layer: type[nn.Module]) -> None:
    fused = layer(FEATURES, HIDDEN, batch_first=True)
    compare(kind, fused, lambda x: fused(x)[0], "_l0")


def test_a_forward_and_a_reversed_scan_are_a_bidirectional_layer() -> None:
    net = graphs.Network()
    draw_cell(net, "LSTM", "Cell", hidden=HIDDEN)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    there = net.add("Cell", x, name="there", scan=Scan())
    back = net.add("Cell", x, name="back", scan=Scan(reverse=True))
    net.add("Output", net.add("Concat", there, back, name="both", dim=1), name="y")
    net.add("Output", net.add("Concat", there["h"], back["h"], name="last", dim=0), name="h")
    fused = nn.LSTM(FEATURES, HIDDEN, batch_first=True, bidirectional=True)
    tree = graphs.compile(net)
    tree.load_state_dict(
        {
            f"{name}.{way}.{part}": getattr(fused, f"{part}_{way}_l0{end}")
            for name, end in (("there", ""), ("back", "_reverse"))
            for way in ("ih", "hh")
            for part in ("weight", "bias")
        }
    )
    sequence = torch.randn(2, STEPS, FEATURES)
    y, (h, _) = fused(sequence)
    both = tree(x=sequence)
    assert relative(both["y"], y) < 1e-5
    assert relative(both["h"], h.transpose(0, 1).flatten(1)) < 1e-5


def test_repeated_scans_are_stacked_layers() -> None:
    net = graphs.Network()
    draw_cell(net, "GRU", "Cell", hidden=HIDDEN)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Cell", x, name="gru", scan=Scan(), repeat=2), name="y")
    fused = nn.GRU(FEATURES, HIDDEN, num_layers=2, batch_first=True)
    tree = graphs.compile(net)
    tree.load_state_dict(
        {
            f"gru.{layer}.{way}.{part}": getattr(fused, f"{part}_{way}_l{layer}")
            for layer in (0, 1)
            for way in ("ih", "hh")
            for part in ("weight", "bias")
        }
    )
    sequence = torch.randn(2, STEPS, FEATURES)
    assert relative(tree(x=sequence)["y"], fused(sequence)[0]) < 1e-5
    assert graphs.summary(net).parameters == sum(p.numel() for p in fused.parameters())


@few(12)
@given(st.data())
def test_a_long_scan_is_many_short_ones_that_hand_on_their_states(data: st.DataObject) -> None:
    kind, steps = data.draw(st.sampled_from(sorted(CELLS))), data.draw(st.integers(1, 5))
    reverse, bias, batch = data.draw(st.booleans()), data.draw(st.booleans()), data.draw(st.integers(1, 3))
    long, short = graphs.Network(), graphs.Network()
    for net, length, initial in ((long, steps, "zeros"), (short, 1, "given")):
        draw_cell(net, kind, "Cell", hidden=HIDDEN, bias=bias, initial=initial)
        x = net.add("Input", name="x", field="x", shape=(length, FEATURES))
        ports = net.ports_of("Cell", inputs=True) or ()
        starts = [net.add("Input", name=f"from_{p.name}", field=p.name, shape=(HIDDEN,)) for p in ports[1:]]
        y = net.add("Cell", x, *starts, name="cell", scan=Scan(reverse=reverse))
        for port in net.ports_of("Cell", inputs=False) or ():
            net.add("Output", y[port.name], name=port.name)
    whole, one = graphs.compile(long), graphs.compile(short)
    one.load_state_dict(whole.state_dict(), strict=True)
    sequence = torch.randn(batch, steps, FEATURES)
    wanted = whole(x=sequence)
    state = {name: torch.zeros(batch, HIDDEN) for name in wanted if name != "y"}
    for step in reversed(range(steps)) if reverse else range(steps):
        gives = one(x=sequence[:, step : step + 1], **{f"from_{name}": value for name, value in state.items()})
        assert torch.equal(gives["y"][:, 0], wanted["y"][:, step])
        state = {name: gives[name] for name in state}
    for name, value in state.items():
        assert torch.equal(value, wanted[name])


def test_a_jordan_network_feeds_back_its_answer() -> None:
    net = graphs.Network()
    block = net.define("Jordan", hidden=HIDDEN, outputs=2)
    x = block.add("Input", name="x")
    before = block.add("State", name="before", shape=["=outputs"])
    of_x = block.add("Linear", x, name="input", out_features="=hidden")
    of_y = block.add("Linear", before, name="feedback", out_features="=hidden", bias=False)
    h = block.add("Tanh", block.add("Add", of_x, of_y, name="sum"), name="h")
    answer = block.add("Linear", h, name="output", out_features="=outputs")
    block.carry(answer, to=before)
    block.add("Output", answer, name="y")
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Jordan", x, name="jordan", scan=Scan()), name="y")
    cell = JordanCell(FEATURES, HIDDEN, 2).double()
    tree = graphs.compile(net).double()
    tree.load_state_dict({f"jordan.{name}": value for name, value in cell.state_dict().items()}, strict=True)
    sequence = torch.randn(2, STEPS, FEATURES, dtype=torch.float64)
    y, answers = None, []
    for x_t in sequence.unbind(1):
        y, _ = cell(x_t, y)
        answers.append(y)
    assert relative(tree(x=sequence)["y"], torch.stack(answers, 1)) < 1e-12
    same_as_exported(net, tree, x=sequence)


def test_a_frozen_scan_keeps_its_weights_and_its_learned_start() -> None:
    net = graphs.Network()
    draw_cell(net, "GRU", "Cell", hidden=HIDDEN, initial="learned")
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Cell", x, name="cell", scan=Scan()), name="y")
    assert graphs.summary(net).trainable == graphs.summary(net).parameters > 0
    net.put_node(replace(net.node("cell"), frozen=True))
    assert graphs.summary(net).trainable == 0
    assert [name for name, p in graphs.compile(net).named_parameters() if p.requires_grad] == []
