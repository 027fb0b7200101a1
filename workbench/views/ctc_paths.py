"""What a network trained with CTC says at every step, blanks and all, and along which ways the true text lies there."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.roles import reads_by_ctc
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

SAID, WAYS = "said", "ways"


class CtcPathsView(View):
    """Letters over steps: how likely each is, or how likely each place of the true text lies at each step."""

    name: ClassVar[str] = "ctc_paths"
    title: ClassVar[str] = mark("CTC paths")
    chinese: ClassVar[str] = "CTC 路径"
    look_for: ClassVar[str] = mark(
        "blanks everywhere at first, then letters as short spikes. In the paths, a band from the upper left to the "
        "lower right that becomes narrow."
    )
    waiting: ClassVar[str] = mark(
        "What is read at every step, and how the text lies along it.\n"
        "Press Train. The letters appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.waveform"
    probe: ClassVar[str] = "ctc_paths"
    compares: ClassVar[Mapping[str, str]] = {"probabilities": mark("what is read"), "ways": mark("paths of the text")}
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if reads_by_ctc(plan(project.network)) is not None:
            return None
        return say("Nothing to show for this network: it needs a CTCLoss.")

    def build(self) -> QWidget:
        from widgets.plots.heatmap import HeatMap

        self._mode, self._example = ChoiceChip(), ChoiceChip()
        for chip in (self._example, self._mode):
            chip.chosen.connect(self.draw_again)
            self.add_chip(chip)
        self._map = HeatMap()
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._map, 1)
        column.addWidget(self._words)
        return inside

    def plot(self) -> Plot:
        return self._map

    def forget(self) -> None:
        self._map.clear()
        self._words.setText("")

    def name_parts(self) -> None:
        self._mode.set_choices({SAID: tr("what is read"), WAYS: tr("paths of the text")}, tr("What is drawn"))
        self._map.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        said, wanted = sample.labels["said"], sample.labels["wanted"]
        rows = sample.data["examples"].tolist()
        self._example.set_choices(
            {str(n): tr("#{row} · {truth}", row=rows[n], truth=wanted[n]) for n in range(len(said))},
            tr("Which example"),
        )
        place = int(self._example.value)
        if self._mode.value == WAYS:
            self._map.set_values(sample.data[f"ways/{place}"], sample.labels[f"ways/{place}"])
        else:
            self._map.set_values(sample.data["probabilities"][place], sample.labels["letters"], limits=(0.0, 1.0))
        self._words.setText(tr("read: {said} · true: {wanted}", said=said[place] or "–", wanted=wanted[place]))
        self.set_figure(tr("probability of the true text"), short_number(float(sample.data["likely"][place])))
