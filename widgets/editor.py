"""What every panel and the canvas are given: the open project, what it means, and the one way to change it."""

from __future__ import annotations

from typing import Protocol

from graphs.costs import Summary
from graphs.diagnosis import Diagnostic
from graphs.edits import Edit
from graphs.meaning import Plan
from graphs.project import Project


class Editor(Protocol):
    """An open project. Widgets read it, redraw on ``project.changed``, and ask for changes with ``do``."""

    @property
    def project(self) -> Project:
        """The project that is shown."""

    @property
    def plan(self) -> Plan:
        """Shapes, costs and faults of the drawing as it is now."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What keeps the drawing from being a network; empty when nothing does."""

    @property
    def summary(self) -> Summary:
        """What the network costs."""

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """Apply an edit as one step of undo, merged with the step before when the gesture is the same.

        Raises `graphs.network.NetworkError`, whose ``message`` says why, and then nothing has changed.
        """
