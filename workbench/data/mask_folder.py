"""Pictures of one's own with a mask for each: which places belong to the thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.dataset import Array, DataError, DataSet, Scaling, Table, Task
from workbench.data.folders import ENDINGS, ROOM, read_picture


class MaskFolder(DataSet, frozen=True):
    """Pictures of your own, and for each a mask of the same name."""

    name: ClassVar[str] = "mask_folder"
    title: ClassVar[str] = mark("Pictures with masks")
    chinese: ClassVar[str] = "图片与掩码"
    paragraph: ClassVar[str] = mark(
        "Your own pictures and masks: choose a folder that holds the folders `images` and `masks`, with a mask of the "
        "same name for each picture (its ending may differ). Both are cut square around their middle; a place of the "
        "mask that is brighter than half grey is 1. What has no partner or cannot be read is passed over and named. "
        "The licence is that of your pictures."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.SEGMENTATION
    own: ClassVar[bool] = True

    folder: str = Field("", description="the folder that holds the folders images and masks")
    size: int = Field(128, ge=8, le=1024, unit="px", description="rows and columns of the picture after cutting")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size) and ``mask`` (1, size, size) of 0 and 1."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "mask": TensorSpec.of(Kind.IMAGE, 1, self.size, self.size),
        }

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel; the mask stays 0 and 1."""
        return {"image": Scaling.EACH_CHANNEL}

    def load(self, seed: int = 0) -> Table:
        """Return all pairs that can be read. Raises DataError when there are none, or more than fit in memory."""
        if not self.folder:
            raise DataError(say("Choose a folder first: it holds the folders images and masks."))
        pictures, masks = (_by_name(Path(self.folder).expanduser() / inside) for inside in ("images", "masks"))
        names = sorted(pictures.keys() & masks.keys())
        if not names:
            raise DataError(
                say("{folder} holds no pairs. It should hold a folder images and a folder masks, with the same names "
                    "of files in both.", folder=self.folder)
            )  # fmt: skip
        room = len(names) * 4 * self.size**2 * 4
        if room > ROOM:
            raise DataError(
                say("{count} pictures of {size}×{size} fill {needed} GB, and {room} GB may be used. Choose a smaller "
                    "size, or a folder with fewer pictures.", count=len(names), size=self.size,
                    needed=f"{room / 2**30:.1f}", room=ROOM // 2**30)
            )  # fmt: skip
        notes: list[Message] = [
            say("{file} has no partner of the same name and is passed over.", file=str((pictures | masks)[name]))
            for name in sorted(pictures.keys() ^ masks.keys())
        ]
        images: list[Array] = []
        covers: list[Array] = []
        for name in names:
            both = [(path, read_picture(path, self.size)) for path in (pictures[name], masks[name])]
            broken = [path for path, read in both if read is None]
            notes += [say("{file} could not be read as a picture and is passed over.", file=str(p)) for p in broken]
            (_, image), (_, cover) = both
            if image is not None and cover is not None:
                images.append(image)
                covers.append((cover.mean(axis=0, keepdims=True) > 0.5).astype(np.float32))
        if not images:
            raise DataError(say("None of the {count} files could be read as a picture.", count=2 * len(names)))
        return Table({"image": np.stack(images), "mask": np.stack(covers)}, tuple(notes))


def _by_name(folder: Path) -> dict[str, Path]:
    """The pictures of a folder by their name without ending; nothing where there is no such folder."""
    if not folder.is_dir():
        return {}
    return {path.stem: path for path in sorted(folder.iterdir()) if path.suffix.lower() in ENDINGS and path.is_file()}
