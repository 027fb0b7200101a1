"""One photograph and one style to paint it in, beside many pictures from which an eye learns to see."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Task
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.photographs import photograph
from workbench.data.textures import TEXTURES, weave

NIGHT = ((0.05, 0.10, 0.35), (0.15, 0.45, 0.70), (0.95, 0.85, 0.35))
"""The colours of a painted style, from its darkest to its brightest: deep blue, turquoise, yellow."""

_FILES = {"temple": "china.jpg", "flower": "flower.jpg"}


def shrunk(whole: Array, size: int) -> Array:
    """The middle square of a photograph (3, H, W) uint8, each new pixel the mean of a square: (3, size, size), 0 to 1.

    One that is too small for that is given by taking the nearest places.
    """
    side = min(whole.shape[1:])
    block = side // size
    if block < 1:
        places = (np.arange(size) * side) // size
        return np.asarray(whole[:, places[:, None], places[None]] / np.float32(255))
    top, left = ((length - block * size) // 2 for length in whole.shape[1:])
    square = whole[:, top : top + block * size, left : left + block * size] / np.float32(255)
    return np.asarray(square.reshape(3, size, block, size, block).mean((2, 4)))


class Painting(Generated, frozen=True):
    """A photograph to paint, a style to paint it in, and small pictures of what there is to see."""

    name: ClassVar[str] = "painting"
    title: ClassVar[str] = mark("A photograph and a style")
    chinese: ClassVar[str] = "一张照片与一种风格"
    paragraph: ClassVar[str] = mark(
        "For painting a photograph in the style of another picture. `content` and `style` are the two pictures, the "
        "same in every row. `image` and `label` are pieces of five textures and of both photographs, seven kinds, "
        "from which a network learns to see. Photographs by danielbuechele and vultilion on Flickr, licence CC BY 2.0; "
        "the files come with scikit-learn. Textures made here from a seed."
    )
    source: ClassVar[str] = "https://scikit-learn.org/stable/datasets/loading_other_datasets.html"
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(400)
    size: int = Field(48, ge=32, le=256, unit="px", description="rows and columns of every picture")
    content: Literal["temple", "flower"] = Field("temple", description="the photograph that is painted")
    style: Literal["waves", "stripes", "checks", "dots", "flower", "temple"] = Field(
        "waves", description="what it is painted like: a texture between blue and yellow, or a photograph"
    )

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``content``, ``style`` and ``image`` (3, size, size), all from 0 to 1, and ``label``."""
        picture = TensorSpec.of(Kind.IMAGE, 3, self.size, self.size)
        return {"image": picture, "label": TensorSpec.of(Kind.INDEX), "content": picture, "style": picture}

    def class_names(self) -> tuple[str, ...]:
        """Return the five textures and the two photographs."""
        return (*TEXTURES, mark("temple"), mark("flower"))

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return content and style each on its own."""
        return (("content",), ("style",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return every kind of picture equally often, and the two pictures in every row."""
        size, label = self.size, balanced(random, self.samples, len(self.class_names()))
        grey = weave(random, np.minimum(label, len(TEXTURES) - 1), size)[:, None]
        dark, light = random.random((2, self.samples, 3, 1, 1))
        image = (0.5 * dark + grey * (0.5 + 0.5 * light - 0.5 * dark)).astype(np.float32)
        for kind, file in enumerate(_FILES.values(), len(TEXTURES)):
            whole = photograph(file)
            for row in np.flatnonzero(label == kind).tolist():
                zoom = int(random.integers(1, whole.shape[1] // size + 1))
                top, left = (int(random.integers(0, length - zoom * size + 1)) for length in whole.shape[1:])
                image[row] = shrunk(whole[:, top : top + zoom * size, left : left + zoom * size], size)
        pair = (shrunk(photograph(_FILES[self.content]), size), self._painted(random))
        content, style = (np.broadcast_to(one, (self.samples, *one.shape)) for one in pair)
        return {"image": image, "label": label, "content": content, "style": style}

    def _painted(self, random: np.random.Generator) -> Array:
        """The picture (3, size, size) whose style is wanted."""
        if self.style in _FILES:
            return shrunk(photograph(_FILES[self.style]), self.size)
        kind = TEXTURES.index(self.style)
        grey = weave(random, np.array([kind]), self.size)[0]
        places = np.linspace(0, 1, len(NIGHT))
        grey = (grey - grey.min()) / (grey.max() - grey.min())
        return np.stack([np.interp(grey, places, [colour[channel] for colour in NIGHT]) for channel in range(3)])
