"""One row of the table of everything one can do: what the rows in the other files are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphs.message import Message

if TYPE_CHECKING:
    from workbench.window import Window

Run = Callable[["Window"], object]
Ask = Callable[["Window"], bool]


def _always(window: Window) -> bool:
    return True


def selected(window: Window) -> bool:
    """Whether nodes are selected."""
    return bool(window.selection)


def drawn(window: Window) -> bool:
    """Whether the project has nodes."""
    return len(window.session.project.network) > 0


@dataclass(frozen=True)
class Action:
    """One thing to do: its id, its words, what they mean in a sentence, keys, icon, what it runs, and when it can.

    ``checked`` makes it a switch; ``label`` gives other words than ``text`` while it applies (what Undo takes back).
    ``group`` names the switches of which one is on.
    """

    id: str
    text: str
    tip: str
    run: Run
    keys: tuple[str, ...] = ()
    icon: str = ""
    enabled: Ask = _always
    checked: Ask | None = None
    label: Callable[[Window], Message | None] | None = None
    group: str = ""
