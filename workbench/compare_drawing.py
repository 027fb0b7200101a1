"""One of the two drawings of a comparison: it can be looked at, moved and pointed at, and is never changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from graphs.comparison import Status
from widgets import theme
from widgets.canvas.background import Background
from widgets.canvas.camera import STEP, Camera
from widgets.canvas.card import NodeState
from widgets.canvas.picture import Picture
from widgets.controls import colour
from workbench.comparing import SIGNS

TOKENS = {Status.CHANGED: "warning", Status.ADDED: "success", Status.REMOVED: "danger"}
"""The colour of each status; what is the same has none."""

BADGE = 18.0
"""The sign on a node, in pixels on the screen at every zoom."""


class ComparedDrawing(Camera):
    """A drawing with signs on its nodes. ``picked`` carries the node that was clicked, 0 for the paper; ``opened`` the
    one that was double-clicked; ``stepped`` +1 or −1 where a key asks for the next or the previous row."""

    picked = Signal(int)
    opened = Signal(int)
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(240, 160)
        self._background = Background()
        self._marks: Mapping[int, Status] = {}
        self._gaps: Sequence[QRectF] = ()
        self._pressed: QPointF | None = None
        self._panned = False
        self._fitted = True

    def show_picture(self, picture: Picture, marks: Mapping[int, Status], gaps: Sequence[QRectF]) -> None:
        """Show a network; ``gaps`` are the places of nodes that only the other drawing has."""
        self.item.states = {}
        self.item.set_picture(picture)
        self._marks, self._gaps = marks, gaps
        self.item.update()
        self.viewport().update()

    @property
    def marks(self) -> Mapping[int, Status]:
        """What became of each node."""
        return self._marks

    def select(self, node: int | None) -> None:
        """Outline one node, or none."""
        self.item.states = {} if node is None else {node: NodeState(selected=True, halo=True)}
        self.item.update()
        self.viewport().update()

    @property
    def selected(self) -> int | None:
        """The node that is outlined."""
        return next(iter(self.item.states), None)

    # ------------------------------------------------------------------ looking

    def follow(self, other: ComparedDrawing) -> None:
        """Look at the same part of the paper as the other drawing, to the pixel."""
        self._animation.stop()
        self._move_soon()
        self._fitted = other._fitted
        self.setTransform(other.transform())
        self.horizontalScrollBar().setValue(other.horizontalScrollBar().value())
        self.verticalScrollBar().setValue(other.verticalScrollBar().value())

    @property
    def fitted(self) -> bool:
        """Whether everything is shown, since nobody has moved the paper."""
        return self._fitted

    def fit(self) -> None:
        """Show everything of both drawings, without gliding."""
        left, top, right, bottom = self.drawing.bounds()
        for gap in self._gaps:
            left, top = min(left, gap.left()), min(top, gap.top())
            right, bottom = max(right, gap.right()), max(bottom, gap.bottom())
        reduced, self.reduced_motion = self.reduced_motion, True
        self.show_area((left, top, right, bottom), air=24.0)
        self.reduced_motion = reduced
        self._fitted = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Until somebody moves the paper, everything stays in view."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse; sideways scrolling pans."""
        self._fitted = False
        steps = event.angleDelta()
        if abs(steps.x()) > abs(steps.y()):
            self.pan_by(QPointF(steps.x(), 0) / 2 / self.zoom())
        elif steps.y():
            self.set_zoom(self.zoom() * STEP ** (steps.y() / 120), event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A drag moves the paper, a click points at a node."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pressed, self._panned = event.position(), False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the paper with the mouse."""
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._panned or way.manhattanLength() >= QApplication.startDragDistance():
            self._panned, self._fitted = True, False
            self.pan_by(way / self.zoom())
            self._pressed = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Point at what lies there, unless the paper was moved."""
        if self._pressed is not None and not self._panned and event.button() is Qt.MouseButton.LeftButton:
            self.picked.emit(self._node_at(event.position()))
        self._pressed = None
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the block that lies there."""
        self.opened.emit(self._node_at(event.position()))

    def _node_at(self, place: QPointF) -> int:
        at = self.to_scene(place)
        return self.drawing.node_at((at.x(), at.y())) or 0

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from row to row, Enter opens a block, + and − zoom, F shows everything."""
        key = event.key()
        if key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.stepped.emit(1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Down) else -1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._fitted = False
            self.set_zoom(self.zoom() * (1 / STEP if key == Qt.Key.Key_Minus else STEP))
        elif key in (Qt.Key.Key_F, Qt.Key.Key_Home):
            self.fit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected is not None:
            self.opened.emit(self.selected)
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ painting

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The paper, and dashed outlines where only the other drawing has a node."""
        self._background.paint(painter, QRectF(rect), self.zoom(), self.viewport().devicePixelRatioF())
        pen = QPen(colour("edge"), 1, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for gap in self._gaps:
            painter.drawRoundedRect(gap, theme.RADIUS_NODE, theme.RADIUS_NODE)

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """A coloured outline and a sign on every node that is not the same."""
        painter.save()
        transform = painter.worldTransform()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        for node, status in self._marks.items():
            box = self.drawing.box(node)
            token = TOKENS.get(status)
            if box is None or token is None:
                continue
            place = transform.mapRect(QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3])))
            line = Qt.PenStyle.DashLine if status is Status.REMOVED else Qt.PenStyle.SolidLine
            if node != self.selected:
                painter.setPen(QPen(colour(token), 2, line))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                radius = theme.RADIUS_NODE * self.zoom()
                painter.drawRoundedRect(place, radius, radius)
            badge = QRectF(0, 0, BADGE, BADGE)
            badge.moveCenter(place.topRight())
            painter.setPen(QPen(colour("surface"), 2))
            painter.setBrush(colour(token))
            painter.drawEllipse(badge)
            painter.setPen(colour("surface"))
            painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, SIGNS[status])
        painter.restore()

    def restyle(self) -> None:
        """Make colours again: the theme or the language changed."""
        self._background = Background()
        self.item.forget()
        self.viewport().update()
