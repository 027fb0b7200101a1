"""Other runs laid over the curves of this one: a menu of those on the disk, and the numbers of the chosen ones."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu

from widgets.language import tr
from workbench.engine.faults import FolderError
from workbench.engine.runs import Run, RunInfo, list_runs

if TYPE_CHECKING:
    from workbench.session import Session

OFFERED = 12
"""How many of the latest runs are offered."""


class OtherRuns(QObject):
    """Which other runs are shown. The menu is filled when it is opened, so that it always has the latest."""

    changed = Signal()
    """Another run was chosen, or one let go."""

    def __init__(self, session: Session | None, menu: QMenu, parent: QObject | None = None):
        super().__init__(parent)
        self._session = session
        self._menu = menu
        self._parent: Path | None = None
        self._chosen: dict[Path, tuple[RunInfo, dict[str, tuple[np.ndarray, np.ndarray]]]] = {}
        menu.aboutToShow.connect(self.fill)

    @property
    def chosen(self) -> tuple[RunInfo, ...]:
        """The runs that are shown, in the order they were chosen."""
        return tuple(info for info, _ in self._chosen.values())

    def numbers(self) -> Iterator[tuple[RunInfo, Mapping[str, tuple[np.ndarray, np.ndarray]]]]:
        """Every chosen run with its numbers: steps (n,) and values (n,) by tag."""
        yield from self._chosen.values()

    @Slot()
    def fill(self) -> None:
        """Offer the latest runs but the present one."""
        self._menu.clear()
        present = None if self._session is None else self._session.run_folder
        found = [run for run in list_runs() if run.folder != present and run.step][:OFFERED]
        for info in found:
            action = self._menu.addAction(run_name(info))
            action.setCheckable(True)
            action.setChecked(info.folder in self._chosen)
            action.toggled.connect(partial(self.show_run, info))
        if not found:
            self._menu.addAction(tr("There is no other run yet")).setEnabled(False)

    def show_parent(self, folder: Path) -> None:
        """Lay the run under a branch that it branched off; what was laid there for another branch goes."""
        if self._parent is not None:
            self._chosen.pop(self._parent, None)
            self._parent = None
        try:
            with Run.open(folder) as run:
                parent = folder.with_name(run.info().parent) if run.info().parent else None
            if parent is not None and Run.exists(parent):
                with Run.open(parent) as run:
                    info = run.info()
                self._parent = parent
                self.show_run(info)
        except FolderError:
            return  # who writes the run tells what is wrong with it

    def show_run(self, info: RunInfo, shown: bool = True) -> None:
        """Lay a run over the others, or take it away. A folder that cannot be read is passed over."""
        if shown:
            try:
                with Run.open(info.folder) as run:
                    self._chosen[info.folder] = info, {tag: run.scalars(tag) for tag in run.tags()}
            except FolderError:
                return
        else:
            self._chosen.pop(info.folder, None)
        self.changed.emit()


def run_name(info: RunInfo) -> str:
    """How a run is told from others: its title and when it began."""
    return f"{info.title or info.id} · {datetime.fromtimestamp(info.started):%m-%d %H:%M:%S}"
