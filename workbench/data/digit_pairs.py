"""Digits in twos and threes: alike or not, two views of one, and noisy ones with their clean original."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task, label_columns, label_fields
from workbench.data.digits import Digits
from workbench.data.generated import Generated, sample_count
from workbench.data.moves import each

_FROM = "https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits"
_TURNED = mark("Digits turned over become others or none: a mirrored 3 is no 3, and a 6 upside down is a 9.")
_SIZE = "rows and columns of the image after enlarging"


class _FromDigits(Generated, frozen=True):
    """What is made from the bundled digits: their pictures with ink from 0 to 1, and what they are."""

    source: ClassVar[str] = _FROM

    size: int = Field(28, ge=8, le=64, unit="px", description=_SIZE)

    def picture(self) -> TensorSpec:
        """Return what one picture holds: (1, size, size)."""
        return TensorSpec.of(Kind.IMAGE, 1, self.size, self.size)

    def unfit(self) -> Mapping[str, str]:
        """Return why digits are not turned over."""
        return each(_TURNED, "FlipHorizontal", "FlipVertical")

    def digits(self) -> tuple[Array, Array]:
        """Return all pictures (1797, 1, size, size) and their digits (1797,)."""
        table = Digits(size=self.size).load()
        return table["image"], table["label"]


def partners(random: np.random.Generator, labels: Array, rows: Array, same: Array) -> Array:
    """Return for each of ``rows`` another row: of the same label where ``same`` is True, of another label elsewhere."""
    by_label = {int(label): np.flatnonzero(labels == label) for label in np.unique(labels)}
    wanted = np.where(same, labels[rows], (labels[rows] + random.integers(1, len(by_label), len(rows))) % len(by_label))
    found = np.zeros(len(rows), dtype=np.int64)
    for label, members in by_label.items():
        here = wanted == label
        found[here] = random.choice(members, int(here.sum()))
        again = here & (found == rows)  # a digit is no partner of its own: the next one is
        found[again] = members[(np.searchsorted(members, rows[again]) + 1) % len(members)]
    return found


class DigitPairs(_FromDigits, frozen=True):
    """Two handwritten digits: the same or not?"""

    name: ClassVar[str] = "digit_pairs"
    title: ClassVar[str] = mark("Pairs of digits")
    chinese: ClassVar[str] = "数字对"
    paragraph: ClassVar[str] = mark(
        "Pairs of real handwritten digits, half of them the same digit in another hand: what a Siamese network learns, "
        "and a stand-in for recognising faces. `image` and `other` are the two, `label` is 1 when they are the same. "
        "Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; pairs drawn "
        "from a seed. A digit can come in several pairs, also across the parts."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(2000)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image``, ``other`` (1, size, size), ``label``, ``target`` and ``sign``."""
        return {"image": self.picture(), "other": self.picture(), **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return the two answers."""
        return (mark("different"), mark("same"))

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return each picture on its own: they are varied each in its own way."""
        return (("image",), ("other",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return pairs, every second of them alike."""
        images, labels = self.digits()
        same = np.arange(self.samples) % 2 == 1
        rows = random.integers(0, len(images), self.samples)
        other = partners(random, labels, rows, same)
        return {"image": images[rows], "other": images[other], **label_columns(same.astype(np.int64), 2)}


class DigitTriplets(_FromDigits, frozen=True):
    """Three handwritten digits: one, another of its kind, and a stranger."""

    name: ClassVar[str] = "digit_triplets"
    title: ClassVar[str] = mark("Triplets of digits")
    chinese: ClassVar[str] = "数字三元组"
    paragraph: ClassVar[str] = mark(
        "Real handwritten digits in threes: an anchor, another of the same digit, and one of another, for the triplet "
        "loss. `label` is the digit of the anchor. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning "
        "Repository, 1998, licence CC BY 4.0; triplets drawn from a seed."
    )
    task: ClassVar[Task] = Task.SIMILARITY

    samples: int = sample_count(1500)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``anchor``, ``positive``, ``negative`` (1, size, size), and ``label``."""
        one = self.picture()
        return {"anchor": one, "positive": one, "negative": one, "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the ten digits."""
        return tuple("0123456789")

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return each picture on its own: they are varied each in its own way."""
        return (("anchor",), ("positive",), ("negative",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return triplets with anchors drawn by chance."""
        images, labels = self.digits()
        rows = random.integers(0, len(images), self.samples)
        alike = partners(random, labels, rows, np.ones(self.samples, dtype=bool))
        strange = partners(random, labels, rows, np.zeros(self.samples, dtype=bool))
        return {
            "anchor": images[rows], "positive": images[alike], "negative": images[strange], "label": labels[rows],
        }  # fmt: skip


class DigitViews(_FromDigits, frozen=True):
    """Every digit twice, moved, rubbed and speckled in two ways: for learning without labels."""

    name: ClassVar[str] = "digit_views"
    title: ClassVar[str] = mark("Two views of digits")
    chinese: ClassVar[str] = "数字的两个视图"
    paragraph: ClassVar[str] = mark(
        "Two views of each real handwritten digit, each moved by up to an eighth of its size, made fainter or "
        "stronger, speckled, and with a patch missing: for contrastive learning (SimCLR, MoCo). Nothing is mirrored, "
        "for a mirrored digit is another sign. `label` is the digit, to judge what was learned. Digits by E. Alpaydin "
        "and C. Kaynak, UCI Machine Learning Repository, 1998, licence CC BY 4.0; views drawn from a seed."
    )
    task: ClassVar[Task] = Task.SIMILARITY

    samples: int = sample_count(1500)

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``view1``, ``view2`` (1, size, size), and ``label``."""
        return {"view1": self.picture(), "view2": self.picture(), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the ten digits."""
        return tuple("0123456789")

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return each picture on its own: they are varied each in its own way."""
        return (("view1",), ("view2",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return the digits in random order, each once before any comes twice."""
        images, labels = self.digits()
        turns = -(-self.samples // len(images))
        rows = np.concatenate([random.permutation(len(images)) for _ in range(turns)])[: self.samples]
        views = [self._view(random, images[rows, 0])[:, None] for _ in range(2)]
        return {"view1": views[0], "view2": views[1], "label": labels[rows]}

    def _view(self, random: np.random.Generator, images: Array) -> Array:
        """Move, weaken, speckle and cover each of some pictures (N, size, size)."""
        count, far = len(images), max(1, self.size // 8)
        wide = np.pad(images, ((0, 0), (far, far), (far, far)))
        down, right = random.integers(0, 2 * far + 1, (2, count))
        place = np.arange(self.size)
        moved = wide[np.arange(count)[:, None, None], (down[:, None] + place)[:, :, None],
                     (right[:, None] + place)[:, None, :]]  # fmt: skip
        top, left = random.integers(0, self.size, (2, count, 1, 1))
        hole = (abs(place[None, :, None] - top) < self.size // 8) & (abs(place[None, None] - left) < self.size // 8)
        seen = moved * random.uniform(0.6, 1.2, (count, 1, 1)) * ~hole
        return np.asarray(np.clip(seen + 0.05 * random.standard_normal(seen.shape, dtype=np.float32), 0, 1))


class NoisyDigits(_FromDigits, frozen=True):
    """Handwritten digits under noise, and what they were before."""

    name: ClassVar[str] = "noisy_digits"
    title: ClassVar[str] = mark("Noisy digits")
    chinese: ClassVar[str] = "带噪数字"
    paragraph: ClassVar[str] = mark(
        "Real handwritten digits with noise over them in `image` and as they were in `clean`, for denoising "
        "autoencoders. `label` is the digit. Digits by E. Alpaydin and C. Kaynak, UCI Machine Learning Repository, "
        "1998, licence CC BY 4.0; noise drawn from a seed."
    )
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(1797)
    noise: float = Field(0.4, ge=0, le=2, face="noise", description="how strong the noise over the picture is")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image``, ``clean`` (1, size, size), and ``label``."""
        return {"image": self.picture(), "clean": self.picture(), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the ten digits."""
        return tuple("0123456789")

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return the digits in random order, each once before any comes twice."""
        images, labels = self.digits()
        turns = -(-self.samples // len(images))
        rows = np.concatenate([random.permutation(len(images)) for _ in range(turns)])[: self.samples]
        clean = images[rows]
        noisy = clean + self.noise * random.standard_normal(clean.shape, dtype=np.float32)
        return {"image": np.clip(noisy, 0, 1), "clean": clean, "label": labels[rows]}
