"""A block that is opened where it stands, as plain values: its frame, the ports on its edge, and what lies inside.

Inside, the Inputs and Outputs of the block become small signs at the edge of the frame, each beside the port that
stands for it outside, so that a wire comes in at the left and goes on from there.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy

from graphs.network import Note
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import GRID, LANE, Box, Point, port_columns, port_lines
from widgets.canvas.picture import NodePicture, Picture, PortPicture, Row
from widgets.canvas.rooms import Opening, Room, make_room
from widgets.canvas.signs import STEM

HEADER = 36.0
"""The height of the line over an open block: its name, its parameters, its buttons."""

SIGN_HEIGHT = 24.0
_AIR = 24.0
_GAP = 56.0
_BETWEEN = 30.0
_FRAME_AIR, _FRAME_TITLE = 24.0, 20.0
_PROBLEM = 44.0
_FEW = 240
_NEAR = 72.0
"""How far from its own height a sign goes so that the wire into the block runs level."""


@dataclass(frozen=True)
class Sign(NodePicture):
    """An Input or Output of a block as it stands near the edge of the frame."""

    @property
    def stem(self) -> str:
        """On which side the edge lies."""
        if self.down:
            return "top" if self.type == "Input" else "bottom"
        return "left" if self.type == "Input" else "right"


@dataclass(frozen=True)
class Face:
    """What stands over an open block. ``copies`` is how many there are at this place, ``copy`` which is seen, from 0;
    ``uses`` how many follow every change; ``own`` whether a person is dealing with what is inside just now."""

    name: str
    block: str
    rows: tuple[Row, ...]
    copies: int
    copy: int
    uses: int
    scan: bool
    own: bool = False


@dataclass(frozen=True)
class Sheet:
    """One network as it is shown: its picture, where its origin lies on the canvas, what stands over open blocks."""

    picture: Picture
    corner: Point
    faces: Mapping[int, Face]


@dataclass(frozen=True)
class Inside:
    """What is inside an open block, laid out: its picture with signs, and its frame in canvas units of the inside.

    ``entrances`` and ``exits`` say for each sign's port how far along the edge of the frame it lies.
    """

    picture: Picture
    frame: Box
    entrances: Mapping[str, float]
    exits: Mapping[str, float]


def laid_open(picture: Picture, names: Mapping[int, str], closed: Point, *, down: bool, least: float) -> Inside:
    """Lay out what is inside a block of the size ``closed`` for a frame at least ``least`` wide.

    ``names`` are the names of the nodes, by which the ports outside go; ``down`` says how the drawing around it flows.
    """
    signs = {
        index: node.type == "Input" for index, node in enumerate(picture.nodes) if node.type in ("Input", "Output")
    }
    rest = [index for index in range(len(picture.nodes)) if index not in signs]
    left, top, right, bottom = _content(picture, rest or list(signs))
    if not rest:
        left, right = left + 60.0, right - 60.0
    left, top, right, bottom = _with_wires(picture, (left, top, right, bottom))
    if picture.down:
        left, top, right, bottom = top, left, bottom, right
    lines = {index: _line(picture, index) for index in signs}
    for coming in (True, False):
        _spread(lines, [index for index, is_input in signs.items() if is_input is coming])
    wide = max((_sign_width(picture.nodes[index]) for index in signs), default=0.0)
    thick, half = (SIGN_HEIGHT, wide / 2) if picture.down else (wide, SIGN_HEIGHT / 2)
    low = min((top, *(line - half for line in lines.values()))) - _AIR
    high = max((bottom, *(line + half for line in lines.values()))) + _AIR
    start = left - (_GAP + thick + STEM if any(signs.values()) else _AIR)
    end = right + (_GAP + thick + STEM if not all(signs.values()) else _AIR)
    frame = [low, start, high, end] if picture.down else [start, low, end, high]
    frame[1] -= HEADER
    if frame[2] - frame[0] < least:
        if picture.down:
            frame[0] -= (least - frame[2] + frame[0]) / 2
        frame[2] = frame[0] + least
    along = 1 if down else 0
    lack = math.ceil((frame[along + 2] - frame[along] - closed[along]) / GRID - 1e-6) * GRID
    frame[along + 2] = frame[along] + closed[along] + max(0.0, lack)
    nodes, positions = list(picture.nodes), list(picture.positions)
    for index, is_input in signs.items():
        node, line = picture.nodes[index], lines[index]
        if picture.down:
            inside = frame[1] + HEADER + STEM if is_input else frame[3] - SIGN_HEIGHT - STEM
            positions[index] = (line - wide / 2, inside)
        else:
            positions[index] = (frame[0] + STEM if is_input else frame[2] - wide - STEM, line - SIGN_HEIGHT / 2)
        nodes[index] = _sign(node, wide)
    box: Box = (frame[0], frame[1], frame[2], frame[3])
    corner = frame[0] if picture.down else frame[1]
    found: tuple[dict[str, float], dict[str, float]] = ({}, {})
    if picture.down == down:
        for index, is_input in signs.items():
            found[0 if is_input else 1][names[picture.nodes[index].id]] = lines[index] - corner
    return Inside(replace(picture, nodes=tuple(nodes), positions=tuple(positions)), box, *found)


def _content(picture: Picture, nodes: Sequence[int]) -> Box:
    """The box round some nodes with their frames, all notes, and the wires that lead back in time."""
    found: list[Box] = []
    for index in nodes:
        node, (x, y) = picture.nodes[index], picture.positions[index]
        found.append((x, y, x + node.width, y + node.height + (_PROBLEM if node.problem else 0.0)))
    for frame in picture.frames:
        inner = [found[place] for place, i in enumerate(nodes) if picture.nodes[i].id in frame.nodes]
        if inner:
            x1, y1, x2, y2 = _around(inner)
            found.append((x1 - _FRAME_AIR, y1 - _FRAME_AIR - _FRAME_TITLE, x2 + _FRAME_AIR, y2 + _FRAME_AIR))
    found += [(*n.position, n.position[0] + n.size[0], n.position[1] + n.size[1]) for n in picture.notes]
    x1, y1, x2, y2 = _around(found) if found else (0.0, 0.0, 0.0, 0.0)
    lanes = sum(wire.later for wire in picture.wires)
    room = LANE * (lanes + 0.5) if lanes else 0.0
    return (x1, y1, x2 + room, y2) if picture.down else (x1, y1, x2, y2 + room)


def _with_wires(picture: Picture, box: Box) -> Box:
    """A box made high enough for the wires that run above and below everything, and the texts over them."""
    if len(picture.wires) > _FEW:
        return box
    drawing, (left, top, right, bottom) = Drawing(picture), box
    for wire, drawn in enumerate(picture.wires):
        if not drawn.later and not (route := drawing.route(wire)).curved:
            across = [point[0 if picture.down else 1] for point in route.points]
            if picture.down:
                left, right = min(left, *across), max(right, *across)
            else:
                top, bottom = min(top, *(y - 12.0 for y in across)), max(bottom, *across)
    return left, top, right, bottom


def _around(boxes: Sequence[Box]) -> Box:
    return (
        min(box[0] for box in boxes),
        min(box[1] for box in boxes),
        max(box[2] for box in boxes),
        max(box[3] for box in boxes),
    )


def _port_line(picture: Picture, index: int, port: str, *, output: bool) -> float:
    """Where a port of a node lies across the flow."""
    node = picture.nodes[index]
    ports = node.outputs if output else node.inputs
    line = next((p.line for p in ports if p.name == port), ports[0].line if ports else SIGN_HEIGHT / 2)
    return picture.positions[index][0 if picture.down else 1] + line


def _line(picture: Picture, index: int) -> float:
    """Where a sign lies across the flow: level with the node it leads to or comes from, if that is near."""
    node = picture.nodes[index]
    entrance = node.type == "Input"
    ports = node.outputs if entrance else node.inputs
    own = _port_line(picture, index, ports[0].name if ports else "", output=entrance)
    others = [
        _port_line(picture, picture.place[w.target], w.target_port, output=False)
        if entrance
        else _port_line(picture, picture.place[w.source], w.source_port, output=True)
        for w in (one.wire for one in picture.wires)
        if node.id == (w.source if entrance else w.target)
    ]
    nearest = min(others, key=lambda line: abs(line - own), default=own)
    return nearest if abs(nearest - own) <= _NEAR else own


def _spread(lines: dict[int, float], signs: Sequence[int]) -> None:
    """Keep the signs of one edge apart, in their order."""
    before = -math.inf
    for index in sorted(signs, key=lambda one: lines[one]):
        lines[index] = before = max(lines[index], before + _BETWEEN)


def _sign_width(node: NodePicture) -> float:
    """Wide enough for its name; letters are taken as seven units wide."""
    return min(120.0, max(36.0, math.ceil((7.0 * len(node.name) + 20.0) / 4) * 4))


def _sign(node: NodePicture, width: float) -> Sign:
    line = width / 2 if node.down else SIGN_HEIGHT / 2
    known = {one.name: getattr(node, one.name) for one in fields(NodePicture)}
    known |= {
        "width": width,
        "height": SIGN_HEIGHT,
        "rows": (),
        "foot": "",
        "pill": True,
        "inputs": tuple(replace(port, line=line) for port in node.inputs),
        "outputs": tuple(replace(port, line=line) for port in node.outputs),
    }
    return Sign(**known)


def grown(node: NodePicture, closed: Point, inside: Inside) -> tuple[NodePicture, Opening, Point]:
    """A node that is opened: its picture as large as the frame, how much it grows, and how far its frame's corner lies
    before its own, so that the first wire into it runs on as it did."""
    width, height = inside.frame[2] - inside.frame[0], inside.frame[3] - inside.frame[1]
    inputs = _at_edge(node.inputs, inside.entrances, node, (width, height))
    outputs = _at_edge(node.outputs, inside.exits, node, (width, height))
    first = next(zip(node.inputs, inputs, strict=True), None) or next(zip(node.outputs, outputs, strict=True), None)
    shift = max(0.0, first[1].line - first[0].line) if first is not None else 0.0
    size, old = ((height, width), closed[::-1]) if node.down else ((width, height), closed)
    opening = Opening(node.id, size[0] - old[0], shift, max(0.0, size[1] - old[1] - shift))
    picture = replace(node, width=width, height=height, inputs=inputs, outputs=outputs, pill=False, repeat="")
    return picture, opening, ((shift, 0.0) if node.down else (0.0, shift))


def _at_edge(
    ports: Sequence[PortPicture], lines: Mapping[str, float], node: NodePicture, size: Point
) -> tuple[PortPicture, ...]:
    spare = port_columns(len(ports), size[0]) if node.down else port_lines(len(ports), pill=False, height=size[1])
    return tuple(
        replace(port, line=lines.get(port.name, HEADER + line)) for port, line in zip(ports, spare, strict=True)
    )


def with_room(
    picture: Picture, openings: Sequence[Opening], large: Mapping[int, NodePicture], before: Room
) -> tuple[Room, Picture]:
    """The room that is made, and the picture with its open nodes as large as their frames and everything else out of
    their way."""
    corners = numpy.array(picture.positions, dtype=float)
    boxes = numpy.concatenate([corners, corners + [(node.width, node.height) for node in picture.nodes]], axis=1)
    wires = [(picture.place[one.wire.source], picture.place[one.wire.target]) for one in picture.wires if not one.later]
    framed = {node for frame in picture.frames for node in frame.nodes}
    air = numpy.array([_FRAME_AIR + _FRAME_TITLE if node.id in framed else 0.0 for node in picture.nodes])
    known = {growth.opening.node: growth for growth in before.growths}
    room, shown = make_room(
        [node.id for node in picture.nodes], boxes, wires, openings, down=picture.down, before=known, air=air
    )
    nodes = tuple([large.get(node.id, node) for node in picture.nodes])
    notes = tuple(_moved(note, room) for note in picture.notes)
    positions = tuple([(x, y) for x, y in shown[:, :2].tolist()])
    return room, replace(picture, nodes=nodes, positions=positions, notes=notes)


def _moved(note: Note, room: Room) -> Note:
    return replace(note, position=room.shown(note.position, note.size))


def part_of(picture: Picture, nodes: Collection[int]) -> Picture:
    """What of a picture belongs to some nodes: they, the wires between them, the frames that hold only them."""
    wanted = set(nodes) & set(picture.place)
    kept = [index for index, node in enumerate(picture.nodes) if node.id in wanted]
    return Picture(
        tuple(picture.nodes[index] for index in kept),
        tuple(picture.positions[index] for index in kept),
        tuple(w for w in picture.wires if w.wire.source in wanted and w.wire.target in wanted),
        tuple(frame for frame in picture.frames if set(frame.nodes) and set(frame.nodes) <= wanted),
        (),
        {picture.nodes[index].id: place for place, index in enumerate(kept)},
        picture.down,
    )
