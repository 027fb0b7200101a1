"""Losses of networks that make things: VAE, adversaries, gradient penalty, style transfer. Each class stands alone."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn


class KLDivergence(nn.Module):
    """½·Σ(exp(logvar) + mean² − 1 − logvar) over an example, mean over the batch (Kingma & Welling 2014, app. B)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, mean: torch.Tensor, logvar: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch in nats, one number."""
        return self.factor * 0.5 * (logvar.exp() + mean.square() - 1 - logvar).sum() / mean.shape[0]


class AdversarialLoss(nn.Module):
    """−ln σ(x) for ``real``, −ln(1 − σ(x)) for ``fake``; ``minimax`` with real is ln(1 − σ(x)), a generator's old loss.

    ``x`` are raw scores of any shape (Goodfellow et al. 2014, eq. 1 and algorithm 1).
    """

    def __init__(self, target: str = "real", form: str = "non-saturating", factor: float = 1.0):
        super().__init__()
        self.target = target
        self.form = form
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        if self.target == "fake":
            return self.factor * F.softplus(x).mean()
        if self.form == "minimax":
            return -self.factor * F.softplus(x).mean()
        return self.factor * F.softplus(-x).mean()


class LeastSquaresGANLoss(nn.Module):
    """Half the mean of (x − goal)², goal 1 for real and 0 for fake; ``x`` are scores of any shape (Mao et al. 2017)."""

    def __init__(self, target: str = "real", factor: float = 1.0):
        super().__init__()
        self.goal = 1.0 if target == "real" else 0.0
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * 0.5 * (x - self.goal).square().mean()


class WassersteinLoss(nn.Module):
    """The mean of the critic's scores for ``fake``, minus the mean for ``real``; any shape (Arjovsky et al. 2017)."""

    def __init__(self, target: str = "real", factor: float = 1.0):
        super().__init__()
        self.factor = -factor if target == "real" else factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * x.mean()


class GradientPenalty(nn.Module):
    """Mean of (‖∂score/∂x‖₂ − norm)² over the batch; ``x`` (N, …) must be what ``score`` (N, …) was computed from.

    It differentiates inside and can itself be differentiated (Gulrajani et al. 2017, eq. 3).
    """

    def __init__(self, norm: float = 1.0, factor: float = 10.0):
        super().__init__()
        self.norm = norm
        self.factor = factor

    def forward(self, score: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        if not x.requires_grad:
            raise RuntimeError(
                "GradientPenalty takes the slope of the score at x, but x follows no gradient. "
                "Wire x from a layer that prepares one, such as RandomInterpolate, and the score from the same wire."
            )
        (slope,) = torch.autograd.grad(score.sum(), x, create_graph=True)
        length = (slope.flatten(1).square().sum(1) + 1e-12).sqrt()
        return self.factor * (length - self.norm).square().mean()


class TotalVariationLoss(nn.Module):
    """Mean size of the differences of neighbours down the rows, plus the same along the columns; ``x`` (N, C, H, W)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * (x.diff(dim=-2).abs().mean() + x.diff(dim=-1).abs().mean())


class ContentLoss(nn.Module):
    """Half the sum of squared differences of an example, mean over the batch (Gatys et al. 2016, eq. 1)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * 0.5 * (x - target).square().sum() / x.shape[0]


class StyleLoss(nn.Module):
    """1/(4·C²·(H·W)²) times the summed squares between the Gram matrices; (N, C, H, W) twice (Gatys et al. 2016)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        a, b = x.flatten(2), target.flatten(2)
        difference = a @ a.transpose(1, 2) - b @ b.transpose(1, 2)
        return self.factor * difference.square().sum() / (4 * a.shape[1] ** 2 * a.shape[2] ** 2) / x.shape[0]
