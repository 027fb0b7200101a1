"""Signed bars by name about a common zero: what counts for an answer and what against it, what hurts and what helps."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table

_ROW = 26
"""How high the row of a bar is at most, in pixels."""


class WorthPlot(Plot):
    """One bar from zero to the right or the left for each name, its number beside it."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "bottom", "right"), grid="bottom"), parent)
        self._values: dict[str, float] = {}
        self._bars = pg.BarGraphItem(x0=[], y=[], width=[], height=0.6, pen=None)
        self._zero = pg.InfiniteLine(0, angle=90)
        self.chart.draw(self._bars)
        self.chart.draw(self._zero)
        self.chart.pane.invertY(True)
        self.setMinimumSize(120, 80)
        self.setAccessibleName(tr("Bars about zero"))
        self.retranslate()

    def set_values(self, values: Mapping[str, float]) -> None:
        """Show one number for each name, in this order."""
        self._values = {name: float(value) for name, value in values.items()}
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_values({})

    def is_empty(self) -> bool:
        """Whether there is no bar."""
        return not self._values

    def values_table(self) -> Table:
        """Names and values."""
        return Table((tr("name"), tr("value")), list(self._values.items()))

    def summary(self) -> str:
        """The names with the largest numbers."""
        order = sorted(self._values, key=lambda name: -abs(self._values[name]))
        return ", ".join(f"{name} {short_number(self._values[name])}" for name in order[:20])

    def refresh(self) -> None:
        """Set the bars; where there is no room for every name, as many as can be read, from the top."""
        room = max(1, int(max(self.chart.pane.height(), 1) / 15))
        shown = list(self._values.items())[:room]
        axes = self.chart.axes
        axes["left"].names = tuple(name for name, _ in shown)
        axes["right"].names = tuple(short_number(value) for _, value in shown)
        values = np.nan_to_num(np.array([value for _, value in shown], dtype=float))
        low, high = min(0.0, *values.tolist(), 0.0), max(0.0, *values.tolist(), 0.0)
        if low == high:
            low, high = -1.0, 1.0
        spare = 0.04 * (high - low)
        self.chart.fit()
        self.set_range((low - spare, high + spare), (0, max(len(shown), self.chart.pane.height() / _ROW)))
        self.chart.fit()
        table = look.colormap("diverging", self.theme)
        brushes = [QColor(*table[224 if value >= 0 else 31].tolist()) for value in values]
        self._bars.setOpts(
            x0=np.minimum(values, 0), y=np.arange(len(shown)) + 0.5, width=np.abs(values), height=0.62,
            brushes=brushes, pen=None,
        )  # fmt: skip
        self._zero.setPen(pg.mkPen(self.theme.edge, width=look.LINE))

    def dress(self) -> None:
        """Take the colours of the scheme; names and numbers are read, so they are darker than the axis."""
        super().dress()
        self.chart.axes["left"].dress(self.theme, look.TEXT_SECONDARY, ink=self.theme.text)
        self.chart.axes["right"].dress(self.theme, look.TEXT_SECONDARY, look.SEMIBOLD, self.theme.text)
