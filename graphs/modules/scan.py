"""What decides inside a time step. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class TeacherForcing(nn.Module):
    """In training, take each example of ``teacher`` (N, ...) with probability ``p`` in place of ``own`` (N, ...).

    Without a teacher, and outside training, ``own`` passes (Bengio et al. 2015, scheduled sampling). Random numbers
    are drawn only where 0 < p < 1.
    """

    def __init__(self, p: float = 1.0):
        super().__init__()
        self.p = p

    def forward(self, own: torch.Tensor, teacher: torch.Tensor | None = None) -> torch.Tensor:
        """Return (N, ...) of the same number type."""
        if teacher is None or not self.training or self.p == 0:
            return own
        if self.p == 1:
            return teacher
        told = torch.rand(own.shape[0], device=own.device) < self.p
        return torch.where(told.reshape(-1, *[1] * (own.dim() - 1)), teacher, own)
