"""Curves over training steps: loss, accuracy, gradient norms. A million points draw as fast as a thousand."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.decimation import Pyramid, Smoother
from widgets.plots.legend import Entry, Legend
from widgets.plots.plot import Plot, Table, Text

_RAW_SHARE = 0.28
_Line = tuple[np.ndarray, np.ndarray]


class Role(StrEnum):
    """What a series is: a role has the same colour and dash in every plot."""

    TRAINING = "training"
    VALIDATION = "validation"
    OTHER = "other"


@dataclass
class _Series:
    name: str
    index: int
    label: Text
    role: Role = Role.OTHER
    raw: Pyramid = field(default_factory=Pyramid)
    smooth: Pyramid = field(default_factory=Pyramid)
    smoother: Smoother | None = None
    low: float = math.inf
    high: float = -math.inf
    low_positive: float = math.inf
    raw_line: pg.PlotCurveItem = field(default_factory=lambda: pg.PlotCurveItem(connect="finite"))
    line: pg.PlotCurveItem = field(default_factory=lambda: pg.PlotCurveItem(connect="finite"))
    dots: pg.ScatterPlotItem = field(default_factory=lambda: pg.ScatterPlotItem(pxMode=True, size=4, pen=None))

    def items(self) -> tuple[pg.GraphicsObject, ...]:
        return self.raw_line, self.line, self.dots

    def look_index(self) -> int:
        return {Role.TRAINING: 0, Role.VALIDATION: 1}.get(self.role, self.index)


class CurvePlot(Plot):
    """Several named series over one axis of steps; their present values stand in the legend, not on the lines.

    Moving the mouse over the plot shows the values of that step in the legend. The wheel zooms along the steps, a drag
    moves; until then, and after a double click, the axes follow the values. NaN leaves a gap.
    """

    def __init__(self, parent: QWidget | None = None, *, log: bool = False, smoothing: float = 0.0):
        super().__init__(Chart(grid="left", wheel=0), parent, zoom=True)
        self._series: dict[str, _Series] = {}
        self._marks: dict[str, tuple[float, Text]] = {}
        self._mark_items: dict[str, tuple[pg.ScatterPlotItem, pg.TextItem]] = {}
        self._mark_shown: dict[str, tuple[object, ...]] = {}
        """What each mark was last drawn for."""
        self._log = log
        self._smoothing = smoothing
        self._end: float | None = None
        self._present: float | None = None
        self._hover: float | None = None
        self._lines_stale = True
        self._legend = Legend()
        self.column.insertWidget(0, self._legend)
        self._present_line, self._hover_line = (pg.InfiniteLine(angle=90, movable=False) for _ in range(2))
        for line in (self._present_line, self._hover_line):
            line.setZValue(10)
            line.hide()
            self.chart.draw(line)
        self.setAccessibleName(tr("Curves"))
        self.retranslate()

    # -- values ------------------------------------------------------------------------------------------------------

    def append(self, name: str, steps: np.ndarray, values: np.ndarray) -> None:
        """Append to a series, which comes into being with its first values; both arrays of shape (m,), steps rising.

        Raises ValueError when the two are not of the same length.
        """
        steps, values = np.asarray(steps, dtype=float).ravel(), np.asarray(values, dtype=float).ravel()
        if len(steps) != len(values):
            raise ValueError(f"{name} needs as many values as steps: it got {len(steps)} steps, {len(values)} values.")
        series = self._of(name)
        if not len(steps):
            return
        series.raw.extend(steps, values)
        if self._smoothing:
            self._smooth(series, steps, values)
        finite = values[np.isfinite(values)]
        if len(finite):
            series.low, series.high = min(series.low, finite.min()), max(series.high, finite.max())
            positive = finite[finite > 0]
            if len(positive):
                series.low_positive = min(series.low_positive, positive.min())
        self.changed()

    def clear(self) -> None:
        """Forget all values, marks and series; styles are given again with the next run."""
        for series in self._series.values():
            for item in series.items():
                self.chart.plotItem.removeItem(item)
        self._series.clear()
        self._marks.clear()
        self._drop_marks()
        self._present = self._hover = None
        self.show_all()
        self.retranslate()

    def restart(self, name: str) -> None:
        """Forget the values of a series and keep its look: other ones come, and its items need not be made anew."""
        series = self._series.get(name)
        if series is not None:
            series.raw, series.smooth, series.smoother = Pyramid(), Pyramid(), None
            series.low, series.high, series.low_positive = math.inf, -math.inf, math.inf
            self._lines_stale = True

    def remove(self, name: str) -> None:
        """Take one series away; the others keep their colours."""
        series = self._series.pop(name, None)
        if series is not None:
            for item in series.items():
                self.chart.plotItem.removeItem(item)
            self.unmark(name)
            self.changed()

    def names(self) -> tuple[str, ...]:
        """The series there are, in the order they came."""
        return tuple(self._series)

    def set_style(self, name: str, role: Role | str = Role.OTHER, label: Text | None = None) -> None:
        """Say what a series is and how it is called; a validation series is dashed."""
        series = self._of(name)
        before = series.role, series.label
        series.role = Role(role)
        if label is not None:
            series.label = label
        if before != (series.role, series.label):
            self.changed()

    def set_log(self, log: bool) -> None:
        """Choose a log axis; values that are not positive are left out of it."""
        if log != self._log:
            self._log = log
            self.following[1] = True
            self.changed()

    def set_smoothing(self, weight: float) -> None:
        """Smooth exponentially with this weight, from 0 (not at all) to below 1; the raw line stays, faintly."""
        self._smoothing = weight
        for series in self._series.values():
            series.smooth, series.smoother = Pyramid(), None
            if weight:
                self._smooth(series, series.raw.steps.values, series.raw.values.values)
        self.changed()

    def set_end(self, step: float | None) -> None:
        """The step the axis reaches to, usually the planned end; None lets it grow with the values."""
        if step != self._end:
            self._end = step
            self.changed()

    def set_present(self, step: float | None) -> None:
        """The step of the thin accent line, whose values stand in the legend; None draws none, and the last ones."""
        if step != self._present:
            self._present = step
            super().changed()

    def mark(self, name: str, step: float, text: Text) -> None:
        """Mark one point of a series, usually its best; a series has one mark at a time."""
        self._of(name)
        self._marks[name] = (step, text)
        self.changed()

    def unmark(self, name: str) -> None:
        """Take the mark of a series away."""
        self._marks.pop(name, None)
        self.changed()

    def value(self, name: str, step: float | None = None) -> float:
        """The last value of a series at or before a step (the last of all); NaN when there is none."""
        raw = self._of(name).raw
        index = len(raw) if step is None else int(np.searchsorted(raw.steps.values, step, side="right"))
        return float(raw.values.values[index - 1]) if index else math.nan

    def values_table(self) -> Table:
        """One row per step, one column per series; empty where a series has no value at a step."""
        every = list(self._series.values())
        steps = np.unique(np.concatenate([series.raw.steps.values for series in every])) if every else np.empty(0)
        columns: list[list[str | float]] = []
        for series in every:
            column: list[str | float] = [""] * len(steps)
            places = np.searchsorted(steps, series.raw.steps.values)
            for place, value in zip(places.tolist(), series.raw.values.values.tolist(), strict=True):
                column[place] = value
            columns.append(column)
        whole = [int(step) if float(step).is_integer() else step for step in steps.tolist()]
        return Table(("step", *(series.name for series in every)), list(zip(whole, *columns, strict=True)))

    def is_empty(self) -> bool:
        """Whether no series has a value."""
        return not any(len(series.raw) for series in self._series.values())

    def summary(self) -> str:
        """The name and present value of each series."""
        return ", ".join(
            f"{self.text(series.label)} {short_number(self.value(series.name))}" for series in self._series.values()
        )

    # -- drawing -----------------------------------------------------------------------------------------------------

    def changed(self) -> None:
        """Values, room or looks changed: the lines are drawn anew, not only those of the steps."""
        self._lines_stale = True
        super().changed()

    def refresh(self) -> None:
        """Thin the lines out to what the pane can show, and set ranges, marks and legend."""
        self._draw_legend()
        self._draw_steps()
        if not self._lines_stale:
            return  # only another step is looked at: going through a run costs a line and some numbers
        self._lines_stale = False
        self.column.activate()
        pane = self.chart.pane
        self.chart.axes["left"].log = self._log
        start, end = self._steps()
        self.chart.axes["bottom"].end = end if self.following[0] else None
        self.set_range((start, end), pane.viewRange()[1])
        (start, end), width = pane.viewRange()[0], max(int(pane.width()), 20)
        drawn = [self._lines(series, start, end, width) for series in self._series.values()]
        whole = self.following[0]
        self.set_range((start, end), self._range() if whole else self._range_of(drawn, start, end))
        self.chart.fit()
        for series, lines in zip(self._series.values(), drawn, strict=True):
            self._draw_series(series, lines, width)
        self._draw_marks()

    def _draw_steps(self) -> None:
        for line, step in ((self._present_line, self._present), (self._hover_line, self._hover)):
            line.setVisible(step is not None)
            if step is not None:
                line.setValue(step)

    def dress(self) -> None:
        """Take the colours of the scheme."""
        super().dress()
        self._lines_stale = True
        self._present_line.setPen(pg.mkPen(self.theme.accent, width=1))
        self._hover_line.setPen(pg.mkPen(self.theme.edge, width=1))
        self._drop_marks()

    def _of(self, name: str) -> _Series:
        if name not in self._series:
            smoother = Smoother(self._smoothing) if self._smoothing else None
            series = self._series[name] = _Series(name, len(self._series), name, smoother=smoother)
            for item in series.items():
                self.chart.draw(item)
        return self._series[name]

    def _smooth(self, series: _Series, steps: np.ndarray, values: np.ndarray) -> None:
        series.smoother = series.smoother or Smoother(self._smoothing)
        series.smooth.extend(steps, series.smoother.extend(values))

    def _range(self) -> tuple[float, float]:
        drawn = [series for series in self._series.values() if series.low <= series.high]
        if self._log:
            positive = [series for series in drawn if series.low_positive < math.inf]
            low = min((series.low_positive for series in positive), default=0.1)
            high = max((series.high for series in positive), default=1.0)
            if high / low < 1.5:
                low, high = low / 1.5, high * 1.5
            return self._with_room(math.log10(low), math.log10(high))
        low = min((series.low for series in drawn), default=0.0)
        high = max((series.high for series in drawn), default=1.0)
        return self._with_room(low, high)

    def _with_room(self, low: float, high: float) -> tuple[float, float]:
        if high - low <= 1e-12 * max(abs(high), 1):
            low, high = low - 0.5, high + 0.5
        room = 0.05 * (high - low)
        # A quantity that is never negative does not need an axis that goes below zero.
        return (max(low - room, 0.0) if low >= 0 and not self._log else low - room), high + room

    def _steps(self) -> tuple[float, float]:
        firsts = [float(series.raw.steps.values[0]) for series in self._series.values() if len(series.raw)]
        lasts = [float(series.raw.steps.values[-1]) for series in self._series.values() if len(series.raw)]
        start = min(0.0, min(firsts, default=0.0))
        end = max([*lasts, *([self._end] if self._end is not None else [])], default=1.0)
        return start, max(end, start + 1)

    def _range_of(self, drawn: list[tuple[_Line | None, _Line]], start: float, end: float) -> tuple[float, float]:
        """The range of what can be seen of the lines between two steps."""
        parts = []
        for raw, line in drawn:
            steps, heights = raw or line
            parts.append(heights[(steps >= start) & (steps <= end) & np.isfinite(heights)])
        every = np.concatenate(parts) if parts else np.empty(0)
        return self._with_room(float(every.min()), float(every.max())) if len(every) else self._range()

    def _lines(self, series: _Series, start: float, end: float, width: int) -> tuple[_Line | None, _Line]:
        """The raw line, if there is a smoothed one over it, and the line itself, as steps and heights in the pane."""
        # A validation value is a mean over all of its examples already: smoothing would only make it late.
        if len(series.smooth) == 0 or series.role is Role.VALIDATION:
            return None, self._outline(series.raw, start, end, width)
        # A smoothed line is no thicker than its pen: a point every other pixel shows all of it, at a third of the cost.
        columns = width // 4 if len(series.smooth) > width else width
        return self._outline(series.raw, start, end, width), self._outline(series.smooth, start, end, columns)

    def _outline(self, line: Pyramid, start: float, end: float, columns: int) -> _Line:
        steps, heights = line.outline(columns, start, end)
        if self._log:
            with np.errstate(divide="ignore", invalid="ignore"):
                heights = np.where(heights > 0, np.log10(heights), np.nan)
        else:
            heights = np.where(np.isfinite(heights), heights, np.nan)
        return steps, heights

    def _draw_series(self, series: _Series, lines: tuple[_Line | None, _Line], width: int) -> None:
        raw, line = lines
        steps = series.raw.steps.values
        (start, end), _ = self.chart.pane.viewRange()
        many = int(np.searchsorted(steps, end) - np.searchsorted(steps, start)) > width
        series.raw_line.setVisible(raw is not None)
        if raw is not None:
            self._set_line(series.raw_line, raw, self._pen(series, 1, raw=True), many)
        dense = many and raw is None
        self._set_line(series.line, line, self._pen(series, 1 if dense else look.LINE_WIRE), dense)
        steps, heights = line
        there = np.concatenate(([False], np.isfinite(heights), [False]))
        # A value between two gaps is a line of no length; it is drawn as a dot.
        alone = there[1:-1] & ~there[:-2] & ~there[2:]
        series.dots.setVisible(bool(alone.any()))
        if alone.any():
            series.dots.setData(steps[alone], heights[alone], brush=self._colour(series))

    @staticmethod
    def _set_line(item: pg.PlotCurveItem, line: _Line, pen: QPen, dense: bool) -> None:
        steps, heights = line
        there = np.isfinite(heights)
        if not there.any():
            item.clear()
            return
        # Where min and max of each column are joined, smoothed edges cannot be seen and cost most of the time.
        item.setData(steps, heights, pen=pen, antialias=not dense, skipFiniteCheck=bool(there.all()))

    def _colour(self, series: _Series) -> str:
        colours = self.theme.series
        return colours[series.look_index() % len(colours)]

    def _pen(self, series: _Series, width: float, raw: bool = False) -> QPen:
        theme, index = self.theme, series.look_index()
        return _pen_of(self._colour(series), theme.raised, theme.dashes[index % len(theme.dashes)], width, raw)

    def _draw_marks(self) -> None:
        for name in [name for name in self._mark_items if name not in self._marks]:
            self._drop_marks(name)
        pane = self.chart.pane
        across, up = pane.viewPixelSize()
        for name, (step, text) in self._marks.items():
            if name not in self._mark_items:
                pen = pg.mkPen(self._colour(self._series[name]), width=2)
                ring = pg.ScatterPlotItem(size=9, pen=pen, brush=self.theme.raised, antialias=True)
                ground = QColor(self.theme.raised)
                # Words are readable over a line, and the line can still be seen under them.
                ground.setAlphaF(0.7)
                words = pg.TextItem(color=self.theme.text, fill=ground)
                words.setFont(look.number_font(look.TEXT_HINT))
                self._mark_items[name] = ring, words
                for item in (ring, words):
                    item.setZValue(20)
                    self.chart.draw(item)
            ring, words = self._mark_items[name]
            shown = (step, self.text(text), self.value(name, step), self._log, pane.viewRange(), across)
            if self._mark_shown.get(name) == shown:
                continue
            self._mark_shown[name] = shown
            value = self.value(name, step)
            if not math.isfinite(value) or (self._log and value <= 0):
                ring.clear()
                words.hide()
                continue
            height = math.log10(value) if self._log else value
            ring.setData([step], [height])
            words.setText(self.text(text))
            (left, right), (bottom, top) = pane.viewRange()
            half = words.boundingRect().width() / 2 * across if across else 0
            # Words stay inside the pane: beside its edges they move off the middle, at its top below the ring.
            side = 0.5 + min(max((left - step + half) / (2 * half), 0), 0.5) * -1 if half else 0.5
            side += min(max((step + half - right) / (2 * half), 0), 0.5) if half else 0
            tall = 1.3 * words.boundingRect().height() * up if up else 0.14 * (top - bottom)
            words.setAnchor((side, -0.3 if height > top - tall else 1.25))
            words.setPos(step, height)
            words.setVisible(left <= step <= right)

    def _drop_marks(self, *names: str) -> None:
        for name in names or list(self._mark_items):
            self._mark_shown.pop(name, None)
            for item in self._mark_items.pop(name):
                self.chart.plotItem.removeItem(item)

    def _draw_legend(self) -> None:
        entries = [
            Entry(
                self.text(series.label),
                self._pen(series, look.LINE_WIRE),
                short_number(self.value(series.name, self._present if self._hover is None else self._hover)),
            )
            for series in self._series.values()
        ]
        self._legend.set_entries(entries, self.theme)

    # -- the mouse ---------------------------------------------------------------------------------------------------

    def hovered(self, place: QPointF | None) -> None:
        """Show the values of the step under the mouse; the present ones when it has gone."""
        step = None if place is None else float(round(place.x()))
        if step != self._hover:
            self._hover = step
            super().changed()


@lru_cache(maxsize=256)
def _pen_of(colour: str, ground: str, dash: tuple[float, ...], width: float, raw: bool) -> QPen:
    """The pen of a line; a raw line lies faintly under its smoothed one."""
    if raw:
        return pg.mkPen(look.tint(colour, ground, _RAW_SHARE), width=1)
    # Qt counts dashes in pen widths, the theme in pixels.
    return pg.mkPen(colour, width=width, dash=[part / width for part in dash] if dash else None)
