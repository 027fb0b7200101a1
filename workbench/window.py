"""The main window: the canvas in the middle, the panels round it, the run bar above, the status below.

It makes the parts and passes on what one of them says to the others; what a person can do stands in the
table of actions.
"""

from __future__ import annotations

import time
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QVBoxLayout, QWidget

from widgets import theme
from widgets.canvas import Canvas
from widgets.code import Code
from widgets.inside import way_to
from widgets.inspector import Inspector
from widgets.language import tr
from widgets.palette import Palette
from widgets.problems import Problems
from widgets.toast import Toast
from workbench.appearance import Appearance
from workbench.banner import Banner
from workbench.bridge import Bridge
from workbench.counting import Counter, advise_on_data
from workbench.docks import Docks, Sides
from workbench.files import SUFFIX, Files
from workbench.guided import Guided
from workbench.header import Header
from workbench.menus import CANVAS_KEYS, Actions
from workbench.runbar import RunBar
from workbench.session import Session
from workbench.settings import Settings
from workbench.statusbar import StatusBar
from workbench.training import Training
from workbench.view_column import ViewColumn
from workbench.warmup import Warmup

if TYPE_CHECKING:
    from widgets.outline import Outline
    from workbench.recipe_panel import RecipePanel

STOPPING = 20.0
"""How long closing waits for a training to reach the end of its batch and write its checkpoint, in seconds."""
VIEWS_AFTER = 400
"""How long after the window is shown its live views are made, in milliseconds."""
BETWEEN = 15
"""The pause between two parts that are made after the first picture, in milliseconds: so long no click waits."""


class Window(Guided):
    """Workbench: one project, its drawing, its training."""

    session: Session
    settings: Settings
    appearance: Appearance
    canvas: Canvas
    palette_panel: Palette
    inspector: Inspector
    problems: Problems
    views: ViewColumn
    docks: Docks
    files: Files
    training: Training
    warmup: Warmup
    toast: Toast
    banner: Banner
    bar: RunBar
    actions_table: Actions
    menus: QMenuBar

    def __init__(self, session: Session, settings: Settings, appearance: Appearance):
        super().__init__()
        self.session, self.settings, self.appearance = session, settings, appearance
        self.setObjectName("workbench")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(1024, 640))
        self.resize(1440, 900)
        self._ready = False
        self._complete = False
        self._rooms: dict[str, QWidget] = {}
        self._selection: tuple[int, ...] = ()
        self.warmup = Warmup(self)
        self.canvas = Canvas(session)
        self.bridge = Bridge(session, self.canvas, self)
        self.palette_panel = Palette(later=True)
        self.inspector, self.problems, self.code = Inspector(session), Problems(session), Code(session)
        self.views = ViewColumn(session, self.bridge)
        self.banner, self.header = Banner(), Header(session)
        self.toast = Toast(self)
        self.training, self.files = Training(self), Files(self)
        self.counter = Counter(self)
        advise_on_data(self.problems, self.counter, session)
        self._refresher = QTimer(self)
        self._refresher.setSingleShot(True)
        self._refresher.timeout.connect(self.refresh)
        self._maker = QTimer(self)
        self._maker.setInterval(BETWEEN)
        self._maker.timeout.connect(self._make_rest)
        self._fitted: float | None = None
        self._fitter = QTimer(self)
        self._fitter.setSingleShot(True)
        self._fitter.setInterval(30)
        self._fitter.timeout.connect(self.fit_now)

        middle = QWidget()
        self.middle = column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.header, self.banner):
            column.addWidget(part)
        column.addWidget(self.canvas, 1)
        self.setCentralWidget(middle)
        self._make_shell()
        self._connect()
        self._ready = True
        self._views_of: object = None
        self.retranslate()
        self.docks.begin()
        self.refresh()

    def _make_shell(self) -> None:
        contents: dict[str, QWidget] = {
            "palette": Sides(self.palette_panel, self._room("outline")),
            "inspector": self.inspector,
            "recipe": self._room("recipe"),
            "views": self.views,
            "problems": self.problems,
            "code": self.code,
        }
        regions: list[QWidget] = []
        self.docks = Docks(self, self.settings, contents, regions)
        self.menus = QMenuBar()
        self.menus.setMinimumHeight(theme.ROW_MENU)
        self.actions_table = Actions(self)
        self.bar = RunBar(self.session, {row.id: action for row, action in self.actions_table})
        regions += [self.bar, self.canvas]
        top = QWidget()
        rows = QVBoxLayout(top)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.menus)
        rows.addWidget(self.bar)
        self.setMenuWidget(top)
        for row, action in self.actions_table:
            if row.id in CANVAS_KEYS:
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                self.canvas.addAction(action)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        session = self.session
        session.changed.connect(self._changed)
        session.replaced.connect(self._replaced)
        session.events.connect(self._event)
        session.project.changed.connect(self._edited)
        self.canvas.selectionChanged.connect(self._selected)
        self.canvas.refused.connect(self.toast.say)
        self.canvas.openRequested.connect(self._explain)
        self.canvas.levelChanged.connect(self._level_changed)
        self.problems.revealRequested.connect(self.canvas.levels.reveal_fault)
        self.problems.revealInside.connect(self._reveal_in)
        self.code.nodeClicked.connect(self._reveal_in)
        self.palette_panel.dragStarted.connect(self.canvas.begin_palette_drag)
        self.palette_panel.chosen.connect(self.canvas.add_layer)
        self.banner.revealRequested.connect(self.canvas.levels.reveal_fault)
        self.bar.layoutRequested.connect(self.lay_requested)
        self.bar.problemsRequested.connect(self._show_problems)
        self.bar.recipeRequested.connect(self._show_recipe)
        self.bar.refused.connect(self.toast.say)
        self.docks.laid.connect(self._laid)
        self.bridge.playersChanged.connect(self._players_changed)
        self.canvas.legend.playerChosen.connect(self.bridge.show_gradients_of)
        self.warmup.began.connect(self.refresh)
        self.warmup.finished.connect(self._warm)
        self.warmup.finished.connect(self.bridge.prepare_views)
        self.appearance.changed.connect(self.refresh)
        self.appearance.fontsMissing.connect(self._fonts_missing)
        self.counter.counted.connect(self._counted)

    # ------------------------------------------------------------------ what the first picture does not show

    def _room(self, name: str) -> QWidget:
        """An empty place for a panel that is made when it is first needed, or shortly after the first picture."""
        room = self._rooms[name] = QWidget()
        QVBoxLayout(room).setContentsMargins(0, 0, 0, 0)
        room.installEventFilter(self)
        return room

    def _furnish(self, name: str, panel: QWidget) -> None:
        room = self._rooms[name]
        room.removeEventFilter(self)
        room.layout().addWidget(panel)  # type: ignore[union-attr]

    @cached_property
    def outline(self) -> Outline:
        """The list of nodes behind the palette."""
        from widgets.outline import Outline

        outline = Outline(self.canvas.editor)
        outline.set_selection(self._selection)
        outline.selectionChanged.connect(self._chosen_elsewhere)
        outline.revealRequested.connect(self.canvas.show_node)
        outline.revealInside.connect(self._reveal_in)
        self._furnish("outline", outline)
        return outline

    @cached_property
    def recipe(self) -> RecipePanel:
        """What the training is made of."""
        from workbench.recipe_panel import RecipePanel

        recipe = RecipePanel(self.session)
        self._furnish("recipe", recipe)
        return recipe

    @Slot()
    def _make_rest(self) -> None:
        """Make the next of the parts that wait; a person who is quicker gets them at once."""
        inspector = self.inspector
        parts = (self, "outline"), (inspector, "node_page"), (inspector, "several_page"), (self, "recipe")
        for owner, name in parts:
            if name not in vars(owner):
                getattr(owner, name)
                return
        self._maker.stop()
        self._complete = True
        self.refresh()

    # ------------------------------------------------------------------ what the parts say to each other

    @property
    def selection(self) -> tuple[int, ...]:
        """The ids of the selected nodes."""
        return self._selection

    def _changed(self) -> None:
        if not self._refresher.isActive():
            self._refresher.start(0)

    def _edited(self, change: object) -> None:
        self._changed()

    def _replaced(self) -> None:
        self._selection = ()
        self.session.project.changed.connect(self._edited)
        for panel in (self.canvas, self.inspector, self.problems, self.code):
            panel.set_editor(self.session)
        for name in ("outline", "recipe"):
            if name in vars(self):
                getattr(self, name).set_editor(self.session)
        self.banner.hide()
        self.training.news = None
        if self._views_of is not None:
            self.open_views()
        self._changed()

    def open_views(self) -> None:
        """Show the live views that the project asks for; made late, since plots take time to load."""
        if self._views_of is self.session.project:
            return
        self._views_of = self.session.project
        self.views.open(self.session.project.about.views or ("curves", "gradients"))

    @Slot(tuple)
    def _selected(self, nodes: tuple[int, ...]) -> None:
        self._selection = tuple(nodes)
        if "outline" in vars(self):
            self.outline.set_selection(self._selection)
        self.inspector.set_selection(self._selection)
        inside = self.canvas.levels.inside
        self.code.set_selection(self._selection, None if inside is None else inside.block)
        self.views.follow(self._selection)
        self.actions_table.refresh()
        self.status.refresh()

    @Slot()
    def _level_changed(self) -> None:
        """Inspector and outline follow what the canvas shows, into a block and out again."""
        if self.inspector.editor is not self.canvas.editor:
            self.inspector.set_selection(())
            self.inspector.set_editor(self.canvas.editor)
            if "outline" in vars(self):
                self.outline.set_selection(())
                self.outline.set_editor(self.canvas.editor)
        self.actions_table.refresh()

    @Slot(tuple)
    def _chosen_elsewhere(self, nodes: tuple[int, ...]) -> None:
        self.canvas.select(nodes)

    @Slot(int)
    def _reveal(self, node: int) -> None:
        if node in self.session.project.network:
            self.canvas.reveal(node)
            self.canvas.select((node,))

    @Slot(int, str)
    def _reveal_in(self, node: int, block: str) -> None:
        """Select a node on the canvas; one that lies in a block where that block is open, or opened now."""
        inside = self.canvas.levels.inside
        if block and (inside is None or inside.block != block):
            way = way_to(self.session.project.network, block)
            if way is None:
                return
            self.canvas.levels.go(way)
        if not block:
            self._reveal(node)
        elif self.canvas.editor is not None and node in self.canvas.editor.project.network:
            self.canvas.select((node,))

    @Slot(int)
    def _explain(self, node: int) -> None:
        self.docks.reveal("inspector")

    def _event(self, event: object) -> None:
        self.bar.take(event)
        self.training.take(event)

    @Slot()
    def _show_problems(self) -> None:
        self.docks.reveal("problems")

    @Slot()
    def _show_recipe(self) -> None:
        self.docks.reveal("recipe")

    @Slot(str)
    def _laid(self, name: str) -> None:
        if self._ready:
            if self.docks.docks["views"].isVisible():
                self.open_views()
            self.bar.set_layout(name)
            self._changed()

    @Slot()
    def fit_now(self) -> None:
        """Show the whole drawing at once, without gliding."""
        reduced, self.canvas.reduced_motion = self.canvas.reduced_motion, True
        self.canvas.fit()
        self.canvas.reduced_motion = reduced
        self._fitted = self.canvas.zoom()

    def stop_fitting(self) -> None:
        """Leave the drawing as it is shown when its room changes."""
        self._fitted = None
        self._fitter.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While nobody has zoomed since the drawing was fitted, it stays fitted when its room changes."""
        if watched is self.canvas and event.type() == QEvent.Type.Resize and self.canvas.zoom() == self._fitted:
            self._fitter.start()
        if event.type() == QEvent.Type.Show:
            for name, room in self._rooms.items():
                if watched is room:
                    getattr(self, name)
        return super().eventFilter(watched, event)

    @Slot(float, float)
    def _warm(self, seconds: float, stall: float) -> None:
        self.training.loaded()
        self.refresh()

    @Slot(tuple, str)
    def _players_changed(self, players: tuple[str, ...], shown: str) -> None:
        self.canvas.legend.show_players(players, shown)
        self.canvas.place_overlays()

    @Slot(object)
    def _fonts_missing(self, advice: object) -> None:
        self.toast.say(str(advice), milliseconds=20_000)

    @Slot(object, int)
    def _counted(self, data_set: object, number: int) -> None:
        if data_set == self.session.data_set:
            self.bar.set_count(number)

    @Slot()
    def refresh(self) -> None:
        """Bring title, bars and menus up to date."""
        if not self._ready:
            return
        self.setWindowTitle(f"{tr(self.session.heading)}[*] – Workbench")
        self.setWindowModified(not self.session.is_clean)
        chosen = self.session.data_set
        # Counting loads the data, which is not to hold up the first picture.
        self.bar.set_count(self.counter.ask(chosen) if chosen is not None and self._complete else None)
        self.bar.set_waiting(self.training.waiting)
        self.bar.refresh()
        self.header.refresh()
        self.actions_table.refresh()
        self.status.refresh()

    # ------------------------------------------------------------------ coming and going

    def open_at_start(self, path: Path) -> bool:
        """Open the file named on the command line."""
        return self.files.open(path)

    def stop_and_wait(self) -> None:
        """Stop the training and wait until its checkpoint is written; events are still taken meanwhile."""
        self.session.stop()
        end = time.monotonic() + STOPPING
        while self.session.running and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the drawing once the window has its size, and load PyTorch when nobody does anything."""
        super().showEvent(event)
        if not event.spontaneous():
            self.canvas.set_map_visible(self.settings.minimap)
            self.canvas.reduced_motion |= self.settings.reduced_motion
            self.canvas.installEventFilter(self)
            self.fit_now()
            self._fitter.start()
            self._maker.start()
            QTimer.singleShot(VIEWS_AFTER, self, self.open_views)
            self.warmup.wait_for_rest()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about a training and unsaved work; keep how the window lay."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.session.discard_autosave()
        self.settings.open_at_the_end = ""
        self.settings.keep_bytes("geometry", self.saveGeometry())
        self.docks.keep()
        event.accept()

    @staticmethod
    def _dropped(event: QDropEvent) -> Path | None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        return paths[0] if len(paths) == 1 and (paths[0].suffix == SUFFIX or paths[0].is_dir()) else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A project file may be dropped."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped, after the drop is over, since a question may follow."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.files.open(path))

    def retranslate(self) -> None:
        """Set the texts the window has itself; its parts see to theirs."""
        self.docks.retranslate()
        self.actions_table.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme while running."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and getattr(self, "_ready", False):
            self.retranslate()
