"""What is live on a node while a run is open: a number, a line of gradient norms, a small picture.

It changes several times a second while the sheet below it stays, so it is painted by itself and laid over.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPen, QPixmap, QPolygonF

from widgets import theme
from widgets.canvas.geometry import TITLE
from widgets.canvas.opened import Sign
from widgets.canvas.picture import NodePicture

_KEPT = 600
"""How many painted strips are kept."""


@dataclass(frozen=True)
class NodeStatistics:
    """What a node shows while a run is open, in the place of its rows.

    ``value`` is one number in words with its ``name``; ``history`` the norm of its weights' gradient, step by step;
    ``image`` a thumbnail of what it gives. ``advice`` are words about the node; a lamp beside its name says that there
    are some. ``apart`` colours it by how far another network is from it there, 0 to 1.
    """

    value: str = ""
    name: str = ""
    history: tuple[float, ...] = ()
    image: QImage | None = None
    advice: str = ""
    apart: float | None = None

    @property
    def fills(self) -> bool:
        """Whether there is something to show in the place of the rows."""
        return bool(self.value or self.history or self.image is not None)

    @property
    def sheet(self) -> tuple[bool, bool, float | None]:
        """What of it changes the sheet of a node, on which the live strip lies."""
        return self.fills, bool(self.advice), self.apart


def line_of_text(
    painter: QPainter, box: QRectF, text: str, font: QFont, colour: str, flags: Qt.AlignmentFlag, *, elide: bool = True
) -> None:
    """Write one line into a box, cut where it has no room."""
    painter.setFont(font)
    painter.setPen(QColor(colour))
    if elide:
        text = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width() + 0.5)
    painter.drawText(box, int(flags | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine), text)


def strip_place(node: NodePicture) -> QRectF:
    """Where the live strip of a node lies, in canvas units from its corner."""
    return QRectF(14, TITLE + 4, node.width - 24, node.height - TITLE - 14)


class Strips:
    """The live strips of nodes as pixmaps: the newest of each, painted once for its numbers and the zoom."""

    def __init__(self) -> None:
        self._kept: dict[int, tuple[NodeStatistics, float, float, QPixmap]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def forget(self) -> None:
        """Drop all of them: the theme or the language changed."""
        self._kept.clear()

    def paint(
        self,
        painter: QPainter,
        node: NodePicture,
        statistics: NodeStatistics,
        at: QPointF,
        zoom: float,
        ratio: float,
        hurried: bool,
    ) -> bool:
        """Lay the strip over a node whose corner lies ``at``, in pixels; whoever is ``hurried`` gets the last one,
        stretched. Returns whether it is the right one."""
        place = strip_place(node)
        corner = (at + (place.topLeft() - QPointF(1, 1)) * zoom) * ratio
        corner = QPointF(round(corner.x()), round(corner.y())) / ratio  # a pixmap between two pixels is blurred
        kept = self._kept.get(node.id)
        exact = kept is not None and kept[0] is statistics and (kept[1], kept[2]) == (zoom, ratio)
        if kept is None or not (exact or hurried):
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            kept = self._kept[node.id] = (statistics, zoom, ratio, strip_pixmap(node, statistics, zoom, ratio))
            exact = True
        pixmap = kept[3]
        if kept[1] == zoom:
            painter.drawPixmap(corner, pixmap)
        else:
            size = pixmap.deviceIndependentSize() * (zoom / kept[1])
            painter.drawPixmap(QRectF(corner, size), pixmap, QRectF(pixmap.rect()))
        return exact


def has_strip(node: NodePicture, statistics: NodeStatistics | None) -> bool:
    """Whether a node shows a live strip that can be laid over it: one that is out of work is painted in one piece."""
    if statistics is None or not statistics.fills or node.pill or isinstance(node, Sign):
        return False
    return node.mode == "works" and not node.left_out


def paint_strip(painter: QPainter, node: NodePicture, statistics: NodeStatistics) -> None:
    """Paint what is live under the title: a picture, a line of gradient norms, or one number."""
    look, box = theme.current(), strip_place(node)
    if statistics.image is not None and not statistics.image.isNull():
        scaled = statistics.image.size().scaled(box.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(QRectF(box.left(), box.top(), scaled.width(), scaled.height()), statistics.image)
        box.setLeft(box.left() + scaled.width() + 8)
    if statistics.value:
        font = theme.number_font(theme.TEXT_BLOCK, theme.SEMIBOLD)
        line_of_text(
            painter,
            QRectF(box.left(), box.top(), box.width(), 22),
            statistics.value,
            font,
            look.text,
            Qt.AlignmentFlag.AlignLeft,
        )
        if statistics.name:
            place = QRectF(box.left(), box.top() + 22, box.width(), 18)
            line_of_text(
                painter, place, statistics.name, theme.ui_font(theme.TEXT_HINT), look.muted, Qt.AlignmentFlag.AlignLeft
            )
    elif len(statistics.history) > 1:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(look.families[node.family]), 1.2))
        painter.drawPolyline(QPolygonF(sparkline(statistics.history, box.adjusted(0, 4, 0, -4))))


def sparkline(values: Sequence[float], box: QRectF) -> list[QPointF]:
    """A small line through values inside a box, lowest at the bottom; a level line when all are equal."""
    low, high = min(values), max(values)
    span = high - low or 1.0
    step = box.width() / (len(values) - 1)
    middle = 0.5 if high == low else 0.0
    return [
        QPointF(box.left() + step * i, box.bottom() - ((v - low) / span + middle) * box.height())
        for i, v in enumerate(values)
    ]


def strip_pixmap(node: NodePicture, statistics: NodeStatistics, scale: float, ratio: float) -> QPixmap:
    """Paint the live strip of a node, with a margin of one unit, into a pixmap: ``scale`` pixels per canvas unit,
    ``ratio`` device pixels each."""
    place = strip_place(node).adjusted(-1, -1, 1, 1)
    pixmap = QPixmap(math.ceil(place.width() * scale * ratio), math.ceil(place.height() * scale * ratio))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale * ratio, scale * ratio)
    painter.translate(-place.topLeft())
    paint_strip(painter, node, statistics)
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
