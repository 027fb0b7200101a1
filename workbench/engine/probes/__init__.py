"""Probes: one file per measurement, found by looking into this folder."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.engine.probes.probe import Probe


@cache
def probe_types() -> Mapping[str, type[Probe]]:
    """Return every probe by its name, in alphabetical order. Loads torch."""
    from workbench.engine.probes.probe import Probe

    found: dict[str, type[Probe]] = {}
    for module in pkgutil.iter_modules(__path__):
        for value in vars(importlib.import_module(f"{__name__}.{module.name}")).values():
            if inspect.isclass(value) and issubclass(value, Probe) and not inspect.isabstract(value):
                found[value.name] = value
    return dict(sorted(found.items()))


def default_probes() -> tuple[Probe, ...]:
    """Make one of each probe, as every training has them unless told otherwise."""
    return tuple(kind() for kind in probe_types().values())
