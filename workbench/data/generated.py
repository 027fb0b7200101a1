"""What generated data sets share: a number of examples, a seed, and columns of the declared number types."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import Any, ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from workbench.data.dataset import Array, DataSet, Scaling, Table


def sample_count(default: int) -> Any:
    """Declare how many examples a set makes, with its usual number."""
    return Field(default, ge=20, le=100_000, face="samples", description="how many examples to make")


class Generated(DataSet, frozen=True):
    """Examples made from a seed; ``make`` draws them, and ``load`` brings them to the declared number types."""

    source: ClassVar[str] = mark("generated")
    generated: ClassVar[bool] = True

    @abstractmethod
    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return one array for each of ``fields()``, of shape (samples, dims...) and any number type."""

    def scaling(self) -> Mapping[str, Scaling]:
        """Return nothing to scale: what is generated is made near one."""
        return {}

    def load(self, seed: int = 0) -> Table:
        """Return the examples of this seed."""
        made = self.make(np.random.default_rng(seed))
        return Table({name: np.ascontiguousarray(made[name], dtype=spec.dtype) for name, spec in self.fields().items()})


def balanced(random: np.random.Generator, count: int, classes: int) -> Array:
    """Return ``count`` labels from 0 in random order, each class as often as the others or once more; int64."""
    return random.permutation(np.arange(count, dtype=np.int64) % classes)
