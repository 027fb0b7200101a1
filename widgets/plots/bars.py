"""Horizontal bars by name: the present gradient norm of each node, on a log axis."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart, Hatch
from widgets.plots.plot import Plot, Table

_ROW = 30
"""How high the row of a bar is at most, in pixels."""


class BarPlot(Plot):
    """One bar per name on a log axis, its number beside it. Zero has no bar and says so; NaN is hatched."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "bottom", "right"), grid="bottom"), parent)
        self._values: dict[str, float] = {}
        self._limits: tuple[float, float] | None = None
        self._bars, self._hatch = pg.BarGraphItem(x0=[], y=[], width=[], height=0.6, pen=None), Hatch()
        self.chart.draw(self._bars)
        self.chart.draw(self._hatch)
        self.chart.pane.invertY(True)
        self.chart.axes["bottom"].log = True
        self.setAccessibleName(tr("Bars"))
        self.retranslate()

    def set_values(self, values: Mapping[str, float], limits: tuple[float, float] | None = None) -> None:
        """Show one number per name, in this order.

        ``limits`` are the ends of the axis, both above zero; without them, the powers of ten around the values.
        """
        if limits is not None and not 0 < limits[0] < limits[1]:
            raise ValueError(f"A log axis needs 0 < low < high; got {limits}.")
        self._values = {name: float(value) for name, value in values.items()}
        self._limits = limits
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._values = {}
        self.retranslate()

    def is_empty(self) -> bool:
        """Whether there is no bar."""
        return not self._values

    def values_table(self) -> Table:
        """Names and values."""
        return Table((tr("name"), tr("value")), list(self._values.items()))

    def summary(self) -> str:
        """Every name with its number."""
        return ", ".join(f"{name} {short_number(value)}" for name, value in self._values.items())

    def limits(self) -> tuple[float, float]:
        """The ends of the axis."""
        if self._limits is not None:
            return self._limits
        positive = [value for value in self._values.values() if math.isfinite(value) and value > 0]
        if not positive:
            return 0.1, 1.0
        low = 10.0 ** math.floor(math.log10(min(positive)) - 0.3)
        return low, max(10.0 ** math.ceil(math.log10(max(positive))), 10 * low)

    def refresh(self) -> None:
        """Set the bars, their names at the left and their numbers at the right."""
        count, axes = len(self._values), self.chart.axes
        axes["left"].names = tuple(self._values)
        axes["right"].names = tuple(short_number(value) for value in self._values.values())
        low, high = (math.log10(end) for end in self.limits())
        self.chart.fit()
        # Few bars are not blown up to fill the height.
        self.set_range((low, high), (0, max(count, self.chart.pane.height() / _ROW)))
        self.chart.fit()
        values = np.array(list(self._values.values()), dtype=float)
        ends = np.full(count, low)
        there = np.isfinite(values) & (values > 0)
        # A value below the axis keeps a sliver, so that it differs from zero.
        sliver = 2 * (high - low) / max(self.chart.pane.width(), 1)
        ends[there] = np.clip(np.log10(values[there]), low + sliver, high)
        shares = (ends - low) / (high - low)
        # The ramp of the wires: stronger is further from the background, so bar and wire of a node agree.
        table = look.colormap("gradient", self.theme)
        brushes = [QColor(*table[int(share * 255)].tolist()) for share in shares]
        self._bars.setOpts(
            x0=np.full(count, low), width=ends - low, y=np.arange(count) + 0.5, height=0.62, brushes=brushes, pen=None
        )
        holes = np.flatnonzero(~np.isfinite(values)).tolist()
        self._hatch.set_places([QRectF(low, row + 0.19, high - low, 0.62) for row in holes], self.theme)

    def dress(self) -> None:
        """Take the colours of the scheme; names and numbers are read, so they are darker than the axis."""
        super().dress()
        self.chart.axes["left"].dress(self.theme, look.TEXT_SECONDARY, ink=self.theme.text)
        self.chart.axes["right"].dress(self.theme, look.TEXT_SECONDARY, look.SEMIBOLD, self.theme.text)
