"""Work that takes a moment, done beside the window: a thread computes, the window takes what it found."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

_BEAT = 30


class Errand(QObject):
    """One piece of work at a time. ``work`` runs in a thread and touches no widget; ``done`` gets what it returned.

    Work says what went wrong by what it returns: an error that leaves it ends as an error of the thread.
    """

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._found: list[Any] = []
        self._done: Callable[[Any], None] | None = None
        self._beat = QTimer(self)
        self._beat.setInterval(_BEAT)
        self._beat.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._thread is not None

    def begin(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Begin, unless something is under way."""
        if self.busy:
            return
        self._found, self._done = [], done
        self._thread = threading.Thread(target=lambda: self._found.append(work()), name="errand", daemon=True)
        self._thread.start()
        self._beat.start()

    def wait(self) -> None:
        """Wait until the thread has ended; what it found is dropped."""
        self._beat.stop()
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    @Slot()
    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._beat.stop()
        self._thread = None
        if self._found and self._done is not None:
            self._done(self._found[0])
