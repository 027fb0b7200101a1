"""What a person can ask of the canvas, as edits: add, insert on a wire, connect, remove, replace.

Every function reads a network and returns an edit that is one step of undo; nothing here changes anything, and nothing
knows Qt.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from graphs.catalogue import ParameterError, UnknownLayer, check_parameters, layer_type
from graphs.diagnosis import diagnose
from graphs.edits import AddNode, Batch, Connect, Disconnect, Edit, MoveNodes, PutFrame, RemoveNode
from graphs.expressions import is_expression
from graphs.layer import Port
from graphs.layers.sentences import KINDS, either
from graphs.message import Message, say
from graphs.network import Network, NetworkError, Node, Wire
from graphs.planning import plan
from graphs.tensors import Kind
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import (
    FULL_LINE,
    GRID,
    NODE_WIDTH,
    PILL_HEIGHT,
    PILL_LINE,
    PILL_WIDTH,
    Point,
    full_height,
    snap,
    snapped,
    turned,
    turned_box,
)
from widgets.canvas.rooms import Room

_ROOM = 48.0
NO_ROOM = Room()
"""Everything lies where it is shown: no block is open."""


def usual_size(type_name: str) -> tuple[float, float, float]:
    """Width, height and height of the port of a freshly placed layer or block."""
    try:
        kind = layer_type(type_name)
    except UnknownLayer:
        return NODE_WIDTH, full_height(2), FULL_LINE
    if kind.pill and len(kind.inputs) <= 1:
        return PILL_WIDTH, PILL_HEIGHT, PILL_LINE
    return NODE_WIDTH, full_height(2), FULL_LINE


def free_spot(drawing: Drawing, type_name: str, centre: Point, room: Room = NO_ROOM) -> Point:
    """Where a layer is kept that is placed around a point of the canvas, beside whatever is shown there already."""
    width, height, line = usual_size(type_name)
    x, y = snapped((centre[0] - width / 2, centre[1] - line))
    while drawing.nodes_in((x + 1, y + 1, x + width - 1, y + 50)):
        y += GRID
    return room.kept((x, y), (width, height))


def main_ports(network: Network, node: int | str) -> tuple[Port, Port] | None:
    """The first input and the first output of a node or a type, which an insertion wires; or None."""
    inputs: tuple[Port, ...] | None
    outputs: tuple[Port, ...] | None
    if isinstance(node, str):
        inputs, outputs = network.ports_of(node, inputs=True), network.ports_of(node, inputs=False)
    else:
        inputs, outputs = network.input_ports(node), network.output_ports(node)
    return (inputs[0], outputs[0]) if inputs and outputs else None


def can_insert(network: Network, node: int) -> bool:
    """Whether a placed node may be dropped on a wire: it has an input and an output."""
    return main_ports(network, node) is not None


def _taken_out(network: Network, node: int, ports: tuple[Port, Port]) -> list[Edit]:
    """The edits that free the main input and output of a placed node; the wire it leaves closes over the gap.

    What else is wired to it stays.
    """
    coming = network.wires_into(node, ports[0].name)
    going = [wire for wire in network.wires_out_of(node) if wire.source_port == ports[1].name]
    edits: list[Edit] = [Disconnect(wire) for wire in (*coming, *going)]
    if len(coming) == 1:
        source = (coming[0].source, coming[0].source_port)
        edits += [Connect(Wire(*source, wire.target, wire.target_port, wire.index)) for wire in going]
    return edits


def insert_at(network: Network, drawing: Drawing, node: Node, wire: Wire, centre: Point, room: Room = NO_ROOM) -> Edit:
    """Put a node on a wire: cut it, join both sides, and move what follows in the row so that there is room.

    The node is placed when it is not in the network yet, and moved when it is: then the wire it was on closes.
    """
    ports = main_ports(network, node.type)
    if ports is None:
        raise NetworkError(say("{type} has no input and output to join a wire to.", type=node.type))
    width, height, line = usual_size(node.type)
    if (picture := drawing.node(node.id)) is not None:
        width, height = picture.width, picture.height
    start = drawing.port_position(wire.source, wire.source_port, output=True) or centre
    end = drawing.port_position(wire.target, wire.target_port, output=False) or centre
    if drawing.down:  # the same with across and down exchanged
        start, end, centre = turned(start), turned(end), turned(centre)
        width, height, line = height, width, width / 2
    level = abs(start[1] - end[1]) < 1 and end[0] > start[0]
    x, y = snap(centre[0] - width / 2), snap(centre[1] - line)
    moves: dict[int, Point] = {}
    if level:
        y = start[1] - line
        x = max(x, math.ceil((start[0] + _ROOM) / GRID) * GRID)
        if end[0] < x + width + _ROOM:
            x = math.ceil((start[0] + _ROOM) / GRID) * GRID
        lack = x + width + _ROOM - end[0]
        if lack > 0:
            lack = math.ceil(lack / GRID) * GRID
            follows = (end[0] - 1, y - 40, math.inf, y + height + 40)
            for identity in drawing.nodes_in(turned_box(follows) if drawing.down else follows):
                if identity != node.id:
                    left, top = network.node(identity).position
                    moves[identity] = (left, top + lack) if drawing.down else (left + lack, top)
    x, y = room.kept((y, x) if drawing.down else (x, y), (width, height), node.id)
    joined = (
        *(_taken_out(network, node.id, ports) if node.id in network else ()),
        Disconnect(wire),
        *((AddNode(replace(node, position=(x, y))),) if node.id not in network else ()),
        Connect(Wire(wire.source, wire.source_port, node.id, ports[0].name)),
        Connect(Wire(node.id, ports[1].name, wire.target, wire.target_port, wire.index)),
    )
    if node.id in network:
        moves[node.id] = (x, y)
    return Batch(
        (*joined, *((MoveNodes(tuple(sorted(moves.items()))),) if moves else ())), say("Insert {node}", node=node.name)
    )


def put_behind(
    network: Network, drawing: Drawing, node: Node, leaving: Sequence[Wire], centre: Point, room: Room = NO_ROOM
) -> Edit:
    """Put a new node on all wires that leave a port: on the first as on any wire, and the others begin at it then."""
    ports = main_ports(network, node.type)
    first = insert_at(network, drawing, node, leaving[0], centre, room)
    if ports is None:
        return first
    moved: list[Edit] = []
    for wire in leaving[1:]:
        moved += [Disconnect(wire), Connect(replace(wire, source=node.id, source_port=ports[1].name))]
    return Batch((first, *moved), say("Insert {node}", node=node.name))


def remove(network: Network, nodes: Iterable[int]) -> Edit:
    """Take nodes away with their wires; where one input and one output are left open, the wire closes over the gap."""
    chosen = tuple(sorted(set(nodes)))
    edits: list[Edit] = [RemoveNode(node) for node in chosen]
    if len(chosen) == 1:
        edits += [Connect(wire) for wire in _bridges(network, chosen[0])]
        return Batch(tuple(edits), say("Remove {node}", node=network.node(chosen[0]).name))
    return Batch(tuple(edits), say("Remove {n} nodes", n=len(chosen)))


def _bridges(network: Network, node: int) -> list[Wire]:
    coming, going = network.wires_into(node), network.wires_out_of(node)
    if len(coming) != 1 or not going:
        return []
    return [Wire(coming[0].source, coming[0].source_port, wire.target, wire.target_port, wire.index) for wire in going]


def wire_between(network: Network, source: int, source_port: str, target: int, target_port: str) -> Wire:
    """The wire from an output to an input; at an input that takes many it gets the next place."""
    port = next((p for p in network.input_ports(target) if p.name == target_port), None)
    index = network.free_index(target, target_port) if port is not None and port.many else 0
    return Wire(source, source_port, target, target_port, index)


def kind_mismatch(network: Network, wire: Wire) -> Message | None:
    """Say that an input does not take what the output gives, or None when it does or nobody knows yet."""
    port = next((p for p in network.input_ports(wire.target) if p.name == wire.target_port), None)
    spec = plan(network).spec(wire.source, wire.source_port)
    if port is None or spec is None or not port.kinds or spec.kind in port.kinds:
        return None
    target = network.node(wire.target).name
    expected, given = either(port.kinds), KINDS[spec.kind]
    return say(
        "{node} takes {kinds} at {port}. It would get {got}.", node=target, kinds=expected, port=port.name, got=given
    )


def refusal(network: Network, wire: Wire) -> Message | None:
    """Say why a wire a person drew makes no sense, or None.

    A kind that does not fit is no reason when the diagnosis knows a change that mends it (Flatten in between): then the
    wire is drawn, and the node says what it needs.
    """
    problem = network.why_not(wire)
    if problem is not None:
        return problem
    mismatch = kind_mismatch(network, wire)
    if mismatch is None:
        return None
    tried = network.copy()
    tried.put_wire(wire)
    mended = any(diagnostic.node == wire.target and diagnostic.fixes for diagnostic in diagnose(tried))
    return None if mended else mismatch


def accepts(network: Network, type_name: str, given: Kind | None, *, at_output: bool) -> Port | None:
    """The first port of a type that fits a loose wire end: an input for ``given``, or an output."""
    ports = network.ports_of(type_name, inputs=not at_output) or ()
    if at_output:
        return ports[0] if ports else None
    usual = (port for port in ports if not port.quiet)
    return next((p for p in usual if given is None or not p.kinds or given in p.kinds), None)


def replaced(network: Network, node: int, type_name: str) -> Edit:
    """Put another layer or block in the place of a node, with what fits: values of equal name, and wires of ports that
    exist there too, by name, else by place. It keeps its id, so that learned weights of equal shape stay."""
    old = network.node(node)
    named_by_type = old.name.rstrip("0123456789").rstrip("_") == old.type.lower()
    new = replace(
        old,
        type=type_name,
        name=network.free_name(type_name.lower()) if named_by_type else old.name,
        parameters=_fitting(network, old, type_name),
        repeat=old.repeat if type_name in network.blocks else None,
        scan=old.scan if type_name in network.blocks else None,
        share=None,  # another layer cannot use the same weights
        average=None,
    )
    ways = {
        inputs: _ports_that_fit(
            network.input_ports(node) if inputs else network.output_ports(node),
            network.ports_of(type_name, inputs=inputs) or (),
        )
        for inputs in (True, False)
    }
    wires: list[Wire] = []
    filled: set[str] = set()
    for wire in network.wires_into(node):
        port = ways[True].get(wire.target_port)
        if port is not None and (port.many or port.name not in filled):
            index = wire.index if port.many else 0
            wires.append(replace(wire, target_port=port.name, index=index))
            filled.add(port.name)
    for wire in network.wires_out_of(node):
        port = ways[False].get(wire.source_port)
        if port is not None:
            wires.append(replace(wire, source_port=port.name))
    frames = [frame for frame in network.frames.values() if node in frame.nodes]
    return Batch(
        (RemoveNode(node), AddNode(new), *(Connect(w) for w in wires), *(PutFrame(frame) for frame in frames)),
        say("Replace {node} by {type}", node=old.name, type=type_name),
    )


def _fitting(network: Network, old: Node, type_name: str) -> dict[str, Any]:
    """The values of a node that another type takes under the same name."""
    block = network.blocks.get(type_name)
    if block is not None:
        return {name: value for name, value in old.parameters.items() if name in block.parameters}
    kind = layer_type(type_name)
    kept: dict[str, Any] = {}
    for name, value in old.parameters.items():
        if name not in kind.model_fields:
            continue
        if not is_expression(value):
            try:
                check_parameters(kind, {name: value})
            except ParameterError as error:
                if error.parameter == name:
                    continue
        kept[name] = value
    return kept


def _ports_that_fit(old: Sequence[Port], new: Sequence[Port]) -> dict[str, Port]:
    """Which port of the new type takes over from which of the old: of equal name, else at the same place."""
    named = {port.name: port for port in new}
    found = {port.name: named[port.name] for port in old if port.name in named}
    free = [port for port in new if port.name not in {p.name for p in found.values()}]
    for port in old:
        if port.name not in found and free:
            found[port.name] = free.pop(0)
    return found


def with_definitions(before: Sequence[Edit], edit: Edit, node: Node) -> Edit:
    """An edit that places a node, with those before it that bring the definition of its block, as one step."""
    if not before:
        return edit
    edits = edit.edits if isinstance(edit, Batch) else (edit,)
    return Batch((*before, *edits), say("Add {node}", node=node.name))


def connected_edit(network: Network, node: Node, wires: Iterable[Wire]) -> Edit:
    """Place a node and draw wires to it, as one step."""
    return Batch((AddNode(node), *(Connect(wire) for wire in wires)), say("Add {node}", node=node.name))
