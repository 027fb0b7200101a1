"""The search for an architecture: what may change, how long, and every trial as it comes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
)

from graphs.edits import Batch, Edit, SetNetworkParameter
from graphs.message import Message, say
from widgets.language import tr
from workbench.dialogs import Answer, Dialog
from workbench.engine.events import RunFailed
from workbench.searching import How, Search, SearchError, Trial, checked, space_of
from workbench.worker import Worker

if TYPE_CHECKING:
    from workbench.session import Session
    from workbench.window import Window

WIDTH, HEIGHT, ROW = 760, 240, 29
BEAT = 150
"""How often the dialog looks for trials that are over, in milliseconds."""


class SearchDialog(Dialog):
    """Trains one network after another with other numbers in the parameters of the drawing, and lists what came of
    them; it stays open beside the window."""

    def __init__(self, window: Window, session: Session, threads: int | None = None):
        super().__init__("", " ", [Answer("close", tr("Close"), leaves=True)], window)
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(WIDTH)
        self._session, self._threads = session, threads
        self.search: Search | None = None
        self._worker: Worker | None = None
        self._trouble: Message | None = None
        self._picked = 0  # the trial a person has clicked; until then the best one is chosen
        self.form = QFormLayout()
        self.space: dict[str, QLineEdit] = {}
        for name, values in space_of(session.project).items():
            field = QLineEdit(", ".join(f"{value:g}" for value in values))
            field.setMinimumHeight(ROW)
            self.space[name] = field
            self.form.addRow(name, field)
        self.how = QComboBox()
        self.how.setMinimumHeight(ROW)
        self.budget, self.epochs = QSpinBox(), QSpinBox()
        self.budget.setRange(1, 10_000)
        self.budget.setValue(12)
        self.epochs.setRange(1, 1_000_000)
        self.epochs.setValue(session.project.recipe.epochs)
        self.start, self.take = QPushButton(), QPushButton()
        self.start.setProperty("role", "primary")
        self.start.clicked.connect(self._toggle)
        self.take.clicked.connect(self._take)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.how, self.budget, self.epochs):
            widget.setMinimumHeight(ROW)
            row.addWidget(widget)
        row.addStretch(1)
        for button in (self.take, self.start):
            button.setMinimumHeight(32)
            button.setAutoDefault(False)
            row.addWidget(button)
        self.tree = QTreeWidget()
        self.tree.setMinimumHeight(HEIGHT)
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setColumnCount(6)
        header = self.tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        self.tree.currentItemChanged.connect(self._enable)
        self.tree.itemClicked.connect(self._pick)
        self.content.addLayout(self.form)
        self.content.addLayout(row)
        self.content.addWidget(self.tree)
        self._timer = QTimer(self)
        self._timer.setInterval(BEAT)
        self._timer.timeout.connect(self.refresh)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every text."""
        title = tr("Search for an architecture")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        tip = tr("The values this parameter may have, with commas between them")
        for name, field in self.space.items():
            field.setAccessibleName(name)
            field.setToolTip(tip)
        chosen = max(0, self.how.currentIndex())
        self.how.clear()
        for how in How:
            self.how.addItem(tr(say(how.value)), how)
        self.how.setCurrentIndex(chosen)
        self.how.setAccessibleName(tr("How the next one is chosen"))
        self.how.setToolTip(
            tr("Evolution: a child of one of the last good ones, one number changed. Random: by chance")
        )
        for spin, name, words in (
            (self.budget, tr("How many networks are trained"), tr(" networks")),
            (self.epochs, tr("Epochs for each of them"), tr(" epochs each")),
        ):
            spin.setSuffix(words)
            spin.setAccessibleName(name)
            spin.setToolTip(name)
        self.tree.setAccessibleName(title)
        self.tree.setHeaderLabels(
            [tr("Network"), tr("Values"), tr("Child of"), tr("Validation loss"), tr("Parameters"), tr("Seconds")]
        )
        self.take.setText(tr("Take these values"))
        self.take.setToolTip(tr("Give the drawing the values of the chosen network; Undo takes them back"))
        self.buttons["close"].setText(tr("Close"))
        self._fill()

    @property
    def running(self) -> bool:
        """Whether networks are being trained."""
        return self._worker is not None and self._worker.alive

    @property
    def chosen(self) -> Trial | None:
        """The trial whose row is chosen."""
        item = self.tree.currentItem()
        number = int(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else 0
        return next((t for t in self.search.trials if t.number == number), None) if self.search is not None else None

    @Slot()
    def refresh(self) -> None:
        """Take in what is over, and show it."""
        if self._worker is None:
            return
        over = not self._worker.alive
        for event in cast("list[Any]", self._worker.drain()):
            if isinstance(event, RunFailed):
                self._trouble = event.message
        self._fill()
        if over:
            self._timer.stop()
            self._worker = None
            self._fill()

    def _fill(self) -> None:
        trials = list(self.search.trials) if self.search is not None else []
        best = self.search.best if self.search is not None else None
        chosen = next((trial for trial in trials if trial.number == self._picked), best)
        self.tree.clear()
        for trial in trials:
            loss = tr(trial.trouble) if trial.trouble else f"{trial.loss:.4g}"
            texts = [str(trial.number), ", ".join(f"{name} {value:g}" for name, value in trial.values.items()),
                     str(trial.parent or "–"), loss, f"{trial.parameters:,}", f"{trial.seconds:.1f}"]  # fmt: skip
            item = QTreeWidgetItem(texts)
            item.setData(0, Qt.ItemDataRole.UserRole, trial.number)
            item.setSizeHint(0, QSize(0, ROW))
            font = item.font(0)
            font.setBold(trial is best)
            for column in range(len(texts)):
                item.setFont(column, font)
                item.setToolTip(column, trial.folder)
            self.tree.addTopLevelItem(item)
            if chosen is not None and trial.number == chosen.number:
                self.tree.setCurrentItem(item)
        self.body.setText(self._said(trials, best))
        self.start.setText(tr("Stop") if self.running else tr("Search"))
        self.start.setToolTip(
            tr("End the search; what is over stays in the list")
            if self.running
            else tr("Train one network after another with these values")
        )
        self.start.setEnabled(self.running or bool(self.space))
        for widget in (*self.space.values(), self.how, self.budget, self.epochs):
            widget.setEnabled(not self.running)
        self._enable()

    def _said(self, trials: list[Trial], best: Trial | None) -> str:
        if self._trouble is not None:
            return tr(self._trouble)
        if not self.space:
            return tr(
                "There is nothing to search: give the network a parameter, such as hidden, and write =hidden where a "
                "layer uses it."
            )
        if not trials or self.search is None:
            return tr(
                "The parameters of the network, each with the values it may have. The drawing is trained with some of "
                "them, each time from the start, and what fits the validation examples best wins."
            )
        done = tr("{n} of {all} networks are trained.", n=len(trials), all=min(self.search.budget, self.search.size))
        if best is None:
            return done
        values = ", ".join(f"{name} {value:g}" for name, value in best.values.items())
        return f"{done} " + tr("Best so far: {values}.", values=values)

    @Slot(QTreeWidgetItem, int)
    def _pick(self, item: QTreeWidgetItem, column: int) -> None:
        self._picked = int(item.data(0, Qt.ItemDataRole.UserRole))

    @Slot()
    def _enable(self) -> None:
        self.take.setEnabled(self.chosen is not None and not self.running and not self._session.running)

    @Slot()
    def _toggle(self) -> None:
        if self.running and self.search is not None:
            self.search.stop()
            return
        self._trouble = None
        try:
            made = Search(
                self._session.project, self._wished(), self.budget.value(), How(self.how.currentData()),
                self.epochs.value(), threads=self._threads,
            )  # fmt: skip
        except SearchError as error:
            self._trouble = error.message
            self._fill()
            return
        self.search, self._picked = made, 0
        self._worker = Worker(lambda: cast("Any", made))
        self._worker.start()
        self._timer.start()
        self._fill()

    def _wished(self) -> Mapping[str, tuple[float, ...]]:
        return checked({name: field.text() for name, field in self.space.items()})

    @Slot()
    def _take(self) -> None:
        trial = self.chosen
        if trial is None:
            return
        known = self._session.project.network.parameters
        edits: list[Edit] = [
            SetNetworkParameter(name, value) for name, value in trial.values.items() if known.get(name) != value
        ]
        if edits:
            self._session.do(Batch(tuple(edits), say("Take values of a search")))

    def done(self, result: int) -> None:
        """Leave: a search that runs is ended."""
        self.let_go()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave: a search that runs is ended."""
        self.let_go()
        super().closeEvent(event)

    def let_go(self) -> None:
        """End the search that runs, and wait until it has ended."""
        if self.search is not None:
            self.search.stop()
        if self._worker is not None:
            self._worker.join(10.0)
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_timer"):
            self.retranslate()


def show_search(window: Window) -> None:
    """Open the search for the project in front, or bring it to the front."""
    known = window.findChild(SearchDialog)
    if known is not None and known.isVisible() and known.running:
        dialog = known
    else:
        if known is not None:
            known.deleteLater()
        dialog = SearchDialog(window, window.session)
    dialog.show()
    dialog.raise_()
    dialog.activateWindow()
