"""Pooling that torch lacks. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class StochasticPool2d(nn.Module):
    """Draw one number of every region of (N, C, H, W) with a probability in proportion to it (Zeiler & Fergus 2013).

    Negative numbers count as zero. In evaluation mode nothing is drawn: the sum of the numbers times their
    probabilities is taken. A region of zeros gives zero.
    """

    def __init__(self, kernel_size: tuple[int, int], stride: tuple[int, int]):
        super().__init__()
        self.kernel_size, self.stride = kernel_size, stride

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, C, H', W')."""
        a = x.clamp(min=0).unfold(2, self.kernel_size[0], self.stride[0]).unfold(3, self.kernel_size[1], self.stride[1])
        a = a.flatten(4)
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
