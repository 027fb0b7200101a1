"""The stopwatch of the contest: everybody presses it at the end of each epoch, and the first epoch does not count."""

from __future__ import annotations

import time
from dataclasses import dataclass

import torch

from benchmarks.contest.waits import Waits, counted, profiler


@dataclass(frozen=True)
class Rate:
    """Steps a second by the clock on the wall, and by the processor time of the whole process.

    A busy machine disturbs the second less; it says nothing where the work is done on a GPU.
    """

    wall: float
    processor: float


class Laps:
    """Notes the time at the end of each epoch of ``steps`` steps, when the device has done all of them.

    One that is ``watched`` takes a profile from the end of the first epoch to the end of the last, the ``epochs``-th.
    """

    def __init__(self, device: str, steps: int, epochs: int, watched: bool = False):
        self._device, self._steps, self._epochs = device, steps, epochs
        self._wall: list[float] = []
        self._processor: list[float] = []
        self._profiler = profiler() if watched else None

    def lap(self) -> None:
        """An epoch has ended."""
        if self._device == "cuda":
            torch.cuda.synchronize()
        self._wall.append(time.perf_counter())
        self._processor.append(time.process_time())
        if self._profiler is not None and self.count == 1:
            self._profiler.start()
        elif self._profiler is not None and self.count == self._epochs:
            self._profiler.stop()

    def waits(self) -> Waits:
        """What the profile shows. Raises ValueError where none was taken."""
        if self._profiler is None or self.count < self._epochs:
            raise ValueError("No profile was taken.")
        return counted(self._profiler.events(), (self.count - 1) * self._steps)

    @property
    def count(self) -> int:
        """How many epochs have ended."""
        return len(self._wall)

    def rate(self) -> Rate:
        """The speed from the end of the first epoch on. Raises ValueError with fewer than two."""
        if self.count < 2:
            raise ValueError(f"A speed needs two epochs. There were {self.count}.")
        steps = (self.count - 1) * self._steps
        wall, processor = self._wall[-1] - self._wall[0], self._processor[-1] - self._processor[0]
        return Rate(steps / wall, steps / max(processor, 1e-9))
