"""Layers that calculate with every number by itself, with a number of yours."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, In, Proposal, ShapeError
from graphs.layers.axes import Mended
from graphs.layers.sentences import change, gets, must_be_float
from graphs.message import say
from graphs.tensors import TensorSpec


class _NumberWise(Mended):
    """The shape stays as it is; one number for the whole batch may come, too."""

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_float(self, "x", x)
        return x


class Scale(_NumberWise):
    """Multiply every number by one number of yours."""

    family = Family.SHAPE
    chinese = "缩放"
    analogy = "Changing kilometres into miles: every distance times the same number."
    advice = (
        "Use it for √d after an embedding, for 1/temperature before a softmax, or to weigh one loss against another."
    )
    pitfall = "It learns nothing: the number stays what you set. A normalisation behind it undoes it."
    keywords = ("multiply", "factor", "constant", "temperature", "weight", "乘常数", "温度")
    formula = r"y = c \cdot x"
    source = "Vaswani et al. 2017, Attention is all you need, section 3.4; PyTorch: torch.mul"

    factor: float = Field(1.0, ge=-1e6, le=1e6, description="what every number is multiplied by", face="factor", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.mul", (In("x"), self.factor))


class Shift(_NumberWise):
    """Add one number of yours to every number."""

    family = Family.SHAPE
    chinese = "平移"
    analogy = "Setting all clocks forward by the same hour."
    advice = "Use it to write 1 − x or x + 1 in a drawing, as for gates that shall start open."
    pitfall = "It moves nothing along an axis: that is what Roll does."
    keywords = ("add constant", "offset", "plus", "加常数", "偏移")
    formula = r"y = x + c"
    source = "PyTorch: torch.add"

    amount: float = Field(1.0, ge=-1e6, le=1e6, description="what is added to every number", face="plus", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.add", (In("x"), self.amount))


class Power(_NumberWise):
    """Raise every number to a power."""

    family = Family.SHAPE
    chinese = "幂"
    analogy = "The area of a square from its side: doubling the side makes four times the area."
    advice = "Use it for squares of errors, or for a softer or sharper weighting, as the focal loss does."
    pitfall = "Negative numbers have no fractional power, and below 1 the slope at zero is infinite: Clamp first."
    keywords = ("square", "exponent", "pow", "平方", "乘方")
    formula = r"y = x^p"
    source = "PyTorch: torch.pow"

    exponent: float = Field(2.0, ge=-10, le=10, description="the power every number is raised to", face="power", rank=1)

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.pow", (In("x"), self.exponent))


class Clamp(_NumberWise):
    """Hold every number between two bounds."""

    family = Family.SHAPE
    chinese = "截断"
    analogy = "Guard rails on both sides of a road."
    advice = "Use it to keep logarithms and divisions away from zero, or pixels inside their range."
    pitfall = "Outside the bounds the slope is zero: a number that got stuck there does not find back."
    keywords = ("clip", "limit", "range", "bounds", "裁剪", "限幅")
    formula = r"y = \min(\max(x, a), b)"
    source = "PyTorch: torch.clamp"

    min: float | None = Field(
        0.0, ge=-1e30, le=1e30, description="the lower bound; empty for none", face="from", rank=2
    )
    max: float | None = Field(1.0, ge=-1e30, le=1e30, description="the upper bound; empty for none", face="to", rank=1)

    def shape(self, x: TensorSpec) -> TensorSpec:
        must_be_float(self, "x", x)
        if self.min is None and self.max is None:
            hint = say("Without a bound nothing is held: set one, or take the Clamp away.")
            raise ShapeError("x", say("Clamp needs at least one bound."), gets(x), hint)
        if self.min is not None and self.max is not None and self.min > self.max:
            raise ShapeError(
                "x",
                say("Clamp needs a lower bound below the upper one."),
                say("They are {low} and {high}.", low=self.min, high=self.max),
                say("Torch would answer with the upper bound everywhere."),
            )
        return x

    def candidates(self, x: TensorSpec) -> list[Proposal]:
        exchange = {"min": self.max, "max": self.min}
        return [change("min", 0.0), Proposal(say("Exchange the two bounds"), set=exchange)]

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.clamp", (In("x"),), {"min": self.min, "max": self.max})


class Abs(_NumberWise):
    """Drop the sign of every number."""

    family = Family.SHAPE
    pill = True
    chinese = "绝对值"
    analogy = "How far a car was driven, no matter whether forwards or in reverse."
    advice = "Use it for sizes of errors and differences, and for the rectification in early convolutional networks."
    pitfall = "At zero it has a corner; and two different inputs become one, which nothing behind it can tell apart."
    keywords = ("absolute", "magnitude", "rectification", "取绝对值")
    formula = r"y = |x|"
    source = "Jarrett et al. 2009, What is the best multi-stage architecture, section 2.1; PyTorch: torch.abs"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.abs", (In("x"),))


class Exp(_NumberWise):
    """Raise e to every number: sums become products, and results are always positive."""

    family = Family.SHAPE
    pill = True
    chinese = "指数"
    analogy = "Interest on interest: each step multiplies what is there instead of adding to it."
    advice = "Use it to turn a logarithm of a variance into a variance, and scores into positive weights."
    pitfall = "Above 88 it overflows in 32 bits: Clamp first, or stay with logarithms."
    keywords = ("exponential", "e", "positive", "log variance", "指数函数")
    formula = r"y = e^x"
    source = "Kingma & Welling 2014, Auto-encoding variational Bayes, appendix C; PyTorch: torch.exp"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.exp", (In("x"),))


class Log(_NumberWise):
    """Take the natural logarithm of every number."""

    family = Family.SHAPE
    pill = True
    chinese = "对数"
    analogy = "The scale for earthquakes: each unit more means many times as much."
    advice = "Use it for likelihoods, and to bring spectrograms or prices of very different size together."
    pitfall = "Zero gives minus infinity and negative numbers give none: Clamp to something small first."
    keywords = ("logarithm", "ln", "likelihood", "对数函数", "自然对数")
    formula = r"y = \ln x"
    source = "PyTorch: torch.log"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.log", (In("x"),))


class Sqrt(_NumberWise):
    """Take the square root of every number."""

    family = Family.SHAPE
    pill = True
    chinese = "平方根"
    analogy = "From the area of a square field back to the length of its fence on one side."
    advice = "Use it to get from a variance to a spread, or from squares to a length."
    pitfall = "At zero its slope is infinite, and a single zero spoils all gradients: Shift by something small first."
    keywords = ("root", "square root", "开方", "根号")
    formula = r"y = \sqrt{x}"
    source = "PyTorch: torch.sqrt"

    def torch(self, x: TensorSpec) -> Call:
        return Call("torch.sqrt", (In("x"),))
