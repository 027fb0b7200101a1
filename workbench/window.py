"""The main window: tabs of projects in the middle, the panels round them, the run bar above, the status below.

It makes the parts and lets them follow the tab in front; what a person can do stands in the table of actions.
"""

from __future__ import annotations

import time
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMenuBar, QVBoxLayout, QWidget

from widgets import theme
from widgets.code import Code
from widgets.inspector import Inspector
from widgets.language import tr
from widgets.palette import Palette
from widgets.problems import Problems
from widgets.toast import Toast
from workbench.apart import Apart
from workbench.appearance import Appearance
from workbench.asking_panels import AT_NODE
from workbench.counting import Counter
from workbench.docks import Docks
from workbench.files import Files
from workbench.guided import Guided
from workbench.header import Header
from workbench.menus import CANVAS_KEYS, Actions
from workbench.panels import Panels
from workbench.project_tab import ProjectTab
from workbench.runbar import RunBar
from workbench.session import Session
from workbench.settings import Settings
from workbench.statusbar import StatusBar
from workbench.tab import Tab
from workbench.tabs import Tabs
from workbench.warmup import Warmup

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.queue_runner import QueueRunner
    from workbench.time_machine import TimeMachine

STOPPING = 20.0
"""How long closing waits for a training to reach the end of its batch and write its checkpoint, in seconds."""
VIEWS_AFTER = 400
"""How long after the window is shown its live views are made, in milliseconds."""


class Window(Guided):
    """Workbench: open projects side by side, and one set of panels that shows the one in front."""

    settings: Settings
    appearance: Appearance
    palette_panel: Palette
    inspector: Inspector
    problems: Problems
    code: Code
    docks: Docks
    files: Files
    warmup: Warmup
    toast: Toast
    bar: RunBar
    header: Header
    status: StatusBar
    actions_table: Actions
    menus: QMenuBar

    def __init__(self, session: Session, settings: Settings, appearance: Appearance):
        super().__init__()
        self.settings, self.appearance = settings, appearance
        self.setObjectName("workbench")
        self.setAcceptDrops(True)
        self.setMinimumSize(QSize(1024, 640))
        self.resize(1440, 900)
        self._ready = self._shown = self._teaches = False
        self._followed: ProjectTab | None = None
        self.warmup = Warmup(self)
        self.toast = Toast(self)
        self.counter = Counter(self)
        self.files = Files(self)
        self.tabs = Tabs(self)
        self.tabs.came.connect(self._came)
        self.tabs.changed.connect(self._tabs_changed)
        self.tabs.turning.connect(self._turning)
        self.tabs.shown.connect(self._follow)
        self.tabs.closing.connect(self._closing)
        self._refresher = QTimer(self)
        self._refresher.setSingleShot(True)
        self._refresher.timeout.connect(self.refresh)
        self._rememberer = QTimer(self)
        self._rememberer.setSingleShot(True)
        self._rememberer.timeout.connect(self.remember_tabs)
        self.apart = Apart(self)
        first = ProjectTab(self, session)
        self.tabs.add(first)
        self.panels = Panels(first, self.counter, self)
        self.palette_panel, self.inspector = self.panels.palette, self.panels.inspector
        self.problems, self.code = self.panels.problems, self.panels.code
        self.header = Header(session, self.tabs.bar)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.tabs.stack, 1)
        self.setCentralWidget(middle)
        self._make_shell()
        self._connect()
        self._meet(first)
        self._ready = True
        self.retranslate()
        self.docks.begin()
        self._follow()

    def _make_shell(self) -> None:
        regions: list[QWidget] = []
        self.docks = Docks(self, self.settings, self.panels.contents(), regions, self.apart)
        self.menus = QMenuBar()
        self.menus.setMinimumHeight(theme.ROW_MENU)
        self.actions_table = Actions(self)
        self.inspector.node_actions = [self.actions_table[identity] for identity in AT_NODE]
        self.bar = RunBar(self.session, {row.id: action for row, action in self.actions_table})
        regions += [self.bar, self.tabs.bar, self.tabs.stack]
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
        self.status = StatusBar(self)
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self.bar.layoutRequested.connect(self.lay_requested)
        self.bar.problemsRequested.connect(self._show_problems)
        self.bar.recipeRequested.connect(self._show_recipe)
        self.bar.refused.connect(self.toast.say)
        self.header.plus.clicked.connect(self.actions_table["new"].trigger)
        self.docks.laid.connect(self._laid)
        self.panels.completed.connect(self.refresh)
        self.warmup.began.connect(self.refresh)
        self.warmup.finished.connect(self._warm)
        self.appearance.changed.connect(self.refresh)
        self.appearance.fontsMissing.connect(self._fonts_missing)
        self.counter.counted.connect(self._counted)

    # ------------------------------------------------------------------ the project in front

    def _meet(self, tab: ProjectTab) -> None:
        """Listen to a project that has come."""
        tab.add_keys(action for row, action in self.actions_table if row.id in CANVAS_KEYS)
        tab.canvas.menu.more = [self.actions_table[identity] for identity in AT_NODE]
        tab.changed.connect(self.refresh_soon)
        tab.selected.connect(lambda: self._from(tab, self._selected))
        tab.levelled.connect(lambda: self._from(tab, self._levelled))
        tab.replaced.connect(lambda: self._from(tab, self._replaced))
        tab.told.connect(lambda event: self._from(tab, lambda: self.bar.take(event)))
        tab.timeline.changed.connect(lambda: self._from(tab, self._show_time))

    @Slot(object)
    def _came(self, tab: Tab) -> None:
        if self._ready and isinstance(tab, ProjectTab):
            self._meet(tab)

    def _from(self, tab: ProjectTab, then: Callable[[], object]) -> None:
        """Do what concerns the panels only when it comes from the project they show."""
        if self._ready and tab is self._followed:
            then()

    @Slot(object)
    def _turning(self, tab: Tab) -> None:
        """Another tab comes: the classroom gives back what it borrowed; what needs all the room has it at once."""
        if not self._ready:
            return
        self._teaches = self.layout_name == "classroom"
        if self._teaches:
            self.classroom.leave()
        if not isinstance(tab, ProjectTab):
            self.docks.put_aside(True)
            self.layout().activate()  # type: ignore[union-attr]

    @Slot()
    def _follow(self) -> None:
        """Another tab is in front: everything round the drawing shows its project."""
        if not self._ready:
            return
        front, tab = self.tabs.front, self.tab
        self.docks.put_aside(front is not tab or tab.walking is not None)
        if tab is not self._followed:
            if self._followed is not None:
                self._followed.bridge.set_seen(False)
            self._followed = tab
            self.panels.follow(tab)
            self.header.set_session(tab.session)
            self.bar.show_session(tab.session, tab.figures)
            if self.apart.docks or self.docks.docks["views"].isVisible():
                tab.open_views()
        self._show_time()
        self.header.show_numbers(front is tab)
        if front is tab and self._shown:
            tab.come()
            if self._teaches:
                self.classroom.enter()
            else:
                tab.canvas.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.remember_soon()
        self.refresh()

    def _selected(self) -> None:
        self.panels.follow_selection()
        self.actions_table.refresh()
        self.status.refresh()

    def _levelled(self) -> None:
        self.panels.follow_level()
        self.actions_table.refresh()

    def _replaced(self) -> None:
        self.panels.follow(self.tab)
        self.bar.show_session(self.tab.session, self.tab.figures)
        self.refresh_soon()

    @Slot()
    def _tabs_changed(self) -> None:
        if self._ready:
            self.header.fit()
            self.remember_soon()
            self.refresh_soon()

    @Slot(object)
    def _closing(self, tab: Tab) -> None:
        if isinstance(tab, ProjectTab):
            self.panels.forget(tab)

    @cached_property
    def queue(self) -> QueueRunner:
        """The trainings that wait for their turn."""
        from workbench.queue_runner import QueueRunner

        return QueueRunner(self)

    @cached_property
    def time_machine(self) -> TimeMachine:
        """What goes through a run, under everything; made when there is a first run to go through."""
        from workbench.time_machine import TimeMachine, place

        machine = TimeMachine(self)
        place(machine, self)
        return machine

    def _show_time(self) -> None:
        """Show the time machine while the project in front has a run."""
        there = self.tabs.front is self.tab and not self.tab.timeline.is_empty
        if there or "time_machine" in vars(self):
            self.time_machine.follow(self.tab)
            self.time_machine.set_shown(there)

    # ------------------------------------------------------------------ what the parts say

    @Slot()
    def refresh_soon(self) -> None:
        """Bring everything up to date when the present event is over."""
        if not self._refresher.isActive():
            self._refresher.start(0)

    @Slot()
    def _show_problems(self) -> None:
        self.docks.reveal("problems")

    @Slot()
    def _show_recipe(self) -> None:
        self.docks.reveal("recipe")

    @Slot(str)
    def _laid(self, name: str) -> None:
        if self._ready:
            if self.apart.docks or self.docks.docks["views"].isVisible():
                self.open_views()
            self.bar.set_layout(name)
            self.refresh_soon()

    @Slot(float, float)
    def _warm(self, seconds: float, stall: float) -> None:
        for tab in self.tabs.projects:
            tab.training.loaded()
            tab.bridge.prepare_views()
        self.refresh()

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
        front = self.tabs.front
        self.setWindowTitle(f"{tr(front.heading)}[*] – Workbench")
        self.setWindowModified(not front.is_clean)
        chosen = self.session.data_set
        # Counting loads the data, which is not to hold up the first picture.
        self.bar.set_count(self.counter.ask(chosen) if chosen is not None and self.panels.complete else None)
        self.bar.set_waiting(self.training.waiting)
        self.bar.refresh()
        self.header.refresh()
        self.actions_table.refresh()
        self.status.refresh()

    # ------------------------------------------------------------------ coming and going

    def remember_soon(self) -> None:
        """Note what is open when the present event is over."""
        if self._ready and not self._rememberer.isActive():
            self._rememberer.start(0)

    @Slot()
    def remember_tabs(self) -> None:
        """Note what is open, for the next start and for the case that the program is interrupted."""
        sources, front = self.tabs.sources
        self.settings.tabs = [source.write() for source in sources], front
        self.settings.open_at_the_end = [source.path.absolute() for source in sources if source.path is not None]

    def stop_and_wait(self, tab: ProjectTab | None = None) -> None:
        """Stop a training, or every one, and wait until its checkpoint is written; its events are still taken."""
        tabs = [tab] if tab is not None else self.tabs.projects
        for each in tabs:
            each.session.stop()
        end = time.monotonic() + STOPPING
        while any(each.session.running for each in tabs) and time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.01)

    def showEvent(self, event: QShowEvent) -> None:
        """Fit the drawing once the window has its size, and load PyTorch when nobody does anything."""
        super().showEvent(event)
        if not event.spontaneous():
            self._shown = True
            if self.tabs.front is self.tab:
                self.tab.come()
            self.panels.make_rest()
            QTimer.singleShot(VIEWS_AFTER, self, self.open_views)
            QTimer.singleShot(0, self.warmup.wait_for_rest)  # it sees every event, and need not see all of a start

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about trainings and unsaved work; keep what is open and how the window lay."""
        if not self.files.may_leave():
            event.ignore()
            return
        self.remember_tabs()
        self._rememberer.stop()
        for tab in self.tabs.projects:
            tab.keeper.close()
            tab.session.discard_autosave()
        self.settings.open_at_the_end = []
        self.settings.keep_bytes("geometry", self.saveGeometry())
        self.docks.keep()
        event.accept()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders of this machine may be dropped; what is made of them is said when they are."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take what was dropped, after the drop is over, since a question may follow."""
        from workbench.dropping import paths_in, take

        paths = paths_in(event.mimeData())
        if paths:
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: take(self, paths))

    def retranslate(self) -> None:
        """Set the texts the window has itself; its parts see to theirs."""
        self.docks.retranslate()
        self.apart.retranslate()
        self.actions_table.retranslate()
        self.tabs.retranslate()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme while running."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and getattr(self, "_ready", False):
            self.retranslate()
