"""The plane of two inputs: what a network says everywhere, and where the examples lie."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.legend import Entry, Legend
from widgets.plots.plot import Plot, Table, Text

_MOST_POINTS = 2000
_SYMBOLS = ("o", "s", "t1", "d", "+", "t", "star")
"""One per class, so that colour is never alone."""


class SmoothImage(pg.ImageItem):
    """An image whose pixels flow into each other when it is drawn larger than it is."""

    def paint(self, painter: QPainter, *rest: object) -> None:
        """Draw it smoothly."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        super().paint(painter, *rest)


class PlanePlot(Plot):
    """A picture of what the network says at each point of a plane, with the examples by class on top.

    The picture is computed elsewhere, off the window's thread, as colours; the widget only scales it. The wheel zooms
    and a drag moves, until a double click.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(), parent, zoom=True)
        self._picture: np.ndarray | None = None
        self._extent = (0.0, 1.0, 0.0, 1.0)
        self._points = np.empty((0, 2))
        self._classes = np.empty(0, dtype=np.int64)
        self._names: tuple[str, ...] = ()
        self._axes: tuple[Text, Text] = ("x₁", "x₂")
        self._image = SmoothImage()
        self.chart.draw(self._image)
        self._clouds: dict[int, pg.ScatterPlotItem] = {}
        self._legend = Legend()
        self.column.insertWidget(0, self._legend)
        self.setAccessibleName(tr("Decision boundary"))
        self.retranslate()

    def set_background(self, picture: np.ndarray, extent: tuple[float, float, float, float]) -> None:
        """Show a grid of colours, shape (rows, columns, 4) uint8 RGBA, first row at the top.

        ``extent`` is (left, right, bottom, top) in units of the axes. Raises ValueError for another shape or type.
        """
        if picture.ndim != 3 or picture.shape[2] != 4 or picture.dtype != np.uint8:
            raise ValueError(
                f"The background needs uint8 colours of shape (rows, columns, 4); got {picture.dtype} {picture.shape}."
            )
        left, right, bottom, top = extent
        if not (left < right and bottom < top):
            raise ValueError(f"The extent needs left < right and bottom < top; got {extent}.")
        self._picture, self._extent = np.ascontiguousarray(picture), extent
        self.changed()

    def set_points(self, points: np.ndarray, classes: np.ndarray, names: tuple[str, ...] = ()) -> None:
        """Show examples: points of shape (n, 2), classes of shape (n,) as whole numbers from 0."""
        points, classes = np.array(points, dtype=float).reshape(-1, 2), np.array(classes, dtype=np.int64).ravel()
        if len(points) != len(classes):
            raise ValueError(f"Each point needs a class: there are {len(points)} points and {len(classes)} classes.")
        self._points, self._classes, self._names = points, classes, tuple(names)
        if self._picture is None and len(points):
            low, high = points.min(axis=0), points.max(axis=0)
            room = np.maximum(0.12 * (high - low), 1e-6)
            self._extent = (low[0] - room[0], high[0] + room[0], low[1] - room[1], high[1] + room[1])
        self.changed()

    def set_axes(self, across: Text, up: Text) -> None:
        """Name the two inputs."""
        self._axes = (across, up)
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._picture = None
        self.set_points(np.empty((0, 2)), np.empty(0))
        self.show_all()
        self.retranslate()

    def class_colour(self, number: int) -> str:
        """The colour of a class in the present scheme, as the background should use it too."""
        series = self.theme.series
        return series[number % len(series)]

    def is_empty(self) -> bool:
        """Whether there is neither a picture nor a point."""
        return self._picture is None and not len(self._points)

    def values_table(self) -> Table:
        """The points with their classes."""
        header = (self.text(self._axes[0]), self.text(self._axes[1]), tr("class"))
        rows = zip(self._points[:, 0].tolist(), self._points[:, 1].tolist(), self._classes.tolist(), strict=True)
        return Table(header, [(x, y, self._name(number)) for x, y, number in rows])

    def summary(self) -> str:
        """How many points of how many classes."""
        return tr(
            "{points} points of {classes} classes", points=len(self._points), classes=len(np.unique(self._classes))
        )

    def _name(self, number: int) -> str:
        return self._names[number] if 0 <= number < len(self._names) else str(number)

    def refresh(self) -> None:
        """Place the picture, the points and the legend."""
        left, right, bottom, top = self._extent
        self._draw_legend()
        self.column.activate()
        self.chart.axes["bottom"].set_title(self.text(self._axes[0]))
        self.chart.axes["left"].set_title(self.text(self._axes[1]))
        self.set_range((left, right), (bottom, top))
        self.chart.fit()
        if self._picture is None:
            self._image.clear()
        else:
            self._image.setImage(self._picture[::-1], autoLevels=False, levels=None)
            self._image.setRect(QRectF(left, bottom, right - left, top - bottom))
        self._draw_points()

    def dress(self) -> None:
        """Take the colours of the scheme."""
        super().dress()
        self.chart.pane.setBackgroundColor(self.theme.sunken if self.theme.dark else self.theme.surface)

    def _draw_points(self) -> None:
        # Thousands of symbols hide each other; every k-th point shows the same cloud.
        stride = max(int(np.ceil(len(self._points) / _MOST_POINTS)), 1)
        points, classes = self._points[::stride], self._classes[::stride]
        size = 12 if len(points) <= 40 else 9 if len(points) <= 400 else 7
        present = np.unique(classes).tolist()
        for number in [number for number in self._clouds if number not in present]:
            self.chart.plotItem.removeItem(self._clouds.pop(number))
        pen = pg.mkPen(self.theme.raised, width=1)
        for number in present:
            if number not in self._clouds:
                self._clouds[number] = pg.ScatterPlotItem(pxMode=True, antialias=True)
                self.chart.draw(self._clouds[number])
            mine = classes == number
            symbol, colour = _SYMBOLS[number % len(_SYMBOLS)], self.class_colour(number)
            self._clouds[number].setData(
                points[mine, 0], points[mine, 1], symbol=symbol, size=size, pen=pen, brush=colour
            )

    def _draw_legend(self) -> None:
        pen = pg.mkPen(self.theme.raised, width=1)
        entries = [
            Entry(self._name(number), pen, symbol=_SYMBOLS[number % len(_SYMBOLS)], fill=self.class_colour(number))
            for number in np.unique(self._classes).tolist()
        ]
        self._legend.set_entries(entries, self.theme)
