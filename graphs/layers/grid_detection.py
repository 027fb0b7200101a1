"""Detectors without anchors: what every cell of a map shall answer, and how its answers are read as boxes."""

from __future__ import annotations

from graphs.fields import Field
from graphs.layer import Call, Family, Port, ShapeError
from graphs.layers.axes import Mended
from graphs.layers.sentences import get_both, gets, must_be_float, takes
from graphs.message import say
from graphs.tensors import Dim, Kind, TensorSpec

_MODULES = "graphs.modules.grid_detection."


def _places(x: TensorSpec) -> Dim:
    """How many cells a map has."""
    rows, columns = x.dims[1:]
    return rows * columns if isinstance(rows, int) and isinstance(columns, int) else f"{rows}·{columns}"


class _Maps(Mended):
    """What layers that read maps of one size share."""

    def must_be_maps(self, **maps: tuple[TensorSpec, int | None]) -> None:
        """Ask each port for a map of so many channels, all of one size; raises `ShapeError`."""
        first = next(iter(maps.values()))[0]
        for port, (x, channels) in maps.items():
            if x.kind is not Kind.IMAGE:
                raise ShapeError(
                    port, takes(self, (Kind.IMAGE,)), gets(x), say("Wire the feature map of a convolution here.")
                )
            must_be_float(self, port, x)
            if channels is not None and x.channels != channels:
                expected = say("{type} needs a map of {n} channels here.", type=self.type_name(), n=channels)
                hint = say("Set out_channels of the head to {n}.", n=channels)
                raise ShapeError(port, expected, gets(x), hint)
            if x.dims[1:] != first.dims[1:]:
                expected = say("{type} needs maps of one size.", type=self.type_name())
                hint = say("Let them come from the same layer, by heads of the same stride.")
                raise ShapeError(port, expected, get_both(first, x), hint)


class GridTargets(_Maps):
    """Tell every cell of a grid what it should answer: the cell with an object's centre answers for the object.

    ``box`` (4, rows, columns): x and y inside the cell and the square roots of width and height as shares of the
    picture, all from 0 to 1; ``there`` (1, rows, columns): 1 where a centre lies; ``classes`` (rows, columns): the
    class, −100 elsewhere. Of several centres in a cell the first object in the list counts.
    """

    family = Family.SHAPE
    inputs = (
        Port("x", (Kind.IMAGE,), description="the last feature map; only its rows and columns count"),
        Port("boxes", (Kind.BOXES,), description="true boxes: centre, width and height from 0 to 1"),
        Port("labels", (Kind.TOKENS,), description="the class of each true box, negative for none"),
    )
    outputs = (Port("box"), Port("there"), Port("classes"))
    chinese = "网格目标"
    analogy = "A map cut into parishes: whoever lives in a parish is written into its book, and into no other."
    advice = "Put it before the losses of a detector in one pass: box, objectness and class are then three plain nodes."
    pitfall = "Two centres in one cell: one object is lost. A finer grid has more empty cells, and they weigh heavily."
    keywords = ("yolo", "grid", "detection", "assignment", "one-stage", "目标检测", "网格", "标签分配", "单阶段")
    formula = r"(r, c) = (\lfloor R\,y \rfloor, \lfloor C\,x \rfloor),\quad"
    formula += r" t = (C x - c,\; R y - r,\; \sqrt{w},\; \sqrt{h})"
    source = "Redmon et al. 2016, You only look once, sections 2 and 2.2"

    def shape(self, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> dict[str, TensorSpec]:
        self.must_be_maps(x=(x, None))
        for port, arriving, kind in (("boxes", boxes, Kind.BOXES), ("labels", labels, Kind.TOKENS)):
            if arriving.kind is not kind:
                hint = say("Take boxes and labels from the same data; fill both to one length.")
                raise ShapeError(port, takes(self, (kind,)), gets(arriving), hint)
        if boxes.dims[:1] != labels.dims:
            expected = say("{type} needs one label for every true box.", type=self.type_name())
            hint = say("Take boxes and labels from the same data; fill both to one length.")
            raise ShapeError("labels", expected, get_both(boxes, labels), hint)
        size = x.dims[1:]
        return {
            "box": TensorSpec(Kind.IMAGE, (4, *size), boxes.dtype),
            "there": TensorSpec(Kind.IMAGE, (1, *size), boxes.dtype),
            "classes": TensorSpec(Kind.TENSOR, size, "int64"),
        }

    def torch(self, x: TensorSpec, boxes: TensorSpec, labels: TensorSpec) -> Call:
        return Call(_MODULES + "GridTargets", paths={"box": (0,), "there": (1,), "classes": (2,)})


class GridDecode(_Maps):
    """Read the answers of all cells of a grid as boxes in the picture, each with a score for every class.

    ``box`` (4, rows, columns): x and y inside the cell and the square roots of width and height, from 0 to 1;
    ``there`` (1, rows, columns) and ``classes`` (classes, rows, columns): raw scores. Boxes come as centre, width and
    height, shares of the picture; a score is the chance of an object times the chance of the class.
    """

    family = Family.SHAPE
    inputs = (
        Port("box", (Kind.IMAGE,), description="place inside the cell and square roots of the sides, from 0 to 1"),
        Port("there", (Kind.IMAGE,), description="raw score that there is an object"),
        Port("classes", (Kind.IMAGE,), description="raw scores, one map per class"),
    )
    outputs = (Port("boxes"), Port("scores"))
    chinese = "网格解码"
    analogy = "A chessboard read aloud: “d4, a bit to the right, as wide as three squares, surely a tower.”"
    advice = "Put it behind the heads of a detector in one pass, and NonMaximumSuppression behind it."
    pitfall = "It only reads: numbers beyond 0 and 1 lie in the neighbour's cell. Let a Sigmoid end the box head."
    keywords = ("yolo", "grid", "detection", "decode", "one-stage", "目标检测", "解码", "网格", "单阶段")
    formula = r"b = \left( \tfrac{c + t_x}{C},\; \tfrac{r + t_y}{R},\; t_w^2,\; t_h^2 \right),"
    formula += r"\quad s_k = \sigma(o)\, \mathrm{softmax}(z)_k"
    source = "Redmon et al. 2016, You only look once, eq. 1"

    def shape(self, box: TensorSpec, there: TensorSpec, classes: TensorSpec) -> dict[str, TensorSpec]:
        self.must_be_maps(box=(box, 4), there=(there, 1), classes=(classes, None))
        count = _places(box)
        return {
            "boxes": TensorSpec(Kind.BOXES, (count, 4), box.dtype),
            "scores": TensorSpec(Kind.SEQUENCE, (count, classes.channels), classes.dtype),
        }

    def torch(self, box: TensorSpec, there: TensorSpec, classes: TensorSpec) -> Call:
        return Call(_MODULES + "GridDecode", paths={"boxes": (0,), "scores": (1,)})


class CenterDecode(_Maps):
    """Read the peaks of a heat map as boxes: the highest of every neighbourhood, the surest first.

    ``heat`` (classes, rows, columns): raw scores; ``offset`` and ``size`` (2, rows, columns): in cells, x first. A
    place is a peak where none of its eight neighbours in the same map is higher; the surest peaks of all classes
    become boxes (centre, width and height as shares of the picture), each with a score for its own class only.
    """

    family = Family.SHAPE
    inputs = (
        Port("heat", (Kind.IMAGE,), description="raw scores of a centre, one map per class"),
        Port("offset", (Kind.IMAGE,), description="place inside the cell, x and y"),
        Port("size", (Kind.IMAGE,), description="width and height in cells"),
    )
    outputs = (Port("boxes"), Port("scores"))
    chinese = "中心点解码"
    analogy = "Counting mountains by their summits: what has a higher place next to it is a slope."
    advice = "Put it behind the three heads of CenterNet. No suppression is needed: a slope is no peak."
    pitfall = "It always gives so many boxes; the score says which are meant."
    keywords = ("centernet", "peaks", "heatmap", "detection", "anchor-free", "目标检测", "热力图", "峰值", "无锚框")
    formula = r"b = \left( \tfrac{c + o_x}{C},\; \tfrac{r + o_y}{R},\; \tfrac{s_x}{C},\; \tfrac{s_y}{R} \right)"
    formula += r" \text{ where } p_{k,r,c} = \max_{3 \times 3} p_k"
    source = "Zhou, Wang & Krähenbühl 2019, Objects as points, section 4.1 (100 peaks there)"

    max_boxes: int = Field(20, ge=1, le=10_000, description="how many peaks become boxes", face="boxes", rank=1)

    def shape(self, heat: TensorSpec, offset: TensorSpec, size: TensorSpec) -> dict[str, TensorSpec]:
        self.must_be_maps(heat=(heat, None), offset=(offset, 2), size=(size, 2))
        return {
            "boxes": TensorSpec(Kind.BOXES, (self.max_boxes, 4), offset.dtype),
            "scores": TensorSpec(Kind.SEQUENCE, (self.max_boxes, heat.channels), heat.dtype),
        }

    def torch(self, heat: TensorSpec, offset: TensorSpec, size: TensorSpec) -> Call:
        return Call(_MODULES + "CenterDecode", (self.max_boxes,), paths={"boxes": (0,), "scores": (1,)})
