"""Cut a table into what is learned from, what is watched while learning, and what is asked only at the end."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np

from workbench.data.dataset import Array, Table

FRACTIONS = (0.7, 0.15, 0.15)
"""The usual shares of training, validation and test."""


@dataclass(frozen=True)
class Parts:
    """A table in three: ``training`` moves the weights, ``validation`` is watched, ``test`` is asked once at the end.

    A part whose share is 0 is an empty table with the same columns.
    """

    training: Table
    validation: Table
    test: Table

    @property
    def sizes(self) -> tuple[int, int, int]:
        """How many examples the three parts have."""
        return len(self.training), len(self.validation), len(self.test)


def split(
    table: Table,
    fractions: tuple[float, float, float] = FRACTIONS,
    seed: int = 0,
    stratify: str | None = None,
) -> Parts:
    """Cut ``table`` into three parts that share no row and together are the whole.

    ``fractions`` are the shares of training, validation and test; they add up to 1, a share of 0 gives an empty part,
    and training needs more than 0. With ``stratify``, the name of a whole-number column, each of its values is cut on
    its own by the largest remainder, so that each part has every class within one example of its share; examples left
    over go where the part is furthest behind, so that the parts have the right size too. The same seed gives the same
    parts; rows keep their order. Where a table has rows that were published to be tested on, these are the test,
    whatever its share, and the others are shared by training and validation. Raises ValueError for shares that do not
    add up, KeyError for an unknown column.
    """
    groups = np.zeros(len(table), dtype=np.int64) if stratify is None else table[stratify]
    if table.tests and fractions[2] > 0:
        own, rest = len(table) - table.tests, fractions[0] + fractions[1]
        _exact(fractions)
        training, validation, _ = split_rows(groups[:own], (fractions[0] / rest, fractions[1] / rest, 0.0), seed)
        test = np.arange(own, len(table))
    else:
        training, validation, test = split_rows(groups, fractions, seed)
    return Parts(table.take(training), table.take(validation), table.take(test))


def split_in_order(table: Table, fractions: tuple[float, float, float] = FRACTIONS) -> Parts:
    """Cut ``table`` into three parts one after the other: the past to learn from, the future to be asked about.

    Rows that follow each other in time resemble each other, so that shuffled parts would know the answers. Raises
    ValueError for shares that do not add up.
    """
    shares = _exact(fractions)
    counts = _largest_remainder(len(table), shares, [Fraction(0)] * len(shares))
    rows = np.arange(len(table))
    first, second = counts[0], counts[0] + counts[1]
    return Parts(table.take(rows[:first]), table.take(rows[first:second]), table.take(rows[second:]))


def split_rows(
    groups: Array,
    fractions: tuple[float, float, float] = FRACTIONS,
    seed: int = 0,
) -> tuple[Array, Array, Array]:
    """Return the row numbers of the three parts, each sorted. ``groups``, shape (N,), says which class a row is of."""
    shares = _exact(fractions)
    generator = np.random.default_rng(seed)
    behind = [Fraction(0)] * len(shares)
    parts: list[list[Array]] = [[] for _ in shares]
    for group in np.unique(groups):
        rows = generator.permutation(np.flatnonzero(groups == group))
        start = 0
        for part, count in enumerate(_largest_remainder(len(rows), shares, behind)):
            parts[part].append(rows[start : start + count])
            start += count
    empty = np.zeros(0, dtype=np.int64)
    training, validation, test = (np.sort(np.concatenate([empty, *chosen])) for chosen in parts)
    return training, validation, test


def _exact(fractions: tuple[float, float, float]) -> list[Fraction]:
    """Turn decimal shares into exact ones, so that 0.15 of 20 is 3 and not a hair less."""
    if len(fractions) != 3 or not all(0 <= share <= 1 for share in fractions) or abs(sum(fractions) - 1) > 1e-6:
        raise ValueError(
            f"The shares of training, validation and test are three numbers from 0 to 1 that add up to 1, "
            f"but they are {tuple(fractions)}. Try (0.7, 0.15, 0.15)."
        )
    if fractions[0] == 0:
        raise ValueError(
            f"Training needs a share above 0, but the shares are {tuple(fractions)}. Try (0.7, 0.15, 0.15)."
        )
    _, validation, test = (Fraction(share).limit_denominator(10**6) for share in fractions)
    return [max(1 - validation - test, Fraction(0)), validation, test]


def _largest_remainder(count: int, shares: list[Fraction], behind: list[Fraction]) -> list[int]:
    """Share out ``count`` rows: whole rows first, the rest one each to the parts that are owed most.

    ``behind`` carries from class to class what each part is still owed, and is updated.
    """
    counts = [int(share * count) for share in shares]
    remainders = [share * count - whole for share, whole in zip(shares, counts, strict=True)]
    for part, remainder in enumerate(remainders):
        behind[part] += remainder
    owed = sorted((part for part, rest in enumerate(remainders) if rest > 0), key=lambda part: (-behind[part], part))
    for part in owed[: count - sum(counts)]:
        counts[part] += 1
        behind[part] -= 1
    return counts
