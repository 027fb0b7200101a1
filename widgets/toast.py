"""News at the lower right that goes away by itself, with Undo where there is something to undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent, QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from widgets.controls import Button, Card, IconButton, Picture, Text
from widgets.language import tr
from widgets.tokens import ROW_STATUS

SHOWN_FOR = 6000
"""How long a toast stays, in milliseconds."""
MARGIN = 16


class Toast(Card):
    """One piece of news over the lower right corner of its parent. While the mouse is on it, it stays."""

    def __init__(self, parent: QWidget):
        super().__init__("raised", "line", parent=parent)
        self._undo: Callable[[], None] | None = None
        self._picture = Picture("mdi6.information-outline", "accent", 18)
        self._text = Text(wrap=True)
        self._text.setMinimumWidth(220)
        self._text.setMaximumWidth(360)
        self.undo_button = Button(icon_name="mdi6.undo")
        self.close_button = IconButton("mdi6.close")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 8, 10)
        layout.setSpacing(8)
        layout.addWidget(self._picture)
        layout.addWidget(self._text, 1)
        layout.addWidget(self.undo_button)
        layout.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.undo_button.clicked.connect(self._take_back)
        self.close_button.clicked.connect(self.hide)
        parent.installEventFilter(self)
        self.retranslate()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.full_text

    def say(self, text: str, undo: Callable[[], None] | None = None, milliseconds: int = SHOWN_FOR) -> None:
        """Show a sentence (in the language of the window) in the place of the last one; ``undo`` is what Undo does."""
        self._undo = undo
        self._text.setText(text)
        self.undo_button.setVisible(undo is not None)
        self.undo_button.setToolTip(tr("Take back the last change"))
        self.setAccessibleName(text)
        self.adjustSize()
        self._place()
        self.show()
        self.raise_()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        self._timer.start(milliseconds)

    @Slot()
    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is not None:
            below = MARGIN + ROW_STATUS  # the status bar stays readable
            corner = QPoint(parent.width() - self.width() - MARGIN, parent.height() - self.height() - below)
            self.move(max(corner.x(), 0), max(corner.y(), 0))

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.undo_button.setText(tr("Undo"))
        self.close_button.set_words(tr("Close"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the parent changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while the mouse is on it."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go a moment after the mouse has left."""
        if self.isVisible():
            self._timer.start(SHOWN_FOR // 2)
        super().leaveEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
