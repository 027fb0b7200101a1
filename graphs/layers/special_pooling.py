"""Pooling that draws lots, or that looks at several sizes at once."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic
from pydantic import BeforeValidator

from graphs.fields import Field, Size2d
from graphs.layer import Call, Family, Port, Proposal, ShapeError
from graphs.layers.regions import Across, Along, Through
from graphs.layers.sentences import change, gets, takes
from graphs.layers.sliding import Placed, must_be_a_number, plain
from graphs.layers.sliding_pooling import Regions
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_IMAGE = (Port("x", (Kind.IMAGE,)),)


def _levels(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Levels = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=1, le=64)], ...], BeforeValidator(_levels), pydantic.Field(min_length=1)
]
"""At least one whole number from 1."""


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


class _Drawing(Regions):
    """What the pools that draw lots share."""

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.pooling.StochasticPool", (self.numbers("kernel_size"), self.steps()))


class StochasticPool2d(Across, _Drawing):
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


class StochasticPool1d(Along, _Drawing):
    """Draw one number of every stretch of a signal by lot, loud ones more often."""

    rank = 1
    family = Family.POOLING
    inputs = (Port("x", (Kind.SIGNAL,)),)
    chinese = "一维随机池化"
    analogy = "A reporter who quotes one voice of every hour on air, most often the one that spoke loudest."
    advice = "Use it behind a Conv1d and a ReLU when few recordings are known by heart after some epochs."
    pitfall = "A moment that always matters is left out now and then while training: curves of the loss are rougher."
    keywords = ("pooling", "random", "regularization", "time series", "信号", "正则化", "采样")
    formula = r"p_k = \frac{a_k}{\sum_l a_l},\quad y_t = a_k,\; k \sim p"
    source = "Zeiler & Fergus 2013, Stochastic pooling for regularization, equations 4 to 6, along one direction"


class StochasticPool3d(Through, _Drawing):
    """Draw one number of every block of a volume by lot, bright ones more often."""

    rank = 3
    family = Family.POOLING
    inputs = (Port("x", (Kind.VOLUME,)),)
    chinese = "三维随机池化"
    analogy = "A customs officer who opens one box of every pallet, and heavy boxes more readily than light ones."
    advice = "Use it in small networks for scans and clips, where blocks of eight make the largest number too certain."
    pitfall = "A block holds many numbers, so the lot often falls on a middling one: keep the kernel at 2."
    keywords = ("pooling", "random", "regularization", "voxel", "video", "体数据", "正则化", "采样")
    formula = r"p_k = \frac{a_k}{\sum_l a_l},\quad y_{d,i,j} = a_k,\; k \sim p"
    source = "Zeiler & Fergus 2013, Stochastic pooling for regularization, equations 4 to 6, in three directions"


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
