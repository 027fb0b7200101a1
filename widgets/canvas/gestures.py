"""What a hand does with the mouse: one class per gesture, from the press to the release.

A gesture changes only what is shown. The project changes once, by one edit, when it is finished; cancelled, it leaves
no trace.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy
from PySide6.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from graphs.edits import Batch, Disconnect, Edit, MoveNodes, PutFrame, PutNote
from graphs.message import say
from graphs.network import NetworkError, Note
from widgets import theme
from widgets.canvas.aligning import Guide, guides, lined_up, port_line
from widgets.canvas.commands import can_insert, insert_at
from widgets.canvas.doorway import Doorway
from widgets.canvas.geometry import LEAST_NOTE, Point, snap, snapped
from widgets.canvas.opened_painter import Cell, cell_words
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.view import GraphView

Modifiers = Qt.KeyboardModifier


class Gesture:
    """A gesture under way on a view. ``moved`` tells whether the mouse has left the place it was pressed at."""

    cursor: Qt.CursorShape | None = None

    def __init__(self, view: GraphView, start: QPointF):
        self.view, self.start = view, start
        self.moved = False

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Follow the mouse to a point of the canvas."""

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Do what the gesture means."""

    def cancel(self) -> None:
        """Show again what was before."""

    def paint(self, painter: QPainter) -> None:
        """Draw what shows only during the gesture, over everything, in canvas units."""


class Pan(Gesture):
    """Move the paper: the point under the mouse stays under it."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Scroll by as much as the mouse went."""
        self.moved = True
        self.view.pan_by(at - self.start)


class Press(Gesture):
    """Press a button on the canvas: it does its work when the mouse is let go over it."""

    def __init__(self, view: GraphView, start: QPointF, node: int, cell: Cell | None):
        super().__init__(view, start)
        self.node, self.cell = node, cell

    @classmethod
    def on(cls, view: GraphView, at: QPointF) -> Press | None:
        """The button at a point of the canvas: over an open block, or the one that opens a block; else None."""
        point = (at.x(), at.y())
        found = view.pressing.cell_at(point)
        if found is not None:
            return cls(view, at, *found) if found[1].kind != "value" else None
        node = view.pressing.expander_at(point)
        return cls(view, at, node, None) if node is not None else None

    def words(self) -> str:
        """What the button does."""
        return cell_words(self.cell) if self.cell is not None else tr("Open it where it stands (Shift+Enter)")

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Do what the button says."""
        again = Press.on(self.view, at)
        if again is None or (again.node, again.cell) != (self.node, self.cell):
            return
        if self.cell is None:
            self.view.set_selection((self.node,))
            self.view.places.open(self.node)
        else:
            self.view.pressing.press(self.node, self.cell)


class RubberBand(Gesture):
    """Select what a rectangle touches; with Ctrl or Shift it is added to what is selected."""

    def __init__(self, view: GraphView, start: QPointF, *, add: bool):
        super().__init__(view, start)
        self._before = view.selection() if add else ()
        self._end = start

    @property
    def _rect(self) -> QRectF:
        return QRectF(self.start, self._end).normalized()

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Stretch the rectangle and select what it touches."""
        old = self._rect
        self.moved, self._end = True, at
        rect = self._rect
        touched = self.view.drawing.nodes_in((rect.left(), rect.top(), rect.right(), rect.bottom()))
        self.view.set_selection(dict.fromkeys((*self._before, *touched)))
        self.view.update_area(old.united(rect))

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """A click on nothing selects nothing."""
        if not self.moved:
            self.view.set_selection(self._before)
        self.view.update_area(self._rect)

    def cancel(self) -> None:
        """Select what was selected before."""
        self.view.set_selection(self._before)
        self.view.update_area(self._rect)

    def paint(self, painter: QPainter) -> None:
        """An outline and a thin tint."""
        if not self.moved:
            return
        accent = QColor(theme.current().accent)
        pen = QPen(accent, 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        accent.setAlphaF(0.12)
        painter.setBrush(accent)
        painter.drawRect(self._rect)


class DragNodes(Gesture):
    """Move nodes by the grid; one that is dropped on a wire goes in between.

    One that is wired already has to be taken onto the wire by the mouse itself: many wires lie on the way of a drag.
    """

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(
        self,
        view: GraphView,
        start: QPointF,
        nodes: tuple[int, ...],
        lead: int,
        *,
        click: tuple[int, ...] | None = None,
    ):
        super().__init__(view, start)
        self.nodes, self._lead = nodes, lead
        self._click = click
        self._offset: Point = (0.0, 0.0)
        network = view.network
        self._from = {node: view.places.corner(node) for node in nodes}
        self._insertable = len(nodes) == 1 and can_insert(network, nodes[0])
        self._wired = bool(network.wires_into(nodes[0]) or network.wires_out_of(nodes[0]))
        self._wire: int | None = None
        self._frame: int | None = None
        self._guides: tuple[Guide, ...] = ()
        self._line = port_line(view.drawing, lead)
        self._still: tuple[numpy.ndarray, numpy.ndarray] | None = None
        self._doorway = Doorway(view, nodes)

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the nodes where they would go: in line with a neighbour, else on the grid; with Alt anywhere."""
        delta = at - self.start
        crossing = self.moved and self._doorway.aim(at)
        free = crossing or bool(modifiers & Modifiers.AltModifier)
        offset, shown = self._offset_for((delta.x(), delta.y()), free=free)
        if offset != self._offset:
            self.moved, self._offset = True, offset
            self.view.show_moved(dict.fromkeys(self.nodes, offset))
        if shown != self._guides:
            self._guides = shown
            self.view.update_view()
        if self._insertable:
            self._aim(None if crossing else (at.x(), at.y()))
        frame = self.view.drawing.frame_around((at.x(), at.y()), self.nodes) if self.moved and not crossing else None
        if frame != self._frame:
            self._frame = frame
            self.view.update_view()

    def _offset_for(self, delta: Point, *, free: bool) -> tuple[Point, tuple[Guide, ...]]:
        """How far the nodes go, and the lines that say with what they line up."""
        x, y = self._from[self._lead]
        picture = self.view.drawing.node(self._lead)
        if free or picture is None:
            return delta, ()
        others, lines = self._neighbours()
        left, top = x + delta[0], y + delta[1]
        down = self.view.drawing.down
        box = (left, top, left + picture.width, top + picture.height)
        line = self._line + (left if down else top)
        dx, dy = lined_up(box, line, others, lines, self.view.reach(5.0), down=down)
        offset = (left + dx - x if dx else snap(left) - x, top + dy - y if dy else snap(top) - y)
        left, top = x + offset[0], y + offset[1]
        box = (left, top, left + picture.width, top + picture.height)
        line = self._line + (left if down else top)
        return offset, guides(box, line, others, lines, down=down) if offset != (0.0, 0.0) else ()

    def _neighbours(self) -> tuple[numpy.ndarray, numpy.ndarray]:
        """The boxes one sees of nodes that stay, and the heights of their ports; gathered once for a drag."""
        if self._still is None:
            drawing = self.view.drawing
            moving = {drawing.index(node) for node in self.nodes}
            seen = [index for index in drawing.visible_nodes(self.view.visible_area()).tolist() if index not in moving]
            lines = [port_line(drawing, drawing.picture.nodes[index].id) for index in seen]
            boxes = drawing.boxes[seen].reshape(len(seen), 4)
            self._still = boxes, boxes[:, 0 if drawing.down else 1] + numpy.array(lines, dtype=float)
        return self._still

    def paint(self, painter: QPainter) -> None:
        """The lines the nodes keep to, and the frame they would join, or the block they would go into."""
        look = theme.current()
        self._doorway.paint(painter)
        pen = QPen(QColor(look.accent), 1)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawLines([QLineF(g.x1, g.y1, g.x2, g.y2) for g in self._guides])
        box = self.view.drawing.frame_box(self._frame) if self._frame is not None else None
        if box is not None:
            painter.setPen(QPen(QColor(look.accent), theme.LINE_FOCUS))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])), theme.RADIUS_FRAME, theme.RADIUS_FRAME
            )

    def _aim(self, at: Point | None) -> None:
        drawing = self.view.drawing
        box = drawing.box(self.nodes[0])
        own = drawing.wires_of(self.nodes)
        reach = self.view.reach(7.0) if self._wired else 14.0
        wire = drawing.wire_at(at, reach, own) if at is not None else None
        if wire is None and at is not None and box is not None and not self._wired:
            wire = drawing.wire_at(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), 20.0)
        if wire != self._wire:
            self._wire = wire
            self.view.set_target_wire(wire)
            if wire is not None and self._wired and at is not None:
                words = tr("Let go to put it here; the wire it leaves closes over the gap.")
                QToolTip.showText(self.view.to_global(QPointF(*at)), words, self.view)
            elif at is not None:
                QToolTip.hideText()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """One edit: a move, an insertion, or a move into a block or out of one."""
        view, wire, offset = self.view, self._wire, self._offset
        if self.moved and self._doorway.place is not None:
            self.view.show_moved({})
            corners = {node: (x + offset[0], y + offset[1]) for node, (x, y) in self._from.items()}
            self._doorway.carry(corners, at)
            return
        self._settle()
        if not self.moved:
            if self._click is not None:
                view.set_selection(self._click)
            return
        if wire is not None:
            try:
                target = view.drawing.wire_picture(wire).wire
                edit: Edit = insert_at(
                    view.network, view.drawing, view.network.node(self.nodes[0]), target, (at.x(), at.y()), view.room
                )
            except NetworkError as error:
                view.refuse(error.message)
                return
            view.request(edit)
            return
        if offset == (0.0, 0.0):
            return
        kept = view.places.kept
        move: Edit = MoveNodes(tuple((n, kept((x + offset[0], y + offset[1]), n)) for n, (x, y) in self._from.items()))
        frame = view.network.frames.get(self._frame) if self._frame is not None else None
        if frame is not None:
            joined = PutFrame(replace(frame, nodes=(*frame.nodes, *(n for n in self.nodes if n not in frame.nodes))))
            move = Batch((move, joined), say("Move into {frame}", frame=frame.title))
        view.request(move)

    def cancel(self) -> None:
        """Put the nodes back."""
        self._settle()

    def _settle(self) -> None:
        self._doorway.leave()
        self.view.set_target_wire(None)
        self.view.show_moved({})


class DragNote(Gesture):
    """Move a sticky note; an outline shows where it would stick."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, view: GraphView, start: QPointF, note: Note):
        super().__init__(view, start)
        self._note = replace(note, position=view.room.shown(note.position, note.size))
        self._to = self._note.position

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the outline."""
        delta = at - self.start
        self._to = snapped((self._note.position[0] + delta.x(), self._note.position[1] + delta.y()))
        self.moved = self._to != self._note.position
        self.view.update_view()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Stick it there."""
        if self.moved:
            kept = self.view.room.kept(self._to, self._note.size)
            self.view.request(PutNote(replace(self._note, position=kept)))

    def paint(self, painter: QPainter) -> None:
        """The outline."""
        if self.moved:
            pen = QPen(QColor(theme.current().accent), theme.LINE_BLOCK)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(QPointF(*self._to), QSizeF(*self._note.size)), 4, 4)


class ResizeNote(Gesture):
    """Pull a note larger or smaller by its lower right corner, by the grid."""

    cursor = Qt.CursorShape.SizeFDiagCursor

    def __init__(self, view: GraphView, start: QPointF, note: Note):
        super().__init__(view, start)
        self._note = note
        self._to = note.size

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the outline."""
        width, height = (size + by for size, by in zip(self._note.size, (at - self.start).toTuple(), strict=True))
        self._to = (max(LEAST_NOTE[0], snap(width)), max(LEAST_NOTE[1], snap(height)))
        self.moved = self._to != self._note.size
        self.view.update_view()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Make it that large."""
        if self.moved:
            kept = self.view.network.notes[self._note.id].position
            self.view.request(PutNote(replace(self._note, position=kept, size=self._to)))

    def paint(self, painter: QPainter) -> None:
        """The outline."""
        if self.moved:
            painter.setPen(QPen(QColor(theme.current().accent), theme.LINE_BLOCK))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            corner = QPointF(*self.view.room.shown(self._note.position, self._note.size))
            painter.drawRoundedRect(QRectF(corner, QSizeF(*self._to)), 4, 4)


class CutWire(Gesture):
    """Alt and a click on a wire cut it; while the button is down the wire shows that it would go."""

    def __init__(self, view: GraphView, start: QPointF, wire: int):
        super().__init__(view, start)
        self._wire: int | None = wire
        view.set_cut_wire(wire)

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Moving off the wire spares it."""
        self.moved = True
        self._wire = self.view.drawing.wire_at((at.x(), at.y()), self.view.reach(8.0))
        self.view.set_cut_wire(self._wire)

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Cut the wire under the mouse."""
        wire = self._wire
        self.view.set_cut_wire(None)
        if wire is not None:
            self.view.request(Disconnect(self.view.drawing.wire_picture(wire).wire))

    def cancel(self) -> None:
        """Spare the wire."""
        self.view.set_cut_wire(None)
