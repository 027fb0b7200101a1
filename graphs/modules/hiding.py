"""Patches taken away at random, put back into their places, and judged where they were missing (He et al. 2022)."""

from __future__ import annotations

import torch
from torch import nn


class MaskPatches(nn.Module):
    """Keep ``keep`` of the steps of each example, by chance, in evaluation mode too (He et al. 2022, section 3)."""

    def __init__(self, keep: int):
        super().__init__()
        self.keep = keep

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return the kept steps (N, keep, F) of ``x`` (N, T, F), a mask (N, T, 1) with yes where a step was taken
        away, and the place (N, T) int64 of every step among the mixed ones, of which the first ``keep`` are kept.
        """
        order = torch.rand(x.shape[:2], device=x.device).argsort(1)
        places = order.argsort(1)
        kept = x.gather(1, order[:, : self.keep, None].expand(-1, -1, x.shape[2]))
        return kept, (places >= self.keep).unsqueeze(2), places


class RestorePatches(nn.Module):
    """Steps back in their places, the learned vector ``mask_token`` (F) where one is missing, from N(0, 0.02²)."""

    def __init__(self, features: int):
        super().__init__()
        self.mask_token = nn.Parameter(torch.empty(features))
        nn.init.normal_(self.mask_token, std=0.02)

    def forward(self, x: torch.Tensor, places: torch.Tensor) -> torch.Tensor:
        """Return (N, T, F) from ``x`` (N, T′, F) and ``places`` (N, T) int64, as `MaskPatches` gives them."""
        missing = places.shape[1] - x.shape[1]
        every = torch.cat([x, self.mask_token.to(x.dtype).expand(len(x), missing, -1)], 1)
        return every.gather(1, places.unsqueeze(2).expand(-1, -1, x.shape[2]))


class MaskedMSELoss(nn.Module):
    """The mean of (x − target)² over the places where ``mask`` says yes, times ``factor``; 0 where it never does."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Return one number; ``mask`` has the shape of ``x`` (N, …), or 1 where one answer serves all."""
        counts = mask.expand_as(x).to(x.dtype)
        return self.factor * ((x - target).square() * counts).sum() / counts.sum().clamp(min=1)
