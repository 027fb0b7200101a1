"""Data sets: one file for each or for a close family, found by looking into this folder.

``prepare`` is all a trainer needs: it loads, splits and scales in one call.
"""

from __future__ import annotations

import difflib
import importlib
import pkgutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from graphs.message import Message, say
from graphs.packages import likeliest_first
from workbench.data.checks import without_gaps
from workbench.data.dataset import DataError, DataSet, Scaling, Table, Task
from workbench.data.scaling import Scale, Scaler, describe
from workbench.data.splitting import FRACTIONS, Parts, split, split_in_order

__all__ = [
    "FRACTIONS",
    "DataError",
    "DataSet",
    "Parts",
    "Prepared",
    "Scale",
    "Scaler",
    "Scaling",
    "Table",
    "Task",
    "UnknownDataSet",
    "data_set",
    "data_sets",
    "prepare",
    "split",
    "split_in_order",
]


class UnknownDataSet(DataError):  # noqa: N818 - it says what happened
    """There is no data set of this name; ``suggestion`` is the nearest name there is, or None."""

    def __init__(self, name: str) -> None:
        near = difflib.get_close_matches(name, data_sets(), n=1, cutoff=0.4)
        self.name = name
        self.suggestion = near[0] if near else None
        if self.suggestion is not None:
            message = say("There is no data set {name}. Did you mean {near}?", name=name, near=self.suggestion)
        else:
            message = say("There is no data set {name}. There are {names}.", name=name, names=", ".join(data_sets()))
        super().__init__(message)


def _in(module: str) -> dict[str, type[DataSet]]:
    """The data sets that one module of this folder declares."""
    values = vars(importlib.import_module(module)).values()
    return {v.name: v for v in values if isinstance(v, type) and issubclass(v, DataSet) and "name" in vars(v)}


@cache
def _kind(name: str) -> type[DataSet] | None:
    """Find a data set, first where its name stands: reading one file is quicker than reading all."""
    for module in likeliest_first(sys.modules[__name__], f'= "{name}"\n'):
        if name in (found := _in(module)):
            return found[name]
    return None


@cache
def data_sets() -> Mapping[str, type[DataSet]]:
    """Return every data set by its name, in alphabetical order."""
    found: dict[str, type[DataSet]] = {}
    for module in pkgutil.iter_modules(__path__):
        found |= _in(f"{__name__}.{module.name}")
    return dict(sorted(found.items()))


def data_set(name: str, **parameters: Any) -> DataSet:
    """Return the data set of this name with these parameters; the others keep their defaults.

    Raises UnknownDataSet with the nearest name, and pydantic's ValidationError for a parameter that is out of bounds or
    unknown.
    """
    kind = _kind(name)
    if kind is None:
        raise UnknownDataSet(name)
    return kind(**parameters)


@dataclass(frozen=True)
class Prepared:
    """A data set ready for training: scaled parts, the scaler that leads back, and what was done, in words."""

    dataset: DataSet
    parts: Parts
    scaler: Scaler
    notes: tuple[Message, ...]


def prepare(
    dataset: DataSet,
    split_fractions: tuple[float, float, float] = FRACTIONS,
    seed: int = 0,
    scale: bool = True,
    scaler: Scaler | None = None,
    cut: Callable[[Table], Parts] | None = None,
    table: Table | None = None,
) -> Prepared:
    """Load, split and scale a data set.

    ``cut`` makes the parts in place of the fractions (a fold of a cross-validation), ``table`` is what to split where
    it is loaded already.

    ``seed`` makes a generated set and chooses the rows of each part. Labels keep their shares in every part. A set that
    is ``whole`` gives the whole table as each part, whatever the fractions; one that is ``ordered`` is cut in time.
    ``scaler`` is one from an earlier run, so that its weights meet the numbers they were trained on; without it one is
    measured on the training part.
    Raises DataError when files are missing, ValueError when the fractions do not add up to 1.
    """
    if table is None:
        table = dataset.load(seed)
    table, left_out = without_gaps(table)
    notes: list[Message] = [*table.notes, *left_out]
    if not len(table):
        raise DataError(say("Not one example of {data} has finite numbers only.", data=say(dataset.title)))
    if dataset.whole:
        parts = Parts(table, table, table)
        notes.append(say("Training, validation and test are the same {count} examples.", count=len(table)))
    else:
        if cut is not None:
            parts = cut(table)
        elif dataset.ordered:
            parts = split_in_order(table, split_fractions)
        else:
            parts = split(table, split_fractions, seed, dataset.stratify())
        learnable = dataset.learnable(parts.training)
        if learnable is not None:
            parts = Parts(parts.training.take(learnable.nonzero()[0]), parts.validation, parts.test)
        training, validation, test = parts.sizes
        notes.append(
            say(
                "{training} examples to train on, {validation} to validate, {test} to test.",
                training=training,
                validation=validation,
                test=test,
            )
        )
    if scale:
        if scaler is None:
            scaler = Scaler.fit(parts.training, dict(dataset.scaling()))
        training_part = scaler.apply(parts.training)
        if dataset.whole:
            parts = Parts(training_part, training_part, training_part)
        else:
            parts = Parts(training_part, scaler.apply(parts.validation), scaler.apply(parts.test))
        notes.extend(describe(dataset, scaler, parts.training))
    return Prepared(dataset, parts, scaler if scale and scaler is not None else Scaler(), tuple(notes))
