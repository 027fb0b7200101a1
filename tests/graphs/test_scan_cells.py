"""Cells drawn from gates and run over time compute what the cells and the fused layers compute."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import torch
from torch import nn

import graphs
from graphs.drawn_cells import draw_cell
from graphs.modules.cells import CoupledLSTMCell, PeepholeLSTMCell, TextbookGRUCell
from graphs.network import Scan

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
    given = tree(x=sequence)
    assert relative(given["y"], y) < 1e-5
    assert relative(given["h"], h.transpose(0, 1).flatten(1)) < 1e-5


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
