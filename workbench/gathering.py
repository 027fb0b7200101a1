"""Many events of a training made few, so that the window hears everything and is told seldom."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable

import numpy as np

from workbench.engine.events import CheckpointSaved, EpochDone, Event, Progress, Sample, Scalars


def coalesce(events: Iterable[Event]) -> deque[Event]:
    """Make many events few without losing a number or changing what follows what.

    Numbers of the same tags that come without a turning point between them become one event with longer arrays; of
    several `Progress` and of several `EpochDone` the last one is kept, since it tells where the training is now.
    Samples and turning points (pauses, changes) stay as they are.
    """
    result: list[Event] = []
    places: dict[frozenset[str], int] = {}
    parts: dict[int, list[Scalars]] = {}
    latest: dict[type, int] = {}
    for event in events:
        if isinstance(event, Scalars):
            tags = frozenset(event.values)
            if tags in places:
                parts[places[tags]].append(event)
                continue
            places[tags] = len(result)
            parts[len(result)] = [event]
        elif isinstance(event, Progress | EpochDone):
            kind = type(event)
            if kind in latest:
                result[latest[kind]] = event
                continue
            latest[kind] = len(result)
        elif not isinstance(event, Sample | CheckpointSaved):
            places.clear()
            latest.clear()
        result.append(event)
    for place, several in parts.items():
        if len(several) > 1:
            result[place] = _joined(several)
    return deque(result)


def _joined(several: list[Scalars]) -> Scalars:
    steps = np.concatenate([event.steps for event in several])
    tags = several[0].values
    return Scalars(steps, {tag: np.concatenate([event.values[tag] for event in several]) for tag in tags})
