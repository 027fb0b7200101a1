"""Vectors for names and for pieces of images. Each class stands alone and can be copied."""

from __future__ import annotations

import math

import torch
from torch import nn


class ScaledEmbedding(nn.Embedding):
    """nn.Embedding whose vectors are multiplied by √d (Vaswani et al. 2017, section 3.4)."""

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """Return the vectors (…, d) of the names in ``input`` (…)."""
        vectors: torch.Tensor = super().forward(input)
        return vectors * math.sqrt(self.embedding_dim)


class PatchEmbedding(nn.Conv2d):
    """Cut images (N, C, H, W) into patches and map each to a vector: a convolution whose step is its window.

    It is nn.Conv2d with the weights' names of one, so those of ``conv_proj`` in torchvision's vision transformers fit.
    """

    def __init__(self, in_channels: int, embed_dim: int, patch_size: int | tuple[int, int], bias: bool = True):
        super().__init__(in_channels, embed_dim, kernel_size=patch_size, stride=patch_size, bias=bias)

    def forward(self, input: torch.Tensor) -> torch.Tensor:
        """Return one vector per patch, row by row: (N, patches, embed_dim)."""
        return super().forward(input).flatten(2).transpose(1, 2)


class ClassToken(nn.Module):
    """Put learned vectors in front of ``x`` (N, T, F); they start as zeros, as in torchvision's vision transformers."""

    def __init__(self, features: int, num_tokens: int = 1):
        super().__init__()
        self.class_token = nn.Parameter(torch.zeros(1, num_tokens, features))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, num_tokens + T, F)."""
        return torch.cat((self.class_token.expand(x.shape[0], -1, -1), x), dim=1)
