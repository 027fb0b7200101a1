"""A board one draws on with the mouse, or with the arrow keys: ink on paper, for a network that reads what is drawn."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from widgets import theme
from widgets.language import tr

SIDE = 280
"""The longer side of what is drawn, in its own pixels."""

PEN = 0.13
"""How thick a stroke is, as a share of the side."""

STRIDE = 6
"""How far one press of an arrow key moves the pen, in pixels of the drawing."""

_ARROWS = {
    Qt.Key.Key_Left: QPoint(-STRIDE, 0),
    Qt.Key.Key_Right: QPoint(STRIDE, 0),
    Qt.Key.Key_Up: QPoint(0, -STRIDE),
    Qt.Key.Key_Down: QPoint(0, STRIDE),
}


class DrawingBoard(QWidget):
    """Draw with the left button, rub out with the right one. With the keyboard the arrows move the pen, Space puts it
    down and lifts it, Delete wipes the board.
    """

    drawn = Signal()
    """Something was drawn, rubbed out or wiped away by a person."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._image = QImage(SIDE, SIDE, QImage.Format.Format_Grayscale8)
        self._image.fill(0)
        self._last: QPointF | None = None
        self._rubs = False
        self._pen, self._down = QPoint(SIDE // 2, SIDE // 2), False
        self.setMinimumSize(120, 120)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Drawing board"))
        self.setToolTip(tr("Draw with the left button, rub out with the right one. Keys: arrows move the pen, Space "
                           "puts it down or lifts it, Delete wipes the board."))  # fmt: skip

    # ------------------------------------------------------------------ what is drawn

    def ink(self) -> np.ndarray:
        """What is drawn: (280, 280) float32, paper 0 and ink 1."""
        bits, stride = self._image.constBits(), self._image.bytesPerLine()
        table = np.frombuffer(bits, dtype=np.uint8).reshape(self._image.height(), stride)
        return table[:, : self._image.width()].astype(np.float32) / 255

    def set_ink(self, ink: np.ndarray) -> None:
        """Show a picture (h, w) of ink from 0 to 1, made as large as the board; raises ValueError for another form."""
        if ink.ndim != 2:
            raise ValueError(f"A board shows (h, w) numbers, and these have the form {ink.shape}.")
        grey = np.ascontiguousarray((ink.clip(0, 1) * 255).round().astype(np.uint8))
        small = QImage(grey.tobytes(), grey.shape[1], grey.shape[0], grey.shape[1], QImage.Format.Format_Grayscale8)
        self._image = small.scaled(SIDE, SIDE, Qt.AspectRatioMode.IgnoreAspectRatio).convertToFormat(
            QImage.Format.Format_Grayscale8
        )
        self.update()

    def is_empty(self) -> bool:
        """Whether nothing is drawn."""
        return not bool(self.ink().any())

    def wipe(self) -> None:
        """Wipe everything away."""
        self._image.fill(0)
        self.update()
        self.drawn.emit()

    # ------------------------------------------------------------------ drawing

    def _room(self) -> QRectF:
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def _place(self, point: QPointF) -> QPointF:
        room = self._room()
        return (point - room.topLeft()) * (SIDE / max(room.width(), 1.0))

    def _stroke(self, start: QPointF, end: QPointF) -> None:
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = PEN * SIDE * (2 if self._rubs else 1)
        grey = 0 if self._rubs else 255
        pen = QPen(QColor(grey, grey, grey), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if start == end:
            painter.drawPoint(start)
        else:
            painter.drawLine(start, end)
        painter.end()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the pen, or the rubber, down."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            self._rubs = event.button() == Qt.MouseButton.RightButton
            self._last = self._place(event.position())
            self._stroke(self._last, self._last)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw to where the mouse is now."""
        if self._last is not None:
            here = self._place(event.position())
            self._stroke(self._last, here)
            self._last = here

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Lift the pen."""
        if self._last is not None:
            self._last = None
            self.drawn.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the pen, put it down or lift it, or wipe the board."""
        key = Qt.Key(event.key())
        if key in _ARROWS:
            before = QPointF(self._pen)
            moved = self._pen + _ARROWS[key]
            self._pen = QPoint(min(max(moved.x(), 0), SIDE - 1), min(max(moved.y(), 0), SIDE - 1))
            if self._down:
                self._rubs = False
                self._stroke(before, QPointF(self._pen))
                self.drawn.emit()
            self.update()
        elif key == Qt.Key.Key_Space:
            self._down = not self._down
            if self._down:
                self._rubs = False
                self._stroke(QPointF(self._pen), QPointF(self._pen))
                self.drawn.emit()
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.wipe()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ looks

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(220, 220)

    def hasHeightForWidth(self) -> bool:
        """It is a square where there is room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as wide, but no higher than is good to draw on."""
        return min(width, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paper and ink in the colours of the theme; the pen where the keyboard has it."""
        now, room = theme.current(), self._room()
        painter = QPainter(self)
        paper, ink = QColor(now.sunken), QColor(now.text)
        table = [_between(paper, ink, level / 255) for level in range(256)]
        shown = QImage(self._image.constBits(), SIDE, SIDE, self._image.bytesPerLine(), QImage.Format.Format_Indexed8)
        shown.setColorTable(table)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(room, shown)
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.edge), 2 if self.hasFocus() else 1))
        painter.drawRect(room.adjusted(1, 1, -1, -1))
        if self.hasFocus():
            scale = room.width() / SIDE
            radius = PEN * room.width() / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(now.accent), 2 if self._down else 1))
            painter.drawEllipse(room.topLeft() + QPointF(self._pen) * scale, radius, radius)
        painter.end()


def _between(paper: QColor, ink: QColor, share: float) -> int:
    """The colour a share of the way from paper to ink, as Qt counts colours."""
    red, green, blue = (
        round(one + (other - one) * share)
        for one, other in ((paper.red(), ink.red()), (paper.green(), ink.green()), (paper.blue(), ink.blue()))
    )
    return QColor(red, green, blue).rgb()
