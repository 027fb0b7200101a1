"""Cross-validation: what is not for the test is dealt into folds, and each fold validates once."""

from __future__ import annotations

import numpy as np

from graphs.recipe import DataChoice
from graphs.techniques import Folds
from workbench.data.dataset import Array, DataSet, Table
from workbench.data.splitting import Parts, split, split_in_order

_SALT = 17


def fold_parts(table: Table, dataset: DataSet, chosen: DataChoice, seed: int) -> Parts:
    """The parts of one fold: the others are learned from, this one validates, the test is that of the plain split.

    With ``folds`` of n and stratified dealing every class is dealt out evenly, so that two folds differ by one example
    a class at most; a set whose rows follow each other in time is cut into stretches. The same seed deals the same.
    """
    first, second, third = chosen.split
    parts = (first + second, 0.0, third)
    whole = split_in_order(table, parts) if dataset.ordered else split(table, parts, seed, dataset.stratify())
    rest = whole.training
    groups = np.zeros(len(rest), dtype=np.int64)
    column = dataset.stratify()
    if column is not None and chosen.dealt is Folds.STRATIFIED:
        groups = np.asarray(rest[column])
    numbers = dealt(groups, chosen.folds or 1, seed, in_order=dataset.ordered)
    mine = numbers == (chosen.fold or 0)
    return Parts(rest.take(np.flatnonzero(~mine)), rest.take(np.flatnonzero(mine)), whole.test)


def dealt(groups: Array, folds: int, seed: int, in_order: bool = False) -> Array:
    """The number of the fold of each row, (n,), int64; ``groups`` (n,) says which class a row is of.

    The rows of one class are shuffled and dealt one to each fold in turn, and the next class begins with the fold at
    which the last one ended, so that the folds have the same size too.
    """
    if in_order:
        return np.arange(len(groups)) * folds // max(1, len(groups))
    generator = np.random.default_rng((seed, _SALT))
    numbers = np.zeros(len(groups), dtype=np.int64)
    place = 0
    for group in np.unique(groups):
        rows = generator.permutation(np.flatnonzero(groups == group))
        numbers[rows] = (np.arange(len(rows)) + place) % folds
        place += len(rows)
    return numbers
