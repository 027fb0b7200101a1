"""Unpack an archive into a folder of its own: nothing outside it is written, and it appears whole or not at all."""

from __future__ import annotations

import gzip
import lzma
import os
import shutil
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from graphs.message import Message, say
from workbench.data.dataset import DataError
from workbench.data.fetching import CHUNK, Asked, Cancelled, Stage, Step, Tell, disk_trouble

MOST_MEMBERS = 3_000_000
"""How many files an archive may hold."""


def unpack(archive: Path, folder: Path, most: int, tell: Tell, asked: Asked) -> None:
    """Unpack a ``.zip`` or ``.tar`` file (also ``.gz``) so that ``folder`` holds what it held, and nothing else.

    It is done beside the folder and moved there at the end. An archive that names a place outside, holds links out or
    devices, or more than ``most`` bytes is refused, and nothing of it stays. Raises DataError, Cancelled.
    """
    beside = folder.with_name(folder.name + ".unpacking")
    try:
        shutil.rmtree(beside, ignore_errors=True)
        beside.mkdir(parents=True)
        free = shutil.disk_usage(beside).free
        try:
            if zipfile.is_zipfile(archive):
                _unzip(archive, beside, min(most, free), most, tell, asked)
            else:
                _untar(archive, beside, min(most, free), most, tell, asked)
            os.replace(beside, folder)
        except (zipfile.BadZipFile, gzip.BadGzipFile, tarfile.ReadError, EOFError, zlib.error, lzma.LZMAError) as error:
            raise _damaged(archive, say("{error}", error=error)) from error
        except tarfile.FilterError as error:
            raise _outside(archive, str(error)) from error
    except OSError as error:
        raise disk_trouble(error, folder, most) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def _damaged(archive: Path, why: Message) -> DataError:
    return DataError(
        say("{file} cannot be unpacked: {why}. Delete it, and it is fetched again.", file=archive, why=why)
    )


def _outside(archive: Path, name: str) -> DataError:
    return DataError(
        say("{file} wants to write outside its own folder ({name}). It is not unpacked. Delete it: it is not what it "
            "should be.", file=archive, name=name)
    )  # fmt: skip


class _Room:
    """How much may still be written."""

    def __init__(self, archive: Path, free: int, most: int):
        self._archive, self._left, self._most, self._full = archive, free, most, free < most
        self._members = 0

    def take(self, count: int) -> None:
        """Count bytes that are written now. Raises DataError when there are too many, OSError when the disk is full."""
        self._left -= count
        if self._left < 0:
            if self._full:
                raise OSError(28, "full")
            raise _damaged(self._archive, say("it holds more than the {most} bytes that were expected",
                                              most=self._most))  # fmt: skip

    def member(self) -> None:
        """Count one more file."""
        self._members += 1
        if self._members > MOST_MEMBERS:
            raise _damaged(self._archive, say("it holds more than {most} files", most=MOST_MEMBERS))


def _unzip(archive: Path, folder: Path, free: int, most: int, tell: Tell, asked: Asked) -> None:
    room, done = _Room(archive, free, most), 0
    with zipfile.ZipFile(archive) as pack:
        members = pack.infolist()
        total = sum(member.file_size for member in members)
        for member in members:
            room.member()
            place = PurePosixPath(member.filename.replace("\\", "/"))
            linked = stat.S_ISLNK(member.external_attr >> 16)
            if place.is_absolute() or ".." in place.parts or ":" in member.filename or linked:
                raise _outside(archive, member.filename)
            target = folder.joinpath(*place.parts)
            if member.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            # Reading to the end compares the checksum that the archive keeps of every file.
            with pack.open(member) as source, open(target, "wb") as file:
                while piece := source.read(CHUNK):
                    if asked():
                        raise Cancelled
                    room.take(len(piece))
                    file.write(piece)
                    done += len(piece)
                    tell(Step(Stage.UNPACKING, archive.name, done, total))


def _untar(archive: Path, folder: Path, free: int, most: int, tell: Tell, asked: Asked) -> None:
    room, total = _Room(archive, free, most), archive.stat().st_size
    with open(archive, "rb") as file, tarfile.open(fileobj=file, mode="r:*") as pack:
        for member in pack:
            if asked():
                raise Cancelled
            room.member()
            room.take(max(0, member.size))
            # The filter of the standard library refuses places outside, links out and devices.
            pack.extract(member, folder, set_attrs=False, filter="data")
            tell(Step(Stage.UNPACKING, archive.name, min(file.tell(), total), total))
        while pack.fileobj is not None and pack.fileobj.read(CHUNK):
            pass  # only at the very end is the checksum of a compressed archive compared


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Say in words that a file that was fetched cannot be read."""
    try:
        yield
    except (OSError, EOFError, zlib.error, ValueError) as error:
        raise _damaged(path, say("{error}", error=error)) from error
