"""Waiting for a validation loss that no longer falls."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass
class Flat:
    """How long a loss has not fallen: the lowest so far, the looks since, and how often patience has ended."""

    lowest: float = math.inf
    waited: int = 0
    reductions: int = 0

    def see(self, loss: float, patience: int) -> bool:
        """Look at one more loss; True, and the waiting begins anew, when patience has ended.

        A loss that is no finite number counts as one that has not fallen.
        """
        if loss < self.lowest:
            self.lowest, self.waited = loss, 0
            return False
        self.waited += 1
        if self.waited <= patience:
            return False
        self.waited, self.reductions = 0, self.reductions + 1
        return True

    def numbers(self) -> tuple[float | None, int, int]:
        """The state as JSON can keep it."""
        return (self.lowest if math.isfinite(self.lowest) else None, self.waited, self.reductions)

    @classmethod
    def of(cls, numbers: tuple[float | None, int, int]) -> Flat:
        """The state that `numbers` gave."""
        lowest, waited, reductions = numbers
        return cls(math.inf if lowest is None else lowest, waited, reductions)
