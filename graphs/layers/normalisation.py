"""Layers that bring numbers to a common scale."""

from __future__ import annotations

from math import prod
from typing import ClassVar

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.sentences import gets, must_be_float, must_be_known, takes, unless
from graphs.layers.sisters import instead
from graphs.message import Message, say
from graphs.tensors import Kind, TensorSpec


class _BatchNorm(Layer):
    """What the batch normalisations share: each channel is normalised over the batch and its places."""

    wanted: ClassVar[dict[Kind, Message]] = {
        Kind.FEATURES: say("Nothing can be put in between: wire features or a signal here."),
        Kind.IMAGE: say("Nothing can be put in between: wire an image here."),
        Kind.VOLUME: say("Nothing can be put in between: wire a volume here."),
    }
    elsewhere: ClassVar[dict[Kind, Message]] = {
        Kind.FEATURES: say("Use BatchNorm1d for features."),
        Kind.SIGNAL: say("Use BatchNorm1d for a signal."),
        Kind.IMAGE: say("Use BatchNorm2d for images."),
        Kind.SEQUENCE: say("Use LayerNorm for a sequence: here every step would be taken for a channel."),
    }

    eps: float = Field(1e-5, gt=0, le=1, description="keeps the division safe")
    momentum: float = Field(0.1, ge=0, le=1, description="share of the newest batch in the running mean and spread")
    affine: bool = Field(True, description="learn a scale and a shift for every channel")

    def output(self, x: TensorSpec) -> TensorSpec:
        kinds = self.inputs[0].kinds
        if x.kind not in kinds:
            hint = self.elsewhere.get(x.kind) or self.wanted[kinds[0]]
            raise ShapeError("x", takes(self, kinds), gets(x), hint, instead(self, x, {Kind.SEQUENCE: "LayerNorm"}))
        must_be_float(self, "x", x)
        must_be_known(self, "x", x, x.dims[0])
        return x

    def cost(self, x: TensorSpec) -> Cost:
        channels = int(x.dims[0])
        learned = Tally(2 * channels, f"2 × {channels}") if self.affine else Tally()
        return Cost(learned, buffers=2 * channels + 1)

    def torch(self, x: TensorSpec) -> Call:
        given = unless(eps=(self.eps, 1e-5), momentum=(self.momentum, 0.1), affine=(self.affine, True))
        return Call(f"torch.nn.{self.type_name()}", (int(x.dims[0]),), given)


class BatchNorm1d(_BatchNorm):
    """Shift and scale every feature so that over the batch it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.FEATURES, Kind.SIGNAL)),)
    pill = True
    chinese = "一维批归一化"
    analogy = "Grading on a curve: every exam is judged relative to the class that took it."
    advice = "Place it between Linear and activation, to train faster and with larger learning rates."
    pitfall = (
        "It behaves differently in training and in use, fails on batches of one, and is unsteady on very small ones."
    )
    keywords = ("batch normalization", "bn", "批量归一化", "批标准化")
    formula = r"y = \gamma\,\frac{x - \mu_B}{\sqrt{\sigma_B^2 + \epsilon}} + \beta"
    source = "Ioffe & Szegedy 2015, algorithm 1"

    affine: bool = Field(True, description="learn a scale and a shift for every feature")


class BatchNorm2d(_BatchNorm):
    """Shift and scale every feature map so that over the batch it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.IMAGE,)),)
    pill = True
    chinese = "二维批归一化"
    analogy = "A sound engineer who keeps every microphone of the band at the same level."
    advice = "Put it after a convolution and before the activation. The convolution can then do without its bias."
    pitfall = (
        "With few images in a batch, mean and spread are guesses; and running averages of other data spoil transfer."
    )
    keywords = ("batch normalization", "bn", "批量归一化", "批标准化")
    formula = (
        r"y_c = \gamma_c\,\frac{x_c - \mu_c}{\sqrt{\sigma_c^2 + \epsilon}} + \beta_c,"
        r"\quad \mu_c = \operatorname{mean}_{n,i,j}\, x_{n,c,i,j}"
    )
    source = "Ioffe & Szegedy 2015, section 3.2"

    affine: bool = Field(True, description="learn a scale and a shift for every feature map")


class BatchNorm3d(_BatchNorm):
    """Shift and scale every channel of volumes or clips so that over the batch it has mean 0 and spread 1."""

    family = Family.NORMALISATION
    inputs = (Port("x", (Kind.VOLUME,)),)
    pill = True
    chinese = "三维批归一化"
    analogy = "A film lab that brings all reels of a day to the same brightness before anybody judges them."
    advice = "Put it after Conv3d in networks for clips and medical scans, with four or more of them in a batch."
    pitfall = (
        "Volumes fill the memory, so batches are tiny and their mean is chance: then GroupNorm is the better choice."
    )
    keywords = ("batch normalization", "bn", "video", "scan", "批量归一化", "批标准化", "视频")
    formula = (
        r"y_c = \gamma_c\,\frac{x_c - \mu_c}{\sqrt{\sigma_c^2 + \epsilon}} + \beta_c,"
        r"\quad \mu_c = \operatorname{mean}_{n,t,i,j}\, x_{n,c,t,i,j}"
    )
    source = "Ioffe & Szegedy 2015, section 3.2; PyTorch: torch.nn.BatchNorm3d"


class LayerNorm(Layer):
    """Shift and scale the numbers of each example so that they have mean 0 and spread 1.

    Features, sequences and tensors are normalised over the last axis (each step by itself), images, volumes and signals
    over all their axes.
    """

    family = Family.NORMALISATION
    pill = True
    chinese = "层归一化"
    analogy = "Every singer tunes the own voice, without listening to the others."
    advice = "The choice for sequences and transformers, and for small batches: no example depends on another."
    pitfall = (
        "It wipes out how strong an example is as a whole. Where that matters, the network cannot see it any more."
    )
    keywords = ("layer normalization", "ln", "transformer", "层标准化")
    formula = r"y = \gamma \odot \frac{x - \operatorname{mean}(x)}{\sqrt{\operatorname{var}(x) + \epsilon}} + \beta"
    source = "Ba, Kiros & Hinton 2016, equation 4"

    eps: float = Field(1e-5, gt=0, le=1, description="keeps the division safe")
    elementwise_affine: bool = Field(True, description="learn a scale and a shift for every number")

    def _over(self, x: TensorSpec) -> tuple[int, ...]:
        axes = x.dims if x.kind in (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL) else x.dims[-1:]
        return tuple(must_be_known(self, "x", x, dim) for dim in axes)

    def output(self, x: TensorSpec) -> TensorSpec:
        if not x.dims:
            hint = say("There is nothing to normalise in one number: wire features here.")
            raise ShapeError("x", takes(self, (Kind.FEATURES, Kind.SEQUENCE, Kind.IMAGE)), gets(x), hint)
        must_be_float(self, "x", x)
        self._over(x)
        return x

    def cost(self, x: TensorSpec) -> Cost:
        over = self._over(x)
        if not self.elementwise_affine:
            return Cost()
        return Cost(Tally(2 * prod(over), "2 × " + "·".join(map(str, over))))

    def torch(self, x: TensorSpec) -> Call:
        over = self._over(x)
        given = unless(eps=(self.eps, 1e-5), elementwise_affine=(self.elementwise_affine, True))
        return Call("torch.nn.LayerNorm", (over[0] if len(over) == 1 else over,), given)
