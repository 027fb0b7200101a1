"""The truth tables of AND, OR and XOR: four examples, and the question of what one straight line can do."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import DataSet, Scaling, Table, Task, label_columns, label_fields


class Gate(StrEnum):
    """Which truth table is learned."""

    AND = mark("AND")
    OR = mark("OR")
    XOR = mark("XOR")


OUTPUTS: dict[Gate, tuple[int, int, int, int]] = {Gate.AND: (0, 0, 0, 1), Gate.OR: (0, 1, 1, 1), Gate.XOR: (0, 1, 1, 0)}
"""What each gate answers to (0, 0), (0, 1), (1, 0) and (1, 1)."""


class Logic(DataSet, frozen=True):
    """A logic gate: two inputs that are 0 or 1, and its answer."""

    name: ClassVar[str] = "logic"
    title: ClassVar[str] = mark("Logic gates")
    chinese: ClassVar[str] = "逻辑门"
    paragraph: ClassVar[str] = mark(
        "The four rows of a truth table: two inputs that are 0 or 1, and the answer of AND, OR or XOR. One straight"
        " line separates the answers of AND and of OR, but none separates those of XOR, as M. Minsky and S. Papert "
        "showed in Perceptrons, 1969. With four rows nothing can be held back, so training, validation and test are"
        " the same four. Made here, free of any licence."
    )
    source: ClassVar[str] = mark("generated")
    task: ClassVar[Task] = Task.CLASSIFICATION
    generated: ClassVar[bool] = True
    whole: ClassVar[bool] = True

    gate: Gate = Field(Gate.AND, description="which truth table is learned", face="gate")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``features`` (2), and the answer as ``label``, ``target`` (0 or 1) and ``sign`` (-1 or +1)."""
        return {"features": TensorSpec.of(Kind.FEATURES, 2), **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two answers."""
        return ("0", "1")

    def feature_names(self) -> tuple[str, ...]:
        """Return the two inputs."""
        return ("x₁", "x₂")

    def scaling(self) -> Mapping[str, Scaling]:
        """Return nothing to scale: 0 and 1 are what the truth table says."""
        return {}

    def load(self, seed: int = 0) -> Table:
        """Return the four rows; they do not depend on the seed."""
        features = np.array([(0, 0), (0, 1), (1, 0), (1, 1)], dtype=np.float32)
        return Table({"features": features, **label_columns(np.array(OUTPUTS[self.gate]), 2)})
