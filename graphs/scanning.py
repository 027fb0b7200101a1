"""A block that runs once per time step: what arrives in one step, what leaves after all of them, and what its States
carry from step to step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from graphs.elements import NEXT, STATE, Node, Scan
from graphs.expressions import ExpressionError, resolve
from graphs.layer import Proposal, ShapeError
from graphs.layers.input_output import kind_of
from graphs.layers.scan import State
from graphs.layers.sentences import get_both, gets, is_float
from graphs.meaning import Carried, Copy, Fault, Fix, Loop, Plan, Source, Step
from graphs.message import Message, say
from graphs.network import Network
from graphs.scan_edits import SetScan
from graphs.tensors import Dim, Kind, TensorSpec

_STEP = {
    Kind.SEQUENCE: Kind.FEATURES,
    Kind.TOKENS: Kind.INDEX,
    Kind.VOLUME: Kind.IMAGE,
    Kind.SIGNAL: Kind.FEATURES,
    Kind.MASK: Kind.MASK,
    Kind.BOXES: Kind.FEATURES,
    Kind.POINTS: Kind.FEATURES,
}
_ROW = {Kind.FEATURES: Kind.SEQUENCE, Kind.INDEX: Kind.TOKENS, Kind.IMAGE: Kind.VOLUME, Kind.MASK: Kind.MASK}


def time_axis(spec: TensorSpec) -> int | None:
    """Where the time steps of a tensor lie, the batch being axis 0; None where it has none."""
    if spec.kind in (Kind.VOLUME, Kind.SIGNAL):
        return 2  # the channels come first
    return 1 if spec.dims and (spec.kind in _STEP or spec.kind is Kind.TENSOR) else None


def one_step(spec: TensorSpec) -> TensorSpec:
    """What is left of a tensor in one of its time steps: features of a sequence, a token of tokens, an image of a
    clip."""
    axis = time_axis(spec)
    assert axis is not None
    dims = (*spec.dims[: axis - 1], *spec.dims[axis:])
    kind = _STEP.get(spec.kind) or kind_of(len(dims))
    return TensorSpec(Kind.TENSOR if kind is Kind.INDEX and is_float(spec) else kind, dims, spec.dtype)


def stack_axis(spec: TensorSpec) -> int:
    """Along which axis the values of all steps are put together, the batch being axis 0."""
    return 2 if spec.kind is Kind.IMAGE else 1 if spec.batched else 0


def over_time(spec: TensorSpec, length: Dim) -> TensorSpec:
    """All steps of a value put together: features give a sequence, tokens a row of tokens, images a clip."""
    place = stack_axis(spec) - 1
    return TensorSpec(
        _ROW.get(spec.kind, Kind.TENSOR), (*spec.dims[:place], length, *spec.dims[place:]), spec.dtype, spec.batched
    )


def steps_of(
    node: Node, given: Mapping[str, TensorSpec], scope: Mapping[str, Any], states: frozenset[str]
) -> tuple[dict[str, TensorSpec], Loop] | Fault:
    """What arrives in one step of a scan, and how it walks through time; ``states`` are the ports of given starts."""
    scan = node.scan
    assert scan is not None
    each: list[tuple[str, int]] = []
    inner = dict(given)
    stale = next((port for port in scan.constant if port not in given or port in states), None)
    if stale is not None:
        message = say("{node} has no input called {port} to keep the same in every step.", node=node.name, port=stale)
        left = tuple(port for port in scan.constant if port != stale)
        return Fault(node.id, message, fixes=(Fix(say("Forget {port}", port=stale), _set(node, constant=left)),))
    for port, spec in given.items():
        if port == scan.lengths:
            wrong = _no_lengths(node, port, spec)
            if wrong is not None:
                return wrong
        if port in scan.constant or port in states or (port == scan.lengths and spec.kind is Kind.INDEX):
            continue
        axis = time_axis(spec)
        if axis is None or not spec.batched:
            return _without_time(node, scan, port, spec)
        each.append((port, axis))
        inner[port] = one_step(spec)
    lengths = {port: given[port].dims[axis - 1] for port, axis in each}
    if len(set(lengths.values())) > 1:
        return _two_lengths(node, scan, lengths)
    steps = _count(node, scan, scope)
    if isinstance(steps, Fault):
        return steps
    if not each and steps is None:
        return Fault(
            node.id,
            say("Nothing arrives at {node} step by step, so it does not know how many steps to take.", node=node.name),
            parameter="steps",
            fixes=(Fix(say("Set {parameter} to {value}", parameter="steps", value=10), _set(node, steps=10)),),
        )
    length = lengths[each[0][0]] if each else steps
    assert length is not None
    return inner, Loop(tuple(each), length, steps, scan.reverse, lengths=scan.lengths if scan.lengths in given else "")


def _set(node: Node, **changes: Any) -> SetScan:
    assert node.scan is not None
    return SetScan(node.id, replace(node.scan, **changes))


def _whole(node: Node, port: str) -> Fix:
    """All of what arrives at a port goes into every step."""
    assert node.scan is not None
    title = say("Give all of {port} to every step of {node}", port=port, node=node.name)
    return Fix(title, _set(node, constant=(*node.scan.constant, port)))


def _no_lengths(node: Node, port: str, spec: TensorSpec) -> Fault | None:
    """The fault of what arrives as lengths and says of no step whether it is real."""
    assert node.scan is not None
    if spec.batched and (spec.kind is Kind.INDEX or (spec.kind is Kind.MASK and len(spec.dims) == 1)):
        if port not in node.scan.constant or spec.kind is Kind.INDEX:
            return None
        left = tuple(name for name in node.scan.constant if name != port)
        fixes = (Fix(say("Give one step of {port} at a time", port=port), _set(node, constant=left)),)
    else:
        fixes = (Fix(say("Let every step of {node} count", node=node.name), _set(node, lengths="")),)
    expected = say(
        "{port} tells {node} which steps are real: one whole number for each example, or a mask with yes or no for "
        "each step.", port=port, node=node.name,
    )  # fmt: skip
    return Fault(node.id, say("{expected} {got}", expected=expected, got=gets(spec)), port=port, fixes=fixes)


def _without_time(node: Node, scan: Scan, port: str, spec: TensorSpec) -> Fault:
    message = say("{node} takes {port} step by step, so it has to have time steps.", node=node.name, port=port)
    return Fault(
        node.id, say("{expected} {got}", expected=message, got=gets(spec)), port=port, fixes=(_whole(node, port),)
    )


def _two_lengths(node: Node, scan: Scan, lengths: Mapping[str, Dim]) -> Fault:
    told = ", ".join(f"{port} {length}" for port, length in lengths.items())
    message = say(
        "{node} takes one step of each input at a time, so all have to have as many: {lengths}.",
        node=node.name,
        lengths=told,
    )
    first = next(iter(lengths))
    other = next(port for port in lengths if lengths[port] != lengths[first])
    return Fault(node.id, message, port=other, fixes=(_whole(node, other),))


def _count(node: Node, scan: Scan, scope: Mapping[str, Any]) -> int | Fault | None:
    try:
        steps = resolve(scan.steps, scope)
    except ExpressionError as error:
        return Fault(node.id, error.message, parameter="steps", fixes=(_no("steps", node),))
    if steps is None or (isinstance(steps, int) and not isinstance(steps, bool) and 1 <= steps <= 100_000):
        return steps
    wanted = say("{what} from {low} to {high}", what=say("a whole number"), low=1, high="100,000")
    message = say("{name} takes {wanted}. It got {got}.", name="steps", wanted=wanted, got=steps)
    return Fault(node.id, message, parameter="steps", fixes=(_no("steps", node),))


def _no(setting: str, node: Node) -> Fix:
    return Fix(say("Set {name} back to its default", name=setting), _set(node, **{setting: None}))


def finished(
    node: Node, body: Plan, loop: Loop, given: Mapping[str, TensorSpec]
) -> tuple[Loop, dict[str, TensorSpec]] | Fault:
    """What leaves a scan: every Output over time and the last value of every State; and how the loop ends."""
    assert node.scan is not None
    outputs: dict[str, TensorSpec] = {}
    for step in body.steps:
        if step.is_exit:
            spec = step.outputs["y"]
            if not spec.batched:
                reason = say("A loss or metric of a scan stands behind it, where all steps are together.")
                message = say("{output} gives {what}", output=step.name, what=say("one number for the whole batch"))
                return Fault(node.id, say("{first}. {then}", first=message, then=reason))
            outputs[step.name] = over_time(spec, loop.length)
    for step in body.steps:
        if step.carried is not None:
            outputs[step.name] = step.outputs["y"]
            arrives = given.get(step.name) if step.carried.given else None
            if arrives is not None:
                wrong = _wrong_start(node, step, arrives)
                if wrong is not None:
                    return Fault(node.id, wrong[0], port=step.name, shape=wrong[1])
    if node.scan.end is None:
        return loop, outputs
    tokens = [s.name for s in body.steps if s.is_exit and s.outputs["y"].kind is Kind.INDEX]
    if not tokens:
        message = say("{node} ends on a token, but no Output in it gives tokens.", node=node.name)
        return Fault(node.id, message, parameter="end", fixes=(_no("end", node),))
    return replace(loop, end=(tokens[0], node.scan.end)), outputs


def _wrong_start(node: Node, step: Step, arrives: TensorSpec) -> tuple[Message, ShapeError] | None:
    """What is wrong with a given start of a State, in words and with a layer that makes it fit."""
    spec = step.outputs["y"]
    if (spec.kind, spec.dims, spec.dtype) == (arrives.kind, arrives.dims, arrives.dtype) and arrives.batched:
        return None
    expected = say("{state} of {node} starts with {shape}.", state=step.name, node=node.name, shape=spec.text)
    fixes: tuple[Proposal, ...] = ()
    if spec.kind is arrives.kind is Kind.FEATURES and is_float(arrives):
        size = spec.features
        title = say("Put {type} ({parameters}) in between", type="Linear", parameters=f"out_features={size}")
        fixes = (Proposal(title, insert=(("Linear", {"out_features": size}),), port=step.name),)
    hint = say("The start of a State has to have its shape.")
    error = ShapeError(step.name, expected, get_both(spec, arrives), hint, fixes)
    return say("{expected} {got} {hint}", expected=expected, got=get_both(spec, arrives), hint=hint), error


def carried(step: Step) -> Step:
    """The step of a State: nothing runs there; a value is there when a time step begins."""
    state = step.layer
    assert isinstance(state, State)
    fill = state.value if state.initial == "value" else 0.0
    return replace(step, call=None, inputs={}, carried=Carried(step.call, state.initial == "given", fill))


def join_states(
    network: Network,
    steps: list[Step],
    specs: Mapping[Source, TensorSpec],
    through: Mapping[int, Source],
    *,
    inside: bool,
    whole: bool,
) -> tuple[list[Step], list[Fault]]:
    """Give every State the value it has in the next step, or say why it has none.

    ``through`` are the sources behind bypassed nodes. Where the plan is ``whole``, a source that gives nothing is left
    out of the drawing, as a muted node is.
    """
    joined: list[Step] = []
    faults: list[Fault] = []
    for step in steps:
        if step.carried is None:
            joined.append(step)
            continue
        wires = network.wires_into(step.node, NEXT)
        source = through.get(wires[0].source, Source(wires[0].source, wires[0].source_port)) if wires else None
        source = None if whole and source not in specs else source
        joined.append(replace(step, carried=replace(step.carried, next=source)))
        fault = None if inside else _outside(step)
        if fault is None and source is None:
            message = say("{node} has no next value. Wire what it shall be in the next step to its {port}.",
                          node=step.name, port=NEXT)  # fmt: skip
            fault = Fault(step.node, message, port=NEXT)
        if fault is None and source is not None and source in specs:
            assert isinstance(step.layer, State)
            try:
                step.layer.returns(step.outputs["y"], specs[source])
            except ShapeError as error:
                message = say("{expected} {got} {hint}", expected=error.expected, got=error.got, hint=error.hint)
                fault = Fault(step.node, message, port=NEXT, shape=error)
        if fault is not None:
            faults.append(fault)
    return joined, faults


def _outside(step: Step) -> Fault:
    message = say(
        "{node} carries a value from one time step to the next, so it belongs in a block that runs as a scan. Make a "
        "block of it and of what it is wired to.",
        node=step.name,
    )
    return Fault(step.node, message)


def must_scan(node: Node, block: Network) -> Fault | None:
    """The fault of a block with States that is placed without time steps, or whose lengths arrive nowhere."""
    lengths = node.scan.lengths if node.scan is not None else ""
    if lengths and not any(one.type == "Input" and one.name == lengths for one in block):
        message = say("{node} has no input called {port} that says how long each example is.", node=node.name,
                      port=lengths)  # fmt: skip
        return Fault(
            node.id,
            message,
            fixes=(Fix(say("Let every step of {node} count", node=node.name), _set(node, lengths="")),),
        )
    state = next((one.name for one in block if one.type == STATE), None)
    if node.scan is not None or state is None:
        return None
    message = say("{node} holds {state}, a State: it has to run once per time step.", node=node.name, state=state)
    title = say("Run {node} once per time step", node=node.name)
    return Fault(node.id, message, fixes=(Fix(title, SetScan(node.id, Scan())),))


def starts(block: Network) -> frozenset[str]:
    """The names of the States of a block whose start is given from outside."""
    return frozenset(n.name for n in block if n.type == STATE and n.parameters.get("initial") == "given")


def live_states(body: Plan, wanted: tuple[Source, ...]) -> tuple[Step, ...]:
    """The States that these values depend on, through any number of time steps."""
    live: tuple[Step, ...] = ()
    while True:
        sources = (*wanted, *(s.carried.next for s in live if s.carried and s.carried.next))
        found = tuple(step for step in body.needed(sources) if step.carried is not None)
        if len(found) == len(live):
            return found
        live = found


def ends_of(body: Plan) -> tuple[Source, ...]:
    """All that a block works for: its Outputs, and what its States become."""
    nexts = (step.carried.next for step in body.steps if step.carried is not None)
    exits = (Source(step.node, "y") for step in body.steps if step.is_exit)
    return (*exits, *(source for source in nexts if source is not None))


def outlets(copy: Copy) -> dict[str, Source]:
    """What one copy of a block gives, by name: its Outputs, and the last values of its States."""
    found = {step.name: Source(step.node, "y") for step in copy.body.steps if step.is_exit}
    last = {step.name: Source(step.node, LAST) for step in copy.body.steps if step.carried is not None}
    return found | last


LAST = "last"
"""The port of a State that stands for its value after the last step."""
