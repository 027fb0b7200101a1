"""The plan: what the drawing means, worked out without torch. Shapes, costs, problems, code and programs are read from
it.

A node's outcome depends on its type, its resolved parameters and the specs that arrive; that is the key it is
remembered under, so planning again after an edit only works out what the edit reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from graphs.catalogue import ParameterError, UnknownLayer, check_parameters, layer_type
from graphs.expressions import ExpressionError, resolve
from graphs.layer import Arithmetic, Call, Cost, Layer, ShapeError
from graphs.message import Message, say
from graphs.network import Network, Node
from graphs.tensors import TensorSpec


class Source(NamedTuple):
    """One output of a node: where a value comes from."""

    node: int
    port: str


@dataclass(frozen=True)
class Step:
    """A node that works: its layer with resolved parameters, where its inputs come from, what it gives and costs.

    ``inputs`` has an entry per connected port, in the order of the layer's ports; a port that takes many has several
    sources.
    """

    node: int
    name: str
    layer: Layer
    inputs: Mapping[str, tuple[Source, ...]]
    outputs: Mapping[str, TensorSpec]
    call: Call | None
    cost: Cost
    arithmetic: tuple[Arithmetic, ...]
    frozen: bool


@dataclass(frozen=True)
class Fault:
    """A node that does not work, and why. ``parameter`` or ``port`` say which place on the node is meant."""

    node: int
    message: Message
    port: str = ""
    parameter: str = ""
    shape: ShapeError | None = None


@dataclass(frozen=True)
class Plan:
    """The meaning of a network: steps in execution order, the faults, and the nodes whose shape is not known because
    of them."""

    steps: tuple[Step, ...]
    faults: tuple[Fault, ...]
    waiting: frozenset[int]
    by_node: Mapping[int, Step] = field(repr=False)
    specs: Mapping[Source, TensorSpec] = field(repr=False)

    def step(self, node: int) -> Step | None:
        """The step of a node, or None when it has a fault or waits."""
        return self.by_node.get(node)

    def spec(self, node: int, port: str) -> TensorSpec | None:
        """What leaves a port, or None when it is not known."""
        return self.specs.get(Source(node, port))

    def needed(self, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
        """The steps that the wanted outputs depend on, in execution order."""
        live: set[int] = set()
        todo = [source.node for source in wanted]
        while todo:
            node = todo.pop()
            if node not in live and node in self.by_node:
                live.add(node)
                todo += [s.node for sources in self.by_node[node].inputs.values() for s in sources]
        return tuple(step for step in self.steps if step.node in live)


@dataclass(frozen=True)
class _Outcome:
    layer: Layer | None = None
    outputs: Mapping[str, TensorSpec] = field(default_factory=dict)
    call: Call | None = None
    cost: Cost = Cost()
    arithmetic: tuple[Arithmetic, ...] = ()
    fault: tuple[Message, str, str, ShapeError | None] | None = None


class _Place(NamedTuple):
    """A node among its wires: its layer type, what is wired to each port, and the first needed port that is empty."""

    node: int
    kind: type[Layer] | None
    inputs: Mapping[str, tuple[Source, ...]]
    sources: tuple[Source, ...]
    missing: str | None


class _Kept(NamedTuple):
    """What was found at a node the last time, and for which node, scope and arriving specs it holds."""

    node: Node
    scope: Mapping[str, Any] | None
    arriving: list[TensorSpec]
    inputs: Mapping[str, tuple[Source, ...]]
    result: Step | Fault


def plan(network: Network, instead: Mapping[int, Node] | None = None) -> Plan:
    """Work out shapes, calls and costs of a network; faults are part of the result, never raised.

    ``instead`` puts changed nodes in the place of drawn ones, to try a change without making it.
    """
    if not instead and "plan" in network.memo:
        return network.memo["plan"]  # type: ignore[no-any-return]
    steps: list[Step] = []
    faults: list[Fault] = []
    waiting: set[int] = set()
    specs: dict[Source, TensorSpec] = {}
    kept = network.kept if not instead else dict(network.kept)
    nodes = network.by_id
    for place in _places(network):
        node = (instead or nodes).get(place.node) or nodes[place.node]
        if place.kind is None or place.missing is not None:
            faults.append(_unplaced(node, place))
            continue
        arriving = [specs[source] for source in place.sources if source in specs]
        if len(arriving) < len(place.sources):
            waiting.add(place.node)
            continue
        last = kept.get(place.node)
        if last is None or not _holds(last, node, place, arriving, network.parameters):
            scope = dict(network.parameters) if node.uses_names else None
            last = _Kept(node, scope, arriving, place.inputs, _found(node, place, scope or {}, specs))
            kept[place.node] = last
        result = last.result
        if isinstance(result, Fault):
            faults.append(result)
            continue
        steps.append(result)
        for port, spec in result.outputs.items():
            specs[Source(place.node, port)] = spec
    meaning = Plan(tuple(steps), tuple(faults), frozenset(waiting), {s.node: s for s in steps}, specs)
    if not instead:
        network.memo["plan"] = meaning
    return meaning


def _places(network: Network) -> list[_Place]:
    """The nodes in execution order with what is wired to them; worked out anew only when a wire or a type changed."""
    if "places" not in network.wiring:
        network.wiring["places"] = [_place(network, identity) for identity in network.order()]
    return network.wiring["places"]  # type: ignore[no-any-return]


def _place(network: Network, identity: int) -> _Place:
    wired: dict[str, tuple[Source, ...]] = {}
    for wire in network.wires_into(identity):
        wired[wire.target_port] = (*wired.get(wire.target_port, ()), Source(wire.source, wire.source_port))
    kind = network.layer_class(identity)
    if kind is None:
        return _Place(identity, None, wired, (), None)
    inputs = {port.name: wired[port.name] for port in kind.inputs if port.name in wired}
    missing = next((port.name for port in kind.inputs if port.name not in wired and not port.optional), None)
    sources = tuple(source for arriving in inputs.values() for source in arriving)
    return _Place(identity, kind, inputs, sources, missing)


def _unplaced(node: Node, place: _Place) -> Fault:
    if place.kind is None:
        try:
            layer_type(node.type)
        except UnknownLayer as error:
            return Fault(node.id, error.message)
    return Fault(node.id, _nothing_arrives(node, place.missing or ""), port=place.missing or "")


def _holds(last: _Kept, node: Node, place: _Place, arriving: list[TensorSpec], scope: Mapping[str, Any]) -> bool:
    """Whether what was found the last time is what would be found now."""
    if last.node is not node and (last.node.key, last.node.name, last.node.frozen) != (
        node.key,
        node.name,
        node.frozen,
    ):
        return False
    if last.inputs is not place.inputs and last.inputs != place.inputs:
        return False
    return last.arriving == arriving and (last.scope is None or last.scope == scope)


def _found(node: Node, place: _Place, scope: Mapping[str, Any], specs: Mapping[Source, TensorSpec]) -> Step | Fault:
    """Work out one node: a step, or the fault that keeps it from being one."""
    assert place.kind is not None
    arriving = tuple(
        (
            port.name,
            tuple(specs[s] for s in place.inputs[port.name]) if port.many else specs[place.inputs[port.name][0]],
        )
        for port in place.kind.inputs
        if port.name in place.inputs
    )
    outcome = _worked_out(_Asked(node, place.kind, scope, arriving))
    if outcome.fault is not None or outcome.layer is None:
        message, port, parameter, shape = outcome.fault or (say("This node cannot be worked out."), "", "", None)
        return Fault(node.id, message, port, parameter, shape)
    return Step(
        node.id,
        node.name,
        outcome.layer,
        place.inputs,
        outcome.outputs,
        outcome.call,
        outcome.cost,
        outcome.arithmetic,
        node.frozen,
    )


def _nothing_arrives(node: Node, port: str) -> Message:
    if len(layer_type(node.type).inputs) == 1:
        return say("{node} needs an input. Drag a wire to it from the layer before.", node=node.name)
    return say("{node} needs a wire at {port}.", node=node.name, port=port)


class _Asked:
    """A node with what arrives, hashable by what decides its outcome."""

    __slots__ = ("arriving", "hash", "key", "kind", "raw", "scope")

    def __init__(self, node: Node, kind: type[Layer], scope: Mapping[str, Any], arriving: tuple[Any, ...]):
        self.kind, self.raw, self.arriving = kind, node.parameters, arriving
        self.scope = dict(scope) if node.uses_names else {}
        self.key = (node.key, tuple(sorted(self.scope.items())), arriving)
        self.hash = hash(self.key)

    def __hash__(self) -> int:
        return self.hash

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Asked) and self.key == other.key


@lru_cache(maxsize=65536)
def _worked_out(asked: _Asked) -> _Outcome:
    inputs = dict(asked.arriving)
    values = {}
    for name, raw in asked.raw.items():
        try:
            values[name] = resolve(raw, asked.scope)
        except ExpressionError as error:
            return _Outcome(fault=(error.message, "", name, None))
    try:
        layer = check_parameters(asked.kind, values)
    except ParameterError as error:
        return _Outcome(fault=(error.message, "", error.parameter, None))
    for port in asked.kind.inputs:
        given = inputs.get(port.name)
        for spec in () if given is None else given if port.many else (given,):
            if port.kinds and spec.kind not in port.kinds:
                try:  # the layer says it better when it knows this case
                    layer.output(**inputs)
                except ShapeError as error:
                    return _Outcome(layer, fault=(_sentence(error), error.port or port.name, "", error))
                kinds = ", ".join(port.kinds)
                message = say(
                    "{port} takes {kinds}. It gets {got}.", port=port.name, kinds=kinds, got=f"{spec.kind} {spec.text}"
                )
                return _Outcome(layer, fault=(message, port.name, "", None))
    try:
        given_out = layer.output(**inputs)
    except ShapeError as error:
        return _Outcome(layer, fault=(_sentence(error), error.port, "", error))
    outputs = (
        given_out
        if isinstance(given_out, Mapping)
        else {asked.kind.outputs[0].name: given_out}
        if asked.kind.outputs
        else {}
    )
    return _Outcome(layer, outputs, layer.torch(**inputs), layer.cost(**inputs), layer.arithmetic(**inputs))


def _sentence(error: ShapeError) -> Message:
    got: Any = error.got if isinstance(error.got, Message) else say("It gets {got}.", got=error.got.text)
    if error.hint is None:
        return say("{expected} {got}", expected=error.expected, got=got)
    return say("{expected} {got} {hint}", expected=error.expected, got=got, hint=error.hint)
