"""torch's fused recurrent layers with one more freedom each: lengths, a start for every layer, and last states that
can be used as features. They keep torch's names of weights. Each class can be copied with the functions it uses."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn


def packed(x: torch.Tensor, lengths: torch.Tensor | None) -> Any:
    """Leave the padding out of ``x`` (N, T, F): pack what ``lengths`` (N), from 1 to T, calls real."""
    if lengths is None:
        return x
    real = lengths.clamp(min=1, max=x.shape[1]).cpu()  # torch wants to see the lengths without asking the GPU
    return nn.utils.rnn.pack_padded_sequence(x, real, batch_first=True, enforce_sorted=False)


def padded(steps: Any, length: int) -> torch.Tensor:
    """Fill packed steps up with zeros to (N, length, D·H); a tensor stays as it is."""
    if isinstance(steps, torch.Tensor):
        return steps
    filled: torch.Tensor = nn.utils.rnn.pad_packed_sequence(steps, batch_first=True, total_length=length)[0]
    return filled


def first_states(h: torch.Tensor, layers: int, directions: int) -> torch.Tensor:
    """Give every layer the same start: ``h`` (N, D·H) becomes (layers·D, N, H)."""
    return h.reshape(h.shape[0], directions, -1).transpose(0, 1).repeat(layers, 1, 1)


def last_states(states: torch.Tensor, directions: int) -> torch.Tensor:
    """Join the directions of the last layer: (layers·D, N, H) becomes (N, D·H)."""
    return states[-directions:].transpose(0, 1).flatten(1)


class RNN(nn.RNN):
    """nn.RNN over ``x`` (N, T, F) that takes ``h`` (N, D·H) as the start and ``lengths`` (N) of the real steps."""

    def forward(  # type: ignore[override]
        self, x: torch.Tensor, h: torch.Tensor | None = None, lengths: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return every step (N, T, D·H) and the last state of the last layer (N, D·H)."""
        directions = 2 if self.bidirectional else 1
        start = None if h is None else first_states(h, self.num_layers, directions)
        steps, last = super().forward(packed(x, lengths), start)
        return padded(steps, x.shape[1]), last_states(last, directions)


class GRU(nn.GRU):
    """nn.GRU over ``x`` (N, T, F) that takes ``h`` (N, D·H) as the start and ``lengths`` (N) of the real steps."""

    def forward(  # type: ignore[override]
        self, x: torch.Tensor, h: torch.Tensor | None = None, lengths: torch.Tensor | None = None
    ) -> tuple[torch.Tensor, torch.Tensor]:
        """Return every step (N, T, D·H) and the last state of the last layer (N, D·H)."""
        directions = 2 if self.bidirectional else 1
        start = None if h is None else first_states(h, self.num_layers, directions)
        steps, last = super().forward(packed(x, lengths), start)
        return padded(steps, x.shape[1]), last_states(last, directions)


class LSTM(nn.LSTM):
    """nn.LSTM over ``x`` (N, T, F) that takes ``h`` and ``c`` (N, D·H) as the start (zeros for one that is missing)
    and ``lengths`` (N) of the real steps."""

    def forward(  # type: ignore[override]
        self,
        x: torch.Tensor,
        h: torch.Tensor | None = None,
        c: torch.Tensor | None = None,
        lengths: torch.Tensor | None = None,
    ) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Return every step (N, T, D·H), the last state and the last cell of the last layer (N, D·H)."""
        directions = 2 if self.bidirectional else 1
        given = h if h is not None else c
        start = None
        if given is not None:
            first, memory = (torch.zeros_like(given) if state is None else state for state in (h, c))
            start = (
                first_states(first, self.num_layers, directions),
                first_states(memory, self.num_layers, directions),
            )
        steps, (last, cell) = super().forward(packed(x, lengths), start)
        return padded(steps, x.shape[1]), last_states(last, directions), last_states(cell, directions)
