"""A run made again from its log: its projects one after another, its seed, and what was changed while it ran.

A run that went on with another recipe, as after too little memory, has several projects, each up to a step. They are
trained again in the same folder, each from where the one before ended, so the weights come out the same to the last
bit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphs import document
from graphs.message import say
from graphs.project import Project
from workbench.engine.control import NEXT_RECIPE, Control
from workbench.engine.events import ControlChanged, Event, RunFailed, RunFinished
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run, new_run_folder
from workbench.engine.trainer import Trainer

Line = tuple[int, str, Any]
"""A line of a run's log: a step, a name, a value."""


@dataclass(frozen=True)
class Leg:
    """A part of a run that was trained with one project up to ``end``, the last one to its own end (None); and the
    lines of the log that belong to it."""

    project: Project
    lines: tuple[Line, ...]
    end: int | None = None


def legs(run: Run) -> tuple[Leg, ...]:
    """The parts of a run in their order. Raises FolderError for a branch, which began in another run."""
    at = run.meta("branched_at")
    if at:
        raise FolderError(
            say("{run} is a branch: its first {step} steps are those of {parent}.", run=run.id, step=at,
                parent=run.meta("parent")),
            say("Make {parent} again, and branch off at step {step} from what comes out.", parent=run.meta("parent"),
                step=at),
        )  # fmt: skip
    ends = sorted(int(found[1]) for name in run.metas() if (found := re.fullmatch(r"snapshot until step (\d+)", name)))
    lines = run.controls()
    anew = {step for step, name, _ in lines if name == NEXT_RECIPE}
    own = [line for line in lines if line[1] != NEXT_RECIPE or line[0] not in ends]
    parts: list[Leg] = []
    after = -1
    for end in ends:
        project = document.from_snapshot(run.meta(f"snapshot until step {end}"))
        mine = [line for line in own if after < line[0] <= end]
        parts.append(Leg(project, (*mine, (end, NEXT_RECIPE, float(end in anew))), end))
        after = end
    last = document.from_snapshot(run.meta("snapshot"))
    return (*parts, Leg(last, tuple(line for line in own if line[0] > after)))


class Replay:
    """Makes a run again in another folder, a new one unless given. It is iterated as a `Trainer` is.

    Raises FolderError, see `legs`.
    """

    def __init__(
        self, source: Path, folder: Path | None = None, control: Control | None = None, threads: int | None = None,
        trusted: bool = False,
    ):  # fmt: skip
        with Run.open(source) as run:
            self._legs, self._threads = legs(run), threads or run.meta("threads")
        for leg in self._legs:
            leg.project.trusted = trusted
        self.project = self._legs[-1].project
        self.folder = folder or new_run_folder(self.project.title)
        self.control = control or Control()

    def run(self) -> Iterator[Event]:
        """Train part after part, and yield what happens; of the ends of parts only the last."""
        for number, leg in enumerate(self._legs):
            whole = leg.end is None
            control = self.control if whole else Control()
            trainer = Trainer(
                leg.project, self.folder, control, resume=number > 0, threads=self._threads, script=leg.lines
            )
            for event in trainer.run():
                if not whole and (self.control.stopped or _ends(event, leg)):
                    control.stop()
                if not isinstance(event, RunFinished) or whole or self.control.stopped:
                    yield event
                if isinstance(event, RunFailed):
                    return
            if self.control.stopped:
                return


def _ends(event: Event, leg: Leg) -> bool:
    return isinstance(event, ControlChanged) and event.name == NEXT_RECIPE and event.step == leg.end
