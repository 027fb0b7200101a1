"""A map of heights over two numbers, with lines of equal height and the ways that were taken across it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QTransform
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.heatmap import shades
from widgets.plots.legend import ColourBar, Entry, Legend
from widgets.plots.plane import SmoothImage
from widgets.plots.plot import Plot, Table, Text

LEVELS = 12
"""How many lines of equal height are drawn."""

_SYMBOLS = ("o", "s", "t1", "d", "+", "star", "t")


@dataclass(frozen=True)
class Way:
    """A way across the map: its name and its places (n, 2); from a row with NaN on it is not drawn."""

    name: str
    points: np.ndarray


def evened(heights: np.ndarray) -> np.ndarray:
    """Heights as they are coloured: the logarithm of how far above the lowest place, so that a valley's floor shows.

    From 0 to 1; the scale of the logarithm is the tenth part of the median height above the lowest.
    """
    finite = np.isfinite(heights)
    above = np.where(finite, heights - heights[finite].min(), np.nan) if finite.any() else np.zeros_like(heights)
    scale = max(0.1 * float(np.nanmedian(above)), 1e-12)
    logs = np.log1p(above / scale)
    found: np.ndarray = logs / max(float(np.nanmax(logs)), 1e-12)
    return found


class ContourPlot(Plot):
    """Heights as colours and lines, ways over them with a mark at their head. The wheel zooms, a drag moves."""

    placeChosen = Signal(float, float)  # noqa: N815, a signal is named as Qt names its own
    """A place of the map was clicked."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(), parent, zoom=True)
        self._heights = np.empty((0, 0))
        self._extent = (0.0, 1.0, 0.0, 1.0)
        self._axes: tuple[Text, Text] = ("x", "y")
        self._ways: tuple[Way, ...] = ()
        self._marks = np.empty((0, 2))
        self._head: int | None = None
        self._fresh = False
        self._image = SmoothImage()
        self.chart.draw(self._image)
        self._lines: list[pg.IsocurveItem] = []
        self._drawn: list[tuple[pg.PlotCurveItem, pg.PlotCurveItem, pg.ScatterPlotItem]] = []
        self._lowest = pg.ScatterPlotItem(symbol="x", size=11, antialias=True)
        self._lowest.setZValue(9)
        self.chart.draw(self._lowest)
        self._legend, self._bar = Legend(), ColourBar()
        self.column.insertWidget(0, self._legend)
        self.row.addWidget(self._bar)
        self.chart.scene().sigMouseClicked.connect(self._clicked)
        self.setMinimumSize(200, 180)
        self.setAccessibleName(tr("Contour map"))
        self.retranslate()

    def set_surface(self, heights: np.ndarray, extent: tuple[float, float, float, float]) -> None:
        """Show heights (rows, columns), row 0 lowest, over (left, right, bottom, top). Raises ValueError for other
        shapes."""
        heights = np.array(heights, dtype=float)
        left, right, bottom, top = extent
        if heights.ndim != 2 or min(heights.shape) < 2 or not (left < right and bottom < top):
            raise ValueError(
                f"A map needs heights (rows, columns) over left < right, bottom < top; got {heights.shape}, {extent}."
            )
        self._heights, self._extent, self._fresh = heights, extent, True
        self.following = [True, True]
        self.changed()

    def set_ways(self, ways: Sequence[Way]) -> None:
        """Draw ways over the map, all of each."""
        self._ways, self._head = tuple(ways), None
        self.changed()

    def set_head(self, number: int | None) -> None:
        """Draw the ways only up to this place, counted from 0; None draws all of them."""
        if number != self._head:
            self._head = number
            self.changed()

    @property
    def head(self) -> int | None:
        """Up to which place the ways are drawn."""
        return self._head

    def set_marks(self, places: Sequence[tuple[float, float]]) -> None:
        """Put a cross at these places, the lowest that are known."""
        self._marks = np.array(places, dtype=float).reshape(-1, 2)
        self.changed()

    def set_axes(self, across: Text, up: Text) -> None:
        """Name the two numbers."""
        self._axes = (across, up)
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._heights, self._ways, self._marks, self._head = np.empty((0, 0)), (), np.empty((0, 2)), None
        self.retranslate()

    def is_empty(self) -> bool:
        """Whether there is no map."""
        return self._heights.size == 0

    def values_table(self) -> Table:
        """The heights place by place, then the ways step by step."""
        left, right, bottom, top = self._extent
        rows: list[tuple[str | float, ...]] = []
        count, wide = self._heights.shape if self._heights.size else (0, 0)
        for up, line in zip(np.linspace(bottom, top, count).tolist(), self._heights.tolist(), strict=True):
            places = np.linspace(left, right, wide).tolist()
            rows += [(tr("how high"), "", across, up, high) for across, high in zip(places, line, strict=True)]
        for way in self._ways:
            rows += [(way.name, step, *place, "") for step, place in enumerate(way.points.tolist())]
        return Table((tr("what"), tr("step"), self.text(self._axes[0]), self.text(self._axes[1]), tr("how high")), rows)

    def summary(self) -> str:
        """Between which heights the map lies, and which ways cross it."""
        finite = self._heights[np.isfinite(self._heights)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 0.0)
        ends = [way.name for way in self._ways]
        return "; ".join([tr("Heights from {low} to {high}", low=short_number(low), high=short_number(high)), *ends])

    def refresh(self) -> None:
        """Colour the map when it is another one, and draw the ways as far as they have come."""
        left, right, bottom, top = self._extent
        pens = [self._pen(place) for place in range(len(self._ways))]
        self._legend.set_entries([Entry(way.name, pen) for way, pen in zip(self._ways, pens, strict=True)], self.theme)
        self.column.activate()
        self.chart.axes["bottom"].set_title(self.text(self._axes[0]))
        self.chart.axes["left"].set_title(self.text(self._axes[1]))
        self.set_range((left, right), (bottom, top))
        self.chart.fit()
        if self._fresh:
            self._fresh = False
            self._colour()
        self._lowest.setData(self._marks[:, 0], self._marks[:, 1], pen=pg.mkPen(self._seam, width=2), brush=self._seam)
        self._draw_ways(pens)

    def dress(self) -> None:
        """Take the colours of the scheme."""
        super().dress()
        self._fresh = True

    def hovered(self, place: QPointF | None) -> None:
        """Read the height under the mouse."""
        if place is None:
            self.say("")
            return
        left, right, bottom, top = self._extent
        rows, columns = self._heights.shape
        row = round((place.y() - bottom) / (top - bottom) * (rows - 1))
        column = round((place.x() - left) / (right - left) * (columns - 1))
        if 0 <= row < rows and 0 <= column < columns:
            where = f"({short_number(place.x())}, {short_number(place.y())})"
            self.say(f"{where}: {short_number(float(self._heights[row, column]))}")
        else:
            self.say("")

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        pane = self.chart.pane
        inside = pane.sceneBoundingRect().contains(event.scenePos())
        if event.button() == Qt.MouseButton.LeftButton and not event.double() and inside and not self.is_empty():
            place = pane.mapSceneToView(event.scenePos())
            self.placeChosen.emit(place.x(), place.y())

    # -- inside ------------------------------------------------------------------------------------------------------

    def _colour(self) -> None:
        left, right, bottom, top = self._extent
        rows, columns = self._heights.shape
        even = np.nan_to_num(evened(self._heights), nan=1.0)
        table = look.colormap("sequential", self.theme)
        across, up = (right - left) / (columns - 1), (top - bottom) / (rows - 1)
        self._image.setImage(shades(even, 0.0, 1.0), autoLevels=False, levels=(0, 255), lut=table)
        # A value stands in the middle of its pixel.
        self._image.setRect(QRectF(left - across / 2, bottom - up / 2, right - left + across, top - bottom + up))
        finite = self._heights[np.isfinite(self._heights)]
        ends = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 0.0)
        self._bar.set_scale(table, short_number(ends[0]), short_number(ends[1]), self.theme)
        while len(self._lines) < LEVELS:
            line = pg.IsocurveItem()
            line.setZValue(5)
            self._lines.append(line)
            self.chart.draw(line)
        pen = QColor(self._seam)
        pen.setAlphaF(0.45)
        place = QTransform().translate(left, bottom).scale(across, up).translate(-0.5, -0.5)
        for number, line in enumerate(self._lines):
            line.setData(even, (number + 0.5) / LEVELS)
            line.setPen(pg.mkPen(pen, width=1))
            line.setTransform(place)

    @property
    def _seam(self) -> str:
        """The lightest colour of the scheme: the map has the same colours in both."""
        return self.theme.text if self.theme.dark else self.theme.raised

    def _pen(self, place: int) -> pg.QtGui.QPen:
        theme = self.theme
        pen = pg.mkPen(theme.series[place % len(theme.series)], width=2)
        dash = theme.dashes[place % len(theme.dashes)]
        if dash:
            pen.setDashPattern([part / 2 for part in dash])
        return pen

    def _draw_ways(self, pens: list[pg.QtGui.QPen]) -> None:
        while len(self._drawn) > len(self._ways):
            for item in self._drawn.pop():
                self.chart.plotItem.removeItem(item)
        while len(self._drawn) < len(self._ways):
            items = pg.PlotCurveItem(), pg.PlotCurveItem(), pg.ScatterPlotItem(antialias=True)
            for height, item in enumerate(items):
                item.setZValue(10 + height)
                self.chart.draw(item)
            self._drawn.append(items)
        for place, (way, pen, (halo, line, head)) in enumerate(zip(self._ways, pens, self._drawn, strict=True)):
            points = way.points if self._head is None else way.points[: self._head + 1]
            points = points[np.isfinite(points).all(1)] if len(points) else points
            # A seam keeps a line apart from whatever lies under it.
            halo.setData(points[:, 0], points[:, 1], pen=pg.mkPen(self._seam, width=4.5), antialias=True)
            line.setData(points[:, 0], points[:, 1], pen=pen, antialias=True)
            last = points[-1:]
            head.setData(
                last[:, 0], last[:, 1], symbol=_SYMBOLS[place % len(_SYMBOLS)], size=11,
                pen=pg.mkPen(self._seam, width=2), brush=pen.color(),
            )  # fmt: skip
