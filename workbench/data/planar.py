"""Points in the plane, made from a seed: what a network has learned can be seen as a coloured map."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import (
    TWO_CLASS_NAMES,
    Array,
    DataSet,
    Scaling,
    Table,
    Task,
    label_columns,
    label_fields,
)

CLASS_NAMES = (
    *TWO_CLASS_NAMES, mark("class 2"), mark("class 3"), mark("class 4"), mark("class 5"), mark("class 6"),
    mark("class 7"),
)  # fmt: skip
"""Names for up to six classes."""


class Planar(DataSet, frozen=True):
    """Points with two coordinates and a class; each class has the same number of points, or one more."""

    source: ClassVar[str] = mark("generated")
    task: ClassVar[Task] = Task.CLASSIFICATION
    generated: ClassVar[bool] = True

    samples: int = Field(
        400, ge=20, le=100_000, face="samples", description="how many points in all, shared by the classes"
    )

    @abstractmethod
    def points(self, label: int, count: int, generator: np.random.Generator) -> Array:
        """Return ``count`` points of one class, shape (count, 2), with coordinates near one."""

    def class_names(self) -> tuple[str, ...]:
        """Return the names of the classes: two, unless the set has a parameter for it."""
        return TWO_CLASS_NAMES

    def feature_names(self) -> tuple[str, ...]:
        """Return the two coordinates."""
        return ("x₁", "x₂")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (2) and ``label``; with two classes also ``target`` (0 or 1) and ``sign`` (-1 or +1)."""
        return {"features": TensorSpec.of(Kind.FEATURES, 2), **label_fields(len(self.class_names()))}

    def scaling(self) -> Mapping[str, Scaling]:
        """Return nothing to scale: the points are made near one, and a map keeps their own coordinates."""
        return {}

    def load(self, seed: int = 0) -> Table:
        """Return the points in random order."""
        generator = np.random.default_rng(seed)
        classes = len(self.class_names())
        counts = [self.samples // classes + (label < self.samples % classes) for label in range(classes)]
        features = np.concatenate([self.points(label, count, generator) for label, count in enumerate(counts)])
        labels = np.repeat(np.arange(classes), counts)
        order = generator.permutation(self.samples)
        return Table(
            {
                "features": np.ascontiguousarray(features[order], dtype=np.float32),
                **label_columns(labels[order], classes),
            }
        )


class Blobs(Planar, frozen=True):
    """Round clouds of points, one for each class."""

    name: ClassVar[str] = "blobs"
    title: ClassVar[str] = mark("Blobs")
    chinese: ClassVar[str] = "点团"
    paragraph: ClassVar[str] = mark(
        "Round clouds of points, one for each class, whose centres stand evenly on a circle of radius 1. Straight "
        "lines separate them as long as the noise is small. Made here from a seed, free of any licence."
    )

    classes: int = Field(3, ge=2, le=8, face="classes", description="how many clouds, so how many classes")
    noise: float = Field(0.25, ge=0, le=2, face="noise", description="how far the points scatter around their centre")

    def class_names(self) -> tuple[str, ...]:
        """Return one name for each cloud."""
        return CLASS_NAMES[: self.classes]

    def points(self, label: int, count: int, generator: np.random.Generator) -> Array:
        """Return a normal distribution around the centre of the class."""
        angle = 2 * np.pi * label / self.classes
        return np.array([np.cos(angle), np.sin(angle)]) + self.noise * generator.standard_normal((count, 2))


class Moons(Planar, frozen=True):
    """Two half moons that reach into each other."""

    name: ClassVar[str] = "moons"
    title: ClassVar[str] = mark("Moons")
    chinese: ClassVar[str] = "双月"
    paragraph: ClassVar[str] = mark(
        "Two half moons that reach into each other. No straight line separates them; one hidden layer does. Made "
        "here from a seed, free of any licence."
    )

    noise: float = Field(0.1, ge=0, le=1, face="noise", description="how far the points scatter around their moon")

    def points(self, label: int, count: int, generator: np.random.Generator) -> Array:
        """Return half a circle of radius 1 and noise, the second moon upside down, both around the origin."""
        angle = np.pi * generator.random(count)
        side = 1 - 2 * label
        curve = np.stack([side * (np.cos(angle) - 0.5), side * (np.sin(angle) - 0.25)], axis=1)
        return np.asarray(curve + self.noise * generator.standard_normal((count, 2)))


class Circles(Planar, frozen=True):
    """A ring around another ring."""

    name: ClassVar[str] = "circles"
    title: ClassVar[str] = mark("Circles")
    chinese: ClassVar[str] = "同心圆"
    paragraph: ClassVar[str] = mark(
        "A ring of points inside another of radius 1. No straight line separates them, but the squares of the "
        "coordinates do at once. Made here from a seed, free of any licence."
    )

    noise: float = Field(0.05, ge=0, le=1, face="noise", description="how far the points scatter around their ring")
    inner: float = Field(0.5, gt=0, lt=1, description="radius of the inner ring, as a share of the outer")

    def points(self, label: int, count: int, generator: np.random.Generator) -> Array:
        """Return a circle and noise, the outer one for class 0."""
        angle = 2 * np.pi * generator.random(count)
        radius = self.inner if label else 1.0
        circle = radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return np.asarray(circle + self.noise * generator.standard_normal((count, 2)))


class Spirals(Planar, frozen=True):
    """Spiral arms that wind around each other."""

    name: ClassVar[str] = "spirals"
    title: ClassVar[str] = mark("Spirals")
    chinese: ClassVar[str] = "螺旋"
    paragraph: ClassVar[str] = mark(
        "Spiral arms that wind around each other, one for each class, out to radius 1. They need a network with "
        "some width or depth, and patience. After the two-spirals problem of K. Lang and M. Witbrock, 1988. Made "
        "here from a seed, free of any licence."
    )

    classes: int = Field(2, ge=2, le=6, face="classes", description="how many arms, so how many classes")
    turns: float = Field(1.5, gt=0, le=4, unit="turns", description="how often an arm winds around the middle")
    noise: float = Field(0.02, ge=0, le=1, face="noise", description="how far the points scatter around their arm")

    def class_names(self) -> tuple[str, ...]:
        """Return one name for each arm."""
        return CLASS_NAMES[: self.classes]

    def points(self, label: int, count: int, generator: np.random.Generator) -> Array:
        """Return an Archimedean spiral and noise; the arms are turned evenly, and points lie evenly along an arm."""
        radius = np.sqrt(generator.uniform(0.1**2, 1.0, count))
        angle = 2 * np.pi * (self.turns * radius + label / self.classes)
        arm = radius[:, None] * np.stack([np.cos(angle), np.sin(angle)], axis=1)
        return np.asarray(arm + self.noise * generator.standard_normal((count, 2)))
