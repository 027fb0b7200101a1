"""Where a drag of nodes leaves the network at hand: over the edge of an open block, into it or out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from graphs.edits import Edit
from graphs.message import Message, say
from graphs.network import Network, NetworkError, Node
from widgets import theme
from widgets.canvas.commands import can_insert, insert_at
from widgets.canvas.crossing import carried_across
from widgets.canvas.geometry import Point, snapped
from widgets.inside import copies_in
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.places import Place
    from widgets.canvas.view import GraphView

_EDGE = 40.0
"""How many pixels beyond the frame of its block a node still belongs inside: it only makes the frame larger."""


class Doorway:
    """Follows the mouse of a drag; ``place`` is the other network it is over, or None while it stays where it is."""

    def __init__(self, view: GraphView, nodes: tuple[int, ...]):
        self._view, self._nodes = view, nodes
        self.place: Place | None = None
        self._wire: int | None = None
        self._insertable = len(nodes) == 1 and can_insert(view.network, nodes[0])

    def aim(self, at: QPointF) -> bool:
        """See what lies under a point of the network at hand; True while it is another network."""
        spot = at + self._view.item.scenePos()
        place = self._under(spot)
        if place is not self.place:
            self.leave()
            self.place = place
            if place is not None:
                QToolTip.showText(self._view.to_global(at), tr(self._words(place)), self._view)
            self._view.update_view()
        if place is not None and self._insertable:
            local = spot - place.origin
            self._light(place.item.drawing.wire_at((local.x(), local.y()), self._view.reach(12.0)))
        return place is not None

    def _under(self, spot: QPointF) -> Place | None:
        places = self._view.places
        here, place = places.here, places.under(spot, without=self._nodes)
        if here is None or place is None or place is here:
            return None
        if here.way and place.way[: len(here.way)] != here.way:  # it goes out
            frame = self._frame(here)
            air = _EDGE / self._view.zoom()
            if frame is not None and frame.adjusted(-air, -air, air, air).contains(spot):
                return None
        return place

    def _frame(self, place: Place) -> QRectF | None:
        """The frame of the open block a network lies in, in units of the scene."""
        around = next((one for one in self._view.places if one.way == place.way[:-1]), None) if place.way else None
        box = around.item.drawing.box(place.way[-1].node) if around is not None and around is not place else None
        if box is None or around is None:
            return None
        return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])).translated(around.origin)

    def _words(self, place: Place) -> Message:
        network, outer = self._view.network, place.editor.project.network
        into, out = outer.block_name, network.block_name
        here = self._view.places.here
        if into is not None and here is not None and outer is network:
            return say("Let go to put it here: this is another copy of the same block.")
        if into is not None and (out is None or (here is not None and place.way[: len(here.way)] == here.way)):
            return say("Let go to put it into {block}; every copy gets it ({n}).", block=into, n=self._copies(into))
        assert out is not None
        return say("Let go to take it out of {block}; every copy loses it ({n}).", block=out, n=self._copies(out))

    def _copies(self, block: str) -> int:
        outside = self._view.places.outside
        return copies_in(outside.plan, outside.project.network, block) if outside is not None else 1

    def _light(self, wire: int | None) -> None:
        """Show which wire inside the node would go onto."""
        if self.place is not None and wire != self._wire:
            self._wire = wire
            self.place.item.wire_state.target = wire
            self.place.item.update()

    def leave(self) -> None:
        """Show nothing any more."""
        self._light(None)
        self.place = None
        QToolTip.hideText()

    def paint(self, painter: QPainter) -> None:
        """Outline the block that would take it up, or that would lose it, in units of the network at hand."""
        place, here = self.place, self._view.places.here
        if place is None or here is None:
            return
        inward = place.way[: len(here.way)] == here.way
        frame = self._frame(place if inward or place.way else here)
        if frame is not None:
            pen = QPen(QColor(theme.current().accent), theme.LINE_FOCUS + 1.0)
            if not inward and not place.way:
                pen.setDashPattern([4, 3])
            painter.setPen(pen)
            painter.setBrush(QColor(0, 0, 0, 0))
            painter.drawRoundedRect(frame.translated(-here.origin), theme.RADIUS_FRAME, theme.RADIUS_FRAME)

    def carry(self, corners: Mapping[int, Point], at: QPointF) -> None:
        """Move the nodes over: ``corners`` says where they were let go, closed, in units of the network at hand."""
        view, place, wire = self._view, self.place, self._wire
        here, outside = view.places.here, view.places.outside
        self.leave()
        if place is None or here is None or outside is None:
            return
        over, sizes = here.origin - place.origin, view.places.closed_sizes()
        spots = {
            node: snapped(place.room.kept(snapped((x + over.x(), y + over.y())), sizes[node]))
            for node, (x, y) in corners.items()
        }

        def inserted(network: Network, node: Node) -> Edit:
            target, middle = place.item.drawing.wire_picture(wire or 0).wire, at + over
            return insert_at(network, place.item.drawing, node, target, (middle.x(), middle.y()), place.room)

        try:
            ids, edit = carried_across(
                outside, here.way, self._nodes, place.way, spots, inserted if wire is not None else None
            )
            with view.places.gliding():
                outside.do(edit)
        except NetworkError as error:
            view.refuse(error.message)
            return
        view.places.step_into(place.way)
        view.set_selection(ids)
