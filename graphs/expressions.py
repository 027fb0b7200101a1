"""Arithmetic in parameters: ``=4*channels`` is read as a tree and calculated; nothing is ever executed."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from graphs.message import Message, say
from graphs.parsing import parse_expression

Number = int | float

_BINARY: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {"min": min, "max": max}
_ATTRIBUTES = frozenset({"channels", "features", "length", "height", "width"})
_LONGEST = 200
_LARGEST = 2**63


class ExpressionError(ValueError):
    """An expression that cannot be read or calculated; ``message`` says why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def is_expression(value: Any) -> bool:
    """Whether a raw parameter is arithmetic: a text that starts with ``=``."""
    return isinstance(value, str) and value.startswith("=")


@lru_cache(maxsize=4096)
def _parsed(source: str) -> ast.Expression:
    """The tree of an arithmetic text; a text is calculated many times, once for every copy of a block."""
    return parse_expression(source)


def evaluate(text: str, scope: Mapping[str, Any]) -> Number:
    """Calculate ``=4*channels`` with the names of ``scope``.

    Numbers, names, ``+ - * / // % **``, brackets, ``min``, ``max`` and, on a name that stands for a tensor, its
    ``channels, features, length, height, width``. Raises `ExpressionError`.
    """
    source = text.removeprefix("=").strip()
    if len(source) > _LONGEST:
        raise ExpressionError(say("An expression has at most {n} characters.", n=_LONGEST))
    try:
        tree = _parsed(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise ExpressionError(say("“{text}” cannot be read as arithmetic such as =4*channels.", text=text)) from error
    try:
        return _value(tree.body, scope)
    except ZeroDivisionError as error:
        raise ExpressionError(say("“{text}” divides by zero.", text=text)) from error
    except OverflowError as error:
        raise ExpressionError(say("“{text}” gives a number that is too large.", text=text)) from error


def _value(node: ast.expr, scope: Mapping[str, Any]) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            if not abs(number) <= _LARGEST:
                raise OverflowError
            return number
        case ast.Name(id=name):
            if name not in scope or not isinstance(scope[name], int | float):
                known = ", ".join(sorted(scope)) or "–"
                raise ExpressionError(
                    say("There is no parameter called {name}. Known here: {known}.", name=name, known=known)
                )
            return scope[name]  # type: ignore[no-any-return]
        case ast.Attribute(value=ast.Name(id=name), attr=attribute) if attribute in _ATTRIBUTES and name in scope:
            try:
                value = getattr(scope[name], attribute)
            except (AttributeError, KeyError) as error:
                raise ExpressionError(say("{name} has no {attribute}.", name=name, attribute=attribute)) from error
            if not isinstance(value, int):
                raise ExpressionError(say("{name}.{attribute} is not a fixed number.", name=name, attribute=attribute))
            return value
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, scope)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _value(operand, scope)
        case ast.BinOp(left=left, op=sign, right=right) if type(sign) in _BINARY:
            a, b = _value(left, scope), _value(right, scope)
            if isinstance(sign, ast.Pow) and (abs(b) > 64 or abs(a) > 2**32):
                raise OverflowError
            result = _BINARY[type(sign)](a, b)
            if isinstance(result, complex) or abs(result) > _LARGEST:
                raise OverflowError
            return result  # type: ignore[no-any-return]
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS and arguments:
            return _FUNCTIONS[name]([_value(argument, scope) for argument in arguments])  # type: ignore[no-any-return]
    raise ExpressionError(
        say(
            "Only numbers, names, + - * / // % **, min and max can stand in an expression, not “{part}”.",
            part=ast.unparse(node),
        )
    )


def resolve(raw: Any, scope: Mapping[str, Any]) -> Any:
    """Replace every expression inside a raw parameter, also inside rows of numbers, by its value."""
    if isinstance(raw, str) and raw.startswith("="):
        value = evaluate(raw, scope)
        return int(value) if isinstance(value, float) and value.is_integer() else value
    if isinstance(raw, list | tuple):
        return tuple(resolve(item, scope) for item in raw)
    return raw


def names_in(text: str) -> frozenset[str]:
    """The names an expression uses; none when it cannot be read."""
    try:
        tree = parse_expression(text.removeprefix("=").strip())
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return frozenset()
    return frozenset(node.id for node in ast.walk(tree) if isinstance(node, ast.Name)) - set(_FUNCTIONS)
