"""The numbers of one class: which are literals, which follow from its arguments, and which arguments it needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphs.elements import why_not_named
from graphs.expressions import is_expression
from graphs.network import Network
from graphs.printing.formulas import MISSING, Formula, composed, constant, drawn_formula, first_fitting
from graphs.printing.places import Place, dimension_names, is_name, size_symbol
from graphs.programs import is_taken


def literal(value: Any) -> str:
    """A number, a choice or a row as it is written in Python."""
    match value:
        case list():
            return "[" + ", ".join(map(literal, value)) + "]"
        case tuple():
            inner = ", ".join(map(literal, value))
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        case slice():
            return f"slice({literal(value.start)}, {literal(value.stop)}, {literal(value.step)})"
        case str():
            text = repr(value)
            return f'"{value}"' if text == f"'{value}'" and '"' not in value else text
        case None | bool() | int() | float():
            text = repr(value)
            return f'float("{text}")' if text in ("inf", "-inf", "nan") else text
    raise TypeError(f"{type(value).__name__} cannot be printed as an argument")


@dataclass(frozen=True)
class Argument:
    """An argument of a class: a symbol (or, where none fits, a number of its own) under a name, with its default."""

    name: str
    symbol: str | None
    kind: str
    default: str | None = None

    @property
    def text(self) -> str:
        """How it stands in the head of ``__init__``."""
        return f"{self.name}: {self.kind}" + ("" if self.default is None else f" = {self.default}")


class Numbers:
    """Explains columns: the values of one number at every place of a class, drawn ones first.

    ``drawn`` is how many places are real. What is asked for with `write` becomes an argument of the class.
    """

    def __init__(self, places: Sequence[Place], drawn: int, taken: Iterable[str], defaults: Mapping[str, str]):
        self.places, self.drawn = places, drawn
        self._symbols = [place.symbols for place in places]
        self._defaults = defaults
        first = places[0]
        self._inputs = list(first.given)
        self._taken = {*taken, *first.arguments}
        self._names: dict[str, str] = {}
        self._extras: dict[str, tuple[Any, ...]] = {}
        self._attributes: dict[str, str] = {}
        self._nodes = {node.name for node in first.network}
        self._sizes = {
            (name, dimension): size_symbol(number, dimension)
            for number, (name, spec) in enumerate(first.given.items())
            for dimension in dimension_names(spec)
        }
        self._parameters = [Formula.of(name) for name in first.arguments if is_name(name)]
        self._dimensions = [Formula.of(name) for name in first.symbols if "·" in name]
        self._expressions = list(self._drawn_in(first.network))

    def _drawn_in(self, network: Network) -> Iterator[Formula]:
        seen: set[str] = set()
        for node in network:
            for formula in self.of_node(node.id):
                if formula.symbols and formula.source not in seen:
                    seen.add(formula.source)
                    yield formula

    def of_node(self, node: int, first: str = "") -> list[Formula]:
        """What is drawn as arithmetic at a node, that of one parameter first."""
        placed = self.places[0].network.node(node)
        order = sorted(placed.parameters, key=lambda name: name != first)
        texts = [text for name in order for text in _texts(placed.parameters[name])]
        if is_expression(placed.repeat):
            texts.append(str(placed.repeat))
        return [formula for text in texts if (formula := drawn_formula(text, self._sizes)) is not None]

    # ------------------------------------------------------------------ explaining

    def explain(
        self, column: Sequence[Any], own: Sequence[Formula] = (), *, loose: bool = True
    ) -> Formula | str | None:
        """A formula that gives the column, the text of a literal, or None when there is neither.

        What the drawing says at the node (``own``) comes first, then what never changes, then the shortest.
        """
        if all(
            isinstance(value, int | float) and not isinstance(value, bool) for value in column if value is not MISSING
        ):
            found = first_fitting(own, self._symbols, column, loose=loose)
            if found is not None and found.symbols:
                return found
            if not constant(column):
                names = [*self._parameters, *self._expressions, *self._dimensions]
                found = first_fitting(names, self._symbols, column, loose=loose)
                found = composed(names, self._symbols, column) if found is None else found
                if found is not None:
                    return found
        known = [value for value in column if value is not MISSING]
        if constant(column):
            return literal(known[0]) if known else None
        return self._as_drawn(column, loose)

    def _as_drawn(self, column: Sequence[Any], loose: bool) -> Formula | str | None:
        """What holds at least at every drawn place."""
        real, symbols = column[: self.drawn], self._symbols[: self.drawn]
        if constant(real):
            known = [value for value in real if value is not MISSING]
            return literal(known[0]) if known else None
        names = [*self._parameters, *self._expressions, *self._dimensions]
        return first_fitting(names, symbols, real, loose=loose)

    def write(self, found: Formula | str, *, stored: bool = False) -> str:
        """The text of what was found; the symbols in it become arguments. ``stored`` is for use in ``forward``."""
        if isinstance(found, str):
            return found
        names = {symbol: self._argument(symbol) for symbol in found.symbols}
        return found.text({symbol: self._stored(name) for symbol, name in names.items()} if stored else names)

    def own_argument(self, column: Sequence[Any], hint: str, *, stored: bool = False) -> str:
        """An argument for a column that nothing explains."""
        values = tuple(column[: self.drawn])
        name = next((name for name, known in self._extras.items() if _same(known, values)), None)
        if name is None:
            name = self._free(hint)
            self._extras[name] = values
        return self._stored(name) if stored else name

    def known_only(self, formula: Formula) -> str | None:
        """The formula where it needs no argument that is not there anyway; sizes are then named by their axes."""
        names = dict(self._names)
        for symbol in formula.symbols:
            if symbol not in names:
                if "·" not in symbol:
                    return None
                names[symbol] = symbol.rsplit("·", 1)[1][0].upper().replace("L", "T")
        return formula.text(names)

    def _argument(self, symbol: str) -> str:
        if symbol not in self._names:
            wanted = symbol
            if "·" in symbol:
                _, number, dimension = symbol.split("·")
                wanted = f"in_{dimension}" if len(self._inputs) == 1 else f"{self._inputs[int(number)]}_{dimension}"
                self._names[symbol] = self._free(wanted.replace("-", "_").lower())
            else:
                self._names[symbol] = wanted if not is_taken(wanted) and wanted != "i" else self._free(f"{wanted}_")
        return self._names[symbol]

    def _free(self, wanted: str) -> str:
        name, number = wanted, 1
        while name in self._taken or is_taken(name) or not is_name(name) or name == "i":
            number += 1
            name = f"{wanted}{number}" if is_name(wanted) else f"size{number}"
        self._taken.add(name)
        return name

    def _stored(self, name: str) -> str:
        if name not in self._attributes:
            attribute = name
            while attribute in self._nodes or why_not_named(attribute) is not None:
                attribute = f"{attribute}_size"
            self._attributes[name] = attribute
        return f"self.{self._attributes[name]}"

    # ------------------------------------------------------------------ what came of it

    @property
    def attributes(self) -> dict[str, str]:
        """The arguments that ``forward`` uses, and the attributes that keep them."""
        return dict(self._attributes)

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """What the class takes: sizes that arrive, parameters, numbers of its own; those with a default last."""
        first = self.places[0].symbols
        symbols = sorted(self._names, key=lambda symbol: ("·" not in symbol, list(first).index(symbol)))
        found = [
            Argument(self._names[symbol], symbol, self._kind(symbol), self._defaults.get(symbol)) for symbol in symbols
        ]
        found += [Argument(name, None, _kind(values)) for name, values in self._extras.items()]
        return tuple(sorted(found, key=lambda argument: argument.default is not None))

    def _kind(self, symbol: str) -> str:
        return _kind([symbols[symbol] for symbols in self._symbols[: self.drawn] if symbol in symbols])

    def value(self, argument: Argument, place: Place) -> Any:
        """What an argument is at a place of this class."""
        if argument.symbol is not None:
            return place.symbols.get(argument.symbol, MISSING)
        known = zip(self.places[: self.drawn], self._extras[argument.name], strict=True)
        return next((value for one, value in known if one.body is place.body), MISSING)


def _texts(value: Any) -> Iterator[str]:
    if is_expression(value):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


def _same(one: Sequence[Any], other: Sequence[Any]) -> bool:
    return list(map(repr, one)) == list(map(repr, other))


def _kind(values: Sequence[Any]) -> str:
    """The annotation of an argument."""
    kinds = {type(value) for value in values}
    if kinds == {int, float}:
        return "float"
    if len(kinds) == 1 and (kind := kinds.pop()) in (int, float, bool, str):
        return kind.__name__
    rows = [value for value in values if isinstance(value, tuple)]
    if rows and all(isinstance(item, int) for row in rows for item in row):
        return "tuple[int, ...]" if len(rows) == len(values) else "int | tuple[int, ...]"
    return "object"
