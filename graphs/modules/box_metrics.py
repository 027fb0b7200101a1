"""How good a detector is over a whole set of pictures; torchmetrics would need a further package for it."""

from __future__ import annotations

import torch
from torch import nn


def overlap_table(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    """Return the intersection over union (A, B) of boxes (A, 4) and (B, 4) with corners x1, y1, x2, y2."""
    start = torch.maximum(a[:, None, :2], b[None, :, :2])
    inside = (torch.minimum(a[:, None, 2:], b[None, :, 2:]) - start).clamp(min=0).prod(-1)
    areas = [(boxes[:, 2:] - boxes[:, :2]).clamp(min=0).prod(-1) for boxes in (a, b)]
    return inside / (areas[0][:, None] + areas[1][None] - inside).clamp(min=1e-9)


class MeanAveragePrecision(nn.Module):
    """The mean over the classes of the area under precision over recall, from 0 to 1.

    Each predicted box counts for its best class. In the order of their scores, boxes of a picture take the true box of
    their class that they overlap most, if by ``iou_threshold`` or more and if nobody has taken it; the others are false
    alarms. ``scores`` (N, Q, classes), raw unless ``chances``, with no object last where ``no_object``; a box whose
    every chance is 0 only fills the list up; ``x`` (N, Q, 4) and true ``boxes``
    (N, M, 4) as centre, width and height, or as corners; ``labels`` (N, M), negative where there is no box.
    """

    def __init__(
        self, iou_threshold: float = 0.5, no_object: bool = True, corners: bool = False, chances: bool = False
    ) -> None:
        super().__init__()
        self.iou_threshold, self.no_object, self.corners = iou_threshold, no_object, corners
        self.chances = chances
        self.gathered: list[torch.Tensor] = []

    def reset(self) -> None:
        """Forget every picture."""
        self.gathered = []

    def cornered(self, boxes: torch.Tensor) -> torch.Tensor:
        """Return boxes as corners x1, y1, x2, y2."""
        half = boxes[..., 2:] / 2
        return boxes if self.corners else torch.cat([boxes[..., :2] - half, boxes[..., :2] + half], -1)

    @torch.no_grad()
    def update(self, *arriving: torch.Tensor) -> None:
        """See one more batch: keep a row (class, score, hit) for each prediction, and (class, 0, 2) for a true box."""
        scores, x, boxes, labels = (value.detach().cpu() for value in arriving)
        if not self.chances:
            scores = scores.softmax(-1) if self.no_object else scores.sigmoid()
        shares = scores[..., :-1] if self.no_object else scores
        best, kinds = shares.max(-1)
        for picture in range(len(scores)):
            real = labels[picture] >= 0
            right = labels[picture][real]
            table = overlap_table(self.cornered(x[picture]), self.cornered(boxes[picture][real]))
            free = torch.ones(len(right), dtype=torch.bool)
            rows = [torch.stack([right.float(), torch.zeros(len(right)), torch.full((len(right),), 2.0)], 1)]
            for guess in best[picture].argsort(descending=True).tolist():
                if best[picture][guess] <= 0:
                    break
                kind = kinds[picture][guess]
                overlaps = torch.where(free & (right == kind), table[guess], -1.0)
                hit = len(right) > 0 and bool(overlaps.max() >= self.iou_threshold)
                if hit:
                    free[overlaps.argmax()] = False
                rows.append(torch.tensor([[float(kind), float(best[picture][guess]), float(hit)]]))
            self.gathered.append(torch.cat(rows))

    def compute(self) -> torch.Tensor:
        """Return the mean over the classes that have true boxes; not a number where there is none."""
        rows = torch.cat(self.gathered) if self.gathered else torch.zeros(0, 3)
        kinds = sorted({float(kind) for kind, _, what in rows.tolist() if what == 2})
        found = [self.average(rows[rows[:, 0] == kind]) for kind in kinds]
        return torch.stack(found).mean() if found else torch.tensor(float("nan"))

    def average(self, rows: torch.Tensor) -> torch.Tensor:
        """Return the area under precision over recall of one class, precision being the best at that recall or more."""
        truths = (rows[:, 2] == 2).sum()
        guesses = rows[rows[:, 2] < 2]
        hits = guesses[guesses[:, 1].argsort(descending=True, stable=True), 2]
        precision = hits.cumsum(0) / torch.arange(1, len(hits) + 1)
        best = precision.flip(0).cummax(0).values.flip(0)
        return (best * hits).sum() / truths

    def forward(self, *arriving: torch.Tensor) -> torch.Tensor:
        """Return the value of one batch by itself; whatever was seen before is forgotten."""
        self.reset()
        self.update(*arriving)
        value = self.compute().to(arriving[0].device)
        self.reset()
        return value
