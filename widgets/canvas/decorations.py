"""What lies around the nodes: coloured frames with their titles, and sticky notes."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QTextDocument

from widgets import theme
from widgets.canvas.drawing import FRAME_TITLE, Drawing
from widgets.canvas.geometry import Box
from widgets.language import tr

NOTE_TEXT = 12.5
_LEAST_ZOOM = 0.6
"""The zoom below which nodes lose their rows, and notes their words."""


def _outside(rect: QRectF, area: Box) -> bool:
    return rect.right() < area[0] or rect.left() > area[2] or rect.bottom() < area[1] or rect.top() > area[3]


def paint_frames(painter: QPainter, drawing: Drawing, area: Box, zoom: float) -> None:
    """Paint the frames that touch an area, in canvas units; far away their titles keep 12 px on the screen."""
    look = theme.current()
    colours = tuple(look.frames.values())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for frame in drawing.picture.frames:
        box = drawing.frame_box(frame.id)
        if box is None:
            continue
        rect = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
        if _outside(rect, area):
            continue
        colour = colours[frame.colour % len(colours)]
        painter.setPen(QPen(QColor(theme.tint(colour, look.surface, 0.33)), theme.LINE))
        painter.setBrush(QColor(theme.tint(colour, look.surface, 0.06)))
        painter.drawRoundedRect(rect, theme.RADIUS_FRAME, theme.RADIUS_FRAME)
        size = NOTE_TEXT if NOTE_TEXT * zoom >= 12 else 12 / max(zoom, 0.02)
        font = theme.ui_font(size, theme.SEMIBOLD)
        painter.setFont(font)
        painter.setPen(QColor(theme.tint(colour, look.text, 0.75)))
        room = QRectF(
            rect.left() + 14, rect.top() + 8, rect.width() - 28, max(FRAME_TITLE, QFontMetricsF(font).height())
        )
        title = (
            QFontMetricsF(font).elidedText(tr(frame.title), Qt.TextElideMode.ElideRight, room.width())
            if frame.title
            else ""
        )
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title)


def paint_picked(painter: QPainter, drawing: Drawing, picked: tuple[str, int]) -> None:
    """Outline the frame or the note a person deals with; a note shows the corner that resizes it."""
    kind, identity = picked
    box = drawing.note_box(identity) if kind == "note" else drawing.frame_box(identity)
    if box is None:
        return
    accent = QColor(theme.current().accent)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(accent, theme.LINE_FOCUS))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    radius = theme.RADIUS_SMALL if kind == "note" else theme.RADIUS_FRAME
    painter.drawRoundedRect(QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])), radius, radius)
    if kind == "note":
        for step in (5.0, 9.0, 13.0):
            painter.drawLine(QPointF(box[2] - step, box[3] - 3), QPointF(box[2] - 3, box[3] - step))


@lru_cache(maxsize=64)
def _document(words: str, width: float, font: str) -> QTextDocument:
    """The words of a note laid out as Markdown, kept for the next frame; ``font`` tells when the fonts are others."""
    document = QTextDocument()
    document.setDefaultFont(theme.ui_font(NOTE_TEXT))
    document.setDocumentMargin(0)
    document.setMarkdown(words)
    document.setTextWidth(width)
    return document


def paint_notes(painter: QPainter, drawing: Drawing, area: Box, zoom: float) -> None:
    """Paint the notes that touch an area as Markdown; from afar only their paper is seen."""
    look = theme.current()
    for note in drawing.picture.notes:
        rect = QRectF(QPointF(*note.position), QSizeF(*note.size))
        if _outside(rect, area):
            continue
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tint(look.note, look.surface, 0.5)), theme.LINE))
        painter.setBrush(QColor(theme.tint(look.note, look.surface, 0.16)))
        painter.drawRoundedRect(rect, theme.RADIUS_SMALL, theme.RADIUS_SMALL)
        if zoom < _LEAST_ZOOM:
            continue
        document = _document(tr(note.text) if note.text else "", rect.width() - 28, theme.ui_font(NOTE_TEXT).key())
        context = document.documentLayout().PaintContext()
        context.palette.setColor(context.palette.ColorRole.Text, QColor(look.text))
        painter.save()
        painter.translate(rect.topLeft() + QPointF(14, 12))
        context.clip = QRectF(0, 0, rect.width() - 28, rect.height() - 18)
        painter.setClipRect(context.clip, Qt.ClipOperation.IntersectClip)
        document.documentLayout().draw(painter, context)
        painter.restore()
