"""Activations and gated layers that torch lacks. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class SquaredReLU(nn.Module):
    """max(0, x)², number by number (So et al. 2021)."""

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the bent numbers, in the shape of ``x``."""
        return torch.relu(x).square()


class Swish(nn.Module):
    """x·σ(βx) with one β that is learned (Ramachandran, Zoph & Le 2017)."""

    def __init__(self, beta: float = 1.0):
        super().__init__()
        self.beta = nn.Parameter(torch.tensor(float(beta)))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the bent numbers, in the shape of ``x``."""
        return x * torch.sigmoid(self.beta * x)


class Sine(nn.Module):
    """sin(ω·x), number by number; ``omega`` in radians per unit of ``x`` (Sitzmann et al. 2020)."""

    def __init__(self, omega: float = 30.0):
        super().__init__()
        self.omega = omega

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return numbers from −1 to 1, in the shape of ``x``."""
        return torch.sin(self.omega * x)


class Heaviside(nn.Module):
    """0 below zero, 1 above it, ``at_zero`` at zero itself. The gradient is zero everywhere."""

    def __init__(self, at_zero: float = 1.0):
        super().__init__()
        self.at_zero = at_zero

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the answers, in the shape of ``x``."""
        step = (torch.sign(x) + 1) / 2  # unlike torch.heaviside, sign lets backward pass, with a slope of zero
        return torch.where(x == 0, torch.full_like(x, self.at_zero), step)


class SwiGLU(nn.Module):
    """SiLU(W x + b) ⊙ (V x + c) over the last axis: (N, …, in) to (N, …, out) (Shazeer 2020, equation 5)."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__()
        self.gate = nn.Linear(in_features, out_features, bias=bias)
        self.value = nn.Linear(in_features, out_features, bias=bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the gated features."""
        gated: torch.Tensor = nn.functional.silu(self.gate(x)) * self.value(x)
        return gated


class GEGLU(nn.Module):
    """GELU(W x + b) ⊙ (V x + c) over the last axis: (N, …, in) to (N, …, out) (Shazeer 2020, equation 5)."""

    def __init__(self, in_features: int, out_features: int, bias: bool = True):
        super().__init__()
        self.gate = nn.Linear(in_features, out_features, bias=bias)
        self.value = nn.Linear(in_features, out_features, bias=bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the gated features."""
        gated: torch.Tensor = nn.functional.gelu(self.gate(x)) * self.value(x)
        return gated


class Maxout(nn.Module):
    """The largest of ``pieces`` weighted sums for each output, over the last axis (Goodfellow et al. 2013, section 3).

    ``linear.weight`` holds the pieces of the first output, then those of the second, and so on.
    """

    def __init__(self, in_features: int, out_features: int, pieces: int = 2, bias: bool = True):
        super().__init__()
        self.pieces = pieces
        self.linear = nn.Linear(in_features, out_features * pieces, bias=bias)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, …, out) for ``x`` (N, …, in)."""
        sums: torch.Tensor = self.linear(x)
        return sums.reshape(*x.shape[:-1], -1, self.pieces).amax(dim=-1)
