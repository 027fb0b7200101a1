"""COCO: photographs of everyday scenes with boxes around eighty kinds of things."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Scaling, Table, Task
from workbench.data.downloads import Downloaded
from workbench.data.fetching import Remote
from workbench.data.framing import framed
from workbench.data.streaming import Pictures, filed
from workbench.data.voc import SHOWN

_FROM = "http://images.cocodataset.org/"
_SUMS = {
    "train2017": "69a8bb58ea5f8f99d24875f21416de2e9ded3178e903f1f7603e283b9e06d929",
    "val2017": "4f7e2ccb2866ec5041993c9cf2a952bbed69647b115d0f74da7ce8f4bef82f05",
    "annotations": "113a836d90195ee1f884e704da6304dfaaecff1f023f49b6ca93c4aaae470268",
}
_SIZES = {"train2017": 19_336_861_798, "val2017": 815_585_330, "annotations": 252_907_541}


class CocoPart(StrEnum):
    """Which of the published parts."""

    FEW = "val2017"
    MANY = "train2017"


class Coco(Downloaded, frozen=True):
    """Photographs of everyday scenes with a box around every thing."""

    name: ClassVar[str] = "coco"
    title: ClassVar[str] = mark("COCO: boxes")
    chinese: ClassVar[str] = "COCO 目标检测"
    paragraph: ClassVar[str] = mark(
        "Photographs of everyday scenes with boxes around eighty kinds of things: the 5,000 of val2017 (1.1 GB with "
        "their annotations), or the 118,287 of train2017 (19.6 GB), downloaded once and read batch by batch. The "
        "middle is cut square. `boxes` are centre, width and height from 0 to 1 with their `labels` (−1: no more "
        "boxes), the largest first. From T.-Y. Lin et al., Microsoft COCO: Common Objects in Context, 2014; "
        "annotations under the licence CC BY 4.0, photographs under that of Flickr."
    )
    source: ClassVar[str] = "https://cocodataset.org"
    task: ClassVar[Task] = Task.DETECTION
    shelf: ClassVar[str] = "coco"

    part: CocoPart = Field(CocoPart.FEW, description="which published part: 5,000 or 118,287 pictures")
    size: int = Field(224, ge=32, le=640, unit="px", description="rows and columns of the picture after cutting")
    objects: int = Field(20, ge=1, le=100, face="objects", description="how many boxes a picture has at most")

    def remotes(self) -> tuple[Remote, ...]:
        """Return the archive of pictures and that of annotations."""
        pictures, notes = f"{self.part}.zip", "annotations_trainval2017.zip"
        return (
            Remote(pictures, (f"{_FROM}zips/{pictures}",), _SIZES[self.part], f"sha256:{_SUMS[self.part]}"),
            Remote(notes, (f"{_FROM}annotations/{notes}",), _SIZES["annotations"], f"sha256:{_SUMS['annotations']}"),
        )

    def examples(self) -> int:
        """Return how many pictures the part has."""
        return {CocoPart.FEW: 5_000, CocoPart.MANY: 118_287}[self.part]

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size), ``boxes`` (objects, 4) and ``labels`` (objects)."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "boxes": TensorSpec.of(Kind.BOXES, self.objects, 4),
            "labels": TensorSpec.of(Kind.TOKENS, self.objects),
        }

    def class_names(self) -> tuple[str, ...]:
        """Return the eighty kinds, in the order of the annotations."""
        return tuple(SHOWN.get(kind, kind) for kind in KINDS)

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    def load(self, seed: int = 0) -> Table:
        """Return the pictures, which stay in their files, with their boxes; crowds have none.

        Raises NotHere when the archives are missing, DataError when the annotations are not what they should be.
        """
        self.require()
        pictures, notes = (self.place(remote) for remote in self.remotes())
        file = notes / "annotations" / f"instances_{self.part}.json"
        try:
            text = file.read_text(encoding="utf-8")
            kinds = {kind["id"]: KINDS.index(kind["name"]) for kind in entries(text, "categories")}
            known = {int(each["id"]): each for each in entries(text, "images")}
            found: dict[int, list[tuple[float, ...]]] = {number: [] for number in known}
            for thing in entries(text, "annotations"):
                if not thing.get("iscrowd"):
                    x, y, width, height = thing["bbox"]
                    found[thing["image_id"]].append((x, y, x + width, y + height, kinds[thing["category_id"]]))
            boxes = np.zeros((len(known), self.objects, 4), dtype=np.float32)
            labels = np.zeros((len(known), self.objects), dtype=np.int64)
            for row, (number, each) in enumerate(known.items()):
                places = np.array(found[number]).reshape(-1, 5)
                boxes[row], labels[row] = framed(
                    places[:, :4], places[:, 4].astype(np.int64), each["width"], each["height"], self.objects
                )
            names = [_inside(pictures, self.part, each["file_name"]) for each in known.values()]
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise self.broken(file, say("{error}", error=f"{type(error).__name__}: {error}")) from error
        reader = Pictures(str(pictures), self.size)
        columns = filed(reader, names, {"image": ((3, self.size, self.size), "float32")})
        return Table({**columns, "boxes": boxes, "labels": labels})


def _inside(folder: Path, part: str, name: str) -> str:
    """Where a picture lies below a folder; the annotations cannot name one elsewhere."""
    if Path(name).name != name:
        raise ValueError(f"{name} is no plain file name")
    return f"{part}/{name}"


def entries(text: str, key: str) -> Iterator[dict[str, Any]]:
    """Read the objects of one array of a JSON text, one after the other: all at once would fill gigabytes."""
    decoder, place = json.JSONDecoder(), text.index(f'"{key}"') + len(key) + 2
    place = text.index("[", place) + 1
    while True:
        while text[place] in " \n\r\t,":
            place += 1
        if text[place] == "]":
            return
        entry, place = decoder.raw_decode(text, place)
        yield entry


KINDS = (
    "person", mark("bicycle"), mark("car"), mark("motorcycle"), mark("airplane"), mark("bus"), "train",
    mark("truck"), mark("boat"), mark("traffic light"), mark("fire hydrant"), mark("stop sign"),
    mark("parking meter"), mark("bench"), mark("bird"), mark("cat"), mark("dog"), mark("horse"), mark("sheep"),
    mark("cow"), mark("elephant"), mark("bear"), mark("zebra"), mark("giraffe"), mark("backpack"), mark("umbrella"),
    mark("handbag"), mark("tie"), mark("suitcase"), mark("frisbee"), mark("skis"), mark("snowboard"),
    mark("sports ball"), mark("kite"), mark("baseball bat"), mark("baseball glove"), mark("skateboard"),
    mark("surfboard"), mark("tennis racket"), mark("bottle"), mark("wine glass"), mark("cup"), mark("fork"),
    mark("knife"), mark("spoon"), mark("bowl"), mark("banana"), mark("apple"), mark("sandwich"), mark("orange"),
    mark("broccoli"), mark("carrot"), mark("hot dog"), mark("pizza"), mark("donut"), mark("cake"), mark("chair"),
    mark("couch"), mark("potted plant"), mark("bed"), mark("dining table"), mark("toilet"), mark("tv"),
    mark("laptop"), mark("mouse"), mark("remote"), mark("keyboard"), mark("cell phone"), mark("microwave"),
    mark("oven"), mark("toaster"), mark("sink"), mark("refrigerator"), mark("book"), mark("clock"), mark("vase"),
    mark("scissors"), mark("teddy bear"), mark("hair drier"), mark("toothbrush"),
)  # fmt: skip
"""The eighty kinds of things, as annotations name them."""
