"""Two real photographs and painted textures: contents and styles to be mixed."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.bundled import folder
from workbench.data.dataset import Array, DataError, Scaling, Task, label_columns, label_fields
from workbench.data.generated import Generated, balanced, sample_count
from workbench.data.textures import TEXTURES, weave

_FILES = ("china.jpg", "flower.jpg")


@cache
def photograph(name: str) -> Array:
    """Return a photograph that comes with scikit-learn, (3, 427, 640) uint8. Raises DataError when it is missing."""
    from PIL import Image, UnidentifiedImageError

    path = folder().parent / "images" / name
    try:
        with Image.open(path) as picture:
            found = np.asarray(picture.convert("RGB")).transpose(2, 0, 1)
    except (OSError, UnidentifiedImageError) as error:
        raise DataError(
            say("{file} cannot be read: {error}. It comes with scikit-learn: install that again.", file=path,
                error=error)
        ) from error  # fmt: skip
    return np.ascontiguousarray(found)


class Photographs(Generated, frozen=True):
    """Windows of two photographs, with a texture beside each whose style can be given to it."""

    name: ClassVar[str] = "photographs"
    title: ClassVar[str] = mark("Photographs and styles")
    chinese: ClassVar[str] = "照片与风格"
    paragraph: ClassVar[str] = mark(
        "Windows of two real photographs, a temple and a flower, from places and of sizes of chance. `image` is the "
        "window, `label` which photograph it is of, `style` a coloured texture for style transfer. Windows overlap, "
        "also across the parts: for generating, not for measuring how well a classifier does. Photographs by "
        "danielbuechele and vultilion on Flickr, licence CC BY 2.0; the files come with scikit-learn. Textures made "
        "here from a seed."
    )
    source: ClassVar[str] = "https://scikit-learn.org/stable/datasets/loading_other_datasets.html"
    task: ClassVar[Task] = Task.CLASSIFICATION

    samples: int = sample_count(200)
    size: int = Field(64, ge=16, le=256, unit="px", description="rows and columns of the picture")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` and ``style`` (3, size, size) from 0 to 1, ``label``, ``target`` and ``sign``."""
        picture = TensorSpec.of(Kind.IMAGE, 3, self.size, self.size)
        return {"image": picture, "style": picture, **label_fields(2)}

    def class_names(self) -> tuple[str, ...]:
        """Return what the photographs show."""
        return (mark("temple"), mark("flower"))

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of both pictures."""
        return {"image": Scaling.EACH_CHANNEL, "style": Scaling.EACH_CHANNEL}

    def apart(self) -> tuple[tuple[str, ...], ...]:
        """Return content and style each on its own."""
        return (("image",), ("style",))

    def make(self, random: np.random.Generator) -> Mapping[str, Array]:
        """Return windows, as many of each photograph, each shrunk to the size by taking every n-th place."""
        label = balanced(random, self.samples, len(_FILES))
        images = np.empty((self.samples, 3, self.size, self.size), dtype=np.float32)
        for row, number in enumerate(label.tolist()):
            whole = photograph(_FILES[number])
            side = int(random.integers(self.size, whole.shape[1] + 1)) if self.size < whole.shape[1] else whole.shape[1]
            top, left = (int(random.integers(0, whole.shape[axis] - side + 1)) for axis in (1, 2))
            places = (np.arange(self.size) * side) // self.size
            images[row] = whole[:, top + places[:, None], left + places[None, :]] / np.float32(255)
        woven = weave(random, random.integers(0, len(TEXTURES), self.samples), self.size)
        tint = random.uniform(0.1, 1.0, (2, self.samples, 3, 1, 1))
        style = woven[:, None] * tint[0] + (1 - woven[:, None]) * tint[1]
        return {"image": images, "style": style, **label_columns(label, 2)}
