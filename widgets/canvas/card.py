"""The sheet a node is painted on: its shadow, its edge, and what the edge says of how a person deals with the node."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from widgets import theme
from widgets.canvas.picture import NodePicture


@dataclass(frozen=True)
class NodeState:
    """How a person is dealing with a node just now."""

    selected: bool = False
    halo: bool = False
    hover: bool = False
    focus: bool = False


def paint_behind(painter: QPainter, box: QRectF, look: theme.Theme) -> None:
    """A second sheet behind a block: there is something inside."""
    painter.setPen(QPen(QColor(look.line), theme.LINE))
    painter.setBrush(QColor(look.raised))
    painter.drawRoundedRect(box.adjusted(5.5, -4.5, 4.5, -5.5), theme.RADIUS_NODE, theme.RADIUS_NODE)


def paint_card(painter: QPainter, node: NodePicture, state: NodeState, box: QRectF, look: theme.Theme) -> None:
    """Paint the sheet of a node with its shadow, and the light around it while it is chosen or wrong."""
    shadow = QColor(look.shadow)
    for spread, share in ((2.0, 0.35), (1.0, 0.65)):
        shadow.setAlphaF(look.node_shadow * share)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shadow)
        painter.drawRoundedRect(
            box.adjusted(-spread / 2, 0, spread / 2, spread + 0.5), theme.RADIUS_NODE, theme.RADIUS_NODE
        )
    if node.problem or state.halo:
        halo = QColor(look.accent if state.halo else look.danger)
        halo.setAlphaF(0.20 if state.halo else 0.13)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(halo, 4))
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), theme.RADIUS_NODE + 3, theme.RADIUS_NODE + 3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.raised))
    painter.drawRoundedRect(box, theme.RADIUS_NODE, theme.RADIUS_NODE)


def paint_outline(painter: QPainter, node: NodePicture, state: NodeState, box: QRectF, look: theme.Theme) -> None:
    """Paint the edge of a node. What is wrong is always red; selected, it has a second line around it."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    both = state.selected and bool(node.problem)
    if node.problem:
        pen = QPen(QColor(look.danger), theme.LINE_FOCUS)
    elif state.selected:
        pen = QPen(QColor(look.accent), theme.LINE_FOCUS)
    elif node.waiting:
        pen = QPen(QColor(look.edge), theme.LINE)
        pen.setDashPattern([4, 3])
    else:
        pen = QPen(QColor(look.edge if state.hover else look.line), theme.LINE)
    painter.setPen(pen)
    inset = pen.widthF() / 2
    inner = theme.RADIUS_NODE - inset
    painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), inner, inner)
    if both:
        painter.setPen(QPen(QColor(look.accent), theme.LINE_FOCUS))
        painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), theme.RADIUS_NODE + 3, theme.RADIUS_NODE + 3)
    if state.focus:
        away = 7.0 if both else 4.0
        pen = QPen(QColor(look.accent), theme.LINE_FOCUS)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        around = box.adjusted(-away, -away, away, away)
        painter.drawRoundedRect(around, theme.RADIUS_NODE + away, theme.RADIUS_NODE + away)
