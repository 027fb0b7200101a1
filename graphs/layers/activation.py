"""Layers that bend every number by itself, and softmax, which lets the classes compete."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Family, In, Layer
from graphs.layers.elementwise import AlongAxis, Elementwise
from graphs.layers.sentences import unless
from graphs.message import say
from graphs.tensors import TensorSpec


class Sigmoid(Elementwise):
    """Squeeze every number into the range from 0 to 1."""

    family = Family.ACTIVATION
    pill = True
    chinese = "Sigmoid 激活"
    analogy = "A dimmer: between off and fully on there is every shade, but nothing beyond."
    advice = "Use it for gates and for the probability of a single yes."
    pitfall = (
        "Its slope is at most 0.25 and nearly 0 far out: in deep stacks gradients vanish. Never put it before "
        "BCEWithLogitsLoss, which contains it."
    )
    keywords = ("activation", "logistic", "probability", "gate", "激活函数")
    formula = r"\sigma(x) = \frac{1}{1 + e^{-x}}"
    source = "Rumelhart, Hinton & Williams 1986, equation 2"


class Tanh(Elementwise):
    """Squeeze every number into the range from −1 to 1."""

    family = Family.ACTIVATION
    pill = True
    chinese = "双曲正切激活"
    analogy = "A spring with stops on both sides: it answers gently in the middle and hardly at the ends."
    advice = "Use it in recurrent networks and where results around zero help, as in LeNet."
    pitfall = "Large inputs saturate: the slope is nearly zero and learning stands still. Scale the data."
    keywords = ("activation", "hyperbolic tangent", "激活函数")
    formula = r"\tanh(x) = \frac{e^x - e^{-x}}{e^x + e^{-x}}"
    source = "LeCun et al. 1998, Efficient BackProp, section 4.4"


class ReLU(Elementwise):
    """Let positive numbers through and set negative ones to zero."""

    family = Family.ACTIVATION
    pill = True
    chinese = "线性整流单元"
    analogy = "A one-way valve: it opens for what is positive and shuts for the rest."
    advice = "The first choice between layers: cheap, and positive inputs keep their full gradient."
    pitfall = (
        "A unit that is negative for all data gets no gradient any more and stays dead. A smaller learning rate "
        "or LeakyReLU helps."
    )
    keywords = ("activation", "rectified linear", "激活函数", "修正线性单元")
    formula = r"y = \max(0, x)"
    source = "Nair & Hinton 2010; Glorot, Bordes & Bengio 2011"


class LeakyReLU(Elementwise):
    """Let positive numbers through and make negative ones much smaller."""

    family = Family.ACTIVATION
    pill = True
    chinese = "带泄漏的线性整流"
    analogy = "A door that does not quite shut: a little light always falls through."
    advice = "Try it when many ReLU units have died, and in the critics of GANs."
    pitfall = "With a slope of 1 it is no activation at all; other tools use another default slope than 0.01."
    keywords = ("activation", "leaky", "激活函数")
    formula = r"y = x \;\text{if } x \ge 0,\quad \alpha x \;\text{otherwise}"
    source = "Maas, Hannun & Ng 2013, Rectifier nonlinearities improve neural network acoustic models"

    negative_slope: float = Field(
        0.01, ge=0, le=1, description="what is left of a negative number", face="slope", rank=1
    )

    def arguments(self) -> dict[str, Any]:
        return unless(negative_slope=(self.negative_slope, 0.01))


class ELU(Elementwise):
    """Let positive numbers through and bend negative ones softly towards −α."""

    family = Family.ACTIVATION
    pill = True
    chinese = "指数线性单元"
    analogy = "A soft landing: below zero the fall slows down until it stops."
    advice = "Use it where means near zero help and no normalisation is wanted."
    pitfall = "It needs an exponential for every negative number, so it is slower than ReLU."
    keywords = ("activation", "exponential", "激活函数")
    formula = r"y = x \;\text{if } x > 0,\quad \alpha\,(e^x - 1) \;\text{otherwise}"
    source = "Clevert, Unterthiner & Hochreiter 2016, equation 16"

    alpha: float = Field(1.0, gt=0, le=100, description="how far negative numbers can go", face="alpha", rank=1)

    def arguments(self) -> dict[str, Any]:
        return unless(alpha=(self.alpha, 1.0))


class SELU(Elementwise):
    """Bend numbers so that deep stacks keep mean 0 and spread 1 by themselves."""

    family = Family.ACTIVATION
    pill = True
    chinese = "自归一化指数线性单元"
    analogy = "A thermostat in every layer, which brings the temperature back by itself."
    advice = "Use it in deep stacks of Linear layers without normalisation."
    pitfall = (
        "The promise holds only with LeCun initialisation and scaled inputs; ordinary Dropout and shortcuts break it."
    )
    keywords = ("activation", "self-normalizing", "激活函数")
    formula = (
        r"y = \lambda x \;\text{if } x > 0,\quad \lambda\alpha\,(e^x - 1) \;\text{otherwise};"
        r"\quad \lambda \approx 1.0507,\; \alpha \approx 1.6733"
    )
    source = "Klambauer et al. 2017, equation 2"


class SiLU(Elementwise):
    """Weigh every number with its own sigmoid, a smooth kind of ReLU."""

    family = Family.ACTIVATION
    pill = True
    chinese = "Swish 激活"
    analogy = "A doorman who asks each guest how sure he is, and lets him in just as far."
    advice = "A good choice in newer deep networks such as EfficientNet and diffusion models."
    pitfall = "It is not monotonic: slightly negative inputs give a result that first falls, to −0.28, and then rises."
    keywords = ("activation", "swish", "激活函数")
    formula = r"y = x\,\sigma(x)"
    source = "Elfwing, Uchibe & Doya 2018; Ramachandran, Zoph & Le 2017"


class _OverClasses(AlongAxis):
    """What softmax, softmin and the logarithm of shares have in common: along one axis the numbers compete."""

    dim: int | None = Field(
        None,
        ge=-5,
        le=5,
        description="axis along which the numbers compete, the batch being 0; empty means channels or features",
    )
    empty_is_safe = say("Leave dim empty, and the channels or features compete.")
    one_is_alone = say("One number alone has nothing to compete with: wire features here.")


class Softmax(_OverClasses):
    """Turn numbers into shares that are positive and add up to 1."""

    family = Family.ACTIVATION
    pill = True
    chinese = "归一化指数函数"
    analogy = "An election: every candidate gets a share of the votes, and the shares add up to one."
    advice = "Use it where shares themselves are wanted: to show probabilities, or to weigh things in attention."
    pitfall = (
        "Not before CrossEntropyLoss, which contains it: applied twice, learning is slow and shares never get clear."
    )
    keywords = ("activation", "probability", "classes", "激活函数", "概率")
    formula = r"y_i = \frac{e^{x_i}}{\sum_j e^{x_j}}"
    source = "Bridle 1990, Probabilistic interpretation of feedforward classification network outputs"


class LogSoftmax(_OverClasses):
    """Turn numbers into the logarithms of shares that add up to 1."""

    family = Family.ACTIVATION
    pill = True
    chinese = "对数归一化指数函数"
    analogy = "The same election reported on a scale where tiny parties can still be told apart."
    advice = "Use it when log probabilities are added up, for example over the words of a sentence."
    pitfall = "Its results are negative logarithms, not probabilities: an exponential brings them back."
    keywords = ("activation", "log probability", "softmax", "激活函数")
    formula = r"y_i = x_i - \ln \sum_j e^{x_j}"
    source = "PyTorch: torch.nn.LogSoftmax"


class Softmin(_OverClasses):
    """Turn numbers into shares that add up to 1, the largest share for the smallest number."""

    family = Family.ACTIVATION
    pill = True
    chinese = "归一化最小指数函数"
    analogy = "A tender: the lowest bid wins most of the contract, and the shares of all bidders make it whole."
    advice = "Use it on distances or costs, where less is better: the nearest prototype gets the largest share."
    pitfall = "On scores it prefers the worst class. It is Softmax of the numbers with their signs turned round."
    keywords = ("activation", "distance", "probability", "softmax", "激活函数", "距离")
    formula = r"y_i = \frac{e^{-x_i}}{\sum_j e^{-x_j}}"
    source = "PyTorch: torch.nn.Softmin"


class Identity(Layer):
    """Pass everything on unchanged."""

    family = Family.ACTIVATION
    pill = True
    chinese = "恒等"
    analogy = "A pane of clear glass: you see what is behind it."
    advice = "Use it to give a wire a name, or as a placeholder for a layer you will choose later."
    pitfall = "It learns nothing and bends nothing, so it is no replacement for an activation."
    keywords = ("linear activation", "pass", "nothing", "恒等映射")
    formula = r"y = x"
    source = "PyTorch: torch.nn.Identity"

    def output(self, x: TensorSpec) -> TensorSpec:
        return x

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.nn.Identity")


class Sign(Elementwise):
    """Answer only with −1, 0 or 1: the sign of the number."""

    family = Family.ACTIVATION
    pill = True
    chinese = "符号函数"
    analogy = "A judge who says only yes or no and never how sure."
    advice = "Use it to show the decision of a perceptron, after the loss has taken the raw sum."
    pitfall = "It has no gradient: nothing before it can learn through it."
    keywords = ("threshold", "step", "perceptron", "阈值单元", "感知机")
    formula = r"y = \operatorname{sign}(x)"
    source = "McCulloch & Pitts 1943; Rosenblatt 1958"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.sign", (In("x"),))
