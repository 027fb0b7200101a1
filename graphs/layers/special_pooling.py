"""Pooling that remembers where, that draws lots, or that looks at several sizes at once."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic
from pydantic import BeforeValidator

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Arithmetic, Call, Family, In, Port, Proposal, ShapeError
from graphs.layers.sentences import change, get_both, gets, takes
from graphs.layers.sliding import DIRECTIONS, Placed, must_be_a_number, plain
from graphs.layers.sliding_pooling import Regions
from graphs.layers.windows import SpreadWindow
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

_IMAGE = (Port("x", (Kind.IMAGE,)),)


def _levels(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Levels = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=1, le=64)], ...], BeforeValidator(_levels), pydantic.Field(min_length=1)
]
"""At least one whole number from 1."""


class MaxPool2dWithIndices(Regions):
    """Keep the largest number of every region and remember where it lay."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    outputs = (Port("y"), Port("indices"))
    chinese = "带索引的最大池化"
    analogy = "Pressing flowers: the finest of each bed goes into the book, with a note of where it grew."
    advice = "Use it in an encoder whose decoder puts the numbers back with MaxUnpool2d, as SegNet does."
    pitfall = "The indices count pixels of the image before pooling: they fit no image of another size."
    keywords = ("pooling", "argmax", "switches", "segnet", "unpooling", "索引", "反池化")
    formula = (
        r"y_{c,i,j} = \max_{k,l} x_{c,\,si+k,\,sj+l},\quad n_{c,i,j} = \operatorname{argmax}_{k,l} x_{c,\,si+k,\,sj+l}"
    )
    source = "Zeiler & Fergus 2014, Visualizing and understanding convolutional networks, section 2.1"

    kernel_size: Size2d = Field(2, description="rows and columns of one region", face="kernel", unit="px", rank=2)
    stride: Size2d | None = Field(
        None, description="how far the region moves; empty means by its own size", face="stride", unit="px", rank=1
    )
    padding: Margin2d = Field(0, description="border added on every side, at most half the kernel", unit="px")
    dilation: Size2d = Field(1, description="distance between the pixels of one region", unit="px")
    ceil_mode: bool = Field(False, description="round up, so that a last incomplete region counts")

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        y = self.pooled(x)
        return {"y": y, "indices": TensorSpec(Kind.TENSOR, y.dims, "int64")}

    def torch(self, x: TensorSpec) -> Call:
        call = super().torch(x)
        given = {**call.kwargs, "return_indices": True}
        return Call("torch.nn.MaxPool2d", (), given, paths={"y": (0,), "indices": (1,)})


class MaxUnpool2d(Placed):
    """Put every number back where the pooling found it, and zeros everywhere else."""

    rank = 2
    family = Family.POOLING
    inputs = (Port("x", (Kind.IMAGE,)), Port("indices", (Kind.TENSOR,)))
    chinese = "最大反池化"
    analogy = "Setting the pressed flowers back into the beds they came from; the rest of the garden stays bare."
    advice = "Use it in decoders that have to hit edges exactly: the indices come from MaxPool2dWithIndices."
    pitfall = "Odd sizes lose their last row when pooled: give output_size, or the indices point outside the image."
    keywords = ("unpooling", "segnet", "deconvnet", "switches", "upsampling", "反池化", "上采样", "索引")
    formula = r"y_{c,\,n_{c,i,j}} = x_{c,i,j},\quad 0\ \text{elsewhere}"
    source = "Zeiler & Fergus 2014, Visualizing and understanding convolutional networks, section 2.1"

    kernel_size: Size2d = Field(2, description="rows and columns of one region", face="kernel", unit="px", rank=2)
    stride: Size2d | None = Field(
        None, description="how far the region moves; empty means by its own size", face="stride", unit="px", rank=1
    )
    padding: Margin2d = Field(0, description="border that the pooling added on every side", unit="px")
    output_size: Size2d | None = Field(
        None, description="rows and columns of the image before pooling; empty means the smallest possible", unit="px"
    )

    def _windows(self) -> tuple[SpreadWindow, ...]:
        stride = self.stride or self.kernel_size
        return tuple(SpreadWindow(k, s, p) for k, s, p in zip(self.kernel_size, stride, self.padding, strict=True))

    def shape(self, x: TensorSpec, indices: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        if indices.dtype != "int64" or indices.dims != x.dims:
            raise ShapeError(
                "indices",
                say("MaxUnpool2d needs one index for every number, as MaxPool2dWithIndices gives them."),
                get_both(x, indices),
                say("Wire the output indices of the pooling that this layer undoes."),
            )
        places: tuple[Dim, ...] = tuple(w.places(n) for w, n in zip(self._windows(), x.dims[1:], strict=True))
        if any(isinstance(size, int) and size < 1 for size in places):
            raise ShapeError(
                "x",
                say("{type} must leave something of the output.", type=self.type_name()),
                gets(x),
                say("The padding takes everything: {sizes} would be left.", sizes="×".join(map(str, places))),
            )
        if self.output_size is None:
            return x.with_dims(x.channels, *places)
        stride = self.stride or self.kernel_size
        for wanted, size, step in zip(self.output_size, places, stride, strict=True):
            if isinstance(size, int) and not size - step < wanted < size + step:
                raise ShapeError(
                    "x",
                    say(
                        "MaxUnpool2d can give {low} to {high} here.", low=max(1, size - step + 1), high=size + step - 1
                    ),
                    say("Its output_size asks for {n}.", n=wanted),
                    say("A pooling of another size would have given another number of regions."),
                )
        return x.with_dims(x.channels, *self.output_size)

    def candidates(self, x: TensorSpec, indices: TensorSpec) -> list[Proposal]:
        return [change("output_size", None)] if self.output_size is not None else [change("padding", (0, 0))]

    def torch(self, x: TensorSpec, indices: TensorSpec) -> Call:
        stride = self.stride or self.kernel_size
        given = {"kernel_size": plain(self.kernel_size)}
        if stride != self.kernel_size:
            given["stride"] = plain(stride)
        given |= self.given(padding=0)
        wanted = {"output_size": self.output_size} if self.output_size is not None else {}
        return Call("torch.nn.MaxUnpool2d", (), given, on=(In("x"), In("indices")), on_kwargs=wanted)

    def arithmetic(self, x: TensorSpec, indices: TensorSpec) -> tuple[Arithmetic, ...]:
        if self.output_size is not None:
            return ()
        directions = zip(self._windows(), DIRECTIONS[self.rank], x.dims[1:], strict=True)
        return tuple(window.arithmetic(axis, size) for window, axis, size in directions)


class FractionalMaxPool2d(Placed):
    """Keep the largest number of regions of randomly mixed size, to shrink an image by any factor."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    chinese = "分数最大池化"
    analogy = "A hedge cut with the shears set a little differently every time, yet always to the same height."
    advice = "Use it when halving loses too much at once: with 0.7 twice as many pooling layers fit into a network."
    pitfall = "It draws its regions anew at every call, in evaluation too: average several runs for a steady answer."
    keywords = ("pooling", "random", "stochastic", "fractional", "gentle", "随机池化")
    formula = (
        r"y_{c,i,j} = \max\, x_{c,\,a_i : a_i + k,\; b_j : b_j + k},"
        r"\quad a_{i+1} - a_i \in \{\lfloor 1/r \rfloor, \lceil 1/r \rceil\}"
    )
    source = "Graham 2014, Fractional max-pooling, section 2"

    kernel_size: Size2d = Field(2, description="rows and columns of one region", face="kernel", unit="px", rank=1)
    output_ratio: float = Field(
        0.7, gt=0.1, lt=1, description="height and width afterwards, as a share of those before", face="ratio", rank=2
    )

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        sizes = [must_be_a_number(self, "x", x, size) for size in x.dims[1:]]
        found = [int(size * self.output_ratio) for size in sizes]
        if any(n < 1 or n + k - 1 > size for n, k, size in zip(found, self.kernel_size, sizes, strict=True)):
            raise ShapeError(
                "x",
                say("FractionalMaxPool2d needs room for {n} overlapping regions.", n="×".join(map(str, found))),
                gets(x),
                say("A smaller kernel or a smaller ratio leaves room, unless the image is a single pixel wide."),
            )
        return x.with_dims(x.channels, *found)

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("kernel_size", (1, 1)), change("output_ratio", 0.5)]

    def torch(self, x: TensorSpec) -> Call:
        given = {"kernel_size": plain(self.kernel_size), "output_ratio": self.output_ratio}
        return Call("torch.nn.FractionalMaxPool2d", (), given)


class StochasticPool2d(Regions):
    """Draw one number of every region by lot, large ones more often; in evaluation, take what is to be expected."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    chinese = "随机池化"
    analogy = "A raffle in which a bigger deposit buys more tickets: the richest often wins, but not always."
    advice = "Use it after a ReLU in place of MaxPool2d when a small data set is learned by heart."
    pitfall = "Negative numbers count as zero, so place it behind a ReLU. It draws only while training."
    keywords = ("pooling", "random", "regularization", "multinomial", "sampling", "正则化", "采样")
    formula = (
        r"p_k = \frac{a_k}{\sum_l a_l},\quad y = a_k,\; k \sim p\ \text{(training)},"
        r"\quad y = \sum_k p_k a_k\ \text{(evaluation)}"
    )
    source = "Zeiler & Fergus 2013, Stochastic pooling for regularization, equations 4 to 6"

    kernel_size: Size2d = Field(2, description="rows and columns of one region", face="kernel", unit="px", rank=2)
    stride: Size2d | None = Field(
        None, description="how far the region moves; empty means by its own size", face="stride", unit="px", rank=1
    )

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.pooling.StochasticPool2d", (self.kernel_size, self.steps()))


class SpatialPyramidPool(Placed):
    """Pool an image on several grids, from coarse to fine, and lay all the results in one row."""

    rank = 2
    family = Family.POOLING
    inputs = _IMAGE
    chinese = "空间金字塔池化"
    analogy = "Describing a painting as a whole, then its quarters, then its sixteenths, on one sheet of fixed length."
    advice = "Use it instead of Flatten for images of any size when it matters roughly where something is."
    pitfall = "Fine grids dominate: a level of 4 gives 16 numbers per channel, and the Linear behind grows with them."
    keywords = ("spp", "pyramid", "any size", "fixed length", "sppnet", "多尺度", "任意大小")
    formula = r"y = \left[\operatorname{pool}_{n \times n}(x)\right]_{n = 1, 2, 4}"
    source = "He et al. 2014, Spatial pyramid pooling in deep convolutional networks, section 2.2"

    levels: Levels = Field((1, 2, 4), description="rows, and so columns, of each grid", face="grids", rank=1)
    mode: Literal["max", "average"] = Field("max", description="what is kept of each field of a grid")

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        if not isinstance(x.channels, int):
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), say("Its channels must be a number."))
        return TensorSpec(Kind.FEATURES, (x.channels * sum(n * n for n in self.levels),), x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.pooling.SpatialPyramidPool", (self.levels, self.mode))
