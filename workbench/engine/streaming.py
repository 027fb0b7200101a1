"""Training on examples that stay in their files: batches of them, and what stands for a part of the data.

They give what the columns on the device give, row by row the same numbers. Files that cannot be read are left out of
their batch, and named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import numpy as np
import torch
from torch import Tensor

from graphs.message import Message, say
from graphs.recipe import Order
from workbench.data import Table
from workbench.data.streaming import Filed
from workbench.engine.batches import Batches, to_device
from workbench.engine.events import Array
from workbench.engine.memory import size_words
from workbench.engine.readers import Feed, Readers, ReadersLost

FEW = 100
"""On how many examples an augmentation measures columns that stay in their files."""


class StreamedColumn:
    """A column that stays in its files, with what is asked of a tensor (n, ...): rows, length, number type, extremes.

    A row that cannot be read is empty (zeros) here, so that every row has its place.
    """

    def __init__(self, column: Filed, device: torch.device):
        self._column, self.device = column, device
        self.shape = torch.Size(column.shape)

    def __len__(self) -> int:
        return len(self._column)

    def __getitem__(self, rows: Any) -> Tensor:
        """Read rows, chosen as of a tensor."""
        chosen = rows.cpu().numpy() if isinstance(rows, Tensor) else rows
        return torch.as_tensor(self._column[chosen]).to(self.device)

    def is_floating_point(self) -> bool:
        """Whether its numbers have a fraction."""
        return self._column.dtype.kind == "f"

    def dim(self) -> int:
        """How many axes there are, the rows among them."""
        return self._column.ndim

    def min(self) -> Tensor:
        """The least number there can be in a picture; of other columns the least of a few rows."""
        return self._extremes().min()

    def max(self) -> Tensor:
        """The greatest number there can be in a picture; of other columns the greatest of a few rows."""
        return self._extremes().max()

    def _extremes(self) -> Tensor:
        pictured = self.is_floating_point() and len(self._column.dims) > 1
        return torch.as_tensor(self._column.tones() if pictured else self._column[: min(FEW, len(self))])


class Streamed(Mapping[str, Any]):
    """The columns of a part by Input name; those that fit are on the device, the others stay in their files."""

    def __init__(self, table: Table, fields: Mapping[str, str], device: torch.device, readers: Readers):
        self.device, self.readers, self.count = device, readers, len(table)
        self._fields = {name: field for name, field in fields.items() if isinstance(table[field], Filed)}
        filed: dict[str, Any] = {field: table[field] for field in dict.fromkeys(self._fields.values())}
        held = {name: field for name, field in fields.items() if name not in self._fields}
        self._held = to_device({field: table[field] for field in held.values()}, held, device)
        self._feed = Feed(filed, readers)
        columns = {field: StreamedColumn(column, device) for field, column in filed.items()}
        self._all: dict[str, Any] = {
            name: columns[field] if name in self._fields else self._held[name] for name, field in fields.items()
        }

    def __getitem__(self, name: str) -> Any:
        return self._all[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    @property
    def failed(self) -> dict[str, str]:
        """The files that could not be read so far, each with the reason."""
        return dict(self._feed.failed)

    def rows(self, names: Iterable[str], rows: Array, coming: Iterable[Array] = ()) -> dict[str, Tensor]:
        """Return some columns of those of the ``rows`` (n,) that can be read, each (kept, ...), on the device."""
        wanted = list(names)
        found: dict[str, Tensor] = {}
        kept = rows
        if any(name in self._fields for name in wanted):
            raw, kept = self._feed.get(rows, coming)
            finished = {
                field: self._finished(self._feed.columns[field], raw[field])
                for field in dict.fromkeys(self._fields[name] for name in wanted if name in self._fields)
            }
            found = {name: finished[self._fields[name]] for name in wanted if name in self._fields}
        places = torch.from_numpy(kept).to(self.device)
        for name in wanted:
            if name not in found:
                found[name] = self._held[name].index_select(0, places)
        return found

    def _finished(self, column: Filed, raw: Array) -> Tensor:
        """What a reader gave, as numbers on the device. Tones cross to an accelerator as bytes and are scaled there."""
        if self.device.type == "cpu":
            return torch.from_numpy(column.finish(raw))
        if raw.dtype == np.uint8 and column.dtype.kind == "f":
            return toned(torch.from_numpy(column.tones()).to(self.device), self._sent(raw))
        return self._sent(column.finish(raw))

    def _sent(self, values: Array) -> Tensor:
        tensor = torch.from_numpy(np.ascontiguousarray(values))
        if self.device.type == "cuda" and tensor.numel():
            return tensor.pin_memory().to(self.device, non_blocking=True)
        return tensor.to(self.device)

    def cut(self, names: Iterable[str], start: int, end: int) -> dict[str, Tensor]:
        """Return the rows from ``start`` to before ``end`` that can be read; the next as many are read meanwhile."""
        size = max(1, end - start)
        later = (np.arange(at, min(at + size, self.count)) for at in range(end, self.count, size))
        return self.rows(names, np.arange(start, end), later)

    def bound(self, size: int) -> int:
        """How many bytes of examples are in memory at most while batches of ``size`` are trained on and validated."""
        raw = sum(int(np.prod(c.dims)) * (1 if c.dtype.kind == "f" else c.dtype.itemsize) for c in self._filed())
        whole = sum(int(np.prod(c.dims)) * c.dtype.itemsize for c in self._filed())
        return size * (2 * (self.readers.ahead + 1) * raw + 3 * whole)

    def _filed(self) -> Iterable[Filed]:
        return self._feed.columns.values()


def toned(tones: Tensor, raw: Tensor) -> Tensor:
    """Give every tone of ``raw`` (n, channels, ...), uint8, its number of ``tones`` (channels, 256), float32."""
    channels = [tones[number][raw[:, number].long()] for number in range(raw.shape[1])]
    return torch.stack(channels, dim=1)


class StreamedBatches(Batches):
    """Batches like any other, in the same order from the same seed; their rows are read when their turn comes near.

    A batch whose only readable example would be alone has it twice, since some layers cannot work on one.
    """

    def __init__(
        self, part: Streamed, names: Iterable[str], size: int, order: Order, seed: int, chances: Tensor | None = None
    ):
        super().__init__({"row": torch.arange(part.count)}, size, order, seed, chances)
        self.part, self.names = part, tuple(names)

    def next(self) -> dict[str, Tensor]:
        """Return the next batch by Input name. Raises ReadersLost when none of its examples can be read."""
        rows = super().next()["row"].numpy()
        try:
            batch = self.part.rows(self.names, rows, self._coming())
            count = len(next(iter(batch.values())))
            if not count:
                file, why = next(reversed(self.part.failed.items()))
                raise ReadersLost(
                    say("None of the {count} files of a batch can be read, such as {file}: {why}.", count=len(rows),
                        file=file, why=why),
                    say("Put the files back where they were. The run can be resumed from its last checkpoint."),
                )  # fmt: skip
        except BaseException:
            self.back()
            raise
        if count == 1 < len(rows):
            batch = {name: torch.cat([value, value]) for name, value in batch.items()}
        return batch

    def _coming(self) -> Iterator[Array]:
        """The rows of the batches after this one, into the next epoch; its order is drawn on a copy."""
        order, number = self.permutation, min(self.position // self.size, self.per_epoch - 1)
        if self.position:
            for place in range(number, self.per_epoch):
                yield order[self._bounds[place] : self._bounds[place + 1]].numpy()
        if self.shuffled:
            state = self.generator.get_state()
            order = self._drawn()
            self.generator.set_state(state)
        for place in range(self.per_epoch):
            yield order[self._bounds[place] : self._bounds[place + 1]].numpy()


def columns_of(table: Table, fields: Mapping[str, str], device: torch.device) -> Mapping[str, Any]:
    """The columns of a part by Input name: on the device, or where they stay in files what reads them."""
    if not len(table):
        return {}
    if any(isinstance(table[field], Filed) for field in fields.values()):
        return Streamed(table, fields, device, Readers.shared())
    return to_device(table.columns, fields, device)


def batches_of(
    columns: Mapping[str, Any],
    needed: Iterable[str],
    size: int,
    order: Order,
    seed: int,
    chances: Tensor | None = None,
) -> Batches:
    """Batches of the columns that are needed."""
    names = [name for name in columns if name in set(needed)]
    if isinstance(columns, Streamed):
        return StreamedBatches(columns, names, size, order, seed, chances)
    return Batches({name: columns[name] for name in names}, size, order, seed, chances)


def cut(columns: Mapping[str, Any], names: Iterable[str], start: int, end: int) -> dict[str, Tensor]:
    """The rows from ``start`` to before ``end`` of some columns; of those in files only the ones that can be read."""
    if isinstance(columns, Streamed):
        return columns.cut(names, start, end)
    return {name: columns[name][start:end] for name in names}


def few(table: Table) -> Table:
    """A table as it is, or where columns stay in files some of its rows, spread over all of them."""
    if not table.streams or len(table) <= FEW:
        return table
    return table.take(np.linspace(0, len(table) - 1, FEW).round().astype(np.int64))


def memory_note(columns: Mapping[str, Any], size: int) -> tuple[Message, ...]:
    """Say how much of the examples is in memory at most; nothing where they are all on the device."""
    if not isinstance(columns, Streamed):
        return ()
    return (
        say(
            "{count} examples stay in their files and are read by {readers} processes; at most {bytes} of them are in "
            "memory at a time.",
            count=columns.count, readers=columns.readers.count, bytes=size_words(columns.bound(size)),
        ),
    )  # fmt: skip
