"""Cutting an image into small windows that lie in a row, and putting such windows together again."""

from __future__ import annotations

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Call, Family, Port, Proposal, ShapeError
from graphs.layers.axes import Mended
from graphs.layers.sentences import change, gets, must_be_float, short, takes, unless
from graphs.layers.windows import Window, too_small
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class _Windows(Mended):
    """The four numbers of a window that slides, and how many places it has."""

    kernel_size: Size2d = Field(3, description="rows and columns of a window", face="kernel", unit="px", rank=3)
    stride: Size2d = Field(
        1, description="rows and columns from one window to the next", face="stride", unit="px", rank=2
    )
    padding: Margin2d = Field(0, description="border of zeros on each side", face="padding", unit="px", rank=1)
    dilation: Size2d = Field(1, description="distance between neighbouring pixels of a window", unit="px")

    def _pair(self) -> tuple[Window, Window]:
        """The window along the rows and along the columns."""
        rows, columns = (
            Window(self.kernel_size[axis], self.stride[axis], self.padding[axis], self.dilation[axis])
            for axis in (0, 1)
        )
        return rows, columns

    def _kwargs(self) -> dict[str, object]:
        return unless(dilation=(self.dilation, (1, 1)), padding=(self.padding, (0, 0)), stride=(self.stride, (1, 1)))


class Unfold(_Windows):
    """Cut an image into overlapping windows and lay each window out as one column."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.IMAGE,)),)
    chinese = "展开窗口"
    analogy = "Photocopying a map through a small cut-out, once for every place the cut-out can lie."
    advice = "Use it to see a convolution as a matrix product, or to give every place weights of its own."
    pitfall = "Overlapping windows repeat pixels: with a kernel of 3 the memory grows ninefold."
    keywords = ("im2col", "patches", "windows", "sliding", "滑动窗口", "图像块")
    formula = r"(C, H, W) \to (C \cdot k^2, L),\quad L = L_H \cdot L_W"
    source = "PyTorch: torch.nn.Unfold"

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.IMAGE:
            hint = say("Nothing can be put in between: wire an image here.")
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint)
        must_be_float(self, "x", x)
        if x.numel is None:
            hint = say("Only its source can fix the open size: give the Input numbers in its shape.")
            raise ShapeError("x", say("Unfold needs to know the size of the image."), gets(x), hint)
        places = [int(w.places(size)) for w, size in zip(self._pair(), x.dims[1:], strict=True)]
        if min(places) < 1:
            raise ShapeError("x", *too_small(self.type_name(), x, *self._pair()))
        channels = int(x.channels) * self.kernel_size[0] * self.kernel_size[1]
        return TensorSpec(Kind.SIGNAL, (channels, places[0] * places[1]), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not Kind.IMAGE or x.numel is None:
            return []
        fitting = tuple(
            max(1, (int(size) + 2 * w.padding - 1) // w.dilation + 1) if w.places(size) < 1 else w.kernel  # type: ignore[operator]
            for w, size in zip(self._pair(), x.dims[1:], strict=True)
        )
        return [change("kernel_size", fitting)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.Unfold", (), {"kernel_size": short(self.kernel_size), **self._kwargs()})


class Fold(_Windows):
    """Put columns back as windows of an image and add up where they overlap."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "折叠窗口"
    analogy = "Gluing overlapping photographs into one panorama, where glue adds up what lies on top of each other."
    advice = "Use it after Unfold and some work on the windows, to get an image again."
    pitfall = "Overlaps are added, not averaged: Fold after Unfold gives pixels multiplied by how often they were seen."
    keywords = ("col2im", "patches", "windows", "overlap add", "重叠相加", "图像块")
    formula = r"(C \cdot k^2, L) \to (C, H, W)"
    source = "PyTorch: torch.nn.Fold"

    output_size: Size2d = Field(
        28, description="rows and columns of the image to build", face="size", unit="px", rank=4
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.SIGNAL:
            hint = say("It needs one column per window, as Unfold gives them.")
            raise ShapeError("x", takes(self, (Kind.SIGNAL,)), gets(x), hint)
        must_be_float(self, "x", x)
        cells = self.kernel_size[0] * self.kernel_size[1]
        places = [int(w.places(size)) for w, size in zip(self._pair(), self.output_size, strict=True)]
        if min(places) < 1:
            raise ShapeError(
                "x",
                say("Fold needs an output_size that the kernel fits into."),
                say("Its output_size is {size}.", size="×".join(map(str, self.output_size))),
                say("Not one window of it could lie in such an image."),
            )
        if x.length != places[0] * places[1]:
            raise ShapeError(
                "x",
                say(
                    "Fold needs {a}·{b} = {n} windows for this output_size.",
                    a=places[0],
                    b=places[1],
                    n=places[0] * places[1],
                ),
                gets(x),
                say("Give it the size, kernel, stride and padding that the Unfold before it had."),
            )
        if not isinstance(x.channels, int) or x.channels % cells:
            raise ShapeError(
                "x",
                say("Fold needs a multiple of {n} numbers per window.", n=cells),
                gets(x),
                say("A window has one number per pixel and channel."),
            )
        return TensorSpec(Kind.IMAGE, (x.channels // cells, *self.output_size), x.dtype)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        if x.kind is not Kind.SIGNAL or not isinstance(x.length, int):
            return []
        sides = [side for side in range(1, 65) if side * side == x.length]
        found = []
        for side in sides:
            size = tuple((side - 1) * w.stride - 2 * w.padding + w.extent for w in self._pair())
            if min(size) >= 1:
                found.append(change("output_size", size))
        return found

    def torch(self, x: TensorSpec) -> Call:
        return Call(
            "torch.nn.Fold",
            (),
            {"output_size": self.output_size, "kernel_size": short(self.kernel_size), **self._kwargs()},
        )
