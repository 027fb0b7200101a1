"""The whole drawing as a picture: for files, thumbnails and tests."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from widgets import theme
from widgets.canvas.background import Background
from widgets.canvas.detail import Detail
from widgets.canvas.item import GraphItem


def image_of(shown: GraphItem, size: QSize | None = None, scale: float = 1.0, *, wordless: bool = False) -> QImage:
    """Draw everything an item shows: ``scale`` pixels per canvas unit, or as large as fits into ``size``; ``wordless``
    for a picture that will be shown so small that its words would only blur."""
    left, top, right, bottom = shown.drawing.bounds()
    air = 24.0
    width, height = max(right - left, 1.0) + 2 * air, max(bottom - top, 1.0) + 2 * air
    if size is not None:
        scale = min(size.width() / width, size.height() / height)
    pixels = size if size is not None else QSize(round(width * scale), round(height * scale))
    image = QImage(pixels, QImage.Format.Format_RGB32)
    image.fill(theme.current().surface)
    painter = QPainter(image)
    painter.translate((pixels.width() - width * scale) / 2, (pixels.height() - height * scale) / 2)
    painter.scale(scale, scale)
    painter.translate(air - left, air - top)
    area = QRectF(left - air, top - air, width, height)
    item = GraphItem()
    item.set_picture(shown.drawing.picture)
    item.statistics, item.wire_state.gradients = shown.statistics, shown.wire_state.gradients
    Background().paint(painter, area, scale, 1.0)
    detail = Detail.NEAR if scale >= 0.45 else Detail.MIDDLE if scale >= 0.25 else Detail.FAR
    if wordless:
        detail, item.wordless = Detail.FAR, True
    item.opened = shown.opened
    item.paint_area(painter, area, scale, 1.0, detail, patient=True)
    _paint_inside(painter, shown, area, scale, detail)
    painter.end()
    return image


def _paint_inside(painter: QPainter, shown: GraphItem, area: QRectF, scale: float, detail: Detail) -> None:
    """What is inside the blocks that are open where they stand, in their frames."""
    for child in shown.childItems():
        if isinstance(child, GraphItem):
            painter.save()
            painter.translate(child.pos())
            seen = area.translated(-child.pos())
            child.paint_area(painter, seen, scale, 1.0, detail, patient=True)
            _paint_inside(painter, child, seen, scale, detail)
            painter.restore()
