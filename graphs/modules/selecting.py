"""Modules that pick out some of the numbers. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class Slice(nn.Module):
    """Keep the entries ``start`` to ``stop`` (not included) in steps of ``step`` along an axis, the batch being 0."""

    def __init__(self, dim: int, start: int, stop: int | None, step: int = 1):
        super().__init__()
        self.dim, self.start, self.stop, self.step = dim, start, stop, step

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the stretch of ``x``."""
        whole = (slice(None),) * self.dim
        return x[(*whole, slice(self.start, self.stop, self.step))]


class TakeEntries(nn.Module):
    """Take along an axis (the batch being 0) the entry or the row of entries that ``index`` (N) or (N, K) names."""

    def __init__(self, dim: int):
        super().__init__()
        self.dim = dim

    def forward(self, x: torch.Tensor, index: torch.Tensor) -> torch.Tensor:
        """Return ``x`` with K entries along the axis, or without the axis for a single one."""
        rows = index if index.dim() == 2 else index.unsqueeze(1)
        shape = [1] * x.dim()
        shape[0], shape[self.dim] = rows.shape
        wanted = [*x.shape]
        wanted[self.dim] = rows.shape[1]
        taken = torch.gather(x, self.dim, rows.reshape(shape).expand(wanted))
        return taken if index.dim() == 2 else taken.squeeze(self.dim)


class OneHot(nn.Module):
    """Labels (N) or tokens (N, T) as rows of 0.0 with a single 1.0; RuntimeError for labels not below the count."""

    def __init__(self, num_classes: int):
        super().__init__()
        self.num_classes = num_classes

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the rows (…, num_classes) as numbers with a fraction."""
        return nn.functional.one_hot(x, self.num_classes).to(torch.get_default_dtype())


class LastStep(nn.Module):
    """The last real step of each sequence (N, T, F); ``lengths`` (N) counts the real ones, at least 1."""

    def forward(self, x: torch.Tensor, lengths: torch.Tensor) -> torch.Tensor:
        """Return (N, F)."""
        rows = torch.arange(x.shape[0], device=x.device)
        return x[rows, lengths.clamp(min=1, max=x.shape[1]) - 1]
