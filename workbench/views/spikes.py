"""Which neuron fires when: a raster of the spikes of one layer for one example."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.roles import spiking
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class SpikesView(View):
    """The spikes of one layer: a row for each neuron, a column for each step, a mark where it fired."""

    name: ClassVar[str] = "spikes"
    title: ClassVar[str] = mark("Spike raster")
    chinese: ClassVar[str] = "脉冲栅格图"
    look_for: ClassVar[str] = mark(
        "rows that never fire: these neurons do nothing. Rows that always fire say as little. Columns: waves of spikes."
    )
    waiting: ClassVar[str] = mark("Which neuron fires when.\nPress Train. The raster appears after the first batches.")
    icon: ClassVar[str] = "mdi6.chart-scatter-plot"
    probe: ClassVar[str] = "spikes"
    compares: ClassVar[Mapping[str, str]] = {
        "spikes": mark("who fires when"),
        "rates": mark("shares that fire and never fire"),
    }
    remembered: ClassVar[int] = 160

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if spiking(plan(project.network)):
            return None
        return say(
            "Nothing to show for this network: it needs neurons that spike, such as LeakyIntegrateAndFire, in a scan."
        )

    def build(self) -> QWidget:
        from widgets.plots.raster import RasterPlot

        self._node, self._example = ChoiceChip(), ChoiceChip()
        for chip in (self._node, self._example):
            chip.hide()  # until there is something to choose from
            chip.chosen.connect(self.draw_again)
            self.add_chip(chip)
        self._raster = RasterPlot()
        return self._raster

    def plot(self) -> Plot:
        return self._raster

    def forget(self) -> None:
        self._raster.clear()

    def name_parts(self) -> None:
        self._raster.setAccessibleName(tr(self.title))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the layer that is selected in the drawing."""
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
        names = sample.labels["nodes"]
        self._node.set_choices({name: name for name in names}, tr("Which layer"))
        self._node.setVisible(len(names) > 1)
        place = names.index(self._node.value)
        spikes = sample.data[f"spikes/{place}"]
        self._example.set_choices(example_names(sample, len(spikes)), tr("Which example"))
        self._example.setVisible(len(spikes) > 1)
        self._raster.set_spikes(spikes[int(self._example.value)])
        share, silent = sample.data[f"rates/{place}"].tolist()
        self.set_figure(
            tr("fires · never fires"),
            tr("{share} % · {silent} %", share=f"{100 * share:.1f}", silent=f"{100 * silent:.0f}"),
        )
