"""Gates that look at whole feature maps and then weaken or keep channels and places."""

from __future__ import annotations

from typing import Literal

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_float, must_be_known, takes, unless
from graphs.layers.steps import Tried, products
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_X = (Port("x", (Kind.IMAGE,)),)
_GATES = "graphs.modules.attention_gates."
_BOTH = {"y": (0,), "weights": (1,)}
_OF_CHANNELS = (
    Port("y", (Kind.IMAGE,), description="the weighed feature maps"),
    Port("weights", (Kind.FEATURES,), description="one number from 0 to 1 for each channel"),
)


def _must_be_image(layer: Layer, x: TensorSpec) -> int:
    """Refuse what is not an image; return its channels. Raises `ShapeError`."""
    if x.kind is not Kind.IMAGE:
        raise ShapeError(
            "x", takes(layer, (Kind.IMAGE,)), gets(x), say("It weighs channels and places: wire feature maps here.")
        )
    must_be_float(layer, "x", x)
    return must_be_known(layer, "x", x, x.channels)


class _OverChannels(Tried):
    """What the two gates over channels share: a bottleneck, and how they are counted."""

    reduction: int = Field(
        16, ge=1, le=65_536, description="how many times fewer numbers the bottleneck has than channels", face="reduce",
        rank=1,
    )  # fmt: skip

    def _hidden(self, x: TensorSpec) -> int:
        return max(1, int(x.channels) // self.reduction)

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        channels = _must_be_image(self, x)
        if channels < self.reduction:
            raise ShapeError(
                "x",
                say("{type} needs at least {n} channels, one number in its bottleneck.",
                    type=self.type_name(), n=self.reduction),
                say("It gets {n} channels.", n=channels),
                say("A smaller reduction leaves more numbers in the bottleneck."),
                (change("reduction", max(1, channels // 4)),),
            )  # fmt: skip
        return {"y": x, "weights": TensorSpec(Kind.FEATURES, (channels,), x.dtype)}

    def _learned(self, x: TensorSpec) -> Tally:
        channels, hidden = int(x.channels), self._hidden(x)
        return Tally(2 * channels * hidden + hidden + channels, f"2·{channels}·{hidden} + {hidden} + {channels}")


class SqueezeExcite(_OverChannels):
    """Look at the mean of every channel, then turn each channel up or down."""

    family = Family.ATTENTION
    inputs = _X
    outputs = _OF_CHANNELS
    chinese = "压缩激励"
    analogy = "A mixing desk: the engineer hears the whole song for a moment, then moves the slider of each track."
    advice = "Put it at the end of a residual block: a percent or so of accuracy for very few weights."
    pitfall = (
        "It sees means only: one bright dot in a dark map counts for nothing. ChannelAttention looks at maxima too."
    )
    keywords = (
        "se",
        "senet",
        "squeeze and excitation",
        "SqueezeExcitation",
        "channel gate",
        "通道注意力",
        "压缩与激励",
    )
    formula = r"y_c = s_c\, x_c, \quad s = \sigma(W_2\, \mathrm{ReLU}(W_1 \operatorname{mean}_{i,j}\, x))"
    source = "Hu, Shen & Sun 2018, Squeeze-and-excitation networks, equations 2 to 4"

    activation: Literal["relu", "silu"] = Field("relu", description="the bend in the bottleneck")
    scale_activation: Literal["sigmoid", "hardsigmoid"] = Field(
        "sigmoid", description="what brings the answers between 0 and 1"
    )

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(self._learned(x), products((2, x.channels, self._hidden(x))))

    def torch(self, x: TensorSpec) -> Call:
        given = unless(activation=(self.activation, "relu"), scale_activation=(self.scale_activation, "sigmoid"))
        return Call(_GATES + "SqueezeExcite", (int(x.channels), self._hidden(x)), given, paths=_BOTH)


class ChannelAttention(_OverChannels):
    """Look at the mean and the maximum of every channel, then turn each channel up or down."""

    family = Family.ATTENTION
    inputs = _X
    outputs = _OF_CHANNELS
    chinese = "通道注意力"
    analogy = "A jury that reads both the average and the best mark of each athlete before it sets their weight."
    advice = "Put it before SpatialAttention at the end of a convolution block: together they are CBAM."
    pitfall = "The bottleneck has channels divided by reduction numbers: with few channels hardly one is left."
    keywords = ("cbam", "channel gate", "feature recalibration", "通道", "卷积注意力")
    formula = r"y = \sigma(M(\operatorname{mean}\, x) + M(\max x)) \odot x, \quad M(z) = W_2\, \mathrm{ReLU}(W_1 z)"
    source = "Woo et al. 2018, CBAM: convolutional block attention module, equation 2"

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(self._learned(x), products((2, 2, x.channels, self._hidden(x))))

    def torch(self, x: TensorSpec) -> Call:
        return Call(_GATES + "ChannelAttention", (int(x.channels), self._hidden(x)), paths=_BOTH)


class SpatialAttention(Tried):
    """Look over all channels at every place, then turn each place up or down."""

    family = Family.ATTENTION
    inputs = _X
    outputs = (
        Port("y", (Kind.IMAGE,), description="the weighed feature maps"),
        Port("weights", (Kind.IMAGE,), description="one number from 0 to 1 for each place"),
    )
    chinese = "空间注意力"
    analogy = "A theatre spotlight: the stage stays as it is, but only one corner of it is bright."
    advice = "Use it where the object fills a small part of the picture, after ChannelAttention as in CBAM."
    pitfall = "It weakens places, it does not cut them out; and its map is no proof of what the network looks at."
    keywords = ("cbam", "spatial gate", "saliency", "where", "空间", "卷积注意力")
    formula = r"y = \sigma(f^{k \times k}([\operatorname{mean}_c\, x;\ \max_c x])) \odot x"
    source = "Woo et al. 2018, CBAM: convolutional block attention module, equation 3"

    kernel_size: int = Field(
        7, ge=1, le=63, description="side of the window that looks at the two maps; odd", face="kernel", rank=1
    )

    @pydantic.field_validator("kernel_size")
    @classmethod
    def _odd(cls, size: int) -> int:
        if size % 2 == 0:
            raise ValueError(say("The kernel of SpatialAttention is odd, so that it has a middle. It got {n}.", n=size))
        return size

    def shape(self, x: TensorSpec) -> dict[str, TensorSpec]:
        _must_be_image(self, x)
        return {"y": x, "weights": x.with_dims(1, *x.dims[1:])}

    def cost(self, x: TensorSpec) -> Cost:
        size = self.kernel_size
        return Cost(Tally(2 * size * size, f"2·{size}·{size}"), products((2, size, size, *x.dims[1:])))

    def torch(self, x: TensorSpec) -> Call:
        return Call(_GATES + "SpatialAttention", (), unless(kernel_size=(self.kernel_size, 7)), paths=_BOTH)
