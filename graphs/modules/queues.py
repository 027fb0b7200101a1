"""Memories of earlier batches, kept as buffers, so that a checkpoint holds them too."""

from __future__ import annotations

import torch
from torch import nn


class KeyQueue(nn.Module):
    """The last ``size`` vectors (F) seen in training, first in, first out (He et al. 2020, section 3.2, algorithm 1).

    ``keys`` (size, F) starts with random directions of length 1; ``next`` () int64 is the row written next.
    """

    def __init__(self, features: int, size: int):
        super().__init__()
        self.size = size
        self.register_buffer("keys", nn.functional.normalize(torch.randn(size, features), dim=1))
        self.register_buffer("next", torch.zeros((), dtype=torch.int64))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return what was held before (size, F), without gradient; in training ``x`` (N, F) is written behind it."""
        keys, next_row = self.get_buffer("keys"), self.get_buffer("next")
        held = keys.clone()
        if self.training:
            with torch.no_grad():
                new = x.detach()[-self.size :].to(keys.dtype)
                rows = (next_row + torch.arange(len(new), device=x.device)) % self.size
                keys.index_copy_(0, rows, new)
                next_row.copy_((next_row + len(new)) % self.size)
        return held
