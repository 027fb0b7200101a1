"""The paper the network is drawn on: one colour, and a dot at every step of the grid where there is room for dots."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets import theme
from widgets.canvas.geometry import GRID

_LEAST = 12.0
"""Screen pixels between two dots below which they would only be noise."""


class Background:
    """Paints the paper; a row of dots is painted once per zoom and then copied."""

    def __init__(self) -> None:
        self._row: QPixmap | None = None
        self._key: tuple[float, float, int] | None = None

    def paint(self, painter: QPainter, rect: QRectF, zoom: float, ratio: float) -> None:
        """Paint an area of the canvas, in canvas units."""
        look = theme.current()
        painter.fillRect(rect, QColor(look.surface))
        step = GRID * zoom
        if step < _LEAST:
            return
        transform = painter.worldTransform()
        place = transform.mapRect(rect)
        first_x, first_y = math.floor(rect.left() / GRID), math.floor(rect.top() / GRID)
        columns = math.ceil(rect.width() / GRID) + 2
        row = self._dots(zoom, ratio, -(-columns // 32) * 32, look)
        painter.save()
        painter.resetTransform()
        painter.setClipRect(place)
        left = transform.map(QPointF(first_x * GRID, 0.0)).x()
        for line in range(first_y, math.ceil(rect.bottom() / GRID) + 1):
            y = transform.map(QPointF(0.0, line * GRID)).y()
            painter.drawPixmap(QPointF(left - 1, round(y) - 1), row)
        painter.restore()

    def _dots(self, zoom: float, ratio: float, columns: int, look: theme.Theme) -> QPixmap:
        key = (zoom, ratio, columns)
        if self._row is None or self._key != key:
            step = GRID * zoom
            row = QPixmap(math.ceil((columns * step + 2) * ratio), math.ceil(2 * ratio))
            row.setDevicePixelRatio(ratio)
            row.fill(Qt.GlobalColor.transparent)
            painter = QPainter(row)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint(look.line, look.surface, 0.75)))
            painter.drawRects([QRectF(round(column * step), 0, 1.5, 1.5) for column in range(columns)])
            painter.end()
            self._row, self._key = row, key
        return self._row

    def paint_hint(self, painter: QPainter, rect: QRectF, text: str) -> None:
        """Say what to do with an empty canvas."""
        painter.setFont(theme.ui_font(theme.TEXT_BASE))
        painter.setPen(QColor(theme.current().muted))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap), text)
