"""A module of somebody's own code, found by its name. Nothing here runs before a person has said that they trust it."""

from __future__ import annotations

import importlib
import json
from typing import Any

from torch import nn


class PythonModule:
    """Building one gives the module itself: ``target`` is its class's full name, ``arguments`` what it is built with.

    ``arguments`` is JSON. Raises ImportError when this machine does not have the class, TypeError when it is none.
    """

    def __new__(cls, target: str, arguments: str = "") -> Any:
        """Import the class and build the module."""
        home, _, name = target.rpartition(".")
        found = getattr(importlib.import_module(home), name, None)
        if not isinstance(found, type) or not issubclass(found, nn.Module):
            raise TypeError(f"{target} is no class of modules.")
        return found(**json.loads(arguments or "{}"))
