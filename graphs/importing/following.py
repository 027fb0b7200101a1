"""The loop around reading: follow in training and in use, close what cannot be followed, and try again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

import torch
from torch import nn

from graphs.importing import leaves
from graphs.importing.closed import Closed
from graphs.importing.drawing import drawn
from graphs.importing.entry import Imported, ImportFailed
from graphs.importing.grouping import grouped, weight_places
from graphs.importing.pieces import Reading, Value, reason
from graphs.importing.reading import Reader
from graphs.importing.tracing import Follower, Unreadable
from graphs.message import Message, say
from graphs.planning import plan


def read_module(module: nn.Module, example_inputs: Any) -> Imported:
    """See `graphs.importing.imported`."""
    inputs = _by_name(module, example_inputs)
    closed: dict[str, Closed] = {}
    exported: dict[type[nn.Module], Message | str] = {}
    exports: dict[Any, Any] = {}
    modes = {name: one.training for name, one in module.named_modules()}
    try:
        while True:
            try:
                return _drawn(module, inputs, closed, exported, exports)
            except Unreadable as error:
                _next_try(module, closed, exported, error)
    finally:
        for name, one in module.named_modules():
            one.training = modes[name]


def _drawn(
    module: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    closed: Mapping[str, Closed],
    exported: Collection[type[nn.Module]],
    exports: dict[Any, Any],
) -> Imported:
    learning, using = (_read(module, inputs, closed, exported, exports, training) for training in (True, False))
    kept = _agreeing(learning, using)
    learning.training_only = frozenset(set(learning.outputs) - kept)
    top = grouped(learning, module)
    prefixes = dict(weight_places(top))
    network = drawn(top, learning)
    meaning = plan(network)
    if meaning.faults:
        fault = meaning.faults[0]
        node = network.node(fault.node).name
        raise ImportFailed(say("{name}: {message}", name=node, message=fault.message))
    return Imported(network, _keys(module, prefixes))


def _keys(module: nn.Module, prefixes: Mapping[str, str]) -> dict[str, str]:
    """The keys of the module's ``state_dict`` in the network's; what the network does not have is left out."""
    found = {}
    for key in module.state_dict():
        ways = key.split(".")
        for length in range(len(ways), -1, -1):
            prefix = ".".join(ways[:length])
            if prefix in prefixes:
                found[key] = ".".join([prefixes[prefix], *ways[length:]])
                break
    return found


def _read(
    module: nn.Module,
    inputs: Mapping[str, torch.Tensor],
    closed: Mapping[str, Closed],
    exported: Collection[type[nn.Module]],
    exports: dict[Any, Any],
    training: bool,
) -> Reading:
    module.train(training)
    trace = Follower(leaves.known, closed, exported, exports).follow(module, inputs)
    return Reader(trace, closed, training).read({})


def _by_name(module: nn.Module, given: Any) -> dict[str, torch.Tensor]:
    """The example inputs under the names of the arguments of ``forward``."""
    import inspect

    if isinstance(given, torch.Tensor):
        given = (given,)
    if isinstance(given, Mapping):
        found = dict(given)
    else:
        names = [
            name
            for name, argument in inspect.signature(module.forward).parameters.items()
            if argument.kind in (argument.POSITIONAL_ONLY, argument.POSITIONAL_OR_KEYWORD)
        ]
        if len(given) > len(names):
            raise ImportFailed(
                say(
                    "forward takes {n} inputs: {names}. It got {m}.", n=len(names), names=", ".join(names), m=len(given)
                )
            )
        found = dict(zip(names, given, strict=False))
    for name, value in found.items():
        if not isinstance(value, torch.Tensor) or value.dim() == 0:
            raise ImportFailed(
                say("The example for {name} has to be a tensor whose first axis is the batch.", name=name)
            )
    return found


def _next_try(
    module: nn.Module,
    closed: dict[str, Closed],
    exported: dict[type[nn.Module], Message | str],
    error: Unreadable,
) -> None:
    """Follow the smallest module that failed by torch.export, or take it as it is, or the one around it.

    Raises `ImportFailed` when nothing is left to be tried.
    """
    path, why = error.path, error.why
    while True:
        one = module.get_submodule(path)
        if error.export and type(one) not in exported and path not in closed and not leaves.known(one):
            exported[type(one)] = why
            return
        why = _first(exported.get(type(one)), why)
        if path not in closed:
            try:
                made = Closed(path, one)
            except ValueError as no:
                if error.path == path:
                    why = say("{why}; it cannot be kept as it is either, since {reason}", why=why, reason=reason(no))
            else:
                for inner in [one for one in closed if one.startswith(f"{path}.") or not path]:
                    del closed[inner]
                closed[path] = made
                return
        if not path:
            where = error.path or type(module).__name__
            raise ImportFailed(say("{where} cannot be read: {why}.", where=where, why=why)) from error
        path = path.rpartition(".")[0]


def _first(fx: Message | str | None, now: Message | str) -> Message | str:
    """Why torch.fx could not follow a module, and why torch.export could not, where both were tried."""
    if fx is None or str(fx) == str(now):
        return now
    return say("{fx}, and by torch.export: {export}", fx=fx, export=now)


# ---------------------------------------------------------------------- training and use


def _agreeing(learning: Reading, using: Reading) -> set[str]:
    """The results that training and use share; raises `Unreadable` where they are calculated in another way."""
    one, two = _Names(learning), _Names(using)
    there = {name: one.of(value) for name, value in learning.outputs.items()}
    here = {two.of(value) for value in using.outputs.values()}
    if here <= set(there.values()):
        return {name for name, key in there.items() if key in here}
    local = [_by_visit(reading) for reading in (learning, using)]
    for path in sorted(set(local[0]) & set(local[1]), key=lambda path: (-len(path.split(".")) if path else 0, path)):
        if local[0][path] != local[1][path]:
            raise Unreadable(path, say("it calculates something else in training than in use"), export=False)
    raise Unreadable("", say("it returns something else in training than in use"), export=False)


def _by_visit(reading: Reading) -> dict[str, Counter[str]]:
    """What every module does itself: its layers, and the modules with others inside that it calls."""
    found: dict[str, Counter[str]] = {}
    seen: set[int] = set()
    for item in reading.items:
        path = item.visit.path if item.visit is not None else ""
        found.setdefault(path, Counter())[f"{item.type} {item.path} {sorted(item.parameters.items())}"] += 1
        visit = item.visit
        while visit is not None and id(visit) not in seen:
            seen.add(id(visit))
            if visit.parent is not None:
                found.setdefault(visit.parent.path, Counter())[visit.path] += 1
            visit = visit.parent
    return found


class _Names:
    """A name for every value by how it comes about, the same in two readings of one module."""

    def __init__(self, reading: Reading) -> None:
        self.known: dict[int, int] = {}
        for item in (*reading.inputs, *reading.items):  # what a layer needs stands before it
            arriving = tuple((port, tuple(self.of(v) for v in values)) for port, values in item.inputs.items())
            field = item.name if item.type == "Input" else ""
            numbers = sorted(pair for pair in item.parameters.items() if pair[0] != "dropout_p")  # 0 in use, as drawn
            key = (item.type, field, item.path, repr(numbers), arriving)
            self.known[id(item)] = hash(key)

    def of(self, value: Value) -> int:
        """The name of a value."""
        return hash((self.known[id(value.item)], value.port))
