"""Formulas over the names a class knows: read from the drawing, or found by comparing numbers at many places.

A formula is a parsed expression. It is calculated here, operator by operator; nothing is ever executed.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations
from typing import Any

from graphs.parsing import parse_expression

Number = int | float

MISSING: Any = type("Missing", (), {"__repr__": lambda self: "missing"})()
"""Stands in a column where a place has no such value."""

_SIGNS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
}
_FUNCTIONS: dict[str, Callable[..., Any]] = {"min": min, "max": max, "int": int}


@dataclass(frozen=True, eq=False)
class Formula:
    """An expression over symbols: names that stand for numbers."""

    tree: ast.expr

    @classmethod
    def of(cls, text: str) -> Formula:
        """Read a formula from text."""
        return cls(parse_expression(text).body)

    @property
    def source(self) -> str:
        """The formula as text, over symbols."""
        return ast.unparse(self.tree)

    @property
    def symbols(self) -> list[str]:
        """The symbols it uses, in their order."""
        functions = {id(node.func) for node in ast.walk(self.tree) if isinstance(node, ast.Call)}
        names = (node for node in ast.walk(self.tree) if isinstance(node, ast.Name) and id(node) not in functions)
        return list(dict.fromkeys(node.id for node in names))

    def text(self, names: Mapping[str, str]) -> str:
        """The formula with other names for its symbols."""
        return ast.unparse(_Renamed(names).visit(parse_expression(self.source)).body)

    def value(self, symbols: Mapping[str, Number]) -> Number:
        """Calculate it. Raises KeyError where a symbol is not known, ArithmeticError where there is no number."""
        return _calculated(self.tree, symbols)

    def variants(self) -> Iterator[Formula]:
        """The formula, and where it divides also with whole numbers as results: ``c // 2``, ``int(c / 2)``."""
        yield self
        if any(isinstance(node, ast.Div) for node in ast.walk(self.tree)):
            whole = _Whole().visit(parse_expression(self.source)).body
            yield Formula(whole)
            yield Formula.of(f"int({self.source})")


class _Renamed(ast.NodeTransformer):
    def __init__(self, names: Mapping[str, str]):
        self.names = names

    def visit_Call(self, node: ast.Call) -> ast.Call:
        node.args = [self.visit(argument) for argument in node.args]  # what is called keeps its name
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return parse_expression(self.names.get(node.id, node.id)).body


class _Whole(ast.NodeTransformer):
    def visit_Div(self, node: ast.Div) -> ast.FloorDiv:
        return ast.FloorDiv()


def _calculated(node: ast.expr, symbols: Mapping[str, Number]) -> Number:
    match node:
        case ast.Constant(value=int() | float() as number):
            return number
        case ast.Name(id=name):
            return symbols[name]
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_calculated(operand, symbols)
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return _calculated(operand, symbols)
        case ast.BinOp(left=left, op=sign, right=right):
            one, other = _calculated(left, symbols), _calculated(right, symbols)
            if isinstance(sign, ast.Pow) and (abs(other) > 64 or abs(one) > 2**32):
                raise OverflowError
            return _SIGNS[type(sign)](one, other)  # type: ignore[no-any-return]
        case ast.Call(func=ast.Name(id=name), args=arguments):
            return _FUNCTIONS[name](*(_calculated(argument, symbols) for argument in arguments))  # type: ignore[no-any-return]
    raise KeyError(ast.dump(node))


def drawn_formula(text: str, symbols: Mapping[tuple[str, str], str]) -> Formula | None:
    """Read what the drawing says (``=4*x.channels``); ``symbols`` has the symbol of each dimension of an input."""
    try:
        tree = parse_expression(text.removeprefix("=").strip())
    except (SyntaxError, ValueError):
        return None
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if (node.value.id, node.attr) not in symbols:
                return None
        elif not isinstance(node, ast.Expression | ast.BinOp | ast.UnaryOp | ast.Call | ast.Name | ast.Constant) and (
            not isinstance(node, ast.operator | ast.unaryop | ast.expr_context)
        ):
            return None

    class Flat(ast.NodeTransformer):
        def visit_Attribute(self, node: ast.Attribute) -> ast.Name:
            assert isinstance(node.value, ast.Name)
            return ast.Name(id=symbols[node.value.id, node.attr])

    return Formula(Flat().visit(tree).body)


def constant(column: Sequence[Any]) -> bool:
    """Whether all known values of a column are the same, also in their type."""
    known = [repr(value) for value in column if value is not MISSING]
    return len(set(known)) <= 1


def fits(formula: Formula, symbols: Sequence[Mapping[str, Number]], column: Sequence[Any], *, loose: bool) -> bool:
    """Whether a formula gives the column, place by place. ``loose`` takes 1 for 1.0."""
    for known, wanted in zip(symbols, column, strict=True):
        if wanted is MISSING:
            continue
        try:
            got = formula.value(known)
        except (KeyError, ArithmeticError, TypeError, ValueError):
            return False
        if got != wanted or (type(got) is not type(wanted) and not (loose and isinstance(wanted, float))):
            return False
    return True


def first_fitting(
    formulas: Iterable[Formula], symbols: Sequence[Mapping[str, Number]], column: Sequence[Any], *, loose: bool
) -> Formula | None:
    """The first of these formulas that gives the column."""
    tried = (variant for formula in formulas for variant in formula.variants())
    return next((formula for formula in tried if fits(formula, symbols, column, loose=loose)), None)


def composed(
    names: Sequence[Formula], symbols: Sequence[Mapping[str, Number]], column: Sequence[Any]
) -> Formula | None:
    """Find a short formula for a column of whole numbers: ``4 * c``, ``c // 2``, ``c + 32``, ``c * h * w``, …

    ``names`` are what it may be made of; only those that are known at every place with a value are used.
    """
    rows = [place for place, value in enumerate(column) if value is not MISSING]
    if any(type(column[row]) is not int for row in rows):
        return None
    values = [column[row] for row in rows]
    parts: list[tuple[str, list[int]]] = []
    for name in names:
        try:
            numbers = [name.value(symbols[row]) for row in rows]
        except (KeyError, ArithmeticError, TypeError):
            continue
        twice = any(numbers == others for _, others in parts)
        if not twice and all(type(number) is int and number > 0 for number in numbers) and len(set(numbers)) > 1:
            parts.append((name.source, numbers))  # type: ignore[arg-type]
    searches = (_of_one, _of_two, _of_three)
    texts = (text for search in searches for text in search(parts, values))
    known = [symbols[row] for row in rows]
    return next((found for text in texts if fits(found := Formula.of(text), known, values, loose=False)), None)


def _ratio(values: Sequence[int], of: Sequence[int]) -> int:
    """The whole number that all values are of the others; 0 when there is none."""
    ratio = values[0] // of[0] if of[0] else 0
    return ratio if all(value == ratio * one for value, one in zip(values, of, strict=True)) else 0


def _line(values: Sequence[int], of: Sequence[int]) -> tuple[int, int] | None:
    """The whole numbers a, c with value = a + c·other; only where three places speak for it."""
    points = sorted(set(zip(of, values, strict=True)))
    if len({x for x, _ in points}) < 3:
        return None
    (x, y), (u, v) = points[0], points[-1]
    slope, rest = divmod(v - y, u - x)
    offset = y - slope * x
    if rest or slope == 0 or any(y != offset + slope * x for x, y in points):
        return None
    return offset, slope


def _of_one(parts: Sequence[tuple[str, list[int]]], values: Sequence[int]) -> Iterator[str]:
    for text, numbers in parts:
        if ratio := _ratio(values, numbers):
            yield text if ratio == 1 else f"{ratio} * ({text})"
        if ratio := _ratio(numbers, values):
            yield f"({text}) // {ratio}"
    for text, numbers in parts:
        for divisor in (2, 3, 4, 6, 8, 16):
            count = -(-max(values) * divisor // max(numbers))
            if all(value == count * number // divisor for value, number in zip(values, numbers, strict=True)):
                yield f"({text}) // {divisor}" if count == 1 else f"{count} * ({text}) // {divisor}"
        if line := _line(values, numbers):
            offset, slope = line
            times = f"({text})" if slope == 1 else f"{slope} * ({text})"
            if slope < 0:
                yield f"{offset} - ({text})" if slope == -1 else f"{offset} - {-slope} * ({text})"
            else:
                yield f"{times} + {offset}" if offset > 0 else f"{times} - {-offset}"


def _of_two(parts: Sequence[tuple[str, list[int]]], values: Sequence[int]) -> Iterator[str]:
    for (one, a), (other, b) in permutations(parts, 2):
        if all(value == x // y for value, x, y in zip(values, a, b, strict=True)):
            yield f"({one}) // ({other})"
        if all(value == x - y for value, x, y in zip(values, a, b, strict=True)):
            yield f"({one}) - ({other})"
        left = [value - number for value, number in zip(values, a, strict=True)]
        if all(value > 0 for value in left) and (ratio := _ratio(left, b)):
            pair = sorted((one, other), key=lambda text: "·" not in text)
            yield f"({pair[0]}) + ({pair[1]})" if ratio == 1 else f"({one}) + {ratio} * ({other})"
        if all(value < 0 for value in left) and (ratio := _ratio([-value for value in left], b)):
            yield f"({one}) - {ratio} * ({other})"
    for (one, a), (other, b) in combinations(parts, 2):
        if ratio := _ratio(values, [x * y for x, y in zip(a, b, strict=True)]):
            yield f"({one}) * ({other})" if ratio == 1 else f"{ratio} * ({one}) * ({other})"


def _of_three(parts: Sequence[tuple[str, list[int]]], values: Sequence[int]) -> Iterator[str]:
    for (one, a), (two, b), (three, c) in combinations(parts, 3):
        if ratio := _ratio(values, [x * y * z for x, y, z in zip(a, b, c, strict=True)]):
            yield f"{'' if ratio == 1 else f'{ratio} * '}({one}) * ({two}) * ({three})"
        for (first, x), (second, y), (third, z) in (
            ((one, a), (two, b), (three, c)),
            ((two, b), (one, a), (three, c)),
            ((three, c), (one, a), (two, b)),
        ):
            left = [value - number for value, number in zip(values, x, strict=True)]
            ratio = _ratio(left, [u * v for u, v in zip(y, z, strict=True)])
            if ratio > 0:
                yield f"({first}) + {'' if ratio == 1 else f'{ratio} * '}({second}) * ({third})"


def joined(first: str, sign: str, second: str) -> str:
    """Two texts with a sign between them and only the brackets that are needed."""
    return ast.unparse(parse_expression(f"({first}) {sign} ({second})"))


def indexed(first: str, step: str, index: str) -> str:
    """What grows by a step from copy to copy: ``in_channels + 32 * i``."""
    if first == "0":
        return index if step == "1" else joined(step, "*", index)
    if step.startswith("-"):
        return joined(first, "-", index if step == "-1" else joined(step[1:], "*", index))
    return joined(first, "+", index if step == "1" else joined(step, "*", index))
