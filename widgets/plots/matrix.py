"""The confusion matrix: what the truth was, what was predicted, and how often."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.plot import Plot, Table, focus_ring, text_width

_ALIGN = Qt.AlignmentFlag
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class MatrixPlot(Plot):
    """Counts of truth (rows) against prediction (columns): right ones filled, mistakes tinted and outlined.

    Arrow keys move from cell to cell; a click or Enter says which cell.
    """

    cellClicked = Signal(int, int)  # noqa: N815, a signal is named as Qt names its own
    """A cell was clicked, or Enter pressed on it: row (truth) and column (predicted)."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._counts = np.zeros((0, 0), dtype=np.int64)
        self._labels: tuple[str, ...] = ()
        self._cell = (0, 0)
        self._cells = QRectF()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Confusion matrix"))

    def set_counts(self, counts: np.ndarray, labels: tuple[str, ...] = ()) -> None:
        """Show counts of shape (classes, classes), truth down and prediction across.

        Raises ValueError when the array is not square or there are not as many labels as classes.
        """
        counts = np.array(counts, dtype=np.int64)
        if counts.ndim != 2 or counts.shape[0] != counts.shape[1]:
            raise ValueError(f"A confusion matrix has as many rows as columns; the array has the shape {counts.shape}.")
        if labels and len(labels) != len(counts):
            raise ValueError(f"There are {len(counts)} classes, but {len(labels)} labels.")
        self._counts = counts
        self._labels = tuple(labels) or tuple(str(number) for number in range(len(counts)))
        last = max(len(counts) - 1, 0)
        self._cell = (min(self._cell[0], last), min(self._cell[1], last))
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_counts(np.zeros((0, 0), dtype=np.int64))
        self.retranslate()

    def mistakes(self) -> list[tuple[int, int, int]]:
        """The kinds of mistake, most frequent first: (truth, predicted, count)."""
        wrong = [(int(row), int(column)) for row, column in np.argwhere(self._counts > 0) if row != column]
        return sorted(((row, column, int(self._counts[row, column])) for row, column in wrong), key=lambda one: -one[2])

    def is_empty(self) -> bool:
        """Whether nothing was counted."""
        return not self._counts.any()

    def values_table(self) -> Table:
        """The counts, one row per true class."""
        header = (tr("truth"), *self._labels)
        return Table(header, [(name, *row) for name, row in zip(self._labels, self._counts.tolist(), strict=True)])

    def summary(self) -> str:
        """How many were right, of how many."""
        return tr(
            "{right} of {total} right", right=f"{int(np.trace(self._counts)):,}", total=f"{int(self._counts.sum()):,}"
        )

    def describe(self, row: int, column: int) -> str:
        """One cell in words."""
        return tr(
            "truth {truth}, predicted {predicted}: {count}",
            truth=self._labels[row], predicted=self._labels[column], count=f"{int(self._counts[row, column]):,}",
        )  # fmt: skip

    def cell_area(self, row: int, column: int) -> QRectF:
        """Where a cell was last drawn, in pixels of the widget."""
        size = max(len(self._counts), 1)
        across, down = self._cells.width() / size, self._cells.height() / size
        return QRectF(self._cells.left() + column * across, self._cells.top() + row * down, across, down)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the grid, the counts and the names of the classes."""
        theme = self.theme
        size = len(self._counts)
        names = min(text_width(self._labels) + 10, area.width() * 0.3)
        cells = area.adjusted(names + 18, 4, -6, -42)
        # Cells wider than twice their height read as a table, not as a square of classes.
        across = min(cells.width() / size, max(cells.height() / size * 2, 24))
        cells.setWidth(across * size)
        self._cells = cells
        if cells.width() < 8 or cells.height() < 8:
            return
        painter.fillRect(cells, QColor(theme.window if not theme.dark else theme.sunken))
        painter.setPen(QPen(QColor(theme.raised), 1.5))
        down = cells.height() / size
        for number in range(1, size):
            x, y = cells.left() + number * across, cells.top() + number * down
            painter.drawLine(QPointF(x, cells.top()), QPointF(x, cells.bottom()))
            painter.drawLine(QPointF(cells.left(), y), QPointF(cells.right(), y))
        for row, column in np.argwhere(self._counts > 0).tolist():
            self._paint_cell(painter, row, column)
        self._paint_names(painter, area, cells, across, down)
        if self.hasFocus() and self._export is None:
            focus_ring(painter, self.cell_area(*self._cell), theme)

    def _paint_cell(self, painter: QPainter, row: int, column: int) -> None:
        theme = self.theme
        box = self.cell_area(row, column).adjusted(1.5, 1.5, -1.5, -1.5)
        count = int(self._counts[row, column])
        share = count / max(int(self._counts[row].sum()), 1)
        if row == column:
            # A class that is often wrong pales; the number stays readable on either.
            fill, ink = theme.accent_fill, theme.on_accent
            if share < 0.5:
                fill, ink = look.tint(theme.accent_fill, theme.raised, 0.25), theme.text
            painter.setPen(Qt.PenStyle.NoPen)
        else:
            fill, ink = look.tint(theme.warning, theme.raised, 0.16 + 0.3 * share), theme.text
            painter.setPen(QPen(QColor(theme.warning), 1))
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, 2, 2)
        text = f"{count:,}"
        if text_width([text]) <= box.width() and box.height() >= 12:
            self.label(painter, box.adjusted(-4, 0, 4, 0), text, _ALIGN.AlignCenter, ink)

    def _paint_names(self, painter: QPainter, area: QRectF, cells: QRectF, across: float, down: float) -> None:
        rows = max(int(np.ceil(14 / down)), 1)
        for row in range(0, len(self._labels), rows):
            box = QRectF(area.left() + 18, cells.top() + (row + 0.5) * down - 8, cells.left() - area.left() - 26, 16)
            self.label(painter, box, self._labels[row], _ALIGN.AlignRight | _ALIGN.AlignVCenter)
        columns = max(int(np.ceil((min(text_width(self._labels), 60) + 6) / across)), 1)
        for column in range(0, len(self._labels), columns):
            box = QRectF(cells.left() + column * across, cells.bottom() + 4, across * columns, 16)
            box.moveLeft(cells.left() + (column + 0.5) * across - box.width() / 2)
            self.label(painter, box, self._labels[column], _ALIGN.AlignHCenter | _ALIGN.AlignTop)
        below = QRectF(cells.left(), cells.bottom() + 22, cells.width(), 16)
        self.label(painter, below, tr("predicted"), _ALIGN.AlignCenter)
        painter.save()
        painter.translate(area.left() + 8, cells.center().y())
        painter.rotate(-90)
        self.label(painter, QRectF(-60, -8, 120, 16), tr("truth"), _ALIGN.AlignCenter)
        painter.restore()

    def _at(self, event: QMouseEvent) -> tuple[int, int] | None:
        x, y = event.position().x(), event.position().y()
        if self.is_empty() or not self._cells.contains(x, y):
            return None
        size = len(self._counts)
        row = int((y - self._cells.top()) / self._cells.height() * size)
        column = int((x - self._cells.left()) / self._cells.width() * size)
        return min(row, size - 1), min(column, size - 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        cell = self._at(event)
        if cell is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._choose(cell)
        self.cellClicked.emit(*cell)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say what is under the mouse."""
        cell = self._at(event)
        if cell is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self.describe(*cell), self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move from cell to cell, Enter or Space says which."""
        key = Qt.Key(event.key())
        size = len(self._counts)
        if not size or (key not in _MOVES and key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)):
            super().keyPressEvent(event)
            return
        if key in _MOVES:
            rows, columns = _MOVES[key]
            self._choose((min(max(self._cell[0] + rows, 0), size - 1), min(max(self._cell[1] + columns, 0), size - 1)))
        else:
            self.cellClicked.emit(*self._cell)

    def _choose(self, cell: tuple[int, int]) -> None:
        self._cell = cell
        self.setAccessibleDescription(self.describe(*cell))
        self.update()
