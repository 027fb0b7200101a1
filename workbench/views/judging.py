"""The balance between a generator and its judge: what the judge thinks of both, and which kinds are made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.roles import judged, made
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

BALANCE, SCORES, KINDS = "balance", "scores", "kinds"

REACHED = 0.01
"""From this share of the samples on a kind counts as made."""

BINS = 30
"""Columns of the histogram of scores."""


class JudgingView(View):
    """D(x) and D(G(z)) over the training, the scores of now as histograms, and the kinds that are made."""

    name: ClassVar[str] = "judging"
    title: ClassVar[str] = mark("Generator and judge")
    chinese: ClassVar[str] = "生成器与判别器"
    look_for: ClassVar[str] = mark(
        "both lines near a half: neither wins. Apart for long: the judge wins, and the generator learns nothing more."
    )
    waiting: ClassVar[str] = mark(
        "What the judge thinks of real and of made examples, and which kinds are made.\n"
        "Press Train. The lines appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.scale-balance"
    probe: ClassVar[str] = "judging"
    compares: ClassVar[Mapping[str, str]] = {
        "real": mark("scores of what is real"),
        "made": mark("scores of what was made"),
    }

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        meaning = plan(project.network)
        scores = judged(meaning)
        if scores.real is not None and scores.made is not None and made(meaning) is not None:
            return None
        return say("Nothing to show for this network: it needs a generator and a judge with an adversarial loss.")

    def build(self) -> QWidget:
        from widgets.plots.curves import CurvePlot
        from widgets.plots.lines import LinesPlot
        from widgets.plots.shares import SharePlot

        self._mode = ChoiceChip()
        self._mode.chosen.connect(self.draw_again)
        self.add_chip(self._mode)
        self._course, self._scores, self._kinds = CurvePlot(), LinesPlot(), SharePlot()
        self._titled = ""
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 190)
        for picture in (self._course, self._scores, self._kinds):
            self._stack.addWidget(picture)
        return self._stack

    def plot(self) -> Plot:
        return {SCORES: self._scores, KINDS: self._kinds}.get(self._mode.value, self._course)

    def forget(self) -> None:
        for picture in (self._course, self._scores, self._kinds):
            picture.clear()

    def name_parts(self) -> None:
        self._offer(True)
        for picture in (self._course, self._scores, self._kinds):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        from widgets.plots.lines import Drawn, DrawnLine

        self._offer("kinds" in sample.data)
        if self._mode.value == KINDS:
            classes = [tr(name) for name in sample.labels["classes"]]
            kinds, truth = (sample.data[key].tolist() for key in ("kinds", "truth"))
            self._kinds.set_shares(dict(zip(classes, kinds, strict=True)), (), dict(zip(classes, truth, strict=True)))
        elif self._mode.value == SCORES:
            both = [sample.data["real"], sample.data["made"]]
            values = np.concatenate(both)
            edges = np.linspace(float(values.min()), float(values.max()) + 1e-6, BINS + 1)
            if sample.labels["scale"][0] == "probability":
                edges = np.linspace(0, 1, BINS + 1)
            names = (tr("real, D(x)"), tr("made, D(G(z))"))
            lines = [
                DrawnLine(name, edges, np.histogram(one, edges)[0].astype(float), Drawn.STEPS, place)
                for place, (name, one) in enumerate(zip(names, both, strict=True))
            ]
            self._scores.set_lines(lines)
            self._scores.set_axes(tr("score of the judge"), tr("examples"))
        else:
            self._draw_course()
        self._stack.setCurrentWidget(self.plot())
        if "kinds" in sample.data:
            kinds = sample.data["kinds"]
            number = int((kinds >= REACHED).sum())
            self.set_figure(tr("kinds made"), tr("{number} of {all}", number=number, all=len(kinds)))
        else:
            self.set_figure("D(G(z))", short_number(float(sample.data["made"].mean())))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _offer(self, kinds: bool) -> None:
        modes = {BALANCE: tr("over training"), SCORES: tr("scores now"), KINDS: tr("kinds made")}
        self._mode.set_choices({key: text for key, text in modes.items() if key != KINDS or kinds}, tr("What is drawn"))

    def _draw_course(self) -> None:
        samples = self.history.samples
        steps = np.array([each.step for each in samples], dtype=float)
        for key, name in (("real", tr("real, D(x)")), ("made", tr("made, D(G(z))"))):
            self._course.restart(key)
            self._course.append(key, steps, np.array([float(each.data[key].mean()) for each in samples]))
            self._course.set_style(key, label=name)
        self._course.set_end(self.planned)
        title = tr("mean score of the judge")
        if title != self._titled:
            self._titled = title
            self._course.chart.axes["left"].set_title(title)
