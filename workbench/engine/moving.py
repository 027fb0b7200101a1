"""What moves in a picture: mirror, turn, zoom, shift and cut, with masks and boxes along.

Neighbouring steps are multiplied into one matrix, so that a picture is resampled once and stays sharp.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from graphs.augmentation import (
    FlipHorizontal,
    FlipVertical,
    RandomCrop,
    RandomPolicy,
    Rotation,
    Translation,
    Zoom,
)
from workbench.data.moves import Moves
from workbench.engine.colouring import colour_by_policy
from workbench.engine.varying import Dice, Group

LEAST_LEFT = 0.1
"""A box of which less than this share is left in the picture is dropped."""
NOTHING = -1
"""The label of a box that is not there."""
_POLICY = 8


class Geometry:
    """The columns of a batch that have places, and the movement that waits to be carried out.

    ``matrix`` (n, 3, 3) leads from a place in the new picture to the place in the old one it is taken from, both from
    −1 (left, top) to 1 (right, bottom), as in torch's ``affine_grid``.
    """

    def __init__(self, group: Group, count: int, device: torch.device):
        self.group, self._count, self._device = group, count, device
        self.pictures = [c for c in group.values() if c.moves in (Moves.PICTURE, Moves.TWIN, Moves.COVER)]
        self._matrix: Tensor | None = None
        self._who: Tensor | None = None

    @property
    def ratio(self) -> float:
        """Width to height of the pictures."""
        height, width = self.pictures[0].value.shape[-2:] if self.pictures else (1, 1)
        return float(width / height)

    def move(self, matrix: Tensor, who: Tensor) -> None:
        """Let a movement follow those that wait; the examples that are not in ``who`` (n,) stay."""
        stay = torch.eye(3, device=matrix.device).expand(self._count, 3, 3)
        mine = torch.where(who[:, None, None], matrix, stay)
        self._matrix = mine if self._matrix is None else self._matrix @ mine
        self._who = who if self._who is None else self._who | who

    def settle(self) -> None:
        """Carry out what waits: pictures are interpolated, masks take the nearest place, the edge repeats."""
        if self._matrix is None or self._who is None:
            return
        matrix, who = self._matrix, self._who
        self._matrix = self._who = None
        for column in self.pictures:
            value = column.value
            grid = functional.affine_grid(matrix[:, :2], [len(value), 1, *value.shape[-2:]], align_corners=False)
            how = "nearest" if column.moves is Moves.COVER else "bilinear"
            moved = functional.grid_sample(value.float(), grid, mode=how, padding_mode="border", align_corners=False)
            column.put(moved.to(value.dtype), who)
        if any(column.moves is Moves.BOXES for column in self.group.values()):
            self._move_boxes(torch.linalg.inv(matrix), who)

    def mirror(self, who: Tensor, axis: int) -> None:
        """Turn pictures over: axis −1 from left to right, −2 from top to bottom. Every number stays what it is."""
        self.settle()
        for column in self.pictures:
            column.put(column.value.flip(axis), who)
        turned = torch.eye(3, device=self._device).expand(self._count, 3, 3).clone()
        place = 0 if axis == -1 else 1
        turned[:, place, place] = -1
        self._move_boxes(turned, who)

    def _move_boxes(self, matrix: Tensor, who: Tensor) -> None:
        """Move boxes (n, N, 4) of centre, width and height from 0 to 1; ``matrix`` leads from old places to new."""
        for column in self.group.values():
            if column.moves is not Moves.BOXES:
                continue
            boxes = column.value.reshape(len(column.value), -1, 4)
            low, high = boxes[..., :2] - boxes[..., 2:] / 2, boxes[..., :2] + boxes[..., 2:] / 2
            x = torch.stack([low[..., 0], high[..., 0], low[..., 0], high[..., 0]], -1) * 2 - 1
            y = torch.stack([low[..., 1], low[..., 1], high[..., 1], high[..., 1]], -1) * 2 - 1
            corners = torch.stack([x, y, torch.ones_like(x)], -2)  # (n, N, 3, 4)
            moved = ((matrix[:, None] @ corners)[..., :2, :] + 1) / 2
            first, last = moved.amin(-1), moved.amax(-1)
            whole = (last - first).prod(-1)
            first, last = first.clamp(0, 1), last.clamp(0, 1)
            left = (last - first).prod(-1)
            there = boxes[..., 2:].prod(-1) > 0
            lost = there & (left < LEAST_LEFT * whole)
            keep = there & ~lost if boxes.shape[1] > 1 or column.value.dim() == 3 else there
            new = torch.cat([(first + last) / 2, last - first], -1) * keep[..., None]
            column.put(new.reshape(column.value.shape), who)
            if column.value.dim() == 3:
                self._forget(lost, who)

    def _forget(self, lost: Tensor, who: Tensor) -> None:
        for column in self.group.values():
            if column.moves is Moves.BOX_LABELS and column.value.shape == lost.shape:
                column.put(column.value.masked_fill(lost, NOTHING), who)


def _matrix(dice: Dice, rows: list[list[Tensor | float]]) -> Tensor:
    """A matrix (n, 3, 3) of numbers and tensors (n,)."""
    filled = [
        torch.stack(
            [cell if isinstance(cell, Tensor) else torch.full((dice.count,), cell, device=dice.device) for cell in row],
            -1,
        )
        for row in rows
    ]
    return torch.stack(filled, -2)


def turned(dice: Dice, degrees: Tensor, ratio: float) -> Tensor:
    """The movement that turns a picture by so many degrees, counter-clockwise; ``ratio`` is width to height."""
    angle = degrees * (math.pi / 180)
    cos, sin = angle.cos(), angle.sin()
    return _matrix(dice, [[cos, -sin / ratio, 0.0], [sin * ratio, cos, 0.0], [0.0, 0.0, 1.0]])


def enlarged(dice: Dice, across: Tensor, down: Tensor) -> Tensor:
    """The movement that makes things so many times as wide and as high."""
    return _matrix(dice, [[1 / across, 0.0, 0.0], [0.0, 1 / down, 0.0], [0.0, 0.0, 1.0]])


def shifted(dice: Dice, across: Tensor, down: Tensor) -> Tensor:
    """The movement to the right and down by shares of width and height."""
    return _matrix(dice, [[1.0, 0.0, -2 * across], [0.0, 1.0, -2 * down], [0.0, 0.0, 1.0]])


def sheared(dice: Dice, slant: Tensor) -> Tensor:
    """The movement that slants a picture: its top goes to one side and its bottom to the other."""
    return _matrix(dice, [[1.0, slant, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])


def _flip_across(step: FlipHorizontal, dice: Dice, geometry: Geometry) -> None:
    geometry.mirror(dice.who(step.chance), -1)


def _flip_down(step: FlipVertical, dice: Dice, geometry: Geometry) -> None:
    geometry.mirror(dice.who(step.chance), -2)


def _turn(step: Rotation, dice: Dice, geometry: Geometry) -> None:
    who = dice.who(step.chance)
    geometry.move(turned(dice, dice.uniform(-step.degrees, step.degrees), geometry.ratio), who)


def _zoom(step: Zoom, dice: Dice, geometry: Geometry) -> None:
    who, factor = dice.who(step.chance), dice.uniform(1 - step.amount, 1 + step.amount)
    geometry.move(enlarged(dice, factor, factor), who)


def _shift(step: Translation, dice: Dice, geometry: Geometry) -> None:
    who = dice.who(step.chance)
    across, down = dice.uniform(-step.share, step.share), dice.uniform(-step.share, step.share)
    geometry.move(shifted(dice, across, down), who)


def _crop(step: RandomCrop, dice: Dice, geometry: Geometry) -> None:
    who, area = dice.who(step.chance), dice.uniform(step.least, 1)
    stretch = (dice.uniform(-1, 1) * math.log(step.stretch)).exp().sqrt()
    wide, high = (area.sqrt() * stretch).clamp(max=1), (area.sqrt() / stretch).clamp(max=1)
    x, y = dice.uniform(-1, 1) * (1 - wide), dice.uniform(-1, 1) * (1 - high)
    geometry.move(_matrix(dice, [[wide, 0.0, x], [0.0, high, y], [0.0, 0.0, 1.0]]), who)


def _policy(step: RandomPolicy, dice: Dice, geometry: Geometry) -> None:
    """All movements of a picture first, then its colours."""
    who = dice.who(step.chance)
    rounds = []
    for _ in range(step.count):
        drawn, strength = dice.whole(_POLICY), dice.uniform(-step.strength, step.strength)
        rounds.append((drawn, strength))
        none = torch.zeros_like(strength)
        ways = (
            turned(dice, 30 * strength, geometry.ratio),
            shifted(dice, 0.3 * strength, none),
            shifted(dice, none, 0.3 * strength),
            enlarged(dice, 1 + 0.5 * strength, 1 + 0.5 * strength),
            sheared(dice, 0.3 * strength),
        )
        for number, matrix in enumerate(ways, start=1):
            geometry.move(matrix, who & (drawn == number))
    geometry.settle()
    for drawn, strength in rounds:
        colour_by_policy(geometry.group, who & (drawn == 6), who & (drawn == 7), 0.9 * strength)


MOVING: dict[type, Callable[[Any, Dice, Geometry], None]] = {
    FlipHorizontal: _flip_across,
    FlipVertical: _flip_down,
    Rotation: _turn,
    Zoom: _zoom,
    Translation: _shift,
    RandomCrop: _crop,
    RandomPolicy: _policy,
}
"""What carries out each augmentation that moves a picture."""
