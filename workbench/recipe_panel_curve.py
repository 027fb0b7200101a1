"""The learning rate over a whole training, drawn before anything is trained."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from graphs.recipe import Player
from widgets.controls import THEME_CHANGES, colour
from widgets.language import tr

STEPS_PER_EPOCH = 100
"""How finely the preview looks; how many steps an epoch really has is known when the data are loaded."""

_SIDE, _TOP, _FOOT = 48.0, 8.0, 18.0


class RateCurve(QWidget):
    """A small picture of one player's learning rate over the epochs of the recipe.

    ``points`` are pairs of epoch and rate.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.points: list[tuple[float, float]] = []
        self._epochs = 1
        self.setFixedHeight(104)

    def show_player(self, player: Player, epochs: int) -> None:
        """Draw the schedule of a player over so many epochs."""
        per_epoch = max(1, min(STEPS_PER_EPOCH, 20_000 // epochs))
        found = player.schedule.curve(player.optimizer.learning_rate, per_epoch, epochs * per_epoch)
        self.points, self._epochs = [(step / per_epoch, rate) for step, rate in found], epochs
        first, last = (f"{self.points[place][1]:.3g}" for place in (0, -1))
        highest = f"{max(rate for _, rate in self.points):.3g}"
        self.setAccessibleName(tr("Learning rate over the epochs"))
        self.setAccessibleDescription(
            tr(
                "Begins at {first}, reaches {highest}, ends at {last} after {epochs} epochs",
                first=first,
                highest=highest,
                last=last,
                epochs=epochs,
            )
        )
        self.setToolTip(self.accessibleDescription())
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A frame, the highest rate and 0 at its left, the epochs below, and the line."""
        if not self.points:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(_SIDE, _TOP, max(1.0, self.width() - _SIDE - 8), max(1.0, self.height() - _TOP - _FOOT))
        painter.setPen(QPen(colour("line"), 1))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.drawLine(area.topLeft(), area.topRight())
        highest = max(rate for _, rate in self.points)
        font = QFont(self.font())
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(colour("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, area.top() - 8, _SIDE - 6, 16), right, f"{highest:.3g}")
        painter.drawText(QRectF(0, area.bottom() - 8, _SIDE - 6, 16), right, "0")
        below = QRectF(area.left(), area.bottom() + 2, area.width(), _FOOT - 2)
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, "0")
        painter.drawText(below, Qt.AlignmentFlag.AlignRight, tr("{epochs} epochs", epochs=self._epochs))
        line = QPolygonF(
            [
                QPointF(
                    area.left() + epoch / self._epochs * area.width(), area.bottom() - rate / highest * area.height()
                )
                for epoch, rate in self.points
            ]
        )
        line.append(QPointF(area.right(), line.last().y()))
        painter.setPen(QPen(colour("accent"), 2))
        painter.drawPolyline(line)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES:
            self.update()
