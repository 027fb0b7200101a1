"""Undo and redo without limit: one step per action of a person, merged within a gesture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from psygnal import Signal

from graphs.edits import Batch, Edit
from graphs.message import Message
from graphs.project import Project


@dataclass(frozen=True)
class _Step:
    back: Edit
    label: Message
    gesture: str | None


class History:
    """The steps a person took in a project.

    ``do`` applies an edit and remembers its inverse. Edits that carry the same ``gesture`` directly after each other
    (the ticks of one slider drag) are one step. ``changed`` tells that something can be undone, redone or saved.
    """

    changed = Signal()

    def __init__(self, project: Project):
        self.project = project
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._saved: int | None = 0  # how many steps were done when it was saved; None: that state is out of reach

    def do(self, edit: Edit, gesture: str | None = None) -> None:
        """Apply an edit as one step; raises NetworkError and remembers nothing when it cannot be done."""
        label = edit.label(self.project)
        back = self.project.apply(edit)
        done = len(self._undo)
        if self._saved is not None and self._saved > done:
            self._saved = None
        self._redo.clear()
        last = self._undo[-1] if self._undo else None
        if gesture is not None and last is not None and last.gesture == gesture and self._saved != done:
            # One flat row of inverses: a long drag, nested tick in tick, would be too deep to undo.
            earlier = last.back.edits if isinstance(last.back, Batch) else (last.back,)
            self._undo[-1] = replace(last, back=Batch((back, *earlier)))
        else:
            self._undo.append(_Step(back, label, gesture))
        self.changed.emit()

    def undo(self) -> None:
        """Take back the last step; nothing happens when there is none."""
        self._move(self._undo, self._redo)

    def redo(self) -> None:
        """Do again what was taken back last; nothing happens when there is nothing."""
        self._move(self._redo, self._undo)

    def _move(self, source: list[_Step], target: list[_Step]) -> None:
        if not source:
            return
        step = source[-1]
        other = self.project.apply(step.back)
        source.pop()
        target.append(_Step(other, step.label, None))
        self.changed.emit()

    @property
    def undo_label(self) -> Message | None:
        """What Undo would take back, or None."""
        return self._undo[-1].label if self._undo else None

    @property
    def redo_label(self) -> Message | None:
        """What Redo would do again, or None."""
        return self._redo[-1].label if self._redo else None

    def mark_clean(self) -> None:
        """Remember that the project is saved as it is now."""
        self._saved = len(self._undo)
        self.changed.emit()

    @property
    def is_clean(self) -> bool:
        """Whether the project is as it was last saved."""
        return self._saved == len(self._undo)
