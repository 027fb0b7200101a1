"""Layers that use weights which arrive on a wire. Each class stands alone and can be copied."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import nn


class TiedLinear(nn.Module):
    """A linear layer whose ``weight`` (out, in) arrives; only the bias is its own, and it starts at zero."""

    def __init__(self, out_features: int):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(out_features))

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Return x·weightᵀ + bias, (…, out) for ``x`` (…, in)."""
        return F.linear(x, weight, self.bias)


class TiedScaledEmbedding(nn.Module):
    """Look up rows of a ``weight`` (names, d) that arrives, and multiply them by √d (Vaswani et al. 2017, 3.4)."""

    def __init__(self, padding_idx: int | None = None):
        super().__init__()
        self.padding_idx = padding_idx

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Return the vectors (…, d) of the names in ``x`` (…)."""
        return F.embedding(x, weight, self.padding_idx) * math.sqrt(weight.shape[1])
