"""Ports for weights: left out of the usual picture, they show on the lower edge of a node that is pointed at.

A wire of weights goes from the right one of a layer to the left one of another, which then uses them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from graphs.layer import Port
from graphs.network import Wire
from graphs.tensors import Kind, TensorSpec
from widgets import theme
from widgets.canvas.drawing import PortPlace
from widgets.canvas.geometry import Point
from widgets.canvas.node_painter import extra_height, port_path
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.view import GraphView

_INSET, _APART, _SIZE, _REACH = 32.0, 16.0, 8.0, 8.0


def quiet_ports(view: GraphView, node: int) -> list[tuple[Port, PortPlace]]:
    """The ports of a node that are left out of its picture, and where on its lower edge they show."""
    picture, box = view.drawing.node(node), view.drawing.box(node)
    if picture is None or box is None or node not in view.network or node in view.item.opened:
        return []
    below = _written_below(view, node)
    found: list[tuple[Port, PortPlace]] = []
    for ports, shown, is_output in (
        (view.network.input_ports(node), picture.inputs, False),
        (view.network.output_ports(node), picture.outputs, True),
    ):
        known = {port.name for port in shown}
        for number, port in enumerate(port for port in ports if port.quiet and port.name not in known):
            along = min(_INSET, (box[2] - box[0]) / 3) + number * _APART
            if view.drawing.down:  # the lower edge is where outputs leave: the sides are free
                place = (box[2] if is_output else box[0], box[1] + along)
            else:
                place = (box[2] - along if is_output else box[0] + along, box[3] + below)
            found.append((port, PortPlace(node, port.name, is_output, place)))
    return found


def _written_below(view: GraphView, node: int) -> float:
    """How far down the words of its problem push the lower edge of a node; a pill's stand under it, without a box."""
    picture = view.drawing.node(node)
    return extra_height(picture) if picture is not None and not picture.pill else 0.0


def _pointed(view: GraphView, point: Point) -> list[int]:
    """The nodes whose quiet ports show: the one under a point or just above it, and the only one that is selected."""
    chosen = view.selection()[:1] if len(view.selection()) == 1 else ()
    near = (point[0], point[1] - _REACH)
    under = (view.drawing.node_at(point), view.drawing.node_at(near), still_pointed(view, point))
    return list(dict.fromkeys(node for node in (*chosen, *under) if node is not None))


def still_pointed(view: GraphView, point: Point) -> int | None:
    """The node under the mouse before, if the point is on the words of its problem below its box."""
    node = view.hovered
    box = view.drawing.box(node) if node is not None else None
    if node is None or box is None or not (below := _written_below(view, node)):
        return None
    return node if box[0] <= point[0] <= box[2] and box[3] <= point[1] <= box[3] + below + _REACH else None


def quiet_at(view: GraphView, point: Point) -> tuple[Port, PortPlace] | None:
    """The quiet port under a point, of a node that shows them."""
    if view.zoom() < 0.65:
        return None
    for node in _pointed(view, point):
        for port, place in quiet_ports(view, node):
            if max(abs(place.position[0] - point[0]), abs(place.position[1] - point[1])) <= _REACH:
                return port, place
    return None


def quiet_words(port: Port, place: PortPlace) -> str:
    """What a quiet port is for and what to do with it."""
    if place.is_output:
        return tr("{port}: drag from here to another layer, which then uses these weights", port=port.name)
    return tr("{port}: drag the weights of another layer here; this one then uses them", port=port.name)


def weights_differ(view: GraphView, wire: Wire) -> bool | None:
    """Whether a wire into a quiet port would bring a tensor of other sizes; None where no quiet port is."""
    port = next((p for p in view.network.input_ports(wire.target) if p.name == wire.target_port), None)
    if port is None or not port.quiet:
        return None
    taker, giver = view.plan.step(wire.target), view.plan.step(wire.source)
    wanted = taker.weights.get(wire.target_port) if taker is not None else None
    given: TensorSpec | None = giver.weights.get(wire.source_port) if giver is not None else None
    given = given or view.plan.spec(wire.source, wire.source_port)
    return wanted is None or given is None or given.batched or given.dims != wanted.dims


def paint_quiet(painter: QPainter, view: GraphView) -> None:
    """The quiet ports of the node that is pointed at, and of the one that is selected."""
    if view.zoom() < 0.65:
        return
    chosen = view.selection() if len(view.selection()) == 1 else ()
    for node in dict.fromkeys((*chosen, *((view.hovered,) if view.hovered is not None else ()))):
        for _, place in quiet_ports(view, node):
            paint_handle(painter, QPointF(*place.position))


def paint_handle(painter: QPainter, centre: QPointF, name: str = "") -> None:
    """One quiet port: small and hollow; with its ``name`` below, and glowing, while a wire could end there."""
    look = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name:
        light = QColor(look.accent)
        light.setAlphaF(0.35)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(centre, 10.0, 10.0)
    painter.setPen(QPen(QColor(look.kinds[Kind.TENSOR]), 1.5))
    painter.setBrush(QColor(look.surface))
    painter.drawPath(port_path(Kind.TOKENS, centre, _SIZE))
    if name:
        font = theme.ui_font(theme.TEXT_WIRE)
        painter.setFont(font)
        painter.setPen(QColor(look.text))
        width = QFontMetricsF(font).horizontalAdvance(name)
        painter.drawText(QPointF(centre.x() - width / 2, centre.y() + 20.0), name)
