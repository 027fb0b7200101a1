"""Modules that move numbers to other places: sequences one step later, places of an image as steps. Each class stands
alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class ShiftRight(nn.Module):
    """Move tokens (N, T) or a sequence (N, T, F) one step later: ``start`` comes first, the last one drops off."""

    def __init__(self, start: int = 0):
        super().__init__()
        self.start = start

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the shifted steps, in the shape of ``x``."""
        first = torch.full_like(x[:, :1], self.start)
        return torch.cat([first, x[:, :-1]], dim=1)


class ToSequence(nn.Module):
    """Turn (N, C, places…) into a sequence of places (N, H·W, C), row by row."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the sequence."""
        return x.flatten(2).transpose(1, 2)


class ToImage(nn.Module):
    """Turn a sequence of places (N, H·W, F) into an image (N, F, H, W) with ``height`` rows."""

    def __init__(self, height: int):
        super().__init__()
        self.height = height

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the image."""
        return x.transpose(1, 2).reshape(x.shape[0], x.shape[2], self.height, -1)
