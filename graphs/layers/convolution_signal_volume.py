"""Convolutions along a signal and through a volume, and the one that never looks ahead."""

from __future__ import annotations

from typing import Any, Literal

from graphs.fields import Field
from graphs.layer import Arithmetic, Call, Cost, Family, Port, Proposal, Term
from graphs.layers.sentences import change, must_be_known
from graphs.layers.sliding import FILTERS, Convolution, Margin3d, Placed, Size3d, counts, filter_cost, must_divide
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import mark
from graphs.tensors import Dim, Kind, TensorSpec


class Conv1d(Tieable, Convolution):
    """Slide small learned filters along a signal."""

    rank = 1
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.SIGNAL,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "一维卷积"
    analogy = "A doctor runs a finger along the strip of a heartbeat, looking everywhere for the same spike."
    advice = (
        "Use it on sounds, sensors and series, where a pattern means the same whenever it occurs. It is the "
        "convolution of images with a single direction to slide in."
    )
    pitfall = "It slides along the last axis: a sequence with the steps first has to be turned by Transpose before."
    keywords = ("convolution", "time series", "audio", "temporal", "filter", "时间序列", "信号", "音频")
    formula = r"y_{m,t} = b_m + \sum_{c,k} w_{m,c,k}\; x_{c,\,st+k}"
    source = "Waibel et al. 1989, Phoneme recognition using time-delay neural networks"

    out_channels: int = Field(
        32, ge=1, le=65_536, description="how many filters, so how many feature maps", face="filters", rank=3
    )
    kernel_size: int = Field(
        3, ge=1, le=1024, description="how many steps one filter sees at a time", face="kernel", unit="steps", rank=2
    )
    stride: int = Field(
        1, ge=1, le=1024, description="how many steps the filter moves on", face="stride", unit="steps", rank=1
    )
    padding: int = Field(
        0, ge=0, le=1024, description="steps added at both ends before filtering", face="padding", unit="steps"
    )
    dilation: int = Field(1, ge=1, le=1024, description="distance between the steps one filter looks at", unit="steps")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = Field(
        "zeros", description="what the border is filled with"
    )

    def filters(self, channels: int) -> tuple[int, int]:
        return self.out_channels, self.groups

    weight_axes = FILTERS

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_channels, int(x.channels) // self.groups, *self.numbers("kernel_size"))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_channels": sizes[0], "kernel_size": self.written(sizes[2:])}


class Conv3d(Tieable, Convolution):
    """Slide small learned filters through a volume or a clip."""

    rank = 3
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.VOLUME,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "三维卷积"
    analogy = "Feeling for raisins in a cake from all sides, where a camera only sees the crust."
    advice = "Use it for scans, and for clips in which movement matters: the first of its directions is depth, or time."
    pitfall = "A kernel of 3 has 27 weights per channel and the maps are volumes: memory runs out quickly."
    keywords = ("convolution", "video", "medical", "voxel", "c3d", "clip", "视频", "体数据", "医学影像")
    formula = r"y_{m,d,i,j} = b_m + \sum_{c,n,k,l} w_{m,c,n,k,l}\; x_{c,\,sd+n,\,si+k,\,sj+l}"
    source = "Tran et al. 2015, Learning spatiotemporal features with 3D convolutional networks"

    out_channels: int = Field(
        16, ge=1, le=65_536, description="how many filters, so how many feature maps", face="filters", rank=3
    )
    kernel_size: Size3d = Field(
        (3, 3, 3), description="depth, rows and columns one filter sees at a time", face="kernel", rank=2
    )
    stride: Size3d = Field((1, 1, 1), description="how far the filter moves in each direction", face="stride", rank=1)
    padding: Margin3d = Field((0, 0, 0), description="border added on all six sides before filtering", face="padding")
    dilation: Size3d = Field((1, 1, 1), description="distance between the voxels one filter looks at")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")
    padding_mode: Literal["zeros", "reflect", "replicate", "circular"] = Field(
        "zeros", description="what the border is filled with"
    )

    def filters(self, channels: int) -> tuple[int, int]:
        return self.out_channels, self.groups

    weight_axes = FILTERS

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_channels, int(x.channels) // self.groups, *self.numbers("kernel_size"))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_channels": sizes[0], "kernel_size": self.written(sizes[2:])}


class _Causal(Placed):
    """What a CausalConv1d does with its own weights."""

    rank = 1

    out_channels: int = Field(
        32, ge=1, le=65_536, description="how many filters, so how many feature maps", face="filters", rank=3
    )
    kernel_size: int = Field(
        2, ge=1, le=1024, description="how many steps one filter sees, the present one included", face="kernel",
        unit="steps", rank=2,
    )  # fmt: skip
    dilation: int = Field(
        1, ge=1, le=1024, description="distance between the steps one filter looks at", face="dilation", unit="steps",
        rank=1,
    )  # fmt: skip
    stride: int = Field(1, ge=1, le=1024, description="how many steps the filter moves on", unit="steps")
    groups: int = Field(1, ge=1, le=65_536, description="divides the channels into groups that do not see each other")
    bias: bool = Field(True, description="add a learned number to every feature map")

    def _length(self, size: Dim) -> Dim:
        if isinstance(size, int):
            return (size - 1) // self.stride + 1
        return size if self.stride == 1 else f"⌊({size}-1)/{self.stride}⌋+1"

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        must_divide(self, must_be_known(self, "x", x, x.channels), self.out_channels, self.groups)
        return TensorSpec.of(Kind.SIGNAL, self.out_channels, self._length(x.length))

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [change("groups", 1)] if x.kind is Kind.SIGNAL else []

    def cost(self, x: TensorSpec) -> Cost:
        window = (int(x.channels) // self.groups, self.kernel_size)
        return filter_cost(self.out_channels, window, self.bias, counts((self._length(x.length),)))

    def torch(self, x: TensorSpec) -> Call:
        given = self.given(dilation=1, stride=1, groups=1, bias=True)
        sizes = (int(x.channels), self.out_channels, self.kernel_size)
        return Call("graphs.modules.convolution.CausalConv1d", sizes, given)

    def arithmetic(self, x: TensorSpec) -> tuple[Arithmetic, ...]:
        terms = (
            Term("⌊("), Term(str(x.length), mark("input")), Term(" − 1)/"), Term(str(self.stride), mark("stride")),
            Term("⌋ + 1"),
        )  # fmt: skip
        return (Arithmetic(mark("length"), terms, self._length(x.length)),)


class CausalConv1d(Tieable, _Causal):
    """Slide filters along a signal so that no output ever sees a later step."""

    rank = 1
    family = Family.CONVOLUTION
    inputs = (Port("x", (Kind.SIGNAL,)), TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "因果卷积"
    analogy = "A commentator at a live match: everything so far counts, and the next minute is still unknown."
    advice = (
        "Use it to predict what comes next. Stack layers with dilations 1, 2, 4, 8 and the reach doubles with each, "
        "as in WaveNet and the TCN."
    )
    pitfall = "Padding stands on the left only; an ordinary convolution elsewhere in the path lets the future leak in."
    keywords = ("wavenet", "tcn", "temporal", "autoregressive", "dilated", "left padding", "时间卷积网络", "空洞卷积")
    formula = r"y_{m,t} = b_m + \sum_{c,k} w_{m,c,k}\; x_{c,\,st - d(K-1-k)}"
    source = "van den Oord et al. 2016, WaveNet: a generative model for raw audio, section 2.1"

    weight_axes = FILTERS

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (self.out_channels, int(x.channels) // self.groups, *self.numbers("kernel_size"))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_channels": sizes[0], "kernel_size": self.written(sizes[2:])}
