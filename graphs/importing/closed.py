"""A module that is taken as it is: its qualified name, its literal arguments, and what it gives."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
from typing import Any

import torch
from torch import nn

from graphs.importing.pieces import Unfit
from graphs.layers.python_module import written
from graphs.message import say

_LITERALS = (int, float, str, bool, type(None))


class Closed:
    """Stands for one module that was not followed; raises ValueError when it could not be built again.

    Called with tensors on the meta device, it gives what the module would give.
    """

    def __init__(self, path: str, module: nn.Module):
        self.path, self.module = path, module
        self.target = f"{type(module).__module__}.{type(module).__qualname__}"
        self.arguments = _arguments(module)
        _must_be_rebuilt(self.target, self.arguments, module)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        """What the module gives for tensors of these shapes, tried with random numbers on a copy of it."""
        one = copy.deepcopy(self.module).cpu().eval()
        given = [_example(value) for value in args]
        named = {name: _example(value) for name, value in kwargs.items()}
        with torch.no_grad(), torch.random.fork_rng(devices=[]):
            found = one(*given, **named)
        parts = found if isinstance(found, tuple | list) else (found,)
        if not 1 <= len(parts) <= 4 or not all(isinstance(part, torch.Tensor) for part in parts):
            raise TypeError(say("{name} gives something else than one to four tensors", name=self.target))
        return _on_meta(found)

    def place(self, reader: Any, node: Any) -> Any:
        """Place a PythonModule for it."""
        arriving = [*node.args, *node.kwargs.values()]
        if any(not isinstance(value, torch.fx.Node) for value in arriving):
            raise Unfit(say("{name} is called with something that is no tensor", name=self.target))
        one, two = node.meta["values"]
        single = isinstance(one, torch.Tensor)
        pairs = [(one, two)] if single else list(zip(one, two, strict=True))
        parameters = {
            "target": self.target,
            "arguments": json.dumps(self.arguments, sort_keys=True) if self.arguments else "",
            "gives": written([(tuple(a.shape[1:]), str(a.dtype).removeprefix("torch.")) for a, _ in pairs], single),
            "parameters": sum(p.numel() for p in self.module.parameters()),
            "buffers": sum(b.numel() for b in self.module.buffers()),
        }
        if not 1 <= len(arriving) <= 4:
            raise Unfit(say("{name} is called with {n} tensors", name=self.target, n=len(arriving)))
        wired = {f"x{number}": reader.value(value) for number, value in enumerate(arriving, start=1)}
        name = self.path.rsplit(".", 1)[-1] or type(self.module).__name__.lower()
        path = self.path if self.module.state_dict() else None
        found = reader.place_many(node, "PythonModule", parameters, wired, name, path)
        outputs = tuple(reader.checked(v, pair) for v, pair in zip(found.values(), pairs, strict=True))
        return outputs[0] if single else outputs


def _example(value: Any) -> Any:
    if not isinstance(value, torch.Tensor):
        return value
    if value.dtype.is_floating_point:
        return torch.rand(value.shape, dtype=value.dtype)
    return torch.zeros(value.shape, dtype=value.dtype)


def _on_meta(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return value.to("meta")
    if isinstance(value, tuple | list):
        return tuple(_on_meta(item) for item in value)
    return value


def _arguments(module: nn.Module) -> dict[str, Any]:
    """The arguments a module was probably built with: its attributes of the same names, where they are literals."""
    found: dict[str, Any] = {}
    for name, argument in list(inspect.signature(type(module).__init__).parameters.items())[1:]:
        if argument.kind in (argument.VAR_POSITIONAL, argument.VAR_KEYWORD) or name in ("device", "dtype"):
            continue
        if not hasattr(module, name):
            if argument.default is inspect.Parameter.empty:
                raise ValueError(say("its argument {name} is not kept in an attribute of that name", name=name))
            continue
        value = getattr(module, name)
        if isinstance(value, torch.Tensor | nn.Module) or (value is None and argument.default is True):
            value = value is not None
        if not _is_literal(value):
            if argument.default is inspect.Parameter.empty:
                raise ValueError(say("its argument {name} is no number, text or row of them", name=name))
            continue
        value = list(value) if isinstance(value, tuple) else value
        if value != argument.default:
            found[name] = value
    return found


def _is_literal(value: Any) -> bool:
    if isinstance(value, tuple | list):
        return all(_is_literal(item) for item in value)
    return isinstance(value, _LITERALS)


def _must_be_rebuilt(target: str, arguments: dict[str, Any], module: nn.Module) -> None:
    """Raise ValueError unless the class can be found by its name and gives weights of the same sizes."""
    home, name = type(module).__module__, type(module).__qualname__
    if "." in name or getattr(importlib.import_module(home), name, None) is not type(module):
        raise ValueError(say("{name} cannot be found by this name", name=target))
    with torch.random.fork_rng(devices=[]):
        built = type(module)(**arguments)
    sizes = [{key: tuple(t.shape) for key, t in one.state_dict().items()} for one in (built, module)]
    if sizes[0] != sizes[1]:
        raise ValueError(
            say(
                "{name} built with {arguments} has other weights",
                name=target,
                arguments=arguments or say("no arguments"),
            )
        )
