"""What keeps the time until the first picture short: what libraries do while others load is left out."""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.rubbish import Collector

# What is frozen would not be let go of at the end, and libraries complain of that.
atexit.register(gc.unfreeze)


def begin() -> None:
    """Load Qt's core first and stop it from reading the source of every module that is loaded after it.

    Qt for Python searches each of those files for its own name, to know where its switch ``__feature__`` may apply.
    Nobody uses that switch here, and with PyTorch it would read, split and keep two thousand files. The collector of
    circular rubbish rests until `settled`, since everything made meanwhile stays.
    """
    unhurried()
    import PySide6.QtCore  # noqa: F401 - it brings the hook along

    try:
        from shibokensupport import feature  # type: ignore[import-not-found]
    except ImportError:
        # Another release of Qt for Python keeps it elsewhere; then loading only takes longer.
        return
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = _without_reading


def _without_reading(module: object) -> bool:
    """Stands in for the search: any module may use Qt, with no feature switched on."""
    return True


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let the collector of circular rubbish rest while modules are loaded: what they make stays."""
    busy = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if busy:
            gc.enable()


def unhurried() -> None:
    """Let the collector rest while much is loaded: what comes then stays, and looking through it all takes long."""
    gc.disable()


def settled() -> None:
    """Much was loaded and is there: the collector need never look through that again.

    With PyTorch loaded one look through everything holds the window up for a third of a second. From here on it works
    in the window's thread alone.
    """
    gc.freeze()
    _collector().begin()


@cache
def _collector() -> Collector:
    from workbench.rubbish import Collector

    return Collector()
