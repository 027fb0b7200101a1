"""What each activation does: its curve and its slope, over the numbers that really arrive at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.inside import walk
from workbench.engine.roles import bends
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class ActivationsView(View):
    """The curve of one activation, its slope, the histogram of its inputs, and a place to read all three at."""

    name: ClassVar[str] = "activations"
    title: ClassVar[str] = mark("Activation curves")
    chinese: ClassVar[str] = "激活函数曲线"
    look_for: ClassVar[str] = mark(
        "numbers that arrive where the slope is high. Where it is flat a gradient ends: a dead ReLU, a full sigmoid."
    )
    waiting: ClassVar[str] = mark(
        "What each activation does to the numbers that arrive at it, and how steep it is there.\n"
        "Press Train. The curves appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.chart-bell-curve-cumulative"
    probe: ClassVar[str] = "activations"
    compares: ClassVar[Mapping[str, str]] = {"curve": mark("curves"), "counts": mark("how often a value comes")}

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if any(bends(step) and not loops for _, loops, _, step in walk(plan(project.network))):
            return None
        return say("Nothing to show for this network: it needs an activation, such as ReLU or Tanh.")

    def build(self) -> QWidget:
        from widgets.plots.lines import LinesPlot

        self._at = 0.0
        self._node = ChoiceChip()
        self._node.hide()  # until there is something to choose from
        self._node.chosen.connect(self.draw_again)
        self.add_chip(self._node)
        self._lines = LinesPlot()
        self._lines.markMoved.connect(self._mark_moved)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, 240)
        self._slider.setValue(120)
        self._slider.valueChanged.connect(self._slid)
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
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
        self._words.setText("")

    def name_parts(self) -> None:
        self._lines.setAccessibleName(tr(self.title))
        self._slider.setAccessibleName(tr("Number that arrives"))
        self._slider.setToolTip(tr("Drag to read the curve and its slope at another number"))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the activation that is selected in the drawing."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._node.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        from widgets.plots.lines import Drawn, DrawnLine

        names, kinds = sample.labels["nodes"], sample.labels["kinds"]
        self._node.set_choices({name: name for name in names}, tr("Which activation"))
        self._node.setVisible(len(names) > 1)
        place = names.index(self._node.value)
        z, curve, slope = sample.data["z"], sample.data[f"curve/{place}"], sample.data[f"slope/{place}"]
        counts = sample.data[f"counts/{place}"].astype(float)
        edges = np.linspace(float(z[0]), float(z[-1]), len(counts) + 1)
        # What arrives is drawn as high as one: where it lies counts here, not how much it is.
        shares = counts / (counts.max() or 1.0)
        near = np.abs(z) <= 3
        top = max(1.1, float(curve[near].max()), float(slope.max())) * 1.05
        bottom = min(-0.1, float(curve[near].min()), float(slope.min())) * 1.05
        self._lines.set_lines(
            [
                DrawnLine(tr("what arrives"), edges, shares, Drawn.STEPS, 2),
                DrawnLine(kinds[place], z, curve),
                DrawnLine(tr("slope"), z, slope, look=1),
            ],
            (float(z[0]), float(z[-1])),
            (bottom, top),
        )
        self._lines.set_axes(tr("number z that arrives"), "")
        self._lines.set_mark(self._at)
        here = int(np.abs(z - self._at).argmin())
        self._words.setText(
            tr(
                "z = {z}: {name} {value}, slope {slope}",
                z=short_number(round(float(z[here]), 3)), name=kinds[place], value=short_number(float(curve[here])),
                slope=short_number(float(slope[here])),
            )
        )  # fmt: skip
        self.set_figure(tr("arrives where it is flat"), f"{100 * float(sample.data['flat'][place]):.1f} %")

    # -- inside ------------------------------------------------------------------------------------------------------

    @Slot(float)
    def _mark_moved(self, place: float) -> None:
        self._at = min(max(place, -6.0), 6.0)
        self._slider.blockSignals(True)
        self._slider.setValue(round((self._at + 6) * 20))
        self._slider.blockSignals(False)
        self.draw_again()

    @Slot(int)
    def _slid(self, place: int) -> None:
        self._at = place / 20 - 6
        self.draw_again()
