"""Metrics of rankings, groups and gathered facts that torchmetrics lacks, or keeps every score for.

Those that are means over examples have only a ``forward``; the others are measured over a whole set by `reset`,
`update` for every batch and `compute`.
"""

from __future__ import annotations

import torch
from torch import nn


def rank_of(x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
    """Return the place (N) of each right item (N) when the items are sorted by their scores (N, items), from 1.

    Items with the same score as the right one stand before it, so that who scores all alike is not first.
    """
    score = x.gather(1, target.unsqueeze(1))
    return (x >= score).sum(1)


class HitRate(nn.Module):
    """The share of examples (N, items) whose right item is among the first ``k``."""

    def __init__(self, k: int = 10) -> None:
        super().__init__()
        self.k = k

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the share for labels (N), one number from 0 to 1."""
        return (rank_of(x.detach(), target) <= self.k).float().mean()


class NormalizedDiscountedCumulativeGain(nn.Module):
    """The mean over the examples of 1 / log₂(1 + place) when the right item is among the first ``k``, else 0.

    That is DCG divided by the best DCG, 1, because one item is right.
    """

    def __init__(self, k: int = 10) -> None:
        super().__init__()
        self.k = k

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the mean gain for labels (N), one number from 0 to 1."""
        place = rank_of(x.detach(), target)
        return torch.where(place <= self.k, 1 / torch.log2(1 + place.float()), 0.0).mean()


class MeanReciprocalRank(nn.Module):
    """The mean over the examples of 1 / place of the right item."""

    def forward(self, x: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        """Return the mean for scores (N, items) and labels (N), one number from 0 to 1."""
        return (1 / rank_of(x.detach(), target).float()).mean()


class DirectionAccuracy(nn.Module):
    """The share of numbers that move from ``last`` (default 0) to the side on which the target lies.

    No move counts as right only where the target does not move either.
    """

    def forward(self, x: torch.Tensor, target: torch.Tensor, last: torch.Tensor | None = None) -> torch.Tensor:
        """Return the share for three tensors of one shape, one number from 0 to 1."""
        x = x.detach()
        start = torch.zeros_like(x) if last is None else last.reshape(x.shape)
        return (torch.sign(x - start) == torch.sign(target.reshape(x.shape) - start)).float().mean()


class EjectionFraction(nn.Module):
    """(volume before − volume after) / volume before, in per cent; mean over the examples.

    Volumes are sums of masks, or of probabilities when ``sigmoid`` is taken of raw scores. A heart without any volume
    before the beat counts as 0.
    """

    def __init__(self, sigmoid: bool = False) -> None:
        super().__init__()
        self.sigmoid = sigmoid

    def forward(self, diastole: torch.Tensor, systole: torch.Tensor) -> torch.Tensor:
        """Return the mean fraction of masks (N, ...), in per cent."""
        full, rest = (
            (part.detach().float().sigmoid() if self.sigmoid else part.detach().float()).flatten(1).sum(1)
            for part in (diastole, systole)
        )
        return torch.where(full > 0, 100 * (full - rest) / full.clamp_min(1e-12), 0.0).mean()


class MeanValue(nn.Module):
    """The mean of all numbers of a tensor, after a sigmoid where asked."""

    def __init__(self, sigmoid: bool = False) -> None:
        super().__init__()
        self.sigmoid = sigmoid

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return the mean, one number."""
        x = x.detach().float()
        return (x.sigmoid() if self.sigmoid else x).mean()


class Gathering(nn.Module):
    """What the metrics share that gather something of every batch and look at it at the end."""

    def __init__(self) -> None:
        super().__init__()
        self.gathered: list[torch.Tensor] = []

    def reset(self) -> None:
        """Forget every example."""
        self.gathered = []

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """What is kept of a batch."""
        raise NotImplementedError

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """The value of what was kept."""
        raise NotImplementedError

    @torch.no_grad()
    def update(self, *arriving: torch.Tensor) -> None:
        """See one more batch."""
        self.gathered.append(self.part(*arriving))

    def compute(self) -> torch.Tensor:
        """Return the value over every example since the last `reset`, one number."""
        return self.result(self.gathered) if self.gathered else torch.tensor(float("nan"))

    def forward(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return the value of one batch by itself."""
        with torch.no_grad():
            return self.result([self.part(*arriving)])


class Coverage(Gathering):
    """The share of all items that stand among the first ``k`` of at least one example (N, items)."""

    def __init__(self, k: int = 10) -> None:
        super().__init__()
        self.k = k

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return which items are recommended to anybody, (items)."""
        (x,) = arriving
        shown = torch.zeros(x.shape[1], dtype=torch.bool, device=x.device)
        shown[x.topk(min(self.k, x.shape[1]), dim=1).indices.flatten()] = True
        return shown

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """Return the share of items shown, from 0 to 1."""
        return torch.stack(gathered).any(0).float().mean()


class RetrievalAccuracy(Gathering):
    """The share of ``a`` (N, F) that find a right one among all ``b`` (N, F) within the first ``k`` by cosine.

    Right are those with the same ``group``, (N) or (N, T); without it only the partner itself. A wrong one that is as
    near as the right one stands before it, so that who makes everything alike finds nothing.
    """

    def __init__(self, k: int = 1) -> None:
        super().__init__()
        self.k = k
        self._features = 0

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return a, b and the group side by side, (N, 2F + T)."""
        a, b, *more = (value.detach() for value in arriving)
        self._features = a.shape[1]
        return torch.cat([a.float(), b.float(), *(group.reshape(len(a), -1).float() for group in more)], 1)

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """Return the share that find, from 0 to 1."""
        a, b, group = torch.cat(gathered).tensor_split([self._features, 2 * self._features], 1)
        alike = torch.nn.functional.normalize(a, dim=1) @ torch.nn.functional.normalize(b, dim=1).T
        right = torch.eye(len(a), dtype=torch.bool, device=a.device)
        if group.shape[1]:
            right |= (group.unsqueeze(0) == group.unsqueeze(1)).all(2)
        best = alike.masked_fill(~right, -torch.inf).amax(1, keepdim=True)
        before = ((alike >= best - 1e-6) & ~right).sum(1)
        return (before < self.k).float().mean()


class ModeCoverage(Gathering):
    """The share of modes that at least ``share`` of the samples fall into.

    ``x`` (N, modes) says how well a sample fits each mode; the highest number decides.
    """

    def __init__(self, share: float = 0.01) -> None:
        super().__init__()
        self.share = share

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return how many samples fall into each mode, (modes)."""
        (x,) = arriving
        return torch.bincount(x.argmax(1), minlength=x.shape[1])

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """Return the share of modes that are covered, from 0 to 1."""
        counts = torch.stack(gathered).sum(0)
        return (counts >= max(self.share * int(counts.sum()), 1)).float().mean()


class VerificationAccuracy(Gathering):
    """The share of pairs told rightly into same and different at the best threshold there is.

    ``x`` (N, 1) is a similarity, or with ``distance`` a distance; ``target`` is 1 for same, 0 for different.
    """

    def __init__(self, distance: bool = True) -> None:
        super().__init__()
        self.distance = distance

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return how alike each pair is and whether it is the same, (N, 2)."""
        x, target = arriving
        likeness = -x.flatten() if self.distance else x.flatten()
        return torch.stack([likeness.float(), (target > 0).flatten().float()], 1)

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """Return the accuracy at the best threshold, from 0 to 1."""
        pairs = torch.cat(gathered)
        likeness, order = pairs[:, 0].sort(descending=True)
        same = pairs[order, 1]
        # Same for the first n pairs, different for the rest; pairs of equal likeness cannot be parted.
        right = torch.cat([(1 - same).sum().reshape(1), same.cumsum(0) + (1 - same).sum() - (1 - same).cumsum(0)])
        parted = torch.ones(len(right), dtype=torch.bool, device=right.device)
        parted[1:-1] = likeness[1:] != likeness[:-1]
        return right[parted].max() / len(pairs)


class PerformanceGap(Gathering):
    """The accuracy of the group served best minus that of the group served worst; 0 is fair.

    ``x`` scores (N, classes) with labels (N), or (N, 1) with labels 0 and 1; ``group`` (N) from 0 to groups − 1.
    Groups without examples do not count.
    """

    def __init__(self, groups: int = 2) -> None:
        super().__init__()
        self.groups = groups

    def part(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return how many are right, and how many there are, of each group, (2, groups)."""
        x, target, group = arriving
        right = x.argmax(1) == target if x.shape[1] > 1 else (x.flatten() > 0) == (target.flatten() > 0)
        counts = [torch.bincount(which, minlength=self.groups) for which in (group[right], group)]
        return torch.stack(counts)

    def result(self, gathered: list[torch.Tensor]) -> torch.Tensor:
        """Return the gap, from 0 to 1."""
        right, count = torch.stack(gathered).sum(0)
        share: torch.Tensor = right[count > 0].float() / count[count > 0].float()
        gap: torch.Tensor = share.max() - share.min()
        return gap
