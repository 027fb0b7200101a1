"""What a probe is: something measured while a network learns, with or without a window.

A probe looks at one of three moments: into a step that trains (gradients), between two steps (a picture of the
decision), or along with a validation (every example's answer). None of them changes the training's arithmetic, its
random numbers or its running averages.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar

from graphs.layer import Family, Layer
from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source
from graphs.message import mark
from graphs.tensors import Kind
from workbench.engine.events import Sample

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.engine.players import Mover
    from workbench.engine.training import Training


class Moment(StrEnum):
    """When a probe looks."""

    STEP = mark("inside a training step")
    BETWEEN = mark("between two steps")
    VALIDATION = mark("along with a validation")


class Probe(ABC):
    """Something to measure. ``every`` is the distance in steps between two looks; ``nodes`` limits it, None means all.

    After ``eager`` samples it waits at least ``patience`` seconds between two, so that long runs stay small. The time
    of all probes is shared out by their ``weight``.
    """

    name: ClassVar[str]
    title: ClassVar[str]
    moment: ClassVar[Moment]
    eager: ClassVar[int] = 200
    patience: ClassVar[float] = 0.2
    weight: ClassVar[float] = 1.0

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        self.every, self.nodes = every, nodes

    @abstractmethod
    def suits(self, training: Training) -> bool:
        """Whether there is something here for this probe to measure; called once, before the first step."""

    @abstractmethod
    def collect(self, training: Training) -> list[Sample]:
        """Return what was measured since the last call, as arrays in main memory."""


class StepProbe(Probe):
    """A probe that looks into the very step that trains: it asks for taps and sees their tensors and gradients.

    ``seconds`` is what it has cost in the last step it looked into.
    """

    moment: ClassVar[Moment] = Moment.STEP
    inputs_need_gradients: bool = False
    seconds: float = 0.0

    @abstractmethod
    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """Which outputs the step shall give besides the losses: outputs that this player's losses depend on."""

    @abstractmethod
    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """See the tapped tensors, in the order of ``taps``, between forward and backward."""

    @abstractmethod
    def gather(self, mover: Mover) -> None:
        """See the gradients between backward and the optimizer's step; leave everything on the device."""

    def settle(self, mover: Mover) -> None:
        """See the weights after the optimizer's step; leave everything on the device."""

    def begin(self, step: int) -> None:
        """Be told which step comes (counted from 1)."""


class ValidationProbe(Probe):
    """A probe that sees the network's answers to every validation example."""

    moment: ClassVar[Moment] = Moment.VALIDATION
    sources: tuple[Source, ...] = ()

    @abstractmethod
    def visit(self, values: tuple[Tensor, ...]) -> None:
        """See the outputs ``sources`` for one chunk of examples, each (chunk, ...), on the device."""


@dataclass(frozen=True)
class Answer:
    """Where a classifier's answer stands in the drawing.

    ``scores`` gives (batch, classes), or (batch, 1) where one number decides: the second class above ``threshold``.
    ``target`` gives the truth: labels (batch), or (batch, 1) with the values 0 and 1, or -1 and +1.
    """

    scores: Source
    target: Source
    classes: int
    threshold: float


def find_answer(meaning: Plan) -> Answer | None:
    """Find the first loss or metric that compares scores with a class, and say how to read both; None when there is
    none.

    One number compared with the field ``target`` may also be a regression: ask the data for its task as well.
    """
    for step in meaning.steps:
        if step.layer.family not in (Family.LOSS, Family.METRIC) or len(step.inputs) != 2:
            continue
        first, second = ((sources[0], meaning.specs[sources[0]]) for sources in step.inputs.values())
        (scores, given), (target, wanted) = (second, first) if first[1].kind is Kind.INDEX else (first, second)
        if given.kind is not Kind.FEATURES or not isinstance(given.features, int):
            continue
        origin = meaning.by_node[target.node].layer
        field = origin.field if isinstance(origin, Input) else ""
        if wanted.kind is Kind.INDEX or (given.features == 1 and field in ("sign", "target")):
            return Answer(scores, target, max(2, given.features), _threshold(meaning, scores, step.layer, field))
    return None


def _threshold(meaning: Plan, scores: Source, compared: Layer, field: str) -> float:
    """Where one number changes the answer: as the drawing's own accuracy says, else halfway between the two targets."""
    for step in meaning.steps:
        if step.layer.family is Family.METRIC and any(scores in sources for sources in step.inputs.values()):
            chosen = getattr(step.layer, "threshold", None)
            if isinstance(chosen, int | float):
                return float(chosen)
    counts_errors = compared.type_name() in ("MSELoss", "L1Loss", "MeanAbsoluteError", "MeanSquaredError")
    return 0.5 if counts_errors and field != "sign" else 0.0


def decide(scores: Tensor, threshold: float) -> Tensor:
    """Return the class of each example, (batch), int64, from scores (batch, classes) or (batch, 1)."""
    if scores.shape[1] == 1:
        return (scores[:, 0] > threshold).long()
    return scores.argmax(1)


def truth(target: Tensor) -> Tensor:
    """Return the true class of each example, (batch), int64, from labels (batch) or one number (batch, 1)."""
    if target.is_floating_point():
        return (target.reshape(len(target)) > 0.25).long()
    return target.reshape(len(target))
