"""The row at the bottom: how it is, what is selected, when it was saved, what views cost, the language, PyTorch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import Picture
from widgets.language import tr
from workbench.engine.memory import size_words
from workbench.session import RunState

if TYPE_CHECKING:
    from workbench.engine.meters import Load, Meters
    from workbench.window import Window


def short(number: float) -> str:
    """A number for a small place: ``3.2``, ``157``, ``12.6k``."""
    if number >= 10_000:
        return f"{number / 1000:.3g}k"
    return f"{number:,.0f}" if number >= 10 else f"{number:.2g}"


class StatusBar(QStatusBar):
    """Reads the window once a second and whenever something changes."""

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        theme.hold_height(self, theme.ROW_STATUS)
        self.setSizeGripEnabled(False)
        self.picture = Picture("mdi6.check-circle", "success", 15)
        self.state, self.selection, self.saved = QLabel(), QLabel(), QLabel()
        self.speed, self.load, self.gpu = QLabel(), QLabel(), QLabel()
        self.views, self.torch = QLabel(), QLabel()
        self._meters: Meters | None = None
        self.language = QToolButton()
        self.language.setAutoRaise(True)
        theme.hold_height(self.language, 22)
        self.language.setStyleSheet("padding: 0 6px 2px 6px;")
        self.language.clicked.connect(self._other_language)
        spacer = QWidget()
        spacer.setFixedWidth(6)
        for widget in (spacer, self.picture, self.state, self.selection, self.saved):
            self.addWidget(widget)
        for widget in (self.speed, self.load, self.gpu, self.views, self.language, self.torch):
            self.addPermanentWidget(widget)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.refresh)
        self._second.timeout.connect(self.measure)
        self._second.start()
        self.retranslate()

    def _state(self) -> tuple[str, str, str]:
        """Icon, its colour, and the words."""
        window = self._main
        session = window.session
        problems = len(session.diagnostics)
        if window.training.waiting:
            return "mdi6.autorenew", "accent", tr("Loading PyTorch, then training begins")
        match session.state:
            case RunState.STARTING:
                return "mdi6.play", "accent", tr("Training begins")
            case RunState.RUNNING:
                return "mdi6.play", "accent", tr("Training, seed {seed}", seed=session.project.recipe.seed)
            case RunState.PAUSED:
                return "mdi6.pause", "accent", tr("Paused")
            case RunState.STOPPING:
                return "mdi6.stop", "accent", tr("Stopping")
        if problems:
            return "mdi6.alert-circle", "danger", tr("1 error") if problems == 1 else tr("{n} errors", n=problems)
        if window.training.news is not None:
            failed = str(window.training.news) == "Training failed"
            return (
                ("mdi6.alert-circle", "danger", tr(window.training.news))
                if failed
                else ("mdi6.check-circle", "success", tr(window.training.news))
            )
        return "mdi6.check-circle", "success", tr("Ready")

    @Slot()
    def refresh(self) -> None:
        """Show how things are."""
        window = self._main
        name, token, words = self._state()
        self.picture.set_icon(name, token)
        self.state.setText(words)
        count = len(window.selection) if window.tab.is_shown else 0
        self.selection.setText(
            tr("1 node selected") if count == 1 else tr("{n} nodes selected", n=count) if count else ""
        )
        saved = window.tab.keeper.saved
        self.saved.setText(tr(saved) if saved is not None else "")
        share = window.bar.views_share
        self.views.setText(
            tr("Views {share} of step time", share=f"{100 * share:.1f} %") if window.session.running else ""
        )
        self.torch.setText(tr(self._torch()))
        for label in (self.speed, self.load, self.gpu, self.views):
            label.setVisible(window.session.running and bool(label.text()))

    @Slot()
    def measure(self) -> None:
        """Show how fast the training in front is and how hard the machine works; asks nothing while nothing trains."""
        if not self._main.session.running:
            self._meters = None
            return
        if self._meters is None:
            from workbench.engine.meters import Meters

            self._meters = Meters()  # what it says counts from its first look
            return
        progress, load = self._main.tab.figures.progress, self._meters.read()
        rate = progress.steps_per_second if progress is not None else 0.0
        examples = progress.examples_per_second if progress is not None else 0.0
        self.speed.setText(
            tr("{steps} steps/s, {examples} examples/s", steps=short(rate), examples=short(examples)) if rate else ""
        )
        self.load.setText(tr("CPU {share}, {memory}", share=f"{100 * load.cpu:.0f} %", memory=size_words(load.memory)))
        self.load.setToolTip(
            tr("This program keeps {n} of {cores} cores busy and holds {memory} of {whole} of main memory.",
               n=f"{load.cpu:.1f}", cores=load.cores, memory=size_words(load.memory), whole=size_words(load.memory_of))
        )  # fmt: skip
        self._show_gpu(load)
        self.refresh()

    def _show_gpu(self, load: Load) -> None:
        if load.gpu_memory is None or load.gpu_memory_of is None:
            self.gpu.setText("")
            return
        memory, whole = size_words(load.gpu_memory), size_words(load.gpu_memory_of)
        share = f"{100 * load.gpu:.0f} %" if load.gpu is not None else ""
        self.gpu.setText(tr("GPU {share}, {memory}", share=share, memory=memory) if share else f"GPU {memory}")
        known = (
            tr("The GPU computed for {share} of the last moments.", share=share)
            if share
            else tr("How busy it is the driver does not tell here: nvidia-ml-py is not installed, or not for this GPU.")
        )
        held = tr("{memory} of {whole} of its memory are taken, by all programs together.", memory=memory, whole=whole)
        self.gpu.setToolTip(f"{held} {known}")

    def _torch(self) -> Message:
        warmup = self._main.warmup
        if warmup.running:
            return say("Loading PyTorch")
        return say("PyTorch ready") if warmup.ready else say("PyTorch is loaded when it is needed")

    @Slot()
    def _other_language(self) -> None:
        actions = self._main.actions_table
        other = "chinese" if actions["english"].isChecked() else "english"
        actions[other].trigger()

    def retranslate(self) -> None:
        """Set every text and font."""
        self.setAccessibleName(tr("Status"))
        self.speed.setToolTip(tr("How many steps the training takes in a second, and how many examples they look at"))
        for label in (self.state, self.selection, self.saved, self.speed, self.load, self.gpu, self.views, self.torch):
            label.setFont(theme.number_font(theme.sized(theme.TEXT_SECONDARY)))
            label.setContentsMargins(4, 0, 8, 0)
        self.language.setText(self._main.settings.language.value)
        self.language.setToolTip(tr("Switch between English and 中文"))
        self.language.setAccessibleName(tr("Language: {name}", name=self._main.settings.language.value))
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.LanguageChange, QEvent.Type.PaletteChange) and hasattr(self, "_second"):
            self.retranslate()
