"""Detectors without anchors: what the cells of a map shall answer, and how their answers are read as boxes.

Each class stands alone and can be copied. Boxes are (cx, cy, w, h), shares of the picture from 0 to 1.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import nn


class GridTargets(nn.Module):
    """Give the cell in which an object's centre lies its box and its class (Redmon et al. 2016, sections 2 and 2.2).

    Of ``x`` (N, C, R, K) only the size counts; ``boxes`` (N, M, 4), ``labels`` (N, M) int64, negative for none. Of
    several centres in a cell the first in the list counts.
    """

    def forward(
        self, x: torch.Tensor, boxes: torch.Tensor, labels: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return box (N, 4, R, K), there (N, 1, R, K) and classes (N, R, K), int64, −100 for none."""
        rows, columns = x.shape[-2:]
        box = boxes.new_zeros(len(boxes), 4, rows, columns)
        there = boxes.new_zeros(len(boxes), 1, rows, columns)
        classes = labels.new_full((len(boxes), rows, columns), -100)
        grid = boxes.new_tensor([columns, rows])
        for place in reversed(range(boxes.shape[1])):
            picture = (labels[:, place] >= 0).nonzero().squeeze(1)
            own = boxes[picture, place]
            at = own[:, :2] * grid
            column, row = at[:, 0].long().clamp(0, columns - 1), at[:, 1].long().clamp(0, rows - 1)
            inside = at - torch.stack([column, row], 1)
            box[picture, :, row, column] = torch.cat([inside, own[:, 2:].clamp(min=0).sqrt()], 1)
            there[picture, 0, row, column] = 1
            classes[picture, row, column] = labels[picture, place]
        return box, there, classes


class GridDecode(nn.Module):
    """Read a grid's answers as boxes with a score for each class (Redmon et al. 2016, equation 1).

    ``box`` (N, 4, R, K): x, y inside the cell, square roots of width and height; ``there`` (N, 1, R, K) and ``classes``
    (N, classes, R, K) raw scores.
    """

    def forward(
        self, box: torch.Tensor, there: torch.Tensor, classes: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return boxes (N, R·K, 4) and scores (N, R·K, classes), cell by cell, row by row."""
        rows, columns = box.shape[-2:]
        column = torch.arange(columns, dtype=box.dtype, device=box.device)
        row = torch.arange(rows, dtype=box.dtype, device=box.device)[:, None]
        x, y = (box[:, 0] + column) / columns, (box[:, 1] + row) / rows
        boxes = torch.stack([x, y, box[:, 2].square(), box[:, 3].square()], -1).flatten(1, 2)
        scores = (there.sigmoid() * classes.softmax(1)).flatten(2).transpose(1, 2)
        return boxes, scores


class CenterDecode(nn.Module):
    """Read the surest peaks of heat maps as boxes (Zhou et al. 2019, section 4.1).

    ``heat`` (N, classes, R, K) raw scores, ``offset`` and ``size`` (N, 2, R, K) in cells, x first. Where the maps have
    fewer places than ``max_boxes``, boxes of score 0 fill up.
    """

    def __init__(self, max_boxes: int = 20):
        super().__init__()
        self.max_boxes = max_boxes

    def forward(
        self, heat: torch.Tensor, offset: torch.Tensor, size: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return boxes (N, max_boxes, 4) and scores (N, max_boxes, classes): 0 but for the box's own class."""
        kinds, rows, columns = heat.shape[1:]
        chance = heat.sigmoid()
        peaks = (chance * (chance == F.max_pool2d(chance, 3, 1, 1))).flatten(1)
        peaks = F.pad(peaks, (0, max(0, self.max_boxes - peaks.shape[1])))
        best, place = peaks.topk(self.max_boxes, 1)
        kind, cell = (place // (rows * columns)) % kinds, place % (rows * columns)
        dx, dy, w, h = (
            each.flatten(2).gather(2, cell[:, None].expand(-1, 2, -1))[:, axis]
            for each in (offset, size)
            for axis in (0, 1)
        )
        boxes = torch.stack([(cell % columns + dx) / columns, (cell // columns + dy) / rows, w / columns, h / rows], -1)
        return boxes, best[..., None] * F.one_hot(kind, kinds).to(best.dtype)
