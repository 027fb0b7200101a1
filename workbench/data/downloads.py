"""Data sets that others publish: where their files lie on this machine, and how they come here.

Nothing is fetched by itself. Until the files are here only what they hold is known; whoever wants them asks a person
and calls `Downloaded.obtain`. They stay in the user's data folder for every project.
"""

from __future__ import annotations

import os
from abc import abstractmethod
from pathlib import Path
from typing import ClassVar

from graphs.message import Message, say
from workbench.data.dataset import DataError, DataSet
from workbench.data.fetching import Asked, Remote, Tell, fetch, size_words
from workbench.data.unpacking import unpack

VARIABLE = "WORKBENCH_DATA"
"""The variable of the environment that says where downloaded data are kept; whoever sets it has the last word."""

GROWTH = 8
"""How many times larger than its archive a data set may be."""

_ENDINGS = (".tar.gz", ".tgz", ".tar", ".zip")


def data_folder() -> Path:
    """Where downloaded data sets are kept, a folder for each."""
    if os.environ.get(VARIABLE):
        return Path(os.environ[VARIABLE]).expanduser()
    import platformdirs

    return platformdirs.user_data_path("workbench", appauthor=False) / "data"


class NotHere(DataError):  # noqa: N818 - it says what is the matter
    """The files of a published data set are not on this machine; ``dataset`` is the one that can obtain them."""

    def __init__(self, dataset: Downloaded):
        missing = dataset.missing()
        names = ", ".join(remote.name for remote in missing)
        message = say(
            "{title} is not on this machine yet: {size} have to be downloaded. The window asks when you press Train; "
            "on the command line say: workbench datasets --download {name}. Or put {files} into {folder} by hand.",
            title=say(dataset.title),
            size=size_words(sum(remote.size for remote in missing)),
            name=dataset.name,
            files=names,
            folder=dataset.folder(),
        )
        super().__init__(message)
        self.dataset = dataset


class Downloaded(DataSet, frozen=True):
    """Real examples from a server. ``shelf`` is the folder they lie in, which several sets may share."""

    downloaded: ClassVar[bool] = True
    shelf: ClassVar[str]

    @abstractmethod
    def remotes(self) -> tuple[Remote, ...]:
        """Return the files to fetch, with their checksums."""

    @abstractmethod
    def examples(self) -> int:
        """Return how many examples there are, known before anything is fetched."""

    def folder(self) -> Path:
        """Where the files of this set lie, or will."""
        return data_folder() / self.shelf

    def place(self, remote: Remote) -> Path:
        """Where the content of a file lies: an archive in a folder of its own, any other file as it is."""
        for ending in _ENDINGS:
            if remote.name.endswith(ending):
                return self.folder() / remote.name.removesuffix(ending)
        return self.folder() / remote.name

    def missing(self) -> tuple[Remote, ...]:
        """Return the files that are not here, or lie here packed."""
        return tuple(remote for remote in self.remotes() if not self.place(remote).exists())

    def to_fetch(self) -> int:
        """How many bytes have to come from the network; what was begun or put in place by hand counts no more."""
        left = 0
        for remote in self.missing():
            lying = self.folder() / remote.name
            part = lying.with_name(remote.name + ".part")
            if not lying.exists():
                left += max(0, remote.size - (part.stat().st_size if part.exists() else 0))
        return left

    def obtain(self, tell: Tell, asked: Asked) -> None:
        """Fetch, check and unpack what is missing; ``tell`` hears how far it is, ``asked`` whether to stop.

        What was done stays, so that the next call goes on. Raises fetching.Cancelled and DataError.
        """
        for remote in self.missing():
            own = not (self.folder() / remote.name).exists()
            lying = fetch(remote, self.folder(), tell, asked)
            place = self.place(remote)
            if place != lying:
                unpack(lying, place, GROWTH * remote.size + 2**26, tell, asked)
                if own:  # what a person has put there stays
                    lying.unlink()

    def require(self) -> None:
        """Raise NotHere when files are missing."""
        if self.missing():
            raise NotHere(self)

    def broken(self, path: Path, why: Message) -> DataError:
        """What to say of a file that was fetched and cannot be used."""
        return DataError(
            say("{file} of {title} cannot be used: {why}. Delete it, and it is fetched again.", file=path,
                title=say(self.title), why=why)
        )  # fmt: skip
