"""Masks and lengths as modules without weights. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class SequenceLength(nn.Module):
    """How many tokens (N, T) of each example are no padding, (N) whole numbers."""

    def __init__(self, padding_idx: int = 0):
        super().__init__()
        self.padding_idx = padding_idx

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N), from 0 to T."""
        return (x != self.padding_idx).sum(dim=1)


class LengthMask(nn.Module):
    """Yes for the first ``lengths`` steps of each example, or for the others when ``padding``."""

    def __init__(self, padding: bool = False):
        super().__init__()
        self.padding = padding

    def forward(self, lengths: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
        """Return (N, T) for lengths (N) and anything (N, T, ...)."""
        real = torch.arange(like.shape[1], device=lengths.device) < lengths.unsqueeze(1)
        return ~real if self.padding else real


class CausalMask(nn.Module):
    """Yes for every step that a step may look at: none after it, and none further away than ``window``."""

    def __init__(self, causal: bool = True, window: int | None = None):
        super().__init__()
        self.causal, self.window = causal, window

    def forward(self, like: torch.Tensor) -> torch.Tensor:
        """Return (N, T, T), rows that look and columns that are looked at, for anything (N, T, ...)."""
        place = torch.arange(like.shape[1], device=like.device)
        ahead = place.unsqueeze(0) - place.unsqueeze(1)
        seen = ahead <= 0 if self.causal else torch.ones_like(ahead, dtype=torch.bool)
        if self.window is not None:
            seen = seen & (ahead.abs() <= self.window)
        return seen.expand(like.shape[0], -1, -1)
