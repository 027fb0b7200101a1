"""How fast a training is, and how long it will still take."""

from __future__ import annotations

import time


class Pace:
    """Steps a second, smoothed over the last looks; ``rate`` is 0 before the first."""

    def __init__(self) -> None:
        self.rate = 0.0
        self._at, self._step = time.perf_counter(), 0

    def begin(self, step: int) -> None:
        """Count from here on: what came before was no training (a pause, the loading)."""
        self._at, self._step = time.perf_counter(), step

    def look(self, step: int, least: float) -> bool:
        """Measure again if ``least`` seconds have passed since the last time, and steps with them; whether it was."""
        now = time.perf_counter()
        if now - self._at < least or step <= self._step:
            return False
        rate = (step - self._step) / (now - self._at)
        self.rate = 0.7 * self.rate + 0.3 * rate if self.rate else rate
        self.begin(step)
        return True
