"""What stands beside a picture: the legend above it with present values, the bar that gives colours their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.plots.chart import text_width

_ROW, _ROWS = 22, 3
_SAMPLE = 22
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class Entry:
    """One name in a legend: with the pen of its line or the symbol of its points, and its present value."""

    name: str
    pen: QPen
    number: str = ""
    symbol: str = ""
    fill: str = ""

    def width(self) -> float:
        """The room it takes, for a number its widest, so that the legend does not move while it counts."""
        number = max(text_width([self.number], look.TEXT_SECONDARY, look.SEMIBOLD), 46) + 8 if self.number else 0
        return self.sample() + text_width([self.name], look.TEXT_SECONDARY) + 4 + number

    def sample(self) -> int:
        """The room of the piece of line or the symbol."""
        return 16 if self.symbol else _SAMPLE + 7


class Legend(QWidget):
    """Names with their lines and values, in as many rows as they need, three at most."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._entries: tuple[Entry, ...] = ()
        self._places: list[QPointF] = []
        self._theme = look.LIGHT
        self.setFixedHeight(_ROW)

    def set_entries(self, entries: Sequence[Entry], theme: look.Theme) -> None:
        """Show these."""
        if tuple(entries) == self._entries and theme is self._theme:
            return
        self._entries, self._theme = tuple(entries), theme
        self._place()
        self.update()

    def _place(self) -> None:
        x, y = 4.0, 0.0
        self._places = []
        for entry in self._entries:
            width = entry.width()
            if x + width > self.width() and x > 4:
                if y + _ROW >= _ROWS * _ROW:
                    break
                x, y = 4.0, y + _ROW
            self._places.append(QPointF(x, y))
            x += width + 12
        if self.height() != int(y) + _ROW:
            self.setFixedHeight(int(y) + _ROW)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break into rows again."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each sample, its name and its value."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for entry, place in zip(self._entries, self._places, strict=False):
            middle = place.y() + _ROW / 2
            if entry.symbol:
                painter.save()
                painter.translate(place.x() + 6, middle)
                drawSymbol(painter, entry.symbol, 9, entry.pen, QColor(entry.fill))
                painter.restore()
            else:
                painter.setPen(entry.pen)
                painter.drawLine(QPointF(place.x(), middle), QPointF(place.x() + _SAMPLE, middle))
            x = place.x() + entry.sample()
            name = text_width([entry.name], look.TEXT_SECONDARY) + 4
            painter.setFont(look.number_font(look.TEXT_SECONDARY))
            painter.setPen(QColor(self._theme.muted if entry.number else self._theme.text))
            painter.drawText(QRectF(x, place.y(), name, _ROW), _LEFT, entry.name)
            if entry.number:
                painter.setFont(look.number_font(look.TEXT_SECONDARY, look.SEMIBOLD))
                painter.setPen(QColor(self._theme.text))
                painter.drawText(QRectF(x + name + 4, place.y(), self.width(), _ROW), _LEFT, entry.number)
        painter.end()


class ColourBar(QWidget):
    """A strip of a colour map with its ends in numbers, the higher end on top."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._image = QImage()
        self._ends = ("", "")
        self._theme = look.LIGHT
        self.setFixedWidth(48)

    def set_scale(self, table: np.ndarray, low: str, high: str, theme: look.Theme) -> None:
        """Show a map (256, 3) of uint8 and what its ends stand for."""
        strip = np.ascontiguousarray(table[::-1].reshape(256, 1, 3))
        self._image = QImage(strip.data, 1, 256, 3, QImage.Format.Format_RGB888).copy()
        self._ends, self._theme = (low, high), theme
        self.setFixedWidth(max(text_width([low, high]), 12) + 10)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the strip between its numbers."""
        painter = QPainter(self)
        bar = QRectF(0.5, 24.5, 10, max(self.height() - 68, 8))
        painter.drawImage(bar, self._image)
        painter.setPen(QColor(self._theme.line))
        painter.drawRect(bar)
        painter.setFont(look.number_font(look.TEXT_HINT))
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QRectF(0, bar.top() - 18, self.width(), 14), _LEFT, self._ends[1])
        painter.drawText(QRectF(0, bar.bottom() + 4, self.width(), 14), _LEFT, self._ends[0])
        painter.end()
