"""Coloured shapes on a noisy ground: pictures whose class, boxes, masks, captions and answers are all known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Task
from workbench.data.generated import Generated, balanced, sample_count

SHAPES = (mark("circle"), mark("square"), mark("triangle"), mark("cross"))
"""The shapes, in the order of their label."""

COLOURS = (mark("red"), mark("green"), mark("blue"), mark("yellow"))
"""The colours, in the order of their number."""

_RGB = np.array([(0.85, 0.2, 0.2), (0.2, 0.7, 0.25), (0.2, 0.35, 0.9), (0.9, 0.8, 0.2)], dtype=np.float32)
_SIZE = "rows and columns of the picture"


def inside(shape: Array, x: Array, y: Array) -> Array:
    """Tell which places a shape covers. ``x`` and ``y`` are in units of its radius, ``shape`` is its number, broadcast
    to them; the result is bool.
    """
    ax, ay = np.abs(x), np.abs(y)
    circle = x * x + y * y <= 1
    square = np.maximum(ax, ay) <= 0.85
    triangle = (y <= 0.8) & (2 * ax <= (y + 1) / 0.9)
    cross = (np.minimum(ax, ay) <= 0.33) & (np.maximum(ax, ay) <= 1)
    return np.asarray(np.select([shape == 0, shape == 1, shape == 2], [circle, square, triangle], cross))


@dataclass(frozen=True)
class Scene:
    """Pictures with up to K shapes each, and all that is true of them.

    ``images`` (N, 3, S, S) from 0 to 1; ``covers`` (N, K, S, S) bool, what can be seen of each shape; ``shapes`` and
    ``colours`` (N, K), -1 where there is none; ``centres`` (N, K, 2) as x, y in pixels.
    """

    images: Array
    covers: Array
    shapes: Array
    colours: Array
    centres: Array

    def boxes(self) -> Array:
        """Return (N, K, 4): centre x, y, width and height of what can be seen, as shares of the picture; else 0."""
        size = self.images.shape[-1]
        ends = []
        for axis in (2, 3):  # columns, then rows
            seen: Array = np.asarray(self.covers.any(axis=axis))
            ends.append((seen.argmax(-1), size - seen[..., ::-1].argmax(-1), seen.any(-1)))
        (left, right, there), (top, bottom, _) = ends
        box = np.stack([(left + right) / 2, (top + bottom) / 2, right - left, bottom - top], axis=-1) / size
        return np.asarray(box * np.asarray(there)[..., None])


def draw(random: np.random.Generator, shapes: Array, colours: Array, size: int, noise: float) -> Scene:
    """Draw shapes at random places, the later over the earlier. ``shapes`` and ``colours`` are (N, K), -1 for none."""
    count, most = shapes.shape
    widest = 0.32 if most == 1 else 0.2
    radius = size * random.uniform(0.6 * widest, widest, (count, most))
    centres = radius[..., None] + random.random((count, most, 2)) * (size - 2 * radius[..., None])
    ground = random.uniform(0.05, 0.35, (count, 3, 1, 1))
    images = np.broadcast_to(ground, (count, 3, size, size)).astype(np.float32)
    covers = np.zeros((count, most, size, size), dtype=bool)
    places = np.arange(size) + 0.5
    for number in range(most):
        r, c = radius[:, number, None, None], centres[:, number]
        x, y = (places[None, None] - c[:, 0, None, None]) / r, (places[None, :, None] - c[:, 1, None, None]) / r
        shape = shapes[:, number, None, None]
        here = inside(shape, x, y) & (shape >= 0)
        covers[:, :number] &= ~here[:, None]
        covers[:, number] = here
        tone = _RGB[colours[:, number]] * random.uniform(0.85, 1.1, (count, 1))
        images = np.where(here[:, None], tone[:, :, None, None], images)
    images = images + noise * random.standard_normal(images.shape, dtype=np.float32)
    return Scene(np.clip(images, 0, 1), covers, shapes, colours, centres)


def several(random: np.random.Generator, count: int, most: int) -> tuple[Array, Array]:
    """Return shapes and colours (N, K) with one to ``most`` shapes in each picture, -1 behind the last."""
    there = np.arange(most) < random.integers(1, most + 1, (count, 1))
    shapes = np.where(there, random.integers(0, len(SHAPES), (count, most)), -1)
    colours = np.where(there, random.integers(0, len(COLOURS), (count, most)), -1)
    return shapes, colours


class Shapes(Generated, frozen=True):
    """One coloured shape in each picture: the stand-in for photographs of things."""

    name: ClassVar[str] = "shapes"
    title: ClassVar[str] = mark("Coloured shapes")
    chinese: ClassVar[str] = "彩色图形"
    paragraph: ClassVar[str] = mark(
        "Pictures of one circle, square, triangle or cross in one of four colours, anywhere on a dark ground with "
        "noise. `label` is the shape, `colour` its colour, `mask` where it is, `box` the frame around it as centre, "
        "width and height. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1200)
    size: int = Field(32, ge=16, le=128, unit="px", description=_SIZE)
    noise: float = Field(0.05, ge=0, le=0.5, face="noise", description="how grainy the picture is")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size), ``label``, ``colour``, ``mask`` (1, size, size), ``box`` (4)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "label": TensorSpec.of(Kind.INDEX),
            "colour": TensorSpec.of(Kind.INDEX),
            "mask": TensorSpec.of(Kind.IMAGE, 1, self.size, self.size),
            "box": TensorSpec.of(Kind.FEATURES, 4),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the four shapes."""
        return SHAPES

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    def unfit(self) -> Mapping[str, str]:
        """Return what makes pictures that never come, or another colour."""
        return {
            "FlipVertical": mark("Every triangle of this set stands on its base; none will be asked about on its tip."),
            "Hue": mark("`colour` is one of the answers."),
        }

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return one shape in each picture, every shape equally often."""
        label = balanced(random, self.samples, len(SHAPES))
        colour = random.integers(0, len(COLOURS), self.samples)
        scene = draw(random, label[:, None], colour[:, None], self.size, self.noise)
        return {
            "image": scene.images, "label": label, "colour": colour, "mask": scene.covers, "box": scene.boxes()[:, 0],
        }  # fmt: skip


class ShapeScenes(Generated, frozen=True):
    """Several coloured shapes in each picture, with their boxes and masks."""

    name: ClassVar[str] = "shape_scenes"
    title: ClassVar[str] = mark("Scenes of shapes")
    chinese: ClassVar[str] = "多图形场景"
    paragraph: ClassVar[str] = mark(
        "Pictures with one to a few shapes that may hide each other: for finding things and for naming every pixel. "
        "`boxes` are centre, width and height from 0 to 1 with their `labels` (−1: no more boxes), `classes` says for "
        "every pixel 0 (ground) or 1 to 4 (the shape), `instances` which of the shapes it is, `mask` where any shape "
        "is. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.DETECTION

    samples: int = sample_count(500)
    size: int = Field(48, ge=16, le=128, unit="px", description=_SIZE)
    objects: int = Field(3, ge=1, le=8, face="objects", description="how many shapes a picture has at most")
    noise: float = Field(0.05, ge=0, le=0.5, face="noise", description="how grainy the picture is")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image``, ``boxes`` (objects, 4), ``labels`` (objects), ``mask``, ``classes`` and ``instances``."""
        place = TensorSpec(Kind.TENSOR, (self.size, self.size), "int64")
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "boxes": TensorSpec.of(Kind.BOXES, self.objects, 4),
            "labels": TensorSpec.of(Kind.TOKENS, self.objects),
            "mask": TensorSpec.of(Kind.IMAGE, 1, self.size, self.size),
            "classes": place,
            "instances": place,
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the four shapes; in ``classes`` they count from 1, behind the ground."""
        return SHAPES

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return pictures with as many shapes as chance gives; one that is hidden entirely has no box."""
        scene = draw(random, *several(random, self.samples, self.objects), self.size, self.noise)
        seen = scene.covers.any(axis=(2, 3))
        shape = (scene.shapes + 1)[..., None, None]
        number = np.arange(1, self.objects + 1)[None, :, None, None]
        return {
            "image": scene.images,
            "boxes": scene.boxes(),
            "labels": np.where(seen, scene.shapes, -1),
            "mask": scene.covers.any(axis=1, keepdims=True),
            "classes": (scene.covers * shape).sum(axis=1),
            "instances": (scene.covers * number).sum(axis=1),
        }
