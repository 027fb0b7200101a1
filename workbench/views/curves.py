"""Loss and metrics over the steps of a training, on the training and on the validation examples."""

from __future__ import annotations

import math
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from graphs.message import mark, say
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import RunFinished, RunStarted, Scalars
from workbench.metric_words import metric_words, percent
from workbench.views.card import View
from workbench.views.chips import Chip, ChoiceChip
from workbench.views.overlaid import OtherRuns, run_name

if TYPE_CHECKING:
    from widgets.plots.curves import CurvePlot
    from widgets.plots.plot import Plot
    from workbench.engine.runs import Run

SMOOTHING = 0.9
"""How much of the smoothed line is kept at each step."""

OTHER = "run:"
"""What the names of series begin with that belong to another run."""

LOSS = "loss"
"""The key of the choice that shows the losses; the others are names of metrics."""


class Curves(View):
    """Training and validation loss, and every metric, with the best validation marked."""

    name: ClassVar[str] = "curves"
    title: ClassVar[str] = mark("Loss and accuracy")
    chinese: ClassVar[str] = "损失与准确率"
    look_for: ClassVar[str] = mark("both lines falling together. A validation line that turns up means overfitting.")
    waiting: ClassVar[str] = mark(
        "The loss on the training and on the validation examples, step by step.\n"
        "Press Train. The curves appear after the first batch."
    )
    icon: ClassVar[str] = "mdi6.chart-line"
    compares: ClassVar[Mapping[str, str]] = {"scalars": mark("losses and metrics")}
    draws_apart: ClassVar[bool] = True
    follows_steps: ClassVar[bool] = True

    def more_menu(self, menu: QMenu) -> None:
        menu.addSeparator()
        self._over = menu.addMenu("")

    def build(self) -> QWidget:
        self._plots: dict[str, CurvePlot] = {}
        self._best: dict[str, float] = {}
        self._tags: set[str] = set()
        self._chosen_scale = False
        self._stack = QStackedWidget()
        self._shown = ChoiceChip()
        self._log = Chip(on=True)
        self._smooth = Chip(on=True)
        for chip in (self._shown, self._log, self._smooth):
            self.add_chip(chip)
        self._shown.chosen.connect(self._choose)
        self._log.clicked.connect(self._scale_clicked)
        self._smooth.toggled.connect(self._smoothing_toggled)
        self._others = OtherRuns(self.session, self._over, self)
        self._others.changed.connect(self._others_changed)
        self._laid = True
        self._spare: CurvePlot | None = None
        self._plot_of(LOSS)
        # Most networks have one metric. Its plot is made now, not when its first number comes in the middle of a run.
        self._spare = self._new_plot()
        return self._stack

    def plot(self) -> Plot:
        return self._plot_of(self._shown.value or LOSS)

    def has_data(self) -> bool:
        return any(not plot.is_empty() for plot in self._plots.values())

    def forget(self) -> None:
        for key, plot in list(self._plots.items()):
            plot.clear()
            if key != LOSS:
                del self._plots[key]
                if self._spare is None:
                    self._spare = plot
                else:
                    self._stack.removeWidget(plot)
                    plot.deleteLater()
        self._best.clear()
        self._tags.clear()
        self._laid = False
        if not self._chosen_scale:
            self._log.setChecked(True)
        self._plots[LOSS].set_log(self._log.isChecked())
        self._plots[LOSS].set_end(None)
        self._offer()
        self._choose(LOSS)

    def begin(self, event: RunStarted) -> None:
        self._plots[LOSS].set_end(event.steps)
        self._others.show_parent(Path(event.folder))

    def show_run(self, run: Run, last: int | None = None) -> None:
        super().show_run(run, last)
        self.prepare()
        self._others.show_parent(run.folder)

    def take_scalars(self, event: Scalars) -> None:
        for tag, values in event.values.items():
            part, _, rest = tag.partition("/")
            if part in ("train", "val") and rest:
                self._append(tag, part, rest, event.steps, values)

    def finish(self, event: RunFinished) -> None:
        for plot in self._plots.values():
            plot.set_end(event.steps)

    def draw(self) -> None:
        if not self._laid:
            self._lay_over()
        for plot in self._plots.values():
            plot.set_end(self.planned)
            plot.set_present(self.step)
        self._say_figure()

    def retranslate(self) -> None:
        super().retranslate()
        if self._built:
            self._over.setTitle(tr("Lay another run over it"))

    def name_parts(self) -> None:
        self._offer()
        self._log.set_words(tr("log"), tr("Logarithmic axis: equal factors are equally far apart"))
        self._smooth.set_words(
            tr("smooth {weight}", weight=SMOOTHING), tr("Smooth the training line; the raw line stays, faintly")
        )
        self._say_figure()

    def best(self, tag: str) -> float | None:
        """The best validation value so far of a tag such as ``val/loss``."""
        return self._best.get(tag)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _plot_of(self, key: str) -> CurvePlot:
        if key not in self._plots:
            loss = key == LOSS
            plot = self._spare or self._new_plot()
            self._spare = None
            plot.set_log(loss and self._log.isChecked())
            plot.set_smoothing(SMOOTHING if self._smooth.isChecked() else 0.0)
            plot.setAccessibleName(tr(self.title) if loss else tr(metric_words(key)))
            plot.set_end(self.planned)
            self._plots[key] = plot
            if not loss:
                self._offer()
        return self._plots[key]

    def _new_plot(self) -> CurvePlot:
        from widgets.plots.curves import CurvePlot

        plot = CurvePlot()
        self._stack.addWidget(plot)
        return plot

    def _append(self, tag: str, part: str, rest: str, steps: np.ndarray, values: np.ndarray) -> None:
        from widgets.plots.curves import Role

        metric, _, player = rest.partition("/")
        plot = self._plot_of(LOSS if metric == LOSS else metric)
        plot.append(tag, steps, values)
        if tag not in self._tags:
            self._tags.add(tag)
            role = Role.VALIDATION if part == "val" else Role.OTHER if player else Role.TRAINING
            label = say("validation") if part == "val" else say("train")
            plot.set_style(tag, role, say("train, {player}", player=player) if player else label)
        if part == "val":
            self._mark_best(plot, tag, metric, steps, values)
        elif metric == LOSS and not self._chosen_scale and self._log.isChecked() and np.any(values <= 0):
            # A loss that reaches zero has no place on a log axis; most of the line would be missing.
            self._log.setChecked(False)
            plot.set_log(False)

    def _mark_best(self, plot: CurvePlot, tag: str, metric: str, steps: np.ndarray, values: np.ndarray) -> None:
        higher = metric == "accuracy"
        for step, value in zip(steps.tolist(), values.tolist(), strict=True):
            old = self._best.get(tag)
            if math.isfinite(value) and (old is None or (value > old if higher else value < old)):
                self._best[tag] = value
                plot.mark(tag, step, say("best {value}", value=percent(value) if higher else short_number(value)))

    def _lay_over(self) -> None:
        """Draw the numbers of other runs over those of this one; a tag has the same plot in all runs."""
        self._laid = True
        for plot in self._plots.values():
            for name in plot.names():
                if name.startswith(OTHER):
                    plot.remove(name)
        for info, numbers in self._others.numbers():
            for tag, (steps, values) in numbers.items():
                part, _, rest = tag.partition("/")
                metric, _, player = rest.partition("/")
                if part not in ("train", "val") or not rest:
                    continue
                plot = self._plot_of(metric)
                name = f"{OTHER}{info.id}/{tag}"
                plot.append(name, steps, values)
                what = say("validation") if part == "val" else say("train, {player}", player=player)
                label = what if part == "val" or player else say("train")
                plot.set_style(name, label=say("{what} of {run}", what=label, run=run_name(info)))

    def _offer(self, value: str | None = None) -> None:
        texts = {LOSS: tr("loss")} | {key: tr(metric_words(key)) for key in self._plots if key != LOSS}
        self._shown.set_choices(texts, tr("What is drawn"), value)
        self._shown.setVisible(len(texts) > 1)

    def _say_figure(self) -> None:
        value = self._plots["accuracy"].value("val/accuracy", self.step) if "val/accuracy" in self._tags else math.nan
        there = math.isfinite(value)
        self.set_figure(tr("validation accuracy") if there else "", percent(value) if there else "")

    @Slot()
    def _others_changed(self) -> None:
        self._laid = False
        self._stale = True
        self.refresh()

    @Slot(str)
    def _choose(self, key: str) -> None:
        self._stack.setCurrentWidget(self._plot_of(key))
        self._offer(key)
        self._log.setVisible(key == LOSS)

    @Slot(bool)
    def _scale_clicked(self, on: bool) -> None:
        self._chosen_scale = True
        self._plots[LOSS].set_log(on)

    @Slot(bool)
    def _smoothing_toggled(self, on: bool) -> None:
        for plot in self._plots.values():
            plot.set_smoothing(SMOOTHING if on else 0.0)
