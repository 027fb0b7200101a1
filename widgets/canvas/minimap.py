"""The whole drawing in a corner, with the part that is seen: drag it to look elsewhere."""

from __future__ import annotations

import numpy
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from graphs.layer import Family
from widgets import theme
from widgets.canvas.item import GraphItem
from widgets.canvas.picture import Picture
from widgets.canvas.view import GraphView
from widgets.language import tr

WIDTH, HEIGHT = 212, 126
_AIR = 8.0


class Minimap(QWidget):
    """Boxes in the colours of their families, errors as dots, and the viewport as a frame."""

    def __init__(self, view: GraphView, parent: QWidget | None = None):
        super().__init__(parent)
        self._view = view
        self._pixmap: QPixmap | None = None
        self._key: tuple[object, ...] = ()
        self.setFixedSize(QSize(WIDTH, HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._picture: Picture | None = None
        self.held = False
        """Whether a hand drags it: it does not vanish then."""
        self._shown: tuple[object, ...] = ()
        view.zoomed.connect(self._moved)
        self.retranslate()

    def retranslate(self) -> None:
        """Set its words."""
        self.setAccessibleName(tr("Map of the network"))
        self.setToolTip(tr("Drag to look elsewhere. M hides the map."))

    @Slot()
    def _moved(self) -> None:
        if self.isVisible():
            self.update()

    def _frame(self) -> tuple[float, QPointF]:
        """Scale, and where the canvas's origin lies here: the drawing and the viewport both fit."""
        left, top, right, bottom = self._view.root.drawing.bounds()
        width, height = max(right - left, 400.0), max(bottom - top, 240.0)
        scale = min((WIDTH - 2 * _AIR - 8) / width, (HEIGHT - 2 * _AIR - 8) / height)
        x = WIDTH / 2 - (left + right) / 2 * scale
        y = HEIGHT / 2 - (top + bottom) / 2 * scale
        return scale, QPointF(x, y)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the map."""
        look = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.line), theme.LINE))
        painter.setBrush(QColor(look.window))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.RADIUS_CARD, theme.RADIUS_CARD
        )
        scale, origin = self._frame()
        inside = QRectF(self.rect()).adjusted(5, 5, -5, -5)
        area = self._view.seen()
        seen = QRectF(area.topLeft() * scale + origin, area.bottomRight() * scale + origin).intersected(inside)
        accent = QColor(look.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tint(look.accent, look.window, 0.12)))
        painter.drawRoundedRect(seen, 3, 3)
        painter.drawPixmap(0, 0, self._drawn(scale, origin, inside))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(accent, 2))
        painter.drawRoundedRect(seen, 3, 3)

    def _drawn(self, scale: float, origin: QPointF, inside: QRectF) -> QPixmap:
        """All boxes, painted once for a drawing: panning moves only the frame."""
        look, drawing = theme.current(), self._view.root.drawing
        if drawing.picture is not self._picture:
            self._picture = drawing.picture
            self._shown = tuple([(node.family, bool(node.problem)) for node in drawing.picture.nodes])
        parts = [(item.drawing, item.scenePos().toTuple()) for item in self._view.items_shown()]
        key = (drawing, self._shown, drawing.picture.frames, look.name, scale, self.devicePixelRatioF(), tuple(parts))
        if self._pixmap is not None and self._key == key:
            return self._pixmap
        ratio = self.devicePixelRatioF()
        self._pixmap, self._key = QPixmap(self.size() * ratio), key
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._pixmap)
        painter.setClipRect(inside)
        colours = tuple(look.frames.values())
        for frame in drawing.picture.frames:
            box = drawing.frame_box(frame.id)
            if box is not None:
                place = QRectF(QPointF(box[0], box[1]) * scale + origin, QPointF(box[2], box[3]) * scale + origin)
                painter.setPen(QPen(QColor(colours[frame.colour % len(colours)]), 1))
                painter.drawRoundedRect(place, 2, 2)
        for item in self._view.items_shown():
            self._boxes(painter, item, scale, origin + item.scenePos() * scale)
        painter.end()
        return self._pixmap

    @staticmethod
    def _boxes(painter: QPainter, item: GraphItem, scale: float, origin: QPointF) -> None:
        """The nodes of one drawing; of a block that is open where it stands only the frame: its inside comes after."""
        look, drawing = theme.current(), item.drawing
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        families = list(Family)
        numbers = numpy.array(
            [-1 if node.id in item.opened else families.index(node.family) for node in drawing.picture.nodes], dtype=int
        )
        for number in sorted(set(numbers.tolist())):
            if number < 0:
                painter.setPen(QPen(QColor(look.families[Family.BLOCK]), 1))
                painter.setBrush(QColor(theme.tint(look.families[Family.BLOCK], look.window, 0.12)))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(look.families[families[number]]))
            boxes = drawing.boxes[numbers == number] * scale
            painter.drawRects(
                [
                    QRectF(a + origin.x(), b + origin.y(), max(c - a, 1.5), max(d - b, 1.5))
                    for a, b, c, d in boxes.tolist()
                ]
            )
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(look.window), 1.5))  # on a box of nearly its colour it would not be seen
        painter.setBrush(QColor(look.danger))
        for index, node in enumerate(drawing.picture.nodes):
            if node.problem and node.id not in item.opened:
                left, top, right, bottom = (drawing.boxes[index] * scale).tolist()
                painter.drawEllipse(QPointF((left + right) / 2, (top + bottom) / 2) + origin, 4, 4)

    def _look(self, place: QPointF) -> None:
        scale, origin = self._frame()
        here = self._view.seen().center()
        self._view.pan_by(here - (place - origin) / scale)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the place that is pressed."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.held = True
            self._look(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the mouse."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._look(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Stop looking elsewhere."""
        self.held = False
        self._view.zoomed.emit()  # it may have something to tell no longer

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language and the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.PaletteChange:
            self.update()
