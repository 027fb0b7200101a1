"""Weights that travel on a wire: the ports that give one, the ports that take one, and what must fit."""

from __future__ import annotations

from graphs.layer import Layer, Port, Proposal, ShapeError
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec

GIVES = Port("weight", (Kind.TENSOR,), quiet=True, description="the weights themselves, for another layer to use")
"""The output port of a layer whose weights another may use."""

TAKES = Port(
    "weight",
    (Kind.TENSOR,),
    optional=True,
    quiet=True,
    description="weights to use in place of own ones, such as those of an Embedding",
)
"""The input port of a layer that may use another's weights."""


def of_size(*sizes: int) -> TensorSpec:
    """The spec of a weight: no batch axis."""
    return TensorSpec(Kind.TENSOR, sizes, batched=False)


def must_be_weight(
    layer: Layer, weight: TensorSpec, sizes: tuple[int, int], axes: Message, fixes: tuple[Proposal, ...] = ()
) -> None:
    """Refuse what is no weight of these sizes; ``axes`` says in words what they are. Raises `ShapeError`."""
    expected = say(
        "{type} takes weights of {rows}×{columns}: {axes}.",
        type=layer.type_name(), rows=sizes[0], columns=sizes[1], axes=axes,
    )  # fmt: skip
    if weight.batched:
        hint = say("Wire the weight port of another layer, or the value port of a LearnedTensor: they have no batch.")
        raise ShapeError("weight", expected, say("It gets a tensor with a batch, {dims}.", dims=weight.text), hint)
    if weight.dims != sizes:
        hint = say("Both layers have to agree on these sizes, or each keeps weights of its own.")
        raise ShapeError("weight", expected, say("It gets {dims}.", dims=weight.text), hint, fixes)
