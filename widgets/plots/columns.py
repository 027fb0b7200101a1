"""Upright bars along an axis of numbers: the numbers of a vector, a histogram."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table


class ColumnPlot(Plot):
    """Bars that stand on zero, side by side from ``edges[0]`` to ``edges[-1]``."""

    def __init__(self, parent: QWidget | None = None, *, upright: bool = True):
        super().__init__(Chart(("left", "bottom") if upright else ("bottom",), grid="left" if upright else ""), parent)
        self._values = np.empty(0)
        self._edges = np.zeros(1)
        self._limits: tuple[float, float] | None = None
        self._bars = pg.BarGraphItem(x0=[], y0=[], width=[], height=[], pen=None)
        self.chart.draw(self._bars)
        self.setMinimumSize(80, 56)
        self.setAccessibleName(tr("Bars"))
        self.retranslate()

    def set_values(
        self, values: np.ndarray, edges: np.ndarray | None = None, limits: tuple[float, float] | None = None
    ) -> None:
        """Show ``values`` (n) over ``edges`` (n + 1), without which they are counted from 0.

        ``limits`` are the ends of the upright axis; without them, those of the values with zero.
        """
        self._values = np.array(values, dtype=float)
        self._edges = np.arange(len(self._values) + 1.0) - 0.5 if edges is None else np.array(edges, dtype=float)
        if self._edges.shape != (len(self._values) + 1,):
            raise ValueError(f"{len(self._values)} bars need one edge more; there are {len(self._edges)}.")
        self._limits = limits
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_values(np.empty(0))

    def is_empty(self) -> bool:
        """Whether there is no bar."""
        return len(self._values) == 0

    def values_table(self) -> Table:
        """Middle and height of each bar."""
        middles = (self._edges[:-1] + self._edges[1:]) / 2
        return Table((tr("position"), tr("value")), list(zip(middles.tolist(), self._values.tolist(), strict=True)))

    def summary(self) -> str:
        """How many bars, and between which values."""
        return tr(
            "{count} bars, values from {low} to {high}",
            count=len(self._values), low=short_number(float(np.min(self._values))),
            high=short_number(float(np.max(self._values))),
        )  # fmt: skip

    def refresh(self) -> None:
        """Draw the bars."""
        finite = self._values[np.isfinite(self._values)]
        low, high = self._limits or (min(0.0, *finite, 0.0), max(0.0, *finite, 0.0))
        if high <= low:
            high = low + 1.0
        room = 0.06 * (high - low)
        left, right = float(self._edges[0]), float(self._edges[-1])
        self.set_range((left, right if right > left else left + 1), (low - (room if low < 0 else 0), high + room))
        self.chart.fit()
        widths = np.diff(self._edges)
        self._bars.setOpts(
            x0=self._edges[:-1] + 0.06 * widths, width=0.88 * widths, y0=np.zeros(len(self._values)),
            height=np.nan_to_num(self._values, nan=0.0, posinf=high, neginf=low), brush=self.theme.series[0], pen=None,
        )  # fmt: skip

    def hovered(self, place: QPointF | None) -> None:
        """Read the bar under the mouse."""
        if place is None:
            self.say("")
            return
        found = int(np.clip(np.searchsorted(self._edges, place.x(), side="right") - 1, 0, len(self._values) - 1))
        middle = float(self._edges[found] + self._edges[found + 1]) / 2
        self.say(f"{short_number(middle)}: {short_number(float(self._values[found]))}")
