"""What a run keeps on the disk while it trains: its events, its checkpoints, and that nobody else writes there."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from graphs.message import Message, say
from workbench.engine.checkpoint import State, checkpoint_path, read_state, save_checkpoint, verify
from workbench.engine.control import NEXT_RECIPE
from workbench.engine.events import (
    CheckpointKind,
    CheckpointSaved,
    ControlChanged,
    DataNotice,
    Event,
    Paused,
    Resumed,
    RunFailed,
    RunFinished,
    Sample,
    Scalars,
)
from workbench.engine.faults import Culprit, FolderError
from workbench.engine.retention import CHECKPOINT_ROOM, CHECKPOINTS, Ladder
from workbench.engine.runs import Run, finite

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.engine.probes.sampler import Sampler
    from workbench.engine.training import Training

COMMIT_SECONDS = 0.2
"""How often what was written becomes certain."""

SPARED = 50
"""Between two checkpoints that are written only to be gone back to lies so many times as long as writing one takes."""

WIDER = 1.15
"""So much further into the run comes the next of them."""


class Recorder:
    """Writes events into a run's database and makes them certain now and then."""

    def __init__(self, run: Run):
        self.run, self._committed = run, 0.0

    def keep(self, event: Event, sampler: Sampler) -> None:
        """Write an event; commit when the last commit is old or the event is a landmark."""
        run = self.run
        if isinstance(event, Scalars):
            run.add_scalars(event)
        elif isinstance(event, Sample):
            start = sampler.clock()
            run.add_sample(event)
            sampler.charge(event.probe, sampler.clock() - start)
        elif isinstance(event, ControlChanged):
            run.add_control(event.step, event.name, event.value)
        elif isinstance(event, RunFinished):
            result = {"validation": dict(event.validation), "test": dict(event.test), "seconds": event.seconds}
            run.set_meta("result", result)
            run.set_meta("state", "stopped" if event.stopped else "finished")
        elif isinstance(event, DataNotice):
            run.add_log(event.step, "data", "\n".join((str(event.message), *event.files)))
        elif isinstance(event, Paused | Resumed):
            run.add_log(event.step, type(event).__name__.lower(), "")
        now = time.perf_counter()
        if now - self._committed > COMMIT_SECONDS or isinstance(event, Paused | ControlChanged | RunFinished):
            run.commit()
            self._committed = now

    def see_project(self, snapshot: bytes, step: int) -> None:
        """A run that goes on with another recipe keeps the project it had until then, and says so."""
        kept = self.run.meta("snapshot")
        if snapshot != kept:
            if self.run.meta(until(step)) is None:  # of two changes at one step, no step was taken between them
                self.run.set_meta(until(step), kept)
            self.run.set_meta("snapshot", snapshot)
            self.run.add_log(step, "recipe", "The run goes on with another recipe from here.")

    @contextlib.contextmanager
    def rescuing(self, training: Training) -> Iterator[None]:
        """Bring a training back to before the step that broke off, so that its state can be written; and say in the
        log that it goes on from there with other random numbers."""
        measured = [found for found in training.fetch() if isinstance(found, Scalars)]
        self.add_last(measured)
        training.take_back()
        yield
        self.run.add_control(training.step, NEXT_RECIPE, 1.0)
        self.run.commit()

    def add_last(self, measured: Iterable[Scalars]) -> None:
        """Write what was measured up to a break, as far as the disk allows: it matters less than what is said of it."""
        for scalars in measured:
            with contextlib.suppress(sqlite3.Error):
                self.run.add_scalars(finite(scalars))

    def add_anomaly(self, culprit: Culprit) -> None:
        """Write what came into the node that broke, as far as the disk allows."""
        with contextlib.suppress(sqlite3.Error):
            self.run.add_sample(anomaly(culprit))

    def advise(self, said: list[dict[str, Any]]) -> None:
        """Write what the advisor has said, as far as the disk allows."""
        with contextlib.suppress(sqlite3.Error):
            self.run.set_meta("advice", said)

    def fail(self, event: RunFailed) -> None:
        """Write how the run ended, as far as the disk allows: a full disk is what the event may tell."""
        with contextlib.suppress(sqlite3.Error, OSError):
            self.run.set_meta("state", "failed")
            text = f"{event.message}\n{event.remedy}\n\n{event.details}"
            self.run.add_log(event.step, event.kind.name.lower(), text)
            self.run.commit()


def until(step: int) -> str:
    """Under which name a run keeps the project it had until a step."""
    return f"snapshot until step {step}"


def anomaly(culprit: Culprit) -> Sample:
    """What came into the node that broke: an array for each of its ports, and what the node is called."""
    return Sample("anomaly", culprit.step, culprit.arriving, {"node": (culprit.name,)})


class Checkpoints:
    """The checkpoints of a run folder: the last, the one before it, the best, and those kept for good.

    The one before, of an earlier step, is there for a last that cannot be read. Every last one is kept under the name
    of its step as well, as long as there is room (`retention.CHECKPOINTS`), so that one can go back to it.
    """

    def __init__(self, folder: Path, keep_every: int | None = None):
        self.folder, self.keep_every = folder, keep_every
        self.saved = time.perf_counter()
        self._kept = self._written = -1
        self._ladder: Ladder | None = None
        self._next, self._took = 0, 0.0

    @property
    def last(self) -> Path:
        """Where the newest state lies."""
        return checkpoint_path(self.folder, CheckpointKind.LAST)

    def save(self, training: Training, state: State) -> Iterator[CheckpointSaved]:
        """Write the state, and keep the one that was the last until now."""
        began = time.perf_counter()
        previous = checkpoint_path(self.folder, CheckpointKind.PREVIOUS)
        waiting = previous.with_suffix(".waiting")
        waiting.unlink(missing_ok=True)
        if self.last.exists() and state.step != self._written:
            try:
                os.link(self.last, waiting)  # a second name, so that there is never a moment without a last
            except OSError:  # a file system without second names: the copy is made by the next save
                waiting.unlink(missing_ok=True)
        training.save(self.last, state)
        self._written = state.step
        if waiting.exists():
            os.replace(waiting, previous)
        self._keep(state.step)
        self.saved = time.perf_counter()
        self._took, self._next = self.saved - began, max(state.step + 1, int(state.step * WIDER))
        yield CheckpointSaved(state.step, CheckpointKind.LAST, str(self.last))
        if self.keep_every and state.step > 0 and state.step % training.per_epoch == 0:
            epoch = state.step // training.per_epoch
            if epoch % self.keep_every == 0 and epoch != self._kept:
                self._kept = epoch
                path = self.folder / f"{CheckpointKind.EPOCH.value}-{epoch:05d}.safetensors"
                training.save(path, state)
                yield CheckpointSaved(state.step, CheckpointKind.EPOCH, str(path))

    def due(self, epoch: int) -> bool:
        """Whether the recipe wants the state at the end of this epoch to be kept for good."""
        return bool(self.keep_every) and epoch % (self.keep_every or 1) == 0

    def wanted(self, step: int, seconds: float) -> bool:
        """Whether the state should be written now.

        That is when the last one is older than ``seconds``, or when the run has come so much further that one wants to
        go back to this place, and writing it costs little of its time.
        """
        age = time.perf_counter() - self.saved
        return age > seconds or (step >= self._next and age > SPARED * self._took)

    def _keep(self, step: int) -> None:
        """Give the last checkpoint the name of its step as well; those that have no room any more go."""
        if self._ladder is None:
            self._ladder = Ladder(CHECKPOINTS, CHECKPOINT_ROOM)
            for kept, path in sorted(step_checkpoints(self.folder).items()):
                self._ladder.add(kept, path.stat().st_size)
        later = [kept for kept in self._ladder.steps if kept > step]  # of a run that has gone on from an earlier one
        for kept in later:
            self._ladder.remove(kept)
            step_path(self.folder, kept).unlink(missing_ok=True)
        size, path = self.last.stat().st_size, step_path(self.folder, step)
        if 2 * size > CHECKPOINT_ROOM:
            return
        path.unlink(missing_ok=True)
        try:
            os.link(self.last, path)  # the last is replaced and never written over, so this costs nothing
        except OSError:  # a file system without second names
            shutil.copyfile(self.last, path)
        if step in self._ladder:
            self._ladder.remove(step)
        for gone in self._ladder.add(step, size):
            step_path(self.folder, gone).unlink(missing_ok=True)

    def save_best(self, weights: Mapping[str, Tensor], state: State) -> CheckpointSaved:
        """Write the weights with the lowest validation loss."""
        path = checkpoint_path(self.folder, CheckpointKind.BEST)
        save_checkpoint(path, weights, state)
        return CheckpointSaved(state.step, CheckpointKind.BEST, str(path))

    def newest(self) -> tuple[Path, State, Message | None] | None:
        """The newest checkpoint that is whole, with its state, and what to say when it is not the last; None without.

        Raises FolderError when there are some and none is whole.
        """
        found: FolderError | None = None
        for kind in (CheckpointKind.LAST, CheckpointKind.PREVIOUS):
            path = checkpoint_path(self.folder, kind)
            if not path.exists():
                continue
            try:
                verify(path)
                state = read_state(path)
            except FolderError as error:
                found = found or error
                continue
            if found is None:
                return path, state, None
            said = say(
                "{trouble} The training goes on from the one before, step {step}.",
                trouble=found.message,
                step=state.step,
            )
            return path, state, said
        if found is not None:
            raise found
        return None


def step_path(folder: Path, step: int) -> Path:
    """Where the checkpoint of a step lies that is kept to be gone back to."""
    return folder / f"step-{step:09d}.safetensors"


def step_checkpoints(folder: Path) -> dict[int, Path]:
    """The checkpoints of a run folder that one can go back to, by their steps."""
    found = ((re.fullmatch(r"step-(\d+)", path.stem), path) for path in sorted(folder.glob("step-*.safetensors")))
    return {int(name.group(1)): path for name, path in found if name is not None}


class Lock:
    """Keeps a run folder to one writer, here or in another program; it ends with the program, however that ends.

    Raises FolderError when somebody else trains there.
    """

    def __init__(self, folder: Path):
        folder.mkdir(parents=True, exist_ok=True)
        self._file = open(folder / "run.lock", "a+b")  # noqa: SIM115 - it is held as long as the run
        if not _hold(self._file):
            self._file.close()
            raise FolderError(
                say("Another window or program is training in {folder}.", folder=folder),
                say("Wait until it has ended, or stop it there. The run can be watched meanwhile."),
            )

    def close(self) -> None:
        """Let others write."""
        self._file.close()

    def __enter__(self) -> Lock:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _hold(file: Any) -> bool:
    """Take a file for this program alone, without waiting; whether it was free."""
    try:
        if os.name == "nt":
            import msvcrt

            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
