"""Losses from how much two areas overlap: of masks and of boxes. Each class needs only the functions above it."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import nn


def chances(x: torch.Tensor, target: torch.Tensor, scores: bool) -> tuple[torch.Tensor, torch.Tensor]:
    """Give what is predicted and what is wanted as numbers from 0 to 1, both (N, C, places).

    ``x`` (N, C, …) are raw scores, or probabilities unless ``scores``; a target of classes (N, …) becomes one-hot.
    """
    if target.is_floating_point():
        return (x.sigmoid() if scores else x).flatten(2), target.flatten(2)
    if x.shape[1] == 1:
        return (x.sigmoid() if scores else x).flatten(2), target.to(x.dtype).flatten(1)[:, None]
    wanted = F.one_hot(target.flatten(1), x.shape[1]).transpose(1, 2).to(x.dtype)
    return (x.softmax(1) if scores else x).flatten(2), wanted


class DiceLoss(nn.Module):
    """1 − (2·Σpt + s)/(Σp + Σt + s) for each example and class, then the mean (Milletari et al. 2016, without squares).

    ``x`` (N, C, …); ``target`` the same shape from 0 to 1, or classes (N, …) int64.
    """

    def __init__(self, smooth: float = 1.0, scores: bool = True, factor: float = 1.0):
        super().__init__()
        self.smooth, self.scores, self.factor = smooth, scores, factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        p, t = chances(x, target, self.scores)
        both = (p * t).sum(2)
        return self.factor * (1 - (2 * both + self.smooth) / (p.sum(2) + t.sum(2) + self.smooth)).mean()


class JaccardLoss(nn.Module):
    """1 − (Σpt + s)/(Σp + Σt − Σpt + s) for each example and class, then the mean (Rahman & Wang 2016)."""

    def __init__(self, smooth: float = 1.0, scores: bool = True, factor: float = 1.0):
        super().__init__()
        self.smooth, self.scores, self.factor = smooth, scores, factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        p, t = chances(x, target, self.scores)
        both = (p * t).sum(2)
        return self.factor * (1 - (both + self.smooth) / (p.sum(2) + t.sum(2) - both + self.smooth)).mean()


class TverskyLoss(nn.Module):
    """1 − (TP + s)/(TP + α·FP + β·FN + s) for each example and class, then the mean (Salehi et al. 2017, eq. 1)."""

    def __init__(
        self, alpha: float = 0.3, beta: float = 0.7, smooth: float = 1.0, scores: bool = True, factor: float = 1.0
    ):
        super().__init__()
        self.alpha, self.beta = alpha, beta
        self.smooth, self.scores, self.factor = smooth, scores, factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        p, t = chances(x, target, self.scores)
        hit = (p * t).sum(2)
        rest = self.alpha * (p * (1 - t)).sum(2) + self.beta * ((1 - p) * t).sum(2)
        return self.factor * (1 - (hit + self.smooth) / (hit + rest + self.smooth)).mean()


class BoxOverlapLoss(nn.Module):
    """Mean of 1 − IoU of boxes (N, M, 4) in pairs, with the terms of GIoU, DIoU or CIoU where ``form`` asks for them.

    Boxes are (x1, y1, x2, y2), or (cx, cy, w, h) with ``centred``. Sources: Rezatofighi et al. 2019; Zheng et al. 2020.
    """

    def __init__(self, form: str = "IoU", centred: bool = False, factor: float = 1.0):
        super().__init__()
        self.form, self.centred, self.factor = form, centred, factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        eps = 1e-7
        if self.centred:
            x, target = (torch.cat([b[..., :2] - b[..., 2:] / 2, b[..., :2] + b[..., 2:] / 2], -1) for b in (x, target))
        sides, wanted = x[..., 2:] - x[..., :2], target[..., 2:] - target[..., :2]
        inner = (torch.minimum(x[..., 2:], target[..., 2:]) - torch.maximum(x[..., :2], target[..., :2])).clamp(min=0)
        outer = torch.maximum(x[..., 2:], target[..., 2:]) - torch.minimum(x[..., :2], target[..., :2])
        union = sides.prod(-1) + wanted.prod(-1) - inner.prod(-1)
        iou = inner.prod(-1) / (union + eps)
        loss = 1 - iou
        if self.form == "GIoU":
            hull = outer.prod(-1)
            loss = loss + (hull - union) / (hull + eps)
        if self.form in ("DIoU", "CIoU"):
            apart = ((x[..., :2] + x[..., 2:] - target[..., :2] - target[..., 2:]) / 2).square().sum(-1)
            loss = loss + apart / (outer.square().sum(-1) + eps)
        if self.form == "CIoU":
            turned = torch.atan2(wanted[..., 0], wanted[..., 1]) - torch.atan2(sides[..., 0], sides[..., 1])
            v = 4 / math.pi**2 * turned.square()
            with torch.no_grad():  # the trade-off is a weight, not something to learn by
                alpha = v / (1 - iou + v + eps)
            loss = loss + alpha * v
        return self.factor * loss.mean()
