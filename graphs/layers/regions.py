"""The region a pool looks at, and how far it moves, in one, two and three directions."""

from __future__ import annotations

from graphs.fields import Field, Size2d
from graphs.layer import Layer
from graphs.layers.sliding import Size3d


class Along(Layer):
    """The region of a pool along a signal."""

    kernel_size: int = Field(
        2, ge=1, le=1024, description="how many steps one region has", face="kernel", unit="steps", rank=2
    )
    stride: int | None = Field(
        None, ge=1, le=1024, description="how far the region moves; empty means by its own size", face="stride",
        unit="steps", rank=1,
    )  # fmt: skip


class Across(Layer):
    """The region of a pool over an image."""

    kernel_size: Size2d = Field(2, description="rows and columns of one region", face="kernel", unit="px", rank=2)
    stride: Size2d | None = Field(
        None, description="how far the region moves; empty means by its own size", face="stride", unit="px", rank=1
    )


class Through(Layer):
    """The region of a pool through a volume."""

    kernel_size: Size3d = Field((2, 2, 2), description="depth, rows and columns of one block", face="kernel", rank=2)
    stride: Size3d | None = Field(
        None, description="how far the region moves; empty means by its own size", face="stride", rank=1
    )
