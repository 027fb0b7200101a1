"""Curves over training steps: loss, accuracy, gradient norms. A million points draw as fast as a thousand."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import linear_ticks, log_ticks, short_number, tick_number
from widgets.plots.decimation import Pyramid, Smoother
from widgets.plots.plot import Plot, Table, Text, polygon, text_width

_ALIGN = Qt.AlignmentFlag
_LEGEND_ROW, _LEGEND_ROWS, _AXIS_HEIGHT = 22, 3, 22
_RAW_SHARE = 0.28


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

    def look_index(self) -> int:
        return {Role.TRAINING: 0, Role.VALIDATION: 1}.get(self.role, self.index)


class CurvePlot(Plot):
    """Several named series over one axis of steps; their present values stand in the legend, not on the lines.

    Moving the mouse over the plot shows the values of that step in the legend. NaN leaves a gap.
    """

    def __init__(self, parent: QWidget | None = None, *, log: bool = False, smoothing: float = 0.0):
        super().__init__(parent)
        self._series: dict[str, _Series] = {}
        self._marks: dict[str, tuple[float, Text]] = {}
        self._log = log
        self._smoothing = smoothing
        self._end: float | None = None
        self._present: float | None = None
        self._hover: float | None = None
        self._plot_area = QRectF()
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Curves"))

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
        self._series.clear()
        self._marks.clear()
        self._present = self._hover = None
        self.retranslate()

    def set_style(self, name: str, role: Role | str = Role.OTHER, label: Text | None = None) -> None:
        """Say what a series is and how it is called; a validation series is dashed."""
        series = self._of(name)
        series.role = Role(role)
        if label is not None:
            series.label = label
        self.changed()

    def set_log(self, log: bool) -> None:
        """Choose a log axis; values that are not positive are left out of it."""
        self._log = log
        self.update()

    def set_smoothing(self, weight: float) -> None:
        """Smooth exponentially with this weight, from 0 (not at all) to below 1; the raw line stays, faintly."""
        self._smoothing = weight
        for series in self._series.values():
            series.smooth, series.smoother = Pyramid(), None
            if weight:
                self._smooth(series, series.raw.steps.values, series.raw.values.values)
        self.update()

    def set_end(self, step: float | None) -> None:
        """The step the axis reaches to, usually the planned end; None lets it grow with the values."""
        self._end = step
        self.changed()

    def set_present(self, step: float | None) -> None:
        """The step of the thin accent line; None draws none."""
        self._present = step
        self.changed()

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

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the legend, the axes, the lines, the marks and the present step."""
        low, high = self._range()
        ticks = (log_ticks if self._log else linear_ticks)(low, high, max(int(area.height() / 34), 2))
        gutter = max(text_width([tick_number(tick) for tick in ticks]) + 14, 30)
        legend = self._paint_legend(painter, area)
        plot = area.adjusted(gutter, legend + 8, -12, -_AXIS_HEIGHT)
        self._plot_area = plot
        if plot.width() < 20 or plot.height() < 20:
            return
        start, end = self._steps()
        self._paint_axes(painter, plot, ticks, low, high, start, end)
        painter.save()
        painter.setClipRect(plot.adjusted(-1, -3, 1, 3))
        for series in self._series.values():
            self._paint_series(painter, plot, series, low, high, start, end)
        painter.restore()
        self._paint_marks(painter, plot, low, high, start, end)

    def _of(self, name: str) -> _Series:
        if name not in self._series:
            smoother = Smoother(self._smoothing) if self._smoothing else None
            self._series[name] = _Series(name, len(self._series), name, smoother=smoother)
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
            room = (high / low) ** 0.05
            return low / room, high * room
        low = min((series.low for series in drawn), default=0.0)
        high = max((series.high for series in drawn), default=1.0)
        if high - low <= 1e-12 * max(abs(high), 1):
            low, high = low - 0.5, high + 0.5
        room = 0.05 * (high - low)
        # A quantity that is never negative does not need an axis that goes below zero.
        return (max(low - room, 0.0) if low >= 0 else low - room), high + room

    def _steps(self) -> tuple[float, float]:
        firsts = [float(series.raw.steps.values[0]) for series in self._series.values() if len(series.raw)]
        lasts = [float(series.raw.steps.values[-1]) for series in self._series.values() if len(series.raw)]
        start = min(0.0, min(firsts, default=0.0))
        end = max([*lasts, *([self._end] if self._end is not None else [])], default=1.0)
        return start, max(end, start + 1)

    def _y(self, values: np.ndarray, plot: QRectF, low: float, high: float) -> np.ndarray:
        if self._log:
            with np.errstate(divide="ignore", invalid="ignore"):
                values = np.where(values > 0, np.log10(values), np.nan)
            low, high = math.log10(low), math.log10(high)
        return plot.bottom() - (values - low) / (high - low) * plot.height()

    @staticmethod
    def _x(steps: np.ndarray, plot: QRectF, start: float, end: float) -> np.ndarray:
        return plot.left() + (steps - start) / (end - start) * plot.width()

    def _paint_axes(
        self, painter: QPainter, plot: QRectF, ticks: list[float], low: float, high: float, start: float, end: float
    ) -> None:
        painter.setPen(QPen(QColor(self.theme.line), look.LINE))
        heights = [round(float(y)) + 0.5 for y in self._y(np.array(ticks, dtype=float), plot, low, high)]
        for y in heights:
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        for tick, y in zip(ticks, heights, strict=True):
            box = QRectF(0, y - 8, plot.left() - 8, 16)
            self.label(painter, box, tick_number(tick), _ALIGN.AlignRight | _ALIGN.AlignVCenter)
        last = tick_number(end)
        right = plot.right() - text_width([last]) / 2
        for step in linear_ticks(start, end, max(int(plot.width() / 80), 1)):
            x = float(self._x(np.array(step), plot, start, end))
            # The planned end is written exactly, so a round number close to it gives way.
            if step < end and x + text_width([tick_number(step)]) / 2 + 10 > right - text_width([last]) / 2:
                continue
            self._step_label(painter, plot, x, tick_number(step))
        self._step_label(painter, plot, plot.right(), last)

    def _step_label(self, painter: QPainter, plot: QRectF, x: float, text: str) -> None:
        width = text_width([text]) + 4
        left = min(x - width / 2, plot.right() + 12 - width)
        self.label(painter, QRectF(left, plot.bottom() + 6, width, 16), text, _ALIGN.AlignHCenter | _ALIGN.AlignTop)

    def _pen(self, series: _Series, width: float, raw: bool = False) -> QPen:
        theme = self.theme
        index = series.look_index()
        colour = theme.series[index % len(theme.series)]
        if raw:
            return QPen(QColor(look.tint(colour, theme.raised, _RAW_SHARE)), 1)
        pen = QPen(QColor(colour), width)
        dash = theme.dashes[index % len(theme.dashes)]
        if dash:
            # Qt counts dashes in pen widths, the theme in pixels.
            pen.setDashPattern([part / width for part in dash])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        return pen

    def _paint_series(
        self, painter: QPainter, plot: QRectF, series: _Series, low: float, high: float, start: float, end: float
    ) -> None:
        # A validation value is a mean over all of its examples already: smoothing would only make it late.
        smooth = len(series.smooth) > 0 and series.role is not Role.VALIDATION
        many = len(series.raw) > plot.width()
        if smooth:
            self._paint_line(
                painter, plot, series.raw, self._pen(series, 1, raw=True), low, high, start, end, dense=many
            )
        shown = series.smooth if smooth else series.raw
        dense = many and not smooth
        pen = self._pen(series, 1 if dense else look.LINE_WIRE)
        self._paint_line(painter, plot, shown, pen, low, high, start, end, dense=dense)

    def _paint_line(
        self,
        painter: QPainter,
        plot: QRectF,
        line: Pyramid,
        pen: QPen,
        low: float,
        high: float,
        start: float,
        end: float,
        dense: bool,
    ) -> None:
        # A smoothed line is no thicker than its pen: a point every other pixel shows all of it, at a third of the cost.
        steps, values = line.outline(
            int(plot.width()) if dense or len(line) < plot.width() else int(plot.width() / 4), start, end
        )
        xs, ys = self._x(steps, plot, start, end), self._y(values, plot, low, high)
        # Where min and max of each column are joined, smoothed edges cannot be seen and cost most of the time.
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, not dense)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        there = np.isfinite(ys)
        if there.all():
            painter.drawPolyline(polygon(xs, ys))
        else:
            edges = np.flatnonzero(np.diff(np.concatenate(([False], there, [False])).astype(np.int8)))
            for first, stop in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
                if stop - first == 1:
                    painter.drawPoint(QPointF(xs[first], ys[first]))
                else:
                    painter.drawPolyline(polygon(xs[first:stop], ys[first:stop]))
        if len(xs) == 1 and there[0]:
            painter.setBrush(pen.color())
            painter.drawEllipse(QPointF(xs[0], ys[0]), 2, 2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, True)

    def _paint_marks(self, painter: QPainter, plot: QRectF, low: float, high: float, start: float, end: float) -> None:
        theme = self.theme
        for step, colour in ((self._present, theme.accent), (self._hover, theme.edge)):
            if step is not None and start <= step <= end:
                x = round(float(self._x(np.array(step), plot, start, end))) + 0.5
                painter.setPen(QPen(QColor(colour), 1))
                painter.drawLine(QPointF(x, plot.top() - 4), QPointF(x, plot.bottom() + 3))
        for name, (step, text) in self._marks.items():
            value = self.value(name, step)
            y = float(self._y(np.array(value), plot, low, high))
            if not math.isfinite(y):
                continue
            x = float(self._x(np.array(step), plot, start, end))
            painter.setPen(QPen(self._pen(self._series[name], 2).color(), 2))
            painter.setBrush(QColor(theme.raised))
            painter.drawEllipse(QPointF(x, y), 4.5, 4.5)
            words = self.text(text)
            width = text_width([words]) + 6
            left = min(max(x - width / 2, plot.left()), plot.right() - width)
            box = QRectF(left, y - 25 if y - 25 > plot.top() - 6 else y + 8, width, 16)
            painter.fillRect(box, QColor(theme.raised))
            self.label(painter, box, words, _ALIGN.AlignCenter, theme.text)

    def _paint_legend(self, painter: QPainter, area: QRectF) -> float:
        """Draw the legend over as many rows as it needs and return its height."""
        x, top = area.left() + 4, area.top()
        align = _ALIGN.AlignLeft | _ALIGN.AlignVCenter
        for series in self._series.values():
            name, number = self.text(series.label), short_number(self.value(series.name, self._hover))
            name_width = text_width([name], look.TEXT_SECONDARY) + 2
            # Room for the widest number, so that the legend does not move while it counts.
            number_width = max(text_width([number], look.TEXT_SECONDARY, look.SEMIBOLD), 46) + 2
            if x + 35 + name_width + number_width > area.right() and x > area.left() + 4:
                if top + _LEGEND_ROW >= area.top() + _LEGEND_ROWS * _LEGEND_ROW:
                    self.label(painter, QRectF(x, top, 24, _LEGEND_ROW), "…", align)
                    break
                x, top = area.left() + 4, top + _LEGEND_ROW
            middle = top + _LEGEND_ROW / 2
            painter.setPen(self._pen(series, look.LINE_WIRE))
            painter.drawLine(QPointF(x, middle), QPointF(x + 22, middle))
            box = QRectF(x + 29, top, name_width, _LEGEND_ROW)
            self.label(painter, box, name, align, size=look.TEXT_SECONDARY)
            box = QRectF(box.right() + 6, top, number_width, _LEGEND_ROW)
            self.label(painter, box, number, align, self.theme.text, look.TEXT_SECONDARY, look.SEMIBOLD)
            x = box.right() + 10
        return top + _LEGEND_ROW - area.top()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the values of the step under the mouse."""
        plot = self._plot_area
        if plot.contains(event.position()):
            start, end = self._steps()
            self._hover = round(start + (event.position().x() - plot.left()) / plot.width() * (end - start))
        else:
            self._hover = None
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Show the present values again."""
        self._hover = None
        self.update()
        super().leaveEvent(event)
