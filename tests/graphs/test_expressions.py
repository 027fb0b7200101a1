"""Arithmetic in parameters: what it can say, and that nothing in it is ever executed."""

import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphs.expressions import ExpressionError, evaluate, is_expression, resolve
from graphs.tensors import Kind, TensorSpec

SCOPE = {"classes": 10, "width": 0.5, "x": TensorSpec.of(Kind.IMAGE, 6, 28, "W")}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("=classes", 10),
        ("=4*classes", 40),
        ("= 2 + 3 * 4", 14),
        ("=-classes", -10),
        ("=+classes", 10),
        ("=(classes + 1) // 2", 5),
        ("=classes % 3", 1),
        ("=2**10", 1024),
        ("=classes / 4", 2.5),
        ("=classes * width", 5.0),
        ("=min(classes, 3)", 3),
        ("=max(1, classes, 7)", 10),
        ("=min(4)", 4),
        ("=6*x.channels", 36),
        ("=x.height", 28),
    ],
)
def test_what_can_be_calculated(text: str, value: float) -> None:
    assert evaluate(text, SCOPE) == value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("=", "cannot be read as arithmetic"),
        ("=2 +", "cannot be read as arithmetic"),
        ("=1 2", "cannot be read as arithmetic"),
        ("=clases", "There is no parameter called clases. Known here: classes, width, x."),
        ("=x", "There is no parameter called x."),
        ("=1/0", "divides by zero"),
        ("=1%0", "divides by zero"),
        ("=0**-1", "divides by zero"),
        ("=9**9**9", "too large"),
        ("=2**64", "too large"),
        ("=(-8)**0.5", "too large"),
        ("=1e999", "too large"),
        ("=1e999 - 1e999", "too large"),
        ("=" + "9" * 190, "too large"),
        ("=x.width", "x.width is not a fixed number"),
        ("=x.length", "x has no length"),
        ("=classes.height", "classes has no height"),
        ("=1" + "+1" * 200, "at most 200 characters"),
    ],
)
def test_what_cannot_is_said_in_a_sentence(text: str, said: str) -> None:
    with pytest.raises(ExpressionError) as caught:
        evaluate(text, SCOPE)
    assert said in str(caught.value.message)


@pytest.mark.parametrize(
    "text",
    [
        "=__import__('os').system('true')",
        "=().__class__.__bases__[0].__subclasses__()",
        "=x.__class__",
        "=x.channels.real",
        "=open('/etc/passwd')",
        "=exec('1')",
        "=[1][0]",
        "=lambda: 1",
        "=(y := 3)",
        "=f'{classes}'",
        "='a' * 10",
        "=True",
        "=None",
        "=1 if 1 else 2",
        "=1 < 2",
        "=not 1",
        "=1 and 2",
        "=~1",
        "=1 << 99",
        "=1j",
        "=...",
        "=min()",
        "=min(1, default=2)",
        "=max(*classes)",
        "=abs(1)",
        "=min",
        "=1\nimport os",
        "=\0",
        "=\ud800",
        "=" + "(" * 190,
        "=" + "-" * 190 + "1" + "(",
        "=await classes",
        "=yield",
    ],
)
def test_nothing_else_is_arithmetic(text: str) -> None:
    with pytest.raises(ExpressionError):
        evaluate(text, SCOPE)


def test_deep_signs_are_only_arithmetic() -> None:
    assert evaluate("=" + "-" * 190 + "1", {}) == 1


@given(st.text(max_size=40) | st.text("0123456789.+-*/%() classeswidthx,minmaxe", max_size=60))
def test_any_text_is_a_finite_number_or_a_sentence(text: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            value = evaluate("=" + text, SCOPE)
        except ExpressionError as error:
            assert str(error.message)
        else:
            assert isinstance(value, int | float) and math.isfinite(value)


def test_only_texts_that_begin_with_an_equals_sign_are_expressions() -> None:
    assert is_expression("=4")
    assert not any(map(is_expression, ("same", "", 4, None, ["=4"])))


def test_rows_are_resolved_number_by_number_and_whole_results_are_whole_numbers() -> None:
    assert resolve(["=classes", 5, ["=2*classes"]], SCOPE) == (10, 5, (20,))
    assert resolve("same", SCOPE) == "same"
    whole = resolve("=classes * width", SCOPE)
    assert (whole, type(whole)) == (5, int)
    assert resolve("=classes / 4", SCOPE) == 2.5
