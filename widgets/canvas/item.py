"""The one item of the scene: it draws the whole graph, with as much detail as the zoom has room for.

A graph of thousands of nodes as thousands of items spends its time in Qt's bookkeeping. Here numpy finds what is seen;
far away boxes and wires go out in a few big calls, close up nodes are copied from pixmaps painted once.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping
from functools import partial

import numpy
from PySide6.QtCore import QLineF, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap, QStaticText
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from graphs.layer import Family
from graphs.memory import collecting_later
from widgets import theme
from widgets.canvas.card import NodeState
from widgets.canvas.decorations import paint_far_names, paint_frame_titles, paint_frames, paint_marked, paint_notes
from widgets.canvas.detail import Detail, detail_for, serves
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box
from widgets.canvas.lamps import paint_lamps
from widgets.canvas.node_painter import (
    MARGIN,
    extra_height,
    icon_name,
    node_pixmap,
    paint_apart,
    pixmap_offset,
)
from widgets.canvas.opened import Face
from widgets.canvas.opened_painter import paint_open, paint_open_ports
from widgets.canvas.picture import NodePicture, Picture
from widgets.canvas.shapes import STRIPE_FAR, BoxesAndLines
from widgets.canvas.strip import NodeStatistics, Strips, has_strip
from widgets.canvas.unrolling import Unrolled
from widgets.canvas.wire_painter import WirePainter, WireState
from widgets.icons import pixmap as icon_pixmap

KEPT_BYTES = 96 * 1024 * 1024
"""How much memory painted nodes may take; the longest unseen ones go first."""

FRAME_BUDGET = 0.003
"""Seconds a frame may spend on painting new pixmaps and finding new routes while the picture moves."""


MANY = 24
"""From so many changed nodes and wires on everything seen is redrawn: so many areas would cost more."""


_FEW_WIRES, _FEW_NODES = 160, 48
"""Up to so many are drawn with their routes, and with their names where there is room, however far away."""

_LEAST_NAMED = 0.2
"""The zoom from which a few nodes far away have their names."""

_MANY_WIRES = 120
"""From so many wires on curves are drawn straight while the picture moves."""


def _size(pixmap: QPixmap) -> int:
    return 4 * pixmap.width() * pixmap.height()


class GraphItem(QGraphicsItem):
    """Draws a `Drawing` with the states of its nodes and wires."""

    def __init__(self) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.drawing = Drawing()
        self.wires = WirePainter()
        self.wire_state = WireState()
        self.states: dict[int, NodeState] = {}
        self.statistics: dict[int, NodeStatistics] = {}
        self.opened: Mapping[int, Face] = {}
        self.wordless = False
        """Whether it is drawn for a picture so small that no word in it could be read."""
        """The nodes that are blocks open where they stand, and what stands over them; their insides are child items."""
        self.faded = False
        self.detail: Detail = Detail.NEAR
        self.moving = False
        self.steps = 1  # of time, beside each other
        self.later: Callable[[], None] = lambda: None
        """Called when something was left out of a frame for speed, so that the view draws again soon."""
        self._bounds = QRectF(-400, -300, 800, 600)
        self._pixmaps: OrderedDict[tuple[object, ...], tuple[QPixmap, NodeStatistics | None]] = OrderedDict()
        self._bytes = 0
        self._last: dict[int, QPixmap] = {}
        self._strips = Strips()
        self._zoomed, self._zooming = 0.0, False
        self._names: dict[tuple[str, int], QStaticText | None] = {}
        self._widths: dict[str, float] = {}
        self._shapes = BoxesAndLines()
        self._colours()

    def boundingRect(self) -> QRectF:
        """The area of the drawing with room around it for halos and detours."""
        return self._bounds

    def set_picture(self, picture: Picture) -> None:
        """Draw another picture. Of one in which everything lies where it lay only what looks different is redrawn."""
        with collecting_later(len(picture.nodes)):
            self._take(picture)

    def _take(self, picture: Picture) -> None:
        before = self.drawing.picture
        if self.drawing.take(picture):
            self._colours()
            self._redraw(before)
            return
        old, self.drawing = self.drawing, Drawing(picture)
        self.drawing.unrolled = self.steps > 1
        self.drawing.keep_routes(old)
        self.wires.forget()
        self._colours()
        self._last = {node: pixmap for node, pixmap in self._last.items() if node in picture.place}
        self.fit_bounds()
        self.update()

    def _redraw(self, before: Picture) -> None:
        """Redraw what looks different than in a picture in which everything lay where it lies now."""
        now = self.drawing.picture
        if self.steps > 1 or (now.frames, now.notes) != (before.frames, before.notes):
            self.fit_bounds()
            self.update()
            return
        nodes = [a.id for a, b in zip(now.nodes, before.nodes, strict=True) if a is not b]
        wires = [place for place, (a, b) in enumerate(zip(now.wires, before.wires, strict=True)) if a is not b]
        if len(nodes) + len(wires) > MANY:
            self.update()
            return
        above, below = QMarginsF(0, 46, 0, 0), QMarginsF(0, 0, 0, 46)
        for node in nodes:
            self.update(self.node_area(node).marginsAdded(above + below))
        for wire in wires:
            self.update(self.wire_area(wire))

    def _colours(self) -> None:
        families = list(Family)
        self._icon_kinds = [(node.family, icon_name(node)) for node in self.drawing.picture.nodes]
        self._is_block = numpy.array([node.block for node in self.drawing.picture.nodes], dtype=bool)
        self._wrong = {index for index, node in enumerate(self.drawing.picture.nodes) if node.problem}
        self._family = numpy.array([families.index(node.family) for node in self.drawing.picture.nodes], dtype=int)

    def set_steps(self, steps: int) -> None:
        """Draw so many steps of time beside each other."""
        self.steps, self.drawing.unrolled = steps, steps > 1
        self.fit_bounds()
        self.update()

    def everything(self) -> Box:
        """The box around all that is drawn."""
        return self.drawing.bounds() if self.steps == 1 else Unrolled(self.drawing, self.steps).bounds()

    def areas_of(self, nodes: Collection[int]) -> list[QRectF]:
        """What has to be redrawn when nodes and their wires are elsewhere."""
        wires = self.drawing.wires_of(nodes)
        return [*(self.node_area(node) for node in nodes), *(self.wire_area(wire) for wire in wires)]

    def update_wires(self) -> None:
        """Redraw what lies around the wires: of a few their own area, which leaves notes and legends alone."""
        wires = range(len(self.drawing.picture.wires))
        if not 0 < len(wires) <= _FEW_WIRES or self.steps > 1:
            self.update()
            return
        area = QRectF()
        for wire in wires:
            area = area.united(self.wire_area(wire))
        self.update(area)

    def fit_bounds(self) -> None:
        """Take up exactly the room the drawing needs."""
        left, top, right, bottom = self.everything()
        bounds = QRectF(left - 240, top - 240, right - left + 480, bottom - top + 480)
        if bounds != self._bounds:
            self.prepareGeometryChange()
            self._bounds = bounds

    def forget(self) -> None:
        """Drop every painted pixel: the theme or the language changed."""
        self._pixmaps.clear()
        self._bytes = 0
        self._last.clear()
        self._strips.forget()
        self._names.clear()
        self._widths.clear()
        self.wires.forget()
        self.update()

    def node_area(self, node: int) -> QRectF:
        """The area a node's pixels may touch, in canvas units."""
        box, picture = self.drawing.box(node), self.drawing.node(node)
        if box is None or picture is None:
            return QRectF()
        side, above = pixmap_offset(picture)
        return QRectF(
            box[0] - side,
            box[1] - above,
            box[2] - box[0] + 2 * side,
            box[3] - box[1] + 2 * MARGIN + extra_height(picture),
        )

    def wire_area(self, wire: int) -> QRectF:
        """The area a wire and its text may touch, in canvas units."""
        left, top, right, bottom = self.drawing.wire_box(wire)
        return QRectF(left - 60, top - 30, right - left + 120, bottom - top + 60)

    # ------------------------------------------------------------------ painting

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw what the view asks for."""
        zoom = painter.worldTransform().m11()
        self.detail = detail_for(zoom, self.detail)
        ratio = painter.device().devicePixelRatioF() if painter.device() is not None else 1.0
        self.paint_area(painter, option.exposedRect, zoom, ratio, self.detail, patient=not self.moving)

    def paint_area(
        self, painter: QPainter, exposed: QRectF, zoom: float, ratio: float, detail: Detail, *, patient: bool
    ) -> None:
        """Draw an area in canvas units. An impatient frame leaves for later what takes long."""
        once = partial(self._paint_once, painter, zoom=zoom, ratio=ratio, detail=detail, patient=patient)
        if self.steps == 1:
            once(exposed)
            return
        unrolled = Unrolled(self.drawing, self.steps)
        states, self.states = self.states, {}  # a person deals with the last copy alone
        unrolled.paint_ghosts(painter, exposed, once)
        self.states = states
        once(exposed)
        unrolled.paint_carried(painter, zoom)

    def _paint_once(
        self, painter: QPainter, exposed: QRectF, zoom: float, ratio: float, detail: Detail, *, patient: bool
    ) -> None:
        area = (
            exposed.left() - MARGIN,
            exposed.top() - MARGIN - 46,
            exposed.right() + MARGIN,
            exposed.bottom() + MARGIN,
        )
        paint_frames(painter, self.drawing, area)
        nodes = self.drawing.visible_nodes(area)
        wires = self.drawing.visible_wires(area)
        if self.opened:
            nodes = paint_open(painter, self.drawing, nodes, self.opened, self.states, zoom)
        if detail is Detail.FAR:
            if self._far(painter, nodes, wires, None if patient else time.perf_counter() + FRAME_BUDGET / 3):
                self.later()
        else:
            late = self._wires(painter, wires, None if patient else time.perf_counter() + FRAME_BUDGET / 3)
            deadline = None if patient else time.perf_counter() + FRAME_BUDGET * 2 / 3
            self._zooming, self._zoomed = not patient and zoom != self._zoomed, zoom
            if detail is Detail.NEAR:
                late = self._near(painter, nodes, zoom, ratio, deadline) or late
                known = [wire for wire in wires.tolist() if self.drawing.has_route(wire)]
                self.wires.paint_texts(painter, self.drawing, known, self.wire_state, hurried=not patient)
                late = late or not patient
            else:
                late = self._middle(painter, nodes, ratio, deadline) or late
            if late:
                self.later()
        if self.opened:
            paint_open_ports(painter, self.drawing, self.opened, zoom)
        if detail is not Detail.NEAR:
            paint_lamps(painter, self.drawing, self.statistics)
        if not self.wordless:
            paint_frame_titles(painter, self.drawing, area, zoom)
        paint_notes(painter, self.drawing, area, zoom)

    def _wires(self, painter: QPainter, wires: numpy.ndarray, deadline: float | None) -> bool:
        """Draw wires along their routes; those whose route takes too long now go straight. Returns whether some did."""
        known: list[int] = []
        unknown: list[QLineF] = []
        drawing = self.drawing
        for wire in wires.tolist():
            if deadline is not None and not drawing.has_route(wire):
                if time.perf_counter() > deadline:
                    x1, y1, x2, y2 = drawing.ends[wire].tolist()
                    unknown.append(QLineF(x1, y1, x2, y2))
                    continue
                drawing.route(wire)  # found here, so that its time counts
            known.append(wire)
        painter.setRenderHint(
            QPainter.RenderHint.Antialiasing, len(known) < 160 and not (self.moving and len(known) > 60)
        )
        if unknown:
            painter.setPen(QPen(QColor(theme.current().edge), 0))
            painter.drawLines(unknown)
        many = deadline is not None and len(known) > _MANY_WIRES
        self.wires.paint(painter, drawing, known, self.wire_state, hurried=many)
        return bool(unknown) or many

    def _near(self, painter: QPainter, nodes: numpy.ndarray, zoom: float, ratio: float, deadline: float | None) -> bool:
        transform = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        bucket = round(zoom * 64)
        late = False
        pictures = self.drawing.picture.nodes
        for index in nodes.tolist():
            node = pictures[index]
            left, top = self.drawing.boxes[index, :2].tolist()
            pixmap, exact = self._pixmap(node, zoom, bucket, ratio, deadline)
            if pixmap is None:
                late = True
                corner = transform.map(QPointF(left, top))
                painter.fillRect(
                    QRectF(corner.x(), corner.y(), node.width * zoom, node.height * zoom),
                    QColor(theme.current().raised),
                )
                continue
            side, above = pixmap_offset(node)
            corner = transform.map(QPointF(left - side, top - above))
            if exact:
                corner = QPointF(round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio)
                painter.drawPixmap(corner, pixmap)
            else:
                late = True
                size = (node.width + 2 * side, node.height + 2 * MARGIN + extra_height(node))
                target = QRectF(corner.x(), corner.y(), size[0] * zoom, size[1] * zoom)
                painter.drawPixmap(target, pixmap, QRectF(pixmap.rect()))
            live = self.statistics.get(node.id)
            if live is not None and has_strip(node, live):
                hurried = deadline is not None and (self._zooming or time.perf_counter() > deadline)
                at = corner + QPointF(side, above) * zoom
                late = not self._strips.paint(painter, node, live, at, zoom, ratio, hurried) or late
        painter.restore()
        return late

    def _pixmap(
        self, node: NodePicture, zoom: float, bucket: int, ratio: float, deadline: float | None
    ) -> tuple[QPixmap | None, bool]:
        state = self.states.get(node.id, NodeState())
        statistics = self.statistics.get(node.id)
        apart = has_strip(node, statistics)  # what is live is laid over a sheet that stays
        look = statistics.sheet if statistics is not None and (apart or node.pill) else id(statistics)
        key = (node, state, look, bucket, ratio)
        found = self._pixmaps.get(key)
        if found is not None:
            self._pixmaps.move_to_end(key)
            self._last[node.id] = found[0]
            return found[0], True
        if deadline is not None:
            last = self._last.get(node.id)
            if time.perf_counter() > deadline or (
                self._zooming and last is not None and serves(last, node, zoom * ratio)
            ):
                return last, False
        made = node_pixmap(node, state, statistics, zoom, ratio, not apart)
        self._pixmaps[key] = (made, statistics)  # with the statistics, so that their id is not given to others
        self._last[node.id] = made
        self._bytes += _size(made)
        while self._bytes > KEPT_BYTES and len(self._pixmaps) > 1:
            self._bytes -= _size(self._pixmaps.popitem(last=False)[1][0])
        return made, True

    def _middle(self, painter: QPainter, nodes: numpy.ndarray, ratio: float, deadline: float | None) -> bool:
        """Boxes with stripe, icon and name; the name and the icon keep their size on the screen.

        Returns whether a name was left for later because there was no time to cut it.
        """
        look = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        pictures = self.drawing.picture.nodes
        sheets = nodes[self._is_block[nodes]]
        if len(sheets):  # a second sheet behind: there is something inside
            painter.setPen(QPen(QColor(look.line), 0))
            painter.setBrush(QColor(look.raised))
            painter.drawRects(
                [QRectF(b[0] + 6, b[1] - 6, b[2] - b[0], b[3] - b[1]) for b in self.drawing.boxes[sheets].tolist()]
            )
        self._boxes(painter, nodes, QColor(look.raised), QPen(QColor(look.line), 0))
        paint_apart(painter, self.drawing, nodes, self.statistics)
        for family, members in self._by_family(nodes):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.families[family]))
            painter.drawRects(self._shapes.stripes(members))
        paint_marked(painter, self.drawing, self._shapes, nodes, self.states, self._wrong)
        transform = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        font = theme.ui_font(theme.TEXT_HINT, theme.MEDIUM)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        metrics = QFontMetricsF(font)
        half = metrics.height() / 2

        kinds = self._icon_kinds
        icons = {
            (family, name): icon_pixmap(name, family, 14, ratio)
            for family, name in {kinds[index] for index in nodes.tolist()}
        }
        zoom = transform.m11()
        screen = self.drawing.boxes[nodes] * zoom + [transform.dx(), transform.dy()] * 2
        late, few = False, len(nodes) <= _FEW_NODES
        below: list[int] = []  # whose name has no room beside the icon: under the box it has
        for index, (left, top, right, bottom) in zip(nodes.tolist(), screen.tolist(), strict=True):
            node = pictures[index]
            x, middle = left + STRIPE_FAR * zoom + 4, (top + bottom) / 2
            narrow = right - left <= 50 or (few and metrics.horizontalAdvance(node.name) > right - x - 20)
            if not narrow:
                painter.drawPixmap(QPointF(x, round(middle - 7)), icons[kinds[index]])
                x += 18
            hurried = deadline is not None and time.perf_counter() > deadline
            known, text = self._name(node.name, right - x - 2, metrics, whole=narrow, hurried=hurried)
            late = late or not known
            if narrow and text is None:
                painter.drawPixmap(QPointF(round((x + right) / 2 - 9), round(middle - 7)), icons[kinds[index]])
                below.append(index)
                continue
            if text is not None:
                painter.drawStaticText(QPointF(x, middle - half - (6 if node.repeat else 0)), text)
            if node.repeat:
                painter.setPen(QColor(look.families[Family.BLOCK]))
                painter.drawText(QPointF(x, middle + half + 4), node.repeat)
                painter.setPen(QColor(look.text))
        painter.restore()
        paint_far_names(painter, self.drawing, nodes[:0], numpy.array(below if few else [], dtype=nodes.dtype), nodes)
        return late

    def _name(
        self, name: str, room: float, metrics: QFontMetricsF, *, whole: bool, hurried: bool
    ) -> tuple[bool, QStaticText | None]:
        """A name cut to the room it has, or not shown unless ``whole``; kept, for every frame of a pan asks again.

        Whoever is ``hurried`` gets what was shown last, if that fits; the first of the two says whether it is right.
        """
        width = self._widths.get(name)
        if width is None:
            if hurried:
                return False, None
            width = self._widths[name] = metrics.horizontalAdvance(name)
        if whole and width > room:
            return True, None
        steps = -1 if width <= room else int(room / 8)  # a zoom in progress must not cut every name anew
        key = (name, steps)
        if key in self._names:
            return True, self._names[key]
        if hurried:
            return False, next(
                (self._names[name, less] for less in range(steps - 1, 0, -1) if (name, less) in self._names), None
            )
        if len(self._names) > 20_000:
            self._names.clear()
        room = room if steps < 0 else steps * 8.0
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room) if room >= 14 else ""
        text = None
        if shown and (len(shown) > 1 or shown == name):
            text = QStaticText(shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
        self._names[key] = text
        return True, text

    def _far(self, painter: QPainter, nodes: numpy.ndarray, wires: numpy.ndarray, deadline: float | None) -> bool:
        """Filled boxes and straight hairlines, a few calls in all; a few wires run as they do close up.

        Returns whether some were left for later.
        """
        look = theme.current()
        late = False
        if len(wires) <= _FEW_WIRES:
            late = self._wires(painter, wires, deadline)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._shapes.follow(self.drawing)
        if len(wires) > _FEW_WIRES:
            painter.setPen(QPen(QColor(look.edge), 0))
            painter.drawLines(self._shapes.lines(wires))
        for family, members in self._by_family(nodes):
            self._boxes(painter, members, QColor(theme.tint(look.families[family], look.surface, 0.9)), None)
        paint_marked(painter, self.drawing, self._shapes, nodes, self.states, self._wrong)
        blocks = self._is_block[nodes]
        readable = len(nodes) <= _FEW_NODES and painter.worldTransform().m11() >= _LEAST_NAMED
        if not self.wordless:
            paint_far_names(painter, self.drawing, nodes[blocks], nodes[~blocks] if readable else nodes[:0])
        return late

    def _by_family(self, nodes: numpy.ndarray) -> list[tuple[Family, numpy.ndarray]]:
        families = list(Family)
        own = self._family[nodes]
        return [(families[number], nodes[own == number]) for number in sorted(set(own.tolist()))]

    def _boxes(self, painter: QPainter, nodes: numpy.ndarray, fill: QColor, pen: QPen | None) -> None:
        painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        self._shapes.follow(self.drawing)
        painter.drawRects(self._shapes.rects(nodes))


def area_of(rect: QRectF) -> Box:
    """A Qt rectangle as left, top, right, bottom."""
    return rect.left(), rect.top(), rect.right(), rect.bottom()
