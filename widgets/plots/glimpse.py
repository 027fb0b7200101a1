"""A tensor at a glance: a number, bars, a table of colours or a row of maps, whatever its shape asks for."""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme as look
from widgets.controls import colour
from widgets.language import tr
from widgets.plots.axes import short_number

MOST_BARS = 64
"""Up to so many numbers are bars; more are a table of colours."""

_RAMP, _FOOT = 64, 18
_GAP = 3


def folded(values: np.ndarray) -> np.ndarray:
    """Numbers (n) as a table about three times as wide as high; places beyond the last are NaN."""
    columns = max(1, math.ceil(math.sqrt(3 * len(values))))
    rows = math.ceil(len(values) / columns)
    table = np.full(rows * columns, np.nan)
    table[: len(values)] = values
    return table.reshape(rows, columns)


class Glimpse(QWidget):
    """Draws one tensor, (), (n), (rows, columns) or (maps, rows, columns), with the ends of its scale in numbers.

    Signed numbers have a scale that is symmetric about zero. ``grey`` shows maps as pictures: three of them as colours.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._values: np.ndarray = np.zeros(0)
        self._words: tuple[str, ...] = ()
        self._grey = False
        self._limits: tuple[float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_values(
        self,
        values: np.ndarray,
        words: tuple[str, ...] = (),
        *,
        grey: bool = False,
        limits: tuple[float, float] | None = None,
    ) -> None:
        """Show another tensor; ``words`` stand for it where it is tokens or a class, ``limits`` are the ends of its
        scale where they are not its own.
        """
        self._values, self._words, self._grey = np.asarray(values, dtype=float), words, grey
        self._limits = limits
        self.setAccessibleDescription(self.summary())
        self.setToolTip("")
        self.updateGeometry()
        self.update()

    @property
    def values(self) -> np.ndarray:
        """What is shown."""
        return self._values

    def summary(self) -> str:
        """What is shown, in words."""
        if self._words:
            return tr(", ").join(self._words)
        if not self._values.size:
            return tr("nothing")
        low, high = float(np.nanmin(self._values)), float(np.nanmax(self._values))
        return tr("{n} numbers from {low} to {high}", n=self._values.size, low=short_number(low),
                  high=short_number(high))  # fmt: skip

    @property
    def limits(self) -> tuple[float, float]:
        """The numbers at both ends of the scale."""
        if self._limits is not None:
            return self._limits
        finite = self._values[np.isfinite(self._values)]
        if not finite.size:
            return 0.0, 1.0
        low, high = float(finite.min()), float(finite.max())
        if low < 0 and not self._grey:
            end = max(-low, high)
            return -end, end
        return (min(low, 0.0) if not self._grey else low, high) if high > low else (low, low + 1.0)

    @property
    def _map(self) -> np.ndarray:
        return look.colormap("diverging" if self.limits[0] < 0 else "sequential")

    # ------------------------------------------------------------------ size

    def sizeHint(self) -> QSize:
        """As high as its kind of picture needs."""
        return QSize(200, self.heightForWidth(max(self.width(), 120)))

    def hasHeightForWidth(self) -> bool:
        """Maps are as high as they become where they have all the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height for a width."""
        shape = self._values.shape
        if self._words:
            return 22 * max(1, len(self._lines(width)))
        if not self._values.size or not shape:
            return 30
        if len(shape) == 1:
            return (64 if len(self._values) <= MOST_BARS else 84) + _FOOT
        if len(shape) == 2:
            rows, columns = shape
            return int(min(max(width * rows / max(columns, 1), 28), 150)) + _FOOT
        size, across = self._tiles(width)
        count = 1 if self._is_colour else shape[0]
        return math.ceil(count / across) * (size * shape[1] // max(shape[2], 1) + _GAP) + _FOOT

    @property
    def _is_colour(self) -> bool:
        return self._grey and self._values.ndim == 3 and len(self._values) == 3

    def _tiles(self, width: int) -> tuple[int, int]:
        """How wide a map is drawn, and how many stand beside each other."""
        count = 1 if self._is_colour else max(len(self._values), 1)
        across = 1 if count == 1 else min(count, 6 if count <= 6 else 8)
        return min(112 if count == 1 else 92, max(14, (width - _GAP * across) // across)), across

    def _lines(self, width: int) -> list[str]:
        metrics, lines, line = QFontMetricsF(look.ui_font(look.TEXT_BASE, 600)), [], ""
        for word in self._words:
            longer = f"{line} {word}".strip()
            if line and metrics.horizontalAdvance(longer) > width:
                lines.append(line)
                longer = word
            line = longer
        return [*lines, line][:4]

    # ------------------------------------------------------------------ painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture and its scale."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._words:
            painter.setFont(look.ui_font(look.TEXT_BASE, 600))
            painter.setPen(colour("text"))
            for place, line in enumerate(self._lines(self.width())):
                painter.drawText(QRectF(0, 22 * place, self.width(), 22), int(Qt.AlignmentFlag.AlignVCenter), line)
        elif not self._values.size:
            painter.setPen(colour("muted"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), "–")
        elif self._values.ndim == 0:
            painter.setFont(look.number_font(look.TEXT_DIALOG, 600))
            painter.setPen(colour("text"))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter), short_number(float(self._values)))
        else:
            self._paint_numbers(painter)
        painter.end()

    def _paint_numbers(self, painter: QPainter) -> None:
        room = QRectF(0, 0, self.width(), self.height() - _FOOT)
        if self._values.ndim == 1 and len(self._values) <= MOST_BARS:
            self._paint_bars(painter, room)
        elif self._values.ndim == 3:
            self._paint_tiles(painter)
        else:
            self._paint_table(painter, self.table(), self.table_area())
        if not self._grey:
            self._paint_scale(painter)

    def table(self) -> np.ndarray:
        """The numbers as rows and columns."""
        return self._values if self._values.ndim == 2 else folded(self._values.reshape(-1))

    def table_area(self) -> QRectF:
        """Where the table is drawn: its cells are squares, unless it is much higher than wide."""
        rows, columns = self.table().shape
        high = float(self.height() - _FOOT)
        cell = min(self.width() / max(columns, 1), high / max(rows, 1), 26.0)
        wide = max(columns * cell, min(self.width(), 40.0))
        return QRectF(0, 0, min(wide, self.width()), max(rows * cell, min(high, 24.0)))

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        low, high = self.limits
        low, high = min(low, 0.0), max(high, 0.0)
        zero = room.top() + (high / (high - low or 1.0)) * room.height()
        step = min(room.width() / len(self._values), 56.0)
        positive, negative = (QColor(*self._map[n].tolist()) for n in (200, 55))
        painter.setPen(Qt.PenStyle.NoPen)
        for place, value in enumerate(self._values.tolist()):
            tall = value / (high - low or 1.0) * room.height() if math.isfinite(value) else 0.0
            bar = QRectF(place * step + step * 0.1, zero - max(tall, 0.0), step * 0.8, max(abs(tall), 1.0))
            painter.setBrush(colour("accent") if low >= 0 else positive if value >= 0 else negative)
            painter.drawRect(bar)
        painter.setPen(QPen(colour("edge"), 1))
        painter.drawLine(QPointF(0, zero), QPointF(step * len(self._values), zero))
        if step >= 46:
            painter.setFont(look.number_font(look.TEXT_HINT))
            painter.setPen(colour("muted"))
            for place, value in enumerate(self._values.tolist()):
                at = QRectF(place * step, room.bottom() + 2, step, _FOOT)
                painter.drawText(at, int(Qt.AlignmentFlag.AlignHCenter), short_number(value, 2))

    def image(self, table: np.ndarray) -> QImage:
        """A table in the colours of the scale, one pixel a cell."""
        low, high = self.limits
        places = np.clip(np.nan_to_num((table - low) / (high - low or 1.0)) * 255 + 0.5, 0, 255).astype(np.uint8)
        pixels = np.repeat(places[..., None], 3, -1) if self._grey else self._map[places]
        pixels = np.ascontiguousarray(pixels)
        ground = colour("raised")
        pixels[~np.isfinite(table)] = (ground.red(), ground.green(), ground.blue())
        height, width = table.shape
        return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()

    def _paint_table(self, painter: QPainter, table: np.ndarray, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self.image(table))

    def _paint_tiles(self, painter: QPainter) -> None:
        size, across = self._tiles(self.width())
        high = size * self._values.shape[1] / max(self._values.shape[2], 1)
        if self._is_colour:
            low, top = self.limits
            pixels = np.clip((self._values.transpose(1, 2, 0) - low) / (top - low or 1.0) * 255, 0, 255)
            pixels = np.ascontiguousarray(pixels.astype(np.uint8))
            height, width = pixels.shape[:2]
            picture = QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
            painter.drawImage(QRectF(0, 0, size, high), picture)
            return
        for place in range(len(self._values)):
            one = np.asarray(self._values[place])
            row, column = divmod(place, across)
            self._paint_table(painter, one, QRectF(column * (size + _GAP), row * (high + _GAP), size, high))

    def _paint_scale(self, painter: QPainter) -> None:
        """A ramp with its ends in numbers; bars that are wide enough have numbers of their own."""
        if self._values.ndim == 1 and len(self._values) <= MOST_BARS and self.width() / len(self._values) >= 46:
            return
        low, high = self.limits
        painter.setFont(look.number_font(look.TEXT_HINT))
        painter.setPen(colour("muted"))
        metrics, top = QFontMetricsF(painter.font()), self.height() - _FOOT + 3
        first, last = short_number(low), short_number(high)
        painter.drawText(QPointF(0, top + 11), first)
        x = metrics.horizontalAdvance(first) + 6
        if not (self._values.ndim == 1 and len(self._values) <= MOST_BARS):
            table = self._map
            for pixel in range(_RAMP):
                painter.fillRect(QRectF(x + pixel, top + 3, 1, 7), QColor(*table[int(pixel / _RAMP * 255)].tolist()))
            x += _RAMP + 6
        else:
            painter.drawText(QPointF(x, top + 11), "…")
            x += metrics.horizontalAdvance("…") + 6
        painter.drawText(QPointF(x, top + 11), last)


class CellPicker(Glimpse):
    """A table of which one cell is chosen, with a click or the arrow keys."""

    picked = Signal(int, int)
    """The row and the column that were chosen."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.cell = (0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def set_cell(self, row: int, column: int) -> None:
        """Frame a cell; emits nothing."""
        self.cell = (row, column)
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Higher than a glimpse: cells have to be hit."""
        rows, columns = self.table().shape
        return int(min(max(rows * min(26.0, width / max(columns, 1)), 30), 220)) + _FOOT

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell is drawn."""
        area, (rows, columns) = self.table_area(), self.table().shape
        wide, high = area.width() / columns, area.height() / rows
        return QRectF(area.left() + column * wide, area.top() + row * high, wide, high)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The table, and a frame round the chosen cell."""
        super().paintEvent(event)
        painter = QPainter(self)
        if self._values.size:
            cell = self.cell_rect(*self.cell)
            grown = cell.adjusted(-1, -1, 1, 1)
            if grown.width() < 8:
                middle = grown.center()
                grown = QRectF(middle.x() - 4, middle.y() - 4, 8, 8)
            painter.setPen(QPen(colour("raised"), 4))
            painter.drawRect(grown)
            painter.setPen(QPen(colour("accent"), 2))
            painter.drawRect(grown)
        if self.hasFocus():
            painter.setPen(QPen(colour("accent"), 1, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the cell under the mouse."""
        area, (rows, columns), at = self.table_area(), self.table().shape, event.position()
        if not self._values.size or not area.contains(at):
            return
        row = int((at.y() - area.top()) / area.height() * rows)
        column = int((at.x() - area.left()) / area.width() * columns)
        self._choose(row, column)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys go from cell to cell."""
        steps = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._choose(self.cell[0] + step[0], self.cell[1] + step[1])

    def _choose(self, row: int, column: int) -> None:
        rows, columns = self.table().shape
        self.set_cell(min(max(row, 0), rows - 1), min(max(column, 0), columns - 1))
        self.picked.emit(*self.cell)
