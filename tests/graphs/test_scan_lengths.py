"""Sequences of different lengths in a scan: what packed sequences are for the fused layers."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

import graphs
from graphs.diagnosis import diagnose
from graphs.document import snapshot
from graphs.drawn_cells import LENGTHS, draw_cell
from graphs.modules.recurrent import GRU, LSTM, RNN
from graphs.network import Network, Scan
from tests.graphs.scans import same_as_exported
from tests.graphs.test_scan_cells import FEATURES, HIDDEN, STEPS, TOLERANCE, relative

REAL = torch.tensor([6, 1, 4, 3, 2])
FUSED = {"RNN": RNN, "LSTM": LSTM, "GRU": GRU}


def reading(kind: str, marks: str = "index", *, reverse: bool = False, repeat: int | None = None) -> Network:
    """A network that reads sequences of different lengths with a drawn cell."""
    net = graphs.Network()
    draw_cell(net, kind, "Cell", hidden=HIDDEN, lengths=True)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES if repeat is None else HIDDEN))
    shape = {"index": (), "mask": (STEPS,)}[marks]
    real = net.add("Input", name="real", field="real", shape=shape, kind=marks)
    cell = net.add("Cell", x, real, name="cell", scan=Scan(lengths=LENGTHS, reverse=reverse), repeat=repeat)
    net.add("Output", cell, name="y")
    for state in ("h", "c") if kind == "LSTM" else ("h",):
        net.add("Output", cell[state], name=f"last_{state}")
    return net


def weights(
    fused: nn.Module, values: dict[str, torch.Tensor], copies: int = 1, last: str = ""
) -> dict[str, torch.Tensor]:
    """Weights of a fused layer, or their gradients, under the names of the drawn cell."""
    return {
        f"cell.{f'{copy}.' if copies > 1 else ''}{way}.{part}": values[f"{part}_{way}_l{copy}{last}"]
        for copy in range(copies)
        for way in ("ih", "hh")
        for part in ("weight", "bias")
    }


def both(net: Network, fused: nn.Module, dtype: torch.dtype, copies: int = 1, marks: str = "index") -> None:
    """Compare outputs, last states and all gradients of a drawn cell with those of packed sequences."""
    torch.manual_seed(1)
    fused = fused.to(dtype)
    fused.zero_grad()
    tree = graphs.compile(net).to(dtype)
    tree.load_state_dict(weights(fused, fused.state_dict(), copies), strict=True)
    x = torch.randn(5, STEPS, FEATURES if copies == 1 else HIDDEN, dtype=dtype)
    mine, theirs = x.clone().requires_grad_(), x.clone().requires_grad_()
    real = REAL if marks == "index" else torch.arange(STEPS) < REAL[:, None]
    gives, wanted = tuple(tree(x=mine, real=real).values()), fused(theirs, lengths=REAL)
    total = expected = torch.zeros((), dtype=dtype)
    for own, other in zip(gives, wanted, strict=True):
        assert relative(own, other) < TOLERANCE[dtype]
        pull = torch.randn_like(other)
        total, expected = total + (own * pull).sum(), expected + (other * pull).sum()
    assert bool((gives[0][REAL[:, None] <= torch.arange(STEPS)] == 0).all())
    total.backward()
    expected.backward()
    assert mine.grad is not None and theirs.grad is not None
    assert relative(mine.grad, theirs.grad) < TOLERANCE[dtype]
    slopes = {name: p.grad for name, p in fused.named_parameters() if p.grad is not None}
    for name, slope in weights(fused, slopes, copies).items():
        own = tree.get_parameter(name).grad
        assert own is not None and relative(own, slope) < TOLERANCE[dtype], name


@pytest.mark.parametrize("dtype", list(TOLERANCE))
@pytest.mark.parametrize("kind", list(FUSED))
def test_a_drawn_cell_reads_as_far_as_each_example_goes(kind: str, dtype: torch.dtype) -> None:
    both(reading(kind), FUSED[kind](FEATURES, HIDDEN, batch_first=True), dtype)


def test_a_mask_says_the_same_as_lengths() -> None:
    both(reading("LSTM", "mask"), LSTM(FEATURES, HIDDEN, batch_first=True), torch.float64, marks="mask")


def test_stacked_cells_all_know_the_lengths() -> None:
    fused = LSTM(HIDDEN, HIDDEN, num_layers=2, batch_first=True)
    both(reading("LSTM", repeat=2), fused, torch.float64, copies=2)


@pytest.mark.parametrize("marks", ["index", "mask"])
@pytest.mark.parametrize("kind", list(FUSED))
def test_backwards_it_begins_with_the_last_real_step(kind: str, marks: str) -> None:
    fused = FUSED[kind](FEATURES, HIDDEN, batch_first=True, bidirectional=True).double()
    tree = graphs.compile(reading(kind, marks, reverse=True)).double()
    tree.load_state_dict(weights(fused, fused.state_dict(), last="_reverse"), strict=True)
    x = torch.randn(5, STEPS, FEATURES, dtype=torch.float64)
    real = REAL if marks == "index" else torch.arange(STEPS) < REAL[:, None]
    for own, other in zip(tree(x=x, real=real).values(), fused(x, lengths=REAL), strict=True):
        assert relative(own, other[..., HIDDEN:]) < 1e-12


def test_without_lengths_every_step_counts() -> None:
    net = graphs.Network()
    draw_cell(net, "GRU", "Cell", hidden=HIDDEN, lengths=True)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Cell", x, name="cell", scan=Scan(lengths=LENGTHS)), name="y")
    assert diagnose(net) == []
    assert "torch.where" not in graphs.to_python(net)


@pytest.mark.parametrize("marks", ["index", "mask"])
def test_the_printed_class_reads_as_far_as_well(marks: str) -> None:
    net = reading("LSTM", marks)
    real = REAL if marks == "index" else torch.arange(STEPS) < REAL[:, None]
    same_as_exported(net, graphs.compile(net), x=torch.randn(5, STEPS, FEATURES), real=real)


def test_an_example_without_any_step_gives_zeros_and_its_start() -> None:
    gives = graphs.compile(reading("LSTM"))(
        x=torch.randn(5, STEPS, FEATURES), real=REAL * torch.tensor([1, 0, 1, 1, 1])
    )
    assert bool((gives["y"][1] == 0).all()) and bool((gives["last_c"][1] == 0).all())
    assert bool((gives["last_c"][0] != 0).any())


def test_features_are_no_lengths() -> None:
    net = reading("LSTM")
    wrong = net.add("Input", name="wrong", field="wrong", shape=(3,))
    net.drop_wire(net.wires_into(net.node("cell").id, LENGTHS)[0])
    from graphs.network import Wire

    net.put_wire(Wire(wrong.node, "y", net.node("cell").id, LENGTHS))
    (problem,) = diagnose(net)
    assert problem.text.startswith("lengths tells cell which steps are real: one whole number for each example")
    graphs.Project(net).apply(problem.fixes[0].edit)
    assert all("lengths tells cell" not in one.text for one in diagnose(net))


def test_lengths_that_arrive_nowhere_are_told_of() -> None:
    net = graphs.Network()
    draw_cell(net, "GRU", "Cell", hidden=HIDDEN)
    x = net.add("Input", name="x", field="x", shape=(STEPS, FEATURES))
    net.add("Output", net.add("Cell", x, name="cell", scan=Scan(lengths="how_many")), name="y")
    (problem,) = diagnose(net)
    assert problem.text == "cell has no input called how_many that says how long each example is."
    graphs.Project(net).apply(problem.fixes[0].edit)
    assert diagnose(net) == []


def test_files_keep_the_lengths(tmp_path: Path) -> None:
    project = graphs.Project(reading("LSTM"))
    graphs.save(project, tmp_path / "reader.workbench")
    opened = graphs.load(tmp_path / "reader.workbench")
    assert snapshot(opened) == snapshot(project)
    scan = opened.network.node("cell").scan
    assert scan is not None and scan.lengths == LENGTHS
