"""The collector of circular rubbish works in the window's own thread alone, when nothing else is asked of it.

Left to itself Python collects in whichever thread happens to make something: a training that frees a widget nobody
needs any more takes it out of the hands of Qt, which may be drawing it. So it is switched off, and a timer looks, in
the window's thread, whether enough has come together.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY = 1000
"""Milliseconds between two looks."""


class Collector(QObject):
    """Collects what has come together, by Python's own thresholds, generation by generation."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Take over from Python; nothing happens when that has happened already."""
        gc.disable()
        if not self._timer.isActive():
            self._timer.start()

    @Slot()
    def look(self) -> None:
        """Collect the oldest generation that is due, and with it all younger ones."""
        due = [age for age, (count, limit) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
               if limit and count > limit]  # fmt: skip
        if due:
            gc.collect(max(due))
