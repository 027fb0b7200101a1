"""How many examples a data set has, in all and of each class, found out without holding up the window."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from graphs.advice_on_data import advise_on_classes
from graphs.diagnosis import Diagnostic
from workbench.data import DataError

if TYPE_CHECKING:
    from widgets.problems import Problems
    from workbench.session import Session

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
        self._labels: dict[str, dict[str, tuple[int, ...]]] = {}
        self._answers: queue.SimpleQueue[tuple[object, int | None, dict[str, tuple[int, ...]]]] = queue.SimpleQueue()
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

    def labels(self, data_set: object) -> Mapping[str, tuple[int, ...]]:
        """How many examples of each class there are, by column, as far as that is known by now."""
        return self._labels.get(repr(data_set), {})

    @Slot()
    def _look(self) -> None:
        while not self._answers.empty():
            data_set, number, labels = self._answers.get()
            self._asked.discard(repr(data_set))
            if number is not None:
                self._known[repr(data_set)] = number
                self._labels[repr(data_set)] = labels
                self.counted.emit(data_set, number)
        if not self._asked:
            self._timer.stop()


def advise_on_data(problems: Problems, counter: Counter, shown: Callable[[], Session]) -> None:
    """Let the list of problems speak of uneven classes once the examples are counted; ``shown`` is what it lists."""

    def advice() -> list[Diagnostic]:
        session = shown()
        return advise_on_classes(session.project.network, counter.labels(session.data_set))

    problems.more_advice = advice
    counter.counted.connect(problems.refresh_soon)


def _count(data_set: Any, answers: queue.SimpleQueue[tuple[object, int | None, dict[str, tuple[int, ...]]]]) -> None:
    try:
        table = data_set.load(0)
        classes = len(data_set.class_names())
        labels = {
            name: tuple(np.bincount(column, minlength=classes).tolist())
            for name, column in table.columns.items()
            if name == "label" and column.dtype == np.int64 and column.ndim == 1 and len(column) and column.min() >= 0
        }
        answers.put((data_set, len(table), labels if classes else {}))
    except DataError as error:
        _log.info("The examples could not be counted: %s", error)
        answers.put((data_set, None, {}))
