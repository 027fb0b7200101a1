"""The search for the node that broke: the last steps are taken once more, with the same changes, on a copy."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.engine.control import Command, Reduced, ResumeSchedule, SetLearningRate
from workbench.engine.faults import Culprit
from workbench.engine.training import Training

MOST_PENDING = 2000
"""How many losses may wait on the device."""


def replayed(
    copy: Training, checkpoint: Path, changes: Iterable[tuple[int, Command | Reduced]], bad: int
) -> Culprit | None:
    """Train ``copy`` from a checkpoint to the step before the first ``bad`` one, and look for the node in that one.

    ``changes`` are the live changes of the run with the steps after which they were made. None when there is no
    checkpoint, or when every number is finite this time.
    """
    changes = list(changes)
    if not checkpoint.exists():
        return None
    with copy.random:
        copy.restore(checkpoint)
        for step, command in changes:
            # A checkpoint keeps learning rates itself; all else that was changed before it is changed again.
            if step < copy.step and not isinstance(command, SetLearningRate | ResumeSchedule | Reduced):
                copy.change(command)
        while True:
            for step, command in changes:
                if step == copy.step:
                    copy.change(command)
            if copy.step >= bad - 1:
                return copy.culprit()
            copy.advance()
            if copy.pending >= MOST_PENDING:
                copy.fetch()
