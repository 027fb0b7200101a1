"""The drawing as a Python file a person takes away: a class for the network, one for each block, and nothing of ours.

A block that is placed with different numbers is still one class. Its arguments are the block's parameters where it uses
them, the sizes that arrive, and formulas over both (``4 * channels``) as the drawing says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphs.meaning import Plan, Source, loop_shape
from graphs.network import Network
from graphs.planning import plan
from graphs.printing.calls import wrapper_of
from graphs.printing.definitions import Definition, IrregularError
from graphs.printing.numbers import literal
from graphs.printing.places import Place, Structure, built_steps, tried_places
from graphs.printing.sources import Sources, import_lines, source_of
from graphs.programs import Line, is_taken, network_outputs
from graphs.scanning import ends_of

__all__ = ["class_name", "source_of", "to_python", "to_python_lines"]


@dataclass
class _Group:
    """The places of a block that have one structure."""

    block: str
    places: list[Place] = field(default_factory=list)


class _Classes:
    """The classes of the blocks, inner ones first, each printed when it is first needed."""

    def __init__(self, top: Place, outputs: Mapping[str, Source], name: str, taken: set[str]):
        self.printed: list[Definition] = []
        self.structure = Structure()
        self._taken = {name, *taken, "Tensor"}
        self._groups: dict[object, _Group] = {}
        self._key: dict[object, object] = {}
        self._definitions: dict[object, Definition] = {}
        self._defaults: dict[str, dict[str, str]] = {}
        self._gather(top, tuple(outputs.values()))

    def _gather(self, place: Place, wanted: tuple[Source, ...]) -> None:
        for step in built_steps(place.body, wanted):
            for number in range(len(step.copies)):
                inner = place.inner(step, number)
                node = place.network.node(step.node)
                left_out = {
                    name: literal(inner.arguments[name]) for name in inner.arguments if name not in node.parameters
                }
                self._defaults.setdefault(node.type, {}).update(left_out)
                if self._mark(inner) in self._key:
                    continue
                key = (node.type, self.structure.of(inner.body), loop_shape(inner.loop))
                self._key[self._mark(inner)] = key
                self._groups.setdefault(key, _Group(node.type)).places.append(inner)
                self._gather(inner, ends_of(inner.body))

    @staticmethod
    def _mark(place: Place) -> object:
        """The same for places that are one class for certain."""
        return id(place.body), loop_shape(place.loop)

    def names(self) -> frozenset[str]:
        """The names that are classes already."""
        return frozenset(self._taken)

    def of(self, place: Place) -> Definition:
        """The class of a block at a place."""
        key = self._key.get(self._mark(place))
        if key is None:  # a place that is only tried
            block = next(name for name, network in place.network.blocks.items() if network is place.network)
            key = (block, self.structure.of(place.body), loop_shape(place.loop))
        if key not in self._definitions:
            group = self._groups[key]
            try:
                self._define(key, group.block, group.places)
            except IrregularError:
                for one in group.places:
                    self._key[self._mark(one)] = own = (key, id(one.body))
                    self._define(own, group.block, [one])
                return self._definitions[self._key[self._mark(place)]]
        return self._definitions[key]

    def _define(self, key: object, block: str, places: list[Place]) -> None:
        wanted = self.structure.of(places[0].body)
        tried = tried_places(
            places[:1] if len(places) == 1 else [places[0], places[-1]],
            lambda body: self.structure.of(body) == wanted,
        )
        name = self._name(block)
        definition = Definition(
            name, block, [*places, *tried], len(places), self, self._defaults.get(block, {})
        )  # fmt: skip
        self._taken.add(name)
        self._definitions[key] = definition
        self.printed.append(definition)

    def _name(self, block: str) -> str:
        base = class_name(block)
        name, number = base, 1
        while name in self._taken:
            number += 1
            name = f"{base}{number}"
        return name


def _own_classes(body: Plan, wanted: tuple[Source, ...]) -> Iterator[str]:
    """The targets of ours that the classes build, also inside blocks."""
    for step in built_steps(body, wanted):
        call = step.call
        if call is not None and call.target.startswith("graphs.") and wrapper_of(call.target) is None:
            yield call.target
        for copy in step.copies:
            yield from _own_classes(copy.body, ends_of(copy.body))


def to_python_lines(network: Network, name: str = "Network") -> list[Line]:
    """Print a network as an ``nn.Module`` class, each line with its node; see `to_python`."""
    meaning = plan(network)
    outputs = network_outputs(meaning)
    top = Place(network, meaning, network.parameters, is_top=True)
    wanted = tuple(outputs.values())
    own = Sources(sorted(set(_own_classes(meaning, wanted))))
    classes = _Classes(top, outputs, name, own.names)
    structure = Structure()
    shape = structure.of(meaning, wanted)
    tried = tried_places([top], lambda body: structure.of(body, wanted) == shape)
    defaults = {key: literal(value) for key, value in network.parameters.items()}
    last = Definition(name, None, [top, *tried], 1, classes, defaults, outputs)
    lines: list[Line] = []
    for part in own.parts:
        lines += [Line(""), Line(""), *map(Line, part.splitlines())]
    for definition in (*classes.printed, last):
        lines += [Line(""), Line(""), *definition.lines]
    head = import_lines("\n".join(line.text for line in lines), own.imports)
    return [*map(Line, head), *lines]


def to_python(network: Network, name: str = "Network") -> str:
    """Print a network as a readable ``nn.Module`` that computes the same numbers under the same ``state_dict`` keys.

    ``forward`` takes the Input nodes by name (shapes in the class's docstring) and returns the tensor of the only
    Output node, or a dict by name when there are several. The network's parameters that the drawing uses are arguments
    of the class, with their values as defaults. Nodes that have a fault are left out.
    """
    return "\n".join(line.text for line in to_python_lines(network, class_name(name))) + "\n"


def class_name(title: str) -> str:
    """Turn a title into the name of a class: ``LeNet-5`` becomes ``LeNet5``; a name that is one already stays."""
    if title.isidentifier() and title.isascii() and title[0].isupper() and not is_taken(title):
        return title
    words = re.findall(r"[A-Za-z0-9]+", title)
    name = "".join(word[:1].upper() + word[1:] for word in words)
    return name if name.isidentifier() and not is_taken(name) else f"Network{name}"
