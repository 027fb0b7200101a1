"""ImageNet: the photographs with which deep networks became famous. Its files have to be put in place by hand."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import DataError, DataSet, Table, Task
from workbench.data.downloads import data_folder
from workbench.data.folders import pictures_in
from workbench.data.published import facts
from workbench.data.streaming import Pictures, filed

TRAINING = 1_281_167
"""How many pictures there are to train on."""


class ImageNet(DataSet, frozen=True):
    """Photographs of a thousand kinds of things."""

    name: ClassVar[str] = "imagenet"
    title: ClassVar[str] = mark("ImageNet")
    chinese: ClassVar[str] = "ImageNet 图片"
    paragraph: ClassVar[str] = mark(
        "1,281,167 photographs of a thousand kinds of things (ILSVRC 2012), of any size; the middle of each is cut "
        "square. `image` is the picture with red, green and blue from 0 to 1, `label` its kind. It cannot be "
        "downloaded freely: ask for it at image-net.org, and put the folder `train` with its thousand folders where "
        "you say. Pictures are read batch by batch. From J. Deng et al., ImageNet: A Large-Scale Hierarchical Image "
        "Database, 2009, licence for research and teaching alone."
    )
    source: ClassVar[str] = "https://image-net.org/challenges/LSVRC/2012/2012-downloads.php"
    task: ClassVar[Task] = Task.CLASSIFICATION
    own: ClassVar[bool] = True

    folder: str = Field("", description="the folder that holds the folder train; the data folder unless given")
    size: int = Field(224, ge=32, le=512, unit="px", description="rows and columns of the picture after cutting")

    def root(self) -> Path:
        """Where the folder ``train`` is looked for."""
        return Path(self.folder).expanduser() if self.folder else data_folder() / "imagenet"

    def examples(self) -> int:
        """Return 1,281,167."""
        return TRAINING

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) and ``label``."""
        return {"image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size), "label": TensorSpec.of(Kind.INDEX)}

    def class_names(self) -> tuple[str, ...]:
        """Return the thousand kinds, in the order of their folders."""
        names: list[Any] = facts("models/_meta.py")["_IMAGENET_CATEGORIES"]
        return tuple(names)

    def load(self, seed: int = 0) -> Table:
        """Return the pictures, which stay in their files. Raises DataError that says which files to put where."""
        root, classes = self.root() / "train", len(self.class_names())
        folders = sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
        if not folders:
            archive, _ = facts("datasets/imagenet.py")["ARCHIVE_META"]["train"]
            raise DataError(
                say("ImageNet has to be put in place by hand. Ask for {archive} at {site}, unpack it and the archives "
                    "in it, so that {folder} holds one folder of pictures for each of the {count} kinds, such as "
                    "{example}.", archive=archive, site=self.source, folder=root, count=classes, example="n01440764")
            )  # fmt: skip
        if len(folders) != classes:
            raise DataError(
                say("{folder} should hold {count} folders of pictures, one for each kind, and holds {found}. Unpack "
                    "the archives that are missing there.", folder=root, count=classes, found=len(folders))
            )  # fmt: skip
        sources, labels = [], []
        for label, folder in enumerate(folders):
            for path in pictures_in(folder):
                sources.append(path.relative_to(root).as_posix())
                labels.append(label)
        if not sources:
            raise DataError(
                say("{folder} holds no pictures. It should hold one folder for each class, and the pictures in them.",
                    folder=root)
            )  # fmt: skip
        columns = filed(Pictures(str(root), self.size), sources, {"image": ((3, self.size, self.size), "float32")})
        return Table({**columns, "label": np.array(labels, dtype=np.int64)})
