"""Following a module through one forward with torch.fx: every operation, and the module it happened in.

Shapes are known while it is followed: each value is carried as two empty tensors on torch's meta device, for two batch
sizes. So a condition on a shape is decided, arithmetic on sizes is done, and what depends on the batch is seen. The
weights of the module are neither read nor changed, and no random number is drawn.
"""

from __future__ import annotations

import inspect
import operator
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

import torch
from torch import fx, nn
from torch.fx.node import map_aggregate
from torch.overrides import TorchFunctionMode

from graphs.importing.guarding import TWICE, OwnBackward, guarded, straight
from graphs.importing.pieces import reason
from graphs.importing.plainly import PLAIN
from graphs.importing.sizes import Size, joined, second, sizes
from graphs.message import Message, say

BATCHES = (2, 3)
"""The two batch sizes."""

_FACTORIES = {torch.zeros, torch.ones, torch.full, torch.empty, torch.rand, torch.randn, torch.arange, torch.eye}


_SAME_SHAPE = {f"torch.nn.modules.{name}" for name in ("batchnorm", "dropout", "normalization", "instancenorm")}


class Unreadable(Exception):  # noqa: N818 - it says what the module is
    """A module that cannot be followed. ``path`` is the smallest that fails, ``why`` the reason.

    ``export`` says whether torch.export might know a way round it.
    """

    def __init__(self, path: str, why: Message | str, export: bool = True):
        super().__init__(f"{path or 'the module'}: {why}")
        self.path, self.why, self.export = path, why, export


@dataclass(eq=False)
class Visit:
    """One call of a module that holds others: where it is, and what it was given under the names of its arguments."""

    path: str
    module: nn.Module
    parent: Visit | None
    given: dict[str, fx.Node] = field(default_factory=dict)


@dataclass(frozen=True)
class Trace:
    """What a module did: the operations, each with its visit in ``meta``, the constants it met, what it returned."""

    graph: fx.Graph
    root: nn.Module
    inputs: tuple[fx.Node, ...]
    constants: Mapping[str, torch.Tensor]
    output: Any


class Traced(fx.Proxy):
    """A tensor (or a tuple of some) of a module that is being followed; it passes for a tensor."""

    def __init__(self, node: fx.Node, tracer: Follower, values: tuple[Any, Any]):
        super().__init__(node, tracer)
        self.values = values

    @property  # type: ignore[misc]
    def __class__(self) -> Any:  # so that a module which asks for a tensor finds one
        return torch.Tensor if isinstance(self.__dict__["values"][0], torch.Tensor) else Traced

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)
        one, two = self.__dict__["values"]
        if not isinstance(one, torch.Tensor):
            return _Field(self, name)
        if name == "shape":
            return sizes(one.shape, two.shape, self)
        if name == "device":
            return torch.device("cpu")
        found = getattr(one, name)
        if isinstance(found, torch.Tensor):
            return self.tracer.create_proxy("call_function", getattr, (self, name), {})
        return fx.proxy.Attribute(self, name) if callable(found) else joined(found, getattr(two, name))

    def __iter__(self) -> Any:
        one = self.values[0]
        if isinstance(one, torch.Tensor) and one.shape[:1] != self.values[1].shape[:1]:
            raise TypeError(say("it goes through the examples of a batch one by one"))
        return iter([operator.getitem(self, place) for place in range(len(one))])

    def __len__(self) -> int:
        return joined(len(self.values[0]), len(self.values[1]))  # type: ignore[no-any-return]

    def __bool__(self) -> bool:
        raise TypeError(say("what it does depends on the numbers that arrive"))

    __float__ = __int__ = __index__ = __bool__

    def __contains__(self, item: Any) -> bool:
        raise TypeError(say("what it does depends on the numbers that arrive"))

    def __setitem__(self, key: Any, value: Any) -> None:
        raise TypeError(say("it writes into a part of a tensor"))

    def __format__(self, spec: str) -> str:
        return str(self.node)


def _Field(value: Traced, name: str) -> Any:  # noqa: N802 - stands for an attribute
    """A named part of a tuple with names."""
    fields = getattr(type(value.values[0]), "_fields", ())
    if name not in fields:
        raise AttributeError(name)
    return operator.getitem(value, list(fields).index(name))


class _Factories(TorchFunctionMode):
    """Notices tensors that are made with the batch's size, which no argument tells."""

    def __init__(self, tracer: Follower):
        super().__init__()
        self.tracer = tracer

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        given = kwargs or {}
        if func in _FACTORIES and not self.tracer.running and self.tracer.varies((args, given)):
            return self.tracer.create_proxy("call_function", func, args, given)
        return func(*args, **given)


class Follower(fx.Tracer):
    """Follows a module; those that are ``known``, and those at the paths of ``closed``, are not entered.

    Modules of the classes in ``exported`` are followed by torch.export; ``exports`` keeps what it found for the next
    time, since that takes a second.
    """

    proxy_buffer_attributes = True

    def __init__(
        self,
        known: Callable[[nn.Module], bool],
        closed: Mapping[str, Any],
        exported: Collection[type[nn.Module]] = (),
        exports: dict[Any, Any] | None = None,
    ):
        super().__init__(autowrap_modules=(), autowrap_functions=TWICE)  # torch.export needs math as it is
        self.known, self.closed, self.exported = known, closed, exported
        self.exports = {} if exports is None else exports
        self.visit: Visit | None = None
        self.running = False
        self.constants: dict[str, torch.Tensor] = {}
        self._empty: dict[int, dict[str, torch.Tensor]] = {}
        self._held: dict[int, str] = {}

    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        """Whether a module is not entered."""
        return module_qualified_name in self.closed or self.known(m)

    def call_module(self, m: nn.Module, forward: Any, args: Any, kwargs: Any) -> Any:
        """Note a call of a module, or enter it."""
        if self.running:
            return forward(*args, **kwargs)
        path = self.path_of_module(m)
        if self.is_leaf_module(m, path):
            return self.create_proxy("call_module", path, args, kwargs)
        outer = self.visit
        self.visit = Visit(path, m, outer, _named(m, args, kwargs))
        try:
            if type(m) in self.exported:
                return self._export(m, path, args, kwargs)
            plain = PLAIN.get(type(m))
            return forward(*args, **kwargs) if plain is None else plain(m, *args, **kwargs)
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable(path, reason(error), not isinstance(error, OwnBackward)) from error
        finally:
            self.visit = outer

    def _export(self, module: nn.Module, path: str, args: Any, kwargs: Any) -> Any:
        """Follow one call of a module by torch.export instead."""
        from graphs.importing.exporting import NotExported, export, taken_apart
        from graphs.importing.replaying import replay

        given, arguments = taken_apart((args, kwargs), self.is_traced)
        self.running = True
        try:
            shapes = [(one.values[0].shape, one.values[1].shape, one.values[0].dtype) for one in given]
            prefix = f"{path}." if path else ""
            closed = tuple(one.removeprefix(prefix) for one in self.closed if one.startswith(prefix))
            key = (path, module.training, closed, repr(arguments), tuple(shapes))
            if key not in self.exports:
                self.exports[key] = export(module, self.known, closed, arguments, shapes)
            found = self.exports[key]
        except NotExported as error:
            inner = f"{path}.{error.path}".strip(".")
            undecided = type(error.error).__name__ == "GuardOnDataDependentSymNode"
            why = say("what it does depends on the numbers that arrive") if undecided else reason(error.error)
            raise Unreadable(inner, why, not isinstance(error.error, OwnBackward)) from error
        finally:
            self.running = False
        return replay(self, found, path, module, given)

    def is_traced(self, value: Any) -> bool:
        """Whether something stands for a tensor that is being followed."""
        return type(value) is Traced

    def holds_traced(self, arguments: Any) -> bool:
        """Whether some of these arguments stand for such tensors."""
        found = []
        map_aggregate(arguments, lambda a: found.append(a) if self.is_traced(a) else None)
        return bool(found)

    def create_arg(self, a: Any) -> Any:
        """Turn what a module hands on into what stands in the record."""
        if type(a) is Traced:
            return a.node
        if isinstance(a, Size):
            return a
        if isinstance(a, torch.Tensor):
            known = {id(value): name for name, value in self.constants.items()}
            name = known.get(id(a), f"constant{len(self.constants)}")
            self.constants[name] = a
            node = self.create_node("get_attr", name, (), {})
            node.meta |= {"visit": self.visit, "values": (_empty(a), _empty(a)), "constant": True}
            return node
        if isinstance(a, tuple | list):
            items = [self.create_arg(item) for item in a]
            return items if isinstance(a, list) else tuple(items)
        if isinstance(a, dict):
            return {key: self.create_arg(value) for key, value in a.items()}
        if isinstance(a, slice):
            return slice(self.create_arg(a.start), self.create_arg(a.stop), self.create_arg(a.step))
        return a

    def create_proxy(
        self,
        kind: str,
        target: Any,
        args: Any,
        kwargs: Any,
        name: str | None = None,
        type_expr: Any = None,
        proxy_factory_fn: Any = None,
    ) -> Any:
        """Note an operation and what comes of it; one that gives numbers is done at once."""
        if kind == "placeholder":
            raise AssertionError("inputs are noted by follow()")
        if target in TWICE:
            return straight(*args, **kwargs)
        if kind == "call_function" and _is_foreign(target):
            return target(*args, **kwargs)  # a function that asks not to be entered; its operations say more
        one, two = (self._run(which, kind, target, args, kwargs) for which in (0, 1))
        if not _holds_tensor(one):
            if target == "size" and isinstance(one, torch.Size):
                return sizes(one, two, args[0])
            if target == "size":
                return joined(one, two, (args[0], args[1] if len(args) > 1 else kwargs.get("dim", 0)))
            return joined(one, two)
        node = self.create_node(kind, target, self.create_arg(tuple(args)), self.create_arg(kwargs), name)
        node.meta |= {"visit": self.visit, "values": (one, two)}
        return Traced(node, self, (one, two))

    def varies(self, arguments: Any) -> bool:
        """Whether some of these arguments depend on the batch."""
        found = []
        map_aggregate(arguments, lambda a: found.append(a) if isinstance(a, Size) and a.varies else None)
        return bool(found)

    def _run(self, which: int, kind: str, target: Any, args: Any, kwargs: Any) -> Any:
        """What an operation gives for one of the two batch sizes, on the meta device."""

        def value(a: Any) -> Any:
            if type(a) is Traced:
                return a.values[which]
            if isinstance(a, Size):
                return second(a) if which else int(a)
            return a.to("meta") if isinstance(a, torch.Tensor) else a

        given, named = map_aggregate(tuple(args), value), map_aggregate(dict(kwargs), value)
        if "device" in named:
            named = {**named, "device": "meta"}
        self.running = True
        try:
            with torch.no_grad():
                return self._result(kind, target, given, named)
        finally:
            self.running = False

    def _result(self, kind: str, target: Any, args: Any, kwargs: Any) -> Any:
        if kind == "get_attr":
            return _empty(_attribute(self.root, target))
        if kind == "call_module":
            module = self.root.get_submodule(target)
            if target in self.closed:
                return self.closed[target](*args, **kwargs)
            if _keeps_shape(module) and len(args) == 1 and not kwargs:
                return torch.empty_like(args[0])  # torch's own way to the same answer takes a hundred times as long
            if id(module) not in self._empty:
                held = [*module.named_parameters(), *module.named_buffers()]
                self._empty[id(module)] = {key: _empty(tensor) for key, tensor in held}
            return torch.func.functional_call(module, dict(self._empty[id(module)]), args, kwargs)
        if kind == "call_method":
            return getattr(args[0], target)(*args[1:], **kwargs)
        if target in _FACTORIES:
            kwargs = {**kwargs, "device": "meta"}
        return target(*args, **kwargs)

    def getattr(self, attr: str, attr_val: Any, parameter_proxy_cache: Any) -> Any:
        """Note that a parameter or a buffer is read."""
        if self.running or not isinstance(attr_val, torch.Tensor) or id(attr_val) not in self._held:
            return attr_val
        return self.create_proxy("get_attr", self._held[id(attr_val)], (), {})

    def follow(self, root: nn.Module, inputs: Mapping[str, torch.Tensor]) -> Trace:
        """Follow a module for these inputs (batch first); raises `Unreadable`."""
        placed: list[fx.Node] = []
        returned: list[Any] = []
        held = [*root.named_parameters(), *root.named_buffers()]
        self._held = {id(tensor): name for name, tensor in reversed(held)}

        def forward() -> Any:
            self.root = root
            self.submodule_paths = {module: name for name, module in reversed([*root.named_modules()])}
            given = {name: self._input(name, example, placed) for name, example in inputs.items()}
            with _Factories(self):
                returned.append(root(**given))
            return ()

        try:
            with guarded():
                self.trace(forward)
        except Unreadable:
            raise
        except Exception as error:
            raise Unreadable("", reason(error)) from error
        return Trace(self.graph, root, tuple(placed), self.constants, returned[0])

    def _input(self, name: str, example: torch.Tensor, placed: list[fx.Node]) -> Traced:
        node = self.create_node("placeholder", name, (), {}, name)
        one, two = (torch.empty((n, *example.shape[1:]), dtype=example.dtype, device="meta") for n in BATCHES)
        node.meta |= {"visit": None, "values": (one, two)}
        placed.append(node)
        return Traced(node, self, (one, two))


def _empty(tensor: torch.Tensor) -> torch.Tensor:
    return torch.empty_like(tensor, device="meta", requires_grad=False)


def _attribute(root: Any, path: str) -> Any:
    for name in path.split("."):
        root = getattr(root, name)
    return root


def _keeps_shape(module: nn.Module) -> bool:
    """Whether a module gives as many numbers as it gets, each in its place."""
    home, name = type(module).__module__, type(module).__name__
    if home == "torch.nn.modules.activation":
        return name not in ("MultiheadAttention", "GLU")
    return home in _SAME_SHAPE


def _is_foreign(target: Any) -> bool:
    home = (getattr(target, "__module__", None) or "torch").split(".")[0]
    return home not in ("torch", "_operator", "operator", "builtins", "math")


def _holds_tensor(value: Any) -> bool:
    if isinstance(value, torch.Tensor):
        return True
    if isinstance(value, dict):
        return any(map(_holds_tensor, value.values()))
    return isinstance(value, tuple | list) and any(map(_holds_tensor, value))


def _named(module: nn.Module, args: Any, kwargs: Any) -> dict[str, fx.Node]:
    """What a module was given, under the names of its arguments."""
    try:
        bound = inspect.signature(type(module).forward).bind(module, *args, **kwargs).arguments
    except TypeError:
        return {}
    return {name: value.node for name, value in bound.items() if type(value) is Traced}
