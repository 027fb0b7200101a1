"""Where a step began, so that one that breaks off in the middle leaves no trace.

A step that runs out of memory has moved no weight yet, but running averages of the layers it has passed. They are kept
at the beginning of each step: those that steps change, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable

import torch
from torch import Tensor, nn


class Foothold:
    """The buffers of a network as they were before the step that is being taken.

    Which of them a step changes is seen at the first one: all of a module of which one is another number.
    """

    def __init__(self, modules: Iterable[nn.Module]):
        groups = [[buffer for buffer in module.buffers(recurse=False) if buffer.numel()] for module in modules]
        self._groups = [group for group in groups if group]
        self._own: list[Tensor] | None = None
        self._kept: list[Tensor] = []
        self._looked = False
        self._underway = False

    def forget(self) -> None:
        """Look anew which buffers steps change: other nodes learn now."""
        self._own, self._looked = None, False

    @torch.no_grad()
    def mark(self) -> None:
        """A step begins."""
        self._underway = True
        if self._own is None:
            if self._looked:
                kept = iter(self._kept)
                pairs = [[(buffer, next(kept)) for buffer in group] for group in self._groups]
                moved = [group for group in pairs if not all(torch.equal(new, old) for new, old in group)]
                self._own = [buffer for group in moved for buffer, _ in group]
                self._kept = [buffer.clone() for buffer in self._own]
            else:
                self._kept = [buffer.clone() for group in self._groups for buffer in group]
            self._looked = not self._looked
        elif self._own:
            torch._foreach_copy_(self._kept, self._own)

    def leave(self) -> None:
        """The step has been taken."""
        self._underway = False

    @torch.no_grad()
    def go_back(self) -> bool:
        """Put the buffers where they were if a step has begun and not ended; whether it was so."""
        if not self._underway:
            return False
        self._underway = False
        own = [buffer for group in self._groups for buffer in group] if self._own is None else self._own
        for buffer, kept in zip(own, self._kept, strict=True):
            buffer.copy_(kept)
        return True
