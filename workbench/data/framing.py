"""Boxes in a picture whose middle is cut square: where they lie then, and which of them can still be seen."""

from __future__ import annotations

import numpy as np

from workbench.data.dataset import Array

SEEN = 0.25
"""The share of a box that has to be left for it to count."""


def framed(corners: Array, labels: Array, width: float, height: float, most: int) -> tuple[Array, Array]:
    """Say where boxes lie in the square middle of a picture of ``width`` and ``height``.

    ``corners`` (n, 4) are left, top, right and bottom in pixels, ``labels`` (n,) what is in them. Returns boxes
    (most, 4), float32: centre x, y, width and height from 0 to 1, and labels (most,), int64, -1 where there is no more
    box. The largest come first; what lies outside, or nearly so, has none.
    """
    boxes, kinds = np.zeros((most, 4), dtype=np.float32), np.full(most, -1, dtype=np.int64)
    if len(corners) and min(width, height) > 0:
        side = min(width, height)
        moved = (corners - [(width - side) / 2, (height - side) / 2] * 2) / side
        cut = np.clip(moved, 0, 1)
        left = np.prod(cut[:, 2:] - cut[:, :2], axis=1)
        whole = np.prod(moved[:, 2:] - moved[:, :2], axis=1)
        seen = np.flatnonzero((left > 0) & (left >= SEEN * whole))
        seen = seen[np.argsort(-left[seen], kind="stable")][:most]
        cut = cut[seen]
        boxes[: len(seen)] = np.concatenate([(cut[:, :2] + cut[:, 2:]) / 2, cut[:, 2:] - cut[:, :2]], axis=1)
        kinds[: len(seen)] = labels[seen]
    return boxes, kinds
