"""Points on surfaces: a sphere, a cube, a torus and a cone, turned by chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, balanced, sample_count


def surface(random: np.random.Generator, kinds: Array, points: int) -> Array:
    """Return points evenly spread over the surface of bodies about 1 in size: (N, points, 3). ``kinds`` (N,) are
    labels: 0 sphere, 1 cube, 2 torus, 3 cone.
    """
    count = len(kinds)
    normal = random.standard_normal((count, points, 3))
    sphere = normal / np.linalg.norm(normal, axis=-1, keepdims=True)
    cube = random.uniform(-0.8, 0.8, (count, points, 3))
    face = random.integers(0, 3, (count, points, 1))
    np.put_along_axis(cube, face, np.where(random.random(face.shape) < 0.5, -0.8, 0.8), axis=-1)
    u, w = 2 * np.pi * random.random((2, count, points))
    # A ring's outer half has more surface than its inner: the angle is moved until the spread is even.
    v = w
    for _ in range(8):
        v = w - 0.4 / 0.7 * np.sin(v)
    wide = 0.7 + 0.4 * np.cos(v)
    torus = np.stack([wide * np.cos(u), wide * np.sin(u), 0.4 * np.sin(v)], axis=-1)
    reach, lid = np.sqrt(random.random((count, points))), random.random((count, points)) < 0.3
    cone = np.stack([0.8 * reach * np.cos(u), 0.8 * reach * np.sin(u), np.where(lid, -0.6, 0.9 - 1.5 * reach)], axis=-1)
    kind = np.asarray(kinds)[:, None, None]
    return np.asarray(np.select([kind == 0, kind == 1, kind == 2], [sphere, cube, torus], cone))


class PointClouds(Generated, frozen=True):
    """Points on the surface of a sphere, a cube, a torus or a cone."""

    name: ClassVar[str] = "point_clouds"
    title: ClassVar[str] = mark("Point clouds")
    chinese: ClassVar[str] = "点云"
    paragraph: ClassVar[str] = mark(
        "Points on the surface of one of four bodies, turned in any direction, a little noisy and in random order: "
        "what a laser scanner gives. The order says nothing, so a network should not depend on it. Made here from a "
        "seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(800)
    points: int = Field(128, ge=8, le=4096, face="points", description="how many points a cloud has")
    noise: float = Field(0.02, ge=0, le=1, face="noise", description="how far the points lie off the surface")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``points`` (points, 3) and ``label``."""
        return {"points": TensorSpec.of(Kind.POINTS, self.points, 3), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the four bodies."""
        return (mark("sphere"), mark("cube"), mark("torus"), mark("cone"))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return every body equally often, between 0.7 and 1.3 in size."""
        label = balanced(random, self.samples, 4)
        turn, _ = np.linalg.qr(random.standard_normal((self.samples, 3, 3)))
        cloud = surface(random, label, self.points) @ turn * random.uniform(0.7, 1.3, (self.samples, 1, 1))
        return {"points": cloud + self.noise * random.standard_normal(cloud.shape), "label": label}
