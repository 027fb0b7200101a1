"""What changes in the colours of a picture: brightness, contrast, saturation, hue, and a square that hides a part.

Pictures are (n, channels, height, width) in their own unit and stay within the range the training examples have; with
numbers from 0 to 1 these are the formulas of torchvision.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor

from graphs.augmentation import Brightness, Contrast, Cutout, Hue, Saturation
from workbench.data.moves import Moves
from workbench.engine.varying import Dice, Group, Varied, as_rows

_GREY = (0.2989, 0.587, 0.114)


def _pictures(group: Group) -> list[Varied]:
    return [column for column in group.values() if column.moves is Moves.PICTURE]


def grey(column: Varied) -> Tensor:
    """How light each place is: (n, 1, height, width) with the weights of the eye, or the mean of other channels."""
    if not column.coloured:
        return column.value.mean(dim=1, keepdim=True)
    weights = torch.tensor(_GREY, device=column.value.device).reshape(1, 3, 1, 1)
    return (column.value * weights).sum(dim=1, keepdim=True)


def _blend(column: Varied, other: Tensor | float, factor: Tensor, who: Tensor) -> None:
    share = as_rows(factor, column.value)
    mixed = column.value * share + other * (1 - share)
    column.put(mixed.clamp(column.low, column.high), who)


def brighten(column: Varied, factor: Tensor, who: Tensor) -> None:
    """Multiply how far every number lies above the darkest by a factor (n,)."""
    _blend(column, column.low, factor, who)


def contrast(column: Varied, factor: Tensor, who: Tensor) -> None:
    """Multiply how far every number lies from the mean grey of its picture by a factor (n,)."""
    _blend(column, grey(column).mean(dim=(1, 2, 3), keepdim=True), factor, who)


def saturate(column: Varied, factor: Tensor, who: Tensor) -> None:
    """Multiply how far every colour lies from the grey of its place by a factor (n,)."""
    _blend(column, grey(column), factor, who)


def turn_hue(column: Varied, turn: Tensor, who: Tensor) -> None:
    """Turn every colour round the wheel by a share (n,) of a full turn; lightness and strength stay."""
    span = (column.high - column.low) or 1.0
    red, green, blue = ((column.value - column.low) / span).clamp(0, 1).unbind(1)
    most = torch.maximum(torch.maximum(red, green), blue)
    least = torch.minimum(torch.minimum(red, green), blue)
    chroma = most - least
    safe = torch.where(chroma > 0, chroma, torch.ones_like(chroma))
    sector = torch.where(
        most == red,
        ((green - blue) / safe) % 6,
        torch.where(most == green, (blue - red) / safe + 2, (red - green) / safe + 4),
    )
    hue = (sector + 6 * as_rows(turn, sector)) % 6
    channels = [most - chroma * torch.minimum((k + hue) % 6, 4 - (k + hue) % 6).clamp(0, 1) for k in (5, 3, 1)]
    column.put(torch.stack(channels, 1) * span + column.low, who)


def _brightness(step: Brightness, dice: Dice, group: Group) -> None:
    who, factor = dice.who(step.chance), dice.uniform(1 - step.amount, 1 + step.amount)
    for column in _pictures(group):
        brighten(column, factor, who)


def _contrast(step: Contrast, dice: Dice, group: Group) -> None:
    who, factor = dice.who(step.chance), dice.uniform(1 - step.amount, 1 + step.amount)
    for column in _pictures(group):
        contrast(column, factor, who)


def _saturation(step: Saturation, dice: Dice, group: Group) -> None:
    who, factor = dice.who(step.chance), dice.uniform(1 - step.amount, 1 + step.amount)
    for column in _pictures(group):
        if column.coloured:
            saturate(column, factor, who)


def _hue(step: Hue, dice: Dice, group: Group) -> None:
    who, turn = dice.who(step.chance), dice.uniform(-step.amount, step.amount)
    for column in _pictures(group):
        if column.coloured:
            turn_hue(column, turn, who)


def hide(column: Varied, middle: tuple[Tensor, Tensor], share: float, who: Tensor) -> None:
    """Put the mean of the training examples over a square; ``middle`` are shares (n,) of height and width."""
    height, width = column.value.shape[-2:]
    side = share * min(height, width)
    y = (torch.arange(height, device=who.device) + 0.5)[None] - (middle[0] * height)[:, None]
    x = (torch.arange(width, device=who.device) + 0.5)[None] - (middle[1] * width)[:, None]
    hidden = ((y.abs() <= side / 2)[:, :, None] & (x.abs() <= side / 2)[:, None, :])[:, None]
    assert column.mean is not None
    column.put(torch.where(hidden, column.mean.to(column.value.dtype), column.value), who)


def _cutout(step: Cutout, dice: Dice, group: Group) -> None:
    who, middle = dice.who(step.chance), (dice.uniform(0, 1), dice.uniform(0, 1))
    for column in _pictures(group):
        hide(column, middle, step.share, who)


def colour_by_policy(group: Group, lighter: Tensor, sharper: Tensor, amount: Tensor) -> None:
    """Change the brightness of some pictures and contrast and saturation of others by 1 + ``amount`` (n,)."""
    for column in _pictures(group):
        brighten(column, 1 + amount, lighter)
        contrast(column, 1 + amount, sharper)
        if column.coloured:
            saturate(column, 1 + amount, sharper)


COLOURING: dict[type, Callable[[Any, Dice, Group], None]] = {
    Brightness: _brightness,
    Contrast: _contrast,
    Saturation: _saturation,
    Hue: _hue,
    Cutout: _cutout,
}
"""What carries out each augmentation of colours."""
