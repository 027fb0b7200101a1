"""A picture that is learned itself: beside what it is painted after, and how it came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.painted import painted
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

NOW, HISTORY = "now", "history"

MOMENTS = 8
"""How many moments of the painting are shown at once."""


class PaintingView(View):
    """The painting between its models, or the painting over the training."""

    name: ClassVar[str] = "painting"
    title: ClassVar[str] = mark("Painting")
    chinese: ClassVar[str] = "画作"
    look_for: ClassVar[str] = mark(
        "things that stay where they stand in the photograph, told in the colours and strokes of the style."
    )
    waiting: ClassVar[str] = mark(
        "The picture that learns, beside the pictures it is painted after.\n"
        "Press Train. It appears after the first steps."
    )
    icon: ClassVar[str] = "mdi6.palette-outline"
    probe: ClassVar[str] = "canvas"
    compares: ClassVar[Mapping[str, str]] = {"picture": mark("the painted picture")}
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        found = painted(plan(project.network))
        if found is not None and found.models:
            return None
        return say(
            "Nothing to show for this network: it needs a LearnedTensor that is a picture, and a loss that compares it "
            "with a picture of the data."
        )

    def build(self) -> QWidget:
        from widgets.plots.sheet import SheetPlot

        self._mode = ChoiceChip()
        self.add_chip(self._mode)
        self._mode.chosen.connect(self.draw_again)
        self._sheet = SheetPlot()
        self._sheet.setMinimumSize(200, 170)
        return self._sheet

    def plot(self) -> Plot:
        return self._sheet

    def forget(self) -> None:
        self._sheet.clear()

    def name_parts(self) -> None:
        self._mode.set_choices({NOW: tr("now"), HISTORY: tr("over training")}, tr("What is drawn"))
        self._sheet.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        if self._mode.value == HISTORY:
            samples = [each for each in self.history.samples if each.step <= sample.step]
            places = np.unique(np.linspace(0, len(samples) - 1, MOMENTS).round().astype(int)).tolist()
            heads = [tr("step {step}", step=f"{samples[n].step:,}") for n in places]
            self._sheet.set_pictures([samples[n].data["picture"] for n in places], heads)
        else:
            heads = [*(name.replace("_", " ") for name in sample.labels["models"]), tr("Painting")]
            shown = [*sample.data["models"], sample.data["picture"]]
            self._sheet.set_pictures(shown, heads, len(shown), heads=heads)
        self.set_figure(tr("after step"), f"{sample.step:,}")
