"""CIFAR-10 and CIFAR-100: sixty thousand small photographs in colour."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import numpy as np

from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Table, Task
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Remote
from workbench.data.unpacking import readable

SIDE = 32
"""Rows and columns of a picture."""

_FROM = "https://www.cs.toronto.edu/~kriz/"


class Cifar10(Downloaded, frozen=True):
    """Small photographs of ten kinds of things."""

    name: ClassVar[str] = "cifar10"
    title: ClassVar[str] = mark("CIFAR-10")
    chinese: ClassVar[str] = "CIFAR-10 小图片"
    paragraph: ClassVar[str] = mark(
        "60,000 photographs of 32 by 32 pixels in colour, 6,000 of each of ten kinds of animals and vehicles. `image` "
        "is the picture with red, green and blue from 0 to 1, `label` its kind. The 10,000 published for testing are "
        "the test. 170 MB, downloaded once. From A. Krizhevsky, Learning Multiple Layers of Features from Tiny "
        "Images, 2009; no licence is stated, it is meant for research."
    )
    source: ClassVar[str] = "https://www.cs.toronto.edu/~kriz/cifar.html"
    task: ClassVar[Task] = Task.CLASSIFICATION
    shelf: ClassVar[str] = "cifar10"
    files: ClassVar[tuple[str, ...]] = tuple(f"cifar-10-batches-bin/data_batch_{n}.bin" for n in range(1, 6))
    test: ClassVar[str] = "cifar-10-batches-bin/test_batch.bin"
    before: ClassVar[int] = 1
    """How many bytes stand before the pixels of a picture; the last of them is the label."""

    def remotes(self) -> tuple[Remote, ...]:
        """Return the archive of plain bytes; torchvision's own one can only be read by running what it says."""
        return (
            Remote("cifar-10-binary.tar.gz", (f"{_FROM}cifar-10-binary.tar.gz",), 170_052_171,
                   "md5:c32a1d4ab5d03f1284b67883e8d87530"),
        )  # fmt: skip

    def examples(self) -> int:
        """Return 60,000."""
        return 60_000

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, 32, 32) and ``label``."""
        return {"image": TensorSpec.of(Kind.IMAGE, 3, SIDE, SIDE), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the ten kinds."""
        return (
            mark("airplane"), mark("automobile"), mark("bird"), mark("cat"), mark("deer"), mark("dog"), mark("frog"),
            mark("horse"), mark("ship"), mark("truck"),
        )  # fmt: skip

    def load(self, seed: int = 0) -> Table:
        """Return the pictures of both parts, those for the test at the end.

        Raises NotHere when the archive is missing, DataError when its files are not what they should be.
        """
        self.require()
        parts = [self._records(file) for file in (*self.files, self.test)]
        records = np.concatenate(parts)
        labels = records[:, self.before - 1].astype(np.int64)
        if labels.max(initial=0) >= len(self.class_names()):
            raise self.broken(self.folder(), say("a label is {label}", label=int(labels.max())))
        images = np.empty((len(records), 3, SIDE, SIDE), dtype=np.float32)
        np.divide(records[:, self.before :].reshape(-1, 3, SIDE, SIDE), np.float32(255), out=images)
        return Table({"image": images, "label": labels}, tests=len(parts[-1]))

    def _records(self, file: str) -> Array:
        """The records of a file, (n, bytes of one) uint8."""
        path, width = self.place(self.remotes()[0]) / file, self.before + 3 * SIDE * SIDE
        with readable(path):
            content = np.fromfile(path, dtype=np.uint8)
        if not len(content) or len(content) % width:
            raise self.broken(path, say("its {count} bytes are no multiple of {width}", count=len(content),
                                        width=width))  # fmt: skip
        return content.reshape(-1, width)


class Cifar100(Cifar10, frozen=True):
    """Small photographs of a hundred kinds of things."""

    name: ClassVar[str] = "cifar100"
    title: ClassVar[str] = mark("CIFAR-100")
    chinese: ClassVar[str] = "CIFAR-100 小图片"
    paragraph: ClassVar[str] = mark(
        "60,000 photographs of 32 by 32 pixels in colour, 600 of each of a hundred kinds of things. `image` is the "
        "picture with red, green and blue from 0 to 1, `label` its kind. The 10,000 published for testing are the "
        "test. 169 MB, downloaded once. From A. Krizhevsky, Learning Multiple Layers of Features from Tiny Images, "
        "2009; no licence is stated, it is meant for research."
    )
    shelf: ClassVar[str] = "cifar100"
    files: ClassVar[tuple[str, ...]] = ("cifar-100-binary/train.bin",)
    test: ClassVar[str] = "cifar-100-binary/test.bin"
    before: ClassVar[int] = 2

    def remotes(self) -> tuple[Remote, ...]:
        """Return the archive of plain bytes."""
        return (
            Remote("cifar-100-binary.tar.gz", (f"{_FROM}cifar-100-binary.tar.gz",), 168_513_733,
                   "md5:03b5dce01913d631647c71ecec9e9cb8"),
        )  # fmt: skip

    def class_names(self) -> tuple[str, ...]:
        """Return the hundred kinds, in alphabetical order."""
        return KINDS


KINDS = (
    mark("apple"), mark("aquarium fish"), mark("baby"), mark("bear"), mark("beaver"), mark("bed"), mark("bee"),
    mark("beetle"), mark("bicycle"), mark("bottle"), mark("bowl"), mark("boy"), mark("bridge"), mark("bus"),
    mark("butterfly"), mark("camel"), mark("can"), mark("castle"), mark("caterpillar"), mark("cattle"), mark("chair"),
    mark("chimpanzee"), mark("clock"), mark("cloud"), mark("cockroach"), mark("couch"), mark("crab"),
    mark("crocodile"), mark("cup"), mark("dinosaur"), mark("dolphin"), mark("elephant"), mark("flatfish"),
    mark("forest"), mark("fox"), mark("girl"), mark("hamster"), mark("house"), mark("kangaroo"), mark("keyboard"),
    mark("lamp"), mark("lawn mower"), mark("leopard"), mark("lion"), mark("lizard"), mark("lobster"), mark("man"),
    mark("maple tree"), mark("motorcycle"), mark("mountain"), mark("mouse"), mark("mushroom"), mark("oak tree"),
    mark("orange"), mark("orchid"), mark("otter"), mark("palm tree"), mark("pear"), mark("pickup truck"),
    mark("pine tree"), mark("plain"), mark("plate"), mark("poppy"), mark("porcupine"), mark("possum"),
    mark("rabbit"), mark("raccoon"), mark("ray"), mark("road"), mark("rocket"), mark("rose"), mark("sea"),
    mark("seal"), mark("shark"), mark("shrew"), mark("skunk"), mark("skyscraper"), mark("snail"), mark("snake"),
    mark("spider"), mark("squirrel"), mark("streetcar"), mark("sunflower"), mark("sweet pepper"), mark("table"),
    mark("tank"), mark("telephone"), mark("television"), mark("tiger"), mark("tractor"), mark("railway train"),
    mark("trout"), mark("tulip"), mark("turtle"), mark("wardrobe"), mark("whale"), mark("willow tree"),
    mark("wolf"), mark("woman"), mark("worm"),
)  # fmt: skip
"""The kinds of CIFAR-100, in the order of their label."""
