"""The list of runs in which several can be asked together: an ensemble, the mean of their answers, measured once."""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QPushButton

from graphs.message import Message, say
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.runs import RunInfo
from workbench.errands import Errand
from workbench.metric_words import metric_words
from workbench.run_list import RunList

if TYPE_CHECKING:
    from workbench.window import Window

_log = logging.getLogger("workbench.runs")

Asked = tuple[list[Mapping[str, float]], Mapping[str, float]] | Message
"""What each run reaches on the test examples and what all reach together; or why they cannot be asked."""


def asked(folders: Sequence[Path]) -> Asked:
    """Measure runs alone and together on their test examples; touches no widget."""
    from workbench.engine.ensembles import evaluate_runs
    from workbench.engine.faults import RunError

    try:
        return [evaluate_runs([folder]) for folder in folders], evaluate_runs(folders)
    except RunError as error:
        return error.message
    except Exception as error:  # a drawing, files or data that are no longer as they were
        _log.exception("The runs could not be asked together.")
        return say("The runs cannot be asked together: {error}", error=f"{type(error).__name__}: {error}")


class KeptRuns(RunList):
    """The runs that were kept. One is opened; several, chosen with Ctrl or Shift, are asked together."""

    def __init__(self, runs: tuple[RunInfo, ...], title: str, body: str, verb: str, window: Window):
        super().__init__(runs, title, body, verb, window)
        self._window = window
        self._errand = Errand(self)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.together = QPushButton(tr("Ask together"))
        self.together.setToolTip(tr("Measures the mean of the answers of the chosen runs on the test examples"))
        self.together.setMinimumHeight(32)
        self.together.setAutoDefault(False)
        self.together.setEnabled(False)
        self.together.clicked.connect(self._ask)
        self.said = Text("", role="muted", size=12, wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.together, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.said, 1)
        self.content.addLayout(row)
        self.said.setText(tr("Choose several runs of one drawing and the same data with Ctrl or Shift."))
        self.tree.itemSelectionChanged.connect(self._selected)

    def folders(self) -> list[Path]:
        """The runs that are chosen."""
        return [Path(item.data(0, Qt.ItemDataRole.UserRole)) for item in self.tree.selectedItems()]

    @Slot()
    def _selected(self) -> None:
        count = len(self.folders())
        self.together.setEnabled(count > 1 and not self._errand.busy)
        self.buttons["open"].setEnabled(count == 1)

    @Slot()
    def _ask(self) -> None:
        if any(tab.is_busy for tab in self._window.tabs.projects):
            self.said.setText(tr("A training runs at this moment. Pause or stop it first."))
            return
        folders = self.folders()
        self.said.setText(tr("{n} runs are asked…", n=len(folders)))
        self._errand.begin(lambda: asked(folders), self._show)
        self._selected()

    def _show(self, found: Asked) -> None:
        self._selected()
        if isinstance(found, Message):
            self.said.setText(tr(found))
            return
        alone, both = found
        lines = [tr("On the test examples, alone and together:")]
        for name, value in both.items():
            each = ", ".join(f"{one[name]:.4g}" for one in alone)
            lines.append(tr("{name}: {alone}; together {value}", name=tr(metric_words(name)), alone=each,
                            value=f"{value:.4g}"))  # fmt: skip
        self.said.setText("\n".join(lines) if both else tr("There are no test examples to ask."))
