"""Memories of earlier batches, kept as buffers, so that a checkpoint holds them too."""

from __future__ import annotations

import torch
from torch import nn


class KeyQueue(nn.Module):
    """The last ``size`` vectors (F) seen in training, first in, first out (He et al. 2020, section 3.2, algorithm 1).

    ``keys`` (size, F) starts with random directions of length 1; ``next`` () int64 is the row written next.
    """

    def __init__(self, features: int, size: int):
        super().__init__()
        self.size = size
        self.register_buffer("keys", nn.functional.normalize(torch.randn(size, features), dim=1))
        self.register_buffer("next", torch.zeros((), dtype=torch.int64))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return what was held before (size, F), without gradient; in training ``x`` (N, F) is written behind it."""
        keys, next_row = self.get_buffer("keys"), self.get_buffer("next")
        held = keys.clone()
        if self.training:
            with torch.no_grad():
                new = x.detach()[-self.size :].to(keys.dtype)
                rows = (next_row + torch.arange(len(new), device=x.device)) % self.size
                keys.index_copy_(0, rows, new)
                next_row.copy_((next_row + len(new)) % self.size)
        return held


class ImageHistory(nn.Module):
    """Pictures of ``dims`` from earlier batches in the place of some of these (Shrivastava et al. 2017, section 2.3).

    The first ``size`` pictures are kept and pass. Later each is a coin toss: it passes, or a kept one goes out in its
    place and it is kept instead (Zhu et al. 2017, appendix 7.1). In evaluation mode all pass. ``kept`` (size, *dims)
    starts with zeros; ``seen`` () int64 counts what was kept until all places are taken.
    """

    def __init__(self, dims: tuple[int, ...], size: int):
        super().__init__()
        self.size = size
        self.register_buffer("kept", torch.zeros(size, *dims))
        self.register_buffer("seen", torch.zeros((), dtype=torch.int64))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        """Return pictures like ``x`` (N, *dims); those of earlier batches carry no gradient."""
        if not self.training:
            return x
        kept, seen = self.get_buffer("kept"), self.get_buffer("seen")
        new, rest = x[: self.size], x[self.size :]
        count = len(new)
        full = seen >= self.size
        chosen = torch.randperm(self.size, device=x.device)[:count]
        rows = torch.where(full, chosen, (seen + torch.arange(count, device=x.device)) % self.size)
        swapped = ((torch.rand(count, device=x.device) < 0.5) & full).reshape(-1, *[1] * (x.dim() - 1))
        old = kept[rows].to(x.dtype)
        with torch.no_grad():
            kept.index_copy_(0, rows, torch.where(swapped | ~full, new, old).to(kept.dtype))
            seen.copy_((seen + count).clamp(max=self.size))
        return torch.cat([torch.where(swapped, old, new), rest])
