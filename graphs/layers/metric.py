"""The metrics: what a person wants to know of a prediction. They are watched; nothing learns from them."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port
from graphs.layers.loss import must_be_alike, must_be_scores, must_be_signed, one_number
from graphs.layers.sentences import SCALAR, unless
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.metrics."
_PORTS = (Port("x", description="the prediction"), Port("target", description="what it should be"))


class Accuracy(Layer):
    """Count which share of the answers is right.

    With one score per class, the highest score is the answer. With a single number the answer is 1 above the threshold
    and 0 below; exactly at the threshold it is wrong either way, as in the perceptron rule.
    """

    family = Family.METRIC
    inputs = (
        Port("x", (Kind.FEATURES,), description="scores, one per class, or one number"),
        Port("target", (Kind.INDEX, Kind.FEATURES), description="the right class"),
    )
    chinese = "准确率"
    analogy = "The grade of a multiple-choice test: right answers divided by questions."
    advice = "Watch it beside the loss, for training and validation apart."
    pitfall = "With rare classes it deceives: who always says healthy is right 99 times in 100."
    keywords = ("correct", "classification", "score", "正确率", "分类")
    formula = r"\frac{1}{N} \sum_n \left[ \arg\max_j x_{n,j} = t_n \right]"
    source = "Common usage; PyTorch: torch.argmax"

    threshold: float = Field(0.0, ge=-1e6, le=1e6, description="with a single output: above it the answer is yes")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        if one_number(x):
            must_be_signed(self, x, target)
        else:
            must_be_scores(self, x, target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "Accuracy", (), unless(threshold=(self.threshold, 0.0)))


class _MeanError(Layer):
    """What the mean errors share: a prediction and a target of one shape."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_alike(self, x, target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + self.type_name())


class MeanAbsoluteError(_MeanError):
    """Measure how far predictions are off on average."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "平均绝对误差"
    analogy = "A tape measure: on average the arrow lands this far from the mark."
    advice = "The easiest error to explain, since it has the unit of the target."
    pitfall = "It does not tell many small errors from a few huge ones."
    keywords = ("mae", "regression", "error", "回归")
    formula = r"\frac{1}{N} \sum_n |x_n - t_n|"
    source = "Willmott & Matsuura 2005"


class MeanSquaredError(_MeanError):
    """Measure the mean of the squared errors."""

    family = Family.METRIC
    inputs = _PORTS
    chinese = "均方误差"
    analogy = "A bill in which large mistakes are charged extra."
    advice = "Watch it when large errors are worse than many small ones."
    pitfall = "Its unit is squared: take the root before comparing it with the data."
    keywords = ("mse", "regression", "error", "回归")
    formula = r"\frac{1}{N} \sum_n (x_n - t_n)^2"
    source = "Gauss 1809"
