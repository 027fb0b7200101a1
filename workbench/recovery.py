"""What an interrupted session left behind: offered at the next start, a tab for each project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import graphs
from graphs.journal import Journal
from graphs.project import Project
from widgets.language import tr
from workbench import dialogs
from workbench.keeping import why
from workbench.project_tab import ProjectTab
from workbench.session import Session

if TYPE_CHECKING:
    from workbench.window import Window


@dataclass(frozen=True)
class _Left:
    """A project with work that was not saved, the journal that kept it, and its file if that still exists."""

    journal: Journal
    project: Project
    path: Path | None
    at: float

    @property
    def name(self) -> str:
        return self.path.name if self.path is not None else self.project.title


def offer_recovery(window: Window) -> None:
    """Offer what an interrupted session left: of the files that were open then, and of projects without a file."""
    left = _left_behind(window)
    if not left:
        return
    when = datetime.fromtimestamp(max(each.at for each in left)).strftime("%Y-%m-%d %H:%M")
    answer = dialogs.ask_recover(window, [each.name for each in left], when)
    for each in left:
        if answer == "recover":
            _recover(window, each)
        elif answer == "discard":
            each.journal.discard()


def _left_behind(window: Window) -> list[_Left]:
    own = {tab.session.journal.file for tab in window.tabs.projects if not tab.is_clean}
    journals = [*Journal.abandoned(), *(Journal(path) for path in window.settings.open_at_the_end)]
    found: list[_Left] = []
    for journal in journals:
        if journal.file in own:
            continue
        try:
            project = journal.offer()
        except graphs.DocumentError as error:
            window.toast.say(
                tr("What was kept of {name} cannot be read: {why}", name=journal.path.name, why=why(error))
            )
            continue
        if project is not None:
            path = journal.path if journal.path.exists() else None
            found.append(_Left(journal, project, path, journal.file.stat().st_mtime))
    return found


def _recover(window: Window, left: _Left) -> None:
    """Show the work in the tab that has its file, else in a new one; from now on this program keeps it."""
    held = window.tabs.holding(left.path) if left.path is not None else None
    if held is not None:
        window.tabs.show(held)
    tab = window.tabs.front
    if held is None or not isinstance(tab, ProjectTab) or tab.place != left.path:
        tab = window.tabs.open(Session())
    tab.session.adopt(left.project, left.path)
    tab.keeper.keep()
    if left.path is None and tab.keeper.kept:
        left.journal.discard()
