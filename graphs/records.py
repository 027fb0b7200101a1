"""What may stand in the JSON of a project: one model per record, and a sentence for everything else.

Nothing is converted silently: a name that is a number is refused, with the place where it stands.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from typing import Annotated, Any, Literal, TypeVar

import pydantic
from pydantic import StrictBool, StrictInt, StrictStr

from graphs.archive import DocumentError
from graphs.message import Message, mark, say
from graphs.starts import LARGEST_RATE, Start

_DEEPEST = 64
_LARGEST_NUMBER = 2**63
_LARGEST_ID = 2**31

Id = Annotated[StrictInt, pydantic.Field(ge=1, lt=_LARGEST_ID)]
Coordinate = Annotated[float, pydantic.Field(strict=True, ge=-1e9, le=1e9)]
Place = tuple[Coordinate, Coordinate]
Port = Annotated[StrictStr, pydantic.Field(min_length=1, max_length=200)]
Number = StrictInt | pydantic.StrictFloat


class _Record(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(extra="allow", frozen=True, defer_build=True)


class AverageRecord(_Record):
    """How a node follows the weights of the one it names in ``share``; see `graphs.elements.Average`."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True, defer_build=True)

    decay: Annotated[float, pydantic.Field(strict=True, ge=0, le=1)] = 0.999
    buffers: Literal["copied", "averaged", "own"] = "copied"
    every: Annotated[StrictInt, pydantic.Field(ge=1, le=1_000_000_000)] = 1


class StartRecord(_Record):
    """How the weights of a node start; see `graphs.starts.Start`."""

    model_config = pydantic.ConfigDict(extra="forbid", frozen=True, defer_build=True)

    way: StrictStr = "torch"
    numbers: dict[str, Number] = pydantic.Field(default_factory=dict)
    bias: Number | None = None
    forget: Number | None = None

    @pydantic.model_validator(mode="after")
    def _makes_sense(self) -> StartRecord:
        problem = Start(self.way, self.numbers, self.bias, self.forget).problem
        if problem is not None:
            raise ValueError(str(problem))
        return self


class ScanRecord(_Record):
    """How a placed block runs once per time step."""

    model_config = pydantic.ConfigDict(extra="ignore", frozen=True, defer_build=True)

    constant: tuple[Port, ...] = ()
    reverse: StrictBool = False
    steps: StrictInt | StrictStr | None = None
    end: StrictInt | None = None
    lengths: Annotated[StrictStr, pydantic.Field(max_length=200)] = ""


class NodeRecord(_Record):
    """A placed layer, without its place."""

    id: Id
    type: Annotated[StrictStr, pydantic.Field(min_length=1, max_length=200)]
    name: Annotated[StrictStr, pydantic.Field(min_length=1, max_length=200)]
    title: StrictStr = ""
    frozen: StrictBool = False
    repeat: StrictInt | StrictStr | None = None
    copies: Literal["inside", "beside"] = "inside"
    share: Id | None = None
    average: AverageRecord | None = None
    frozen_mode: Literal["eval", "train"] = "eval"
    mode: Literal["works", "muted", "bypassed"] = "works"
    scan: ScanRecord | None = None
    start: StartRecord | None = None
    rate: Annotated[float, pydantic.Field(strict=True, ge=0, le=LARGEST_RATE)] = 1.0
    quiet: Annotated[tuple[Port, ...], pydantic.Field(max_length=100)] = ()
    parameters: dict[str, Any] = pydantic.Field(default_factory=dict)


class WireRecord(_Record):
    """A wire; ``source`` and ``target`` are a node's id and a port."""

    model_config = pydantic.ConfigDict(extra="ignore", frozen=True, defer_build=True)

    source: tuple[Id, Port]
    target: tuple[Id, Port]
    index: Annotated[StrictInt, pydantic.Field(ge=0, lt=100_000)] = 0


class BlockRecord(_Record):
    """What a block holds: as a network, but without blocks of its own."""

    parameters: dict[str, Number] = pydantic.Field(default_factory=dict)
    nodes: Annotated[list[NodeRecord], pydantic.Field(max_length=100_000)]
    wires: Annotated[list[WireRecord], pydantic.Field(max_length=400_000)]


class NetworkRecord(BlockRecord):
    """The content of ``network.json``: the network, and the blocks of the project by name."""

    blocks: dict[str, BlockRecord] = pydantic.Field(default_factory=dict)


class FrameRecord(_Record):
    """A frame on the canvas."""

    model_config = pydantic.ConfigDict(extra="ignore", frozen=True, defer_build=True)

    id: Id
    title: StrictStr = ""
    nodes: list[Id] = pydantic.Field(default_factory=list)
    colour: Annotated[StrictInt, pydantic.Field(ge=0, le=1000)] = 0


class NoteRecord(_Record):
    """A note on the canvas."""

    model_config = pydantic.ConfigDict(extra="ignore", frozen=True, defer_build=True)

    id: Id
    text: StrictStr = ""
    position: Place = (0.0, 0.0)
    size: Place = (204.0, 72.0)


class BlockLayoutRecord(_Record):
    """Where everything lies on one canvas; keys of ``positions`` are node ids."""

    direction: Literal["right", "down"] = "right"
    positions: dict[Annotated[int, pydantic.Field(ge=1, lt=_LARGEST_ID)], Place] = pydantic.Field(default_factory=dict)
    frames: list[FrameRecord] = pydantic.Field(default_factory=list)
    notes: list[NoteRecord] = pydantic.Field(default_factory=list)


class LayoutRecord(BlockLayoutRecord):
    """The content of ``layout.json``: the canvas of the network, and those of the blocks by name."""

    blocks: dict[str, BlockLayoutRecord] = pydantic.Field(default_factory=dict)
    opened: tuple[tuple[tuple[StrictInt, StrictInt], ...], ...] = ()


class AboutRecord(_Record):
    """Where a project comes from; see `graphs.project.About`."""

    preset: StrictStr = ""
    year: StrictInt | None = None
    source: StrictStr = ""
    summary: StrictStr = ""
    look_for: StrictStr = ""
    textbook: tuple[StrictStr, ...] = ()
    views: tuple[StrictStr, ...] = ()
    reached: StrictStr = ""
    errata: StrictStr = ""


class ManifestRecord(_Record):
    """The content of ``manifest.json``."""

    format: StrictStr
    version: Annotated[StrictInt, pydantic.Field(ge=1)]
    program: StrictStr = ""
    title: StrictStr = ""
    about: AboutRecord = AboutRecord()
    next_id: Id = 1
    next_ids: dict[str, Id] = pydantic.Field(default_factory=dict)


Model = TypeVar("Model", bound=pydantic.BaseModel)


def read(model: type[Model], file: str, data: Any) -> Model:
    """Check parsed JSON against a model; raises `DocumentError` that names file, place and what was expected."""
    try:
        return model.model_validate(data)
    except pydantic.ValidationError as error:
        raise DocumentError(_sentence(file, error.errors(include_url=False)[0], data)) from error


_EXPECTED = {
    "string_type": mark("a text"),
    "int_type": mark("a whole number"),
    "int_parsing": mark("a whole number"),
    "int_from_float": mark("a whole number"),
    "float_type": mark("a number"),
    "float_parsing": mark("a number"),
    "bool_type": mark("true or false"),
    "list_type": mark("a list"),
    "tuple_type": mark("a list"),
    "dict_type": mark("an object in curly brackets"),
    "model_type": mark("an object in curly brackets"),
    "model_attributes_type": mark("an object in curly brackets"),
}
_BOUNDS = {"greater_than_equal": "≥", "greater_than": ">", "less_than_equal": "≤", "less_than": "<"}


def _sentence(file: str, error: Any, data: Any) -> Message:
    place, kind, given, context = _place(error["loc"]), error["type"], error["input"], error.get("ctx", {})
    if not error["loc"]:
        return say("{file} should hold an object in curly brackets. Restore it from a copy.", file=file)
    if kind == "missing":
        return say("{file}: {place} is missing. Add it, or restore the file from a copy.", file=file, place=place)
    if kind in _EXPECTED:
        return say(
            "{file}: {place} should be {expected}, not {found}.",
            file=file, place=place, expected=Message(_EXPECTED[kind]), found=Message(named(given)),
        )  # fmt: skip
    if kind in _BOUNDS:
        bound = f"{_BOUNDS[kind]} {next(iter(context.values()))}"
        return say(
            "{file}: {place} should be {expected}, not {found}.",
            file=file,
            place=place,
            expected=bound,
            found=repr(given)[:60],
        )
    if kind == "extra_forbidden":
        return say(
            "{file}: this program does not know {place}. A newer Workbench may have written it.", file=file, place=place
        )
    if kind in {"too_long", "too_short", "string_too_long", "string_too_short"}:
        return say("{file}: {place} is too long or too short: {reason}.", file=file, place=place, reason=error["msg"])
    return say("{file}: {place} does not fit: {reason}.", file=file, place=place, reason=error["msg"].rstrip("."))


_ONE = {"nodes": "node", "wires": "wire", "frames": "frame", "notes": "note", "players": "player"}


def _place(location: Iterable[Any]) -> str:
    """Write ``("nodes", 2, "name")`` as ``node 3: name``, the way a person counts."""
    parts: list[str] = []
    for part in location:
        if isinstance(part, int) and parts:
            parts[-1] = f"{_ONE.get(parts[-1], parts[-1])} {part + 1}"
        else:
            parts.append(str(part))
    return ": ".join(parts)


def named(value: Any) -> str:
    """Say in plain words what kind of JSON value something is."""
    if value is None:
        return mark("nothing")
    if isinstance(value, bool):
        return mark("true or false")
    if isinstance(value, int | float):
        return mark("a number")
    if isinstance(value, str):
        return mark("a text")
    return mark("a list") if isinstance(value, list | tuple) else mark("an object in curly brackets")


# ---------------------------------------------------------------------- JSON


def parse(file: str, content: bytes) -> Any:
    """Read JSON. NaN, Infinity, a key given twice and absurd nesting are refused."""
    text = decode(file, content)
    try:
        value = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise DocumentError(
            say(
                "{file} is not JSON: line {line}, column {column} is wrong. Mend it there, or restore it from a copy.",
                file=file, line=error.lineno, column=error.colno,
            )
        ) from error  # fmt: skip
    except RecursionError as error:
        raise _too_deep(file) from error
    except _RefusedError as error:
        raise DocumentError(say("{file}: {reason}", file=file, reason=error.message)) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise DocumentError(_too_big(file)) from error
    _check(file, value)
    return value


def decode(file: str, content: bytes) -> str:
    """Read UTF-8 text; raises `DocumentError`."""
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise DocumentError(
            say("{file} is not UTF-8 text. Save it as UTF-8, or restore it from a copy.", file=file)
        ) from error


class _RefusedError(Exception):
    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _RefusedError(say("“{key}” stands twice in one object. Remove one of them.", key=twice))
    return found


def _no_constant(text: str) -> Any:
    raise _RefusedError(say("{text} is not a number a project can hold. Put a number there.", text=text))


def _too_deep(file: str) -> DocumentError:
    return DocumentError(
        say("{file} has brackets inside brackets more than {n} deep, which no project has.", file=file, n=_DEEPEST)
    )


def _too_big(file: str) -> Message:
    return say("{file} holds a number that is too large. Put a smaller number there.", file=file)


def _check(file: str, value: Any) -> None:
    """Refuse what JSON allows and a project does not: deep nesting, numbers beyond 64 bits, half characters."""
    todo = [(value, 1)]
    while todo:
        item, depth = todo.pop()
        if depth > _DEEPEST:
            raise _too_deep(file)
        if isinstance(item, dict):
            todo += [(key, depth) for key in item]
            todo += [(one, depth + 1) for one in item.values()]
        elif isinstance(item, list):
            todo += [(one, depth + 1) for one in item]
        elif isinstance(item, str):
            if not item.isascii() and any("\ud800" <= sign <= "\udfff" for sign in item):
                raise DocumentError(
                    say("{file} holds half a character (a lone surrogate). Retype that text.", file=file)
                )
        elif (isinstance(item, float) and not math.isfinite(item)) or (
            isinstance(item, int) and abs(item) >= _LARGEST_NUMBER
        ):
            raise DocumentError(_too_big(file))


_WIDTH = 110


def written(value: Any) -> bytes:
    """Write JSON so that it diffs well: what fits on a line stays on one, the rest takes a line per entry."""
    return (_text(value, 0) + "\n").encode("utf-8", "replace")


def _text(value: Any, indent: int) -> str:
    flat = json.dumps(value, ensure_ascii=False, allow_nan=False, default=_unknown)
    if not isinstance(value, dict | list | tuple) or not value or (len(flat) + indent <= _WIDTH and indent > 0):
        return flat
    pad = " " * (indent + 2)
    if isinstance(value, dict):
        rows = [
            f"{pad}{json.dumps(str(key), ensure_ascii=False)}: {_text(item, indent + 2)}" for key, item in value.items()
        ]
        return "{\n" + ",\n".join(rows) + "\n" + " " * indent + "}"
    return "[\n" + ",\n".join(pad + _text(item, indent + 2) for item in value) + "\n" + " " * indent + "]"


def _unknown(value: Any) -> Any:
    raise TypeError(f"{type(value).__name__} {value!r:.60} has no place in JSON")
