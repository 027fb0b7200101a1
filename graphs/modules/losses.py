"""Losses that torch lacks, and torch's losses with a factor. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class ScaledCrossEntropyLoss(nn.CrossEntropyLoss):
    """Cross-entropy times a factor; ``x`` (N, classes, …), ``target`` (N, …) int64, mean over all that count."""

    def __init__(self, factor: float = 1.0, label_smoothing: float = 0.0, ignore_index: int = -100):
        super().__init__(label_smoothing=label_smoothing, ignore_index=ignore_index)
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * super().forward(x, target)


class ScaledMSELoss(nn.MSELoss):
    """Mean squared error times a factor; a target of labels (N) is read as numbers for ``x`` (N, 1)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * super().forward(x, target.to(x.dtype).reshape(x.shape))


class ScaledL1Loss(nn.L1Loss):
    """Mean absolute error times a factor; a target of labels (N) is read as numbers for ``x`` (N, 1)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * super().forward(x, target.to(x.dtype).reshape(x.shape))


class ScaledBCEWithLogitsLoss(nn.BCEWithLogitsLoss):
    """Binary cross-entropy times a factor; labels 0 and 1 (N) are read as numbers for ``x`` (N, 1)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * super().forward(x, target.to(x.dtype).reshape(x.shape))


class HingeLoss(nn.Module):
    """Mean of max(0, margin − y·z); ``x`` (N, 1), ``target`` labels 0, 1 (N) or signs −1, 1 (Cortes & Vapnik 1995)."""

    def __init__(self, margin: float = 1.0, factor: float = 1.0):
        super().__init__()
        self.margin = margin
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        signs = target if target.is_floating_point() else 2 * target - 1
        agreement = x * signs.to(x.dtype).reshape(x.shape)
        return self.factor * torch.clamp(self.margin - agreement, min=0).mean()


class PerceptronLoss(nn.Module):
    """Mean of −y·z over the errors, y·z ≤ 0; ``x`` (N, 1), ``target`` labels 0 and 1 (N) or signs −1 and 1.

    One SGD step on one example is Rosenblatt's rule w ← w + η·y·x. An answer of exactly 0 is an error and has a
    gradient, which max(0, −y·z) written with clamp would not promise.
    """

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        signs = target if target.is_floating_point() else 2 * target - 1
        agreement = x * signs.to(x.dtype).reshape(x.shape)
        return self.factor * torch.where(agreement <= 0, -agreement, torch.zeros_like(agreement)).mean()
