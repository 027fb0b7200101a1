"""Metrics as modules: means over the examples of a batch, without gradient. Each class stands alone."""

from __future__ import annotations

import torch
from torch import nn


class Accuracy(nn.Module):
    """The share of right answers, from 0 to 1.

    ``x`` (N, classes) with labels (N): the highest score answers. ``x`` (N, 1): above the threshold is class 1, below
    it is class 0, at the threshold is wrong; the target is a label 0 or 1 (N) or a number (N, 1) whose sign counts.
    """

    def __init__(self, threshold: float = 0.0):
        super().__init__()
        self.threshold = threshold

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the accuracy of a batch, one number."""
        x = x.detach()
        if x.shape[-1] > 1:
            return (x.argmax(dim=-1) == target).float().mean()
        positive = (target > 0).reshape(x.shape)
        return torch.where(positive, x > self.threshold, x < self.threshold).float().mean()


class MeanAbsoluteError(nn.Module):
    """The mean of |x − target| over all numbers of a batch, in the unit of the target."""

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the error of a batch, one number."""
        x = x.detach()
        return (x - target.to(x.dtype).reshape(x.shape)).abs().mean()


class MeanSquaredError(nn.Module):
    """The mean of (x − target)² over all numbers of a batch, in the squared unit of the target."""

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the error of a batch, one number."""
        x = x.detach()
        return (x - target.to(x.dtype).reshape(x.shape)).square().mean()
