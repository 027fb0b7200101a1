"""The losses: each compares a prediction with a target and gives one number that training makes small."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.sentences import SCALAR, change, get_both, gets, must_be_batched, must_be_float, takes, unless
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

Weights = Annotated[tuple[float, ...], BeforeValidator(lambda row: tuple(row) if isinstance(row, list) else row)]
"""A row of numbers, one per class; empty for none."""

_MODULES = "graphs.modules.losses."
_PORTS = (Port("x", description="the prediction"), Port("target", description="what it should be"))


def one_number(x: TensorSpec) -> bool:
    """Whether an example is a single number in a row of length 1."""
    return x.kind is Kind.FEATURES and x.dims == (1,)


def must_be_scores(layer: Layer, x: TensorSpec, target: TensorSpec) -> None:
    """Ask for one score per class and a label; raises `ShapeError`."""
    if x.kind is not Kind.FEATURES:
        hint = say("Bring the network to one number per class first, for example with Flatten and Linear.")
        raise ShapeError("x", takes(layer, (Kind.FEATURES,)), gets(x), hint)
    must_be_float(layer, "x", x)
    if target.kind is not Kind.INDEX:
        hint = (
            say("Numbers are compared by MSELoss or L1Loss.")
            if target.kind is Kind.FEATURES
            else say("Wire the label of the data here.")
        )
        raise ShapeError("target", say("{type} compares with a label.", type=layer.type_name()), gets(target), hint)


def must_be_alike(layer: Layer, x: TensorSpec, target: TensorSpec) -> bool:
    """Ask for equal shapes, or one number and a label; return whether it is a label. Raises `ShapeError`."""
    must_be_batched(layer, "x", x)
    must_be_float(layer, "x", x)
    if target.kind is Kind.INDEX and one_number(x):
        return True
    if target.kind is Kind.INDEX:
        hint = say("Scores for classes are compared with a label by CrossEntropyLoss.")
        expected = say("{type} compares a label with one number only.", type=layer.type_name())
        raise ShapeError("x", expected, gets(x), hint)
    must_be_float(layer, "target", target)
    if x.dims != target.dims:
        expected = say("{type} needs a prediction and a target of the same shape.", type=layer.type_name())
        hint = say("Give the last layer as many outputs as the target has numbers.")
        raise ShapeError("x", expected, get_both(x, target), hint)
    return False


def must_be_signed(layer: Layer, x: TensorSpec, target: TensorSpec) -> None:
    """Ask for one number per example, and a label or a sign; raises `ShapeError`."""
    must_be_float(layer, "x", x)
    if not one_number(x):
        hint = say("It tells two classes apart: set out_features of the last Linear to 1.")
        raise ShapeError("x", say("{type} takes one number per example.", type=layer.type_name()), gets(x), hint)
    if target.kind is not Kind.INDEX and target.dims != (1,):
        hint = say("Wire the label of the data here.")
        raise ShapeError(
            "target", say("{type} compares with a label, or with one sign.", type=layer.type_name()), gets(target), hint
        )


def must_have_labels(layer: Layer, x: TensorSpec, target: TensorSpec) -> Dim:
    """Ask for scores and a label for every place that has scores; return how many classes are told apart.

    Raises `ShapeError`.
    """
    if x.kind is Kind.SEQUENCE and target.kind is Kind.TOKENS:
        classes, places = x.dims[-1], x.dims[:-1]
    elif x.kind in (Kind.IMAGE, Kind.VOLUME) and target.kind is Kind.TENSOR and target.dtype == "int64":
        classes, places = x.dims[0], x.dims[1:]
    else:
        must_be_scores(layer, x, target)
        return x.dims[0]
    must_be_float(layer, "x", x)
    if places != target.dims:
        expected = say("{type} needs one label for every place that has scores.", type=layer.type_name())
        raise ShapeError("target", expected, get_both(x, target), say("Bring both to the same length or size."))
    return classes


def must_fit_weights(x: TensorSpec, classes: object, weights: tuple[float, ...]) -> None:
    """Ask for one weight per class, or none at all; raises `ShapeError`."""
    if weights and classes != len(weights):
        raise ShapeError(
            "x",
            say("The {n} class weights need {n} scores, one per class.", n=len(weights)),
            gets(x),
            say("Give class_weights one number for each class, or none at all."),
            (change("class_weights", ()),),
        )


class CrossEntropyLoss(Layer):
    """Punish the network for giving the right class a small probability.

    It contains the softmax: wire raw scores. ``x`` is (classes) and ``target`` a label from 0; or a sequence (T,
    classes) and tokens (T); or an image (classes, H, W) and an int64 map (H, W). Mean over the batch and all places
    but those with ``ignore_index``; with ``class_weights`` the weighted mean.
    """

    family = Family.LOSS
    inputs = (
        Port("x", (Kind.FEATURES, Kind.SEQUENCE, Kind.IMAGE), description="scores, one per class"),
        Port("target", (Kind.INDEX, Kind.TOKENS, Kind.TENSOR), description="the right class"),
    )
    chinese = "交叉熵损失"
    analogy = "An examiner who asks how sure you were: a confident wrong answer costs the most."
    advice = "The loss for choosing one of several classes."
    pitfall = (
        "It wants raw scores and labels counted from 0. Behind a Softmax, or with labels from 1, it learns badly "
        "or fails."
    )
    keywords = ("classification", "softmax", "nll", "logits", "分类")
    formula = r"L = -\frac{1}{N} \sum_n \ln \frac{e^{x_{n,t_n}}}{\sum_j e^{x_{n,j}}}"
    source = "Bridle 1990; label smoothing: Szegedy et al. 2016, section 7"

    label_smoothing: float = Field(
        0.0, ge=0, lt=1, description="share of the target spread evenly over all classes", face="smoothing"
    )
    ignore_index: int = Field(-100, ge=-1000, le=1_000_000, description="target that does not count, such as padding")
    class_weights: Weights = Field((), description="how much each class counts, one number per class; empty for equal")
    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        classes = must_have_labels(self, x, target)
        if classes == 1:
            hint = say("For one number per example use BCEWithLogitsLoss, or give the last layer one output per class.")
            raise ShapeError("x", say("CrossEntropyLoss needs at least two numbers, one per class."), gets(x), hint)
        must_fit_weights(x, classes, self.class_weights)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(label_smoothing=(self.label_smoothing, 0.0))
        if x.kind is Kind.SEQUENCE or self.class_weights:
            given |= unless(
                ignore_index=(self.ignore_index, -100),
                class_weights=(self.class_weights, ()),
                factor=(self.weight, 1.0),
            )
            if len(self.class_weights) == 2:  # a square pair is not one number here
                given["class_weights"] = self.class_weights
            return Call("graphs.modules.class_losses.ClassCrossEntropyLoss", (), given)
        given |= unless(ignore_index=(self.ignore_index, -100))
        if self.weight == 1:
            return Call("torch.nn.CrossEntropyLoss", (), given)
        return Call(_MODULES + "ScaledCrossEntropyLoss", (self.weight,), given)


class _Comparing(Layer):
    """What the losses with a prediction and a target of one shape share."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_alike(self, x, target)
        return SCALAR

    def _call(self, x: TensorSpec, target: TensorSpec, weight: float) -> Call:
        if weight == 1 and not must_be_alike(self, x, target):
            return Call(f"torch.nn.{self.type_name()}")
        return Call(f"{_MODULES}Scaled{self.type_name()}", (weight,) if weight != 1 else ())


class MSELoss(_Comparing):
    """Punish every error by its square, averaged over all numbers of the batch.

    A label counts as a number when the prediction is one number.
    """

    family = Family.LOSS
    inputs = _PORTS
    chinese = "均方误差损失"
    analogy = "A strict teacher: twice as far off costs four times as much."
    advice = "Use it to predict numbers, and to rebuild images."
    pitfall = (
        "A few outliers decide everything. For classes it learns slowly, since a sure wrong answer has nearly no "
        "slope behind a Sigmoid."
    )
    keywords = ("regression", "l2", "squared error", "回归")
    formula = r"L = \frac{1}{N} \sum_n (x_n - t_n)^2"
    source = "Legendre 1805; PyTorch: torch.nn.MSELoss (the mean, without the factor ½ some texts use)"

    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return self._call(x, target, self.weight)


class L1Loss(_Comparing):
    """Punish every error by its size, averaged over all numbers of the batch.

    A label counts as a number when the prediction is one number.
    """

    family = Family.LOSS
    inputs = _PORTS
    chinese = "平均绝对误差损失"
    analogy = "A taxi meter: every further kilometre costs the same."
    advice = "Choose it when the data has outliers, or when images should come out sharper than with squares."
    pitfall = (
        "The slope has the same size near the goal as far from it: lower the learning rate towards the end, or it "
        "jitters."
    )
    keywords = ("regression", "mae", "absolute error", "robust", "回归")
    formula = r"L = \frac{1}{N} \sum_n |x_n - t_n|"
    source = "Laplace 1774; PyTorch: torch.nn.L1Loss"

    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return self._call(x, target, self.weight)


class BCEWithLogitsLoss(_Comparing):
    """Punish the network for a wrong yes or no.

    It contains the sigmoid: wire raw scores. ``x`` is one number with a label 0 or 1, or any shape with a target of the
    same shape whose numbers lie between 0 and 1.
    """

    family = Family.LOSS
    inputs = _PORTS
    chinese = "二元交叉熵损失"
    analogy = "A bookmaker for yes-or-no bets: the surer the wrong bet, the higher the loss."
    advice = "Use it for two classes with one output, or for several labels that may hold at once."
    pitfall = "Do not put a Sigmoid before it. Where yes is rare, always saying no already looks good."
    keywords = ("binary cross entropy", "sigmoid", "logistic regression", "multi-label", "二分类")
    formula = r"L = -\frac{1}{N} \sum_n \left[ t_n \ln \sigma(x_n) + (1 - t_n) \ln (1 - \sigma(x_n)) \right]"
    source = "Cox 1958, The regression analysis of binary sequences; PyTorch: torch.nn.BCEWithLogitsLoss"

    pos_weight: float = Field(1.0, gt=0, le=1e6, description="how much a yes counts beside a no")
    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        if self.pos_weight == 1:
            return self._call(x, target, self.weight)
        read = {"read": "numbers"} if must_be_alike(self, x, target) else {}
        weighted = "graphs.modules.class_losses.WeightedLoss"
        return Call(weighted, (self.type_name(), self.weight), read | {"pos_weight": self.pos_weight})


class _Signed(Layer):
    """What the losses for two classes with signs −1 and 1 share."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_signed(self, x, target)
        return SCALAR


class HingeLoss(_Signed):
    """Punish every answer that is wrong or not clear enough.

    ``x`` is one number per example; labels 0 and 1 become the signs −1 and 1, a target with a fraction is taken as the
    sign it is. Mean over the batch.
    """

    family = Family.LOSS
    inputs = _PORTS
    chinese = "合页损失"
    analogy = "A driving examiner who wants a safe distance, not merely no accident."
    advice = "Use it for two classes when a clear gap between them is wanted, as in a support vector machine."
    pitfall = "Its results are no probabilities, and examples beyond the margin teach nothing any more."
    keywords = ("svm", "margin", "support vector", "支持向量机", "间隔")
    formula = r"L = \frac{1}{N} \sum_n \max(0,\; m - y_n x_n)"
    source = "Cortes & Vapnik 1995, Support-vector networks"

    margin: float = Field(1.0, gt=0, le=1e6, description="how clear a right answer has to be", face="margin", rank=1)
    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "HingeLoss", (), unless(margin=(self.margin, 1.0), factor=(self.weight, 1.0)))


class PerceptronLoss(_Signed):
    """Punish only wrong answers, so that training is Rosenblatt's perceptron rule.

    An error is y·z ≤ 0. One step of plain SGD on one example gives exactly w ← w + η·y·x after an error and changes
    nothing otherwise. Rosenblatt's form w ← w + η′·(y − ŷ)·x has y − ŷ = 2y after an error, so η = 2η′. Where z = 0
    counts as an error although the slope of max(0, −y·z) has no single value there. Labels 0 and 1 become −1 and 1.
    """

    family = Family.LOSS
    inputs = _PORTS
    chinese = "感知机损失"
    analogy = "A coach who speaks only after a mistake and stays silent when all is well."
    advice = "Use it with SGD and one example a step to watch the perceptron of 1958 learn."
    pitfall = "When no straight line separates the classes, as with XOR, it never comes to rest."
    keywords = ("perceptron rule", "rosenblatt", "感知机", "感知机学习规则")
    formula = r"L = \frac{1}{N} \sum_n \max(0,\; -y_n z_n)"
    source = "Rosenblatt 1958, 1962, Principles of neurodynamics"

    weight: float = Field(1.0, ge=0, le=1e6, description="how much this loss counts", face="weight")

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given: dict[str, Any] = unless(factor=(self.weight, 1.0))
        return Call(_MODULES + "PerceptronLoss", (), given)
