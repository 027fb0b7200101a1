"""Pictures of one's own: a folder that holds one folder of pictures for each class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data import streaming
from workbench.data.dataset import Array, DataError, DataSet, Table, Task, label_columns, label_fields

ENDINGS = frozenset({".bmp", ".gif", ".jpeg", ".jpg", ".png", ".ppm", ".tif", ".tiff", ".webp"})
"""The endings of the files that are read as pictures; others are passed over in silence."""

ROOM = 4 * 2**30
"""Bytes that pictures kept in memory may fill together."""


class ImageFolder(DataSet, frozen=True):
    """Pictures in folders, each folder a class: the form in which ImageNet and most collections of photographs come."""

    name: ClassVar[str] = "image_folder"
    title: ClassVar[str] = mark("Folder of pictures")
    chinese: ClassVar[str] = "图片文件夹"
    paragraph: ClassVar[str] = mark(
        "Your own pictures: choose a folder that holds one folder for each class, named after it. Every picture is "
        "made so large that its shorter side fits, and cut square around its middle. `image` is the picture with "
        "red, green and blue from 0 to 1, `label` its class. A file that cannot be read is passed over and named. "
        "What would fill more than 1 GB is not kept in memory but read batch by batch. "
        "Until a folder is chosen only the sizes are known. The licence is that of your pictures."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.CLASSIFICATION
    own: ClassVar[bool] = True

    folder: str = Field("", description="the folder with one folder of pictures for each class")
    size: int = Field(224, ge=8, le=1024, unit="px", description="rows and columns of the picture after cutting")
    classes: int = Field(1000, ge=2, le=100_000, description="how many classes to expect until a folder is chosen")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) and ``label``; with two classes also ``target`` and ``sign``."""
        image = TensorSpec.of(Kind.IMAGE, 3, self.size, self.size)
        return {"image": image, **label_fields(len(self.class_names()))}

    def class_names(self) -> tuple[str, ...]:
        """Return the names of the folders, in alphabetical order; numbers until there is one."""
        found = tuple(folder.name for folder in self._folders())
        return found or tuple(str(number) for number in range(self.classes))

    def _folders(self) -> list[Path]:
        """The folders of the classes."""
        root = Path(self.folder).expanduser()
        if not self.folder or not root.is_dir():
            return []
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))

    def load(self, seed: int = 0) -> Table:
        """Return all pictures that can be read; those that would fill too much memory stay in their files.

        Raises DataError when there are none.
        """
        folders = self._folders()
        if not self.folder:
            raise DataError(say("Choose a folder of pictures first: one folder in it for each class."))
        files = [(path, label) for label, folder in enumerate(folders) for path in pictures_in(folder)]
        if not files:
            raise DataError(
                say(
                    "{folder} holds no pictures. It should hold one folder for each class, and the pictures in them.",
                    folder=self.folder,
                )
            )
        if len(files) * 3 * self.size**2 * 4 > streaming.ROOM:
            root = Path(self.folder).expanduser()
            sources = [path.relative_to(root).as_posix() for path, _ in files]
            pictures = streaming.Pictures(str(root), self.size)
            image = streaming.filed(pictures, sources, {"image": ((3, self.size, self.size), "float32")})
            return Table({**image, **label_columns(np.array([label for _, label in files]), len(folders))})
        images: list[Array] = []
        labels: list[int] = []
        notes: list[Message] = []
        for path, label in files:
            picture = read_picture(path, self.size)
            if picture is None:
                notes.append(say("{file} could not be read as a picture and is passed over.", file=str(path)))
                continue
            images.append(picture)
            labels.append(label)
        if not images:
            raise DataError(say("None of the {count} files could be read as a picture.", count=len(files)))
        columns = label_columns(np.array(labels), len(folders))
        return Table({"image": np.stack(images), **columns}, tuple(notes))


def pictures_in(folder: Path) -> Iterator[Path]:
    """The picture files of a class, also those in folders inside, in a fixed order."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS and path.is_file())


def read_picture(path: Path, size: int) -> Array | None:
    """Read a picture as (3, size, size) float32 from 0 to 1; None when the file is no picture."""
    from PIL import Image, ImageOps, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            fitted = ImageOps.fit(picture.convert("RGB"), (size, size), Image.Resampling.BILINEAR)
            pixels = np.asarray(fitted, dtype=np.float32) / np.float32(255)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None
    return np.ascontiguousarray(pixels.transpose(2, 0, 1))
