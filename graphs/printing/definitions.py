"""One class of the printed file: what it builds, what it does with its inputs, and the arguments it takes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any, Protocol

from graphs.layers.input_output import Output
from graphs.meaning import Source, Step
from graphs.printing.averages import average_method, still_lines
from graphs.printing.bodies import ClassBody, PrintedLine, wrapped
from graphs.printing.calls import Calls
from graphs.printing.formulas import MISSING, Formula, constant, indexed, joined
from graphs.printing.numbers import Argument, Numbers
from graphs.printing.places import Place, built_steps, made
from graphs.printing.scans import outlets_of, scan_methods, scan_sentence, start_text
from graphs.printing.shapes import sentence
from graphs.programs import entrances
from graphs.scanning import ends_of
from graphs.tensors import TensorSpec

_SEPARATE = 4  # so many copies beside each other are still read more easily one by one


class IrregularError(Exception):
    """Copies differ in a way that no one class can say; each place then gets a class of its own."""


class Inner(Protocol):
    """What knows the classes of the blocks inside."""

    def of(self, place: Place) -> Definition:
        """The class of a block at a place."""

    def names(self) -> frozenset[str]:
        """The names that are classes already."""


class Definition(Calls):
    """A class for all places of a block (or the network) that have one structure. ``drawn`` places come first."""

    def __init__(
        self, name: str, block: str | None, places: Sequence[Place], drawn: int, inner: Inner,
        defaults: Mapping[str, str], outlets: Mapping[str, Source] | None = None,
    ):  # fmt: skip
        self.name, self.block, self.places, self.drawn = name, block, places, drawn
        self.first = places[0]
        self.outlets = dict(outlets_of(self.first) if outlets is None else outlets)
        self.inner = inner
        self.numbers = Numbers(places, drawn, inner.names(), defaults)
        self.wanted = tuple(self.outlets.values())
        self.steps = [
            step
            for step in built_steps(self.first.body, self.wanted if block is None else ends_of(self.first.body))
            if step.share is None and (step.copies or made(step) is not None)
        ]
        self.is_sequence = self._is_sequence()
        self.lines = self._printed()

    @property
    def arguments(self) -> tuple[Argument, ...]:
        """What the class takes."""
        return self.numbers.arguments

    # ------------------------------------------------------------------ the class

    def _printed(self) -> list[PrintedLine]:
        if self.is_sequence:
            parts = [(step.node, item) for step in self.steps for item in self._items(step)]
            built = [PrintedLine("        super().__init__(", None)]
            built += [self._line(f"            {text},", node) for node, text in parts]
            built.append(PrintedLine("        )", None))
            forward: list[PrintedLine] = []
        else:
            built = [self._line(f"        {text}", step.node) for step in self.steps for text in self._built(step)]
            forward = self._forward()
            built = [PrintedLine("        super().__init__()"), *self._kept(), *built]
        built += [self._line(f"        {text}", node) for node, text in still_lines(self.steps)]
        forward += [PrintedLine(text) for text in average_method(self.steps)]
        arguments = [argument.text for argument in self.numbers.arguments]
        base = "nn.Sequential" if self.is_sequence else "nn.Module"
        head = [
            PrintedLine(f"class {self.name}({base}):"),
            *map(PrintedLine, sentence(self) if self.first.loop is None else scan_sentence(self)),
            PrintedLine(""),
        ]
        init = PrintedLine(f"    def __init__({', '.join(['self', *arguments])}) -> None:")
        lines = [*head, init, *built, *([PrintedLine("")] if forward else []), *forward]
        return [PrintedLine(text, line.node, line.origin, self.block) for line in lines for text in wrapped(line.text)]

    def _line(self, text: str, node: int | None) -> PrintedLine:
        return PrintedLine(text, node)

    def _kept(self) -> list[PrintedLine]:
        return [PrintedLine(f"        self.{kept} = {name}") for name, kept in self.numbers.attributes.items()]

    def _forward(self) -> list[PrintedLine]:
        if self.first.loop is not None:
            return scan_methods(self)
        meaning = self.first.body
        body = ClassBody(self)
        inputs = body.arguments
        if self.block is not None:  # a block is called with everything that arrives
            needed = {step.name for step in entrances(meaning, body.steps)}
            names = iter(body.arguments)
            every = [step for step in meaning.steps if step.is_entrance]
            inputs = [next(names) if step.name in needed else f"_{step.name}" for step in every]
        results = body.results
        if len(results) == 1:
            kind, end = "Tensor", f"return {results[0]}"
        elif self.block is not None:
            kind, end = f"tuple[{', '.join(['Tensor'] * len(results))}]", f"return {', '.join(results)}"
        else:
            pairs = ", ".join(f'"{key}": {value}' for key, value in zip(self.outlets, results, strict=True))
            kind, end = "dict[str, Tensor]", f"return {{{pairs}}}"
        taken = ", ".join(["self", *(f"{name}: Tensor" for name in inputs)])
        head = PrintedLine(f"    def forward({taken}) -> {kind}:")
        lines = [PrintedLine(line.text, line.node, line.origin) for line in body.lines]
        used = [name for name in self.outlets if not self._only_trains(name)]
        if self.block is None and 0 < len(used) < len(results):
            given = dict(zip(self.outlets, results, strict=True))
            pairs = ", ".join(f'"{name}": {given[name]}' for name in used)
            lines = [*self._parted(lines, used), PrintedLine("        if not self.training:")]
            lines.append(PrintedLine(f"            return {{{pairs}}}"))
        if lines and len(results) == 1 and lines[-1].text.startswith(f"        {results[0]} = "):
            text = lines[-1].text.replace(f"{results[0]} =", "return", 1)
            return [head, *lines[:-1], PrintedLine(text, lines[-1].node, lines[-1].origin)]
        return [head, *lines, PrintedLine(f"        {end}")]

    def _only_trains(self, outlet: str) -> bool:
        layer = self.first.body.by_node[self.outlets[outlet].node].layer
        return isinstance(layer, Output) and layer.training_only

    def _parted(self, lines: list[PrintedLine], used: list[str]) -> list[PrintedLine]:
        """The lines of a forward; those that only outputs for training need run under ``if self.training:``."""
        always = {step.node for step in self.first.body.needed(tuple(self.outlets[name] for name in used))}
        parted: list[PrintedLine] = []
        inside = False
        for line in lines:
            extra = line.node is not None and line.node not in always
            if extra and not inside:
                parted.append(PrintedLine("        if self.training:"))
            inside = extra
            parted.append(PrintedLine(f"    {line.text}", line.node, line.origin) if extra else line)
        return parted

    def _is_sequence(self) -> bool:
        """Whether the class is nothing but modules in a row whose names count from 0."""
        steps = [step for step in self.first.body.steps if not step.is_entrance and not step.is_exit]
        if self.first.loop is not None:
            return False
        ports = sum(step.is_entrance for step in self.first.body.steps), len(self.outlets)
        if self.block is None or ports != (1, 1) or steps != self.steps or not steps:
            return False
        expected, last = 0, next(step.node for step in self.first.body.steps if step.is_entrance)
        for step in steps:
            sources = [source for group in step.inputs.values() for source in group]
            if [source.node for source in sources] != [last] or len(step.outputs) != 1:
                return False
            if step.call is not None and (step.call.on is not None or step.call.on_kwargs or step.call.paths):
                return False
            names = [copy.path for copy in step.copies] or [(step.name,)]
            single = not step.copies or self.first.network.node(step.node).repeat is None
            if names[0] != (str(expected),) or not (single or len(names[0]) == 1):
                return False
            if step is not steps[-1] and not self._fixed_count(step):
                return False
            expected, last = expected + len(names), step.node
        (wanted,) = self.wanted
        (arriving,) = self.first.body.by_node[wanted.node].inputs.values()
        return arriving[0].node == last

    def _fixed_count(self, step: Step) -> bool:
        return len({len(place.body.by_node[step.node].copies) for place in self.places}) == 1

    # ------------------------------------------------------------------ modules

    def _built(self, step: Step) -> list[str]:
        """The statements that make the modules of a node."""
        if step.carried is not None:
            return [_placed(step.name, start_text(self, step))]
        if step.call is not None:
            return [_placed(step.name, self.construction(step))]
        node = self.first.network.node(step.node)
        if node.repeat is None:
            return [_placed(step.copies[0].path[0], self._copy_text(step, 0))]
        if node.copies == "inside":
            items = self._items(step)
            if is_chain(step):
                return [_placed(step.name, f"nn.Sequential({', '.join(items)})")]
            alone = len(items) == 1 and items[0].startswith("*")
            return [_placed(step.name, f"nn.ModuleList({items[0][1:] if alone else '[' + ', '.join(items) + ']'})")]
        if self.is_loop(step):
            regular = self._regular(step)
            if regular is not None:
                text, count = regular
                name = self.counted_name(step)
                return [f"for i in range({count}):", f"    self.add_module({name}, {text})"]
        self._must_be_equal_counts(step)
        return [_placed(copy.path[0], self._copy_text(step, place)) for place, copy in enumerate(step.copies)]

    def is_loop(self, step: Step) -> bool:
        """Whether copies beside each other are called in a loop."""
        return not self._fixed_count(step) or len(step.copies) > _SEPARATE

    def count_text(self, step: Step, *, stored: bool = False) -> str:
        """How many copies there are."""
        column = [len(place.body.by_node[step.node].copies) for place in self.places]
        found = self.numbers.explain(column, self._repeat(step))
        if found is None:
            return self.numbers.own_argument(column, f"{step.name}_count", stored=stored)
        return self.numbers.write(found, stored=stored)

    def _repeat(self, step: Step) -> list[Formula]:
        return self.numbers.of_node(step.node)[-1:]

    @staticmethod
    def counted_name(step: Step) -> str:
        """The name of copy ``i`` of copies beside each other, as an f-string."""
        name = step.copies[0].path[0]
        base = name.rstrip("0123456789")
        start = int(name[len(base) :])
        return f'f"{base}{{{f"i + {start}" if start else "i"}}}"'

    def _items(self, step: Step) -> list[str]:
        """The copies of a block as the items of a list; equal ones in a row as one."""
        if step.call is not None:
            return [self.construction(step)]
        if self.first.network.node(step.node).repeat is None:
            return [self._copy_text(step, 0)]
        counts = {len(place.body.by_node[step.node].copies) for place in self.places}
        if counts == {1}:
            return [self._copy_text(step, 0)]
        regular = self._regular(step)
        if regular is not None:
            return [_listed(*regular)]
        rest = self._regular(step, 1)
        if rest is not None:
            text, count = rest
            return [self._copy_text(step, 0), *([text] if count == "1" else [_listed(text, count)])]
        self._must_be_equal_counts(step)
        texts = [self._copy_text(step, number) for number in range(len(step.copies))]
        items: list[str] = []
        for text in dict.fromkeys(texts) if len(set(texts)) == 1 else texts:
            items.append(text)
        return items

    def _must_be_equal_counts(self, step: Step) -> None:
        counts = {len(place.body.by_node[step.node].copies) for place in self.places[: self.drawn]}
        if len(counts) > 1:
            raise IrregularError(step.name)

    def _inner(self, step: Step, number: int) -> list[Place | None]:
        """One copy at every place; None where there are fewer copies."""
        steps = [place.body.by_node[step.node] for place in self.places]
        return [
            place.inner(here, number) if number < len(here.copies) else None
            for place, here in zip(self.places, steps, strict=True)
        ]

    def _regular(self, step: Step, start: int = 0) -> tuple[str, str] | None:
        """The text of one copy and how many there are, when all copies from ``start`` are built alike."""
        steps = [place.body.by_node[step.node] for place in self.places]
        most = max(len(here.copies) for here in steps)
        if most <= start:
            return None
        rows = [self._inner(step, number) for number in range(start, most)]
        kinds = {id(self.inner.of(place)) for row in rows for place in row[: self.drawn] if place is not None}
        if len(kinds) != 1:
            return None
        kind = self.inner.of(next(place for place in rows[0] if place is not None))
        texts: list[tuple[Formula | str, Formula | str | None]] = []
        for argument in kind.arguments:
            columns = [
                [MISSING if place is None else kind.numbers.value(argument, place) for place in row] for row in rows
            ]
            found = self._growing(step, argument, columns)
            if found is None or (start and found[1] is not None):
                return None
            texts.append(found)
        written = []
        for first, grown in texts:
            text = self.numbers.write(first)
            written.append(text if grown is None else indexed(text, self.numbers.write(grown), "i"))
        count = self.count_text(step)
        if start:
            plain = count.removesuffix(f" + {start}")
            count = str(int(count) - start) if count.isdigit() else plain if plain != count else joined(count, "-", "1")
        return _called(kind, written), count

    def _growing(
        self, step: Step, argument: Argument, columns: list[list[Any]]
    ) -> tuple[Formula | str, Formula | str | None] | None:
        """What an argument is in the first copy, and by how much it grows from copy to copy (None: not at all)."""
        own = self.numbers.of_node(step.node, argument.symbol or "")
        first = self.numbers.explain(columns[0], own)
        if first is None:
            return None
        across = [[column[place] for column in columns] for place in range(len(self.places))]
        if all(constant(values) for values in across):
            return first, None
        steps = []
        for values in across:
            known = [value for value in values if value is not MISSING]
            if not all(type(value) is int for value in known):
                return None
            grown = {after - before for before, after in pairwise(known)}
            if len(grown) > 1:
                return None
            steps.append(grown.pop() if grown else MISSING)
        found = self.numbers.explain(steps)
        return None if found is None else (first, found)

    def _copy_text(self, step: Step, number: int) -> str:
        """The construction of one copy of a block."""
        places = self._inner(step, number)
        first = places[0]
        assert first is not None
        kind = self.inner.of(first)
        texts = []
        for argument in kind.arguments:
            column = [MISSING if place is None else kind.numbers.value(argument, place) for place in places]
            own = self.numbers.of_node(step.node, argument.symbol or "")
            texts.append(self.value_text(column, own, argument.name))
        return _called(kind, texts)

    def kind_of(self, step: Step) -> str:
        """The name of the class of a placed block."""
        return self.inner.of(self.first.inner(step, 0)).name

    def dimension_text(self, column: Sequence[Any]) -> str | None:
        """A dimension in the words of the class, for its sentence; None when it has none."""
        if constant(column):
            return str(next(iter(column)))
        if any(isinstance(value, str) for value in column):
            return None
        found = self.numbers.explain(column)
        if isinstance(found, str) or found is None:
            return None
        return self.numbers.known_only(found)

    def specs(self, source: Source) -> list[TensorSpec]:
        """What a port gives at every place."""
        return [place.body.specs[source] for place in self.places]


def _called(kind: Definition, texts: Sequence[str]) -> str:
    """The construction of a class with its arguments; one that has its default is left out."""
    parts = []
    named = len(texts) > 2  # two numbers are read without their names
    parameters = 0
    for argument, text in zip(kind.arguments, texts, strict=True):
        parameters += argument.symbol is None or "·" not in argument.symbol
        if text == argument.default:
            continue
        by_name = argument.default is not None or (named and parameters > 1)
        parts.append(f"{argument.name}={text}" if by_name else text)
    return f"{kind.name}({', '.join(parts)})"


def _listed(text: str, count: str) -> str:
    index = "i" if _uses_index(text) else "_"
    return f"*[{text} for {index} in range({count})]"


def _uses_index(text: str) -> bool:
    return re.search(r"\bi\b", text) is not None


def _placed(name: str, text: str) -> str:
    return f"self.{name} = {text}" if name.isidentifier() else f'self.add_module("{name}", {text})'


def is_chain(step: Step) -> bool:
    """Whether every copy takes one value and gives one."""
    return len(step.inputs) == 1 and len(step.outputs) == 1
