"""What every panel beside the canvas does: follow project, language and theme, and only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from graphs.project import Change, Project
from widgets.editor import Editor


class Panel(QWidget):
    """A panel that shows an open project.

    Changes are gathered until the event that made them is over, so that ten edits are one redraw; a hidden panel waits
    until it is shown. A panel fills in `refresh`, `retranslate` and `restyle`.
    """

    delay = 0
    """Milliseconds between a change and the redraw."""

    def __init__(self, editor: Editor | None = None, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._project: Project | None = None
        self._stale = True
        self._built = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._redraw)
        self._first = editor

    def _begin(self) -> None:
        """Called once by the panel when its widgets exist."""
        self._built = True
        self.retranslate()
        self.restyle()
        self.set_editor(self._first)

    @property
    def editor(self) -> Editor | None:
        """The open project, or None while there is none."""
        return self._editor

    def set_editor(self, editor: Editor | None) -> None:
        """Show an open project; called again with the same editor when it has opened another one."""
        # The editor may have opened another project meanwhile, so the one that is followed is remembered.
        if self._project is not None:
            self._project.changed.disconnect(self._project_changed, missing_ok=True)
        self._editor, self._project = editor, editor.project if editor is not None else None
        if self._project is not None:
            self._project.changed.connect(self._project_changed)
        self.refresh_now()

    def _project_changed(self, change: Change) -> None:
        # A project may outlive the window that showed it.
        if isValid(self):
            self.refresh_soon()

    def refresh_soon(self) -> None:
        """Redraw when the present event is over, or when the panel is seen again."""
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start(self.delay)

    def refresh_now(self) -> None:
        """Redraw at once, seen or not."""
        self._timer.stop()
        self._stale = False
        self.refresh()

    @Slot()
    def _redraw(self) -> None:
        if self._stale:
            self.refresh_now()

    def refresh(self) -> None:
        """Show the project as it is now."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set every text that does not come from the project."""

    def restyle(self) -> None:
        """Make pictures and colours again after the theme changed."""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while nobody looked."""
        super().showEvent(event)
        if self._stale:
            self.refresh_now()

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme while running."""
        super().changeEvent(event)
        if not self._built:
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.refresh_soon()
        elif event.type() == QEvent.Type.PaletteChange:
            self.restyle()
            self.refresh_soon()
