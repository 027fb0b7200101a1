"""Lights on the drawing for whoever walks through the network: where one is, what has been passed, what travels on the
wires, and one line on what is done there.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from widgets import theme
from widgets.controls import colour, tinted
from widgets.icons import pixmap

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas
    from widgets.canvas.places import Place

Spot = tuple[tuple[tuple[int, int], ...], int]
"""A node: the way into open blocks as (node, copy), and its id there."""

_FRAME, _TRAVEL, _STRIPE = 33, 700, 8.0


@dataclass(frozen=True)
class Travel:
    """What travels along a wire: from and to which node (of the same network), and what is written beside it."""

    source: int
    target: int
    text: str = ""


class Lights(QWidget):
    """Lies over the drawing and lets the mouse through. `show_at` moves the light; `leave` takes it away."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self._canvas = canvas
        self._here: Spot | None = None
        self._passed: frozenset[Spot] = frozenset()
        self._travels: tuple[Travel, ...] = ()
        self._back = False
        self._words = ""
        self._share = 1.0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clock = QTimer(self)
        self._clock.setInterval(_FRAME)
        self._clock.timeout.connect(self._go_on)
        canvas.installEventFilter(self)
        view = canvas.view
        view.zoomed.connect(self.update)
        for bar in (view.horizontalScrollBar(), view.verticalScrollBar()):
            bar.valueChanged.connect(self._moved)
        self.setGeometry(canvas.view.geometry())
        self.raise_()
        self.show()

    # ------------------------------------------------------------------ what is lit

    def show_at(
        self, here: Spot | None, passed: Sequence[Spot], travels: Sequence[Travel], words: str, *, back: bool
    ) -> None:
        """Light a node, mark those that were passed, let values come along wires; ``back``, against their direction."""
        self._here, self._passed, self._travels = here, frozenset(passed), tuple(travels)
        self._words, self._back = words, back
        self._share = 1.0 if self._canvas.reduced_motion or not travels else 0.0
        if self._share < 1:
            self._clock.start()
        self.update()

    @property
    def here(self) -> Spot | None:
        """The node that is lit."""
        return self._here

    @property
    def passed(self) -> frozenset[Spot]:
        """The nodes that were passed."""
        return self._passed

    def rest(self) -> None:
        """Let what travels arrive at once."""
        self._share = 1.0
        self._clock.stop()
        self.update()

    def leave(self) -> None:
        """Go away."""
        self._clock.stop()
        self._canvas.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    @Slot()
    def _go_on(self) -> None:
        self._share = min(1.0, self._share + _FRAME / _TRAVEL)
        if self._share >= 1:
            self._clock.stop()
        self.update()

    @Slot(int)
    def _moved(self, value: int) -> None:
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the drawing."""
        if event.type() == QEvent.Type.Resize and watched is self._canvas:
            self.setGeometry(self._canvas.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ where it is

    def _seen(self, spot: Spot) -> tuple[Place, int] | None:
        """The network on the canvas in which a node is seen: its own, else the closed block it lies in."""
        path, node = spot
        places = {tuple((door[0], door[1]) for door in place.way): place for place in self._canvas.places}
        for depth in range(len(path), -1, -1):
            place = places.get(tuple(path[:depth]))
            if place is not None:
                return place, node if depth == len(path) else path[depth][0]
        return None

    def rect_of(self, spot: Spot) -> QRectF | None:
        """Where a node is on this widget; None where it is not drawn."""
        found = self._seen(spot)
        box = found[0].item.drawing.box(found[1]) if found is not None else None
        if found is None or box is None:
            return None
        area = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])).translated(found[0].origin)
        return QRectF(self._canvas.view.viewportTransform().mapRect(area))

    def _line(self, spot: Spot, travel: Travel) -> QPolygonF | None:
        found = self._seen(spot)
        if found is None:
            return None
        place = found[0]
        drawing, transform = place.item.drawing, self._canvas.view.viewportTransform()
        for number, wire in enumerate(drawing.picture.wires):
            if (wire.wire.source, wire.wire.target) == (travel.source, travel.target):
                points = np.asarray(drawing.line(number)) + [place.origin.x(), place.origin.y()]
                return QPolygonF([transform.map(QPointF(float(x), float(y))) for x, y in points])
        return None

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw marks, the light, and what travels."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ratio = self.devicePixelRatioF()
        mark = pixmap("mdi6.check-circle", "accent" if self._back else "success", 15, ratio)
        for spot in self._passed - {self._here}:
            rect = self.rect_of(spot)
            if rect is not None:
                corner = QRectF(rect.right() - 10, rect.top() - 8, 17, 17)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour("raised"))
                painter.drawEllipse(corner)
                painter.drawPixmap(corner.topLeft() + QPointF(1, 1), mark)
        if self._here is not None:
            rect = self.rect_of(self._here)
            if rect is not None:
                self._paint_light(painter, rect)
            for travel in self._travels:
                self._paint_travel(painter, travel)
            if rect is not None and self._words:
                self._paint_words(painter, rect)
        painter.end()

    def _paint_light(self, painter: QPainter, rect: QRectF) -> None:
        halo = QColor(colour("accent"))
        halo.setAlphaF(0.22)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(halo, 8))
        painter.drawRoundedRect(rect.adjusted(-5, -5, 5, 5), theme.RADIUS_NODE + 4, theme.RADIUS_NODE + 4)
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawRoundedRect(rect, theme.RADIUS_NODE, theme.RADIUS_NODE)
        wide = _STRIPE * min(1.0, self._canvas.zoom())
        painter.fillRect(QRectF(rect.left() + 1, rect.top() + 3, wide, rect.height() - 6), colour("accent"))

    def _paint_travel(self, painter: QPainter, travel: Travel) -> None:
        assert self._here is not None
        line = self._line(self._here, travel)
        if line is None or line.size() < 2:
            return
        points = [line.at(place) for place in range(line.size())]
        if self._back:
            points.reverse()
        token = "warning" if self._back else "accent"
        pen = QPen(colour(token), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        passed, head = _along(points, self._share)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(passed))
        painter.setPen(QPen(colour("raised"), 2))
        painter.setBrush(colour(token))
        painter.drawEllipse(head, 7, 7)
        if travel.text:
            middle, _ = _along(points, 0.5)
            self._paint_label(painter, travel.text, middle[-1] - QPointF(0, 18), token)

    def _paint_label(self, painter: QPainter, text: str, at: QPointF, token: str) -> QRectF:
        painter.setFont(theme.mono_font(theme.sized(theme.TEXT_HINT), 600))
        metrics = QFontMetricsF(painter.font())
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 12, metrics.height() + 4)
        room.moveCenter(at)
        room.moveLeft(min(max(room.left(), 4.0), max(self.width() - room.width() - 4, 4.0)))
        painter.setPen(QPen(colour(token), 1))
        painter.setBrush(tinted(token, 0.1))
        painter.drawRoundedRect(room, 5, 5)
        painter.setPen(colour("text"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)
        return room

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        """One line under the node, or over it where there is no room under it."""
        painter.setFont(theme.mono_font(theme.sized(theme.TEXT_SECONDARY), 500))
        metrics = QFontMetricsF(painter.font())
        text = metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, max(self.width() - 40.0, 60.0))
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 20, metrics.height() + 10)
        below = rect.bottom() + 14 + room.height() < self.height() - 8
        room.moveCenter(rect.center())
        room.moveTop(rect.bottom() + 12 if below else rect.top() - 12 - room.height())
        room.moveLeft(min(max(room.left(), 8.0), max(self.width() - room.width() - 8, 8.0)))
        painter.setPen(QPen(colour("accent"), 1.5))
        painter.setBrush(colour("raised"))
        painter.drawRoundedRect(room, 6, 6)
        painter.setPen(colour("text"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignCenter), text)


def _along(points: list[QPointF], share: float) -> tuple[list[QPointF], QPointF]:
    """The part of a line up to a share of its length, and where that ends."""
    lengths = [math.dist(a.toTuple(), b.toTuple()) for a, b in itertools.pairwise(points)]
    left, passed = share * sum(lengths), [points[0]]
    for length, start, end in zip(lengths, points, points[1:], strict=False):
        if length >= left:
            part = left / length if length else 0.0
            passed.append(start + (end - start) * part)
            return passed, passed[-1]
        left -= length
        passed.append(end)
    return passed, passed[-1]
