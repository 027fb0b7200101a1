"""What keys and menus do on the canvas: remove, duplicate, copy, paste, move by the grid, rename, tidy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEasingCurve,
    QObject,
    QPoint,
    QPointF,
    QRunnable,
    Qt,
    QThreadPool,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu

from graphs.arrangement import arrange
from graphs.catalogue import layer_type
from graphs.edits import Batch, ChangeNode, Edit, MoveNodes
from graphs.message import say
from graphs.network import Network, Note, Wire
from widgets import theme
from widgets.canvas.commands import (
    accepts,
    connected_edit,
    copied,
    fresh_node,
    pasted,
    remove,
    usual_size,
    wire_between,
)
from widgets.canvas.drawing import PortPlace
from widgets.canvas.geometry import GRID, TITLE, Point, snapped
from widgets.canvas.notes import NoteField
from widgets.canvas.wiring import drop_layer, kind_at
from widgets.language import tr

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas

_ARROWS = {
    Qt.Key.Key_Left: (-GRID, 0.0),
    Qt.Key.Key_Right: (GRID, 0.0),
    Qt.Key.Key_Up: (0.0, -GRID),
    Qt.Key.Key_Down: (0.0, GRID),
}
TIDY_FOR = 260


class _Signals(QObject):
    done = Signal(object)


class _Arranging(QRunnable):
    """Works out a layout off the window's thread, on a copy of the network."""

    def __init__(self, network: Network, sizes: dict[int, tuple[float, float]]):
        super().__init__()
        self._network, self._sizes = network, sizes
        self.signals = _Signals()

    def run(self) -> None:
        """Arrange, and tell the places."""
        self.signals.done.emit(arrange(self._network, sizes=self._sizes))


class Editing(QObject):
    """The commands of a canvas; each is one edit that the editor is asked for."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self.canvas, self.view = canvas, canvas.view
        self._name: QLineEdit | None = None
        self.note_field: NoteField | None = None
        self._arranging: _Arranging | None = None
        self._tidy = QVariantAnimation(self)
        self._tidy.setDuration(TIDY_FOR)
        self._tidy.setStartValue(0.0)
        self._tidy.setEndValue(1.0)
        self._tidy.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._tidy.valueChanged.connect(self._tidying)
        self._tidy.finished.connect(self._tidied)
        self._places: dict[int, Point] = {}
        self._from: dict[int, Point] = {}

    # ------------------------------------------------------------------ keys

    @Slot(QKeyEvent)
    def key(self, event: QKeyEvent) -> None:
        """Do what a key means on the canvas; keys that mean nothing here go on to the window."""
        canvas, key = self.canvas, event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        standard = QKeySequence.StandardKey
        commanding = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if key in _ARROWS and not event.modifiers() & commanding:
            self.nudge(*_ARROWS[Qt.Key(key)], steps=5 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ShiftModifier:
            canvas.open_search()
        elif event.matches(standard.SelectAll):
            canvas.select_all()
        elif event.matches(standard.Copy):
            self.copy()
        elif event.matches(standard.Cut):
            self.cut()
        elif event.matches(standard.Paste):
            self.paste()
        elif key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicate()
        elif plain and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete()
        elif plain and key in (Qt.Key.Key_F, Qt.Key.Key_Home):
            canvas.fit()
        elif plain and key == Qt.Key.Key_Period:
            canvas.fit_selection()
        elif plain and key == Qt.Key.Key_F2:
            self.rename()
        elif plain and key == Qt.Key.Key_M:
            canvas.set_map_visible(not canvas.minimap.isVisible())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            canvas.zoom_in()
        elif key == Qt.Key.Key_Minus:
            canvas.zoom_out()
        elif plain and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and canvas.selection():
            canvas.open_node(canvas.selection()[-1])
        elif plain and key == Qt.Key.Key_Menu:
            self.open_menu(self.view.to_global(self._centre()))
        elif plain and key == Qt.Key.Key_Escape:
            if canvas.selection():
                self.view.set_selection(())
            else:
                canvas.levels.out()
        elif key == Qt.Key.Key_Up and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            canvas.levels.out()
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            canvas.levels.walk(1 if key == Qt.Key.Key_Right else -1)
        else:
            event.ignore()

    def _centre(self) -> QPointF:
        chosen = self.canvas.selection()
        if chosen and (box := self.view.drawing.box(chosen[-1])) is not None:
            return QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
        return self.view.to_scene(QPointF(self.view.viewport().rect().center()))

    def nudge(self, dx: float, dy: float, *, steps: int = 1) -> None:
        """Move what is selected by steps of the grid; presses in a row are one step of undo."""
        chosen = self.canvas.selection()
        if not chosen or self.view.editor is None:
            return
        network = self.view.network
        moved = tuple(
            (n, (network.node(n).position[0] + dx * steps, network.node(n).position[1] + dy * steps)) for n in chosen
        )
        self.view.editor.do(MoveNodes(moved), gesture=f"nudge {chosen}")

    # ------------------------------------------------------------------ commands

    def delete(self) -> None:
        """Remove what is selected."""
        chosen = self.canvas.selection()
        if chosen:
            self.view.request(remove(self.view.network, chosen))

    def duplicate(self) -> None:
        """Put a copy beside what is selected, and select it."""
        self._place_copy(copied(self.view.network, self.canvas.selection()), None)

    def copy(self) -> None:
        """Put what is selected on the clipboard."""
        if self.canvas.selection():
            QGuiApplication.clipboard().setText(copied(self.view.network, self.canvas.selection()))
            self.canvas.statusText.emit(tr("{n} nodes copied", n=len(self.canvas.selection())))

    def cut(self) -> None:
        """Copy and remove what is selected."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Place what is on the clipboard."""
        self._place_copy(QGuiApplication.clipboard().text(), None)

    def _place_copy(self, text: str, at: Point | None) -> None:
        if self.view.editor is None:
            return
        found = pasted(self.view.network, text, at)
        if found is not None and self.view.request(found[1]):
            self.view.set_selection(found[0])

    def add(self, type_name: str, at: QPointF | None = None, *, insert: bool = True) -> int | None:
        """Place a layer; on a wire it is inserted. Returns its id, or None when it was refused."""
        if self.view.editor is None:
            return None
        if at is None:
            at = self.view.to_scene(QPointF(self.view.viewport().rect().center()))
            insert = False
        wire = self.view.drawing.wire_at((at.x(), at.y()), self.view.reach(12.0)) if insert else None
        return drop_layer(self.view, type_name, at, wire)

    def add_connected(self, type_name: str, at: QPointF, port: PortPlace) -> None:
        """Place a layer at the loose end of a wire, and join it."""
        network = self.view.network
        kind = layer_type(type_name)
        own = accepts(kind, kind_at(self.view, port), at_output=not port.is_output)
        if own is None:
            return
        width, _, line = usual_size(kind)
        left = at.x() if port.is_output else at.x() - width
        node = fresh_node(network, type_name, snapped((left, at.y() - line)))
        source, target = (
            ((port.node, port.port), (node.id, own.name))
            if port.is_output
            else ((node.id, own.name), (port.node, port.port))
        )
        wire = Wire(*source, *target) if port.is_output else wire_between(network, *source, *target)
        if self.view.request(connected_edit(network, node, [wire])):
            self.view.set_selection((node.id,))

    # ------------------------------------------------------------------ notes

    @Slot(int)
    def write_note(self, note: int) -> None:
        """Let a person write on a note."""
        self.note_field = NoteField(self.view, self.view.network.notes[note])

    def add_note(self) -> None:
        """Stick a new note in the middle of the view and let a person write on it."""
        centre = self.view.to_scene(QPointF(self.view.viewport().rect().center()))
        note = Note(self.view.network.next_id, "", snapped((centre.x() - 102, centre.y() - 36)))
        self.note_field = NoteField(self.view, note, is_new=True)

    # ------------------------------------------------------------------ rename in place

    def rename(self) -> None:
        """Put a field over the name of the last selected node."""
        chosen = self.canvas.selection()
        if not chosen:
            return
        node = chosen[-1]
        self.view.bring_into_view(node)
        rect = self.canvas.node_rect(node)
        field = QLineEdit(self.view.network.node(node).name, self.view.viewport())
        field.setAccessibleName(tr("New name of the node"))
        field.setFont(theme.ui_font(theme.TEXT_BASE, theme.SEMIBOLD))
        field.setGeometry(
            round(rect.left()),
            round(rect.top() - 2),
            max(130, round(rect.width())),
            max(28, round(TITLE * self.view.zoom())),
        )
        field.selectAll()
        field.returnPressed.connect(lambda: self._renamed(node, field))
        field.editingFinished.connect(lambda: self._close_name(field))
        cancel = QAction(field)
        cancel.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        cancel.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        cancel.triggered.connect(lambda: self._close_name(field))
        field.addAction(cancel)
        self._name = field
        field.show()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def name_field(self) -> QLineEdit | None:
        """The field of a renaming under way, or None."""
        return self._name

    def _renamed(self, node: int, field: QLineEdit) -> None:
        if self._name is not field:
            return
        network = self.view.network
        name = field.text().strip()
        self._close_name(field)
        if node not in network or name == network.node(node).name:
            return
        problem = network.name_problem(name, node)
        if problem is not None:
            self.view.refuse(problem)
        else:
            self.view.request(ChangeNode(node, name=name))

    def _close_name(self, field: QLineEdit) -> None:
        if self._name is field:
            self._name = None
            field.hide()
            field.deleteLater()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ tidy

    def tidy(self) -> None:
        """Lay the network out anew: worked out in a thread, then the nodes glide to their places; one step of undo."""
        if self.view.editor is None or self._arranging is not None:
            return
        sizes = {node.id: (node.width, node.height) for node in self.view.drawing.picture.nodes}
        self._arranging = _Arranging(self.view.network.copy(), sizes)
        self._arranging.setAutoDelete(False)
        self._arranging.signals.done.connect(self._arranged, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(self._arranging)

    @Slot(object)
    def _arranged(self, places: dict[int, Point]) -> None:
        self._arranging = None
        network = self.view.network
        self._places = {node: place for node, place in places.items() if node in network}
        self._from = {node: network.node(node).position for node in self._places}
        if self.canvas.reduced_motion or not self.canvas.isVisible():
            self._tidied()
        else:
            self._tidy.start()

    @Slot(object)
    def _tidying(self, share: float) -> None:
        offsets = {
            n: ((x - self._from[n][0]) * share, (y - self._from[n][1]) * share) for n, (x, y) in self._places.items()
        }
        self.view.show_moved(offsets)

    @Slot()
    def _tidied(self) -> None:
        self.view.show_moved({})
        network = self.view.network
        moved = tuple(
            (n, place) for n, place in self._places.items() if n in network and network.node(n).position != place
        )
        if moved:
            self.view.request(Batch((MoveNodes(moved),), say("Tidy the layout")))
            self.canvas.fit()

    # ------------------------------------------------------------------ menu

    def menu(self) -> QMenu:
        """The menu of what is selected, or of the empty canvas."""
        menu = QMenu(self.canvas)
        canvas, chosen = self.canvas, self.canvas.selection()
        if not chosen:
            menu.addAction(tr("Add layer…"), canvas.open_search)
            menu.addAction(tr("Add note"), self.add_note)
            menu.addAction(tr("Paste"), self.paste)
            menu.addSeparator()
            menu.addAction(tr("Tidy the layout"), self.tidy)
            menu.addAction(tr("Show everything"), canvas.fit)
            return menu
        if len(chosen) == 1:
            menu.addAction(tr("Rename"), self.rename)
        frozen = all(self.view.network.node(node).frozen for node in chosen)
        menu.addAction(tr("Let it learn") if frozen else tr("Freeze"), lambda: self._freeze(not frozen))
        menu.addSeparator()
        menu.addAction(tr("Copy"), self.copy)
        menu.addAction(tr("Cut"), self.cut)
        menu.addAction(tr("Duplicate"), self.duplicate)
        menu.addAction(tr("Delete"), self.delete)
        menu.addSeparator()
        menu.addAction(tr("Show the selection"), canvas.fit_selection)
        return menu

    @Slot(QPoint)
    def open_menu(self, place: QPoint) -> None:
        """Show the menu."""
        if self.view.editor is None:
            return
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def _freeze(self, frozen: bool) -> None:
        edits: list[Edit] = [ChangeNode(node, frozen=frozen) for node in self.canvas.selection()]
        self.view.request(
            edits[0]
            if len(edits) == 1
            else Batch(
                tuple(edits),
                say("Freeze {n} nodes", n=len(edits)) if frozen else say("Let {n} nodes learn", n=len(edits)),
            )
        )
