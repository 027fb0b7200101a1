"""The recipe's augmentations at work: every training batch is varied anew, on the device where it lies.

What belongs together moves together: a mask with its picture, boxes with what they frame, tags with their words.
Random numbers come from the training's own stream, so that the same seed gives the same bits after a pause, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from graphs.augmentation import ApartViews, Augmentation
from graphs.tensors import Kind, TensorSpec
from workbench.data import DataSet, Scaler, Table
from workbench.data.moves import Moves
from workbench.engine.colouring import COLOURING
from workbench.engine.moving import MOVING, Geometry
from workbench.engine.varying import VARYING, Dice, Varied


@dataclass(frozen=True)
class _Measure:
    """What is known of a column: what was subtracted and divided, its mean, deviation and range in its own unit."""

    shift: Tensor | None
    factor: Tensor | None
    mean: Tensor
    deviation: Tensor
    low: float
    high: float


class Augmenter:
    """Varies batches as a pipeline says.

    ``fields`` maps the name of each Input to the column it reads. The training part, unscaled by ``scaler``, tells
    means, deviations and ranges. ``generator`` is for previews; without one, torch's own stream is drawn from.
    """

    def __init__(
        self,
        steps: Sequence[Augmentation],
        dataset: DataSet,
        scaler: Scaler,
        training: Table,
        fields: Mapping[str, str],
        generator: torch.Generator | None = None,
    ):
        self.steps = tuple(step for step in steps if not isinstance(step, ApartViews))
        self._apart = len(self.steps) < len(steps)
        self._dataset, self._specs, self._generator = dataset, dataset.fields(), generator
        moves = dataset.moves() if self.steps else {}
        used = [field for field in dict.fromkeys(fields.values()) if field in moves and len(training)]
        self._moves = {field: moves[field] for field in used}
        self._names = {field: [name for name, read in fields.items() if read == field] for field in used}
        self._measures = {
            field: _measured(field, self._specs[field], scaler, training)
            for field in used
            if training[field].dtype.kind == "f"
        }
        self._words = {
            field: list(dataset.vocabulary(field)).index("<unknown>")
            for field, move in self._moves.items()
            if move is Moves.WORDS and "<unknown>" in dataset.vocabulary(field)
        }
        self.idle = not self.steps or not used
        """Whether nothing is ever changed."""

    def __call__(self, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return a batch of the same shapes and types by Input name; what does not vary is the same tensor."""
        result = dict(batch)
        if self.idle:
            return result
        views = max(len(names) for names in self._names.values()) if self._apart else 1
        for view in range(views):
            names = {field: mine[view:] for field, mine in self._names.items() if view < len(mine)}
            if not self._apart:
                names = dict(self._names)
            for fields in self._groups(tuple(names)):
                columns = {f: batch[names[f][0]] for f in fields if names[f][0] in batch}
                if not columns:
                    continue
                varied = self._vary(columns)
                for field, value in varied.items():
                    for name in names[field] if not self._apart else names[field][:1]:
                        result[name] = value
        return result

    def _groups(self, fields: tuple[str, ...]) -> list[tuple[str, ...]]:
        """The columns that move together; those that the data set names apart are on their own."""
        own = [tuple(f for f in group if f in fields) for group in self._dataset.apart()]
        named = {field for group in own for field in group}
        return [group for group in (*own, tuple(f for f in fields if f not in named)) if group]

    def _vary(self, columns: Mapping[str, Tensor]) -> dict[str, Tensor]:
        count, device = len(next(iter(columns.values()))), next(iter(columns.values())).device
        dice = Dice(count, device, self._generator)
        group = {field: self._opened(field, value) for field, value in columns.items()}
        geometry = Geometry(group, count, device)
        for step in self.steps:
            if type(step) in MOVING:
                MOVING[type(step)](step, dice, geometry)
                continue
            geometry.settle()
            act = VARYING.get(type(step)) or COLOURING[type(step)]
            act(step, dice, group)
        geometry.settle()
        return {field: self._closed(field, columns[field], group[field]) for field in columns}

    def _opened(self, field: str, value: Tensor) -> Varied:
        """A column in its own unit, a picture as (n, channels, height, width)."""
        move, measure = self._moves[field], self._measures.get(field)
        open_value = value
        if measure is not None and measure.shift is not None and measure.factor is not None:
            open_value = value * measure.factor.to(value.device) + measure.shift.to(value.device)
        dims = self._picture(field)
        if dims is not None:
            open_value = open_value.reshape(len(value), -1, *dims[-2:])
        return Varied(
            open_value,
            move,
            self._specs[field].kind,
            coloured=dims is not None and len(dims) == 3 and dims[0] == 3,
            mean=measure.mean.to(value.device) if measure is not None else None,
            deviation=measure.deviation.to(value.device) if measure is not None else None,
            low=measure.low if measure is not None else 0.0,
            high=measure.high if measure is not None else 1.0,
            unknown=self._words.get(field),
        )

    def _closed(self, field: str, before: Tensor, varied: Varied) -> Tensor:
        """A column as the network sees it; examples that were left alone keep their very bits."""
        if varied.changed is None:
            return before
        value, measure = varied.value.reshape(before.shape), self._measures.get(field)
        if measure is not None and measure.shift is not None and measure.factor is not None:
            value = (value - measure.shift.to(value.device)) / measure.factor.to(value.device)
        who = varied.changed.reshape(-1, *(1,) * (before.dim() - 1))
        return torch.where(who, value.to(before.dtype), before)

    def _picture(self, field: str) -> tuple[int, ...] | None:
        """The axes of a picture: its own, or for a row of pixels those of the picture with as many numbers."""
        spec = self._specs[field]
        if self._moves[field] not in (Moves.PICTURE, Moves.TWIN, Moves.COVER):
            return None
        if spec.kind is not Kind.FEATURES:
            return tuple(int(d) for d in spec.dims) if len(spec.dims) > 2 else (1, *(int(d) for d in spec.dims))
        return dims_of_pixels(spec, self._specs)


def dims_of_pixels(spec: TensorSpec, specs: Mapping[str, TensorSpec]) -> tuple[int, ...] | None:
    """The channels, height and width of the picture that a row of numbers is; None when there is none of that size."""
    for other in specs.values():
        if other.kind is Kind.IMAGE and other.numel == spec.numel:
            return tuple(int(d) for d in other.dims)
    return None


def _measured(field: str, spec: TensorSpec, scaler: Scaler, training: Table) -> _Measure:
    """Measure a column of the scaled training part; on pictures the first axis of an example are its channels."""
    column = training[field]
    picture = spec.kind in (Kind.IMAGE, Kind.VOLUME)
    known = scaler.scales.get(field)
    if known is None:
        values = _some(column)
        low, high = float(values.min()), float(values.max())
        mean, deviation = values.mean(), values.std() if values.numel() > 1 else torch.tensor(0.0)
        return _Measure(None, None, mean, deviation, *_range(low, high))
    shape = (-1, *(1,) * (column.ndim - 2)) if column.ndim > 1 else (-1,)
    shift = torch.tensor(known.means, dtype=torch.float32).reshape(shape)
    factor = torch.tensor(known.deviations, dtype=torch.float32).reshape(shape)
    own = _some(column) * factor + shift
    flat = (-1, 1, 1) if picture else shape
    if spec.kind is Kind.VOLUME or not picture:
        mean, deviation = own.mean(), own.std()
        if not picture:
            mean, deviation = shift, factor
    else:
        mean, deviation = shift.reshape(flat), factor.reshape(flat)
    return _Measure(shift, factor, mean, deviation, *_range(float(own.min()), float(own.max())))


def _some(column: Any) -> Tensor:
    """As many rows as tell the range; of a column that stays in its files only a few."""
    rows = np.linspace(0, len(column) - 1, min(len(column), 2000 if isinstance(column, np.ndarray) else 32))
    return torch.from_numpy(column[rows.astype(np.int64)])


def _range(low: float, high: float) -> tuple[float, float]:
    """The range that numbers stay in: from 0 to 1 where that is what pictures have."""
    return (0.0, 1.0) if low > -1e-3 and high < 1 + 1e-3 else (low, high)
