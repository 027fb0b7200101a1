"""Gestures that end at a port or on a wire: drawing a wire, moving one, and dropping a layer from the palette."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QToolTip

from graphs.edits import AddNode, Batch, Connect, Disconnect, Edit
from graphs.message import Message, say
from graphs.network import Network, NetworkError, Wire
from graphs.ports import arrives_later
from graphs.tensors import Kind
from widgets import theme
from widgets.canvas.commands import (
    free_spot,
    insert_at,
    kind_mismatch,
    main_ports,
    refusal,
    usual_size,
    wire_between,
    with_definitions,
)
from widgets.canvas.drawing import PortPlace
from widgets.canvas.geometry import Point, snapped
from widgets.canvas.gestures import Gesture, Modifiers
from widgets.canvas.node_painter import paint_port, port_place
from widgets.canvas.picture import PortPicture
from widgets.canvas.quiet import paint_handle, quiet_ports, weights_differ
from widgets.canvas.wire_painter import path_of
from widgets.language import tr
from widgets.ready import READY, brought

if TYPE_CHECKING:
    from widgets.canvas.view import GraphView


class DragWire(Gesture):
    """Draw a wire from a port; taken off a filled input, the wire there moves.

    Ports that fit glow, the others fade and say why in a tool tip. On empty canvas the search opens with the layers
    that fit; a moved wire that is dropped there is cut.
    """

    def __init__(self, view: GraphView, start: QPointF, port: PortPlace, old: Wire | None = None):
        super().__init__(view, start)
        self._old = old
        self._network = view.network
        if old is not None:
            self._network = view.network.copy()
            self._network.drop_wire(old)
            place = view.drawing.port_position(old.source, old.source_port, output=True) or port.position
            port = PortPlace(old.source, old.source_port, True, place)
            view.set_hidden_wire(old)
        self.port = port
        self._end = start
        self._over: PortPlace | None = None
        self._reasons: dict[tuple[int, str], Message | None] = {}
        self._before: dict[int, set[int]] = {}
        view.item.faded = True

    def _wire_to(self, other: PortPlace) -> Wire:
        a, b = (self.port, other) if self.port.is_output else (other, self.port)
        return wire_between(self._network, a.node, a.port, b.node, b.port)

    def _reason(self, other: PortPlace) -> Message | None:
        """Why a wire to this port would make no sense; worked out once per port."""
        key = (other.node, other.port)
        if key not in self._reasons:
            wire = self._wire_to(other)
            problem = self._circle(wire) if self._replaced(wire) else self._network.why_not(wire)
            if problem is None and (differ := weights_differ(self.view, wire)) is not None:
                problem = say("The weights are of another size, or not known yet.") if differ else None
            else:
                problem = problem or kind_mismatch(self._network, wire)
            self._reasons[key] = problem
        return self._reasons[key]

    def _aimed_at(self, at: Point) -> PortPlace | None:
        """The port near a point; over the body of a node its first port that fits, else its first."""
        over = self.view.drawing.port_at(at, self.view.reach(16.0))
        if over is not None:
            return None if over.is_output == self.port.is_output or over.node == self.port.node else over
        if (near := self._quiet_near(at)) is not None:
            return near
        node = self.view.drawing.node_at(at)
        picture = self.view.drawing.node(node) if node is not None and node != self.port.node else None
        if picture is None:
            return None
        to_input = self.port.is_output
        places = [
            PortPlace(picture.id, port.name, not to_input, place)
            for port in (picture.inputs if to_input else picture.outputs)
            if (place := self.view.drawing.port_position(picture.id, port.name, output=not to_input)) is not None
        ]
        return next((place for place in places if self._reason(place) is None), places[0] if places else None)

    def _quiet(self, node: int) -> list[PortPlace]:
        """The quiet ports of a node that this wire could go to: they show while it is dragged."""
        if node == self.port.node:
            return []
        sides = (place for _, place in quiet_ports(self.view, node) if place.is_output != self.port.is_output)
        return [place for place in sides if self._reason(place) is None]

    def _quiet_near(self, at: Point) -> PortPlace | None:
        reach = self.view.reach(16.0)
        drawing = self.view.drawing
        for node in drawing.nodes_in((at[0] - reach, at[1] - reach, at[0] + reach, at[1] + reach)):
            for place in self._quiet(node):
                if max(abs(place.position[0] - at[0]), abs(place.position[1] - at[1])) <= reach:
                    return place
        return None

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """The free end follows, and holds on to a port that is near."""
        self.moved = self.moved or (at - self.start).manhattanLength() > 3
        over = self._aimed_at((at.x(), at.y()))
        if over != self._over:
            self._over = over
            reason = self._reason(over) if over is not None else None
            if reason is not None:
                QToolTip.showText(self.view.to_global(at), tr(reason), self.view)
            else:
                QToolTip.hideText()
        self._end = QPointF(*over.position) if over is not None else at
        self.view.update_view()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Connect, move, cut, or ask what should come at the loose end."""
        over = self._over
        self._settle()
        if not self.moved:
            return
        view = self.view
        if over is None:
            if view.places.under(at + view.item.scenePos()) is not view.places.here:
                view.refuse(say("A wire leaves a block through its ports: draw it to an Output inside."))
            elif self._old is not None:
                view.request(Disconnect(self._old))
            elif view.drawing.node_at((at.x(), at.y())) is None:
                view.ask_for_layer(at, self.port)
            return
        wire = self._wire_to(over)
        if wire == self._old:
            return
        reason = refusal(self._free(wire), wire)
        if reason is not None:
            view.refuse(reason)
            return
        gone = [Disconnect(old) for old in (*((self._old,) if self._old is not None else ()), *self._replaced(wire))]
        view.request(Batch((*gone, Connect(wire)), say("Move wire")) if gone else Connect(wire))

    def _replaced(self, wire: Wire) -> list[Wire]:
        """The wire that another takes the place of: an input holds one, unless it takes many."""
        port = next((p for p in self._network.input_ports(wire.target) if p.name == wire.target_port), None)
        if port is None or port.many:
            return []
        return [old for old in self._network.wires_into(wire.target, wire.target_port) if old != wire]

    def _circle(self, wire: Wire) -> Message | None:
        """Why a wire to a filled input would make a circle, if it would; asked for many ports, so nothing is copied."""
        network, before = self._network, self._before.setdefault(wire.source, set())
        if not before:
            waiting = [wire.source]
            while waiting:
                node = waiting.pop()
                if node not in before:
                    before.add(node)
                    into = network.wires_into(node)
                    waiting += [w.source for w in into if not arrives_later(network.node(node), w.target_port)]
        if wire.target not in before or arrives_later(network.node(wire.target), wire.target_port):
            return None
        source, target = network.node(wire.source).name, network.node(wire.target).name
        return say(
            "A wire from {source} to {target} would make a circle: {target} already leads to {source}.",
            source=source,
            target=target,
        )

    def _free(self, wire: Wire) -> Network:
        """The network without the wire that this one would take the place of."""
        replaced = self._replaced(wire)
        if not replaced:
            return self._network
        network = self._network.copy()
        for old in replaced:
            network.drop_wire(old)
        return network

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._settle()

    def _settle(self) -> None:
        self.view.item.faded = False
        self.view.set_hidden_wire(None)
        QToolTip.hideText()
        self.view.update_view()

    def paint(self, painter: QPainter) -> None:
        """The wire, and the ports it could go to."""
        drawing = self.view.drawing
        spec = self.view.plan.spec(self.port.node, self.port.port) if self.port.is_output else None
        look = theme.current()
        for index in drawing.visible_nodes(self.view.visible_area()).tolist():
            node = drawing.picture.nodes[index]
            if node.id == self.port.node:
                continue
            corner = QPointF(*drawing.boxes[index, :2].tolist())
            ports = node.inputs if self.port.is_output else node.outputs
            for port in ports:
                at = corner + port_place(node, port, is_output=not self.port.is_output)
                place = (at.x(), at.y())
                fits = self._reason(PortPlace(node.id, port.name, not self.port.is_output, place)) is None
                paint_port(
                    painter, QPointF(*place), port, 11.0 if fits else 9.0, strength=1.0 if fits else 0.3, glow=fits
                )
            for quiet in self._quiet(node.id) if self.view.zoom() >= 0.65 else ():
                paint_handle(painter, QPointF(*quiet.position), quiet.port)
        start, end = QPointF(*self.port.position), self._end
        if not self.port.is_output:
            start, end = end, start
        painter.setPen(QPen(QColor(look.kinds[spec.kind] if spec is not None else look.edge), 3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path_of(drawing.direct((start.x(), start.y()), (end.x(), end.y()))))
        if spec is not None:
            paint_port(painter, self._end, PortPicture("", spec.kind, 0.0, connected=True, needed=False), 9.0)


class DropLayer(Gesture):
    """Carry a layer from the palette: a ghost follows the mouse; on a wire it is inserted, elsewhere it is placed."""

    def __init__(self, view: GraphView, start: QPointF, type_name: str):
        super().__init__(view, start)
        self.type_name = type_name
        self._title = tr(say(READY[type_name].title)) if type_name in READY else type_name
        network, node, _ = brought(view.network, type_name, (0.0, 0.0))
        self._insertable = main_ports(network, node.type) is not None
        self._at: QPointF | None = None
        self._wire: int | None = None

    def move(self, at: QPointF, modifiers: Modifiers) -> None:
        """Show the ghost; light up the wire it would go onto."""
        self.moved, self._at = True, at
        wire = self.view.drawing.wire_at((at.x(), at.y()), self.view.reach(16.0)) if self._insertable else None
        if wire != self._wire:
            self._wire = wire
            self.view.set_target_wire(wire)
        self.view.update_view()

    def finish(self, at: QPointF, modifiers: Modifiers) -> None:
        """Place the layer, if the mouse is on the canvas."""
        wire = self._wire
        self._settle()
        if self.view.is_inside(at):
            drop_layer(self.view, self.type_name, at, wire)

    def cancel(self) -> None:
        """Nothing was dropped."""
        self._settle()

    def _settle(self) -> None:
        self._at = None
        self.view.set_target_wire(None)
        self.view.update_view()

    def paint(self, painter: QPainter) -> None:
        """A dashed outline with the type's name where the node would lie."""
        if self._at is None:
            return
        width, height, line = usual_size(self.type_name)
        x, y = snapped((self._at.x() - width / 2, self._at.y() - line))
        look = theme.current()
        fill = QColor(theme.tint(look.accent, look.raised, 0.12))
        fill.setAlphaF(0.9)
        painter.setBrush(fill)
        pen = QPen(QColor(look.accent), theme.LINE_BLOCK)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        rect = QRectF(x, y, width, height)
        painter.drawRoundedRect(rect, theme.RADIUS_NODE, theme.RADIUS_NODE)
        painter.setFont(theme.ui_font(theme.TEXT_SECONDARY, theme.SEMIBOLD))
        painter.setPen(QColor(look.text))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self._title)


def drop_layer(view: GraphView, type_name: str, at: QPointF, wire: int | None) -> int | None:
    """Place a layer, or insert it on a wire, and select it; returns its id, or None when it was refused."""
    centre = (at.x(), at.y())
    try:
        network, node, before = brought(view.network, type_name, centre)
        if wire is None:
            node = replace(node, position=free_spot(view.drawing, node.type, centre, view.room))
            edit: Edit = AddNode(node)
        else:
            edit = insert_at(network, view.drawing, node, view.drawing.wire_picture(wire).wire, centre, view.room)
        edit = with_definitions(before, edit, node)
    except NetworkError as error:
        view.refuse(error.message)
        return None
    if not view.request(edit):
        return None
    view.set_selection((node.id,))
    return node.id


def kind_at(view: GraphView, port: PortPlace) -> Kind | None:
    """The kind of tensor that leaves a port, or None when it is an input or not known yet."""
    spec = view.plan.spec(port.node, port.port) if port.is_output else None
    return spec.kind if spec is not None else None
