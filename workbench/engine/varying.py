"""What varies without moving about in a picture: noise, time, pitch, points in space, and the words of a text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from graphs.augmentation import (
    AddedNoise,
    Axis,
    CloudJitter,
    CloudTurn,
    FrequencyMask,
    Loudness,
    TimeMask,
    TimeShift,
    TokenDropout,
    TokenSwap,
)
from graphs.tensors import Kind
from workbench.data.moves import Moves
from workbench.data.words import UNKNOWN


class Dice:
    """Random numbers for a batch of ``count`` examples, drawn on the CPU and put where the examples lie."""

    def __init__(self, count: int, device: torch.device, generator: torch.Generator | None = None):
        self.count, self.device, self._generator = count, device, generator

    def uniform(self, low: float, high: float, *shape: int) -> Tensor:
        """Numbers from ``low`` to ``high``: (count,), or (count, *shape)."""
        drawn = torch.rand((self.count, *shape), generator=self._generator)
        return (low + (high - low) * drawn).to(self.device)

    def who(self, chance: float) -> Tensor:
        """Which examples are changed: (count,), bool."""
        return self.uniform(0, 1) < chance

    def whole(self, end: int) -> Tensor:
        """Whole numbers from 0 to below ``end``: (count,), int64."""
        return torch.randint(end, (self.count,), generator=self._generator).to(self.device)

    def normal(self, value: Tensor) -> Tensor:
        """Numbers from N(0, 1) in the shape of ``value``."""
        if self._generator is not None:
            return torch.randn(value.shape, generator=self._generator).to(value.device)
        return torch.randn_like(value)


@dataclass
class Varied:
    """A column while it is varied: ``value`` (n, ...) in its own unit, and how it may change.

    ``changed`` (n,) says which examples are no longer as they were; None while nobody was touched.
    """

    value: Tensor
    moves: Moves
    kind: Kind
    coloured: bool = False
    mean: Tensor | None = None
    deviation: Tensor | None = None
    low: float = 0.0
    high: float = 1.0
    unknown: int | None = None
    changed: Tensor | None = None

    def put(self, value: Tensor, who: Tensor) -> None:
        """Take a new value for the examples of ``who`` (n,), and remember whom it changed."""
        shape = (-1, *(1,) * (value.dim() - 1))
        self.value = torch.where(who.reshape(shape), value, self.value)
        self.changed = who if self.changed is None else self.changed | who


Group = dict[str, Varied]
"""The columns of a batch that vary together, by their name in the data."""


def as_rows(numbers: Tensor, like: Tensor) -> Tensor:
    """Numbers (n,) with as many axes as ``like`` (n, ...)."""
    return numbers.reshape(-1, *(1,) * (like.dim() - 1))


def add_noise(step: AddedNoise, dice: Dice, group: Group) -> None:
    """x + σ·s·N(0, 1) on pictures, waves and features; the same column gets other noise at every number."""
    who = dice.who(step.chance)
    for column in group.values():
        if column.moves in (Moves.PICTURE, Moves.WAVE, Moves.CLOUD, Moves.NUMBERS) and column.deviation is not None:
            noise = dice.normal(column.value) * (step.sigma * column.deviation)
            column.put(column.value + noise, who)


def _waves(group: Group, *, along: bool = False) -> list[Varied]:
    wanted = (Moves.WAVE, Moves.ALONG) if along else (Moves.WAVE,)
    return [column for column in group.values() if column.moves in wanted]


def change_loudness(step: Loudness, dice: Dice, group: Group) -> None:
    """x·U(1 − a, 1 + a), one factor an example."""
    who, factor = dice.who(step.chance), dice.uniform(1 - step.amount, 1 + step.amount)
    for column in _waves(group):
        column.put(column.value * as_rows(factor, column.value), who)


def _axis(column: Varied) -> int:
    """Where time runs: a signal is (n, channels, time), a series (n, time, numbers)."""
    return 2 if column.kind is Kind.SIGNAL else 1


def shift_time(step: TimeShift, dice: Dice, group: Group) -> None:
    """Move a wave and what goes along with it by the same share of the length; the edge repeats."""
    who, share = dice.who(step.chance), dice.uniform(-step.share, step.share)
    for column in _waves(group, along=True):
        axis = _axis(column)
        length = column.value.shape[axis]
        moved = torch.arange(length, device=share.device)[None] - (share * length).round().long()[:, None]
        places = moved.clamp(0, length - 1)
        shape = [len(places), 1, 1]
        shape[axis] = length
        index = places.reshape(shape).expand(column.value.shape)
        column.put(column.value.gather(axis, index), who)


def _band(dice: Dice, share: float, length: int) -> Tensor:
    """Which of ``length`` places lie in a band that begins anywhere: (n, length), bool."""
    wide = (dice.uniform(0, share) * length).round().long()
    start = (dice.uniform(0, 1) * (length - wide + 1)).long()
    places = torch.arange(length, device=wide.device)[None]
    return (places >= start[:, None]) & (places < (start + wide)[:, None])


def mask_time(step: TimeMask, dice: Dice, group: Group) -> None:
    """Set a stretch to the mean of the training examples, which is silence."""
    who = dice.who(step.chance)
    for column in _waves(group):
        axis = _axis(column)
        shape = [dice.count, 1, 1]
        shape[axis] = -1
        hidden = _band(dice, step.share, column.value.shape[axis]).reshape(shape)
        assert column.mean is not None
        column.put(torch.where(hidden, column.mean.to(column.value.dtype), column.value), who)


def mask_frequencies(step: FrequencyMask, dice: Dice, group: Group) -> None:
    """Take a band out of the Fourier transform of a signal; of a series, some neighbouring numbers of every step."""
    who = dice.who(step.chance)
    for column in _waves(group):
        if column.kind is Kind.SIGNAL:
            length = column.value.shape[-1]
            spectrum = torch.fft.rfft(column.value)
            hidden = _band(dice, step.share, spectrum.shape[-1])
            column.put(torch.fft.irfft(spectrum * ~hidden[:, None, :], n=length), who)
        elif column.value.shape[-1] > 1:
            hidden = _band(dice, step.share, column.value.shape[-1])
            assert column.mean is not None
            column.put(torch.where(hidden[:, None, :], column.mean.to(column.value.dtype), column.value), who)


def _clouds(group: Group) -> list[Varied]:
    return [column for column in group.values() if column.moves is Moves.CLOUD]


_ALONG = {Axis.ACROSS: (1.0, 0.0, 0.0), Axis.DEPTH: (0.0, 1.0, 0.0), Axis.UPRIGHT: (0.0, 0.0, 1.0)}


def turn_cloud(step: CloudTurn, dice: Dice, group: Group) -> None:
    """p ↦ R·(p − m) + m, m the mean of the points; R = I + sin θ·K + (1 − cos θ)·K² turns about the axis k, where K·v
    is k × v (Rodrigues). All clouds of an example are turned alike."""
    who, angle = dice.who(step.chance), dice.uniform(-step.degrees, step.degrees) * (torch.pi / 180)
    if step.axis is Axis.ANY:
        axis = functional.normalize(dice.normal(torch.empty(dice.count, 3, device=dice.device)), dim=1)
    else:
        axis = torch.tensor(_ALONG[step.axis], device=dice.device).expand(dice.count, 3)
    x, y, z = axis.unbind(1)
    none = torch.zeros_like(x)
    cross = torch.stack([none, -z, y, z, none, -x, -y, x, none], 1).reshape(-1, 3, 3)
    once, twice = angle.sin()[:, None, None], 1 - angle.cos()[:, None, None]
    turn = torch.eye(3, device=dice.device) + once * cross + twice * (cross @ cross)
    for column in _clouds(group):
        middle = column.value.mean(1, keepdim=True)
        column.put((column.value - middle) @ turn.transpose(1, 2) + middle, who)


def jitter_cloud(step: CloudJitter, dice: Dice, group: Group) -> None:
    """p + N(0, σ²), each direction of each point by itself, at most so far."""
    who = dice.who(step.chance)
    for column in _clouds(group):
        moved = (dice.normal(column.value) * step.sigma).clamp(-step.most, step.most)
        column.put(column.value + moved, who)


def drop_tokens(step: TokenDropout, dice: Dice, group: Group) -> None:
    """Put <unknown> in the place of some words; padding and other signs stay."""
    who = dice.who(step.chance)
    for column in group.values():
        if column.moves is Moves.WORDS and column.unknown is not None:
            hidden = dice.uniform(0, 1, column.value.shape[1]) < step.share
            column.put(column.value.masked_fill(hidden & (column.value > UNKNOWN), column.unknown), who)


def swap_tokens(step: TokenSwap, dice: Dice, group: Group) -> None:
    """Let neighbours change places, in pairs that begin at an even or at an odd place; tags go along."""
    who = dice.who(step.chance)
    texts = [column for column in group.values() if column.moves is Moves.WORDS and column.unknown is not None]
    for text in texts:
        length = text.value.shape[1]
        places = torch.arange(length, device=text.value.device).expand(dice.count, -1).clone()
        start = dice.whole(2)
        for first in range(length - 1):
            word = (text.value[:, first] > UNKNOWN) & (text.value[:, first + 1] > UNKNOWN)
            mine = word & (dice.uniform(0, 1) < step.share) & ((first - start) % 2 == 0)
            places[:, first] += mine.long()
            places[:, first + 1] -= mine.long()
        for column in [text, *(c for c in group.values() if c.moves is Moves.TAGS)]:
            if column.value.shape == places.shape:
                column.put(column.value.gather(1, places), who)


VARYING: dict[type, Callable[[Any, Dice, Group], None]] = {
    AddedNoise: add_noise,
    Loudness: change_loudness,
    TimeShift: shift_time,
    TimeMask: mask_time,
    FrequencyMask: mask_frequencies,
    CloudTurn: turn_cloud,
    CloudJitter: jitter_cloud,
    TokenDropout: drop_tokens,
    TokenSwap: swap_tokens,
}
"""What carries out each augmentation that is not about places or colours."""
