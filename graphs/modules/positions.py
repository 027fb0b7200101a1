"""What tells a network where a step stands, or how late it is. Each class can be copied with the functions it uses.

Nothing here is stored that can be calculated: tables of sines are made for the length that arrives.
"""

from __future__ import annotations

import math

import torch
from torch import nn


def angles_of(positions: torch.Tensor, features: int, base: float) -> torch.Tensor:
    """Position / base^(2i/features) in radians for each pair i of features: (…) becomes (…, ⌈features/2⌉)."""
    pairs = torch.arange((features + 1) // 2, device=positions.device, dtype=positions.dtype)
    return positions.unsqueeze(-1) * torch.exp(pairs * (-2 * math.log(base) / features))


def sinusoids(positions: torch.Tensor, features: int, base: float) -> torch.Tensor:
    """Sine and cosine in turn of every angle: (…) becomes (…, features) (Vaswani et al. 2017, section 3.5)."""
    angles = angles_of(positions, features, base)
    return torch.stack((torch.sin(angles), torch.cos(angles)), dim=-1).flatten(-2)[..., :features]


class SinusoidalPosition(nn.Module):
    """Add sines and cosines of the place of each step to ``x`` (N, T, F); the longest wave is 2π·base steps."""

    def __init__(self, base: float = 10000.0):
        super().__init__()
        self.base = base

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the marked steps, in the shape of ``x``."""
        exact = torch.promote_types(x.dtype, torch.float32)
        places = torch.arange(x.shape[1], device=x.device, dtype=exact)
        return x + sinusoids(places, x.shape[2], self.base).to(x.dtype)


class LearnedPosition(nn.Module):
    """Add one learned vector for each place to ``x`` (N, T, F), T up to ``max_len``."""

    def __init__(self, max_len: int, features: int):
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.empty(1, max_len, features).normal_(std=0.02))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the marked steps, in the shape of ``x``."""
        return x + self.pos_embedding[:, : x.shape[1]]


class RelativePositionBias(nn.Module):
    """One learned number per head for each distance between two steps (Raffel et al. 2020, section 2.1).

    Near distances have a bucket each, far ones share buckets that grow like a logarithm, all beyond ``max_distance``
    the last. ``bidirectional`` tells before from behind; else all that lies behind the query is distance 0.
    """

    def __init__(self, num_heads: int, num_buckets: int = 32, max_distance: int = 128, bidirectional: bool = True):
        super().__init__()
        self.num_buckets, self.max_distance, self.bidirectional = num_buckets, max_distance, bidirectional
        self.relative_attention_bias = nn.Embedding(num_buckets, num_heads)

    def buckets(self, queries: int, keys: int, device: torch.device) -> torch.Tensor:
        """Return the bucket of every pair, (queries, keys)."""
        distance = torch.arange(keys, device=device) - torch.arange(queries, device=device).unsqueeze(1)
        count = self.num_buckets // 2 if self.bidirectional else self.num_buckets
        first = (distance > 0).long() * count if self.bidirectional else torch.zeros_like(distance)
        distance = distance.abs() if self.bidirectional else (-distance).clamp(min=0)
        exact = count // 2
        growth = torch.log(distance.clamp(min=1).float() / exact) / math.log(self.max_distance / exact)
        far = (exact + (growth * (count - exact)).long()).clamp(max=count - 1)
        return first + torch.where(distance < exact, distance, far)

    def forward(self, query: torch.Tensor, key: torch.Tensor | None = None) -> torch.Tensor:
        """Return what is added to the scores, (N, heads, Q, T); only the lengths of ``query`` and ``key`` count."""
        steps = query.shape[1] if key is None else key.shape[1]
        bias: torch.Tensor = self.relative_attention_bias(self.buckets(query.shape[1], steps, query.device))
        return bias.permute(2, 0, 1).expand(query.shape[0], -1, -1, -1)


class RotaryPosition(nn.Module):
    """Turn each pair of features of ``x`` (N, T, F) by an angle that grows with its place (Su et al. 2021, eq. 34).

    The features are cut into ``num_heads`` heads, all turned alike. A pair is two neighbours when ``interleaved``, as
    in the paper, else one number of the first half and one of the second, as in LLaMA.
    """

    def __init__(self, num_heads: int = 1, base: float = 10000.0, interleaved: bool = True):
        super().__init__()
        self.num_heads, self.base, self.interleaved = num_heads, base, interleaved

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the turned steps, in the shape of ``x``."""
        heads = x.reshape(x.shape[0], x.shape[1], self.num_heads, -1)
        exact = torch.promote_types(x.dtype, torch.float32)
        places = torch.arange(x.shape[1], device=x.device, dtype=exact)
        angles = angles_of(places, heads.shape[-1], self.base).unsqueeze(1)
        cos, sin = torch.cos(angles).to(x.dtype), torch.sin(angles).to(x.dtype)
        if self.interleaved:
            a, b = heads[..., 0::2], heads[..., 1::2]
            return torch.stack((a * cos - b * sin, a * sin + b * cos), dim=-1).flatten(2)
        a, b = heads.chunk(2, dim=-1)
        return torch.cat((a * cos - b * sin, a * sin + b * cos), dim=-1).flatten(2)


class TimestepEmbedding(nn.Module):
    """Tell a network which time step it is: sines and cosines of ``x`` (N), then, with ``out_features``, two linear
    layers with a SiLU between them (Ho, Jain & Abbeel 2020, appendix B)."""

    def __init__(self, embedding_dim: int, out_features: int | None = None, base: float = 10000.0):
        super().__init__()
        self.embedding_dim, self.base = embedding_dim, base
        self.mlp = None
        if out_features is not None:
            first = nn.Linear(embedding_dim, out_features)
            self.mlp = nn.Sequential(first, nn.SiLU(), nn.Linear(out_features, out_features))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, embedding_dim) or (N, out_features)."""
        waves = sinusoids(x.float(), self.embedding_dim, self.base).to(torch.get_default_dtype())
        if self.mlp is None:
            return waves
        told: torch.Tensor = self.mlp(waves)
        return told
