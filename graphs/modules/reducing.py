"""Modules that make one number out of an axis where not every entry counts. Each class stands alone."""

from __future__ import annotations

import torch
from torch import nn


class MaskedMean(nn.Module):
    """The mean over the steps of (N, T, F) that ``mask`` (N, T) marks; zeros where it marks none."""

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return (N, F)."""
        weights = mask.to(x.dtype).unsqueeze(-1)
        return (weights * x).sum(dim=1) / weights.sum(dim=1).clamp(min=1)
