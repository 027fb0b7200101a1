"""What is recorded of a walk through a network: stations, what is seen there, the weights and what becomes of them.

Plain values: whoever draws them needs no torch. `workbench.engine.walking` makes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from graphs import optimizers
from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.chain_rules import Rule
from workbench.engine.events import Array
from workbench.engine.inside import Path
from workbench.engine.updating import Treatment

if TYPE_CHECKING:
    from workbench.engine.sentence_walk import TimeWalk


@dataclass(frozen=True)
class Request:
    """What shall walk: the step of which ``player`` (the first without a name), on which training example, counted from
    0, and how many from there on (0: one, or a few where one is too few). ``opened`` are the blocks to walk through, by
    the way to them; others are one station. In an opened scan the walk shows time step ``time``, counted from 0.
    """

    player: str = ""
    example: int = 0
    count: int = 0
    opened: tuple[Path, ...] = ()
    time: int = 0


@dataclass(frozen=True)
class Seen:
    """A tensor as one can look at it: ``values`` are those of the first example, as far as there is room, float32.

    ``shape`` is that of one example; ``mean`` to ``norm`` count every number of every example. ``says`` is what it is
    in words, where it is a class or tokens.
    """

    name: str
    shape: tuple[int, ...]
    values: Array
    mean: float
    spread: float
    least: float
    most: float
    norm: float
    says: tuple[str, ...] = ()


@dataclass(frozen=True)
class Weight:
    """A parameter that the player moves: a sheet of ``values`` (rows, columns) as far as it is kept, the ``gradient``
    there, and what the optimizer remembers there.

    ``shape`` is the whole shape; a sheet has the first axis as rows and all others as columns. ``rate`` is the learning
    rate of the next step, ``steps`` how many steps the optimizer has taken with it.
    """

    station: int
    name: str
    shape: tuple[int, ...]
    values: Array
    gradient: Array
    memory: Mapping[str, Array]
    numbers: Mapping[str, float]
    rate: float

    def at(self, row: int, column: int) -> tuple[float, float, dict[str, float]]:
        """The weight, its gradient and what is remembered of it, at a place of the sheet."""
        memory = {name: float(sheet[row, column]) for name, sheet in self.memory.items()}
        return float(self.values[row, column]), float(self.gradient[row, column]), {**memory, **self.numbers}

    def index(self, row: int, column: int) -> tuple[int, ...]:
        """The place in the whole tensor that a place of the sheet is."""
        if not self.shape:
            return ()
        rest = self.shape[1:]
        return (row, *(int(n) for n in np.unravel_index(column, rest))) if rest else (row,)


@dataclass(frozen=True)
class Station:
    """A node that the example comes through. ``path`` leads into open blocks; ``copy`` is the number of a closed copy,
    -1 where a node has none.

    ``arriving`` are the outputs it reads, in the order of ``inputs``. Gradients are None where nothing comes back:
    ``back`` for every output, ``onward`` for every input, ``slopes`` for every parameter. ``ways`` says for every input
    how many wires leave where it comes from: the gradient there is the sum of what comes back along them. ``rule`` says
    how the gradient goes back. ``timed`` says that it stands for one time step of a scan; the gradients of its weights
    are those of all steps together.
    """

    node: int
    path: Path
    copy: int
    name: str
    kind: str
    formula: str
    sizes: str
    arriving: tuple[Source, ...]
    inputs: tuple[Seen, ...]
    outputs: tuple[Seen, ...]
    parameters: tuple[Seen, ...]
    back: tuple[Seen | None, ...]
    onward: tuple[Seen | None, ...]
    slopes: tuple[Seen | None, ...]
    ways: tuple[int, ...]
    rule: Rule
    timed: bool = False

    @property
    def comes_back(self) -> bool:
        """Whether a gradient arrives here."""
        return any(one is not None for one in (*self.back, *self.onward, *self.slopes))


@dataclass(frozen=True)
class Walk:
    """Everything that was recorded of one walk. ``step`` counts the steps of training that were taken before it."""

    step: int
    player: str
    players: tuple[str, ...]
    request: Request
    count: int
    examples: int
    truth: str
    loss: float
    stations: tuple[Station, ...]
    weights: tuple[Weight, ...]
    optimizer: optimizers.Optimizer
    treatment: Treatment
    times: tuple[TimeWalk, ...] = field(default=())
    length: int = 0
    """How many time steps the opened scans have at most; 0 where none is walked into."""


class Phase(StrEnum):
    """Which part of a step of training is walked through."""

    FORWARD = mark("Forward")
    BACKWARD = mark("Backward")
    UPDATE = mark("Update")


@dataclass(frozen=True)
class Beat:
    """One stop of the walk: in which part, and at which station (the place in `Walk.stations`)."""

    phase: Phase
    station: int


def beats(walk: Walk) -> tuple[Beat, ...]:
    """Every stop: all stations forwards, those that a gradient reaches backwards, and the update at the end."""
    forward = [Beat(Phase.FORWARD, place) for place in range(len(walk.stations))]
    backward = [Beat(Phase.BACKWARD, one.station) for one in reversed(forward) if walk.stations[one.station].comes_back]
    last = walk.weights[0].station if walk.weights else 0
    return (*forward, *backward, *((Beat(Phase.UPDATE, last),) if walk.weights else ()))
