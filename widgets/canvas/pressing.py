"""What can be pressed on open blocks and on those that open: buttons, values, and what lies under the mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from widgets.canvas.card import NodeState
from widgets.canvas.geometry import Box, Point
from widgets.canvas.opened_painter import Cell, cells_of
from widgets.canvas.signs import expander_of

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas
    from widgets.canvas.places import Place


class Pressing:
    """Finds what a hand is at, in units of the network at hand, and does what is pressed."""

    def __init__(self, canvas: Canvas):
        self._canvas, self._view, self._places = canvas, canvas.view, canvas.places
        self._pointed: Place | None = None

    def expander_at(self, point: Point) -> int | None:
        """The closed block whose button to open it lies under a point of the network at hand."""
        drawing = self._view.drawing
        node = drawing.node_at(point) or drawing.node_at((point[0], point[1] + 13.0))
        picture, box = (drawing.node(node), drawing.box(node)) if node is not None else (None, None)
        here = self._places.here
        if node is None or picture is None or box is None or not picture.block or here is None or node in here.faces:
            return None
        near = self._view.zoom() >= 0.65  # farther away it is not drawn
        return node if near and expander_of(box).contains(QPointF(*point)) else None

    def cell_at(self, point: Point) -> tuple[int, Cell] | None:
        """What can be pressed on the line over an open block under a point of the network at hand, and whose."""
        here = self._places.here
        for node, face in here.faces.items() if here is not None else ():
            box = self._view.drawing.box(node)
            for cell in cells_of(face, box, self._view.zoom()) if box is not None else ():
                if cell.place.contains(QPointF(*point)):
                    return node, cell
        return None

    def header_at(self, point: Point) -> int | None:
        """The open block whose line is under a point of the network at hand."""
        here = self._places.here
        for node in here.faces if here is not None else ():
            box = here.header(node) if here is not None else None
            if box is not None and box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]:
                return node
        return None

    def row_box(self, node: int, name: str) -> Box | None:
        """Where the value of a parameter stands over an open block."""
        here = self._places.here
        face = here.faces.get(node) if here is not None else None
        box = self._view.drawing.box(node)
        for cell in cells_of(face, box) if face is not None and box is not None else ():
            if cell.kind == "value" and cell.name == name:
                return cell.place.left(), cell.place.top(), cell.place.right(), cell.place.bottom()
        return None

    def press(self, node: int, cell: Cell) -> None:
        """Do what a button over an open block says."""
        way, door = self._canvas.levels.way, self._places.door(node)
        if door is None or cell.kind == "value":
            return
        if cell.kind == "close":
            self._places.close(node)
        elif cell.kind == "level":
            self._canvas.levels.go((*way, door))
        else:
            self._places.open(node, (door.copy + 1) % self._places.copies((*way, door)))

    def double_clicked(self, point: Point) -> bool:
        """Take a double click over an open block: a value lets itself be changed, the rest of the line closes it."""
        found, node = self.cell_at(point), self.header_at(point)
        if found is not None and found[1].kind == "value":
            self._canvas.face.open(found[0], found[1].name)
        elif node is not None and found is None:
            self._places.close(node)
        return found is not None or node is not None

    def hover(self, spot: QPointF) -> bool:
        """Show what lies under the mouse where it is not the network at hand; False where it is."""
        place = self._places.under(spot)
        if place is None or place is self._places.here:
            self.point_at(None, None)
            return False
        at = spot - place.origin
        node = place.item.drawing.node_at((at.x(), at.y()))
        self.point_at(place, node)
        picture = place.item.drawing.node(node) if node is not None else None
        self._view.viewport().setToolTip(picture.name if picture is not None else "")
        return True

    def leave(self) -> None:
        """Nothing lies under the mouse any more."""
        self.point_at(None, None)

    def point_at(self, place: Place | None, node: int | None) -> None:
        """Show what lies under the mouse in a network that is not the one at hand."""
        if self._pointed is not None and self._pointed is not place:
            self._pointed.item.states = {}
            self._pointed.item.update()
        self._pointed = place
        states = {node: NodeState(hover=True)} if node is not None else {}
        if place is not None and place.item.states != states:
            place.item.states = states
            place.item.update()
