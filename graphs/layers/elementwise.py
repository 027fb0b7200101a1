"""What activations share: numbers bent one by one, and numbers that compete along one axis."""

from __future__ import annotations

from typing import Any, ClassVar

from graphs.fields import Field
from graphs.layer import Call, Layer, ShapeError
from graphs.layers.sentences import change, gets, must_be_batched, must_be_float
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec

CHANNELS_FIRST = (Kind.SIGNAL, Kind.IMAGE, Kind.VOLUME)
"""The kinds whose first axis after the batch is the channels."""


class Elementwise(Layer):
    """Numbers with a fraction, changed one by one: the shape stays as it is."""

    def output(self, x: TensorSpec) -> TensorSpec:
        """The same shape; raises `ShapeError` for names and for a loss."""
        must_be_batched(self, "x", x, or_weight=True)
        must_be_float(self, "x", x)
        return x

    def arguments(self) -> dict[str, Any]:
        """The keyword arguments of the module that differ from torch's own defaults."""
        return {}

    def torch(self, x: TensorSpec) -> Call:
        """The module of the same name in torch.nn."""
        return Call(f"torch.nn.{self.type_name()}", (), self.arguments())


class AlongAxis(Layer):
    """Numbers with a fraction that are seen together along one axis; the shape stays as it is."""

    dim: int | None = Field(
        None,
        ge=-5,
        le=5,
        description="axis along which the numbers are seen together, the batch being 0; empty means channels or "
        "features",
    )
    empty_is_safe: ClassVar[Message] = say("Leave dim empty: then it is the channels or the features.")
    one_is_alone: ClassVar[Message] = say("One number alone has no others along an axis: wire features here.")

    def output(self, x: TensorSpec) -> TensorSpec:
        """The same shape; raises `ShapeError` when there is no such axis."""
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        axes = len(x.dims)
        if not axes:
            raise ShapeError(
                "x",
                say("{type} needs at least one axis besides the batch.", type=self.type_name()),
                gets(x),
                self.one_is_alone,
            )
        if self.dim is not None and not (1 <= self.dim <= axes or -axes <= self.dim <= -1):
            raise ShapeError(
                "x",
                say("Here dim can be from 1 to {n}, or from −{n} to −1; 0 is the batch.", n=axes),
                say("It is {dim}.", dim=self.dim),
                self.empty_is_safe,
                (change("dim", None),),
            )
        return x

    def axis(self, x: TensorSpec) -> int:
        """The axis in torch's counting, the batch being 0; without a choice the channels, or the last one."""
        if self.dim is not None:
            return self.dim
        return 1 if x.kind in CHANNELS_FIRST else -1

    def place(self, x: TensorSpec) -> int:
        """The place of this axis in ``x.dims``."""
        axis = self.axis(x)
        return axis - 1 if axis > 0 else len(x.dims) + axis

    def torch(self, x: TensorSpec) -> Call:
        """The module of the same name in torch.nn, with the axis."""
        return Call(f"torch.nn.{self.type_name()}", (), {"dim": self.axis(x)})
