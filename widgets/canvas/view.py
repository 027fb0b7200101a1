"""The window onto the drawing: it pans, zooms, and turns mouse and keys into gestures and requests."""

from __future__ import annotations

import math
from collections.abc import Iterable

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPointF,
    QRectF,
    QSizeF,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsScene, QGraphicsView, QWidget

from graphs.edits import Edit
from graphs.message import Message
from graphs.network import Network, NetworkError, Wire
from graphs.planning import Plan
from widgets import theme
from widgets.canvas.background import Background
from widgets.canvas.drawing import Drawing, PortPlace
from widgets.canvas.geometry import Box, Point
from widgets.canvas.gestures import CutWire, DragNodes, Gesture, Pan, RubberBand
from widgets.canvas.item import GraphItem, area_of
from widgets.canvas.node_painter import NodeState
from widgets.canvas.wire_painter import WireState
from widgets.canvas.wiring import DragWire
from widgets.editor import Editor
from widgets.language import tr

SMALLEST, LARGEST = 0.05, 4.0
STEP = 1.15
FINE = 64
"""Zooms are whole parts of 1/64 where nodes are copied from pixmaps, so that a pixmap fits to the pixel."""

_PAPER = 1_000_000.0
_MOVED_FOR = 140


class GraphView(QGraphicsView):
    """Shows one graph item and lets hands at it.

    It keeps ids and pixels only: what is selected, where the paper lies. It asks for edits and redraws when told.
    """

    selectionChanged = Signal(tuple)  # noqa: N815 - signals are named as Qt names them
    refused = Signal(object)
    zoomed = Signal()
    layerWanted = Signal(QPointF, object)  # noqa: N815
    opened = Signal(int)
    menuWanted = Signal(QPoint)  # noqa: N815
    keyPressed = Signal(QKeyEvent)  # noqa: N815

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.editor: Editor | None = None
        self.item = GraphItem()
        self.item.later = self._soon
        self.reduced_motion = False
        self._selected: tuple[int, ...] = ()
        self._hovered: int | None = None
        self._hovered_wire: int | None = None
        self._by_keys = False
        self._space = False
        self._gesture: Gesture | None = None
        self._background = Background()
        scene = QGraphicsScene(self)
        scene.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        scene.setSceneRect(-_PAPER / 2, -_PAPER / 2, _PAPER, _PAPER)
        scene.addItem(self.item)
        self.setScene(scene)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setOptimizationFlags(
            QGraphicsView.OptimizationFlag.DontSavePainterState | QGraphicsView.OptimizationFlag.DontAdjustForAntialiasing
        )
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self._still = QTimer(self)
        self._still.setSingleShot(True)
        self._still.timeout.connect(self._came_to_rest)
        self._animation = QVariantAnimation(self)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(self._glide)

    # ------------------------------------------------------------------ what is shown

    @property
    def drawing(self) -> Drawing:
        """What is drawn, laid out."""
        return self.item.drawing

    @property
    def network(self) -> Network:
        """The network that is shown."""
        assert self.editor is not None
        return self.editor.project.network

    @property
    def plan(self) -> Plan:
        """What the network means."""
        assert self.editor is not None
        return self.editor.plan

    def request(self, edit: Edit) -> bool:
        """Ask the editor for a change; when it cannot be, the reason is told. Returns whether it was done."""
        if self.editor is None:
            return False
        try:
            self.editor.do(edit)
        except NetworkError as error:
            self.refuse(error.message)
            return False
        return True

    def refuse(self, reason: Message) -> None:
        """Tell why something was not done."""
        self.refused.emit(reason)

    def selection(self) -> tuple[int, ...]:
        """The ids of the selected nodes, the last selected at the end."""
        return self._selected

    def set_selection(self, nodes: Iterable[int]) -> None:
        """Select nodes that are drawn; unknown ids are left out."""
        chosen = tuple(node for node in dict.fromkeys(nodes) if self.drawing.index(node) is not None)
        if chosen != self._selected:
            self._selected = chosen
            self.show_states()
            self.selectionChanged.emit(chosen)

    def drop_vanished(self) -> None:
        """Forget what pointed at nodes or wires that are gone; called after every change of the picture."""
        self._hovered = self._hovered if self._hovered is not None and self.drawing.index(self._hovered) is not None else None
        self._hovered_wire = None
        self.set_selection(self._selected)
        self.show_states()

    def show_states(self) -> None:
        """Redraw what depends on selection, hover and focus."""
        old = self.item.states
        last = self._selected[-1] if self._selected else None
        focus = last if self._by_keys and self.hasFocus() else None
        states = {node: NodeState(True, node == last, node == self._hovered, node == focus) for node in self._selected}
        if self._hovered is not None and self._hovered not in states:
            states[self._hovered] = NodeState(hover=True)
        self.item.states = states
        for node in old.keys() | states.keys():
            if old.get(node) != states.get(node):
                self.item.update(self.item.node_area(node))
        wires = frozenset(self.drawing.wires_of((*self._selected, *((self._hovered,) if self._hovered is not None else ()))))
        state = self.item.wire_state
        dim = bool(self._selected)
        changed = set(wires ^ state.strong) | {w for w in (state.hovered, self._hovered_wire) if w is not None}
        everything = dim != state.dim
        self.item.wire_state = WireState(
            wires, self._hovered_wire, state.cut, state.target, state.hidden, dim, state.gradients
        )
        if everything:
            self.item.update()
        elif wires != state.strong or self._hovered_wire != state.hovered:
            for wire in changed:
                if wire < len(self.drawing.picture.wires):
                    self.item.update(self.item.wire_area(wire))

    def set_cut_wire(self, wire: int | None) -> None:
        """Show which wire a cut would take."""
        self.item.wire_state.cut = wire
        self.item.update()

    def set_target_wire(self, wire: int | None) -> None:
        """Show which wire an insertion would go onto."""
        self.item.wire_state.target = wire
        self.item.update()

    def set_hidden_wire(self, wire: Wire | None) -> None:
        """Leave out a wire that is being moved."""
        places = [place for place, picture in enumerate(self.drawing.picture.wires) if picture.wire == wire]
        self.item.wire_state.hidden = frozenset(places)
        self.item.update()

    def show_moved(self, offsets: dict[int, Point]) -> None:
        """Show nodes away from their places, or back at them."""
        nodes = set(offsets) | getattr(self, "_shifted", set())
        wires = self.drawing.wires_of(nodes)
        areas = [self.item.node_area(node) for node in nodes] + [self.item.wire_area(wire) for wire in wires]
        self.drawing.shift(offsets)
        self._shifted = set(offsets)
        areas += [self.item.node_area(node) for node in nodes] + [self.item.wire_area(wire) for wire in wires]
        if self.drawing.picture.frames or not offsets:
            self.item.fit_bounds()
            self.item.update()
            return
        for area in areas:
            self.item.update(area)

    def update_area(self, area: QRectF) -> None:
        """Redraw an area of the canvas, in canvas units."""
        air = 4 / self.zoom()
        self.item.update(area.adjusted(-air, -air, air, air))
        self.viewport().update(self.mapFromScene(area).boundingRect().adjusted(-4, -4, 4, 4))

    def update_view(self) -> None:
        """Redraw everything that is seen."""
        self.viewport().update()

    # ------------------------------------------------------------------ pan and zoom

    def zoom(self) -> float:
        """Screen pixels per canvas unit."""
        return float(self.transform().m11())

    def reach(self, pixels: float) -> float:
        """A distance on the screen in canvas units, at most twice as many."""
        return min(pixels / self.zoom(), 2 * pixels)

    def to_scene(self, place: QPointF) -> QPointF:
        """A point of the viewport as a point of the canvas."""
        return self.viewportTransform().inverted()[0].map(place)

    def to_viewport(self, point: QPointF) -> QPointF:
        """A point of the canvas as a point of the viewport."""
        return self.viewportTransform().map(point)

    def to_global(self, point: QPointF) -> QPoint:
        """A point of the canvas as a point of the screen."""
        return self.viewport().mapToGlobal(self.to_viewport(point).toPoint())

    def visible_area(self) -> Box:
        """What is seen, as left, top, right, bottom in canvas units."""
        return area_of(self.viewportTransform().inverted()[0].mapRect(QRectF(self.viewport().rect())))

    def is_inside(self, point: QPointF) -> bool:
        """Whether a point of the canvas is seen."""
        return self.viewport().rect().contains(self.to_viewport(point).toPoint())

    def pan_by(self, delta: QPointF) -> None:
        """Move the paper by a distance in canvas units."""
        self._move_soon()
        zoom = self.zoom()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() - round(delta.x() * zoom))
        down.setValue(down.value() - round(delta.y() * zoom))
        self.zoomed.emit()

    def set_zoom(self, factor: float, around: QPointF | None = None) -> None:
        """Zoom so that a point of the viewport (its middle when none is given) keeps what lies under it."""
        factor = self._allowed(factor)
        place = QPointF(self.viewport().rect().center()) if around is None else around
        before = self.to_scene(place)
        self._move_soon()
        self.setTransform(QTransform.fromScale(factor, factor))
        after = self.to_scene(place)
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round((before.x() - after.x()) * factor))
        down.setValue(down.value() + round((before.y() - after.y()) * factor))
        self.zoomed.emit()

    @staticmethod
    def _allowed(factor: float) -> float:
        factor = min(LARGEST, max(SMALLEST, factor))
        return round(factor * FINE) / FINE if factor >= 0.55 else factor

    def show_area(self, area: Box, most: float = 1.0, air: float = 40.0) -> None:
        """Zoom and pan so that an area fills the view, not larger than ``most``; gliding unless motion is reduced."""
        width, height = max(1.0, area[2] - area[0]), max(1.0, area[3] - area[1])
        room = self.viewport().size()
        factor = min((room.width() - 2 * air) / width, (room.height() - 2 * air) / height, most)
        factor = min(LARGEST, max(SMALLEST, factor))
        factor = math.floor(factor * FINE) / FINE if factor >= 0.55 else factor
        self.glide_to(QPointF((area[0] + area[2]) / 2, (area[1] + area[3]) / 2), factor)

    def glide_to(self, centre: QPointF, factor: float, milliseconds: int = 180) -> None:
        """Bring a point of the canvas to the middle of the view at a zoom."""
        self._animation.stop()
        here = self.to_scene(QPointF(self.viewport().rect().center()))
        if self.reduced_motion or not self.isVisible():
            self._look_at(centre, factor)
            self._came_to_rest()
            return
        self._animation.setDuration(milliseconds)
        self._animation.setStartValue(QRectF(here, QSizeF(self.zoom(), 1)))
        self._animation.setEndValue(QRectF(centre, QSizeF(factor, 1)))
        self._animation.start()

    @Slot(object)
    def _glide(self, value: QRectF) -> None:
        self._look_at(value.topLeft(), value.width())

    def _look_at(self, centre: QPointF, factor: float) -> None:
        self.set_zoom(factor)
        self.pan_by(self.to_scene(QPointF(self.viewport().rect().center())) - centre)

    def _move_soon(self) -> None:
        self.item.moving = True
        self._still.start(_MOVED_FOR)

    @Slot()
    def _came_to_rest(self) -> None:
        self._still.stop()
        self.item.moving = False
        self.viewport().update()

    def _soon(self) -> None:
        self._still.start(_MOVED_FOR)

    # ------------------------------------------------------------------ gestures

    @property
    def gesture(self) -> Gesture | None:
        """What a hand is doing, or None."""
        return self._gesture

    def begin(self, gesture: Gesture) -> None:
        """Start a gesture; one under way is cancelled."""
        self.cancel_gesture()
        self._animation.stop()
        self._gesture = gesture
        if gesture.cursor is not None:
            self.viewport().setCursor(gesture.cursor)

    def cancel_gesture(self) -> None:
        """Take back what a gesture shows."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self.viewport().unsetCursor()
            gesture.cancel()
            self.viewport().update()

    def finish_gesture(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        """Do what the gesture means."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            self.viewport().unsetCursor()
            gesture.finish(at, modifiers)
            self.viewport().update()

    def ask_for_layer(self, at: QPointF, port: PortPlace | None = None) -> None:
        """Open the search at a point of the canvas, for a loose wire end or for anything."""
        self.layerWanted.emit(at, port)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Decide which gesture begins here."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._by_keys = False
        at = self.to_scene(event.position())
        if event.button() is Qt.MouseButton.MiddleButton or (self._space and event.button() is Qt.MouseButton.LeftButton):
            self.begin(Pan(self, at))
        elif event.button() is Qt.MouseButton.LeftButton and self.editor is not None:
            self.begin(self._gesture_at(at, event.modifiers()))
        event.accept()

    def _gesture_at(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        point = (at.x(), at.y())
        add = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        drawing = self.drawing
        if modifiers & Qt.KeyboardModifier.AltModifier and (wire := drawing.wire_at(point, self.reach(8.0))) is not None:
            return CutWire(self, at, wire)
        port = drawing.port_at(point, self.reach(10.0)) if self.zoom() >= 0.3 else None
        if port is not None:
            return DragWire(self, at, port, self._movable_wire(port))
        node = drawing.node_at(point)
        if node is None:
            frame = drawing.frame_at(point)
            members = next((f.nodes for f in drawing.picture.frames if f.id == frame), ())
            if members and not add:
                self.set_selection(members)
                return DragNodes(self, at, members, members[0])
            return RubberBand(self, at, add=add)
        if add:
            rest = tuple(n for n in self._selected if n != node)
            if node in self._selected:
                return DragNodes(self, at, self._selected, node, click=rest)
            self.set_selection((*rest, node))
        elif node not in self._selected:
            self.set_selection((node,))
        click = None if add else (node,)
        return DragNodes(self, at, self._selected, node, click=click)

    def _movable_wire(self, port: PortPlace) -> Wire | None:
        """The wire that a drag from a filled input takes along."""
        if port.is_output:
            return None
        wires = self.network.wires_into(port.node, port.port)
        return wires[-1] if wires else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow with the gesture, or show what lies under the mouse."""
        at = self.to_scene(event.position())
        if self._gesture is not None:
            self._gesture.move(at, event.modifiers())
            return
        self._hover(at, event.modifiers())

    def _hover(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> None:
        point = (at.x(), at.y())
        port = self.drawing.port_at(point, self.reach(10.0)) if self.zoom() >= 0.3 else None
        node = port.node if port is not None else self.drawing.node_at(point)
        wire = self.drawing.wire_at(point, self.reach(6.0)) if node is None else None
        cut = wire if modifiers & Qt.KeyboardModifier.AltModifier else None
        if cut != self.item.wire_state.cut:
            self.set_cut_wire(cut)
        if (node, wire) != (self._hovered, self._hovered_wire):
            self._hovered, self._hovered_wire = node, wire
            self.show_states()
            picture = self.drawing.node(node) if node is not None else None
            self.viewport().setToolTip(picture.problem if picture is not None else "")
        self.viewport().setCursor(Qt.CursorShape.CrossCursor if port is not None else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the gesture."""
        self.finish_gesture(self.to_scene(event.position()), event.modifiers())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On nothing: search and add. On a node: open it."""
        at = self.to_scene(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        node = self.drawing.node_at((at.x(), at.y()))
        self.cancel_gesture()
        if node is not None:
            self.opened.emit(node)
        else:
            self.ask_for_layer(at)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the mouse; sideways scrolling pans."""
        steps = event.angleDelta()
        if abs(steps.x()) > abs(steps.y()):
            self.pan_by(QPointF(steps.x(), 0) / 2 / self.zoom())
        elif steps.y():
            self._animation.stop()
            self.set_zoom(self.zoom() * STEP ** (steps.y() / 120), event.position())
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what lies there, or of what is selected when a key asked."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            at = self.to_scene(QPointF(event.pos()))
            node = self.drawing.node_at((at.x(), at.y()))
            if node is None or node not in self._selected:
                self.set_selection(() if node is None else (node,))
        self.menuWanted.emit(event.globalPos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space pans while it is held, Esc cancels; the rest is for the canvas."""
        if event.key() == Qt.Key.Key_Space:
            self._space = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self.cancel_gesture()
        else:
            self._by_keys = True
            self.keyPressed.emit(event)
            self.show_states()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting Space go gives the arrow back."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes along the wires; after the last node, and before the first, it leaves the canvas."""
        order = [node for node in self.network.order() if self.drawing.index(node) is not None] if self.editor else []
        here = order.index(self._selected[-1]) if self._selected and self._selected[-1] in order else -1 if forward else len(order)
        there = here + (1 if forward else -1)
        if not 0 <= there < len(order):
            return super().focusNextPrevChild(forward)
        self._by_keys = True
        self.set_selection((order[there],))
        self.bring_into_view(order[there])
        return True

    def bring_into_view(self, node: int) -> None:
        """Pan just enough that a node is seen."""
        box, area = self.drawing.box(node), self.visible_area()
        if box is None:
            return
        air = 30.0 / self.zoom()
        dx = min(0.0, box[0] - air - area[0]) + max(0.0, box[2] + air - area[2])
        dy = min(0.0, box[1] - air - area[1]) + max(0.0, box[3] + air - area[3])
        if dx or dy:
            self.pan_by(QPointF(-dx, -dy))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The dashed ring is for whoever types here."""
        super().focusOutEvent(event)
        self._space = False
        self.show_states()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the mouse any more."""
        super().leaveEvent(event)
        if self._gesture is None and (self._hovered is not None or self._hovered_wire is not None):
            self._hovered = self._hovered_wire = None
            self.show_states()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell the minimap that another part is seen."""
        super().resizeEvent(event)
        self.zoomed.emit()

    # ------------------------------------------------------------------ painting around the item

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        """The paper with its dots."""
        self._background.paint(painter, rect, self.zoom(), self.viewport().devicePixelRatioF())

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        """What a gesture shows over everything, or what to do with an empty canvas."""
        if self._gesture is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._gesture.paint(painter)
            painter.restore()
        elif not self.drawing.picture.nodes:
            painter.save()
            painter.resetTransform()
            self._background.paint_hint(painter, QRectF(self.viewport().rect()), tr("Double-click to add the first layer, or drag one from the palette."))
            painter.restore()

    def restyle(self) -> None:
        """Make colours again: the theme changed."""
        self._background = Background()
        self.setStyleSheet("")
        self.item.forget()
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.viewport().update()


def surface_colour() -> str:
    """The colour of the paper."""
    return theme.current().surface
