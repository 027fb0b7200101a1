"""Woven, striped and speckled grounds: textures to tell apart, and textures with scratches to find."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count

TEXTURES = (mark("stripes"), mark("checks"), mark("dots"), mark("waves"), mark("grain"))
"""The textures, in the order of their label."""


def weave(random: np.random.Generator, kinds: Array, size: int) -> Array:
    """Return textures (N, size, size) from 0 to 1; direction, width and shift are chance. ``kinds`` are labels (N,)."""
    count = len(kinds)
    turn, wide = random.uniform(0, np.pi, (count, 1, 1)), random.uniform(0.8, 1.4, (count, 1, 1))
    shift_x, shift_y = random.uniform(0, 2 * np.pi, (2, count, 1, 1))
    place = np.arange(size)
    x, y = place[None, None] * wide, place[None, :, None] * wide
    along, across = np.cos(turn) * x + np.sin(turn) * y, np.cos(turn) * y - np.sin(turn) * x
    first, second = np.sin(along + shift_x), np.sin(across + shift_y)
    rough = random.standard_normal((count, size, size))
    grain = (rough + np.roll(rough, 1, 1) + np.roll(rough, 1, 2) + np.roll(rough, (1, 1), (1, 2))) / 2.5
    kind = np.asarray(kinds)[:, None, None]
    choices = [first, np.sign(first * second) * 0.8, np.maximum(first + second - 0.6, 0) - 0.4,
               np.sin(along + 2.0 * np.sin(across / 2 + shift_y))]  # fmt: skip
    picture = np.select([kind == 0, kind == 1, kind == 2, kind == 3], choices, grain)
    return np.asarray(np.clip(0.5 + 0.3 * picture + 0.06 * rough, 0, 1), dtype=np.float32)


class Textures(Generated, frozen=True):
    """Five kinds of texture, in any direction and width."""

    name: ClassVar[str] = "textures"
    title: ClassVar[str] = mark("Textures")
    chinese: ClassVar[str] = "纹理"
    paragraph: ClassVar[str] = mark(
        "Coloured pictures of stripes, checks, dots, waves and grain, turned and stretched by chance. Where something "
        "stands says nothing here, only what repeats: what the first layers of a convolutional network are good at. "
        "Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(800)
    size: int = Field(32, ge=16, le=128, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) from 0 to 1 and ``label``."""
        return {"image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the five textures."""
        return TEXTURES

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return every texture equally often, each between two colours."""
        label = balanced(random, self.samples, len(TEXTURES))
        grey = weave(random, label, self.size)[:, None]
        dark, light = random.random((2, self.samples, 3, 1, 1), dtype=np.float32)
        return {"image": 0.5 * dark + grey * (0.5 + 0.5 * light - 0.5 * dark), "label": label}


class Defects(Generated, frozen=True):
    """Pieces of a woven surface, half of them with a scratch: is it good, and where is the fault?"""

    name: ClassVar[str] = "defects"
    title: ClassVar[str] = mark("Surface defects")
    chinese: ClassVar[str] = "表面缺陷"
    paragraph: ClassVar[str] = mark(
        "Grey pictures of one textured surface, as a camera over a production line sees it; half of the pieces have a "
        "scratch. `label` says good or defective, `mask` shows the scratch. An autoencoder trained on the good ones "
        "alone finds the others by its error. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(800)
    size: int = Field(32, ge=16, le=128, unit="px", description="rows and columns of the picture")
    texture: int = Field(1, ge=0, le=4, description="which texture: 0 stripes, 1 checks, 2 dots, 3 waves, 4 grain")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (1, size, size), ``mask`` of the same shape, ``label``, ``target`` and ``sign``."""
        picture = TensorSpec.of(Kind.IMAGE, 1, self.size, self.size)
        return {"image": picture, "mask": picture, **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two verdicts."""
        return (mark("good"), mark("defective"))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return pieces of which every second has one slightly bent scratch, brighter or darker than the ground."""
        label = balanced(random, self.samples, 2)
        ground = weave(random, np.full(self.samples, self.texture), self.size)
        start, end = random.uniform(0.1, 0.9, (2, self.samples, 2, 1))
        near = np.linalg.norm(end - start, axis=1, keepdims=True) < 0.3
        end = np.where(near, 1 - start, end)
        steps = np.linspace(0, 1, 3 * self.size)[None, None]
        bend = random.uniform(-0.08, 0.08, (self.samples, 2, 1)) * np.sin(np.pi * steps)
        path = np.clip(((start + (end - start) * steps + bend) * self.size).astype(np.int64), 0, self.size - 1)
        mask = np.zeros((self.samples, self.size, self.size), dtype=bool)
        mask[np.arange(self.samples)[:, None], path[:, 1], path[:, 0]] = True
        mask &= (label == 1)[:, None, None]
        tone = np.where(random.random((self.samples, 1, 1)) < 0.5, 0.02, 0.98)
        return {"image": np.where(mask, tone, ground)[:, None], "mask": mask[:, None], **label_columns(label, 2)}
