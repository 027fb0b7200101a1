"""The course of a run as one can go through it: how far it is, what is kept of it, and which step is looked at.

One belongs to every open project. Whatever shows the run follows ``moved``; what offers to move follows ``changed``.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from widgets.plots.decimation import Growing
from workbench.engine.events import (
    CheckpointSaved,
    Event,
    Progress,
    RunFinished,
    RunStarted,
    Sample,
    Scalars,
)
from workbench.engine.keeping import step_checkpoints
from workbench.engine.retention import PLACES, Ladder
from workbench.engine.runs import Run, RunInfo


class Timeline(QObject):
    """Follows the events of a training, or holds a run that was recorded.

    ``position`` is the step that is looked at, None for the present. ``last`` is how far the run is, ``end`` how far it
    is planned to go.
    """

    changed = Signal()
    """The run has gone on, or is another."""
    moved = Signal(object)
    """Another step is looked at: its number, or None for the present."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self.folder: Path | None = None
        self.last = self.end = 0
        self.position: int | None = None
        self.best: int | None = None
        self.parent_run, self.branched_at = "", 0
        self.checkpoints: tuple[int, ...] = ()
        self.forks: tuple[tuple[int, str], ...] = ()
        """Runs that branched off this one: the step, and what they are called."""
        self._lowest = math.inf
        self._steps, self._losses = Growing(), Growing()
        self._ladder = Ladder(PLACES)

    # ------------------------------------------------------------------ what there is

    @property
    def is_empty(self) -> bool:
        """Whether there is no run yet, or nothing of it."""
        return self.folder is None or self.last == 0

    @property
    def shown(self) -> int:
        """The step that is shown."""
        return self.last if self.position is None else self.position

    @property
    def places(self) -> tuple[int, ...]:
        """The steps of which something was collected: where one stops on the way."""
        return tuple(self._ladder.steps)

    def losses(self) -> tuple[np.ndarray, np.ndarray]:
        """The loss of the training: steps (n,) and values (n,)."""
        return self._steps.values, self._losses.values

    def loss_at(self, step: int) -> float:
        """The loss at or before a step; NaN before the first."""
        end = int(np.searchsorted(self._steps.values, step, side="right"))
        return float(self._losses.values[end - 1]) if end else math.nan

    # ------------------------------------------------------------------ moving

    def go(self, step: int | None) -> None:
        """Look at a step; None, or one that the run has not come to, for the present."""
        if step is not None:
            step = None if step >= self.last else max(0, step)
        if step != self.position:
            self.position = step
            self.moved.emit(step)

    def go_by(self, places: int) -> None:
        """Go so many places on, or back."""
        known = self._ladder.steps
        if not known:
            return
        here = bisect_right(known, self.shown) if places > 0 else bisect_left(known, self.shown)
        target = here + places - (1 if places > 0 else 0)
        self.go(None if target >= len(known) else 0 if target < 0 else known[target])

    # ------------------------------------------------------------------ following

    def take(self, event: Event) -> None:
        """Follow the training."""
        match event:
            case RunStarted():
                self.clear()
                self.folder, self.end, self.last = Path(event.folder), event.steps, event.step
                if event.step:
                    self._recall(event.step)
            case Scalars() if len(event.steps):
                self._note(event)
            case Sample():
                self.last = max(self.last, event.step)
                self._ladder.add(event.step)
            case Progress():
                self.last = max(self.last, event.step)
            case CheckpointSaved():
                self._look_for_checkpoints()
            case RunFinished():
                self.last = self.end = max(event.steps, 1)
                self._look_for_checkpoints()
            case _:
                return
        self.changed.emit()

    def show_run(self, run: Run) -> None:
        """Hold a run that was recorded."""
        self.clear()
        self.folder = run.folder
        self._read(run)
        info = run.info()
        self.parent_run, self.branched_at = info.parent, info.branched_at
        self.end = max(self.last, 1) if info.state in ("finished", "stopped") else max(info.steps, self.last, 1)
        self._look_for_checkpoints()
        self.changed.emit()

    def show_forks(self, runs: tuple[RunInfo, ...]) -> None:
        """Take note of the runs that branched off this one."""
        name = self.folder.name if self.folder is not None else ""
        self.forks = tuple((run.branched_at, run.id) for run in runs if run.parent and run.parent == name)
        self.changed.emit()

    def clear(self) -> None:
        """Forget the run, and look at the present."""
        self.go(None)
        self.folder, self.best, self.last, self.end = None, None, 0, 0
        self.parent_run, self.branched_at = "", 0
        self.checkpoints = self.forks = ()
        self._lowest = math.inf
        self._steps, self._losses = Growing(), Growing()
        self._ladder.clear()
        self.changed.emit()

    # ------------------------------------------------------------------ inside

    def _note(self, event: Scalars) -> None:
        self.last = max(self.last, int(event.steps[-1]))
        for tag, values in event.values.items():
            if tag.startswith("train/loss") and self._own(tag):
                self._steps.extend(event.steps.astype(float))
                self._losses.extend(values)
            elif tag == "val/loss":
                self._find_best(event.steps, values)

    def _own(self, tag: str) -> bool:
        """Whether the line is drawn of this tag: of several players' losses, the first that came."""
        if not hasattr(self, "_tag") or not len(self._steps):
            self._tag = tag
        return tag == self._tag

    def _find_best(self, steps: np.ndarray, values: np.ndarray) -> None:
        for step, value in zip(steps.tolist(), values.tolist(), strict=True):
            if math.isfinite(value) and value < self._lowest:
                self._lowest, self.best = value, int(step)

    def _recall(self, last: int) -> None:
        """Read what a resumed run, or the parent of a branch, has measured before."""
        from workbench.engine.faults import FolderError

        assert self.folder is not None
        try:
            with Run.open(self.folder) as run:
                self._read(run, last)
                info = run.info()
                self.parent_run, self.branched_at = info.parent, info.branched_at
        except FolderError:
            return  # whoever writes there tells what is wrong; the line begins where the run goes on

    def _read(self, run: Run, last: int | None = None) -> None:
        for tag in run.tags():
            if tag.startswith("train/loss") or tag == "val/loss":
                steps, values = run.scalars(tag)
                end = len(steps) if last is None else int(np.searchsorted(steps, last, side="right"))
                if end:
                    self._note(Scalars(steps[:end], {tag: values[:end]}))
        for probe in run.probes():
            for step in run.sample_steps(probe):
                if last is None or step <= last:
                    self._ladder.add(step)
                    self.last = max(self.last, step)

    def _look_for_checkpoints(self) -> None:
        if self.folder is not None:
            self.checkpoints = tuple(sorted(step_checkpoints(self.folder)))
