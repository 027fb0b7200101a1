"""Losses that arrange embeddings by distance or angle, and heads with a margin. Each class stands alone."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import nn


class ContrastiveLoss(nn.Module):
    """½·d² for pairs that belong together (target 1), ½·max(0, margin − d)² for others; ``a``, ``b`` (N, F).

    ``target`` (N) int64. Mean over the batch (Hadsell, Chopra & LeCun 2006, eq. 4, where 0 means together).
    """

    def __init__(self, margin: float = 1.0, factor: float = 1.0):
        super().__init__()
        self.margin = margin
        self.factor = factor

    def forward(self, a: torch.Tensor, b: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        square = (a - b).square().sum(1)
        apart = (self.margin - (square + 1e-12).sqrt()).clamp(min=0).square()
        return self.factor * 0.5 * torch.where(target == 1, square, apart).mean()


class CosineEmbeddingLoss(nn.Module):
    """1 − cos for pairs that belong together (target 1), max(0, cos − margin) for others (target 0); (N, F) twice."""

    def __init__(self, margin: float = 0.0, factor: float = 1.0):
        super().__init__()
        self.margin = margin
        self.factor = factor

    def forward(self, a: torch.Tensor, b: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return self.factor * F.cosine_embedding_loss(a, b, 2 * target - 1, margin=self.margin)


class MarginRankingLoss(nn.Module):
    """max(0, −y·(a − b) + margin) with y = 1 for target 1 (a first) and −1 for target 0; ``a``, ``b`` (N, 1)."""

    def __init__(self, margin: float = 0.0, factor: float = 1.0):
        super().__init__()
        self.margin = margin
        self.factor = factor

    def forward(self, a: torch.Tensor, b: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        signs = (2 * target - 1).to(a.dtype).reshape(a.shape)
        return self.factor * F.margin_ranking_loss(a, b, signs, margin=self.margin)


class BPRLoss(nn.Module):
    """Mean of −ln σ(positive − negative); both of one shape (Rendle et al. 2009, without the penalty)."""

    def __init__(self, factor: float = 1.0):
        super().__init__()
        self.factor = factor

    def forward(self, positive: torch.Tensor, negative: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        return -self.factor * F.logsigmoid(positive - negative).mean()


class NTXentLoss(nn.Module):
    """Each of 2N views has to find its partner among the other 2N − 1 by cosine; ``a``, ``b`` (N, F) (Chen 2020)."""

    def __init__(self, temperature: float = 0.5, factor: float = 1.0):
        super().__init__()
        self.temperature = temperature
        self.factor = factor

    def forward(self, a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        views = F.normalize(torch.cat([a, b]), dim=1)
        itself = torch.eye(len(views), dtype=torch.bool, device=views.device)
        alike = (views @ views.T / self.temperature).masked_fill(itself, -torch.inf)
        partner = torch.arange(len(views), device=views.device).roll(len(a))
        return self.factor * F.cross_entropy(alike, partner)


class InfoNCELoss(nn.Module):
    """Each query has to find its key by cosine; ``query``, ``key`` (N, F) (Oord 2018).

    Its rivals are the other keys of the batch, or ``others`` (K, F) where they come (He et al. 2020, MoCo, eq. 1).
    """

    def __init__(self, temperature: float = 0.07, factor: float = 1.0):
        super().__init__()
        self.temperature = temperature
        self.factor = factor

    def forward(self, query: torch.Tensor, key: torch.Tensor, others: torch.Tensor | None = None) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        query, key = F.normalize(query, dim=1), F.normalize(key, dim=1)
        if others is None:
            return self.factor * F.cross_entropy(
                query @ key.T / self.temperature, torch.arange(len(query), device=query.device)
            )
        own = (query * key).sum(1, keepdim=True)
        alike = torch.cat([own, query @ F.normalize(others, dim=1).T], 1) / self.temperature
        return self.factor * F.cross_entropy(alike, torch.zeros(len(query), dtype=torch.int64, device=query.device))


class ClipLoss(nn.Module):
    """Images find their texts and texts their images by cosine; ``image``, ``text`` (N, F) (Radford et al. 2021).

    One parameter: ``log_scale``, the logarithm of 1 / temperature, which is kept at or below ln 100.
    """

    def __init__(self, temperature: float = 0.07, factor: float = 1.0):
        super().__init__()
        self.log_scale = nn.Parameter(torch.tensor(math.log(1 / temperature)))
        self.factor = factor

    def forward(self, image: torch.Tensor, text: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        scale = self.log_scale.clamp(max=math.log(100.0)).exp()
        alike = scale * F.normalize(image, dim=1) @ F.normalize(text, dim=1).T
        own = torch.arange(len(image), device=image.device)
        return self.factor * (F.cross_entropy(alike, own) + F.cross_entropy(alike.T, own)) / 2


class ArcFaceHead(nn.Module):
    """Scores s·cos(θ + m) for the right class and s·cos θ for the others; ``x`` (N, F), ``target`` (N) int64.

    The margin m in radians is added in training and only where a target comes. Past θ = π − m the score goes on falling
    as cos θ − m·sin m, as in the authors' code (Deng et al. 2019, eq. 3).
    """

    def __init__(self, in_features: int, out_features: int, scale: float = 64.0, margin: float = 0.5):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        nn.init.xavier_uniform_(self.weight)
        self.scale = scale
        self.margin = margin

    def forward(self, x: torch.Tensor, target: torch.Tensor | None = None) -> torch.Tensor:
        """Return one score per class (N, out_features)."""
        return self.scores(x, self.weight, target)

    def scores(self, x: torch.Tensor, weight: torch.Tensor, target: torch.Tensor | None) -> torch.Tensor:
        """Return the scores for these directions ``weight`` (out_features, F)."""
        cosine = F.linear(F.normalize(x, dim=1), F.normalize(weight, dim=1))
        if target is None or not self.training:
            return self.scale * cosine
        sine = (1 - cosine.square()).clamp(min=1e-7).sqrt()
        turned = cosine * math.cos(self.margin) - sine * math.sin(self.margin)
        beyond = cosine < -math.cos(self.margin)
        turned = torch.where(beyond, cosine - self.margin * math.sin(self.margin), turned)
        right = F.one_hot(target, cosine.shape[1]).bool()
        return self.scale * torch.where(right, turned, cosine)


class CosFaceHead(nn.Module):
    """Scores s·(cos θ − m) for the right class and s·cos θ for the others; ``x`` (N, F), ``target`` (N) int64.

    The margin is taken in training and only where a target comes (Wang et al. 2018, eq. 4).
    """

    def __init__(self, in_features: int, out_features: int, scale: float = 64.0, margin: float = 0.35):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(out_features, in_features))
        nn.init.xavier_uniform_(self.weight)
        self.scale = scale
        self.margin = margin

    def forward(self, x: torch.Tensor, target: torch.Tensor | None = None) -> torch.Tensor:
        """Return one score per class (N, out_features)."""
        return self.scores(x, self.weight, target)

    def scores(self, x: torch.Tensor, weight: torch.Tensor, target: torch.Tensor | None) -> torch.Tensor:
        """Return the scores for these directions ``weight`` (out_features, F)."""
        cosine = F.linear(F.normalize(x, dim=1), F.normalize(weight, dim=1))
        if target is None or not self.training:
            return self.scale * cosine
        return self.scale * (cosine - self.margin * F.one_hot(target, cosine.shape[1]).to(x.dtype))


class PrototypeDistance(nn.Module):
    """Minus the squared distance of each query (N, Q, F) to each class mean of ``support`` (N, classes·shots, F).

    The support holds ``shots`` examples of the first class, then of the second, … (Snell et al. 2017, eq. 1 and 2).
    """

    def __init__(self, shots: int = 1):
        super().__init__()
        self.shots = shots

    def forward(self, x: torch.Tensor, support: torch.Tensor) -> torch.Tensor:
        """Return scores (N, Q, classes)."""
        count, steps, size = support.shape
        prototypes = support.reshape(count, steps // self.shots, self.shots, size).mean(2)
        return -(x[:, :, None] - prototypes[:, None]).square().sum(3)
