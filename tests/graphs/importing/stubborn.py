"""Modules that torch.fx cannot follow and torch.export can."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from tests.graphs.importing.modules import Choosing


class Writing(nn.Module):
    """Writes into parts of tensors: what arrives, a copy of a weight, a mask it makes; its layers are ordinary ones."""

    def __init__(self) -> None:
        super().__init__()
        self.linear, self.norm, self.scale = nn.Linear(4, 4), nn.BatchNorm1d(4), nn.Parameter(torch.randn(4))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.norm(self.linear(x)).clone()
        y[:, 0] = 0
        y[:, 2:] *= 2
        scale = self.scale.clone()
        scale[1:2].zero_()
        mask = x.new_zeros(4)
        mask[: x.shape[1] // 2] = 1
        return y * scale + mask


class WritingTwice(nn.Module):
    """The same part twice, another of its kind between, and random numbers at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.one, self.other, self.drop = Writing(), Writing(), nn.Dropout(0.3)

    def forward(self, x: torch.Tensor) -> dict[str, torch.Tensor]:
        return {"scores": self.drop(self.one(self.other(self.one(x))))}


@dataclass
class Answer:
    steps: torch.Tensor
    last: torch.Tensor


class Mending(nn.Module):
    """Mends the first step in place, and answers in a record; a recurrent layer inside."""

    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(8, 6, batch_first=True)
        self.act, self.head = nn.ReLU(inplace=True), nn.Linear(6, 3)

    def forward(self, x: torch.Tensor) -> Answer:
        steps, (last, _) = self.lstm(x)
        steps[:, 0] = steps[:, 1]
        return Answer(self.act(steps), self.head(last[-1]))


class Saving(nn.Module):
    """Saves memory: its parts are calculated again in the backward pass."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU())
        self.head = nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(checkpoint(self.body, x, use_reentrant=False).mean((2, 3)))


class Bare(nn.Module):
    """Uses the weights of its layers without calling them, and one that belongs to no layer."""

    def __init__(self) -> None:
        super().__init__()
        self.inner, self.rows = nn.Linear(6, 8), nn.Parameter(torch.randn(3, 8))
        self.table = nn.Parameter(torch.randn(9, 6))
        self.register_buffer("places", torch.arange(5).flip(0))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        x = x + self.table[self.places]
        out = x.new_empty(x.shape[0], 5, 8)
        out[:] = F.linear(x, self.inner.weight, self.inner.bias)
        return F.linear(torch.tanh(out), self.rows) / math.sqrt(8)


class Around(nn.Module):
    """Stubborn itself, and it holds a part that nobody can follow."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.choice, self.last = nn.Linear(4, 4), Choosing(4), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.first(x).clone()
        y[:, 1] = 1
        return self.last(self.choice(y))


class _Reversed(torch.autograd.Function):
    @staticmethod
    def forward(ctx: Any, x: torch.Tensor) -> torch.Tensor:
        return x.clone()

    @staticmethod
    def backward(ctx: Any, grad: torch.Tensor) -> torch.Tensor:
        return -grad


class Reversing(nn.Module):
    """Has a backward pass of its own, which no operation shows."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return _Reversed.apply(x)  # type: ignore[no-any-return]


class AroundReversing(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.turn, self.last = Reversing(), nn.Linear(4, 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = self.turn(x).clone()
        y[:, 1] = 1
        return self.last(y)
