"""How a project is trained: the data, the players, how long, and the seed. Plain values; the engine gives them
meaning."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Literal

import pydantic

from graphs.fields import Field
from graphs.message import mark
from graphs.optimizers import OPTIMIZERS, SGD, Adam, AdamW, Optimizer
from graphs.schedules import Constant, Schedule

__all__ = ["OPTIMIZERS", "SGD", "Adam", "AdamW", "DataChoice", "Optimizer", "Order", "Player", "Recipe"]


class _Value(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True)


class Player(_Value):
    """Who minimises which losses by moving which weights.

    ``losses`` and ``moves`` are node ids, ``frames`` ids of frames whose nodes move too; empty means every loss of the
    network, every node that has weights and is not frozen. ``updates`` is how many steps this player takes in one
    round. ``schedule`` says how the optimizer's learning rate changes from step to step. Gradients are clipped between
    the backward pass and the step: each number first (``clip_value``), then the length of all together (``clip_norm``,
    L2; Pascanu et al. 2013, algorithm 1). ``clip_weights`` keeps every weight between −c and c after the step (Arjovsky
    et al. 2017, algorithm 1).
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


class DataChoice(_Value):
    """Which data set, with which parameters, and how it is divided into training, validation and test examples."""

    name: str
    parameters: dict[str, Any] = pydantic.Field(default_factory=dict)
    split: tuple[float, float, float] = (0.7, 0.15, 0.15)

    @pydantic.model_validator(mode="after")
    def _shares(self) -> DataChoice:
        if min(self.split) < 0 or abs(sum(self.split) - 1) > 1e-6 or self.split[0] == 0:
            raise ValueError("the three shares must not be negative, the first not zero, and their sum is 1")
        return self


class Order(StrEnum):
    """In which order the training examples come."""

    SHUFFLED = mark("shuffled anew each epoch")
    AS_GIVEN = mark("as given")


class Recipe(_Value):
    """Everything about a training besides the network. ``seed`` with the project and the thread count fixes every
    number."""

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
