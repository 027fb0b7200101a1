"""Losses for classes beyond plain cross-entropy: rare classes, margins, several labels, teachers, unaligned text."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.comparing import (
    LABELLED,
    PREDICTED,
    WEIGHT,
    must_be_equal,
    must_be_one_of,
    torch_loss,
    weighted_loss,
)
from graphs.layers.loss import Weights, must_be_alike, must_be_scores, must_fit_weights
from graphs.layers.sentences import SCALAR, change, gets, must_be_batched, must_be_float, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.class_losses."


class _Alike(Layer):
    """What the losses with a prediction and a target of one shape share; a label is read as a number or a sign."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_alike(self, x, target)
        return SCALAR

    def _read(self, x: TensorSpec, target: TensorSpec, how: str = "numbers") -> str:
        return how if must_be_alike(self, x, target) else ""


class _Scored(Layer):
    """What the losses of one score per class and a label share."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_scores(self, x, target)
        if x.dims == (1,):
            raise ShapeError(
                "x",
                say("{type} needs at least two numbers, one per class.", type=self.type_name()),
                gets(x),
                say("Give the last layer one output per class."),
            )
        return SCALAR


class BCELoss(_Alike):
    """Punish probabilities that said too little for what happened, or too much for what did not.

    ``x`` holds probabilities from 0 to 1, behind a Sigmoid. A label counts as a number when ``x`` is one number.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "二元交叉熵损失（概率输入）"
    analogy = "A weather service paid by its record: ninety per cent for rain on a dry day costs it dearly."
    advice = "Use it where probabilities themselves are the output, as in an old autoencoder that ends in a Sigmoid."
    pitfall = "Numbers outside 0 to 1 stop the run. BCEWithLogitsLoss with raw scores is steadier near 0 and 1."
    keywords = ("binary cross entropy", "probability", "二分类", "概率")
    formula = r"L = -\frac{1}{N} \sum_n \left[ t_n \ln x_n + (1 - t_n) \ln (1 - x_n) \right]"
    source = "Good 1952, Rational decisions; PyTorch: torch.nn.BCELoss (logarithms are cut at −100)"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, {}, self._read(x, target))


class NLLLoss(_Scored):
    """Take minus the logarithm of the probability that the right class was given.

    ``x`` holds logarithms of probabilities, behind a LogSoftmax; mean over the batch.
    """

    family = Family.LOSS
    inputs = LABELLED
    chinese = "负对数似然损失"
    analogy = "A betting slip that counts only the stake on the winning horse."
    advice = "Use it when the drawing shows LogSoftmax itself; the two together are CrossEntropyLoss."
    pitfall = (
        "It takes no logarithm itself: with raw scores or plain probabilities the loss is wrong and may fall below 0."
    )
    keywords = ("likelihood", "log softmax", "classification", "对数似然", "分类")
    formula = r"L = -\frac{1}{N} \sum_n x_{n,t_n}"
    source = "Fisher 1922, On the mathematical foundations of theoretical statistics; PyTorch: torch.nn.NLLLoss"

    class_weights: Weights = Field((), description="how much each class counts, one number per class; empty for equal")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_fit_weights(x, x.dims[0], self.class_weights)
        return super().output(x, target)

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return weighted_loss(self, self.weight, {}, self.class_weights)


class FocalLoss(Layer):
    """Turn down the cross-entropy of examples that are already clear, so that hard ones decide.

    Several scores and a label: with softmax. One score and a label, or a target of the same shape: with sigmoid.
    ``alpha`` weighs a yes and 1 − alpha a no; with softmax it is a plain factor. gamma = 0 is plain cross-entropy.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "焦点损失"
    analogy = "A tutor who skips what the pupil can do and spends the hour on what goes wrong."
    advice = "Use it where one class is rare, such as objects among thousands of empty places."
    pitfall = "Wrong labels look like hard examples and get the attention. A large gamma learns from very few examples."
    keywords = ("class imbalance", "retinanet", "gamma", "类别不平衡", "难例")
    formula = r"L = -\frac{1}{N} \sum_n \alpha_t \, (1 - p_t)^{\gamma} \ln p_t"
    source = "Lin et al. 2017, Focal loss for dense object detection, eq. 4 and 5"

    gamma: float = Field(2.0, ge=0, le=20, description="how much clear examples are turned down", face="gamma", rank=1)
    alpha: float | None = Field(None, gt=0, lt=1, description="weight of a yes; nothing for no balance", face="alpha")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        if target.kind is Kind.INDEX and x.dims != (1,):
            must_be_scores(self, x, target)
        else:
            must_be_alike(self, x, target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(gamma=(self.gamma, 2.0), alpha=(self.alpha, None), factor=(self.weight, 1.0))
        return Call(_MODULES + "FocalLoss", (), given)


class SoftMarginLoss(_Alike):
    """Punish a number with the wrong sign by a smooth curve that never quite reaches zero.

    Labels 0 and 1 become the signs −1 and 1; a target of the same shape holds signs.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "软间隔损失"
    analogy = "A slope that flattens out: a ball on the right side still rolls on, ever more slowly."
    advice = "Use it for signs −1 and 1 when HingeLoss is too angular; it is the binary cross-entropy of signs."
    pitfall = "A target of 0 and 1 instead of −1 and 1 teaches nothing about the zeros."
    keywords = ("logistic", "binary", "sign", "二分类", "间隔")
    formula = r"L = \frac{1}{N} \sum_n \ln \left( 1 + e^{-y_n x_n} \right)"
    source = "Friedman, Hastie & Tibshirani 2000, Additive logistic regression; PyTorch: torch.nn.SoftMarginLoss"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, {}, self._read(x, target, "signs"))


class MultiMarginLoss(_Scored):
    """Ask the right class to beat every other class by a margin.

    The sum over the other classes is divided by the number of classes; mean over the batch.
    """

    family = Family.LOSS
    inputs = LABELLED
    chinese = "多分类间隔损失"
    analogy = "An election that counts as won only with a clear lead over each rival."
    advice = "Choose it for a support vector machine with several classes."
    pitfall = "The scores are no probabilities, and no gradient comes once every rival is behind by the margin."
    keywords = ("hinge", "svm", "multiclass", "支持向量机", "多分类")
    formula = r"L = \frac{1}{N K} \sum_n \sum_{j \neq t_n} \max(0,\; m - x_{n,t_n} + x_{n,j})^p"
    source = "Weston & Watkins 1999, Support vector machines for multi-class pattern recognition; PyTorch"

    p: Literal[1, 2] = Field(1, description="power of each shortfall", face="power")
    margin: float = Field(1.0, gt=0, le=1e6, description="lead that the right class needs", face="margin", rank=1)
    class_weights: Weights = Field((), description="how much each class counts, one number per class; empty for equal")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_fit_weights(x, x.dims[0], self.class_weights)
        return super().output(x, target)

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        options = unless(p=(self.p, 1), margin=(self.margin, 1.0))
        return weighted_loss(self, self.weight, options, self.class_weights)


class MultiLabelSoftMarginLoss(_Alike):
    """Ask for each class on its own whether it is present, and average over the classes.

    ``x`` holds raw scores, ``target`` 0 or 1 for each; the average over the last axis comes first.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "多标签软间隔损失"
    analogy = "A checklist: each box is marked right or wrong by itself, whatever the others say."
    advice = "Use it for pictures that show several things at once, with a target of zeros and ones."
    pitfall = "It contains the sigmoid: wire raw scores. Labels as a list of numbers need MultiLabelMarginLoss instead."
    keywords = ("multi-label", "tags", "多标签", "标签")
    formula = (
        r"L = -\frac{1}{N K} \sum_{n,k} \left[ t_{n,k} \ln \sigma(x_{n,k}) + (1 - t_{n,k}) \ln \sigma(-x_{n,k}) \right]"
    )
    source = "PyTorch: torch.nn.MultiLabelSoftMarginLoss (logistic loss of each label)"

    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, {}, self._read(x, target))


class MultiLabelMarginLoss(Layer):
    """Ask every class that is present to beat every class that is not, by a margin of 1.

    ``target`` has as many places as there are classes: the classes present, then −1 for the rest.
    """

    family = Family.LOSS
    inputs = (
        Port("x", (Kind.FEATURES,), description="scores, one per class"),
        Port("target", (Kind.TOKENS,), description="the classes present, then −1 in the places left"),
    )
    chinese = "多标签间隔损失"
    analogy = "A guest list: everyone invited must stand clearly ahead of everyone who is not."
    advice = "Use it to rank the right labels above the wrong ones when each example has its own number of labels."
    pitfall = "The list ends at the first −1: what follows is ignored, and a list without −1 means all classes."
    keywords = ("multi-label", "ranking", "hinge", "多标签", "排序")
    formula = r"L = \frac{1}{N K} \sum_n \sum_{i \in T_n} \sum_{j \notin T_n} \max(0,\; 1 - x_{n,i} + x_{n,j})"
    source = "Crammer & Singer 2003, A family of additive online algorithms for category ranking; PyTorch"

    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_one_of(self, "x", x, (Kind.FEATURES,))
        must_be_one_of(self, "target", target, (Kind.TOKENS,))
        if x.dims != target.dims:
            raise ShapeError(
                "target",
                say("{type} needs as many places in the target as there are scores.", type=self.type_name()),
                gets(target),
                say("Fill the list of classes with −1 up to the number of scores."),
            )
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        return torch_loss(self, self.weight, {})


class DistillationLoss(Layer):
    """Learn from the whole opinion of a teacher network and from the label at once.

    Both opinions are softened by a temperature T; their divergence is multiplied by T², so that its slope keeps its
    size. The teacher gets no gradient.
    """

    family = Family.LOSS
    inputs = (
        Port("x", (Kind.FEATURES,), description="scores of the student"),
        Port("teacher", (Kind.FEATURES,), description="scores of the teacher"),
        Port("target", (Kind.INDEX,), description="the right class"),
    )
    chinese = "知识蒸馏损失"
    analogy = "An apprentice who hears not only what is right but how close the second guess was."
    advice = "Use it to train a small network with a large one that is already trained."
    pitfall = (
        "Freeze the teacher, or leave it out of the player. With T = 1 its small probabilities teach almost nothing."
    )
    keywords = ("knowledge distillation", "teacher", "student", "temperature", "知识蒸馏", "教师", "学生")
    formula = (
        r"L = \alpha T^2 \, \mathrm{KL}\left( \mathrm{softmax}(z^{t} / T) \,\|\, \mathrm{softmax}(z^{s} / T) \right)"
        r" + (1 - \alpha) \, \mathrm{CE}(z^{s}, t)"
    )
    source = "Hinton, Vinyals & Dean 2015, Distilling the knowledge in a neural network, section 2"

    temperature: float = Field(4.0, gt=0, le=1000, description="how much both opinions are softened", face="T", rank=1)
    alpha: float = Field(0.9, ge=0, le=1, description="share of the teacher; the rest is the label's", face="alpha")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, teacher: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_scores(self, x, target)
        must_be_equal(self, x=x, teacher=teacher)
        return SCALAR

    def torch(self, x: TensorSpec, teacher: TensorSpec, target: TensorSpec) -> Call:
        given = unless(temperature=(self.temperature, 4.0), alpha=(self.alpha, 0.9), factor=(self.weight, 1.0))
        return Call(_MODULES + "DistillationLoss", (), given)


class KLDivLoss(Layer):
    """Measure how much a predicted distribution differs from a wanted one.

    ``x`` holds logarithms of probabilities, ``target`` probabilities. Summed over an example, mean over the batch: that
    is the divergence itself, torch's ``reduction="batchmean"``.
    """

    family = Family.LOSS
    inputs = PREDICTED
    chinese = "KL 散度损失"
    analogy = "The extra length of messages when a code made for another language is used."
    advice = "Use it when the target is a distribution rather than one class: soft labels, another network's answer."
    pitfall = "The first input must be logarithms, behind LogSoftmax, the second not, unless log_target is set."
    keywords = ("kullback-leibler", "relative entropy", "distribution", "相对熵", "分布")
    formula = r"L = \frac{1}{N} \sum_n \sum_k t_{n,k} \left( \ln t_{n,k} - x_{n,k} \right)"
    source = "Kullback & Leibler 1951, On information and sufficiency; PyTorch: torch.nn.KLDivLoss"

    log_target: bool = Field(False, description="the target holds logarithms too")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_equal(self, x=x, target=target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = {"reduction": "batchmean", **unless(log_target=(self.log_target, False))}
        return torch_loss(self, self.weight, given)


class CTCLoss(Layer):
    """Compare a long sequence of scores with a shorter text without knowing which step belongs to which letter.

    ``x`` is (T, classes), raw scores: the log-softmax is inside. All ways to place the text along the steps are added
    up. Places of the target with ``blank`` are padding, unless ``target_lengths`` says how many count. Each example's
    loss is divided by the length of its text; mean over the batch.
    """

    family = Family.LOSS
    inputs = (
        Port("x", (Kind.SEQUENCE,), description="scores of every step, one per class"),
        Port("target", (Kind.TOKENS,), description="the text, filled up with blanks"),
        Port("input_lengths", (Kind.INDEX,), optional=True, description="how many steps count"),
        Port("target_lengths", (Kind.INDEX,), optional=True, description="how many places of the text count"),
    )
    chinese = "连接时序分类损失"
    analogy = "Subtitles without time stamps: any timing counts as long as the words come in order."
    advice = "Use it for speech and handwriting, where only the text is known and not when each letter occurs."
    pitfall = (
        "A text longer than the steps has no way to fit: the loss is endless. Set zero_infinity or downsample less."
    )
    keywords = ("speech recognition", "alignment", "blank", "ocr", "语音识别", "对齐", "空白符")
    formula = r"L = -\frac{1}{N} \sum_n \frac{1}{|t_n|} \ln \sum_{\pi \in B^{-1}(t_n)} \prod_s y^{s}_{\pi_s}"
    source = "Graves et al. 2006, Connectionist temporal classification, eq. 3 and 8"

    blank: int = Field(0, ge=0, le=1_000_000, description="the class that stands for no letter", face="blank")
    zero_infinity: bool = Field(False, description="leave out examples whose text does not fit")
    weight: float = WEIGHT

    def output(
        self,
        x: TensorSpec,
        target: TensorSpec,
        input_lengths: TensorSpec | None = None,
        target_lengths: TensorSpec | None = None,
    ) -> TensorSpec:
        must_be_one_of(self, "x", x, (Kind.SEQUENCE,))
        must_be_one_of(self, "target", target, (Kind.TOKENS,))
        if isinstance(x.features, int) and self.blank >= x.features:
            raise ShapeError(
                "x",
                say("The blank {blank} needs more than {blank} scores at every step.", blank=self.blank),
                gets(x),
                say("Classes are counted from 0, and the blank is one of them."),
                (change("blank", 0),),
            )
        return SCALAR

    def torch(
        self,
        x: TensorSpec,
        target: TensorSpec,
        input_lengths: TensorSpec | None = None,
        target_lengths: TensorSpec | None = None,
    ) -> Call:
        given = unless(blank=(self.blank, 0), zero_infinity=(self.zero_infinity, False), factor=(self.weight, 1.0))
        return Call(_MODULES + "CTCLoss", (), given)


class EntropyLoss(Layer):
    """Charge for undecided answers, or for answers that are too sure.

    The entropy of softmax(x) over the last axis in nats, mean over the rest; ``goal`` says which end is wanted.
    """

    family = Family.LOSS
    inputs = (Port("x", (Kind.FEATURES, Kind.SEQUENCE), description="scores, one per class"),)
    chinese = "熵损失"
    analogy = "A host who either asks the guests to make up their minds or to keep trying new dishes."
    advice = "Wire a policy here with goal spread so that it keeps exploring, or unlabelled data with goal sure."
    pitfall = "With too much weight it wins over everything else: all answers become equal, or one is given always."
    keywords = ("entropy", "exploration", "policy", "semi-supervised", "熵正则化", "探索")
    formula = r"L = \mp \frac{1}{N} \sum_n \sum_k p_{n,k} \ln p_{n,k}, \quad p = \mathrm{softmax}(x)"
    source = "Grandvalet & Bengio 2004, eq. 6 (sure); Mnih et al. 2016, section 4 (spread)"

    goal: Literal["sure", "spread"] = Field("sure", description="answers that are wanted", face="goal", rank=1)
    weight: float = WEIGHT

    def output(self, x: TensorSpec) -> TensorSpec:
        must_be_batched(self, "x", x)
        must_be_float(self, "x", x)
        must_be_one_of(self, "x", x, (Kind.FEATURES, Kind.SEQUENCE))
        return SCALAR

    def torch(self, x: TensorSpec) -> Call:
        given = unless(spread=(self.goal == "spread", False), factor=(self.weight, 1.0))
        return Call(_MODULES + "EntropyLoss", (), given)
