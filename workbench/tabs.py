"""What is open side by side: the order of the tabs, which is in front, how they come and go."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

import presets
from graphs.message import Message, say
from widgets.language import tr
from workbench.project_tab import ProjectTab
from workbench.session import Session
from workbench.tab import Mark, Tab
from workbench.tab_bar import TabBar

if TYPE_CHECKING:
    from workbench.window import Window

COMPARES = "compare:"
"""How the line of a comparison begins."""
CLOSED = 10
"""How many tabs that were closed can be opened again."""


@dataclass(frozen=True, eq=False)
class Source:
    """Where a project comes from, so that it can be opened again: a file, or a preset in one of its sizes.

    A comparison comes from the lines of its two ``sides``; either may also be the folder of a run. Two tabs may wait
    for the same preset, so each is equal only to itself.
    """

    path: Path | None = None
    preset: str = ""
    size: str = "small"
    sides: tuple[str, ...] = ()

    @property
    def heading(self) -> Message:
        """What its tab is called before it is loaded."""
        if self.sides:
            left, right = (Source.read(side).heading for side in self.sides)
            return say("{left} and {right}", left=left, right=right)
        if self.path is not None:
            return say("{title}", title=self.path.stem)
        return Message(presets.info(self.preset).title)

    @property
    def is_there(self) -> bool:
        """Whether it can be opened, as far as that is known without doing so."""
        if self.sides:
            return all(Source.read(side).is_there for side in self.sides)
        return self.path.exists() if self.path is not None else self.preset in presets.names()

    def write(self) -> str:
        """Write it as one line, for the settings."""
        if self.sides:
            return f"{COMPARES}{json.dumps(self.sides, ensure_ascii=False)}"
        return str(self.path.absolute()) if self.path is not None else f"preset:{self.preset}:{self.size}"

    @classmethod
    def read(cls, line: str) -> Source:
        """Read what `write` wrote."""
        if line.startswith(COMPARES):
            return cls(sides=tuple(str(side) for side in json.loads(line.removeprefix(COMPARES))))
        if line.startswith("preset:") and line.count(":") == 2:
            _, preset, size = line.split(":")
            return cls(None, preset, size)
        return cls(Path(line))


def line_of(session: Session) -> str:
    """Where the open project can be had again, as a line; empty for work that lies nowhere but here."""
    source = source_of(session)
    return source.write() if source is not None else ""


def source_of(session: Session) -> Source | None:
    """Where the open project can be had again; None for work that lies nowhere but here."""
    if session.path is not None:
        return Source(session.path)
    if session.preset is not None and session.is_clean:
        return Source(None, *session.preset)
    return None


class Tabs(QObject):
    """The tabs in their order. One that was restored sleeps as a `Source` until it is first shown.

    ``came`` carries a tab that is new or awake now, ``closing`` one that goes, ``turning`` one that will be in front at
    once; ``shown`` tells that another one is, ``changed`` that tabs have come, gone or moved.
    """

    came = Signal(object)
    turning = Signal(object)
    shown = Signal()
    changed = Signal()
    closing = Signal(object)

    def __init__(self, window: Window):
        super().__init__(window)
        self._window = window
        self.bar, self.stack = TabBar(), QStackedWidget()
        self._items: list[Tab | Source] = []
        self._closed: list[Source] = []
        self._gone: list[QWidget] = []
        self._front: Tab | None = None
        self._project: ProjectTab | None = None
        self._busy = False
        self.bar.currentChanged.connect(self._current_changed)
        self.bar.closeWanted.connect(self.close_at)
        self.bar.tabMoved.connect(self._moved)

    # ------------------------------------------------------------------ what there is

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[Tab]:
        """Every tab that is awake, in order."""
        return (item for item in self._items if isinstance(item, Tab))

    @property
    def projects(self) -> list[ProjectTab]:
        """The open projects that are awake, in order."""
        return [item for item in self._items if isinstance(item, ProjectTab)]

    @property
    def front(self) -> Tab:
        """What is shown."""
        assert self._front is not None
        return self._front

    @property
    def project(self) -> ProjectTab:
        """The project in front, or the last one that was; the panels show it."""
        assert self._project is not None
        return self._project

    @property
    def sources(self) -> tuple[list[Source], int]:
        """What could be opened again at the next start, and which of it is in front (−1: none of it)."""
        found: list[Source] = []
        front = -1
        for item in self._items:
            source = self._source(item)
            if source is not None:
                front = len(found) if item is self._front else front
                found.append(source)
        return found, front

    @staticmethod
    def _source(item: Tab | Source) -> Source | None:
        if isinstance(item, Source):
            return item
        if isinstance(item, ProjectTab):
            return source_of(item.session)
        return Source.read(item.origin) if item.origin else None

    def showing(self, line: str) -> ProjectTab | None:
        """The tab of the project that a line names; one that sleeps is woken."""
        for item in list(self._items):
            if isinstance(item, ProjectTab) and line_of(item.session) == line:
                return item
            if isinstance(item, Source) and not item.sides and item.write() == line:
                woken = self._wake(item)
                return woken if isinstance(woken, ProjectTab) else None
        return None

    def holding(self, path: Path) -> Tab | Source | None:
        """The tab that shows a file."""
        wanted = path.resolve()
        for item in self._items:
            place = item.path if isinstance(item, Source) else item.place
            if place is not None and place.resolve() == wanted:
                return item
        return None

    # ------------------------------------------------------------------ coming

    def add(self, tab: Tab | Source, at: int | None = None, *, show: bool = True) -> None:
        """Put a tab behind the one in front, or at a place, and bring it to the front."""
        if at is None:
            at = self._items.index(self._front) + 1 if self._front is not None and show else len(self._items)
        self._busy = True
        self._items.insert(at, tab)
        self.bar.put(at)
        self._busy = False
        if isinstance(tab, Tab):
            self._welcome(tab)
        self.describe(tab)
        if show:
            self.show(tab)
        self.changed.emit()

    def _welcome(self, tab: Tab) -> None:
        self.stack.addWidget(tab)
        tab.changed.connect(self._tab_changed)
        self.came.emit(tab)

    def open(self, session: Session) -> ProjectTab:
        """Show a session in a tab of its own; an empty drawing nobody has touched makes room for it."""
        tab = ProjectTab(self._window, session)
        old = self._front if isinstance(self._front, ProjectTab) and self._front.is_untouched else None
        self.add(tab)
        if old is not None:
            self.close_now(old)
        return tab

    def new(self) -> ProjectTab:
        """Show an empty drawing in a tab of its own."""
        tab = ProjectTab(self._window, Session())
        self.add(tab)
        return tab

    # ------------------------------------------------------------------ going from one to another

    def show(self, tab: Tab | Source) -> None:
        """Bring a tab to the front; one that sleeps is loaded, and goes when it cannot be."""
        if isinstance(tab, Source):
            woken = self._wake(tab)
            if woken is None:
                self.bar.setCurrentIndex(self._items.index(self.front))
                return
            tab = woken
        place = self._items.index(tab)
        if self.bar.currentIndex() != place:
            self._busy = True
            self.bar.setCurrentIndex(place)
            self._busy = False
        if tab is self._front:
            return
        self.turning.emit(tab)
        self._front = tab
        if isinstance(tab, ProjectTab):
            self._project = tab
        self.stack.setCurrentWidget(tab)
        self.shown.emit()

    def _wake(self, source: Source) -> Tab | None:
        if source.sides:
            from workbench.compare_dialog import compared

            tab = compared(self._window, source.sides)
            if tab is None:
                self._remove(source)
                return None
            self._items[self._items.index(source)] = tab
            self._welcome(tab)
            self.describe(tab)
            return tab
        session = self._window.files.load(source)
        if session is None:
            self._remove(source)
            return None
        return self.wake(source, session)

    def wake(self, source: Source, session: Session) -> ProjectTab:
        """Let a tab that sleeps show a session from now on."""
        place = self._items.index(source)
        tab = ProjectTab(self._window, session)
        self._items[place] = tab
        self._welcome(tab)
        self.describe(tab)
        return tab

    def walk(self, step: int) -> None:
        """Show the next tab, or the one before; behind the last comes the first."""
        place = self._items.index(self.front)
        self.show(self._items[(place + step) % len(self._items)])

    @Slot(int)
    def _current_changed(self, place: int) -> None:
        if not self._busy and 0 <= place < len(self._items):
            self.show(self._items[place])

    @Slot(int, int)
    def _moved(self, old: int, new: int) -> None:
        self._items.insert(new, self._items.pop(old))
        self.changed.emit()

    # ------------------------------------------------------------------ going

    @Slot(int)
    def close_at(self, place: int) -> None:
        """Close the tab at a place, after the questions that go with it."""
        self.close(self._items[place])

    def close(self, tab: Tab | Source) -> bool:
        """Close a tab, after the questions that go with it; the last one leaves an empty drawing behind."""
        if isinstance(tab, Tab) and not tab.may_close():
            return False
        self.close_now(tab)
        return True

    def close_now(self, tab: Tab | Source) -> None:
        """Close a tab without a question."""
        source = self._source(tab)
        if source is not None:
            self._closed = [*self._closed, source][-CLOSED:]
        if isinstance(tab, Source):
            self._remove(tab)
            return
        if self.projects == [tab]:
            self._keep_one_project()
        if tab is self._front:
            place = self._items.index(tab)
            near = (*self._items[place + 1 :], *self._items[:place][::-1])
            self.show(next(item for item in near if isinstance(item, Tab)))
        if tab is self._project:
            self._project = next(other for other in self.projects if other is not tab)
            self.shown.emit()
        self.closing.emit(tab)
        self._remove(tab)
        self.stack.removeWidget(tab)
        tab.let_go()
        self._bury(tab)

    def _bury(self, tab: Tab) -> None:
        """Delete a tab when the present event is over, and hold on to it until then.

        Without a hold Python's collector could take it while Qt goes through all widgets.
        """
        parts = [tab, tab.views] if isinstance(tab, ProjectTab) else [tab]
        for part in parts:
            part.deleteLater()
        self._gone = [*(part for part in self._gone if isValid(part)), *parts]

    def _keep_one_project(self) -> None:
        """The panels always show a project: wake one that sleeps, else make an empty one."""
        for source in [item for item in self._items if isinstance(item, Source)]:
            if self._wake(source) is not None:
                return
        self.add(ProjectTab(self._window, Session()), show=False)

    def _remove(self, tab: Tab | Source) -> None:
        place = self._items.index(tab)
        self._busy = True
        self._items.pop(place)
        self.bar.removeTab(place)
        if self._front is not None and self._front in self._items:
            self.bar.setCurrentIndex(self._items.index(self._front))
        self._busy = False
        self.changed.emit()

    @property
    def can_reopen(self) -> bool:
        """Whether a tab was closed that can be opened again."""
        return bool(self._closed)

    def reopen(self) -> None:
        """Open the tab again that was closed last."""
        if self._closed:
            self._window.files.open_source(self._closed.pop())

    # ------------------------------------------------------------------ what the bar shows

    @Slot()
    def _tab_changed(self) -> None:
        sender = self.sender()
        if isinstance(sender, Tab) and sender in self._items:
            self.describe(sender)

    def describe(self, tab: Tab | Source) -> None:
        """Bring the name, the dot and the sign of a tab up to date."""
        place = self._items.index(tab)
        name, path = tr(tab.heading), tab.path if isinstance(tab, Source) else tab.place
        tip = str(path) if path is not None else name
        if isinstance(tab, Source):
            self.bar.describe(place, name, tip, False, Mark.WAITS)
        else:
            self.bar.describe(place, name, tip, not tab.is_clean, tab.mark)

    def retranslate(self) -> None:
        """Say every name again in the language of the window."""
        for item in self._items:
            self.describe(item)
