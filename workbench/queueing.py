"""Trainings that wait for their turn: a list in a file, so that it outlives the program, and the projects beside it.

Several programs may read and change the list at once; only one of them trains what is in it.
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import graphs
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.faults import FolderError
from workbench.engine.keeping import Lock
from workbench.engine.runs import runs_folder

FILE = "queue.json"
VERSION = 1

PATIENCE = 5.0
"""Seconds that a change waits for another program that is changing the list."""


class QueueError(Exception):
    """A wish about the list that cannot be granted; ``message`` says why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


class Turn(StrEnum):
    """How it stands with an entry of the list."""

    WAITING = mark("waits")
    RUNNING = mark("trains now")
    DONE = mark("is trained")
    FAILED = mark("failed")


@dataclass(frozen=True)
class Entry:
    """One training of the list: its number for life, its title, how it stands, its run folder once it has one, and
    what is to be said of its end. ``keeps`` says that it begins with the weights of its project."""

    id: int
    title: str
    turn: Turn = Turn.WAITING
    folder: str = ""
    said: str = ""
    keeps: bool = False

    @property
    def over(self) -> bool:
        """Whether it has had its turn."""
        return self.turn in (Turn.DONE, Turn.FAILED)


class RunQueue:
    """The list of trainings in a folder, by default beside the runs.

    Every change is written before it returns: to a new file that takes the place of the old one.
    """

    def __init__(self, folder: Path | None = None):
        self.folder = folder or runs_folder() / ".queue"

    # ------------------------------------------------------------------ reading

    def entries(self) -> tuple[Entry, ...]:
        """The trainings in their order. Raises QueueError when the file is damaged."""
        return self._read()[1]

    def entry(self, number: int) -> Entry:
        """An entry by its number. Raises QueueError when there is none."""
        for entry in self.entries():
            if entry.id == number:
                return entry
        raise QueueError(say("There is no training with the number {n} in the queue.", n=number))

    def next(self) -> Entry | None:
        """The first one that waits."""
        return next((entry for entry in self.entries() if entry.turn is Turn.WAITING), None)

    def project(self, number: int) -> Project:
        """The project of an entry, as it was when it was added. Raises `graphs.DocumentError`."""
        return graphs.load(self._path(number))

    # ------------------------------------------------------------------ changing

    def add(self, project: Project, title: str, keeps: bool = False) -> Entry:
        """Put a training at the end; what is done to the project afterwards does not reach it.

        Raises `graphs.DocumentError` when it cannot be written, QueueError when the list cannot be changed.
        """
        with self._changing() as (number, entries):
            entry = Entry(number, title, keeps=keeps)
            graphs.save(project, self._path(number))
            self._write(number + 1, (*entries, entry))
        return entry

    def remove(self, number: int) -> None:
        """Take an entry out. Raises QueueError while it trains."""
        if self.entry(number).turn is Turn.RUNNING:
            raise QueueError(say("Training {n} runs at this moment. Stop it first.", n=number))
        with self._changing() as (following, entries):
            self._write(following, tuple(entry for entry in entries if entry.id != number))
        self._path(number).unlink(missing_ok=True)

    def move(self, number: int, places: int) -> None:
        """Let an entry have its turn so many places later, or with a number below zero earlier."""
        self.entry(number)
        with self._changing() as (following, entries):
            order = list(entries)
            place = next(place for place, entry in enumerate(order) if entry.id == number)
            order.insert(max(0, place + places), order.pop(place))
            self._write(following, tuple(order))

    def retry(self, number: int) -> None:
        """Let an entry that failed wait again; a run that can go on goes on."""
        entry = self.entry(number)
        if entry.turn is Turn.FAILED:
            self._put(replace(entry, turn=Turn.WAITING, said=""))

    def clear(self) -> int:
        """Forget everything that has had its turn; return how many those were."""
        with self._changing() as (following, entries):
            gone = [entry for entry in entries if entry.over]
            self._write(following, tuple(entry for entry in entries if not entry.over))
        for entry in gone:
            self._path(entry.id).unlink(missing_ok=True)
        return len(gone)

    # ------------------------------------------------------------------ training

    def take_over(self) -> Lock:
        """Become the program that trains what waits; what another was training when it died waits again.

        Raises QueueError while another program does so. Close what is returned to let others.
        """
        try:
            lock = Lock(self.folder / "trains")
        except FolderError as error:
            raise QueueError(say("Another window or program is working through the queue.")) from error
        for entry in self.entries():
            if entry.turn is Turn.RUNNING:
                self._put(replace(entry, turn=Turn.WAITING))
        return lock

    def begin(self, number: int, folder: Path) -> None:
        """Say that an entry trains now, and where."""
        self._put(replace(self.entry(number), turn=Turn.RUNNING, folder=str(folder), said=""))

    def end(self, number: int, turn: Turn, said: str = "") -> None:
        """Say how an entry has ended; one that was taken out meanwhile is gone."""
        known = [entry for entry in self.entries() if entry.id == number]
        if known:
            self._put(replace(known[0], turn=turn, said=said))

    # ------------------------------------------------------------------ the file

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:04d}.workbench"

    def _read(self) -> tuple[int, tuple[Entry, ...]]:
        path = self.folder / FILE
        try:
            kept = json.loads(path.read_text(encoding="utf-8"))
            entries = tuple(Entry(**{**one, "turn": Turn(one["turn"])}) for one in kept["entries"])
            return int(kept["next"]), entries
        except FileNotFoundError:
            return 1, ()
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise QueueError(
                say(
                    "The queue in {path} cannot be read: {why}. Delete the file to begin a new one.",
                    path=path,
                    why=error,
                )
            ) from error

    def _write(self, following: int, entries: tuple[Entry, ...]) -> None:
        kept: dict[str, Any] = {"version": VERSION, "next": following, "entries": [asdict(entry) for entry in entries]}
        path, new = self.folder / FILE, self.folder / f"{FILE}.new"
        with open(new, "w", encoding="utf-8") as file:
            json.dump(kept, file, ensure_ascii=False, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(new, path)

    def _put(self, changed: Entry) -> None:
        with self._changing() as (following, entries):
            self._write(following, tuple(changed if entry.id == changed.id else entry for entry in entries))

    @contextlib.contextmanager
    def _changing(self) -> Iterator[tuple[int, tuple[Entry, ...]]]:
        """Hold the list for one change; another program that does so at this moment is waited for."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                lock = Lock(self.folder)
                break
            except FolderError as error:
                if time.monotonic() > until:
                    raise QueueError(
                        say("Another program keeps the queue to itself. Try again in a moment.")
                    ) from error
                time.sleep(0.01)
            except OSError as error:
                raise QueueError(
                    say("The queue in {path} cannot be written: {why}.", path=self.folder, why=error.strerror or error)
                ) from error
        with lock:
            yield self._read()
