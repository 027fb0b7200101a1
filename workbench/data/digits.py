"""Handwritten digits: the smallest real images on which a convolutional network shows what it can do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

import numpy as np

from graphs.fields import Field
from graphs.message import mark
from graphs.tensors import Kind, TensorSpec
from workbench.data.bundled import read_numbers
from workbench.data.dataset import Array, DataSet, Scaling, Table, Task

SIDE = 8
"""Rows and columns of a digit as it is stored."""

INK = 16.0
"""The largest pixel value as it is stored."""


class Digits(DataSet, frozen=True):
    """Real handwritten digits, made as large as the network wants them."""

    name: ClassVar[str] = "digits"
    title: ClassVar[str] = mark("Handwritten digits")
    chinese: ClassVar[str] = "手写数字"
    paragraph: ClassVar[str] = mark(
        "1,797 real digits from 0 to 9, about 180 of each, written by 13 people. Each is 8 by 8 pixels with 17 grey"
        " levels and is enlarged to the size you choose. `image` is the picture with one channel, `pixels` the same"
        " numbers in one row for networks without convolution, `label` the digit. From E. Alpaydin and C. Kaynak, "
        "Optical Recognition of Handwritten Digits, UCI Machine Learning Repository, 1998 (its test part), licence "
        "CC BY 4.0; the file comes with scikit-learn."
    )
    source: ClassVar[str] = "https://archive.ics.uci.edu/dataset/80/optical+recognition+of+handwritten+digits"
    task: ClassVar[Task] = Task.CLASSIFICATION

    size: int = Field(32, ge=8, le=64, unit="px", description="rows and columns of the image after enlarging")
    values: Literal["standardised", "grey"] = Field(
        "standardised", description="around 0 for networks that judge, or grey from 0 to 1 for those that draw"
    )

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (1, size, size), ``pixels`` (size * size) and ``label``."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 1, self.size, self.size),
            "pixels": TensorSpec.of(Kind.FEATURES, self.size * self.size),
            "label": TensorSpec.of(Kind.INDEX),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the ten digits."""
        return tuple("0123456789")

    def scaling(self) -> Mapping[str, Scaling]:
        """Return one mean and deviation for all pixels, since a corner that is always white has no deviation of its
        own.
        """
        if self.values == "grey":
            return {}
        return {"image": Scaling.EACH_CHANNEL, "pixels": Scaling.WHOLE}

    def load(self, seed: int = 0) -> Table:
        """Return the digits with pixels from 0 (paper) to 1 (ink)."""
        stored = read_numbers("digits.csv.gz")
        small = stored[:, :-1].reshape(-1, SIDE, SIDE) / INK
        images = np.ascontiguousarray(resize(small, self.size)[:, None], dtype=np.float32)
        return Table(
            {
                "image": images,
                "pixels": images.reshape(len(images), -1),
                "label": np.ascontiguousarray(stored[:, -1], dtype=np.int64),
            }
        )


def resize(images: Array, size: int) -> Array:
    """Enlarge square images by bilinear interpolation. ``images`` has shape (N, S, S), the result (N, size, size).

    Pixels are squares whose values stand at their centres, and the border repeats: what torch's ``interpolate`` does
    with ``mode="bilinear", align_corners=False``. It is one small matrix, applied to the rows and to the columns.
    """
    weights = _interpolation(images.shape[-1], size)
    return np.asarray(weights @ images @ weights.T)


def _interpolation(old: int, new: int) -> Array:
    """Return the matrix (new, old) that turns a row of ``old`` values into ``new`` by linear interpolation."""
    centres = np.clip((np.arange(new) + 0.5) * old / new - 0.5, 0, old - 1)
    left = np.floor(centres).astype(np.int64)
    right = np.minimum(left + 1, old - 1)
    share = centres - left
    weights = np.zeros((new, old))
    np.add.at(weights, (np.arange(new), left), 1 - share)
    np.add.at(weights, (np.arange(new), right), share)
    return weights
