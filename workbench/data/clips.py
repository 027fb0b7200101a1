"""Short films of a moving shape, and solid bodies in a volume: pictures with a third axis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.moves import each
from workbench.data.shapes import inside

ACTIONS = (mark("right"), mark("left"), mark("down"), mark("up"), mark("growing"), mark("shrinking"))
"""What a shape does, in the order of its label."""


class MovingShapes(Generated, frozen=True):
    """Short films of one shape that moves, grows or shrinks, and the picture that comes next."""

    name: ClassVar[str] = "moving_shapes"
    title: ClassVar[str] = mark("Moving shapes")
    chinese: ClassVar[str] = "运动图形"
    paragraph: ClassVar[str] = mark(
        "Films of one bright shape that goes right, left, down or up, or grows or shrinks. `clip` is the film, `label` "
        "what happens in it, `next` the picture after its last: for recognising actions and for predicting the next "
        "frame. One picture alone says nothing. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(600)
    frames: int = Field(8, ge=3, le=32, face="frames", description="how many pictures a film has")
    size: int = Field(24, ge=16, le=128, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``clip`` (1, frames, size, size), ``next`` (1, size, size) and ``label``."""
        return {
            "clip": TensorSpec.of(Kind.VOLUME, 1, self.frames, self.size, self.size),
            "next": TensorSpec.of(Kind.IMAGE, 1, self.size, self.size),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return what a shape can do."""
        return ACTIONS

    def unfit(self) -> Mapping[str, str]:
        """Return what changes the direction."""
        return each(
            mark("The label is the direction of the movement: turned over, it is another one."),
            "FlipHorizontal", "FlipVertical", "Rotation",
        )  # fmt: skip

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return films in which a shape goes through the middle of its path, at its own speed."""
        label = balanced(random, self.samples, len(ACTIONS))
        step = np.array([(1, 0, 0), (-1, 0, 0), (0, 1, 0), (0, -1, 0), (0, 0, 1), (0, 0, -1)], dtype=float)[label]
        time = np.linspace(-1, 1, self.frames + 1)[None, :, None] * random.uniform(0.6, 1, (self.samples, 1, 1))
        start = np.concatenate(
            [random.uniform(0.38, 0.62, (self.samples, 2)), random.uniform(0.16, 0.2, (self.samples, 1))], axis=1
        )
        path = (start[:, None] + time * step[:, None] * np.array([0.22, 0.22, 0.09])) * self.size
        place = np.arange(self.size) + 0.5
        x = (place[None, None, None] - path[..., 0, None, None]) / path[..., 2, None, None]
        y = (place[None, None, :, None] - path[..., 1, None, None]) / path[..., 2, None, None]
        film = inside(random.integers(0, 4, (self.samples, 1, 1, 1)), x, y) * 0.9
        film = np.clip(film + 0.04 * random.standard_normal(film.shape, dtype=np.float32), 0, 1)
        return {"clip": film[:, None, :-1], "next": film[:, None, -1], "label": label}


class Volumes(Generated, frozen=True):
    """Scans of a body with an organ in it, and in half of them a small bright nodule."""

    name: ClassVar[str] = "volumes"
    title: ClassVar[str] = mark("Body volumes")
    chinese: ClassVar[str] = "体数据"
    paragraph: ClassVar[str] = mark(
        "Grey volumes as a scanner gives them: an ellipsoid organ in noisy tissue, and in half of them a small nodule "
        "inside it. `mask` is the organ, `nodule` the nodule, `label` whether there is one. No patient was scanned: "
        "nothing here says anything about health. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(200)
    size: int = Field(20, ge=12, le=64, description="depth, rows and columns of the volume")
    noise: float = Field(0.08, ge=0, le=0.5, face="noise", description="how grainy the volume is")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``volume``, ``mask`` and ``nodule`` (1, size, size, size), ``label``, ``target`` and ``sign``."""
        body = TensorSpec.of(Kind.VOLUME, 1, self.size, self.size, self.size)
        return {"volume": body, "mask": body, "nodule": body, **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two findings."""
        return (mark("healthy"), mark("with nodule"))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return volumes with voxels near 0 (tissue), 0.5 (organ) and 1 (nodule)."""
        label = balanced(random, self.samples, 2)
        place = (np.arange(self.size) + 0.5) / self.size
        axes = np.stack(np.meshgrid(place, place, place, indexing="ij")).astype(np.float32)

        def solid(centre: Array, radii: Array) -> Array:
            middle, half = (numbers.astype(np.float32)[..., None, None, None] for numbers in (centre, radii))
            away = (axes[None] - middle) / half
            return np.asarray((away * away).sum(axis=1) <= 1)

        centre, radii = random.uniform(0.4, 0.6, (self.samples, 3)), random.uniform(0.2, 0.34, (self.samples, 3))
        organ = solid(centre, radii)
        inner = centre + radii * random.uniform(-0.45, 0.45, (self.samples, 3))
        nodule = solid(inner, random.uniform(0.08, 0.11, (self.samples, 1)).repeat(3, axis=1)) & organ
        nodule &= (label == 1)[:, None, None, None]
        noise = self.noise * random.standard_normal(organ.shape, dtype=np.float32)
        volume = 0.1 + 0.4 * organ + 0.4 * nodule + noise
        return {
            "volume": volume[:, None], "mask": organ[:, None], "nodule": nodule[:, None], **label_columns(label, 2),
        }  # fmt: skip
