"""Modules that cut, pad and resize images and sequences. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class PadSteps(nn.Module):
    """Put steps before and behind a sequence (N, T, F): its mirror image, its edge, or its other end."""

    def __init__(self, before: int, after: int, mode: str = "replicate"):
        super().__init__()
        self.before, self.after, self.mode = before, after, mode

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the sequence with ``before`` and ``after`` more steps."""
        padded = nn.functional.pad(x.transpose(1, 2), (self.before, self.after), mode=self.mode)
        return padded.transpose(1, 2)


class CenterCrop(nn.Module):
    """Cut the middle (N, C, height, width) out of an image; an odd remainder leaves one more at the end."""

    def __init__(self, height: int, width: int):
        super().__init__()
        self.height, self.width = height, width

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the middle of ``x``."""
        top, left = (x.shape[-2] - self.height) // 2, (x.shape[-1] - self.width) // 2
        return x[..., top : top + self.height, left : left + self.width]


class CropLike(nn.Module):
    """Cut the middle out of an image (N, C, H, W), as large as ``like`` (N, any, H', W')."""

    def forward(self, x: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
        """Return the middle of ``x`` with the height and width of ``like``."""
        height, width = like.shape[-2:]
        top, left = (x.shape[-2] - height) // 2, (x.shape[-1] - width) // 2
        return x[..., top : top + height, left : left + width]


class ResizeLike(nn.Module):
    """Interpolate (N, C, places…) to the places of ``like`` (N, any, places…)."""

    def __init__(self, mode: str = "nearest"):
        super().__init__()
        self.mode = mode

    def forward(self, x: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
        """Return ``x`` in the size of ``like``."""
        return nn.functional.interpolate(x, size=like.shape[2:], mode=self.mode)
