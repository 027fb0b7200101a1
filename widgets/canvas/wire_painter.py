"""How wires look: a line in the colour of what it carries, the shape written above it, and gradients while training."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import pairwise

import numpy
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from widgets import theme
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import CORNER, Route
from widgets.canvas.labels import HALO, Labels
from widgets.canvas.picture import WirePicture
from widgets.language import tr

VANISHED = 1e-7
THINNEST, THICKEST = 2.0, 7.0
LATER = "t → t+1"
"""What stands on a wire that carries a value on to the next time step."""


@dataclass(frozen=True)
class Gradients:
    """The norm of the gradient on every output, by (node, port), and the ends of the run's own range.

    None stands for an output no gradient reaches; not-a-number is what training must not give.
    """

    norms: Mapping[tuple[int, str], float | None] = field(default_factory=dict)
    low: float = 1e-3
    high: float = 1.0

    def share(self, norm: float) -> float:
        """Where a norm lies between the ends, 0 to 1, on a log scale."""
        low, span = self._ends
        return min(1.0, max(0.0, (math.log10(max(norm, 1e-12)) - low) / span))

    @cached_property
    def _ends(self) -> tuple[float, float]:
        low, high = math.log10(max(self.low, 1e-12)), math.log10(max(self.high, self.low * 1.0001, 1e-12))
        return low, max(high - low, 1e-9)


@dataclass
class WireState:
    """Which wires a person deals with: of selected nodes, under the mouse, about to be cut, to be inserted on."""

    strong: frozenset[int] = frozenset()
    hovered: int | None = None
    cut: int | None = None
    target: int | None = None
    hidden: frozenset[int] = frozenset()
    dim: bool = False
    gradients: Gradients | None = None


def number_text(norm: float) -> str:
    """A norm with two digits, as it stands on a wire: ``5.7e−3``."""
    if norm == 0:
        return "0"
    mantissa, _, exponent = f"{norm:.1e}".partition("e")
    return f"{mantissa}e{int(exponent)}".replace("-", "−")


_number = lru_cache(maxsize=4096)(number_text)


def path_of(route: Route) -> QPainterPath:
    """The path of a wire, corners rounded."""
    points = [QPointF(*point) for point in route.points]
    path = QPainterPath(points[0])
    if route.curved:
        path.cubicTo(points[1], points[2], points[3])
        return path
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        inward, outward = QLineF(corner, before), QLineF(corner, after)
        radius = min(CORNER, inward.length() / 2, outward.length() / 2)
        if radius < 0.5:
            path.lineTo(corner)
            continue
        path.lineTo(inward.pointAt(radius / inward.length()))
        path.quadTo(corner, outward.pointAt(radius / outward.length()))
    path.lineTo(points[-1])
    return path


class WirePainter:
    """Paints the wires of a drawing; paths are kept until their wire takes another way."""

    def __init__(self) -> None:
        self._paths: dict[int, tuple[Route, QLineF | None, QPainterPath]] = {}
        self._straight: dict[int, tuple[Route, list[QLineF]]] = {}
        self._texts: dict[int, tuple[Route, str, tuple[float, float, float] | None]] = {}
        self._graded: dict[int, QPen] = {}
        self.labels = Labels()

    def forget(self) -> None:
        """Drop all kept paths: the drawing is another one."""
        self._paths.clear()
        self._straight.clear()
        self._texts.clear()
        self._graded.clear()
        self.labels.forget()

    def _shape(self, drawing: Drawing, wire: int) -> tuple[QLineF | None, QPainterPath]:
        """A level wire as a line, and any wire as a path."""
        route = drawing.route(wire)
        kept = self._paths.get(wire)
        if kept is None or kept[0] is not route:
            line = QLineF(*route.points[0], *route.points[-1]) if route.is_straight else None
            kept = self._paths[wire] = (route, line, path_of(route))
        return kept[1], kept[2]

    def _pieces(self, drawing: Drawing, wire: int) -> list[QLineF]:
        """Any wire in straight pieces: a curve from end to end."""
        route = drawing.route(wire)
        kept = self._straight.get(wire)
        if kept is None or kept[0] is not route:
            points = (route.points[0], route.points[-1]) if route.curved else route.points
            pieces = [QLineF(*a, *b) for a, b in pairwise(points)]
            kept = self._straight[wire] = (route, pieces)
        return kept[1]

    def paint(
        self, painter: QPainter, drawing: Drawing, wires: Iterable[int], state: WireState, *, hurried: bool = False
    ) -> None:
        """Paint wires in canvas units; level ones together, since lines cost far less than paths.

        ``hurried`` draws all of them as lines, curves straight.
        """
        look = theme.current()
        pens: dict[object, tuple[QPen, list[QLineF] | None]] = {}
        special: list[int] = []
        pictures = drawing.picture.wires
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for wire in wires:
            if wire in state.hidden:
                continue
            picture = pictures[wire]
            if wire in (state.cut, state.target) or picture.later:
                special.append(wire)
                continue
            group: object = _grade(picture, state)
            if group is None:
                group = (picture.kind, picture.known, wire in state.strong or wire == state.hovered)
            if group not in pens:
                pen = self._pen(drawing, wire, state, look)
                solid = pen.style() is Qt.PenStyle.SolidLine and pen.brush().style() is Qt.BrushStyle.SolidPattern
                pens[group] = (pen, [] if solid else None)
            pen, together = pens[group]
            if hurried and together is not None:
                together += self._pieces(drawing, wire)
                continue
            line, path = self._shape(drawing, wire)
            if line is not None and together is not None:
                together.append(line)
            elif line is not None:
                painter.setPen(pen)
                painter.drawLine(line)
            else:
                painter.setPen(pen)
                painter.drawPath(path)
        for pen, together in pens.values():
            if together:
                painter.setPen(pen)
                painter.drawLines(together)
        for wire in special:
            pen = self._pen(drawing, wire, state, look)
            painter.setPen(pen)
            painter.drawPath(self._shape(drawing, wire)[1])
            if pictures[wire].later:
                paint_arrow(painter, drawing.route(wire), pen.color())

    def _pen(self, drawing: Drawing, wire: int, state: WireState, look: theme.Theme) -> QPen:
        picture = drawing.wire_picture(wire)
        if wire == state.cut:
            pen = QPen(QColor(look.danger), 3)
            pen.setDashPattern([3, 2])
            return pen
        if wire == state.target:
            return QPen(QColor(look.accent), 4)
        grade = _grade(picture, state)
        if grade is not None:
            if grade not in self._graded:
                self._graded[grade] = _graded_pen(grade, look)
            return self._graded[grade]
        strong = wire in state.strong or wire == state.hovered
        colour = look.kinds[picture.kind] if picture.known else look.edge
        if state.dim and not strong:
            colour = theme.tint(colour, look.surface, 0.6)
        pen = QPen(QColor(colour), 3.0 if strong else theme.LINE_WIRE)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if picture.later:
            pen.setDashPattern([length / pen.widthF() for length in (9.0, 6.0)])
        elif not picture.known:
            pen.setDashPattern([3, 2.5])
        return pen

    def paint_texts(
        self, painter: QPainter, drawing: Drawing, wires: Iterable[int], state: WireState, *, hurried: bool = False
    ) -> None:
        """Write what the wires carry above their middles, unless it would touch a node or another text.

        ``hurried`` copies what was written once, stretched while the zoom changes: letters are dear.
        """
        look = theme.current()
        font = theme.mono_font(theme.TEXT_WIRE)
        metrics = QFontMetricsF(font)
        height, ascent = metrics.height(), metrics.ascent()
        rows: dict[int, list[tuple[float, float]]] = {}
        shown: set[tuple[int, str, int]] = set()
        halo = QColor(look.surface)
        halo.setAlphaF(HALO)
        painter.setFont(font)
        pictures = drawing.picture.wires
        device = painter.device()
        scale = painter.worldTransform().m11() * (device.devicePixelRatioF() if device is not None else 1.0)
        for wire in wires:
            if wire in state.hidden:
                continue
            text, colour = self._text(drawing, wire, state, look)
            place = self._text_place(drawing, wire, text, metrics)
            if place is None:
                continue
            left, top, width = place
            key = (pictures[wire].wire.source, text, round(top / 8))
            if key in shown:
                continue
            row, right = int(top // height), left + width
            near = [*rows.get(row, ()), *rows.get(row - 1, ()), *rows.get(row + 1, ())]
            if any([start < right and left < end for start, end in near]):
                continue
            shown.add(key)
            rows.setdefault(row, []).append((left, right))
            if hurried:
                self.labels.paint(painter, text, colour, QRectF(left - 2, top, width + 4, height), ascent, scale)
                continue
            painter.fillRect(QRectF(left - 2, top + 1, width + 4, height - 3), halo)
            painter.setPen(QColor(colour))
            painter.drawText(QPointF(left, top + ascent), text)

    def _text_place(
        self, drawing: Drawing, wire: int, text: str, metrics: QFontMetricsF
    ) -> tuple[float, float, float] | None:
        """Left, top and width of the text of a wire, or None where there is no room; kept while its way is."""
        route = drawing.route(wire)
        kept = self._texts.get(wire)
        if kept is not None and kept[0] is route and kept[1] == text:
            return kept[2]
        width, height = metrics.horizontalAdvance(text), metrics.height()
        if kept is not None and kept[0] is route and kept[2] is not None and text and width == kept[2][2]:
            self._texts[wire] = (route, text, kept[2])  # as wide as what stood there: there is room
            return kept[2]
        x, y = route.middle()
        if route.curved and not route.is_straight:
            x, y = _along(drawing.line(wire), 0.5)
        left, top = (x + 7, y - height / 2) if route.down else (x - width / 2, y - 9 - height / 2)
        covered = len(drawing.visible_nodes((left - 2, top, left + width + 2, top + height))) > 0
        place = None if not text or covered or width + 8 > max(route.room(), 40.0) else (left, top, width)
        self._texts[wire] = (route, text, place)
        return place

    def _text(self, drawing: Drawing, wire: int, state: WireState, look: theme.Theme) -> tuple[str, str]:
        picture = drawing.wire_picture(wire)
        if state.gradients is not None and picture.learns:
            norm = state.gradients.norms.get((picture.wire.source, picture.wire.source_port))
            if norm is not None:
                if not math.isfinite(norm):
                    return "NaN", look.danger
                return (tr("vanished"), look.muted) if norm < VANISHED else (_number(norm), look.text)
        return LATER if picture.later and picture.known else picture.text, look.muted


_GRADES = 255
_NOT_FINITE, _VANISHED = -2, -1


def _grade(picture: WirePicture, state: WireState) -> int | None:
    """Where the gradient on a wire lies in its run's range, in steps the eye cannot tell apart, so that the wires of
    one step are drawn together; None for a wire that shows its kind."""
    if state.gradients is None or not picture.learns:
        return None
    norm = state.gradients.norms.get((picture.wire.source, picture.wire.source_port))
    if norm is None:
        return None
    if not math.isfinite(norm):
        return _NOT_FINITE
    return _VANISHED if norm < VANISHED else round(state.gradients.share(norm) * _GRADES)


def _graded_pen(grade: int, look: theme.Theme) -> QPen:
    if grade == _NOT_FINITE:
        return QPen(QBrush(QColor(look.danger), Qt.BrushStyle.BDiagPattern), THICKEST)
    if grade == _VANISHED:
        pen = QPen(QColor(look.edge), 1)
        pen.setDashPattern([1, 3])
        return pen
    red, green, blue = theme.colormap("gradient")[grade].tolist()
    pen = QPen(QColor(red, green, blue), THINNEST + (THICKEST - THINNEST) * grade / _GRADES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def paint_arrow(painter: QPainter, route: Route, colour: QColor) -> None:
    """A head where a wire arrives, before the port: its value comes in the next step."""
    x, y = route.points[-1]
    tip = QPointF(x, y - 6.0) if route.down else QPointF(x - 6.0, y)
    wings = (-4.5, -8.0), (4.5, -8.0)
    ends = [tip + (QPointF(a, b) if route.down else QPointF(b, a)) for a, b in wings]
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([tip, *ends]))
    painter.restore()


def _along(line: numpy.ndarray, share: float) -> tuple[float, float]:
    lengths = numpy.concatenate([[0.0], numpy.cumsum(numpy.hypot(*(line[1:] - line[:-1]).T))])
    wanted = lengths[-1] * share
    return float(numpy.interp(wanted, lengths, line[:, 0])), float(numpy.interp(wanted, lengths, line[:, 1]))
