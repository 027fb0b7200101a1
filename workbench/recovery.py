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
from workbench.tabs import Source

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
    answer = dialogs.ask_recover(window, [each.name for each in left], _when(max(each.at for each in left)))
    for each in left:
        if answer == "recover":
            _recover(window, each)
        elif answer == "discard":
            each.journal.discard()


def offer_kept(window: Window, session: Session) -> None:
    """Offer what was kept of a file that was just opened, before the next edit would be kept in its place."""
    left = _look(window, session.journal)
    if left is None:
        return
    answer = dialogs.ask_recover(window, [left.name], _when(left.at))
    if answer == "recover":
        session.adopt(left.project, left.path)
    elif answer == "discard":
        left.journal.discard()


def _when(at: float) -> str:
    return datetime.fromtimestamp(at).strftime("%Y-%m-%d %H:%M")


def _look(window: Window, journal: Journal) -> _Left | None:
    """What a journal holds that was not saved, or None; one that cannot be read is told."""
    try:
        project = journal.offer()
    except graphs.DocumentError as error:
        window.toast.say(tr("What was kept of {name} cannot be read: {why}", name=journal.path.name, why=why(error)))
        return None
    if project is None:
        return None
    path = journal.path if journal.path.exists() else None
    return _Left(journal, project, path, journal.file.stat().st_mtime)


def _left_behind(window: Window) -> list[_Left]:
    own = {tab.session.journal.file for tab in window.tabs.projects if not tab.is_clean}
    places = [tab.place for tab in window.tabs.projects if tab.place is not None]
    journals = [*Journal.abandoned(), *(Journal(path) for path in (*window.settings.open_at_the_end, *places))]
    others = {journal.file.absolute(): journal for journal in journals if journal.file not in own}
    return [left for journal in others.values() if (left := _look(window, journal)) is not None]


def _recover(window: Window, left: _Left) -> None:
    """Show the work in the tab that has its file, else in a new one; from now on this program keeps it."""
    held = window.tabs.holding(left.path) if left.path is not None else None
    session = held.session if isinstance(held, ProjectTab) else Session()
    session.adopt(left.project, left.path)
    if isinstance(held, ProjectTab):
        window.tabs.show(held)
    elif isinstance(held, Source):
        window.tabs.show(window.tabs.wake(held, session))
    else:
        window.tabs.open(session)
    tab = window.tabs.project
    tab.keeper.keep()
    if left.path is None and tab.keeper.kept:
        left.journal.discard()
