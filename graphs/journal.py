"""The journal beside a project: what was not saved yet, kept for the case that the power goes or the program ends.

``net.workbench`` has its journal in ``.net.workbench.autosave``, in the same folder. It holds the drawing, the recipe
and the notes; weights are taken from the project itself, so that writing it after an edit costs milliseconds.
"""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path
from typing import IO

from graphs.archive import opened, read_member, write_whole
from graphs.document import from_snapshot, load, snapshot
from graphs.project import Project

_numbers = count(1)


class Journal:
    """The journal of the project at ``path``; the project need not exist yet."""

    def __init__(self, path: str | Path):
        self.path = Path(path)
        self.file = self.path.with_name(f".{self.path.name}.autosave")

    @classmethod
    def untitled(cls) -> Journal:
        """A journal for a project that was never saved, another one at each call, in the user's data folder."""
        return cls(_unsaved() / f"untitled-{os.getpid()}-{next(_numbers)}.workbench")

    @classmethod
    def abandoned(cls) -> list[Journal]:
        """The journals of projects never saved, left by programs that no longer run; the newest first."""
        files = [file for file in _unsaved().glob(".untitled-*.workbench.autosave") if not _runs(file)]
        files.sort(key=lambda file: file.stat().st_mtime_ns, reverse=True)
        return [cls(file.with_name(file.name.removeprefix(".").removesuffix(".autosave"))) for file in files]

    def write(self, project: Project) -> None:
        """Keep the project as it is now. On `DocumentError` (the disk did not take it) the older state stays."""
        content = snapshot(project)

        self.file.parent.mkdir(parents=True, exist_ok=True)

        def fill(stream: IO[bytes]) -> None:
            stream.write(content)

        write_whole(self.file, fill)

    def offer(self) -> Project | None:
        """Return the unsaved project, or None where the file is as new as the journal or says the same.

        Raises `DocumentError` when the journal cannot be read. Nothing is removed: a person may want to look twice.
        """
        if not self.file.is_file() or self._is_older():
            return None
        with opened(self.file.parent) as folder:
            content = read_member(folder, self.file.name)
        project = from_snapshot(content)
        if self.path.exists():
            saved = load(self.path)
            if snapshot(saved) == content:
                return None
            same = {node.id for node in project.network if node.id in saved.network}
            project.weights = {key: array for key, array in saved.weights.items() if key[0] in same}
            project.extra = {**saved.extra, **project.extra}
            project.network.keep_ids_below(saved.network.next_id)
        return project

    def _is_older(self) -> bool:
        marks = (
            self.path / "manifest.json",
            self.path / "network.json",
            self.path / "recipe.json",
            self.path / "layout.json",
        )
        files = [mark for mark in marks if mark.is_file()] if self.path.is_dir() else [self.path]
        saved = max((one.stat().st_mtime_ns for one in files if one.is_file()), default=0)
        return self.file.stat().st_mtime_ns < saved

    def discard(self) -> None:
        """Remove the journal: the project was saved, or what it kept is not wanted."""
        self.file.unlink(missing_ok=True)


def _unsaved() -> Path:
    import platformdirs

    return platformdirs.user_data_path("workbench", appauthor=False) / "unsaved"


def _runs(file: Path) -> bool:
    """Whether the program that writes an untitled journal still runs."""
    import psutil

    number = file.name.removeprefix(".untitled-").split(".")[0].split("-")[0]
    return number.isdigit() and psutil.pid_exists(int(number))
