"""The plan: what the drawing means, worked out without torch. Shapes, costs, problems, code and programs are read from
it.

A node's outcome depends on its type, its resolved parameters and the specs that arrive; that is the key it is
remembered under, so planning again after an edit only works out what the edit reached.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any, NamedTuple

from graphs.catalogue import UnknownLayer, check_parameters, layer_type
from graphs.elements import NEXT
from graphs.expressions import ExpressionError, resolve
from graphs.layer import Cost, Layer, Tally
from graphs.layers.scan import State
from graphs.meaning import Copy, Fault, PlacedBlock, PlacedScan, Plan, Source, Step
from graphs.message import Message, say
from graphs.network import Network, Node
from graphs.outcome import Asked, work_out
from graphs.ports import arrives_later, may_be_missing
from graphs.scanning import carried, finished, join_states, must_scan, starts, steps_of
from graphs.sharing import sharing_faults
from graphs.tensors import TensorSpec


class _Place(NamedTuple):
    """A node among its wires: its layer type or block, what is wired to each port, the first needed port that is
    empty."""

    node: int
    kind: type[Layer] | None
    block: Network | None
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
    if instead:
        return _planned(network, dict(network.kept), network.parameters, {}, instead)
    if "plan" not in network.memo:
        whole = _planned(network, network.kept, network.parameters, {}, {})
        if not whole.faults:
            whole = replace(whole, faults=tuple(_faults_without(network)))
        network.memo["plan"] = whole
    return network.memo["plan"]  # type: ignore[no-any-return]


def plans_without(network: Network) -> dict[frozenset[str], Plan]:
    """The plans of a network without its optional Inputs: without each of them, without each pair, and so on."""
    if "without" not in network.memo:
        names = [node.name for node in network.by_id.values() if may_be_missing(node)]
        groups = [frozenset(group) for size in range(1, len(names) + 1) for group in combinations(sorted(names), size)]
        network.memo["without"] = {
            group: _planned(network, dict(network.kept), network.parameters, {}, {}, without=group)
            for group in groups[:_MOST_GROUPS]
        }
    return network.memo["without"]  # type: ignore[no-any-return]


_MOST_GROUPS = 15  # of four optional Inputs


def _faults_without(network: Network) -> list[Fault]:
    """What goes wrong where optional Inputs are left out; each node is told once."""
    found: dict[int, Fault] = {}
    for group, meaning in plans_without(network).items():
        for fault in meaning.faults:
            message = say("Without {names}: {message}", names=", ".join(sorted(group)), message=fault.message)
            found.setdefault(fault.node, replace(fault, message=message))
    return list(found.values())


def plan_body(
    block: Network, arguments: Mapping[str, Any], given: Mapping[str, TensorSpec], *, stepping: bool = False
) -> Plan:
    """Work out a block for one place: with the values of its parameters and what arrives at its Input nodes.

    ``stepping`` places run it once per time step. Equal places share one plan, until the block or one inside it
    changes.
    """
    bodies = block.memo.setdefault("bodies", {})
    key = (tuple(sorted(arguments.items())), tuple(sorted(given.items())), stepping)
    if key not in bodies:
        bodies[key] = _planned(
            block, {}, {**arguments, **given}, given, {}, stepping=stepping,
            without=frozenset(n.name for n in block.by_id.values() if may_be_missing(n) and n.name not in given),
        )  # fmt: skip
    return bodies[key]  # type: ignore[no-any-return]


def _planned(
    network: Network,
    kept: dict[int, _Kept],
    scope: Mapping[str, Any],
    given: Mapping[str, TensorSpec],
    instead: Mapping[int, Node],
    *,
    stepping: bool = False,
    without: frozenset[str] = frozenset(),
) -> Plan:
    steps: list[Step] = []
    gone: set[int] = set()  # left out, because an Input they need is
    placed: dict[int, Step] = {}
    faults: list[Fault] = []
    waiting: set[int] = set()
    specs: dict[Source, TensorSpec] = {}
    nodes = network.by_id
    for place in _places(network):
        node = instead.get(place.node) or nodes[place.node]
        if node.type == "Input" and node.name in without:
            gone.add(node.id)
            continue
        whole = not gone and all(map(specs.__contains__, place.sources))
        if not whole:
            hollow = {s for s in place.sources if s not in specs and s.node in placed}
            if hollow and not without:
                faults.append(_gives_nothing(node, min(hollow), placed))
                continue
            if hollow or not gone.isdisjoint(s.node for s in place.sources):
                left = _left(network, place, lambda source: source.node not in gone and source not in hollow)  # noqa: B023
                if left is None:
                    gone.add(node.id)
                    continue
                place = left
        if (place.kind is None and place.block is None) or place.missing is not None:
            faults.append(_unplaced(node, place))
            continue
        if not whole and any(source not in specs for source in place.sources):
            waiting.add(place.node)
            continue
        arriving = [specs[source] for source in place.sources]
        last = kept.get(place.node)
        if last is None or not _holds(last, node, place, arriving, scope):
            known = dict(scope) if node.uses_names else None
            if node.name in given and node.type == "Input":
                result: Step | Fault = _entrance(node, given[node.name])
            elif place.block is not None:
                result = _placed(node, place, known or {}, specs)
            else:
                result = _found(node, place, known or {}, specs)
            # What a placed block comes to also depends on the block, so it is asked anew each time.
            last = _Kept(node, known, arriving, place.inputs, result)
            if place.block is None:
                kept[place.node] = last
        result = last.result
        if isinstance(result, Fault):
            faults.append(result)
            continue
        steps.append(result)
        if result.copies:
            placed[place.node] = result
        for port, spec in result.outputs.items():
            specs[Source(place.node, port)] = spec
        for port, spec in result.weights.items():
            specs[Source(place.node, port)] = spec
    through = network.wiring["through"]
    if any(step.carried is not None for step in steps):
        inside = stepping or (not given and network.block_name is not None)  # a block looked at by itself
        steps, unjoined = join_states(network, steps, specs, through, inside=inside, whole=not faults)
        faults += unjoined
    for passed, origin in through.items():
        if origin in specs:
            specs |= {Source(passed, port.name): specs[origin] for port in network.output_ports(passed)}
    by_node = {step.node: step for step in steps}
    faults += [*_same_names(steps), *sharing_faults(steps, by_node)]
    return Plan(tuple(steps), tuple(faults), frozenset(waiting), by_node, specs)


def _left(network: Network, place: _Place, there: Callable[[Source], bool]) -> _Place | None:
    """A node among the wires that are left; None when one that it needs is not there."""
    inputs = {port: tuple(filter(there, sources)) for port, sources in place.inputs.items()}
    needed = {port.name for port in network.input_ports(place.node) if not port.optional}
    if any(not sources and port in needed for port, sources in inputs.items()):
        return None
    inputs = {port: sources for port, sources in inputs.items() if sources}
    return place._replace(inputs=inputs, sources=tuple(s for sources in inputs.values() for s in sources))


def _gives_nothing(node: Node, source: Source, placed: Mapping[int, Step]) -> Fault:
    """A block gives nothing at this port, for what it comes from is left out inside."""
    message = say(
        "{node} needs what {block} gives at {port}. Inside, that is left out: an input it comes from is not wired, or "
        "a node is muted.",
        node=node.name,
        block=placed[source.node].name,
        port=source.port,
    )
    return Fault(node.id, message)


def _entrance(node: Node, spec: TensorSpec) -> Step:
    """The Input node of a block: whatever arrives there."""
    layer = check_parameters(layer_type("Input"), {})
    return Step(node.id, node.name, layer, {}, {"y": spec}, None, Cost(), (), node.frozen)


def _placed(node: Node, place: _Place, scope: Mapping[str, Any], specs: Mapping[Source, TensorSpec]) -> Step | Fault:
    """Work out a node that places a block: its copies one after the other."""
    block = place.block
    assert block is not None
    arguments: dict[str, Any] = {}
    for name in (*block.parameters, *node.parameters):
        if name not in block.parameters:
            known = ", ".join(block.parameters) or "–"
            message = say("{type} has no parameter {name}. It has: {known}.", type=node.type, name=name, known=known)
            return Fault(node.id, message, parameter=name)
        try:
            arguments[name] = resolve(node.parameters.get(name, block.parameters[name]), scope)
        except ExpressionError as error:
            return Fault(node.id, error.message, parameter=name)
        if not isinstance(arguments[name], int | float):
            got = arguments[name]
            return Fault(
                node.id, say("{name} takes {wanted}. It got {got}.", name=name, wanted=say("a number"), got=got)
            )
    paths = _paths(node, scope)
    if isinstance(paths, Message):
        return Fault(node.id, paths, parameter="repeat")
    unscanned = must_scan(node, block)
    if unscanned is not None:
        return unscanned
    given = {port: specs[sources[0]] for port, sources in place.inputs.items()}
    states = starts(block)
    first = [port for port in given if port not in states]
    copies: list[Copy] = []
    outputs: dict[str, TensorSpec] = {}
    for path in paths:
        arriving, loop = given, None
        if node.scan is not None:
            walk = steps_of(node, given, scope, states)
            if isinstance(walk, Fault):
                return walk
            arriving, loop = walk
        inner = {port: spec for port, spec in arriving.items() if port not in states}
        body = plan_body(block, arguments, inner, stepping=loop is not None)
        if body.faults:
            cause = body.faults[0]
            where = block.node(cause.node).name
            message = say("Inside {block}, at {node}: {message}", block=node.type, node=where, message=cause.message)
            return Fault(node.id, message, inside=cause, copies=(*copies, Copy(path, body, loop)))
        outputs = {step.name: step.outputs["y"] for step in body.steps if step.is_exit}
        ends = list(outputs)
        if loop is not None:
            done = finished(node, body, loop, given)
            if isinstance(done, Fault):
                return done
            loop, outputs = done
        copies.append(Copy(path, body, loop))
        given = {**given, **{port: outputs[end] for port, end in zip(first, ends, strict=False)}}
    layer = (PlacedBlock if node.scan is None else PlacedScan)(block=node.type, arguments=arguments)
    cost = _own(_sum(copies), node)
    return Step(
        node.id, node.name, layer, place.inputs, outputs, None, cost, (), node.frozen, tuple(copies), **_stated(node)
    )


def _paths(node: Node, scope: Mapping[str, Any]) -> list[tuple[str, ...]] | Message:
    """The names of the copies of a block: ``b``; ``b.0``, ``b.1``; or ``layer1``, ``layer2``."""
    if node.repeat is None:
        return [(node.name,)]
    try:
        count = resolve(node.repeat, scope)
    except ExpressionError as error:
        return error.message
    if not isinstance(count, int) or not 1 <= count <= 10_000:
        wanted = say("{what} from {low} to {high}", what=say("a whole number"), low=1, high="10,000")
        return say("{name} takes {wanted}. It got {got}.", name="repeat", wanted=wanted, got=count)
    if node.copies == "inside":
        return [(node.name, str(number)) for number in range(count)]
    base = node.name.rstrip("0123456789")
    if base == node.name:
        return say(
            "Copies beside each other count on the number that ends the name: call {node} {node}1.", node=node.name
        )
    start = int(node.name[len(base) :])
    return [(f"{base}{start + number}",) for number in range(count)]


def _sum(copies: list[Copy]) -> Cost:
    """What all copies cost together."""
    costs = [(copy.body.totals, copy.times) for copy in copies]
    return Cost(
        Tally(sum(cost.parameters for cost, _ in costs)),
        Tally(sum(times * cost.multiply_adds for cost, times in costs)),
        sum(cost.buffers for cost, _ in costs),
    )


def _own(cost: Cost, node: Node) -> Cost:
    """What a node costs by itself: one that uses another's weights has none of its own."""
    return cost if node.share is None or node.average is not None else replace(cost, parameters=Tally(), buffers=0)


def _stated(node: Node) -> dict[str, Any]:
    """Whose weights a node uses or follows, how they start and learn, and how it works while it is frozen."""
    stated = {"frozen_mode": node.frozen_mode, "start": node.start, "rate": node.rate}
    if node.average is not None:
        return {**stated, "follows": node.share, "average": node.average}
    return {**stated, "share": node.share}


def _same_names(steps: list[Step]) -> list[Fault]:
    """The nodes whose copies would take the name of another node."""
    if not any(step.copies for step in steps):
        return []  # the names of nodes are different from each other
    taken: set[str] = set()
    faults = []
    for step in steps:
        for name in sorted({copy.path[0] for copy in step.copies} or {step.name}):
            if name in taken:
                faults.append(Fault(step.node, say("There is already a node called {name}.", name=name)))
            taken.add(name)
    return faults


def _places(network: Network) -> list[_Place]:
    """The nodes in execution order with what is wired to them; worked out anew only when a wire or a type changed."""
    if "places" not in network.wiring:
        through, silent = _left_out(network)
        network.wiring["through"] = through
        network.wiring["places"] = [
            _place(network, identity, through, silent)
            for identity in network.order()
            if identity not in through and identity not in silent
        ]
    return network.wiring["places"]  # type: ignore[no-any-return]


def _left_out(network: Network) -> tuple[dict[int, Source], set[int]]:
    """What takes no part: for every bypassed node the source whose value it hands on; and the muted nodes, with those
    that cannot do without them."""
    through: dict[int, Source] = {}
    silent: set[int] = set()
    if all(node.mode == "works" for node in network):
        return through, silent
    for identity in network.order():
        node, wires = network.node(identity), network.wires_into(identity)
        ports = network.input_ports(identity)
        if node.mode == "bypassed" and ports and not arrives_later(node, ports[0].name):
            first = next((wire for wire in wires if wire.target_port == ports[0].name), None)
            if first is not None and first.source not in silent:
                through[identity] = through.get(first.source, Source(first.source, first.source_port))
                continue
        lacking = any(
            arriving and not port.optional and all(wire.source in silent for wire in arriving)
            for port in ports
            if (arriving := [wire for wire in wires if wire.target_port == port.name]) is not None
        )
        if node.mode != "works" or lacking:
            silent.add(identity)
    return through, silent


def _place(network: Network, identity: int, through: Mapping[int, Source], silent: set[int]) -> _Place:
    wired: dict[str, tuple[Source, ...]] = {}
    for wire in network.wires_into(identity):
        if wire.source not in silent:
            source = through.get(wire.source, Source(wire.source, wire.source_port))
            wired[wire.target_port] = (*wired.get(wire.target_port, ()), source)
    kind, block = network.layer_class(identity), network.block_of(identity)
    if kind is None and block is None:
        return _Place(identity, None, None, wired, (), None)
    ports = network.input_ports(identity)
    wired = {port: sources for port, sources in wired.items() if kind is not State or port != NEXT}
    inputs = {port.name: wired[port.name] for port in ports if port.name in wired}
    missing = next((port.name for port in ports if port.name not in wired and not port.optional), None)
    sources = tuple(source for arriving in inputs.values() for source in arriving)
    return _Place(identity, kind, block, inputs, sources, missing)


def _unplaced(node: Node, place: _Place) -> Fault:
    if place.kind is None and place.block is None:
        try:
            layer_type(node.type)
        except UnknownLayer as error:
            return Fault(node.id, error.message)
    one = place.kind is not None and sum(not port.quiet for port in place.kind.inputs) == 1
    return Fault(node.id, _nothing_arrives(node, place.missing or "", one), port=place.missing or "")


_DECIDING = ("key", "name", "frozen", "frozen_mode", "start", "rate")
"""What of a node goes into its step."""


def _holds(last: _Kept, node: Node, place: _Place, arriving: list[TensorSpec], scope: Mapping[str, Any]) -> bool:
    """Whether what was found the last time is what would be found now."""
    if last.node is not node and any(getattr(last.node, name) != getattr(node, name) for name in _DECIDING):
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
    outcome = work_out(Asked(node, place.kind, scope, arriving))
    if outcome.fault is not None or outcome.layer is None:
        message, port, parameter, shape = outcome.fault or (say("This node cannot be worked out."), "", "", None)
        return Fault(node.id, message, port, parameter, shape)
    step = Step(
        node.id,
        node.name,
        outcome.layer,
        place.inputs,
        outcome.outputs,
        outcome.call,
        _own(outcome.cost, node),
        outcome.arithmetic,
        node.frozen,
        weights=outcome.weights,
        **_stated(node),
    )
    return carried(step) if place.kind is State else step


def _nothing_arrives(node: Node, port: str, one: bool) -> Message:
    if one:
        return say("{node} needs an input. Drag a wire to it from the layer before.", node=node.name)
    return say("{node} needs a wire at {port}.", node=node.name, port=port)
