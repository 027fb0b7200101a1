"""The metric of object detectors."""

from __future__ import annotations

from typing import Literal

from graphs.fields import Field
from graphs.layer import Call, Family, Layer, Port, ShapeError
from graphs.layers.sentences import SCALAR, get_both, gets, takes, unless
from graphs.message import say
from graphs.tensors import Kind, TensorSpec

_PORTS = (
    Port("scores", (Kind.SEQUENCE,), description="scores of every predicted box, one per class"),
    Port("x", (Kind.BOXES,), description="the predicted boxes"),
    Port("boxes", (Kind.BOXES,), description="the true boxes"),
    Port("labels", (Kind.TOKENS,), description="the class of each true box, negative for none"),
)


class MeanAveragePrecision(Layer):
    """Measure how well a detector finds, places and names things, whatever threshold is chosen later.

    Each box counts for its best class; a true box can be found once. The mean is taken over the classes that occur.
    """

    family = Family.METRIC
    inputs = _PORTS
    chinese = "平均精度均值（mAP）"
    analogy = "A treasure hunt with flags: scores for planting them on the spot, losses for flags in empty ground."
    advice = "The usual score of detectors, beside the loss; compare only values of the same overlap."
    pitfall = "It goes through the boxes one by one on the processor: with many boxes, validate less often."
    keywords = ("map", "detection", "average precision", "coco", "voc", "目标检测", "平均精度")
    formula = r"mAP = \frac{1}{K} \sum_k \int_0^1 P_k(R)\, dR"
    source = "Everingham et al. 2010, section 4.2, area under the whole curve; matching as in Lin et al. 2014, COCO"

    iou_threshold: float = Field(0.5, gt=0, le=1, description="overlap from which a box is found", face="IoU", rank=1)
    no_object: bool = Field(True, description="the last score stands for no object, as in DETR")
    chances: bool = Field(False, description="scores are chances from 0 to 1 already, as a decoding layer gives them")
    form: Literal["centre", "corners"] = Field(
        "centre", description="boxes as centre, width and height, or as two corners", face="boxes as"
    )

    def output(self, scores: TensorSpec, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> TensorSpec:
        arriving = {"scores": scores, "x": x, "boxes": boxes, "labels": labels}
        for port in self.inputs:
            if arriving[port.name].kind not in port.kinds:
                hint = say("It has the ports of SetDetectionLoss: wire both alike.")
                raise ShapeError(port.name, takes(self, port.kinds), gets(arriving[port.name]), hint)
        if scores.dims[0] != x.dims[0]:
            hint = say("Let them come from the same layer, by heads of the same stride.")
            expected = say("{type} needs predictions for the same places at all inputs.", type="MeanAveragePrecision")
            raise ShapeError("x", expected, get_both(scores, x), hint)
        if boxes.dims[:1] != labels.dims:
            hint = say("Take boxes and labels from the same data; fill both to one length.")
            expected = say("{type} needs one label for every true box.", type="MeanAveragePrecision")
            raise ShapeError("labels", expected, get_both(boxes, labels), hint)
        if self.no_object and scores.dims[1] == 1:
            hint = say("Give one score more, for no object, or switch no_object off.")
            raise ShapeError("scores", say("One class needs two scores: itself and no object."), gets(scores), hint)
        return SCALAR

    def torch(self, scores: TensorSpec, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> Call:
        given = unless(
            iou_threshold=(self.iou_threshold, 0.5),
            no_object=(self.no_object, True),
            chances=(self.chances, False),
            corners=(self.form == "corners", False),
        )
        return Call("graphs.modules.box_metrics.MeanAveragePrecision", (), given)
