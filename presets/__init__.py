"""Projects that ship with Workbench: every one is drawn by a function, opens, explains itself and trains.

`names()` lists them, `info(name)` tells about one, `build(name, size)` gives a project. A new preset is one function
with the decorator `presets.registry.preset` in a file of this folder; nothing else needs to know it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphs.project import Project
    from presets.registry import PresetInfo, Size


def names() -> list[str]:
    """The names of all presets, oldest architecture first."""
    from presets import registry

    return registry.names()


def info(name: str) -> PresetInfo:
    """What is told about a preset; raises `presets.registry.UnknownPreset` with the nearest name."""
    from presets import registry

    return registry.info(name)


def build(name: str, size: Size = "small") -> Project:
    """Draw a preset as a project of its own: ``small`` trains in about a minute, ``full`` is its source, exactly."""
    from presets import registry

    return registry.build(name, size)
