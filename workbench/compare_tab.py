"""A comparison as a tab: two networks side by side; where one of them is open in a tab, the comparison follows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from graphs.message import Message, say
from graphs.project import Project
from widgets.language import tr
from workbench.compare import CompareView
from workbench.project_tab import ProjectTab
from workbench.tab import Mark, Tab
from workbench.tabs import Source, line_of

FOLLOWS = 150
"""How long after an edit the comparison is made anew, in milliseconds: ten edits of a gesture are one comparison."""


@dataclass
class Side:
    """One of the two: a project that is called so, or what a tab shows at the moment.

    ``line`` says where it can be had again, as `workbench.tabs.Source` writes it.
    """

    project: Project
    title: Message
    tab: ProjectTab | None = None
    line: str = ""

    @classmethod
    def of(cls, tab: ProjectTab) -> Side:
        """What a tab shows, now and whenever it is edited."""
        return cls(tab.session.project, tab.heading, tab)

    @property
    def name(self) -> str:
        """What it is called, in the language of the window."""
        return tr(self.tab.heading if self.tab is not None else self.title)

    @property
    def origin(self) -> str:
        """Where it can be had again; empty for work that lies nowhere but here."""
        return line_of(self.tab.session) if self.tab is not None else self.line

    def now(self) -> Project:
        """The project as it is now, apart from what is edited later."""
        return (self.tab.session.project if self.tab is not None else self.project).copy()

    def settle(self) -> None:
        """Its tab is closed: it stays as it was last."""
        if self.tab is not None:
            self.line = self.origin
            self.project, self.title, self.tab = self.tab.session.project.copy(), self.tab.heading, None


class CompareTab(Tab):
    """Two networks beside each other. Esc and Alt+Up lead out of a block."""

    def __init__(self, left: Side, right: Side):
        super().__init__()
        self.sides = [left, right]
        self.view = CompareView()
        self.view.swapWanted.connect(self.swap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self._stale = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(FOLLOWS)
        self._timer.timeout.connect(self._renew)
        for side in self.sides:
            if side.tab is not None:
                side.tab.changed.connect(self._edited)
                side.tab.going.connect(self._going)
        self._compare(again=False)
        self.setFocusProxy(self.view.table)

    @property
    def heading(self) -> Message:
        """Both names."""
        left, right = self.sides
        return say("{left} and {right}", left=left.name, right=right.name)

    @property
    def origin(self) -> str:
        """Where both can be had again."""
        lines = tuple(side.origin for side in self.sides)
        return Source(sides=lines).write() if all(lines) else ""

    @property
    def mark(self) -> Mark:
        """That it is a comparison."""
        return Mark.COMPARES

    def _compare(self, *, again: bool) -> None:
        left, right = self.sides
        names = left.name, right.name
        self.view.show_networks(left.now().network, right.now().network, names, again=again)
        self.changed.emit()

    @Slot()
    def _edited(self) -> None:
        """Something changed in one of the tabs: look again soon, or when the comparison is seen again."""
        self._stale = True
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    @Slot()
    def _renew(self) -> None:
        if self._stale:
            self._stale = False
            self._compare(again=True)

    @Slot()
    def _going(self) -> None:
        sender = self.sender()
        for side in self.sides:
            if side.tab is sender:
                side.settle()
        self._renew()

    @Slot()
    def swap(self) -> None:
        """Let left and right change places."""
        self.sides.reverse()
        self._compare(again=False)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with edits made meanwhile."""
        super().showEvent(event)
        self._renew()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language: presets are called otherwise."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "_timer"):
            self._stale = True
            self._timer.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and Alt+Up go out."""
        up = event.key() == Qt.Key.Key_Up and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.view.path and (up or event.key() == Qt.Key.Key_Escape):
            self.view.go_out()
        else:
            super().keyPressEvent(event)

    def let_go(self) -> None:
        """Stop following."""
        self._timer.stop()
        for side in self.sides:
            if side.tab is not None:
                side.tab.changed.disconnect(self._edited)
                side.tab.going.disconnect(self._going)
                side.tab = None
