"""How many examples a data set has, found out without holding up the window."""

from __future__ import annotations

import logging
import queue
import threading
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from workbench.data import DataError

LOOK = 50
"""How often the window looks whether the examples have been counted, in milliseconds."""
_log = logging.getLogger("workbench")


class Counter(QObject):
    """Counts the examples of a data set in a thread, since a set has to be loaded for it.

    The thread leaves its number in a queue and touches nothing of Qt: the window may be gone before it is done.
    """

    counted = Signal(object, int)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._known: dict[str, int] = {}
        self._answers: queue.SimpleQueue[tuple[object, int | None]] = queue.SimpleQueue()
        self._asked: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK)
        self._timer.timeout.connect(self._look)

    def ask(self, data_set: object) -> int | None:
        """The number when it is known; otherwise None, and ``counted`` tells it later."""
        key = repr(data_set)
        if key not in self._known and key not in self._asked:
            self._asked.add(key)
            threading.Thread(target=_count, args=(data_set, self._answers), name="count", daemon=True).start()
            self._timer.start()
        return self._known.get(key)

    @Slot()
    def _look(self) -> None:
        while not self._answers.empty():
            data_set, number = self._answers.get()
            self._asked.discard(repr(data_set))
            if number is not None:
                self._known[repr(data_set)] = number
                self.counted.emit(data_set, number)
        if not self._asked:
            self._timer.stop()


def _count(data_set: Any, answers: queue.SimpleQueue[tuple[object, int | None]]) -> None:
    try:
        answers.put((data_set, len(data_set.load(0))))
    except DataError as error:
        _log.info("The examples could not be counted: %s", error)
        answers.put((data_set, None))
