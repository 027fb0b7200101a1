"""Live statistics for the inspector: asks the training to measure what is looked at, and shows what it tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Slot
from shiboken6 import isValid

from widgets.inside import OpenBlock
from widgets.live_box import Histogram, LiveNumbers
from workbench.engine.events import Paused, Resumed, RunFailed, RunFinished, RunStarted, Sample
from workbench.session import RunState

if TYPE_CHECKING:
    from widgets.inspector import Inspector
    from workbench.session import Session

PROBE = "statistics"
EVERY = 10
"""Steps between two looks, at least; a dear one looks less often."""

Place = tuple[tuple[tuple[int, int], ...], int]
"""A node: the way into blocks as (node, copy), and its id there."""


def numbers_of(sample: Sample) -> dict[Place, LiveNumbers]:
    """What a sample says of each node it measured."""
    data = sample.data
    way = tuple((int(node), int(copy)) for node, copy in data["path"].tolist())
    found: dict[Place, LiveNumbers] = {}
    for row, node in enumerate(data["nodes"].tolist()):
        mean, deviation, low, high, zeros, saturated, dead = data["activation"][row].tolist()
        weight_mean, weight_deviation, weight_low, weight_high, length = data["weights"][row].tolist()
        pull, gradient = data["gradient"][row].tolist()
        found[way, int(node)] = LiveNumbers(
            sample.step,
            *(mean, deviation, low, high, zeros, saturated, dead, pull),
            _histogram(sample, f"activation_%s/{row}"),
            *(weight_mean, weight_deviation, weight_low, weight_high, length, gradient, float(data["update"][row])),
            _histogram(sample, f"weight_%s/{row}"),
        )
    return found


def _histogram(sample: Sample, name: str) -> Histogram | None:
    counts = sample.data.get(name % "counts")
    if counts is None:
        return None
    low, high = np.asarray(sample.data[name % "ends"]).tolist()
    return Histogram(tuple(counts.tolist()), low, high)


class LiveStatistics(QObject):
    """Keeps the statistics probe of the training at what the inspector shows.

    While nobody looks, nothing is measured, and neither while the inspector shows another project. The last numbers of
    every node that was looked at stay until another run begins.
    """

    def __init__(self, session: Session, inspector: Inspector, parent: QObject | None = None):
        super().__init__(parent)
        self.session, self.inspector = session, inspector
        self.numbers: dict[Place, LiveNumbers] = {}
        self._asked: Place | None = None
        session.events.connect(self.take)
        session.replaced.connect(self.forget)
        inspector.lookedAt.connect(self.look)

    def forget(self) -> None:
        """Another project is open."""
        self.numbers.clear()
        self._asked = None
        self._show()

    @Slot()
    def look(self) -> None:
        """The inspector shows another node, or is hidden: measure that one, or nothing."""
        self._ask()
        self._show()

    def take(self, event: object) -> None:
        """Follow the training."""
        match event:
            case RunStarted():
                self.numbers.clear()
                self._asked = None
                self._ask()
            case Sample() if event.probe == PROBE:
                self.numbers |= numbers_of(event)
            case RunFinished() | RunFailed():
                self._asked = None
            case Paused() | Resumed():
                pass
            case _:
                return
        self._show()

    @property
    def _shown(self) -> bool:
        """Whether the inspector shows this project, or a block of it."""
        editor = self.inspector.editor
        while isinstance(editor, OpenBlock):
            editor = editor.outside
        return editor is self.session

    def _ask(self) -> None:
        control, wanted = self.session.control, self.inspector.looked_at if self._shown else None
        if control is None or not self.session.running or wanted == self._asked:
            return
        self._asked = wanted
        if wanted is None:
            control.detach(PROBE)
            return
        # Torch is there once a training runs.
        from workbench.engine.probes.statistics import Statistics

        way, node = wanted
        control.attach(Statistics(EVERY, (node,), way))

    def _show(self) -> None:
        if isValid(self) and isValid(self.inspector) and self._shown:
            session = self.session
            self.inspector.show_live(self.numbers, session.running, session.state is RunState.PAUSED)
