"""Small files in the form in which MNIST, CIFAR, VOC and COCO are published, so that no test asks the network."""

import gzip
import io
import json

import numpy as np
from PIL import Image

from workbench.data import data_set
from workbench.data.cifar import Cifar10
from workbench.data.downloads import Downloaded
from workbench.data.mnist import Mnist

FEW = 30


def put_in_place(name: str) -> Downloaded:
    """Write small files for a published data set where it looks for them, as if they had been downloaded."""
    dataset = data_set(name)
    assert isinstance(dataset, Downloaded)
    for file, content in contents(name).items():
        path = dataset.folder() / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert dataset.missing() == ()
    return dataset


def contents(name: str) -> dict[str, bytes]:
    """The files of a data set by their place below its folder, archives unpacked."""
    dataset = data_set(name)
    if isinstance(dataset, Mnist):
        return mnist([remote.name for remote in dataset.remotes()])
    if isinstance(dataset, Cifar10):
        return cifar(dataset)
    return coco() if name == "coco" else voc()


def mnist(names: list[str]) -> dict[str, bytes]:
    """Three pictures of each digit to learn from, and one to be tested on."""
    random = np.random.default_rng(0)
    found = {}
    for name, count in zip(names, (FEW, FEW, 10, 10), strict=True):
        if "images" in name:
            head = np.array([2051, count, 28, 28], dtype=">i4").tobytes()
            body = random.integers(0, 256, (count, 28, 28)).astype(np.uint8).tobytes()
        else:
            head, body = np.array([2049, count], dtype=">i4").tobytes(), bytes(n % 10 for n in range(count))
        found[name] = gzip.compress(head + body)
    return found


def cifar(dataset: Cifar10) -> dict[str, bytes]:
    """A few pictures in every file."""
    random, classes = np.random.default_rng(0), len(dataset.class_names())
    folder = dataset.place(dataset.remotes()[0]).name
    found = {}
    for number, file in enumerate((*dataset.files, dataset.test)):
        records = random.integers(0, 256, (20, dataset.before + 3072)).astype(np.uint8)
        records[:, : dataset.before] = ((np.arange(20) + number) % min(classes, 10))[:, None]
        found[f"{folder}/{file}"] = records.tobytes()
    return found


def picture(width: int, height: int, tone: int) -> bytes:
    """A JPEG of one colour."""
    written = io.BytesIO()
    Image.new("RGB", (width, height), (tone, 255 - tone, 40)).save(written, "JPEG")
    return written.getvalue()


def voc() -> dict[str, bytes]:
    """Six pictures to learn from and three for the test, each with a person and one with a bus, and their maps."""
    found = {}
    for archive, kind, numbers in (
        ("VOCtrainval_06-Nov-2007", "trainval", range(1, 7)), ("VOCtest_06-Nov-2007", "test", range(7, 10))
    ):  # fmt: skip
        inner = f"{archive}/VOCdevkit/VOC2007"
        names = "\n".join(f"{number:06d}" for number in numbers) + "\n"
        for task in ("Main", "Segmentation"):
            found[f"{inner}/ImageSets/{task}/{kind}.txt"] = names.encode()
        for number in numbers:
            found[f"{inner}/JPEGImages/{number:06d}.jpg"] = picture(80, 40, 20 * number)
            things = "".join(
                f"<object><name>{name}</name><bndbox><xmin>{x}</xmin><ymin>1</ymin><xmax>{x + 19}</xmax><ymax>40</ymax>"
                "</bndbox></object>"
                for name, x in (("person", 21), ("bus", 1))
            )
            size = "<size><width>80</width><height>40</height><depth>3</depth></size>"
            found[f"{inner}/Annotations/{number:06d}.xml"] = f"<annotation>{size}{things}</annotation>".encode()
            outline = Image.new("P", (80, 40), 0)
            outline.paste(15, (20, 0, 40, 40))
            outline.paste(255, (40, 0, 42, 40))
            outline.putpalette([n // 3 for n in range(768)])
            written = io.BytesIO()
            outline.save(written, "PNG")
            found[f"{inner}/SegmentationClass/{number:06d}.png"] = written.getvalue()
    return found


def coco() -> dict[str, bytes]:
    """Eight pictures with a dog each; the fourth has a crowd as well."""
    images = [{"id": 100 + n, "file_name": f"{n:012d}.jpg", "width": 60, "height": 40} for n in range(8)]
    things = [{"image_id": 100 + n, "category_id": 18, "bbox": [20, 10, 20, 20], "iscrowd": 0} for n in range(8)]
    things.append({"image_id": 103, "category_id": 1, "bbox": [0, 0, 60, 40], "iscrowd": 1})
    kinds = [{"id": 18, "name": "dog"}, {"id": 1, "name": "person"}]
    notes = json.dumps({"info": {}, "images": images, "annotations": things, "categories": kinds})
    return {
        **{f"val2017/val2017/{n:012d}.jpg": picture(60, 40, 25 * n) for n in range(8)},
        "annotations_trainval2017/annotations/instances_val2017.json": notes.encode(),
    }
