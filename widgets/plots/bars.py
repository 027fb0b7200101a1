"""Horizontal bars by name: the present gradient norm of each node, on a log axis."""

from __future__ import annotations

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import log_ticks, short_number, tick_number
from widgets.plots.plot import Plot, Table, text_width

_ALIGN = Qt.AlignmentFlag
_ROW = 22.0


class BarPlot(Plot):
    """One bar per name on a log axis, its number beside it. Zero has no bar and says so; NaN is hatched."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._values: dict[str, float] = {}
        self._limits: tuple[float, float] | None = None
        self.setAccessibleName(tr("Bars"))

    def set_values(self, values: Mapping[str, float], limits: tuple[float, float] | None = None) -> None:
        """Show one number per name, in this order.

        ``limits`` are the ends of the axis, both above zero; without them, the powers of ten around the values.
        """
        if limits is not None and not 0 < limits[0] < limits[1]:
            raise ValueError(f"A log axis needs 0 < low < high; got {limits}.")
        self._values = {name: float(value) for name, value in values.items()}
        self._limits = limits
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._values = {}
        self.retranslate()

    def is_empty(self) -> bool:
        """Whether there is no bar."""
        return not self._values

    def values_table(self) -> Table:
        """Names and values."""
        return Table((tr("name"), tr("value")), list(self._values.items()))

    def summary(self) -> str:
        """Every name with its number."""
        return ", ".join(f"{name} {short_number(value)}" for name, value in self._values.items())

    def limits(self) -> tuple[float, float]:
        """The ends of the axis."""
        if self._limits is not None:
            return self._limits
        positive = [value for value in self._values.values() if math.isfinite(value) and value > 0]
        if not positive:
            return 0.1, 1.0
        low = 10.0 ** math.floor(math.log10(min(positive)) - 0.3)
        return low, max(10.0 ** math.ceil(math.log10(max(positive))), 10 * low)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw the axis, the bars and their numbers."""
        theme = self.theme
        low, high = self.limits()
        names = min(text_width(list(self._values), look.TEXT_SECONDARY) + 14, area.width() * 0.4)
        numbers = (
            text_width([short_number(value) for value in self._values.values()], look.TEXT_SECONDARY, look.SEMIBOLD)
            + 12
        )
        plot = area.adjusted(names, 4, -max(numbers, 44), -22)
        if plot.width() < 16 or plot.height() < 16:
            return
        row = min(plot.height() / len(self._values), _ROW * 1.4)
        plot.setHeight(row * len(self._values))
        self._paint_axis(painter, plot, low, high)
        for index, (name, value) in enumerate(self._values.items()):
            top = plot.top() + index * row
            if row >= 12 or index % math.ceil(12 / row) == 0:
                box = QRectF(area.left(), top, names - 8, row)
                self.label(painter, box, name, _ALIGN.AlignRight | _ALIGN.AlignVCenter, theme.text, look.TEXT_SECONDARY)
                box = QRectF(plot.right() + 6, top, area.right() - plot.right() - 6, row)
                colour = theme.text if math.isfinite(value) else theme.danger
                align = _ALIGN.AlignLeft | _ALIGN.AlignVCenter
                self.label(painter, box, short_number(value), align, colour, look.TEXT_SECONDARY, look.SEMIBOLD)
            thickness = min(row * 0.62, 14)
            bar = QRectF(plot.left(), top + (row - thickness) / 2, plot.width(), thickness)
            if not math.isfinite(value):
                self.hatch(painter, bar)
            elif value > 0:
                share = (math.log10(value) - math.log10(low)) / (math.log10(high) - math.log10(low))
                bar.setWidth(max(plot.width() * min(max(share, 0), 1), 2))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(self._colour(share)))
                painter.drawRoundedRect(bar, 2, 2)

    def _colour(self, share: float) -> str:
        # The ramp of the wires: stronger is further from the background, so bar and wire of a node agree.
        table = look.colormap("gradient", self.theme)
        red, green, blue = table[int(np.clip(share * 255, 0, 255))].tolist()
        return f"#{red:02X}{green:02X}{blue:02X}"

    def _paint_axis(self, painter: QPainter, plot: QRectF, low: float, high: float) -> None:
        span = math.log10(high) - math.log10(low)
        for tick in log_ticks(low, high, max(int(plot.width() / 60), 2)):
            x = round(plot.left() + (math.log10(tick) - math.log10(low)) / span * plot.width()) + 0.5
            painter.setPen(QPen(QColor(self.theme.line), look.LINE))
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            self.label(
                painter,
                QRectF(x - 30, plot.bottom() + 4, 60, 16),
                tick_number(tick),
                _ALIGN.AlignHCenter | _ALIGN.AlignTop,
            )
