"""Dense layers that torch lacks. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class RBFLayer(nn.Module):
    """Squared distances of ``x`` (N, …, in_features) to learned centres ``weight`` (LeCun et al. 1998, equation 7).

    The centres begin as draws from N(0, 1); the unit is that of ``x``, squared.
    """

    def __init__(self, in_features: int, out_features: int):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out_features, in_features))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, …, out_features)."""
        return (x.unsqueeze(-2) - self.weight).square().sum(dim=-1)
