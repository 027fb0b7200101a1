"""Some training examples before and after augmentation, as arrays that a window can draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

import numpy as np
import torch

from graphs.augmentation import Augmentation
from graphs.tensors import Kind
from workbench.data import Prepared
from workbench.data.moves import Moves
from workbench.data.words import decode
from workbench.engine.augmenting import Augmenter

_Array = np.ndarray[Any, np.dtype[Any]]


class Looks(Enum):
    """How an example is drawn."""

    PICTURE = auto()
    WAVE = auto()
    WORDS = auto()
    NUMBERS = auto()


@dataclass(frozen=True)
class Look:
    """One example, drawn: ``values`` are a picture (H, W, 3) uint8, waves (channels, T), numbers (n,), or no values.

    ``cover`` (H, W) says where a mask is, ``boxes`` (N, 4) are centre, width and height from 0 to 1.
    """

    values: _Array
    words: str = ""
    cover: _Array | None = None
    boxes: _Array | None = None


@dataclass(frozen=True)
class BeforeAfter:
    """One example before and after."""

    looks: Looks
    before: Look
    after: Look


_SIDE = 48
"""Rows and columns of the picture of a cloud of points."""

_FIRST = {
    Moves.PICTURE: Looks.PICTURE,
    Moves.WAVE: Looks.WAVE,
    Moves.WORDS: Looks.WORDS,
    Moves.CLOUD: Looks.PICTURE,
    Moves.NUMBERS: Looks.NUMBERS,
}


def pairs(prepared: Prepared, steps: Sequence[Augmentation], seed: int, count: int = 5) -> tuple[BeforeAfter, ...]:
    """Vary ``count`` training examples, always the same, with random numbers from ``seed``.

    The first column that varies is shown, a picture with its mask and boxes. Nothing where no column varies.
    """
    moves = prepared.dataset.moves()
    main = next((name for kind in _FIRST for name, move in moves.items() if move is kind), None)
    training = prepared.parts.training
    if main is None or not len(training):
        return ()
    rows = np.linspace(0, len(training) - 1, min(count, len(training))).astype(np.int64)
    few = training.take(rows)
    batch = {name: torch.from_numpy(np.array(few[name][: len(rows)])) for name in moves}
    generator = torch.Generator().manual_seed(seed)
    named = {name: name for name in moves}
    made = Augmenter(steps, prepared.dataset, prepared.scaler, training, named, generator)(batch)
    looks = _FIRST[moves[main]]
    return tuple(
        BeforeAfter(looks, *(_look(prepared, main, looks, {n: v[row].numpy() for n, v in group.items()}, batch[main])
                      for group in (batch, made)))
        for row in range(len(rows))
    )  # fmt: skip


def _look(prepared: Prepared, main: str, looks: Looks, example: dict[str, _Array], shown: torch.Tensor) -> Look:
    moves, value = prepared.dataset.moves(), example[main]
    if looks is Looks.WORDS:
        return Look(np.zeros(0), " ".join(decode(value, prepared.dataset.vocabulary(main))))
    value = prepared.scaler.original(main, value[None])[0]
    if looks is Looks.WAVE:
        spec = prepared.dataset.fields()[main]
        return Look(value if spec.kind is Kind.SIGNAL else np.ascontiguousarray(value.T))
    if looks is Looks.NUMBERS:
        return Look(value.reshape(-1)[:6])
    whole = prepared.scaler.original(main, shown.numpy())
    if moves[main] is Moves.CLOUD:
        return Look(_cloud(value, float(np.abs(whole).max())))
    cover = next((example[n] for n, move in moves.items() if move is Moves.COVER), None)
    boxes = next((example[n] for n, move in moves.items() if move is Moves.BOXES), None)
    if value.ndim == 4:  # of a volume or a clip the slice in its middle
        middle = value.shape[1] // 2
        value, cover = value[:, middle], cover[:, middle] if cover is not None and cover.ndim == 4 else None
    if cover is not None:
        cover = cover.reshape(-1, *cover.shape[-2:])[0] > 0
    return Look(
        _picture(value, float(whole.min()), float(whole.max())), "", cover,
        boxes.reshape(-1, 4) if boxes is not None else None,
    )  # fmt: skip


def _cloud(points: _Array, far: float) -> _Array:
    """A cloud of points (N, 3) seen from the front, dots on black, up to ``far`` from the middle: (H, W, 3) uint8."""
    side, reach = _SIDE, 1.15 * (far or 1.0)
    seen, _, _ = np.histogram2d(-points[:, 2], points[:, 0], side, ((-reach, reach), (-reach, reach)))
    tones = np.where(seen > 0, 120 + 135 * seen / max(seen.max(), 1.0), 0).astype(np.uint8)
    return np.ascontiguousarray(np.repeat(tones[:, :, None], 3, axis=2))


def _picture(values: _Array, low: float, high: float) -> _Array:
    """A picture (C, H, W) between two numbers as (H, W, 3) uint8; one that has not three channels is grey."""
    scaled = np.clip((values - low) * (255.0 / ((high - low) or 1.0)), 0, 255).astype(np.uint8)
    channels = scaled if len(scaled) == 3 else np.repeat(scaled[:1], 3, axis=0)
    return np.ascontiguousarray(channels.transpose(1, 2, 0))
