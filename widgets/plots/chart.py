"""The part of every plot that pyqtgraph draws: a pane with axes, zoomed and moved by mouse.

The one place where pyqtgraph is set up. It takes most of a second to import, so whatever the window needs at its start
stays clear of this module.
"""

from __future__ import annotations

import html
import math
import sys
from collections.abc import Sequence
from functools import lru_cache

import pyqtgraph as pg
from pyqtgraph import exceptionHandling
from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetrics, QPainter, QPicture
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from widgets import theme as look
from widgets.plots.axes import linear_ticks, log_ticks, tick_number

if sys.excepthook == exceptionHandling.handler.sys_excepthook:
    # pyqtgraph puts itself before the hook of the program, prints a header and passes on; one net is enough.
    exceptionHandling.handler.remove()
# Each item says for itself whether its edges are smoothed; arrays come as rows of columns, as everywhere else here.
pg.setConfigOptions(
    antialias=False, imageAxisOrder="row-major", foreground=look.LIGHT.muted, background=look.LIGHT.raised
)

_OVERHANG = 40
_MARGIN = 14
"""Pixels right of the pane, at least; more where half of the last number needs more."""
_PER_ROW, _PER_STEP = 34, 80


def text_width(texts: Sequence[str], size: float = look.TEXT_HINT, weight: int = look.REGULAR) -> int:
    """The width of the widest of some texts, in logical pixels."""
    return max((_advance(text, size, weight, QFont().key()) for text in texts), default=0)


@lru_cache(maxsize=4096)
def _advance(text: str, size: float, weight: int, default: str) -> int:
    """The width of one text; it also depends on the ``default`` font of the program. The same ones come back always."""
    return QFontMetrics(look.number_font(size, weight)).horizontalAdvance(text)


class Axis(pg.AxisItem):
    """Numbers or names beside a pane, in small muted figures and without a line; ``grid`` draws lines through the pane.

    On a ``log`` axis the pane counts in powers of ten. ``names`` stand in the middle of cells one unit wide. ``end`` is
    a number that is always written when it can be seen, the planned end of a training.
    """

    def __init__(self, side: str, *, grid: bool = False):
        self.log = False
        self.names: tuple[str, ...] | None = None
        self.end: float | None = None
        self._title = ""
        self._drawn: tuple[tuple[object, ...], QPicture | None] = ((), None)
        self._upright = side in ("left", "right")
        super().__init__(side, maxTickLength=0)
        self.enableAutoSIPrefix(False)
        self.setStyle(autoExpandTextSpace=False, tickTextOffset=8 if self._upright else 6, tickAlpha=255 if grid else 0)
        self.setPen(None)
        self.setGrid(255 if grid else False)

    def dress(self, theme: look.Theme, size: float = look.TEXT_HINT, weight: int = look.REGULAR, ink: str = "") -> None:
        """Take colours and font."""
        self._font = look.number_font(size, weight), size, weight
        self.setTickFont(self._font[0])
        self.setTextPen(ink or theme.muted)
        self.setTickPen(theme.line if self.grid else None)
        self.label.setFont(look.ui_font(look.TEXT_HINT))
        self.labelStyle = {"color": theme.muted, "font-size": f"{look.TEXT_HINT}px"}
        self.set_title(self._title)

    def set_title(self, title: str) -> None:
        """Say what is counted along the axis."""
        self._title = title
        self.setLabel(html.escape(title), **self.labelStyle)
        self.showLabel(bool(title))

    def fit(self, length: float, most: float = math.inf) -> None:
        """Take the room that the numbers need along ``length`` pixels, at most ``most`` pixels."""
        if not self._upright:
            self.setHeight(22 + (18 if self._title else 0))
            return
        _, size, weight = self._font
        self._most = most
        words = self.tickStrings(self._places(min(self.range), max(self.range), length), 1, 1)
        # A little more than now, in steps, so that the pane keeps its place while the numbers move.
        width = math.ceil((text_width(words, size, weight) + 12) / 4) * 4 if words else 4
        self.setWidth(max(width, 30 if self.names is None else 4) + (18 if self._title else 0))

    def past_end(self, length: float) -> float:
        """How far the last number reaches past the end of an axis of ``length`` pixels."""
        low, high = min(self.range), max(self.range)
        if self.names is not None or not low < high:
            return 0.0
        _, size, weight = self._font
        places = [place for place in self._places(low, high, length) if place <= high * (1 + 1e-9)]
        words = self.tickStrings(places[-1:], 1, 1)
        return sum(text_width([w], size, weight) / 2 - (high - places[-1]) / (high - low) * length for w in words)

    @property
    def fitted(self) -> tuple[object, ...]:
        """What decides how much room it needs."""
        return (*self.state(), self._title)

    def state(self) -> tuple[object, ...]:
        """What decides where which numbers stand: the range, the place, and the places of the pane for its lines."""
        view = self.linkedView()
        font, *sizes = self._font
        return (
            *self.range, self.log, self.names, self.end, self.geometry().getRect(), getattr(self, "_most", math.inf),
            view.geometry().getRect() if view is not None else None, font.key(), *sizes,
        )  # fmt: skip

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the numbers; pyqtgraph works them out anew at every paint, here only when something about them changed.

        The axis of a training often stays the same from one redraw of its curve to the next.
        """
        pens = (self.textPen().color().rgba(), self.tickPen().color().rgba(), self.tickPen().style(), self.grid)
        state = (*self.state(), *pens)
        if state == self._drawn[0]:
            self.picture = self._drawn[1]
        else:
            self.picture = None
        super().paint(painter, option, widget)
        self._drawn = state, self.picture

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Where numbers stand."""
        return [(1.0, self._places(min(low, high), max(low, high), size))]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """How they are written."""
        if self.names is not None:
            return [self._cut(self.names[int(value)]) for value in values]
        return [tick_number(10.0**value if self.log else value) for value in values]

    def boundingRect(self) -> QRectF:
        """The place of the axis, and room for half a number past its ends."""
        return super().boundingRect().adjusted(-_OVERHANG, -_OVERHANG, _OVERHANG, _OVERHANG)

    def _places(self, low: float, high: float, size: float) -> list[float]:
        if self.names is not None:
            return self._cells(low, high, size)
        count = max(int(size / (_PER_ROW if self._upright else _PER_STEP)), 2)
        if self.log:
            return [math.log10(tick) for tick in log_ticks(10.0**low, 10.0**high, count)]
        ticks = linear_ticks(low, high, count)
        if self.end is not None and low < self.end <= high:
            # The planned end is written exactly, so a round number close to it gives way.
            room = (text_width([tick_number(self.end)]) + 14) * (high - low) / max(size, 1)
            ticks = [*(tick for tick in ticks if abs(tick - self.end) > room), self.end]
        return ticks

    def _cells(self, low: float, high: float, size: float) -> list[float]:
        assert self.names is not None
        room = 15 if self._upright else min(text_width(self.names), 60) + 6
        stride = max(math.ceil(room * (high - low) / max(size, 1)), 1)
        first = max(math.ceil((low - 0.5) / stride), 0) * stride
        return [place + 0.5 for place in range(first, min(math.ceil(high), len(self.names)), stride)]

    def _cut(self, name: str) -> str:
        # Across, a name may be as wide as its cell.
        cell = self.geometry().width() / max(self.range[1] - self.range[0], 1.0)
        most = getattr(self, "_most", math.inf) if self._upright else max(60.0, cell - 6)
        if math.isinf(most):
            return name
        return QFontMetrics(self._font[0]).elidedText(name, Qt.TextElideMode.ElideRight, int(most))


class Pane(pg.ViewBox):
    """The place between the axes. The wheel zooms along ``wheel`` (0 across, 1 up, None both), a drag moves."""

    wholeWanted = Signal()  # noqa: N815, a signal is named as Qt names its own
    """A double click: show everything again."""

    def __init__(self, wheel: int | None = None):
        super().__init__(enableMenu=False, defaultPadding=0)
        self._wheel = wheel
        self.disableAutoRange()

    def wheelEvent(self, event: QEvent, axis: int | None = None) -> None:
        """Zoom; over an axis, along that one."""
        super().wheelEvent(event, self._wheel if axis is None else axis)

    def mouseClickEvent(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        """Show everything again after a double click."""
        if event.double() and event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.wholeWanted.emit()


class Chart(pg.PlotWidget):
    """pyqtgraph's plot without what we do ourselves: no menu, no buttons, ranges that we set."""

    mouseLeft = Signal()  # noqa: N815, a signal is named as Qt names its own
    """The mouse is no longer over the chart."""

    def __init__(self, sides: Sequence[str] = ("left", "bottom"), *, grid: str = "", wheel: int | None = None):
        pane = Pane(wheel)
        axes = {side: Axis(side, grid=side == grid) for side in sides}
        super().__init__(viewBox=pane, axisItems=axes, enableMenu=False)
        self.pane = pane
        self._fitted: tuple[object, ...] = ()
        self.axes: dict[str, Axis] = axes
        for side in ("left", "right", "top", "bottom"):
            self.plotItem.showAxis(side, side in axes)
        for axis in axes.values():
            # Lines of the grid lie under what is drawn.
            axis.setZValue(-1)
        self.plotItem.hideButtons()
        self._keep_right(_MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(1, 1)

    def dress(self, theme: look.Theme) -> None:
        """Take the colours of a scheme."""
        self._fitted = ()
        self.setBackground(theme.raised)
        for axis in self.axes.values():
            axis.dress(theme)

    def _keep_right(self, pixels: int) -> None:
        self.plotItem.layout.setContentsMargins(2, 6, 2 if "right" in self.axes else pixels, 2)

    def fit(self) -> None:
        """Give the axes the room that their numbers need, once the ranges are set."""
        if self._fitted == self._fit_state():
            self.pane.prepareForPaint()
            return
        if "bottom" in self.axes:
            self.plotItem.layout.activate()
            past = self.axes["bottom"].past_end(self.pane.width())
            # In steps, so that the pane keeps its place while the numbers move.
            self._keep_right(max(_MARGIN, 4 * math.ceil((past + 2) / 4)))
        self.plotItem.layout.activate()
        for side in self.axes:
            self.axes[side].fit(self.pane.height(), 0.35 * self.width())
        self.plotItem.layout.activate()
        for axis in self.axes.values():
            # A title takes its place only when its axis is resized, and may be longer than at that time.
            axis.resizeEvent()
        # The pane moves its content when a paint begins; a refresh may come later than that, in the same paint.
        self.pane.prepareForPaint()
        self._fitted = self._fit_state()

    def _fit_state(self) -> tuple[object, ...]:
        """What decides how much room the axes need."""
        return self.width(), self.height(), *(axis.fitted for axis in self.axes.values())

    def draw(self, item: pg.GraphicsObject) -> None:
        """Add an item that has no say in the ranges."""
        self.plotItem.addItem(item, ignoreBounds=True)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has gone."""
        super().leaveEvent(event)
        self.mouseLeft.emit()


class Hatch(pg.GraphicsObject):
    """Places whose value is not a number: danger, with a diagonal hatch, never a colour of the scale."""

    def __init__(self) -> None:
        super().__init__()
        self._places: list[QRectF] = []
        self._theme = look.LIGHT

    def set_places(self, places: list[QRectF], theme: look.Theme) -> None:
        """Hatch these rectangles of the pane."""
        self.prepareGeometryChange()
        self._places, self._theme = places, theme
        self.update()

    def boundingRect(self) -> QRectF:
        """What holds all places."""
        result = QRectF()
        for place in self._places:
            result = result.united(place)
        return result

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw tint and hatch."""
        if not self._places:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.tint(self._theme.danger, self._theme.raised, 0.25)))
        painter.drawRects(self._places)
        hatch = QBrush(QColor(self._theme.danger), Qt.BrushStyle.BDiagPattern)
        # Else the hatch would be as large as the units of the pane.
        hatch.setTransform(painter.worldTransform().inverted()[0])
        painter.setBrush(hatch)
        painter.drawRects(self._places)
