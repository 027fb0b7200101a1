"""The plane of two inputs: what a network says everywhere, and where the examples lie."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import linear_ticks, tick_number
from widgets.plots.plot import Plot, Table, Text, text_width

_ALIGN = Qt.AlignmentFlag
_MOST_POINTS = 2000


def _symbols(size: float) -> tuple[QPainterPath, ...]:
    """One shape per class, so that colour is never alone: disc, square, triangle, lozenge, cross, star."""
    disc, square, cross = QPainterPath(), QPainterPath(), QPainterPath()
    disc.addEllipse(QPointF(0, 0), size, size)
    square.addRect(QRectF(-0.88 * size, -0.88 * size, 1.76 * size, 1.76 * size))
    thick = 0.38 * size
    cross.addRect(QRectF(-thick, -1.1 * size, 2 * thick, 2.2 * size))
    cross.addRect(QRectF(-1.1 * size, -thick, 2.2 * size, 2 * thick))
    cross = cross.simplified()

    def corners(*points: tuple[float, float]) -> QPainterPath:
        path = QPainterPath()
        path.addPolygon(QPolygonF([QPointF(x * size, y * size) for x, y in points]))
        path.closeSubpath()
        return path

    angles = np.arange(10) * np.pi / 5 - np.pi / 2
    radii = np.where(np.arange(10) % 2 == 0, 1.3, 0.55)
    star = corners(*zip((radii * np.cos(angles)).tolist(), (radii * np.sin(angles)).tolist(), strict=True))
    return (
        disc,
        square,
        corners((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
        corners((0, -1.3), (1.0, 0), (0, 1.3), (-1.0, 0)),
        cross,
        corners((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
        star,
    )


class PlanePlot(Plot):
    """A picture of what the network says at each point of a plane, with the examples by class on top.

    The picture is computed elsewhere, off the window's thread, as colours; the widget only scales it.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._picture: np.ndarray | None = None
        self._extent = (0.0, 1.0, 0.0, 1.0)
        self._points = np.empty((0, 2))
        self._classes = np.empty(0, dtype=np.int64)
        self._names: tuple[str, ...] = ()
        self._axes: tuple[Text, Text] = ("x₁", "x₂")
        self.setAccessibleName(tr("Decision boundary"))

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

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the picture, the axes, the points and the legend."""
        theme = self.theme
        left, right, bottom, top = self._extent
        ups = linear_ticks(bottom, top, max(int(area.height() / 48), 2))
        gutter = text_width([tick_number(tick) for tick in ups]) + 30
        plot = area.adjusted(gutter, 28, -10, -40)
        if plot.width() < 16 or plot.height() < 16:
            return
        painter.fillRect(plot, QColor(theme.sunken if theme.dark else theme.surface))
        if self._picture is not None:
            rows, columns = self._picture.shape[:2]
            image = QImage(self._picture.data, columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(plot, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.drawRect(plot)
        for tick in linear_ticks(left, right, max(int(plot.width() / 70), 2)):
            x = plot.left() + (tick - left) / (right - left) * plot.width()
            self.label(painter, QRectF(x - 30, plot.bottom() + 4, 60, 14), tick_number(tick), _ALIGN.AlignCenter)
        for tick in ups:
            y = plot.bottom() - (tick - bottom) / (top - bottom) * plot.height()
            box = QRectF(area.left() + 16, y - 8, gutter - 24, 16)
            self.label(painter, box, tick_number(tick), _ALIGN.AlignRight | _ALIGN.AlignVCenter)
        self._paint_names(painter, area, plot)
        self._paint_points(painter, plot)

    def _paint_names(self, painter: QPainter, area: QRectF, plot: QRectF) -> None:
        below = QRectF(plot.left(), plot.bottom() + 20, plot.width(), 16)
        self.label(painter, below, self.text(self._axes[0]), _ALIGN.AlignCenter)
        painter.save()
        painter.translate(area.left() + 8, plot.center().y())
        painter.rotate(-90)
        box = QRectF(-plot.height() / 2, -8, plot.height(), 16)
        self.label(painter, box, self.text(self._axes[1]), _ALIGN.AlignCenter)
        painter.restore()
        x = plot.left()
        for number in np.unique(self._classes).tolist():
            name = self._name(number)
            width = text_width([name], look.TEXT_SECONDARY) + 4
            if x + 20 + width > area.right():
                return
            self._symbol(painter, QPointF(x + 6, area.top() + 13), number)
            align = _ALIGN.AlignLeft | _ALIGN.AlignVCenter
            self.label(
                painter, QRectF(x + 16, area.top() + 4, width, 18), name, align, self.theme.text, look.TEXT_SECONDARY
            )
            x += width + 32

    def _symbol(self, painter: QPainter, place: QPointF, number: int, size: float = 4.5) -> None:
        shapes = _symbols(size)
        painter.setBrush(QColor(self.class_colour(number)))
        painter.setPen(QPen(QColor(self.theme.raised), 1.2))
        painter.drawPath(shapes[number % len(shapes)].translated(place))

    def _paint_points(self, painter: QPainter, plot: QRectF) -> None:
        left, right, bottom, top = self._extent
        # Thousands of symbols hide each other; every k-th point shows the same cloud.
        stride = max(int(np.ceil(len(self._points) / _MOST_POINTS)), 1)
        points, classes = self._points[::stride], self._classes[::stride]
        xs = plot.left() + (points[:, 0] - left) / (right - left) * plot.width()
        ys = plot.bottom() - (points[:, 1] - bottom) / (top - bottom) * plot.height()
        size = 5.5 if len(points) <= 40 else 4.0 if len(points) <= 400 else 3.0
        shapes = _symbols(size)
        painter.save()
        painter.setClipRect(plot)
        painter.setPen(QPen(QColor(self.theme.raised), 1.2))
        for number in np.unique(classes).tolist():
            painter.setBrush(QColor(self.class_colour(number)))
            shape = shapes[number % len(shapes)]
            mine = classes == number
            for x, y in zip(xs[mine].tolist(), ys[mine].tolist(), strict=True):
                painter.drawPath(shape.translated(x, y))
        painter.restore()
