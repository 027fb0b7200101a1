"""The plan: what the drawing means, worked out without torch. Shapes, costs, problems, code and programs are read from
it.

A node's outcome depends on its type, its resolved parameters and the specs that arrive; that is the key it is
remembered under, so planning again after an edit only works out what the edit reached.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from types import MappingProxyType
from typing import Any, NamedTuple

from graphs.catalogue import UnknownLayer, check_parameters, layer_type
from graphs.expressions import ExpressionError, resolve
from graphs.layer import Cost, Tally
from graphs.layers.scan import State
from graphs.meaning import Copy, Fault, PlacedBlock, PlacedScan, Plan, Source, Step
from graphs.memory import collecting_later
from graphs.message import Message, say
from graphs.network import Network, Node
from graphs.outcome import Form, Outcome, form_of
from graphs.ports import may_be_missing
from graphs.scanning import carried, finished, join_states, must_scan, starts, steps_of
from graphs.sharing import sharing_faults
from graphs.tensors import TensorSpec
from graphs.wired import WiredNode, passed_by, wired_nodes


class _Held(NamedTuple):
    """What was found at a node the last time, and for which node, scope and bodies of its block it holds.

    ``given`` is what left its ports. ``form`` remembers what such a layer comes to, ``others`` what was found here,
    with other sizes: an edit taken back, or a number drawn to and fro, finds them again.
    """

    node: Node
    place: WiredNode
    scope: Mapping[str, Any] | None
    arriving: list[TensorSpec]
    result: Step | Fault
    given: Mapping[Source, TensorSpec] = MappingProxyType({})
    form: Form | None = None
    outcome: Outcome | None = None
    others: dict[int, Any] | None = None
    bodies: Mapping[Any, Plan] | None = None


_MOST_BODIES = 256
"""So many ways in which a block is placed are remembered."""


def plan(network: Network, instead: Mapping[int, Node] | None = None) -> Plan:
    """Work out shapes, calls and costs of a network; faults are part of the result, never raised.

    ``instead`` puts changed nodes in the place of drawn ones, to try a change without making it.
    """
    last = network.kept.get("plan", {})
    if instead:
        return _planned(network, last, network.parameters, {}, instead)[0]
    if "plan" not in network.memo:
        with collecting_later(len(network) - len(last)):
            whole, network.kept["plan"] = _planned(network, last, network.parameters, {})
        if not whole.faults:
            whole = replace(whole, faults=tuple(_faults_without(network)))
        network.memo["plan"] = whole
    return network.memo["plan"]  # type: ignore[no-any-return]


def plans_without(network: Network) -> dict[frozenset[str], Plan]:
    """The plans of a network without its optional Inputs: without each of them, without each pair, and so on."""
    if "without" not in network.memo:
        names = [node.name for node in network.by_id.values() if node.type == "Input" and may_be_missing(node)]
        groups = [frozenset(group) for size in range(1, len(names) + 1) for group in combinations(sorted(names), size)]
        last = network.kept.get("plan", {})
        network.memo["without"] = {
            group: _planned(network, last, network.parameters, {}, without=group)[0] for group in groups[:_MOST_GROUPS]
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
    bodies, last = block.memo.setdefault("bodies", {}), block.kept.setdefault("bodies", {})
    key = (tuple(sorted(arguments.items())), tuple(sorted(given.items())), stepping)
    if key not in bodies:
        if len(last) > _MOST_BODIES:
            last.clear()
        bodies[key], last[key] = _planned(
            block, last.get(key, {}), {**arguments, **given}, given, stepping=stepping,
            without=frozenset(
                n.name for n in block.by_id.values() if n.type == "Input" and may_be_missing(n) and n.name not in given
            ),
        )  # fmt: skip
    return bodies[key]  # type: ignore[no-any-return]


def _planned(
    network: Network,
    before: Mapping[int, _Held],
    scope: Mapping[str, Any],
    given: Mapping[str, TensorSpec],
    instead: Mapping[int, Node] | None = None,
    *,
    stepping: bool = False,
    without: frozenset[str] = frozenset(),
) -> tuple[Plan, dict[int, _Held]]:
    """Plan a network, taking over what still holds of what was found ``before``; with what to take over next time.

    What was found at a node holds while the node, its wires and what arrives are the same. ``fresh`` collects the
    outputs that are not what they were: only who reads one of them is looked at again.
    """
    steps: list[Step] = []
    gone: set[int] = set()  # left out, because an Input they need is
    placed: dict[int, Step] = {}
    faults: list[Fault] = []
    waiting: set[int] = set()
    specs: dict[Source, TensorSpec] = {}
    held: dict[int, _Held] = {}
    fresh: set[Source] = set()
    nodes = network.by_id
    nodes.update(instead or {})
    for place in wired_nodes(network):
        node, last = nodes[place.node], before.get(place.node)
        if without and node.type == "Input" and node.name in without:
            gone.add(node.id)
            fresh.update(last.given if last is not None else ())
            continue
        if last is None or not _still_holds(last, node, place, scope, fresh):
            found = _looked_at(network, node, place, last, scope, given, specs, gone, placed, faults, waiting, without)
            was: Mapping[Source, TensorSpec] = last.given if last is not None else {}
            now: Mapping[Source, TensorSpec] = found.given if found is not None else {}
            if was is not now:
                fresh.update([source for source, spec in now.items() if was.get(source) != spec])
                fresh.update(was.keys() - now.keys())
            if found is None:
                continue
            last = found
        held[place.node] = last
        result = last.result
        if isinstance(result, Fault):
            faults.append(result)
            continue
        steps.append(result)
        if result.copies:
            placed[place.node] = result
        specs.update(last.given)
    through = passed_by(network)
    if any([step.carried is not None for step in steps]):
        inside = stepping or (not given and network.block_name is not None)  # a block looked at by itself
        steps, unjoined = join_states(network, steps, specs, through, inside=inside, whole=not faults)
        faults += unjoined
    for passed, origin in through.items():
        if origin in specs:
            specs |= {Source(passed, port.name): specs[origin] for port in network.output_ports(passed)}
    by_node = {step.node: step for step in steps}
    faults += [*_same_names(steps), *sharing_faults(steps, by_node)]
    return Plan(tuple(steps), tuple(faults), frozenset(waiting), by_node, specs), held


def _still_holds(last: _Held, node: Node, place: WiredNode, scope: Mapping[str, Any], fresh: set[Source]) -> bool:
    """Whether what was found at a node the last time is what would be found now, without looking closer."""
    return (
        last.node is node
        and last.place is place
        and fresh.isdisjoint(place.sources)
        and (last.scope is None or last.scope == scope)
        and (place.block is None or last.bodies is place.block.memo.get("bodies", ()))
    )


def _looked_at(
    network: Network,
    node: Node,
    place: WiredNode,
    last: _Held | None,
    scope: Mapping[str, Any],
    given: Mapping[str, TensorSpec],
    specs: Mapping[Source, TensorSpec],
    gone: set[int],
    placed: Mapping[int, Step],
    faults: list[Fault],
    waiting: set[int],
    without: frozenset[str],
) -> _Held | None:
    """Look at a node that something happened to or before; None for one that waits, is left out or gets nothing."""
    whole = not gone and all(map(specs.__contains__, place.sources))
    if not whole:
        hollow = {s for s in place.sources if s not in specs and s.node in placed}
        if hollow and not without:
            faults.append(_gives_nothing(node, min(hollow), placed))
            return None
        if hollow or not gone.isdisjoint(s.node for s in place.sources):
            left = place.with_only(network, lambda source: source.node not in gone and source not in hollow)
            if left is None:
                gone.add(node.id)
                return None
            place = left
    if (place.kind is None and place.block is None) or place.missing is not None:
        return _Held(node, place, None, [], _unplaced(node, place))
    if not whole and any(source not in specs for source in place.sources):
        waiting.add(place.node)
        return None
    arriving = [specs[source] for source in place.sources]
    same = last is not None and last.node is node and last.place is place
    if last is not None and not same and _holds(last, node, place, arriving, scope):
        return last._replace(node=node)
    known = dict(scope) if node.uses_names else None
    form = others = bodies = None
    if node.name in given and node.type == "Input":
        result: Step | Fault = _entrance(node, given[node.name])
    elif place.kind is None:
        result = _placed(node, place, known or {}, specs)
        bodies = place.block.memo.get("bodies") if place.block is not None else None
    else:
        if last is not None and same and last.form is not None and last.others is not None and last.scope == known:
            form, others, before = last.form, last.others, last.result
        else:
            form, others, before = form_of(node, place.kind, known or {}), {}, None
        outcome = form.comes_to(_arrives(place, specs))
        other = others.get(id(outcome))
        if other is not None and other.outcome is outcome:
            return other  # type: ignore[no-any-return]
        result = _found(node, place, outcome, before)
        found = _Held(node, place, known, arriving, result, _leaves(result), form, outcome, others)
        if len(others) >= _MOST_OTHERS:
            others.clear()
        others[id(outcome)] = found
        return found
    return _Held(node, place, known, arriving, result, _leaves(result), bodies=bodies)


_MOST_OTHERS = 2
"""More would be more memory than a processor keeps near, in a network of many nodes."""


def _leaves(result: Step | Fault) -> Mapping[Source, TensorSpec]:
    """What leaves the ports of a node."""
    if isinstance(result, Fault):
        return {}
    found = {Source(result.node, port): spec for port, spec in result.outputs.items()}
    for port, spec in result.weights.items():
        found[Source(result.node, port)] = spec
    return found


def _arrives(place: WiredNode, specs: Mapping[Source, TensorSpec]) -> tuple[Any, ...]:
    """What arrives at the ports of a layer, as its form is asked."""
    return tuple(
        [
            (name, tuple([specs[source] for source in sources]) if many else specs[sources[0]])
            for name, many, sources in place.slots
        ]
    )


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


def _placed(node: Node, place: WiredNode, scope: Mapping[str, Any], specs: Mapping[Source, TensorSpec]) -> Step | Fault:
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
    before: tuple[Mapping[str, TensorSpec], Plan] | None = None
    for path in paths:
        arriving, loop = given, None
        if node.scan is not None:
            walk = steps_of(node, given, scope, states)
            if isinstance(walk, Fault):
                return walk
            arriving, loop = walk
        inner = {port: spec for port, spec in arriving.items() if port not in states}
        if before is not None and before[0] == inner and loop is None:
            copies.append(Copy(path, before[1]))
            continue  # what leaves this copy is what left the one before
        body = plan_body(block, arguments, inner, stepping=loop is not None)
        before = inner, body
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


def _unplaced(node: Node, place: WiredNode) -> Fault:
    if place.kind is None and place.block is None:
        try:
            layer_type(node.type)
        except UnknownLayer as error:
            return Fault(node.id, error.message)
    one = place.kind is not None and sum(not port.quiet for port in place.kind.inputs) == 1
    return Fault(node.id, _nothing_arrives(node, place.missing or "", one), port=place.missing or "")


_DECIDING = ("key", "name", "frozen", "frozen_mode", "start", "rate")
"""What of a node goes into its step."""


def _holds(last: _Held, node: Node, place: WiredNode, arriving: list[TensorSpec], scope: Mapping[str, Any]) -> bool:
    """Whether what was found the last time is what would be found now: another node may be there that works alike."""
    if place.block is not None or last.place is not place:
        return False
    if last.node is not node and any(getattr(last.node, name) != getattr(node, name) for name in _DECIDING):
        return False
    return last.arriving == arriving and (last.scope is None or last.scope == scope)


def _found(node: Node, place: WiredNode, outcome: Outcome, before: Step | Fault | None) -> Step | Fault:
    """A node with what it comes to: a step, or the fault that keeps it from being one. ``before`` is what the same
    node among the same wires was with other sizes."""
    if outcome.fault is not None or outcome.layer is None:
        message, port, parameter, shape = outcome.fault or (say("This node cannot be worked out."), "", "", None)
        return Fault(node.id, message, port, parameter, shape)
    cost = _own(outcome.cost, node)
    if isinstance(before, Step) and before.carried is None and place.kind is not State:
        return before.with_sizes(
            outcome.layer, outcome.outputs, outcome.call, cost, outcome.arithmetic, outcome.weights
        )
    step = Step(
        node.id,
        node.name,
        outcome.layer,
        place.inputs,
        outcome.outputs,
        outcome.call,
        cost,
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
