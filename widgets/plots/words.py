"""Names under the columns of a picture: the words of a sentence, upright where there is no room to write across."""

from __future__ import annotations

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.plots.chart import text_width

LOW, TALLEST = 20, 84
"""The height of words written across, and the greatest of words written upright, in pixels."""

NARROWEST = 13
"""Columns narrower than this share a word: every second, every third is written."""


class ColumnWords(QWidget):
    """One word in the middle of each column of a pane; the chosen column's word stands out."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._span = (0.0, 1.0)
        self._range = (0.0, 1.0)
        self._chosen: int | None = None
        self._theme = look.LIGHT
        self.setFixedHeight(LOW)

    def set_words(
        self,
        words: tuple[str, ...],
        span: tuple[float, float],
        seen: tuple[float, float],
        chosen: int | None,
        theme: look.Theme,
    ) -> None:
        """Write words between the pixels ``span``, over which the columns ``seen`` (from, to) are spread."""
        self._words, self._span, self._range, self._chosen, self._theme = words, span, seen, chosen, theme
        width = self.column
        longest = text_width(words, look.TEXT_HINT, look.SEMIBOLD) if words else 0
        counted = all(word.isdecimal() for word in words)
        # Words are turned so that none is missing; of numbers every few are enough.
        height = LOW if counted or longest + 4 <= width else min(longest + 8, TALLEST)
        if self.height() != height:
            self.setFixedHeight(height)
        self.update()

    @property
    def column(self) -> float:
        """How wide a column is, in pixels."""
        low, high = self._range
        return (self._span[1] - self._span[0]) / max(high - low, 1e-9)

    def shown(self) -> list[str]:
        """The words that have room."""
        return [self._words[place] for place in self._places()]

    def _places(self) -> list[int]:
        across = self.height() == LOW
        counted = all(word.isdecimal() for word in self._words)
        room = NARROWEST if not across else text_width(self._words, look.TEXT_HINT) + 8 if counted else 0
        stride = max(math.ceil(room / max(self.column, 0.01)), 1)
        first, last = max(math.floor(self._range[0]), 0), min(math.ceil(self._range[1]), len(self._words))
        return [place for place in range(first, last) if place % stride == 0 or place == self._chosen]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Write the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        across = self.height() == LOW
        for place in self._places():
            chosen = place == self._chosen
            middle = self._span[0] + (place + 0.5 - self._range[0]) * self.column
            if not self._span[0] - 1 <= middle <= self._span[1] + 1:
                continue
            font = look.number_font(look.TEXT_HINT, look.SEMIBOLD if chosen else look.REGULAR)
            painter.setFont(font)
            painter.setPen(QColor(self._theme.accent if chosen else self._theme.text))
            most = 2 * self.column + 40 if across else self.height() - 4
            word = QFontMetrics(font).elidedText(self._words[place], Qt.TextElideMode.ElideRight, math.ceil(most))
            if across:
                box = QRectF(middle - self.column - 20, 0, 2 * self.column + 40, self.height())
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), word)
                continue
            painter.save()
            painter.translate(middle, 2)
            painter.rotate(90)
            box = QRectF(0, -8, self.height(), 16)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), word)
            painter.restore()
        painter.end()
