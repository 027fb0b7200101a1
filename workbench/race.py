"""The race of optimizers: who comes down which slope how, step by step, and what taking fewer examples does to the way.

The runners are those that a recipe makes, with the same numbers; only the network is as small as can be: two numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from graphs.message import say
from graphs.optimizers import SGD, Optimizer
from widgets import theme
from widgets.controls import Button, IconButton, Text, icon
from widgets.editors import ChoiceBox
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.landscapes import LANDSCAPES, RUNNERS
from workbench.errands import Errand
from workbench.race_runners import POINTS, Runner, RunnerRow, suited

if TYPE_CHECKING:
    from workbench.engine.racing import Course
    from workbench.window import Window

FEWEST, MOST = 2, 6
LINE = "line"
"""The slope that is no formula: the error of a line that is fitted to points."""

LINE_EXTENT, LINE_START = (-2.0, 4.0, -2.0, 3.0), (-1.4, 2.4)
CELLS = 81
STEPS = 200
LASTS = 6.0
"""How many seconds a race takes to look at, however many steps it has."""

BEAT = 33
SIZE = QSize(1080, 660)
SIDE = 330


@dataclass(frozen=True)
class _Run:
    """What a race gave: the heights of the map, its extent, the lowest height, each runner's way, noise of batches."""

    heights: np.ndarray
    extent: tuple[float, float, float, float]
    lowest: tuple[tuple[float, float], ...]
    floor: float
    courses: tuple[Course, ...]
    noise: tuple[float, ...]


def _computed(slope: str, runners: Sequence[Runner], steps: int, start: tuple[float, float]) -> _Run:
    """Run the whole race; touches no widget."""
    from workbench.engine.racing import descend, line_to_fit, noise, race

    if slope == LINE:
        fitting = line_to_fit(POINTS)
        courses = tuple(descend(fitting, one.batch, one.optimizer, steps, start) for one in runners)
        spread = {size: noise(fitting, size, start, 400) for size in {one.batch for one in runners}}
        best = fitting.best()
        grid = fitting.grid(LINE_EXTENT, CELLS)
        return _Run(
            grid, LINE_EXTENT, (best,), fitting.height(*best), courses, tuple(spread[one.batch] for one in runners)
        )
    land = LANDSCAPES[slope]
    courses = tuple(race(land, one.optimizer, steps, start) for one in runners)
    floor = min(float(land.height(*place, np)) for place in land.minima)
    return _Run(land.grid(CELLS), land.extent, land.minima, floor, courses, ())


class Race(QDialog):
    """A window beside the main one: choose a slope and runners, press Play, and watch ways and heights."""

    def __init__(self, own: Optimizer | None = None, parent: QWidget | None = None):
        from widgets.plots.contour import ContourPlot
        from widgets.plots.curves import CurvePlot

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self._own = own if type(own).__name__ in RUNNERS else None
        self._start = LANDSCAPES["ravine"].start
        self._run: _Run | None = None
        self._again = False
        self._at, self._drawn = 0.0, -1
        self._errand = Errand(self)
        self._waits, self._clock = QTimer(self), QTimer(self)
        self._waits.setSingleShot(True)
        self._waits.setInterval(120)
        self._waits.timeout.connect(self.compute)
        self._clock.setInterval(BEAT)
        self._clock.timeout.connect(self._go_on)
        self.slope, self.steps = ChoiceBox(), QSpinBox()
        self.steps.setRange(10, 2000)
        self.steps.setValue(STEPS)
        self.steps.setSingleStep(50)
        for box in (self.slope, self.steps):
            theme.hold_height(box, 30)
        self.look_for = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.formula = Text(size=theme.TEXT_SECONDARY, wrap=True)
        self.said = Text(size=theme.TEXT_SECONDARY, wrap=True)
        self.rows: list[RunnerRow] = []
        self._runners = QVBoxLayout()
        self._runners.setSpacing(theme.GAP_TINY)
        self.add = Button("", "mdi6.plus")
        self.play, self.again = Button("", "mdi6.play"), IconButton("mdi6.restart")
        self.play.setProperty("role", "primary")
        self.step, self.save = IconButton("mdi6.debug-step-over"), IconButton("mdi6.content-save-outline")
        self.map, self.curves = ContourPlot(), CurvePlot(log=True)
        self._names = [Text(weight=theme.SEMIBOLD) for _ in range(3)]
        side = QWidget()
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        for widget in (self._names[0], self.slope, self.formula, self.look_for, self._names[1]):
            column.addWidget(widget)
        column.addLayout(self._runners)
        column.addWidget(self.add)
        column.addWidget(self.said)
        column.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP_SMALL)
        foot.addWidget(self._names[2])
        foot.addWidget(self.steps, 1)
        column.addLayout(foot)
        bar = QHBoxLayout()
        bar.setSpacing(theme.GAP_SMALL)
        bar.addWidget(self.play, 1)
        bar.addWidget(self.step)
        bar.addWidget(self.again)
        bar.addWidget(self.save)
        column.addLayout(bar)
        pictures = QVBoxLayout()
        pictures.addWidget(self.map, 3)
        pictures.addWidget(self.curves, 2)
        layout = QHBoxLayout(self)
        layout.setSpacing(theme.GAP_LARGE)
        layout.addWidget(side)
        layout.addLayout(pictures, 1)
        self.resize(SIZE)
        for button in (self.add, self.play):
            button.setAutoDefault(False)
            button.setMinimumHeight(32)
        self.slope.activated.connect(self._slope_chosen)
        self.steps.valueChanged.connect(self._settle)
        self.add.clicked.connect(self._add)
        self.play.clicked.connect(self.toggle)
        self.step.clicked.connect(self._one)
        self.again.clicked.connect(self.rewind)
        self.save.clicked.connect(self._save)
        self.map.placeChosen.connect(self.set_start)
        for one in [LINE, *LANDSCAPES]:
            self.slope.addItem(one, one)
        self.choose("ravine")
        self.retranslate()

    # ------------------------------------------------------------------ what runs where

    @property
    def chosen(self) -> str:
        """The name of the slope."""
        return str(self.slope.currentData())

    def choose(self, name: str) -> None:
        """Another slope, with runners that suit it and the recipe's own among them."""
        self.slope.setCurrentIndex(self.slope.findData(name))
        if name == LINE:
            self._start = LINE_START
            runners = [Runner(SGD(learning_rate=0.1), size) for size in (POINTS, 4, 1)]
        else:
            rate, self._start = LANDSCAPES[name].rate, LANDSCAPES[name].start
            made = [suited("SGD", rate), suited("SGD", rate, 0.9), suited("RMSprop", rate), suited("Adam", rate)]
            runners = [Runner(one) for one in ([self._own, *made] if self._own is not None else made)]
        self.set_runners(runners)

    def set_runners(self, runners: Sequence[Runner]) -> None:
        """Let these run."""
        for row in self.rows:
            row.hide()
            self._runners.removeWidget(row)
            row.deleteLater()
        self.rows = []
        for runner in list(runners)[:MOST]:
            self._append(runner)
        self._words()
        self._settle()

    def runners(self) -> list[Runner]:
        """Who runs."""
        return [row.runner() for row in self.rows]

    @Slot(float, float)
    def set_start(self, across: float, up: float) -> None:
        """Let the race begin elsewhere."""
        self._start = across, up
        self._settle()

    def _append(self, runner: Runner) -> None:
        row = RunnerRow(runner)
        row.changed.connect(self._settle)
        row.removed.connect(partial(self._take_out, row))
        row.set_fitting(self.chosen == LINE)
        self._runners.addWidget(row)
        self.rows.append(row)
        self._enable()

    def _take_out(self, row: RunnerRow) -> None:
        if len(self.rows) > FEWEST:
            self.rows.remove(row)
            row.hide()
            self._runners.removeWidget(row)
            row.deleteLater()
            self._enable()
            self._settle()

    def _enable(self) -> None:
        self.add.setEnabled(len(self.rows) < MOST)
        for row in self.rows:
            row.remove.setEnabled(len(self.rows) > FEWEST)

    @Slot()
    def _add(self) -> None:
        there = {type(row.runner().optimizer) for row in self.rows}
        kind = next((name for name, each in RUNNERS.items() if each not in there), "Adam")
        rate = 0.1 if self.chosen == LINE else LANDSCAPES[self.chosen].rate
        self._append(Runner(suited(kind, rate)))
        self._settle()

    @Slot(int)
    def _slope_chosen(self, index: int) -> None:
        self.choose(str(self.slope.itemData(index)))

    # ------------------------------------------------------------------ the race

    @Slot()
    @Slot(int)
    def _settle(self, value: int = 0) -> None:
        self._waits.start()

    @Slot()
    def compute(self) -> None:
        """Run the whole race beside the window; it is played afterwards."""
        if self._errand.busy:
            self._again = True
            return
        work = partial(_computed, self.chosen, self.runners(), self.steps.value(), self._start)
        self._errand.begin(work, self._take)

    def _take(self, run: _Run) -> None:
        if self._again:
            self._again = False
            self.compute()
            return
        from widgets.plots.contour import Way

        self._run = run
        self.map.set_surface(run.heights, run.extent)
        self.map.set_marks(run.lowest)
        self.map.set_ways([Way(name, course.path) for name, course in zip(self.names(), run.courses, strict=True)])
        self.rewind()
        self._show(self.steps.value())
        self._tell()

    def names(self) -> list[str]:
        """How the runners are called, each by a name of its own."""
        found: list[str] = []
        for runner in self.runners():
            name = runner.label
            if self.chosen == LINE:
                size = tr("all points") if runner.batch == POINTS else tr("{n} at a time", n=runner.batch)
                name = f"{name}, {size}"
            while name in found:
                name += " ′"
            found.append(name)
        return found

    @property
    def position(self) -> int:
        """The step that is shown."""
        return max(self._drawn, 0)

    @property
    def playing(self) -> bool:
        """Whether the race runs."""
        return self._clock.isActive()

    @Slot()
    def toggle(self) -> None:
        """Play on from here, from the start where the end is shown; or stop."""
        if self.playing:
            self._stop()
            return
        if self._run is None:
            return
        if self._drawn >= self.steps.value():
            self.rewind()
        self._at = float(self.position)
        self._clock.start()
        self._name_play()

    @Slot()
    def _save(self) -> None:
        from workbench.views.saving import save_plot

        save_plot(self.map, self, self.windowTitle(), "race")

    def _stop(self) -> None:
        self._clock.stop()
        self._name_play()

    @Slot()
    def rewind(self) -> None:
        """Back to the start."""
        self._stop()
        self._drawn = -1
        self.curves.clear()
        self._show(0)

    @Slot()
    def _one(self) -> None:
        self._stop()
        if self._drawn >= self.steps.value():
            self.rewind()
        self._show(self.position + 1)

    @Slot()
    def _go_on(self) -> None:
        steps = self.steps.value()
        self._at += steps * BEAT / 1000 / LASTS
        self._show(min(int(self._at), steps))
        if self._at >= steps:
            self._stop()

    def _show(self, step: int) -> None:
        run = self._run
        if run is None or step <= self._drawn:
            return
        new = np.arange(self._drawn + 1, step + 1)
        self.curves.set_end(self.steps.value())
        for name, course in zip(self.names(), run.courses, strict=True):
            new = new[new < len(course.heights)]
            # A logarithm needs something above zero: whoever is at the floor to the last digit is drawn at 1e-12.
            self.curves.append(name, new, np.maximum(course.heights[new] - run.floor, 1e-12))
        self._drawn = step
        self.map.set_head(step)

    def _tell(self) -> None:
        run = self._run
        if run is None:
            return
        names = self.names()
        ends = [float(c.heights[-1]) if not c.flew_off else np.inf for c in run.courses]
        best = int(np.argmin(ends))
        words = []
        if np.isfinite(ends[best]):
            words.append(
                tr(
                    "Lowest after {n} steps: {name}, {height} above the lowest place.",
                    n=len(run.courses[best].heights) - 1,
                    name=names[best],
                    height=short_number(max(ends[best] - run.floor, 0.0)),
                )
            )
        off = [name for name, course in zip(names, run.courses, strict=True) if course.flew_off]
        if off:
            words.append(tr("Flew off: {names}. The learning rate is too high for this slope.", names=", ".join(off)))
        if run.noise:
            sizes = {one.batch: spread for one, spread in zip(self.runners(), run.noise, strict=True)}
            told = ", ".join(f"{size}: {short_number(spread)}" for size, spread in sorted(sizes.items(), reverse=True))
            words.append(tr("Noise of a step's slope at the start, by batch size: {numbers}.", numbers=told))
        self.said.setText(" ".join(words))

    # ------------------------------------------------------------------ words and going

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setWindowTitle(tr("Optimizer race"))
        self.setAccessibleName(tr("Optimizer race"))
        for label, words in zip(self._names, (tr("Slope"), tr("Runners"), tr("Steps")), strict=True):
            label.setText(words)
        for place in range(self.slope.count()):
            name = str(self.slope.itemData(place))
            self.slope.setItemText(place, tr("Fit a line: how many points a step") if name == LINE
                                   else tr(say(LANDSCAPES[name].title)))  # fmt: skip
        self.slope.setAccessibleName(tr("Slope"))
        self.slope.setToolTip(tr("Down which slope they run"))
        self.steps.setAccessibleName(tr("Steps"))
        self.steps.setToolTip(tr("How many steps each of them takes"))
        self.add.setText(tr("Another runner"))
        self.add.setToolTip(tr("Let one more optimizer run, six at most"))
        self.step.set_words(tr("One step on"))
        self.again.set_words(tr("Back to the start"))
        self.map.setAccessibleName(tr("The ways of the runners"))
        self.map.setToolTip(tr("Click the map to let the race begin there"))
        self.save.set_words(tr("Save the picture or the values…"))
        for plot in (self.map, self.curves):
            plot.set_empty_text(tr("The ways of the runners are computed…"))
        self.curves.setAccessibleName(tr("How high each runner still is"))
        for row in self.rows:
            row.retranslate()
        self._name_play()
        self._words()
        self._tell()

    def _words(self) -> None:
        if self.chosen == LINE:
            self.formula.setText("f = mean (w·x + b − y)²")
            tells = tr(
                "the way of all points going straight down; of single points quicker at first, then wandering about "
                "the lowest place and never coming to rest. Four times as many points: half the noise."
            )
            self.map.set_axes("w", "b")
        else:
            self.formula.setText(LANDSCAPES[self.chosen].formula)
            tells = tr(say(LANDSCAPES[self.chosen].tells))
            self.map.set_axes("x", "y")
        self.look_for.setText(tr("Look for: {what}", what=tells))

    def _name_play(self) -> None:
        self.play.setText(tr("Pause") if self.playing else tr("Play"))
        self.play.setIcon(icon("mdi6.pause" if self.playing else "mdi6.play", "on_accent"))
        self.play.setToolTip(tr("Let them run from here") if not self.playing else tr("Hold the race where it is"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.rows:
            self.retranslate()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock."""
        self._clock.stop()
        self._waits.stop()
        super().closeEvent(event)


def show_race(window: Window | QWidget, own: Optimizer | None = None) -> Race:
    """Open the race beside the window, with the optimizer of the recipe among the runners."""
    found = Race(own, window)
    found.show()
    return found
