"""Text, sound and arrays of one's own: a text file, a folder of WAV files, and .npy, .npz or .safetensors arrays."""

from __future__ import annotations

import json
import wave
import zipfile
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import ClassVar

import numpy as np

from graphs.fields import Field
from graphs.message import Message, mark, say
from graphs.tensors import Kind, TensorSpec
from workbench.data.corpus import next_token
from workbench.data.dataset import Array, DataError, DataSet, Table, Task, label_columns, label_fields
from workbench.data.words import SIGNS, encode

ROOM = 2 * 2**30
"""Bytes that a file may have, since it is kept in memory."""


def _state(file: str, wanted: Message) -> tuple[Path, int]:
    """Return a file and when it was changed. Raises DataError when none is chosen, it is missing or too big."""
    path = Path(file).expanduser()
    if not file:
        raise DataError(wanted)
    try:
        found = path.stat()
    except OSError as error:
        raise DataError(say("{file} cannot be read: {error}. Choose another file.", file=file, error=error)) from error
    if found.st_size > ROOM:
        raise DataError(
            say("{file} has {size} MB, and {room} MB may be read. Choose a smaller file.", file=file,
                size=found.st_size // 2**20, room=ROOM // 2**20)
        )  # fmt: skip
    return path, found.st_mtime_ns


class Unit(StrEnum):
    """What one token of a text is."""

    CHARACTERS = mark("characters")
    WORDS = mark("words")


@lru_cache(maxsize=2)
def _text(path: Path, changed: int, unit: Unit, most: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tokens of a file, and the commonest of them as a vocabulary."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DataError(say("{file} was expected to be text in UTF-8: {error}.", file=path, error=error)) from error
    tokens = tuple(text if unit is Unit.CHARACTERS else text.split())
    kinds, counts = np.unique(np.array(tokens), return_counts=True) if tokens else (np.array([]), np.array([]))
    common = sorted(kinds[np.argsort(-counts, kind="stable")][: most - len(SIGNS)].tolist())
    return tokens, (*SIGNS, *(word for word in common if word not in SIGNS))


class TextFile(DataSet, frozen=True):
    """A text of your own, cut into windows: what comes next?"""

    name: ClassVar[str] = "text_file"
    title: ClassVar[str] = mark("Text file")
    chinese: ClassVar[str] = "文本文件"
    paragraph: ClassVar[str] = mark(
        "Your own text in a file in UTF-8, as characters or as words between spaces. `tokens` is a window of it, "
        "`target` the same moved on by one. Words that are too rare for the vocabulary become <unknown>. The parts are "
        "cut in the order of the text. The licence is that of your text."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.GENERATION
    own: ClassVar[bool] = True
    ordered: ClassVar[bool] = True

    file: str = Field("", description="the text file, in UTF-8")
    unit: Unit = Field(Unit.CHARACTERS, description="what one token is")
    length: int = Field(64, ge=2, le=4096, face="length", description="how many tokens the network sees at once")
    step: int = Field(16, ge=1, le=4096, description="tokens between the beginnings of two windows")
    most: int = Field(5000, ge=10, le=100_000, description="how many different tokens are kept at most")

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``tokens`` and ``target``, both of ``length``."""
        window = TensorSpec.of(Kind.TOKENS, self.length)
        return {"tokens": window, "target": window}

    def _read(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        path, changed = _state(self.file, say("Choose a text file first."))
        return _text(path, changed, self.unit, self.most)

    def vocabulary(self, column: str = "tokens") -> tuple[str, ...]:
        """Return the signs and the commonest tokens; the signs alone until there is a file."""
        try:
            return self._read()[1]
        except DataError:
            return SIGNS

    def load(self, seed: int = 0) -> Table:
        """Return the windows in the order of the text. Raises DataError when it cannot be read or is too short."""
        tokens, words = self._read()
        if len(tokens) <= self.length + self.step:
            raise DataError(
                say("{file} has {count} tokens, and a window needs {length} and one more. Choose a longer text or a "
                    "shorter length.", file=self.file, count=len(tokens), length=self.length)
            )  # fmt: skip
        return Table(next_token(encode([tokens], words, len(tokens))[0], self.length, self.step))


class WavFolder(DataSet, frozen=True):
    """Sounds of your own in folders, each folder a class."""

    name: ClassVar[str] = "wav_folder"
    title: ClassVar[str] = mark("Folder of sounds")
    chinese: ClassVar[str] = "声音文件夹"
    paragraph: ClassVar[str] = mark(
        "Your own WAV files (8, 16 or 32 bits, not compressed): choose a folder that holds one folder for each class. "
        "Channels are averaged, and every sound is cut or filled with silence to one length. A file that cannot be "
        "read is passed over and named. The licence is that of your sounds."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.CLASSIFICATION
    own: ClassVar[bool] = True

    folder: str = Field("", description="the folder with one folder of WAV files for each class")
    length: int = Field(8000, ge=64, le=1_000_000, description="how many samples of each sound are used")

    def _folders(self) -> list[Path]:
        """The folders of the classes."""
        root = Path(self.folder).expanduser()
        if not self.folder or not root.is_dir():
            return []
        return sorted(path for path in root.iterdir() if path.is_dir() and not path.name.startswith("."))

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return ``signal`` (1, length) and ``label``; with two classes also ``target`` and ``sign``."""
        return {"signal": TensorSpec.of(Kind.SIGNAL, 1, self.length), **label_fields(len(self.class_names()))}

    def class_names(self) -> tuple[str, ...]:
        """Return the names of the folders, in alphabetical order; two numbers until there is one."""
        return tuple(folder.name for folder in self._folders()) or ("0", "1")

    def load(self, seed: int = 0) -> Table:
        """Return all sounds that can be read. Raises DataError when there are none."""
        if not self.folder:
            raise DataError(say("Choose a folder of WAV files first: one folder in it for each class."))
        sounds: list[Array] = []
        labels: list[int] = []
        notes: list[Message] = []
        rates: set[int] = set()
        for label, folder in enumerate(self._folders()):
            for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() == ".wav"):
                read = read_wav(path, self.length)
                if read is None:
                    notes.append(say("{file} could not be read as a WAV file and is passed over.", file=str(path)))
                    continue
                sounds.append(read[0])
                labels.append(label)
                rates.add(read[1])
        if not sounds:
            raise DataError(
                say("{folder} holds no WAV files that can be read. It should hold one folder for each class, and the "
                    "sounds in them.", folder=self.folder)
            )  # fmt: skip
        if len(rates) > 1:
            notes.append(say("The sounds have different rates ({rates} a second): their pitches do not compare.",
                             rates=", ".join(map(str, sorted(rates)))))  # fmt: skip
        columns = label_columns(np.array(labels), len(self.class_names()))
        return Table({"signal": np.stack(sounds), **columns}, tuple(notes))


def read_wav(path: Path, length: int) -> tuple[Array, int] | None:
    """Read a sound as (1, length) float32 from -1 to 1, and its rate; None when the file is no plain WAV."""
    try:
        with wave.open(str(path)) as sound:
            width, channels, rate = sound.getsampwidth(), sound.getnchannels(), sound.getframerate()
            raw = sound.readframes(min(length, sound.getnframes()))
    except (OSError, EOFError, wave.Error):
        return None
    kind = {1: "u1", 2: "<i2", 4: "<i4"}.get(width)
    if kind is None or len(raw) % (width * channels):
        return None
    values = np.frombuffer(raw, dtype=kind).reshape(-1, channels).mean(axis=1)
    values = values / 128 - 1 if width == 1 else values / 2.0 ** (8 * width - 1)
    found = np.zeros((1, length), dtype=np.float32)
    found[0, : len(values)] = values
    return found, rate


_KINDS = {1: Kind.FEATURES, 2: Kind.SEQUENCE, 3: Kind.IMAGE, 4: Kind.VOLUME}


@lru_cache(maxsize=2)
def _arrays(path: Path, changed: int) -> dict[str, Array]:
    """The arrays of a file as float32, int64 or bool. Nothing in it can run code: pickled objects are refused."""
    try:
        if path.suffix.lower() == ".npy":
            found = {path.stem if path.stem.isidentifier() else "data": np.load(path, allow_pickle=False)}
        elif path.suffix.lower() == ".npz":
            with np.load(path, allow_pickle=False) as file:
                found = {name: np.asarray(file[name]) for name in file.files}
        else:
            from safetensors.numpy import load_file

            found = dict(load_file(path))
    except Exception as error:  # safetensors raises a kind of its own that numpy-only code cannot name
        if not isinstance(error, OSError | ValueError | KeyError | zipfile.BadZipFile | json.JSONDecodeError) and (
            type(error).__name__ != "SafetensorError"
        ):
            raise
        raise DataError(
            say("{file} was expected to hold arrays (.npy, .npz or .safetensors, no objects): {error}.", file=path,
                error=error)
        ) from error  # fmt: skip
    wanted: dict[str, Array] = {}
    for name, array in found.items():
        dtype = {"b": "bool", "i": "int64", "u": "int64", "f": "float32"}.get(array.dtype.kind)
        if dtype is None or not name.isidentifier() or array.ndim == 0:
            raise DataError(say("The array {name} of {file} is no table of numbers with a plain name.", name=name,
                                file=path))  # fmt: skip
        wanted[name] = np.ascontiguousarray(array, dtype=dtype)
    lengths = {name: len(array) for name, array in wanted.items()}
    if not wanted or len(set(lengths.values())) > 1 or 0 in lengths.values():
        told = ", ".join(f"{name}: {length}" for name, length in lengths.items())
        raise DataError(
            say("Every array needs the same number of examples, but {file} has {told}.", file=path, told=told)
        )
    return wanted


class ArraysFile(DataSet, frozen=True):
    """Arrays of your own: each a column whose first axis counts the examples."""

    name: ClassVar[str] = "arrays_file"
    title: ClassVar[str] = mark("File of arrays")
    chinese: ClassVar[str] = "数组文件"
    paragraph: ClassVar[str] = mark(
        "Your own arrays in a .npy, .npz or .safetensors file, all with the same number of examples along their first "
        "axis. Each array is a column under its name: one axis more is features, two a sequence, three an image, four "
        "a volume; whole numbers with one axis are tokens, without one a label. Nothing is scaled, and files with "
        "Python objects are refused. The licence is that of your data."
    )
    source: ClassVar[str] = mark("your own files")
    task: ClassVar[Task] = Task.GENERATION
    own: ClassVar[bool] = True

    file: str = Field("", description="the file of arrays: .npy, .npz or .safetensors")

    def _read(self) -> dict[str, Array]:
        return _arrays(*_state(self.file, say("Choose a file of arrays first: .npy, .npz or .safetensors.")))

    def fields(self) -> Mapping[str, TensorSpec]:
        """Return a field for each array; nothing until there is a file."""
        try:
            arrays = self._read()
        except DataError:
            return {}
        return {name: _spec(array) for name, array in arrays.items()}

    def class_names(self) -> tuple[str, ...]:
        """Return the numbers from 0 to the largest label, when there are labels."""
        fields = self.fields()
        if "label" not in fields or fields["label"].kind is not Kind.INDEX:
            return ()
        return tuple(str(number) for number in range(int(self._read()["label"].max()) + 1))

    def load(self, seed: int = 0) -> Table:
        """Return the arrays. Raises DataError when the file cannot be used."""
        return Table(self._read())


def _spec(array: Array) -> TensorSpec:
    """Say what one example of an array is, by how many axes it has and what its numbers are."""
    dims = array.shape[1:]
    if array.dtype == np.bool_:
        return TensorSpec.of(Kind.MASK, *dims)
    if array.dtype == np.int64:
        kind = {0: Kind.INDEX, 1: Kind.TOKENS}.get(len(dims), Kind.TENSOR)
        return TensorSpec(kind, dims, "int64")
    return TensorSpec.of(_KINDS.get(len(dims), Kind.TENSOR), *dims)
