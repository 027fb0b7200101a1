"""Weights to begin with: read from a run, a project file or a safetensors file, and put into another project."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from graphs.beginnings import Beginning, begin_with, named
from graphs.compiler import CompileError
from graphs.message import Message, say
from graphs.project import Project


class CannotBegin(Exception):  # noqa: N818 - it says what is the matter
    """There are no weights to begin with; ``message`` is one sentence."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def learned(what: str | Path) -> dict[str, Any]:
    """Read the weights of a run (by id or folder), a project file, or a safetensors file, by their names in
    ``state_dict``.

    Of a run the best checkpoint is taken, else the last. Needs no torch. Raises `CannotBegin`.
    """
    from workbench import comparing

    path = Path(what)
    if path.suffix == ".safetensors":
        return _tensors(path)
    folder = _run_folder(path)
    if folder is None and not path.exists():
        raise CannotBegin(say("There is no run and no file called {what}.", what=str(what)))
    try:
        project, name = comparing.read(what)
    except comparing.CannotRead as error:
        raise CannotBegin(error.message) from error
    found = named(project.network, project.weights if folder is None else _kept(folder))
    if not found:
        raise CannotBegin(say("{what} has not learned any weights yet.", what=name))
    return found


def _run_folder(path: Path) -> Path | None:
    from workbench.engine.runs import Run, runs_folder

    return next((one for one in (path, runs_folder() / path) if one.is_dir() and Run.exists(one)), None)


def _kept(folder: Path) -> dict[tuple[int, str], Any]:
    from workbench.engine.checkpoint import checkpoint_path, read_weights
    from workbench.engine.events import CheckpointKind
    from workbench.engine.faults import FolderError

    for kind in (CheckpointKind.BEST, CheckpointKind.LAST):
        path = checkpoint_path(folder, kind)
        if path.exists():
            try:
                return read_weights(path)
            except FolderError as error:
                raise CannotBegin(error.message) from error
    return {}


def _tensors(path: Path) -> dict[str, Any]:
    from safetensors import SafetensorError
    from safetensors.numpy import load_file

    try:
        return load_file(path)
    except (OSError, SafetensorError, TypeError, KeyError) as error:
        raise CannotBegin(say("{file} cannot be read: {reason}.", file=path.name, reason=error)) from error


def begin(project: Project, what: str | Path, nodes: Collection[int] | None = None) -> Beginning:
    """Find what of the weights learned elsewhere fits a project; ``.edit`` puts it there.

    Raises `CannotBegin` when there are none or none fits.
    """
    try:
        found = begin_with(project.network, learned(what), nodes)
    except CompileError as error:
        raise CannotBegin(error.message) from error
    if not found.taken:
        raise CannotBegin(
            say("No weight in {what} has the name and the shape of one here. Here are {names}.",
                what=str(what), names=", ".join(found.anew[:4]) or "–")
        )  # fmt: skip
    return found
