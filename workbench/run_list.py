"""The runs that were kept, as a tree: a branch lies under the run it branched off. One is opened to be gone through."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from graphs.document import DocumentError
from graphs.message import say
from widgets.language import tr
from workbench import dialogs
from workbench.engine.faults import FolderError
from workbench.engine.runs import RunInfo, as_tree, list_runs
from workbench.session import trained_by

if TYPE_CHECKING:
    from workbench.window import Window

SHOWN = 200
"""How many runs are listed, newest first."""

ROW = 31
WIDTH, HEIGHT = 720, 320
STATES = {
    "new": say("begun"), "running": say("not ended"), "finished": say("finished"), "stopped": say("stopped"),
    "failed": say("failed"),
}  # fmt: skip
"""How a run stands, in words."""


class RunList(dialogs.Dialog):
    """Choose a run: ``chosen`` is its folder, None while none is."""

    def __init__(self, runs: tuple[RunInfo, ...], title: str, body: str, verb: str, parent: QWidget | None = None):
        answers = [
            dialogs.Answer("cancel", tr("Cancel"), leaves=True),
            dialogs.Answer("open", verb, primary=True),
        ]
        super().__init__(title, body, answers, parent)
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(WIDTH)
        self.chosen: Path | None = None
        self.tree = QTreeWidget()
        self.tree.setAccessibleName(tr("Runs"))
        self.tree.setMinimumHeight(HEIGHT)
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.setHeaderLabels([tr("Run"), tr("Began"), tr("Steps"), tr("State")])
        levels: list[QTreeWidgetItem] = []
        for depth, run in as_tree(runs[:SHOWN]):
            name = tr(run.title or run.id)
            if run.parent:
                name = tr("{title}, branched off at step {step}", title=name, step=f"{run.branched_at:,}")
            words = [
                name,
                f"{datetime.fromtimestamp(run.started):%Y-%m-%d %H:%M}",
                f"{run.step:,} / {run.steps:,}" if run.steps else f"{run.step:,}",
                tr(STATES[run.state]) if run.state in STATES else run.state,
            ]
            item = QTreeWidgetItem(words)
            item.setData(0, Qt.ItemDataRole.UserRole, str(run.folder))
            item.setToolTip(0, str(run.folder))
            item.setSizeHint(0, QSize(0, ROW))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            del levels[depth:]
            if levels:
                levels[-1].addChild(item)
            else:
                self.tree.addTopLevelItem(item)
            levels.append(item)
        self.tree.expandAll()
        header = self.tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2, 3):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.currentItemChanged.connect(self._run_chosen)
        self.tree.itemActivated.connect(self._activated)
        self.content.addWidget(self.tree)
        self.buttons["open"].setEnabled(False)

    @Slot(QTreeWidgetItem, QTreeWidgetItem)
    def _run_chosen(self, item: QTreeWidgetItem | None, before: QTreeWidgetItem | None) -> None:
        self.chosen = Path(item.data(0, Qt.ItemDataRole.UserRole)) if item is not None else None
        self.buttons["open"].setEnabled(self.chosen is not None)

    @Slot(QTreeWidgetItem, int)
    def _activated(self, item: QTreeWidgetItem, column: int) -> None:
        self._run_chosen(item, None)
        self.buttons["open"].click()


def choose_run(
    window: Window, title: str, body: str, verb: str, but: Path | None = None, several: bool = False
) -> Path | None:
    """Let a person choose one of the runs that were kept; None when they do not. ``several`` may be asked together."""
    runs = tuple(run for run in list_runs() if run.folder != but and run.step)
    if not runs:
        dialogs.tell(window, title, tr("There is no other run yet") if but is not None else tr("There is no run yet"))
        return None
    if several:
        from workbench.runs_together import KeptRuns

        dialog: RunList = KeptRuns(runs, title, body, verb, window)
    else:
        dialog = RunList(runs, title, body, verb, window)
    answer, chosen = dialog.ask(), dialog.chosen
    dialog.deleteLater()
    return chosen if answer == "open" else None


def show_runs(window: Window) -> None:
    """Choose a run and open it."""
    folder = choose_run(
        window,
        tr("Runs that were kept"),
        tr("A branch lies under the run it branched off. An open run can be gone through with the time machine."),
        tr("Open"),
        several=True,
    )
    if folder is not None:
        open_run(window, folder)


def open_run(window: Window, folder: Path) -> None:
    """Show a run in the tab of its drawing, or in a new tab where it is not open."""
    try:
        own = trained_by(folder)
        tab = next((tab for tab in window.tabs.projects if tab.session.trains_the_same(own)), None)
        if tab is None:
            tab = window.files.open_project(own)
        window.tabs.show(tab)
        if tab.session.running:
            tab.say(tr("A training is running already. Stop it first."))
            return
        window.docks.lay("train")
        tab.show_run(folder)
    except (FolderError, DocumentError) as error:
        dialogs.tell(window, tr("The run cannot be opened"), tr(error.message))
