"""What can be compared with what, from the window and from the terminal: presets, files, and the snapshots of runs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import graphs
import presets
from graphs.comparison import Comparison, Place, Row, Status
from graphs.document import from_snapshot
from graphs.message import Message, counted, say
from graphs.project import Project

SIGNS = {Status.SAME: "=", Status.CHANGED: "≠", Status.ADDED: "+", Status.REMOVED: "−"}
"""The sign of each status, so that no colour says anything alone."""


class CannotRead(Exception):  # noqa: N818 - it says what is the matter
    """There is nothing to compare under that name; ``message`` is one sentence."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def read(what: str | Path, size: str = "small") -> tuple[Project, str]:
    """Open a preset by its name, a file, or a run by its id or folder; return the project and what to call it.

    A run gives the project as it was when its training began. Raises `CannotRead`, and
    `presets.registry.UnknownPreset` for a word that is neither a file nor a run.
    """
    path = Path(what)
    run = _run(path)
    if run is not None:
        return run
    if path.suffix == ".workbench" or path.exists() or len(path.parts) > 1:
        try:
            return graphs.load(path), path.stem
        except graphs.DocumentError as error:
            raise CannotRead(error.message) from error
    return presets.build(str(what), "full" if size == "full" else "small"), str(what)


def _run(path: Path) -> tuple[Project, str] | None:
    """The project of a run, or None when this is no run."""
    from workbench.engine.faults import FolderError
    from workbench.engine.runs import Run, runs_folder

    folder = next((one for one in (path, runs_folder() / path) if one.is_dir() and Run.exists(one)), None)
    if folder is None:
        return None
    try:
        with Run.open(folder) as run:
            return from_snapshot(run.meta("snapshot")), run.id
    except FolderError as error:
        raise CannotRead(error.message) from error
    except graphs.DocumentError as error:
        raise CannotRead(error.message) from error


def counts(found: Comparison) -> Message:
    """Say how many nodes are the same, changed, added and removed."""
    return say(
        "{same} the same, {changed} changed, {added} added, {removed} removed",
        same=found.count(Status.SAME), changed=found.count(Status.CHANGED),
        added=found.count(Status.ADDED), removed=found.count(Status.REMOVED),
    )  # fmt: skip


def differences(row: Row) -> str:
    """What differs at a pair, in one line: ``kernel_size 5×5 → 3×3``."""
    return ", ".join(
        f"{one.what} {'–' if one.left is None else one.left} → {'–' if one.right is None else one.right}"
        for one in row.differences
    )


def more(number: int) -> str:
    """Write how much more something is: ``+1,200``, ``−48``; nothing where it is equal."""
    return f"+{counted(number)}" if number > 0 else f"−{counted(-number)}" if number else ""


def records(found: Comparison, left: str, right: str) -> Iterator[tuple[Mapping[str, Any], str | Message]]:
    """The comparison row by row: an object for programs and a line for people; the sums come last."""
    for path, row in found.walk():
        yield (
            {
                "status": str(row.status),
                "path": list(path),
                "left": _told(row.left),
                "right": _told(row.right),
                "differences": [{"what": d.what, "left": d.left, "right": d.right} for d in row.differences],
            },
            _line(path, row),
        )
    totals = {
        side: {"name": name, "parameters": total.parameters, "multiply_adds": total.multiply_adds, "nodes": total.nodes}
        for side, name, total in (("left", left, found.left), ("right", right, found.right))
    }
    yield {**totals, **{str(status): found.count(status) for status in Status}}, counts(found)


def _told(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "name": place.name,
        "type": place.type,
        "output": place.output.text if place.output is not None else None,
        "parameters": place.parameters,
        "multiply_adds": place.multiply_adds,
    }


def _line(path: tuple[str, ...], row: Row) -> str:
    place = row.right or row.left
    kind = place.type if place is not None else ""
    name = "  " * (len(path) - 1) + row.name
    return f"{SIGNS[row.status]} {name:28} {kind:20} {more(row.parameters):>14}  {differences(row)}".rstrip()
