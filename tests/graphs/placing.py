"""Layers with random legal parameters, inputs they accept, and what the compiled network does with them."""

from __future__ import annotations

import importlib
import math
from collections.abc import Mapping
from typing import Any

import torch
from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st

from graphs.catalogue import FieldInfo, ParameterError, check_parameters, fields_of, layer_types
from graphs.layer import Call, In, Layer, ShapeError
from graphs.layers.tying import TAKES, Tieable, of_size
from graphs.tensors import Kind, TensorSpec
from tests.graphs.cases import case

SIZES = st.integers(1, 9)
SPECS: dict[Kind, st.SearchStrategy[tuple[int, ...]]] = {
    Kind.IMAGE: st.tuples(st.integers(1, 6), st.integers(2, 9), st.integers(2, 9)),
    Kind.VOLUME: st.tuples(st.integers(1, 3), *[st.integers(1, 4)] * 3),
    Kind.SIGNAL: st.tuples(st.integers(1, 5), SIZES),
    Kind.SEQUENCE: st.tuples(SIZES, SIZES),
    Kind.FEATURES: st.tuples(SIZES),
    Kind.TOKENS: st.tuples(SIZES),
    Kind.INDEX: st.just(()),
    Kind.SCALAR: st.just(()),
    Kind.BOXES: st.tuples(SIZES, st.just(4)),
    Kind.POINTS: st.tuples(SIZES, st.just(3)),
    Kind.MASK: st.tuples(SIZES),
    Kind.TENSOR: st.lists(st.integers(1, 4), min_size=1, max_size=4).map(tuple),
}
FREE = (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.SEQUENCE, Kind.FEATURES, Kind.TENSOR)
"""What arrives at a port that takes anything."""


def value_of(info: FieldInfo) -> st.SearchStrategy[Any]:
    """Legal values of one parameter, from its declared bounds, kept small."""
    low = info.bounds.get("ge", info.bounds.get("gt", -1e-3) + 1e-3)
    high = min(info.bounds.get("le", info.bounds.get("lt", 5) - 1e-3), 5)
    number = st.integers(max(math.ceil(low), -5), max(math.floor(high), math.ceil(low)))
    values: st.SearchStrategy[Any] = {
        "int": number,
        "float": st.floats(max(low, -5.0), max(high, low)),
        "bool": st.booleans(),
        "choice": st.sampled_from(info.choices or (None,)),
        "pair": st.tuples(number, number),
        "shape": st.lists(st.integers(1, 6), min_size=1, max_size=3).map(tuple),
        "numbers": st.lists(st.floats(0.25, 4.0), max_size=3).map(tuple),
        "text": st.sampled_from(("image", "label")),
    }[info.editor]
    return st.none() | values if info.optional else values


@st.composite
def placed(draw: st.DrawFn, name: str) -> tuple[Layer, dict[str, Any]]:
    """A layer with random legal parameters, and inputs that it accepts."""
    kind, how = layer_types()[name], case(name)
    values = {
        info.name: draw(
            how.parameters[info.name] if info.name in how.parameters else value_of(info) | st.just(info.default)
        )
        for info in fields_of(kind)
    }
    try:
        layer = check_parameters(kind, values)
    except ParameterError:
        assume(False)
    inputs = how.arriving(draw, layer) if how.arriving is not None else _arriving(draw, kind)
    try:
        layer.output(**inputs)
    except ShapeError:
        assume(False)
    if isinstance(layer, Tieable) and draw(st.booleans()):  # the weights of another layer that fit
        inputs["weight"] = of_size(*layer.weight_sizes(**inputs))
        inputs = {port.name: inputs[port.name] for port in kind.inputs if port.name in inputs}
    return layer, inputs


def _arriving(draw: st.DrawFn, kind: type[Layer]) -> dict[str, Any]:
    inputs: dict[str, Any] = {}
    for port in kind.inputs:
        if port == TAKES or (port.optional and draw(st.booleans())):
            continue
        chosen = draw(st.sampled_from(port.kinds or FREE))
        earlier = next(iter(inputs.values()), None)
        wanted_index = port.name == "target" and earlier is not None and earlier.dims == (1,) and draw(st.booleans())
        if chosen is Kind.INDEX or wanted_index:
            inputs[port.name] = TensorSpec.of(Kind.INDEX)
        elif earlier is not None:  # the second of a pair is like the first
            inputs[port.name] = earlier
        else:
            spec = TensorSpec.of(chosen, *draw(SPECS[chosen]))
            inputs[port.name] = (spec,) * draw(st.integers(1, 3)) if port.many else spec
    return inputs


def example(spec: Any, batch: int = 3) -> Any:
    """Random numbers as the spec describes them; whole numbers are 0 or 1."""
    if isinstance(spec, tuple):
        return [example(one, batch) for one in spec]
    dims = (batch, *spec.dims) if spec.batched else spec.dims
    if spec.dtype == "int64":
        return torch.randint(0, 2, dims)
    if spec.dtype == "bool":
        return torch.rand(dims) < 0.5
    return torch.rand(dims, dtype=getattr(torch, spec.dtype), requires_grad=True)


def examples(name: str, inputs: Mapping[str, Any], batch: int = 3) -> dict[str, Any]:
    """Real tensors for the specs that arrive at a layer."""
    special = case(name).values
    if special is not None:
        return special(inputs, batch)
    return {port: example(spec, batch) for port, spec in inputs.items()}


def filled(value: Any, values: Mapping[str, Any]) -> Any:
    """Put what arrives at the ports into the arguments of a call."""
    if isinstance(value, In):
        return values[value.port]
    if isinstance(value, list | tuple):
        return type(value)(filled(item, values) for item in value)
    return value


def build(call: Call) -> Any:
    """What the target names; built, when it is a class."""
    module, _, attribute = call.target.rpartition(".")
    target = getattr(importlib.import_module(module), attribute)
    if call.is_tensor:
        return Bare(target(*call.args, **call.kwargs))
    return target(*call.args, **call.kwargs) if call.is_module else target


class Bare(torch.nn.Module):
    """Holds a bare tensor as the module around it would, and repeats it over the batch as a program does."""

    def __init__(self, value: torch.Tensor):
        super().__init__()
        self.value = value

    def forward(self, like: torch.Tensor | None = None) -> torch.Tensor:
        return self.value.expand(1 if like is None else like.shape[0], *self.value.shape)


def run(call: Call, built: Any, values: Mapping[str, Any], ports: tuple[str, ...]) -> dict[str, torch.Tensor]:
    """Do what the compiled network does with a call; give the tensor of each output port."""
    if call.is_module:
        on = tuple(In(port) for port in values) if call.on is None else call.on
        keywords = {k: filled(v, values) for k, v in call.on_kwargs.items()}
        result = built(*(filled(v, values) for v in on), **keywords)
    else:
        result = built(
            *(filled(a, values) for a in call.args), **{k: filled(v, values) for k, v in call.kwargs.items()}
        )
    if not call.paths:
        (port,) = ports
        return {port: result}
    found = {}
    for port in ports:
        value = result
        for index in call.paths[port]:
            value = value[index]
        found[port] = value
    return found


def outputs(layer: Layer, inputs: Mapping[str, Any]) -> dict[str, TensorSpec]:
    """What the shape rule says of each output port."""
    says = layer.output(**inputs)
    return dict(says) if isinstance(says, Mapping) else {type(layer).outputs[0].name: says}


def few(count: int) -> settings:
    """Hypothesis with so many examples and no deadline."""
    return settings(
        deadline=None,
        max_examples=count,
        suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
        database=None,
    )
