"""The search for the node that broke: the last steps are taken once more, with the same changes, on a copy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import torch
from torch import Tensor

from graphs.meaning import Source, Step
from workbench.engine.control import Command, Reduced, ResumeSchedule, SetLearningRate
from workbench.engine.events import Array, Event
from workbench.engine.faults import Culprit, NotFinite
from workbench.engine.keeping import Recorder, anomaly
from workbench.engine.players import Mover
from workbench.engine.runs import Run
from workbench.engine.training import Training

MOST_PENDING = 2000
"""How many losses may wait on the device."""

SHOWN = 8
"""How many of the examples that broke are kept with the numbers that came in."""


def searched(
    error: NotFinite,
    copy: Training,
    checkpoint: Path,
    changes: Iterable[tuple[int, Command | Reduced]],
    run: Run | None,
) -> tuple[Culprit | None, tuple[Event, ...]]:
    """Look for the node that broke, and write down what was measured until then and what came into that node; return
    the node, and what was written as events."""
    if run is not None:
        Recorder(run).add_last(error.scalars)
    culprit = replayed(copy, checkpoint, changes, error.step)
    if culprit is None or not culprit.arriving:
        return culprit, error.scalars
    if run is not None:
        Recorder(run).add_anomaly(culprit)
    return culprit, (*error.scalars, anomaly(culprit))


def replayed(
    copy: Training, checkpoint: Path, changes: Iterable[tuple[int, Command | Reduced]], bad: int
) -> Culprit | None:
    """Train ``copy`` from a checkpoint to the step before the first ``bad`` one, and look for the node in that one.

    ``changes`` are the live changes of the run with the steps after which they were made. None when there is no
    checkpoint, or when every number is finite this time.
    """
    changes = list(changes)
    if not checkpoint.exists():
        return None
    with copy.random:
        copy.restore(checkpoint)
        for step, command in changes:
            # A checkpoint keeps learning rates itself; all else that was changed before it is changed again.
            if step < copy.step and not isinstance(command, SetLearningRate | ResumeSchedule | Reduced):
                copy.change(command)
        while True:
            for step, command in changes:
                if step == copy.step:
                    copy.change(command)
            if copy.step >= bad - 1:
                return culprit(copy)
            look = Backwards(copy) if copy.step == bad - 2 else None
            copy.advance((look,) if look is not None else ())
            if look is not None and look.found is not None:
                return look.found
            if copy.pending >= MOST_PENDING:
                copy.fetch()


def culprit(training: Training) -> Culprit | None:
    """Try the next step and name the first node whose result, or whose own weights, are not finite; None when all are.

    Where every result is finite and a gradient is not, the node is named that passed it back.
    """
    inputs = training.next_batch()
    mixed = training.pieces.mixed(inputs)
    for place in training.round[training.step % len(training.round)]:
        mover = training.movers[place]
        steps = [step for step in training.plan.needed(mover.losses) if step.outputs]
        for step in steps:
            if not all(finite(tensor) for tensor in training.tree.node_state(step.node).values()):
                return Culprit(step.node, step.name, training.step + 1, weights=True)
        sources = tuple(source for step in steps for source in outputs(training, step))
        training.let_move(mover)
        for piece in training.pieces.of(mixed, mover):
            values = dict(zip(sources, training.tree.program(sources)(piece.inputs), strict=True))
            for step in steps:
                broken = [values[source] for source in outputs(training, step) if not finite(values[source])]
                if broken:
                    return named(training, step, values, broken[0])
        look = Backwards(training)
        mover.move_watched(inputs, False, (look,), training.pieces.of(mixed, mover))
        if look.found is not None:
            return look.found
    return None


def named(
    training: Training, step: Step, values: Mapping[Source, Tensor], broken: Tensor, backwards: bool = False
) -> Culprit:
    """A node that broke, with what came in: the extremes, and the numbers of some of the examples that broke."""
    arriving = {
        port: values[source].detach() for port, group in step.inputs.items() for source in group if source in values
    }
    rows = bad_rows(broken)
    if step.layer.type_name() == "Input":
        return Culprit(step.node, step.name, training.step + 1, weights=False, examples=len(rows))
    numbers = [value[torch.isfinite(value)] for value in arriving.values() if value.is_floating_point()]
    known = [value for value in numbers if value.numel()]
    extremes = (
        {"lowest": min(float(v.min()) for v in known), "highest": max(float(v.max()) for v in known)} if known else {}
    )
    shown: dict[str, Array] = {
        port: (value[rows[:SHOWN]] if value.dim() and len(rows) and int(rows.max()) < len(value) else value[:SHOWN])
        .float()
        .cpu()
        .numpy()
        for port, value in arriving.items()
        if value.dim()
    }
    return Culprit(
        step.node, step.name, training.step + 1, weights=False, range=extremes, arriving=shown, backwards=backwards
    )


def bad_rows(broken: Tensor) -> Tensor:
    """The examples (k,) of a result (n, …) that hold a number that is not finite; none for a single number."""
    if not broken.dim():
        return torch.zeros(0, dtype=torch.int64)
    return (~torch.isfinite(broken.detach())).reshape(len(broken), -1).any(1).nonzero().flatten()


def outputs(training: Training, step: Step) -> list[Source]:
    """The outputs of a node that something in the drawing reads, or its first."""
    read = {s for other in training.plan.steps for group in other.inputs.values() for s in group}
    every = [Source(step.node, port) for port in step.outputs]
    return [source for source in every if source in read] or every[:1]


def finite(tensor: Tensor) -> bool:
    """Whether every number is finite; whole numbers always are."""
    return not tensor.is_floating_point() or bool(torch.isfinite(tensor).all())


class Backwards:
    """A look at a step that finds the node at which finite gradients became others; ``found`` is None without one."""

    inputs_need_gradients = False

    def __init__(self, training: Training):
        self._training = training
        self.found: Culprit | None = None
        self._values: dict[Source, Tensor] = {}

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """Every output with a gradient on the way to the losses."""
        steps = self._training.plan.needed(mover.losses)
        return tuple(source for step in steps if step.outputs for source in outputs(self._training, step))

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """Keep what passes, and its gradients."""
        self._values = dict(zip(self.taps(mover), values, strict=True))
        for value in self._values.values():
            if value.requires_grad:
                value.retain_grad()

    def gather(self, mover: Mover) -> None:
        """Walk back from the losses to the first node that was given finite gradients and passed back others."""
        steps: Sequence[Step] = [step for step in self._training.plan.needed(mover.losses) if step.outputs]
        for step in reversed(steps):
            given = [self._slope(source) for source in outputs(self._training, step)]
            passed = [self._slope(source) for group in step.inputs.values() for source in group]
            own = [p.grad for p in mover.nodes.get(step.node, {}).values()]
            broken = [slope for slope in (*passed, *own) if slope is not None and not finite(slope)]
            if broken and all(slope is None or finite(slope) for slope in given):
                self.found = named(self._training, step, self._values, broken[0], backwards=True)
                return

    def settle(self, mover: Mover) -> None:
        """What the weights become is of no interest."""

    def _slope(self, source: Source) -> Tensor | None:
        value = self._values.get(source)
        return value.grad if value is not None and value.requires_grad else None
