"""A copy of a training to walk through: its network, its data, and what its optimizers remember, at some step.

Whatever is done with the copy, the training it was made from goes on as if nothing was.
"""

from __future__ import annotations

from pathlib import Path

import torch

from graphs import document
from graphs.compiler import CompileError, write_weights
from graphs.message import Message, say
from graphs.modules.tree import NodeError
from graphs.project import Project
from workbench.data import DataError
from workbench.engine.faults import RunError
from workbench.engine.keeping import Checkpoints, step_checkpoints, step_path
from workbench.engine.loading import load_data
from workbench.engine.runs import Run
from workbench.engine.stations import Request, Walk
from workbench.engine.training import Training
from workbench.engine.walking import walk


class Rehearsal:
    """A copy at a kept step of the run in ``folder``, or without one of the project as it is, on the processor.

    ``at`` is the step wanted; the kept one at or before it counts, the newest without one. Weights are those of the
    checkpoint; without any those that the project has learned, which are fresh where it has learned nothing. Raises
    what `Training` raises.
    """

    def __init__(self, project: Project, folder: Path | None = None, at: int | None = None):
        path: Path | None = None
        if folder is not None and Run.exists(folder):
            kept = [one for one in sorted(step_checkpoints(folder)) if at is not None and one <= at]
            newest = Checkpoints(folder).newest()
            path = step_path(folder, kept[-1]) if kept else newest[0] if newest is not None else None
        if path is not None and folder is not None:
            with Run.open(folder) as run:
                project = document.from_snapshot(run.meta("snapshot"))
        self.project = project.copy()
        self.of_run = path is not None
        prepared = load_data(self.project, folder if self.of_run else None)
        self.training = Training(self.project, prepared, torch.device("cpu"), torch.get_num_threads())
        with self.training.random:
            if path is not None:
                self.training.restore(path)
            else:
                write_weights(self.training.tree, self.project.weights)

    def walk(self, request: Request) -> Walk:
        """Record a walk; only one thread computes with torch's random numbers at a time. Raises what `walk` raises."""
        with self.training.random:
            return walk(self.training, request)


def rehearsed(
    kept: Rehearsal | None, project: Project, folder: Path | None, at: int | None, request: Request
) -> tuple[Rehearsal | None, Walk | None, Message | None]:
    """Record a walk on a copy, a new one unless there is one already; with the copy, and with words where it failed."""
    try:
        copy = kept or Rehearsal(project, folder, at)
        return copy, copy.walk(request), None
    except (RunError, NodeError, CompileError, DataError) as error:
        return kept, None, error.message
    except (RuntimeError, ValueError, IndexError) as error:
        return kept, None, say("The example did not get through the network: {why}", why=str(error))
