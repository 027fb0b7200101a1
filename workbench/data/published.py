"""What torchvision knows of the classic data sets: addresses, checksums and names, read without importing it.

Importing torchvision loads torch, which takes seconds; the facts stand in its files as plain literals.
"""

from __future__ import annotations

import ast
import importlib.util
from functools import cache
from pathlib import Path
from typing import Any

from graphs.message import say
from workbench.data.dataset import DataError


def facts(file: str, owner: str = "") -> dict[str, Any]:
    """Return the literals that ``torchvision/FILE`` gives names at its top, or inside the class ``owner``.

    Inside a dictionary what is no literal is left out. Raises DataError when torchvision is not installed.
    """
    return dict(_read(file, owner))


@cache
def _read(file: str, owner: str) -> dict[str, Any]:
    found = importlib.util.find_spec("torchvision")
    if found is None or not found.submodule_search_locations:
        raise DataError(
            say("Where this data set is published is known to torchvision, which is not installed. Install it with: "
                "pip install torchvision")
        )  # fmt: skip
    tree = ast.parse((Path(found.submodule_search_locations[0]) / file).read_text(encoding="utf-8"))
    body: list[ast.stmt] = tree.body
    if owner:
        body = next(node.body for node in body if isinstance(node, ast.ClassDef) and node.name == owner)
    facts: dict[str, Any] = {}
    for node in body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            known, value = _literal(node.value)
            if known:
                facts[node.targets[0].id] = value
    return facts


def _literal(node: ast.expr) -> tuple[bool, Any]:
    """Whether an expression is a literal, and its value."""
    if isinstance(node, ast.Dict):
        items = {}
        for key, value in zip(node.keys, node.values, strict=True):
            if key is not None:
                (known, name), (also, found) = _literal(key), _literal(value)
                if known and also:
                    items[name] = found
        return True, items
    try:
        return True, ast.literal_eval(node)
    except ValueError:
        return False, None
