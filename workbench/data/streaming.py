"""Columns that stay in their files: a row is read when somebody asks for it, so that the whole need not fit in memory.

A column of this kind has the length, shape and number type of an array. Whoever trains reads many rows at once, in
processes of their own; what they need for it, a reader and the names of files, is plain data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np

Array = np.ndarray[Any, np.dtype[Any]]
"""A numpy array of any shape and number type."""

ROOM = 2**30
"""Bytes that a data set may fill in memory before it is streamed."""

SAMPLE = 400
"""On how many examples the mean and the deviation of a streamed column are measured, spread over all of them."""


class Unreadable(Exception):  # noqa: N818 - it says what happened
    """A file that cannot be read; the text says why."""


class Reader(Protocol):
    """Reads the columns of one example from its files. It is sent to other processes, so it is plain data."""

    def __call__(self, source: str) -> Mapping[str, Array]:
        """Return each streamed column of the example ``source``; pictures as uint8. Raises Unreadable."""


@dataclass(frozen=True)
class Read:
    """What reading some rows gave: the columns of those that could be read, their places among the rows that were
    asked for, and the others with the reason.
    """

    columns: Mapping[str, Array]
    places: tuple[int, ...]
    failed: tuple[tuple[str, str], ...] = ()


def read_rows(reader: Reader, sources: Sequence[str]) -> Read:
    """Read examples one after the other; what cannot be read is passed over and named."""
    rows: list[Mapping[str, Array]] = []
    places: list[int] = []
    failed: list[tuple[str, str]] = []
    for place, source in enumerate(sources):
        try:
            rows.append(reader(source))
            places.append(place)
        except Unreadable as error:
            failed.append((source, str(error)))
    names = rows[0] if rows else ()
    return Read({name: np.stack([row[name] for row in rows]) for name in names}, tuple(places), tuple(failed))


class Filed:
    """A column of a table whose rows stay in files. ``sources`` (n,) name the example of each row, as UTF-8.

    Columns of one table that come from the same files share ``reader`` and ``sources``, and are read together.
    """

    def __init__(
        self,
        name: str,
        reader: Reader,
        sources: Array,
        dims: tuple[int, ...],
        dtype: str = "float32",
        scale: Callable[[Array], Array] | None = None,
    ):
        self.name, self.reader, self.sources, self.dims, self.scale = name, reader, sources, dims, scale
        self.dtype = np.dtype(dtype)
        self._tones: Array | None = None

    @property
    def shape(self) -> tuple[int, ...]:
        """How many rows there are, and the dimensions of one."""
        return (len(self.sources), *self.dims)

    @property
    def ndim(self) -> int:
        """How many axes there are, the rows among them."""
        return 1 + len(self.dims)

    @property
    def nbytes(self) -> int:
        """How many bytes the column would fill in memory."""
        return int(np.prod(self.shape, dtype=np.int64)) * self.dtype.itemsize

    def __len__(self) -> int:
        return len(self.sources)

    def __getitem__(self, rows: Any) -> Array:
        """Read a row, or several; one that cannot be read is empty (zeros), so that every row has its place."""
        chosen = np.arange(len(self))[rows]
        read = read_rows(self.reader, self.names(np.atleast_1d(chosen)))
        found = np.zeros((np.atleast_1d(chosen).shape[0], *self.dims), dtype=self.dtype)
        if read.places:
            found[list(read.places)] = self.finish(read.columns[self.name])
        return found if np.ndim(chosen) else found[0]

    def __array__(self, dtype: Any = None, copy: bool | None = None) -> Array:
        if self.nbytes > ROOM:
            raise MemoryError(f"{self.name} has {self.nbytes:,} bytes and stays in its files. Ask for a few rows.")
        return np.asarray(self[:], dtype=dtype)

    def names(self, rows: Array) -> list[str]:
        """What the rows are read from."""
        return [bytes(source).decode("utf-8", "surrogateescape") for source in self.sources[rows]]

    def take(self, rows: Array) -> Filed:
        """The rows with these numbers, in this order, still in their files."""
        return Filed(self.name, self.reader, self.sources[rows], self.dims, self.dtype.name, self.scale)

    def scaled(self, scale: Callable[[Array], Array]) -> Filed:
        """The same column, each row scaled when it is read; ``scale`` takes and gives (n, ...)."""
        return Filed(self.name, self.reader, self.sources, self.dims, self.dtype.name, scale)

    def finish(self, raw: Array) -> Array:
        """Turn what a reader gave, (n, ...), into the numbers of the column: pictures from 0 to 1, and scaled."""
        if raw.dtype == np.uint8 and self.dtype.kind == "f":
            return self._toned(raw)
        values = raw.astype(self.dtype)
        return values if self.scale is None else self.scale(values)

    def tones(self) -> Array:
        """The number that each of the 256 tones of a picture stands for, (channels, 256)."""
        if self._tones is None:
            values = np.arange(256, dtype=np.float32) / np.float32(255)
            tones = np.repeat(values[None], self.dims[0], axis=0)[..., None]
            # Scaled as a picture of 256 places would be, so that the numbers are the same to the last bit.
            shaped = tones.reshape(1, self.dims[0], 256, *(1 for _ in self.dims[2:]))
            self._tones = (shaped if self.scale is None else self.scale(shaped)).reshape(self.dims[0], 256)
        return self._tones

    def _toned(self, raw: Array) -> Array:
        tones, found = self.tones(), np.empty(raw.shape, dtype=np.float32)
        for row in range(len(raw)):
            for channel in range(raw.shape[1]):
                np.take(tones[channel], raw[row, channel], out=found[row, channel], mode="clip")
        return found

    def measure(self, whole: bool) -> tuple[Array, Array, int]:
        """The mean and the deviation, of the ``whole`` or by channel, and on how many rows they were measured: at most
        `SAMPLE`, spread evenly.
        """
        rows = np.unique(np.linspace(0, len(self) - 1, min(SAMPLE, len(self))).round().astype(np.int64))
        total, squares, count, seen = np.float64(0), np.float64(0), 0, 0
        for row in rows:  # one after the other: large pictures would fill gigabytes
            read = read_rows(self.reader, self.names(np.array([row])))
            if not read.places:
                continue
            values = self.finish(read.columns[self.name]).astype(np.float64)
            axes = tuple(axis for axis in range(values.ndim) if whole or axis != 1)
            total = total + values.sum(axis=axes)
            count += values.size // max(1, np.size(total))
            squares = squares + np.square(values, out=values).sum(axis=axes)
            seen += len(read.places)
        means = np.atleast_1d(total / max(1, count))
        return means, np.sqrt(np.maximum(np.atleast_1d(squares / max(1, count)) - means**2, 0)), seen


def filed(reader: Reader, sources: Sequence[str], columns: Mapping[str, tuple[tuple[int, ...], str]]) -> dict[str, Any]:
    """Make the columns that come from the same files; ``columns`` gives the dimensions and number type of each."""
    names = np.array([source.encode("utf-8", "surrogateescape") for source in sources])
    return {name: Filed(name, reader, names, dims, dtype) for name, (dims, dtype) in columns.items()}


def cropped(path: Path, size: int, nearest: bool = False, mode: str = "RGB") -> Array:
    """Read a picture as (channels, size, size) uint8, its middle cut square. Raises Unreadable."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            way = Image.Resampling.NEAREST if nearest else Image.Resampling.BILINEAR
            kept = picture if mode == "P" else picture.convert(mode)
            fitted = np.asarray(ImageOps.fit(kept, (size, size), way), dtype=np.uint8)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Unreadable(str(error)) from error
    return np.ascontiguousarray(fitted[None] if fitted.ndim == 2 else fitted.transpose(2, 0, 1))


@dataclass(frozen=True)
class Pictures:
    """Reads the column ``image`` (3, size, size) from a picture below a folder."""

    folder: str
    size: int

    def __call__(self, source: str) -> Mapping[str, Array]:
        """Read one picture; ``source`` is its place below the folder."""
        return {"image": cropped(Path(self.folder) / source, self.size)}
