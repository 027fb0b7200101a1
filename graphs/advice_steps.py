"""What rules of advice ask of a drawing: what stands before a node, and the changes that mend it with one click."""

from __future__ import annotations

from graphs.diagnosis import inserted
from graphs.edits import Batch, Connect, Disconnect, Edit
from graphs.meaning import Fix, Plan, Step
from graphs.message import say
from graphs.network import Network, Wire


def kind_of(step: Step) -> str:
    """The name of a step's layer type."""
    return type(step.layer).__name__  # of a layer its type, of a placed block a name no rule asks for


def step_before(meaning: Plan, step: Step, port: str = "x") -> Step | None:
    """The step whose answer arrives at a port first; None where nothing does."""
    sources = step.inputs.get(port, ())
    return meaning.by_node.get(sources[0].node) if sources else None


def edit_past(network: Network, between: int, reader: int, port: str = "x") -> Edit | None:
    """The edit that wires a reader to what comes before a node with one input; None when it does not read it there."""
    into, wires = network.wires_into(between), network.wires_into(reader, port)
    if len(into) != 1 or not wires or wires[0].source != between:
        return None
    wire = wires[0]
    around = Wire(into[0].source, into[0].source_port, reader, port, wire.index)
    return Batch((Disconnect(wire), Connect(around)))


def wired_past(network: Network, between: Step, reader: Step) -> tuple[Fix, ...]:
    """The one-click change that wires a reader to what comes before the node in between."""
    edit = edit_past(network, between.node, reader.node)
    title = say("Wire {node} to what comes before {other}", node=reader.name, other=between.name)
    return (Fix(title, edit),) if edit is not None else ()


def put_between(network: Network, step: Step, kind: str) -> tuple[Fix, ...]:
    """The one-click change that puts a layer on the wire into a node."""
    (wire,) = network.wires_into(step.node, "x")
    title = say("Put {type} before {node}", type=kind, node=step.name)
    return (Fix(title, Batch(tuple(inserted(network, wire, ((kind, {}),))), title)),)


def only_reader(network: Network, node: int) -> bool:
    """Whether exactly one wire leaves a node."""
    return network.readers(node) == 1
