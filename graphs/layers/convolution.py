"""Layers that slide small learned filters over their input."""

from __future__ import annotations

from math import isqrt
from typing import Any, ClassVar, Literal

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Arithmetic, Call, Cost, Family, Layer, Port, Proposal, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_float, must_be_known, put, takes, unless, with_parameters
from graphs.layers.sisters import instead
from graphs.layers.sliding import FILTERS
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.layers.windows import Window, too_small
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec


class Filtering(Layer):
    """What all layers share that slide filters over an image."""

    inputs: ClassVar[tuple[Port, ...]] = (Port("x", (Kind.IMAGE,)),)

    out_channels: int = Field(
        32, ge=1, le=65_536, description="how many filters, so how many feature maps", face="filters", rank=3
    )
    kernel_size: Size2d = Field(
        3, description="rows and columns one filter sees at a time", face="kernel", unit="px", rank=2
    )
    stride: Size2d = Field(
        1, description="how far the filter moves between two looks", face="stride", unit="px", rank=1
    )
    padding: Margin2d = Field(0, description="border added on every side before filtering", face="padding", unit="px")
    dilation: Size2d = Field(1, description="distance between the pixels one filter looks at", unit="px")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = Field(
        "zeros", description="what the border is filled with"
    )

    def _windows(self) -> tuple[Window, Window]:
        rows, columns = (
            Window(self.kernel_size[i], self.stride[i], self.padding[i], self.dilation[i]) for i in (0, 1)
        )  # fmt: skip
        return rows, columns

    def _shape(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.IMAGE:
            fixable = self._reshapes(x)
            hint = (
                say("Read the features as an image with Reshape.")
                if fixable
                else say("Nothing can be put in between: wire an image here.")
            )
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint, fixable)
        must_be_float(self, "x", x)
        channels = must_be_known(self, "x", x, x.channels)
        for number, name in ((channels, mark("incoming channels")), (self.out_channels, mark("filters"))):
            if number % self.groups:
                raise ShapeError(
                    "x",
                    say("Conv2d divides channels and filters into {groups} equal groups.", groups=self.groups),
                    say(
                        "It has {n} {what}, which {groups} does not divide.",
                        n=number,
                        what=say(name),
                        groups=self.groups,
                    ),
                    say("Choose groups so that it divides both."),
                )
        for size, window, margin in zip(x.dims[1:], self._windows(), self.padding, strict=True):
            limit = {"reflect": -1, "circular": 0}.get(self.padding_mode)
            if limit is not None and isinstance(size, int) and margin > size + limit:
                raise ShapeError(
                    "x",
                    say(
                        "With padding_mode {mode} the border of {padding} copies pixels from inside.",
                        mode=self.padding_mode,
                        padding=margin,
                    ),
                    gets(x),
                    say("There are only {n} pixels on that side.", n=size),
                )
            places = window.places(size)
            if isinstance(places, int) and places < 1:
                raise ShapeError("x", *too_small(self.type_name(), x, *self._windows()))
        rows, columns = (w.places(size) for w, size in zip(self._windows(), x.dims[1:], strict=True))
        return TensorSpec.of(Kind.IMAGE, self.out_channels, rows, columns)

    def output(self, x: TensorSpec) -> TensorSpec:
        try:
            return self._shape(x)
        except ShapeError as error:
            raise ShapeError(error.port, error.expected, error.got, error.hint, self._fixes(x)) from None

    def _fixes(self, x: TensorSpec) -> tuple[Proposal, ...]:
        """Every proposal here has been tried: the rule accepts it."""
        if x.kind is not Kind.IMAGE:
            return (*instead(self, x), *self._reshapes(x))
        sizes = [size if isinstance(size, int) else 1 for size in x.dims[1:]]
        needed = [max(w.padding, -(-(w.extent - size) // 2)) for w, size in zip(self._windows(), sizes, strict=True)]
        fitting = [
            min(w.kernel, (size + 2 * w.padding - 1) // w.dilation + 1)
            for w, size in zip(self._windows(), sizes, strict=True)
        ]
        candidates = [change("padding", tuple(needed)), change("kernel_size", tuple(fitting)), change("groups", 1)]
        candidates.append(change("padding_mode", "zeros"))
        now = self.model_dump()
        return tuple(
            c
            for c in candidates
            if all(now[k] != v for k, v in c.set.items()) and _takes(with_parameters(self, c.set), x)
        )

    def _reshapes(self, x: TensorSpec) -> tuple[Proposal, ...]:
        """Features whose number is a square can be read as an image with one channel."""
        if x.kind is not Kind.FEATURES or not isinstance(x.dims[0], int):
            return ()
        side = isqrt(x.dims[0])
        fits = side * side == x.dims[0] and _takes(self, TensorSpec.of(Kind.IMAGE, 1, side, side))
        return (put("Reshape", "x", shape=(1, side, side)),) if fits else ()

    def cost(self, x: TensorSpec) -> Cost:
        into, (rows, columns) = int(x.channels) // self.groups, self.kernel_size
        y = self.output(x)
        places = [dim if isinstance(dim, int) else 1 for dim in y.dims[1:]]
        learned = (
            f"{self.out_channels} × ({into}·{rows}·{columns} + 1)"
            if self.bias
            else f"{self.out_channels} × {into}·{rows}·{columns}"
        )
        return Cost(
            Tally(self.out_channels * (into * rows * columns + self.bias), learned),
            Tally(
                self.out_channels * into * rows * columns * places[0] * places[1],
                f"{self.out_channels} × {into}·{rows}·{columns} × {places[0]}·{places[1]}",
            ),
        )

    def torch(self, x: TensorSpec) -> Call:
        given = {"kernel_size": self.kernel_size[0] if self.kernel_size[0] == self.kernel_size[1] else self.kernel_size}
        given |= unless(
            stride=(self.stride, (1, 1)), padding=(self.padding, (0, 0)), dilation=(self.dilation, (1, 1)),
            groups=(self.groups, 1), bias=(self.bias, True), padding_mode=(self.padding_mode, "zeros"),
        )  # fmt: skip
        return Call("torch.nn.Conv2d", (int(x.channels), self.out_channels), given)

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        rows, columns = self._windows()
        return rows.arithmetic(mark("height"), x.height), columns.arithmetic(mark("width"), x.width)


def _takes(layer: Layer, x: TensorSpec) -> bool:
    assert isinstance(layer, Filtering)
    try:
        layer._shape(x)
    except ShapeError:
        return False
    return True


class Conv2d(Tieable, Filtering):
    """Slide small learned filters over an image."""

    family = Family.CONVOLUTION
    inputs = (*Filtering.inputs, TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "二维卷积"
    analogy = (
        "A stamp collector with a magnifying glass goes over the whole page, looking everywhere for the same "
        "small detail."
    )
    advice = (
        "The first choice for pictures: few weights, and a detail is found wherever it lies. Kernels of 3 stacked "
        "deep see as much as large ones and cost less."
    )
    pitfall = "Without padding every layer shrinks the image by kernel − 1, until the kernel no longer fits."
    keywords = ("convolution", "filter", "kernel", "feature map", "cnn", "卷积层", "滤波器")
    formula = r"y_{m,i,j} = b_m + \sum_{c,k,l} w_{m,c,k,l}\; x_{c,\,si+k,\,sj+l}"
    source = "LeCun et al. 1998, Gradient-based learning applied to document recognition"

    weight_axes = FILTERS

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_channels, int(x.channels) // self.groups, *self.kernel_size)

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_channels": sizes[0], "kernel_size": sizes[2:]}
