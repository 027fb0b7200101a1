"""The drawing as a file that a paper prints: lines stay lines and letters stay letters, on white, cropped.

What is selected or pointed at on the screen leaves no trace, and the scheme of the window does not matter: paper is
white. SVG and PDF have no pixels at all; PNG has 300 of them to the inch.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter

from graphs.message import Message, say
from widgets import theme
from widgets.canvas.card import NodeState
from widgets.canvas.decorations import paint_frame_titles, paint_frames, paint_notes
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box
from widgets.canvas.node_painter import extra_height, paint_node, pixmap_offset
from widgets.canvas.opened import Sheet
from widgets.canvas.opened_painter import paint_open, paint_open_ports
from widgets.canvas.picture import Picture
from widgets.canvas.wire_painter import WirePainter, WireState

SUFFIXES = (".svg", ".png", ".pdf")
"""The kinds of files a drawing can be written as."""
AIR = 8.0
"""Canvas units of white around the drawing; 96 of them are an inch on paper."""
_UNITS = 96
_DOTS = 300
_MOST_PIXELS = 120_000_000


Pages = Sequence[tuple[Sheet, Drawing]]
"""Sheets with their drawings laid out, the outermost first."""


class CannotPublish(Exception):  # noqa: N818 - it says what is the matter
    """The drawing cannot be written; ``message`` says what was expected and what to try."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def publish(picture: Picture, path: Path, title: str = "", inside: Sequence[Sheet] = ()) -> None:
    """Write a picture as SVG, PDF or PNG, whichever the file's name ends in. Raises `CannotPublish`.

    ``inside`` are the sheets of a canvas with blocks open where they stand, that of the picture first.
    """
    kind = path.suffix.lower()
    if kind not in SUFFIXES:
        raise CannotPublish(
            say(
                "A drawing is written as {kinds}. The file is called {name}.", kinds=", ".join(SUFFIXES), name=path.name
            )
        )
    if not picture.nodes:
        raise CannotPublish(say("There is nothing to write yet. Put layers on the canvas, or open a preset."))
    pages = [(sheet, Drawing(sheet.picture)) for sheet in inside or (Sheet(picture, (0.0, 0.0), {}),)]
    with theme.worn(theme.PAPER):
        room = _room(pages[0][1])
        written = {".svg": _svg, ".png": _png, ".pdf": _pdf}[kind](pages, room, path, title)
    if not written:
        raise CannotPublish(say("{path} cannot be written. Choose another folder.", path=path))


def _room(drawing: Drawing) -> QRectF:
    """Everything that leaves ink, with a little white around it."""
    left, top, right, bottom = drawing.bounds()
    room = QRectF(left, top, right - left, bottom - top)
    for node, (x1, y1, x2, y2) in zip(drawing.picture.nodes, drawing.boxes.tolist(), strict=True):
        side = pixmap_offset(node)[0] if node.problem else 4.0
        behind = 6.0 if node.block else 4.0
        room |= QRectF(x1 - side, y1 - behind, x2 - x1 + 2 * side, y2 - y1 + behind + 10.0 + extra_height(node))
    for wire in range(len(drawing.picture.wires)):
        for x, y in drawing.route(wire).points:
            room |= QRectF(x - 2, y - 2, 4, 4)
    return room.adjusted(-AIR, -AIR, AIR, AIR)


def _paint(painter: QPainter, pages: Pages, room: QRectF) -> None:
    """Draw it with its upper left corner at the origin, what is inside open blocks after what is around them."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.fillRect(QRectF(0, 0, room.width(), room.height()), theme.current().surface)
    painter.translate(-room.topLeft())
    for sheet, drawing in pages:
        painter.save()
        painter.translate(*sheet.corner)
        seen = room.translated(-sheet.corner[0], -sheet.corner[1])
        _paint_sheet(painter, drawing, sheet, (seen.left(), seen.top(), seen.right(), seen.bottom()))
        painter.restore()


def _paint_sheet(painter: QPainter, drawing: Drawing, sheet: Sheet, area: Box) -> None:
    paint_frames(painter, drawing, area)
    every = range(len(drawing.picture.wires))
    closed = paint_open(painter, drawing, numpy.arange(len(drawing.picture.nodes)), sheet.faces, {}, 1.0).tolist()
    wires, state = WirePainter(), WireState()
    wires.paint(painter, drawing, every, state)
    for index in closed:
        painter.save()
        painter.translate(*drawing.boxes[index, :2].tolist())
        paint_node(painter, drawing.picture.nodes[index], NodeState())
        painter.restore()
    wires.paint_texts(painter, drawing, every, state)
    paint_open_ports(painter, drawing, sheet.faces, 1.0)
    paint_frame_titles(painter, drawing, area, 1.0)
    paint_notes(painter, drawing, area, 1.0)


def _svg(pages: Pages, room: QRectF, path: Path, title: str) -> bool:
    from PySide6.QtSvg import QSvgGenerator

    generator = QSvgGenerator()
    generator.setFileName(str(path))
    generator.setTitle(title)
    generator.setResolution(_UNITS)
    generator.setSize(room.size().toSize())
    generator.setViewBox(QRectF(0, 0, room.width(), room.height()))
    return _painted(generator, pages, room)


def _pdf(pages: Pages, room: QRectF, path: Path, title: str) -> bool:
    writer = QPdfWriter(str(path))
    writer.setTitle(title)
    writer.setResolution(_UNITS)
    inches = QSizeF(room.width() / _UNITS, room.height() / _UNITS)
    writer.setPageSize(QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return _painted(writer, pages, room)


def _painted(device: object, pages: Pages, room: QRectF) -> bool:
    painter = QPainter()
    if not painter.begin(device):  # type: ignore[arg-type]
        return False
    _paint(painter, pages, room)
    return painter.end()


def _png(pages: Pages, room: QRectF, path: Path, title: str) -> bool:
    """300 dots to the inch; a drawing that would be larger than any screen or printer takes gets fewer."""
    scale = min(_DOTS / _UNITS, (_MOST_PIXELS / (room.width() * room.height())) ** 0.5)
    image = QImage(round(room.width() * scale), round(room.height() * scale), QImage.Format.Format_RGB32)
    image.fill(theme.current().surface)
    painter = QPainter(image)
    painter.scale(scale, scale)
    _paint(painter, pages, room)
    painter.end()
    # Only now: fonts in points would grow with it.
    image.setDotsPerMeterX(round(scale * _UNITS / 0.0254))
    image.setDotsPerMeterY(round(scale * _UNITS / 0.0254))
    image.setText("Title", title)
    return image.save(str(path), "PNG")  # type: ignore[call-overload,no-any-return]
