"""The window's hand on the training: start, pause, step, stop, go on, and what is said when something happens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphs.document import DocumentError
from graphs.message import Message, say
from widgets.language import tr
from workbench import dialogs
from workbench.engine.events import RunFailed, RunFinished, RunStarted
from workbench.engine.faults import FolderError
from workbench.metric_words import percent
from workbench.session import CannotTrain, RunState, trained_by

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.window import Window


def result(metrics: dict[str, float]) -> Message | None:
    """Say what a test found: its accuracy where it has one, else its loss; None when it was not asked."""
    if "accuracy" in metrics:
        return say("test accuracy {value}", value=percent(metrics["accuracy"]))
    if "loss" in metrics:
        return say("test loss {value}", value=f"{metrics['loss']:.4g}")
    return None


class Training:
    """What the buttons of the run bar and the Run menu do."""

    def __init__(self, window: Window):
        self._window = window
        self._session = window.session
        self._next: Callable[[], object] | None = None
        self.news: Message | None = None
        """What the last training ended with, for the status bar."""

    # ------------------------------------------------------------------ what can be done

    @property
    def waiting(self) -> bool:
        """Whether Train was pressed and PyTorch is still being loaded."""
        return self._next is not None

    @property
    def can_toggle(self) -> bool:
        """Whether the Train button can be pressed."""
        state = self._session.state
        if state is RunState.IDLE:
            return not self.waiting and self._session.why_not_train is None
        return state in (RunState.RUNNING, RunState.PAUSED)

    @property
    def can_go_on(self) -> bool:
        """Whether there is a run that was stopped early and no training now."""
        return not self._session.running and not self.waiting and self._window.settings.resumable is not None

    # ------------------------------------------------------------------ what a person wants

    def toggle(self) -> None:
        """Start, pause or go on: whatever the button says."""
        state = self._session.state
        if state is RunState.RUNNING:
            self._session.pause()
        elif state is RunState.PAUSED:
            self._session.resume()
        elif state is RunState.IDLE and not self.waiting:
            self._begin(self._session.train)

    def step(self) -> None:
        """Train on one batch; a training that does not run yet begins, takes one step and pauses."""
        if self._session.running:
            self._session.step_once()
        elif not self.waiting:
            self._begin(self._session.step_once)

    def stop(self) -> None:
        """End the training after the present batch."""
        self._session.stop()

    def go_on(self) -> None:
        """Go on with the run that was stopped early."""
        kept = self._window.settings.resumable
        if kept is not None and not self._session.running and self._is_open(*kept):
            folder = kept[0]
            self._begin(lambda: self._session.train(run_folder=folder, resume=True))

    def _is_open(self, folder: Path, title: str) -> bool:
        """Whether the drawing that a run trains is the open one; if not, a person may open it."""
        try:
            own = trained_by(folder)
        except (FolderError, DocumentError) as error:
            dialogs.tell(self._window, tr("The last run cannot be continued"), tr(error.message))
            return False
        if self._session.trains_the_same(own):
            return True
        if dialogs.ask_open_run(self._window, title) != "open" or not self._window.files.may_leave():
            return False
        self._session.adopt(own, None)
        return True

    def _begin(self, start: Callable[[], object]) -> None:
        """Load PyTorch first where that has not happened; the window shows that it does."""
        problem = self._session.why_not_train
        if problem is not None:
            self._window.docks.reveal("problems")
            self._window.toast.say(tr(problem.message))
            return
        self._window.banner.hide()
        self.news = None
        self._next = start
        if self._window.warmup.ready:
            self.loaded()
        else:
            self._window.warmup.begin()
            self._window.refresh()

    def loaded(self) -> None:
        """PyTorch is there: do what waited for it."""
        start, self._next = self._next, None
        if start is None:
            return
        try:
            start()
        except CannotTrain as error:
            self._window.toast.say(tr(error.message))
            if error.node is not None:
                self._window.canvas.reveal(error.node)
        if self._session.running:
            self._window.docks.lay("train")
        self._window.refresh()

    # ------------------------------------------------------------------ what happens

    def take(self, event: object) -> None:
        """Say what deserves to be said, and remember a run that can go on."""
        settings = self._window.settings
        match event:
            case RunStarted():
                settings.resumable = (Path(event.folder), self._session.title)
            case RunFinished():
                if not event.stopped:
                    settings.resumable = None
                self._tell_end(event)
            case RunFailed():
                self.news = say("Training failed")
                self._window.banner.tell(event.message, event.remedy, event.node)
                if event.node is not None and event.node in self._session.project.network:
                    self._window.canvas.reveal(event.node)

    def _tell_end(self, event: RunFinished) -> None:
        found = result(dict(event.test))
        if event.stopped:
            self.news = say("Stopped after {n} steps", n=f"{event.steps:,}")
            self._window.toast.say(tr("Training stopped. Run, Continue last run goes on from here."))
        elif found is not None:
            self.news = say("Trained: {result}", result=found)
            self._window.toast.say(
                tr("Training is done: {result}, after {n} epochs.", result=found, n=event.epochs), milliseconds=12_000
            )
        else:
            self.news = say("Trained")
            self._window.toast.say(tr("Training is done, after {n} epochs.", n=event.epochs))
