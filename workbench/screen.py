"""Whether a window can open on this machine, asked without Qt.

Qt ends the whole process when no display server answers; whoever asks here first can say so in a sentence instead.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from graphs.message import Message, say


def draws_nowhere(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether Qt was told to draw without a display server, as tests and the pictures of the documentation do."""
    plugin = environment.get("QT_QPA_PLATFORM", "").split(":")[0]
    return bool(plugin) and not plugin.startswith(("xcb", "wayland"))


def no_screen(platform: str = sys.platform, environment: Mapping[str, str] = os.environ) -> Message | None:
    """Say why a window cannot open here, or None. Quick: it looks for the display server and draws nothing.

    Qt itself would end the process when the server does not answer, so this is asked before Qt is imported.
    """
    if platform in ("win32", "darwin") or draws_nowhere(environment):
        return None
    wayland, x11 = environment.get("WAYLAND_DISPLAY", ""), environment.get("DISPLAY", "")
    if not wayland and not x11:
        return say("This machine has no screen: neither DISPLAY nor WAYLAND_DISPLAY is set.")
    if wayland and _answers(Path(environment.get("XDG_RUNTIME_DIR", "")) / wayland):
        return None
    if x11 and _x11_answers(x11):
        return None
    return say("The screen “{display}” does not answer.", display=x11 or wayland)


def _answers(place: Path) -> bool:
    """Whether a server listens at a socket in the file system."""
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        return probe.connect_ex(str(place)) == 0


def _x11_answers(display: str) -> bool:
    """Whether an X server answers: ``:0`` is a socket of this machine, ``host:10`` a port, 6000 and up, of another."""
    host, _, rest = display.rpartition(":")
    number = rest.split(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        # A server may listen at the file, or at Linux's name without a file, which begins with a zero byte.
        place = f"/tmp/.X11-unix/X{number}"
        return _answers(Path(place)) or (sys.platform == "linux" and _abstract(place))
    try:
        with socket.create_connection((host, 6000 + int(number)), timeout=2):
            return True
    except OSError:
        return False


def _abstract(name: str) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        probe.settimeout(1)
        return probe.connect_ex("\0" + name) == 0
