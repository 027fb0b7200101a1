"""What is wrong with a drawing, in words, with changes that would mend it; and advice about what is not wrong but
unwise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from graphs.block_edits import Inside
from graphs.edits import AddNode, Batch, Connect, Disconnect, Edit, RemoveNode, ReplaceType, SetParameter, Unset
from graphs.layer import Family, Proposal
from graphs.meaning import Fault, Fix, Plan, Source
from graphs.message import Message, say
from graphs.network import Network, Node, Wire
from graphs.planning import plan
from graphs.players import chosen_nodes
from graphs.recipe import Player

GRID = 24.0


@dataclass(frozen=True)
class Diagnostic:
    """A problem, or a piece of advice, at a node: what was expected and what came, what follows from it, and what
    mends it.

    ``reason`` says why there is no one-click fix when ``fixes`` is empty. Advice names its ``rule``, the ``block``
    whose node is meant (empty: the network itself), and whether a person has ``hidden`` it.
    """

    node: int
    message: Message
    port: str = ""
    parameter: str = ""
    expected: Message | None = None
    got: Message | None = None
    consequence: Message | None = None
    fixes: tuple[Fix, ...] = ()
    reason: Message | None = None
    rule: str = ""
    block: str = ""
    hidden: bool = False

    @property
    def text(self) -> str:
        """The sentence in English."""
        return str(self.message)


def diagnose(network: Network) -> list[Diagnostic]:
    """Everything that keeps the drawing from being a network, in execution order; ``[]`` when nothing is wrong."""
    if "diagnostics" in network.memo:
        return list(network.memo["diagnostics"])
    meaning = plan(network)
    found = [*_strays(network), *(_diagnostic(network, meaning, fault) for fault in meaning.faults)]
    network.memo["diagnostics"] = tuple(found)
    return found


def _strays(network: Network) -> list[Diagnostic]:
    """The wires at ports that have gone: a block lost an input, or a layer became another type."""
    if "strays" not in network.wiring:
        ports = {(node.type, inputs): network.ports_of(node.type, inputs=inputs)
                 for node in network for inputs in (True, False)}  # fmt: skip
        names = {key: None if known is None else {port.name for port in known} for key, known in ports.items()}
        found = []
        for wire in network.wires:
            ends = ((wire.source, wire.source_port, False), (wire.target, wire.target_port, True))
            for identity, port, inputs in ends:
                known = names[network.node(identity).type, inputs]
                if known is not None and port not in known:
                    found.append(_stray(network, wire, identity, port, inputs))
        network.wiring["strays"] = tuple(found)
    return list(network.wiring["strays"])


def _stray(network: Network, wire: Wire, node: int, port: str, inputs: bool) -> Diagnostic:
    name = network.node(node).name
    message = (
        say("{node} has no input called {port}.", node=name, port=port)
        if inputs
        else say("{node} has no output called {port}.", node=name, port=port)
    )
    ends = (network.node(wire.source).name, network.node(wire.target).name)
    return Diagnostic(
        node, message, port, fixes=(Fix(say("Cut {a} from {b}", a=ends[0], b=ends[1]), Disconnect(wire)),)
    )


def diagnose_players(network: Network, players: tuple[Player, ...]) -> list[Diagnostic]:
    """What keeps the players from training: no loss to minimise, a loss or a node that is gone, nothing that can
    move."""
    meaning = plan(network)
    if meaning.faults:
        return []
    found: list[Diagnostic] = []
    losses = {s.node for s in meaning.steps if s.layer.family is Family.LOSS}
    last = meaning.steps[-1].node if meaning.steps else 0
    if not losses:
        message = say(
            "Training needs a loss. Put one after the last layer, for example CrossEntropyLoss for classes or "
            "MSELoss for numbers."
        )
        found.append(Diagnostic(last, message, reason=say("Which loss fits depends on the task.")))
        return found
    for player in players:
        for node in (*player.losses, *player.moves):
            if node not in network:
                message = say(
                    "Player {name} names a node that is no longer there. Choose again in the recipe.", name=player.name
                )
                found.append(Diagnostic(last, message))
        if any(frame not in network.frames for frame in player.frames):
            gone = say(
                "Player {name} names a frame that is no longer there. Choose again in the recipe.", name=player.name
            )
            found.append(Diagnostic(last, gone))
        wanted = tuple(Source(n, "y") for n in (player.losses or tuple(sorted(losses))) if n in meaning.by_node)
        owners = {step.node if step.share is None else step.share for step in meaning.needed(wanted)}
        chosen = chosen_nodes(network, player)
        movable = [
            step
            for step in meaning.steps
            if step.node in owners and step.totals.trainable and (chosen is None or step.node in chosen)
        ]
        if not movable:
            message = say(
                "Player {name} has no weights to move: every layer before its loss is frozen or has none.",
                name=player.name,
            )
            found.append(Diagnostic(wanted[0].node if wanted else last, message))
    return found


def diagnose_body(block: Network, meaning: Plan) -> list[Diagnostic]:
    """What is wrong inside one copy of a block, whose plan ``meaning`` is; fixes are edits of the block."""
    return [_diagnostic(block, meaning, fault, copy=True) for fault in meaning.faults]


def _inner(network: Network, fault: Fault) -> tuple[Fix, ...]:
    """What mends the fault in the block that a node places: edits there, which every copy follows."""
    block = network.block_of(fault.node)
    if block is None or not fault.copies:
        return ()
    name = network.node(fault.node).type
    inner = diagnose_body(block, fault.copies[-1].body)
    return tuple(Fix(fix.title, Inside(name, fix.edit)) for fix in inner[0].fixes) if inner else ()


def _diagnostic(network: Network, meaning: Plan, fault: Fault, *, copy: bool = False) -> Diagnostic:
    consequence = None
    after = len(network.descendants(fault.node) & meaning.waiting)
    if after:
        consequence = say("Nothing after it has a shape yet ({n} nodes).", n=after)
    fixes: list[Fix] = []
    expected = got = reason = None
    message = fault.message
    if fault.fixes:
        fixes = list(fault.fixes)
    elif fault.shape is not None:
        expected = fault.shape.expected
        got = (
            fault.shape.got if isinstance(fault.shape.got, Message) else say("It gets {got}.", got=fault.shape.got.text)
        )
        upstream = [] if copy else _upstream_fixes(network, fault)
        if upstream:
            way = _sizes_on_the_way(network, meaning, fault)
            message = say("{message} On the way: {sizes}.", message=message, sizes=way) if way else message
        fixes = [*upstream, *(_from_proposal(network, fault, proposal) for proposal in fault.shape.fixes)]
        if not fixes:
            reason = fault.shape.hint or say(
                "No single change mends this; follow the shapes back to where they differ."
            )
    elif fault.parameter:
        fixes = [
            Fix(
                say("Set {name} back to its default", name=fault.parameter),
                SetParameter(fault.node, fault.parameter, Unset.DEFAULT),
            )
        ]
        mended = _with(network.node(fault.node), {fault.parameter: Unset.DEFAULT})
        # Another fault further on may come to light; that one speaks for itself.
        if not copy and fault.node in {other.node for other in plan(network, {fault.node: mended}).faults}:
            fixes, reason = [], say("This parameter has no usable default; it must be chosen.")
    elif fault.inside is not None:
        fixes = list(_inner(network, fault))
        if not fixes:
            reason = say("Open {node} and look at what is marked inside.", node=network.node(fault.node).name)
    elif network.layer_class(fault.node) is None:
        fixes = [Fix(say("Remove {node}", node=network.node(fault.node).name), RemoveNode(fault.node))]
    elif fault.port:
        reason = say("Only you know which output belongs here.")
    return Diagnostic(
        fault.node, message, fault.port, fault.parameter, expected, got, consequence, tuple(fixes), reason
    )


def _with(node: Node, values: Mapping[str, Any]) -> Node:
    parameters = {**node.parameters, **values}
    return replace(node, parameters={k: v for k, v in parameters.items() if v is not Unset.DEFAULT})


def _still_faulty(network: Network, node: int, instead: Mapping[int, Node]) -> bool:
    before = {fault.node for fault in plan(network).faults}
    after = {fault.node for fault in plan(network, instead).faults}
    return node in after or bool(after - before)


def _upstream_fixes(network: Network, fault: Fault) -> list[Fix]:
    """Padding of an earlier layer that makes this node fit again and breaks nothing else; the smallest that does."""
    for ancestor in sorted(network.ancestors(fault.node)):
        kind = network.layer_class(ancestor)
        if kind is None or kind.family is not Family.CONVOLUTION or "padding" not in kind.model_fields:
            continue
        node = network.node(ancestor)
        if node.parameters.get("padding", 0) not in (0, [0, 0]):
            continue
        for padding in (1, 2, 3, 4):
            if not _still_faulty(network, fault.node, {ancestor: _with(node, {"padding": padding})}):
                title = say("Set {node}'s {name} to {value}", node=node.name, name="padding", value=padding)
                return [Fix(title, SetParameter(ancestor, "padding", padding))]
    return []


def _sizes_on_the_way(network: Network, meaning: Plan, fault: Fault) -> str:
    """The sizes that led here: ``image 1×32×32, C1 6×26×26, …``; only where they change."""
    sizes: list[str] = []
    last = None
    before = network.ancestors(fault.node)
    for step in meaning.steps:
        if step.node in before and (spec := next(iter(step.outputs.values()), None)) is not None and spec.dims != last:
            sizes.append(f"{step.name} {spec.text}")
            last = spec.dims
    return ", ".join(sizes)


def _from_proposal(network: Network, fault: Fault, proposal: Proposal) -> Fix:
    if proposal.replace:
        return Fix(proposal.title, _replaced(network, fault.node, proposal))
    edits: list[Edit] = [SetParameter(fault.node, name, value) for name, value in proposal.set.items()]
    if proposal.insert:
        wires = network.wires_into(fault.node, proposal.port or fault.port)
        if wires:
            edits += inserted(network, wires[0], proposal.insert)
    return Fix(proposal.title, Batch(tuple(edits), proposal.title))


def _replaced(network: Network, node: int, proposal: Proposal) -> Edit:
    """Make a node another layer type: formulas in its parameters stay, and a name that said the old type changes."""
    old = network.node(node)
    formulas = {
        name: value
        for name, value in old.parameters.items()
        if name in proposal.set and isinstance(value, str) and value.startswith("=")
    }
    named_after = re.fullmatch(rf"{old.type.lower()}(_?\d+)?", old.name)
    name = network.free_name(proposal.replace.lower()) if named_after else old.name
    return ReplaceType(node, proposal.replace, {**proposal.set, **formulas}, name)


def inserted(network: Network, wire: Wire, layers: tuple[tuple[str, Mapping[str, Any]], ...]) -> Iterator[Edit]:
    """The edits that put new layers on a wire, one after the other, evenly between its ends."""
    yield Disconnect(wire)
    here, there = network.node(wire.source).position, network.node(wire.target).position
    identity, source, port = network.next_id, wire.source, wire.source_port
    taken: set[str] = set()
    for place, (kind, parameters) in enumerate(layers, 1):
        share = place / (len(layers) + 1)
        x, y = (round((a + (b - a) * share) / GRID) * GRID for a, b in zip(here, there, strict=True))
        name = network.free_name(kind.lower())
        while name in taken:
            name = network.free_name(f"{kind.lower()}{identity}")
        taken.add(name)
        yield AddNode(Node(identity, kind, name, dict(parameters), (x, y)))
        yield Connect(Wire(source, port, identity, "x"))
        source, port, identity = identity, "y", identity + 1
    yield Connect(Wire(source, port, wire.target, wire.target_port, wire.index))


def advise(network: Network, hidden: bool = False) -> list[Diagnostic]:
    """What is not wrong but unwise, inside blocks too, each with what to do; silent while there are errors.

    With ``hidden`` also what a person does not want to hear.
    """
    from graphs.advice import advice_of  # which is written with what stands here

    meaning = plan(network)
    if meaning.faults:
        return []
    if "advice" not in network.memo:
        network.memo["advice"] = advice_of(network, meaning)
    return [advice for advice in network.memo["advice"] if hidden or not advice.hidden]
