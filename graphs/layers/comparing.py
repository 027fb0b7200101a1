"""What the losses share: the factor every loss has, the checks of what arrives, and torch's own class where it does."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Layer, Port, ShapeError
from graphs.layers.pairs import projection
from graphs.layers.sentences import get_both, gets, must_be_batched, must_be_float, takes
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

WEIGHT: Any = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")
"""The parameter every loss has last."""

PREDICTED = (Port("x", description="the prediction"), Port("target", description="what it should be"))
"""The two ports of a loss that compares numbers."""

LABELLED = (
    Port("x", (Kind.FEATURES,), description="scores, one per class"),
    Port("target", (Kind.INDEX,), description="the right class"),
)
"""The two ports of a loss that compares scores with a label."""


def torch_loss(layer: Layer, weight: float, options: dict[str, Any], read: str = "") -> Call:
    """Use torch's class of the same name, or that class with a factor.

    ``read`` says how labels become what it compares with: ``"numbers"``, ``"signs"``, or as they are.
    """
    if weight == 1 and not read:
        return Call(f"torch.nn.{layer.type_name()}", (), options)
    given = ({"read": read} if read else {}) | options
    return Call("graphs.modules.class_losses.WeightedLoss", (layer.type_name(), weight), given)


def weighted_loss(layer: Layer, weight: float, options: dict[str, Any], classes: tuple[float, ...]) -> Call:
    """Use torch's class of the same name, with a weight for each class where there are some."""
    if not classes:
        return torch_loss(layer, weight, options)
    return Call("graphs.modules.class_losses.WeightedLoss", (layer.type_name(), weight),
                {**options, "class_weights": classes})  # fmt: skip


def must_be_one_of(layer: Layer, port: str, x: TensorSpec, kinds: Iterable[Kind]) -> None:
    """Ask for numbers of certain kinds at a port; raises `ShapeError`."""
    kinds = tuple(kinds)
    must_be_batched(layer, port, x)
    if x.kind not in kinds:
        raise ShapeError(port, takes(layer, kinds), gets(x), say("Wire the output that has these axes here."))
    if not {Kind.TOKENS, Kind.INDEX} & set(kinds):
        must_be_float(layer, port, x)


def must_be_equal(layer: Layer, **arriving: TensorSpec) -> None:
    """Ask for numbers of one shape at several ports; raises `ShapeError`."""
    first = next(iter(arriving.values()))
    for port, x in arriving.items():
        must_be_batched(layer, port, x)
        must_be_float(layer, port, x)
        if x.dims != first.dims:
            raise ShapeError(
                port,
                say("{type} needs tensors of one shape at its inputs.", type=layer.type_name()),
                get_both(first, x),
                say("Give the last layers of both paths the same size."),
                tuple(fix for fix in (projection(first, x, port),) if fix is not None),
            )


def must_be_pair_label(layer: Layer, target: TensorSpec) -> None:
    """Ask for a label 0 or 1 about a pair; raises `ShapeError`."""
    if target.kind is not Kind.INDEX:
        raise ShapeError(
            "target",
            say("{type} compares with a label.", type=layer.type_name()),
            gets(target),
            say("Wire a label here that is 1 or 0 for each pair."),
        )
