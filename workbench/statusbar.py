"""The row at the bottom: how it is, what is selected, when it was saved, what views cost, the language, PyTorch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtWidgets import QLabel, QStatusBar, QToolButton, QWidget

from graphs.message import Message, say
from widgets import theme
from widgets.controls import Picture
from widgets.language import tr
from workbench.session import RunState

if TYPE_CHECKING:
    from workbench.window import Window


class StatusBar(QStatusBar):
    """Reads the window once a second and whenever something changes."""

    def __init__(self, window: Window):
        super().__init__(window)
        self._main = window
        theme.hold_height(self, theme.ROW_STATUS)
        self.setSizeGripEnabled(False)
        self.picture = Picture("mdi6.check-circle", "success", 15)
        self.state, self.selection, self.saved = QLabel(), QLabel(), QLabel()
        self.views, self.torch = QLabel(), QLabel()
        self.language = QToolButton()
        self.language.setAutoRaise(True)
        theme.hold_height(self.language, 22)
        self.language.setStyleSheet("padding: 0 6px 2px 6px;")
        self.language.clicked.connect(self._other_language)
        spacer = QWidget()
        spacer.setFixedWidth(6)
        for widget in (spacer, self.picture, self.state, self.selection, self.saved):
            self.addWidget(widget)
        for widget in (self.views, self.language, self.torch):
            self.addPermanentWidget(widget)
        self._second = QTimer(self)
        self._second.setInterval(1000)
        self._second.timeout.connect(self.refresh)
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
        for label in (self.state, self.selection, self.saved, self.views, self.torch):
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
