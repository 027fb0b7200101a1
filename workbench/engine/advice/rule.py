"""What a rule of the advisor is, what it may look at, and what it finds."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

import numpy as np

from graphs.layer import Family
from graphs.meaning import Fix, Plan
from graphs.message import Message
from graphs.planning import plan
from graphs.project import Project
from workbench.engine.events import EpochDone, Event, RunFailed, RunStarted, Sample, Scalars

LEAST_WINDOW, MOST_WINDOW = 10, 200
"""A loss is judged by its mean over an epoch, but over at least and at most so many steps."""

RECENT = 7
"""How many looks a median is taken of."""


@dataclass(frozen=True)
class Finding:
    """What a rule says of a node: since which step, and until which (None while it still says so).

    ``node`` is an id in the network; ``inner`` the id of the node that is meant inside the ``block`` that one places,
    if it lies in one. ``values`` are the numbers of the sentence, as they were when the rule began to speak.
    """

    rule: str
    key: str
    node: int
    name: str
    step: int
    values: Mapping[str, float | str] = field(default_factory=dict)
    inner: int | None = None
    block: str = ""
    until: int | None = None

    def as_json(self) -> dict[str, Any]:
        """The finding as a run keeps it."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__} | {"values": dict(self.values)}

    @classmethod
    def of(cls, kept: Mapping[str, Any]) -> Finding:
        """The finding that `as_json` gave."""
        return cls(**{name: kept[name] for name in cls.__dataclass_fields__ if name in kept})


@dataclass(frozen=True)
class Reading:
    """One look of a rule: it holds, it does not, or (None) it lies in between and nothing changes.

    ``key`` tells readings of one rule apart, by default the node.
    """

    holds: bool | None
    node: int
    name: str
    values: Mapping[str, float | str] = field(default_factory=dict)
    inner: int | None = None
    block: str = ""
    key: str = ""


def beyond(value: float, speaks: float, silent: float) -> bool | None:
    """Whether a number is on the wrong side: true from ``speaks`` on, false up to ``silent``, None in between.

    With ``speaks`` below ``silent`` small numbers are the wrong ones. A number that is no number says nothing.
    """
    if math.isnan(value):
        return None
    if speaks >= silent:
        return True if value >= speaks else False if value <= silent else None
    return True if value <= speaks else False if value >= silent else None


class Losses:
    """The training loss in windows of equal length: their means and the lowest of them, the loss of the first step, and
    the mean of the first three."""

    def __init__(self, size: int):
        self.size, self.means = size, list[float]()
        self.first = self.start = float("nan")
        self.lowest = float("inf")
        self._open: list[float] = []

    def add(self, values: Iterable[float]) -> int:
        """Take losses of further steps; return how many windows they have completed."""
        before = len(self.means)
        for value in values:
            self._open.append(value)
            if not self.means and len(self._open) <= 3:
                self.first, self.start = self._open[0], sum(self._open) / len(self._open)
            if len(self._open) == self.size:
                self.means.append(sum(self._open) / self.size)
                self.lowest = min(self.lowest, self.means[-1])
                self._open = []
        return len(self.means) - before


class Watched:
    """What rules may ask of a training: the drawing, the recipe, and what was measured lately."""

    def __init__(self, project: Project):
        self.project, self.recipe = project, project.recipe
        self.plan: Plan = plan(project.network)
        self.losses = tuple(step.node for step in self.plan.steps if step.layer.family is Family.LOSS)
        self.alone = len(project.recipe.players) == 1
        self.per_epoch, self.step, self.began = 1, 0, 0
        self.training = Losses(LEAST_WINDOW)
        self.completed = 0
        """How many windows of the training loss the present event has completed."""
        self.updates: dict[str, deque[float]] = {}
        """The median ‖ΔW‖ / ‖W‖ over the nodes of each player that move, for the last looks."""
        self.accuracy: deque[float] = deque(maxlen=200)
        self.epochs: list[tuple[float, float, float, float]] = []
        """For each epoch that was validated: training loss, validation loss, and both accuracies (NaN without)."""
        self.best = 0
        """Which of them had the lowest validation loss."""
        self._of_epoch: list[float] = []

    def see(self, event: Event) -> None:
        """Take note of what the training tells."""
        self.completed = 0
        match event:
            case RunStarted():
                self.per_epoch, self.step, self.began = max(1, event.steps_per_epoch), event.step, event.step
                self.training = Losses(min(MOST_WINDOW, max(LEAST_WINDOW, self.per_epoch)))
            case Scalars():
                self._see_scalars(event)
            case Sample():
                self.step = max(self.step, event.step)
                if event.probe == "gradient_norms":
                    moves = event.data["updates"]
                    moves = moves[np.isfinite(moves) & (moves > 0)]  # a layer that gets no gradient says nothing of it
                    player = event.labels["player"][0]
                    if len(moves):
                        middle = float(np.sort(moves)[len(moves) // 2])
                        self.updates.setdefault(player, deque(maxlen=RECENT)).append(middle)
            case RunFailed():
                self.step = max(self.step, event.step)
            case EpochDone():
                self.step = event.step
                if event.validation:
                    accuracy = sum(self.accuracy) / len(self.accuracy) if self.accuracy else float("nan")
                    found = event.validation.get("loss", float("nan")), event.validation.get("accuracy", float("nan"))
                    mean = sum(self._of_epoch) / len(self._of_epoch) if self._of_epoch else float("nan")
                    self.epochs.append((mean, found[0], accuracy, found[1]))
                    if found[0] < self.epochs[self.best][1]:
                        self.best = len(self.epochs) - 1
                    self._of_epoch = []
                    self.accuracy.clear()

    def _see_scalars(self, event: Scalars) -> None:
        losses, right = event.values.get("train/loss"), event.values.get("train/accuracy")
        if losses is not None and len(losses):
            self.step = max(self.step, int(event.steps[-1]))
            numbers: list[float] = losses.tolist()
            if math.isfinite(sum(numbers)):
                self.completed = self.training.add(numbers)
                self._of_epoch += numbers
        if right is not None:
            self.accuracy.extend(right.tolist())

    @property
    def loss_node(self) -> int:
        """The first loss, where what concerns the whole training is said."""
        return self.losses[0] if self.losses else 0

    def name(self, node: int) -> str:
        """What a node is called."""
        step = self.plan.by_node.get(node)
        return step.name if step is not None else ""

    def update_ratio(self) -> float:
        """How long steps have been lately, as a share of the weights; NaN before it was measured."""
        every = sorted(value for values in self.updates.values() for value in values)
        return every[len(every) // 2] if every else float("nan")


class Rule(ABC):
    """A rule of the advisor. It speaks after ``looks`` readings in a row that hold, and is quiet after as many that do
    not, so that it does not flicker.

    ``reads`` says in words what it looks at, ``hears`` what kind of event; ``most`` is at how many nodes it speaks at
    once. Every training has rules of its own.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    reads: ClassVar[str]
    hears: ClassVar[type]
    looks: ClassVar[int] = 3
    most: ClassVar[int] = 6

    @abstractmethod
    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Look at what was just told; nothing where it does not concern this rule."""

    @abstractmethod
    def message(self, found: Finding) -> Message:
        """What is the matter, in one sentence that begins with the node."""

    @abstractmethod
    def consequence(self, found: Finding) -> Message:
        """What follows from it, and why."""

    @abstractmethod
    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """What to try: edits of the project as it is now, each one step of undo, the first one first."""
