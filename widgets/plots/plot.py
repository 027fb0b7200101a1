"""What every plot shares: theme and language, an empty state, values as a table, export as picture and CSV."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QImage, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import VoidPtr

from graphs.message import Message
from widgets import theme as look
from widgets.language import tr

Text = str | Message
"""A text as a caller gives it: final, or to be translated where it is drawn."""


@dataclass(frozen=True)
class Table:
    """The values of a plot for those who read rather than look: a header and rows of the same length."""

    header: tuple[str, ...]
    rows: Sequence[tuple[str | float, ...]]


def polygon(xs: np.ndarray, ys: np.ndarray) -> QPolygonF:
    """Points as Qt's polygon without a Python loop; ``xs`` and ``ys`` of shape (n,) in pixels."""
    result = QPolygonF()
    result.resize(len(xs))
    if len(xs):
        buffer: Any = VoidPtr(cast(Any, result.data()), 16 * len(xs), True)  # type: ignore[call-arg]
        memory = np.frombuffer(buffer, dtype=np.float64).reshape(-1, 2)
        memory[:, 0], memory[:, 1] = xs, ys
    return result


class Plot(QWidget):
    """A plain widget that draws values. Subclasses implement ``paint``, ``values_table`` and ``summary``."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._export: look.Theme | None = None
        self._empty: Text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(160, 96)

    # -- what subclasses say -----------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Draw everything into ``area`` (logical pixels)."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether there is nothing to draw yet."""
        raise NotImplementedError

    def values_table(self) -> Table:
        """The values behind the picture."""
        raise NotImplementedError

    def summary(self) -> str:
        """One sentence that says what the picture shows, for a screen reader."""
        raise NotImplementedError

    # -- what everybody may call -------------------------------------------------------------------------------------

    def set_empty_text(self, text: Text) -> None:
        """What stands here before the first value: what will be shown, and what to do for it."""
        self._empty = text
        self.update()

    def export_png(self, path: str | Path, scale: float = 2.0) -> None:
        """Write the plot as a picture, always in the light scheme, which prints. Raises OSError if it cannot."""
        size = self.size()
        image = QImage(size * scale, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(scale)
        image.fill(QColor(look.LIGHT.raised))
        painter = QPainter(image)
        self._export = look.LIGHT
        try:
            self._draw(painter, QRectF(0, 0, size.width(), size.height()))
        finally:
            self._export = None
            painter.end()
        if not image.save(str(path), "PNG"):  # type: ignore[call-overload]
            raise OSError(f"The picture could not be written to {path}. Is the folder there, and may one write to it?")

    def export_csv(self, path: str | Path) -> None:
        """Write the values as CSV with a header, in UTF-8 that spreadsheets recognise."""
        table = self.values_table()
        with Path(path).open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(table.header)
            writer.writerows(table.rows)

    def retranslate(self) -> None:
        """Say everything again in the language of the window."""
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.update()

    # -- Qt ----------------------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        """Follow theme and language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw; Qt calls this only while the plot can be seen."""
        painter = QPainter(self)
        self._draw(painter, QRectF(self.rect()))
        painter.end()

    def sizeHint(self) -> QSize:
        """A card's worth of room."""
        return QSize(420, 220)

    # -- for subclasses ----------------------------------------------------------------------------------------------

    @property
    def theme(self) -> look.Theme:
        """The scheme to draw in: the present one, or the light one for an export."""
        return self._export or look.current()

    def _draw(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.is_empty():
            painter.setFont(look.ui_font(look.TEXT_SECONDARY))
            painter.setPen(QColor(self.theme.muted))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(area.adjusted(16, 8, -16, -8), int(flags), self.text(self._empty))
            return
        self.paint(painter, area)

    @staticmethod
    def text(text: Text) -> str:
        """A caller's text in the language of the window."""
        return tr(text) if isinstance(text, Message) else text

    def changed(self) -> None:
        """Values came: draw when Qt next has time."""
        if self.isVisible():
            self.update()

    def hatch(self, painter: QPainter, area: QRectF) -> None:
        """Fill a place whose value is not a number: danger, with a diagonal hatch, never a colour of the scale."""
        theme = self.theme
        painter.fillRect(area, QColor(look.tint(theme.danger, theme.raised, 0.25)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillRect(area, QBrush(QColor(theme.danger), Qt.BrushStyle.BDiagPattern))

    def label(
        self,
        painter: QPainter,
        area: QRectF,
        text: str,
        align: Qt.AlignmentFlag,
        colour: str = "",
        size: float = look.TEXT_HINT,
        weight: int = look.REGULAR,
    ) -> None:
        """Write a small text, cut with an ellipsis when it does not fit."""
        painter.setFont(look.number_font(size, weight))
        painter.setPen(QColor(colour or self.theme.muted))
        fitted = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()) + 1)
        painter.drawText(area, int(align | Qt.TextFlag.TextSingleLine), fitted)

    def colour_bar(self, painter: QPainter, area: QRectF, table: np.ndarray, low: str, high: str) -> None:
        """A strip of the colour map with its ends in numbers, the higher end on top."""
        strip = np.ascontiguousarray(table[::-1].reshape(256, 1, 3))
        image = QImage(strip.data, 1, 256, 3, QImage.Format.Format_RGB888)
        bar = QRectF(area.left(), area.top() + 18, 10, max(area.height() - 36, 8))
        painter.drawImage(bar, image)
        painter.setPen(QPen(QColor(self.theme.line), 1))
        painter.drawRect(bar)
        top = QRectF(area.left(), area.top(), area.width(), 14)
        bottom = QRectF(area.left(), area.bottom() - 14, area.width(), 14)
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        self.label(painter, top, high, align)
        self.label(painter, bottom, low, align)


def text_width(texts: Sequence[str], size: float = look.TEXT_HINT, weight: int = look.REGULAR) -> int:
    """The width of the widest of some texts, in logical pixels."""
    metrics = QFontMetrics(look.number_font(size, weight))
    return max((metrics.horizontalAdvance(text) for text in texts), default=0)


def focus_ring(painter: QPainter, area: QRectF, theme: look.Theme) -> None:
    """The ring around what takes the keys."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(theme.accent), look.LINE_FOCUS))
    painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 3, 3)
