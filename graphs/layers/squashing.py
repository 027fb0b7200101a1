"""Activations that press numbers into a range, shrink them towards zero, or make waves and steps of them."""

from __future__ import annotations

from typing import Any

import pydantic

from graphs.fields import Field
from graphs.layer import Call, Family
from graphs.layers.elementwise import Elementwise
from graphs.layers.sentences import unless
from graphs.message import say
from graphs.tensors import TensorSpec


class Hardtanh(Elementwise):
    """Let numbers inside a range through and hold all others at its ends."""

    family = Family.ACTIVATION
    pill = True
    chinese = "分段线性双曲正切"
    analogy = "A lift that stops at the ground floor and at the top, whatever button you press."
    advice = "Use it where a result has to stay in a known range and speed counts, or to see saturation plainly."
    pitfall = "Outside the range the slope is exactly zero: a unit that lands there with all data learns no more."
    keywords = ("activation", "clamp", "clip", "tanh", "激活函数", "截断")
    formula = r"y = \min(\max(x,\, a),\, b)"
    source = "Collobert 2004, Large scale machine learning; PyTorch: torch.nn.Hardtanh"

    min_val: float = Field(-1.0, ge=-1e6, le=1e6, description="lower end of the range", face="min", rank=2)
    max_val: float = Field(1.0, ge=-1e6, le=1e6, description="upper end of the range", face="max", rank=1)

    @pydantic.field_validator("max_val")
    @classmethod
    def _in_order(cls, upper: float, info: pydantic.ValidationInfo) -> float:
        lower = info.data.get("min_val", upper - 1)
        if upper <= lower:
            raise ValueError(
                say("max_val lies above min_val, which is {lower}. It got {upper}.", lower=lower, upper=upper)
            )
        return upper

    def arguments(self) -> dict[str, Any]:
        """The two ends, where they are not torch's own."""
        return unless(min_val=(self.min_val, -1.0), max_val=(self.max_val, 1.0))


class Hardsigmoid(Elementwise):
    """Press numbers into the range from 0 to 1 along a straight ramp from −3 to 3."""

    family = Family.ACTIVATION
    pill = True
    chinese = "分段线性 Sigmoid"
    analogy = "A water tap with a straight lever: shut at one mark, fully open at another, evenly in between."
    advice = "Use it for gates on small devices, as in the squeeze-excite parts of MobileNetV3."
    pitfall = "Outside −3 to 3 it gives no gradient at all, where Sigmoid still gives a little."
    keywords = ("activation", "sigmoid", "gate", "mobilenet", "激活函数", "门控")
    formula = r"y = \frac{\min(\max(0,\, x + 3),\, 6)}{6}"
    source = "Howard et al. 2019, Searching for MobileNetV3, section 5.2; PyTorch: torch.nn.Hardsigmoid"


class LogSigmoid(Elementwise):
    """Turn numbers into the logarithm of their sigmoid, without rounding troubles."""

    family = Family.ACTIVATION
    pill = True
    chinese = "对数 Sigmoid"
    analogy = "A receipt that lists how much certainty is still missing: nothing at all when you are sure."
    advice = (
        "Use it inside losses of the yes-or-no kind: contrastive learning, ranking, word2vec with negative sampling."
    )
    pitfall = "The results are never positive. As an activation between layers it pulls every mean below zero."
    keywords = ("activation", "log probability", "logistic", "激活函数", "对数概率")
    formula = r"y = \ln \frac{1}{1 + e^{-x}}"
    source = "PyTorch: torch.nn.LogSigmoid; Mikolov et al. 2013, equation 4"


class Softsign(Elementwise):
    """Squeeze numbers into the range from −1 to 1 by dividing each by 1 plus its size."""

    family = Family.ACTIVATION
    pill = True
    chinese = "软符号函数"
    analogy = "A runner with a headwind that grows with the speed: faster and faster, but never past the limit."
    advice = "Try it instead of Tanh when units saturate: it approaches its ends much more slowly."
    pitfall = "It has a sharp peak of slope at zero and long flat tails, so large inputs still learn slowly."
    keywords = ("activation", "tanh", "saturation", "激活函数", "饱和")
    formula = r"y = \frac{x}{1 + |x|}"
    source = "Glorot & Bengio 2010, section 3; Turian, Bergstra & Bengio 2009"


class Tanhshrink(Elementwise):
    """Subtract from every number its own tanh, so that small numbers nearly vanish."""

    family = Family.ACTIVATION
    pill = True
    chinese = "双曲正切收缩"
    analogy = "A tax with a fixed ceiling: small incomes lose nearly all of it, large ones hardly notice."
    advice = "Use it in sparse coding, where small numbers are taken for noise but no hard edge is wanted."
    pitfall = "Around zero its slope is zero, so units that start small hardly get going."
    keywords = ("activation", "shrinkage", "sparse", "激活函数", "收缩")
    formula = r"y = x - \tanh(x)"
    source = "Gregor & LeCun 2010, Learning fast approximations of sparse coding; PyTorch: torch.nn.Tanhshrink"


class Hardshrink(Elementwise):
    """Set numbers close to zero to zero and leave all others as they are."""

    family = Family.ACTIVATION
    pill = True
    chinese = "硬收缩"
    analogy = "A noise gate on a microphone: the hum between the words is cut, the words stay untouched."
    advice = "Use it to make codes sparse or to denoise, when what remains must keep its full size."
    pitfall = "At ±lambd there is a jump, and what falls inside gets no gradient to come out again."
    keywords = ("activation", "shrinkage", "sparse", "denoise", "激活函数", "硬阈值")
    formula = r"y = x \;\text{if } |x| > \lambda,\quad 0 \;\text{otherwise}"
    source = "Donoho & Johnstone 1994, Ideal spatial adaptation by wavelet shrinkage; PyTorch: torch.nn.Hardshrink"

    lambd: float = Field(0.5, ge=0, le=1e6, description="numbers up to this size become zero", face="lambda", rank=1)

    def arguments(self) -> dict[str, Any]:
        """The width of the gap, where it is not torch's own."""
        return unless(lambd=(self.lambd, 0.5))


class Softshrink(Elementwise):
    """Move every number towards zero by a fixed amount, and stop at zero."""

    family = Family.ACTIVATION
    pill = True
    chinese = "软收缩"
    analogy = "A toll that everybody pays: who has less than the toll is left with nothing, but never in debt."
    advice = "Use it in learned sparse coding: it is the step that the L1 penalty asks for."
    pitfall = "It makes all numbers smaller, the large ones too, so reconstructions come out too pale."
    keywords = ("activation", "shrinkage", "sparse", "lasso", "ista", "激活函数", "软阈值")
    formula = r"y = \operatorname{sign}(x)\, \max(|x| - \lambda,\, 0)"
    source = "Donoho 1995, De-noising by soft-thresholding; PyTorch: torch.nn.Softshrink"

    lambd: float = Field(
        0.5, ge=0, le=1e6, description="how far every number moves towards zero", face="lambda", rank=1
    )

    def arguments(self) -> dict[str, Any]:
        """The step, where it is not torch's own."""
        return unless(lambd=(self.lambd, 0.5))


class Heaviside(Elementwise):
    """Answer with 1 for positive numbers and with 0 for negative ones."""

    family = Family.ACTIVATION
    pill = True
    chinese = "阶跃函数"
    analogy = "A light switch: on or off, and no position in between."
    advice = "Use it to draw the first artificial neurons and logic gates by hand, with weights you set yourself."
    pitfall = "Its slope is zero everywhere, so gradient descent cannot train what lies before it."
    keywords = ("activation", "step", "threshold", "perceptron", "binary", "阶跃", "感知机")
    formula = r"y = 1 \;\text{if } x > 0,\quad 0 \;\text{if } x < 0"
    source = "McCulloch & Pitts 1943; Rosenblatt 1958"

    at_zero: float = Field(1.0, ge=0, le=1, description="the answer for exactly zero")

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.activation.Heaviside", (), unless(at_zero=(self.at_zero, 1.0)))


class Sine(Elementwise):
    """Send every number through a sine wave."""

    family = Family.ACTIVATION
    pill = True
    chinese = "正弦激活"
    analogy = "A set of tuning forks: from many pure tones any sound, picture or surface can be put together."
    advice = "Use it in networks that map coordinates to a picture, a sound or a shape, with omega 30 as in SIREN."
    pitfall = "Hidden layers need weights from U(−√(6/n)/ω, √(6/n)/ω) for n inputs; else deep stacks give only noise."
    keywords = ("activation", "siren", "implicit", "coordinates", "periodic", "激活函数", "隐式表示")
    formula = r"y = \sin(\omega x)"
    source = "Sitzmann et al. 2020, Implicit neural representations with periodic activation functions, section 3.2"

    omega: float = Field(30.0, gt=0, le=1000, description="how many radians one unit of input is", face="omega", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.activation.Sine", (), unless(omega=(self.omega, 30.0)))
