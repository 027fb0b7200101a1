"""From layers in order to parts within parts: one for every call of a module that holds weights.

A part is what will be a block. Parts without weights and with few layers are dissolved; a list of modules that is not
called itself becomes a part too where its members follow each other, so that weights keep their names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphs.elements import why_not_named
from graphs.importing.pieces import Item, Reading, Value
from graphs.importing.tracing import Unreadable, Visit
from graphs.message import say

_SMALL = 3
"""A part without weights that has no more layers than this is no block."""


@dataclass(eq=False)
class Part:
    """One call of a module with modules inside, or the network itself.

    ``entries`` are its layers and parts in order, ``names`` what they are called; ``inputs`` and ``outputs`` are the
    values that come from outside and that are read outside. ``definition`` and ``arguments`` are found by folding, and
    so is ``copies``: how many parts like this one follow each other, being the first.
    """

    path: str
    label: str
    given: dict[str, Any] = field(default_factory=dict)
    entries: list[Item | Part] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)
    share: Part | None = None
    inputs: list[Value] = field(default_factory=list)
    outputs: list[Value] = field(default_factory=list)
    input_names: list[str] = field(default_factory=list)
    output_names: list[str] = field(default_factory=list)
    definition: Any = None
    arguments: dict[str, Any] = field(default_factory=dict)
    copies: int = 1
    last: Part | None = None
    place: str = "beside"

    @property
    def exits(self) -> list[Value]:
        """What leaves the last of its copies."""
        return self.outputs if self.last is None else self.last.exits

    @property
    def items(self) -> Iterator[Item]:
        """Every layer in it, also in the parts inside."""
        for entry in self.entries:
            if isinstance(entry, Part):
                yield from entry.items
            else:
                yield entry

    @property
    def parts(self) -> list[Part]:
        """The parts directly in it."""
        return [entry for entry in self.entries if isinstance(entry, Part)]

    @property
    def has_weights(self) -> bool:
        """Whether anything in it owns or uses weights."""
        return any(item.path is not None for item in self.items)


def grouped(reading: Reading, root: Any) -> Part:
    """Sort the layers of a module into parts; raises `Unreadable` where weights are used across parts."""
    top = Part("", type(root).__name__)
    by_visit: dict[int, Part] = {}
    owners: dict[str, Part] = {}

    def part_of(visit: Visit | None) -> Part:
        if visit is None or visit.parent is None:
            return top
        if id(visit) not in by_visit:
            part = Part(visit.path, type(visit.module).__name__, visit.given)
            by_visit[id(visit)] = part
            part.share = owners.setdefault(visit.path, part)
            part.share = None if part.share is part else part.share
            part_of(visit.parent).entries.append(part)
        return by_visit[id(visit)]

    for item in sorted(reading.items, key=lambda item: item.order):
        part_of(item.visit).entries.append(item)
    _settled(top)
    _connected(top, reading)
    return top


def weight_places(part: Part, before: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    """For everything with weights: where they lie in the module, and where they will lie in the network."""
    for entry in part.entries:
        way = (*before, part.names[id(entry)])
        if entry.share is not None:
            continue
        if isinstance(entry, Part):
            yield from weight_places(entry, way)
        elif entry.path is not None:
            yield entry.path, ".".join(way)


def _settled(part: Part) -> None:
    """Dissolve what is too small to be a block, gather what belongs to a list of modules, and name everything."""
    for inner in part.parts:
        _settled(inner)
    entries: list[Item | Part] = []
    for entry in part.entries:
        small = isinstance(entry, Part) and not entry.has_weights and len(list(entry.items)) <= _SMALL
        entries += entry.entries if small and isinstance(entry, Part) else [entry]
    part.entries = [entry for entry in entries if not isinstance(entry, Part) or entry.entries]
    _gather(part)
    _name(part)


def path_of(entry: Item | Part) -> str | None:
    """Where the weights of an entry lie in the module; None when it has none."""
    return entry.path if isinstance(entry, Item) or entry.has_weights else None


def _relative(part: Part, entry: Item | Part) -> list[str] | None:
    path = path_of(entry)
    if path is None:
        return None
    prefix = f"{part.path}." if part.path else ""
    if not path.startswith(prefix):
        common = "".join(a for a, b in zip(part.path, path, strict=False) if a == b).rpartition(".")[0]
        raise Unreadable(common, say("{part} uses the weights of {path}", part=part.path, path=path), export=False)
    return path[len(prefix) :].split(".")


def _gather(part: Part) -> None:
    """Put members of a list of modules into a part of their own, where nothing else with weights is between them."""
    ways = [_relative(part, entry) for entry in part.entries]
    for first in dict.fromkeys(way[0] for way in ways if way is not None and len(way) > 1):
        places = [i for i, way in enumerate(ways) if way is not None and way[0] == first and len(way) > 1]
        low, high = places[0], places[-1]
        between = [way for way in ways[low : high + 1] if way is not None and (way[0] != first or len(way) == 1)]
        if between:
            continue
        inner = Part(f"{part.path}.{first}" if part.path else first, "ModuleList")
        inner.entries = part.entries[low : high + 1]
        part.entries[low : high + 1] = [inner]
        _gather(inner)
        _name(inner)
        return _gather(part)
    return None


def _name(part: Part) -> None:
    """Give every entry a name: weights keep theirs, the rest gets one that nothing with weights has."""
    part.names = {}
    taken: set[str] = set()
    for entry in part.entries:
        way = _relative(part, entry)
        if way is None:
            continue
        owner = entry.share
        wanted = "_".join(way)
        if owner is not None or why_not_named(wanted) is not None or wanted in taken:
            wanted = _free(wanted, taken)
        part.names[id(entry)] = wanted
        taken.add(wanted)
    for entry in part.entries:
        if id(entry) not in part.names:
            wanted = entry.name if isinstance(entry, Item) else entry.path.rsplit(".", 1)[-1]
            part.names[id(entry)] = _free(wanted, taken)
            taken.add(part.names[id(entry)])


def _free(wanted: str, taken: set[str]) -> str:
    """A name like ``wanted`` that may stand in a drawing and is not taken."""
    base = re.sub(r"[^\w-]", "_", wanted, flags=re.ASCII).strip("_") or "node"
    if why_not_named(base) is not None:
        base = f"node_{base}"
    candidate, number = base, 1
    root = base.rstrip("0123456789") or "node"
    while candidate in taken:
        number += 1
        candidate = f"{root}{number}"
    return candidate


def _connected(top: Part, reading: Reading) -> None:
    """Find what enters and leaves every part."""
    home: dict[int, list[Part]] = {}

    def walk(part: Part, above: list[Part]) -> None:
        for entry in part.entries:
            if isinstance(entry, Part):
                walk(entry, [*above, entry])
            else:
                home[id(entry)] = above

    walk(top, [])
    for item in [*top.items]:
        for value in item.sources:
            _passes(value, home.get(id(value.item), []), home[id(item)])
    for value in reading.outputs.values():
        _passes(value, home.get(id(value.item), []), [])
    _name_ports(top)


def _passes(value: Value, start: list[Part], end: list[Part]) -> None:
    """A value leaves the parts it is made in and enters those it is read in."""
    for part in start:
        if part not in end and value not in part.outputs:
            part.outputs.append(value)
    for part in end:
        if part not in start and value not in part.inputs:
            part.inputs.append(value)


def _name_ports(part: Part) -> None:
    for inner in part.parts:
        _name_ports(inner)
        taken = set(inner.names.values())
        for values, names, short in (
            (inner.inputs, inner.input_names, "x"),
            (inner.outputs, inner.output_names, "y"),
        ):
            for number, _ in enumerate(values, start=1):
                name = _free(short if len(values) == 1 else f"{short}{number}", taken)
                taken.add(name)
                names.append(name)
