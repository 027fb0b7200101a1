"""Pictures of one's own with boxes around things, as COCO and as YOLO write them down."""

from __future__ import annotations

import json
import re
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import Any, ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data import streaming
from workbench.data.dataset import Array, DataError, DataSet, Scaling, Table, Task
from workbench.data.folders import ENDINGS, read_picture
from workbench.data.framing import framed

ROOM = 512 * 2**20
"""Bytes that a file of annotations may have, since it is read at once."""
MOST_SAID = 20
"""So many lines that make no sense are named one by one; the others are counted."""


@dataclass(frozen=True)
class Marked:
    """A picture below the folder, and its boxes: left, top, right, bottom (n, 4) as shares or pixels, labels (n,)."""

    source: str
    corners: Array
    labels: Array
    shares: bool


@dataclass(frozen=True)
class Annotations:
    """What a folder's annotations say: the names of the kinds, the marked pictures, and what was wrong."""

    names: tuple[str, ...]
    marked: tuple[Marked, ...]
    notes: tuple[Message, ...]


class _Boxes(DataSet, frozen=True):
    """What both forms share: pictures, boxes and labels out of a folder."""

    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.DETECTION
    own: ClassVar[bool] = True

    folder: str = Field("", description="the folder that holds the pictures and what is said about them")
    size: int = Field(224, ge=16, le=1024, unit="px", description="rows and columns of the picture after cutting")
    objects: int = Field(20, ge=1, le=200, face="objects", description="how many boxes a picture has at most")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``image`` (3, size, size), ``boxes`` (objects, 4) and ``labels`` (objects), −1 for no more boxes."""
        return {
            "image": TensorSpec.of(Kind.IMAGE, 3, self.size, self.size),
            "boxes": TensorSpec.of(Kind.BOXES, self.objects, 4),
            "labels": TensorSpec.of(Kind.TOKENS, self.objects),
        }

    def scaling(self) -> Mapping[str, Scaling]:
        """Return a mean and deviation for each colour channel of the picture."""
        return {"image": Scaling.EACH_CHANNEL}

    @property
    def root(self) -> Path:
        """The folder. Raises DataError until one is chosen."""
        if not self.folder:
            raise DataError(say("Choose a folder of pictures with boxes first."))
        found = Path(self.folder).expanduser()
        if not found.is_dir():
            raise DataError(say("{folder} is no folder, or cannot be reached. Choose another one.", folder=self.folder))
        return found

    @abstractmethod
    def read(self) -> Annotations:
        """Read what is said about the pictures. Raises DataError."""

    def class_names(self) -> tuple[str, ...]:
        """Return the kinds of things; two numbers until there is a folder that can be read."""
        try:
            return self.read().names or ("0", "1")
        except DataError:
            return ("0", "1")

    def load(self, seed: int = 0) -> Table:
        """Return all pictures that can be read, with their boxes; those that would fill too much memory stay in files.

        Raises DataError when there are none.
        """
        told = self.read()
        notes = list(told.notes)
        streams = len(told.marked) * 3 * self.size**2 * 4 > streaming.ROOM
        sources: list[str] = []
        images: list[Array] = []
        boxes: list[Array] = []
        labels: list[Array] = []
        for each in told.marked:
            path = self.root / each.source
            extent = _extent(path)
            image = read_picture(path, self.size) if extent is not None and not streams else None
            if extent is None or (image is None and not streams):
                why = (
                    say("{file} could not be read as a picture and is passed over.", file=str(path))
                    if path.exists()
                    else say("{file} is not there and is passed over.", file=str(path))
                )
                notes.append(why)
                continue
            corners = each.corners * [*extent, *extent] if each.shares else each.corners
            box, label = framed(corners, each.labels, *extent, self.objects)
            sources.append(each.source)
            boxes.append(box)
            labels.append(label)
            if image is not None:
                images.append(image)
        if not sources:
            raise DataError(
                say("None of the {count} pictures that are written about could be read.", count=len(told.marked))
            )
        shape = {"image": ((3, self.size, self.size), "float32")}
        pictures = (
            streaming.filed(streaming.Pictures(str(self.root), self.size), sources, shape)
            if streams
            else {"image": np.stack(images)}
        )
        return Table({**pictures, "boxes": np.stack(boxes), "labels": np.stack(labels)}, tuple(notes))


def _extent(path: Path) -> tuple[float, float] | None:
    """Width and height of a picture by what its file begins with; None when it is no picture."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            return float(picture.width), float(picture.height)
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError):
        return None


def _short(notes: list[Message], more: int) -> tuple[Message, ...]:
    """The first notes, and how many there are besides."""
    rest = (say("And {count} more of this kind.", count=more),) if more > 0 else ()
    return (*notes[:MOST_SAID], *rest)


# ---------------------------------------------------------------------- COCO


class CocoBoxes(_Boxes, frozen=True):
    """Pictures of your own with boxes in a COCO file: one JSON that names pictures, kinds and boxes."""

    name: ClassVar[str] = "coco_boxes"
    title: ClassVar[str] = mark("Pictures with COCO boxes")
    chinese: ClassVar[str] = "图片与 COCO 标注框"
    paragraph: ClassVar[str] = mark(
        "Your own pictures with boxes as COCO writes them: choose the folder of the pictures and a JSON file with "
        "`images`, `annotations` and `categories`; without a choice the first one in the folder or in `annotations` "
        "is taken. Pictures are cut square around their middle. `boxes` are centre, width and height from 0 to 1, the "
        "largest first, `labels` their kinds (−1: no more boxes). Crowds are left out. A picture that is missing or "
        "cannot be read is passed over and named. The licence is that of your pictures."
    )

    file: str = Field("", description="the JSON file of annotations; found in the folder when empty")

    def read(self) -> Annotations:
        """Read the JSON file. Raises DataError when it is missing, too big, or not what COCO describes."""
        root = self.root
        path = Path(self.file).expanduser() if self.file else _first_json(root)
        if path is None:
            raise DataError(
                say("There is no JSON file of annotations in {folder}. Choose it, or put it there.", folder=self.folder)
            )
        try:
            found = path.stat()
        except OSError as error:
            raise DataError(say("{file} cannot be read: {error}. Choose another file.", file=path, error=error)) from (
                error
            )
        if found.st_size > ROOM:
            raise DataError(
                say("{file} has {size} MB, and {room} MB may be read. Choose a smaller file.", file=path,
                    size=found.st_size // 2**20, room=ROOM // 2**20)
            )  # fmt: skip
        return _coco(path, root, found.st_mtime_ns)


def _first_json(root: Path) -> Path | None:
    return next(iter([*sorted(root.glob("*.json")), *sorted(root.glob("annotations/*.json"))]), None)


@lru_cache(maxsize=2)
def _coco(path: Path, root: Path, changed: int) -> Annotations:
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        pictures = {each["id"]: str(each["file_name"]) for each in whole["images"]}
        kinds = {each["id"]: str(each["name"]) for each in whole["categories"]}
        annotations = list(whole["annotations"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise DataError(
            say("{file} was expected to be a COCO file, a JSON with images, annotations and categories: {error}.",
                file=path, error=f"{type(error).__name__} {error}")
        ) from error  # fmt: skip
    order = {number: place for place, number in enumerate(sorted(kinds, key=str))}
    if all(isinstance(number, int) for number in kinds):
        order = {number: place for place, number in enumerate(sorted(kinds))}
    boxes: dict[Any, list[list[float]]] = {number: [] for number in pictures}
    wrong: list[Message] = []
    for place, thing in enumerate(annotations):
        try:
            if thing.get("iscrowd"):
                continue
            x, y, width, height = (float(number) for number in thing["bbox"])
            if width <= 0 or height <= 0 or not np.isfinite([x, y, width, height]).all():
                raise ValueError("no area")
            boxes[thing["image_id"]].append([x, y, x + width, y + height, order[thing["category_id"]]])
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            wrong.append(
                say("Annotation {number} makes no sense and is passed over: {error}.", number=place,
                    error=f"{type(error).__name__} {error}")
            )  # fmt: skip
    marked = []
    for number, name in pictures.items():
        inside = _within(root, name)
        if inside is None:
            wrong.append(say("{file} lies outside the folder and is passed over.", file=name))
            continue
        rows = np.array(boxes[number], dtype=np.float64).reshape(-1, 5)
        marked.append(Marked(inside, rows[:, :4], rows[:, 4].astype(np.int64), shares=False))
    names = tuple(kinds[number] for number in sorted(order, key=order.__getitem__))
    return Annotations(names, tuple(marked), _short(wrong, len(wrong) - MOST_SAID))


def _within(root: Path, name: str) -> str | None:
    """Where a named picture lies below the folder, also in its ``images``; None for a place outside."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts or ":" in name:
        return None
    there = next((each for each in (path, "images" / path) if (root / each).exists()), path)
    return there.as_posix()


# ---------------------------------------------------------------------- YOLO


class YoloBoxes(_Boxes, frozen=True):
    """Pictures of your own with boxes as YOLO writes them: a text file for each picture."""

    name: ClassVar[str] = "yolo_boxes"
    title: ClassVar[str] = mark("Pictures with YOLO boxes")
    chinese: ClassVar[str] = "图片与 YOLO 标注框"
    paragraph: ClassVar[str] = mark(
        "Your own pictures with boxes as YOLO writes them: choose a folder that holds `images` and `labels`, with a "
        "text file of the same name for each picture (or beside it), a line for each box: its kind from 0, then centre "
        "x, y, width and height from 0 to 1. The kinds are named in `data.yaml` or line by line in `classes.txt`. "
        "Pictures are cut square around their middle; one without a text file has no boxes. What makes no sense or "
        "cannot be read is passed over and named. The licence is that of your pictures."
    )

    def read(self) -> Annotations:
        """Read the text files. Raises DataError when there is no picture."""
        root = self.root
        pictures = sorted(
            path for path in root.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()
            and not any(part.startswith(".") for part in path.relative_to(root).parts)
        )  # fmt: skip
        if not pictures:
            raise DataError(
                say("{folder} holds no pictures. It should hold the folders images and labels.", folder=self.folder)
            )
        texts = [_label_file(root, path) for path in pictures]
        state = tuple((str(path), str(text), text.stat().st_mtime_ns if text else 0)
                      for path, text in zip(pictures, texts, strict=True))  # fmt: skip
        return _yolo(root, _named(root), state)


def _label_file(root: Path, picture: Path) -> Path | None:
    """The text file of a picture: in ``labels`` where the picture is in ``images``, or beside it."""
    parts = list(picture.relative_to(root).with_suffix(".txt").parts)
    options = [picture.with_suffix(".txt")]
    if "images" in parts:
        parts[parts.index("images")] = "labels"
        options.insert(0, root.joinpath(*parts))
    return next((path for path in options if path.is_file()), None)


def _named(root: Path) -> tuple[str, ...]:
    """The kinds of things by their number, from ``data.yaml`` or ``classes.txt``; nothing without them."""
    for name in ("data.yaml", "data.yml", "dataset.yaml"):
        text = _text(root / name)
        if text is not None and (found := _yaml_names(text)):
            return found
    for name in ("classes.txt", "obj.names", "labels/classes.txt"):
        text = _text(root / name)
        if text is not None:
            return tuple(line.strip() for line in text.splitlines() if line.strip())
    return ()


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8-sig") if path.is_file() and path.stat().st_size < 2**20 else None
    except (OSError, UnicodeDecodeError):
        return None


def _yaml_names(text: str) -> tuple[str, ...]:
    """The value of ``names`` in the three ways in which YOLO's files write it; the rest of the file is not read."""
    row = re.search(r"^names:[ \t]*\[(.*?)\]", text, re.MULTILINE | re.DOTALL)
    if row is not None:
        return tuple(_plain(part) for part in row.group(1).split(",") if part.strip())
    below = re.search(r"^names:[ \t]*\n((?:[ \t]+.*\n?|-.*\n?|[ \t]*\n)+)", text, re.MULTILINE)
    lines = below.group(1).splitlines() if below is not None else []
    listed = [re.fullmatch(r"\s*-\s*(.+)", line) for line in lines if line.strip()]
    if listed and all(listed):
        return tuple(_plain(match.group(1)) for match in listed if match)
    numbered = [re.fullmatch(r"\s*(\d+)\s*:\s*(.+)", line) for line in lines if line.strip()]
    found = {int(match.group(1)): _plain(match.group(2)) for match in numbered if match}
    return tuple(found.get(number, str(number)) for number in range(max(found, default=-1) + 1))


def _plain(word: str) -> str:
    return word.split(" #")[0].strip().strip("'\"")


@lru_cache(maxsize=2)
def _yolo(root: Path, names: tuple[str, ...], state: Sequence[tuple[str, str, int]]) -> Annotations:
    marked, wrong, most = [], [], -1
    for picture, text, changed in state:
        rows = []
        try:
            lines = Path(text).read_text(encoding="utf-8-sig").splitlines() if changed else []
        except (OSError, UnicodeDecodeError) as error:
            lines = []
            wrong.append(say("{file} cannot be read: {error}. Its picture has no boxes.", file=text, error=error))
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            row = _row(line)
            if row is None or (names and row[4] >= len(names)):
                wrong.append(
                    say("{file}, line {number}: “{line}” is no kind with a box and is passed over.", file=text,
                        number=number, line=line.strip()[:60])
                )  # fmt: skip
                continue
            rows.append(row)
            most = max(most, int(row[4]))
        found = np.array(rows, dtype=np.float64).reshape(-1, 5)
        inside = Path(picture).relative_to(root).as_posix()
        marked.append(Marked(inside, found[:, :4], found[:, 4].astype(np.int64), shares=True))
    return Annotations(
        names or tuple(str(number) for number in range(most + 1)), tuple(marked), _short(wrong, len(wrong) - MOST_SAID)
    )


def _row(line: str) -> list[float] | None:
    """Read ``kind x y width height``, or ``kind`` and the corners of an outline, as corners of a box and the kind."""
    try:
        kind, *numbers = (float(word) for word in line.split())
    except ValueError:
        return None
    if kind < 0 or kind != int(kind) or not np.isfinite(numbers).all():
        return None
    if len(numbers) >= 6 and len(numbers) % 2 == 0:  # an outline: the box lies round it
        across, down = numbers[::2], numbers[1::2]
        corners = [min(across), min(down), max(across), max(down)]
    elif len(numbers) == 4:
        x, y, width, height = numbers
        corners = [x - width / 2, y - height / 2, x + width / 2, y + height / 2]
    else:
        return None
    inside = -0.01 <= min(corners) and max(corners) <= 1.01 and corners[2] > corners[0] and corners[3] > corners[1]
    return [*corners, kind] if inside else None
