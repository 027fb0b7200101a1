"""Two tables to begin with: fruit by weight and redness, and a line with noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count


class Fruit(Generated, frozen=True):
    """Apples and bananas, told apart by how long and how red they are."""

    name: ClassVar[str] = "fruit"
    title: ClassVar[str] = mark("Apples and bananas")
    chinese: ClassVar[str] = "苹果与香蕉"
    paragraph: ClassVar[str] = mark(
        "Apples and bananas with two features: their length in centimetres and how red they are from 0 to 1. The first "
        "example of what a neuron does: it weighs both and draws a line. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(200)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (2), ``label``, ``target`` and ``sign``."""
        return {"features": TensorSpec.of(Kind.FEATURES, 2), **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two kinds of fruit."""
        return (mark("apple"), mark("banana"))

    def feature_names(self) -> tuple[str, ...]:
        """Return the two features."""
        return (mark("length (cm)"), mark("redness"))

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each feature: centimetres and shares do not compare."""
        return {"features": Scaling.EACH_FEATURE}

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return as many apples (about 8 cm, red) as bananas (about 17 cm, hardly red)."""
        label = balanced(random, self.samples, 2)
        length = np.where(label == 1, 17, 8) + np.where(label == 1, 2.5, 1) * random.standard_normal(self.samples)
        red = np.clip(np.where(label == 1, 0.2, 0.7) + 0.15 * random.standard_normal(self.samples), 0, 1)
        return {"features": np.stack([np.maximum(length, 3), red], axis=1), **label_columns(label, 2)}


class Line(Generated, frozen=True):
    """Points around a curve: a straight line, or one with a bend."""

    name: ClassVar[str] = "line"
    title: ClassVar[str] = mark("Line with noise")
    chinese: ClassVar[str] = "带噪声的直线"
    paragraph: ClassVar[str] = mark(
        "Points y = 2x + 1 with noise, x from −1 to 1; with a bend, sin(πx) is added times the bend, and a straight "
        "line no longer fits. The smallest regression there is. Made here from a seed, free of any licence."
    )
    task: ClassVar[Task] = Task.REGRESSION
    target_unit: ClassVar[str] = mark("units of y")

    samples: int = sample_count(200)
    noise: float = Field(0.2, ge=0, le=5, face="noise", description="how far the points scatter around the line")
    bend: float = Field(0.0, ge=-5, le=5, face="bend", description="how far the line is bent")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (1) and ``target`` (1)."""
        return {"features": TensorSpec.of(Kind.FEATURES, 1), "target": TensorSpec.of(Kind.FEATURES, 1)}

    def feature_names(self) -> tuple[str, ...]:
        """Return the one feature."""
        return ("x",)

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return points at random places."""
        x = random.uniform(-1, 1, self.samples)
        y = 2 * x + 1 + self.bend * np.sin(np.pi * x) + self.noise * random.standard_normal(self.samples)
        return {"features": x[:, None], "target": y[:, None]}
