"""Relatives of ReLU: large numbers pass, small and negative ones are bent, shrunk or cut."""

from __future__ import annotations

from typing import Any, Literal

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, ShapeError, Tally
from graphs.layers.elementwise import CHANNELS_FIRST, Elementwise
from graphs.layers.sentences import change, gets, must_be_known, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec


class ReLU6(Elementwise):
    """Let numbers from 0 to 6 through, set lower ones to 0 and higher ones to 6."""

    family = Family.ACTIVATION
    pill = True
    chinese = "截断线性整流单元"
    analogy = "A ruler six units long: what is below its start reads zero, what is beyond its end reads six."
    advice = "Use it in networks for phones, such as MobileNet: numbers that stay small survive rounding to 8 bits."
    pitfall = "Above 6 the slope is zero, as below 0: with large inputs a unit can be stuck at the top as well."
    keywords = ("activation", "relu", "mobilenet", "quantization", "激活函数", "量化")
    formula = r"y = \min(\max(0, x),\, 6)"
    source = "Krizhevsky 2010, Convolutional deep belief networks on CIFAR-10; Sandler et al. 2018"


class PReLU(Elementwise):
    """Let positive numbers through and weaken negative ones by a factor that is learned."""

    family = Family.ACTIVATION
    pill = True
    chinese = "参数化线性整流单元"
    analogy = "A door with a closer that adjusts itself: with use it finds out how far to stay ajar."
    advice = (
        "Use it in place of LeakyReLU when there is enough data to find the slope, for example in image enhancement."
    )
    pitfall = "Weight decay pulls the slope towards 0 and so towards plain ReLU: exempt it from the decay."
    keywords = ("activation", "relu", "leaky", "learned slope", "激活函数", "参数化")
    formula = r"y = x \;\text{if } x \ge 0,\quad a\,x \;\text{otherwise, } a \text{ learned}"
    source = "He et al. 2015, Delving deep into rectifiers, equation 1"

    num_parameters: int | None = Field(
        1,
        ge=1,
        le=65_536,
        description="how many slopes: 1 for all, or empty for one per channel",
        face="slopes",
        rank=1,
    )
    init: float = Field(0.25, ge=-1, le=1, description="slope for negative numbers at the beginning")

    def _slopes(self, x: TensorSpec) -> int:
        return must_be_known(self, "x", x, x.dims[0]) if self.num_parameters is None else self.num_parameters

    def output(self, x: TensorSpec) -> TensorSpec:
        super().output(x)
        if self.num_parameters == 1:
            return x
        if x.kind not in (*CHANNELS_FIRST, Kind.FEATURES):
            raise ShapeError(
                "x",
                say("PReLU has one slope per channel only for features, a signal, an image or a volume."),
                gets(x),
                say("One slope for all numbers works everywhere."),
                (change("num_parameters", 1),),
            )
        if self._slopes(x) != x.dims[0]:
            fixes = [change("num_parameters", value) for value in (x.dims[0], 1) if isinstance(value, int)]
            raise ShapeError(
                "x",
                say("PReLU takes one slope for all numbers, or one for each of {n} channels.", n=x.dims[0]),
                say("It has {n} slopes.", n=self.num_parameters),
                say("Leave num_parameters empty, and their number follows the channels."),
                tuple(fixes),
            )
        return x

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(Tally(self._slopes(x), str(self._slopes(x))))

    def torch(self, x: TensorSpec) -> Call:
        given = unless(num_parameters=(self._slopes(x), 1), init=(self.init, 0.25))
        return Call("torch.nn.PReLU", (), given)


class RReLU(Elementwise):
    """Let positive numbers through; while training, weaken each negative one by a random factor.

    In evaluation mode the factor is the mean of lower and upper.
    """

    family = Family.ACTIVATION
    pill = True
    chinese = "随机线性整流单元"
    analogy = "A gate in the wind: nobody knows how wide it stands open at this moment, only between which limits."
    advice = "Try it against overfitting on small picture data, where LeakyReLU fits the training set too well."
    pitfall = "Each run of the same training batch differs, so its loss is noisier than that of other activations."
    keywords = ("activation", "relu", "leaky", "random", "激活函数", "随机")
    formula = r"y = x \;\text{if } x \ge 0,\quad a\,x \;\text{otherwise},\quad a \sim U(l, u)"
    source = "Xu et al. 2015, Empirical evaluation of rectified activations, section 2.4"

    lower: float = Field(1 / 8, ge=0, le=1, description="smallest factor for a negative number", face="lower", rank=2)
    upper: float = Field(1 / 3, ge=0, le=1, description="largest factor for a negative number", face="upper", rank=1)

    @pydantic.field_validator("upper")
    @classmethod
    def _in_order(cls, upper: float, info: pydantic.ValidationInfo) -> float:
        lower = info.data.get("lower", 0)
        if upper < lower:
            raise ValueError(
                say("upper is at least lower, which is {lower}. It got {upper}.", lower=lower, upper=upper)
            )
        return upper

    def arguments(self) -> dict[str, Any]:
        """The two limits, where they are not torch's own."""
        return unless(lower=(self.lower, 1 / 8), upper=(self.upper, 1 / 3))


class CELU(Elementwise):
    """Let positive numbers through and bend negative ones towards −α without a kink, whatever α is."""

    family = Family.ACTIVATION
    pill = True
    chinese = "连续可微指数线性单元"
    analogy = "A ramp whose curve is always joined to the straight road at the same slope, however deep it goes."
    advice = "Use it instead of ELU when alpha is not 1: the slope at zero stays 1 on both sides."
    pitfall = (
        "Its alpha is not that of ELU: here it stretches the curve in both directions, so values do not carry over."
    )
    keywords = ("activation", "elu", "exponential", "smooth", "激活函数", "连续可微")
    formula = r"y = \max(0, x) + \min\!\left(0,\, \alpha\,(e^{x/\alpha} - 1)\right)"
    source = "Barron 2017, Continuously differentiable exponential linear units"

    alpha: float = Field(1.0, gt=0, le=100, description="how far below zero the curve can sink", face="alpha", rank=1)

    def arguments(self) -> dict[str, Any]:
        """The depth, where it is not torch's own."""
        return unless(alpha=(self.alpha, 1.0))


class GELU(Elementwise):
    """Weigh every number with the probability that a normal random number is smaller than it."""

    family = Family.ACTIVATION
    pill = True
    chinese = "高斯误差线性单元"
    analogy = "A talent show with a fixed field of rivals: how much of you gets through depends on how many you beat."
    advice = "The usual choice in transformers such as BERT, GPT and ViT."
    pitfall = "GPT-2 was trained with the tanh formula: copied weights give slightly other numbers with the exact one."
    keywords = ("activation", "gaussian", "transformer", "bert", "gpt", "激活函数", "高斯")
    formula = r"y = x\,\Phi(x) = \frac{x}{2}\left(1 + \operatorname{erf}\frac{x}{\sqrt{2}}\right)"
    source = "Hendrycks & Gimpel 2016, section 2"

    approximate: Literal["none", "tanh"] = Field(
        "none", description="none: the exact bell curve; tanh: a formula close to it, as in GPT-2"
    )

    def arguments(self) -> dict[str, Any]:
        """The way it is calculated, where it is not torch's own."""
        return unless(approximate=(self.approximate, "none"))


class Mish(Elementwise):
    """Weigh every number with the tanh of its softplus, a smooth ReLU that dips a little below zero."""

    family = Family.ACTIVATION
    pill = True
    chinese = "Mish 激活"
    analogy = "A ski slope with a shallow hollow before the climb: smooth everywhere, so nothing makes you stumble."
    advice = "Try it in detectors for pictures: YOLOv4 was built with it."
    pitfall = (
        "Each number takes an exponential, a logarithm and a tanh: on long tensors it is noticeably slower than ReLU."
    )
    keywords = ("activation", "smooth", "yolo", "激活函数", "平滑")
    formula = r"y = x \tanh\!\left(\ln(1 + e^x)\right)"
    source = "Misra 2019, Mish: a self regularized non-monotonic activation function, equation 1"


class Hardswish(Elementwise):
    """Weigh every number with a straight ramp from 0 at −3 to 1 at 3, a Swish without an exponential."""

    family = Family.ACTIVATION
    pill = True
    chinese = "分段线性 Swish"
    analogy = "A curved bridge rebuilt from straight beams: nearly the same line, far cheaper to make."
    advice = "Use it in place of SiLU on phones and small chips, as MobileNetV3 does."
    pitfall = "Below −3 the result and the slope are exactly zero, so units can die there as with ReLU."
    keywords = ("activation", "swish", "mobilenet", "激活函数", "硬 Swish")
    formula = r"y = x \cdot \frac{\min(\max(0,\, x + 3),\, 6)}{6}"
    source = "Howard et al. 2019, Searching for MobileNetV3, section 5.2"


class Swish(Elementwise):
    """Weigh every number with the sigmoid of β times itself, where β is learned."""

    family = Family.ACTIVATION
    pill = True
    chinese = "可学习 Swish"
    analogy = "A dial between a straight wire and a one-way valve, and the network turns it by itself."
    advice = "Use it to see which bend a network prefers: β near 0 is a straight line, large β is ReLU."
    pitfall = "A single β moves slowly at the learning rate of all other weights; with β fixed at 1 it is SiLU."
    keywords = ("activation", "silu", "beta", "learned", "激活函数", "可学习")
    formula = r"y = x\,\sigma(\beta x), \quad \beta \text{ learned}"
    source = "Ramachandran, Zoph & Le 2017, Searching for activation functions, section 4"

    beta: float = Field(1.0, ge=-10, le=10, description="how sharp the bend is at the beginning", face="beta", rank=1)

    def cost(self, x: TensorSpec) -> Cost:
        return Cost(Tally(1, "1"))

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.activation.Swish", (), unless(beta=(self.beta, 1.0)))


class SquaredReLU(Elementwise):
    """Set negative numbers to zero and square the positive ones."""

    family = Family.ACTIVATION
    pill = True
    chinese = "平方线性整流单元"
    analogy = "An amplifier that turns a whisper into silence and a shout into thunder."
    advice = "Try it in the feed-forward part of a transformer for language, where a search found it."
    pitfall = "Squares grow quickly: without normalisation before it, numbers and gradients can explode."
    keywords = ("activation", "relu", "primer", "transformer", "激活函数", "平方")
    formula = r"y = \max(0, x)^2"
    source = "So et al. 2021, Primer: searching for efficient transformers for language modeling"

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.activation.SquaredReLU")


class Softplus(Elementwise):
    """Bend numbers smoothly so that the result is always positive."""

    family = Family.ACTIVATION
    pill = True
    chinese = "平滑线性整流"
    analogy = "A road that leaves the plain so gently that nobody can say where the hill begins."
    advice = "Use it for an output that must be positive, such as a spread, a rate or a variance."
    pitfall = "It never gives exactly zero, so nothing becomes sparse; for very negative inputs the slope vanishes."
    keywords = ("activation", "positive", "smooth", "relu", "激活函数", "正数")
    formula = r"y = \frac{1}{\beta} \ln\!\left(1 + e^{\beta x}\right)"
    source = "Dugas et al. 2001, Incorporating second-order functional knowledge"

    beta: float = Field(1.0, gt=0, le=100, description="how sharp the bend is; very large is ReLU", face="beta", rank=1)
    threshold: float = Field(
        20.0, ge=1, le=100, description="where beta times the number is above it, the number itself is the result"
    )

    def arguments(self) -> dict[str, Any]:
        """Sharpness and limit, where they are not torch's own."""
        return unless(beta=(self.beta, 1.0), threshold=(self.threshold, 20.0))


class Threshold(Elementwise):
    """Let numbers above a threshold through and replace all others by one value."""

    family = Family.ACTIVATION
    pill = True
    chinese = "阈值激活"
    analogy = "An exam with a pass mark: whoever is above it keeps the score, everybody else gets the same entry."
    advice = "Use it to silence weak answers below a known level. With threshold 0 and value 0 it is ReLU."
    pitfall = "Unless value equals threshold there is a jump, and below it nothing is learned."
    keywords = ("activation", "cut", "sparse", "激活函数", "阈值")
    formula = r"y = x \;\text{if } x > t,\quad v \;\text{otherwise}"
    source = "PyTorch: torch.nn.Threshold"

    threshold: float = Field(
        0.1, ge=-1e6, le=1e6, description="numbers above it pass unchanged", face="threshold", rank=2
    )
    value: float = Field(0.0, ge=-1e6, le=1e6, description="what all other numbers become", face="value", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.Threshold", (self.threshold, self.value))
