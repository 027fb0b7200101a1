"""A plane with places to go to: a spot that a person moves, a path through it, words in the place of points."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import text_width
from widgets.plots.plane import PlanePlot

MOST_WORDS = 90
"""How many words are written at once; of more, only points are drawn, and the mouse reads their names."""

_STEPS = 40
"""How many presses of an arrow key lead from one side to the other."""


class AtlasPlot(PlanePlot):
    """Points by class, of which each may have a name; a path; and a spot that is dragged, clicked or moved by keys."""

    spotMoved = Signal(float, float)  # noqa: N815, a signal is named as Qt names its own
    """A person moved the spot to this place."""

    def __init__(self, parent: QWidget | None = None):
        self._words: tuple[str, ...] = ()
        self._near: tuple[str, ...] = ()
        self._texts: list[pg.TextItem] = []
        self._way = np.empty((0, 2))
        super().__init__(parent)
        self._path = pg.PlotCurveItem()
        self._path.setZValue(10)
        self._ends = pg.ScatterPlotItem(size=11, antialias=True)
        self._ends.setZValue(11)
        self._spot = pg.TargetItem(movable=True, size=16)
        self._spot.setZValue(20)
        self._spot.hide()
        for item in (self._path, self._ends, self._spot):
            self.chart.draw(item)
        self._moving = False
        self._spot.sigPositionChanged.connect(self._dragged)
        self.chart.scene().sigMouseClicked.connect(self._clicked)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Map"))

    def set_words(self, words: Sequence[str], near: Sequence[str] = ()) -> None:
        """Name the points; as many as there are points, or none. ``near`` is what the mouse reads of each besides."""
        self._words, self._near = tuple(words), tuple(near)
        self.changed()

    def set_path(self, path: np.ndarray) -> None:
        """Draw a way through the plane, (n, 2), from a ring to a full spot; no rows for none."""
        self._way = np.array(path, dtype=float).reshape(-1, 2)
        self.changed()

    def set_spot(self, place: tuple[float, float] | None) -> None:
        """Put the spot somewhere, or take it away; emits nothing."""
        self._moving = True
        self._spot.setVisible(place is not None)
        if place is not None:
            self._spot.setPos(*place)
        self._moving = False

    @property
    def spot(self) -> tuple[float, float] | None:
        """Where the spot is."""
        place = self._spot.pos()
        return (float(place.x()), float(place.y())) if self._spot.isVisible() else None

    def clear(self) -> None:
        """Show nothing."""
        self._words = self._near = ()
        self._way = np.empty((0, 2))
        self.set_spot(None)
        super().clear()

    def is_empty(self) -> bool:
        """Whether there is neither a picture, nor a point, nor a way."""
        return super().is_empty() and not len(self._way)

    def refresh(self) -> None:
        """Place everything."""
        super().refresh()
        self._path.setData(self._way[:, 0], self._way[:, 1], pen=pg.mkPen(self.theme.text, width=2), antialias=True)
        ends = self._way[[0, -1]] if len(self._way) else self._way
        brushes = [pg.mkBrush(self.theme.raised), pg.mkBrush(self.theme.accent)][: len(ends)]
        self._ends.setData(ends[:, 0], ends[:, 1], pen=pg.mkPen(self.theme.text, width=2), brush=brushes or None)
        # On any ground: the colour of the spot inside the colour of the cards.
        self._spot.setPen(pg.mkPen(self.theme.text, width=2))
        self._spot.setHoverPen(pg.mkPen(self.theme.accent, width=3))
        self._spot.setBrush(pg.mkBrush(self.theme.accent))
        self._write_words()

    def _write_words(self) -> None:
        wanted = len(self._points) if self._words and len(self._points) <= MOST_WORDS else 0
        while len(self._texts) > wanted:
            self.chart.plotItem.removeItem(self._texts.pop())
        while len(self._texts) < wanted:
            text = pg.TextItem(anchor=(0.5, 1.15))
            text.setZValue(15)
            self._texts.append(text)
            self.chart.draw(text)
        pixel = self.chart.pane.viewPixelSize()
        (_, _), (_, top) = self.chart.pane.viewRange()
        written: list[QRectF] = []
        for text, word, point in zip(self._texts, self._words, self._points.tolist(), strict=False):
            text.setText(word)
            text.setColor(self.theme.text)
            text.setFont(look.number_font(look.TEXT_HINT))
            wide, high = text_width([word]) + 6, 15
            # Above its point, below it where there is no room; no word is written over another: the mouse reads it.
            above = point[1] + (high + 6) * pixel[1] <= top
            text.setAnchor((0.5, 1.15 if above else -0.15))
            text.setPos(*point)
            x, y = point[0] / pixel[0], -point[1] / pixel[1]
            place = QRectF(x - wide / 2, y - high - 4 if above else y + 4, wide, high)
            free = not any(place.intersects(other) for other in written)
            text.setVisible(free)
            if free:
                written.append(place)

    def hovered(self, place: QPointF | None) -> None:
        """Say which point is nearest to the mouse."""
        if place is None or not len(self._points):
            self.say("")
            return
        across, up = self.chart.pane.viewPixelSize()
        away = np.hypot((self._points[:, 0] - place.x()) / across, (self._points[:, 1] - place.y()) / up)
        near = int(away.argmin())
        if away[near] > 12:
            self.say("")
            return
        where = ", ".join(short_number(float(number)) for number in self._points[near])
        name = self._words[near] if near < len(self._words) else self._name(int(self._classes[near]))
        told = self._near[near] if near < len(self._near) else f"({where})"
        self.say(f"{name}: {told}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the spot with the arrow keys."""
        ways = {
            Qt.Key.Key_Left: (-1, 0),
            Qt.Key.Key_Right: (1, 0),
            Qt.Key.Key_Up: (0, 1),
            Qt.Key.Key_Down: (0, -1),
        }
        here = self.spot
        if here is None or event.key() not in ways:
            super().keyPressEvent(event)
            return
        across, up = ways[Qt.Key(event.key())]
        (left, right), (bottom, top) = self.chart.pane.viewRange()
        self._spot.setPos(here[0] + across * (right - left) / _STEPS, here[1] + up * (top - bottom) / _STEPS)

    @Slot()
    def _dragged(self) -> None:
        place = self.spot
        if place is not None and not self._moving:
            self.spotMoved.emit(*place)

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton or event.double() or self.spot is None:
            return
        place = self.chart.pane.mapSceneToView(event.scenePos())
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._spot.setPos(place.x(), place.y())
