"""Parts that are alike become copies of one block: numbers that differ between them become its parameters.

The numbers at one place of a block, one for each copy, are a column. A column of equal numbers is a literal. Else it is
looked for among what arrives (``=x.channels``) and among the parameters so far (``=4*channels``); else it is a new
parameter. Parts that follow each other and are the same become one node that is repeated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from graphs.catalogue import UnknownLayer, fields_of, layer_type, layer_types
from graphs.elements import why_not_named
from graphs.importing.grouping import Part
from graphs.importing.pieces import Item, Value

_SIZES = frozenset(
    {"out_channels", "out_features", "groups", "channels", "features", "hidden_size", "embedding_dim", "num_heads",
     "num_features", "units", "hidden", "heads"}
)  # fmt: skip
_STEPS = frozenset({"kernel_size", "stride", "padding", "dilation", "output_size"})
_SHORTER = {"out_channels": "channels", "out_features": "features"}
_MULTIPLES = (2, 3, 4, 5, 6, 8, 16)
_AXES = ("channels", "features")


@dataclass
class Slot:
    """A number somewhere in a part: which entry, which parameter (and which place in a row), and the number."""

    entry: int
    field: str
    row: int | None
    number: Any


@dataclass(eq=False)
class Definition:
    """A block: what its copies have in common, its parameters, and what stands at each place instead of a number."""

    name: str
    model: Part
    copies: list[Part]
    defaults: dict[str, Any] = field(default_factory=dict)
    texts: dict[tuple[int, str, int | None], Any] = field(default_factory=dict)
    sorts: dict[str, str] = field(default_factory=dict)


def fold(top: Part, reserved: set[str]) -> list[Definition]:
    """Find the blocks of a network, inner ones first; every part gets its definition and its arguments."""
    found: list[Definition] = []
    names = set(reserved)
    by_height: dict[int, list[Part]] = {}
    _sort_by_height(top, by_height)
    for height in sorted(by_height):
        level = [part for part in by_height[height] if part is not top]
        for part in by_height[height]:
            _repeat(part)
        kept = [part for part in level if not _is_only_copies(part)]
        groups: dict[Any, list[Part]] = {}
        for part in kept:
            groups.setdefault(_form(part), []).append(part)
        for copies in groups.values():
            definition = Definition(_block_name(copies, names), copies[0], copies)
            names.add(definition.name)
            _parametrise(definition)
            found.append(definition)
        for part in level:
            if part not in kept:
                _become_copies(part)
    used = _used(top)
    return [definition for definition in found if definition in used]


def _used(part: Part) -> set[Definition]:
    found = set()
    for inner in part.parts:
        if inner.definition is not None and inner.definition not in found:
            found |= {inner.definition} | _used(inner.definition.model)
    return found


def _sort_by_height(part: Part, by_height: dict[int, list[Part]]) -> int:
    height = 1 + max((_sort_by_height(inner, by_height) for inner in part.parts), default=-1)
    by_height.setdefault(height, []).append(part)
    return height


# ---------------------------------------------------------------------- repeats


def numbered(name: str) -> tuple[str, int] | None:
    """``encoder_layer_`` and 3 for ``encoder_layer_3``; None where no number ends the name."""
    base = name.rstrip("0123456789")
    digits = name[len(base) :]
    return (base, int(digits)) if digits and (digits == "0" or digits[0] != "0") else None


def _repeat(part: Part) -> None:
    """Join parts that follow each other, are the same and feed each other into one that is repeated."""
    merged: list[Item | Part] = []
    for entry in part.entries:
        last = merged[-1] if merged else None
        if isinstance(entry, Part) and isinstance(last, Part) and _follows(part, last, entry):
            last.copies += entry.copies
            last.last = entry
            continue
        merged.append(entry)
    part.entries = merged


def _follows(part: Part, last: Part, entry: Part) -> bool:
    if last.definition is not entry.definition or last.arguments != entry.arguments or last.place != "beside":
        return False
    if entry.place != "beside" or last.share is not None or entry.share is not None:
        return False
    one, two = numbered(part.names[id(last)]), numbered(part.names[id(entry)])
    if one is None or two is None or one[0] != two[0] or one[1] + last.copies != two[1]:
        return False
    count = len(last.exits)
    if not count or entry.inputs[:count] != last.exits or entry.inputs[count:] != last.inputs[count:]:
        return False
    inside = {id(item) for item in entry.items}
    others = [item for item in _all_items(part) if id(item) not in inside]
    return not any(value in last.exits for item in others for value in item.sources) and not any(
        value in part.outputs for value in last.exits
    )


def _all_items(part: Part) -> Iterator[Item]:
    return part.items


def _is_only_copies(part: Part) -> bool:
    """Whether a part is nothing but copies ``0``, ``1``, … of one block: then it is that block, repeated inside."""
    if len(part.entries) != 1 or not isinstance(part.entries[0], Part):
        return False
    inner = part.entries[0]
    return (
        inner.copies > 1
        and inner.place == "beside"
        and part.names[id(inner)] == "0"
        and part.inputs == inner.inputs
        and part.outputs == inner.exits
        and part.share is None
    )


def _become_copies(part: Part) -> None:
    (inner,) = part.parts
    part.definition, part.arguments = inner.definition, inner.arguments
    part.copies, part.place = inner.copies, "inside"
    part.input_names, part.output_names = inner.input_names, inner.output_names
    for place, copy in enumerate(part.definition.copies):
        if copy is inner:
            part.definition.copies[place] = part


# ---------------------------------------------------------------------- what parts have in common


def _form(part: Part) -> Any:
    """Everything about a part but its numbers: equal forms are copies of one block."""
    entries = []
    places = {id(entry): place for place, entry in enumerate(part.entries)}
    for entry in part.entries:
        share = places.get(id(entry.share)) if entry.share is not None else None
        name = part.names[id(entry)]
        if isinstance(entry, Part):
            what: Any = (entry.definition.name, entry.place if entry.copies > 1 else "beside", len(entry.outputs))
        else:
            what = (entry.type, tuple(sorted((key, _blank(value)) for key, value in written(entry).items())),
                    tuple(entry.outputs))  # fmt: skip
        entries.append((name, what, share, tuple(_wiring(part, entry))))
    outputs = tuple(_source(part, value) for value in part.outputs)
    kinds = tuple((value.spec.kind, len(value.spec.dims)) for value in part.inputs)
    return (_label(part), tuple(entries), outputs, kinds, tuple(part.input_names))


def _label(part: Part) -> str:
    return "" if part.label in ("Sequential", "ModuleList", "ModuleDict") else part.label


def wires(entry: Item | Part) -> list[tuple[str, list[Value]]]:
    """What arrives at each port of a layer or a part."""
    if isinstance(entry, Part):
        return [(name, [value]) for name, value in zip(entry.input_names, entry.inputs, strict=True)]
    return list(entry.inputs.items())


def _wiring(part: Part, entry: Item | Part) -> Iterator[Any]:
    for port, values in wires(entry):
        yield (port, tuple(_source(part, value) for value in values))


def _source(part: Part, value: Value) -> Any:
    """Where a value comes from, as seen in a part: an input by its place, or an entry and its port."""
    if value in part.inputs:
        return ("in", part.inputs.index(value))
    for place, entry in enumerate(part.entries):
        if entry is value.item:
            return (place, value.port)
        if isinstance(entry, Part) and value in entry.exits:
            return (place, entry.exits.index(value))
    raise LookupError(f"{value.item.type} is not in {part.path}")


def written(item: Item) -> dict[str, Any]:
    """All parameters of a layer in one order, pairs always as two numbers, so that they can be compared."""
    try:
        infos = {info.name: info for info in fields_of(layer_type(item.type))}
    except UnknownLayer:
        infos = {}
    found: dict[str, Any] = {}
    for name, info in infos.items():
        value = item.parameters.get(name, info.default)
        if name in item.parameters or value is not None:
            pair = info.editor == "pair" and isinstance(value, int)
            found[name] = [value, value] if pair else list(value) if isinstance(value, tuple) else value
    return found | {name: value for name, value in item.parameters.items() if name not in found}


def _blank(value: Any) -> Any:
    if isinstance(value, bool) or value is None or isinstance(value, str):
        return value
    return tuple(_blank(item) for item in value) if isinstance(value, list | tuple) else "number"


def slots(part: Part) -> list[Slot]:
    """Every number of a part, in order."""
    found = []
    for place, entry in enumerate(part.entries):
        if isinstance(entry, Part):
            found += [Slot(place, name, None, number) for name, number in entry.arguments.items()]
            if numbered(part.names[id(entry)]) is not None or entry.place == "inside":
                found.append(Slot(place, "repeat", None, entry.copies))
            continue
        for name, value in written(entry).items():
            if isinstance(value, list | tuple):
                found += [Slot(place, name, row, number) for row, number in enumerate(value) if _is_number(number)]
            elif _is_number(value):
                found.append(Slot(place, name, None, value))
    return found


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


# ---------------------------------------------------------------------- numbers become parameters


def _parametrise(definition: Definition) -> None:
    columns = [slots(part) for part in definition.copies]
    bases = list(_arriving(definition))
    for part in definition.copies:
        part.definition = definition
    for row in zip(*columns, strict=True):
        slot, column = row[0], [one.number for one in row]
        sort = _sort(definition, slot)
        text = _text(column, sort, bases)
        if text is None:
            name = _parameter_name(definition, slot)
            definition.defaults[name], definition.sorts[name] = column[0], sort
            for part, number in zip(definition.copies, column, strict=True):
                part.arguments[name] = number
            bases.append((name, sort, column))
            text = f"={name}"
        definition.texts[slot.entry, slot.field, slot.row] = text


def _sort(definition: Definition, slot: Slot) -> str:
    """What a number counts: only numbers of one sort are compared."""
    entry = definition.model.entries[slot.entry]
    if slot.field == "repeat":
        return "copies"
    if isinstance(entry, Part) and entry.definition is not None:
        return str(entry.definition.sorts.get(slot.field, slot.field))
    if slot.field in _SIZES:
        return "size"
    return "step" if slot.field in _STEPS else slot.field


def _arriving(definition: Definition) -> Iterator[tuple[str, str, list[int]]]:
    """The sizes of what arrives in every copy: ``x.channels``."""
    for place, name in enumerate(definition.model.input_names):
        for axis in _AXES:
            column = []
            for part in definition.copies:
                try:
                    column.append(getattr(part.inputs[place].spec, axis))
                except KeyError:
                    break
            if len(column) == len(definition.copies) and all(isinstance(n, int) for n in column):
                yield f"{name}.{axis}", "size", column


def _text(column: list[Any], sort: str, bases: list[tuple[str, str, list[Any]]]) -> Any:
    """A literal, or arithmetic that gives every number of a column; None when there is none."""
    if all(number == column[0] for number in column):
        return column[0]
    same = [(text, other) for text, kind, other in bases if kind == sort]
    for text, other in same:
        if other == column:
            return f"={text}"
    if sort not in ("size", "step"):
        return None
    for text, other in same:
        for k in _MULTIPLES:
            if sort == "size" and [k * n for n in other] == column:
                return f"={k}*{text}"
            if [n // k for n in other] == column and (sort == "size" or k == 2):
                return f"={text}//{k}"
    return None


def _parameter_name(definition: Definition, slot: Slot) -> str:
    wanted = "depth" if slot.field == "repeat" else _SHORTER.get(slot.field, slot.field)
    entry = definition.model.names[id(definition.model.entries[slot.entry])]
    taken = {*definition.defaults, *definition.model.input_names, "share", "name", "repeat", "copies"}
    tail = re.sub(r"\W", "_", entry)
    candidates = [wanted, f"{wanted}_{tail}", *(f"{wanted}_{tail}_{n}" for n in range(2, 99))]
    if slot.row is not None and wanted in definition.defaults:
        candidates.insert(1, f"{wanted}{slot.row + 1}")
    return next(name for name in candidates if name not in taken and name.isidentifier())


def _block_name(copies: list[Part], taken: set[str]) -> str:
    """The class of the module, or for a plain row of modules the name it has there."""
    part = copies[0]
    base = _label(part).strip("_")
    if not base:
        ways = [way for way in part.path.split(".") if not way.isdigit()]
        word = ways[-1].rstrip("0123456789_") if ways else ""
        last = part.path.rsplit(".", 1)[-1]
        base = re.sub(r"(?:^|_)(\w)", lambda m: m.group(1).upper(), re.sub(r"\W", "_", word)) or "Part"
        base = "Stage" if last.isdigit() else base
    base = re.sub(r"\W", "", base, flags=re.ASCII) or "Part"
    if base[0].isdigit():
        base = f"Block{base}"
    if why_not_named(base) is not None or base in layer_types():
        base = f"{base}Block"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}{number}"
    return name
