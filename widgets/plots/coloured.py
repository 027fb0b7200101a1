"""A text whose words are coloured by numbers: what speaks for an answer and what against it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number

_LINE, _GAP, _PAD = 26.0, 4.0, 5.0


class ColouredWords(QWidget):
    """Words one after the other, as in a text; the background of each says its number, which the mouse tells."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self._values: np.ndarray = np.zeros(0)
        self._most = 1.0
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: Sequence[str], values: np.ndarray) -> None:
        """Show words and a number for each; the largest in size has the full colour.

        Raises ValueError when they are not as many.
        """
        if len(words) != len(values):
            raise ValueError(f"There are {len(words)} words for {len(values)} numbers.")
        self._words, self._values = tuple(words), np.asarray(values, dtype=float)
        self._most = float(np.abs(self._values).max()) if len(values) else 1.0
        self.setAccessibleDescription(
            ", ".join(f"{word} {short_number(value)}" for word, value in zip(words, self._values, strict=True))
        )
        self.updateGeometry()
        self.update()

    def places(self, width: float) -> list[QRectF]:
        """Where each word lies in so much width."""
        metrics = QFontMetricsF(look.number_font(look.sized(look.TEXT_BASE)))
        found, x, y = [], 0.0, 0.0
        for word in self._words:
            wide = metrics.horizontalAdvance(word) + 2 * _PAD
            if x and x + wide > width:
                x, y = 0.0, y + _LINE + _GAP
            found.append(QRectF(x, y, wide, _LINE))
            x += wide + _GAP
        return found

    def hasHeightForWidth(self) -> bool:
        """A narrow text is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the lines."""
        places = self.places(width)
        return int(places[-1].bottom()) + 2 if places else 0

    def sizeHint(self) -> QSize:
        """As wide as it is."""
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def minimumSizeHint(self) -> QSize:
        """One word at least, and every line."""
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words on their colours."""
        theme = look.current()
        table = look.colormap("diverging", theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(look.number_font(look.sized(look.TEXT_BASE)))
        for word, value, place in zip(self._words, self._values, self.places(self.width()), strict=True):
            share = value / self._most if self._most else 0.0
            fill = QColor(*table[round(127.5 + 127.5 * share)].tolist())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fill)
            painter.drawRoundedRect(place, look.RADIUS_SMALL, look.RADIUS_SMALL)
            dark, light = QColor(look.LIGHT.text), QColor(look.DARK.text)
            painter.setPen(dark if fill.lightnessF() > 0.5 else light)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)

    def event(self, event: QEvent) -> bool:
        """Tell the number of the word under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = QPointF(event.pos())
            for word, value, place in zip(self._words, self._values, self.places(self.width()), strict=True):
                if place.contains(at):
                    QToolTip.showText(
                        event.globalPos(), tr("{name}: {value}", name=word, value=short_number(value)), self
                    )
                    return True
        return super().event(event)
