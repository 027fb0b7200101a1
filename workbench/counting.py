"""How many examples a data set has, in all and of each class, found out without holding up the window."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal, Slot

from graphs.advice_on_data import advise_on_classes, advise_on_numbers, advise_on_scores
from graphs.advice_on_recipe import advise_on_recipe
from graphs.diagnosis import Diagnostic
from workbench.data import DataError, DataSet, Scaling, Table, Task

if TYPE_CHECKING:
    from widgets.problems import Problems
    from workbench.session import Session

LOOK = 50
"""How often the window looks whether the examples have been counted, in milliseconds."""
_log = logging.getLogger("workbench")


Labels = dict[str, tuple[int, ...]]
"""How many examples of each class there are, by column."""
Ranges = dict[str, tuple[float, float]]
"""The least and the greatest number to predict, by column, scaled as for the training."""
Answer = tuple[object, "int | None", Labels, Ranges]
"""What counting has found of a data set."""


class Counter(QObject):
    """Counts the examples of a data set in a thread, since a set has to be loaded for it.

    The thread leaves its number in a queue and touches nothing of Qt: the window may be gone before it is done.
    """

    counted = Signal(object, int)

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._known: dict[str, int] = {}
        self._labels: dict[str, Labels] = {}
        self._ranges: dict[str, Ranges] = {}
        self._answers: queue.SimpleQueue[Answer] = queue.SimpleQueue()
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

    def known(self, data_set: object) -> int | None:
        """How many examples there are, when they have been counted; asks for nothing."""
        return self._known.get(repr(data_set))

    def ranges(self, data_set: object) -> Mapping[str, tuple[float, float]]:
        """Between which numbers each column to predict lies as the loss sees it, as far as that is known by now."""
        return self._ranges.get(repr(data_set), {})

    @Slot()
    def _look(self) -> None:
        while not self._answers.empty():
            data_set, number, labels, ranges = self._answers.get()
            self._asked.discard(repr(data_set))
            if number is not None:
                self._known[repr(data_set)] = number
                self._labels[repr(data_set)] = labels
                self._ranges[repr(data_set)] = ranges
                self.counted.emit(data_set, number)
        if not self._asked:
            self._timer.stop()


def advise_on_data(problems: Problems, counter: Counter, shown: Callable[[], Session]) -> None:
    """Let the list of problems speak of data and recipe, of the data once the examples are counted; ``shown`` is what
    it lists.

    That a network may learn its examples by heart is said beforehand of a person's own data only. With the data that
    come along counting proves nothing: LeNet-5 has fifty parameters for each of its digits and reads 97 of 100 that it
    has not seen. There the training is looked at instead.
    """

    def advice() -> list[Diagnostic]:
        session = shown()
        project, data = session.project, session.data_set
        labels, number = counter.labels(data), counter.known(data) if getattr(data, "own", False) else None
        return [
            *advise_on_scores(project.network, labels),
            *advise_on_classes(project.network, labels),
            *advise_on_numbers(project.network, counter.ranges(data)),
            *advise_on_recipe(project, None if number is None else round(number * project.recipe.data.split[0])),
        ]

    problems.more_advice = advice
    counter.counted.connect(problems.refresh_soon)


def _count(data_set: Any, answers: queue.SimpleQueue[Answer]) -> None:
    try:
        table = data_set.load(0)
        classes = len(data_set.class_names())
        labels = {
            name: tuple(np.bincount(column, minlength=classes).tolist())
            for name, column in table.columns.items()
            if name == "label" and column.dtype == np.int64 and column.ndim == 1 and len(column) and column.min() >= 0
        }
        answers.put((data_set, len(table), labels if classes else {}, _ranges(data_set, table)))
    except DataError as error:
        _log.info("The examples could not be counted: %s", error)
        answers.put((data_set, None, {}, {}))


def _ranges(data_set: DataSet, table: Table) -> Ranges:
    """Between which numbers the targets of a regression lie, after scaling."""
    column = table.columns.get("target")
    if column is None or column.dtype.kind != "f" or not len(column) or data_set.task is not Task.REGRESSION:
        return {}
    if data_set.scaling().get("target", Scaling.KEEP) is not Scaling.KEEP:
        column = (column - column.mean(0)) / np.maximum(column.std(0), 1e-12)
    return {"target": (float(column.min()), float(column.max()))}
