"""The training examples on the device, cut into batches in an order of their own.

A batch is one indexing operation per column, where the data already are: no worker, no copying, no waiting.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor

from graphs.recipe import Order


def to_device(columns: Mapping[str, object], fields: Mapping[str, str], device: torch.device) -> dict[str, Tensor]:
    """Put the columns that inputs read onto the device once: ``fields`` maps the name of an Input node to its column.

    Columns are numpy arrays of shape (N, ...); the result maps Input names to tensors (N, ...). Two inputs that read
    the same column share one tensor.
    """
    put = {field: sent(torch.as_tensor(columns[field]), device) for field in dict.fromkeys(fields.values())}
    return {name: put[field] for name, field in fields.items()}


def sent(values: Tensor, device: torch.device) -> Tensor:
    """Put a tensor in main memory onto a device; on the way to an NVIDIA GPU nobody waits for it.

    A copy from pinned memory goes on by itself, and torch keeps that memory until it is done.
    """
    if device.type == "cuda":
        return values.pin_memory().to(device, non_blocking=True)
    return values.to(device)


class Batches:
    """Batches of training examples, for ever; the order of each epoch comes from a generator that nobody else uses.

    With ``chances`` (n,) as many examples as there are make an epoch, each drawn anew and by its chance.

    ``position`` is how many examples of this epoch were given. A single example left at the end of an epoch joins the
    batch before it, since some layers (batch normalisation) cannot work on one example.
    """

    def __init__(
        self, columns: Mapping[str, Tensor], size: int, order: Order, seed: int, chances: Tensor | None = None
    ):
        self.columns = dict(columns)
        self.count = len(next(iter(columns.values())))
        self.size = min(size, self.count)
        self.chances = chances
        self.shuffled = order is Order.SHUFFLED or chances is not None
        self.generator = torch.Generator().manual_seed(seed)
        self.position = self._given = 0
        self._undrawn = self.generator.get_state()
        self.permutation = torch.arange(self.count)
        self._device = next(iter(columns.values())).device
        self._rows = sent(self.permutation, self._device)
        self.per_epoch = -(-self.count // self.size)
        if self.size > 1 and self.count % self.size == 1:
            self.per_epoch = max(1, self.per_epoch - 1)
        self._bounds = [number * self.size for number in range(self.per_epoch)] + [self.count]
        self._shared = len({id(column) for column in self.columns.values()}) < len(self.columns)

    def next(self) -> dict[str, Tensor]:
        """Return the next batch by Input name, each of shape (batch, ...), a copy that may be changed."""
        number = min(self.position // self.size, self.per_epoch - 1)
        start, end = self._bounds[number], self._bounds[number + 1]
        if start == 0 and self.shuffled:
            self._undrawn = self.generator.get_state()
            self.permutation = self._drawn()
            self._rows = sent(self.permutation, self._device)
        rows, self._given = self._rows[start:end], start
        self.position = 0 if end == self.count else end
        if not self._shared:
            return {name: column.index_select(0, rows) for name, column in self.columns.items()}
        drawn: dict[int, Tensor] = {}
        return {
            name: drawn[id(column)]
            if id(column) in drawn
            else drawn.setdefault(id(column), column.index_select(0, rows))
            for name, column in self.columns.items()
        }

    def back(self) -> None:
        """Give the last batch once more: its step was not taken. An order it began is drawn anew, the same."""
        self.position = self._given
        if self._given == 0 and self.shuffled:
            self.generator.set_state(self._undrawn)

    def go_to(self, number: int) -> None:
        """Go to a batch of an epoch; in an order drawn anew where that is not its first."""
        self.position = self._bounds[number % self.per_epoch]
        if self.position and self.shuffled:
            self.permutation = self._drawn()
            self._rows = sent(self.permutation, self._device)

    def _drawn(self) -> Tensor:
        """The rows of a new epoch, (n,), int64."""
        if self.chances is None:
            return torch.randperm(self.count, generator=self.generator)
        return torch.multinomial(self.chances, self.count, replacement=True, generator=self.generator)

    def tensors(self) -> dict[str, Tensor]:
        """Return the order as tensors for a checkpoint."""
        return {"generator": self.generator.get_state(), "permutation": self.permutation}

    def restore(self, tensors: Mapping[str, Tensor], position: int) -> None:
        """Go back to an order that ``tensors`` gave and to a place in it.

        With another batch size the place is the batch that holds that example.
        """
        self.generator.set_state(tensors["generator"])
        self.permutation = tensors["permutation"]
        self._rows = sent(self.permutation, self._device)
        number = min(position // self.size, self.per_epoch - 1)
        self.position = self._bounds[number] if position < self.count else 0
