"""Two tasks about handwritten digits: one with many examples to learn first, and one with only a few."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, DataSet, Scaling, Table, Task
from workbench.data.digits import Digits
from workbench.data.moves import each

HALF = 5
"""The digits below this number are the first task, the others the second."""

LEARNED = 0.7
"""This share of the rows, the first ones, shows only a few examples of the second task, again and again."""


INK = 2 / 3
"""How much of a picture's side the digit itself takes."""


class DigitHalves(DataSet, frozen=True):
    """Digits 0 to 4 with many examples, digits 5 to 9 with a few, each somewhere in a grainy picture."""

    name: ClassVar[str] = "digit_halves"
    title: ClassVar[str] = mark("Digits 0 to 4, then 5 to 9")
    chinese: ClassVar[str] = "先 0–4 后 5–9 的数字"
    paragraph: ClassVar[str] = mark(
        "Real handwritten digits, each somewhere in a grainy picture, divided into two tasks. `image_before` and "
        "`label_before` are digits from 0 to 4, about 630 of them to learn from. `image` and `label` are digits from 5 "
        "to 9 (labels 0 to 4): of these the first 70 % of the rows show only a few of each class, again and again, and "
        "the rest, for validation and test, are digits nobody has seen. Leave the split as it is. From E. Alpaydin and "
        "C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998, licence CC BY "
        "4.0; place and grain are drawn here."
    )
    source: ClassVar[str] = Digits.source
    task: ClassVar[Task] = Task.CLASSIFICATION
    ordered: ClassVar[bool] = True

    few: int = Field(
        10, ge=1, le=100, face="few", description="how many examples of each digit from 5 to 9 to learn from"
    )
    size: int = Field(24, ge=12, le=96, unit="px", description="rows and columns of the picture the digit lies in")
    noise: float = Field(0.2, ge=0, le=2, face="noise", description="how grainy the picture is")
    draw: int = Field(0, ge=0, le=1000, description="which examples these few are: another number, another handful")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image``, ``image_before`` (1, size, size), ``label`` and ``label_before``."""
        image = TensorSpec.of(Kind.IMAGE, 1, self.size, self.size)
        return {
            "image": image, "label": TensorSpec.of(Kind.INDEX), "image_before": image,
            "label_before": TensorSpec.of(Kind.INDEX),
        }  # fmt: skip

    def class_names(self) -> tuple[str, ...]:
        """Return the digits of the second task."""
        return tuple("56789")

    def scaling(self) -> Mapping[str, Scaling]:
        """Return one mean and deviation for all pixels of a column."""
        return {"image": Scaling.EACH_CHANNEL, "image_before": Scaling.EACH_CHANNEL}

    def unfit(self) -> Mapping[str, str]:
        """Return why digits are not turned over."""
        return each(mark("Digits turned over become others or none: a mirrored 3 is no 3, and a 6 upside down is a 9."),
                    "FlipHorizontal", "FlipVertical")  # fmt: skip

    def load(self, seed: int = 0) -> Table:
        """Return as many rows as the rarer half has digits, each with one of both tasks."""
        random = np.random.default_rng(self.draw)
        side = round(INK * self.size)
        table = Digits(size=side).load()
        images, labels = self._laid(random, np.asarray(table["image"])), np.asarray(table["label"])
        before, after = (random.permutation(np.flatnonzero(part)) for part in (labels < HALF, labels >= HALF))
        rows = min(len(before), len(after))
        before, after = before[:rows], self._few_first(after[:rows], labels)
        return Table(
            {
                "image": np.ascontiguousarray(images[after]),
                "label": np.ascontiguousarray(labels[after] - HALF, dtype=np.int64),
                "image_before": np.ascontiguousarray(images[before]),
                "label_before": np.ascontiguousarray(labels[before], dtype=np.int64),
            }
        )

    def _laid(self, random: np.random.Generator, digits: Array) -> Array:
        """Pictures (N, 1, size, size) with each digit (N, 1, s, s) at a place of its own, and grain over all."""
        pictures = np.zeros((len(digits), 1, self.size, self.size), dtype=np.float32)
        side = digits.shape[-1]
        for picture, digit, (top, left) in zip(
            pictures, digits, random.integers(0, self.size - side + 1, (len(digits), 2)).tolist(), strict=True
        ):
            picture[0, top : top + side, left : left + side] = digit[0]
        grain = random.standard_normal(pictures.shape, dtype=np.float32)
        return np.asarray(pictures + np.float32(self.noise) * grain)

    def _few_first(self, rows: Array, labels: Array) -> Array:
        """Rows of the second task: in the first share of them only the first few of each class, in turn."""
        shown = round(LEARNED * len(rows))
        pool = rows[:shown]
        few = np.stack([pool[labels[pool] == digit][: self.few] for digit in range(HALF, 10)], axis=1).ravel()
        return np.concatenate([np.resize(few, shown), rows[shown:]])
