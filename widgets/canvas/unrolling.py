"""A scan that is open, drawn several times beside itself: one copy per time step, and what each hands to the next."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from graphs.layer import Family
from widgets import theme
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box, bounds, direct, snap
from widgets.canvas.wire_painter import paint_arrow, path_of
from widgets.language import tr

MOST = 8
"""Steps that can be drawn beside each other."""
APART = 96.0
GHOST = 0.4
"""How strongly the steps before the last are painted."""


class Unrolled:
    """How often the drawing stands beside itself; the last copy is the real one, those before it are its ghosts.

    Ghosts lie to the left, where the drawing flows downwards above: time runs as the wires do.
    """

    def __init__(self, drawing: Drawing, steps: int = 1):
        self.drawing, self.steps = drawing, steps
        self._left, self._top, self._right, self._bottom = bounds(drawing.boxes)

    def offset(self, back: int) -> tuple[float, float]:
        """How far from the drawing the copy lies that is so many steps earlier."""
        if self.drawing.down:
            return 0.0, -back * snap(self._bottom - self._top + APART)
        return -back * snap(self._right - self._left + APART), 0.0

    def bounds(self) -> Box:
        """Everything that is drawn, with the ruler of time above."""
        dx, dy = self.offset(self.steps - 1)
        return self._left + dx, self._top + dy - 48.0, self._right, self._bottom

    def paint_ghosts(self, painter: QPainter, exposed: QRectF, paint: Callable[[QRectF], None]) -> None:
        """Have the drawing painted once per earlier step: ``paint`` gets the area that is seen of it."""
        for back in range(self.steps - 1, 0, -1):
            dx, dy = self.offset(back)
            area = QRectF(self._left + dx, self._top + dy, self._right - self._left, self._bottom - self._top)
            if area.adjusted(-APART, -APART, APART, APART).intersects(exposed):
                painter.save()
                painter.setOpacity(GHOST)
                painter.translate(dx, dy)
                paint(exposed.translated(-dx, -dy))
                painter.restore()

    def paint_carried(self, painter: QPainter, zoom: float) -> None:
        """Draw what each step hands to the next, and above all steps a ruler with their numbers."""
        look = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for wire, picture in enumerate(self.drawing.picture.wires):
            if picture.later:
                x1, y1, x2, y2 = self.drawing.ends[wire].tolist()
                for back in range(self.steps - 1, 0, -1):
                    (ax, ay), (bx, by) = self.offset(back), self.offset(back - 1)
                    route = direct((x1 + ax, y1 + ay), (x2 + bx, y2 + by), down=self.drawing.down)
                    colour = QColor(look.kinds[picture.kind] if picture.known else look.edge)
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(colour, theme.LINE_WIRE))
                    painter.drawPath(path_of(route))
                    paint_arrow(painter, route, colour)
        self._ruler(painter, look, zoom)
        painter.restore()

    def _ruler(self, painter: QPainter, look: theme.Theme, zoom: float) -> None:
        scale = 1 / min(1.0, max(zoom, 0.05))
        painter.setFont(theme.number_font(theme.TEXT_SECONDARY * scale))
        colour = QColor(theme.family_colour(Family.SCAN))
        for back in range(self.steps):
            dx, dy = self.offset(back)
            line = self._top + dy - 16.0
            painter.setPen(QPen(colour, 1.5 * scale))
            painter.drawLine(QPointF(self._left + dx, line), QPointF(self._right + dx, line))
            painter.setPen(QColor(look.text if back == 0 else look.muted))
            words = tr("t = {n}", n=self.steps - back)
            painter.drawText(QPointF(self._left + dx, line - 6.0 * scale), words)
