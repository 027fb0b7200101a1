"""A table of one's own in a CSV file: types are guessed, columns are chosen, what is missing is said."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, DataError, DataSet, Scaling, Table, Task, label_columns, label_fields

MISSING = frozenset({"", "na", "n/a", "nan", "null", "none", "?", "-"})
"""What an empty cell is written like, in small letters."""

MOST_WORDS = 50
"""So many different words a column may have; with more it is a text or a name, and is not used."""

ROOM = 512 * 2**20
"""Bytes a file may have, since it is kept in memory."""


class Gaps(StrEnum):
    """What is done about missing values."""

    FILL = mark("fill with the mean or the commonest word")
    DROP = mark("leave the row out")


@dataclass(frozen=True)
class Sheet:
    """A file as it was read: the names of its columns and its rows as texts, and what was wrong with it."""

    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[Message, ...]

    def column(self, name: str) -> tuple[str, ...]:
        """Return the cells of a column, from top to bottom."""
        place = self.names.index(name)
        return tuple(row[place] for row in self.rows)


def is_missing(cell: str) -> bool:
    """Tell whether a cell says nothing."""
    return cell.lower() in MISSING


def as_number(cell: str) -> float | None:
    """Read a cell as a finite number; None when it is none."""
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if np.isfinite(number) else None


def is_numeric(cells: tuple[str, ...]) -> bool:
    """Guess the type of a column: numbers when every cell that says something is one."""
    told = [cell for cell in cells if not is_missing(cell)]
    return bool(told) and all(as_number(cell) is not None for cell in told)


def read_sheet(file: str) -> Sheet:
    """Read a CSV file whose first line names the columns; comma, semicolon, tab or bar may stand between the cells.

    A row with too few or too many cells is passed over and counted. Raises DataError when there is no such file, when
    it is too big, is no text, or holds no rows.
    """
    path = Path(file).expanduser()
    if not file:
        raise DataError(say("Choose a CSV file first: its first line names the columns."))
    try:
        found = path.stat()
    except OSError as error:
        raise DataError(say("{file} cannot be read: {error}. Choose another file.", file=file, error=error)) from error
    if found.st_size > ROOM:
        raise DataError(
            say("{file} has {size} MB, and {room} MB may be read. Choose a smaller file.", file=file,
                size=found.st_size // 2**20, room=ROOM // 2**20)
        )  # fmt: skip
    return _read(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _read(path: Path, changed: int, size: int) -> Sheet:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(
            say("{file} was expected to be text in UTF-8: {error}. Save it as CSV (UTF-8).", file=path, error=error)
        ) from error
    lines = [line for line in text.splitlines() if line.strip()]
    head = lines[0] if lines else ""
    mark_between = max(",;\t|", key=head.count)
    try:
        cells = [tuple(cell.strip() for cell in row) for row in csv.reader(lines, delimiter=mark_between, strict=True)]
    except csv.Error as error:
        raise DataError(
            say("{file} is no table of cells: {error}. Save it again as CSV.", file=path, error=error)
        ) from error
    names = cells[0] if cells else ()
    rows = tuple(row for row in cells[1:] if len(row) == len(names))
    if not rows or len(set(names)) < len(names):
        raise DataError(
            say("{file} needs a first line with a different name for each column, and rows below it.", file=path)
        )
    strange = len(cells) - 1 - len(rows)
    notes = (
        (say("{count} rows with another number of cells than the first line are passed over.", count=strange),)
        if strange
        else ()
    )
    return Sheet(names, rows, notes)


class _Csv(DataSet, frozen=True):
    """What tables from CSV files share: features from the chosen columns."""

    source: ClassVar[str] = mark("your own files")
    own: ClassVar[bool] = True

    file: str = Field("", description="the CSV file; its first line names the columns")
    target: str = Field("", description="the column to be foretold; the last one when empty")
    columns: str = Field("", description="the columns to foretell it from, with commas between; all others when empty")
    missing: Gaps = Field(Gaps.FILL, description="what is done about missing values")

    def _sheet(self) -> Sheet | None:
        """The file, or None until it can be read; ``load`` says why it cannot."""
        try:
            return read_sheet(self.file)
        except DataError:
            return None

    def _target(self, sheet: Sheet) -> str:
        """The column that is foretold. Raises DataError when there is none of that name."""
        target = self.target.strip() or sheet.names[-1]
        if target not in sheet.names:
            raise DataError(_no_column(target, sheet))
        return target

    def _inputs(self, sheet: Sheet) -> dict[str, tuple[str, ...]]:
        """The chosen columns with their words in order; no words for a column of numbers. Raises DataError."""
        target = self._target(sheet)
        chosen = [name.strip() for name in self.columns.split(",") if name.strip()]
        for name in chosen:
            if name not in sheet.names:
                raise DataError(_no_column(name, sheet))
        found: dict[str, tuple[str, ...]] = {}
        for name in chosen or [name for name in sheet.names if name != target]:
            cells = sheet.column(name)
            words = () if is_numeric(cells) else tuple(sorted({cell for cell in cells if not is_missing(cell)}))
            if is_numeric(cells) or 0 < len(words) <= MOST_WORDS:
                found[name] = words
        if not found:
            raise DataError(say("{file} has no column of numbers or of a few words to learn from.", file=self.file))
        return found

    def feature_names(self) -> tuple[str, ...]:
        """Return the columns of numbers, and ``column = word`` for each word of the others."""
        sheet = self._sheet()
        if sheet is None:
            return ()
        named = self._inputs(sheet).items()
        return tuple(each for name, words in named for each in ([f"{name} = {w}" for w in words] if words else [name]))

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each feature, and for the target of a regression."""
        ways = {"features": Scaling.EACH_FEATURE}
        return ways | ({"target": Scaling.EACH_FEATURE} if self.task is Task.REGRESSION else {})

    def _features(self) -> TensorSpec:
        return TensorSpec.of(Kind.FEATURES, max(1, len(self.feature_names())))

    def _read(self) -> tuple[Array, tuple[str, ...], list[Message]]:
        """Return features (N, F), the target's cells, and what is to be said. Raises DataError when no row is left."""
        sheet = read_sheet(self.file)
        inputs, cells = self._inputs(sheet), sheet.column(self._target(sheet))
        notes = list(sheet.notes)
        usable = np.array([self._tells(cell) for cell in cells])
        if not usable.all():
            notes.append(
                say("{count} rows say nothing usable in {column} and are left out.", count=int((~usable).sum()),
                    column=self._target(sheet))
            )  # fmt: skip
        for name in sheet.names:
            if name != self._target(sheet) and name not in inputs and not self.columns:
                notes.append(say("The column {column} has too many different words and is not used.", column=name))
        parts: list[Array] = []
        for name, words in inputs.items():
            column = sheet.column(name)
            gaps = np.array([is_missing(cell) for cell in column])
            if gaps.any() and self.missing is Gaps.DROP:
                notes.append(
                    say("{column}: {count} rows have no value and are left out.", column=name, count=int(gaps.sum()))
                )
                usable &= ~gaps
            elif gaps.any():
                notes.append(say("{column}: {count} missing values are filled.", column=name, count=int(gaps.sum())))
            if words:
                place = {word: number for number, word in enumerate(words)}
                numbers = np.array([place.get(cell, -1) for cell in column])
                commonest = int(np.bincount(numbers[~gaps]).argmax())
                parts.append(np.eye(len(words))[np.where(gaps, commonest, numbers)])
            else:
                told = np.array([as_number(cell) or 0.0 for cell in column])
                parts.append(np.where(gaps, told[~gaps].mean(), told)[:, None])
        if not usable.any():
            raise DataError(say("No row of {file} is left: each has a missing value somewhere.", file=self.file))
        kept = tuple(cell for cell, good in zip(cells, usable, strict=True) if good)
        return np.concatenate(parts, axis=1)[usable].astype(np.float32), kept, notes

    def _tells(self, cell: str) -> bool:
        """Whether a cell of the target can be learned from."""
        return not is_missing(cell)


def _no_column(name: str, sheet: Sheet) -> Message:
    return say("There is no column {name}. The file has: {names}.", name=name, names=", ".join(sheet.names))


class CsvClasses(_Csv, frozen=True):
    """A table of your own whose target is a class."""

    name: ClassVar[str] = "csv_classes"
    title: ClassVar[str] = mark("CSV table: a class")
    chinese: ClassVar[str] = "CSV 表格：分类"
    paragraph: ClassVar[str] = mark(
        "Your own table in a CSV file. Columns of numbers are features as they are, columns of a few words become one "
        "feature per word, and every different value of the target column is a class. Missing values are counted and "
        "filled or left out, as you choose. The licence is that of your data."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` and ``label``; with two classes also ``target`` and ``sign``."""
        return {"features": self._features(), **label_fields(len(self.class_names()))}

    def class_names(self) -> tuple[str, ...]:
        """Return the values of the target column, sorted; two numbers until there is a file."""
        sheet = self._sheet()
        if sheet is None:
            return ("0", "1")
        return tuple(sorted({cell for cell in sheet.column(self._target(sheet)) if not is_missing(cell)}))

    def load(self, seed: int = 0) -> Table:
        """Return the rows of the file. Raises DataError when it cannot be used."""
        features, cells, notes = self._read()
        names = self.class_names()
        labels = np.array([names.index(cell) for cell in cells])
        return Table({"features": np.ascontiguousarray(features), **label_columns(labels, len(names))}, tuple(notes))


class CsvNumbers(_Csv, frozen=True):
    """A table of your own whose target is a number."""

    name: ClassVar[str] = "csv_numbers"
    title: ClassVar[str] = mark("CSV table: a number")
    chinese: ClassVar[str] = "CSV 表格：回归"
    paragraph: ClassVar[str] = mark(
        "Your own table in a CSV file, with a number to be foretold. Columns of numbers are features as they are, "
        "columns of a few words become one feature per word. Rows whose target is no number are left out and counted; "
        "other missing values are filled or left out, as you choose. The licence is that of your data."
    )
    task: ClassVar[Task] = Task.REGRESSION
    target_unit: ClassVar[str] = mark("in the unit of the column")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` and ``target`` (1)."""
        return {"features": self._features(), "target": TensorSpec.of(Kind.FEATURES, 1)}

    def load(self, seed: int = 0) -> Table:
        """Return the rows of the file. Raises DataError when it cannot be used."""
        features, cells, notes = self._read()
        target = np.array([[as_number(cell) or 0.0] for cell in cells], dtype=np.float32)
        return Table({"features": np.ascontiguousarray(features), "target": target}, tuple(notes))

    def _tells(self, cell: str) -> bool:
        return as_number(cell) is not None
