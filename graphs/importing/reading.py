"""From the record of a module to layers: every operation finds its layer type, or says that there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import fx

from graphs.catalogue import ParameterError, check_parameters, fields_of, layer_type
from graphs.importing import arithmetic, leaves, operators, places, reductions
from graphs.importing.pieces import Item, Reading, Unfit, Value, operation_name
from graphs.importing.sizes import Size
from graphs.importing.tracing import Trace, Unreadable
from graphs.layer import ShapeError
from graphs.layers.input_output import fits, kind_of
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec

FUNCTIONS: Mapping[str, Any] = {
    **arithmetic.FUNCTIONS,
    **places.FUNCTIONS,
    **reductions.FUNCTIONS,
    **operators.FUNCTIONS,
}
"""What reads a function or a method, by its name."""

_DTYPES = {"float32": torch.float32, "float64": torch.float64, "int64": torch.int64, "bool": torch.bool}
_OTHER_KINDS = (Kind.IMAGE, Kind.SEQUENCE, Kind.SIGNAL, Kind.FEATURES, Kind.VOLUME, Kind.TENSOR, Kind.TOKENS)


def dtype_name(tensor: torch.Tensor) -> str:
    """``float32`` for ``torch.float32``."""
    return str(tensor.dtype).removeprefix("torch.")


def shape_of(values: tuple[Any, Any]) -> tuple[int | None, ...]:
    """The shape of a traced tensor, None where the two batch sizes differ."""
    return tuple(int(a) if a == b else None for a, b in zip(values[0].shape, values[1].shape, strict=True))


class Held:
    """A parameter, a buffer or a constant of the module, until it is known how it is used."""

    def __init__(self, path: str, tensor: torch.Tensor, node: fx.Node):
        self.path, self.tensor, self.node = path, tensor, node


class Operation:
    """One recorded operation, as those that read it see it: its arguments, and what the module made of them."""

    def __init__(self, reader: Reader, node: fx.Node, name: str):
        self.reader, self.node, self.name = reader, node, name
        self.args: tuple[Any, ...] = node.args
        self.kwargs: dict[str, Any] = dict(node.kwargs)
        self.result = node.meta["values"][0]

    def raw(self, place: int, name: str, default: Any = None) -> Any:
        """An argument as it was recorded."""
        return self.args[place] if place < len(self.args) else self.kwargs.get(name, default)

    def number(self, place: int, name: str, default: Any = None) -> Any:
        """An argument that has to be plain: a number, a choice, a row of numbers; raises `Unfit`."""
        found = plain(self.raw(place, name, default))
        if isinstance(found, fx.Node):
            raise Unfit(say("{name} takes its {argument} from a tensor", name=self.name, argument=name))
        return found

    def value(self, place: int, name: str) -> Value:
        """An argument that has to be a tensor; raises `Unfit`."""
        return self.reader.value(self.raw(place, name))

    def is_tensor(self, place: int, name: str) -> bool:
        """Whether an argument is a tensor."""
        return isinstance(self.raw(place, name), fx.Node)

    def held(self, place: int, name: str) -> Held | None:
        """An argument that is a tensor of the module itself; None when it is anything else."""
        node = self.raw(place, name)
        found = self.reader.env.get(node) if isinstance(node, fx.Node) else None
        return found if isinstance(found, Held) else None

    def only_before(self, name: str) -> bool:
        """Whether what it gives is read by nothing but operations, or layers, of this name."""
        modules = dict(self.reader.trace.root.named_modules())
        for user in self.node.users:
            home = type(modules[str(user.target)]).__name__.lower() if user.op == "call_module" else ""
            if (home or operation_name(user.target)) != name:
                return False
        return bool(self.node.users)

    def hides(self, place: int, name: str) -> bool:
        """Whether an argument is a constant of 0 and −∞, and what comes of it enters a softmax alone."""
        found = self.held(place, name)
        if found is None or found.path or not found.tensor.dtype.is_floating_point or not found.tensor.dim():
            return False
        low = found.tensor == float("-inf")
        return bool(low.any()) and bool((low | (found.tensor == 0)).all()) and self.only_before("softmax")

    def hiding(self, place: int, name: str) -> Value:
        """The places where such a constant is −∞."""
        found = self.held(place, name)
        assert found is not None
        return places.held(self.reader, Held("", found.tensor == float("-inf"), found.node), None)

    def rest(self, place: int) -> list[Any]:
        """The arguments from a place on, given one by one or as a row."""
        found = self.args[place:]
        if len(found) == 1 and isinstance(found[0], tuple | list):
            found = tuple(found[0])
        return list(found)

    def place(self, type: str, parameters: Mapping[str, Any] | None = None, **inputs: Any) -> Value:
        """Place a layer with one output; raises `Unfit` when it does not give what the module has."""
        return self.reader.place(self.node, type, dict(parameters or {}), inputs, self.name)


def plain(value: Any) -> Any:
    """A recorded argument as a parameter: sizes as numbers, rows as lists; raises `Unfit` where the batch decides."""
    if isinstance(value, Size):
        if value.varies:
            raise Unfit(say("a number depends on how many examples there are"))
        return int(value)
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


class Reader:
    """Reads a record; raises `Unreadable` with the module at which no layer was found."""

    def __init__(self, trace: Trace, closed: Mapping[str, Any], training: bool):
        self.trace, self.closed, self.training = trace, closed, training
        self.items: list[Item] = []
        self.env: dict[fx.Node, Any] = {}
        self.owners: dict[str, Item] = {}
        self.tensors: dict[tuple[str | None, Any], Value] = {}
        self.chains: dict[tuple[Any, ...], Value] = {}
        self._clock = 0

    def read(self, names: Mapping[str, str]) -> Reading:
        """Turn the record into layers; ``names`` says which field of the data each input is."""
        inputs = [self._entrance(node, names) for node in self.trace.inputs]
        for node in self.trace.graph.nodes:
            if node.op in ("call_module", "call_function", "call_method", "get_attr"):
                self._read(node)
        outputs = {name: self._leaving(node) for name, node in named_results(self.trace.output)}
        reading = Reading(inputs, self.items, outputs)
        drop_unused(reading)
        return reading

    def _leaving(self, node: fx.Node) -> Value:
        try:
            found = self.value(node)
            if found.shape[:1] != (None,):
                raise Unfit(say("it returns something without a batch"))
            return found
        except Unfit as error:
            raise Unreadable("", error.message) from error

    def _entrance(self, node: fx.Node, names: Mapping[str, str]) -> Item:
        tensor = node.meta["values"][0]
        dims = tuple(int(n) for n in tensor.shape[1:])
        kind = {"int64": {0: "index", 1: "tokens"}.get(len(dims), "tensor"), "bool": "mask"}.get(
            dtype_name(tensor), "auto"
        )
        if dtype_name(tensor) not in ("int64", "bool", "float32") or kind == "tensor" or tensor.dim() < 1:
            raise Unreadable(
                "",
                say(
                    "{name} is a {type} of {n} axes, which no Input gives",
                    name=node.name,
                    type=dtype_name(tensor),
                    n=len(dims),
                ),
            )
        parameters = {"field": names.get(node.name, node.name), "shape": list(dims), "kind": kind}
        item = Item("Input", parameters, {}, None, self._tick(), node.name)
        chosen = kind_of(len(dims)) if kind == "auto" else Kind(kind)
        self.env[node] = self._give(item, {"y": TensorSpec.of(chosen, *dims)}, {"y": shape_of(node.meta["values"])})
        return item

    def _tick(self) -> float:
        self._clock += 1
        return float(self._clock)

    def _read(self, node: fx.Node) -> None:
        visit = node.meta["visit"]
        try:
            if node.op == "get_attr":
                constant, target = node.meta.get("constant"), str(node.target)
                tensor = self.trace.constants[target] if constant else _attribute(self.trace.root, target)
                self.env[node] = Held("" if constant else target, tensor, node)
                return
            if node.op == "call_module":
                module = self.trace.root.get_submodule(str(node.target))
                self.env[node] = leaves.read(self, node, module)
            else:
                name = operation_name(node.target)
                bare = name if name.startswith("__") else name.strip("_")
                if bare not in FUNCTIONS:
                    raise Unfit(say("there is no layer for {name}", name=name))
                self.env[node] = FUNCTIONS[bare](Operation(self, node, bare))
                within = name.endswith("_") and name != bare
                if node.kwargs.get("inplace") or within or (name.startswith("i") and name[1:] in FUNCTIONS):
                    self.changed(node.args[0], self.env[node])
        except (Unfit, ShapeError, ParameterError) as error:
            path = visit.path if visit is not None else ""
            raise Unreadable(path, said(error)) from error

    def changed(self, node: Any, value: Any) -> None:
        """A tensor was changed in place: whoever reads it from now on reads the new one."""
        if isinstance(node, fx.Node) and isinstance(value, Value):
            self.env[node] = value

    # ------------------------------------------------------------------ values

    def value(self, node: Any) -> Value:
        """The value of a recorded tensor; raises `Unfit` when it is none."""
        found = self.env.get(node) if isinstance(node, fx.Node) else None
        if isinstance(found, Held):
            return places.held(self, found, None)
        if not isinstance(found, Value):
            raise Unfit(say("it takes a number or a row where a tensor is expected"))
        return found

    def place(
        self,
        node: fx.Node,
        type: str,
        parameters: dict[str, Any],
        inputs: Mapping[str, Any],
        name: str,
        path: str | None = None,
        lead: int | None = None,
    ) -> Value:
        """Place a layer with one output, and check it against what the module has there; raises `Unfit`."""
        values = node.meta["values"]
        found = self.place_many(node, type, parameters, inputs, name, path)
        (port,) = [p for p in found if p in self._ports(type)][:1]
        self._check(found[port], values, lead)
        return found[port]

    def place_many(
        self,
        node: fx.Node,
        type: str,
        parameters: dict[str, Any],
        inputs: Mapping[str, Any],
        name: str,
        path: str | None = None,
    ) -> dict[str, Value]:
        """Place a layer and return its outputs by port; they still have to be checked."""
        wired = {port: [*given] if isinstance(given, list | tuple) else [given] for port, given in inputs.items()}
        wired = {port: given for port, given in wired.items() if given != [None]}
        specs, parameters = self._fitted(node, type, parameters, wired)
        item = Item(type, parameters, wired, node.meta["visit"], self._tick(), name, path)
        if path is not None:
            item.share = self.owners.get(path)
            self.owners.setdefault(path, item)
        self.items.append(item)
        batched = {value.shape[:1] == (None,) for value in item.sources} or {False}
        head: tuple[int | None, ...] = (None,) if True in batched else (1,)
        shapes = {port: (*head, *(int(d) for d in spec.dims)) for port, spec in specs.items()}
        self._give(item, specs, shapes)
        return item.outputs

    def _ports(self, type: str) -> list[str]:
        return [port.name for port in layer_type(type).outputs]

    def _give(self, item: Item, specs: Mapping[str, TensorSpec], shapes: Mapping[str, tuple[int | None, ...]]) -> Value:
        item.outputs = {port: Value(item, port, spec, shapes[port]) for port, spec in specs.items()}
        return next(iter(item.outputs.values()))

    def _check(self, value: Value, values: tuple[Any, Any], lead: int | None) -> None:
        """Note what the module has there; raises `Unfit` when the drawing gives something else."""
        shape = shape_of(values)
        if None in shape[1:]:
            raise Unfit(say("the batch is not the first axis there"))
        if lead is None:
            sources = [one for one in value.item.sources if one.shape[:1] != (None,)]
            lead = 1 if shape[:1] == (None,) else min([one.lead for one in sources], default=value.lead)
        if value.spec.dims != shape[lead:] or value.spec.dtype != dtype_name(values[0]):
            raise Unfit(
                say("{name} gives {one}, the module {two}", name=value.item.type, one=value.spec.text, two=tuple(shape))
            )
        value.shape, value.lead = shape, lead

    def checked(self, value: Value, values: tuple[Any, Any]) -> Value:
        """A value of `place_many` after comparing it with what the module has there."""
        self._check(value, values, None)
        return value

    def _fitted(
        self, node: fx.Node, type: str, parameters: dict[str, Any], wired: dict[str, list[Value]]
    ) -> tuple[Mapping[str, TensorSpec], dict[str, Any]]:
        """Ask the layer for its outputs; where the kind of an input is in the way, read the same numbers as another."""
        kind = layer_type(type)
        known = {info.name: info for info in fields_of(kind)}
        parameters = {
            name: value
            for name, value in parameters.items()
            if plain_row(value) != plain_row(known[name].default) or known[name].required
        }
        layer = check_parameters(kind, {name: _tuples(value) for name, value in parameters.items()})
        many = {port.name for port in kind.inputs if port.many}

        def asked() -> Mapping[str, TensorSpec]:
            for port in kind.inputs:
                for value in wired.get(port.name, ()):
                    if port.kinds and value.spec.kind not in port.kinds:
                        raise ShapeError(port.name, Message("kind"), value.spec)
            given = {
                port: tuple(value.spec for value in values) if port in many else values[0].spec
                for port, values in wired.items()
            }
            out = layer.output(**given)
            return out if isinstance(out, Mapping) else {kind.outputs[0].name: out}

        try:
            return asked(), parameters
        except ShapeError as first:
            original = {port: [*values] for port, values in wired.items()}
            for wanted in _OTHER_KINDS:
                able = [v for values in original.values() for v in values if fits(wanted, _numbers(v))]
                if not able:
                    continue
                trial = {
                    port: [self.as_kind(node, v, wanted, dry=True) if v in able else v for v in values]
                    for port, values in original.items()
                }
                wired.update(trial)
                try:
                    found = asked()
                except ShapeError:
                    wired.update(original)
                    continue
                wired.update({p: [self.as_kind(node, v, wanted) if v in able else v for v in values]
                              for p, values in original.items()})  # fmt: skip
                return found, parameters
            raise first

    def as_kind(self, node: fx.Node, value: Value, kind: Kind, dry: bool = False) -> Value:
        """The same numbers, their axes meaning something else."""
        if value.spec.kind is kind:
            return value
        spec = TensorSpec(kind, value.spec.dims, value.spec.dtype, value.spec.batched)
        if dry:
            return Value(value.item, value.port, spec, value.shape, value.lead)
        choosable = "kind" in layer_type(value.item.type).model_fields
        if choosable and not any(value in item.sources for item in self.items):
            value.item.parameters["kind"] = kind.value
            value.spec = spec
            return value
        item = Item("Reshape", {"shape": [*value.spec.dims], "kind": kind.value}, {"x": [value]},
                    node.meta["visit"], self._tick(), "reshape")  # fmt: skip
        self.items.append(item)
        found = self._give(item, {"y": spec}, {"y": value.shape})
        found.lead = value.lead
        return found


def _numbers(value: Value) -> tuple[int, ...]:
    return tuple(int(dim) for dim in value.spec.dims)


def plain_row(value: Any) -> Any:
    """A pair of equal numbers as one number, a row as a tuple: two ways to write a parameter become one."""
    if isinstance(value, list | tuple):
        row = tuple(plain_row(item) for item in value)
        return row[0] if len(row) in (2, 3) and len(set(row)) == 1 else row
    return value


def _tuples(value: Any) -> Any:
    return tuple(_tuples(item) for item in value) if isinstance(value, list) else value


def said(why: Unfit | ShapeError | ParameterError) -> Message:
    """A reason in one line."""
    if isinstance(why, ShapeError):
        got = why.got if isinstance(why.got, Message) else why.got.text
        return say("{expected} {got}", expected=why.expected, got=got)
    return why.message


def _attribute(root: Any, path: str) -> Any:
    for name in path.split("."):
        root = getattr(root, name)
    return root


def named_results(returned: Any, name: str = "") -> list[tuple[str, fx.Node]]:
    """The tensors a module returns, by name: its keys, its fields, or ``output``, ``output1``, ``output2``."""
    node = getattr(returned, "node", None)
    if isinstance(node, fx.Node):
        return [(name or "output", node)]
    if isinstance(returned, Mapping):
        parts = list(returned.items())
    elif hasattr(returned, "_fields"):
        parts = list(zip(returned._fields, returned, strict=True))
    elif isinstance(returned, tuple | list):
        parts = [(f"{name or 'output'}{number}", part) for number, part in enumerate(returned, start=1)]
        return [found for key, part in parts for found in named_results(part, key)]
    elif hasattr(returned, "__dataclass_fields__"):
        parts = [(key, getattr(returned, key)) for key in returned.__dataclass_fields__]
    else:
        return []
    return [found for key, part in parts for found in named_results(part, f"{name}_{key}" if name else str(key))]


def drop_unused(reading: Reading) -> None:
    """Leave out what leads to no result, unless it has weights: those belong to the module."""
    live: set[int] = set()
    todo = [value.item for value in reading.outputs.values()]
    todo += [item for item in reading.items if item.path is not None]
    while todo:
        item = todo.pop()
        if id(item) not in live:
            live.add(id(item))
            todo += [value.item for value in item.sources]
            todo += [item.share] if item.share is not None else []
    reading.items = [item for item in reading.items if id(item) in live]
