"""What the mouse shows when it only points: the node and the wire under it, and what a press would do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from widgets.canvas.gestures import Press
from widgets.canvas.quiet import quiet_at, quiet_words, still_pointed
from widgets.canvas.travelling import explained

if TYPE_CHECKING:
    from widgets.canvas.view import GraphView


def hover(view: GraphView, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
    """Follow the mouse to a point of the network at hand; beyond it, inside an open block, the block follows."""
    if view.pressing.hover(at + view.item.scenePos()):
        view.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        view.lie_under(None, None)
        return
    point, close = (at.x(), at.y()), view.zoom() >= 0.3
    port = view.drawing.port_at(point, view.reach(10.0)) if view.zoom() >= 0.3 else None
    node = port.node if port is not None else view.drawing.node_at(point) or still_pointed(view, point)
    quiet = quiet_at(view, point) if port is None else None
    node = quiet[1].node if quiet is not None else node
    wire = view.drawing.wire_at(point, view.reach(6.0)) if node is None else None
    cut = wire if modifiers & Qt.KeyboardModifier.AltModifier else None
    if cut != view.item.wire_state.cut:
        view.set_cut_wire(cut)
    view.lie_under(node, wire)
    press = Press.on(view, at) if close else None
    if quiet is not None:
        _point(view, quiet_words(*quiet), Qt.CursorShape.CrossCursor)
    elif press is not None:
        _point(view, press.words(), Qt.CursorShape.PointingHandCursor)
    else:
        picture = view.drawing.node(node) if node is not None else None
        shown = view.item.statistics.get(node) if node is not None else None
        words = explained(view.network, picture, shown.advice if shown else "") if picture is not None else ""
        _point(view, words, Qt.CursorShape.CrossCursor if port is not None else Qt.CursorShape.ArrowCursor)


def _point(view: GraphView, words: str, cursor: Qt.CursorShape) -> None:
    if view.viewport().toolTip() != words:
        view.viewport().setToolTip(words)
    view.viewport().setCursor(cursor)
