"""Texts of wires as pixels, for the frames in which the picture moves: written once, then copied."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from widgets import theme

MOST = 2_000
"""How many texts are kept."""

HALO = 0.86
"""How strongly the paper shows behind a text."""

_WORN = 1.6
"""A text that would be stretched or shrunk by more than this is written anew."""


class Labels:
    """Small texts on their halo. One that stands on many wires is written once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], tuple[float, tuple[QPixmap, QRectF]]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def forget(self) -> None:
        """Drop every text: the theme or the font changed, or another drawing is shown."""
        self._kept.clear()

    def paint(self, painter: QPainter, text: str, colour: str, place: QRectF, ascent: float, scale: float) -> None:
        """Copy a text to its place, in canvas units, of which one is ``scale`` pixels long."""
        known = self._kept.get((text, colour))
        if known is None or not scale / _WORN < known[0] < scale * _WORN:
            if len(self._kept) >= MOST:
                self._kept.clear()
            written = _written(text, colour, place, ascent, scale)
            known = self._kept[text, colour] = scale, (written, QRectF(written.rect()))
        painter.drawPixmap(place, *known[1])


def _written(text: str, colour: str, place: QRectF, ascent: float, scale: float) -> QPixmap:
    """A text on its halo as it stands on a drawing at rest."""
    pixmap = QPixmap(max(1, round(place.width() * scale)), max(1, round(place.height() * scale)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.scale(scale, scale)
    halo = QColor(theme.current().surface)
    halo.setAlphaF(HALO)
    painter.fillRect(QRectF(0, 1, place.width(), place.height() - 3), halo)
    painter.setFont(theme.mono_font(theme.TEXT_WIRE))
    painter.setPen(QColor(colour))
    painter.drawText(QPointF(2, ascent), text)
    painter.end()
    return pixmap
