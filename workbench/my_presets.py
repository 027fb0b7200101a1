"""One's own presets: projects kept in the data folder, to begin again from and to hand on as files. No Qt."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import graphs
from graphs.message import say
from graphs.project import Project

SUFFIX = ".workbench"


@dataclass(frozen=True)
class MyPreset:
    """A preset of one's own: its file, its title, and when it was saved in seconds since 1970."""

    path: Path
    title: str
    saved: float


def folder() -> Path:
    """Where one's own presets are kept."""
    import platformdirs

    return platformdirs.user_data_path("workbench", appauthor=False) / "presets"


def listed() -> tuple[MyPreset, ...]:
    """Return one's own presets by title; a file that cannot be read is passed over, and stays where it is."""
    found = []
    for path in sorted(folder().glob(f"*{SUFFIX}")):
        try:
            found.append(_told(path, graphs.load(path)))
        except graphs.DocumentError:
            continue
    return tuple(sorted(found, key=lambda one: (one.title.lower(), one.path.name)))


def save(project: Project, title: str, thumbnail: bytes | None = None) -> MyPreset:
    """Keep a project under a title, beside others of the same title; what it learned is left out.

    Raises `graphs.DocumentError` when the disk does not take it.
    """
    kept = project.copy()
    kept.title, kept.weights = _title(title), {}
    return _put(kept, thumbnail)


def rename(path: Path, title: str) -> MyPreset:
    """Give a preset another title; its file stays. Raises `graphs.DocumentError`."""
    project = graphs.load(path)
    project.title = _title(title)
    graphs.save(project, path)
    return _told(path, project)


def delete(path: Path) -> None:
    """Remove a preset."""
    path.unlink(missing_ok=True)


def take_in(path: Path) -> MyPreset:
    """Add a project file that somebody shared, without what it learned. Raises `graphs.DocumentError`."""
    project = graphs.load(path)
    title = project.title if project.title not in ("", "Untitled") else path.stem
    return save(project, title)


def share(path: Path, target: Path) -> None:
    """Write a preset to a file that others can open or add. Raises `graphs.DocumentError`."""
    graphs.save(graphs.load(path), target)


def _title(title: str) -> str:
    words = " ".join(title.split())[:80]
    if not words:
        raise graphs.DocumentError(say("A preset needs a name. Type one."))
    return words


def _put(project: Project, thumbnail: bytes | None) -> MyPreset:
    place = folder()
    place.mkdir(parents=True, exist_ok=True)
    base = re.sub(r"[^\w-]+", "-", project.title.lower()).strip("-")[:40] or "preset"
    path, number = place / f"{base}{SUFFIX}", 1
    while path.exists():
        number += 1
        path = place / f"{base}-{number}{SUFFIX}"
    graphs.save(project, path, thumbnail=thumbnail)
    return _told(path, project)


def _told(path: Path, project: Project) -> MyPreset:
    return MyPreset(path, project.title, path.stat().st_mtime)
