"""Layers of well-known networks that torch itself has no class for."""

from __future__ import annotations

from typing import Annotated

import pydantic
from pydantic import BeforeValidator

from graphs.fields import Field, Pair, Size2d
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.sentences import change, gets, must_be_float, must_be_known, put, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class LayerNorm2d(Layer):
    """At every pixel, shift and scale the channels so that they have mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.IMAGE,)),)
    pill = True
    chinese = "逐像素层归一化"
    analogy = "Every spectator of a match writes a report in the same tone, whatever the others saw."
    advice = "Use it in convolutional networks built like Transformers (ConvNeXt), where batches are small."
    pitfall = "How bright a place is compared with its neighbours is wiped out, so contrast between places gets lost."
    keywords = ("convnext", "channels", "channel norm", "通道归一化")
    formula = (
        r"y_{c,i,j} = \gamma_c\,\frac{x_{c,i,j} - \mu_{i,j}}{\sqrt{\sigma_{i,j}^2 + \epsilon}} + \beta_c,"
        r"\quad \mu_{i,j} = \operatorname{mean}_{c}\, x_{c,i,j}"
    )
    source = "Liu et al. 2022, A ConvNet for the 2020s, section 2.6"

    eps: float = Field(1e-6, gt=0, le=1, description="keeps the division safe")
    elementwise_affine: bool = Field(True, description="learn a scale and a shift for every channel")

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.IMAGE:
            hint = say("LayerNorm normalises the last axis of everything else.")
            raise ShapeError("x", takes(self, (Kind.IMAGE,)), gets(x), hint)
        must_be_float(self, "x", x)
        must_be_known(self, "x", x, x.channels)
        return x

    def cost(self, x: TensorSpec) -> Cost:
        channels = int(x.channels)
        return Cost(Tally(2 * channels, f"2 × {channels}")) if self.elementwise_affine else Cost()

    def torch(self, x: TensorSpec) -> Call:
        given = unless(eps=(self.eps, 1e-6), elementwise_affine=(self.elementwise_affine, True))
        return Call("graphs.modules.normalisation.LayerNorm2d", (int(x.channels),), given)


def _both(value: object) -> object:
    return (value, value) if isinstance(value, int) else tuple(value) if isinstance(value, list) else value


_Shift = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=0, le=512)], Annotated[int, pydantic.Field(ge=0, le=512)]],
    BeforeValidator(_both),
    Pair(),
]


class ShiftedWindowAttention(Layer):
    """Let every place of an image look at the places in its window; shifted windows join what borders cut apart.

    It takes (height, width, features): an image after Permute.
    """

    family = Family.ATTENTION
    inputs = (Port("x", (Kind.TENSOR,), description="rows × columns × features"),)
    chinese = "移动窗口注意力"
    analogy = (
        "Neighbours talk in their own street; every second evening the streets are drawn elsewhere, so news gets "
        "around."
    )
    advice = "Use it instead of attention over all places, whose cost grows with the square of the image, as Swin does."
    pitfall = "Without a shift in every second layer, what happens in one window is never heard of in the next."
    keywords = ("swin", "window", "local attention", "窗口注意力")
    formula = (
        r"\begin{array}{l} A = \operatorname{softmax}\left(\frac{Q K^{\top}}{\sqrt{d}} + B\right) V \\"
        r" Q, K, V = x W_Q,\, x W_K,\, x W_V \end{array}"
    )
    source = "Liu et al. 2021, Swin Transformer, equation 4; cosine: Liu et al. 2022, Swin Transformer V2"

    num_heads: int = Field(4, ge=1, le=1024, description="how many ways of looking there are", face="heads", rank=3)
    window_size: Size2d = Field(7, description="rows and columns of one window", face="window", rank=2)
    shift_size: _Shift = Field(0, description="by how many places the windows are moved; half a window is usual",
                               face="shift", rank=1)  # fmt: skip
    qkv_bias: bool = Field(True, description="add learned numbers to queries, keys and values")
    attention_dropout: float = Field(0.0, ge=0, lt=1, description="share of weights hidden, while training only")
    dropout: float = Field(0.0, ge=0, lt=1, description="share of answers set to zero, while training only")
    cosine: bool = Field(
        False, description="compare by angle with a learned sharpness, distances weighed by a small network (Swin V2)"
    )

    @pydantic.model_validator(mode="after")
    def _fits(self) -> ShiftedWindowAttention:
        if any(s >= w for s, w in zip(self.shift_size, self.window_size, strict=True)):
            raise ValueError(say("A shift is smaller than the window."))
        return self

    def output(self, x: TensorSpec) -> TensorSpec:
        if x.kind is not Kind.TENSOR or len(x.dims) != 3:
            fix = (put("Permute", "x", dims=[1, 2, 0], kind="tensor"),) if x.kind is Kind.IMAGE else ()
            hint = say("Permute puts the channels of an image last.")
            raise ShapeError(
                "x", say("{type} takes rows × columns × features.", type=self.type_name()), gets(x), hint, fix
            )
        must_be_float(self, "x", x)
        for dim in x.dims:
            must_be_known(self, "x", x, dim)
        size = int(x.dims[-1])
        if size % self.num_heads:
            fitting = max(n for n in range(1, self.num_heads + 1) if size % n == 0)
            raise ShapeError(
                "x",
                say("{type} divides the features among {n} heads.", type=self.type_name(), n=self.num_heads),
                say("It gets {n} features.", n=size),
                say("Choose a number of heads that divides the features."),
                (change("num_heads", fitting),),
            )
        return x

    def cost(self, x: TensorSpec) -> Cost:
        height, width, size = (int(dim) for dim in x.dims)
        rows, columns = self.window_size
        places = (height + -height % rows) * (width + -width % columns)
        apart, inside = (2 * rows - 1) * (2 * columns - 1), (rows * columns) ** 2
        hidden = 512 * (3 + self.num_heads)  # of the network that weighs distances
        table = hidden + self.num_heads if self.cosine else apart * self.num_heads
        learned = 4 * size * size + size + (3 * size if self.qkv_bias else 0) + table
        sum_ = f"{size} × 4·{size} + {size}" + (f" + 3·{size}" if self.qkv_bias else "") + f" + {table}"
        work = places * size * (4 * size + 2 * rows * columns)
        how = f"{places} × {size} × (4·{size} + 2·{rows * columns})"
        if self.cosine:
            weighing = 512 * (2 + self.num_heads)
            work, how = work + apart * weighing, f"{how} + {apart} × {weighing}"
        return Cost(Tally(learned, sum_), Tally(work, how), buffers=inside + 2 * apart if self.cosine else inside)

    def torch(self, x: TensorSpec) -> Call:
        given: dict[str, object] = {"window_size": self.window_size, "shift_size": self.shift_size}
        given |= {
            name: value
            for name, value in (("qkv_bias", self.qkv_bias), ("attention_dropout", self.attention_dropout),
                                ("dropout", self.dropout), ("cosine", self.cosine))
            if value != type(self).model_fields[name].default
        }  # fmt: skip
        return Call("graphs.modules.windows.ShiftedWindowAttention", (int(x.dims[-1]), self.num_heads), given)
