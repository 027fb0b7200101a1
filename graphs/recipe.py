"""How a project is trained: the data, the players, how long, and the seed. Plain values; the engine gives them
meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import pydantic

from graphs.augmentation import Augmentation
from graphs.fields import Field
from graphs.message import mark
from graphs.optimizers import LBFGS, OPTIMIZERS, SGD, Adam, AdamW, Optimizer
from graphs.schedules import Constant, Schedule
from graphs.techniques import (
    Adversary,
    AlwaysTaught,
    Average,
    Balance,
    Descent,
    Execution,
    Folds,
    Mixing,
    NoAdversary,
    NoAverage,
    NoMixing,
    Precision,
    Teaching,
)

__all__ = ["OPTIMIZERS", "SGD", "Adam", "AdamW", "DataChoice", "Optimizer", "Order", "Player", "Recipe"]


class _Value(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)


class Player(_Value):
    """Who minimises which losses by moving which weights.

    ``losses`` and ``moves`` are node ids, ``frames`` ids of frames whose nodes move too; empty means every loss of the
    network, every node that has weights and is not frozen. ``updates`` is how many steps this player takes in one
    round. ``schedule`` says how the optimizer's learning rate changes from step to step. Gradients are clipped between
    the backward pass and the step: each number first (``clip_value``), then the length of all together (``clip_norm``,
    L2; Pascanu et al. 2013, algorithm 1). ``clip_weights`` keeps every weight between −c and c after the step (Arjovsky
    et al. 2017, algorithm 1).

    ``l1`` adds λ·sign(w) to the gradient of every weight, which is the gradient of λΣ|w|, before it is clipped; the
    loss that is shown leaves the penalty out. ``decoupled`` shrinks every weight by ηλ of itself before the step, apart
    from the gradient (Loshchilov & Hutter 2019), whatever the optimizer. With ``thaw_every`` only the ``thaw_first``
    last nodes with weights learn at first, and one more, from the last to the first, after every so many epochs
    (gradual unfreezing, Howard & Ruder 2018, section 3.3).

    A player that ``begins`` later or ``ends`` earlier rests the other epochs: its losses are not computed and its
    weights stay. So one player can learn a task beforehand whose weights another goes on with.
    """

    name: str = "all"
    losses: tuple[int, ...] = ()
    moves: tuple[int, ...] = ()
    frames: tuple[int, ...] = ()
    optimizer: Optimizer = Adam()
    schedule: Schedule = Constant()
    updates: int = Field(1, ge=1, le=1000, description="steps this player takes in one round")
    clip_norm: float | None = Field(
        None, gt=0, le=1e9, description="the gradient of all weights together is made no longer than this"
    )
    clip_value: float | None = Field(
        None, gt=0, le=1e9, description="each number of the gradient is kept between −c and c"
    )
    clip_weights: float | None = Field(
        None, gt=0, le=1e9, description="each weight is kept between −c and c after every step, as in a WGAN"
    )
    l1: float = Field(
        0.0, ge=0, le=1e6, description="pulls every weight towards zero by the same length (L1), so that many become 0"
    )
    decoupled: float = Field(
        0.0, ge=0, le=1e6, description="shrinks every weight by this share of the step, apart from the gradient"
    )
    thaw_every: float | None = Field(
        None, gt=0, le=1_000_000, description="epochs until one more node learns, from the last to the first"
    )
    thaw_first: int = Field(
        1, ge=1, le=1_000_000, description="how many of the last nodes learn from the start, if nodes thaw"
    )

    begins: float = Field(0.0, ge=0, le=1_000_000, description="epochs that pass before this player begins")
    ends: float | None = Field(
        None, ge=0, le=1_000_000, description="epochs after which this player rests; empty for never"
    )

    def plays(self, epochs: float) -> bool:
        """Whether this player takes its steps after so many epochs."""
        return self.begins <= epochs + 1e-9 and (self.ends is None or epochs + 1e-9 < self.ends)

    def awake(self, epochs: float) -> int | None:
        """How many of the last nodes with weights learn after so many epochs; None for all of them."""
        if self.thaw_every is None:
            return None
        return self.thaw_first + int(max(0.0, epochs - self.begins) / self.thaw_every + 1e-9)


class DataChoice(_Value):
    """Which data set, with which parameters, and how it is divided into training, validation and test examples.

    With ``folds`` what is not for the test is dealt into so many parts of equal size; the one numbered ``fold``, from
    0, validates, and the others are learned from. Without a ``fold`` each has its turn, in a run of its own. The test
    examples are those of the plain split. ``seed`` decides which example goes where, the recipe's seed unless given.
    """

    name: str
    parameters: dict[str, Any] = pydantic.Field(default_factory=dict)
    split: tuple[float, float, float] = (0.7, 0.15, 0.15)
    folds: int | None = Field(
        None, ge=2, le=1000, description="cross-validation: into how many parts the examples are dealt"
    )
    fold: int | None = Field(
        None, ge=0, le=999, description="which of these parts validates, from 0; each in turn when not given"
    )
    dealt: Folds = Folds.STRATIFIED
    seed: int | None = Field(
        None, ge=0, le=2**31 - 1, description="decides which example goes where; the seed of the training unless given"
    )

    @pydantic.model_validator(mode="after")
    def _shares(self) -> DataChoice:
        if min(self.split) < 0 or abs(sum(self.split) - 1) > 1e-6 or self.split[0] == 0:
            raise ValueError("the three shares must not be negative, the first not zero, and their sum is 1")
        if self.folds is not None and self.fold is not None and self.fold >= self.folds:
            raise ValueError(f"with {self.folds} folds, fold is a number from 0 to {self.folds - 1}")
        return self


class Order(StrEnum):
    """In which order the training examples come."""

    SHUFFLED = mark("shuffled anew each epoch")
    AS_GIVEN = mark("as given")


class Recipe(_Value):
    """Everything about a training besides the network. ``seed`` with the project and the thread count fixes every
    number.

    A batch is computed in ``accumulate`` pieces whose gradients are added up by their share of the examples: the same
    step with less memory, but for layers and losses that compare the examples of a batch with one another. Half
    ``precision`` is torch's autocast; the weights stay float32. ``execution``, ``channels_last`` and ``tf32`` say how a
    device works and not what is computed: a device that cannot do so says so and works as it does otherwise.
    ``keep_every`` epochs a checkpoint stays for good.
    ``augment`` varies every training example in this order, each time it is seen.
    """

    data: DataChoice
    players: tuple[Player, ...] = (Player(),)
    epochs: int = Field(10, ge=1, le=1_000_000, description="how often every training example is seen")
    batch_size: int = Field(64, ge=1, le=1_000_000, description="examples per step")
    order: Order = Order.SHUFFLED
    seed: int = Field(0, ge=0, le=2**31 - 1, description="where the random numbers begin")
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    deterministic: bool = Field(False, description="exactly repeatable on a GPU too, a little slower")
    validate_every: int = Field(
        1, ge=1, le=1_000_000, description="epochs between two looks at the validation examples"
    )
    patience: int | None = Field(
        None,
        ge=1,
        le=1_000_000,
        description="end after so many looks in a row without a lower validation loss, and keep the best weights",
    )
    descent: Descent = Descent.MINI
    accumulate: int = Field(
        1, ge=1, le=100_000, description="pieces in which a batch is computed: the same step with less memory"
    )
    precision: Precision = Precision.FULL
    execution: Execution = Execution.DRAWN
    channels_last: bool = Field(
        False, description="pictures lie pixel by pixel in memory: faster convolutions in half precision on a GPU"
    )
    tf32: bool = Field(
        False, description="NVIDIA GPUs multiply float32 matrices with ten bits after the point, several times as fast"
    )
    average: Average = NoAverage()
    augment: tuple[Augmentation, ...] = ()
    mixing: Mixing = NoMixing()
    adversary: Adversary = NoAdversary()
    balance: Balance = Balance.NONE
    teaching: Teaching = AlwaysTaught()
    keep_every: int | None = Field(
        None, ge=1, le=1_000_000, description="epochs between two checkpoints that are kept beside the last and best"
    )

    @pydantic.model_validator(mode="after")
    def _together(self) -> Recipe:
        if not isinstance(self.mixing, NoMixing) and not isinstance(self.adversary, NoAdversary):
            raise ValueError(mark("Mixed examples and an adversary do not go together. Choose one of them."))
        if self.precision is Precision.FLOAT16 and any(isinstance(p.optimizer, LBFGS) for p in self.players):
            raise ValueError(
                mark("LBFGS asks for the loss several times a step. With float16 it cannot: choose bfloat16.")
            )
        return self

    def examples_a_step(self, count: int) -> int:
        """How many of ``count`` training examples one step looks at."""
        return {Descent.MINI: min(self.batch_size, count), Descent.WHOLE: count, Descent.SINGLE: 1}[self.descent]
