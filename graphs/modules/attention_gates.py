"""Gates that weaken or keep channels and places of feature maps. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class SpatialAttention(nn.Module):
    """Weigh places: σ(conv([mean over channels; max over channels])) ⊙ x (Woo et al. 2018, equation 3)."""

    def __init__(self, kernel_size: int = 7):
        super().__init__()
        self.conv = nn.Conv2d(2, 1, kernel_size, padding=kernel_size // 2, bias=False)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the weighed maps (N, C, H, W) and the weights (N, 1, H, W), from 0 to 1."""
        pooled = torch.cat((x.mean(dim=1, keepdim=True), x.amax(dim=1, keepdim=True)), dim=1)
        weights = torch.sigmoid(self.conv(pooled))
        return x * weights, weights


class ChannelAttention(nn.Module):
    """Weigh channels: σ(MLP(mean over places) + MLP(max over places)) ⊙ x (Woo et al. 2018, equation 2).

    One MLP with a ReLU serves both; its linear layers are 1×1 convolutions.
    """

    def __init__(self, channels: int, hidden: int):
        super().__init__()
        self.fc1 = nn.Conv2d(channels, hidden, 1)
        self.fc2 = nn.Conv2d(hidden, channels, 1)

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the weighed maps (N, C, H, W) and the weights (N, C), from 0 to 1."""
        mean, largest = x.mean(dim=(2, 3), keepdim=True), x.amax(dim=(2, 3), keepdim=True)
        weights = torch.sigmoid(self.fc2(torch.relu(self.fc1(mean))) + self.fc2(torch.relu(self.fc1(largest))))
        return x * weights, weights.flatten(1)


class SqueezeExcite(nn.Module):
    """Weigh channels: s(W₂ f(W₁ mean over places)) ⊙ x (Hu, Shen & Sun 2018, equation 3).

    Weights have the names of torchvision's SqueezeExcitation. ``activation`` f is relu or silu, ``scale_activation`` s
    is sigmoid or hardsigmoid.
    """

    def __init__(self, channels: int, hidden: int, activation: str = "relu", scale_activation: str = "sigmoid"):
        super().__init__()
        self.fc1 = nn.Conv2d(channels, hidden, 1)
        self.fc2 = nn.Conv2d(hidden, channels, 1)
        self.activation: nn.Module = nn.SiLU() if activation == "silu" else nn.ReLU()
        self.scale_activation: nn.Module = nn.Hardsigmoid() if scale_activation == "hardsigmoid" else nn.Sigmoid()

    def forward(self, x: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the weighed maps (N, C, H, W) and the weights (N, C), from 0 to 1."""
        weights = self.fc2(self.activation(self.fc1(x.mean(dim=(2, 3), keepdim=True))))
        weights = self.scale_activation(weights)
        return x * weights, weights.flatten(1)
