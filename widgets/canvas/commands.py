"""What a person can ask of the canvas, as edits: add, insert on a wire, connect, remove, duplicate, copy and paste.

Every function reads a network and returns an edit that is one step of undo; nothing here changes anything, and nothing
knows Qt.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import replace

from graphs.catalogue import UnknownLayer, layer_type
from graphs.diagnosis import diagnose
from graphs.edits import AddNode, Batch, Connect, Disconnect, Edit, MoveNodes, RemoveNode
from graphs.layer import Layer, Port
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
)

FORMAT = "workbench-nodes"
_ROOM = 48.0


def usual_size(kind: type[Layer]) -> tuple[float, float, float]:
    """Width, height and height of the port of a freshly placed node."""
    if kind.pill and len(kind.inputs) <= 1:
        return PILL_WIDTH, PILL_HEIGHT, PILL_LINE
    return NODE_WIDTH, full_height(2), FULL_LINE


def fresh_node(network: Network, type_name: str, position: Point) -> Node:
    """A node that is not in the network yet, with the next id and a free name."""
    return Node(network.next_id, type_name, network.free_name(type_name.lower()), {}, position)


def add_at(network: Network, drawing: Drawing, type_name: str, centre: Point) -> tuple[Node, Edit]:
    """Place a layer around a point of the canvas, beside whatever is there already."""
    width, _, line = usual_size(layer_type(type_name))
    x, y = snapped((centre[0] - width / 2, centre[1] - line))
    while drawing.nodes_in((x + 1, y + 1, x + width - 1, y + 50)):
        y += GRID
    node = fresh_node(network, type_name, (x, y))
    return node, AddNode(node)


def main_ports(network: Network, node: int | type[Layer]) -> tuple[Port, Port] | None:
    """The first input and the first output of a node or a layer type, which an insertion wires; or None."""
    inputs = node.inputs if isinstance(node, type) else network.input_ports(node)
    outputs = node.outputs if isinstance(node, type) else network.output_ports(node)
    return (inputs[0], outputs[0]) if inputs and outputs else None


def can_insert(network: Network, node: int) -> bool:
    """Whether a placed node may be dropped on a wire: it has an input and an output, and no wires yet."""
    return main_ports(network, node) is not None and not network.wires_into(node) and not network.wires_out_of(node)


def insert_at(network: Network, drawing: Drawing, node: Node, wire: Wire, centre: Point) -> Edit:
    """Put a node on a wire: cut it, join both sides, and move what follows in the row so that there is room.

    The node is placed when it is not in the network yet, and moved when it is.
    """
    kind = layer_type(node.type)
    ports = main_ports(network, kind)
    if ports is None:
        raise NetworkError(say("{type} has no input and output to join a wire to.", type=node.type))
    width, height, line = usual_size(kind)
    if (picture := drawing.node(node.id)) is not None:
        width, height = picture.width, picture.height
    start = drawing.port_position(wire.source, wire.source_port, output=True) or centre
    end = drawing.port_position(wire.target, wire.target_port, output=False) or centre
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
            for identity in drawing.nodes_in((end[0] - 1, y - 40, math.inf, y + height + 40)):
                if identity != node.id:
                    left, top = network.node(identity).position
                    moves[identity] = (left + lack, top)
    joined = (
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


def accepts(kind: type[Layer], given: Kind | None, *, at_output: bool) -> Port | None:
    """The first port of a layer type that fits a loose wire end: an input for ``given``, or an output."""
    if at_output:
        return kind.outputs[0] if kind.outputs else None
    return next((p for p in kind.inputs if given is None or not p.kinds or given in p.kinds), None)


def connected_edit(network: Network, node: Node, wires: Iterable[Wire]) -> Edit:
    """Place a node and draw wires to it, as one step."""
    return Batch((AddNode(node), *(Connect(wire) for wire in wires)), say("Add {node}", node=node.name))


# ---------------------------------------------------------------------- copy and paste


def copied(network: Network, nodes: Iterable[int]) -> str:
    """Nodes and the wires between them as text (JSON), ready for the clipboard."""
    chosen = sorted(set(nodes))
    inside = set(chosen)
    wires = [w for w in network.wires if w.source in inside and w.target in inside]
    return json.dumps(
        {
            "format": FORMAT,
            "nodes": [_written(network.node(identity)) for identity in chosen],
            "wires": [[w.source, w.source_port, w.target, w.target_port, w.index] for w in wires],
        },
        ensure_ascii=False,
    )


def _written(node: Node) -> dict[str, object]:
    return {
        "id": node.id, "type": node.type, "name": node.name, "parameters": dict(node.parameters),
        "position": list(node.position),
        "title": node.title, "frozen": node.frozen,
    }  # fmt: skip


def pasted(
    network: Network, text: str, at: Point | None = None, offset: Point = (GRID, GRID)
) -> tuple[tuple[int, ...], Edit] | None:
    """The edit that pastes copied nodes, and the ids they get; None when the text is not from here.

    ``at`` is where the upper left corner comes to lie; without it everything moves by ``offset``.
    """
    try:
        data = json.loads(text)
        if not isinstance(data, Mapping) or data.get("format") != FORMAT:
            return None
        raw = [dict(node) for node in data["nodes"]]
        wires = [Wire(int(s), str(sp), int(t), str(tp), int(i)) for s, sp, t, tp, i in data["wires"]]
        places = {int(n["id"]): (float(n["position"][0]), float(n["position"][1])) for n in raw}
        read = [
            Node(int(n["id"]), str(n["type"]), str(n["name"]), dict(n["parameters"]), title=str(n["title"]))
            for n in raw
        ]
        frozen = {int(n["id"]): bool(n["frozen"]) for n in raw}
    except (ValueError, KeyError, TypeError, IndexError):
        return None  # whatever is on the clipboard was not copied from a canvas
    if not read:
        return None
    if at is not None:
        corner = snapped(at)
        offset = (corner[0] - min(x for x, _ in places.values()), corner[1] - min(y for _, y in places.values()))
    new_id = {node.id: network.next_id + place for place, node in enumerate(read)}
    taken: set[str] = set()
    edits: list[Edit] = []
    for node in read:
        name = _unused(network, node.name, taken)
        taken.add(name)
        x, y = places[node.id]
        placed = replace(
            node, id=new_id[node.id], name=name, position=(x + offset[0], y + offset[1]), frozen=frozen[node.id]
        )
        edits.append(AddNode(placed))
    for wire in wires:
        if wire.source in new_id and wire.target in new_id:
            edits.append(Connect(replace(wire, source=new_id[wire.source], target=new_id[wire.target])))
    ids = tuple(new_id[node.id] for node in read)
    return ids, Batch(tuple(edits), say("Paste {n} nodes", n=len(ids)))


def _unused(network: Network, wanted: str, taken: set[str]) -> str:
    name = network.free_name(wanted)
    base, number = name.rstrip("0123456789") or "node", 2
    while name in taken or network.name_problem(name) is not None:
        name, number = f"{base}{number}", number + 1
    return name


def known_type(name: str) -> bool:
    """Whether this program has a layer type of that name."""
    try:
        layer_type(name)
    except UnknownLayer:
        return False
    return True
