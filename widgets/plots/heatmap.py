"""A table of numbers as a picture: attention, weights, norms per node and step."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart, Hatch
from widgets.plots.legend import ColourBar
from widgets.plots.plot import Plot, Table

_MOST_HATCHED = 4000


def shrink(values: np.ndarray, rows: int, columns: int) -> np.ndarray:
    """Average an array (H, W) down to at most ``rows`` x ``columns``; a place with a NaN in it stays NaN."""
    for axis, most in ((0, max(rows, 1)), (1, max(columns, 1))):
        length = values.shape[axis]
        if length > most:
            edges = np.linspace(0, length, most, endpoint=False).astype(int)
            sums = np.add.reduceat(values, edges, axis=axis)
            counts = np.diff(np.append(edges, length))
            values = sums / (counts[:, None] if axis == 0 else counts[None, :])
    return values


def shades(values: np.ndarray, low: float, high: float) -> np.ndarray:
    """Numbers (H, W) to places in a colour map, uint8 (H, W) from 0 at ``low`` to 255; no number gets an end."""
    span = high - low if high > low else 1.0
    index = np.nan_to_num((values - low) * (255.0 / span), nan=0.0, posinf=255.0, neginf=0.0)
    return np.clip(index + 0.5, 0, 255).astype(np.uint8)


class HeatMap(Plot):
    """A 2-D array as one picture, with names of rows and columns and a colour bar; the mouse reads, zooms and moves."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(), parent, zoom=True)
        self._values = np.empty((0, 0))
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._map = "sequential"
        self._limits: tuple[float, float] | None = None
        self._image, self._hatch = pg.ImageItem(), Hatch()
        self.chart.draw(self._image)
        self.chart.draw(self._hatch)
        self.chart.pane.invertY(True)
        self._bar = ColourBar()
        self.row.addWidget(self._bar)
        self.setAccessibleName(tr("Heat map"))
        self.retranslate()

    def set_values(
        self,
        values: np.ndarray,
        rows: tuple[str, ...] = (),
        columns: tuple[str, ...] = (),
        colormap: str = "sequential",
        limits: tuple[float, float] | None = None,
    ) -> None:
        """Show an array of shape (rows, columns).

        ``limits`` are the ends of the colour bar; without them, those of the values. A diverging map is always
        symmetric about zero. Raises ValueError when the array is not two-dimensional or the labels do not fit it.
        """
        values = np.array(values, dtype=float)
        if values.ndim != 2:
            raise ValueError(f"A heat map needs rows and columns; the array has the shape {values.shape}.")
        if (rows and len(rows) != values.shape[0]) or (columns and len(columns) != values.shape[1]):
            raise ValueError(
                f"The array has the shape {values.shape}, but there are {len(rows)} and {len(columns)} labels."
            )
        if values.shape[0] != self._values.shape[0]:
            self.show_all()
        self._values, self._rows, self._columns = values, tuple(rows), tuple(columns)
        self._map, self._limits = colormap, limits
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_values(np.empty((0, 0)))
        self.retranslate()

    def limits(self) -> tuple[float, float]:
        """The values at the two ends of the colour bar."""
        finite = self._values[np.isfinite(self._values)]
        low, high = self._limits or ((float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0))
        if self._map == "diverging":
            end = max(abs(low), abs(high)) or 1.0
            return -end, end
        return (low, high) if high > low else (low, low + 1.0)

    def is_empty(self) -> bool:
        """Whether there is no value."""
        return self._values.size == 0

    def values_table(self) -> Table:
        """The array, with its labels."""
        height, width = self._values.shape
        rows = self._rows or tuple(str(row) for row in range(height))
        columns = self._columns or tuple(str(column) for column in range(width))
        return Table(("", *columns), [(name, *row) for name, row in zip(rows, self._values.tolist(), strict=True)])

    def summary(self) -> str:
        """How many rows and columns, and between which values."""
        low, high = self.limits()
        height, width = self._values.shape
        return tr(
            "{rows} rows, {columns} columns, values from {low} to {high}",
            rows=height, columns=width, low=short_number(low), high=short_number(high),
        )  # fmt: skip

    def refresh(self) -> None:
        """Make what can be seen as small as the pixels it has, and colour it."""
        height, width = self._values.shape
        low, high = self.limits()
        table = look.colormap(self._map, self.theme)
        self._bar.set_scale(table, short_number(low), short_number(high), self.theme)
        self.column.activate()
        self.chart.axes["left"].names, self.chart.axes["bottom"].names = self._rows, self._columns
        self.chart.pane.setLimits(xMin=0, xMax=width, yMin=0, yMax=height)
        self.set_range((0, width), (0, height))
        self.chart.fit()
        pane, ratio = self.chart.pane, self.devicePixelRatioF()
        (left, right), (top, bottom) = pane.viewRange()
        first_row, last_row = max(math.floor(top), 0), min(math.ceil(bottom), height)
        first, last = max(math.floor(left), 0), min(math.ceil(right), width)
        seen = self._values[first_row:last_row, first:last]
        small = shrink(seen, int(pane.height() * ratio), int(pane.width() * ratio))
        self._image.setImage(shades(small, low, high), autoLevels=False, levels=(0, 255), lut=table)
        self._image.setRect(QRectF(first, first_row, last - first, last_row - first_row))
        across, down = (last - first) / small.shape[1], (last_row - first_row) / small.shape[0]
        holes = np.argwhere(~np.isfinite(small))[:_MOST_HATCHED].tolist()
        places = [QRectF(first + column * across, first_row + row * down, across, down) for row, column in holes]
        self._hatch.set_places(places, self.theme)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column under a point of the widget, or None beside the picture."""
        place = self.place_at(x, y)
        return None if place is None or self.is_empty() else self._cell(place)

    def describe(self, row: int, column: int) -> str:
        """One cell in words: its row, its column, its value."""
        name = self._rows[row] if self._rows else str(row)
        across = self._columns[column] if self._columns else str(column)
        return f"{name}, {across}: {short_number(float(self._values[row, column]))}"

    def hovered(self, place: QPointF | None) -> None:
        """Read the value under the mouse."""
        self.say("" if place is None else self.describe(*self._cell(place)))

    def _cell(self, place: QPointF) -> tuple[int, int]:
        height, width = self._values.shape
        return min(max(int(place.y()), 0), height - 1), min(max(int(place.x()), 0), width - 1)
