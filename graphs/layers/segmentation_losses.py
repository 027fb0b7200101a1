"""Losses from overlap: of predicted and true masks, and of predicted and true boxes in pairs."""

from __future__ import annotations

from typing import ClassVar, Literal

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.comparing import WEIGHT, must_be_equal, must_be_one_of
from graphs.layers.sentences import SCALAR, get_both, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.overlap_losses."
_MASKS = (
    Port("x", (Kind.IMAGE, Kind.VOLUME), description="scores, one map per class"),
    Port("target", (Kind.IMAGE, Kind.VOLUME, Kind.TENSOR), description="true maps, or the class of every place"),
)


class _Masks(Layer):
    """What the losses of maps share: a target of the same shape, or one class for every place."""

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        must_be_one_of(self, "x", x, (Kind.IMAGE, Kind.VOLUME))
        if target.dtype == "int64":
            if target.dims != x.dims[1:]:
                expected = say("{type} needs one label for every place that has scores.", type=self.type_name())
                raise ShapeError("target", expected, get_both(x, target), say("Bring both to the same length or size."))
        else:
            must_be_equal(self, x=x, target=target)
        return SCALAR


class DiceLoss(_Masks):
    """Ask predicted and true areas to share as much as possible of what both cover together.

    Several maps and a class for every place: with softmax; else each map with sigmoid. For each example and class, then
    the mean.
    """

    family = Family.LOSS
    inputs = _MASKS
    chinese = "Dice 损失"
    analogy = "Two cut-outs laid on each other: the more paper doubles up, the better."
    advice = "Use it for segmentation where the thing is small against its background, often along with cross-entropy."
    pitfall = "On pictures without the class only smooth decides. Its gradient is uneven: alone it may start slowly."
    keywords = ("segmentation", "f1", "medical", "overlap", "语义分割", "医学图像", "重叠")
    formula = r"L = 1 - \frac{2 \sum_i p_i t_i + s}{\sum_i p_i + \sum_i t_i + s}"
    source = "Milletari, Navab & Ahmadi 2016, V-Net, section 3 (squares there); Dice 1945"

    smooth: float = Field(
        1.0, gt=0, le=1e6, description="added above and below, so that empty areas do not divide by 0"
    )
    scores: bool = Field(True, description="x holds raw scores rather than probabilities")
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(smooth=(self.smooth, 1.0), scores=(self.scores, True), factor=(self.weight, 1.0))
        return Call(_MODULES + "DiceLoss", (), given)


class JaccardLoss(_Masks):
    """Ask the area that prediction and truth share to fill the area that either covers.

    The soft intersection over union. Several maps and a class for every place: with softmax; else with sigmoid.
    """

    family = Family.LOSS
    inputs = _MASKS
    chinese = "Jaccard 损失（软交并比）"
    analogy = "Two circles of a Venn diagram that ought to become one."
    advice = "Choose it when the result will be judged by intersection over union."
    pitfall = "Harder than Dice on half-right areas. The mean over a batch is not the IoU of the whole data set."
    keywords = ("segmentation", "iou", "intersection over union", "语义分割", "交并比")
    formula = r"L = 1 - \frac{\sum_i p_i t_i + s}{\sum_i p_i + \sum_i t_i - \sum_i p_i t_i + s}"
    source = "Rahman & Wang 2016, Optimizing intersection-over-union in deep neural networks, eq. 3; Jaccard 1912"

    smooth: float = Field(
        1.0, gt=0, le=1e6, description="added above and below, so that empty areas do not divide by 0"
    )
    scores: bool = Field(True, description="x holds raw scores rather than probabilities")
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(smooth=(self.smooth, 1.0), scores=(self.scores, True), factor=(self.weight, 1.0))
        return Call(_MODULES + "JaccardLoss", (), given)


class TverskyLoss(_Masks):
    """Weigh places marked wrongly and places missed unequally when two areas are compared.

    alpha = beta = 0.5 is DiceLoss (with half its smooth), alpha = beta = 1 is JaccardLoss.
    """

    family = Family.LOSS
    inputs = _MASKS
    chinese = "Tversky 损失"
    analogy = "A doctor who would rather order one check-up too many than overlook one illness."
    advice = "Raise beta above alpha when missing something is worse than a false alarm."
    pitfall = "It shifts the balance and does not create knowledge: a high beta simply marks more of the picture."
    keywords = ("segmentation", "imbalance", "recall", "lesion", "语义分割", "召回率", "类别不平衡")
    formula = r"L = 1 - \frac{\mathrm{TP} + s}{\mathrm{TP} + \alpha\,\mathrm{FP} + \beta\,\mathrm{FN} + s}"
    source = "Salehi, Erdogmus & Gholipour 2017, Tversky loss function for image segmentation, eq. 1"

    alpha: float = Field(0.3, ge=0, le=100, description="weight of what is marked wrongly", face="alpha", rank=2)
    beta: float = Field(0.7, ge=0, le=100, description="weight of what is missed", face="beta", rank=1)
    smooth: float = Field(
        1.0, gt=0, le=1e6, description="added above and below, so that empty areas do not divide by 0"
    )
    scores: bool = Field(True, description="x holds raw scores rather than probabilities")
    weight: float = WEIGHT

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = unless(
            alpha=(self.alpha, 0.3), beta=(self.beta, 0.7), smooth=(self.smooth, 1.0), scores=(self.scores, True),
            factor=(self.weight, 1.0),
        )  # fmt: skip
        return Call(_MODULES + "TverskyLoss", (), given)


class _BoxPairs(Layer):
    """What the losses of two lists of boxes share: the n-th box is compared with the n-th."""

    inputs = (
        Port("x", (Kind.BOXES,), description="predicted boxes"),
        Port("target", (Kind.BOXES,), description="true boxes in the same order"),
    )
    form: ClassVar[str]

    def output(self, x: TensorSpec, target: TensorSpec) -> TensorSpec:
        for port, arriving in (("x", x), ("target", target)):
            must_be_one_of(self, port, arriving, (Kind.BOXES,))
        must_be_equal(self, x=x, target=target)
        return SCALAR

    def torch(self, x: TensorSpec, target: TensorSpec) -> Call:
        given = self.model_dump()
        options = unless(centred=(given["boxes"] == "cxcywh", False), factor=(given["weight"], 1.0))
        return Call(_MODULES + "BoxOverlapLoss", (self.form,), options)


class IoULoss(_BoxPairs):
    """Ask every predicted box to cover its true box and nothing else.

    One minus intersection over union of each pair, mean over all pairs.
    """

    family = Family.LOSS
    form = "IoU"
    chinese = "交并比损失"
    analogy = "A picture frame that has to fit its picture: too large is as wrong as too small."
    advice = "Use it for boxes that overlap their targets already, instead of four separate distances."
    pitfall = "Boxes that do not touch have a loss of 1 and no gradient at all."
    keywords = ("bounding box", "detection", "unitbox", "目标检测", "边框回归")
    formula = r"L = 1 - \frac{|A \cap B|}{|A \cup B|}"
    source = "Yu et al. 2016, UnitBox (−ln IoU there); Rezatofighi et al. 2019, algorithm 2"

    boxes: Literal["xyxy", "cxcywh"] = Field(
        "xyxy", description="how the four numbers of a box are meant", face="boxes"
    )
    weight: float = WEIGHT


class GIoULoss(_BoxPairs):
    """Compare boxes by overlap, and draw those that do not touch towards each other.

    One minus IoU, plus the empty share of the smallest box around both.
    """

    family = Family.LOSS
    form = "GIoU"
    chinese = "广义交并比损失"
    analogy = "Two boats tied by a rope: even out of reach, the empty water between them pulls."
    advice = "Choose it as the first loss for boxes; DETR uses it beside L1."
    pitfall = "A box inside another gives no more than IoU does, wherever in it it lies."
    keywords = ("bounding box", "detection", "generalized iou", "目标检测", "边框回归")
    formula = r"L = 1 - \mathrm{IoU} + \frac{|C| - |A \cup B|}{|C|}"
    source = "Rezatofighi et al. 2019, Generalized intersection over union, algorithm 1"

    boxes: Literal["xyxy", "cxcywh"] = Field(
        "xyxy", description="how the four numbers of a box are meant", face="boxes"
    )
    weight: float = WEIGHT


class DIoULoss(_BoxPairs):
    """Compare boxes by overlap and by how far apart their centres are.

    One minus IoU, plus the squared distance of the centres over the squared diagonal of the box around both.
    """

    family = Family.LOSS
    form = "DIoU"
    chinese = "距离交并比损失"
    analogy = "Hanging a poster: first the nail into the middle, then the edges."
    advice = "Use it when boxes should find their place quickly, also one box inside another."
    pitfall = "Once the centres agree, only IoU is left to mend width and height."
    keywords = ("bounding box", "detection", "distance iou", "目标检测", "中心点距离")
    formula = r"L = 1 - \mathrm{IoU} + \frac{\|c_A - c_B\|^2}{d^2}"
    source = "Zheng et al. 2020, Distance-IoU loss, eq. 7"

    boxes: Literal["xyxy", "cxcywh"] = Field(
        "xyxy", description="how the four numbers of a box are meant", face="boxes"
    )
    weight: float = WEIGHT


class CIoULoss(_BoxPairs):
    """Compare boxes by overlap, by their centres and by the ratio of their sides.

    DIoU plus αv, where v compares the angles of the diagonals; α itself gets no gradient.
    """

    family = Family.LOSS
    form = "CIoU"
    chinese = "完全交并比损失"
    analogy = "A tailor who checks fit, position and proportions, in this order."
    advice = "Take it for the last bit of accuracy in a detector, as YOLO does from version 4 on."
    pitfall = "Right proportions alone do not mean the right size. Boxes of no height or width give useless slopes."
    keywords = ("bounding box", "detection", "complete iou", "yolo", "目标检测", "宽高比")
    formula = (
        r"L = 1 - \mathrm{IoU} + \frac{\|c_A - c_B\|^2}{d^2} + \alpha v, \quad"
        r" v = \frac{4}{\pi^2} \left( \arctan \frac{w_B}{h_B} - \arctan \frac{w_A}{h_A} \right)^2"
    )
    source = "Zheng et al. 2020, Distance-IoU loss, eq. 8 to 11"

    boxes: Literal["xyxy", "cxcywh"] = Field(
        "xyxy", description="how the four numbers of a box are meant", face="boxes"
    )
    weight: float = WEIGHT
