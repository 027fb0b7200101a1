"""How shape rules talk: what a layer takes, what it gets, and what would mend it, in sentences of one pattern.

A `ShapeError` of these layers consists of full sentences: *expected* (``Linear takes features or a sequence.``), *got*
(``It gets an image, 16×5×5 = 400 numbers.``) and *hint* (``Put Flatten in between.``), to be shown one after the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphs.layer import Layer, Proposal, ShapeError
from graphs.message import Message, counted, say
from graphs.tensors import Dim, Kind, TensorSpec

KINDS: dict[Kind, Message] = {
    Kind.IMAGE: say("an image"),
    Kind.VOLUME: say("a volume"),
    Kind.SIGNAL: say("a signal"),
    Kind.SEQUENCE: say("a sequence"),
    Kind.FEATURES: say("features"),
    Kind.TOKENS: say("tokens"),
    Kind.INDEX: say("a label"),
    Kind.MASK: say("a mask"),
    Kind.BOXES: say("boxes"),
    Kind.POINTS: say("points"),
    Kind.SCALAR: say("one number for the whole batch"),
    Kind.TENSOR: say("a tensor without named axes"),
}
"""The kinds of tensors as they stand in a sentence."""

SCALAR = TensorSpec.of(Kind.SCALAR)
"""What every loss and metric gives: one number for the whole batch."""


def either(kinds: Iterable[Kind]) -> Message:
    """Join kinds: ``features, a sequence or an image``."""
    words = [KINDS[kind] for kind in kinds]
    joined = words[0]
    for word in words[1:-1]:
        joined = say("{first}, {second}", first=joined, second=word)
    return say("{first} or {second}", first=joined, second=words[-1]) if len(words) > 1 else joined


def takes(layer: Layer, kinds: Iterable[Kind]) -> Message:
    """``Linear takes features or a sequence.``"""
    return say("{type} takes {kinds}.", type=layer.type_name(), kinds=either(kinds))


def gets(x: TensorSpec) -> Message:
    """``It gets an image, 16×5×5 = 400 numbers.``"""
    what = KINDS[x.kind]
    if not x.dims:
        return say("It gets {what}.", what=what)
    if x.numel is None:
        return say("It gets {what}, {dims}.", what=what, dims=x.text)
    if len(x.dims) == 1:
        if x.numel == 1:
            return say("It gets {what}, one number.", what=what)
        return say("It gets {what}, {n} numbers.", what=what, n=counted(x.numel))
    return say("It gets {what}, {dims} = {n} numbers.", what=what, dims=x.text, n=counted(x.numel))


def get_both(a: TensorSpec, b: TensorSpec) -> Message:
    """``It gets an image 64×8×8 and an image 128×8×8.``"""
    return say("It gets {a} {dims_a} and {b} {dims_b}.", a=KINDS[a.kind], dims_a=a.text, b=KINDS[b.kind], dims_b=b.text)


def is_float(x: TensorSpec) -> bool:
    """Whether the numbers can have a fraction, so that a layer can calculate with them."""
    return "float" in x.dtype


def must_be_float(layer: Layer, port: str, x: TensorSpec) -> None:
    """Refuse labels, tokens and masks where a layer calculates; raises `ShapeError`."""
    if not is_float(x):
        raise ShapeError(
            port,
            say("{type} calculates with numbers that can have a fraction.", type=layer.type_name()),
            gets(x),
            say("Labels, tokens and masks are names, not quantities, so no layer in between helps: wire numbers here."),
        )


def is_weight(x: TensorSpec) -> bool:
    """Whether it is a weight on a wire: a tensor without a batch, which the layers of a hypernetwork may calculate."""
    return x.kind is Kind.TENSOR and not x.batched


def must_be_batched(layer: Layer, port: str, x: TensorSpec, *, or_weight: bool = False) -> None:
    """Refuse a loss where a layer needs examples, or a weight with ``or_weight``; raises `ShapeError`."""
    if not x.batched and not (or_weight and is_weight(x)):
        raise ShapeError(
            port,
            say("{type} works on the examples of a batch.", type=layer.type_name()),
            gets(x),
            say("A loss or metric is the end of a path: wire what comes before it."),
        )


def must_be_known(layer: Layer, port: str, x: TensorSpec, dim: Dim) -> int:
    """Return a dimension that has to be a number because weights depend on it; raises `ShapeError` for a symbol."""
    if isinstance(dim, int):
        return dim
    raise ShapeError(
        port,
        say("{type} needs to know the size {dim}, because its weights depend on it.", type=layer.type_name(), dim=dim),
        gets(x),
        say("Only its source can fix this size: give the Input numbers in its shape."),
    )


def with_parameters(layer: Layer, changes: Mapping[str, Any]) -> Layer:
    """Return the same layer type with some parameters changed and all of them checked."""
    return type(layer).model_validate({**layer.model_dump(), **changes})


def put(type_name: str, port: str, **parameters: Any) -> Proposal:
    """Propose one layer on the wire before ``port``."""
    if parameters:
        given = ", ".join(f"{name}={short(value)}" for name, value in parameters.items())
        title = say("Put {type} ({parameters}) in between", type=type_name, parameters=given)
    else:
        title = say("Put {type} in between", type=type_name)
    return Proposal(title, insert=((type_name, parameters),), port=port)


def change(parameter: str, value: Any) -> Proposal:
    """Propose another value for a parameter of the layer itself."""
    return Proposal(say("Set {parameter} to {value}", parameter=parameter, value=short(value)), set={parameter: value})


def short(value: Any) -> Any:
    """Write a square pair as one number, as people do: ``(5, 5)`` is ``5``."""
    if isinstance(value, tuple) and len(value) == 2 and value[0] == value[1]:
        return value[0]
    return value


def unless(**arguments: tuple[Any, Any]) -> dict[str, Any]:
    """Keep the arguments whose value differs from torch's default: ``unless(bias=(self.bias, True))``."""
    return {name: short(value) for name, (value, default) in arguments.items() if value != default}
