"""Modules that join several tensors of one shape. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class Average(nn.Module):
    """The mean of several tensors of one shape."""

    def forward(self, xs: list[torch.Tensor]) -> torch.Tensor:
        """Return the mean, in the shape of each."""
        return torch.stack(xs).mean(dim=0)


class RandomInterpolate(nn.Module):
    """ε·a + (1 − ε)·b with one ε from 0 to 1 per example (N, …), cut off from both and ready for a gradient.

    It draws in training and in use alike (Gulrajani et al. 2017, algorithm 1).
    """

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        """Return the points between, in the shape of ``a``."""
        share = torch.rand(a.shape[0], *[1] * (a.dim() - 1), dtype=a.dtype, device=a.device)
        return (share * a + (1 - share) * b).detach().requires_grad_()
