"""Printing the source of a network beside the window: in a thread, of a snapshot, and the newest request wins."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphs.network import Network
    from graphs.programs import Line


@cache
def _thread() -> ThreadPoolExecutor:
    """The one thread that prints; made when something is first printed."""
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="printing")


def class_name(title: str) -> str:
    """The name of the class that a project of this title is printed as."""
    from graphs import printer

    return printer.class_name(title)


class Printing:
    """The source that was asked for last. Nothing of Qt is in it: the panel looks when it has time."""

    def __init__(self) -> None:
        self._asked: Future[list[Line]] | None = None

    def ask(self, network: Network, name: str) -> None:
        """Print a network as it is now; what was asked before and has not begun is never printed."""
        from graphs.printer import to_python_lines  # with all that prints; nothing else of the window needs it

        self.forget()
        self._asked = _thread().submit(to_python_lines, network.copy(), name)

    def forget(self) -> None:
        """Ask for nothing any more."""
        if self._asked is not None:
            self._asked.cancel()
        self._asked = None

    @property
    def is_busy(self) -> bool:
        """Whether lines were asked for and not taken yet."""
        return self._asked is not None

    def take(self, wait: bool = False) -> list[Line] | None:
        """The lines, once they are there, else None; with ``wait`` they are waited for. Raises what printing raised."""
        if self._asked is None or not (wait or self._asked.done()):
            return None
        asked, self._asked = self._asked, None
        return asked.result()
