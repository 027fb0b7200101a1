"""Fetch a file from the network into a folder: resumed after a cut-off, checked, and said when it cannot be had.

Only the standard library: one file after the other over HTTP needs no more, and every wait has an end.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import http.client
import os
import shutil
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO, Any

from graphs.message import Message, mark, say
from workbench.data.dataset import DataError

TIMEOUT = 20.0
"""How many seconds a server may keep silent, while it is called and between two pieces of a file."""

TRIES = 4
"""How often a server is called again when a call brought nothing new."""

MOST_CALLS = 60
"""How often a server is called for one file at most, however little comes each time."""

PAUSE = 1.0
"""How many seconds pass before the second call; before each further one twice as many."""

CHUNK = 1 << 18
"""How many bytes are taken from the network or a file in one go."""


class Stage(StrEnum):
    """What is being done about a file."""

    DOWNLOADING = mark("downloading")
    CHECKING = mark("checking")
    UNPACKING = mark("unpacking")


@dataclass(frozen=True)
class Step:
    """How far a file is: ``done`` of ``total`` bytes; ``total`` is 0 where nobody knows."""

    stage: Stage
    file: str
    done: int
    total: int


Tell = Callable[[Step], None]
"""Is told how far it is, often, in the thread that fetches."""

Asked = Callable[[], bool]
"""Whether a person has asked to stop."""


def _tell_nobody(step: Step) -> None:
    """Say nothing."""


def _never() -> bool:
    return False


class Cancelled(Exception):  # noqa: N818 - it says what happened
    """A person asked to stop; what has come is kept, and the next time it goes on from there."""


class NotFetched(DataError):  # noqa: N818 - it says what happened
    """A file cannot be had from where it should come from."""


class _CutOff(Exception):  # noqa: N818 - it says what happened
    """The connection ended or fell silent before the file was complete; ``why`` says how."""

    def __init__(self, why: Message):
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True)
class Remote:
    """A file on a server: where to ask for it, how many bytes it has, and its ``checksum``, such as ``md5:1d2b…``.

    Of several addresses the first that gives the file is used. Without a checksum the number of bytes has to do.
    """

    name: str
    urls: tuple[str, ...]
    size: int
    checksum: str = ""


def size_words(count: int) -> str:
    """A number of bytes for people: ``19.3 GB``, ``164 MB``, ``5 kB``."""
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= size:
            number = count / size
            return f"{number:.1f} {unit}" if number < 100 else f"{number:.0f} {unit}"
    return f"{count} B"


def digest(path: Path, kind: str, tell: Tell = _tell_nobody, asked: Asked = _never) -> str:
    """The checksum of a file, ``md5`` or ``sha256``, in hexadecimal digits. Raises Cancelled, OSError."""
    found = hashlib.new(kind, usedforsecurity=False)
    total, done = path.stat().st_size, 0
    with open(path, "rb") as file:
        while piece := file.read(CHUNK):
            if asked():
                raise Cancelled
            found.update(piece)
            done += len(piece)
            tell(Step(Stage.CHECKING, path.name.removesuffix(".part"), done, total))
    return found.hexdigest()


def wrong(path: Path, remote: Remote, tell: Tell = _tell_nobody, asked: Asked = _never) -> Message | None:
    """Say what is wrong with a file that should be ``remote``, by its checksum or else its size; None when it is it."""
    if remote.checksum:
        kind, _, expected = remote.checksum.partition(":")
        found = digest(path, kind, tell, asked)
        if found != expected:
            return say("its checksum ({kind}) should be {expected} and is {found}", kind=kind, expected=expected,
                       found=found)  # fmt: skip
    elif (size := path.stat().st_size) != remote.size:
        return say("it should have {expected} bytes and has {found}", expected=remote.size, found=size)
    return None


def fetch(remote: Remote, folder: Path, tell: Tell = _tell_nobody, asked: Asked = _never) -> Path:
    """Bring a file into a folder and return where it lies; a file that is there and right is not fetched again.

    What comes is kept beside it as ``NAME.part`` until it is complete and checked, so that a cut-off, a Cancel or the
    end of the program costs nothing. Raises Cancelled; NotFetched with what was expected, what came and what to try;
    DataError when the disk is full or the folder cannot be written.
    """
    target = folder / remote.name
    with _disk(folder, remote):
        folder.mkdir(parents=True, exist_ok=True)
        if target.exists():
            fault = wrong(target, remote, tell, asked)
            if fault is None:
                return target
            raise NotFetched(
                say("{file} is not the file that was expected: {fault}. Delete it, and it is fetched again.",
                    file=target, fault=fault)
            )  # fmt: skip
        part = target.with_name(remote.name + ".part")
        with _only_one(part):
            found: list[Message] = []
            for url in remote.urls:
                try:
                    _download(url, part, remote, tell, asked)
                except NotFetched as error:
                    found.append(error.message)
                    continue
                fault = wrong(part, remote, tell, asked)
                if fault is None:
                    os.replace(part, target)
                    return target
                part.unlink()
                found.append(say("{host} gave another file: {fault}.", host=_host(url), fault=fault))
    why = Message(" ".join(f"{{why{n}}}" for n in range(len(found))), {f"why{n}": each for n, each in enumerate(found)})
    raise NotFetched(
        say(
            "{name} ({size}) could not be downloaded: {why} Try again later: what has come is kept. Or fetch {url} "
            "elsewhere and put it into {folder} by hand.",
            name=remote.name, size=size_words(remote.size), why=why, url=remote.urls[0], folder=folder,
        )
    )  # fmt: skip


def _host(url: str) -> str:
    return urllib.parse.urlsplit(url).netloc


@contextmanager
def _disk(folder: Path, remote: Remote) -> Iterator[None]:
    """Say in words what the disk has against it."""
    try:
        yield
    except OSError as error:
        raise disk_trouble(error, folder, remote.size) from error


def disk_trouble(error: OSError, folder: Path, size: int) -> DataError:
    """What a failed write means for a person."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DataError(
            say("The disk that holds {folder} is full: {size} are needed. Make room there and try again; what has "
                "come is kept.", folder=folder, size=size_words(size))
        )  # fmt: skip
    return DataError(
        say("{folder} cannot be written: {error}. Choose another folder with the variable WORKBENCH_DATA, or ask for "
            "the right to write there.", folder=folder, error=error.strerror or error)
    )  # fmt: skip


@contextmanager
def _only_one(part: Path) -> Iterator[None]:
    """Keep a half-fetched file to one writer, here or in another program."""
    lock = part.with_name(part.name + ".lock")
    with open(lock, "a+b") as file:
        if not _hold(file):
            raise NotFetched(say("Another window or program is downloading {name}. Wait until it is done.",
                                 name=part.name.removesuffix(".part")))  # fmt: skip
        yield
        with contextlib.suppress(OSError):  # where an open file cannot be deleted it stays, empty
            lock.unlink()


def _hold(file: IO[bytes]) -> bool:
    """Take a file for this program alone, without waiting; whether it was free."""
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _download(url: str, part: Path, remote: Remote, tell: Tell, asked: Asked) -> None:
    """Call a server until the whole file has come. Raises NotFetched when it does not come, Cancelled."""
    tries = 0
    for _ in range(MOST_CALLS):
        before = part.stat().st_size if part.exists() else 0
        try:
            _call(url, part, remote, tell, asked)
            return
        except _CutOff as cut:
            why = cut.why
        now = part.stat().st_size if part.exists() else 0
        tries = 0 if now > before else tries + 1
        if tries >= TRIES:
            break
        _rest(PAUSE * 2**tries, asked)
    raise NotFetched(why)


def _rest(seconds: float, asked: Asked) -> None:
    """Wait, unless a person has had enough."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if asked():
            raise Cancelled
        time.sleep(min(left, 0.05))


def _call(url: str, part: Path, remote: Remote, tell: Tell, asked: Asked) -> None:
    """Ask once for what is still lacking and write what comes. Raises _CutOff when another call may help."""
    if asked():
        raise Cancelled
    have = part.stat().st_size if part.exists() else 0
    headers = {"User-Agent": "workbench", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    host = _host(url)
    try:
        answer = urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=TIMEOUT)
    except urllib.error.HTTPError as error:
        error.close()
        if error.code == http.HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
            if have == remote.size:
                return  # complete already
            part.unlink()
            raise _CutOff(say("{host} has no more than the first bytes.", host=host)) from error
        refused = say("{host} answers {code} ({reason}).", host=host, code=error.code, reason=error.reason)
        if error.code >= 500 or error.code in (408, 429):
            raise _CutOff(refused) from error
        raise NotFetched(refused) from error
    except TimeoutError as error:
        raise _CutOff(_silent(host)) from error
    except (urllib.error.URLError, http.client.HTTPException, OSError) as error:
        reason = getattr(error, "reason", error)
        if isinstance(reason, TimeoutError):
            raise _CutOff(_silent(host)) from error
        unreached = say("{host} cannot be reached ({reason}): this machine may be offline.", host=host, reason=reason)
        if isinstance(reason, ConnectionError) or isinstance(error, http.client.HTTPException):
            raise _CutOff(unreached) from error
        raise NotFetched(unreached) from error
    with answer:
        _take(answer, part, have, remote, host, tell, asked)


def _silent(host: str) -> Message:
    return say("{host} has said nothing for {seconds} seconds.", host=host, seconds=f"{TIMEOUT:g}")


def _take(answer: Any, part: Path, have: int, remote: Remote, host: str, tell: Tell, asked: Asked) -> None:
    """Write an answer behind what is there, or from the beginning where the server does not know of parts."""
    start = 0
    if answer.status == http.HTTPStatus.PARTIAL_CONTENT:
        told = str(answer.headers.get("Content-Range", ""))
        if not told.startswith(f"bytes {have}-"):
            part.unlink()
            raise _CutOff(say("{host} gave another part of the file than was asked for.", host=host))
        start = have
    length = answer.headers.get("Content-Length")
    total = start + int(length) if length is not None and length.isdigit() else remote.size
    free = shutil.disk_usage(part.parent).free
    if total - start > free:
        raise OSError(errno.ENOSPC, "full", str(part))
    done = start
    # A server that begins anew writes over what is there, so that nothing is lost if it does not come as far again.
    with open(part, "r+b" if have else "wb") as file:
        file.seek(start)
        while True:
            if asked():
                raise Cancelled
            try:
                piece = answer.read1(CHUNK)
            except TimeoutError as error:
                raise _CutOff(_silent(host)) from error
            except (http.client.HTTPException, ConnectionError, OSError) as error:
                raise _CutOff(_broken(host, done, total)) from error
            if not piece:
                break
            file.write(piece)
            done += len(piece)
            tell(Step(Stage.DOWNLOADING, remote.name, done, total))
        if done >= total:
            file.truncate()
    if done < total:
        raise _CutOff(_broken(host, done, total))


def _broken(host: str, done: int, total: int) -> Message:
    return say("The connection to {host} ended after {done} of {total}.", host=host, done=size_words(done),
               total=size_words(total))  # fmt: skip
