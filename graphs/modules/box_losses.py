"""Losses of object detectors. Targets are boxes (N, M, 4) as (cx, cy, w, h), parts of the picture from 0 to 1, and
labels (N, M) int64, where a negative label marks a box that only fills up the list."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn


def corners(boxes: torch.Tensor) -> torch.Tensor:
    """Turn (cx, cy, w, h) into (x1, y1, x2, y2); (…, 4)."""
    return torch.cat([boxes[..., :2] - boxes[..., 2:] / 2, boxes[..., :2] + boxes[..., 2:] / 2], -1)


def overlaps(a: torch.Tensor, b: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """IoU and GIoU of boxes (cx, cy, w, h) whose shapes broadcast, (…, 4) and (…, 4) to (…)."""
    p, q = corners(a), corners(b)
    inner = (torch.minimum(p[..., 2:], q[..., 2:]) - torch.maximum(p[..., :2], q[..., :2])).clamp(min=0).prod(-1)
    hull = (torch.maximum(p[..., 2:], q[..., 2:]) - torch.minimum(p[..., :2], q[..., :2])).clamp(min=0).prod(-1)
    union = a[..., 2:].prod(-1) + b[..., 2:].prod(-1) - inner
    iou = inner / (union + 1e-9)
    return iou, iou - (hull - union) / (hull + 1e-9)


class GridDetectionLoss(nn.Module):
    """The sum of squares of YOLO version 1 over cells and boxes, mean over the batch (Redmon et al. 2016, eq. 3).

    ``x`` (N, 5·B + classes, rows, columns): for each of B boxes x and y inside the cell (0 to 1), the square roots of
    width and height as parts of the picture, and the confidence; then one number per class. The cell with the centre of
    an object answers for it, with the box of the highest IoU; this IoU is the wanted confidence.
    """

    def __init__(self, classes: int, coord: float = 5.0, noobj: float = 0.5, factor: float = 1.0):
        super().__init__()
        self.classes, self.coord, self.noobj, self.factor = classes, coord, noobj, factor

    def forward(self, x: torch.Tensor, boxes: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        rows, columns = x.shape[-2:]
        cells = x.permute(0, 2, 3, 1)
        size = torch.tensor([columns, rows], dtype=x.dtype, device=x.device)
        image, place = torch.nonzero(labels >= 0, as_tuple=True)
        box, label = boxes[image, place].detach(), labels[image, place]
        at = (box[:, :2] * size).floor().clamp(min=0)
        column, row = at[:, 0].long().clamp(max=columns - 1), at[:, 1].long().clamp(max=rows - 1)
        corner = torch.stack([column, row], 1).to(x.dtype)
        guesses = cells[image, row, column, : -self.classes].reshape(len(image), (x.shape[1] - self.classes) // 5, 5)
        with torch.no_grad():
            seen = torch.cat([(guesses[..., :2] + corner[:, None]) / size, guesses[..., 2:4].square()], -1)
            iou, best = overlaps(seen, box[:, None])[0].max(1)
        own = guesses[torch.arange(len(best), device=x.device), best]
        wanted = torch.cat([box[:, :2] * size - corner, box[:, 2:].sqrt()], 1)
        loss: torch.Tensor = self.coord * (own[:, :4] - wanted).square().sum() + (own[:, 4] - iou).square().sum()
        right = F.one_hot(label, self.classes).to(x.dtype)
        loss = loss + (cells[image, row, column, -self.classes :] - right).square().sum()
        confidence = cells[..., 4 : -self.classes : 5]
        empty = torch.ones_like(confidence)
        empty[image, row, column, best] = 0
        loss = loss + self.noobj * (empty * confidence.square()).sum()
        return self.factor * loss / x.shape[0]


class AnchorDetectionLoss(nn.Module):
    """Cross-entropy and smooth L1 of SSD over anchors, divided by how many are matched (Liu et al. 2016, eq. 1 to 3).

    ``scores`` (N, A, 1 + classes) with the background first, ``offsets`` (N, A, 4), ``anchors`` (N, A, 4) as
    (cx, cy, w, h). An anchor is matched with the box of its highest IoU from ``threshold`` on; every box also gets its
    best anchor. Offsets are ((Δcx/w, Δcy/h)/0.1, ln(w/w₀, h/h₀)/0.2). Of the others, the ``negatives`` times as many
    with the highest loss count.
    """

    def __init__(self, threshold: float = 0.5, negatives: float = 3.0, alpha: float = 1.0, factor: float = 1.0):
        super().__init__()
        self.threshold, self.negatives, self.alpha, self.factor = threshold, negatives, alpha, factor

    def forward(
        self,
        scores: torch.Tensor,
        offsets: torch.Tensor,
        anchors: torch.Tensor,
        boxes: torch.Tensor,
        labels: torch.Tensor,
    ) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        anchors, boxes = anchors.detach(), boxes.detach()
        real = labels >= 0
        iou = overlaps(anchors[:, :, None], boxes[:, None])[0].masked_fill(~real[:, None], -1.0)
        best, match = iou.max(2)
        image, place = torch.nonzero(real, as_tuple=True)
        favourite = iou.argmax(1)[image, place]
        match[image, favourite], best[image, favourite] = place, 2.0
        matched = best >= self.threshold
        wanted = torch.where(matched, labels.gather(1, match) + 1, 0)
        entropy = F.cross_entropy(scores.transpose(1, 2), wanted, reduction="none")
        with torch.no_grad():
            order = entropy.masked_fill(matched, -1.0).argsort(1, descending=True).argsort(1)
            hard = (order < self.negatives * matched.sum(1, keepdim=True)) & ~matched
        target = boxes.gather(1, match[..., None].expand(-1, -1, 4))
        shift = (target[..., :2] - anchors[..., :2]) / anchors[..., 2:] / 0.1
        growth = (target[..., 2:] / anchors[..., 2:]).clamp(min=1e-6).log() / 0.2
        found = F.smooth_l1_loss(offsets[matched], torch.cat([shift, growth], 2)[matched], reduction="sum")
        loss = (entropy * (matched | hard)).sum() + self.alpha * found
        return self.factor * loss / matched.sum().clamp(min=1)


class CenterDetectionLoss(nn.Module):
    """Focal loss of a heat map of centres plus L1 of offset and size (Zhou et al. 2019, Objects as points, eq. 1 to 4).

    ``heat`` (N, classes, rows, columns) raw scores, ``offset`` and ``size`` (N, 2, rows, columns) in cells, x first.
    Around each centre the wanted heat is a bell with the radius of CornerNet, which keeps an IoU of 0.7.
    """

    def __init__(self, size_weight: float = 0.1, offset_weight: float = 1.0, factor: float = 1.0):
        super().__init__()
        self.size_weight, self.offset_weight, self.factor = size_weight, offset_weight, factor

    def forward(
        self,
        heat: torch.Tensor,
        offset: torch.Tensor,
        size: torch.Tensor,
        boxes: torch.Tensor,
        labels: torch.Tensor,
    ) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        rows, columns = heat.shape[-2:]
        grid = torch.tensor([columns, rows], dtype=heat.dtype, device=heat.device)
        image, place = torch.nonzero(labels >= 0, as_tuple=True)
        box, label = boxes[image, place].detach(), labels[image, place]
        centre, sides = box[:, :2] * grid, box[:, 2:] * grid
        column = centre[:, 0].long().clamp(0, columns - 1)
        row = centre[:, 1].long().clamp(0, rows - 1)
        with torch.no_grad():
            wanted = self.wanted(heat, image, label, row, column, sides)
        p = heat.sigmoid().clamp(1e-4, 1 - 1e-4)
        peak = wanted == 1
        near = (1 - p).square() * p.log()
        far = (1 - wanted) ** 4 * p.square() * (1 - p).log()
        count = max(len(label), 1)
        loss = -torch.where(peak, near, far).sum()
        rest = centre - torch.stack([column, row], 1).to(heat.dtype)
        loss = loss + self.offset_weight * (offset[image, :, row, column] - rest).abs().sum()
        loss = loss + self.size_weight * (size[image, :, row, column] - sides).abs().sum()
        return self.factor * loss / count

    @staticmethod
    def wanted(
        heat: torch.Tensor,
        image: torch.Tensor,
        label: torch.Tensor,
        row: torch.Tensor,
        column: torch.Tensor,
        sides: torch.Tensor,
    ) -> torch.Tensor:
        """Draw a bell with peak 1 for each object into its class; where bells meet the higher one counts."""
        total, area, share = sides.sum(1), sides.prod(1), 0.7
        # The three ways two corners can move by r and keep the IoU: one in one out, both in, both out.
        turned = (total - (total**2 - 4 * area * (1 - share) / (1 + share)).clamp(min=0).sqrt()) / 2
        inside = (2 * total - (4 * total**2 - 16 * (1 - share) * area).clamp(min=0).sqrt()) / 8
        outside = (-2 * share * total + (4 * share**2 * total**2 + 16 * share * (1 - share) * area).sqrt()) / (
            8 * share
        )
        radius = torch.stack([turned, inside, outside]).amin(0).floor().clamp(min=0)
        sigma = (2 * radius + 1) / 6
        down = torch.arange(heat.shape[2], device=heat.device)[None, :, None] - row[:, None, None]
        across = torch.arange(heat.shape[3], device=heat.device)[None, None] - column[:, None, None]
        bell = torch.exp(-(down**2 + across**2) / (2 * sigma[:, None, None] ** 2))
        inner = (down.abs() <= radius[:, None, None]) & (across.abs() <= radius[:, None, None])
        maps = torch.zeros_like(heat).flatten(0, 1)
        place = (image * heat.shape[1] + label)[:, None, None].expand_as(bell)
        return maps.scatter_reduce(0, place, bell * inner, "amax").view_as(heat)


class SetDetectionLoss(nn.Module):
    """Cross-entropy, L1 and GIoU after the cheapest matching of predictions and objects (Carion et al. 2020).

    ``scores`` (N, Q, classes + 1) with no object last, ``x`` (N, Q, 4) as (cx, cy, w, h). The matching costs
    −probability + l1·L1 − giou·GIoU; box terms are summed and divided by the number of objects in the batch.
    """

    def __init__(self, l1: float = 5.0, giou: float = 2.0, no_object: float = 0.1, factor: float = 1.0):
        super().__init__()
        self.l1, self.giou, self.no_object, self.factor = l1, giou, no_object, factor

    def forward(self, scores: torch.Tensor, x: torch.Tensor, boxes: torch.Tensor, labels: torch.Tensor) -> torch.Tensor:
        """Return the loss of a batch, one number."""
        from scipy.optimize import linear_sum_assignment

        boxes = boxes.detach()
        wanted = torch.full(scores.shape[:2], scores.shape[2] - 1, device=scores.device)
        distance, overlap, count = x.sum() * 0, x.sum() * 0, 0
        for n in range(len(scores)):
            real = labels[n] >= 0
            target, label = boxes[n, real], labels[n, real]
            apart = (x[n, :, None] - target[None]).abs().sum(2)
            shared = overlaps(x[n, :, None], target[None])[1]
            cost = self.l1 * apart - self.giou * shared - scores[n].softmax(1)[:, label]
            row, column = (torch.as_tensor(i, device=x.device) for i in linear_sum_assignment(cost.detach().cpu()))
            wanted[n, row] = label[column]
            distance = distance + apart[row, column].sum()
            overlap = overlap + (1 - shared[row, column]).sum()
            count += len(label)
        weights = torch.ones(scores.shape[2], dtype=scores.dtype, device=scores.device)
        weights[-1] = self.no_object
        entropy = F.cross_entropy(scores.flatten(0, 1), wanted.flatten(), weights)
        return self.factor * (entropy + (self.l1 * distance + self.giou * overlap) / max(count, 1))
