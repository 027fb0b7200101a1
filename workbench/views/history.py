"""What a view remembers: samples of a whole run in bounded room, and what arrived while its picture was frozen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from workbench.engine.events import Event, RunStarted, Sample, Scalars
from workbench.engine.runs import Run


class History:
    """Samples in the order they came. When there are more than ``limit``, every second older one is let go, so that
    what is kept always spans the whole run, ever more coarsely."""

    def __init__(self, limit: int):
        self.limit = limit
        self._samples: list[Sample] = []

    def add(self, sample: Sample) -> None:
        """Keep one more."""
        self._samples.append(sample)
        if len(self._samples) > self.limit:
            # The newest stays whatever its place, since it is what is drawn.
            self._samples = [*self._samples[:-1:2], self._samples[-1]]

    def clear(self) -> None:
        """Forget everything."""
        self._samples.clear()

    @property
    def samples(self) -> Sequence[Sample]:
        """What is kept, oldest first."""
        return tuple(self._samples)

    @property
    def latest(self) -> Sample | None:
        """The newest sample, or None before the first."""
        return self._samples[-1] if self._samples else None

    def __len__(self) -> int:
        return len(self._samples)


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
