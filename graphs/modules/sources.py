"""Modules that are tensors: learned ones and fixed ones. Each class stands alone and can be copied."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


class LearnedTensor:
    """Building one gives a parameter of the shape: a tensor of the module that holds it, under its name there.

    ``initial`` is zeros, ones or normal numbers with mean 0 and spread ``std``.
    """

    def __new__(cls, shape: tuple[int, ...], initial: str = "normal", std: float = 0.02) -> Any:
        """Make the parameter."""
        start = {"zeros": torch.zeros, "ones": torch.ones, "normal": torch.randn}[initial](shape)
        return nn.Parameter(std * start if initial == "normal" else start)


class Buffer:
    """Building one gives a buffer of zeros that is saved with the weights of the module that holds it.

    ``dtype`` is torch's name of a number type.
    """

    def __new__(cls, shape: tuple[int, ...], dtype: str = "float32") -> Any:
        """Make the buffer."""
        return nn.Buffer(torch.zeros(shape, dtype=getattr(torch, dtype)))


class Constant(nn.Module):
    """Fixed numbers of a given shape, repeated over the batch of ``like``; one example without it.

    ``values`` is one number for all places, or all numbers with the last axis running fastest. They belong to the code
    and are not saved with the weights.
    """

    value: torch.Tensor

    def __init__(self, shape: tuple[int, ...], values: float | tuple[float, ...] = 0.0, dtype: str = "float32"):
        super().__init__()
        kind = torch.get_default_dtype() if dtype == "float32" else getattr(torch, dtype)
        numbers = torch.tensor(values, dtype=kind)
        self.register_buffer("value", numbers.expand(shape) if numbers.dim() == 0 else numbers.reshape(shape), False)

    def forward(self, like: torch.Tensor | None = None) -> torch.Tensor:
        """Return (N, *shape)."""
        return self.value.expand(1 if like is None else like.shape[0], *self.value.shape)
