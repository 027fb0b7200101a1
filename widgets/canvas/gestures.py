"""What a hand does with the mouse: one class per gesture, from the press to the release.

A gesture changes only what is shown. The project changes once, by one edit, when it is finished; cancelled, it leaves
no trace.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from graphs.edits import Disconnect, Edit, MoveNodes, PutNote
from graphs.network import NetworkError, Note
from widgets import theme
from widgets.canvas.commands import can_insert, insert_at
from widgets.canvas.geometry import Point, snap, snapped

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
    """Move nodes by the grid; one that has no wires yet goes onto a wire it is dropped on."""

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
        self._from = {node: network.node(node).position for node in nodes}
        self._insertable = len(nodes) == 1 and can_insert(network, nodes[0])
        self._wire: int | None = None

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the nodes where they would go."""
        delta = at - self.start
        x, y = self._from[self._lead]
        offset = (snap(x + delta.x()) - x, snap(y + delta.y()) - y)
        if modifiers & Modifiers.AltModifier:
            offset = (delta.x(), delta.y())
        if offset != self._offset:
            self.moved, self._offset = True, offset
            self.view.show_moved(dict.fromkeys(self.nodes, offset))
        if self._insertable:
            self._aim((at.x(), at.y()))

    def _aim(self, at: Point) -> None:
        box = self.view.drawing.box(self.nodes[0])
        wire = self.view.drawing.wire_at(at, 14.0)
        if wire is None and box is not None:
            wire = self.view.drawing.wire_at(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2), 20.0)
        if wire != self._wire:
            self._wire = wire
            self.view.set_target_wire(wire)

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """One edit: a move, or an insertion."""
        view, wire, offset = self.view, self._wire, self._offset
        self._settle()
        if not self.moved:
            if self._click is not None:
                view.set_selection(self._click)
            return
        if wire is not None:
            try:
                target = view.drawing.wire_picture(wire).wire
                edit: Edit = insert_at(
                    view.network, view.drawing, view.network.node(self.nodes[0]), target, (at.x(), at.y())
                )
            except NetworkError as error:
                view.refuse(error.message)
                return
            view.request(edit)
            return
        if offset != (0.0, 0.0):
            view.request(
                MoveNodes(tuple((node, (x + offset[0], y + offset[1])) for node, (x, y) in self._from.items()))
            )

    def cancel(self) -> None:
        """Put the nodes back."""
        self._settle()

    def _settle(self) -> None:
        self.view.set_target_wire(None)
        self.view.show_moved({})


class DragNote(Gesture):
    """Move a sticky note; an outline shows where it would stick."""

    cursor = Qt.CursorShape.SizeAllCursor

    def __init__(self, view: GraphView, start: QPointF, note: Note):
        super().__init__(view, start)
        self._note = note
        self._to = note.position

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the outline."""
        delta = at - self.start
        self._to = snapped((self._note.position[0] + delta.x(), self._note.position[1] + delta.y()))
        self.moved = self._to != self._note.position
        self.view.update_view()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Stick it there; a click selects nothing."""
        if self.moved:
            self.view.request(PutNote(replace(self._note, position=self._to)))
        else:
            self.view.set_selection(())

    def paint(self, painter: QPainter) -> None:
        """The outline."""
        if self.moved:
            pen = QPen(QColor(theme.current().accent), theme.LINE_BLOCK)
            pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(QPointF(*self._to), QSizeF(*self._note.size)), 4, 4)


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
