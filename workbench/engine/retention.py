"""Which moments of a run are kept, so that 10 and 100,000 steps can be gone through equally well in bounded room.

Everything is kept until there is too much. Then the moment goes whose loss leaves the smallest hole, measured half on a
logarithmic axis, half on a plain one: the beginning, where most happens, stays dense, and the long rest of a run has
moments all along. The first and the newest moment always stay.
"""

from __future__ import annotations

from bisect import bisect_left

import numpy as np

from workbench.engine.events import Array

PLACES = 256
"""How many steps of a run are kept of each probe."""

ROOM = 32 * 2**20
"""How many bytes of arrays are kept of each probe; with large samples that is fewer steps."""

CHECKPOINTS = 24
"""How many checkpoints are kept to go back to, besides the last, the one before it and the best."""

CHECKPOINT_ROOM = 2**30
"""How many bytes these checkpoints may take together; a network too large for it keeps fewer, at least none."""


class Ladder:
    """A set of steps, in order, with at most ``limit`` of them and at most ``room`` bytes behind them."""

    def __init__(self, limit: int, room: float = float("inf")):
        self.limit, self.room = max(2, limit), room
        self.steps: list[int] = []
        self._bytes: dict[int, int] = {}
        self.size = 0
        """The bytes behind all kept steps."""

    def add(self, step: int, size: int = 0) -> list[int]:
        """Keep one more step, or more bytes behind one that is there; return the steps that are let go for it."""
        if step not in self._bytes:
            self.steps.insert(bisect_left(self.steps, step), step)
        self._bytes[step] = self._bytes.get(step, 0) + size
        self.size += size
        gone = []
        while len(self.steps) > 2 and (len(self.steps) > self.limit or self.size > self.room):
            gone.append(self._least())
            self.remove(gone[-1])
        return gone

    def remove(self, step: int) -> None:
        """Forget a step."""
        self.steps.remove(step)
        self.size -= self._bytes.pop(step)

    def clear(self) -> None:
        """Forget every step."""
        self.steps.clear()
        self._bytes.clear()
        self.size = 0

    def __len__(self) -> int:
        return len(self.steps)

    def __contains__(self, step: int) -> bool:
        return step in self._bytes

    def _least(self) -> int:
        """The step that is missed least."""
        steps = np.array(self.steps, dtype=np.float64)
        places = spread(steps, steps[-1])
        return self.steps[1 + int(np.argmin(places[2:] - places[:-2]))]


def spread(steps: Array, last: float) -> Array:
    """Where steps lie between 0 and 1 on an axis that is half logarithmic, half plain, and ends at ``last``."""
    end = max(float(last), 1.0)
    places: Array = 0.5 * np.log1p(steps) / np.log1p(end) + 0.5 * steps / end
    return places
