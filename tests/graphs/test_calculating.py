"""Merging, comparing, calculating; learned and fixed tensors; gradients changed on their way; own formulas."""

from __future__ import annotations

from typing import Any

import pytest
import torch

import graphs
from graphs.catalogue import ParameterError, check_parameters, layer_type
from graphs.layers.expression import FUNCTIONS, inputs_of
from graphs.modules.expression import Expression
from graphs.modules.gradient import GradientReversal, GradientScale, StraightThrough
from graphs.modules.merging import RandomInterpolate
from graphs.modules.products import GramMatrix
from graphs.tensors import Kind, TensorSpec
from tests.graphs.test_rearranging import only, spec
from tests.graphs.test_shape_messages import features, image, layer, refusal, sentence


def test_numbers_meet_one_by_one_and_axes_of_size_one_repeat() -> None:
    shape = layer("Subtract").output(spec(Kind.SEQUENCE, 4, 3), spec(Kind.SEQUENCE, 1, 3))
    assert shape == spec(Kind.SEQUENCE, 4, 3)
    specs = {"a": features(2), "b": features(2)}
    a, b = torch.tensor([[6.0, 1.0]]), torch.tensor([[2.0, 4.0]])
    given = {name: only(layer(name), specs, a=a, b=b).tolist() for name in ("Subtract", "Divide", "Maximum", "Minimum")}
    assert given == {"Subtract": [[4, -3]], "Divide": [[3, 0.25]], "Maximum": [[6, 4]], "Minimum": [[2, 1]]}


def test_lerp_keeps_a_share_of_a_and_takes_the_rest_from_b() -> None:
    a, b, gate = torch.tensor([[10.0, 10.0]]), torch.tensor([[2.0, 2.0]]), torch.tensor([[1.0, 0.25]])
    specs = {"a": features(2), "b": features(2)}
    assert only(layer("Lerp", alpha=0.25), specs, a=a, b=b).tolist() == [[4, 4]]
    gated = only(layer("Lerp"), {**specs, "weight": features(2)}, a=a, b=b, weight=gate)
    assert gated.tolist() == [[10, 4]]


def test_average_of_an_ensemble() -> None:
    xs = [torch.full((1, 2), value) for value in (1.0, 2.0, 6.0)]
    assert only(layer("Average"), {"xs": (features(2),) * 3}, xs=xs).tolist() == [[3, 3]]


def test_a_random_point_lies_between_and_is_ready_for_a_gradient_penalty() -> None:
    real = torch.zeros(50, 3, requires_grad=True)
    y = RandomInterpolate()(real, torch.ones(50, 3))
    assert y.requires_grad and y.is_leaf and float(y.detach().min()) >= 0 and float(y.detach().max()) <= 1
    assert torch.equal(y[:, 0], y[:, 2])  # one share per example
    assert len(y[:, 0].unique()) > 40


def test_the_gram_matrix_behind_a_squared_error_is_equation_4_of_gatys() -> None:
    f, s = torch.rand(1, 3, 4, 5, dtype=torch.float64), torch.rand(1, 3, 4, 5, dtype=torch.float64)
    n, m = 3, 20
    g, a = (torch.einsum("bik,bjk->bij", x.flatten(2), x.flatten(2)) for x in (f, s))
    by_hand = ((g - a) ** 2).sum() / (4 * n**2 * m**2)
    assert torch.allclose(torch.nn.functional.mse_loss(GramMatrix()(f), GramMatrix()(s)), by_hand)
    assert torch.allclose(GramMatrix("none")(f), g)
    assert torch.allclose(GramMatrix("size")(f), g / (n * m))


def test_products_and_distances_by_hand() -> None:
    a, b = torch.tensor([[3.0, 4.0]]), torch.tensor([[4.0, 3.0]])
    specs = {"a": features(2), "b": features(2)}
    assert only(layer("DotProduct"), specs, a=a, b=b).tolist() == [[24]]
    assert only(layer("CosineSimilarity"), specs, a=a, b=b).item() == pytest.approx(24 / 25)
    assert only(layer("PairwiseDistance"), specs, a=a, b=b).item() == pytest.approx(2**0.5, abs=1e-5)
    assert only(layer("OuterProduct"), specs, a=a, b=b).tolist() == [[[12, 9], [16, 12]]]
    assert layer("DotProduct", keepdim=False).output(features(2), features(2)) == TensorSpec(Kind.TENSOR, ())
    assert layer("MatMul").cost(spec(Kind.IMAGE, 2, 3, 4), spec(Kind.IMAGE, 2, 4, 5)).multiply_adds.number == 120


def test_matmul_proposes_to_turn_the_second_matrix() -> None:
    error = refusal(layer("MatMul"), spec(Kind.SEQUENCE, 5, 3), spec(Kind.SEQUENCE, 7, 3))
    assert sentence(error).endswith("Both have the same number of columns: turn b.")


def test_the_gradient_turns_around() -> None:
    x = torch.rand(3, requires_grad=True)
    y = GradientReversal(0.5)(x)
    assert torch.equal(y, x)
    y.sum().backward()
    assert x.grad is not None and x.grad.tolist() == [-0.5] * 3
    x.grad = None
    GradientScale(0.25)(x).sum().backward()
    assert x.grad is not None and x.grad.tolist() == [0.25] * 3


def test_a_hard_choice_passes_on_exactly_and_learns_through_the_soft_one() -> None:
    soft = torch.rand(100, requires_grad=True)
    hard = soft.round()
    y = StraightThrough()(hard, soft)
    assert torch.equal(y, hard)
    y.sum().backward()
    assert soft.grad is not None and soft.grad.eq(1).all()


def test_behind_a_detach_nothing_learns() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(3,))
    net.add("Output", net.add("Detach", net.add("Linear", x, name="before", out_features=2)), name="out")
    assert not graphs.compile(net)(x=torch.rand(4, 3))["out"].requires_grad


def test_a_class_token_joins_a_sequence() -> None:
    net = graphs.Network()
    steps = net.add("Input", name="steps", field="x", shape=(5, 8))
    token = net.add("LearnedTensor", steps, name="class_token", shape=(1, 8), initial="zeros")
    joined = net.add("Concat", token, steps, dim=0)
    net.add("Output", net.add("FirstToken", joined), name="first")
    tree = graphs.compile(net)
    assert {key: tuple(value.shape) for key, value in tree.state_dict().items()} == {"class_token": (1, 8)}
    assert tree(steps=torch.rand(3, 5, 8))["first"].shape == (3, 8)
    assert graphs.summary(net).parameters == 8


def test_without_like_a_learned_tensor_is_one_example() -> None:
    net = graphs.Network()
    net.add("Output", net.add("LearnedTensor", name="image", shape=(3, 4, 4)), name="out")
    assert graphs.compile(net)()["out"].shape == (1, 3, 4, 4)


def test_a_constant_holds_the_numbers_you_write() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(2,))
    net.add("Output", net.add("Multiply", x, net.add("Constant", x, shape=(2,), values="2, −1")), name="out")
    tree = graphs.compile(net)
    assert tree(x=torch.tensor([[1.0, 3.0]]))["out"].tolist() == [[2, -3]]
    assert list(tree.state_dict()) == []


def test_a_constant_with_too_few_numbers_is_refused_and_cured() -> None:
    constant = layer("Constant", shape=(2, 3), values="1 2 3 4")
    error = refusal(constant)
    assert sentence(error).startswith("Constant of shape 2×3 needs 6 values. It has 4.")
    for fix in error.fixes:
        check_parameters(type(constant), {**constant.model_dump(), **fix.set}).output()
    with pytest.raises(ParameterError, match="It got “two”"):
        layer("Constant", values="two")


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("a * sigmoid(b) + 0.5", lambda a, b: a * torch.sigmoid(b) + 0.5),
        ("-a ** 2 / (1 + abs(b))", lambda a, b: -(a**2) / (1 + b.abs())),
        ("max(a, 0.5) - min(b, a)", lambda a, b: a.clamp(min=0.5) - torch.minimum(b, a)),
        ("clamp(a, 0.2, b)", lambda a, b: torch.minimum(a.clamp(min=0.2), b)),
        ("sqrt(2) * a + log(exp(b)) - 2 ** b", lambda a, b: 2**0.5 * a + b.exp().log() - 2**b),
        ("relu(sin(a) - cos(b)) + tanh(softplus(a))",
         lambda a, b: torch.relu(a.sin() - b.cos()) + torch.nn.functional.softplus(a).tanh()),
    ],
)  # fmt: skip
def test_a_formula_calculates_what_it_says(formula: str, expected: Any) -> None:
    a, b = torch.rand(4, 3, dtype=torch.float64), torch.rand(4, 3, dtype=torch.float64)
    y = Expression(formula)(a=a, b=b)
    assert torch.allclose(y, expected(a, b)) and y.dtype == torch.float64


def test_every_function_of_a_formula_runs() -> None:
    values = {1: "a", 2: "a, 0.5", 3: "a, 0.1, 0.9"}
    for name, (count, function) in FUNCTIONS.items():
        y = Expression(f"{name}({values[count]})")(a=torch.tensor([0.7], dtype=torch.float64))
        by_hand = function(*(0.7, *{1: (), 2: (0.5,), 3: (0.1, 0.9)}[count]))
        assert y.item() == pytest.approx(by_hand)
        constant = Expression(f"a + {name}({values[count].replace('a', '0.7')})")(a=torch.zeros(1, dtype=torch.float64))
        assert constant.item() == pytest.approx(by_hand)


HOSTILE = [
    "__import__('os').system('true')",
    "a.__class__",
    "a.shape",
    "(lambda: a)()",
    "[a for a in b]",
    "a if a else b",
    "a and b",
    "a < b",
    "a[0]",
    "x",
    "exec(a)",
    "eval(a)",
    "open(a)",
    "torch.exp(a)",
    "exp(a, b)",
    "exp(x=a)",
    "exp(*a)",
    "(a := 3)",
    "a; b",
    "a\nb",
    "import os",
    "'a'",
    "True * a",
    "1j * a",
    "...",
    "a @ b",
    "a // b",
    "a % b",
    "~a",
    "not a",
    "f'{a}'",
    "await a",
    "9 ** 9 ** 9 ** 9 * a",
    "a + 1e999",
    "a / 0 / (1 - 1) ** -1",
    "a * (1 / 0)",
    "a + log(-1)",
    "a * (-8) ** 0.5",
    "1 + 2",
    "",
    "a" + " + a" * 100,
    "(" * 99 + "a" + ")" * 99 + "\0",
    "ａ.b",
    "абв",
]


@pytest.mark.parametrize("formula", HOSTILE)
def test_what_is_no_formula_is_refused_in_words(formula: str) -> None:
    with pytest.raises(ParameterError) as caught:
        check_parameters(layer_type("Expression"), {"expression": formula})
    assert len(str(caught.value)) > 25 and caught.value.parameter == "expression"


def test_the_module_refuses_by_itself_what_the_drawing_refuses() -> None:
    for formula in ("__import__('os')", "a.__class__", "exec(a)", "a[0]", "(lambda: a)()", "a < a", "'a'", "exp(x=a)"):
        with pytest.raises(ValueError, match="formula"):
            Expression(formula)(a=torch.ones(1))


def test_a_formula_names_what_is_missing_and_what_is_too_much() -> None:
    asked = layer("Expression", expression="a + c")
    assert inputs_of("a + c") == ("a", "c")
    assert sentence(refusal(asked, features(2))).startswith("The formula uses c. Nothing is wired to it.")
    error = refusal(asked, features(2), features(2), features(2))
    assert error.port == "b" and str(error.expected) == "The formula does not use b."


def test_a_formula_over_losses_gives_one_number_for_the_batch() -> None:
    loss = TensorSpec.of(Kind.SCALAR)
    assert layer("Expression", expression="a + 0.3 * b").output(loss, loss) == loss
    assert layer("Scale", factor=0.3).output(loss) == loss


def test_formulas_need_axes_that_go_together() -> None:
    error = refusal(layer("Expression", expression="a + b"), image(3, 4, 4), features(3))
    assert sentence(error).startswith("Expression needs inputs with the same number of axes.")
