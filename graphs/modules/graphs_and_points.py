"""Layers for graphs and point clouds. Each class stands alone and can be copied."""

from __future__ import annotations

import torch
from torch import nn


class GraphConv(nn.Module):
    """D^(−½)·(A + I)·D^(−½)·X·W + b with D the row sums of A + I (Kipf & Welling 2017, equation 2, no activation).

    ``x`` is (N, nodes, in_features), ``adjacency`` (N, nodes, nodes) with weights from 0. Without ``self_loops`` the I
    is left out, and a node without neighbours gives the bias.
    """

    def __init__(self, in_features: int, out_features: int, bias: bool = True, self_loops: bool = True):
        super().__init__()
        self.linear = nn.Linear(in_features, out_features, bias=False)
        self.bias = nn.Parameter(torch.zeros(out_features)) if bias else None
        self.self_loops = self_loops

    @property
    def weight(self) -> torch.Tensor:
        """The weights (out_features, in_features), for other layers to use."""
        return self.linear.weight

    def forward(self, x: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:
        """Return (N, nodes, out_features)."""
        return self.mixed(self.linear(x), adjacency)

    def mixed(self, weighed: torch.Tensor, adjacency: torch.Tensor) -> torch.Tensor:
        """Mix the weighed features (N, nodes, out_features) of neighbours and add the bias."""
        a = adjacency
        if self.self_loops:
            a = a + torch.eye(a.shape[-1], dtype=a.dtype, device=a.device)
        degree = a.sum(dim=-1)
        scale = torch.where(degree > 0, degree, torch.ones_like(degree)).rsqrt()
        y = torch.matmul(a * scale.unsqueeze(-1) * scale.unsqueeze(-2), weighed)
        return y if self.bias is None else y + self.bias


class XConv(nn.Module):
    """Convolve points after a learned K×K transform has put their neighbours in order (Li et al. 2018, algorithm 1).

    ``points`` (N, P, 3) in any unit of length, ``features`` (N, P, in_features) or nothing. ``out_points`` points are
    chosen, each as far as possible from those before it, the first point being the first. For the ``k`` nearest
    neighbours of each: their offsets are lifted to ``lifted`` numbers, joined with the features, multiplied by the
    transform and weighed together. Batch normalisation, which the paper puts after each step, is left out.
    """

    def __init__(self, in_features: int, out_features: int, out_points: int, k: int, lifted: int):
        super().__init__()
        self.out_points, self.k = out_points, k
        self.lift = nn.Sequential(nn.Linear(3, lifted), nn.ELU(), nn.Linear(lifted, lifted))
        self.transform = nn.Sequential(nn.Linear(3 * k, k * k), nn.ELU(), nn.Linear(k * k, k * k))
        self.conv = nn.Linear(k * (lifted + in_features), out_features)

    def spread(self, points: torch.Tensor) -> torch.Tensor:
        """Return the numbers (N, out_points) of points that lie far from each other."""
        rows = torch.arange(points.shape[0], device=points.device)
        chosen = [torch.zeros_like(rows)]
        nearest = torch.full(points.shape[:2], float("inf"), dtype=points.dtype, device=points.device)
        while len(chosen) < self.out_points:
            last = points[rows, chosen[-1]].unsqueeze(1)
            nearest = torch.minimum(nearest, (points - last).square().sum(dim=-1))
            chosen.append(nearest.argmax(dim=1))
        return torch.stack(chosen, dim=1)

    def forward(self, points: torch.Tensor, features: torch.Tensor | None = None) -> tuple[torch.Tensor, torch.Tensor]:
        """Return the chosen points (N, out_points, 3) and their features (N, out_points, out_features)."""
        rows = torch.arange(points.shape[0], device=points.device)
        centres = points[rows.unsqueeze(1), self.spread(points.detach())]
        distances = (centres.unsqueeze(2) - points.unsqueeze(1)).square().sum(dim=-1)
        near = distances.topk(self.k, dim=2, largest=False).indices
        offsets = points[rows.reshape(-1, 1, 1), near] - centres.unsqueeze(2)
        gathered = self.lift(offsets)
        if features is not None:
            gathered = torch.cat([gathered, features[rows.reshape(-1, 1, 1), near]], dim=-1)
        order = self.transform(offsets.flatten(2)).unflatten(2, (self.k, self.k))
        return centres, self.conv(torch.matmul(order, gathered).flatten(2))
