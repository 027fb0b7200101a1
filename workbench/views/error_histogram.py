"""How far examples are from their copies, as a histogram under a threshold that a person moves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from graphs.message import Message, mark
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.reconstructions import lacks_copying

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

BINS = 40
"""Columns of the histogram."""

FINE = 1000
"""Places of the slider between the least and the greatest error."""

USUAL = 0.95
"""Where the threshold stands until somebody moves it: this share of the examples lies below."""

NOBODY = "-1"

FAULTLESS = "no fault"
"""What the first class is called where the others are faults."""

FAULTS = "-2"
"""Every class but the first counts as an anomaly, where the first says that there is no fault."""


def auc(normal: np.ndarray, fault: np.ndarray) -> float:
    """How often a fault has the larger error, ties counted half (Hanley & McNeil 1982); from errors (n,) and (m,)."""
    order = np.sort(normal)
    below, upto = np.searchsorted(order, fault, "left"), np.searchsorted(order, fault, "right")
    return float((below + upto).mean() / 2 / len(order))


class ErrorHistogram(View):
    """The errors of the validation examples; what lies right of the threshold is taken for an anomaly."""

    name: ClassVar[str] = "error_histogram"
    title: ClassVar[str] = mark("Reconstruction errors")
    chinese: ClassVar[str] = "重建误差"
    look_for: ClassVar[str] = mark(
        "a group that lies apart at the right: what the network has not learned to copy. Put the threshold between."
    )
    waiting: ClassVar[str] = mark(
        "How far each validation example is from its copy.\nPress Train. The histogram appears after the first epoch."
    )
    icon: ClassVar[str] = "mdi6.chart-histogram"
    probe: ClassVar[str] = "reconstruction_errors"
    compares: ClassVar[Mapping[str, str]] = {"errors": mark("error of each example")}

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_copying(project)

    def build(self) -> QWidget:
        from widgets.plots.lines import LinesPlot

        self._threshold: float | None = None
        self._moved = False
        self._group = ChoiceChip()
        self._group.hide()  # until there are classes
        self._group.chosen.connect(self.draw_again)
        self.add_chip(self._group)
        self._lines = LinesPlot()
        self._lines.markMoved.connect(self._mark_moved)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, FINE)
        self._slider.valueChanged.connect(self._slid)
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self._words.setMinimumWidth(120)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._lines, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self._slider, 2)
        foot.addWidget(self._words, 3)
        column.addLayout(foot)
        return inside

    def plot(self) -> Plot:
        return self._lines

    def forget(self) -> None:
        self._lines.clear()
        self._threshold, self._moved = None, False
        self._words.setText("")

    def name_parts(self) -> None:
        self._lines.setAccessibleName(tr(self.title))
        self._slider.setAccessibleName(tr("Threshold"))
        self._slider.setToolTip(tr("Drag, or drag the line in the picture: what lies right of it counts as an anomaly"))

    @property
    def threshold(self) -> float | None:
        """Errors above this are taken for anomalies; None before there are any."""
        return self._threshold

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        from widgets.plots.lines import Drawn, DrawnLine

        errors = sample.data["errors"]
        finite = errors[np.isfinite(errors)]
        if not len(finite):
            return
        names = sample.labels.get("groups", ())
        choices = {NOBODY: tr("no class marked")} | {str(n): tr(name) for n, name in enumerate(names)}
        if names and names[0] == FAULTLESS:
            choices = {FAULTS: tr("any fault")} | choices
        self._group.set_choices(choices, tr("Which class counts as an anomaly"))
        self._group.setVisible(bool(names))
        low, high = float(finite.min()), float(finite.max())
        chosen = int(self._group.value)
        parts = self._parts(sample, finite, chosen)
        if not self._moved or self._threshold is None:
            self._threshold = float(np.quantile(parts[0][1] if chosen == int(FAULTS) else finite, USUAL))
        # From nothing to the greatest error, so that two moments of a training are told apart by their axis alone.
        edges = np.linspace(0.0, max(high, self._threshold) or 1.0, BINS + 1)
        lines = [
            DrawnLine(name, edges, np.histogram(values, edges)[0].astype(float), Drawn.STEPS, place)
            for place, (name, values) in enumerate(parts)
        ]
        self._lines.set_lines(lines, (0.0, float(edges[-1])))
        self._lines.set_axes(tr("mean square error of an example"), tr("examples"))
        self._lines.set_mark(self._threshold)
        self._slider.blockSignals(True)
        self._slider.setValue(round(FINE * self._threshold / float(edges[-1])))
        self._slider.blockSignals(False)
        self._end = float(edges[-1])
        self._say(parts)
        if len(parts) == 2 and all(len(values) for _, values in parts):
            self.set_figure(tr("area under the ROC curve"), short_number(auc(parts[0][1], parts[1][1])))
        else:
            self.set_figure(tr("median"), short_number(float(np.median(finite))) if high > low else short_number(low))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _parts(self, sample: Sample, finite: np.ndarray, chosen: int) -> list[tuple[str, np.ndarray]]:
        """The errors of all, or of the others and of what counts as an anomaly, each with its name."""
        if chosen == int(NOBODY):
            return [(tr("validation examples"), finite)]
        groups = sample.data["groups"][np.isfinite(sample.data["errors"])]
        if chosen == int(FAULTS):
            return [(tr("no fault"), finite[groups == 0]), (tr("any fault"), finite[groups > 0])]
        marked = groups == chosen
        return [(tr("the others"), finite[~marked]), (tr(sample.labels["groups"][chosen]), finite[marked])]

    def _say(self, parts: list[tuple[str, np.ndarray]]) -> None:
        assert self._threshold is not None
        above = [int((values > self._threshold).sum()) for _, values in parts]
        at = short_number(self._threshold)
        if len(parts) == 1:
            total = len(parts[0][1])
            self._words.setText(
                tr("above {threshold}: {count} of {total}", threshold=at, count=f"{above[0]:,}", total=f"{total:,}")
            )
            return
        (_, others), (name, marked) = parts
        f1 = 2 * above[1] / max(above[0] + above[1] + len(marked), 1)
        self._words.setText(
            tr(
                "above {threshold}: {found} of {all} of {name}, {alarms} of {total} others; F1 {f1}",
                threshold=at, found=f"{above[1]:,}", all=f"{len(marked):,}", name=name, alarms=f"{above[0]:,}",
                total=f"{len(others):,}", f1=short_number(f1),
            )
        )  # fmt: skip

    @Slot(float)
    def _mark_moved(self, place: float) -> None:
        self._moved, self._threshold = True, max(place, 0.0)
        self.draw_again()

    @Slot(int)
    def _slid(self, place: int) -> None:
        if self._threshold is not None:
            self._mark_moved(place / FINE * self._end)
