"""Bring numbers near one before training, with what the training part alone knows, and back again afterwards.

Means and deviations come from the training part only: looking at the others would tell the network about them.
"""

from __future__ import annotations

from functools import partial

import numpy as np
import pydantic

from graphs.message import Message, say
from workbench.data.dataset import Array, DataSet, Scaling, Table
from workbench.data.streaming import SAMPLE, Filed

CHUNK = 2**22
"""How many numbers of a column are scaled in one go: in between they take twice their room."""
LARGE = 2**26
"""From so many numbers on a column is measured in pieces, for the same reason."""


class Scale(pydantic.BaseModel, frozen=True):
    """What was subtracted from one column and what it was divided by.

    Both have one number for the whole column, or one for each feature or channel (the first axis of an example).
    """

    means: tuple[float, ...]
    deviations: tuple[float, ...]


class Scaler(pydantic.BaseModel, frozen=True):
    """How the columns of a run were scaled; it is stored with the run, as JSON by ``model_dump``.

    A column that it does not name is left as it is, so an empty scaler changes nothing.
    """

    scales: dict[str, Scale] = {}

    @classmethod
    def fit(cls, table: Table, ways: dict[str, Scaling]) -> Scaler:
        """Measure the columns of ``table``, which should be the training part alone.

        A deviation of 0 (a column that never changes) becomes 1, so that the column turns into zeros.
        """
        scales: dict[str, Scale] = {}
        for name, way in ways.items():
            if way is Scaling.KEEP or not len(table):
                continue
            means, deviations = _measured(table[name], way)
            still = deviations <= 1e-12 * np.maximum(1.0, np.abs(means))
            deviations = np.where(still, 1.0, deviations)
            scales[name] = Scale(means=tuple(means.tolist()), deviations=tuple(deviations.tolist()))
        return cls(scales=scales)

    def scale(self, name: str, values: Array) -> Array:
        """Return a column as the network sees it: mean 0, deviation 1. ``values`` has shape (N, ...), any leading N."""
        if name not in self.scales:
            return values
        means, deviations = self._shaped(name, values)
        scaled, rows = np.empty(values.shape, dtype=np.float32), max(1, CHUNK // max(1, values[:1].size))
        for start in range(0, len(values), rows):
            scaled[start : start + rows] = (values[start : start + rows] - means) / deviations
        return scaled

    def original(self, name: str, values: Array) -> Array:
        """Return scaled values in the column's own unit: the inverse of ``scale``, for the same shapes."""
        if name not in self.scales:
            return values
        means, deviations = self._shaped(name, values)
        return np.ascontiguousarray(values * deviations + means, dtype=np.float32)

    def unit(self, name: str) -> tuple[float, ...]:
        """Return how much 1 in the scaled column is worth in the column's own unit; (1.0,) when it is not scaled.

        An absolute error is multiplied by this, a squared error by its square.
        """
        return self.scales[name].deviations if name in self.scales else (1.0,)

    def apply(self, table: Table) -> Table:
        """Return the table with its named columns scaled; the others are the same arrays."""
        return Table(
            {
                name: column.scaled(partial(self.scale, name))
                if isinstance(column, Filed)
                else self.scale(name, column)
                for name, column in table.columns.items()
            }
        )

    def _shaped(self, name: str, values: Array) -> tuple[Array, Array]:
        """Give means and deviations the axes of one example, so that they meet its first axis."""
        known = self.scales[name]
        shape = (-1,) + (1,) * (values.ndim - 2)
        return np.array(known.means).reshape(shape), np.array(known.deviations).reshape(shape)


def _measured(column: Array, way: Scaling) -> tuple[Array, Array]:
    """The mean and the deviation of a column, of the whole or for each feature or channel."""
    if isinstance(column, Filed):
        means, deviations, _ = column.measure(way is Scaling.WHOLE)
        return means, deviations
    axes = tuple(axis for axis in range(column.ndim) if way is Scaling.WHOLE or axis != 1)
    if column.size <= LARGE:
        values = column.astype(np.float64)
        return np.atleast_1d(values.mean(axis=axes)), np.atleast_1d(values.std(axis=axes))
    rows = max(1, CHUNK // column[:1].size)
    pieces = [slice(start, start + rows) for start in range(0, len(column), rows)]
    count = column.size // max(1, column.shape[1] if way is not Scaling.WHOLE else 1)
    means = sum(column[piece].sum(axis=axes, dtype=np.float64, keepdims=True) for piece in pieces) / count
    squares = sum(((column[piece] - means) ** 2).sum(axis=axes) for piece in pieces) / count
    return np.atleast_1d(np.squeeze(means)), np.atleast_1d(np.sqrt(squares))


def describe(dataset: DataSet, scaler: Scaler, training: Table) -> list[Message]:
    """Say in words how the columns were scaled, for the run's notes."""
    notes: list[Message] = []
    for name in scaler.scales:
        column = training.columns.get(name)
        if isinstance(column, Filed):
            count = min(SAMPLE, len(training))
            notes.append(
                say("{field}: scaled to mean 0 and deviation 1, measured on {count} of the training examples.",
                    field=name, count=count)
            )  # fmt: skip
            continue
        notes.append(
            say(
                "{field}: scaled to mean 0 and deviation 1, measured on the {count} training examples alone.",
                field=name,
                count=len(training),
            )
        )
    if dataset.target_unit and "target" in scaler.scales:
        notes.append(
            say(
                "An error of 1 in the scaled target is {worth} {unit}.",
                worth=round(scaler.unit("target")[0], 2),
                unit=say(dataset.target_unit),
            )
        )
    return notes
