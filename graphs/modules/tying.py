"""Layers that use a weight which arrives on a wire; what else they own, such as a bias, is as in the layer they are
made of. Each class can be copied with what it uses."""

from __future__ import annotations

import math
from typing import Any

import torch
import torch.nn.functional as F
from torch import nn

from graphs.modules.convolution import CausalConv1d, LocallyConnected2d
from graphs.modules.embedding import PatchEmbedding
from graphs.modules.graphs_and_points import GraphConv
from graphs.modules.metric_losses import ArcFaceHead, CosFaceHead


class Weightless(nn.Module):
    """Stands before a layer and takes its ``weight`` away once it is built; the arguments are those of the layer."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.weight


class TiedLinear(Weightless, nn.Linear):
    """nn.Linear whose ``weight`` (out, in) arrives; only the bias is its own."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return x·weightᵀ + bias, (…, out) for ``x`` (…, in)."""
        return F.linear(x, weight, self.bias)


class TiedBilinear(Weightless, nn.Bilinear):
    """nn.Bilinear whose ``weight`` (out, in1, in2) arrives."""

    def forward(self, input1: torch.Tensor, input2: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return (…, out) for (…, in1) and (…, in2)."""
        return F.bilinear(input1, input2, weight, self.bias)


class TiedScaledEmbedding(nn.Module):
    """Look up rows of a ``weight`` (names, d) that arrives, and multiply them by √d (Vaswani et al. 2017, 3.4)."""

    def __init__(self, num_embeddings: int, embedding_dim: int, padding_idx: int | None = None):
        super().__init__()
        self.factor, self.padding_idx = math.sqrt(embedding_dim), padding_idx

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Return the vectors (…, d) of the names in ``x`` (…)."""
        return F.embedding(x, weight, self.padding_idx) * self.factor


class TiedConv1d(Weightless, nn.Conv1d):
    """nn.Conv1d whose ``weight`` (out_channels, in_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return the feature maps of ``x`` (N, C, T)."""
        maps: torch.Tensor = self._conv_forward(x, weight, self.bias)
        return maps


class TiedConv2d(Weightless, nn.Conv2d):
    """nn.Conv2d whose ``weight`` (out_channels, in_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return the feature maps of ``x`` (N, C, H, W)."""
        maps: torch.Tensor = self._conv_forward(x, weight, self.bias)
        return maps


class TiedConv3d(Weightless, nn.Conv3d):
    """nn.Conv3d whose ``weight`` (out_channels, in_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return the feature maps of ``x`` (N, C, D, H, W)."""
        maps: torch.Tensor = self._conv_forward(x, weight, self.bias)
        return maps


class TiedConvTranspose1d(Weightless, nn.ConvTranspose1d):
    """nn.ConvTranspose1d whose ``weight`` (in_channels, out_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Spread ``x`` (N, C, T) over the windows."""
        sizes: Any = (self.stride, self.padding, self.output_padding, self.groups, self.dilation)
        return F.conv_transpose1d(x, weight, self.bias, *sizes)


class TiedConvTranspose2d(Weightless, nn.ConvTranspose2d):
    """nn.ConvTranspose2d whose ``weight`` (in_channels, out_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Spread ``x`` (N, C, H, W) over the windows."""
        sizes: Any = (self.stride, self.padding, self.output_padding, self.groups, self.dilation)
        return F.conv_transpose2d(x, weight, self.bias, *sizes)


class TiedConvTranspose3d(Weightless, nn.ConvTranspose3d):
    """nn.ConvTranspose3d whose ``weight`` (in_channels, out_channels/groups, *kernel_size) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Spread ``x`` (N, C, D, H, W) over the windows."""
        sizes: Any = (self.stride, self.padding, self.output_padding, self.groups, self.dilation)
        return F.conv_transpose3d(x, weight, self.bias, *sizes)


class TiedCausalConv1d(CausalConv1d):
    """A CausalConv1d whose ``weight`` (out_channels, in_channels/groups, kernel_size) arrives."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.conv.weight

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return (N, out_channels, ⌊(T − 1)/stride⌋ + 1)."""
        filtered: torch.Tensor = self.conv._conv_forward(F.pad(x, (self.before, 0)), weight, self.conv.bias)
        return filtered


class TiedLocallyConnected2d(Weightless, LocallyConnected2d):
    """A LocallyConnected2d whose ``weight`` (places, C·k·k, out_channels) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return (N, out_channels, rows, columns)."""
        return self.weighed(x, weight)


class TiedRBFLayer(nn.Module):
    """Squared distances to the rows of a ``weight`` (out, in) that arrives (LeCun et al. 1998, equation 7)."""

    def __init__(self, in_features: int, out_features: int):
        super().__init__()

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:
        """Return (N, …, out) for ``x`` (N, …, in)."""
        return (x.unsqueeze(-2) - weight).square().sum(dim=-1)


class TiedPatchEmbedding(Weightless, PatchEmbedding):
    """A PatchEmbedding whose ``weight`` (embed_dim, C, rows, columns) arrives."""

    def forward(self, x: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return one vector per patch, row by row: (N, patches, embed_dim)."""
        maps: torch.Tensor = self._conv_forward(x, weight, self.bias)
        return maps.flatten(2).transpose(1, 2)


class TiedGraphConv(GraphConv):
    """A GraphConv whose ``weight`` (out_features, in_features) arrives."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        del self.linear

    def forward(self, x: torch.Tensor, adjacency: torch.Tensor, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return (N, nodes, out_features)."""
        return self.mixed(F.linear(x, weight), adjacency)


class TiedArcFaceHead(Weightless, ArcFaceHead):
    """An ArcFaceHead whose directions ``weight`` (out_features, F) arrive."""

    def forward(self, x: torch.Tensor, target: torch.Tensor | None = None, *, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return one score per class (N, out_features)."""
        return self.scores(x, weight, target)


class TiedCosFaceHead(Weightless, CosFaceHead):
    """A CosFaceHead whose directions ``weight`` (out_features, F) arrive."""

    def forward(self, x: torch.Tensor, target: torch.Tensor | None = None, *, weight: torch.Tensor) -> torch.Tensor:  # type: ignore[override]
        """Return one score per class (N, out_features)."""
        return self.scores(x, weight, target)
