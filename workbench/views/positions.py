"""How a network is told where each step of a sequence stands: the encoding of every place, and which are alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.roles import POSITIONS
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

TABLE, ALIKE = "table", "alike"


class PositionsView(View):
    """A heat map of places by numbers, or of how alike two places are."""

    name: ClassVar[str] = "positions"
    title: ClassVar[str] = mark("Positional encodings")
    chinese: ClassVar[str] = "位置编码"
    look_for: ClassVar[str] = mark(
        "waves from quick to slow across the numbers, or with learned ones, places that become unlike each other."
    )
    waiting: ClassVar[str] = mark(
        "What is added to each step to say where it stands.\nPress Train. The places appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.map-marker-radius-outline"
    probe: ClassVar[str] = "positions"
    compares: ClassVar[Mapping[str, str]] = {
        "table": mark("positional encodings"),
        "alike": mark("how alike places are"),
    }
    remembered: ClassVar[int] = 80

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if any(step.layer.type_name() in POSITIONS for step in plan(project.network).steps):
            return None
        return say("Nothing to show for this network: it needs SinusoidalPosition or LearnedPosition.")

    def build(self) -> QWidget:
        from widgets.plots.heatmap import HeatMap

        self._node, self._mode = ChoiceChip(), ChoiceChip()
        self._node.hide()  # until there is something to choose from
        for chip in (self._node, self._mode):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
        self._map = HeatMap()
        self._map.setMinimumSize(200, 190)
        return self._map

    def plot(self) -> Plot:
        return self._map

    def forget(self) -> None:
        self._map.clear()

    def name_parts(self) -> None:
        self._mode.set_choices({TABLE: tr("the encoding"), ALIKE: tr("how alike")}, tr("What is drawn"))
        self._map.setAccessibleName(tr(self.title))

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
        table = sample.data[f"table/{place}"]
        shown = sample.data[f"alike/{place}"] if self._mode.value == ALIKE else table
        places = tuple(str(number) for number in range(len(shown)))
        numbers = places if self._mode.value == ALIKE else tuple(str(n) for n in range(shown.shape[1]))
        self._map.set_values(shown, places, numbers, "diverging", (-1.0, 1.0) if self._mode.value == ALIKE else None)
        self.set_figure(tr("places × numbers"), f"{table.shape[0]} × {table.shape[1]}")
