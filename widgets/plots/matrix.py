"""The confusion matrix: what the truth was, what was predicted, and how often."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.chart import Chart, text_width
from widgets.plots.plot import Plot, Table

_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


_SMALLEST = 7
"""Below this size in pixels a cell is only its colour: gaps and outlines would cover it."""


class _Cells(pg.GraphicsObject):
    """What lies over the coloured cells: the gaps between them, outlines of mistakes, counts, the ring of the keys."""

    def __init__(self) -> None:
        super().__init__()
        self.counts = np.zeros((0, 0), dtype=np.int64)
        self.theme = look.LIGHT
        self.focus: tuple[int, int] | None = None

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, len(self.counts), len(self.counts))

    def paint(self, painter: QPainter, *_: object) -> None:
        theme, size = self.theme, len(self.counts)
        across, down = self.pixelVectors()
        if across is None or down is None:
            return
        width, height = 1 / across.length(), 1 / down.length()
        if min(width, height) < _SMALLEST:
            return
        painter.setPen(pg.mkPen(theme.raised, width=2))
        painter.drawLines([QLineF(at, 0, at, size) for at in range(size + 1)])
        painter.drawLines([QLineF(0, at, size, at) for at in range(size + 1)])
        # From here in pixels: text and outlines keep their size.
        painter.scale(1 / width, 1 / height)
        painter.setFont(look.number_font(look.TEXT_HINT))
        for row, column in np.argwhere(self.counts > 0).tolist():
            box = QRectF(column * width, row * height, width, height)
            self._paint_cell(painter, box.adjusted(1.5, 1.5, -1.5, -1.5), row, column)
        if self.focus is not None:
            row, column = self.focus
            box = QRectF(column * width, row * height, width, height)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pg.mkPen(theme.accent, width=look.LINE_FOCUS))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 3, 3)

    def _paint_cell(self, painter: QPainter, box: QRectF, row: int, column: int) -> None:
        theme, count = self.theme, int(self.counts[row, column])
        if row != column:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(pg.mkPen(theme.warning, width=1))
            painter.drawRect(box)
        text = f"{count:,}"
        if text_width([text]) <= box.width() and box.height() >= 12:
            sure = row == column and count >= 0.5 * self.counts[row].sum()
            painter.setPen(QColor(theme.on_accent if sure else theme.text))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


class MatrixPlot(Plot):
    """Counts of truth (rows) against prediction (columns): right ones filled, mistakes tinted and outlined.

    Arrow keys move from cell to cell; a click or Enter says which cell.
    """

    cellClicked = Signal(int, int)  # noqa: N815, a signal is named as Qt names its own
    """A cell was clicked, or Enter pressed on it: row (truth) and column (predicted)."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(), parent)
        self._counts = np.zeros((0, 0), dtype=np.int64)
        self._labels: tuple[str, ...] = ()
        self._cell = (0, 0)
        self._image, self._cells = pg.ImageItem(), _Cells()
        self.row.setStretch(0, 1000)
        self.row.addStretch(1)
        self.chart.draw(self._image)
        self.chart.draw(self._cells)
        self.chart.pane.invertY(True)
        self.chart.scene().sigMouseClicked.connect(self._clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Confusion matrix"))
        self.retranslate()

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
        return self.area_of(QRectF(column, row, 1, 1))

    def refresh(self) -> None:
        """Colour the cells and name the classes."""
        size, axes = len(self._counts), self.chart.axes
        axes["left"].names = axes["bottom"].names = self._labels
        self.set_range((0, size), (0, size))
        # Cells wider than twice their height read as a table, not as a square of classes.
        self.chart.setMaximumWidth(max(int(2 * self.height()), 240))
        self.column.activate()
        self.chart.fit()
        self._image.setImage(self._colours(), autoLevels=False, levels=None)
        self._image.setRect(QRectF(0, 0, size, size))
        self._cells.prepareGeometryChange()
        self._cells.counts, self._cells.theme = self._counts, self.theme
        self._cells.focus = self._cell if self.hasFocus() and self._export is None else None
        self._cells.update()

    def dress(self) -> None:
        """Take the colours of the scheme."""
        super().dress()
        self._name_axes()

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        super().retranslate()
        self._name_axes()

    def _name_axes(self) -> None:
        self.chart.axes["left"].set_title(tr("truth"))
        self.chart.axes["bottom"].set_title(tr("predicted"))

    def _colours(self) -> np.ndarray:
        """The colour of each cell, uint8 (classes, classes, 3): right ones filled, mistakes tinted, others ground."""
        theme, size = self.theme, len(self._counts)

        def rgb(colour: str) -> tuple[int, int, int]:
            ink = QColor(colour)
            return ink.red(), ink.green(), ink.blue()

        picture = np.empty((size, size, 3), dtype=np.uint8)
        picture[:] = rgb(theme.sunken if theme.dark else theme.window)
        # The warm half of the diverging map: the more of a class go wrong, the warmer, and its number stays readable.
        wrong = look.colormap("diverging", theme)
        totals = np.maximum(self._counts.sum(axis=1), 1)
        for row, column in np.argwhere(self._counts > 0).tolist():
            share = float(self._counts[row, column] / totals[row])
            if row != column:
                picture[row, column] = wrong[int(128 + 127 * (0.18 + 0.2 * share))]
            else:
                # A class that is often wrong pales; the number stays readable on either.
                pale = look.tint(theme.accent_fill, theme.raised, 0.25)
                picture[row, column] = rgb(theme.accent_fill if share >= 0.5 else pale)
        return picture

    def _at(self, place: QPointF) -> tuple[int, int]:
        last = len(self._counts) - 1
        return min(max(int(place.y()), 0), last), min(max(int(place.x()), 0), last)

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        pane = self.chart.pane
        if event.button() != Qt.MouseButton.LeftButton or self.is_empty():
            return
        if pane.sceneBoundingRect().contains(event.scenePos()):
            self._choose(self._at(pane.mapSceneToView(event.scenePos())))
            self.cellClicked.emit(*self._cell)

    def hovered(self, place: QPointF | None) -> None:
        """Say what is under the mouse."""
        self.say("" if place is None else self.describe(*self._at(place)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keys are."""
        super().focusInEvent(event)
        self.changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys have gone elsewhere."""
        super().focusOutEvent(event)
        self.changed()

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
        self.changed()
