"""One of the things that are open side by side in the window: a project, or two networks that are compared."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark


class Mark(StrEnum):
    """What a tab shows before its name."""

    NONE = ""
    TRAINS = mark("training")
    PAUSED = mark("paused")
    COMPARES = mark("comparison")
    WAITS = mark("not loaded yet")


class Tab(QWidget):
    """A page of the window. ``changed`` tells that its name, its mark or whether it is saved may be others."""

    changed = Signal()

    @property
    def heading(self) -> Message:
        """What its tab is called."""
        raise NotImplementedError

    @property
    def place(self) -> Path | None:
        """The file it shows, if it shows one."""
        return None

    @property
    def origin(self) -> str:
        """The line by which the next start opens it again; empty where it lies nowhere but here."""
        return ""

    @property
    def is_clean(self) -> bool:
        """Whether nothing would be lost if it were closed."""
        return True

    @property
    def mark(self) -> Mark:
        """What stands before its name."""
        return Mark.NONE

    def may_close(self) -> bool:
        """Ask what has to be asked before it is closed; False when a person wants to keep it."""
        return True

    def let_go(self) -> None:
        """Let go of everything: it is closed."""
