"""How fast a training is, and how long it will still take."""

from __future__ import annotations

import time


class Pace:
    """Steps a second, smoothed over the last looks; ``rate`` is 0 before the first.

    ``cost`` is the processor time of a step in this thread, in seconds, likewise.
    """

    def __init__(self) -> None:
        self.rate = self.cost = 0.0
        self._at, self._used, self._step = time.perf_counter(), time.thread_time(), 0

    def begin(self, step: int) -> None:
        """Count from here on: what came before was no training (a pause, the loading)."""
        self._at, self._used, self._step = time.perf_counter(), time.thread_time(), step

    def look(self, step: int, least: float) -> bool:
        """Measure again if ``least`` seconds have passed since the last time, and steps with them; whether it was."""
        now = time.perf_counter()
        if now - self._at < least or step <= self._step:
            return False
        taken = step - self._step
        rate, cost = taken / (now - self._at), (time.thread_time() - self._used) / taken
        self.rate = 0.7 * self.rate + 0.3 * rate if self.rate else rate
        self.cost = 0.7 * self.cost + 0.3 * cost if self.cost else cost
        self.begin(step)
        return True
