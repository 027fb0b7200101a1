"""A heat map of words against words: how much each row looks at each column, what may not be seen hatched."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.heatmap import HeatMap
from widgets.plots.strips import Masked
from widgets.plots.words import ColumnWords

_MOST_HATCHED = 6000


class WordMap(HeatMap):
    """Weights (queries, keys) with the names of both. A click on a row frames it; a second click lets it go.

    Cells that are exactly zero are behind a mask: no softmax gives a zero.
    """

    rowChosen = Signal(int)  # noqa: N815, a signal is named as Qt names its own
    """A row was clicked, counted from 0; -1 when none is framed any more."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._masked = Masked()
        self._frame = QGraphicsRectItem()
        self._chosen: int | None = None
        self._across: tuple[str, ...] = ()
        for item in (self._masked, self._frame):
            self.chart.draw(item)
        self._labels = ColumnWords()
        self.column.addWidget(self._labels)
        self.chart.plotItem.showAxis("bottom", False)
        self.chart.scene().sigMouseClicked.connect(self._clicked)

    def set_weights(
        self, weights: np.ndarray, queries: tuple[str, ...], keys: tuple[str, ...], limits: tuple[float, float]
    ) -> None:
        """Show weights (queries, keys) with as many names."""
        self._across = keys
        if self._chosen is not None and self._chosen >= len(weights):
            self._chosen = None
        self.set_values(weights, queries, keys, "sequential", limits)
        self.setAccessibleDescription("" if self.is_empty() else self.summary())

    @property
    def chosen(self) -> int | None:
        """The framed row."""
        return self._chosen

    def choose(self, row: int | None) -> None:
        """Frame a row; emits nothing."""
        if row != self._chosen:
            self._chosen = row
            self.changed()

    def describe(self, row: int, column: int) -> str:
        """One cell in words."""
        value = float(self._values[row, column])
        query, key = self._rows[row], self._columns[column]
        if value == 0:
            return tr("{query} may not see {key}", query=query, key=key)
        return tr("{query} looks at {key}: {value}", query=query, key=key, value=short_number(value))

    def refresh(self) -> None:
        """Draw the map, hatch what is masked, and write the keys under it."""
        self._write()
        super().refresh()
        holes = np.argwhere(self._values == 0)
        places = [QRectF(column, row, 1, 1) for row, column in holes[:_MOST_HATCHED].tolist()]
        if len(holes) > _MOST_HATCHED:
            # Far too many to draw one by one: whole runs of a row at once.
            places = [QRectF(start, row, end - start, 1) for row, start, end in _runs(self._values == 0)]
        self._masked.set_places(places, self.theme)
        shown = self._chosen is not None and self._export is None
        self._frame.setVisible(shown)
        if self._chosen is not None:
            self._frame.setRect(QRectF(0, self._chosen, self._values.shape[1], 1))
            self._frame.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))
        self._write()

    def _write(self) -> None:
        pane = self.chart.pane
        scene = pane.sceneBoundingRect()
        left, right = (self.chart.mapFromScene(point).x() for point in (scene.topLeft(), scene.topRight()))
        low, high = pane.viewRange()[0] if not self.following[0] else (0.0, float(self._values.shape[1]))
        self._labels.set_words(self._across, (left, right), (low, high), None, self.theme)

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        pane = self.chart.pane
        if event.button() != Qt.MouseButton.LeftButton or event.double() or self.is_empty():
            return
        if pane.sceneBoundingRect().contains(event.scenePos()):
            row = self._cell(pane.mapSceneToView(event.scenePos()))[0]
            self.choose(None if row == self._chosen else row)
            self.rowChosen.emit(-1 if self._chosen is None else row)


def _runs(mask: np.ndarray) -> list[tuple[int, int, int]]:
    """The stretches of each row where a mask is true: row, first column, column after the last."""
    found = []
    for row, line in enumerate(mask):
        edges = np.flatnonzero(np.diff(np.concatenate([[0], line.astype(np.int8), [0]])))
        found += [(row, int(start), int(end)) for start, end in edges.reshape(-1, 2)]
    return found
