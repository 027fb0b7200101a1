"""Several trainings one after another on the command line: ``workbench train A B C`` and ``workbench queue``."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import graphs
from graphs.message import Message, say
from graphs.project import Project
from workbench import headless
from workbench.engine.control import Control
from workbench.engine.events import Event, RunFailed, RunFinished
from workbench.queueing import QueueError, RunQueue, Turn
from workbench.reporting import Reporter, spoken

if TYPE_CHECKING:
    from workbench.queueing import Entry

Opener = Callable[[str], tuple[Project, str]]
"""Opens a preset by name or a file by path; gives the project and what to call it."""


class _Heard:
    """A trainer whose last event is remembered."""

    def __init__(self, trainer: Any):
        self.trainer, self.folder = trainer, trainer.folder
        self.last: Event | None = None

    def run(self) -> Iterator[Event]:
        for event in self.trainer.run():
            self.last = event
            yield event


def train_all(names: list[str], opened: Opener, arguments: argparse.Namespace, reporter: Reporter) -> int:
    """Train several projects one after another; one that fails is said, and the next begins.

    A stop (Ctrl+C) ends the whole. Returns 0 when all were trained.
    """
    control, worst = Control(), 0
    for place, name in enumerate(names, 1):
        if control.stopped:
            break
        reporter.line(say("{place} of {n}: {name}", place=place, n=len(names), name=name))
        try:
            project, title = opened(name)
        except Exception as error:
            said = getattr(error, "message", None)
            if not isinstance(said, Message):
                raise
            reporter.error(said)
            worst = 1
            continue
        project.trusted = arguments.trust
        arguments.what = name
        worst = max(worst, min(1, headless.train((project, title), arguments, reporter, control)))
    return worst


def queue(arguments: argparse.Namespace, opened: Opener, reporter: Reporter) -> int:
    """Do what is wanted with the queue; returns the exit code."""
    waiting = RunQueue()
    try:
        match arguments.action:
            case "list":
                for entry in waiting.entries():
                    _tell(entry, reporter)
            case "add":
                return _add(waiting, opened, arguments, reporter)
            case "remove" | "retry":
                for number in _numbers(arguments.what):
                    getattr(waiting, arguments.action)(number)
            case "move":
                numbers = _numbers(arguments.what)
                if len(numbers) != 2:
                    raise QueueError(say("queue move takes a number and how many places, such as 3 -1."))
                waiting.move(*numbers)
            case "clear":
                n = waiting.clear()
                reporter.record({"cleared": n}, say("{n} trainings were taken out of the list.", n=n))
            case "run":
                return _run(waiting, arguments, reporter)
    except QueueError as error:
        reporter.error(error.message)
        return 1
    return 0


def _numbers(words: list[str]) -> list[int]:
    try:
        return [int(word) for word in words]
    except ValueError as error:
        raise QueueError(
            say("A training of the queue is named by its number. It got {got}.", got=" ".join(words))
        ) from error


def _tell(entry: Entry, reporter: Reporter) -> None:
    record = {
        "id": entry.id,
        "title": entry.title,
        "state": entry.turn.name.lower(),
        "run": entry.folder,
        "said": entry.said,
    }
    reporter.record(record, f"{entry.id:>4}  {entry.title:32} {spoken(entry.turn)}  {entry.said}".rstrip())


def _add(waiting: RunQueue, opened: Opener, arguments: argparse.Namespace, reporter: Reporter) -> int:
    for name in arguments.what:
        project, title = opened(name)
        keeps = bool(project.weights and project.about.preset == name)
        try:
            prepared = headless.prepared(project, arguments)
        except headless.CannotStart as error:
            reporter.error(error.message)
            return 2
        try:
            _tell(waiting.add(prepared, title, keeps), reporter)
        except graphs.DocumentError as error:
            reporter.error(error.message)
            return 1
    return 0


def _run(waiting: RunQueue, arguments: argparse.Namespace, reporter: Reporter) -> int:
    from workbench.engine.folding import trainer_for
    from workbench.engine.runs import Run, new_run_folder

    control, worst = Control(), 0
    with waiting.take_over():
        while not control.stopped and (entry := waiting.next()) is not None:
            reporter.line(say("{n}: {title}", n=entry.id, title=entry.title))
            try:
                project = waiting.project(entry.id)
            except graphs.DocumentError as error:
                reporter.error(error.message)
                waiting.end(entry.id, Turn.FAILED, str(error.message))
                worst = 1
                continue
            project.trusted = arguments.trust
            folder = Path(entry.folder) if entry.folder else new_run_folder(entry.title)
            waiting.begin(entry.id, folder)
            resume = Run.exists(folder) or folder.with_name(f"{folder.name}_fold-1").exists()
            heard = _Heard(trainer_for(project, folder, control, resume, arguments.threads, entry.keeps))
            headless.watch(heard, project, arguments, reporter, control)
            turn, said = outcome(heard.last)
            waiting.end(entry.id, turn, said)
            worst = max(worst, int(turn is Turn.FAILED))
    return worst


def outcome(event: object) -> tuple[Turn, str]:
    """How a training has ended, by its last event, and what is to be said of it."""
    if isinstance(event, RunFinished):
        if event.stopped:
            return Turn.WAITING, str(say("stopped, goes on from there"))
        numbers = "  ".join(f"{name} {value:.4g}" for name, value in (event.test or event.validation).items())
        return Turn.DONE, numbers
    if isinstance(event, RunFailed):
        return Turn.FAILED, f"{event.message} {event.remedy}"
    return Turn.FAILED, str(say("The training ended without a word."))
