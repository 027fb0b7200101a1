"""A plane that was bent: the lines of its grid where a layer puts them, and the examples by class among them."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.plane import PlanePlot

LINES = 9
"""How many lines of the grid are drawn each way."""


class BentPlot(PlanePlot):
    """Points by class over a bent grid, and a row of dots where the answer changes."""

    def __init__(self, parent: QWidget | None = None):
        self._grid = np.empty((0, 0, 2))
        self._border = np.empty((0, 2))
        super().__init__(parent)
        self._curves = [pg.PlotCurveItem(connect="finite") for _ in range(2)]
        self._dots = pg.ScatterPlotItem(pxMode=True, size=4, pen=None)
        for height, item in enumerate((*self._curves, self._dots)):
            item.setZValue(-5 + height)
            self.chart.draw(item)
        self.setAccessibleName(tr("Bent grid"))

    def set_grid(self, grid: np.ndarray, border: np.ndarray) -> None:
        """Show where a grid (rows, columns, 2) was put, and ``border`` (n, 2), dots where the answer changes.

        Raises ValueError when the grid has another shape.
        """
        grid = np.array(grid, dtype=float)
        if grid.ndim != 3 or grid.shape[2] != 2:
            raise ValueError(f"A bent grid has rows, columns and two numbers a place; this one has {grid.shape}.")
        self._grid, self._border = grid, np.array(border, dtype=float).reshape(-1, 2)
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._grid, self._border = np.empty((0, 0, 2)), np.empty((0, 2))
        super().clear()

    def is_empty(self) -> bool:
        """Whether there is neither a grid nor a point."""
        return not self._grid.size and super().is_empty()

    def refresh(self) -> None:
        """Place the grid, then the points over it."""
        every = np.concatenate([self._grid.reshape(-1, 2), self._points])
        low, high = every.min(0), every.max(0)
        room = np.maximum(0.06 * (high - low), 1e-6)
        self._extent = (low[0] - room[0], high[0] + room[0], low[1] - room[1], high[1] + room[1])
        super().refresh()
        ink = QColor(self.theme.muted)
        ink.setAlphaF(0.75)
        for curve, grid in zip(self._curves, (self._grid, self._grid.transpose(1, 0, 2)), strict=True):
            if not grid.size:
                curve.clear()
                continue
            chosen = np.linspace(0, len(grid) - 1, min(LINES, len(grid))).round().astype(int)
            lines = np.concatenate([grid[chosen], np.full((len(chosen), 1, 2), np.nan)], 1).reshape(-1, 2)
            curve.setData(lines[:, 0], lines[:, 1], pen=pg.mkPen(ink, width=look.LINE), antialias=True)
        self._dots.setData(self._border[:, 0], self._border[:, 1], brush=self.theme.text)
