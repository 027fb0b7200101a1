"""What a training tells while it runs: frozen events of numbers, texts and numpy arrays.

A test, the command line and the window all read the same events. They hold nothing that lives on a device, so they may
cross threads and be kept for ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import numpy as np

from graphs.message import Message, mark

if TYPE_CHECKING:
    from workbench.engine.advice.rule import Finding

Array = np.ndarray[Any, np.dtype[Any]]
"""A numpy array in main memory, of any shape and number type."""


class Failure(StrEnum):
    """What kind of trouble ended a run."""

    NOT_FINITE = mark("a number is no longer finite")
    OUT_OF_MEMORY = mark("out of memory")
    DISK_FULL = mark("the disk is full")
    DEVICE_LOST = mark("the device is lost")
    NODE = mark("a node cannot compute")
    DRAWING = mark("the drawing is not finished")
    DATA = mark("the data cannot be had")
    RUN_FOLDER = mark("the run folder cannot be used")
    UNEXPECTED = mark("an unexpected error")


class CheckpointKind(StrEnum):
    """Which checkpoint: the newest state, the one before it, the lowest validation loss, or one kept for good."""

    LAST = "last"
    PREVIOUS = "previous"
    BEST = "best"
    EPOCH = "epoch"


@dataclass(frozen=True)
class RunStarted:
    """A training begins, or goes on from ``step`` after a resume. ``device`` is text for people: ``CPU, 2 cores``."""

    run: str
    folder: str
    epochs: int
    steps_per_epoch: int
    steps: int
    device: str
    threads: int
    seed: int
    parameters: int
    step: int = 0
    notes: tuple[Message, ...] = ()


@dataclass(frozen=True)
class Scalars:
    """Numbers by step: ``steps`` has shape (n,), int64; every array of ``values`` has shape (n,), float64.

    Tags: ``train/loss``, ``train/accuracy``, ``val/loss``, ``val/accuracy``, ``lr/<player>``; with several players
    ``train/loss/<player>``. A step is one batch; the value at step 7 was measured while step 7 was taken, counting
    from 1, validation after it.
    """

    steps: Array
    values: Mapping[str, Array]


@dataclass(frozen=True)
class Sample:
    """What a probe collected after ``step`` steps.

    ``labels`` names the rows of the arrays (node names, class names).
    """

    probe: str
    step: int
    data: Mapping[str, Array]
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class EpochDone:
    """Every training example was seen once more. ``seconds`` is training time so far, without pauses.

    ``validation`` maps ``loss``, ``accuracy``, … to numbers; it is empty when this epoch was not validated.
    """

    epoch: int
    step: int
    seconds: float
    validation: Mapping[str, float]


@dataclass(frozen=True)
class Progress:
    """How far it is. ``epoch`` counts from 1, ``seconds_left`` is an estimate,
    ``probe_share`` of the time went to probes; ``examples_per_second`` counts every example a step looks at.
    """

    step: int
    epoch: int
    steps_per_second: float
    seconds_left: float
    probe_share: float
    examples_per_second: float = 0.0


@dataclass(frozen=True)
class CheckpointSaved:
    """The state after ``step`` steps is on the disk."""

    step: int
    kind: CheckpointKind
    path: str


@dataclass(frozen=True)
class ControlChanged:
    """Something was changed while running; it holds from the step after ``step`` on."""

    step: int
    name: str
    value: float | str


@dataclass(frozen=True)
class Paused:
    """The training waits, after ``step`` steps."""

    step: int


@dataclass(frozen=True)
class Resumed:
    """The training goes on, after ``step`` steps."""

    step: int


@dataclass(frozen=True)
class RunFailed:
    """The run ended with trouble: what happened, at which node, what to try.

    ``details`` is for a report, not for a person. ``offers`` are changes of the recipe with which the run can go on
    (`workbench.engine.memory.Relief`).
    """

    message: Message
    node: int | None
    remedy: Message
    kind: Failure
    step: int = 0
    details: str = ""
    data: Mapping[str, float] = field(default_factory=dict)
    offers: tuple[str, ...] = ()


@dataclass(frozen=True)
class RunFinished:
    """The run ended well. ``validation`` and ``test`` map ``loss``, ``accuracy``, … to numbers.

    ``stopped`` says that a person ended it early; ``test`` is empty then, since the test is asked once, at the end.
    ``tested_step`` says after which step the weights were as they are kept and tested: with early stopping the best.
    After a cross-validation ``validation`` are means over the folds and ``deviation`` says how far they lie apart.
    """

    run: str
    epochs: int
    steps: int
    validation: Mapping[str, float]
    test: Mapping[str, float]
    seconds: float
    stopped: bool
    tested_step: int | None = None
    deviation: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class FoldDone:
    """A fold of a cross-validation has ended: which, from 0, of how many, and what it reached on its own examples."""

    run: str
    fold: int
    folds: int
    validation: Mapping[str, float]


@dataclass(frozen=True)
class Advised:
    """The advisor begins to say something about a node, or (``speaks`` is false) has no more reason to.

    ``found`` holds the numbers and the node's id; its rule knows what to try.
    """

    step: int
    rule: str
    node: str
    message: Message
    speaks: bool
    found: Finding


@dataclass(frozen=True)
class DataNotice:
    """Something about the data that ends nothing: ``files`` that cannot be read, or a process that had to be replaced.

    ``files`` are all that could not be read so far.
    """

    step: int
    message: Message
    files: tuple[str, ...] = ()


Event = (
    RunStarted
    | Scalars
    | Sample
    | EpochDone
    | Progress
    | CheckpointSaved
    | ControlChanged
    | Paused
    | Resumed
    | RunFailed
    | RunFinished
    | FoldDone
    | DataNotice
    | Advised
)
"""Anything a training tells."""
