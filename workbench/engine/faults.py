"""What can end a run, told so that a person knows where it happened and what to try.

Everything that goes wrong becomes one `RunFailed` event; the process lives on.
"""

from __future__ import annotations

import errno
import sqlite3
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from graphs.compiler import CompileError
from graphs.message import Message, say
from workbench.data import DataError
from workbench.engine.events import Array, Failure, RunFailed, Scalars


class RunError(Exception):
    """A trouble with words of its own; ``remedy`` says what to try."""

    kind = Failure.UNEXPECTED

    def __init__(self, message: Message, remedy: Message, node: int | None = None):
        super().__init__(str(message))
        self.message, self.remedy, self.node = message, remedy, node


class DrawingError(RunError):
    """The drawing cannot be trained as it is."""

    kind = Failure.DRAWING


class FolderError(RunError):
    """The run folder does not hold what was expected."""

    kind = Failure.RUN_FOLDER


class FieldError(RunError):
    """An Input node asks for a column that the data do not have, or that has another shape."""

    kind = Failure.DATA


class NotFinite(RunError):  # noqa: N818 - it says what happened
    """A loss or a weight is no longer a finite number; ``step`` is the first step where it shows.

    ``scalars`` are the numbers measured until then, so that the curves can be drawn up to the break.
    """

    kind = Failure.NOT_FINITE

    def __init__(self, step: int, scalars: tuple[Scalars, ...] = ()):
        super().__init__(
            say("The loss at step {step} is not a finite number.", step=step),
            say("Lower the learning rate, and look at the data for numbers that are missing or huge."),
        )
        self.step, self.scalars = step, scalars


@dataclass(frozen=True)
class Culprit:
    """The first node whose result is not finite, and what came into it.

    ``weights`` says that its own weights were not finite already; ``range`` maps ``lowest`` and ``highest`` to the
    extremes of the finite numbers that came in. ``arriving`` is what came in, by port, of some examples that broke.
    ``examples`` says of an Input how many of the batch hold numbers that are not finite. ``backwards`` says that
    results were finite and gradients were not.
    """

    node: int
    name: str
    step: int
    weights: bool
    range: Mapping[str, float] = field(default_factory=dict)
    arriving: Mapping[str, Array] = field(default_factory=dict)
    examples: int | None = None
    backwards: bool = False

    def message(self) -> Message:
        """Say in one or two sentences what happened."""
        if self.examples is not None:
            return say(
                "{node} brings numbers that are not finite from the data: {n} examples of step {step} have some.",
                node=self.name,
                n=self.examples,
                step=self.step,
            )
        if self.weights:
            return say(
                "{node}: its weights are no longer finite numbers at step {step}. The step before was too long.",
                node=self.name,
                step=self.step,
            )
        if self.backwards:
            return say(
                "{node} passes back gradients that are not finite at step {step}. "
                "What came in lies between {lowest} and {highest}.",
                node=self.name,
                step=self.step,
                lowest=f"{self.range.get('lowest', 0.0):.3g}",
                highest=f"{self.range.get('highest', 0.0):.3g}",
            )
        if self.range:
            return say(
                "{node} gives numbers that are not finite at step {step}. "
                "What came in lies between {lowest} and {highest}.",
                node=self.name,
                step=self.step,
                lowest=f"{self.range['lowest']:.3g}",
                highest=f"{self.range['highest']:.3g}",
            )
        return say("{node} gives numbers that are not finite at step {step}.", node=self.name, step=self.step)


def chain(error: BaseException) -> Iterator[BaseException]:
    """Go through an error and what caused it."""
    seen: BaseException | None = error
    known: set[int] = set()
    while seen is not None and id(seen) not in known:
        known.add(id(seen))
        yield seen
        seen = seen.__cause__ or seen.__context__


def failure(error: BaseException, step: int, batch_size: int = 1, culprit: Culprit | None = None) -> RunFailed:
    """Turn whatever went wrong at ``step`` into the event a person reads."""
    details = "".join(traceback.format_exception(error))
    located = next((e for e in chain(error) if isinstance(getattr(e, "node", None), int)), None)
    node: int | None = getattr(located, "node", None)
    name = str(getattr(located, "name", ""))
    if isinstance(error, NotFinite) and culprit is not None:
        remedy = error.remedy
        if culprit.examples is not None:
            remedy = say("Fill in what is missing in the data, or leave these examples out.")
        return RunFailed(
            culprit.message(), culprit.node, remedy, Failure.NOT_FINITE, error.step, details, dict(culprit.range)
        )
    if isinstance(error, RunError):
        return RunFailed(error.message, error.node, error.remedy, error.kind, step, details)
    if isinstance(error, CompileError):
        remedy = say("Mend the red node first; Problems offers what helps.")
        return RunFailed(error.message, error.node, remedy, Failure.DRAWING, step, details)
    if isinstance(error, DataError):
        return RunFailed(
            error.message,
            None,
            say("Choose other data, or put the missing files in place."),
            Failure.DATA,
            step,
            details,
        )
    if any(map(is_out_of_memory, chain(error))):
        if node is not None:
            message = say("There is not enough memory for {node} with batches of {size}.", node=name, size=batch_size)
        else:
            message = say("There is not enough memory for batches of {size}.", size=batch_size)
        if batch_size > 1:
            remedy = say(
                "Try batches of {half}. Other programs on this machine may also hold memory.", half=batch_size // 2
            )
        else:
            remedy = say("Make the layers smaller. Other programs on this machine may also hold memory.")
        return RunFailed(
            message, node, remedy, Failure.OUT_OF_MEMORY, step, details, {"batch_size": max(1, batch_size // 2)}
        )
    if any(map(is_disk_full, chain(error))):
        return RunFailed(
            say("The disk has no room left for the run."),
            None,
            say(
                "Delete runs you no longer need or choose another folder. "
                "The run can be resumed from its last checkpoint."
            ),
            Failure.DISK_FULL,
            step,
            details,
        )
    if any(map(is_not_writable, chain(error))):
        return RunFailed(
            say("The run folder cannot be written."),
            None,
            say("Choose another folder, or ask for the right to write there."),
            Failure.RUN_FOLDER,
            step,
            details,
        )
    gone = next((e.filename for e in chain(error) if isinstance(e, FileNotFoundError) and e.filename), None)
    if gone is not None:
        return RunFailed(
            say("A file is no longer there: {path}.", path=gone),
            None,
            say("Choose other data, or put the missing files in place."),
            Failure.DATA,
            step,
            details,
        )
    if any(map(is_device_lost, chain(error))):
        return RunFailed(
            say("The device stopped answering."),
            node,
            say(
                "Resume the run from its last checkpoint; if it happens again, restart the machine or train on the CPU."
            ),
            Failure.DEVICE_LOST,
            step,
            details,
        )
    if node is not None:
        words = getattr(located, "message", None)
        message = words if isinstance(words, Message) else say("{text}", text=str(located))
        return RunFailed(
            message,
            node,
            say("Compare the data with what the Input nodes promise, and the node's parameters."),
            Failure.NODE,
            step,
            details,
        )
    return RunFailed(
        say("The training stopped: {error}", error=f"{type(error).__name__}: {error}"),
        None,
        say("The run's log has the full report. The run can be resumed from its last checkpoint."),
        Failure.UNEXPECTED,
        step,
        details,
    )


def is_out_of_memory(error: BaseException) -> bool:
    """Whether this error means that memory ran out, on a device or in the machine."""
    text = str(error)
    return (
        isinstance(error, MemoryError)
        or type(error).__name__ == "OutOfMemoryError"
        or (isinstance(error, RuntimeError) and ("not enough memory" in text or "DefaultCPUAllocator" in text))
    )


def is_disk_full(error: BaseException) -> bool:
    """Whether this error means that a file could not grow: full disk, quota, or a limit on file size."""
    if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return True
    text = str(error)
    if isinstance(error, sqlite3.OperationalError):
        return "database or disk is full" in text or "disk I/O error" in text
    return type(error).__name__ == "SafetensorError" and any(
        words in text for words in ("No space left", "File too large", "os error 28", "os error 27")
    )


def is_not_writable(error: BaseException) -> bool:
    """Whether this error means that a folder or a database may be read and not written."""
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return True
    return isinstance(error, sqlite3.OperationalError) and any(
        words in str(error) for words in ("readonly database", "unable to open database")
    )


def is_device_lost(error: BaseException) -> bool:
    """Whether this error means that the accelerator no longer answers."""
    text = str(error)
    return type(error).__name__ == "AcceleratorError" or (
        isinstance(error, RuntimeError)
        and any(words in text for words in ("CUDA error", "device-side assert", "MPS backend"))
    )
