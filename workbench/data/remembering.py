"""A bit to remember: the task that tells networks with a memory from those without."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, balanced, sample_count


class BitToRemember(Generated, frozen=True):
    """Many bits in a row, of which only the first counts and is asked for after the last."""

    name: ClassVar[str] = "bit_to_remember"
    title: ClassVar[str] = mark("A bit to remember")
    chinese: ClassVar[str] = "记住一个比特"
    paragraph: ClassVar[str] = mark(
        "Every step shows a bit, +1 or −1, and only the first is marked. After the last step the question is: which "
        "was the marked one? Nothing helps but to carry it past all the others. Lengthen the sequence until a network "
        "forgets. Made here from a seed, free of any licence; a form of the latch of Bengio, Simard and Frasconi, 1994."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)
    length: int = Field(50, ge=2, le=1000, face="steps", description="how long the bit has to be kept")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``sequence`` (length, 2): bit and mark; ``label``, also as ``target`` 0 or 1 and ``sign`` −1 or +1."""
        return {
            "sequence": TensorSpec.of(Kind.SEQUENCE, self.length, 2),
            "label": TensorSpec.of(Kind.INDEX),
            "target": TensorSpec.of(Kind.FEATURES, 1),
            "sign": TensorSpec.of(Kind.FEATURES, 1),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the two bits."""
        return ("−1", "+1")

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return as many sequences of either bit."""
        label = balanced(random, self.samples, 2)
        sign = (2.0 * label - 1.0).astype(np.float32)
        sequence = np.zeros((self.samples, self.length, 2), np.float32)
        sequence[:, :, 0] = 2 * random.integers(0, 2, (self.samples, self.length)) - 1
        sequence[:, 0, 0], sequence[:, 0, 1] = sign, 1
        target = label[:, None].astype(np.float32)
        return {"sequence": sequence, "label": label, "target": target, "sign": sign[:, None]}
