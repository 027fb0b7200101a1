"""Lines and points over any axis: a forecast beside the truth, a function with its slope, errors under a threshold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.legend import Entry, Legend
from widgets.plots.plot import Plot, Table, Text

_SYMBOLS = ("o", "s", "t1", "d", "+", "t", "star")


class Drawn(StrEnum):
    """How a row of numbers is drawn."""

    LINE = "line"
    POINTS = "points"
    STEPS = "steps"
    GUIDE = "guide"


@dataclass(frozen=True)
class DrawnLine:
    """Numbers ``y`` (n) over ``x`` (n) under a name; ``STEPS`` are the columns of a histogram, ``x`` (n + 1) their
    edges. A ``GUIDE`` is a thin line to compare with, without a place in the legend. ``look`` chooses colour and dash.
    """

    name: str
    x: np.ndarray
    y: np.ndarray
    drawn: Drawn = Drawn.LINE
    look: int = 0


class LinesPlot(Plot):
    """Rows of numbers over one axis, with a legend, and a mark across that may be moved with the mouse."""

    markMoved = Signal(float)  # noqa: N815, a signal is named as Qt names its own
    """The mark was dragged to this place of the axis across."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "bottom"), grid="left"), parent, zoom=True)
        self._lines: tuple[DrawnLine, ...] = ()
        self._axes: tuple[Text, Text] = ("", "")
        self._limits: tuple[tuple[float, float] | None, tuple[float, float] | None] = (None, None)
        self._items: list[pg.GraphicsObject] = []
        self._mark = pg.InfiniteLine(angle=90, movable=True)
        self._mark.setZValue(30)
        self._mark.setCursor(Qt.CursorShape.SizeHorCursor)
        self._mark.hide()
        self._mark.sigDragged.connect(self._dragged)
        self.chart.draw(self._mark)
        self._legend = Legend()
        self.column.insertWidget(0, self._legend)
        self.setMinimumSize(120, 96)
        self.setAccessibleName(tr("Lines"))
        self.retranslate()

    def set_lines(
        self,
        lines: Sequence[DrawnLine],
        across: tuple[float, float] | None = None,
        up: tuple[float, float] | None = None,
    ) -> None:
        """Show these; ``across`` and ``up`` are the ends of the axes, without them those of the numbers.

        Raises ValueError when the two rows of a line do not belong together.
        """
        for line in lines:
            if len(line.x) != len(line.y) + (line.drawn is Drawn.STEPS):
                raise ValueError(f"{line.name} has {len(line.x)} places for {len(line.y)} numbers.")
        self._lines, self._limits = tuple(lines), (across, up)
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def set_axes(self, across: Text, up: Text) -> None:
        """Name what is counted along the axes."""
        self._axes = (across, up)
        self.changed()

    def set_mark(self, place: float | None) -> None:
        """Put the mark across at a place, or take it away; emits nothing."""
        self._mark.setVisible(place is not None)
        if place is not None:
            self._mark.setPos(place)

    @property
    def mark(self) -> float | None:
        """Where the mark stands."""
        return float(self._mark.value()) if self._mark.isVisible() else None

    def clear(self) -> None:
        """Show nothing."""
        self.set_mark(None)
        self.set_lines(())

    def is_empty(self) -> bool:
        """Whether there is no line with a number."""
        return not any(len(line.y) for line in self._lines)

    def values_table(self) -> Table:
        """One row for each number: the line it belongs to, its place, itself."""
        rows: list[tuple[str | float, ...]] = []
        for line in self._lines:
            x = (line.x[:-1] + line.x[1:]) / 2 if line.drawn is Drawn.STEPS else line.x
            rows += [(line.name, float(at), float(value)) for at, value in zip(x, line.y, strict=True)]
        return Table((tr("name"), self.text(self._axes[0]) or tr("position"), tr("value")), rows)

    def summary(self) -> str:
        """The lines, each with its ends."""
        return "; ".join(
            tr("{name}: from {low} to {high}", name=line.name, low=short_number(float(np.nanmin(line.y))),
               high=short_number(float(np.nanmax(line.y))))
            for line in self._lines if np.isfinite(line.y).any() and line.drawn is not Drawn.GUIDE
        )  # fmt: skip

    def limits(self) -> tuple[tuple[float, float], tuple[float, float]]:
        """The ends of both axes."""
        ends = []
        for axis, chosen in enumerate(self._limits):
            if chosen is not None:
                ends.append(chosen)
                continue
            values = np.concatenate([(line.y if axis else line.x).astype(float) for line in self._lines])
            values = values[np.isfinite(values)]
            low, high = (float(values.min()), float(values.max())) if len(values) else (0.0, 1.0)
            room = 0.05 * (high - low) or 0.5
            counts = axis == 1 and any(line.drawn is Drawn.STEPS for line in self._lines)
            ends.append((low if axis == 0 else 0.0 if counts else low - room, high if axis == 0 else high + room))
        (left, right), up = ends
        return (left, right if right > left else left + 1), up

    def refresh(self) -> None:
        """Draw the lines, the mark and the legend."""
        self._draw_legend()
        self.column.activate()
        self.chart.axes["bottom"].set_title(self.text(self._axes[0]))
        self.chart.axes["left"].set_title(self.text(self._axes[1]))
        self.set_range(*self.limits())
        self.chart.fit()
        for item in self._items:
            self.chart.plotItem.removeItem(item)
        self._items = [self._item(line) for line in self._lines if len(line.y)]
        for item in self._items:
            self.chart.draw(item)
        self._mark.setPen(pg.mkPen(self.theme.accent, width=look.LINE_WIRE))
        self._mark.setHoverPen(pg.mkPen(self.theme.accent, width=2 * look.LINE_WIRE))

    def _item(self, line: DrawnLine) -> pg.GraphicsObject:
        colour = self._colour(line)
        if line.drawn is Drawn.POINTS:
            pen = pg.mkPen(self.theme.raised, width=1)
            symbol = _SYMBOLS[line.look % len(_SYMBOLS)]
            size = 8 if len(line.y) <= 100 else 6
            return pg.ScatterPlotItem(line.x, line.y, symbol=symbol, size=size, pen=pen, brush=colour, antialias=True)
        if line.drawn is Drawn.STEPS:
            ground = QColor(colour)
            ground.setAlphaF(0.35)
            return pg.PlotCurveItem(
                line.x, line.y, stepMode="center", fillLevel=0, brush=ground, pen=self._pen(line), antialias=False
            )
        return pg.PlotCurveItem(line.x, line.y, pen=self._pen(line), antialias=True, connect="finite")

    def _colour(self, line: DrawnLine) -> str:
        series = self.theme.series
        return self.theme.edge if line.drawn is Drawn.GUIDE else series[line.look % len(series)]

    def _pen(self, line: DrawnLine) -> pg.QtGui.QPen:
        if line.drawn is Drawn.GUIDE:
            return pg.mkPen(self.theme.edge, width=1)
        dash = self.theme.dashes[line.look % len(self.theme.dashes)]
        width = look.LINE_WIRE
        return pg.mkPen(self._colour(line), width=width, dash=[part / width for part in dash] if dash else None)

    def _draw_legend(self) -> None:
        entries = []
        for line in self._lines:
            if line.drawn is Drawn.GUIDE or not line.name:
                continue
            if line.drawn is Drawn.POINTS:
                symbol = _SYMBOLS[line.look % len(_SYMBOLS)]
                entries.append(Entry(line.name, pg.mkPen(self.theme.raised), symbol=symbol, fill=self._colour(line)))
            else:
                entries.append(Entry(line.name, self._pen(line)))
        self._legend.set_entries(entries, self.theme)
        self._legend.setVisible(bool(entries))

    def hovered(self, place: QPointF | None) -> None:
        """Read the lines at the place of the mouse."""
        if place is None:
            self.say("")
            return
        words = []
        for line in self._lines:
            if line.drawn is Drawn.GUIDE or not len(line.y):
                continue
            if line.drawn is Drawn.STEPS:
                found = int(np.clip(np.searchsorted(line.x, place.x(), side="right") - 1, 0, len(line.y) - 1))
            else:
                found = int(np.abs(line.x - place.x()).argmin())
            words.append(f"{line.name} {short_number(float(line.y[found]))}")
        self.say(f"{short_number(place.x())}: {', '.join(words)}")

    @Slot(object)
    def _dragged(self, mark: pg.InfiniteLine) -> None:
        self.markMoved.emit(float(mark.value()))
