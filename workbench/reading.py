"""A network out of Python code: ``workbench import torchvision.models:resnet50 -o resnet50.workbench``.

Importing runs that code, so nothing here happens before a person has said that they trust it.
"""

from __future__ import annotations

import importlib
import inspect
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphs.message import Message, say
from graphs.project import About, Project
from workbench.foreign_code import code_of

if TYPE_CHECKING:
    import torch
    from torch import nn

    from graphs.importing import Imported

_DTYPES = ("float32", "int64", "bool")


class CannotImport(Exception):  # noqa: N818 - it says what is the matter
    """The network cannot be read; ``message`` says why."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


def read_project(what: str, arguments: str | None, shapes: Sequence[str]) -> Project:
    """Call ``MODULE:CALLABLE`` with arguments written as JSON, and make a project of the module it gives.

    ``shapes`` are of one example for each input, such as ``3,224,224`` or ``16:int64``. The project has the module's
    weights. Raises `CannotImport`.
    """
    examples = [_example(text) for text in shapes or ["3,224,224"]]
    module = _made(what, _arguments(arguments))
    from graphs.importing import ImportFailed, imported

    try:
        found = imported(module, examples)
    except ImportFailed as error:
        raise CannotImport(error.message) from error
    title = what.rpartition(":")[2]
    project = Project(found.network, title=title, about=About(source=what))
    project.weights = _weights(module, found)
    return project


def python_modules(project: Project) -> list[str]:
    """The classes of code of its own that a project would run, each once."""
    return [code.name for code in code_of(project)]


def _arguments(text: str | None) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise CannotImport(say("“{text}” is not a JSON object such as {example}.", text=text, example='{"size": 3}'))
    return found


def _example(text: str) -> torch.Tensor:
    """Two examples of a shape, zeros."""
    dims, _, dtype = text.partition(":")
    try:
        shape = [int(word) for word in dims.split(",") if word.strip()]
    except ValueError:
        shape = [0]
    if any(size < 1 for size in shape) or (dtype and dtype not in _DTYPES):
        raise CannotImport(say("“{text}” is not a shape such as 3,224,224.", text=text))
    import torch

    return torch.zeros(2, *shape, dtype=getattr(torch, dtype or "float32"))


def _made(what: str, arguments: dict[str, Any]) -> nn.Module:
    home, colon, name = what.partition(":")
    if not colon or not home or not name:
        raise CannotImport(say("“{text}” is not MODULE:CALLABLE, such as torchvision.models:resnet50.", text=what))
    here = str(Path.cwd())
    if here not in sys.path:
        sys.path.insert(0, here)  # as python does for a script that lies here
    try:
        found: Any = importlib.import_module(home)
        for part in name.split("."):
            found = getattr(found, part)
    except Exception as error:  # the code is anybody's: it may raise anything
        raise CannotImport(say("{what} cannot be found: {why}.", what=what, why=_reason(error))) from error
    from torch import nn

    if not isinstance(found, nn.Module):
        try:
            found = found(**arguments)
        except Exception as error:  # the same
            raise CannotImport(say("{what} could not be made: {why}.", what=what, why=_reason(error))) from error
    if not isinstance(found, nn.Module):
        kind = found.__name__ if inspect.isclass(found) else type(found).__name__
        raise CannotImport(say("{what} gives {kind}, not a torch.nn.Module.", what=what, kind=kind))
    return found


def _reason(error: Exception) -> str:
    return str(error).rstrip(".") or type(error).__name__


def _weights(module: nn.Module, found: Imported) -> dict[Any, Any]:
    """The weights of a module by node; the code that made it is trusted, or it would not have run."""
    import graphs

    tree = graphs.compile(found.network, trust=True)
    values = {found.keys[key]: value for key, value in module.state_dict().items() if key in found.keys}
    tree.load_state_dict(values, strict=False)
    return graphs.read_weights(tree)
