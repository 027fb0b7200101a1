"""Which classes are taken for which: counts over the validation examples after each epoch, and the mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QWidget

from graphs.document import from_snapshot
from graphs.message import Message, mark
from widgets import theme
from widgets.language import tr
from workbench.engine.events import RunStarted
from workbench.engine.runs import Run
from workbench.views.answers import lacks_classes
from workbench.views.examples import Validation
from workbench.views.mistakes import Mistakes
from workbench.views.roomy import RoomyView

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class ConfusionMatrix(RoomyView):
    """Counts of truth against answer; a click on a cell shows the examples behind it."""

    name: ClassVar[str] = "confusion_matrix"
    title: ClassVar[str] = mark("Confusion matrix")
    chinese: ClassVar[str] = "混淆矩阵"
    look_for: ClassVar[str] = mark("a full diagonal. A cell beside it is a class taken for another.")
    waiting: ClassVar[str] = mark(
        "Which classes are taken for which, counted on the validation examples.\n"
        "Press Train. The counts appear after the first epoch."
    )
    icon: ClassVar[str] = "mdi6.grid"
    probe: ClassVar[str] = "confusion"
    compares: ClassVar[Mapping[str, str]] = {"counts": mark("numbers of examples")}

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_classes(project)

    def build(self) -> QWidget:
        from widgets.plots.matrix import MatrixPlot

        self._matrix, self._mistakes = MatrixPlot(), Mistakes()
        self._matrix.cellClicked.connect(self._mistakes.show_cell)
        inside = QWidget()
        # The width is said aloud, since otherwise the card could not become so narrow that the list gives way; the
        # height leaves ten classes room for their counts.
        inside.setMinimumSize(200, 204)
        row = QHBoxLayout(inside)
        row.setContentsMargins(theme.GAP, theme.GAP_TINY, theme.CARD_PADDING, 0)
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self._matrix, 1)
        row.addWidget(self._mistakes)
        return inside

    def plot(self) -> Plot:
        return self._matrix

    @property
    def mistakes(self) -> Mistakes:
        """The panel beside the matrix."""
        return self._mistakes

    def forget(self) -> None:
        self._matrix.clear()
        self._mistakes.clear()
        self._mistakes.set_validation(None)

    def begin(self, event: RunStarted) -> None:
        if self.session is not None:
            self._mistakes.set_validation(Validation(self.session.project.copy()))

    def show_run(self, run: Run, last: int | None = None) -> None:
        self.prepare()  # a run may have nothing for it yet, and no picture was made
        super().show_run(run, last)
        snapshot = run.meta("snapshot", b"")
        if snapshot:
            self._mistakes.set_validation(Validation(from_snapshot(snapshot)))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is None:
            return
        counts = sample.data["counts"]
        classes = sample.labels.get("classes", ())
        self._matrix.set_counts(counts, tuple(tr(name) for name in classes))
        self._matrix.setAccessibleName(tr(self.title))
        none = np.zeros((0, 3), dtype=np.int64)
        rows = np.concatenate([sample.data.get(name, none) for name in ("mistakes", "right")])
        self._mistakes.set_sample(counts, rows, classes)
        total = int(counts.sum())
        right = f"{100 * int(np.trace(counts)) / total:.1f} %" if total else ""
        self.set_figure(tr("validation, after step {step}", step=f"{sample.step:,}"), right)

    def make_room(self) -> None:
        wide = self.is_wide
        self._mistakes.setVisible(wide)
        self._mistakes.setFixedWidth(min(max(int(self.width() * 0.32), 150), 260))
