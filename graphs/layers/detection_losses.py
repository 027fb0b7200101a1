"""Losses of object detectors: a grid of cells, anchors, centres, and a set of predictions.

All four take the true boxes as (N, 4) with centre, width and height as parts of the picture from 0 to 1, and their
labels as tokens (N); a negative label marks a place that only fills up the list.
"""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.comparing import WEIGHT, must_be_one_of
from graphs.layers.sentences import SCALAR, get_both, gets, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_MODULES = "graphs.modules.box_losses."
_TARGETS = (
    Port("boxes", (Kind.BOXES,), description="true boxes: centre, width and height from 0 to 1"),
    Port("labels", (Kind.TOKENS,), description="the class of each true box, negative for none"),
)


class _Detecting(Layer):
    """What the losses of detectors share: a list of true boxes with one label each."""

    def must_be_targets(self, boxes: TensorSpec, labels: TensorSpec) -> None:
        """Ask for boxes and as many labels; raises `ShapeError`."""
        must_be_one_of(self, "boxes", boxes, (Kind.BOXES,))
        must_be_one_of(self, "labels", labels, (Kind.TOKENS,))
        if boxes.dims[:1] != labels.dims:
            expected = say("{type} needs one label for every true box.", type=self.type_name())
            hint = say("Take boxes and labels from the same data; fill both to one length.")
            raise ShapeError("labels", expected, get_both(boxes, labels), hint)

    def must_go_together(self, first: TensorSpec, axes: slice, **others: TensorSpec) -> None:
        """Ask predictions for the same places; raises `ShapeError`."""
        for port, x in others.items():
            if x.dims[axes] != first.dims[axes]:
                expected = say("{type} needs predictions for the same places at all inputs.", type=self.type_name())
                hint = say("Let them come from the same layer, by heads of the same stride.")
                raise ShapeError(port, expected, get_both(first, x), hint)


class GridDetectionLoss(_Detecting):
    """Let the grid cell in which an object's centre lies answer for its box and its class.

    ``x`` is (5·B + classes, rows, columns): for each of B boxes x and y inside the cell, the square roots of width and
    height as parts of the picture, and a confidence; then one number per class. The box with the highest IoU answers,
    and this IoU is its wanted confidence. Sum over the picture, mean over the batch.
    """

    family = Family.LOSS
    inputs = (Port("x", (Kind.IMAGE,), description="for every cell: five numbers per box, then classes"), *_TARGETS)
    chinese = "网格检测损失（YOLO v1）"
    analogy = "A chessboard of night watchmen: each reports only what happens in the middle of his own square."
    advice = "Use it for a detector in one pass, as in the first YOLO: a grid of 7 by 7 and two boxes a cell."
    pitfall = "A cell names one class: two centres in one cell conflict. Predicted sides are square roots."
    keywords = ("yolo", "object detection", "one-stage", "目标检测", "单阶段", "网格")
    formula = (
        r"L = \lambda_c \sum_{obj} \left[ (x - \hat{x})^2 + (y - \hat{y})^2 + (\sqrt{w} - \sqrt{\hat{w}})^2"
        r" + (\sqrt{h} - \sqrt{\hat{h}})^2 \right] + \sum_{obj} (C - \hat{C})^2"
        r" + \lambda_n \sum_{noobj} (C - \hat{C})^2"
        r" + \sum_{cells} \sum_k (p_k - \hat{p}_k)^2"
    )
    source = "Redmon et al. 2016, You only look once, eq. 3"

    classes: int = Field(..., ge=1, le=100_000, description="number of classes", face="classes", rank=1)
    coord: float = Field(5.0, ge=0, le=1e6, description="weight of position and size")
    noobj: float = Field(0.5, ge=0, le=1e6, description="weight of the confidence where there is no object")
    weight: float = WEIGHT

    def output(self, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> TensorSpec:
        must_be_one_of(self, "x", x, (Kind.IMAGE,))
        rest = x.channels - self.classes if isinstance(x.channels, int) else 5
        if rest < 5 or rest % 5:
            raise ShapeError(
                "x",
                say("{type} needs 5·B + {classes} channels.", type=self.type_name(), classes=self.classes),
                gets(x),
                say("Give the last Conv2d {n} channels for two boxes a cell.", n=10 + self.classes),
            )
        self.must_be_targets(boxes, labels)
        return SCALAR

    def torch(self, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> Call:
        given = unless(coord=(self.coord, 5.0), noobj=(self.noobj, 0.5), factor=(self.weight, 1.0))
        return Call(_MODULES + "GridDetectionLoss", (self.classes,), given)


class AnchorDetectionLoss(_Detecting):
    """Match true boxes with prepared anchors, and teach each anchor its class and how to move.

    ``scores`` are (A, 1 + classes) with the background first, ``offsets`` and ``anchors`` (A, 4). Offsets are
    (Δcentre / size) / 0.1 and ln(size / anchor) / 0.2. Unmatched anchors count only where they are most wrong. Divided
    by the number of matched anchors.
    """

    family = Family.LOSS
    inputs = (
        Port("scores", (Kind.SEQUENCE,), description="scores of every anchor, the background first"),
        Port("offsets", (Kind.BOXES,), description="predicted moves of every anchor"),
        Port("anchors", (Kind.BOXES,), description="the anchors: centre, width and height from 0 to 1"),
        *_TARGETS,
    )
    chinese = "锚框检测损失（SSD）"
    analogy = "Ready-made frames all over the wall: the nearest one is adjusted, the rest learn to stay empty."
    advice = "Use it for detectors with anchors on several scales, such as SSD."
    pitfall = (
        "Objects far from every anchor's shape are matched badly. Labels count from 0; the background is added here."
    )
    keywords = ("ssd", "multibox", "object detection", "hard negative mining", "目标检测", "锚框", "难负例挖掘")
    formula = r"L = \frac{1}{M}\; (L_{conf} + \alpha \sum_{matched} \mathrm{smooth}_{L1}(\hat{l} - g))"
    source = "Liu et al. 2016, SSD: single shot multibox detector, eq. 1 to 3"

    threshold: float = Field(0.5, gt=0, le=1, description="IoU from which an anchor is matched", face="IoU")
    negatives: float = Field(3.0, ge=0, le=1000, description="unmatched anchors that count per matched one", face="neg")
    alpha: float = Field(1.0, ge=0, le=1e6, description="weight of the moves")
    weight: float = WEIGHT

    def output(
        self, scores: TensorSpec, offsets: TensorSpec, anchors: TensorSpec, boxes: TensorSpec, labels: TensorSpec
    ) -> TensorSpec:
        must_be_one_of(self, "scores", scores, (Kind.SEQUENCE,))
        must_be_one_of(self, "offsets", offsets, (Kind.BOXES,))
        must_be_one_of(self, "anchors", anchors, (Kind.BOXES,))
        self.must_go_together(scores, slice(0, 1), offsets=offsets, anchors=anchors)
        self.must_be_targets(boxes, labels)
        return SCALAR

    def torch(
        self, scores: TensorSpec, offsets: TensorSpec, anchors: TensorSpec, boxes: TensorSpec, labels: TensorSpec
    ) -> Call:
        given = unless(
            threshold=(self.threshold, 0.5), negatives=(self.negatives, 3.0), alpha=(self.alpha, 1.0),
            factor=(self.weight, 1.0),
        )  # fmt: skip
        return Call(_MODULES + "AnchorDetectionLoss", (), given)


class CenterDetectionLoss(_Detecting):
    """Find objects as peaks of a heat map, and read their size and exact place at the peak.

    ``heat`` is (classes, rows, columns), raw scores; ``offset`` and ``size`` are (2, rows, columns) in cells, x first.
    Places near a centre are punished less. Divided by the number of objects in the batch.
    """

    family = Family.LOSS
    inputs = (
        Port("heat", (Kind.IMAGE,), description="scores of a centre, one map per class"),
        Port("offset", (Kind.IMAGE,), description="place inside the cell, x and y"),
        Port("size", (Kind.IMAGE,), description="width and height in cells"),
        *_TARGETS,
    )
    chinese = "中心点检测损失（CenterNet）"
    analogy = "Pins on a map: one pin for each town, and a note at the pin says how large the town is."
    advice = "Use it for a detector without anchors and without suppression of double boxes."
    pitfall = "Two centres of one class in one cell become one object: keep the heat map fine, a stride of 4."
    keywords = ("centernet", "keypoint", "object detection", "heatmap", "anchor-free", "目标检测", "热力图", "无锚框")
    formula = (
        r"L = -\frac{1}{M} \sum \left[ (1 - p)^2 \ln p \; (t = 1), \;\; (1 - t)^4 p^2 \ln(1 - p) \; (t < 1) \right]"
        r" + \frac{\lambda_o}{M} \sum |\hat{o} - o| + \frac{\lambda_s}{M} \sum |\hat{s} - s|"
    )
    source = "Zhou, Wang & Krähenbühl 2019, Objects as points, eq. 1 to 4; radius: Law & Deng 2018"

    size_weight: float = Field(0.1, ge=0, le=1e6, description="weight of width and height")
    offset_weight: float = Field(1.0, ge=0, le=1e6, description="weight of the place inside the cell")
    weight: float = WEIGHT

    def output(
        self, heat: TensorSpec, offset: TensorSpec, size: TensorSpec, boxes: TensorSpec, labels: TensorSpec
    ) -> TensorSpec:
        for port, arriving in (("heat", heat), ("offset", offset), ("size", size)):
            must_be_one_of(self, port, arriving, (Kind.IMAGE,))
            if port != "heat" and arriving.channels != 2:
                expected = say("{type} needs two channels here, x and y.", type=self.type_name())
                raise ShapeError(port, expected, gets(arriving), say("Set out_channels of the head to 2."))
        self.must_go_together(heat, slice(1, 3), offset=offset, size=size)
        self.must_be_targets(boxes, labels)
        return SCALAR

    def torch(
        self, heat: TensorSpec, offset: TensorSpec, size: TensorSpec, boxes: TensorSpec, labels: TensorSpec
    ) -> Call:
        given = unless(
            size_weight=(self.size_weight, 0.1), offset_weight=(self.offset_weight, 1.0), factor=(self.weight, 1.0)
        )
        return Call(_MODULES + "CenterDetectionLoss", (), given)


class SetDetectionLoss(_Detecting):
    """Give each object exactly one prediction, at the least total cost, and teach the others to say: nothing here.

    ``scores`` are (Q, classes + 1) with no object last, ``x`` (Q, 4) predicted boxes as (cx, cy, w, h) from 0 to 1. The
    matching is the Hungarian one; it runs on the processor.
    """

    family = Family.LOSS
    inputs = (
        Port("scores", (Kind.SEQUENCE,), description="scores of every prediction, no object last"),
        Port("x", (Kind.BOXES,), description="predicted boxes: centre, width and height from 0 to 1"),
        *_TARGETS,
    )
    chinese = "集合检测损失（DETR，二分图匹配）"
    analogy = "Taxis sent to callers so that all drives together are shortest; the cars left over wait."
    advice = "Use it for detectors that give a fixed set of boxes, such as DETR: no anchors, no suppression afterwards."
    pitfall = (
        "It learns slowly, and objects beyond the number of predictions are never found. End the boxes in a Sigmoid."
    )
    keywords = ("detr", "hungarian", "bipartite matching", "object detection", "匈牙利算法", "二分图匹配", "目标检测")
    formula = (
        r"L = \mathrm{CE}(\hat{c}_{\sigma}, c) + \frac{1}{M} \sum_i \left[ \lambda_1 \|\hat{b}_{\sigma(i)} - b_i\|_1"
        r" + \lambda_g (1 - \mathrm{GIoU}(\hat{b}_{\sigma(i)}, b_i)) \right]"
    )
    source = "Carion et al. 2020, End-to-end object detection with transformers, eq. 1 and 2; Kuhn 1955"

    l1: float = Field(5.0, ge=0, le=1e6, description="weight of the distance of the four numbers", face="L1")
    giou: float = Field(2.0, ge=0, le=1e6, description="weight of the overlap", face="GIoU")
    no_object: float = Field(0.1, gt=0, le=1e6, description="weight of the class no object")
    weight: float = WEIGHT

    def output(self, scores: TensorSpec, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> TensorSpec:
        must_be_one_of(self, "scores", scores, (Kind.SEQUENCE,))
        must_be_one_of(self, "x", x, (Kind.BOXES,))
        self.must_go_together(scores, slice(0, 1), x=x)
        self.must_be_targets(boxes, labels)
        return SCALAR

    def torch(self, scores: TensorSpec, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> Call:
        given = unless(
            l1=(self.l1, 5.0), giou=(self.giou, 2.0), no_object=(self.no_object, 0.1), factor=(self.weight, 1.0)
        )
        return Call(_MODULES + "SetDetectionLoss", (), given)
