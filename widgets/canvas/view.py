"""The window onto the drawing: it pans, zooms, and turns mouse and keys into gestures and requests."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from graphs.edits import Edit
from graphs.meaning import Plan
from graphs.message import Message
from graphs.network import Network, NetworkError, Wire
from widgets.canvas.background import Background
from widgets.canvas.camera import STEP, Camera
from widgets.canvas.card import NodeState
from widgets.canvas.decorations import paint_picked
from widgets.canvas.drawing import PortPlace
from widgets.canvas.geometry import Point
from widgets.canvas.gestures import CutWire, DragNodes, DragNote, Gesture, Pan, Press, ResizeNote, RubberBand
from widgets.canvas.hovering import hover
from widgets.canvas.item import MANY
from widgets.canvas.quiet import paint_quiet, quiet_at
from widgets.canvas.rooms import Room
from widgets.canvas.travelling import next_stop
from widgets.canvas.wire_painter import WireState
from widgets.canvas.wiring import DragWire
from widgets.editor import Editor
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.places import Places
    from widgets.canvas.pressing import Pressing


class GraphView(Camera):
    """Shows one graph item and lets hands at it.

    It keeps ids and pixels only: what is selected, where the paper lies. It asks for edits and redraws when told.
    """

    selectionChanged = Signal(tuple)  # noqa: N815 - signals are named as Qt names them
    refused = Signal(object)
    layerWanted = Signal(QPointF, object)  # noqa: N815
    opened = Signal(int)
    rowOpened = Signal(int, str)  # noqa: N815
    noteOpened = Signal(int)  # noqa: N815
    frameOpened = Signal(int)  # noqa: N815
    menuWanted = Signal(QPoint)  # noqa: N815
    keyPressed = Signal(QKeyEvent)  # noqa: N815
    pickedSomething = Signal()  # noqa: N815

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.editor: Editor | None = None
        self.places: Places  # set by the canvas, as is what can be pressed on them
        self.pressing: Pressing
        self._selected: tuple[int, ...] = ()
        self.picked: tuple[str, int] | None = None
        """The frame or the note a person deals with, as ("frame", id) or ("note", id)."""
        self._hovered: int | None = None
        self._hovered_wire: int | None = None
        self._shifted: set[int] = set()
        self._by_keys = False
        self._space = False
        self._gesture: Gesture | None = None
        self._background = Background()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(False)  # files are the window's: a scene would take every drag and do nothing with it
        self.viewport().setAcceptDrops(False)

    # ------------------------------------------------------------------ what is shown

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

    @property
    def room(self) -> Room:
        """How nodes are shown elsewhere than where they are kept, while a block is open where it stands."""
        here = self.places.here
        return here.room if here is not None else Room()

    def request(self, edit: Edit, gesture: str | None = None) -> bool:
        """Ask the editor for a change; when it cannot be, the reason is told. Returns whether it was done.

        Changes of the same ``gesture`` directly after each other are one step of undo.
        """
        if self.editor is None:
            return False
        try:
            self.editor.do(edit, gesture)
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
        self.pick(None)
        chosen = tuple(node for node in dict.fromkeys(nodes) if self.drawing.index(node) is not None)
        if chosen != self._selected:
            self._selected = chosen
            self.show_states()
            self.selectionChanged.emit(chosen)

    def pick(self, what: tuple[str, int] | None) -> None:
        """Deal with a frame or a note; of a frame its nodes are selected, beside a note nothing is."""
        if what != self.picked:
            self.picked = what
            self.pickedSomething.emit()
            self.viewport().update()

    @property
    def hovered(self) -> int | None:
        """The node under the mouse."""
        return self._hovered

    def let_go(self) -> None:
        """Forget what lies under the mouse: another network is dealt with."""
        self.lie_under(None, None)

    def drop_vanished(self) -> None:
        """Forget what pointed at nodes or wires that are gone; called after every change of the picture."""
        self._hovered = (
            self._hovered if self._hovered is not None and self.drawing.index(self._hovered) is not None else None
        )
        self._hovered_wire = None
        picked = self.picked
        self.set_selection(self._selected)
        if picked is not None and picked[1] in (self.network.notes if picked[0] == "note" else self.network.frames):
            self.pick(picked)
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
        others = [node for node in old.keys() | states.keys() if old.get(node) != states.get(node)]
        for node in others if len(others) <= MANY else ():
            self.item.update(self.item.node_area(node))
        wires = frozenset(
            self.drawing.wires_of((*self._selected, *((self._hovered,) if self._hovered is not None else ())))
        )
        state = self.item.wire_state
        dim = bool(self._selected)
        changed = set(wires ^ state.strong) | {w for w in (state.hovered, self._hovered_wire) if w is not None}
        everything = dim != state.dim or len(others) > MANY
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
        nodes = set(offsets) | self._shifted
        few = nodes if len(nodes) <= MANY else ()  # where so many were and are is not asked: everything is drawn
        areas = self.item.areas_of(few)
        self.drawing.shift(offsets)
        self.places.follow()
        self._shifted = set(offsets)
        areas += self.item.areas_of(few)
        if self.drawing.picture.frames or not offsets or not few:
            self.item.fit_bounds()
            self.item.update()
            return
        for area in areas:
            self.item.update(area)

    def update_area(self, area: QRectF) -> None:
        """Redraw an area of the canvas, in canvas units."""
        air = 4 / self.zoom()
        self.item.update(area.adjusted(-air, -air, air, air))
        seen = self.mapFromScene(area.translated(self.item.scenePos()))
        self.viewport().update(seen.boundingRect().adjusted(-4, -4, 4, 4))

    def update_view(self) -> None:
        """Redraw everything that is seen."""
        self.viewport().update()

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
        if event.button() is not Qt.MouseButton.MiddleButton and not self._space:
            self.places.settle()
            self.places.step_under(self.to_scene(event.position()) + self.item.scenePos())
        at = self.to_scene(event.position())
        if event.button() is Qt.MouseButton.MiddleButton or (
            self._space and event.button() is Qt.MouseButton.LeftButton
        ):
            self.begin(Pan(self, at))
        elif event.button() is Qt.MouseButton.LeftButton and self.editor is not None:
            self.begin(self._gesture_at(at, event.modifiers()))
        event.accept()

    def _gesture_at(self, at: QPointF, modifiers: Qt.KeyboardModifier) -> Gesture:
        point = (at.x(), at.y())
        add = bool(modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier))
        drawing = self.drawing
        if (
            modifiers & Qt.KeyboardModifier.AltModifier
            and (wire := drawing.wire_at(point, self.reach(8.0))) is not None
        ):
            return CutWire(self, at, wire)
        if self.zoom() >= 0.3 and (press := Press.on(self, at)) is not None:
            return press
        port = drawing.port_at(point, self.reach(10.0)) if self.zoom() >= 0.3 else None
        if port is not None:
            return DragWire(self, at, port, self._movable_wire(port))
        if (quiet := quiet_at(self, point)) is not None:
            return DragWire(self, at, quiet[1])
        note = drawing.note_at(point)
        if note is not None:
            self.set_selection(())
            self.pick(("note", note))
            corner = drawing.note_corner(point, note)
            return (ResizeNote if corner else DragNote)(self, at, self.network.notes[note])
        node = drawing.node_at(point)
        if node is None:
            frame = drawing.frame_at(point)
            members = next((f.nodes for f in drawing.picture.frames if f.id == frame), ())
            if members and not add:
                self.set_selection(members)
                self.pick(("frame", frame) if frame is not None else None)
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
        else:
            hover(self, at, event.modifiers())

    def lie_under(self, node: int | None, wire: int | None) -> bool:
        """Show what lies under the mouse; says whether it is something else than before."""
        if (node, wire) == (self._hovered, self._hovered_wire):
            return False
        self._hovered, self._hovered_wire = node, wire
        self.show_states()
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Finish the gesture."""
        self.finish_gesture(self.to_scene(event.position()), event.modifiers())
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """On nothing: search and add. On a value of a node: change it. On a node: open it. On a note: write."""
        at = self.to_scene(event.position())
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        node = self.drawing.node_at((at.x(), at.y()))
        self.cancel_gesture()
        if self.pressing.double_clicked((at.x(), at.y())):
            return
        note = self.drawing.note_at((at.x(), at.y()))
        row = self.drawing.row_at((at.x(), at.y())) if self.zoom() >= 0.5 else None
        if note is not None:
            self.noteOpened.emit(note)
        elif row is not None:
            self.rowOpened.emit(*row)
        elif node is not None:
            self.opened.emit(node)
        elif (frame := self.drawing.frame_at((at.x(), at.y()))) is not None:
            self.frameOpened.emit(frame)
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
            self.places.step_under(self.to_scene(QPointF(event.pos())) + self.item.scenePos())
            at = self.to_scene(QPointF(event.pos()))
            node = self.drawing.node_at((at.x(), at.y()))
            point = (at.x(), at.y())
            note, frame = self.drawing.note_at(point), self.drawing.frame_at(point)
            if note is not None:
                self.set_selection(())
                self.pick(("note", note))
            elif node is None and frame is not None:
                self.set_selection(self.network.frames[frame].nodes)
                self.pick(("frame", frame))
            elif node is None or node not in self._selected:
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
        """Tab goes along the wires, then to notes and frames; after the last, and before the first, it leaves."""
        stop = next_stop(self, forward=forward)
        if stop is None:
            return super().focusNextPrevChild(forward)
        self._by_keys = True
        kind, identity = stop
        members = self.network.frames[identity].nodes if kind == "frame" else ()
        self.set_selection((identity,) if kind == "node" else members)
        self.pick((kind, identity) if kind != "node" else None)
        if kind == "node":
            self.bring_into_view(identity)
        return True

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

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The paper with its dots."""
        self._background.paint(painter, QRectF(rect), self.zoom(), self.viewport().devicePixelRatioF())

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """What a gesture shows over everything, what is picked, or what to do with an empty canvas."""
        painter.translate(self.item.scenePos())
        if self.picked is not None:
            paint_picked(painter, self.drawing, self.picked)
        if self._gesture is None:
            paint_quiet(painter, self)
        if self._gesture is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._gesture.paint(painter)
            painter.restore()
        elif not self.root.drawing.picture.nodes:
            painter.save()
            painter.resetTransform()
            self._background.paint_hint(
                painter,
                QRectF(self.viewport().rect()),
                tr("Double-click to add the first layer, or drag one from the palette."),
            )
            painter.restore()

    def restyle(self) -> None:
        """Make colours again: the theme changed."""
        self._background = Background()
        self.setStyleSheet("")
        self.places.restyle()
        self.setBackgroundBrush(Qt.BrushStyle.NoBrush)
        self.viewport().update()
