"""A layer of your own without code: a formula over what arrives, read as a tree and never executed as Python."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Iterator
from typing import Any

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Family, In, Layer, Port, ShapeError
from graphs.layers.pairs import broadcast
from graphs.message import say
from graphs.parsing import parse_expression
from graphs.tensors import TensorSpec

_LONGEST = 200
_INPUTS = ("a", "b", "c", "d")
_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


def _sigmoid(x: float) -> float:
    return 1 / (1 + math.exp(-x)) if x >= 0 else math.exp(x) / (1 + math.exp(x))


FUNCTIONS: dict[str, tuple[int, Callable[..., float]]] = {
    "abs": (1, abs),
    "exp": (1, math.exp),
    "log": (1, math.log),
    "sqrt": (1, math.sqrt),
    "sin": (1, math.sin),
    "cos": (1, math.cos),
    "tanh": (1, math.tanh),
    "sigmoid": (1, _sigmoid),
    "relu": (1, lambda x: max(0.0, x)),
    "softplus": (1, lambda x: max(0.0, x) + math.log1p(math.exp(-abs(x)))),
    "min": (2, min),
    "max": (2, max),
    "clamp": (3, lambda x, low, high: min(max(x, low), high)),
}
"""The functions of a formula: how many values each takes, and what it does to plain numbers."""


def inputs_of(formula: str) -> tuple[str, ...]:
    """The inputs a formula uses, in the order a, b, c, d. Raises ValueError with a message about what cannot stand."""
    if len(formula) > _LONGEST:
        raise ValueError(say("A formula has at most {n} characters.", n=_LONGEST))
    try:
        tree = parse_expression(formula.strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ValueError(
            say("“{text}” cannot be read as a formula such as a * sigmoid(b) + 0.5.", text=formula)
        ) from error
    _number(tree.body)
    used = set(_names(tree.body))
    if not used:
        raise ValueError(say("A formula uses at least one of the inputs a, b, c, d. “{text}” uses none.", text=formula))
    return tuple(name for name in _INPUTS if name in used)


def _names(node: ast.expr) -> Iterator[str]:
    """The inputs in a tree that has been checked."""
    functions = {id(call.func) for call in ast.walk(node) if isinstance(call, ast.Call)}
    return (one.id for one in ast.walk(node) if isinstance(one, ast.Name) and id(one) not in functions)


def _number(node: ast.expr) -> float | None:
    """Check a tree; return its value when no input is in it. Raises ValueError for what cannot stand in a formula."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return _finite(node, lambda: float(number))
        case ast.Name(id=name) if name in _INPUTS:
            return None
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
            value = _number(operand)
            return None if value is None else -value if isinstance(sign, ast.USub) else value
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _BINARY:
            one, two = _number(left), _number(right)
            if one is None or two is None:
                return None
            return _finite(node, lambda: _BINARY[type(sign)](one, two))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in FUNCTIONS:
            count, function = FUNCTIONS[name]
            if len(arguments) != count:
                raise ValueError(
                    say("In a formula {name} takes {n} values. It got {got}.", name=name, n=count, got=len(arguments))
                )
            values = [_number(argument) for argument in arguments]
            if any(value is None for value in values):
                return None
            return _finite(node, lambda: function(*values))
    raise ValueError(
        say(
            "Only numbers, the inputs a, b, c, d, + - * / **, brackets and {functions} can stand in a formula, "
            "not “{part}”.",
            functions=", ".join(FUNCTIONS),
            part=ast.unparse(node),
        )
    )


def _finite(node: ast.expr, calculate: Callable[[], Any]) -> float:
    """The value of a part without inputs, which has to be a number."""
    try:
        value = calculate()
    except (ArithmeticError, ValueError):
        value = math.nan
    if isinstance(value, complex) or not math.isfinite(value):
        raise ValueError(say("In the formula, “{part}” is not a finite number.", part=ast.unparse(node)))
    return float(value)


class Expression(Layer):
    """Calculate a formula of your own, number by number."""

    family = Family.SHAPE
    inputs = tuple(
        Port(name, optional=True, description="an input of the formula, when it is used") for name in _INPUTS
    )
    chinese = "表达式"
    analogy = "A cell of a spreadsheet: you write what it shall be, and it follows what it refers to."
    advice = "Use it for a gate, a mixture or an activation that no other layer offers."
    pitfall = "Logarithms of zero and divisions by zero run through without a word: clamp what goes into them."
    keywords = ("formula", "arithmetic", "custom", "own layer", "spreadsheet", "lambda", "公式", "自定义")
    formula = r"y = f(a, b, c, d)"
    source = "PyTorch: the elementwise operations of torch"

    expression: str = Field(
        "a * sigmoid(b) + 0.5",
        description="the formula, with + - * / **, abs, exp, log, sqrt, sin, cos, tanh, sigmoid, relu, softplus, min, "
        "max, clamp",
        face="y =",
        rank=1,
    )

    @pydantic.field_validator("expression")
    @classmethod
    def _legal(cls, expression: str) -> str:
        inputs_of(expression)
        return expression

    def output(
        self,
        a: TensorSpec | None = None,
        b: TensorSpec | None = None,
        c: TensorSpec | None = None,
        d: TensorSpec | None = None,
    ) -> TensorSpec:
        wired = {name: spec for name, spec in zip(_INPUTS, (a, b, c, d), strict=True) if spec is not None}
        used = inputs_of(self.expression)
        for name in used:
            if name not in wired:
                raise ShapeError(
                    name,
                    say("The formula uses {name}.", name=name),
                    say("Nothing is wired to it."),
                    say("Drag a wire to it, or leave it out of the formula: which one cannot be told from here."),
                )
        for name in wired:
            if name not in used:
                raise ShapeError(
                    name,
                    say("The formula does not use {name}.", name=name),
                    say("A wire is there."),
                    say("Take the wire away, or write it into the formula: which one cannot be told from here."),
                )
        return broadcast(self, {name: wired[name] for name in used})

    def torch(self, **inputs: TensorSpec) -> Call:
        named = {name: In(name) for name in _INPUTS if name in inputs}
        return Call("graphs.modules.expression.Expression", (self.expression,), on=(), on_kwargs=named)
