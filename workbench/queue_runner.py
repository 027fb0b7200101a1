"""The window's hand on the queue: one training after another, in a tab of its own, as if a person had pressed Train."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from graphs.document import DocumentError
from graphs.message import Message, say
from widgets.language import tr
from workbench import dialogs
from workbench.engine.events import RunFailed, RunFinished
from workbench.engine.runs import Run, new_run_folder
from workbench.project_tab import ProjectTab
from workbench.queueing import Entry, QueueError, RunQueue, Turn
from workbench.session import Session

if TYPE_CHECKING:
    from workbench.engine.keeping import Lock
    from workbench.window import Window

LOOK = 300
"""How often it is looked whether the next one may begin, in milliseconds, while the queue is worked through."""


def outcome(event: object) -> tuple[Turn, Message]:
    """How a training has ended, by its last event, and what is to be said of it; one that was stopped waits again."""
    match event:
        case RunFinished() if event.stopped:
            return Turn.WAITING, say("stopped, goes on from there")
        case RunFinished():
            numbers = "  ".join(f"{name} {value:.4g}" for name, value in (event.test or event.validation).items())
            return Turn.DONE, say("{text}", text=numbers)
        case RunFailed():
            return Turn.FAILED, event.message
    return Turn.FAILED, say("It did not begin.")


class QueueRunner(QObject):
    """Works through the queue while ``active``; ``changed`` tells that the list or what is done with it is another."""

    changed = Signal()

    def __init__(self, window: Window):
        super().__init__(window)
        self._window = window
        self.list = RunQueue()
        self.active = False
        self.current: Entry | None = None
        self._tab: ProjectTab | None = None
        self._lock: Lock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    # ------------------------------------------------------------------ what a person wants

    def add(self, tab: ProjectTab) -> None:
        """Put the project of a tab at the end, as it is now."""
        session = tab.session
        try:
            entry = self.list.add(session.project, session.title, keeps=session.begins_with_taken)
            place = sum(not one.over for one in self.list.entries())
        except (QueueError, DocumentError) as error:
            dialogs.tell(self._window, tr("The training could not be put into the queue"), tr(error.message))
            return
        tab.say(tr("{title} waits in the queue, at place {n}. Run, Queue… starts it.", title=entry.title, n=place))
        self.changed.emit()

    def start(self) -> None:
        """Begin with the first one that waits."""
        if self._lock is None:
            try:
                self._lock = self.list.take_over()
            except QueueError as error:
                dialogs.tell(self._window, tr("The queue cannot be started"), tr(error.message))
                return
        self.active = True
        self._timer.start()
        self._look()

    def rest(self) -> None:
        """Begin none after the present one."""
        self.active = False
        if self.current is None:
            self._let_go()
        self.changed.emit()

    def change(self, wish: str, number: int = 0) -> None:
        """Let an entry have its turn ``earlier`` or ``later``, ``remove`` it, let it wait again (``retry``), or
        ``clear`` the list of all that have had their turn."""
        try:
            match wish:
                case "earlier":
                    self.list.move(number, -1)
                case "later":
                    self.list.move(number, 1)
                case "remove":
                    self.list.remove(number)
                case "retry":
                    self.list.retry(number)
                case "clear":
                    self.list.clear()
        except QueueError as error:
            dialogs.tell(self._window, tr("The queue stays as it is"), tr(error.message))
        self.changed.emit()

    # ------------------------------------------------------------------ one after another

    @Slot()
    def _look(self) -> None:
        """Begin the next one as soon as nothing else trains."""
        if self.current is not None:
            tab = self._tab
            if tab is None or not isValid(tab) or not tab.is_busy:
                self._end(None)  # its tab was closed, or it did not begin
            return
        if not self.active:
            self._let_go()
        elif not any(tab.is_busy for tab in self._window.tabs.projects):
            self._begin_next()

    def _begin_next(self) -> None:
        try:
            entry = self.list.next()
        except QueueError as error:
            self.active = False
            dialogs.tell(self._window, tr("The queue cannot be started"), tr(error.message))
            entry = None
        if entry is None:
            if self.active:
                self._window.toast.say(tr("Everything in the queue has been trained."))
            self.active = False
            self._let_go()
            self.changed.emit()
            return
        self.current = entry
        try:
            project = self.list.project(entry.id)
            folder = Path(entry.folder) if entry.folder else new_run_folder(entry.title)
            self.list.begin(entry.id, folder)
        except (QueueError, DocumentError) as error:
            self._close(Turn.FAILED, error.message)
            return
        tab = self._place()
        tab.session.adopt(project, None)
        tab.training.train_into(folder, Run.exists(folder), entry.keeps)
        self.changed.emit()

    def _place(self) -> ProjectTab:
        """The tab the queue trains in: the one it has, unless somebody works in it, else a new one behind the rest."""
        tab = self._tab
        if tab is None or not isValid(tab) or tab not in self._window.tabs.projects or not tab.session.history.is_clean:
            tab = self._tab = ProjectTab(self._window, Session())
            tab.told.connect(self._heard)
            self._window.tabs.add(tab, show=False)
        return tab

    @Slot(object)
    def _heard(self, event: object) -> None:
        if isinstance(event, RunFinished | RunFailed) and self.current is not None and self.sender() is self._tab:
            self._end(event)

    def _end(self, event: object) -> None:
        turn, said = outcome(event)
        if turn is Turn.WAITING:
            self.active = False  # whoever stops the training wants the queue to rest
        self._close(turn, said)

    def _close(self, turn: Turn, said: Message) -> None:
        entry, self.current = self.current, None
        assert entry is not None
        try:
            self.list.end(entry.id, turn, tr(said))
        except (QueueError, OSError) as error:
            self.active = False
            dialogs.tell(self._window, tr("The queue cannot be written"), str(error))
        if turn is Turn.FAILED:
            self._window.toast.say(tr("{title} failed: {why} The next one begins.", title=entry.title, why=said))
        self.changed.emit()

    def _let_go(self) -> None:
        self._timer.stop()
        if self._lock is not None:
            self._lock.close()
            self._lock = None
