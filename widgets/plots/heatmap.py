"""A table of numbers as a picture: attention, weights, norms per node and step."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QToolTip, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.plot import Plot, Table, text_width

_ALIGN = Qt.AlignmentFlag
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


def colours(values: np.ndarray, table: np.ndarray, low: float, high: float) -> np.ndarray:
    """Numbers (H, W) to colours (H, W, 3) uint8 through a table (256, 3); what is not finite gets the first colour."""
    span = high - low if high > low else 1.0
    index = np.nan_to_num((values - low) * (255.0 / span), nan=0.0, posinf=255.0, neginf=0.0)
    return np.ascontiguousarray(table[np.clip(index + 0.5, 0, 255).astype(np.uint8)])


class HeatMap(Plot):
    """A 2-D array as one picture, with labels of rows and columns and a colour bar; the mouse reads single values."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._values = np.empty((0, 0))
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._map = "sequential"
        self._limits: tuple[float, float] | None = None
        self._cells = QRectF()
        self._cache: tuple[object, np.ndarray] | None = None
        self.setMouseTracking(True)
        self.setAccessibleName(tr("Heat map"))

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
        self._values, self._rows, self._columns = values, tuple(rows), tuple(columns)
        self._map, self._limits, self._cache = colormap, limits, None
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

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the labels, the picture and the colour bar."""
        low, high = self.limits()
        low_text, high_text = short_number(low), short_number(high)
        left = min(text_width(self._rows) + 10 if self._rows else 4, area.width() * 0.35)
        bar = max(text_width([low_text, high_text]), 12) + 4
        cells = area.adjusted(left, 6, -bar - 16, -22 if self._columns else -6)
        self._cells = cells
        if cells.width() < 8 or cells.height() < 8:
            return
        self._paint_cells(painter, cells, low, high)
        self._paint_labels(painter, area, cells)
        place = QRectF(cells.right() + 14, cells.top(), bar, cells.height())
        self.colour_bar(painter, place, look.colormap(self._map, self.theme), low_text, high_text)

    def _paint_cells(self, painter: QPainter, cells: QRectF, low: float, high: float) -> None:
        ratio = self.devicePixelRatioF()
        size = int(cells.height() * ratio), int(cells.width() * ratio)
        key = (self.theme, size)
        if self._cache is None or self._cache[0] != key:
            small = shrink(self._values, *size)
            self._cache = key, small
        small = self._cache[1]
        picture = colours(small, look.colormap(self._map, self.theme), low, high)
        height, width = small.shape
        image = QImage(picture.data, width, height, 3 * width, QImage.Format.Format_RGB888)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(cells, image)
        across, down = cells.width() / width, cells.height() / height
        for row, column in np.argwhere(~np.isfinite(small))[:_MOST_HATCHED].tolist():
            place = QRectF(cells.left() + column * across, cells.top() + row * down, across, down)
            self.hatch(painter, place)

    def _paint_labels(self, painter: QPainter, area: QRectF, cells: QRectF) -> None:
        height, width = self._values.shape
        down, across = cells.height() / height, cells.width() / width
        stride = max(int(np.ceil(15 / down)), 1)
        for row in range(0, len(self._rows), stride):
            box = QRectF(area.left(), cells.top() + (row + 0.5) * down - 8, cells.left() - area.left() - 8, 16)
            self.label(painter, box, self._rows[row], _ALIGN.AlignRight | _ALIGN.AlignVCenter)
        widest = text_width(self._columns) + 8
        stride = max(int(np.ceil(widest / across)), 1)
        for column in range(0, len(self._columns), stride):
            middle = cells.left() + (column + 0.5) * across
            box = QRectF(middle - widest / 2, cells.bottom() + 5, widest, 16)
            self.label(painter, box, self._columns[column], _ALIGN.AlignHCenter | _ALIGN.AlignTop)

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The row and column under a point of the widget, or None beside the picture."""
        if self.is_empty() or not self._cells.contains(x, y):
            return None
        height, width = self._values.shape
        row = int((y - self._cells.top()) / self._cells.height() * height)
        column = int((x - self._cells.left()) / self._cells.width() * width)
        return min(row, height - 1), min(column, width - 1)

    def describe(self, row: int, column: int) -> str:
        """One cell in words: its row, its column, its value."""
        name = self._rows[row] if self._rows else str(row)
        across = self._columns[column] if self._columns else str(column)
        return f"{name}, {across}: {short_number(float(self._values[row, column]))}"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the value under the mouse."""
        cell = self.cell_at(event.position().x(), event.position().y())
        if cell is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.describe(*cell), self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        self._cache = None
        super().changeEvent(event)
