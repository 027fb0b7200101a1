"""Modules that multiply and compare vectors. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class DotProduct(nn.Module):
    """The inner product of ``a`` and ``b`` (N, …, F) along their last axis."""

    def __init__(self, keepdim: bool = True):
        super().__init__()
        self.keepdim = keepdim

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        """Return (N, …, 1), or (N, …) without ``keepdim``."""
        return (a * b).sum(dim=-1, keepdim=self.keepdim)


class CosineSimilarity(nn.Module):
    """The cosine of the angle between ``a`` and ``b`` (N, …, F) along their last axis, from −1 to 1."""

    def __init__(self, eps: float = 1e-8, keepdim: bool = True):
        super().__init__()
        self.eps, self.keepdim = eps, keepdim

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        """Return (N, …, 1), or (N, …) without ``keepdim``."""
        cosine = nn.functional.cosine_similarity(a, b, dim=-1, eps=self.eps)
        return cosine.unsqueeze(-1) if self.keepdim else cosine


class GramMatrix(nn.Module):
    """F·Fᵀ of feature maps (N, C, places…), divided by a number that is stated (Gatys, Ecker & Bethge 2016).

    ``gatys`` divides by 2·places: the mean squared difference of two such matrices is their equation 4, with its
    1/(4·C²·places²). ``size`` divides by C·places, ``none`` by nothing (their equation 3).
    """

    def __init__(self, normalisation: str = "gatys"):
        super().__init__()
        self.normalisation = normalisation

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the matrix (N, C, C)."""
        maps = x.flatten(2)
        divisor = {"gatys": 2 * maps.shape[2], "size": maps.shape[1] * maps.shape[2], "none": 1}[self.normalisation]
        return maps @ maps.transpose(1, 2) / divisor
