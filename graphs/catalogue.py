"""What can be placed: every layer type, found in `graphs.layers`, with what a form and a search need."""

from __future__ import annotations

import difflib
import importlib
import importlib.util
import pkgutil
import re
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Literal

import pydantic
from pydantic.fields import FieldInfo as PydanticField
from pydantic_core import PydanticUndefined

import graphs.layers
from graphs.fields import Pair
from graphs.layer import Family, Layer
from graphs.message import Message, say

Editor = Literal["int", "float", "bool", "choice", "pair", "shape", "numbers", "text"]
"""The kind of box a form offers for a parameter."""


class UnknownLayer(KeyError):  # noqa: N818 - named for what it says
    """A layer type this program does not know; ``message`` says which and names the nearest."""

    def __init__(self, name: str):
        super().__init__(name)
        self.name = name

    @cached_property
    def message(self) -> Message:
        """The sentence; the nearest name is looked up when somebody reads it, for a block's name is asked for often."""
        near = _nearest(self.name, list(layer_types()))
        if near is None:
            return say("There is no layer type {name}.", name=self.name)
        return say("There is no layer type {name}. Is it {near}?", name=self.name, near=near)

    def __str__(self) -> str:
        return str(self.message)


class ParameterError(ValueError):
    """A parameter that a layer type cannot have; ``message`` says what it takes and what it got."""

    def __init__(self, parameter: str, message: Message):
        super().__init__(str(message))
        self.parameter, self.message = parameter, message


@dataclass(frozen=True)
class FieldInfo:
    """One parameter of a layer type, as a form shows it.

    ``bounds`` may have ``ge, gt, le, lt``, for each number of a pair too. ``required`` is set when there is no default;
    ``optional`` when the parameter may stay empty (None).
    """

    name: str
    description: str
    default: Any
    editor: Editor
    face: str = ""
    unit: str = ""
    rank: int = 0
    bounds: Mapping[str, float] = field(default_factory=dict)
    choices: tuple[Any, ...] = ()
    required: bool = False
    optional: bool = False


_CLASS = re.compile(r"^class (\w+)\(", re.MULTILINE)
_FORMERLY = re.compile(r"^    formerly\b", re.MULTILINE)


def _is_layer_type(kind: Any, module: str) -> bool:
    return isinstance(kind, type) and issubclass(kind, Layer) and kind.__module__ == module and hasattr(kind, "family")


@cache
def _sources() -> Mapping[str, str]:
    """The text of each module of `graphs.layers`, read from the files: nothing is imported for it."""
    texts: dict[str, str] = {}
    for module_info in pkgutil.iter_modules(graphs.layers.__path__):
        name = f"{graphs.layers.__name__}.{module_info.name}"
        spec = importlib.util.find_spec(name)
        if spec is not None and spec.origin is not None:
            texts[name] = Path(spec.origin).read_text(encoding="utf-8")
    return texts


@cache
def _homes() -> Mapping[str, str]:
    """In which module each class of `graphs.layers` stands."""
    return {kind: name for name, text in _sources().items() for kind in _CLASS.findall(text)}


def modules() -> Iterator[types.ModuleType]:
    """Load the files of layer types one by one, for whoever has something else to do between two of them."""
    for module_info in sorted(pkgutil.iter_modules(graphs.layers.__path__), key=lambda info: info.name):
        yield importlib.import_module(f"{graphs.layers.__name__}.{module_info.name}")


@cache
def layer_types() -> Mapping[str, type[Layer]]:
    """Every layer type by its name, in the order of the palette: by family, then as declared.

    Two types of one name raise TypeError.
    """
    found: dict[str, type[Layer]] = {}
    for module in modules():
        for kind in vars(module).values():
            if _is_layer_type(kind, module.__name__):
                name = kind.type_name()
                if name in found:
                    raise TypeError(
                        f"There are two layer types called {name}: in {found[name].__module__} and {module.__name__}."
                    )
                found[name] = kind
    families = list(Family)
    return types.MappingProxyType(dict(sorted(found.items(), key=lambda item: families.index(item[1].family))))


@cache
def _older_names() -> Mapping[str, type[Layer]]:
    modules = [importlib.import_module(name) for name, text in _sources().items() if _FORMERLY.search(text)]
    kinds = [kind for module in modules for kind in vars(module).values() if _is_layer_type(kind, module.__name__)]
    return {older: kind for kind in kinds for older in kind.formerly}


@cache
def layer_type(name: str) -> type[Layer]:
    """Return a layer type by its name, or by an older one. Raises `UnknownLayer` with the nearest name there is."""
    home = _homes().get(name)
    if home is not None:  # one file is read, not all: a drawing of ten types opens sooner than the whole palette
        kind = getattr(importlib.import_module(home), name)
        if _is_layer_type(kind, home):
            return kind  # type: ignore[no-any-return]
    older = _older_names().get(name)
    if older is None:
        raise UnknownLayer(name)
    return older


def _nearest(name: str, known: list[str]) -> str | None:
    by_lower = {k.lower(): k for k in known}
    near = difflib.get_close_matches(name.lower(), by_lower, n=1, cutoff=0.5)
    return by_lower[near[0]] if near else None


@cache
def fields_of(cls: type[Layer]) -> tuple[FieldInfo, ...]:
    """The parameters of a layer type in the order they are declared, derived from its pydantic fields."""
    return tuple(_field(name, declared) for name, declared in cls.model_fields.items())


def _field(name: str, declared: PydanticField) -> FieldInfo:
    extra = declared.json_schema_extra if isinstance(declared.json_schema_extra, dict) else {}
    editor, choices, bounds, optional = _editor(declared.annotation, tuple(declared.metadata))
    required = declared.is_required()
    default = None if required or declared.default is PydanticUndefined else declared.default
    if editor == "pair" and isinstance(default, int):
        default = (default, default)
    return FieldInfo(
        name, declared.description or "", default, editor,
        str(extra.get("face", "")), str(extra.get("unit", "")), int(typing.cast(int, extra.get("rank", 0))),
        bounds, choices, required, optional,
    )  # fmt: skip


def _editor(annotation: Any, metadata: tuple[Any, ...]) -> tuple[Editor, tuple[Any, ...], dict[str, float], bool]:
    """Read an annotation: which box, which choices, which bounds, and whether it may stay empty."""
    flat = [inner for item in metadata for inner in (item.metadata if isinstance(item, PydanticField) else [item])]
    bounds: dict[str, float] = {
        bound: value
        for item in flat
        for bound in ("ge", "gt", "le", "lt")
        if (value := getattr(item, bound, None)) is not None
    }
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        inner, *more = typing.get_args(annotation)
        return _editor(inner, (*metadata, *more))
    if origin in (typing.Union, types.UnionType):
        (inner,) = (arm for arm in typing.get_args(annotation) if arm is not type(None))
        editor, choices, bounds, _ = _editor(inner, metadata)
        return editor, choices, bounds, True
    if origin is Literal:
        return "choice", typing.get_args(annotation), {}, False
    if origin is tuple:
        arms = typing.get_args(annotation)
        of_one, _, of_each, _ = _editor(arms[0], ())
        pair = any(isinstance(item, Pair) for item in metadata)
        row: Editor = "pair" if pair else "numbers" if of_one == "float" else "shape"
        return row, (), bounds | of_each, False
    kinds: dict[Any, Editor] = {bool: "bool", int: "int", float: "float", str: "text"}
    return kinds[annotation], (), bounds, False


def check_parameters(cls: type[Layer], values: Mapping[str, Any]) -> Layer:
    """Build a layer from resolved parameters. Raises `ParameterError` about the first one that is wrong."""
    try:
        return cls.model_validate(dict(values))
    except pydantic.ValidationError as error:
        first = error.errors(include_url=False)[0]
        name = str(first["loc"][0]) if first["loc"] else ""
        infos = {info.name: info for info in fields_of(cls)}
        if name not in infos:
            raise ParameterError(name, _unknown_parameter(cls, name, list(infos))) from error
        reason = first.get("ctx", {}).get("error")
        if isinstance(reason, ValueError) and reason.args and isinstance(reason.args[0], Message):
            raise ParameterError(name, reason.args[0]) from error  # a validator of the layer says it itself
        taken = _taken(infos[name])
        if name not in values:
            raise ParameterError(
                name, say("{parameter} takes {what}. It is missing.", parameter=name, what=taken)
            ) from error
        got = _written(values[name])
        raise ParameterError(
            name, say("{parameter} takes {what}. It got {value}.", parameter=name, what=taken, value=got)
        ) from error


def _unknown_parameter(cls: type[Layer], name: str, known: list[str]) -> Message:
    near = _nearest(name, known)
    if near is not None:
        return say("{type} has no parameter {name}. Is it {near}?", type=cls.type_name(), name=name, near=near)
    return say(
        "{type} has no parameter {name}. It has: {known}.",
        type=cls.type_name(),
        name=name,
        known=", ".join(known) or "–",
    )


def _written(value: Any) -> str:
    if isinstance(value, str):
        return f"“{value}”"
    return "(" + ", ".join(map(_written, value)) + ")" if isinstance(value, list | tuple) else str(value)


def _taken(info: FieldInfo) -> Message:
    what = {
        "int": say("a whole number"),
        "float": say("a number"),
        "bool": say("yes or no"),
        "choice": say("one of {choices}", choices=", ".join(map(str, info.choices))),
        "pair": say("two whole numbers"),
        "shape": say("a row of whole numbers"),
        "numbers": say("a row of numbers"),
        "text": say("a text"),
    }[info.editor]
    low, high = info.bounds.get("ge"), info.bounds.get("le")
    above, below = info.bounds.get("gt"), info.bounds.get("lt")
    if low is not None and high is not None:
        what = say("{what} from {low} to {high}", what=what, low=_number(low), high=_number(high))
    else:
        if low is not None:
            what = say("{what} from {low}", what=what, low=_number(low))
        if above is not None:
            what = say("{what} above {low}", what=what, low=_number(above))
        if below is not None:
            what = say("{what}, below {high}", what=what, high=_number(below))
        if high is not None:
            what = say("{what}, at most {high}", what=what, high=_number(high))
    return say("{what}, or nothing", what=what) if info.optional else what


def _number(value: float) -> str:
    return f"{int(value):,}" if float(value).is_integer() else f"{value:g}"


def search(text: str) -> tuple[type[Layer], ...]:
    """Find layer types by torch's name, by English words and by the Chinese name, the best match first.

    Every word has to occur somewhere. An empty text gives all types in the order of the palette.
    """
    words = text.lower().split()
    scored = [
        (sum(scores), place, kind)
        for place, kind in enumerate(layer_types().values())
        if all(scores := [_score(w, kind) for w in words])
    ]
    return tuple(kind for _, _, kind in sorted(scored, key=lambda item: (-item[0], item[1])))


def _score(word: str, kind: type[Layer]) -> int:
    """How well a word names a layer type: 0 when it does not."""
    name = kind.type_name().lower()
    keywords = [keyword.lower() for keyword in kind.keywords]
    tests = (
        (100, name == word or kind.chinese == word),
        (80, name.startswith(word)),
        (70, word in keywords),
        (60, kind.chinese.startswith(word)),
        (50, word in name or word in kind.chinese),
        (40, any(part.startswith(word) for keyword in keywords for part in (keyword, *keyword.split()))),
        (20, any(part.startswith(word) for part in kind.sentence().lower().split())),
        (10, str(kind.family).lower().startswith(word)),
        (5, any(word in keyword for keyword in keywords)),
    )
    return next((score for score, hit in tests if hit), 0)
