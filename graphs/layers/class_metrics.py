"""The metrics of classes: what was answered against what is right, measured over the whole set."""

from __future__ import annotations

from typing import Any, Literal

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.loss import must_be_signed, must_have_labels, one_number
from graphs.layers.sentences import SCALAR, change, gets, must_be_float, must_be_known, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.set_metrics."
_OWN = "graphs.modules.gathered_metrics."
_PLACES = (
    Port("x", (Kind.FEATURES, Kind.SEQUENCE, Kind.IMAGE, Kind.VOLUME), description="scores, one per class"),
    Port(
        "target",
        (Kind.INDEX, Kind.TOKENS, Kind.TENSOR, Kind.FEATURES, Kind.IMAGE, Kind.VOLUME, Kind.MASK),
        description="the right class",
    ),
)
_SCORES = (
    Port("x", (Kind.FEATURES,), description="scores, one per class"),
    Port("target", (Kind.INDEX, Kind.FEATURES), description="the right class"),
)


def must_be_told_apart(layer: Layer, x: TensorSpec, target: TensorSpec) -> int:
    """Return how many classes ``x`` has scores for; 1 for yes or no. Raises `ShapeError` when labels do not fit."""
    if one_number(x):
        must_be_signed(layer, x, target)
        return 1
    pictured = x.kind in (Kind.IMAGE, Kind.VOLUME) and x.dims[0] == 1
    if pictured and target.dims in (x.dims, x.dims[1:]):
        must_be_float(layer, "x", x)
        return 1
    return must_be_known(layer, "x", x, must_have_labels(layer, x, target))


class _OfClasses(Layer):
    """What the metrics of answered classes share: scores for every place, and the right class there."""

    threshold: float = Field(0.0, ge=-1e6, le=1e6, description="with a single output: above it the answer is yes")
    ignore_index: int = Field(-100, ge=-1000, le=1_000_000, description="target that does not count, such as padding")

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_told_apart(self, x, target)
        return SCALAR

    def _more(self) -> dict[str, Any]:
        return {}

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(threshold=(self.threshold, 0.0), ignore_index=(self.ignore_index, -100))
        return Call(_MODULES + self.type_name(), (must_be_told_apart(self, x, target),), self._more() | given)


class _Averaged(_OfClasses):
    """What the metrics share that are counted for each class and then brought to one number."""

    average: Literal["macro", "micro", "weighted"] = Field(
        "macro",
        description="macro: every class counts alike; micro: every example; weighted: classes by how often they occur",
        face="average",
    )

    def _more(self) -> dict[str, Any]:
        return unless(average=(self.average, "macro"))


class PixelAccuracy(_OfClasses):
    """Count which share of the pixels, or of the steps, has the right class."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "像素准确率"
    analogy = "A paint-by-numbers picture held against the original: the share of fields with the right colour."
    advice = "Watch it beside MeanIoU when every pixel or every word gets a class of its own."
    pitfall = "A picture that is nearly all background scores high although the object was missed."
    keywords = ("segmentation", "token accuracy", "per pixel", "分割", "逐像素")
    formula = r"\frac{1}{P} \sum_p \left[ \arg\max_j x_{p,j} = t_p \right]"
    source = "Long, Shelhamer & Darrell 2015, section 5; torchmetrics: MulticlassAccuracy"


class Precision(_Averaged):
    """Measure how many of the answers for a class were right."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "精确率"
    analogy = "A fisherman's net: of all that he pulled up, which share is really fish."
    advice = "Watch it when a false alarm is expensive, as with spam filters."
    pitfall = "Who answers yes once, and is right, has a perfect value: look at Recall beside it."
    keywords = ("positive predictive value", "false alarm", "查准率", "误报")
    formula = r"P = \frac{TP}{TP + FP}"
    source = "van Rijsbergen 1979, Information retrieval, chapter 7; torchmetrics: Precision"


class Recall(_Averaged):
    """Measure how many examples of a class were found."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "召回率"
    analogy = "A shepherd in the evening: of all his sheep, which share is back in the stable."
    advice = "Watch it when a miss is dangerous, as with a disease."
    pitfall = "Who answers yes to everything finds everything: look at Precision beside it."
    keywords = ("sensitivity", "true positive rate", "hit rate of a class", "查全率", "灵敏度", "漏报")
    formula = r"R = \frac{TP}{TP + FN}"
    source = "van Rijsbergen 1979, Information retrieval, chapter 7; torchmetrics: Recall"


class F1Score(_Averaged):
    """Join precision and recall in one number that is high only when both are."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "F1 分数"
    analogy = "A chain of two links, precise and complete: it holds no better than the weaker link allows."
    advice = "Use it where classes are rare; for masks of one class it is the Dice coefficient."
    pitfall = "The mean of the batches' values is another number: it is measured here over the whole set at once."
    keywords = ("dice", "f-measure", "precision and recall", "F值", "分割")
    formula = r"F_1 = \frac{2\, TP}{2\, TP + FP + FN}"
    source = "van Rijsbergen 1979, Information retrieval, chapter 7; torchmetrics: F1Score"


class MatthewsCorrelation(_OfClasses):
    """Measure how answers and right classes go together, from -1 to 1, with 0 for guessing."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "马修斯相关系数"
    analogy = "Two people who nod at the same moments: do they really agree, or do both just nod a lot?"
    advice = "One honest number for unequal classes; GLUE uses it for the question whether a sentence is grammatical."
    pitfall = "It is 0 as soon as only one class is ever answered, so the first epochs often show a flat line."
    keywords = ("mcc", "phi", "glue", "cola", "相关系数")
    formula = (
        r"\frac{TP \cdot TN - FP \cdot FN}"
        r"{\sqrt{(TP + FP)(TP + FN)(TN + FP)(TN + FN)}}"
    )
    source = "Matthews 1975; Gorodkin 2004 for several classes; torchmetrics: MatthewsCorrCoef"


class MeanIoU(_OfClasses):
    """Measure how well each region covers its true region, and take the mean of the classes."""

    family = Family.METRIC
    inputs = _PLACES
    chinese = "平均交并比"
    analogy = "Two sheets of paper on each other: the part where they lie double, divided by all they cover."
    advice = "The usual score of segmentation; classes that occur nowhere do not count."
    pitfall = "One small class that is missed costs as much as a large one: with few classes the value jumps."
    keywords = ("miou", "jaccard", "segmentation", "intersection over union", "分割", "交并比")
    formula = r"\frac{1}{K} \sum_{k} \frac{TP_k}{TP_k + FP_k + FN_k}"
    source = "Jaccard 1901; Everingham et al. 2010; torchmetrics: MulticlassJaccardIndex"


class _OfScores(Layer):
    """What the metrics of scores share: one score per class, or one number, and a label."""

    def _told_apart(self, x: TensorSpec, target: TensorSpec) -> int:
        return must_be_told_apart(self, x, target)

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        self._told_apart(x, target)
        return SCALAR


class TopKAccuracy(_OfScores):
    """Count as right when the right class is among the first few answers."""

    family = Family.METRIC
    inputs = (Port("x", (Kind.FEATURES,), description="scores, one per class"), Port("target", (Kind.INDEX,)))
    chinese = "前 k 准确率"
    analogy = "A quiz in which several guesses are allowed: it counts if one of them is right."
    advice = "Use it with many classes that resemble each other; ImageNet reports the error of the first five."
    pitfall = "With k as large as the number of classes everything is right."
    keywords = ("top-5", "error rate", "imagenet", "错误率", "前五")
    formula = r"\frac{1}{N} \sum_n \left[ t_n \in \mathrm{top}_k(x_n) \right]"
    source = "Russakovsky et al. 2015, section 4.1; torchmetrics: MulticlassAccuracy"

    k: int = Field(5, ge=1, le=10_000, description="how many answers are allowed", face="k", rank=1)
    error: bool = Field(False, description="give the share of wrong ones instead", face="error")

    def _told_apart(self, x: TensorSpec, target: TensorSpec) -> int:
        classes = super()._told_apart(x, target)
        if classes < 2 or self.k > classes:
            fixes = (change("k", classes),) if classes > 1 else ()
            raise ShapeError(
                "x",
                say("{type} with k = {k} needs at least {least} scores.", type="TopKAccuracy", k=self.k,
                    least=max(self.k, 2)),
                gets(x),
                say("Allow fewer answers, or give the last layer one output per class."),
                fixes,
            )  # fmt: skip
        return classes

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(k=(self.k, 5), error=(self.error, False))
        return Call(_MODULES + "TopKAccuracy", (self._told_apart(x, target),), given)


class _OfProbabilities(_OfScores):
    """What the metrics of probabilities share."""

    probabilities: bool = Field(
        False, description="the scores are probabilities already: no softmax or sigmoid is taken here"
    )

    def _more(self) -> dict[str, Any]:
        return {}

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = self._more() | unless(probabilities=(self.probabilities, False))
        return Call(_MODULES + self.type_name(), (self._told_apart(x, target),), given)


class AUROC(_OfProbabilities):
    """Measure how surely an example of a class gets a higher score for it than any other example."""

    family = Family.METRIC
    inputs = _SCORES
    chinese = "ROC 曲线下面积"
    analogy = "Draw one sick and one healthy person blindly: how often does the test rank the sick one higher?"
    advice = "Use it when the threshold is chosen later, as for anomaly scores; 0.5 is guessing."
    pitfall = "It needs examples of both sides: where one is missing it is no number and the curve has a gap."
    keywords = ("auc", "roc", "anomaly", "ranking", "异常检测", "阈值")
    formula = r"P(x_{+} > x_{-}) + \frac{1}{2} P(x_{+} = x_{-})"
    source = "Hanley & McNeil 1982; torchmetrics: AUROC"


class AveragePrecision(_OfProbabilities):
    """Measure the mean precision while the threshold sinks and more and more is found."""

    family = Family.METRIC
    inputs = _SCORES
    chinese = "平均精确率"
    analogy = "A librarian who brings books one after the other: how clean was the pile each time a right one came?"
    advice = "Better than AUROC when the class looked for is very rare."
    pitfall = "The value of guessing is the share of the class, not one half: compare with that."
    keywords = ("ap", "precision recall curve", "auprc", "PR曲线")
    formula = r"AP = \sum_i (R_i - R_{i-1})\, P_i"
    source = "Salton & McGill 1983; torchmetrics: AveragePrecision"


class CalibrationError(_OfProbabilities):
    """Measure how far the stated confidence lies from how often the answers are right."""

    family = Family.METRIC
    inputs = _SCORES
    chinese = "期望校准误差"
    analogy = "A weather forecaster: on the days of which he said 70 per cent, did it rain on seven of ten?"
    advice = "Watch it when the probability itself is used, for decisions or in a larger system."
    pitfall = "With few examples the bins are nearly empty and the value is mostly chance."
    keywords = ("ece", "confidence", "reliability diagram", "置信度", "校准")
    formula = r"\sum_b \frac{n_b}{N} \left| acc_b - conf_b \right|"
    source = "Guo et al. 2017, equation 3; torchmetrics: CalibrationError"

    bins: int = Field(15, ge=2, le=1000, description="into how many steps the confidence is sorted", face="bins")

    def _more(self) -> dict[str, Any]:
        return unless(bins=(self.bins, 15))


class VerificationAccuracy(Layer):
    """Tell pairs into same and different at the best threshold, and count what is right."""

    family = Family.METRIC
    inputs = (
        Port("x", (Kind.FEATURES,), description="how far or how alike the two are, one number"),
        Port("target", (Kind.INDEX, Kind.FEATURES), description="1 for the same, 0 for different"),
    )
    chinese = "人脸验证准确率"
    analogy = "A doorman compares passport and face; the strictness that errs least is found afterwards."
    advice = "Put it behind PairwiseDistance or CosineSimilarity of two embeddings, as for faces."
    pitfall = "The threshold is chosen on the same pairs that are counted, so on few pairs it flatters."
    keywords = ("face", "lfw", "same or different", "人脸识别", "验证")
    formula = r"\max_{\tau} \frac{1}{N} \sum_n \left[ (d_n < \tau) = t_n \right]"
    source = "Huang et al. 2007, Labeled faces in the wild"

    compares: Literal["distance", "similarity"] = Field(
        "distance", description="whether the same ones have small numbers (distance) or large ones", face="by"
    )

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_signed(self, x, target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return Call(_OWN + "VerificationAccuracy", (), unless(distance=(self.compares == "distance", True)))


class PerformanceGap(Layer):
    """Measure how much better the group served best fares than the group served worst."""

    family = Family.METRIC
    inputs = (*_SCORES, Port("group", (Kind.INDEX,), description="the group of the example, counted from 0"))
    chinese = "群体性能差距"
    analogy = "One exam for two schools: how far do their average grades lie apart?"
    advice = "Watch it when the data has groups of people, devices or places that should be treated alike."
    pitfall = "A small gap can also mean that all groups fare badly: read it beside the accuracy."
    keywords = ("fairness", "bias", "groups", "公平", "偏见")
    formula = r"\max_g acc_g - \min_g acc_g"
    source = "Hardt, Price & Srebro 2016; Buolamwini & Gebru 2018"

    groups: int = Field(2, ge=2, le=10_000, description="how many groups there are", face="groups")

    def output(self, x: TensorSpec, target: TensorSpec, group: TensorSpec) -> TensorSpec:
        must_be_told_apart(self, x, target)
        if group.kind is not Kind.INDEX:
            hint = say("Wire the field of the data here that says which group an example belongs to.")
            raise ShapeError("group", say("PerformanceGap needs the number of a group."), gets(group), hint)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec, group: TensorSpec) -> Call:
        return Call(_OWN + "PerformanceGap", (), unless(groups=(self.groups, 2)))
