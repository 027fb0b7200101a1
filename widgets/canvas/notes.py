"""Writing on a sticky note, in its place on the canvas."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from graphs.edits import DropNote, PutNote
from graphs.network import Note
from widgets import theme
from widgets.canvas.decorations import NOTE_TEXT
from widgets.canvas.view import GraphView
from widgets.language import tr


class NoteField(QPlainTextEdit):
    """The Markdown of a note while it is written; leaving it keeps the text, Esc does not, and no text is no note."""

    def __init__(self, view: GraphView, note: Note, *, is_new: bool = False):
        super().__init__(view.viewport())
        self._view, self._note, self._is_new = view, note, is_new
        self._open = True
        self._before = tr(note.text) if note.text else ""
        self.setPlainText(self._before)
        self.setAccessibleName(tr("Text of the note, in Markdown"))
        self.setPlaceholderText(tr("Write a note. **Markdown** works."))
        self.setFont(theme.ui_font(NOTE_TEXT))
        place = view.viewportTransform().mapRect(QRectF(QPointF(*note.position), QSizeF(*note.size))).toRect()
        self.setGeometry(place.x(), place.y(), max(180, place.width()), max(72, place.height()))
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc forgets, Ctrl+Enter keeps."""
        if event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self._close(keep=True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Looking elsewhere keeps what was written."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._close(keep=True)

    def _close(self, *, keep: bool) -> None:
        if not self._open:
            return
        self._open = False
        self.hide()
        self.deleteLater()
        text = self.toPlainText().strip()
        if keep and text != self._before:
            if text:
                self._view.request(PutNote(replace(self._note, text=text)))
            elif not self._is_new:
                self._view.request(DropNote(self._note.id))
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
