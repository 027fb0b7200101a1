"""The window's hand on the training: start, pause, step, stop, go on, and what is said when something happens."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from graphs.document import DocumentError
from graphs.edits import SetRecipe
from graphs.message import Message, say
from widgets.language import tr
from workbench import dialogs
from workbench.engine.events import DataNotice, RunFailed, RunFinished, RunStarted, Sample
from workbench.engine.faults import FolderError
from workbench.metric_words import percent
from workbench.session import CannotTrain, RunState, trained_by
from workbench.trusting import may_run

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.downloading import Downloads
    from workbench.project_tab import ProjectTab


def result(metrics: dict[str, float]) -> Message | None:
    """Say what a test found: its accuracy where it has one, else its loss; None when it was not asked."""
    if "accuracy" in metrics:
        return say("test accuracy {value}", value=percent(metrics["accuracy"]))
    if "loss" in metrics:
        return say("test loss {value}", value=f"{metrics['loss']:.4g}")
    return None


class Training:
    """What the buttons of the run bar and the Run menu do."""

    def __init__(self, tab: ProjectTab):
        self._tab, self._window, self._session = tab, tab.main, tab.session
        self._next: Callable[[], object] | None = None
        self.downloads: Downloads | None = None
        """What fetches data that are not here yet, once there was something to fetch."""
        self.anomaly: Sample | None = None
        """What came into the node that broke, if one did."""
        self.news: Message | None = None
        """What the last training ended with, for the status bar."""

    # ------------------------------------------------------------------ what can be done

    @property
    def waiting(self) -> bool:
        """Whether Train was pressed and PyTorch is still being loaded."""
        return self._next is not None

    @property
    def fetching(self) -> bool:
        """Whether data are being downloaded."""
        return self.downloads is not None and self.downloads.busy

    @property
    def can_toggle(self) -> bool:
        """Whether the Train button can be pressed."""
        state = self._session.state
        if state is RunState.IDLE:
            return not self.waiting and not self.fetching and self._session.why_not_train is None
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

    def step_epoch(self) -> None:
        """Train to the end of the epoch and pause there; a training that does not run yet begins."""
        if self._session.running:
            self._session.step_epoch()
        elif not self.waiting:
            self._begin(self._session.step_epoch)

    def stop(self) -> None:
        """End the training after the present batch."""
        self._session.stop()

    def go_on(self) -> None:
        """Go on with the run that was stopped early, in the tab of its drawing; if it is not open, offer to open it."""
        kept = self._window.settings.resumable
        if kept is None or self._session.running:
            return
        folder, title = kept
        try:
            own = trained_by(folder)
        except (FolderError, DocumentError) as error:
            dialogs.tell(self._window, tr("The last run cannot be continued"), tr(error.message))
            return
        open_ones = (self._tab, *self._window.tabs.projects)
        tab = next((each for each in open_ones if each.session.trains_the_same(own)), None)
        if tab is None:
            if dialogs.ask_open_run(self._window, title) != "open":
                return
            tab = self._window.files.open_project(own)
        self._window.tabs.show(tab)
        tab.training.resume_run(folder)

    def resume_run(self, folder: Path) -> None:
        """Go on with a run that trains this drawing."""
        self._begin(lambda: self._session.train(run_folder=folder, resume=True))

    def branch(self, folder: Path, step: int) -> None:
        """Go on from a kept step of a run with the project as it is now, as a run of its own."""
        self._begin(lambda: self._session.train(branch=(folder, step)))

    def train_into(self, folder: Path, resume: bool, keep_weights: bool) -> None:
        """Train into a folder, or go on with the run that is there."""
        self._begin(lambda: self._session.train(run_folder=folder, resume=resume, keep_weights=keep_weights))

    def relieve(self, offer: str) -> None:
        """Change the recipe so that a step needs less memory, and go on with the run that had too little."""
        folder = self._session.run_folder
        if folder is not None and not self._session.running:
            self._session.relieve(offer)
            self.resume_run(folder)

    def take_rates(self, edit: object) -> None:
        """Let a learning rate that a remedy has changed in the recipe hold in the running training as well."""
        if isinstance(edit, SetRecipe) and self._session.running and self._session.take_rates():
            self._tab.say(tr("The running training uses the new learning rate from its next step on."))

    def _others_rest(self) -> bool:
        """Whether no other project trains; if one does, a person may stop it or go and look at it."""
        busy = next((tab for tab in self._window.tabs.projects if tab is not self._tab and tab.is_busy), None)
        if busy is None:
            return True
        answer = dialogs.ask_other_run(self._window, busy.session.title, self._session.title)
        if answer == "show":
            self._window.tabs.show(busy)
        if answer != "stop":
            return False
        busy.training.forget_start()
        self._window.stop_and_wait(busy)
        return True

    def _begin(self, start: Callable[[], object]) -> None:
        """Load PyTorch first where that has not happened; the window shows that it does."""
        problem = self._session.why_not_train
        if problem is not None:
            self._window.docks.reveal("problems")
            self._tab.say(tr(problem.message))
            return
        if self._fetches(start):
            return
        if not may_run(self._session.project, self._window, tr(self._session.heading)) or not self._others_rest():
            return
        self._tab.end_walk()
        self._tab.banner.hide()
        self.news = None
        self._next = start
        if self._window.warmup.ready:
            self.loaded()
        else:
            self._window.warmup.begin()
            self._tab.changed.emit()

    def _fetches(self, start: Callable[[], object]) -> bool:
        """Whether data have to be fetched first, or are being fetched; when they are here, the training begins."""
        from workbench.obtaining import lacking

        dataset = lacking(self._session.data_set)
        if self.fetching:
            return True
        if dataset is None:
            return False
        if self.downloads is None:
            from workbench.downloading import Downloads

            self.downloads = Downloads(self._tab)
        self.downloads.fetch(dataset, lambda: self._begin(start))
        return True

    def forget_start(self) -> None:
        """Do not begin when PyTorch is there: something else is to be trained."""
        self._next = None

    def loaded(self) -> None:
        """PyTorch is there: do what waited for it."""
        start, self._next = self._next, None
        if start is None:
            return
        try:
            start()
        except CannotTrain as error:
            self._tab.say(tr(error.message))
            if error.node is not None:
                self._tab.canvas.reveal(error.node)
        if self._session.running and self._tab.is_front:
            self._window.docks.lay("train")
        self._tab.changed.emit()
        self._window.refresh()

    # ------------------------------------------------------------------ what happens

    def take(self, event: object) -> None:
        """Say what deserves to be said, and remember a run that can go on."""
        settings = self._window.settings
        match event:
            case RunStarted():
                self.anomaly = None
                settings.resumable = (Path(event.folder), self._session.title)
            case RunFinished():
                if not event.stopped:
                    settings.resumable = None
                self._tell_end(event)
            case DataNotice():
                self._tab.say(tr(event.message), 12_000)
            case Sample() if event.probe == "anomaly":
                self.anomaly = event
            case RunFailed():
                self.news = say("Training failed")
                has_input = self.anomaly is not None
                self._tab.banner.tell(event.message, event.remedy, event.node, event.offers, has_input)
                if event.node is not None and event.node in self._session.project.network:
                    self._tab.canvas.reveal(event.node)

    def show_anomaly(self) -> None:
        """Show what came into the node that broke."""
        from workbench.anomaly_dialog import AnomalyDialog

        if self.anomaly is not None:
            dialog = AnomalyDialog(self.anomaly, self._window)
            dialog.ask()
            dialog.deleteLater()

    def _tell_end(self, event: RunFinished) -> None:
        found = result(dict(event.test))
        if event.stopped:
            self.news = say("Stopped after {n} steps", n=f"{event.steps:,}")
            self._tab.say(tr("Training stopped. Run, Continue last run goes on from here."))
        elif event.deviation:
            name = "accuracy" if "accuracy" in event.deviation else "loss"
            mean, spread = event.validation[name], event.deviation[name]
            self.news = say("All folds: {numbers}", numbers=f"{mean:.4g} ± {spread:.2g}")
            self._tab.say(
                tr("All folds are trained: validation {name} {mean} ± {spread}. The test was asked once, of all.",
                   name=name, mean=f"{mean:.4g}", spread=f"{spread:.2g}"), 12_000,
            )  # fmt: skip
        elif found is not None:
            self.news = say("Trained: {result}", result=found)
            self._tab.say(tr("Training is done: {result}, after {n} epochs.", result=found, n=event.epochs), 12_000)
        else:
            self.news = say("Trained")
            self._tab.say(tr("Training is done, after {n} epochs.", n=event.epochs))
