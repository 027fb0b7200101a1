"""How a training stands: what its last validation has shown, its best weights, and whether it is time to stop."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING

from workbench.engine.checkpoint import State
from workbench.engine.patience import Flat

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.engine.training import Training


class Standing:
    """What validations have shown so far.

    ``validation`` is the last one, ``best`` the lowest loss with its step; ``best_weights`` are the weights of that
    step until they are written, ``early`` waits for a loss that no longer falls.
    """

    def __init__(self) -> None:
        self.validation: dict[str, float] = {}
        self.best: tuple[float, int] | None = None
        self.best_weights: dict[str, Tensor] | None = None
        self.early = Flat()

    def restore(self, state: State) -> None:
        """Go back to a checkpoint."""
        self.validation, self.best = dict(state.validation), state.best
        self.early = Flat.of(state.patience)

    def see(self, training: Training, validation: Mapping[str, float], patience: int | None) -> bool:
        """Take note of a validation, and of the weights if they are the best so far; True when patience has ended."""
        self.validation = dict(validation)
        loss = validation.get("loss", math.nan)
        comparable = len(training.movers) == 1 or patience is not None
        if comparable and math.isfinite(loss) and (self.best is None or loss < self.best[0]):
            with training.averaged():
                self.best, self.best_weights = (loss, training.step), training.weights()
        return patience is not None and self.early.see(loss, patience - 1)
