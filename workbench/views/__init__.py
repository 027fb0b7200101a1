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

OFFERED = (
    "gates", "attention", "predictions", "reconstructions", "latent", "generated", "film_strip", "judging",
    "spikes", "ctc_paths", "captions",
)  # fmt: skip
"""Views that are opened beside the usual ones wherever the network has something for them to show."""


@cache
def views() -> Mapping[str, type[View]]:
    """Return every view by its name: those that most trainings have first, then in alphabetical order."""
    found = {name: kind for info in pkgutil.iter_modules(__path__) for name, kind in _in(info.name).items()}
    place = {name: index for index, name in enumerate(_ORDER)}
    return dict(sorted(found.items(), key=lambda item: (place.get(item[0], len(place)), item[0])))


def _in(module: str) -> dict[str, type[View]]:
    """The views that one file of this folder declares."""
    from workbench.views.card import View

    values = vars(importlib.import_module(f"{__name__}.{module}")).values()
    return {v.name: v for v in values if isinstance(v, type) and issubclass(v, View) and "name" in vars(v)}


@cache
def view(name: str) -> type[View] | None:
    """The view of a name; None where there is none. Its file is called as it is, so that no other one is read."""
    try:
        return _in(name).get(name) if name.isidentifier() else None
    except ModuleNotFoundError as error:
        if error.name != f"{__name__}.{name}":
            raise
        return None


def wanted_views(project: Project) -> tuple[str, ...]:
    """Which views a project opens: those it names, else the usual ones and those made for what its network has."""
    if project.about.views:
        return tuple(project.about.views)
    offered = ((name, view(name)) for name in OFFERED)
    return (*USUAL, *(name for name, kind in offered if kind is not None and kind.fits(project) is None))
