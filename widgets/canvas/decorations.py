"""What lies around the nodes: coloured frames with their titles, sticky notes, lines around what is marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextDocument

from widgets import theme
from widgets.canvas.card import NodeState
from widgets.canvas.drawing import FRAME_AIR, FRAME_TITLE, Drawing
from widgets.canvas.geometry import Box
from widgets.canvas.shapes import BoxesAndLines
from widgets.language import tr

NOTE_TEXT = 12.5
_LEAST_ZOOM = 0.6
"""The zoom below which nodes lose their rows, and notes their words."""


def _outside(rect: QRectF, area: Box) -> bool:
    return rect.right() < area[0] or rect.left() > area[2] or rect.bottom() < area[1] or rect.top() > area[3]


def paint_frames(painter: QPainter, drawing: Drawing, area: Box) -> None:
    """Paint the ground and the edge of the frames that touch an area, in canvas units; their titles come last."""
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


@dataclass(frozen=True)
class FrameTitle:
    """The title of a frame where it is written, in canvas units."""

    frame: int
    words: str
    place: QRectF
    font: QFont
    backed: bool
    """Whether there is no free line for it inside the frame: it then stands across the edge, on a ground of its own."""


def frame_titles(drawing: Drawing, zoom: float) -> list[FrameTitle]:
    """The titles of all frames, 12 px or more on the screen: above the nodes of their frame at every zoom.

    From afar a title is as high as the line that the frame keeps for it, and more; it then moves up across the edge.
    Where no other title is in the way it may be longer than the frame is wide.
    """
    size = NOTE_TEXT if NOTE_TEXT * zoom >= 12 else 12 / max(zoom, 0.02)
    font = theme.ui_font(size, theme.SEMIBOLD)
    metrics = QFontMetricsF(font)
    found: list[FrameTitle] = []
    for frame in drawing.picture.frames:
        box = drawing.frame_box(frame.id) if frame.title else None
        if box is None:
            continue
        words, high = tr(frame.title), max(FRAME_TITLE, metrics.height())
        free = FRAME_AIR + FRAME_TITLE - 6.0 / zoom
        top = box[1] + min(8.0, free - high)
        room = QRectF(box[0] + 14.0, top, box[2] - box[0] - 28.0, high)
        whole = QRectF(room.left(), top, metrics.horizontalAdvance(words) + 1.0, high)
        if whole.width() > room.width() and any(whole.intersects(other.place) for other in found):
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            whole.setWidth(metrics.horizontalAdvance(words) + 1.0)
        found.append(FrameTitle(frame.id, words, whole, font, top < box[1] + 1.0 or whole.right() > box[2]))
    return found


def paint_frame_titles(painter: QPainter, drawing: Drawing, area: Box, zoom: float) -> None:
    """Write the titles of the frames that touch an area over everything else, so that no node hides them."""
    look = theme.current()
    colours = {f.id: tuple(look.frames.values())[f.colour % len(look.frames)] for f in drawing.picture.frames}
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for title in frame_titles(drawing, zoom) if colours else ():
        air = 3.0 / zoom
        ground = title.place.adjusted(-air, 0, air, 0)
        if _outside(ground, area):
            continue
        colour = colours[title.frame]
        if title.backed:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tint(colour, look.surface, 0.06)))
            painter.drawRoundedRect(ground, theme.RADIUS_SMALL / zoom, theme.RADIUS_SMALL / zoom)
        painter.setFont(title.font)
        painter.setPen(QColor(theme.tint(colour, look.text, 0.75)))
        painter.drawText(title.place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), title.words)


def paint_marked(
    painter: QPainter,
    drawing: Drawing,
    shapes: BoxesAndLines,
    nodes: numpy.ndarray,
    states: Mapping[int, NodeState],
    wrong: set[int],
) -> None:
    """Outline what is selected, pointed at or wrong among ``nodes``, when the details that say so are not drawn.

    What is ``wrong``, places in the drawing, is always red; selected, it has a second line around it.
    """
    look = theme.current()
    air = 3.0 / painter.worldTransform().m11()
    by_colour: dict[str, list[int]] = {}
    around: list[QRectF] = []
    marked = {place for node in states if (place := drawing.index(node)) is not None} | wrong
    for index in marked.intersection(nodes.tolist()):
        node = drawing.picture.nodes[index]
        chosen = node.id in states and states[node.id].selected
        token = look.danger if node.problem else look.accent if chosen else look.edge
        by_colour.setdefault(token, []).append(index)
        if chosen and node.problem:
            left, top, right, bottom = drawing.boxes[index].tolist()
            around.append(QRectF(left - air, top - air, right - left + 2 * air, bottom - top + 2 * air))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    shapes.follow(drawing)
    for token, places in by_colour.items():
        painter.setPen(_line(token))
        painter.drawRects(shapes.rects(numpy.array(places)))
    painter.setPen(_line(look.accent))
    painter.drawRects(around)


def _line(colour: str) -> QPen:
    """A line as wide on the screen at any zoom."""
    pen = QPen(QColor(colour), theme.LINE_FOCUS)
    pen.setCosmetic(True)
    return pen


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


_ICON_AND_NAME = 38.0
"""From this height on the screen on, a node has room for a name below its icon."""


def paint_far_names(
    painter: QPainter,
    drawing: Drawing,
    blocks: numpy.ndarray,
    others: numpy.ndarray,
    around: numpy.ndarray | None = None,
) -> None:
    """The names of blocks far away, under their boxes or above them and as large on the screen as ever, where there
    is room; then those of a few others. They keep clear of each other and of the nodes ``around``."""
    if not len(blocks) and not len(others):
        return
    transform = painter.worldTransform()
    font = theme.ui_font(theme.TEXT_SECONDARY, theme.MEDIUM)
    metrics = QFontMetricsF(font)
    painter.save()
    painter.resetTransform()
    painter.setFont(font)
    painter.setPen(QColor(theme.current().text))
    named = numpy.concatenate([blocks, others])
    screen = drawing.boxes[named] * transform.m11() + [transform.dx(), transform.dy()] * 2
    near = screen if around is None else drawing.boxes[around] * transform.m11() + [transform.dx(), transform.dy()] * 2
    taken = [QRectF(a, b, c - a, d - b) for a, b, c, d in near.tolist()] if len(others) else []
    for place_in, (index, (left, top, right, bottom)) in enumerate(zip(named.tolist(), screen.tolist(), strict=True)):
        node = drawing.picture.nodes[index]
        if place_in == len(blocks):
            font = theme.ui_font(theme.TEXT_HINT)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(QColor(theme.current().muted))
        text = f"{node.name} {node.repeat}".strip()
        width = metrics.horizontalAdvance(text)
        # Without the room below letters: between two nodes of a column there may be no more than a line.
        place = QRectF((left + right - width) / 2, bottom + 1, width, metrics.ascent())
        above = place.translated(0.0, top - bottom - metrics.height() - 3)
        for spot in (place, above) if place_in < len(blocks) else (place,):
            if not any(spot.intersects(other) for other in taken):
                taken.append(spot)
                painter.drawText(QPointF(spot.left(), spot.top() + metrics.ascent()), text)
                break
        else:
            if around is not None and bottom - top > _ICON_AND_NAME:  # no room under the box: what fits at its foot
                words = metrics.elidedText(text, Qt.TextElideMode.ElideRight, right - left - 8)
                painter.drawText(QPointF((left + right + 3 - metrics.horizontalAdvance(words)) / 2, bottom - 3), words)
    painter.restore()
