"""Pascal VOC: photographs with boxes around twenty kinds of things, some with the outline of every thing."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar
from xml.etree import ElementTree

import numpy as np

from graphs.fields import Field
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, Scaling, Table, Task
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Remote
from workbench.data.framing import framed
from workbench.data.published import facts
from workbench.data.streaming import Reader, Unreadable, cropped, filed

KINDS = (
    mark("aeroplane"), mark("bicycle"), mark("bird"), mark("boat"), mark("bottle"), mark("bus"), mark("car"),
    mark("cat"), mark("chair"), mark("cow"), mark("diningtable"), mark("dog"), mark("horse"), mark("motorbike"),
    "person", mark("pottedplant"), mark("sheep"), mark("sofa"), "train", mark("tvmonitor"),
)  # fmt: skip
"""The twenty kinds of things, as annotations name them, in alphabetical order."""

SHOWN = {"person": mark("human being"), "train": mark("railway train")}
"""What a few of them are called for people: these words mean something else elsewhere in the window."""

NOWHERE = -100
"""What stands for a place that no class is asked for: the edge of a thing. Losses over classes pass over it."""

_SIZES = {"2012": 1_999_639_040, "2007": 460_032_000, "2007-test": 451_020_800}
_SIDE = "rows and columns of the picture after cutting"
_YEAR = "2007 has a test of its own, 2012 more pictures"


class Year(StrEnum):
    """The two years whose pictures are used most."""

    Y2007 = "2007"
    Y2012 = "2012"


class _Voc(Downloaded, frozen=True):
    """What finding things and naming places share."""

    source: ClassVar[str] = "http://host.robots.ox.ac.uk/pascal/VOC/"
    shelf: ClassVar[str] = "voc"
    lists: ClassVar[str]
    """Which folder says what belongs to the set."""
    counts: ClassVar[Mapping[str, int]]

    year: Year = Field(Year.Y2007, description=_YEAR)
    size: int = Field(224, ge=32, le=512, unit="px", description=_SIDE)

    def remotes(self) -> tuple[Remote, ...]:
        """Return the archives of the year: what to learn from, and for 2007 the test."""
        known = facts("datasets/voc.py")["DATASET_YEAR_DICT"]
        keys = ("2007", "2007-test") if self.year is Year.Y2007 else ("2012",)
        return tuple(
            Remote(known[key]["filename"], (known[key]["url"],), _SIZES[key], f"md5:{known[key]['md5']}")
            for key in keys
        )

    def examples(self) -> int:
        """Return how many pictures the year has for this."""
        return self.counts[self.year]

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    @abstractmethod
    def columns(self, sources: list[str]) -> dict[str, Any]:
        """Return the columns of these pictures, which stay in their files."""

    def load(self, seed: int = 0) -> Table:
        """Return the pictures, which stay in their files, those published for testing at the end.

        Raises NotHere when the archives are missing, DataError when their lists are.
        """
        self.require()
        parts = [self._listed(remote) for remote in self.remotes()]
        tests = len(parts[1]) if len(parts) > 1 else 0
        return Table(self.columns([source for part in parts for source in part]), tests=tests)

    def _listed(self, remote: Remote) -> list[str]:
        """The pictures of one archive, below the folder of the set, in the order of its list."""
        inner = self.place(remote) / "VOCdevkit" / f"VOC{self.year}"
        file = inner / "ImageSets" / self.lists / ("test.txt" if "test" in remote.name else "trainval.txt")
        try:
            names = file.read_text(encoding="utf-8").split()
        except OSError as error:
            raise self.broken(file, say("{error}", error=error.strerror or error)) from error
        below = inner.relative_to(self.folder()).as_posix()
        return [f"{below}/JPEGImages/{name}.jpg" for name in names]


@dataclass(frozen=True)
class Framed:
    """Reads a picture of VOC, the boxes in it and what they hold."""

    folder: str
    size: int
    most: int

    def __call__(self, source: str) -> Mapping[str, Array]:
        """Read one picture and its annotation."""
        path = Path(self.folder) / source
        image = cropped(path, self.size)
        try:
            tree = ElementTree.parse(path.parent.parent / "Annotations" / f"{path.stem}.xml")
            width, height = (float(tree.findtext(f"size/{axis}", "")) for axis in ("width", "height"))
            corners, labels = [], []
            for thing in tree.iterfind("object"):
                place = [float(thing.findtext(f"bndbox/{edge}", "")) for edge in ("xmin", "ymin", "xmax", "ymax")]
                corners.append([place[0] - 1, place[1] - 1, place[2], place[3]])  # they count pixels from 1
                labels.append(KINDS.index(thing.findtext("name", "")))
        except (OSError, ValueError, ElementTree.ParseError) as error:
            raise Unreadable(str(error)) from error
        boxes, kinds = framed(np.array(corners).reshape(-1, 4), np.array(labels, dtype=np.int64), width, height,
                              self.most)  # fmt: skip
        return {"image": image, "boxes": boxes, "labels": kinds}


class VocDetection(_Voc, frozen=True):
    """Photographs with a box around every thing."""

    name: ClassVar[str] = "voc_detection"
    title: ClassVar[str] = mark("Pascal VOC: boxes")
    chinese: ClassVar[str] = "Pascal VOC 目标检测"
    paragraph: ClassVar[str] = mark(
        "Photographs with boxes around twenty kinds of things: 9,963 of the year 2007 (0.9 GB), or 11,540 of 2012 "
        "(2.0 GB), downloaded once and read batch by batch. The middle is cut square. `boxes` are centre, width and "
        "height from 0 to 1 with their `labels` (−1: no more boxes), the largest first. From M. Everingham et al., "
        "The Pascal Visual Object Classes Challenge, 2010; the photographs are from Flickr, under its licence terms."
    )
    task: ClassVar[Task] = Task.DETECTION
    lists: ClassVar[str] = "Main"
    counts: ClassVar[Mapping[str, int]] = {"2007": 9_963, "2012": 11_540}

    objects: int = Field(12, ge=1, le=60, face="objects", description="how many boxes a picture has at most")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size), ``boxes`` (objects, 4) and ``labels`` (objects)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "boxes": TensorSpec.of(Kind.BOXES, self.objects, 4),
            "labels": TensorSpec.of(Kind.TOKENS, self.objects),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the twenty kinds."""
        return tuple(SHOWN.get(kind, kind) for kind in KINDS)

    def columns(self, sources: list[str]) -> dict[str, Any]:
        """Return pictures, boxes and labels."""
        reader: Reader = Framed(str(self.folder()), self.size, self.objects)
        side, many = (3, self.size, self.size), self.objects
        return filed(
            reader,
            sources,
            {"image": (side, "float32"), "boxes": ((many, 4), "float32"), "labels": ((many,), "int64")},
        )


@dataclass(frozen=True)
class Outlined:
    """Reads a picture of VOC and the class of every place in it."""

    folder: str
    size: int

    def __call__(self, source: str) -> Mapping[str, Array]:
        """Read one picture and its map."""
        path = Path(self.folder) / source
        outline = path.parent.parent / "SegmentationClass" / f"{path.stem}.png"
        classes = cropped(outline, self.size, nearest=True, mode="P")[0].astype(np.int16)
        return {"image": cropped(path, self.size), "classes": np.where(classes > len(KINDS), NOWHERE, classes)}


class VocSegmentation(_Voc, frozen=True):
    """Photographs in which the class of every place is known."""

    name: ClassVar[str] = "voc_segmentation"
    title: ClassVar[str] = mark("Pascal VOC: outlines")
    chinese: ClassVar[str] = "Pascal VOC 语义分割"
    paragraph: ClassVar[str] = mark(
        "Photographs with the outlines of twenty kinds of things: 632 of the year 2007 (0.9 GB), or 2,913 of 2012 "
        "(2.0 GB), downloaded once and read batch by batch. The middle is cut square. `classes` says for every place 0 "
        "(ground) or 1 to 20 (the kind), and −100 at the edges, where losses ask for nothing. From M. Everingham et "
        "al., The Pascal Visual Object Classes Challenge, 2010; the photographs are from Flickr, under its licence "
        "terms."
    )
    task: ClassVar[Task] = Task.SEGMENTATION
    lists: ClassVar[str] = "Segmentation"
    counts: ClassVar[Mapping[str, int]] = {"2007": 632, "2012": 2_913}

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) and ``classes`` (size, size)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "classes": TensorSpec(Kind.TENSOR, (self.size, self.size), "int64"),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the ground and the twenty kinds, as they are numbered in ``classes``."""
        return (mark("ground"), *(SHOWN.get(kind, kind) for kind in KINDS))

    def columns(self, sources: list[str]) -> dict[str, Any]:
        """Return pictures and maps of classes."""
        reader: Reader = Outlined(str(self.folder()), self.size)
        side = (self.size, self.size)
        return filed(reader, sources, {"image": ((3, *side), "float32"), "classes": (side, "int64")})
