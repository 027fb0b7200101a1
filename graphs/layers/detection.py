"""Boxes in pictures: where they can lie, how they are moved, which are kept, and what lies in them."""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic
from pydantic import BeforeValidator

from graphs.fields import Field, Size2d
from graphs.layer import Call, Family, Port, ShapeError
from graphs.layers.axes import Mended
from graphs.layers.sentences import get_both, gets, must_be_float, takes, unless
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec


def _tuple(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


Sides = Annotated[
    tuple[Annotated[int, pydantic.Field(ge=1, le=4096)], ...], BeforeValidator(_tuple), pydantic.Field(min_length=1)
]
"""At least one length in pixels."""


def _must_be(layer: Mended, port: str, x: TensorSpec, *kinds: Kind) -> None:
    if x.kind not in kinds:
        hint = {
            Kind.IMAGE: say("Wire the feature map of a convolution here."),
            Kind.BOXES: say("Boxes have four numbers each: left, top, right, bottom."),
        }.get(kinds[0], say("There must be one score for every box."))
        raise ShapeError(port, takes(layer, kinds), gets(x), hint)
    must_be_float(layer, port, x)


class _Regions(Mended):
    """What both ways to cut boxes out of a feature map share."""

    output_size: Size2d = Field(7, description="rows and columns of each cut-out", face="size", unit="px", rank=1)
    spatial_scale: float = Field(
        1.0, gt=0, le=16, description="size of the feature map as a share of the picture the boxes lie in", face="scale"
    )

    def shape(self, x: TensorSpec, boxes: TensorSpec) -> TensorSpec:
        _must_be(self, "x", x, Kind.IMAGE)
        _must_be(self, "boxes", boxes, Kind.BOXES)
        return TensorSpec(Kind.TENSOR, (boxes.dims[0], x.channels, *self.output_size), x.dtype)


class RoIPool(_Regions):
    """Cut every box out of a feature map and keep the largest number of each field of a grid over it."""

    family = Family.POOLING
    inputs = (
        Port("x", (Kind.IMAGE,), description="the feature map"),
        Port("boxes", (Kind.BOXES,), description="boxes in pixels of the picture"),
    )
    chinese = "感兴趣区域池化"
    analogy = "Passport photos from a group picture: every face, near or far, is cut out and printed in one format."
    advice = "Use it as in Fast R-CNN: compute the feature map once, and judge thousands of boxes on it."
    pitfall = "Boxes are rounded to whole pixels of a coarse map, half an object off for small ones: RoIAlign does not."
    keywords = ("roi", "region of interest", "fast r-cnn", "detection", "proposals", "目标检测", "候选框")
    formula = r"y_{m,c,i,j} = \max_{(u,v) \in \operatorname{field}_{i,j}(b_m)} x_{c,u,v}"
    source = "Girshick 2015, Fast R-CNN, section 2.1; torchvision.ops.roi_pool"

    def torch(self, x: TensorSpec, boxes: TensorSpec) -> Call:
        return Call("graphs.modules.detection.RoIPool", (self.output_size, self.spatial_scale))


class RoIAlign(_Regions):
    """Cut every box out of a feature map exactly, reading values between the pixels and averaging them."""

    family = Family.POOLING
    inputs = (
        Port("x", (Kind.IMAGE,), description="the feature map"),
        Port("boxes", (Kind.BOXES,), description="boxes in pixels of the picture"),
    )
    chinese = "感兴趣区域对齐"
    analogy = "A surveyor who interpolates between the measured stakes and does not move the fence to the nearest one."
    advice = "Use it wherever boxes or masks have to be exact, as in Mask R-CNN: it costs little more than RoIPool."
    pitfall = (
        "Forget spatial_scale, and boxes in pixels of the picture lie far outside the smaller feature map: all zeros."
    )
    keywords = (
        "roi",
        "region of interest",
        "mask r-cnn",
        "bilinear",
        "detection",
        "目标检测",
        "实例分割",
        "双线性插值",
    )
    formula = r"y_{m,c,i,j} = \frac{1}{n^2} \sum_{p} x_c(u_p, v_p),\quad (u_p, v_p) \in \operatorname{field}_{i,j}(b_m)"
    source = "He et al. 2017, Mask R-CNN, section 3; torchvision.ops.roi_align with aligned=True"

    sampling_ratio: int = Field(2, ge=1, le=16, description="how many points are read along each side of a field")

    def torch(self, x: TensorSpec, boxes: TensorSpec) -> Call:
        sizes = (self.output_size, self.spatial_scale, self.sampling_ratio)
        return Call("graphs.modules.detection.RoIAlign", sizes)


class AnchorGenerator(Mended):
    """Lay boxes of a few sizes and forms at every place of a feature map, as first guesses."""

    family = Family.SHAPE
    inputs = (Port("x", (Kind.IMAGE,), description="the feature map; only its size counts"),)
    chinese = "锚框生成"
    analogy = "A fisherman's nets of several meshes, spread evenly over the whole lake before anyone has seen a fish."
    advice = "Use it in two-stage and one-stage detectors; the network then only learns how to correct the guesses."
    pitfall = "Objects much smaller, larger or slimmer than every anchor are found badly: look at your boxes first."
    keywords = ("anchors", "prior boxes", "rpn", "faster r-cnn", "ssd", "retinanet", "detection", "目标检测", "候选框")
    formula = (
        r"b = (js - \tfrac{w}{2},\; is - \tfrac{h}{2},\; js + \tfrac{w}{2},\; is + \tfrac{h}{2}),"
        r"\quad h/w = r,\; wh = a^2"
    )
    source = "Ren et al. 2015, Faster R-CNN, section 3.1.1; torchvision: AnchorGenerator"

    stride: int = Field(
        16, ge=1, le=1024, description="pixels of the picture from one place to the next", face="stride", unit="px",
        rank=1,
    )  # fmt: skip
    sizes: Sides = Field((32, 64, 128), description="sides of the square anchors", face="sizes", unit="px", rank=2)
    aspect_ratios: Literal["1", "0.5 1 2", "0.33 0.5 1 2 3"] = Field(
        "0.5 1 2", description="height divided by width, one anchor for each"
    )

    def _ratios(self) -> tuple[float, ...]:
        return tuple(map(float, self.aspect_ratios.split()))

    def shape(self, x: TensorSpec) -> TensorSpec:
        _must_be(self, "x", x, Kind.IMAGE)
        each = len(self.sizes) * len(self._ratios())
        if isinstance(x.height, int) and isinstance(x.width, int):
            return TensorSpec(Kind.BOXES, (x.height * x.width * each, 4), x.dtype)
        return TensorSpec(Kind.BOXES, (f"{x.height}·{x.width}·{each}", 4), x.dtype)

    def torch(self, x: TensorSpec) -> Call:
        return Call("graphs.modules.detection.AnchorGenerator", (self.stride, self.sizes, self._ratios()))


def _each(x: TensorSpec, numbers: int) -> Dim:
    """How many boxes a map of ``numbers`` channels per box describes."""
    channels, height, width = x.dims
    if isinstance(channels, int) and isinstance(height, int) and isinstance(width, int):
        return channels // numbers * height * width if channels % numbers == 0 else -1
    return f"{height}·{width}·{channels // numbers}" if isinstance(channels, int) and channels % numbers == 0 else "?"


class BoxDecode(Mended):
    """Move and stretch every box by the four numbers a network gives for it."""

    family = Family.SHAPE
    inputs = (
        Port("boxes", (Kind.BOXES,), description="the first guesses"),
        Port(
            "deltas",
            (Kind.BOXES, Kind.SEQUENCE, Kind.TENSOR, Kind.IMAGE),
            description="four numbers for every box: right, down, wider, higher",
        ),
    )
    chinese = "边框解码"
    analogy = "“A bit to the left, and twice as wide”: directions from where you stand need no street names."
    advice = "Put it between a regression head and NonMaximumSuppression; train the head itself on the deltas."
    pitfall = "Weights must be those the targets were made with: 1 for an RPN, 10 10 5 5 for the head of a Fast R-CNN."
    keywords = ("box regression", "deltas", "offsets", "rpn", "detection", "边框回归", "偏移量", "目标检测")
    formula = (
        r"x = x_a + \tfrac{d_x}{w_x} w_a,\quad y = y_a + \tfrac{d_y}{w_y} h_a,"
        r"\quad w = w_a e^{d_w / w_w},\quad h = h_a e^{d_h / w_h}"
    )
    source = "Girshick et al. 2014, Rich feature hierarchies (R-CNN), appendix C; torchvision: BoxCoder"

    weights: Literal["1 1 1 1", "10 10 5 5"] = Field(
        "1 1 1 1", description="what the four numbers are divided by first", face="weights"
    )
    image_size: Size2d | None = Field(
        None, description="rows and columns of the picture that boxes are cut to; empty means not cut", unit="px"
    )

    def shape(self, boxes: TensorSpec, deltas: TensorSpec) -> TensorSpec:
        _must_be(self, "boxes", boxes, Kind.BOXES)
        must_be_float(self, "deltas", deltas)
        given = (_each(deltas, 4), 4) if deltas.kind is Kind.IMAGE else deltas.dims
        if given != boxes.dims:
            raise ShapeError(
                "deltas",
                say("BoxDecode needs four numbers for each of {n} boxes.", n=boxes.dims[0]),
                get_both(boxes, deltas),
                say("A convolution needs 4 filters for every anchor of a place: sizes times ratios."),
            )
        return boxes

    def torch(self, boxes: TensorSpec, deltas: TensorSpec) -> Call:
        weights = tuple(map(float, self.weights.split()))
        return Call("graphs.modules.detection.BoxDecode", (weights, self.image_size))


class NonMaximumSuppression(Mended):
    """Of boxes that cover the same thing, keep the one with the highest score.

    With a score for each class (M, classes) a box stands for its best class, and only boxes of one class compete.
    """

    family = Family.SHAPE
    inputs = (
        Port("boxes", (Kind.BOXES,), description="boxes that may overlap"),
        Port(
            "scores",
            (Kind.FEATURES, Kind.IMAGE, Kind.SEQUENCE),
            description="how sure the network is of every box, or one such number for each class",
        ),
    )
    outputs = (Port("boxes"), Port("scores"), Port("kept"))
    chinese = "非极大值抑制"
    analogy = "Many witnesses of one accident: the surest is heard, and those who would only repeat it are sent home."
    advice = "Use it at the end of a detector. The output kept says which rows are boxes and which only fill up."
    pitfall = "Two real objects that overlap strongly, a crowd for example, are merged: raise iou_threshold there."
    keywords = ("nms", "detection", "overlap", "iou", "duplicates", "目标检测", "交并比", "去重")
    formula = (
        r"\text{keep } b_m \text{ unless } \operatorname{IoU}(b_m, b_n) > \theta"
        r"\text{ for a kept } b_n,\; s_n \geq s_m"
    )
    source = "Felzenszwalb et al. 2010, Object detection with part-based models, section 7.2; torchvision.ops.nms"

    iou_threshold: float = Field(
        0.5, ge=0, le=1, description="overlap from which two boxes mean the same thing", face="overlap", rank=2
    )
    score_threshold: float = Field(0.05, ge=0, le=1, description="boxes that score less are dropped at once")
    max_boxes: int = Field(100, ge=1, le=10_000, description="how many boxes come out", face="boxes", rank=1)
    form: Literal["corners", "centre"] = Field(
        "corners", description="boxes as centre, width and height, or as two corners", face="boxes as"
    )

    def shape(self, boxes: TensorSpec, scores: TensorSpec) -> dict[str, TensorSpec]:
        _must_be(self, "boxes", boxes, Kind.BOXES)
        _must_be(self, "scores", scores, Kind.FEATURES, Kind.IMAGE, Kind.SEQUENCE)
        given = _each(scores, 1) if scores.kind is Kind.IMAGE else scores.dims[0]
        if given != boxes.dims[0]:
            raise ShapeError(
                "scores",
                say("NonMaximumSuppression needs one score for each of {n} boxes.", n=boxes.dims[0]),
                get_both(boxes, scores),
                say("A convolution needs one filter for every anchor of a place: sizes times ratios."),
            )
        return {
            "boxes": boxes.with_dims(self.max_boxes, 4),
            "scores": scores.with_dims(self.max_boxes, *scores.dims[1:])
            if scores.kind is Kind.SEQUENCE
            else TensorSpec(Kind.FEATURES, (self.max_boxes,), scores.dtype),
            "kept": TensorSpec.of(Kind.MASK, self.max_boxes),
        }

    def torch(self, boxes: TensorSpec, scores: TensorSpec) -> Call:
        return Call(
            "graphs.modules.detection.NonMaximumSuppression",
            (self.iou_threshold, self.score_threshold, self.max_boxes),
            unless(centred=(self.form == "centre", False)),
            paths={"boxes": (0,), "scores": (1,), "kept": (2,)},
        )
