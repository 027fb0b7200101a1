"""Losses that arrange embeddings, so that like lies near like, and heads that leave a gap between classes."""

from __future__ import annotations

from typing import Any

from graphs.fields import Field
from graphs.layer import Call, Cost, Family, Layer, Port, ShapeError, Tally
from graphs.layers.comparing import WEIGHT, must_be_equal, must_be_one_of, must_be_pair_label, torch_loss
from graphs.layers.sentences import SCALAR, change, get_both, gets, must_be_known, unless
from graphs.layers.tying import GIVES, TAKES, Tieable
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.metric_losses."
_FEATURES = (Kind.FEATURES,)
_PAIR = (
    Port("a", _FEATURES, description="the first of each pair"),
    Port("b", _FEATURES, description="the second of each pair"),
)


def _must_be_features(layer: Layer, **arriving: TensorSpec) -> None:
    """Ask for features of one size at several ports; raises `ShapeError`."""
    for port, x in arriving.items():
        must_be_one_of(layer, port, x, _FEATURES)
    must_be_equal(layer, **arriving)


class TripletMarginLoss(Layer):
    """Ask an example to lie nearer to one of its own class than to one of another, by a margin.

    The distance is torch's, not squared; FaceNet squares it on vectors of length 1. Mean over the batch.
    """

    family = Family.LOSS
    inputs = (
        Port("anchor", _FEATURES, description="the example"),
        Port("positive", _FEATURES, description="another of the same class"),
        Port("negative", _FEATURES, description="one of another class"),
    )
    chinese = "三元组损失"
    analogy = "A seating plan: your sister sits closer to you than any stranger, by at least one chair."
    advice = "Use one encoder three times, shared, for faces, signatures and search by picture."
    pitfall = (
        "Random triplets soon are all easy and teach nothing. If every embedding is equal, the loss stays at margin."
    )
    keywords = ("metric learning", "facenet", "embedding", "face", "度量学习", "人脸识别", "三元组")
    formula = r"L = \frac{1}{N} \sum_n \max\left( 0,\; \|a_n - p_n\|_p - \|a_n - q_n\|_p + m \right)"
    source = "Schroff et al. 2015, FaceNet, eq. 3 (squared there); PyTorch: torch.nn.TripletMarginLoss"

    margin: float = Field(1.0, gt=0, le=1e6, description="how much further strangers lie", face="margin", rank=1)
    p: float = Field(2.0, ge=1, le=10, description="norm of the distance: 2 is a straight line", face="norm")
    swap: bool = Field(False, description="use the nearer of anchor and positive as seen from the negative")
    weight: float = WEIGHT

    def output(self, anchor: TensorSpec, positive: TensorSpec, negative: TensorSpec) -> TensorSpec:
        _must_be_features(self, anchor=anchor, positive=positive, negative=negative)
        return SCALAR

    def torch(self, anchor: TensorSpec, positive: TensorSpec, negative: TensorSpec) -> Call:
        given = unless(margin=(self.margin, 1.0), p=(self.p, 2.0), swap=(self.swap, False))
        return torch_loss(self, self.weight, given)


class _Pairs(Layer):
    """What the losses of two embeddings and a label share."""

    def output(self, a: TensorSpec, b: TensorSpec, target: TensorSpec) -> TensorSpec:
        _must_be_features(self, a=a, b=b)
        must_be_pair_label(self, target)
        return SCALAR


class ContrastiveLoss(_Pairs):
    """Pull pairs that belong together to one place and push all others apart until a margin lies between them.

    Label 1 means together; half the square of the distance, mean over the batch.
    """

    family = Family.LOSS
    inputs = (*_PAIR, Port("target", (Kind.INDEX,), description="1 when both belong together, else 0"))
    chinese = "对比损失"
    analogy = "Magnets that attract their own kind, and repel others only up to arm's length."
    advice = "Use it with one shared encoder when the data comes as pairs, same or different."
    pitfall = (
        "The paper counts the other way round, 0 for a like pair: turn such labels over, or everything comes apart."
    )
    keywords = ("siamese", "pairs", "metric learning", "deepid", "孪生网络", "度量学习")
    formula = r"L = \frac{1}{2N} \sum_n \left[ t_n d_n^2 + (1 - t_n) \max(0,\; m - d_n)^2 \right]"
    source = "Hadsell, Chopra & LeCun 2006, Dimensionality reduction by learning an invariant mapping, eq. 4"

    margin: float = Field(
        1.0, gt=0, le=1e6, description="distance at which others are left alone", face="margin", rank=1
    )
    weight: float = WEIGHT

    def torch(self, a: TensorSpec, b: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "ContrastiveLoss", (), unless(margin=(self.margin, 1.0), factor=(self.weight, 1.0)))


class CosineEmbeddingLoss(_Pairs):
    """Turn the embeddings of a pair into one direction when they belong together, and apart when they do not.

    Label 1 means together, label 0 is torch's −1; mean over the batch.
    """

    family = Family.LOSS
    inputs = (*_PAIR, Port("target", (Kind.INDEX,), description="1 when both belong together, else 0"))
    chinese = "余弦嵌入损失"
    analogy = "Compass needles: only where they point is compared, not how long they are."
    advice = "Use it where length means nothing, as for texts of different lengths."
    pitfall = "With a margin of 0 unlike pairs are done at a right angle. An embedding of zeros has no direction."
    keywords = ("cosine similarity", "pairs", "embedding", "余弦相似度", "文本匹配")
    formula = r"L = \frac{1}{N} \sum_n \left[ t_n (1 - \cos_n) + (1 - t_n) \max(0,\; \cos_n - m) \right]"
    source = "PyTorch: torch.nn.CosineEmbeddingLoss; cosine: Salton 1975, A vector space model"

    margin: float = Field(
        0.0, ge=-1, le=1, description="cosine below which others are left alone", face="margin", rank=1
    )
    weight: float = WEIGHT

    def torch(self, a: TensorSpec, b: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "CosineEmbeddingLoss", (), unless(margin=(self.margin, 0.0), factor=(self.weight, 1.0)))


class MarginRankingLoss(Layer):
    """Ask the better of two scores to be the higher one, by a margin.

    Label 1 means that the first is better, label 0 the second.
    """

    family = Family.LOSS
    inputs = (
        Port("a", _FEATURES, description="score of the first"),
        Port("b", _FEATURES, description="score of the second"),
        Port("target", (Kind.INDEX,), description="1 when the first is better, else 0"),
    )
    chinese = "间隔排序损失"
    analogy = "A judge who only has to say which of two cakes is better, not how good each one is."
    advice = "Use it to learn a ranking from comparisons, also for a reward model."
    pitfall = "Only differences count: the scores have no zero and no scale. A margin of 0 is met by equal scores."
    keywords = ("ranking", "learning to rank", "preference", "reward model", "排序学习", "偏好")
    formula = r"L = \frac{1}{N} \sum_n \max\left( 0,\; -y_n (a_n - b_n) + m \right)"
    source = "Herbrich, Graepel & Obermayer 2000; PyTorch: torch.nn.MarginRankingLoss"

    margin: float = Field(0.0, ge=0, le=1e6, description="lead that the better score needs", face="margin", rank=1)
    weight: float = WEIGHT

    def output(self, a: TensorSpec, b: TensorSpec, target: TensorSpec) -> TensorSpec:
        for port, x in (("a", a), ("b", b)):
            must_be_one_of(self, port, x, _FEATURES)
            if x.dims != (1,):
                hint = say("Set out_features of the last Linear to 1.")
                raise ShapeError(
                    port, say("{type} takes one number per example.", type=self.type_name()), gets(x), hint
                )
        must_be_pair_label(self, target)
        return SCALAR

    def torch(self, a: TensorSpec, b: TensorSpec, target: TensorSpec) -> Call:
        return Call(_MODULES + "MarginRankingLoss", (), unless(margin=(self.margin, 0.0), factor=(self.weight, 1.0)))


class BPRLoss(Layer):
    """Ask what a person chose to score higher than what the person did not choose.

    It is Bayesian personalised ranking: −ln σ of the difference of both scores, mean over all numbers.
    """

    family = Family.LOSS
    inputs = (
        Port("positive", description="score of what was chosen"),
        Port("negative", description="score of what was not chosen"),
    )
    chinese = "贝叶斯个性化排序损失"
    analogy = "A waiter who learns from every order which dish should have stood higher on the menu."
    advice = "Use it for recommendations from clicks, where nobody ever says no; also for a reward model."
    pitfall = "Not chosen need not mean disliked. Without some decay of the weights the scores grow for ever."
    keywords = ("recommendation", "pairwise", "implicit feedback", "推荐", "隐式反馈", "排序")
    formula = r"L = -\frac{1}{N} \sum_n \ln \sigma(s_n^{+} - s_n^{-})"
    source = "Rendle et al. 2009, BPR: Bayesian personalized ranking from implicit feedback, section 4.1"

    weight: float = WEIGHT

    def output(self, positive: TensorSpec, negative: TensorSpec) -> TensorSpec:
        must_be_equal(self, positive=positive, negative=negative)
        return SCALAR

    def torch(self, positive: TensorSpec, negative: TensorSpec) -> Call:
        return Call(_MODULES + "BPRLoss", (), unless(factor=(self.weight, 1.0)))


class NTXentLoss(Layer):
    """Ask each of two views of a picture to recognise its partner among all views of the batch.

    Cosines over a temperature, cross-entropy over the other 2N − 1 views, mean over all 2N.
    """

    family = Family.LOSS
    inputs = (Port("a", _FEATURES, description="one view"), Port("b", _FEATURES, description="the other view"))
    chinese = "归一化温度交叉熵损失"
    analogy = "Twins separated at a ball: each must find the other in the whole crowd."
    advice = "Use it to learn from pictures without labels: two random views, one shared encoder, a small head."
    pitfall = "Small batches have few rivals and teach little, and a batch of one example teaches nothing."
    keywords = ("simclr", "self-supervised", "contrastive", "temperature", "自监督", "对比学习")
    formula = (
        r"L = -\frac{1}{2N} \sum_i \ln \frac{e^{\cos(z_i, z_{j(i)}) / \tau}}{\sum_{k \neq i} e^{\cos(z_i, z_k) / \tau}}"
    )
    source = "Chen et al. 2020, A simple framework for contrastive learning of visual representations, eq. 1"

    temperature: float = Field(0.5, gt=0, le=100, description="how strictly the nearest rivals count", face="T", rank=1)
    weight: float = WEIGHT

    def output(self, a: TensorSpec, b: TensorSpec) -> TensorSpec:
        _must_be_features(self, a=a, b=b)
        return SCALAR

    def torch(self, a: TensorSpec, b: TensorSpec) -> Call:
        given = unless(temperature=(self.temperature, 0.5), factor=(self.weight, 1.0))
        return Call(_MODULES + "NTXentLoss", (), given)


class InfoNCELoss(Layer):
    """Ask each query to find its own key among the keys of the whole batch.

    Cosines over a temperature and cross-entropy, in this direction only. The rivals are all other keys of the batch,
    or, where they are wired, ``others`` instead.
    """

    family = Family.LOSS
    inputs = (
        Port("query", _FEATURES, description="what searches"),
        Port("key", _FEATURES, description="what is to be found"),
        Port("others", (Kind.TENSOR,), optional=True, description="rivals that serve all, such as those of a KeyQueue"),
    )
    chinese = "InfoNCE 对比损失"
    analogy = "A cloakroom: your ticket has to lead to your coat and to no other one on the rack."
    advice = "Use it when the two sides differ, such as past and future or a question and its answer."
    pitfall = (
        "Two examples that mean the same still count as rivals. Stop the gradient of the keys with Detach if wanted."
    )
    keywords = ("contrastive", "moco", "cpc", "retrieval", "对比学习", "检索")
    formula = r"L = -\frac{1}{N} \sum_i \ln \frac{e^{\cos(q_i, k_i) / \tau}}{\sum_j e^{\cos(q_i, k_j) / \tau}}"
    source = "van den Oord, Li & Vinyals 2018, eq. 4; cosine and temperature: He et al. 2020, MoCo, eq. 1"

    temperature: float = Field(
        0.07, gt=0, le=100, description="how strictly the nearest rivals count", face="T", rank=1
    )
    weight: float = WEIGHT

    def output(self, query: TensorSpec, key: TensorSpec, others: TensorSpec | None = None) -> TensorSpec:
        _must_be_features(self, query=query, key=key)
        if others is not None and (others.batched or len(others.dims) != 2 or others.dims[1:] != query.dims):
            expected = say("The rivals are rows of as many features as a query has, the same ones for all examples.")
            raise ShapeError("others", expected, get_both(query, others), say("KeyQueue gives such rows."))
        return SCALAR

    def torch(self, query: TensorSpec, key: TensorSpec, others: TensorSpec | None = None) -> Call:
        given = unless(temperature=(self.temperature, 0.07), factor=(self.weight, 1.0))
        return Call(_MODULES + "InfoNCELoss", (), given)


class ClipLoss(Layer):
    """Ask each picture to find its text and each text its picture, with a temperature that is learned.

    Cosines times a learned scale of at most 100; the mean of the cross-entropies of both directions.
    """

    family = Family.LOSS
    inputs = (
        Port("image", _FEATURES, description="embeddings of the pictures"),
        Port("text", _FEATURES, description="embeddings of the texts"),
    )
    chinese = "图文对比损失"
    analogy = "A memory game with captions: every picture card has exactly one caption in the heap."
    advice = "Use it to bring pictures and texts into one space, for search and for naming without training."
    pitfall = "It has one weight of its own: the player that minimises it has to move this node too, or T stays fixed."
    keywords = ("clip", "multimodal", "image-text", "zero-shot", "多模态", "图文匹配", "零样本")
    formula = r"L = \frac{1}{2} \left[ \mathrm{CE}(e^{s} I T^{\top}, i) + \mathrm{CE}(e^{s} T I^{\top}, i) \right]"
    source = "Radford et al. 2021, Learning transferable visual models from natural language supervision, figure 3"

    temperature: float = Field(
        0.07, ge=0.01, le=100, description="temperature at the start of training", face="T", rank=1
    )
    weight: float = WEIGHT

    def output(self, image: TensorSpec, text: TensorSpec) -> TensorSpec:
        _must_be_features(self, image=image, text=text)
        return SCALAR

    def cost(self, image: TensorSpec, text: TensorSpec) -> Cost:
        return Cost(Tally(1, "1"))

    def torch(self, image: TensorSpec, text: TensorSpec) -> Call:
        given = unless(temperature=(self.temperature, 0.07), factor=(self.weight, 1.0))
        return Call(_MODULES + "ClipLoss", (), given)


class _MarginHead(Layer):
    """What the heads with a margin share: class directions, and scores that a cross-entropy takes."""

    def output(self, x: TensorSpec, target: TensorSpec | None = None) -> TensorSpec:
        must_be_one_of(self, "x", x, _FEATURES)
        must_be_known(self, "x", x, x.features)
        if target is not None:
            must_be_one_of(self, "target", target, (Kind.INDEX,))
        return TensorSpec(Kind.FEATURES, (self._classes(),), x.dtype)

    def _classes(self) -> int:
        return int(self.model_dump()["out_features"])

    def cost(self, x: TensorSpec, target: TensorSpec | None = None) -> Cost:
        inputs, classes = int(x.features), self._classes()
        number, text = inputs * classes, f"{inputs} × {classes}"
        return Cost(Tally(number, text), Tally(number, text))


_HEAD_PORTS = (
    Port("x", _FEATURES, description="the embedding"),
    Port("target", (Kind.INDEX,), optional=True, description="the right class, for the margin in training"),
    TAKES,
)


class _Directions(Tieable):
    """What both heads say of their directions as a weight."""

    weight_axes = mark("a row for each class")

    def weight_sizes(self, x: TensorSpec, target: TensorSpec | None = None) -> tuple[int, ...]:
        return (self.model_dump()["out_features"], int(x.features))

    def like_weight(self, sizes: tuple[int, ...]) -> dict[str, Any]:
        return {"out_features": sizes[0]}


class _ArcFace(_MarginHead):
    """What an ArcFaceHead does with its own directions."""

    out_features: int = Field(..., ge=2, le=1_000_000, description="number of classes", face="classes", rank=2)
    scale: float = Field(64.0, gt=0, le=10_000, description="what cosines are multiplied by", face="scale")
    margin: float = Field(0.5, ge=0, le=1.5, description="angle added to the right class", unit="rad", face="margin")

    def torch(self, x: TensorSpec, target: TensorSpec | None = None) -> Call:
        given = unless(scale=(self.scale, 64.0), margin=(self.margin, 0.5))
        return Call(_MODULES + "ArcFaceHead", (x.features, self.out_features), given)


class ArcFaceHead(_Directions, _ArcFace):
    """Give class scores by angle and make the right class harder by a fixed angle while training.

    A layer, not a loss: its scores go on to CrossEntropyLoss. In use, or without a target, they are plain s·cos θ.
    """

    family = Family.DENSE
    inputs = _HEAD_PORTS
    outputs = (Port("y"), GIVES)
    chinese = "ArcFace 角度间隔分类头"
    analogy = "A high jumper who trains with the bar raised and finds the real one easy."
    advice = "Put it last when embeddings shall tell apart people that were never in the training data."
    pitfall = (
        "Wire its scores to CrossEntropyLoss and the label to both. A large margin from the first step may not learn."
    )
    keywords = ("face recognition", "angular margin", "cosine", "人脸识别", "角度间隔")
    formula = r"y_j = s \cos(\theta_j + m\,[j = t]), \quad \cos\theta_j = \frac{w_j^{\top} x}{\|w_j\| \|x\|}"
    source = "Deng et al. 2019, ArcFace: additive angular margin loss, eq. 3"


class _CosFace(_MarginHead):
    """What a CosFaceHead does with its own directions."""

    out_features: int = Field(..., ge=2, le=1_000_000, description="number of classes", face="classes", rank=2)
    scale: float = Field(64.0, gt=0, le=10_000, description="what cosines are multiplied by", face="scale")
    margin: float = Field(0.35, ge=0, le=1, description="amount taken off the right class", face="margin")

    def torch(self, x: TensorSpec, target: TensorSpec | None = None) -> Call:
        given = unless(scale=(self.scale, 64.0), margin=(self.margin, 0.35))
        return Call(_MODULES + "CosFaceHead", (x.features, self.out_features), given)


class CosFaceHead(_Directions, _CosFace):
    """Give class scores by cosine and take a fixed amount off the right class while training.

    A layer, not a loss: its scores go on to CrossEntropyLoss. In use, or without a target, they are plain s·cos θ.
    """

    family = Family.DENSE
    inputs = _HEAD_PORTS
    outputs = (Port("y"), GIVES)
    chinese = "CosFace 余弦间隔分类头"
    analogy = "A handicap in a race: the favourite starts a few metres back and has to win all the same."
    advice = "Choose it instead of ArcFaceHead for steadier training: the margin is the same at every angle."
    pitfall = "A margin near 1 asks for more than a cosine can give. The scale has to be large, or the loss stays high."
    keywords = ("face recognition", "large margin cosine", "am-softmax", "人脸识别", "余弦间隔")
    formula = r"y_j = s \left( \cos\theta_j - m\,[j = t] \right)"
    source = "Wang et al. 2018, CosFace: large margin cosine loss, eq. 4"


class PrototypeDistance(Layer):
    """Score queries by how near they are to the mean of a few examples of each class.

    Each example of the batch is a task: ``support`` holds ``shots`` embeddings of the first class, then of the second
    and so on; every query gets minus its squared distance to each mean.
    """

    family = Family.DENSE
    inputs = (
        Port("x", (Kind.SEQUENCE,), description="embeddings to classify"),
        Port("support", (Kind.SEQUENCE,), description="known embeddings, class after class"),
    )
    chinese = "原型距离"
    analogy = "Sorting stamps by holding each one against the typical stamp of every country."
    advice = "Use it to tell new classes apart from one or five examples each; CrossEntropyLoss takes the scores."
    pitfall = (
        "The support has to be sorted by class, and training tasks need as many classes and shots as the later ones."
    )
    keywords = ("few-shot", "prototypical network", "meta-learning", "小样本", "原型网络", "元学习")
    formula = r"y_{q,k} = -\left\| x_q - \frac{1}{S} \sum_{i=1}^{S} s_{k,i} \right\|^2"
    source = "Snell, Swersky & Zemel 2017, Prototypical networks for few-shot learning, eq. 1 and 2"

    shots: int = Field(1, ge=1, le=10_000, description="known examples of each class", face="shots", rank=1)

    def output(self, x: TensorSpec, support: TensorSpec) -> TensorSpec:
        for port, arriving in (("x", x), ("support", support)):
            must_be_one_of(self, port, arriving, (Kind.SEQUENCE,))
        if x.features != support.features:
            expected = say("{type} needs embeddings of one size.", type=self.type_name())
            raise ShapeError("support", expected, get_both(x, support), say("Use the same encoder for both, shared."))
        known = must_be_known(self, "support", support, support.length)
        if known % self.shots:
            raise ShapeError(
                "support",
                say("{shots} examples of each class need a support of a multiple of {shots} steps.", shots=self.shots),
                gets(support),
                say("Set shots to the number of examples that each class has."),
                (change("shots", 1),),
            )
        return x.with_dims(x.length, known // self.shots)

    def torch(self, x: TensorSpec, support: TensorSpec) -> Call:
        return Call(_MODULES + "PrototypeDistance", (self.shots,))
