"""Live views: one file each, found by looking into this folder. Each draws what a probe recorded.

They show while a network trains, go on receiving while they are hidden or frozen, and work on a finished run.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphs.project import Project
    from workbench.views.card import View

_ORDER = ("curves", "gradients", "feature_maps", "decision_boundary", "confusion_matrix", "gates", "attention")

USUAL = ("curves", "gradients")
"""The views of a project that does not say which it wants."""

OFFERED = ("gates", "attention")
"""Views that are opened beside the usual ones wherever the network has something for them to show."""


@cache
def views() -> Mapping[str, type[View]]:
    """Return every view by its name: those that most trainings have first, then in alphabetical order."""
    from workbench.views.card import View

    found: dict[str, type[View]] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if isinstance(value, type) and issubclass(value, View) and "name" in vars(value):
                found[value.name] = value
    place = {name: index for index, name in enumerate(_ORDER)}
    return dict(sorted(found.items(), key=lambda item: (place.get(item[0], len(place)), item[0])))


def wanted_views(project: Project) -> tuple[str, ...]:
    """Which views a project opens: those it names, else the usual ones and those made for what its network has."""
    if project.about.views:
        return tuple(project.about.views)
    known = views()
    return (*USUAL, *(name for name in OFFERED if name in known and known[name].fits(project) is None))
