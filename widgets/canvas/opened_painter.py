"""How a block looks that is opened where it stands: a frame with a line over it, and signs at its edge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from graphs.layer import Family
from widgets import theme
from widgets.canvas.card import NodeState
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box
from widgets.canvas.node_painter import PORT, paint_port, port_place
from widgets.canvas.opened import HEADER, Face
from widgets.icons import FAMILY_ICONS, pixmap
from widgets.language import tr

_BUTTON = 24.0
_LEAST_PRESS = 0.3
_LEAST_ZOOM = 0.6
"""The zoom below which only the name of an open block is written, as large on the screen as ever."""


@dataclass(frozen=True)
class Cell:
    """Something on the line over an open block that can be pressed: a button, or the value of a parameter."""

    kind: Literal["close", "next", "level", "value"]
    place: QRectF
    name: str = ""
    label: str = ""
    value: str = ""


_ICONS = {"close": "mdi6.arrow-collapse-all", "next": "mdi6.chevron-right", "level": "mdi6.arrow-expand"}


def cell_words(cell: Cell) -> str:
    """What pressing a cell does, in words."""
    return {
        "close": tr("Close the block where it stands (Shift+Enter)"),
        "next": tr("Next copy: the shapes inside are those of the copy one sees"),
        "level": tr("Show the inside alone (Enter)"),
        "value": tr("Double-click to change it. = begins arithmetic."),
    }[cell.kind]


def _fonts() -> tuple[QFont, QFont, QFont]:
    return (
        theme.ui_font(theme.TEXT_BLOCK, theme.SEMIBOLD),
        theme.ui_font(theme.TEXT_SECONDARY),
        theme.number_font(theme.TEXT_SECONDARY),
    )


def cells_of(face: Face, box: Box, zoom: float = 1.0) -> tuple[Cell, ...]:
    """What can be pressed on the line over an open block: values from the right to the left as far as there is room.

    From farther away only the button that closes it is left, as large as the line allows.
    """
    if zoom < _LEAST_ZOOM:
        side = min(HEADER, 20.0 / zoom)
        return (Cell("close", QRectF(box[2] - side - 2.0, box[1] + (HEADER - side) / 2, side, side)),)
    right, top = box[2] - 8.0, box[1] + (HEADER - _BUTTON) / 2
    found: list[Cell] = []
    kinds: tuple[Literal["close", "next", "level"], ...] = (
        ("close", "level", "next") if face.copies > 1 else ("close", "level")
    )
    for kind in kinds:
        found.append(Cell(kind, QRectF(right - _BUTTON, top, _BUTTON, _BUTTON)))
        right -= _BUTTON + 4.0
    title, small, number = _fonts()
    left = box[0] + 44.0 + QFontMetricsF(title).horizontalAdvance(_title(face)) + 16.0
    right -= 8.0
    for row in reversed(face.rows):
        if not row.name:
            continue
        label = QFontMetricsF(small).horizontalAdvance(row.label) + 8.0
        value = f"{row.follows} {row.value}".strip()
        field = max(44.0, QFontMetricsF(number).horizontalAdvance(value) + 16.0)
        if right - field - label < left:
            break
        found.append(Cell("value", QRectF(right - field, top, field, _BUTTON), row.name, row.label, value))
        right -= field + label + 10.0
    return tuple(found)


def least_width(face: Face) -> float:
    """How wide a frame has to be for its name, its buttons and its first two values."""
    title, small, _ = _fonts()
    rows = sum(QFontMetricsF(small).horizontalAdvance(row.label) + 70.0 for row in face.rows[:2] if row.name)
    return 44.0 + QFontMetricsF(title).horizontalAdvance(_title(face)) + 24.0 + 3 * (_BUTTON + 4.0) + 16.0 + rows


def _title(face: Face) -> str:
    copies = tr("{n} of {count}", n=face.copy + 1, count=face.copies) if face.copies > 1 else ""
    return " · ".join(part for part in (face.name, copies) if part)


def paint_frame(painter: QPainter, face: Face, box: Box, zoom: float, *, selected: bool, problem: bool) -> None:
    """Paint the frame of an open block and the line over it, in canvas units."""
    look = theme.current()
    family = Family.SCAN if face.scan else Family.BLOCK
    colour = look.families[family]
    rect = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    edge = QColor(look.danger if problem else look.accent if selected else colour)
    if not (selected or problem or face.own):
        edge = QColor(theme.tint(colour, look.surface, 0.6))
    painter.setPen(QPen(edge, theme.LINE_FOCUS if selected or problem or face.own else theme.LINE_BLOCK))
    painter.setBrush(QColor(theme.tint(colour, look.surface, 0.05)))
    painter.drawRoundedRect(rect, theme.RADIUS_FRAME, theme.RADIUS_FRAME)
    if problem and selected:  # beside the red, which always shows
        painter.setPen(QPen(QColor(look.accent), theme.LINE_FOCUS))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), theme.RADIUS_FRAME + 3, theme.RADIUS_FRAME + 3)
    if zoom < _LEAST_ZOOM:
        _far_title(painter, face, rect, zoom, look)
        if zoom >= _LEAST_PRESS:
            place = cells_of(face, box, zoom)[0].place
            drawn = pixmap(_ICONS["close"], "text", 16, 2.0)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(place.adjusted(5, 5, -5, -5), drawn, QRectF(drawn.rect()))
        painter.restore()
        return
    painter.setPen(QPen(QColor(theme.tint(colour, look.surface, 0.33)), theme.LINE))
    painter.drawLine(QPointF(rect.left() + 1, rect.top() + HEADER), QPointF(rect.right() - 1, rect.top() + HEADER))
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    drawn = pixmap(FAMILY_ICONS[family], family, 18, 2.0)
    painter.drawPixmap(QRectF(rect.left() + 14, rect.top() + 9, 18, 18), drawn, QRectF(drawn.rect()))
    title, small, number = _fonts()
    cells = cells_of(face, box)
    left = rect.left() + 42.0
    left = _word(painter, left, rect.top(), _title(face), title, look.text) + 12.0
    room = min(cell.place.left() - (QFontMetricsF(small).horizontalAdvance(cell.label) + 8.0) for cell in cells) - 12.0
    for words in (_says(face), face.block):
        if left + QFontMetricsF(small).horizontalAdvance(words) <= room:
            _word(painter, left, rect.top(), words, small, look.muted)
            break
    for cell in cells:
        if cell.kind == "value":
            painter.setPen(QPen(QColor(look.edge), theme.LINE))
            painter.setBrush(QColor(look.raised))
            painter.drawRoundedRect(cell.place, theme.RADIUS_FIELD, theme.RADIUS_FIELD)
            painter.setFont(number)
            painter.setPen(QColor(look.text))
            middle = int(Qt.AlignmentFlag.AlignCenter)
            painter.drawText(cell.place, middle, cell.value)
            start = cell.place.left() - QFontMetricsF(small).horizontalAdvance(cell.label) - 8.0
            _word(painter, start, rect.top(), cell.label, small, look.muted)
        else:
            drawn = pixmap(_ICONS[cell.kind], "text", 16, 2.0)
            painter.drawPixmap(cell.place.adjusted(4, 4, -4, -4), drawn, QRectF(drawn.rect()))
    painter.restore()


def _says(face: Face) -> str:
    if face.uses > 1:
        return tr("{block}: edit once, all {n} copies follow", block=face.block, n=face.uses)
    return tr("{block}: the only copy", block=face.block)


def _word(painter: QPainter, left: float, top: float, words: str, font: QFont, colour: str) -> float:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    width = QFontMetricsF(font).horizontalAdvance(words)
    place = QRectF(left, top, width + 4.0, HEADER)
    painter.drawText(place, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), words)
    return left + width


def _far_title(painter: QPainter, face: Face, rect: QRectF, zoom: float, look: theme.Theme) -> None:
    font = theme.ui_font(theme.TEXT_SECONDARY, theme.SEMIBOLD)
    metrics = QFontMetricsF(font)
    transform = painter.worldTransform()
    painter.save()
    painter.resetTransform()
    corner = transform.map(rect.topLeft())
    room = rect.width() * zoom - 36.0
    words = metrics.elidedText(_title(face), Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(QColor(look.text))
    if room > 24.0 and HEADER * zoom >= metrics.height() + 2.0:
        painter.drawText(QPointF(corner.x() + 8.0, corner.y() + metrics.ascent() + 3.0), words)
    elif room > 24.0:  # the line over it is too low for letters: they stand on the edge, which gives way
        wide = metrics.horizontalAdvance(words)
        painter.fillRect(QRectF(corner.x() + 5.0, corner.y() - 4.0, wide + 6.0, 8.0), QColor(look.surface))
        painter.drawText(QPointF(corner.x() + 8.0, corner.y() + metrics.ascent() - metrics.height() / 2), words)
    painter.restore()


def paint_open(
    painter: QPainter,
    drawing: Drawing,
    nodes: numpy.ndarray,
    opened: Mapping[int, Face],
    states: Mapping[int, NodeState],
    zoom: float,
) -> numpy.ndarray:
    """Paint the frames of the open blocks among ``nodes``, places in the drawing; returns those that are not open."""
    rest: list[int] = []
    for index in nodes.tolist():
        node = drawing.picture.nodes[index]
        face = opened.get(node.id)
        if face is None:
            rest.append(index)
            continue
        state = states.get(node.id)
        left, top, right, bottom = drawing.boxes[index].tolist()
        chosen = state is not None and state.selected
        paint_frame(painter, face, (left, top, right, bottom), zoom, selected=chosen, problem=bool(node.problem))
    return numpy.array(rest, dtype=int)


def paint_open_ports(painter: QPainter, drawing: Drawing, opened: Mapping[int, Face], zoom: float) -> None:
    """Paint the ports on the edges of the frames, over the wires that end there."""
    if zoom < _LEAST_ZOOM:
        return
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for identity in opened:
        node, box = drawing.node(identity), drawing.box(identity)
        if node is None or box is None:
            continue
        for ports, is_output in ((node.inputs, False), (node.outputs, True)):
            for port in ports:
                place = QPointF(box[0], box[1]) + port_place(node, port, is_output=is_output)
                paint_port(painter, place, port, PORT)
