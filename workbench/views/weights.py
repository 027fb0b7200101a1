"""The weights of a node over the training: as a heat map, as a histogram, and as it was at any earlier step."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

MATRIX, HISTOGRAM = "matrix", "histogram"


class WeightsView(View):
    """One weight matrix, rows its outputs, and a slider through the steps at which it was looked at."""

    name: ClassVar[str] = "weights"
    title: ClassVar[str] = mark("Weights")
    chinese: ClassVar[str] = "权重"
    look_for: ClassVar[str] = mark(
        "rows that become different from each other. A histogram that only grows wider wants a smaller rate."
    )
    waiting: ClassVar[str] = mark(
        "The weights of each node, and how they have come to be what they are.\n"
        "Press Train. They appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.grid"
    probe: ClassVar[str] = "weights"
    compares: ClassVar[Mapping[str, str]] = {"matrix": mark("weight matrices")}
    draws_apart: ClassVar[bool] = True
    remembered: ClassVar[int] = 200

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if any(step.totals.parameters for step in plan(project.network).steps):
            return None
        return say("Nothing to show for this network: it needs a node with weights, such as Linear or Conv2d.")

    def build(self) -> QWidget:
        from widgets.plots.columns import ColumnPlot
        from widgets.plots.heatmap import HeatMap

        self._node, self._mode = ChoiceChip(), ChoiceChip()
        self._node.hide()  # until there is something to choose from
        for chip in (self._node, self._mode):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
        self._map, self._bars = HeatMap(), ColumnPlot()
        self._stack = QStackedWidget()
        for picture in (self._map, self._bars):
            self._stack.addWidget(picture)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 0)
        self._slider.valueChanged.connect(self._slid)
        self._when = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self._when.setMinimumWidth(96)
        inside = QWidget()
        inside.setMinimumSize(200, 160)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self._slider, 2)
        foot.addWidget(self._when, 1)
        column.addLayout(foot)
        return inside

    def plot(self) -> Plot:
        return self._bars if self._mode.value == HISTOGRAM else self._map

    def forget(self) -> None:
        for picture in (self._map, self._bars):
            picture.clear()
        self._slider.setRange(0, 0)

    def name_parts(self) -> None:
        self._mode.set_choices({MATRIX: tr("heat map"), HISTOGRAM: tr("histogram")}, tr("What is drawn"))
        self._slider.setAccessibleName(tr("Which step"))
        self._slider.setToolTip(tr("Drag to see the weights as they were; at the right end they are followed"))
        for picture in (self._map, self._bars):
            picture.setAccessibleName(tr(self.title))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the weights of the node that is selected in the drawing."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._node.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        samples = self.history.samples
        if not samples:
            return
        at_end = self._slider.value() == self._slider.maximum()
        self._slider.blockSignals(True)
        self._slider.setRange(0, len(samples) - 1)
        if at_end:
            self._slider.setValue(len(samples) - 1)
        self._slider.blockSignals(False)
        self.show_sample(samples[self._slider.value()])

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = sample.labels["nodes"]
        self._node.set_choices({name: name for name in names}, tr("Which weights"))
        self._node.setVisible(len(names) > 1)
        name = self._node.value
        place = names.index(name)
        matrix, ends = sample.data[f"matrix/{place}"], sample.data[f"ends/{place}"]
        if self._mode.value == MATRIX:
            # One scale for the whole run, so that growing weights grow in colour.
            end = max(
                (float(np.abs(one.data[f"ends/{one.labels['nodes'].index(name)}"]).max()))
                for one in self.history.samples
                if name in one.labels["nodes"]
            )
            self._map.set_values(matrix, (), (), "diverging", (-end, end) if np.isfinite(end) and end > 0 else None)
        else:
            counts = sample.data[f"counts/{place}"]
            self._bars.set_values(counts, np.linspace(float(ends[0]), float(ends[1]), len(counts) + 1))
        self._stack.setCurrentWidget(self.plot())
        rows, columns = sample.data[f"sizes/{place}"].tolist()
        self._when.setText(
            tr("after step {step} · {rows}×{columns}", step=f"{sample.step:,}", rows=rows, columns=columns)
        )
        self.set_figure("‖W‖", short_number(float(sample.data[f"norm/{place}"][0])))

    @Slot(int)
    def _slid(self, place: int) -> None:
        samples = self.history.samples
        if place < len(samples):
            self.show_sample(samples[place])
