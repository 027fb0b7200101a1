"""How strong the gradient is at the weights of every node, over the steps of a training."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from widgets.plots.decimation import Growing
from workbench.engine.events import RunFinished, RunStarted, Sample
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

MOST_LINES = 7
"""With more nodes than this lines cannot be told apart, and a heat map is drawn unless a person chose otherwise."""

VANISHED = 1e-7
"""Below this a gradient has vanished; a line is drawn no lower, so that zero stays visible on a log axis."""

COLUMNS = 400
"""How many steps a heat map shows at most."""

LINES, BARS, HEAT_MAP = "lines", "bars", "heat_map"
NORM, UPDATE = "norm", "update"
ALL = "*"
"""The key of the choice that shows all players."""


class _Series:
    def __init__(self, player: str, node: str):
        self.player, self.node = player, node
        self.steps, self.norms, self.updates = Growing(), Growing(), Growing()

    def values(self, what: str) -> np.ndarray:
        """The norms, or how far each step moved the weights."""
        return self.updates.values if what == UPDATE else self.norms.values

    def at(self, steps: np.ndarray, what: str) -> np.ndarray:
        """The newest values at or before some steps; NaN before the first."""
        place = np.searchsorted(self.steps.values, steps, side="right") - 1
        return np.where(place >= 0, self.values(what)[np.maximum(place, 0)], np.nan)


def floored(values: np.ndarray) -> np.ndarray:
    """Values with a place on a log axis: what has vanished lies at the floor, what is no number stays none."""
    with np.errstate(invalid="ignore"):
        return np.where(np.isfinite(values), np.maximum(values, VANISHED), values)


def _measured(sample: Sample) -> Iterator[tuple[str, str, float, float]]:
    """What a sample tells of each node with weights, or of each copy of a repeated one: key, name, norm, update."""
    nodes, norms = sample.data["nodes"].tolist(), sample.data["weight_norms"].tolist()
    # A run that was recorded before updates or copies were measured has none.
    updates = sample.data.get("updates", np.full(len(nodes), np.nan)).tolist()
    copied = sample.data.get("copy_nodes", np.zeros(0, dtype=np.int64)).tolist()
    names = sample.labels.get("copies", ())
    for node, node_name, norm, update in zip(nodes, sample.labels.get("nodes", ()), norms, updates, strict=True):
        if node not in copied:
            yield str(node), node_name, norm, update
            continue
        for place, owner in enumerate(copied):
            if owner == node:
                of_copy, moved = (float(sample.data[row][place]) for row in ("copy_norms", "copy_updates"))
                yield f"{node}/{names[place]}", names[place], of_copy, moved


class GradientNorms(View):
    """‖∂L/∂W‖ of every node with weights, or how far a step moves them, ‖ΔW‖ / ‖W‖: lines, bars or a heat map."""

    name: ClassVar[str] = "gradients"
    title: ClassVar[str] = mark("Gradient norms")
    chinese: ClassVar[str] = "梯度范数"
    look_for: ClassVar[str] = mark(
        "lines within two decades. The lowest line learns slowest; a line at the floor has vanished."
    )
    waiting: ClassVar[str] = mark(
        "How strongly the loss pulls at the weights of each node.\n"
        "Press Train. The lines appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.chart-bell-curve"
    probe: ClassVar[str] = "gradient_norms"
    compares: ClassVar[Mapping[str, str]] = {
        "weight_norms": mark("gradient norms"),
        "updates": mark("update-to-weight ratios"),
        "wire_norms": mark("gradients on the wires"),
    }
    remembered: ClassVar[int] = 4000
    follows_steps: ClassVar[bool] = True

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if any(step.cost.parameters.number for step in plan(project.network).steps):
            return None
        return say("Nothing to show for this network: it needs a node with weights, such as Linear or Conv2d.")

    def build(self) -> QWidget:
        from widgets.plots.bars import BarPlot
        from widgets.plots.curves import CurvePlot
        from widgets.plots.heatmap import HeatMap

        self._series: dict[str, _Series] = {}
        self._chosen_mode = False
        self._mode = ChoiceChip()
        self._who = ChoiceChip()
        self._what = ChoiceChip()
        self._lines, self._bars, self._map = CurvePlot(log=True), BarPlot(), HeatMap()
        self._stack = QStackedWidget()
        for picture in (self._lines, self._bars, self._map):
            self._stack.addWidget(picture)
        for chip in (self._who, self._what, self._mode):
            self.add_chip(chip)
        self._mode.chosen.connect(self._mode_chosen)
        self._who.chosen.connect(self._lines_anew)
        self._what.chosen.connect(self._lines_anew)
        self._who.hide()
        return self._stack

    def plot(self) -> Plot:
        return {LINES: self._lines, BARS: self._bars}.get(self._mode.value, self._map)

    def has_data(self) -> bool:
        return bool(self._series)

    def forget(self) -> None:
        self._series.clear()
        for picture in (self._lines, self._bars, self._map):
            picture.clear()
        self._lines.set_end(None)
        self._offer()

    def begin(self, event: RunStarted) -> None:
        self._lines.set_end(event.steps)

    def take_sample(self, event: Sample) -> None:
        if "weight_norms" not in event.data:
            return
        player = event.labels.get("player", ("",))[0]
        before = len(self._series)
        steps = np.array([event.step], dtype=float)
        for own, name, norm, update in _measured(event):
            key = f"{player}/{own}"
            series = self._series.get(key)
            if series is None:
                series = self._series[key] = _Series(player, name)
            series.steps.extend(steps)
            series.norms.extend(np.array([norm]))
            series.updates.extend(np.array([update]))
            if self._who.value in (ALL, "", player):
                shown = update if self._what.value == UPDATE else norm
                self._lines.append(key, steps, floored(np.array([shown])))
        if len(self._series) != before:
            self._offer()
            self._name_lines()

    def finish(self, event: RunFinished) -> None:
        self._lines.set_end(event.steps)

    def draw(self) -> None:
        shown = self._shown()
        mode = self._mode.value
        if mode == LINES:
            self._lines.set_end(self.planned)
            self._lines.set_present(self.step)
            self._name_lines()
        elif mode == BARS:
            last = np.array([np.inf if self.step is None else self.step])
            self._bars.set_values({self._label(series): series.at(last, self._what.value)[0] for series in shown})
        elif shown:
            self._map.set_values(*self._heat(shown))
        self._stack.setCurrentWidget(self.plot())

    def name_parts(self) -> None:
        self._offer()
        self._lines.setAccessibleName(tr(self.title))
        self._bars.setAccessibleName(tr(self.title))
        self._map.setAccessibleName(tr(self.title))
        self._name_lines()

    def export_csv(self, path: str | Path) -> None:
        # The lines hold every value that was measured, whatever is drawn.
        self._lines.export_csv(path)

    # -- inside ------------------------------------------------------------------------------------------------------

    @property
    def players(self) -> tuple[str, ...]:
        """Whose gradients were measured, in the order they came."""
        return tuple(dict.fromkeys(series.player for series in self._series.values()))

    def _shown(self) -> list[_Series]:
        who = self._who.value
        return [series for series in self._series.values() if who in (ALL, "", series.player)]

    def _label(self, series: _Series) -> str:
        several = len(self.players) > 1 and self._who.value in (ALL, "")
        return f"{series.node} · {series.player}" if several else series.node

    def _name_lines(self) -> None:
        for key, series in self._series.items():
            if self._who.value in (ALL, "", series.player):
                values = series.values(self._what.value)
                gone = len(values) > 0 and values[-1] < VANISHED
                name = self._label(series)
                self._lines.set_style(key, label=say("{node}, vanished", node=name) if gone else name)

    def _heat(self, shown: list[_Series]) -> tuple[np.ndarray, tuple[str, ...], tuple[str, ...]]:
        longest = max(shown, key=lambda series: len(series.steps)).steps.values
        if self.looks_back and self.step is not None:
            longest = longest[: max(1, int(np.searchsorted(longest, self.step, side="right")))]
        chosen = np.unique(np.linspace(0, len(longest) - 1, min(len(longest), COLUMNS)).astype(int))
        steps = longest[chosen]
        with np.errstate(invalid="ignore"):
            values = np.stack([np.log10(np.maximum(series.at(steps, self._what.value), VANISHED)) for series in shown])
        return values, tuple(self._label(series) for series in shown), tuple(f"{step:,.0f}" for step in steps.tolist())

    def _offer(self) -> None:
        many = len(self._shown()) > MOST_LINES
        automatic = None if self._chosen_mode else HEAT_MAP if many else LINES
        modes = {LINES: tr("lines"), BARS: tr("bars"), HEAT_MAP: tr("heat map, log₁₀")}
        self._mode.set_choices(modes, tr("How the nodes are drawn"), automatic)
        self._what.set_choices(
            {NORM: "‖∂L/∂W‖", UPDATE: "‖ΔW‖ / ‖W‖"},
            tr("The gradient, or how far a step moves the weights: about 0.001 is usual"),
        )
        players = self.players
        self._who.set_choices({ALL: tr("all players")} | {name: name for name in players}, tr("Whose gradients"))
        self._who.setVisible(len(players) > 1)

    @Slot(str)
    def _mode_chosen(self, mode: str) -> None:
        self._chosen_mode = True
        self._stale = True
        self.refresh()

    @Slot(str)
    def _lines_anew(self, choice: str) -> None:
        who = self._who.value
        self._lines.clear()
        for key, series in self._series.items():
            if who in (ALL, "", series.player):
                self._lines.append(key, series.steps.values, floored(series.values(self._what.value)))
        self._offer()
        self._name_lines()
        self._stale = True
        self.refresh()
