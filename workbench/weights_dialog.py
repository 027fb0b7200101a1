"""Weights to begin with, chosen in the window: those of an earlier run, of a project file, or of a safetensors file."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QListWidget, QListWidgetItem, QPushButton, QWidget

from widgets.language import tr
from workbench.beginnings import CannotBegin, begin
from workbench.dialogs import Answer, Dialog, tell
from workbench.engine.runs import RunInfo, list_runs
from workbench.help_panels import explain_dialog

if TYPE_CHECKING:
    from workbench.window import Window

SHOWN = 30
"""How many runs are offered, newest first."""

ROW = 32
"""The height of one row, in pixels."""


class WeightsDialog(Dialog):
    """Which run or file the weights come from: ``chosen`` is its folder or path as text, empty while none is."""

    def __init__(self, runs: tuple[RunInfo, ...], parent: QWidget | None = None):
        answers = [
            Answer("cancel", tr("Cancel"), leaves=True),
            Answer("take", tr("Take"), primary=True, tip=tr("Undo takes it back")),
        ]
        super().__init__(
            tr("Weights to begin with"),
            tr("Weights are taken over where name and shape agree; everything else starts anew. The next training "
               "begins with them, and frozen nodes keep them."),
            answers,
            parent,
        )  # fmt: skip
        self.chosen = ""
        self.runs = QListWidget()
        self.runs.setAccessibleName(tr("Runs"))
        self.runs.setToolTip(tr("The best weights of a run, or its last where no best is kept"))
        for run in runs[:SHOWN]:
            when = datetime.fromtimestamp(run.started)
            item = QListWidgetItem(f"{tr(run.title)} · {when:%Y-%m-%d %H:%M} · {run.step:,}/{run.steps:,}")
            item.setData(Qt.ItemDataRole.UserRole, str(run.folder))
            item.setSizeHint(QSize(0, ROW))
            self.runs.addItem(item)
        self.runs.currentItemChanged.connect(self._run_chosen)
        self.runs.itemActivated.connect(self._activated)
        self.file = QPushButton(tr("From a file…"))
        self.file.setToolTip(tr("A project (.workbench) or tensors (.safetensors)"))
        self.file.setAutoDefault(False)
        self.file.clicked.connect(self._ask_file)
        self.content.addWidget(self.runs)
        self.content.addWidget(self.file, 0, Qt.AlignmentFlag.AlignLeft)
        self.buttons["take"].setEnabled(False)
        explain_dialog(self, "weights")

    def _choose(self, what: str) -> None:
        self.chosen = what
        self.buttons["take"].setEnabled(bool(what))

    @Slot(QListWidgetItem, QListWidgetItem)
    def _run_chosen(self, item: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        self._choose(str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else "")

    @Slot(QListWidgetItem)
    def _activated(self, item: QListWidgetItem) -> None:
        self._run_chosen(item, None)
        self.buttons["take"].click()

    @Slot()
    def _ask_file(self) -> None:
        kinds = tr("Projects and tensors (*.workbench *.safetensors)")
        path, _ = QFileDialog.getOpenFileName(self, tr("Weights to begin with"), "", kinds)
        if path:
            self.runs.setCurrentRow(-1)
            self._choose(path)
            self.buttons["take"].click()


def take_weights(window: Window) -> None:
    """Ask for a run or a file and put what fits of its weights into the project, as one step that undo takes back."""
    dialog = WeightsDialog(list_runs(), window)
    answer, chosen = dialog.ask(), dialog.chosen
    dialog.deleteLater()
    if answer == "take" and chosen:
        begin_with_file(window, chosen)


def begin_with_file(window: Window, chosen: str) -> None:
    """Put what fits of the weights of a run or a file into the project, as one step that undo takes back."""
    try:
        found = begin(window.session.project, chosen)
    except CannotBegin as error:
        tell(window, tr("No weights were taken over"), tr(error.message))
        return
    window.session.begin_with(found)
    window.tab.say(tr(found.message))
