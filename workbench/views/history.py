"""What a view remembers: samples of a whole run in bounded room, and what arrived while its picture was frozen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

import numpy as np

from workbench.engine.events import Event, RunStarted, Sample, Scalars
from workbench.engine.retention import Ladder
from workbench.engine.runs import Run


class History:
    """Samples by step, of at most ``limit`` steps: those that the run itself keeps, so that the whole run can be gone
    through, its beginning densely.

    With ``until`` set to a step it answers as if the run had come no further; what is added meanwhile is kept.
    """

    def __init__(self, limit: int):
        self.limit = limit
        self.until: int | None = None
        self._ladder = Ladder(limit)
        self._samples: dict[int, list[Sample]] = {}

    def add(self, sample: Sample) -> None:
        """Keep one more."""
        self._samples.setdefault(sample.step, []).append(sample)
        for step in self._ladder.add(sample.step):
            del self._samples[step]

    def clear(self) -> None:
        """Forget everything."""
        self._ladder.clear()
        self._samples.clear()

    @property
    def steps(self) -> Sequence[int]:
        """Every step of which something is kept, in order, whatever ``until`` says."""
        return tuple(self._ladder.steps)

    @property
    def samples(self) -> Sequence[Sample]:
        """What is kept up to the step that is looked at, oldest first."""
        known = self._ladder.steps[: self._end()]
        return tuple(sample for step in known for sample in self._samples[step])

    @property
    def latest(self) -> Sample | None:
        """The newest sample up to the step that is looked at, the first where none is that old; None without any."""
        end = self._end()
        return self._samples[self._ladder.steps[end - 1]][-1] if end else None

    def at(self, step: int) -> tuple[Sample, ...]:
        """The samples of the newest kept step at or before ``step``; nothing before the first."""
        place = bisect_right(self._ladder.steps, step)
        return tuple(self._samples[self._ladder.steps[place - 1]]) if place else ()

    def _end(self) -> int:
        """How many steps are looked at."""
        steps = self._ladder.steps
        return len(steps) if self.until is None else max(bisect_right(steps, self.until), min(1, len(steps)))

    def __len__(self) -> int:
        return sum(len(samples) for samples in self._samples.values())


class Held:
    """Events that wait until a frozen picture goes on. Numbers are all kept, samples as a `History` keeps them."""

    def __init__(self, limit: int):
        self._started: RunStarted | None = None
        self._others: list[Event] = []
        self._scalars: list[Event] = []
        self._samples = History(limit)

    def add(self, event: Event) -> None:
        """Keep an event; a new run makes what waited of the old one pointless."""
        match event:
            case RunStarted():
                self._started = event
                self._others.clear()
                self._scalars.clear()
                self._samples.clear()
            case Scalars():
                self._scalars.append(event)
            case Sample():
                self._samples.add(event)
            case _:
                self._others = [other for other in self._others if type(other) is not type(event)]
                self._others.append(event)

    def release(self) -> list[Event]:
        """Give back what waited and wait for nothing."""
        started: list[Event] = [self._started] if self._started is not None else []
        found = [*started, *self._scalars, *self._samples.samples, *self._others]
        self._started = None
        self._others, self._scalars = [], []
        self._samples.clear()
        return found


def recorded(run: Run, probe: str = "", last: int | None = None) -> Iterator[Event]:
    """Read a run back as the events that made it: its numbers, tag by tag, then the samples of ``probe``.

    Nothing after step ``last`` is given.
    """
    for tag in run.tags():
        steps, values = run.scalars(tag)
        end = len(steps) if last is None else int(np.searchsorted(steps, last, side="right"))
        if end:
            yield Scalars(steps[:end], {tag: values[:end]})
    if probe:
        yield from run.samples(probe, last=last)
