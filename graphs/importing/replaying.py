"""What torch.export found becomes part of the record that torch.fx makes: the same operations, visits and sizes."""

from __future__ import annotations

import operator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from torch import fx, nn

from graphs.importing.exporting import Export, put_together
from graphs.importing.sizes import Size

if TYPE_CHECKING:
    from graphs.importing.tracing import Follower, Visit

_SKIPPED = ("_assert", "sym_constrain_range", "_guards_fn", "_set_grad_enabled")
"""Beginnings of the names of operations that give nothing."""


def replay(follower: Follower, found: Export, path: str, module: nn.Module, given: list[Any]) -> Any:
    """Note everything an exported call of a module does, as if it had been followed, and return what it gives.

    ``given`` are the tensors of the call, each as it is known while following. Raises what following raises.
    """
    return _Replay(follower, found, path, module, given).run()


class _Replay:
    def __init__(self, follower: Follower, found: Export, path: str, module: nn.Module, given: list[Any]):
        self.follower, self.found, self.path, self.module, self.given = follower, found, path, module, given
        self.env: dict[Any, Any] = {}
        self.home = follower.visit
        self.visits: dict[tuple[Any, ...], Visit | None] = {}
        self.weights: dict[tuple[str, int], Any] = {}

    def run(self) -> Any:
        for node in self.found.graph.nodes:
            if node.op == "placeholder":
                self.env[node] = self._entering(node.name)
            elif node.op == "call_function" and not self._is_skipped(node):
                self.follower.visit = self._visit(node)
                try:
                    self.env[node] = self._done(node)
                finally:
                    self.follower.visit = self.home
        results = [self._found(node) for node in self.found.results]
        return put_together(self.found.structure, results)

    def _found(self, argument: Any) -> Any:
        """An argument with what was found for each operation in it."""
        if isinstance(argument, fx.Node):
            found = self.env[argument]
            return self._held(found) if isinstance(found, _Weight) else found
        if isinstance(argument, list | tuple):
            return [self._found(one) for one in argument]
        if isinstance(argument, dict):
            return {key: self._found(one) for key, one in argument.items()}
        return argument

    def _is_skipped(self, node: Any) -> bool:
        return str(getattr(node.target, "__name__", "")).startswith(_SKIPPED)

    def _entering(self, name: str) -> Any:
        kind, what = self.found.inputs[name]
        if kind == "given":
            return self.given[what]
        if kind == "held":
            return _Weight(f"{self.path}.{what}".strip("."))
        return what

    def _held(self, weight: _Weight) -> Any:
        """A weight, read in the module that is being followed now."""
        key = (weight.path, id(self.follower.visit))
        if key not in self.weights:
            self.weights[key] = self.follower.create_proxy("get_attr", weight.path, (), {})
        return self.weights[key]

    def _done(self, node: Any) -> Any:
        """One operation: noted when it has to do with what arrives or with weights, done at once when not."""
        args, kwargs = (self._found(one) for one in (node.args, node.kwargs))
        target = node.target
        if target is torch.ops.graphs_importing.layer.default:
            return self._layer(args)
        if target is operator.getitem and not self.follower.is_traced(args[0]):
            return args[0][args[1]]
        name = target.__name__.split(".")[0]
        if name == "sym_size":
            return args[0].shape[args[1]]
        if not isinstance(target, torch._ops.OpOverload) and not self.follower.holds_traced((args, kwargs)):
            return target(*args, **kwargs)  # arithmetic on sizes
        if name.startswith("new_") or name in ("zeros_like", "ones_like", "full_like", "empty_like"):
            fresh = self._fresh(name, args, kwargs)
            if fresh is not None:
                return fresh
        if self.follower.holds_traced((args, kwargs)) or self.follower.varies((args, kwargs)):
            return self.follower.create_proxy("call_function", target, args, kwargs)
        kwargs.pop("pin_memory", None)
        self.follower.running = True
        try:
            return target(*_plain(args), **_plain(kwargs))
        finally:
            self.follower.running = False

    def _fresh(self, name: str, args: Any, kwargs: Any) -> torch.Tensor | None:
        """A tensor that takes nothing but its number type from another, when its size is known."""
        shape = args[0].shape if name.endswith("_like") else args[1]
        if not self.follower.is_traced(args[0]) or self.follower.varies(tuple(shape)):
            return None
        number = args[-1] if "full" in name else 1 if "ones" in name else 0
        dtype = kwargs.get("dtype") or args[0].dtype
        return torch.full(tuple(int(n) for n in shape), number, dtype=dtype)

    def _layer(self, args: Any) -> _Parts:
        """A call of a known layer: what it gives, tensor by tensor."""
        tensors, number = args
        call = self.found.calls[number]
        path = f"{self.path}.{call.path}".strip(".")
        given, named = put_together(call.arguments, tensors)
        whole = self.follower.create_proxy("call_module", path, given, named)
        return _Parts(whole, call.places)

    def _visit(self, node: Any) -> Visit | None:
        """The call of a module in which an operation happened."""
        from graphs.importing.tracing import Visit

        stack = node.meta.get("nn_module_stack") or {}
        visit = self.home
        way: tuple[Any, ...] = ()
        for key, (where, _) in stack.items():
            if not where.startswith("inner."):
                continue
            inside = where.removeprefix("inner.")
            if inside in self.found.layers:
                break
            way = (*way, key)
            if way not in self.visits:
                path = f"{self.path}.{inside}".strip(".")
                self.visits[way] = Visit(path, self.module.get_submodule(inside), visit)
            visit = self.visits[way]
        return visit


@dataclass(frozen=True)
class _Weight:
    """A weight of the module that nothing has read yet."""

    path: str


class _Parts:
    """The tensors a layer gives, each looked for when it is wanted."""

    def __init__(self, whole: Any, places: tuple[tuple[Any, ...], ...]):
        self.whole, self.places = whole, places

    def __getitem__(self, number: int) -> Any:
        found = self.whole
        for key in self.places[number]:
            found = operator.getitem(found, key)
        return found


def _plain(value: Any) -> Any:
    if isinstance(value, Size):
        return int(value)
    if isinstance(value, list | tuple):
        return type(value)(_plain(item) for item in value)
    return {key: _plain(item) for key, item in value.items()} if isinstance(value, dict) else value
