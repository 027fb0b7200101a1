"""Runs on the disk: a folder each, with one SQLite file of everything measured, and checkpoints beside it.

SQLite's write-ahead log means that a run that was killed at any instant opens again, with everything up to its last
commit, and that others may read while the training writes. What probes collected is kept in bounded room: of each
probe at most `retention.PLACES` steps and `retention.ROOM` bytes, spread over the whole run.
"""

from __future__ import annotations

import json
import os
import re
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np

from graphs.message import say
from workbench.engine.events import Array, Sample, Scalars
from workbench.engine.faults import FolderError
from workbench.engine.retention import PLACES, ROOM, Ladder

SCHEMA = 1
"""The version of the tables."""

FILE = "run.sqlite"
"""The name of the database in a run folder."""

_TABLES = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE tags (id INTEGER PRIMARY KEY, tag TEXT UNIQUE);
CREATE TABLE scalars (tag INTEGER, step INTEGER, value REAL, PRIMARY KEY (tag, step)) WITHOUT ROWID;
CREATE TABLE samples (id INTEGER PRIMARY KEY, probe TEXT, step INTEGER, labels TEXT);
CREATE INDEX samples_by_probe ON samples (probe, step);
CREATE TABLE arrays (sample INTEGER, name TEXT, dtype TEXT, shape TEXT, data BLOB, PRIMARY KEY (sample, name));
CREATE TABLE controls (id INTEGER PRIMARY KEY, step INTEGER, name TEXT, value TEXT);
CREATE TABLE log (id INTEGER PRIMARY KEY, time REAL, step INTEGER, name TEXT, text TEXT);
"""


@dataclass(frozen=True)
class RunInfo:
    """What a list of runs shows: its id, folder, title, when it began, how it stands and how far it is.

    A branch names its ``parent``, the id of another run, and the step ``branched_at`` up to which it is the same.
    """

    id: str
    folder: Path
    title: str
    started: float
    state: str
    step: int
    steps: int
    parent: str = ""
    branched_at: int = 0


class Run:
    """One run on the disk. One writer at a time; any number of readers, also from other processes.

    Use ``Run.create`` for a new folder and ``Run.open`` for an existing one; a connection belongs to the thread that
    made it.
    """

    def __init__(self, folder: Path, connection: sqlite3.Connection):
        self.folder, self.id = folder, folder.name
        self._connection = connection
        self._ladders: dict[str, Ladder] = {}
        self._tags: dict[str, int] = {
            str(tag): int(identity) for identity, tag in connection.execute("SELECT id, tag FROM tags")
        }

    @classmethod
    def create(cls, folder: Path, snapshot: bytes = b"", title: str = "") -> Run:
        """Make a run folder with an empty database. Raises FolderError when the folder holds a run already."""
        folder.mkdir(parents=True, exist_ok=True)
        if cls.exists(folder):
            raise FolderError(
                say("The folder {folder} holds a run already.", folder=folder),
                say("Choose another folder, or resume the run that is there."),
            )
        connection = _connect(folder / FILE)
        with connection:
            connection.execute("BEGIN")
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        run = cls(folder, connection)
        run.set_meta("snapshot", snapshot)
        run.set_meta("title", title)
        run.set_meta("started", time.time())
        run.set_meta("state", "new")
        run.commit()
        return run

    @staticmethod
    def exists(folder: Path) -> bool:
        """Whether a folder holds a run; one that was killed before its tables were complete does not."""
        if not (folder / FILE).exists():
            return False
        try:
            with closing(_connect(folder / FILE)) as connection:
                return int(connection.execute("PRAGMA user_version").fetchone()[0]) != 0
        except sqlite3.DatabaseError:
            return True

    @classmethod
    def open(cls, folder: Path) -> Run:
        """Open a run. Raises FolderError when there is none, or one that a newer program wrote."""
        path = folder / FILE
        if not path.exists():
            raise FolderError(
                say("There is no run in {folder}.", folder=folder),
                say("Choose a folder that holds the file {file}.", file=FILE),
            )
        try:
            connection = _connect(path)
            version = int(connection.execute("PRAGMA user_version").fetchone()[0])
        except sqlite3.DatabaseError as error:
            raise FolderError(
                say("{path} is not a database of a run: {reason}.", path=path, reason=error),
                say("Choose another folder."),
            ) from error
        if version != SCHEMA:
            connection.close()
            raise FolderError(
                say(
                    "The run in {folder} has version {found}; this program reads {known}.",
                    folder=folder,
                    found=version,
                    known=SCHEMA,
                ),
                say("Open it with the version of Workbench that wrote it."),
            )
        return cls(folder, connection)

    def __enter__(self) -> Run:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was not committed is lost."""
        self._connection.close()

    def commit(self) -> None:
        """Make everything written so far survive a kill."""
        self._connection.commit()

    # ------------------------------------------------------------------ writing

    def set_meta(self, name: str, value: Any) -> None:
        """Keep a fact about the run: bytes as they are, anything else as JSON."""
        stored = value if isinstance(value, bytes) else json.dumps(value)
        self._connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, stored))

    def add_scalars(self, scalars: Scalars) -> None:
        """Write numbers by step; a number that is there already for this step is replaced."""
        steps = scalars.steps.tolist()
        for tag, values in scalars.values.items():
            if tag not in self._tags:
                cursor = self._connection.execute("INSERT INTO tags (tag) VALUES (?)", (tag,))
                self._tags[tag] = int(cursor.lastrowid or 0)
            identity = self._tags[tag]
            self._connection.executemany(
                "INSERT OR REPLACE INTO scalars VALUES (?, ?, ?)",
                ((identity, step, value) for step, value in zip(steps, values.tolist(), strict=True)),
            )

    def add_sample(self, sample: Sample) -> None:
        """Write what a probe collected; where there is too much of it, the step that is missed least goes."""
        gone = self._ladder(sample.probe).add(sample.step, sum(array.nbytes for array in sample.data.values()))
        for step in gone:
            of_step = "SELECT id FROM samples WHERE probe = ? AND step = ?"
            self._connection.execute(f"DELETE FROM arrays WHERE sample IN ({of_step})", (sample.probe, step))
            self._connection.execute("DELETE FROM samples WHERE probe = ? AND step = ?", (sample.probe, step))
        labels = json.dumps({name: list(texts) for name, texts in sample.labels.items()})
        cursor = self._connection.execute(
            "INSERT INTO samples (probe, step, labels) VALUES (?, ?, ?)", (sample.probe, sample.step, labels)
        )
        self._connection.executemany(
            "INSERT INTO arrays VALUES (?, ?, ?, ?, ?)",
            (
                (
                    cursor.lastrowid,
                    name,
                    array.dtype.str,
                    json.dumps(array.shape),
                    np.ascontiguousarray(array).tobytes(),
                )
                for name, array in sample.data.items()
            ),
        )

    def _ladder(self, probe: str) -> Ladder:
        """Which steps of a probe are kept."""
        if probe not in self._ladders:
            ladder = self._ladders[probe] = Ladder(PLACES, ROOM)
            found = self._connection.execute(
                "SELECT step, (SELECT total(length(data)) FROM arrays WHERE sample = samples.id) FROM samples "
                "WHERE probe = ? ORDER BY step",
                (probe,),
            ).fetchall()
            for step, size in found:
                ladder.add(int(step), int(size))
        return self._ladders[probe]

    def add_control(self, step: int, name: str, value: float | str) -> None:
        """Write what was changed by hand, and after which step."""
        self._connection.execute(
            "INSERT INTO controls (step, name, value) VALUES (?, ?, ?)", (step, name, json.dumps(value))
        )

    def drop_controls(self, beginning: str) -> None:
        """Forget what was changed by hand and has a name that begins so: it is not to be made again."""
        self._connection.execute("DELETE FROM controls WHERE substr(name, 1, ?) = ?", (len(beginning), beginning))

    def add_log(self, step: int, name: str, text: str) -> None:
        """Write a line of the run's diary."""
        self._connection.execute(
            "INSERT INTO log (time, step, name, text) VALUES (?, ?, ?, ?)", (time.time(), step, name, text)
        )

    def drop_after(self, step: int) -> None:
        """Forget everything measured after a step: a resumed run measures it again."""
        self._connection.execute("DELETE FROM scalars WHERE step > ?", (step,))
        self._connection.execute("DELETE FROM arrays WHERE sample IN (SELECT id FROM samples WHERE step > ?)", (step,))
        self._connection.execute("DELETE FROM samples WHERE step > ?", (step,))
        self._connection.execute("DELETE FROM controls WHERE step > ?", (step,))
        self._ladders.clear()
        self.commit()

    # ------------------------------------------------------------------ reading

    def meta(self, name: str, default: Any = None) -> Any:
        """Return a fact about the run, or ``default``."""
        row = self._connection.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        if row is None:
            return default
        return row[0] if isinstance(row[0], bytes) else json.loads(row[0])

    def metas(self) -> tuple[str, ...]:
        """Return the name of every fact there is about the run."""
        return tuple(str(name) for (name,) in self._connection.execute("SELECT name FROM meta ORDER BY name"))

    def tags(self) -> tuple[str, ...]:
        """Return every tag that has numbers."""
        found = self._connection.execute(
            "SELECT tag FROM tags WHERE id IN (SELECT DISTINCT tag FROM scalars) ORDER BY tag"
        )
        return tuple(str(tag) for (tag,) in found)

    def scalars(self, tag: str, after: int = -1) -> tuple[Array, Array]:
        """Return the steps (n,), int64, and values (n,), float64, of a tag, from the first step after ``after``."""
        rows = self._connection.execute(
            "SELECT step, value FROM scalars "
            "WHERE tag = (SELECT id FROM tags WHERE tag = ?) AND step > ? ORDER BY step",
            (tag, after),
        ).fetchall()
        steps = np.array([step for step, _ in rows], dtype=np.int64)
        return steps, np.array([np.nan if value is None else value for _, value in rows], dtype=np.float64)

    def sample_steps(self, probe: str) -> tuple[int, ...]:
        """Return the steps at which a probe collected something."""
        found = self._connection.execute("SELECT DISTINCT step FROM samples WHERE probe = ? ORDER BY step", (probe,))
        return tuple(int(step) for (step,) in found)

    def probes(self) -> tuple[str, ...]:
        """Return the names of the probes that collected something."""
        return tuple(
            str(name) for (name,) in self._connection.execute("SELECT DISTINCT probe FROM samples ORDER BY probe")
        )

    def samples(self, probe: str, first: int = 0, last: int | None = None) -> Iterator[Sample]:
        """Give what a probe collected from step ``first`` to step ``last``, in order."""
        rows = self._connection.execute(
            "SELECT id, step, labels FROM samples WHERE probe = ? AND step BETWEEN ? AND ? ORDER BY step, id",
            (probe, first, 2**62 if last is None else last),
        ).fetchall()
        for identity, step, labels in rows:
            data = {
                str(name): np.frombuffer(content, dtype=np.dtype(dtype)).reshape(json.loads(shape)).copy()
                for name, dtype, shape, content in self._connection.execute(
                    "SELECT name, dtype, shape, data FROM arrays WHERE sample = ? ORDER BY rowid", (identity,)
                )
            }
            yield Sample(probe, int(step), data, {name: tuple(texts) for name, texts in json.loads(labels).items()})

    def controls(self) -> tuple[tuple[int, str, Any], ...]:
        """Return what was changed by hand: step, name, value."""
        found = self._connection.execute("SELECT step, name, value FROM controls ORDER BY id")
        return tuple((int(step), str(name), json.loads(value)) for step, name, value in found)

    def log(self) -> tuple[tuple[float, int, str, str], ...]:
        """Return the run's diary: time, step, name, text."""
        found = self._connection.execute("SELECT time, step, name, text FROM log ORDER BY id")
        return tuple((float(moment), int(step), str(name), str(text)) for moment, step, name, text in found)

    def info(self) -> RunInfo:
        """Return what a list of runs shows."""
        row = self._connection.execute("SELECT max(step) FROM scalars").fetchone()
        return RunInfo(
            self.id,
            self.folder,
            str(self.meta("title", "")),
            float(self.meta("started", 0.0)),
            str(self.meta("state", "")),
            int(row[0] or 0),
            int(self.meta("steps", 0)),
            str(self.meta("parent", "")),
            int(self.meta("branched_at", 0)),
        )

    def copy_to(self, folder: Path) -> Run:
        """Copy everything measured into a new folder, and open that. Raises FolderError when it holds a run already."""
        Run.create(folder).close()
        target = _connect(folder / FILE)
        self._connection.backup(target)
        return Run(folder, target)

    def limit_size(self, pages: int) -> None:
        """Let the database grow no further than so many pages; more raises sqlite3.OperationalError."""
        self._connection.execute(f"PRAGMA max_page_count = {int(pages)}")


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30.0)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def runs_folder() -> Path:
    """Where runs are kept: the user's data folder, or what the environment variable WORKBENCH_RUNS names."""
    chosen = os.environ.get("WORKBENCH_RUNS")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("workbench", appauthor=False)) / "runs"


def new_run_folder(title: str, parent: Path | None = None) -> Path:
    """Return a folder that does not exist yet, named after the time and the title: ``2026-05-04_10-22-31_lenet-5``."""
    words = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:40] or "run"
    base = (parent or runs_folder()) / f"{datetime.now():%Y-%m-%d_%H-%M-%S}_{words}"
    folder, number = base, 1
    while folder.exists():
        number += 1
        folder = base.with_name(f"{base.name}-{number}")
    return folder


def list_runs(parent: Path | None = None) -> tuple[RunInfo, ...]:
    """Return the runs of a folder, newest first; a folder that is no run is passed over."""
    return tuple(sorted(_infos((parent or runs_folder()).glob(f"*/{FILE}")), key=lambda info: -info.started))


def as_tree(runs: Iterable[RunInfo]) -> tuple[tuple[int, RunInfo], ...]:
    """Return runs with how deep each lies in the tree of branches; a branch follows the run it branched off.

    The others stay in their order; a branch of a run that is not there is one of them.
    """
    runs = tuple(runs)
    known = {run.id for run in runs}
    branches: dict[str, list[RunInfo]] = {}
    for run in runs:
        branches.setdefault(run.parent if run.parent in known else "", []).append(run)

    def below(identity: str, depth: int) -> Iterator[tuple[int, RunInfo]]:
        for run in branches.get(identity, ()):
            yield depth, run
            yield from below(run.id, depth + 1)

    return tuple(below("", 0))


def _infos(files: Iterable[Path]) -> Iterator[RunInfo]:
    for path in files:
        try:
            run = Run.open(path.parent)
        except FolderError:
            continue
        with closing(run):
            yield run.info()


def scalars_at(step: int, values: Mapping[str, float], prefix: str = "") -> Scalars:
    """Make the event of a few numbers that were all measured at one step."""
    arrays = {prefix + name: np.array([value], dtype=np.float64) for name, value in values.items()}
    return Scalars(np.array([step], dtype=np.int64), arrays)


def finite(scalars: Scalars) -> Scalars:
    """Keep only the steps at which every value is finite."""
    good = np.logical_and.reduce([np.isfinite(values) for values in scalars.values.values()])
    return Scalars(scalars.steps[good], {tag: values[good] for tag, values in scalars.values.items()})
