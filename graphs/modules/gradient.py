"""Modules that pass numbers on unchanged and change what flows back. Each class stands alone and can be copied."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


class ScaledBackwards(torch.autograd.Function):
    """Forwards the numbers as they are; backwards the gradient times a factor."""

    @staticmethod
    def forward(ctx: Any, x: torch.Tensor, factor: float) -> torch.Tensor:
        """Return ``x``, and remember the factor."""
        ctx.factor = factor
        return x.view_as(x)

    @staticmethod
    def backward(ctx: Any, *gradients: torch.Tensor) -> tuple[torch.Tensor, None]:
        """Return the gradient for ``x``; the factor has none."""
        return ctx.factor * gradients[0], None


class GradientReversal(nn.Module):
    """y = x of any shape; the gradient is multiplied by −alpha (Ganin & Lempitsky 2015)."""

    def __init__(self, alpha: float = 1.0):
        super().__init__()
        self.alpha = alpha

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return ``x``."""
        return ScaledBackwards.apply(x, -self.alpha)  # type: ignore[no-any-return]


class GradientScale(nn.Module):
    """y = x of any shape; the gradient is multiplied by a factor."""

    def __init__(self, factor: float = 0.1):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return ``x``."""
        return ScaledBackwards.apply(x, self.factor)  # type: ignore[no-any-return]


class StraightThrough(nn.Module):
    """y = hard, bit for bit; the whole gradient goes to ``soft`` of the same shape (Bengio et al. 2013)."""

    def forward(self, hard: torch.Tensor, soft: torch.Tensor) -> torch.Tensor:
        """Return ``hard``."""
        return hard.detach() + (soft - soft.detach())
