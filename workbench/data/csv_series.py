"""A series of one's own in a CSV file: windows of the rows, and what comes after each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.csv_tables import Sheet, as_number, is_missing, is_numeric, read_sheet
from workbench.data.dataset import Array, DataError, DataSet, Scaling, Table, Task


class CsvSeries(DataSet, frozen=True):
    """A series of your own, a row for each moment: what comes next?"""

    name: ClassVar[str] = "csv_series"
    title: ClassVar[str] = mark("CSV series")
    chinese: ClassVar[str] = "CSV 时间序列"
    paragraph: ClassVar[str] = mark(
        "Your own series in a CSV file, its rows in the order of time: prices, temperatures, loads, sales. `sequence` "
        "is a window of the chosen columns of numbers, each brought to mean 0 and deviation 1 by the first half of the "
        "file, `target` the next values of one of them. Gaps are filled along a straight line between their neighbours "
        "and counted. The parts are cut in time. The licence is that of your data."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.REGRESSION
    own: ClassVar[bool] = True
    ordered: ClassVar[bool] = True
    target_unit: ClassVar[str] = mark("in the unit of the column")

    file: str = Field("", description="the CSV file; its first line names the columns, its rows follow in time")
    target: str = Field("", description="the column to be foretold; the last one of numbers when empty")
    columns: str = Field("", description="the columns that are known, with commas between; all of numbers when empty")
    length: int = Field(24, ge=2, le=1000, face="steps", description="how many rows the network sees at once")
    ahead: int = Field(1, ge=1, le=200, description="how many values after the window are foretold")

    def _sheet(self) -> Sheet | None:
        try:
            return read_sheet(self.file)
        except DataError:
            return None

    def _known(self, sheet: Sheet) -> tuple[str, ...]:
        """The columns that are known. Raises DataError for one that is not there or holds no numbers."""
        numeric = [name for name in sheet.names if is_numeric(sheet.column(name))]
        chosen = [name.strip() for name in self.columns.split(",") if name.strip()] or numeric
        for name in [*chosen, *([self.target.strip()] if self.target.strip() else [])]:
            if name not in numeric:
                raise DataError(
                    say("{column} is no column of numbers. The file has these: {names}.", column=name,
                        names=", ".join(numeric) or "–")
                )  # fmt: skip
        if not chosen:
            raise DataError(say("{file} has no column of numbers to learn from.", file=self.file))
        return tuple(chosen)

    def feature_names(self) -> tuple[str, ...]:
        """Return the known columns; nothing until there is a file."""
        sheet = self._sheet()
        try:
            return self._known(sheet) if sheet is not None else ()
        except DataError:
            return ()

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``sequence`` (length, columns) and ``target`` (ahead)."""
        return {
            "sequence": TensorSpec.of(Kind.SEQUENCE, self.length, max(1, len(self.feature_names()))),
            "target": TensorSpec.of(Kind.FEATURES, self.ahead),
        }

    def scaling(self) -> Mapping[str, Scaling]:
        """Return one mean and deviation for the target; the windows come scaled already."""
        return {"target": Scaling.WHOLE}

    def load(self, seed: int = 0) -> Table:
        """Return the windows in the order of time. Raises DataError when the file cannot be used or is too short."""
        sheet = read_sheet(self.file)
        known = self._known(sheet)
        target = self.target.strip() or next(name for name in reversed(sheet.names) if is_numeric(sheet.column(name)))
        notes: list[Message] = list(sheet.notes)
        series = np.stack([_filled(sheet, name, notes) for name in known], axis=1)
        asked = _filled(sheet, target, [])
        windows = len(series) - self.length - self.ahead + 1
        if windows < 3:
            raise DataError(
                say("{file} has {count} rows, and a window needs {length} and {ahead} more. Choose a longer file or a "
                    "shorter length.", file=self.file, count=len(series), length=self.length, ahead=self.ahead)
            )  # fmt: skip
        first = series[: max(2, len(series) // 2)]
        deviation = first.std(axis=0)
        scaled = (series - first.mean(axis=0)) / np.where(deviation > 0, deviation, 1)
        rows = np.arange(windows)[:, None]
        return Table(
            {
                "sequence": np.ascontiguousarray(scaled[rows + np.arange(self.length)], dtype=np.float32),
                "target": np.ascontiguousarray(asked[rows + self.length + np.arange(self.ahead)], dtype=np.float32),
            },
            tuple(notes),
        )


def _filled(sheet: Sheet, name: str, notes: list[Message]) -> Array:
    """A column of numbers (n,), its gaps on a straight line between their neighbours; says how many there were."""
    cells = sheet.column(name)
    gaps = np.array([is_missing(cell) for cell in cells])
    values = np.array([as_number(cell) or 0.0 for cell in cells])
    if gaps.any():
        notes.append(say("{column}: {count} missing values are filled.", column=name, count=int(gaps.sum())))
        places = np.arange(len(values))
        values[gaps] = np.interp(places[gaps], places[~gaps], values[~gaps])
    return values
