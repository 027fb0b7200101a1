"""The files of a project in a zip or in a folder: read within bounds, written whole or not at all.

A project comes from anywhere, so nothing in it is believed: names, sizes and sums are checked before they are used, and
what unpacks to more than it may is refused while it unpacks. Nothing is ever written beside where it belongs.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Protocol

from graphs.message import Message, say

MEMBER_BYTES = 64 * 2**20
"""The most one JSON, text, picture or data member may hold once unpacked."""

OTHER_BYTES = 128 * 2**20
"""The most all members together may hold that this program only keeps (``data/``, ``lesson.json``)."""

MEMBERS = 10_000
"""The most members a project may have."""

_DIRECTORY_BYTES = 4 * 2**20
_CHUNK = 2**20
_END = struct.Struct("<4s4H2LH")  # the record at the end of every zip
_TROUBLE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    struct.error,
    OverflowError,
)
_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}

WEIGHTS = "weights.safetensors"


class DocumentError(ValueError):
    """A project that cannot be read or written; ``message`` is one sentence that says why and what to try."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


Fill = Callable[[IO[bytes]], None]
"""Writes the content of a member to the stream it is given."""


class Source(Protocol):
    """The members of a project, wherever they lie."""

    name: str

    def names(self) -> tuple[str, ...]:
        """The members' names, sorted."""

    def size(self, name: str) -> int:
        """How many bytes a member says it has once unpacked."""

    def stored(self, name: str) -> int:
        """How many bytes a member takes on the disk."""

    def stream(self, name: str) -> IO[bytes]:
        """Open a member; what comes may be more than `size` says."""


def read_member(source: Source, name: str, limit: int = MEMBER_BYTES) -> bytes:
    """Return a member's bytes; more than ``limit`` of them, said or real, are refused."""
    if source.size(name) > limit:
        raise too_large(source, name, limit)
    parts, length = [], 0
    with reading(source), source.stream(name) as stream:
        while part := stream.read(_CHUNK):
            length += len(part)
            if length > limit:
                raise too_large(source, name, limit)
            parts.append(part)
    return b"".join(parts)


def too_large(source: Source, name: str, limit: int) -> DocumentError:
    """Say that a member holds more than it may."""
    return DocumentError(
        say(
            "{file}: {member} unpacks to more than {limit} MB, more than it can need. Ask where the file came from.",
            file=source.name, member=name, limit=max(1, limit // 2**20),
        )
    )  # fmt: skip


@contextmanager
def reading(source: Source) -> Iterator[None]:
    """Turn what a damaged zip or a failing disk throws into one sentence."""
    try:
        yield
    except DocumentError:
        raise
    except _TROUBLE as error:
        raise _damaged(source.name) from error
    except OSError as error:
        raise _unreadable(source.name, error) from error


def _damaged(name: str) -> DocumentError:
    return DocumentError(
        say("{file} is damaged or was not copied completely. Copy it again, or open an older copy of it.", file=name)
    )


def _unreadable(name: str, error: OSError) -> DocumentError:
    if isinstance(error, FileNotFoundError):
        return DocumentError(say("There is no file {file}. Look whether it was moved or renamed.", file=name))
    if isinstance(error, PermissionError):
        return DocumentError(say("{file} may not be read by you. Change its permissions, or copy it.", file=name))
    return DocumentError(
        say(
            "{file} cannot be read: {reason}. Copy it to another disk and try again.",
            file=name,
            reason=error.strerror or str(error),
        )
    )


@contextmanager
def opened(path: Path) -> Iterator[Source]:
    """Open the zip or the folder at ``path`` for reading; raises `DocumentError`."""
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        raise _unreadable(path.name, error if isinstance(error, OSError) else FileNotFoundError()) from error
    if stat.S_ISDIR(mode):
        yield _Folder(path)
        return
    if not stat.S_ISREG(mode):
        raise DocumentError(say("{file} is not a file. A project is a .workbench file or a folder.", file=path.name))
    try:
        file = path.open("rb")
    except OSError as error:
        raise _unreadable(path.name, error) from error
    with file:
        yield _Zip(path.name, file)


class _Zip:
    """The members of a zip."""

    def __init__(self, name: str, file: IO[bytes]):
        self.name = name
        with reading(self):
            _check_directory(name, file.read(4), file)
            self._zip = zipfile.ZipFile(file)
        self._members: dict[str, zipfile.ZipInfo] = {}
        for info in self._zip.infolist():
            if info.is_dir() or _is_litter(info.filename):
                continue
            _check_name(name, info.filename)
            if info.filename in self._members:
                raise DocumentError(
                    say("{file} holds {member} twice. Save it again with Workbench.", file=name, member=info.filename)
                )
            if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) or info.flag_bits & 1:
                raise DocumentError(
                    say(
                        "{file}: {member} is packed in an unknown way. Unpack the file and open the folder.",
                        file=name,
                        member=info.filename,
                    )
                )
            self._members[info.filename] = info
        if len(self._members) > MEMBERS:
            raise _crowded(name)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._members))

    def size(self, name: str) -> int:
        return self._members[name].file_size

    def stored(self, name: str) -> int:
        return self._members[name].compress_size

    def stream(self, name: str) -> IO[bytes]:
        return self._zip.open(self._members[name])


def _check_directory(name: str, head: bytes, file: IO[bytes]) -> None:
    """Look at the end of a zip before its table of members is read into memory."""
    length = file.seek(0, os.SEEK_END)
    file.seek(max(0, length - 2**16 - _END.size))
    tail = file.read()
    at = tail.rfind(b"PK\5\6")
    if at < 0 or at + _END.size > len(tail):
        if head.startswith(b"PK"):
            raise _damaged(name)
        if not length:
            raise DocumentError(say("{file} is empty. Open an older copy of it.", file=name))
        raise DocumentError(
            say("{file} is not a Workbench project: it is not a zip. Choose a file that ends in .workbench.", file=name)
        )
    members, size = _END.unpack_from(tail, at)[4:6]
    if members > MEMBERS or size > _DIRECTORY_BYTES:
        raise _crowded(name)


def _crowded(name: str) -> DocumentError:
    return DocumentError(
        say("{file} holds more than {n} files, more than a project has. It is not opened.", file=name, n=MEMBERS)
    )


def _is_litter(member: str) -> bool:
    """Whether a file browser left this in the zip."""
    return member.startswith("__MACOSX/") or member.rsplit("/", 1)[-1] in {".DS_Store", "Thumbs.db", "desktop.ini"}


def _check_name(name: str, member: str) -> None:
    parts = member.split("/")
    if (
        not all(parts)
        or {".", ".."} & set(parts)
        or any(sign in member for sign in "\\:\0")
        or not member.isprintable()
    ):
        raise DocumentError(
            say(
                "{file} holds a file whose name leads elsewhere: {member}. It is not opened.",
                file=name,
                member=repr(member),
            )
        )


class _Folder:
    """The members of an unzipped project; other files in the folder (a README, ``.git``) are left alone."""

    def __init__(self, path: Path):
        self.name = path.name
        self._path = path

    def names(self) -> tuple[str, ...]:
        found = [name for name in (*KNOWN, "lesson.json") if (self._path / name).is_file()]
        data = self._path / "data"
        for folder, inner, files in os.walk(data, followlinks=False):
            inner.sort()
            for file in sorted(files):
                one = Path(folder, file)
                if not one.is_symlink() and not _is_litter(file):
                    found.append(one.relative_to(self._path).as_posix())
                if len(found) > MEMBERS:
                    raise _crowded(self.name)
        return tuple(sorted(found))

    def size(self, name: str) -> int:
        try:
            return (self._path / name).stat().st_size
        except OSError as error:
            raise _unreadable(f"{self.name}/{name}", error) from error

    def stored(self, name: str) -> int:
        return self.size(name)

    def stream(self, name: str) -> IO[bytes]:
        return (self._path / name).open("rb")


KNOWN = ("manifest.json", "network.json", "recipe.json", "layout.json", "notes.md", WEIGHTS, "thumbnail.png")
"""The members this version reads and writes itself."""


# ---------------------------------------------------------------------- writing


def write_zip(path: Path, members: Mapping[str, bytes], fills: Mapping[str, tuple[int, Fill]]) -> None:
    """Write a zip whose bytes depend on nothing but the members: no clock, no order of a dict.

    ``fills`` are big members that write themselves: their length in bytes and the function that does it.
    """

    def fill(file: IO[bytes]) -> None:
        with zipfile.ZipFile(file, "w") as pack:
            for name in sorted(members, key=_place):
                packed = not name.endswith((".png", ".safetensors", ".zip", ".jpg", ".npz"))
                pack.writestr(_entry(name, packed=packed), members[name], compresslevel=6)
            for name, (length, write) in fills.items():
                entry = _entry(name, packed=False)
                entry.file_size = length
                with pack.open(entry, "w") as stream:
                    write(stream)

    write_whole(path, fill)


def _place(name: str) -> tuple[int, str]:
    return (KNOWN.index(name) if name in KNOWN else len(KNOWN), name)


def _entry(name: str, *, packed: bool) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    entry.create_system, entry.external_attr = 3, 0o644 << 16
    return entry


def write_folder(path: Path, members: Mapping[str, bytes], fills: Mapping[str, tuple[int, Fill]]) -> None:
    """Write the members into a folder, each whole or not at all, and take away what the project no longer has.

    The manifest comes last; a file that already holds these bytes is not touched.
    """
    for name in sorted(members, key=_place, reverse=True):
        target = path / name
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            same = (
                target.is_file()
                and target.stat().st_size == len(members[name])
                and target.read_bytes() == members[name]
            )
        except OSError as error:
            raise _unwritable(target, error) from error
        if not same:
            write_whole(target, lambda file, content=members[name]: _put(file, content))  # type: ignore[misc]
    for name, (_, write) in fills.items():
        write_whole(path / name, write)
    for name in KNOWN:
        if name not in members and name not in fills:
            (path / name).unlink(missing_ok=True)


def _put(file: IO[bytes], content: bytes) -> None:
    file.write(content)


def write_whole(path: Path, fill: Fill) -> None:
    """Replace a file by what ``fill`` writes, or leave the old one as it was: never half of it.

    It is written to a temporary file in the same folder and brought to the disk before it takes the name, so neither a
    full disk nor a power cut can cost the old content. Raises `DocumentError`.
    """
    path = Path(os.path.realpath(path))
    temporary = path.with_name(f".{path.name[:80]}.{secrets.token_hex(4)}.tmp")
    try:
        # Not tempfile: its files may be read by their owner only, and a project on a shared disk is for everybody.
        with os.fdopen(
            os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666), "wb"
        ) as file:
            fill(file)
            file.flush()
            os.fsync(file.fileno())
        if path.is_file():
            temporary.chmod(stat.S_IMODE(path.stat().st_mode))
        os.replace(temporary, path)
        _sync_folder(path.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise _unwritable(path, error) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    """Bring the new name itself to the disk; Windows does that on its own and cannot open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:  # some network disks cannot; the file itself is safe
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EBADF):
            raise
    finally:
        os.close(handle)


def _unwritable(path: Path, error: OSError) -> DocumentError:
    if error.errno in _FULL:
        return DocumentError(
            say(
                "{file} could not be saved: the disk is full. The old file is as it was. Free some space.",
                file=path.name,
            )
        )
    if isinstance(error, FileNotFoundError):
        return DocumentError(
            say(
                "{file} could not be saved: there is no folder {folder}. Choose another folder.",
                file=path.name,
                folder=str(path.parent),
            )
        )
    if isinstance(error, PermissionError):
        return DocumentError(
            say(
                "{file} could not be saved: you may not write in {folder}. Choose another folder.",
                file=path.name,
                folder=str(path.parent),
            )
        )
    reason = error.strerror or str(error)
    return DocumentError(
        say(
            "{file} could not be saved: {reason}. The old file is as it was. Save elsewhere.",
            file=path.name,
            reason=reason,
        )
    )
