"""An open project: its drawing, its training, its live views, and what is kept of it until it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout

from graphs.document import DocumentError
from graphs.message import Message
from widgets.canvas import Canvas
from widgets.inside import way_to
from widgets.language import tr
from widgets.toast import SHOWN_FOR
from workbench import dialogs
from workbench.advising import Advice
from workbench.banner import Banner
from workbench.bridge import Bridge
from workbench.engine.faults import FolderError
from workbench.keeping import Keeper
from workbench.run_figures import RunFigures
from workbench.session import RunState, Session
from workbench.tab import Mark, Tab
from workbench.timeline import Timeline
from workbench.training import Training
from workbench.view_column import ViewColumn
from workbench.views import wanted_views

if TYPE_CHECKING:
    from collections.abc import Iterable

    from workbench.walking import Walking
    from workbench.window import Window

SETTLES = 30
"""How long after the last change of its room the drawing is fitted again, in milliseconds."""


class ProjectTab(Tab):
    """A project with a session of its own: history, file, run and selection belong to it and to no other tab.

    ``selected`` tells that other nodes are selected, ``levelled`` that a block was opened or closed, ``replaced`` that
    another project is open in this tab, ``going`` that it is closed now.
    """

    selected = Signal()
    levelled = Signal()
    replaced = Signal()
    going = Signal()
    advised = Signal()
    """The advisor has something else to say of the training, or of the drawing as it is now."""
    told = Signal(object)
    """The training told something; the figures of this tab have taken it already."""

    def __init__(self, main: Window, session: Session):
        super().__init__()
        self.main, self.session = main, session
        self.selection: tuple[int, ...] = ()
        self._views_of: object = None
        self._fitted: float | None = None
        self._seen = False
        self._noted: tuple[Path, Path] | None = None
        self.canvas = Canvas(session)
        self.bridge = Bridge(session, self.canvas, self)
        self.views: ViewColumn = ViewColumn(session, self.bridge, apart=main.apart)
        self.timeline: Timeline = Timeline(self)
        self.timeline.moved.connect(self.bridge.look_back)
        self.banner = Banner()
        self.figures = RunFigures()
        self.training = Training(self)
        self.walking: Walking | None = None
        """The walk through the network that is under way, if one is."""
        self.advice: Advice = Advice()
        self.keeper = Keeper(session, main.settings.autosave, self.say, self)
        self.column: QVBoxLayout = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.column.addWidget(self.banner)
        self.column.addWidget(self.canvas, 1)
        self._fitter = QTimer(self)
        self._fitter.setSingleShot(True)
        self._fitter.setInterval(SETTLES)
        self._fitter.timeout.connect(self.fit_now)
        session.changed.connect(self._changed)
        session.replaced.connect(self._replaced)
        session.events.connect(self._event)
        session.project.changed.connect(self._edited)
        self.canvas.selectionChanged.connect(self._selected)
        self.canvas.levelChanged.connect(self.levelled)
        self.levelled.connect(self._walk_on)
        self.canvas.refused.connect(self.say)
        self.banner.revealRequested.connect(self.canvas.levels.reveal_fault)
        self.banner.inputWanted.connect(lambda: self.training.show_anomaly())
        self.banner.offerChosen.connect(lambda offer: self.training.relieve(offer))
        self.bridge.playersChanged.connect(self._players_changed)
        self.canvas.legend.playerChosen.connect(self.bridge.show_gradients_of)
        self.canvas.set_map_visible(main.settings.minimap)
        self.canvas.reduced_motion = main.settings.reduced_motion
        self.canvas.installEventFilter(self)

    def add_keys(self, actions: Iterable[QAction]) -> None:
        """Let keys mean the canvas while it has the focus."""
        for action in actions:
            self.canvas.addAction(action)

    # ------------------------------------------------------------------ what its tab shows

    @property
    def heading(self) -> Message:
        """The title of the project."""
        return self.session.heading

    @property
    def place(self) -> Path | None:
        """The file of the project."""
        return self.session.path

    @property
    def is_clean(self) -> bool:
        """Whether the project is saved, or as it was opened."""
        return self.session.is_clean

    @property
    def is_untouched(self) -> bool:
        """Whether this is an empty drawing that nobody has worked on, so that another project may take its place."""
        session = self.session
        return session.path is None and session.is_clean and not len(session.project.network) and not self.is_busy

    @property
    def is_busy(self) -> bool:
        """Whether it trains, or waits for PyTorch to train."""
        return self.session.running or self.training.waiting

    @property
    def mark(self) -> Mark:
        """Whether it trains."""
        if self.session.state is RunState.PAUSED:
            return Mark.PAUSED
        return Mark.TRAINS if self.is_busy else Mark.NONE

    @property
    def is_front(self) -> bool:
        """Whether this is the project that the panels round the canvas show."""
        return self.main.tab is self

    @property
    def is_shown(self) -> bool:
        """Whether it is in front of everything, not behind a comparison."""
        return self.main.tabs.front is self

    @Slot(str)
    def say(self, words: str, milliseconds: int = SHOWN_FOR) -> None:
        """Say something in passing; from behind another tab with the name of this one before it."""
        named = words if self.is_shown else f"{tr(self.heading)}: {words}"
        self.main.toast.say(named, milliseconds=milliseconds)

    # ------------------------------------------------------------------ what happens

    def _changed(self) -> None:
        self._remember_run()
        self.changed.emit()

    def _edited(self, change: object) -> None:
        self._advise()
        self.changed.emit()

    def _replaced(self) -> None:
        self.end_walk()
        self.selection = ()
        self.session.project.changed.connect(self._edited)
        self.canvas.set_editor(self.session)
        self.banner.hide()
        self.training.news = None
        self.timeline.clear()
        self.advice.clear()
        self._advise()
        if self._views_of is not None:
            self.open_views()
        self.replaced.emit()

    def _event(self, event: object) -> None:
        self.figures.take(event)
        self.timeline.take(event)  # type: ignore[arg-type]
        if self.advice.take(event):
            self._advise()
        self.told.emit(event)
        self.training.take(event)

    def _advise(self) -> None:
        """Show on the drawing, and let the list of problems show, what the advisor says now."""
        words = self.advice.at_nodes(self.session.project) if self.advice.findings else {}
        self.bridge.advise({node: "\n".join(tr(one) for one in several) for node, several in words.items()})
        self.canvas.view.viewport().update()  # a lamp reaches beyond its node
        self.advised.emit()

    @Slot(tuple)
    def _selected(self, nodes: tuple[int, ...]) -> None:
        self.selection = tuple(nodes)
        self.views.follow(self.selection)
        self.selected.emit()

    @Slot(tuple, str)
    def _players_changed(self, players: tuple[str, ...], shown: str) -> None:
        self.canvas.legend.show_players(players, shown)
        self.canvas.place_overlays()

    def open_views(self) -> None:
        """Show the live views that the project asks for; made late, since plots take time to load."""
        if self._views_of is self.session.project:
            return
        self._views_of = self.session.project
        self.views.open(wanted_views(self.session.project))
        self.views.follow(self.selection)
        self._recall_run()

    def show_run(self, folder: Path) -> None:
        """Show a run that was recorded, in views, drawing and time machine. Raises FolderError when there is none."""
        from workbench.engine.runs import Run, list_runs

        with Run.open(folder) as run:
            self.session.run_folder = folder
            self.open_views()
            self.bridge.show_run(run)
            self.advice.recall(run)
            self._advise()
            self.timeline.show_run(run)
        self.timeline.show_forks(list_runs(folder.parent))

    def _remember_run(self) -> None:
        """Note which run belongs to a file, so that it can be gone through when the file is opened again."""
        path, folder = self.session.path, self.timeline.folder
        if path is not None and folder is not None and (path, folder) != self._noted:
            self._noted = path, folder
            self.main.settings.keep_run(path, folder)

    def _recall_run(self) -> None:
        """Show the run of a file that was opened again, unless the drawing has been trained or changed since."""
        from workbench.session import trained_by

        path = self.session.path
        folder = self.main.settings.run_of(path) if path is not None else None
        if folder is None or self.session.running or self.timeline.folder is not None:
            return
        try:
            if self.session.trains_the_same(trained_by(folder)):
                self.show_run(folder)
        except (FolderError, DocumentError):
            return  # a run that is gone or damaged is no reason not to open the project

    # ------------------------------------------------------------------ walking through the network

    def walk(self) -> None:
        """Walk through the network node by node, or end the walk that is under way."""
        if self.walking is not None:
            self.end_walk()
            return
        from workbench.walking import begin_walk

        self.walking = begin_walk(self)
        self.changed.emit()

    @Slot()
    def end_walk(self) -> None:
        """End the walk, if one is under way."""
        walking, self.walking = self.walking, None
        if walking is not None:
            walking.end()
            self.changed.emit()

    @Slot()
    def _walk_on(self) -> None:
        if self.walking is not None:
            self.walking.opened_or_closed()

    # ------------------------------------------------------------------ pointing at nodes

    def reveal(self, node: int, block: str = "") -> None:
        """Select a node on the canvas; one that lies in a block where that block is open, or opened now."""
        levels, network = self.canvas.levels, self.session.project.network
        if block and (levels.inside is None or levels.inside.block != block):
            way = way_to(network, block)
            if way is None:
                return
            levels.go(way)
        if not block:
            if node in network:
                self.canvas.reveal(node)
                self.canvas.select((node,))
        elif self.canvas.editor is not None and node in self.canvas.editor.project.network:
            self.canvas.select((node,))

    # ------------------------------------------------------------------ how large the drawing is

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

    def come(self) -> None:
        """Be shown: the first time the drawing is fitted, later it is as it was left."""
        if not self._seen:
            self._seen = True
            self.fit_now()
            self._fitter.start()
        self.bridge.set_seen(True)

    def changeEvent(self, event: QEvent) -> None:
        """The numbers on nodes have words too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "advice"):
            self._advise()
            self.bridge.retranslate()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While nobody has zoomed since the drawing was fitted, it stays fitted when its room changes."""
        if watched is self.canvas and event.type() == QEvent.Type.Resize and self.canvas.zoom() == self._fitted:
            self._fitter.start()
        return super().eventFilter(watched, event)

    # ------------------------------------------------------------------ going

    def may_close(self) -> bool:
        """Ask what becomes of a running training and of unsaved work; True when the project may be left."""
        if self.session.running:
            self.main.tabs.show(self)
            if dialogs.ask_stop(self.main, self.session.title) != "stop":
                return False
            self.main.stop_and_wait(self)
        if self.is_clean:
            return True
        self.main.tabs.show(self)
        answer = dialogs.ask_save(self.main, self.session.title)
        if answer == "save":
            return self.main.files.save()
        return answer == "discard"

    def let_go(self) -> None:
        """Forget what was kept, and everything that follows the project."""
        self.end_walk()
        self.going.emit()
        self.keeper.close()
        self.session.discard_autosave()
        self.bridge.close()
        for signal in (self.session.changed, self.session.replaced, self.session.events):
            signal.disconnect()
        self.canvas.set_editor(None)
        self.views.open(())
