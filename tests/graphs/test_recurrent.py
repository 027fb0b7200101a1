"""Recurrent layers and cells: what they calculate, how they take padding, and what they say when something is wrong."""

from __future__ import annotations

from typing import Any

import pytest
import torch
from torch import nn

from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build, outputs, run
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

STEPS = TensorSpec.of(Kind.SEQUENCE, 6, 3)
LABEL = TensorSpec.of(Kind.INDEX)


def ran(of: Layer, module: Any, specs: dict[str, TensorSpec], values: dict[str, torch.Tensor]) -> dict[str, Any]:
    """The outputs of a layer by port, for real numbers."""
    call = of.torch(**specs)
    assert call is not None
    return run(call, module, values, tuple(outputs(of, specs)))


def made(of: Layer, **specs: TensorSpec) -> Any:
    call = of.torch(**specs)
    assert call is not None
    torch.manual_seed(0)
    return build(call)


FUSED = [
    (name, layers, both) for name in ("RNN", "LSTM", "GRU") for layers, both in ((1, False), (2, False), (2, True))
]


@pytest.mark.parametrize(("name", "layers", "both"), FUSED)
def test_a_fused_layer_is_torchs_own_with_its_names_of_weights(name: str, layers: int, both: bool) -> None:
    of = layer(name, hidden_size=4, num_layers=layers, bidirectional=both)
    module = made(of, x=STEPS)
    theirs = getattr(nn, name)(3, 4, layers, batch_first=True, bidirectional=both)
    theirs.load_state_dict(module.state_dict())
    x = torch.randn(5, 6, 3)
    gives = ran(of, module, {"x": STEPS}, {"x": x})
    y, last = theirs(x)
    h = last[0] if name == "LSTM" else last
    assert torch.equal(gives["y"], y)
    assert torch.equal(gives["h"], torch.cat([h[-2], h[-1]], dim=1) if both else h[-1])


def test_without_special_wishes_the_code_names_torchs_class() -> None:
    call = layer("LSTM").torch(x=STEPS)
    assert call is not None and call.target == "torch.nn.LSTM"
    assert call.paths == {"y": (0,), "h": (1, 0, -1), "c": (1, 1, -1)}


@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_padding_behind_short_sequences_changes_nothing(name: str) -> None:
    of = layer(name, hidden_size=4, bidirectional=True)
    specs = {"x": STEPS, "lengths": LABEL}
    module = made(of, **specs)
    x = torch.randn(2, 6, 3)
    lengths = torch.tensor([6, 4])
    padded = ran(of, module, specs, {"x": x, "lengths": lengths})
    alone = ran(of, module, specs, {"x": x[1:, :4], "lengths": lengths[1:]})
    torch.testing.assert_close(padded["h"][1:], alone["h"])
    torch.testing.assert_close(padded["y"][1:, :4], alone["y"])
    assert padded["y"].shape == (2, 6, 8) and bool((padded["y"][1, 4:] == 0).all())


@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_a_sequence_can_be_read_in_two_parts(name: str) -> None:
    of = layer(name, hidden_size=4)
    states = ("h", "c") if name == "LSTM" else ("h",)
    specs = {"x": STEPS} | dict.fromkeys(states, features(4))
    module = made(of, **specs)
    x = torch.randn(2, 6, 3)
    zeros = dict.fromkeys(states, torch.zeros(2, 4))
    whole = ran(of, module, specs, {"x": x, **zeros})
    first = ran(of, module, specs, {"x": x[:, :2], **zeros})
    second = ran(of, module, specs, {"x": x[:, 2:], **{state: first[state] for state in states}})
    torch.testing.assert_close(second["y"], whole["y"][:, 2:])
    torch.testing.assert_close(second["h"], whole["h"])


@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_a_fused_layer_costs_what_its_cell_costs_at_every_step(name: str) -> None:
    fused, cell = layer(name, hidden_size=5), layer(f"{name}Cell", hidden_size=5)
    one, all_ = cell.cost(x=features(3)), fused.cost(x=STEPS)
    assert all_.parameters.number == one.parameters.number
    assert all_.multiply_adds.number == 6 * one.multiply_adds.number


@pytest.mark.parametrize("name", ["RNN", "LSTM", "GRU"])
def test_steps_of_a_cell_are_the_steps_of_the_fused_layer(name: str) -> None:
    fused, cell = layer(name, hidden_size=4), layer(f"{name}Cell", hidden_size=4)
    states = ("h", "c") if name == "LSTM" else ("h",)
    specs = {"x": features(3)} | dict.fromkeys(states, features(4))
    step, whole = made(cell, **specs), made(fused, x=STEPS)
    step.load_state_dict({key.removesuffix("_l0"): value for key, value in whole.state_dict().items()})
    x = torch.randn(2, 6, 3)
    now = dict.fromkeys(states, torch.zeros(2, 4))
    for t in range(6):
        now = ran(cell, step, specs, {"x": x[:, t], **now})
    torch.testing.assert_close(now["h"], ran(fused, whole, {"x": STEPS}, {"x": x})["h"])


def gates(weights: dict[str, torch.Tensor], x: torch.Tensor, h: torch.Tensor, count: int) -> tuple[torch.Tensor, ...]:
    sums = x @ weights["weight_ih"].T + weights["bias_ih"] + h @ weights["weight_hh"].T + weights["bias_hh"]
    return sums.chunk(count, dim=1)


@pytest.mark.parametrize("full", [False, True])
def test_the_peephole_cell_sees_the_memory_before_and_after(full: bool) -> None:
    of = layer("PeepholeLSTMCell", hidden_size=4, full=full)
    cell = made(of, x=features(3)).double()
    w = cell.state_dict()
    x, h, c = torch.randn(2, 3).double(), torch.randn(2, 4).double(), torch.randn(2, 4).double()
    i, f, g, o = gates(w, x, h, 4)
    see_i, see_f, see_o = (p.T if full else torch.diag(p) for p in w["weight_peephole"].chunk(3))
    memory = torch.sigmoid(f + c @ see_f) * c + torch.sigmoid(i + c @ see_i) * torch.tanh(g)
    state = torch.sigmoid(o + memory @ see_o) * torch.tanh(memory)
    new_h, new_c = cell(x, h, c)
    torch.testing.assert_close(new_c, memory, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(new_h, state, rtol=1e-12, atol=1e-12)


def test_without_peepholes_it_is_torchs_cell() -> None:
    cell = made(layer("PeepholeLSTMCell", hidden_size=4), x=features(3))
    nn.init.zeros_(cell.weight_peephole)
    theirs = nn.LSTMCell(3, 4)
    theirs.load_state_dict({key: value for key, value in cell.state_dict().items() if key != "weight_peephole"})
    x, h, c = torch.randn(2, 3), torch.randn(2, 4), torch.randn(2, 4)
    torch.testing.assert_close(cell(x, h, c), theirs(x, (h, c)))


def test_the_coupled_cell_writes_what_it_forgets() -> None:
    cell = made(layer("CoupledLSTMCell", hidden_size=4), x=features(3)).double()
    x, h, c = torch.randn(2, 3).double(), torch.randn(2, 4).double(), torch.randn(2, 4).double()
    f, g, o = gates(cell.state_dict(), x, h, 3)
    memory = torch.sigmoid(f) * c + (1 - torch.sigmoid(f)) * torch.tanh(g)
    new_h, new_c = cell(x, h, c)
    torch.testing.assert_close(new_c, memory, rtol=1e-12, atol=1e-12)
    torch.testing.assert_close(new_h, torch.sigmoid(o) * torch.tanh(memory), rtol=1e-12, atol=1e-12)


def test_the_coupled_cell_and_the_gru_have_three_quarters_of_an_lstm() -> None:
    lstm, coupled, gru = (
        layer(name, hidden_size=64).cost(x=features(32)).parameters.number
        for name in ("LSTMCell", "CoupledLSTMCell", "GRUCell")
    )
    assert (lstm, coupled, gru) == (25_088, 18_816, 18_816)


def test_the_textbook_gru_resets_before_it_multiplies() -> None:
    cell = made(layer("TextbookGRUCell", hidden_size=4), x=features(3)).double()
    x, h = torch.randn(2, 3).double(), torch.randn(2, 4).double()
    (w_r, w_z, w_h), (u_r, u_z, u_h) = cell.weight_ih.chunk(3), cell.weight_hh.chunk(3)
    b_r, b_z, b_h = cell.bias.chunk(3)
    r, z = torch.sigmoid(x @ w_r.T + h @ u_r.T + b_r), torch.sigmoid(x @ w_z.T + h @ u_z.T + b_z)
    new = (1 - z) * h + z * torch.tanh(x @ w_h.T + (r * h) @ u_h.T + b_h)
    torch.testing.assert_close(cell(x, h), new, rtol=1e-12, atol=1e-12)


def test_the_textbook_gru_is_another_function_than_torchs() -> None:
    cell = made(layer("TextbookGRUCell", hidden_size=4, bias=False), x=features(3))
    theirs = nn.GRUCell(3, 4, bias=False)
    theirs.load_state_dict(cell.state_dict())
    x, h = torch.randn(2, 3), torch.randn(2, 4)
    assert (cell(x, h) - theirs(x, h)).abs().max() > 0.05


def test_a_jordan_cell_feeds_its_answer_back() -> None:
    of = layer("JordanCell", hidden_size=4, output_size=2, activation="softmax")
    cell = made(of, x=features(3))
    x, before = torch.randn(2, 3), torch.rand(2, 2)
    h = torch.tanh(cell.input(x) + before @ cell.feedback.weight.T)
    y, hidden = cell(x, before)
    torch.testing.assert_close(hidden, h)
    torch.testing.assert_close(y, torch.softmax(cell.output(h), dim=1))
    torch.testing.assert_close(cell(x)[1], torch.tanh(cell.input(x)))


def test_a_neuron_adds_up_leaks_and_fires() -> None:
    neuron = made(layer("LeakyIntegrateAndFire", beta=0.5), x=features(1))
    current, v, seen = torch.tensor([[0.75]]), torch.zeros(1, 1), []
    for _ in range(3):
        spike, v = neuron(current, v)
        seen.append((float(spike), float(v)))
    assert seen == [(0.0, 0.75), (1.0, 0.125), (0.0, 0.8125)]


def test_a_spike_passes_the_slope_of_a_curve_and_reset_can_be_to_zero() -> None:
    neuron = made(layer("LeakyIntegrateAndFire", slope=10.0, reset="zero"), x=features(2))
    x = torch.tensor([[1.1, 0.8]], requires_grad=True)
    spike, v = neuron(x)
    spike.sum().backward()
    assert spike.tolist() == [[1.0, 0.0]] and v.tolist() == [[0.0, pytest.approx(0.8)]]
    assert x.grad is not None
    torch.testing.assert_close(x.grad, torch.tensor([[1 / (1 + 10 * 0.1) ** 2, 1 / (1 + 10 * 0.2) ** 2]]))


SENTENCES = [
    (
        layer("LSTM"), (image(3, 4, 4),),
        "LSTM takes a sequence. It gets an image, 3×4×4 = 48 numbers. "
        "ToSequence reads the places one after another as steps.",
    ),
    (
        layer("GRU"), (TensorSpec.of(Kind.TOKENS, 7),),
        "GRU takes a sequence. It gets tokens, 7 numbers. Embedding turns each token into a vector.",
    ),
    (
        layer("RNN"), (features(7),),
        "RNN takes a sequence. It gets features, 7 numbers. Features are one step: Unsqueeze makes a sequence of it.",
    ),
    (
        layer("GRUCell"), (STEPS,),
        "GRUCell takes features. It gets a sequence, 6×3 = 18 numbers. "
        "A cell does one step: take the last one here, or use a layer that runs over all steps.",
    ),
    (
        layer("JordanCell"), (image(3, 4, 4),),
        "JordanCell takes features. It gets an image, 3×4×4 = 48 numbers. Put Flatten in between.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("broken", "inputs", "text"), SENTENCES, ids=lambda v: str(v)[:20])
def test_a_wrong_input_is_explained_and_the_proposal_cures(broken: Layer, inputs: tuple[Any, ...], text: str) -> None:
    error = refusal(broken, *inputs)
    assert sentence(error) == text
    (fix,) = error.fixes
    assert cured(broken, {"x": inputs[0]}, fix)


def test_a_state_of_another_size_is_cured_by_a_linear() -> None:
    broken = layer("LSTM", hidden_size=4, bidirectional=True)
    with pytest.raises(Exception, match="LSTM needs 8 numbers as its state h") as caught:
        broken.output(x=STEPS, h=features(5))
    (fix,) = caught.value.fixes  # type: ignore[attr-defined]
    assert cured(broken, {"x": STEPS, "h": features(5)}, fix)


def test_an_lstm_cell_wants_both_states() -> None:
    with pytest.raises(Exception, match="LSTMCell takes both h and c, or neither of them"):
        layer("LSTMCell", hidden_size=4).output(x=features(3), h=features(4))


def test_lengths_are_one_number_per_example() -> None:
    with pytest.raises(Exception, match="GRU takes a label"):
        layer("GRU").output(x=STEPS, lengths=features(4))
