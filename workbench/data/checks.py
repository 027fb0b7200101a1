"""Questions about data before training: are the numbers finite, are the classes balanced, did an example leak?"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import blake2b

import numpy as np

from graphs.message import Message, say
from workbench.data.dataset import DataSet, Table
from workbench.data.splitting import Parts
from workbench.data.streaming import Filed


@dataclass(frozen=True)
class Leak:
    """Examples of one part that are, number for number, in an earlier part too; ``rows`` count in that part."""

    part: str
    earlier: str
    rows: tuple[int, ...]


def fingerprints(table: Table, columns: tuple[str, ...]) -> list[bytes]:
    """Return a short number for each row; two rows that are equal in these columns have the same."""
    found = []
    for row in range(len(table)):
        digest = blake2b(digest_size=16)
        for name in columns:
            digest.update(np.ascontiguousarray(table[name][row]).tobytes())
        found.append(digest.digest())
    return found


def duplicates(parts: Parts, columns: tuple[str, ...]) -> tuple[Leak, ...]:
    """Return which examples of validation and test stand in an earlier part already, by the given columns.

    Give the columns that go in, not the answers: the same picture with two labels is a leak too.
    """
    tables = (("training", parts.training), ("validation", parts.validation), ("test", parts.test))
    marks = {name: fingerprints(table, columns) for name, table in tables}
    leaks = []
    for earlier, part in (("training", "validation"), ("training", "test"), ("validation", "test")):
        known = set(marks[earlier])
        rows = tuple(row for row, number in enumerate(marks[part]) if number in known)
        if rows:
            leaks.append(Leak(part, earlier, rows))
    return tuple(leaks)


def balance(dataset: DataSet, table: Table, column: str = "label") -> dict[str, int]:
    """Count how often each class comes up, by its name; labels below 0 (nothing there) are not counted."""
    names = dataset.class_names()
    labels = table[column].reshape(-1)
    counts = np.bincount(labels[labels >= 0], minlength=len(names))
    return {name: int(count) for name, count in zip(names, counts, strict=True)}


def without_gaps(table: Table) -> tuple[Table, tuple[Message, ...]]:
    """Leave out examples with numbers that are not finite, and say how many of which column."""
    good = np.ones(len(table), dtype=bool)
    notes: list[Message] = []
    for name, column in table.columns.items():
        if isinstance(column, Filed) or column.dtype.kind != "f":
            continue
        fine = np.isfinite(column).reshape(len(column), -1).all(axis=1)
        if not fine.all():
            rows = np.flatnonzero(~fine)
            notes.append(
                say("{column}: {count} examples have numbers that are not finite and are left out, the first is "
                    "number {row}.", column=name, count=len(rows), row=int(rows[0]))
            )  # fmt: skip
            good &= fine
    if good.all():
        return table, ()
    kept = table.take(np.flatnonzero(good)).columns
    tests = int(good[len(good) - table.tests :].sum())
    return Table(kept, table.notes, tests), tuple(notes)
