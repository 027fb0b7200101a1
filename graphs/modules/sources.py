"""Modules that are tensors: learned ones and fixed ones. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class LearnedTensor(nn.Module):
    """A parameter ``value`` of a given shape, repeated over the batch of ``like``; one example without it.

    ``initial`` is zeros, ones or normal numbers with mean 0 and spread ``std``.
    """

    def __init__(self, shape: tuple[int, ...], initial: str = "normal", std: float = 0.02):
        super().__init__()
        start = {"zeros": torch.zeros, "ones": torch.ones, "normal": torch.randn}[initial](shape)
        self.value = nn.Parameter(std * start if initial == "normal" else start)

    def forward(self, like: torch.Tensor | None = None) -> torch.Tensor:
        """Return (N, *shape)."""
        return self.value.expand(1 if like is None else like.shape[0], *self.value.shape)


class Constant(nn.Module):
    """Fixed numbers of a given shape, repeated over the batch of ``like``; one example without it.

    ``values`` is one number for all places, or all numbers with the last axis running fastest. They belong to the code
    and are not saved with the weights.
    """

    value: torch.Tensor

    def __init__(self, shape: tuple[int, ...], values: float | tuple[float, ...] = 0.0):
        super().__init__()
        numbers = torch.tensor(values, dtype=torch.get_default_dtype())
        self.register_buffer("value", numbers.expand(shape) if numbers.dim() == 0 else numbers.reshape(shape), False)

    def forward(self, like: torch.Tensor | None = None) -> torch.Tensor:
        """Return (N, *shape)."""
        return self.value.expand(1 if like is None else like.shape[0], *self.value.shape)
