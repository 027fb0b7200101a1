"""The second way to follow a module: torch.export, which runs its Python to the end and keeps what torch did.

It follows what torch.fx cannot: writing into parts of tensors, compiled functions, code that asks what its tensors are.
Layers that are known here are not entered: each call of one stands in the record as a whole, with what it was given.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
import io
import logging
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import torch
from torch import fx, nn

from graphs.importing.plainly import PLAIN
from graphs.importing.sizes import Sizes

_operators: Any = torch.library  # torch has no types for what is used of it
_LIBRARY = _operators.Library("graphs_importing", "FRAGMENT")
_LIBRARY.define("layer(Tensor[] given, int call) -> Tensor[]")


@dataclass(frozen=True)
class Seen:
    """What code that cannot be followed gave when it was tried with two batch sizes: where its tensors lie, and they
    themselves on the meta device."""

    places: tuple[tuple[Any, ...], ...]
    tensors: tuple[tuple[torch.Tensor, ...], ...]

    def imagined(self, number: int, given: torch.Tensor) -> torch.Tensor:
        """A tensor like the one it gave, with as many examples as another has."""
        one, two = (row[number] for row in self.tensors)
        shape = [a if a == b else given.shape[0] for a, b in zip(one.shape, two.shape, strict=True)]
        return torch.empty(shape, dtype=one.dtype, device=given.device)


@dataclass
class LayerCall:
    """One call of a known layer while it is exported: where it is, how it was called, the places of its results.

    ``seen`` is what it gave for two batch sizes when it was tried, for code that cannot be followed at all.
    """

    path: str
    module: nn.Module
    arguments: Any
    seen: Seen | None
    places: tuple[tuple[Any, ...], ...] = ()


@dataclass
class Export:
    """What torch.export found: operations, what each of their inputs is, the calls of layers, and the results.

    ``inputs`` says by name what enters: ``("given", 0)`` is the first tensor of the call, ``("held", path)`` a weight,
    ``("constant", tensor)`` a tensor the code made. ``structure`` is the result with numbers in place of its tensors.
    """

    graph: fx.Graph
    inputs: dict[str, tuple[str, Any]]
    calls: list[LayerCall]
    results: list[Any]
    structure: Any
    layers: frozenset[str] = frozenset()


class NotExported(Exception):  # noqa: N818 - it says what happened
    """torch.export gave up: ``path`` is the innermost module it was in, ``error`` what was raised there."""

    def __init__(self, path: str, error: Exception):
        super().__init__(str(error))
        self.path, self.error = path, error


class Place(int):
    """Stands for a tensor in a structure of others: the how manyth it is."""


def taken_apart(value: Any, is_tensor: Callable[[Any], bool]) -> tuple[list[Any], Any]:
    """The tensors in a structure of rows, dictionaries and records, and the structure with a `Place` for each."""
    found: list[Any] = []

    def note(one: Any) -> Any:
        if not is_tensor(one):
            return one
        found.append(one)
        return Place(len(found) - 1)

    return found, _mapped(value, note)


def put_together(structure: Any, tensors: Any) -> Any:
    """The structure that `taken_apart` took apart, with other tensors."""
    return _mapped(structure, lambda one: tensors[one] if isinstance(one, Place) else one)


def _mapped(value: Any, function: Callable[[Any], Any]) -> Any:
    if isinstance(value, torch.Size | Sizes):
        return value
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return type(value)(*[_mapped(item, function) for item in value])
    if isinstance(value, tuple | list):
        return type(value)(_mapped(item, function) for item in value)
    if isinstance(value, dict):
        return type(value)((key, _mapped(item, function)) for key, item in value.items())
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _mapped(getattr(value, one.name), function) for one in dataclasses.fields(value)}
        return dataclasses.replace(value, **changed)
    return function(value)


def _ways(value: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], torch.Tensor]]:
    """Where the tensors of a result lie: by index or key."""
    if isinstance(value, torch.Tensor):
        yield before, value
    elif isinstance(value, tuple | list):
        for number, item in enumerate(value):
            yield from _ways(item, (*before, number))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _ways(item, (*before, key))


class _Adapter(nn.Module):
    """A module that takes a row of tensors and gives one."""

    def __init__(self, inner: nn.Module, arguments: Any, note: Callable[[Any], None]):
        super().__init__()
        self.inner, self.arguments, self.note = inner, arguments, note

    def forward(self, *tensors: torch.Tensor) -> tuple[Any, ...]:
        """Call the module as it was called."""
        args, kwargs = put_together(self.arguments, tensors)
        results, structure = taken_apart(self.inner(*args, **kwargs), lambda one: isinstance(one, torch.Tensor))
        self.note(structure)  # attributes that are set here are set back by torch
        return tuple(results)


_CALLS: list[list[LayerCall]] = []


def _imagined(given: list[torch.Tensor], call: int) -> list[torch.Tensor]:
    """What a layer gives, without its numbers: shapes alone."""
    one = _CALLS[-1][call]
    args, kwargs = put_together(one.arguments, given)
    if one.seen is not None:
        one.places = one.seen.places
        return [one.seen.imagined(number, given[0]) for number in range(len(one.places))]
    held = [*one.module.named_parameters(), *one.module.named_buffers()]
    empty = {name: torch.empty(t.shape, dtype=t.dtype, device=given[0].device) for name, t in held}
    found = _with_weights(one.module, empty, args, kwargs)
    ways = list(_ways(found))
    one.places = tuple(way for way, _ in ways)
    return [torch.empty_like(tensor) for _, tensor in ways]


_operators.register_fake("graphs_importing::layer", _imagined, lib=_LIBRARY)


def _with_weights(module: nn.Module, weights: Mapping[str, torch.Tensor], args: Any, kwargs: Any) -> Any:
    """What a layer's own forward gives, not the one that stands in for it."""
    standing = module.__dict__.pop("forward", None)
    try:
        return torch.func.functional_call(module, dict(weights), args, kwargs)
    finally:
        if standing is not None:
            module.__dict__["forward"] = standing


@contextmanager
def _as_a_whole(
    module: nn.Module,
    known: Callable[[nn.Module], bool],
    seen: Mapping[str, Seen],
    calls: list[LayerCall],
    failed: list[str],
) -> Iterator[set[str]]:
    """For a while, known layers inside a module are not entered when they are called."""
    changed: list[nn.Module] = []
    layers: set[str] = set()
    try:
        for path, one in module.named_modules():
            if any(path.startswith(f"{layer}.") for layer in layers):
                continue
            plain = PLAIN.get(type(one))
            if path in seen or (path and known(one)):
                layers.add(path)
                one.forward = functools.partial(_called, calls, path, one, seen.get(path))
            else:
                inside = functools.partial(plain, one) if plain is not None else one.forward
                one.forward = functools.partial(_noted, failed, path, inside)
            changed.append(one)
        yield layers
    finally:
        for one in changed:
            del one.__dict__["forward"]


def _noted(failed: list[str], path: str, forward: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Call a module; when something goes wrong, note in which it was."""
    try:
        return forward(*args, **kwargs)
    except Exception:
        failed.append(path)
        raise


def _called(calls: list[LayerCall], path: str, module: nn.Module, seen: Seen | None, *args: Any, **kwargs: Any) -> Any:
    tensors, arguments = taken_apart((args, kwargs), lambda one: isinstance(one, torch.Tensor))
    calls.append(LayerCall(path, module, arguments, seen))
    found = torch.ops.graphs_importing.layer(tensors, len(calls) - 1)
    if getattr(module, "inplace", False):
        return tensors[0].copy_(found[0])
    return _shaped(calls[-1].places, found)


def _shaped(places: tuple[tuple[Any, ...], ...], tensors: list[torch.Tensor]) -> Any:
    """The result of a layer out of its tensors; what was no tensor there is None."""
    if places == ((),):
        return tensors[0]
    rows: dict[Any, list[tuple[tuple[Any, ...], torch.Tensor]]] = {}
    for place, tensor in zip(places, tensors, strict=True):
        rows.setdefault(place[0], []).append((place[1:], tensor))
    parts = {key: _shaped(tuple(p for p, _ in inner), [t for _, t in inner]) for key, inner in rows.items()}
    if all(isinstance(key, int) for key in parts):
        return tuple(parts.get(number) for number in range(max(2, max(parts) + 1)))
    return parts


def export(
    module: nn.Module,
    known: Callable[[nn.Module], bool],
    closed: Collection[str],
    arguments: Any,
    tensors: list[tuple[torch.Size, torch.Size, torch.dtype]],
) -> Export:
    """Follow one call of a module by torch.export; raises `NotExported` when that cannot be.

    ``known`` says whether a module is a layer; those at the paths of ``closed`` inside are taken as they are.
    ``arguments`` are the arguments of the call with a `Place` for each tensor, ``tensors`` the shapes of those for two
    batch sizes: axes in which they differ stay open.
    """
    calls: list[LayerCall] = []
    failed: list[str] = []
    structures: list[Any] = []
    adapter = _Adapter(module, arguments, structures.append)
    device = next((t.device for t in module.parameters()), torch.device("cpu"))
    given = tuple(torch.zeros(one, dtype=dtype, device=device) for one, _, dtype in tensors)
    auto = torch.export.Dim.AUTO
    open_axes = tuple(
        {axis: auto for axis, (a, b) in enumerate(zip(one, two, strict=True)) if a != b} for one, two, _ in tensors
    )
    _CALLS.append(calls)
    try:
        seen = _tried(module, closed, arguments, tensors) if closed else {}
        with _as_a_whole(module, known, seen, calls, failed) as layers, _quietly():
            found = torch.export.export(adapter, given, dynamic_shapes=(open_axes,), strict=False)
            if any(_writes(node) for node in found.graph.nodes):
                found = found.run_decompositions({})
    except Exception as error:
        raise NotExported(failed[0] if failed else "", error) from error
    finally:
        _CALLS.pop()
    return _sorted(found, calls, structures[-1], layers)


def _tried(
    module: nn.Module,
    closed: Collection[str],
    arguments: Any,
    tensors: list[tuple[torch.Size, torch.Size, torch.dtype]],
) -> dict[str, Seen]:
    """Run a copy of a module with two batch sizes, and see what the parts of it that are closed give."""
    one = copy.deepcopy(module).cpu().eval()
    found: dict[str, list[tuple[tuple[Any, ...], torch.Tensor]]] = {}
    rows: dict[str, list[tuple[torch.Tensor, ...]]] = {path: [] for path in closed}
    for path in closed:
        note = functools.partial(_see, found, path)
        one.get_submodule(path).register_forward_hook(note)
    for which in (0, 1):
        given = [_example((one, two)[which], dtype) for one, two, dtype in tensors]
        args, kwargs = put_together(arguments, given)
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            one(*args, **kwargs)
        for path in closed:
            rows[path].append(tuple(tensor for _, tensor in found[path]))
    return {path: Seen(tuple(way for way, _ in found[path]), tuple(rows[path])) for path in closed if path in found}


def _see(found: dict[str, Any], path: str, module: nn.Module, given: Any, result: Any) -> None:
    found[path] = [(way, tensor.to("meta")) for way, tensor in _ways(result)]


def _example(shape: torch.Size, dtype: torch.dtype) -> torch.Tensor:
    return torch.rand(shape, dtype=dtype) if dtype.is_floating_point else torch.zeros(shape, dtype=dtype)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without what torch tells its own developers, and without using up random numbers."""
    before = logging.root.manager.disable
    nowhere = io.StringIO()
    try:
        logging.disable(logging.CRITICAL)
        with warnings.catch_warnings(), torch.random.fork_rng(devices=[]), redirect_stdout(nowhere):
            warnings.simplefilter("ignore")
            with redirect_stderr(nowhere):
                yield
    finally:
        logging.disable(before)


def _writes(node: fx.Node) -> bool:
    """Whether an operation changes a tensor where it lies."""
    schema = getattr(node.target, "_schema", None)
    return schema is not None and schema.is_mutable


def _sorted(found: torch.export.ExportedProgram, calls: list[LayerCall], structure: Any, layers: set[str]) -> Export:
    kinds = torch.export.graph_signature.InputKind
    inputs: dict[str, tuple[str, Any]] = {}
    count = 0
    for spec in found.graph_signature.input_specs:
        name = spec.arg.name
        if spec.kind is kinds.USER_INPUT:
            inputs[name] = ("given", count)
            count += 1
        elif spec.kind in (kinds.PARAMETER, kinds.BUFFER):
            inputs[name] = ("held", str(spec.target).removeprefix("inner."))
        else:
            inputs[name] = ("constant", found.constants[str(spec.target)])
    outputs = next(node for node in found.graph.nodes if node.op == "output").args[0]
    mutations = sum(
        spec.kind is not torch.export.graph_signature.OutputKind.USER_OUTPUT
        for spec in found.graph_signature.output_specs
    )
    return Export(found.graph, inputs, calls, list(outputs)[mutations:], structure, frozenset(layers))
