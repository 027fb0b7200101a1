"""Activations and gates bend numbers as their formulas say, and say what they cannot take."""

from __future__ import annotations

import math
from typing import Any

import pytest
import torch
import torch.nn.functional as F

from graphs.catalogue import ParameterError
from graphs.layer import Layer
from graphs.tensors import Kind, TensorSpec
from tests.graphs.placing import build, run
from tests.graphs.test_shape_messages import cured, features, image, layer, refusal, sentence

NUMBERS = torch.tensor([[-7.0, -2.0, -0.5, -0.25, 0.0, 0.25, 0.5, 2.0, 7.0]])


def answer(of: Layer, x: torch.Tensor, spec: TensorSpec | None = None, training: bool = False) -> torch.Tensor:
    """What a layer makes of a batch; features unless a spec says otherwise."""
    inputs: dict[str, Any] = {"x": spec or features(x.shape[-1])}
    call = of.torch(**inputs)
    assert call is not None
    built = build(call)
    if isinstance(built, torch.nn.Module):
        built.train(training)
    (port,) = type(of).outputs
    return run(call, built, {"x": x}, (port.name,))[port.name]


BY_HAND = [
    (layer("ReLU6"), [0, 0, 0, 0, 0, 0.25, 0.5, 2, 6]),
    (layer("PReLU", init=0.5), [-3.5, -1, -0.25, -0.125, 0, 0.25, 0.5, 2, 7]),
    (layer("RReLU", lower=0.25, upper=0.75), [-3.5, -1, -0.25, -0.125, 0, 0.25, 0.5, 2, 7]),
    (layer("Threshold", threshold=0.25, value=-1), [-1, -1, -1, -1, -1, -1, 0.5, 2, 7]),
    (layer("Hardtanh", min_val=-1, max_val=2), [-1, -1, -0.5, -0.25, 0, 0.25, 0.5, 2, 2]),
    (layer("Hardsigmoid"), [0, 1 / 6, 2.5 / 6, 2.75 / 6, 0.5, 3.25 / 6, 3.5 / 6, 5 / 6, 1]),
    (layer("Hardswish"), [0, -2 / 6, -1.25 / 6, -0.6875 / 6, 0, 0.8125 / 6, 1.75 / 6, 10 / 6, 7]),
    (layer("Softsign"), [-7 / 8, -2 / 3, -1 / 3, -0.2, 0, 0.2, 1 / 3, 2 / 3, 7 / 8]),
    (layer("Hardshrink", lambd=0.25), [-7, -2, -0.5, 0, 0, 0, 0.5, 2, 7]),
    (layer("Softshrink", lambd=0.25), [-6.75, -1.75, -0.25, 0, 0, 0, 0.25, 1.75, 6.75]),
    (layer("SquaredReLU"), [0, 0, 0, 0, 0, 0.0625, 0.25, 4, 49]),
    (layer("Heaviside"), [0, 0, 0, 0, 1, 1, 1, 1, 1]),
    (layer("Heaviside", at_zero=0.5), [0, 0, 0, 0, 0.5, 1, 1, 1, 1]),
]


@pytest.mark.parametrize(("asked", "expected"), BY_HAND, ids=lambda v: v.type_name() if isinstance(v, Layer) else "")
def test_straight_activations_equal_a_calculation_by_hand(asked: Layer, expected: list[float]) -> None:
    torch.testing.assert_close(answer(asked, NUMBERS), torch.tensor([expected], dtype=torch.float32))


BY_FORMULA = [
    (layer("CELU", alpha=2), lambda x: max(0, x) + min(0, 2 * math.expm1(x / 2))),
    (layer("GELU"), lambda x: x / 2 * (1 + math.erf(x / math.sqrt(2)))),
    (
        layer("GELU", approximate="tanh"),
        lambda x: x / 2 * (1 + math.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),
    ),
    (layer("Mish"), lambda x: x * math.tanh(math.log1p(math.exp(x)))),
    (layer("Softplus", beta=3), lambda x: math.log1p(math.exp(3 * x)) / 3),
    (layer("LogSigmoid"), lambda x: -math.log1p(math.exp(-x))),
    (layer("Tanhshrink"), lambda x: x - math.tanh(x)),
    (layer("Swish", beta=2), lambda x: x / (1 + math.exp(-2 * x))),
    (layer("Sine", omega=3), lambda x: math.sin(3 * x)),
]


@pytest.mark.parametrize(("asked", "formula"), BY_FORMULA, ids=lambda v: v.type_name() if isinstance(v, Layer) else "")
def test_curved_activations_equal_their_formula(asked: Layer, formula: Any) -> None:
    expected = torch.tensor([[formula(x) for x in NUMBERS[0].tolist()]])
    torch.testing.assert_close(answer(asked, NUMBERS), expected, rtol=1e-5, atol=1e-6)


def test_celu_has_no_kink_where_elu_has_one() -> None:
    slopes = {}
    for name in ("CELU", "ELU"):
        x = torch.tensor([[-1e-6]], requires_grad=True)
        answer(layer(name, alpha=3), x).sum().backward()
        slopes[name] = round(float(x.grad), 3) if x.grad is not None else None
    assert slopes == {"CELU": 1.0, "ELU": 3.0}


def test_rrelu_draws_its_slope_between_the_limits_while_training() -> None:
    given = answer(layer("RReLU", lower=0.25, upper=0.75), -torch.ones(1, 2000), training=True)
    assert -0.75 <= float(given.min()) < -0.7 and -0.3 < float(given.max()) <= -0.25


def test_softmin_prefers_the_smallest() -> None:
    given = answer(layer("Softmin"), torch.tensor([[0.0, math.log(3)]]))
    torch.testing.assert_close(given, torch.tensor([[0.75, 0.25]]))


def test_prelu_learns_one_slope_or_one_per_channel() -> None:
    picture = image(6, 4, 4)
    assert layer("PReLU").cost(x=picture).parameters.number == 1
    assert layer("PReLU", num_parameters=None).cost(x=picture).parameters.number == 6


def test_prelu_with_a_wrong_number_of_slopes_proposes_the_right_ones() -> None:
    wrong = layer("PReLU", num_parameters=5)
    error = refusal(wrong, image(6, 4, 4))
    assert sentence(error) == (
        "PReLU takes one slope for all numbers, or one for each of 6 channels. It has 5 slopes. "
        "Leave num_parameters empty, and their number follows the channels."
    )
    assert [fix.set["num_parameters"] for fix in error.fixes] == [6, 1]
    assert all(cured(wrong, {"x": image(6, 4, 4)}, fix) == image(6, 4, 4) for fix in error.fixes)


def test_prelu_has_no_channels_in_a_sequence() -> None:
    wrong, steps = layer("PReLU", num_parameters=None), TensorSpec.of(Kind.SEQUENCE, 5, 8)
    (fix,) = refusal(wrong, steps).fixes
    assert cured(wrong, {"x": steps}, fix) == steps


def test_limits_in_the_wrong_order_are_refused_in_words() -> None:
    with pytest.raises(ParameterError, match=r"max_val lies above min_val, which is 1.0. It got 0.5."):
        layer("Hardtanh", min_val=1, max_val=0.5)
    with pytest.raises(ParameterError, match=r"upper is at least lower, which is 0.5. It got 0.1."):
        layer("RReLU", lower=0.5, upper=0.1)


def test_glu_gates_the_first_half_with_the_second() -> None:
    torch.testing.assert_close(answer(layer("GLU"), torch.tensor([[6.0, 8.0, 0.0, 0.0]])), torch.tensor([[3.0, 4.0]]))


def test_glu_halves_the_channels_of_an_image_and_the_features_of_a_sequence() -> None:
    assert layer("GLU").output(x=image(8, 5, 5)) == image(4, 5, 5)
    assert layer("GLU").output(x=TensorSpec.of(Kind.SEQUENCE, 5, 8)) == TensorSpec.of(Kind.SEQUENCE, 5, 4)


@pytest.mark.parametrize(
    ("odd", "halved"),
    [
        (features(7), features(4)),
        (TensorSpec.of(Kind.SEQUENCE, 5, 7), TensorSpec.of(Kind.SEQUENCE, 5, 4)),
        (image(3, 6, 6), image(2, 6, 6)),
    ],
)
def test_an_odd_number_is_made_even_by_the_layer_before(odd: TensorSpec, halved: TensorSpec) -> None:
    (fix,) = refusal(layer("GLU"), odd).fixes
    assert cured(layer("GLU"), {"x": odd}, fix) == halved


@pytest.mark.parametrize(("name", "bend"), [("SwiGLU", F.silu), ("GEGLU", F.gelu)])
def test_gated_layers_multiply_two_sums(name: str, bend: Any) -> None:
    call = layer(name, out_features=4).torch(x=features(3))
    assert call is not None
    built, x = build(call), torch.randn(5, 3)
    by_hand = bend(x @ built.gate.weight.T + built.gate.bias) * (x @ built.value.weight.T + built.value.bias)
    torch.testing.assert_close(built(x), by_hand)


def test_maxout_with_a_slope_of_one_and_minus_one_is_the_absolute_value() -> None:
    call = layer("Maxout", out_features=1, pieces=2, bias=False).torch(x=features(1))
    assert call is not None
    built = build(call)
    with torch.no_grad():
        built.linear.weight.copy_(torch.tensor([[1.0], [-1.0]]))
    assert built(torch.tensor([[-3.0], [2.0]])).tolist() == [[3.0], [2.0]]


def test_a_gate_counts_both_of_its_matrices() -> None:
    cost = layer("SwiGLU", out_features=8).cost(x=features(3))
    assert (cost.parameters.number, cost.parameters.sum) == (64, "2 × 8 × (3 + 1)")
    assert cost.multiply_adds.number == 48
    assert layer("Maxout", out_features=8, pieces=5).cost(x=features(3)).parameters.number == 160


def test_a_gate_on_an_image_asks_for_flatten() -> None:
    (fix,) = refusal(layer("GEGLU"), image(2, 3, 3)).fixes
    assert cured(layer("GEGLU"), {"x": image(2, 3, 3)}, fix) == features(64)
