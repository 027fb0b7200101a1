"""MNIST and Fashion-MNIST: small grey pictures, seventy thousand of each, the classic first test of a network."""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Table, Task
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Remote
from workbench.data.moves import each
from workbench.data.published import facts
from workbench.data.unpacking import readable

SIDE = 28
"""Rows and columns of a picture as it is stored."""

TRAINING, TEST = 60_000, 10_000
"""How many examples the two published parts have."""


class Mnist(Downloaded, frozen=True):
    """Real handwritten digits, seventy thousand of them."""

    name: ClassVar[str] = "mnist"
    title: ClassVar[str] = mark("MNIST")
    chinese: ClassVar[str] = "MNIST 手写数字"
    paragraph: ClassVar[str] = mark(
        "70,000 real digits from 0 to 9 of 28 by 28 pixels in grey, written by about 500 people. `image` is the "
        "picture with one channel, `pixels` the same numbers in one row, `label` the digit. The 10,000 published for "
        "testing are the test; training and validation share the other 60,000. 12 MB, downloaded once. From Y. LeCun, "
        "C. Cortes and C. Burges, The MNIST database, 1998, licence CC BY-SA 3.0."
    )
    source: ClassVar[str] = "http://yann.lecun.com/exdb/mnist/"
    task: ClassVar[Task] = Task.CLASSIFICATION
    shelf: ClassVar[str] = "mnist"
    kind: ClassVar[str] = "MNIST"
    sizes: ClassVar[tuple[int, ...]] = (9_912_422, 28_881, 1_648_877, 4_542)

    border: int = Field(0, ge=0, le=18, unit="px", description="blank pixels on each side: 2 make 32 by 32")

    @property
    def size(self) -> int:
        """Rows and columns of the picture as the network sees it."""
        return SIDE + 2 * self.border

    def remotes(self) -> tuple[Remote, ...]:
        """Return the four files: pictures and labels of both parts."""
        known = facts("datasets/mnist.py", self.kind)
        # Secure addresses first: some of the others have not answered for years.
        mirrors = sorted(known["mirrors"], key=lambda url: not url.startswith("https"))
        return tuple(
            Remote(name, tuple(f"{mirror}{name}" for mirror in mirrors), size, f"md5:{md5}")
            for (name, md5), size in zip(known["resources"], self.sizes, strict=True)
        )

    def examples(self) -> int:
        """Return 70,000."""
        return TRAINING + TEST

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
        return {"image": Scaling.EACH_CHANNEL, "pixels": Scaling.WHOLE}

    def unfit(self) -> Mapping[str, str]:
        """Return why digits are not turned over."""
        turned = mark("A digit turned over is another one or none, and its label would be wrong.")
        return each(turned, "FlipHorizontal", "FlipVertical")

    def load(self, seed: int = 0) -> Table:
        """Return the examples of both parts, pixels from 0 (paper) to 1 (ink), those for the test at the end.

        Raises NotHere when the files are missing, DataError when they are not what they should be.
        """
        self.require()
        files = [self.place(remote) for remote in self.remotes()]
        pixels = np.concatenate([self._numbers(files[0], 16), self._numbers(files[2], 16)]).reshape(-1, SIDE, SIDE)
        labels = np.concatenate([self._numbers(files[1], 8), self._numbers(files[3], 8)])
        if len(pixels) != len(labels) or labels.max(initial=0) > 9:
            raise self.broken(self.folder(), say("there are {pictures} pictures and {labels} labels",
                                                 pictures=len(pixels), labels=len(labels)))  # fmt: skip
        images = np.zeros((len(pixels), 1, self.size, self.size), dtype=np.float32)
        inner = slice(self.border, self.border + SIDE)
        np.divide(pixels, np.float32(255), out=images[:, 0, inner, inner])
        tests = len(self._numbers(files[3], 8))
        return Table(
            {"image": images, "pixels": images.reshape(len(images), -1), "label": labels.astype(np.int64)}, tests=tests
        )

    def _numbers(self, path: Path, header: int) -> Array:
        """The bytes of a file behind its header, (n,) uint8; the header says how many there are."""
        most = max(TRAINING, TEST) * SIDE * SIDE + header
        with readable(path), gzip.open(path) as file:
            content = file.read(most + 1)
        dims = np.frombuffer(content[4:header], dtype=">i4")
        if len(content) - header != int(np.prod(dims, dtype=np.int64)):
            raise self.broken(path, say("it should hold {dims} numbers and holds {count}",
                                        dims="×".join(map(str, dims)), count=len(content) - header))  # fmt: skip
        return np.frombuffer(content, dtype=np.uint8, offset=header)


class FashionMnist(Mnist, frozen=True):
    """Photographs of clothes in the form of MNIST, and harder."""

    name: ClassVar[str] = "fashion_mnist"
    title: ClassVar[str] = mark("Fashion-MNIST")
    chinese: ClassVar[str] = "Fashion-MNIST 服饰图片"
    paragraph: ClassVar[str] = mark(
        "70,000 small photographs of clothes, shoes and bags of a shop, 28 by 28 pixels in grey, 7,000 of each of ten "
        "kinds. `image` is the picture with one channel, `pixels` the same numbers in one row, `label` the kind. The "
        "10,000 published for testing are the test. 31 MB, downloaded once. From H. Xiao, K. Rasul and R. Vollgraf, "
        "Zalando Research, 2017, licence MIT."
    )
    source: ClassVar[str] = "https://github.com/zalandoresearch/fashion-mnist"
    shelf: ClassVar[str] = "fashion_mnist"
    kind: ClassVar[str] = "FashionMNIST"
    sizes: ClassVar[tuple[int, ...]] = (26_421_880, 29_515, 4_422_102, 5_148)

    def class_names(self) -> tuple[str, ...]:
        """Return the ten kinds of clothes."""
        return (
            mark("T-shirt/top"), mark("Trouser"), mark("Pullover"), mark("Dress"), mark("Coat"), mark("Sandal"),
            mark("Shirt"), mark("Sneaker"), mark("Bag"), mark("Ankle boot"),
        )  # fmt: skip

    def unfit(self) -> Mapping[str, str]:
        """Return what never comes."""
        return each(mark("No piece of clothing of this set lies upside down."), "FlipVertical")
