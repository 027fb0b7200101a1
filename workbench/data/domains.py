"""Two worlds of pictures without pairs: what is to be carried from the one into the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, sample_count

GROUNDS = ((0.75, 0.65, 0.35), (-0.75, -0.6, -0.3))
"""The colour of the ground in either world, from −1 to 1."""

INKS = (((0.95, -0.9, -0.8), (0.95, 0.0, -0.9)), ((0.2, 0.3, 0.95), (-0.3, 0.95, 0.8)))
"""Between which two colours a thing is in either world."""


class DisksAndSquares(Generated, frozen=True):
    """A world of red disks by day and one of blue squares by night, and no picture of the one belongs to the other."""

    name: ClassVar[str] = "disks_and_squares"
    title: ClassVar[str] = mark("Disks by day, squares by night")
    chinese: ClassVar[str] = "白天的圆与夜里的方"
    paragraph: ClassVar[str] = mark(
        "Two worlds of small coloured pictures. `a` shows a disk between red and orange on a light ground, `b` a "
        "square between blue and green on a dark one; place, size and colour are chance. The two of an example "
        "have nothing to do with each other: whoever wants to carry a picture across has to find out how without being "
        "shown. Numbers lie between −1 and 1, as Tanh gives them. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.GENERATION

    samples: int = sample_count(800)
    size: int = Field(16, ge=12, le=256, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``a`` and ``b`` (3, size, size) from −1 to 1."""
        picture = TensorSpec.of(Kind.IMAGE, 3, self.size, self.size)
        return {"a": picture, "b": picture}

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return the two worlds each on its own."""
        return (("a",), ("b",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return pictures whose edges are smooth over one pixel."""
        return {name: self._world(random, number) for number, name in enumerate("ab")}

    def _world(self, random: np.random.Generator, number: int) -> Array:
        count, size = self.samples, self.size
        radius = random.uniform(0.18, 0.32, (count, 1, 1)) * size
        middle = random.uniform(radius + 1, size - 1 - radius, (2, count, 1, 1))
        place = np.arange(size) + 0.5
        across, down = np.abs(place[None, None] - middle[0]), np.abs(place[None, :, None] - middle[1])
        far = np.hypot(across, down) if number == 0 else np.maximum(across, down) * 1.1
        inside = np.clip(radius - far + 0.5, 0, 1)[:, None]
        first, second = (np.array(ink)[None, :, None, None] for ink in INKS[number])
        mix = random.random((count, 1, 1, 1))
        ground = np.array(GROUNDS[number])[None, :, None, None] + random.uniform(-0.1, 0.1, (count, 1, 1, 1))
        return np.asarray(inside * (mix * first + (1 - mix) * second) + (1 - inside) * ground, dtype=np.float32)
