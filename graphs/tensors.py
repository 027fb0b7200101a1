"""What travels on a wire: the kind of a tensor, its dimensions without the batch, and its number type."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from graphs.message import mark

Dim = int | str
"""One dimension: a number, or a symbol such as ``"T"`` where the length is not fixed."""


class Kind(StrEnum):
    """What the axes of a tensor mean. The batch axis always comes first and is not counted."""

    IMAGE = mark("image")  # (C, H, W)
    VOLUME = mark("volume")  # (C, D, H, W), clips too
    SIGNAL = mark("signal")  # (C, T)
    SEQUENCE = mark("sequence")  # (T, F)
    FEATURES = mark("features")  # (F)
    TOKENS = mark("tokens")  # (T) whole numbers
    INDEX = mark("index")  # () one whole number: a label, a time step
    MASK = mark("mask")  # yes or no, any dimensions
    BOXES = mark("boxes")  # (N, 4)
    POINTS = mark("points")  # (N, 3)
    SCALAR = mark("scalar")  # () one number for the whole batch
    TENSOR = mark("tensor")  # anything else


AXES: dict[Kind, tuple[str, ...] | None] = {
    Kind.IMAGE: ("C", "H", "W"),
    Kind.VOLUME: ("C", "D", "H", "W"),
    Kind.SIGNAL: ("C", "T"),
    Kind.SEQUENCE: ("T", "F"),
    Kind.FEATURES: ("F",),
    Kind.TOKENS: ("T",),
    Kind.INDEX: (),
    Kind.MASK: None,
    Kind.BOXES: ("N", "4"),
    Kind.POINTS: ("N", "3"),
    Kind.SCALAR: (),
    Kind.TENSOR: None,
}
"""The axes of each kind, without the batch; None where any number of axes is allowed."""

_DTYPES = {Kind.TOKENS: "int64", Kind.INDEX: "int64", Kind.MASK: "bool"}


@dataclass(frozen=True)
class TensorSpec:
    """A tensor as seen by the drawing.

    ``dims`` are its dimensions without the batch axis, ``dtype`` is torch's name of the number type, ``batched`` is
    False only for one number that stands for the whole batch (a loss). Raises ValueError when ``dims`` do not have as
    many axes as ``kind`` needs.
    """

    kind: Kind
    dims: tuple[Dim, ...] = ()
    dtype: str = "float32"
    batched: bool = True

    def __post_init__(self) -> None:
        axes = AXES[self.kind]
        if axes is not None and len(self.dims) != len(axes):
            raise ValueError(f"{self.kind} has the axes ({', '.join(axes)}), but the dimensions are {self.dims}.")

    @classmethod
    def of(cls, kind: Kind, *dims: Dim) -> TensorSpec:
        """Make a spec with the usual number type of its kind; a scalar stands for the whole batch."""
        return cls(kind, dims, _DTYPES.get(kind, "float32"), batched=kind is not Kind.SCALAR)

    def with_dims(self, *dims: Dim) -> TensorSpec:
        """Return the same kind and number type with other dimensions."""
        return TensorSpec(self.kind, dims, self.dtype, self.batched)

    @property
    def numel(self) -> int | None:
        """How many numbers one example holds; None while a dimension is a symbol."""
        if any(isinstance(dim, str) for dim in self.dims):
            return None
        return math.prod(int(dim) for dim in self.dims)

    @cached_property
    def text(self) -> str:
        """The dimensions as they stand on a wire: ``6×28×28``; ``1`` for a single number."""
        return "×".join(str(dim) for dim in self.dims) or "1"

    def axis(self, letter: str) -> Dim:
        """Return the dimension of one axis (``"C"``, ``"H"``, ``"T"``, …); raises KeyError when the kind has none."""
        axes = AXES[self.kind]
        if axes is None or letter not in axes:
            raise KeyError(letter)
        return self.dims[axes.index(letter)]

    @property
    def channels(self) -> Dim:
        """Channels of an image, a volume or a signal."""
        return self.axis("C")

    @property
    def features(self) -> Dim:
        """Numbers per example (features) or per step (sequence)."""
        return self.axis("F")

    @property
    def length(self) -> Dim:
        """Steps of a sequence, a signal or tokens."""
        return self.axis("T")

    @property
    def height(self) -> Dim:
        """Rows of an image or a volume."""
        return self.axis("H")

    @property
    def width(self) -> Dim:
        """Columns of an image or a volume."""
        return self.axis("W")

    @property
    def bytes_per_example(self) -> int:
        """Memory of one example in bytes; symbols count as 1."""
        size = {"int64": 8, "bool": 1, "float64": 8, "float16": 2, "bfloat16": 2}.get(self.dtype, 4)
        return size * math.prod(dim if isinstance(dim, int) else 1 for dim in self.dims)

    def __str__(self) -> str:
        return self.text
