"""Pooling that torch lacks. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class StochasticPool(nn.Module):
    """Draw one number of every region with a probability in proportion to it (Zeiler & Fergus 2013).

    ``x`` (N, C, ...) has as many directions as ``kernel_size`` has numbers. Negative numbers count as zero. In
    evaluation mode nothing is drawn: the sum of the numbers times their probabilities is taken. A region of zeros
    gives zero.
    """

    def __init__(self, kernel_size: tuple[int, ...], stride: tuple[int, ...]):
        super().__init__()
        self.kernel_size, self.stride = kernel_size, stride

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, ...) with one number for each region."""
        a = x.clamp(min=0)
        for axis, (size, step) in enumerate(zip(self.kernel_size, self.stride, strict=True), 2):
            a = a.unfold(axis, size, step)
        a = a.flatten(2 + len(self.kernel_size))
        if not self.training:
            return a.square().sum(dim=-1) / a.sum(dim=-1).clamp(min=torch.finfo(a.dtype).tiny)
        # The largest of a/e, with e exponentially distributed, falls on each number in proportion to it.
        drawn = (a.detach() / torch.empty_like(a).exponential_()).argmax(dim=-1, keepdim=True)
        return a.gather(-1, drawn).squeeze(-1)


class SpatialPyramidPool(nn.Module):
    """Pool (N, C, H, W) on grids of ``levels`` rows and columns and join the results (He et al. 2014)."""

    def __init__(self, levels: tuple[int, ...] = (1, 2, 4), mode: str = "max"):
        super().__init__()
        self.levels, self.mode = levels, mode

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C·Σn²), level by level, channel by channel."""
        pool = nn.functional.adaptive_max_pool2d if self.mode == "max" else nn.functional.adaptive_avg_pool2d
        return torch.cat([pool(x, level).flatten(1) for level in self.levels], dim=1)
