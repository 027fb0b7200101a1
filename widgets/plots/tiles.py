"""What plots share that lay small pictures out in rows: which one is under the mouse, a choice by click and by keys."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import QPointF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets.plots.chart import Chart
from widgets.plots.plot import Plot

_KEYS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
         Qt.Key.Key_Return: (0, 0), Qt.Key.Key_Enter: (0, 0)}  # fmt: skip


class TilesPlot(Plot):
    """Tiles in rows from the upper left. Arrow keys go from tile to tile; a click or Enter chooses one.

    Subclasses say how many there are and which one lies at a place, and set ``_columns`` when they lay them out.
    """

    tileChosen = Signal(int)  # noqa: N815, a signal is named as Qt names its own
    """A tile was clicked, or reached with the arrow keys: its place, counted from 0."""

    def __init__(self, chart: Chart, parent: QWidget | None = None, *, choose: bool = True):
        super().__init__(chart, parent)
        self._chosen: int | None = None
        self._columns = 1
        self._choose = choose
        self.chart.pane.invertY(True)
        if choose:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.chart.scene().sigMouseClicked.connect(self._clicked)

    # -- what subclasses say -----------------------------------------------------------------------------------------

    def count(self) -> int:
        """How many tiles there are."""
        raise NotImplementedError

    def tile_of(self, place: QPointF) -> int | None:
        """The tile at a place of the pane, in its units; None between two and beside them."""
        raise NotImplementedError

    # -- what everybody may call -------------------------------------------------------------------------------------

    @property
    def chosen(self) -> int | None:
        """The tile with the frame."""
        return self._chosen

    def set_chosen(self, place: int | None) -> None:
        """Put the frame around a tile; emits nothing."""
        if place != self._chosen:
            self._chosen = place
            self.setAccessibleDescription("" if self.is_empty() else self.summary())
            self.changed()

    def tile_at(self, x: float, y: float) -> int | None:
        """The tile under a point of the widget."""
        place = self.place_at(x, y)
        return None if place is None else self.tile_of(place)

    def choose(self, place: int) -> None:
        """Put the frame around a tile, and tell of it."""
        self.set_chosen(place)
        self.tileChosen.emit(place)

    # -- keys and mouse ----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tile to tile."""
        move = _KEYS.get(Qt.Key(event.key()))
        if not self._choose or not self.count() or move is None:
            super().keyPressEvent(event)
            return
        across, down = move
        wanted = 0 if self._chosen is None else self._chosen + across + down * self._columns
        if 0 <= wanted < self.count():
            self.choose(wanted)

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or self.is_empty():
            return
        found = self.tile_of(self.chart.pane.mapSceneToView(event.scenePos()))
        if found is not None:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.choose(found)
