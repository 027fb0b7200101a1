"""Convolutions with other rules for what is shared: each channel alone, in two steps, or nothing shared at all."""

from __future__ import annotations

from math import prod
from typing import Any

from graphs.fields import Field, Margin2d, Size2d
from graphs.layer import Call, Cost, Family, Port, Proposal, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_known
from graphs.layers.sliding import FILTERS, Convolution, Sliding, counts, plain, times
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.layers.windows import Window
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec

_IMAGE = (Port("x", (Kind.IMAGE,)),)


class DepthwiseConv2d(Tieable, Convolution):
    """Give every channel filters of its own that see no other channel."""

    rank = 2
    family = Family.CONVOLUTION
    inputs = (*_IMAGE, TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "深度卷积"
    analogy = "Each instrument has its own sound engineer, who never hears the rest of the orchestra."
    advice = "Use it to filter cheaply in space, and let a convolution with kernel 1 mix the channels afterwards."
    pitfall = "Channels never meet here: alone, it cannot notice that two features occur together."
    keywords = ("depthwise", "grouped convolution", "mobilenet", "convnext", "channelwise", "逐通道卷积", "分组卷积")
    formula = r"y_{cm,i,j} = b_{cm} + \sum_{k,l} w_{cm,k,l}\; x_{c,\,si+k,\,sj+l}"
    source = "Howard et al. 2017, MobileNets, equation 3; PyTorch: torch.nn.Conv2d with groups = channels"

    channel_multiplier: int = Field(
        1, ge=1, le=1024, description="how many filters every channel gets", face="filters each", rank=1
    )
    kernel_size: Size2d = Field(
        3, description="rows and columns one filter sees at a time", face="kernel", unit="px", rank=3
    )
    stride: Size2d = Field(
        1, description="how far the filter moves between two looks", face="stride", unit="px", rank=2
    )
    padding: Margin2d = Field(0, description="border added on every side before filtering", face="padding", unit="px")
    dilation: Size2d = Field(1, description="distance between the pixels one filter looks at", unit="px")
    bias: bool = Field(True, description="add a learned number to every feature map")

    def filters(self, channels: int) -> tuple[int, int]:
        return channels * self.channel_multiplier, channels

    weight_axes = FILTERS

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (int(x.channels) * self.channel_multiplier, 1, *self.kernel_size)

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"kernel_size": sizes[2:]}


class SeparableConv2d(Convolution):
    """Filter every channel alone, then mix the channels pixel by pixel."""

    rank = 2
    family = Family.CONVOLUTION
    inputs = _IMAGE
    chinese = "深度可分离卷积"
    analogy = (
        "First every musician practises alone, then the mixing desk blends them: less work than rehearsing all pairs."
    )
    advice = (
        "Use it where a phone must keep up: it costs 1/C_out + 1/k² of a full convolution, about one eighth with a "
        "kernel of 3, for little less accuracy."
    )
    pitfall = (
        "With few channels almost nothing is saved; and the many small steps keep a GPU less busy than one big one."
    )
    keywords = ("depthwise separable", "pointwise", "mobilenet", "xception", "efficient", "深度卷积", "逐点卷积")
    formula = r"y_{m,i,j} = b_m + \sum_c p_{m,c} \sum_{k,l} d_{c,k,l}\; x_{c,\,si+k,\,sj+l}"
    source = "Howard et al. 2017, MobileNets, section 3.1, equations 3 to 5"

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
    bias: bool = Field(True, description="add a learned number to every feature map")

    def filters(self, channels: int) -> tuple[int, int]:
        return self.out_channels, 1

    def cost(self, x: TensorSpec) -> Cost:
        channels, places = int(x.channels), counts(self.places(x))
        depth, point = times((channels, *self.kernel_size)), times((channels, self.out_channels))
        learned = depth.number + point.number + (self.out_channels if self.bias else 0)
        written = f"{depth.sum} + {point.sum}" + (f" + {self.out_channels}" if self.bias else "")
        each = depth.number + point.number
        return Cost(
            Tally(learned, written),
            Tally(each * places[0] * places[1], f"({depth.sum} + {point.sum}) × {places[0]}·{places[1]}"),
        )

    def torch(self, x: TensorSpec) -> Call:
        sizes = (int(x.channels), self.out_channels, plain(self.kernel_size))
        given = self.given(stride=1, padding=0, dilation=1, bias=True)
        return Call("graphs.modules.convolution.SeparableConv2d", sizes, given)


class _Local(Sliding):
    """What a LocallyConnected2d does with its own weights."""

    rank = 2

    out_channels: int = Field(8, ge=1, le=4096, description="how many feature maps come out", face="filters", rank=3)
    kernel_size: Size2d = Field(3, description="rows and columns one place looks at", face="kernel", unit="px", rank=2)
    stride: Size2d = Field(1, description="distance between neighbouring places", face="stride", unit="px", rank=1)
    padding: Margin2d = Field(0, description="border of zeros on each side", face="padding", unit="px")
    bias: bool = Field(True, description="add a learned number at every place of every feature map")

    def windows(self) -> tuple[Window, ...]:
        return tuple(Window(k, s, p) for k, s, p in zip(self.kernel_size, self.stride, self.padding, strict=True))

    def shape(self, x: TensorSpec) -> TensorSpec:
        self.must_have_places(x)
        for dim in x.dims:
            must_be_known(self, "x", x, dim)
        y = TensorSpec.of(Kind.IMAGE, self.out_channels, *self.places(x))
        if int(y.numel or 0) * int(x.channels) * self.kernel_size[0] * self.kernel_size[1] > 2**31:
            raise ShapeError(
                "x",
                say("LocallyConnected2d keeps every weight apart, and two thousand million are the most it takes."),
                gets(x),
                say("Use Conv2d, which shares them, or a smaller image, kernel or number of feature maps."),
            )
        return y

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        return [*super().candidates(x), change("out_channels", 1)] if x.kind is Kind.IMAGE else []

    def cost(self, x: TensorSpec) -> Cost:
        places, window = counts(self.places(x)), (int(x.channels), *self.kernel_size)
        products = times(places, self.out_channels, window)
        seen = "·".join(map(str, window))
        if not self.bias:
            return Cost(products, products)
        place = "·".join(map(str, places))
        extra = self.out_channels * places[0] * places[1]
        learned = f"{place} × {self.out_channels} × ({seen} + 1)"
        return Cost(Tally(products.number + extra, learned), products)

    def torch(self, x: TensorSpec) -> Call:
        places = counts(self.places(x))
        sizes = (int(x.channels), self.out_channels, places, self.kernel_size)
        return Call("graphs.modules.convolution.LocallyConnected2d", sizes, self.given(stride=1, padding=0, bias=True))


class LocallyConnected2d(Tieable, _Local):
    """Look at small windows like a convolution, but with weights of its own at every place."""

    rank = 2
    family = Family.CONVOLUTION
    inputs = (*_IMAGE, TAKES)
    outputs = (Port("y"), GIVES)
    chinese = "局部连接层"
    analogy = "A guard at every door: each knows only that one door, and each had to learn the job alone."
    advice = (
        "Use it where every place has a meaning of its own, as in aligned faces, or to see what sharing the weights "
        "saves: with 10×10 windows on 1000×1000 units 10⁸ weights instead of 100."
    )
    pitfall = (
        "What one place has learned no other place knows, and the image must always have the size it was built for."
    )
    keywords = ("local connectivity", "unshared convolution", "deepface", "局部感知", "不共享权重", "权值共享")
    formula = r"y_{m,i,j} = b_{m,i,j} + \sum_{c,k,l} w_{m,i,j,c,k,l}\; x_{c,\,si+k,\,sj+l}"
    source = "Taigman et al. 2014, DeepFace, section 3 (layers L4 to L6)"

    weight_axes = mark("for each place a row for each number of its window, a column for each feature map")

    def weight_sizes(self, x: TensorSpec) -> tuple[int, ...]:
        return (prod(counts(self.places(x))), int(x.channels) * prod(self.kernel_size), self.out_channels)

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_channels": sizes[2]}
