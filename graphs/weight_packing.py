"""Weights of several small layers put together in the arrays of one large layer, and taken apart again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import prod
from typing import TYPE_CHECKING

from graphs.edits import Edit
from graphs.message import Message, say

if TYPE_CHECKING:
    import numpy

    from graphs.project import Project

Shapes = tuple[tuple[str, tuple[int, ...]], ...]
"""The names of arrays inside a node, with their shapes."""


@dataclass(frozen=True)
class Patch:
    """Rows, and of a matrix columns, of a loose array, and from which row on they lie in a packed one.

    ``again`` names a packed array that adds to the same numbers: it is zero there when packed, and its share is added
    when they are taken apart.
    """

    loose: str
    rows: tuple[int, int]
    columns: tuple[int, int] | None
    packed: str
    row: int
    again: str = ""

    @property
    def here(self) -> tuple[slice, ...]:
        """Where the numbers lie in the loose array."""
        return (slice(*self.rows),) + (() if self.columns is None else (slice(*self.columns),))

    @property
    def there(self) -> slice:
        """Where they lie in the packed one."""
        return slice(self.row, self.row + self.rows[1] - self.rows[0])


@dataclass(frozen=True)
class PackWeights:
    """Put the weights of the layers in a drawn cell together as one fused layer has them, or (``apart``) back.

    Names are those inside the node, after ``before``. What is not there, as before any training, is left so.
    """

    node: int
    patches: tuple[Patch, ...]
    loose: Shapes
    packed: Shapes
    apart: bool = False
    before: str = ""

    def apply(self, project: Project) -> Edit:
        """Do it; the inverse goes the other way, with what was learned in between."""
        gone, come = (self.packed, self.loose) if self.apart else (self.loose, self.packed)
        keys = [(self.node, self.before + name) for name, _ in gone]
        if all(key in project.weights and project.weights[key].size == prod(shape)
               for key, (_, shape) in zip(keys, gone, strict=True)):  # fmt: skip
            old = {name: project.weights.pop(key) for key, (name, _) in zip(keys, gone, strict=True)}
            for name, array in self._arrays(old, come).items():
                project.weights[self.node, self.before + name] = array
        return replace(self, apart=not self.apart)

    def _arrays(self, old: Mapping[str, numpy.ndarray], come: Shapes) -> dict[str, numpy.ndarray]:
        import numpy

        kind = next(iter(old.values())).dtype
        made = {name: numpy.zeros(shape, kind) for name, shape in come}
        for patch in self.patches:
            if self.apart:
                again = old[patch.again][patch.there] if patch.again else 0
                made[patch.loose][patch.here] = old[patch.packed][patch.there] + again
            else:
                made[patch.packed][patch.there] = old[patch.loose][patch.here]
        return made

    def label(self, project: Project) -> Message:
        """Never shown alone."""
        return say("Nothing")
