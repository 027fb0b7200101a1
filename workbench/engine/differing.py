"""What two runs measured, taken from each other: signed numbers of whatever both have in the same shape."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from workbench.engine.events import Array, Sample

KINDS = ("classes", "answers", "answer")
"""Arrays that say which of several, not how much: where they are whole numbers they differ or they do not."""

PACKED = "maps/"
"""What the names of arrays begin with that are packed into bytes; their ends lie under ``scale/``."""


def opened(packed: Array, scale: Array) -> Array:
    """Numbers (batch, channels, …) from bytes of the same shape and their ends (batch, channels or 1, 2)."""
    ends = scale.astype(np.float64).reshape(*scale.shape[:2], *(1,) * max(packed.ndim - 2, 0), 2)
    if packed.ndim == 2:
        ends = scale.astype(np.float64).reshape(len(scale), 1, 2)
    low, high = ends[..., 0], ends[..., 1]
    found: Array = low + packed / 255 * (high - low)
    return found


def differences(one: Sample, other: Sample, names: Iterable[str]) -> dict[str, Array]:
    """The first less the second, float64, for each array of these names (up to a slash) that both have in one shape.

    Pictures of bytes with three colours become their brightness, from −1 to 1; of kinds it is said where they differ,
    1, and where not, 0.
    """
    wanted = tuple(names)
    found: dict[str, Array] = {}
    for name, values in one.data.items():
        theirs = other.data.get(name)
        if theirs is None or theirs.shape != values.shape or not values.size or name.split("/")[0] not in wanted:
            continue
        scale = f"scale/{name.removeprefix(PACKED)}"
        if name.startswith(PACKED) and scale in one.data and scale in other.data:
            found[name] = opened(values, one.data[scale]) - opened(theirs, other.data[scale])
        elif name.split("/")[0] in KINDS and values.dtype.kind in "iub":
            found[name] = (values != theirs).astype(np.float64)
        else:
            apart = values.astype(np.float64) - theirs.astype(np.float64)
            bytes_ = values.dtype == np.uint8 and values.ndim >= 3 and values.shape[-1] == 3
            found[name] = apart.mean(-1) / 255 if bytes_ else apart
    return found


def tiles(values: Array) -> Array:
    """Numbers of any shape as pictures (n, rows, columns): the last two axes are a picture, a row of numbers is one."""
    if values.ndim < 2:
        return values.reshape(1, 1, -1)
    return values.reshape(-1, *values.shape[-2:])
