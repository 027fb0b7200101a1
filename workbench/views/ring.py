"""A line round a picture that shows the past: what is drawn there is not how things are now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import QWidget

from widgets.controls import colour
from widgets.tokens import LINE_FOCUS, RADIUS_CARD


class Ring(QWidget):
    """Two pixels of accent just inside the edge of a widget; it takes no mouse and covers nothing else."""

    def __init__(self, around: QWidget, radius: float = RADIUS_CARD):
        super().__init__(around)
        self._around, self._radius = around, round(radius)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.installEventFilter(self)
        self._fit()
        self.raise_()
        self.show()

    def leave(self) -> None:
        """Go away."""
        self.hide()
        self.deleteLater()

    def _fit(self) -> None:
        self.setGeometry(self._around.rect())
        corner, line = self._radius, round(LINE_FOCUS)
        hole = self.rect().adjusted(line, corner, -line, -corner)
        middle = self.rect().adjusted(corner, line, -corner, -line)
        # Only its own pixels, so that nothing under it is painted again because of it.
        self.setMask(QRegion(self.rect()) - QRegion(hole) - QRegion(middle))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what it goes round."""
        if event.type() == QEvent.Type.Resize and watched is self._around:
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("accent"), LINE_FOCUS))
        edge = QRect(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(edge, self._radius, self._radius)
