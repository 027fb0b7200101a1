"""What a file or a folder could be as data: a look at names and first lines, nothing is loaded."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

from workbench.data.dataset import DataError
from workbench.data.folders import ENDINGS

_MOST_SEEN = 3000
"""So many files of a folder are looked at."""
_FEW_WORDS = 20


@dataclass(frozen=True)
class Guess:
    """A data set that could be made of a file or a folder, with the parameters that choose it."""

    name: str
    parameters: Mapping[str, Any] = field(default_factory=dict)


def guesses(path: Path) -> tuple[Guess, ...]:
    """Every data set that a file or a folder could be, the likeliest first; nothing where it looks like none."""
    return tuple(_of_folder(path) if path.is_dir() else _of_file(path))


def _of_file(path: Path) -> list[Guess]:
    ending, whole = path.suffix.lower(), {"file": str(path)}
    if ending in (".csv", ".tsv"):
        return _of_table(path)
    if ending in (".npz", ".npy", ".safetensors"):
        return [Guess("arrays_file", whole)]
    if ending in (".txt", ".md"):
        return [Guess("text_file", whole)]
    if ending == ".json":
        return [Guess("coco_boxes", {"folder": str(_beside(path)), **whole})] if _is_coco(path) else []
    if ending in ENDINGS and any(_holds(each, ENDINGS) for each in _folders(path.parent.parent)):
        return [Guess("image_folder", {"folder": str(path.parent.parent)})]
    if ending == ".wav":
        return [Guess("wav_folder", {"folder": str(path.parent.parent)})]
    return []


def _of_table(path: Path) -> list[Guess]:
    """A number to be foretold where the last column has many numbers, else a class; what else it may be comes after."""
    from workbench.data.csv_tables import is_numeric, read_sheet

    whole = {"file": str(path)}
    try:
        sheet = read_sheet(str(path))
    except DataError:
        return [Guess("csv_classes", whole)]  # it says why it cannot be read
    last = sheet.column(sheet.names[-1])
    numbers = is_numeric(last)
    many = len(set(last)) > _FEW_WORDS or any("." in cell for cell in last)
    found = [Guess("csv_classes", whole)]
    if numbers:
        found.insert(0 if many else 1, Guess("csv_numbers", whole))
    if any(is_numeric(sheet.column(name)) for name in sheet.names) and len(sheet.rows) >= 20:
        found.append(Guess("csv_series", whole))
    return found


def _of_folder(path: Path) -> list[Guess]:
    whole = {"folder": str(path)}
    inside = {each.name.lower(): each for each in _folders(path)}
    found: list[Guess] = []
    if {"images", "masks"} <= inside.keys():
        found.append(Guess("mask_folder", whole))
    for file in [*sorted(path.glob("*.json"))[:5], *sorted(path.glob("annotations/*.json"))[:5]]:
        if _is_coco(file):
            found.append(Guess("coco_boxes", {**whole, "file": str(file)}))
            break
    if "images" in inside and _holds(path, {".txt"}, deep=True):
        found.append(Guess("yolo_boxes", whole))
    if found:
        return found
    classes = list(inside.values())
    if any(_holds(each, ENDINGS, deep=True) for each in classes):
        found.append(Guess("image_folder", whole))
    if any(_holds(each, {".wav"}, deep=True) for each in classes):
        found.append(Guess("wav_folder", whole))
    if not found and _holds(path, ENDINGS) and _holds(path, {".txt"}):
        found.append(Guess("yolo_boxes", whole))
    files = [each for each in sorted(path.glob("*")) if each.suffix.lower() in (".csv", ".tsv", ".npz", ".npy")]
    return found or [guess for each in files[:1] for guess in _of_file(each)]


def _folders(path: Path) -> Iterator[Path]:
    return (each for each in islice(_entries(path), _MOST_SEEN) if each.is_dir() and not each.name.startswith("."))


def _entries(path: Path) -> Iterator[Path]:
    try:
        yield from sorted(path.iterdir())
    except OSError:
        return


def _holds(folder: Path, endings: set[str] | frozenset[str], deep: bool = False) -> bool:
    """Whether a folder has a file with one of the endings, ``deep`` also in the folders inside."""
    files = folder.rglob("*") if deep else folder.glob("*")
    return any(each.suffix.lower() in endings for each in islice(files, _MOST_SEEN))


def _beside(file: Path) -> Path:
    """Where the pictures of a COCO file are: the folder it lies in, or the one around ``annotations``."""
    return file.parent.parent if file.parent.name.lower() == "annotations" else file.parent


def _is_coco(file: Path) -> bool:
    """Whether a JSON file looks like COCO's, by what its beginning and its end say."""
    try:
        with file.open("rb") as stream:
            text = stream.read(2**16)
            size = file.stat().st_size
            if size > 2**16:
                stream.seek(max(0, size - 2**16))
                text += stream.read(2**16)
    except OSError:
        return False
    return sum(f'"{key}"'.encode() in text for key in ("images", "annotations", "categories")) >= 2
