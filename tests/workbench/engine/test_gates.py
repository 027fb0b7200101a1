"""The gates a probe records are those of a cell written out by hand, whatever the layer is made of."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from graphs.project import Project
from tests.workbench.engine.sentences import UNITS, cell_reader, drawn_reader, look, reader, training_of
from tests.workbench.engine.small import flowers, same_weights, train
from workbench.engine import Sample
from workbench.engine.inside import has_recurrence, layer_names
from workbench.engine.probes.gates import LAGS_EVERY, ROOM, Gates
from workbench.engine.probes.recurrent import Cell, fading, fused_readings
from workbench.engine.runs import Run
from workbench.engine.training import Training

LSTM_PARTS = ("f", "i", "o", "g", "c", "h")


def by_hand(weights: dict[str, Tensor], x: Tensor, real: Tensor | None = None) -> dict[str, list[Tensor]]:
    """An LSTM as its formulas say, step by step; ``weights`` have torch's names, gates in the order i, f, g, o."""
    size = weights["weight_hh"].shape[1]
    h = c = torch.zeros(len(x), size)
    found: dict[str, list[Tensor]] = {name: [] for name in LSTM_PARTS}
    for time in range(x.shape[1]):
        sums = x[:, time] @ weights["weight_ih"].T + weights["bias_ih"] + h @ weights["weight_hh"].T
        sums = sums + weights["bias_hh"]
        i, f = torch.sigmoid(sums[:, :size]), torch.sigmoid(sums[:, size : 2 * size])
        g, o = torch.tanh(sums[:, 2 * size : 3 * size]), torch.sigmoid(sums[:, 3 * size :])
        c = f * c + i * g
        h = o * torch.tanh(c)
        for name, value in zip(LSTM_PARTS, (f, i, o, g, c, h), strict=True):
            found[name].append(value)
    return found


def read(training: Training, sample: Sample) -> Tensor:
    """The embedded words of the sample's examples."""
    tokens = torch.from_numpy(training.prepared.parts.validation["tokens"][sample.data["examples"]])
    return training.tree.embedding(tokens).detach()


def parts_of(sample: Sample, place: int = 0) -> dict[str, np.ndarray]:
    return dict(zip(sample.labels[f"parts/{place}"], sample.data[f"parts/{place}"], strict=True))


def test_the_gates_of_a_fused_lstm_are_those_of_a_hand_rolled_one() -> None:
    training = training_of(reader())
    sample = look(Gates(), training)
    fused = training.tree.memory
    assert type(fused) is nn.LSTM  # it stays fused; the gates are computed for the probe alone
    weights = {name: getattr(fused, f"{name}_l0") for name in ("weight_ih", "weight_hh", "bias_ih", "bias_hh")}
    expected, found = by_hand(weights, read(training, sample)), parts_of(sample)
    assert tuple(found) == LSTM_PARTS
    for name, steps in expected.items():
        assert np.abs(found[name] - torch.stack(steps, 1).detach().numpy()).max() < 1e-5
    y, (_, c) = fused(read(training, sample))
    assert np.abs(found["h"] - y.detach().numpy()).max() < 1e-5
    assert np.abs(found["c"][:, -1] - c[0].detach().numpy()).max() < 1e-5
    assert all(0 < found[gate].min() and found[gate].max() < 1 for gate in "fio")
    assert np.abs(found["g"]).max() < 1 and np.abs(found["h"]).max() < 1


@pytest.mark.parametrize("kind", ["LSTM", "GRU", "RNN"])
def test_stacked_layers_both_directions_starts_and_lengths_agree_with_torch(kind: str) -> None:
    import graphs.modules.recurrent as ours

    torch.manual_seed(1)
    module = getattr(ours, kind)(5, 4, num_layers=2, bidirectional=True, batch_first=True)
    x, start, lengths = torch.randn(3, 7, 5), torch.randn(3, 8), torch.tensor([7, 3, 5])
    steps, *lasts = module(x, h=start, lengths=lengths)
    readings = fused_readings(module, x, h=start, lengths=lengths)
    assert [(r.layer, r.backwards) for r in readings] == [(0, False), (0, True), (1, False), (1, True)]
    both = torch.cat([readings[2].parts["h"], readings[3].parts["h"]], 2)
    real = (torch.arange(7) < lengths.unsqueeze(1)).unsqueeze(2)
    assert torch.allclose(both * real, steps, atol=1e-5)
    assert torch.allclose(
        torch.cat([readings[2].parts["h"][:, -1], readings[3].parts["h"][:, 0]], 1), lasts[0], atol=1e-5
    )


DRAWN = {"LSTM": "LSTM", "GRU": "GRU", "RNN": "RNN"}


@pytest.mark.parametrize("kind", DRAWN)
def test_a_cell_drawn_from_gates_shows_the_gates_of_the_fused_layer(kind: str) -> None:
    training = training_of(drawn_reader(kind))
    sample = look(Gates(), training)
    assert sample.labels["nodes"] == ("memory",) and sample.labels["kinds"] == (kind,)
    branch = training.tree.memory
    fused = getattr(nn, kind)(5, UNITS, batch_first=True)
    fused.load_state_dict(
        {f"{name}_{end}_l0": getattr(getattr(branch, end), name) for name in ("weight", "bias") for end in ("ih", "hh")}
    )
    expected = fused_readings(fused, read(training, sample))[0].parts
    for name, value in parts_of(sample).items():
        assert np.abs(value - expected[name].numpy()).max() < 1e-5
    reading = fused_readings(fused, read(training, sample))[0]
    assert reading.x is not None and reading.h is not None and reading.c is not None and reading.cell is not None
    lag = fading(reading.cell, reading.x[0], reading.h[0], reading.c[0])
    assert np.allclose(sample.data["lag/0"], np.stack([one.numpy() for one in lag.values()]), atol=1e-6)


@pytest.mark.parametrize("kind", ["PeepholeLSTM", "CoupledLSTM", "TextbookGRU"])
def test_drawn_variants_show_their_gates_and_how_the_gradient_fades(kind: str) -> None:
    training = training_of(drawn_reader(kind, reverse=kind == "CoupledLSTM"))
    sample = look(Gates(), training)
    found = parts_of(sample)
    gates = [name for name in found if name in "fiorz"]
    assert all(0 < found[gate].min() and found[gate].max() < 1 for gate in gates)
    if kind == "CoupledLSTM":  # i = 1 − f, read from the end: the state before a step is the one behind it
        before = np.concatenate([found["c"][:, 1:], np.zeros_like(found["c"][:, :1])], 1)
        assert np.allclose(found["c"], found["f"] * before + (1 - found["f"]) * found["g"], atol=1e-6)
    lag = sample.data["lag/0"]
    assert lag[0, 0] == pytest.approx(1) and lag.shape == (1 if kind == "TextbookGRU" else 2, 16)


@pytest.mark.parametrize(("kind", "memory"), [("LSTMCell", True), ("GRUCell", False), ("RNNCell", False)])
def test_a_single_cell_in_a_scan_shows_what_it_does_at_every_step(kind: str, memory: bool) -> None:
    training = training_of(cell_reader(kind, memory))
    sample = look(Gates(), training)
    assert sample.labels["nodes"] == ("walk.cell",)
    cell, x = training.tree.walk.cell, read(training, sample)
    state: tuple[Tensor, ...] = (torch.zeros(len(x), UNITS),) * (2 if memory else 1)
    for time in range(x.shape[1]):
        new = cell(x[:, time], state if memory else state[0])
        state = new if memory else (new,)
        assert np.abs(parts_of(sample)["h"][:, time] - state[0].detach().numpy()).max() < 1e-5
    assert training.plan.by_node[int(sample.data["nodes"][0])].name == "walk"


def test_how_much_of_a_state_is_left_later_is_the_length_of_its_jacobian() -> None:
    torch.manual_seed(2)
    fused = nn.GRU(3, 4, batch_first=True)
    x = torch.randn(6, 3)
    reading = fused_readings(fused, x[None])[0]
    assert reading.cell is not None
    lag = fading(reading.cell, x, torch.zeros(4), torch.zeros(4))["h"]
    states = reading.parts["h"][0].detach()

    def last(before: Tensor, first: int) -> Tensor:
        return fused(x[None, first:], before[None, None])[1].flatten()

    for back in range(1, 6):
        time = 5 - back
        jacobian = torch.autograd.functional.jacobian(lambda h, t=time: last(h, t + 1), states[time])
        assert lag[back].item() == pytest.approx(jacobian.norm().item() / 2, rel=1e-4)


def test_an_open_forget_gate_carries_the_gradient_a_hundred_steps_and_a_plain_network_does_not() -> None:
    torch.manual_seed(3)
    x, zeros = torch.randn(101, 8), torch.zeros(16)
    left = {}
    for name, kind, bias in (("rnn", nn.RNN, 0.0), ("lstm", nn.LSTM, 0.0), ("open", nn.LSTM, 5.0)):
        module = kind(8, 16, batch_first=True)
        with torch.no_grad():
            if name != "rnn":
                module.bias_ih_l0[16:32] += bias
        cell = fused_readings(module, x[None])[0].cell
        assert isinstance(cell, Cell)
        left[name] = fading(cell, x, zeros, zeros)["h"][100].item()
    assert left["rnn"] < 1e-12 and left["lstm"] < 1e-10 and left["open"] > 1e-3


def test_means_and_shares_count_every_real_step_and_no_padding() -> None:
    training = training_of(reader())
    sample, whole = look(Gates(), training), parts_of(look(Gates(), training))
    means = dict(zip(sample.labels["parts/0"], sample.data["means/0"].tolist(), strict=True))
    for name, values in whole.items():
        assert means[name] == pytest.approx(values.mean(), abs=1e-6)
    gates = np.stack([whole[gate] for gate in "fio"])
    assert sample.data["saturated"][0] == pytest.approx(((gates < 0.05) | (gates > 0.95)).mean())
    words = np.array(sample.labels["words/0"]).reshape(len(sample.data["examples"]), 16)
    names = training.prepared.dataset.vocabulary()
    tokens = training.prepared.parts.validation["tokens"][sample.data["examples"]]
    assert (words == np.array(names)[tokens]).all()


def test_watching_changes_no_bit_and_the_run_keeps_what_was_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.GRACE", 60.0)  # however slow the machine is
    train(reader(epochs=2), tmp_path / "without")
    events, _ = train(reader(epochs=2), tmp_path / "watched", probes=(Gates(every=1),))
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    seen = [e for e in events if isinstance(e, Sample)]
    with Run.open(tmp_path / "watched") as run:
        kept = list(run.samples("gates"))
    assert len(seen) > LAGS_EVERY and [s.step for s in kept] == [s.step for s in seen]
    assert np.array_equal(kept[-1].data["parts/0"], seen[-1].data["parts/0"])
    assert ["lag/0" in s.data for s in kept[: LAGS_EVERY + 1]] == [True, *[False] * (LAGS_EVERY - 1), True]
    assert list(layer_names(kept[-1])) == ["memory"]


def test_large_layers_are_kept_small_and_those_without_anything_recurrent_left_alone() -> None:
    training = training_of(reader("LSTM", num_layers=2, bidirectional=True))
    sample = look(Gates(), training)
    assert list(layer_names(sample)) == ["memory", "memory, backwards", "memory, layer 2", "memory, layer 2, backwards"]
    assert sum(array.size for name, array in sample.data.items() if name.startswith("parts/")) <= ROOM
    assert not has_recurrence(training_of(flowers()).plan)
    assert not Gates().suits(training_of(flowers()))
    projects: tuple[Project, ...] = (reader(), drawn_reader(), cell_reader())
    assert all(has_recurrence(training_of(project).plan) for project in projects)
