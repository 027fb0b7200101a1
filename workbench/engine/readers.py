"""Processes that read files for a training, some batches ahead, so that the next batch is there when it is wanted.

They hold nothing and decide nothing: each is told which files to read and gives back what stands in them. So how many
there are, and whether one of them dies, changes no number.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
import weakref
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import CancelledError, Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass

import numpy as np

from graphs.message import Message, say
from workbench.data.streaming import Filed, Read, Reader, read_rows
from workbench.engine.events import Array, Failure
from workbench.engine.faults import RunError

VARIABLE = "WORKBENCH_READERS"
"""The variable of the environment that says how many processes read files; 0 reads in the training itself."""

MOST = 8
"""How many processes read files at most, unless a person says otherwise."""

PATIENCE = 120.0
"""How many seconds the files of one batch may take: a disk in the network can fall silent."""

DEATHS = 2
"""How often reading the same batch may end a process before the run stops."""


class ReadersLost(RunError):  # noqa: N818 - it says what happened
    """The processes that read files died, or do not answer."""

    kind = Failure.DATA


def reader_count() -> int:
    """How many processes read files here: one for each processor but one, or what the variable says."""
    asked = os.environ.get(VARIABLE, "")
    if asked.isdigit():
        return int(asked)
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(MOST, allowed - 1))


def _begin() -> None:
    """Prepare a process that reads: Ctrl+C is for the training alone, and nobody reads when the training is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    """Wait for the end of the program that wants to be read for, however it ends."""
    multiprocessing.connection.wait([sentinel])
    os._exit(0)


class Readers:
    """The processes. They begin with the first files that are asked for, and end with `close` or with this object.

    ``news`` is what a person should hear. Fresh processes are begun in a clean interpreter, not copied from this one,
    which has threads.
    """

    _shared: weakref.ReferenceType[Readers] | None = None

    def __init__(self, count: int | None = None):
        self.count = reader_count() if count is None else count
        self.generation = 0
        self.news: list[Message] = []
        self._pool: ProcessPoolExecutor | None = None

    @classmethod
    def shared(cls) -> Readers:
        """The processes of this program: a training and the copy of it that is timed use the same."""
        found = cls._shared() if cls._shared is not None else None
        if found is None or found.count != reader_count():
            found = cls()
            cls._shared = weakref.ref(found)
        return found

    @classmethod
    def end(cls) -> None:
        """End the processes of this program; whoever still wants to read begins them again."""
        found = cls._shared() if cls._shared is not None else None
        if found is not None:
            found.close()

    @property
    def ahead(self) -> int:
        """How many batches are read before they are wanted."""
        return self.count + 1 if self.count else 0

    @property
    def processes(self) -> tuple[int, ...]:
        """The numbers of the processes that read, as the system knows them."""
        return tuple(self._pool._processes) if self._pool is not None and self._pool._processes else ()

    def read(self, reader: Reader, sources: Sequence[str]) -> Future[Read]:
        """Have examples read; without processes they are read here and now."""
        if not self.count:
            done: Future[Read] = Future()
            done.set_result(read_rows(reader, sources))
            return done
        try:
            return self._begun().submit(read_rows, reader, sources)
        except BrokenProcessPool:  # a process has ended while nothing was asked of it
            self.renew()
            return self._begun().submit(read_rows, reader, sources)

    def _begun(self) -> ProcessPoolExecutor:
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self.count, mp_context=context, initializer=_begin)
            weakref.finalize(self, self._pool.shutdown, wait=False, cancel_futures=True)
        return self._pool

    def renew(self) -> None:
        """Begin new processes in place of those of which one has died, and say so."""
        self.close()
        self.generation += 1
        self.news.append(
            say("A process that read files has ended without a word; it was killed, or memory ran out. Another one "
                "reads on, and no number is another for it.")
        )  # fmt: skip

    def close(self) -> None:
        """End the processes; when more is to be read they begin again."""
        if self._pool is not None:
            self._pool.shutdown(wait=False, cancel_futures=True)
            self._pool = None


@dataclass
class _Asked:
    """A batch that is being read: its rows, what will come for each group of columns, and by which processes."""

    rows: Array
    futures: list[Future[Read]]
    generation: int


class Feed:
    """Reads rows of columns that stay in their files, and those that are wanted next before they are."""

    def __init__(self, columns: Mapping[str, Filed], readers: Readers):
        self.columns, self.readers = dict(columns), readers
        self._groups: list[Filed] = []
        for column in self.columns.values():
            if all(column.reader != other.reader for other in self._groups):
                self._groups.append(column)
        self._pending: deque[_Asked] = deque()
        self.failed: dict[str, str] = {}
        """The files that could not be read so far, each with the reason."""

    def get(self, rows: Array, coming: Iterable[Array] = ()) -> tuple[dict[str, Array], Array]:
        """Return the columns of some rows as readers give them, and which of the rows they are, (kept,) int64.

        ``coming`` are the rows that will be asked for afterwards, in order. Rows whose files cannot be read are left
        out. Raises ReadersLost.
        """
        if self._pending and np.array_equal(self._pending[0].rows, rows):
            asked = self._pending.popleft()
        else:
            self.forget()
            asked = self._ask(rows)
        for place, later in enumerate(coming):
            if place >= self.readers.ahead:
                break
            if place < len(self._pending):
                if np.array_equal(self._pending[place].rows, later):
                    continue
                while len(self._pending) > place:  # another order than was thought
                    _cancel(self._pending.pop())
            self._pending.append(self._ask(later))
        return self._joined(rows, self._wait(asked))

    def forget(self) -> None:
        """What was read ahead is not wanted."""
        while self._pending:
            _cancel(self._pending.pop())

    def _ask(self, rows: Array) -> _Asked:
        futures = [self.readers.read(group.reader, group.names(rows)) for group in self._groups]
        return _Asked(rows, futures, self.readers.generation)

    def _wait(self, asked: _Asked) -> list[Read]:
        """What was read; a process that dies meanwhile is replaced, and the batch read again."""
        deaths = 0
        while True:
            try:
                return [future.result(PATIENCE) for future in asked.futures]
            except CancelledError:  # somebody else has ended the processes
                asked = self._ask(asked.rows)
            except TimeoutError as error:
                raise ReadersLost(
                    say("The files of a batch have not come for {seconds} seconds.", seconds=f"{PATIENCE:g}"),
                    say("Look whether the disk they lie on answers. The run can be resumed from its last checkpoint."),
                ) from error
            except BrokenProcessPool as error:
                if asked.generation == self.readers.generation:
                    deaths += 1
                    self.readers.renew()
                    if deaths >= DEATHS:
                        raise ReadersLost(
                            say("The process that reads files has ended {count} times at the same batch; it was "
                                "killed, or memory ran out.", count=deaths),
                            say("Choose smaller batches, or set WORKBENCH_READERS=0 to read without further "
                                "processes. The run can be resumed from its last checkpoint."),
                        ) from error  # fmt: skip
                asked = self._ask(asked.rows)

    def _joined(self, rows: Array, reads: list[Read]) -> tuple[dict[str, Array], Array]:
        kept = np.arange(len(rows))
        for read in reads:
            kept = np.intersect1d(kept, np.array(read.places, dtype=np.int64))
            self.failed.update(read.failed)
        found = {}
        for name, column in self.columns.items():
            read = reads[next(n for n, group in enumerate(self._groups) if group.reader == column.reader)]
            if not len(kept):
                found[name] = np.zeros((0, *column.dims), dtype=column.dtype)
            elif len(kept) == len(read.places):
                found[name] = read.columns[column.name]
            else:
                found[name] = read.columns[column.name][np.searchsorted(read.places, kept)]
        return found, rows[kept]


def _cancel(asked: _Asked) -> None:
    for future in asked.futures:
        future.cancel()
