"""The node-graph editor: the drawing, its map, its zoom, its legend and its search, as one widget.

The canvas asks the editor for every change and redraws when the project says that it changed, whoever changed it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QWidget

from graphs.message import Message
from graphs.network import Wire
from graphs.project import Change, Project
from widgets.canvas.blocks import BlockCommands
from widgets.canvas.camera import STEP
from widgets.canvas.carrying import Carrying
from widgets.canvas.drawing import PortPlace
from widgets.canvas.editing import Editing
from widgets.canvas.face import FaceEditing
from widgets.canvas.fitting import MARGIN, fit, sees_all, stay_fitted
from widgets.canvas.frames import FrameCommands
from widgets.canvas.geometry import Box
from widgets.canvas.joining import Joining
from widgets.canvas.legend import Legend
from widgets.canvas.levels import Breadcrumbs, Levels, below_crumbs
from widgets.canvas.menu import CanvasMenu
from widgets.canvas.minimap import Minimap
from widgets.canvas.places import Norms, Places
from widgets.canvas.pressing import Pressing
from widgets.canvas.scans import ScanCommands
from widgets.canvas.search import LayerSearch
from widgets.canvas.speaking import selection_words
from widgets.canvas.still import image_of
from widgets.canvas.strip import NodeStatistics
from widgets.canvas.tidying import Tidying
from widgets.canvas.view import GraphView
from widgets.canvas.wiring import DropLayer, kind_at
from widgets.canvas.zoom_bar import ZoomBar
from widgets.editor import Editor
from widgets.language import tr

_AIR = round(MARGIN)


class Canvas(QWidget):
    """Shows a project's network and lets a person draw it; a block that is opened is shown in the same place.

    ``refused`` carries, in the language of the window, why something was not done; ``openRequested`` the layer that was
    double-clicked or opened with Enter; ``statusText`` one line about what just happened; ``levelChanged`` that a block
    was opened or closed, or that its name or its copies changed.
    """

    selectionChanged = Signal(tuple)  # noqa: N815 - signals are named as Qt names them
    refused = Signal(str)
    openRequested = Signal(int)  # noqa: N815
    statusText = Signal(str)  # noqa: N815
    levelChanged = Signal()  # noqa: N815

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._ready = False
        self._map_wanted = True
        self.fitted: tuple[QPointF, float] | None = None
        self._listened: Project | None = None
        self._search_at: tuple[QPointF, PortPlace | None] = (QPointF(), None)
        self._wanted: Callable[[str], object] | None = None
        self.view = GraphView(self)
        self.minimap = Minimap(self.view, self)
        self.zoom_bar = ZoomBar(self)
        self.legend = Legend(self)
        self.search = LayerSearch(self)
        self.levels = Levels(self)
        self.places = self.view.places = Places(self)
        self.pressing = self.view.pressing = Pressing(self)
        self.places.left.connect(self.pressing.leave)
        self.carrying = Carrying(self)
        self.breadcrumbs = Breadcrumbs(self)
        self._statistics: dict[int, NodeStatistics] = {}
        self.tidying, self.frames = Tidying(self), FrameCommands(self)
        self.blocks, self.face, self.scans = BlockCommands(self), FaceEditing(self), ScanCommands(self)
        self.joining = Joining(self)
        self.menu = CanvasMenu(self)
        self.editing = Editing(self)
        self.view.selectionChanged.connect(self._selected)
        self.view.refused.connect(self._refused)
        self.view.zoomed.connect(self._zoomed)
        self.view.layerWanted.connect(self._open_search)
        self.view.opened.connect(self.open_node)
        self.view.pickedSomething.connect(self._picked)
        self.levels.changed.connect(self.levelChanged)
        self.view.rowOpened.connect(self.face.open)
        self.view.noteOpened.connect(self.frames.write_note)
        self.view.frameOpened.connect(self.frames.rename_frame)
        self.view.menuWanted.connect(self.menu.open)
        self.view.keyPressed.connect(self.editing.key)
        self.search.chosen.connect(self._found)
        self.search.closed.connect(self._search_closed)
        self.zoom_bar.smaller.clicked.connect(self.zoom_out)
        self.zoom_bar.larger.clicked.connect(self.zoom_in)
        self.zoom_bar.everything.clicked.connect(self.fit)
        self.setFocusProxy(self.view)
        self._fit_when_shown = True
        self._ready = True
        self.retranslate()
        self._zoomed()
        self.set_editor(editor)

    # ------------------------------------------------------------------ the project

    @property
    def editor(self) -> Editor | None:
        """What is shown: the open project, inside a block the block as a project of its own, or None."""
        return self.view.editor

    def set_editor(self, editor: Editor | None) -> None:
        """Show another open project, all of it."""
        self.places.forget()
        self.levels.set_outside(editor)
        if self._listened is not None:
            self._listened.changed.disconnect(self._project_changed, missing_ok=True)
        self.view.cancel_gesture()
        self.view.set_selection(())
        self.view.editor = editor
        self._listened = editor.project if editor is not None else None
        if self._listened is not None:
            self._listened.changed.connect(self._project_changed)
        self.view.root.statistics.clear()
        self.set_gradients(None)
        self.show_anew()
        self._fit_when_shown = True
        self.levelChanged.emit()
        self.breadcrumbs.refresh()
        if self.isVisible():
            self.fit_now()

    def _project_changed(self, change: Change) -> None:
        stays = self.levels.follow()
        self.refresh()
        if stays:
            self.levels.changed.emit()

    def show_anew(self) -> None:
        """Draw another network than before: nothing of the old picture is kept."""
        self.places.forget()
        self.view.item = self.view.root
        self.tidying.cancel()
        self.view.root.statistics = dict(self._statistics) if not self.levels.base else {}
        self.refresh()

    @Slot(int)
    def open_node(self, node: int) -> None:
        """Go into a block; of a layer tell that a person wants to know more about it."""
        if not self.levels.enter(node):
            self.openRequested.emit(node)

    def refresh(self) -> None:
        """Draw the project as it is now."""
        editor = self.view.editor
        if editor is None:
            return
        gesture = self.view.gesture
        if gesture is not None and not isinstance(gesture, DropLayer):
            self.view.cancel_gesture()
        picture = self.places.refresh()
        self.view.drop_vanished()
        self._describe()
        self.legend.show_kinds(picture.kinds)
        self._show_map()
        self.minimap.update()

    # ------------------------------------------------------------------ selection and view

    def selection(self) -> tuple[int, ...]:
        """The ids of the selected nodes, the last selected at the end."""
        return self.view.selection()

    def select(self, nodes: Iterable[int]) -> None:
        """Select nodes."""
        self.view.set_selection(nodes)

    def reveal(self, node: int) -> None:
        """Select a node of the project's network and bring it into view, out of whatever block is open."""
        self.levels.go(())
        self.show_node(node)

    @Slot(int)
    def show_node(self, node: int) -> None:
        """Select a node of what is shown and bring it into view."""
        self.view.set_selection((node,))
        box = self.view.drawing.box(node)
        if box is not None:
            area = self.view.visible_area()
            if not (area[0] < box[0] and area[1] < box[1] and box[2] < area[2] and box[3] < area[3]):
                centre = QPointF((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
                self.view.glide_to(centre, max(self.view.zoom(), 0.65))

    @property
    def reduced_motion(self) -> bool:
        """Whether the view jumps instead of gliding."""
        return self.view.reduced_motion

    @reduced_motion.setter
    def reduced_motion(self, reduced: bool) -> None:
        self.view.reduced_motion = reduced

    @Slot()
    def fit(self) -> None:
        """Show everything."""
        fit(self)

    @Slot()
    def fit_selection(self) -> None:
        """Show what is selected, or everything when nothing is."""
        chosen = self.selection()
        self.view.show_area(self.view.drawing.bounds(chosen or None), most=1.5)

    def fit_now(self) -> None:
        """Show everything at once, without gliding."""
        reduced, self.view.reduced_motion = self.view.reduced_motion, True
        self.fit()
        self.view.reduced_motion = reduced
        self._fit_when_shown = False

    def zoom(self) -> float:
        """Screen pixels per canvas unit."""
        return self.view.zoom()

    def set_zoom(self, factor: float) -> None:
        """Zoom around the middle of the view."""
        self.view.set_zoom(factor)

    @Slot()
    def zoom_in(self) -> None:
        """One step closer."""
        self.view.set_zoom(self.zoom() * STEP)

    @Slot()
    def zoom_out(self) -> None:
        """One step back."""
        self.view.set_zoom(self.zoom() / STEP)

    def set_map_visible(self, visible: bool) -> None:
        """Show or hide the map and the zoom; while everything is in view the map stays away, for it tells nothing."""
        self._map_wanted = visible
        self.zoom_bar.setVisible(visible)
        self._show_map()

    @property
    def map_visible(self) -> bool:
        """Whether a person wants the map and the zoom."""
        return self._map_wanted

    def _show_map(self) -> None:
        shown = self._map_wanted and (self.minimap.held or not sees_all(self))
        if shown != self.minimap.isVisibleTo(self):
            self.minimap.setVisible(shown)

    # ------------------------------------------------------------------ editing

    @Slot()
    def delete_selection(self) -> None:
        """Remove what is selected."""
        self.editing.delete()

    @Slot()
    def duplicate_selection(self) -> None:
        """Put a copy beside what is selected, and select it."""
        self.editing.duplicate()

    @Slot()
    def copy_selection(self) -> None:
        """Put what is selected on the clipboard, as text."""
        self.editing.copy()

    @Slot()
    def cut_selection(self) -> None:
        """Copy and remove what is selected."""
        self.editing.cut()

    @Slot()
    def paste(self) -> None:
        """Place what is on the clipboard, if it was copied from a canvas."""
        self.editing.paste()

    @Slot()
    def select_all(self) -> None:
        """Select every node."""
        self.view.set_selection(node.id for node in self.view.drawing.picture.nodes)

    @Slot()
    def rename_selected(self) -> None:
        """Let a person type a new name in the place of the last selected node's."""
        self.editing.rename()

    @Slot()
    def tidy(self) -> None:
        """Lay the network out anew, as one step of undo."""
        self.tidying.all()

    def add_layer(self, type_name: str, scene_position: QPointF | None = None) -> int | None:
        """Place a layer at a point of the canvas (the middle of the view when none is given); on a wire it is inserted.

        Returns the id of the node, or None when it was refused; then `refused` said why.
        """
        return self.editing.add(type_name, scene_position)

    @Slot()
    def open_search(self) -> None:
        """Search and add at the mouse, or in the middle when the mouse is elsewhere."""
        place = self.view.viewport().mapFromGlobal(self.cursor().pos())
        if not self.view.viewport().rect().contains(place):
            place = self.view.viewport().rect().center()
        self._open_search(self.view.to_scene(QPointF(place)), None)

    def search_for(self, at: QPointF, wanted: Callable[[str], object], port: PortPlace | None = None) -> None:
        """Search at a point of the canvas for a layer that goes to ``wanted``, of those that fit a port if any."""
        self._open_search(at, port)
        self._wanted = wanted

    @Slot(QPointF, object)
    def _open_search(self, at: QPointF, port: PortPlace | None) -> None:
        self._wanted = None
        self.search.set_network(self.view.network if self.view.editor is not None else None)
        self._search_at = (at, port)
        place = self.view.to_viewport(at).toPoint()
        given = kind_at(self.view, port) if port is not None else None
        self.search.open_at(
            place.x(), place.y(), loose=port is not None, given=given, at_output=port is not None and not port.is_output
        )

    @Slot(str)
    def _found(self, type_name: str) -> None:
        at, port = self._search_at
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            wanted(type_name)
        elif port is None:
            self.editing.add(type_name, at, insert=False)
        else:
            self.editing.add_connected(type_name, at, port)

    @Slot()
    def _search_closed(self) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_palette_drag(self, type_name: str, global_position: QPoint) -> None:
        """Carry a layer from the palette until the button is let go, wherever the mouse is; Esc drops it."""
        self.carrying.begin(type_name, global_position)

    # ------------------------------------------------------------------ what a run shows

    def set_gradients(self, norms: Norms | None, low: float = 1e-3, high: float = 1.0) -> None:
        """Colour wires by the norm of the gradient on them, between the ends of the run's range; None shows kinds.

        The keys are (node, port) outside all blocks, (node, port, way) inside one.
        """
        self.places.show_gradients(norms, low, high)
        before = self.legend.geometry()
        self.legend.show_gradients(self.places.gradients_at(self.levels.base))
        self.place_overlays()
        if norms and self.legend.geometry() != before:
            stay_fitted(self)

    def set_statistics(self, statistics: Mapping[int, NodeStatistics]) -> None:
        """Show numbers, lines and pictures on nodes in the place of their rows; an empty mapping shows the rows."""
        before, item = self._statistics, self.view.root
        # What is as it was stays the same object, and is not painted again.
        known = {node: before[node] if before.get(node) == shown else shown for node, shown in statistics.items()}
        self._statistics = known
        if self.levels.base:
            return
        nodes = [n for n in item.statistics.keys() | known.keys() if item.statistics.get(n) is not known.get(n)]
        item.statistics = known
        for node in nodes:
            item.update(item.node_area(node))

    # ------------------------------------------------------------------ where things are

    def scene_position_of(self, node: int) -> QPointF:
        """The upper left corner of a node in canvas units. Raises KeyError when it is not drawn."""
        return self._scene_rect(node).topLeft()

    def _scene_rect(self, node: int) -> QRectF:
        box = self.view.drawing.box(node)
        if box is None:
            raise KeyError(node)
        return QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))

    def scene_to_viewport(self, box: Box) -> QRect:
        """Where an area of the canvas is in the viewport."""
        area = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
        return self.view.viewportTransform().mapRect(area.translated(self.view.item.scenePos())).toRect()

    def node_rect(self, node: int) -> QRectF:
        """Where a node is in the viewport. Raises KeyError when it is not drawn."""
        return self.view.viewportTransform().mapRect(self._scene_rect(node).translated(self.view.item.scenePos()))

    def port_position(self, node: int, port: str, output: bool) -> QPointF:
        """Where a port is in the viewport. Raises KeyError when there is none."""
        place = self.view.drawing.port_position(node, port, output=output)
        if place is None:
            raise KeyError((node, port))
        return self.view.to_viewport(QPointF(*place))

    def wire_middle(self, wire: Wire) -> QPointF:
        """Where the middle of a wire is in the viewport. Raises KeyError when it is not drawn."""
        for place, picture in enumerate(self.view.drawing.picture.wires):
            if picture.wire == wire:
                line = self.view.drawing.line(place)
                middle = line[len(line) // 2] if len(line) > 2 else (line[0] + line[1]) / 2
                return self.view.to_viewport(QPointF(float(middle[0]), float(middle[1])))
        raise KeyError(wire)

    def to_image(self, size: QSize | None = None, scale: float = 1.0, *, wordless: bool = False) -> QImage:
        """Draw everything into a picture: ``scale`` pixels per canvas unit, or as large as fits into ``size``."""
        return image_of(self.view.root, size, scale, wordless=wordless)

    # ------------------------------------------------------------------ words and looks

    @Slot(tuple)
    def _selected(self, nodes: tuple[int, ...]) -> None:
        self._describe()
        self.selectionChanged.emit(nodes)

    @Slot()
    def _picked(self) -> None:
        self._describe()

    def _describe(self) -> None:
        """Say what is selected to those who cannot see it."""
        words = selection_words(self.view)
        self.view.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self.view, QAccessible.Event.DescriptionChanged))

    @Slot(object)
    def _refused(self, reason: Message) -> None:
        self.refused.emit(tr(reason))
        self.statusText.emit(tr(reason))

    @Slot()
    def _zoomed(self) -> None:
        self.zoom_bar.show_zoom(self.view.zoom())
        self._show_map()

    def retranslate(self) -> None:
        """Set all texts in the language of the window."""
        self.view.setAccessibleName(tr("Drawing of the network"))
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if not getattr(self, "_ready", False):
            return
        if event.type() is QEvent.Type.LanguageChange:
            self.places.restyle(anew=True)
            self.retranslate()
            self.refresh()
            self.place_overlays()
        elif event.type() is QEvent.Type.PaletteChange:
            self.view.restyle()

    def showEvent(self, event: QEvent) -> None:
        """Show everything the first time."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._fit_when_shown:
            self.fit_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the map in its corner."""
        super().resizeEvent(event)
        self.view.setGeometry(self.rect())
        self.place_overlays()
        self._show_map()
        if self._fit_when_shown and self.isVisible():
            self.fit_now()

    def place_overlays(self) -> None:
        """Put map, zoom, legend and breadcrumbs where they belong."""
        if not self._ready:
            return
        self.minimap.move(_AIR, self.height() - self.minimap.height() - _AIR)
        self.zoom_bar.adjustSize()
        self.zoom_bar.move(_AIR + self.minimap.width() + 12, self.height() - self.zoom_bar.height() - _AIR)
        right = self.view.root.wire_state.gradients is not None
        self.breadcrumbs.adjustSize()
        self.breadcrumbs.resize(min(self.breadcrumbs.width(), self.width() - 2 * _AIR), self.breadcrumbs.height())
        self.breadcrumbs.move(_AIR, 10)
        down = below_crumbs(self.breadcrumbs, 12)
        self.legend.move(self.width() - self.legend.width() - _AIR if right else _AIR, down)
