"""Boxes in pictures: cutting out what lies in them, where they can lie, and which of them to keep.

Each class stands alone and can be copied. Boxes are (x1, y1, x2, y2): left, top, right, bottom, in pixels.
"""

from __future__ import annotations

import math

import torch
from torch import nn


class RoIPool(nn.Module):
    """The largest number of each field of a grid laid over every box (Girshick 2015, section 2.1).

    ``x`` (N, C, H, W), ``boxes`` (N, M, 4) in pixels of the picture, which ``spatial_scale`` turns into those of ``x``.
    """

    def __init__(self, output_size: tuple[int, int], spatial_scale: float = 1.0):
        super().__init__()
        self.output_size, self.spatial_scale = output_size, spatial_scale

    def forward(self, x: torch.Tensor, boxes: torch.Tensor) -> torch.Tensor:
        """Return (N, M, C, rows, columns)."""
        from torchvision.ops import roi_pool

        y: torch.Tensor = roi_pool(x, list(boxes.to(x.dtype).unbind(0)), self.output_size, self.spatial_scale)
        return y.reshape(*boxes.shape[:2], *y.shape[1:])


class RoIAlign(nn.Module):
    """Values between the pixels, averaged in each field of a grid laid over every box (He et al. 2017, section 3).

    ``x`` (N, C, H, W), ``boxes`` (N, M, 4) in pixels of the picture, which ``spatial_scale`` turns into those of ``x``.
    Nothing is rounded, and pixels are counted from their centres (torchvision's ``aligned=True``).
    """

    def __init__(self, output_size: tuple[int, int], spatial_scale: float = 1.0, sampling_ratio: int = 2):
        super().__init__()
        self.output_size, self.spatial_scale, self.sampling_ratio = output_size, spatial_scale, sampling_ratio

    def forward(self, x: torch.Tensor, boxes: torch.Tensor) -> torch.Tensor:
        """Return (N, M, C, rows, columns)."""
        from torchvision.ops import roi_align

        each = list(boxes.to(x.dtype).unbind(0))
        y: torch.Tensor = roi_align(x, each, self.output_size, self.spatial_scale, self.sampling_ratio, aligned=True)
        return y.reshape(*boxes.shape[:2], *y.shape[1:])


class AnchorGenerator(nn.Module):
    """Boxes of given sizes and forms at every place of a feature map (Ren et al. 2015, section 3.1.1).

    An anchor of size s and ratio r is s/√r wide and s·√r high, rounded to whole halves, around the point
    (column·stride, row·stride), as in torchvision.
    """

    def __init__(self, stride: int, sizes: tuple[int, ...], aspect_ratios: tuple[float, ...]):
        super().__init__()
        self.stride = stride
        ratios = torch.tensor(aspect_ratios).sqrt()
        scales = torch.tensor(sizes, dtype=ratios.dtype)
        widths, heights = (scales / ratios[:, None]).flatten(), (scales * ratios[:, None]).flatten()
        corners = torch.stack([-widths, -heights, widths, heights], dim=1) / 2
        self.register_buffer("corners", corners.round(), persistent=False)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return (N, H·W·anchors, 4), place by place; of ``x`` (N, C, H, W) only the size counts."""
        corners = self.get_buffer("corners").to(x.dtype)
        rows = torch.arange(x.shape[2], dtype=x.dtype, device=x.device) * self.stride
        columns = torch.arange(x.shape[3], dtype=x.dtype, device=x.device) * self.stride
        top, left = (grid.flatten() for grid in torch.meshgrid(rows, columns, indexing="ij"))
        places = torch.stack([left, top, left, top], dim=1)
        boxes = (places[:, None] + corners).flatten(0, 1)
        return boxes.expand(x.shape[0], -1, -1)


class BoxDecode(nn.Module):
    """Move and stretch ``boxes`` (N, M, 4) by ``deltas`` (Girshick et al. 2014, appendix C).

    The centre moves by dx/w_x widths and dy/w_y heights; width and height are multiplied with exp(dw/w_w) and
    exp(dh/w_h), at most 1000/16. ``deltas`` are (N, M, 4) or, from a convolution, (N, 4·anchors, H, W).
    """

    def __init__(self, weights: tuple[float, ...] = (1.0, 1.0, 1.0, 1.0), image_size: tuple[int, int] | None = None):
        super().__init__()
        self.weights, self.image_size = weights, image_size

    def forward(self, boxes: torch.Tensor, deltas: torch.Tensor) -> torch.Tensor:
        """Return (N, M, 4), cut to ``image_size`` (rows, columns) where it is given."""
        if deltas.dim() == 4:
            deltas = deltas.reshape(len(deltas), -1, 4, *deltas.shape[2:]).permute(0, 3, 4, 1, 2).flatten(1, 3)
        width, height = boxes[..., 2] - boxes[..., 0], boxes[..., 3] - boxes[..., 1]
        dx, dy, dw, dh = (deltas[..., i] / weight for i, weight in enumerate(self.weights))
        x, y = boxes[..., 0] + width / 2 + dx * width, boxes[..., 1] + height / 2 + dy * height
        most = math.log(1000 / 16)
        half_width, half_height = dw.clamp(max=most).exp() * width / 2, dh.clamp(max=most).exp() * height / 2
        x1, x2, y1, y2 = x - half_width, x + half_width, y - half_height, y + half_height
        if self.image_size is not None:
            rows, columns = self.image_size
            x1, x2, y1, y2 = x1.clamp(0, columns), x2.clamp(0, columns), y1.clamp(0, rows), y2.clamp(0, rows)
        return torch.stack([x1, y1, x2, y2], dim=-1)


class NonMaximumSuppression(nn.Module):
    """Of boxes that overlap by more than ``iou_threshold``, keep the one with the highest score.

    ``boxes`` (N, M, 4), as (cx, cy, w, h) where ``centred``; ``scores`` (N, M), from a convolution (N, anchors, H, W),
    or (N, M, classes): then a box stands for its best class, and boxes of different classes do not compete. Boxes that
    score below ``score_threshold`` are dropped first. What is missing to ``max_boxes`` is filled up with zeros.
    """

    def __init__(
        self, iou_threshold: float = 0.5, score_threshold: float = 0.05, max_boxes: int = 100, centred: bool = False
    ):
        super().__init__()
        self.iou_threshold, self.score_threshold, self.max_boxes = iou_threshold, score_threshold, max_boxes
        self.centred = centred

    def forward(self, boxes: torch.Tensor, scores: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return boxes (N, max_boxes, 4), scores (N, max_boxes) or (N, max_boxes, classes), best first, and which of
        them are real.
        """
        from torchvision.ops import batched_nms, box_convert

        if scores.dim() == 4:
            scores = scores.permute(0, 2, 3, 1).flatten(1)
        best, kind = scores.max(-1) if scores.dim() == 3 else (scores, torch.zeros_like(scores, dtype=torch.long))
        corners = box_convert(boxes, "cxcywh", "xyxy") if self.centred else boxes
        found: list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]] = []
        for n, (box, score) in enumerate(zip(boxes, scores, strict=True)):
            good = (best[n] >= self.score_threshold).nonzero().squeeze(1)
            kept = good[batched_nms(corners[n, good], best[n, good], kind[n, good], self.iou_threshold)]
            kept = kept[: self.max_boxes]
            more = self.max_boxes - len(kept)
            real = torch.arange(self.max_boxes, device=box.device) < len(kept)
            pad = nn.functional.pad
            filled = pad(score[kept], (0, more) if score.dim() == 1 else (0, 0, 0, more))
            found.append((pad(box[kept], (0, 0, 0, more)), filled, real))
        kept_boxes, kept_scores, real = (torch.stack(parts) for parts in zip(*found, strict=True))
        return kept_boxes, kept_scores, real
