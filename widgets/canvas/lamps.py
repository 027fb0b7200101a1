"""The lamp on a node of which something is to be said, where the drawing is too small for its title: as large on the
screen at any zoom, so that it is seen in a drawing of any size."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from widgets import theme
from widgets.icons import pixmap

if TYPE_CHECKING:
    from widgets.canvas.drawing import Drawing
    from widgets.canvas.strip import NodeStatistics

LAMP = 16
"""How wide a lamp is on the screen."""


def paint_lamps(painter: QPainter, drawing: Drawing, statistics: Mapping[int, NodeStatistics]) -> None:
    """Put a lamp on the upper right corner of each node that has advice."""
    advised = [node for node, shown in statistics.items() if shown.advice]
    if not advised:
        return
    transform, device = painter.worldTransform(), painter.device()
    ratio = device.devicePixelRatioF() if device is not None else 1.0
    look = theme.current()
    picture = pixmap("mdi6.lightbulb-on-outline", "warning", LAMP - 3, ratio)
    painter.save()
    painter.resetTransform()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.raised))
    for node in advised:
        box = drawing.box(node)
        if box is not None:
            corner = transform.map(QPointF(box[2], box[1]))
            place = QRectF(round(corner.x() - LAMP / 2), round(corner.y() - LAMP / 2), LAMP, LAMP)
            painter.drawEllipse(place)
            painter.drawPixmap(place.topLeft() + QPointF(1.5, 1.5), picture)
    painter.restore()
