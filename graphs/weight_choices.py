"""Whose weights a node may use: its own, another's, the moving average of another's, or one tensor that arrives."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from graphs.edits import Batch, Connect, Disconnect, Edit, ShareWeights
from graphs.elements import Average, Node, Wire
from graphs.meaning import Plan, Step
from graphs.message import Message, say
from graphs.network import Network
from graphs.sharing import equally_built


class Use(Enum):
    """How a node comes by its weights."""

    OWN = "own"
    SHARED = "shared"
    AVERAGE = "average"
    TIED = "tied"


@dataclass(frozen=True)
class WeightsChoice:
    """One way for a node to come by its weights; ``owner`` is whose they are, ``ports`` the wire that ties one."""

    use: Use
    owner: int | None = None
    ports: tuple[str, str] = ("", "")

    def words(self, network: Network) -> Message:
        """How a list names it: ``its own``, ``weights of D``, ``average of query``, ``weight of wte``."""
        if self.owner is None:
            return say("its own")
        name = network.node(self.owner).name
        if self.use is Use.SHARED:
            return say("weights of {node}", node=name)
        if self.use is Use.AVERAGE:
            return say("average of {node}", node=name)
        return say("{port} of {node}", port=self.ports[0], node=name)


def chosen(network: Network, node: Node) -> WeightsChoice:
    """How a node comes by its weights now."""
    if node.share is not None:
        return WeightsChoice(Use.SHARED if node.average is None else Use.AVERAGE, node.share)
    tie = _tie(network, node)
    return WeightsChoice(Use.OWN) if tie is None else WeightsChoice(Use.TIED, tie.source, _ports(tie))


def possible(network: Network, meaning: Plan, node: Node) -> tuple[WeightsChoice, ...]:
    """Every way that fits, the present one among them; its own weights first."""
    step, now = meaning.step(node.id), chosen(network, node)
    found = [WeightsChoice(Use.OWN)]
    if step is not None and _has_weights(step, now):
        others = [one for one in meaning.steps if one.node != node.id and one.share is None]
        owners = [one.node for one in others if now.use is not Use.TIED and equally_built(one, step)]
        followed = {one.node for one in others if one.follows is None}
        found += [WeightsChoice(Use.SHARED, owner) for owner in owners]
        found += [WeightsChoice(Use.AVERAGE, owner) for owner in owners if owner in followed]
        found += [choice for other in others for choice in _ties(network, step, other)]
    missing = now not in found and now.owner is not None and now.owner in network
    return (*found, now) if missing else tuple(found)


def choose(network: Network, node: Node, choice: WeightsChoice, average: Average | None = None) -> Edit:
    """Make the edit after which a node comes by its weights in this way."""
    edits: list[Edit] = []
    tie = _tie(network, node)
    if tie is not None:
        edits.append(Disconnect(tie))
    owner = choice.owner if choice.use in (Use.SHARED, Use.AVERAGE) else None
    if node.share is not None or owner is not None:
        follows = (average or Average()) if choice.use is Use.AVERAGE else None
        edits.append(ShareWeights(node.id, owner, follows))
    if choice.use is Use.TIED and choice.owner is not None:
        edits.append(Connect(Wire(choice.owner, choice.ports[0], node.id, choice.ports[1])))
    return Batch(tuple(edits), say("Choose the weights of {node}", node=node.name))


def _has_weights(step: Step, now: WeightsChoice) -> bool:
    """Whether there is anything to share."""
    return bool(step.cost.parameters.number or step.cost.buffers or now.use is not Use.OWN)


def _tie(network: Network, node: Node) -> Wire | None:
    quiet = {port.name for port in network.input_ports(node.id) if port.quiet}
    return next((wire for wire in network.wires_into(node.id) if wire.target_port in quiet), None)


def _ports(wire: Wire) -> tuple[str, str]:
    return wire.source_port, wire.target_port


def _ties(network: Network, step: Step, other: Step) -> list[WeightsChoice]:
    """The weights of another node that fit the quiet inputs of this one, and make no circle."""
    found = []
    for port in network.input_ports(step.node):
        wanted = step.weights.get(port.name) if port.quiet else None
        for name, spec in other.weights.items():
            wire = Wire(other.node, name, step.node, port.name)
            old = network.wires_into(step.node, port.name)
            if wanted == spec and (wire in old or step.node not in network.ancestors(other.node)):
                found.append(WeightsChoice(Use.TIED, other.node, (name, port.name)))
    return found
