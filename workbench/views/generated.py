"""What a network makes out of chance: always from the same numbers, now and over the training."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.roles import generates
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

NOW, HISTORY, REAL = "now", "history", "real"

MOMENTS = 6
"""From how many moments of the training samples are shown at once."""

BESIDE = 8
"""How many samples of each moment."""


class GeneratedView(View):
    """Samples as pictures, as points among those of the data, or as curves."""

    name: ClassVar[str] = "generated"
    title: ClassVar[str] = mark("Generated samples")
    chinese: ClassVar[str] = "生成的样本"
    look_for: ClassVar[str] = mark(
        "samples that become like the data and stay different from each other. All alike: only one kind is made."
    )
    waiting: ClassVar[str] = mark(
        "What the network makes out of chance, always from the same numbers.\n"
        "Press Train. The samples appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.dice-5-outline"
    probe: ClassVar[str] = "generated"
    compares: ClassVar[Mapping[str, str]] = {"made": mark("what is made from the same noise")}
    remembered: ClassVar[int] = 100

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if generates(plan(project.network)):
            return None
        return say(
            "Nothing to show for this network: it needs something made out of chance, by a generator with "
            "RandomNormal, a variational auto-encoder or a diffusion model."
        )

    def build(self) -> QWidget:
        from widgets.plots.atlas import AtlasPlot
        from widgets.plots.lines import LinesPlot
        from widgets.plots.sheet import SheetPlot

        self._mode = ChoiceChip()
        self._mode.chosen.connect(self.draw_again)
        self.add_chip(self._mode)
        self._sheet, self._plane, self._lines = SheetPlot(), AtlasPlot(), LinesPlot()
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 200)
        for picture in (self._sheet, self._plane, self._lines):
            self._stack.addWidget(picture)
        return self._stack

    def plot(self) -> Plot:
        shown = self._stack.currentWidget()
        return next(one for one in (self._sheet, self._plane, self._lines) if one is shown)

    def forget(self) -> None:
        for picture in (self._sheet, self._plane, self._lines):
            picture.clear()

    def name_parts(self) -> None:
        self._mode.set_choices(
            {NOW: tr("now"), HISTORY: tr("over training"), REAL: tr("the data")}, tr("What is drawn")
        )
        for picture in (self._sheet, self._plane, self._lines):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        found = sample.data["made"]
        if found.ndim == 4:
            self._draw_pictures(sample)
            self._stack.setCurrentWidget(self._sheet)
        elif found.shape[1] == 2:
            self._draw_points(sample)
            self._stack.setCurrentWidget(self._plane)
        else:
            self._draw_curves(sample)
            self._stack.setCurrentWidget(self._lines)
        self.set_figure(tr("after step"), f"{sample.step:,}")

    # -- inside ------------------------------------------------------------------------------------------------------

    def _moments(self, sample: Sample) -> list[Sample]:
        """Some samples up to this one, evenly spread over the training."""
        known = [each for each in self.history.samples if each.step <= sample.step] or [sample]
        places = np.unique(np.linspace(0, len(known) - 1, MOMENTS).round().astype(int)).tolist()
        return [known[place] for place in places]

    def _draw_pictures(self, sample: Sample) -> None:
        if self._mode.value == HISTORY:
            moments = self._moments(sample)
            count = min(BESIDE, len(sample.data["made"]))
            rows = [tr("step {step}", step=f"{one.step:,}") for one in moments]
            heads = tuple(str(n + 1) for n in range(count))
            pictures = [picture for one in moments for picture in one.data["made"][:count]]
            names = [f"{row} · {head}" for row in rows for head in heads]
            self._sheet.set_pictures(pictures, names, count, rows, heads)
            return
        shown = sample.data["real" if self._mode.value == REAL else "made"]
        words = [
            tr("example {n}", n=n + 1) if self._mode.value == REAL else tr("sample {n}", n=n + 1)
            for n in range(len(shown))
        ]
        self._sheet.set_pictures(list(shown), words)

    def _draw_points(self, sample: Sample) -> None:
        real = sample.data["real"]
        if self._mode.value == HISTORY:
            moments = self._moments(sample)
            points, names = [one.data["made"] for one in moments], [f"{one.step:,}" for one in moments]
        elif self._mode.value == REAL:
            points, names = [real], [tr("the data")]
        else:
            points, names = [real, sample.data["made"]], [tr("the data"), tr("made")]
        kinds = np.repeat(np.arange(len(points)), [len(one) for one in points])
        self._plane.set_points(np.concatenate(points), kinds, tuple(names))
        across, up = sample.labels.get("axes", ())[:2] or ("x₁", "x₂")
        self._plane.set_axes(tr(across), tr(up))

    def _draw_curves(self, sample: Sample) -> None:
        from widgets.plots.lines import DrawnLine

        shown = sample.data["real" if self._mode.value == REAL else "made"]
        x = np.arange(shown.shape[1], dtype=float)
        lines = [DrawnLine(tr("sample {n}", n=n + 1), x, one.astype(float), look=n) for n, one in enumerate(shown[:7])]
        if self._mode.value == HISTORY:
            lines = [
                DrawnLine(tr("step {step}", step=f"{one.step:,}"), x, one.data["made"][0].astype(float), look=n)
                for n, one in enumerate(self._moments(sample))
            ]
        self._lines.set_lines(lines)
        self._lines.set_axes(tr("position"), "")
