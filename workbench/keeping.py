"""Keeping what is not saved, soon after every edit: one keeper for each open project."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

import graphs
from graphs.message import Message, say
from widgets.language import tr
from workbench.session import Session


def ago(seconds: float) -> Message:
    """Say how long ago something was saved."""
    if seconds < 60:
        return say("Saved {n} s ago", n=int(seconds))
    if seconds < 3600:
        return say("Saved {n} min ago", n=int(seconds // 60))
    return say("Saved {n} h ago", n=int(seconds // 3600))


def why(error: BaseException) -> str:
    """The sentence of an error in the language of the window."""
    message = getattr(error, "message", None)
    return tr(message) if isinstance(message, Message) else str(getattr(error, "strerror", None) or error)


class Keeper(QObject):
    """Writes the journal of a session so long after an edit; ``tell`` is called with words when the disk refuses."""

    def __init__(self, session: Session, after: int, tell: Callable[[str], object], parent: QObject | None = None):
        super().__init__(parent)
        self._session, self._tell = session, tell
        self._saved_at: float | None = None
        self.kept = True
        """Whether the last attempt to keep unsaved work beside the file went well."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(after)
        self._timer.timeout.connect(self.keep)
        session.changed.connect(self._changed)
        session.replaced.connect(self._replaced)

    def _changed(self) -> None:
        if not self._session.is_clean and not self._timer.isActive():
            self._timer.start()

    def _replaced(self) -> None:
        self._saved_at = None

    @property
    def after(self) -> int:
        """How long after an edit the work is kept, in milliseconds."""
        return self._timer.interval()

    def keep_after(self, milliseconds: int) -> None:
        """Keep unsaved work so long after an edit."""
        self._timer.setInterval(milliseconds)

    @Slot()
    def keep(self) -> None:
        """Keep what is not saved beside the file; a disk that does not take it is told once."""
        self._timer.stop()
        try:
            self._session.autosave()
        except (OSError, graphs.DocumentError) as error:
            if self.kept:
                self._tell(tr("Unsaved work could not be kept beside the file: {why}", why=why(error)))
            self.kept = False
        else:
            self.kept = True

    def saved_now(self) -> None:
        """Be told that the project was written to its file."""
        self._saved_at = time.monotonic()

    @property
    def saved(self) -> Message | None:
        """How long ago the project was saved, or that it has not been."""
        if not self._session.is_clean:
            return say("Not saved yet") if self._session.path is None else say("Changed since it was saved")
        return ago(time.monotonic() - self._saved_at) if self._saved_at is not None else None

    def close(self) -> None:
        """Keep nothing any more."""
        self._timer.stop()
