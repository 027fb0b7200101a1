"""Start the window: the checks that must come before Qt, the look, what is opened first, and the net under it all."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from graphs.message import Message, say
from workbench import loading, screen
from workbench.doctor import bad_pair
from workbench.reporting import spoken

if TYPE_CHECKING:
    from workbench.shell import Shell

FIRST = "lenet5"
"""The preset that shows when nothing else was asked for."""
_log = logging.getLogger("workbench")


def refusal() -> Message | None:
    """Say why no window can open here, or None: a pair of packages that crashes, or a machine without a screen."""
    pair = bad_pair()
    if pair is not None:
        return pair
    missing = screen.no_screen()
    if missing is not None:
        return say("{why} What runs without one: {command}", why=missing, command="workbench train lenet5")
    return None


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window with a file or a preset, or with LeNet-5; return the exit code.

    ``arguments`` are what stands on the command line besides options: nothing, or one file or name of a preset.
    """
    why_not = refusal()
    if why_not is not None:
        print(spoken(why_not), file=sys.stderr)
        return 1
    return shell().run(arguments[0] if arguments else None)


def shell() -> Shell:
    """Load Qt and all the window is made of, without showing it; only now, since Qt ends the process where there is no
    screen."""
    loading.begin()
    from workbench.shell import Shell

    return Shell(sys.argv[:1])


def is_file(what: str) -> bool:
    """Whether a word on the command line means a file rather than a preset."""
    return what.endswith(".workbench") or "/" in what or "\\" in what or Path(what).exists()
