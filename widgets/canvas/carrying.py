"""A layer on its way from the palette to the canvas: the mouse is the canvas's until the button is let go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from widgets.canvas.wiring import DropLayer

if TYPE_CHECKING:
    from widgets.canvas.canvas import Canvas


class Carrying(QObject):
    """Follows the mouse wherever it is; what it carries goes into the open block it is let go over."""

    def __init__(self, canvas: Canvas):
        super().__init__(canvas)
        self._canvas, self._view = canvas, canvas.view

    def begin(self, type_name: str, global_position: QPoint) -> None:
        """Carry a layer from here on."""
        if self._view.editor is None:
            return
        at = self._at(global_position)
        self._view.begin(DropLayer(self._view, at, type_name))
        self._view.gesture.move(at, Qt.KeyboardModifier.NoModifier)  # type: ignore[union-attr]
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]

    def _at(self, place: QPoint) -> QPointF:
        """A point of the screen in units of the network that lies there, which is dealt with from now on."""
        spot = QPointF(self._view.viewport().mapFromGlobal(place))
        if self._view.viewport().rect().contains(spot.toPoint()):
            self._canvas.places.step_under(self._view.to_scene(spot) + self._view.item.scenePos())
        return self._view.to_scene(spot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While a layer is carried, every move of the mouse is the canvas's, whichever widget it comes to."""
        gesture = self._view.gesture
        if not isinstance(gesture, DropLayer):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            return False
        if isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            if event.type() is QEvent.Type.MouseMove:
                gesture.move(self._at(event.globalPosition().toPoint()), event.modifiers())
                return True
            if event.type() is QEvent.Type.MouseButtonRelease:
                QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
                at = self._at(event.globalPosition().toPoint())
                gesture.move(at, event.modifiers())
                self._view.finish_gesture(at, event.modifiers())
                self._view.setFocus(Qt.FocusReason.MouseFocusReason)
                return False  # the palette has to see that its button is up
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape:
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            self._view.cancel_gesture()
            return True
        return False
