"""The picture laid out for eye and mouse: arrays of boxes and ports, routes of wires, what lies under a point.

numpy does what would otherwise be a loop over thousands of nodes for every frame and every move of the mouse.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import numpy

from widgets.canvas.geometry import (
    AIR,
    LANE,
    ROW,
    TITLE,
    Box,
    Point,
    Route,
    below,
    bounds,
    direct,
    distance_to,
    route,
    turned_box,
)
from widgets.canvas.picture import NodePicture, Picture, WirePicture

FRAME_AIR = 24.0
FRAME_TITLE = 20.0
REPEAT_WIDTH = 44.0
"""How much of the lower right corner of a repeated block means how often it is repeated."""


_FEW = 64
"""How many nodes may have moved for the wires elsewhere to be looked through one by one."""


@dataclass(frozen=True)
class PortPlace:
    """A port that lies under the mouse."""

    node: int
    port: str
    is_output: bool
    position: Point


class Drawing:
    """A picture with its nodes at their places; a drag shifts some of them until it is finished."""

    def __init__(self, picture: Picture | None = None):
        self.picture = picture or Picture()
        nodes = self.picture.nodes
        self.down = self.picture.down
        """Whether the drawing flows from top to bottom."""
        self.unrolled = False
        """Whether steps of time are drawn beside each other, so that no wire leads back."""
        self._base = numpy.array(self.picture.positions, dtype=float).reshape(len(nodes), 2)
        self._size = numpy.array([(n.width, n.height) for n in nodes], dtype=float).reshape(len(nodes), 2)
        self.boxes = numpy.concatenate([self._base, self._base + self._size], axis=1)
        """Left, top, right, bottom of every node, shape (nodes, 4), in canvas units."""
        self._routes: dict[int, Route] = {}
        self._lines: dict[int, numpy.ndarray] = {}
        self._wire_boxes: dict[int, tuple[numpy.ndarray, Box]] = {}
        self._wire_ends()
        later = [place for place, wire in enumerate(self.picture.wires) if wire.later]
        span = abs(self.ends[:, 2] - self.ends[:, 0])
        self._lanes = {place: lane for lane, place in enumerate(sorted(later, key=lambda place: float(span[place])))}
        self._ports()
        self._around: dict[int, list[int]] = {}
        for place, wire in enumerate(self.picture.wires):
            self._around.setdefault(wire.wire.source, []).append(place)
            self._around.setdefault(wire.wire.target, []).append(place)

    # ------------------------------------------------------------------ layout

    def take(self, picture: Picture) -> bool:
        """Take up another picture if everything in it lies where it lay; what was laid out is kept then.

        An edit that only changes numbers and words costs no layout so. Returns False, with nothing changed, otherwise.
        """
        before = self.picture
        if (
            picture.positions != before.positions
            or picture.down != before.down
            or picture.place != before.place
            or len(picture.wires) != len(before.wires)
            or not (self.boxes[:, :2] == self._base).all()
            or any(a is not b and a.wire != b.wire for a, b in zip(picture.wires, before.wires, strict=True))
            or any(a is not b and _form(a) != _form(b) for a, b in zip(picture.nodes, before.nodes, strict=True))
        ):
            return False
        self.picture = picture
        return True

    def keep_routes(self, before: Drawing) -> None:
        """Take over the ways of the wires that no change came near to, in another picture of about the same nodes."""
        if self.down != before.down or not before._routes:
            return
        old = {node.id: box for node, box in zip(before.picture.nodes, before.boxes.tolist(), strict=True)}
        new = {node.id: box for node, box in zip(self.picture.nodes, self.boxes.tolist(), strict=True)}
        moved = [box for node, box in (*old.items(), *new.items()) if old.get(node) != new.get(node)]
        if len(moved) > _FEW:
            return
        places = {picture.wire: place for place, picture in enumerate(self.picture.wires)}
        pairs = [(wire, places.get(before.picture.wires[wire].wire)) for wire in before._routes]
        kept = [(wire, place) for wire, place in pairs if place is not None and place not in self._lanes]
        if not kept:
            return
        was, now = self._reaches(before, [wire for wire, _ in kept]), [place for _, place in kept]
        same = (before.ends[[wire for wire, _ in kept]] == self.ends[now]).all(axis=1)
        for left, top, right, bottom in moved:
            same &= (was[:, 0] > right) | (was[:, 2] < left) | (was[:, 1] > bottom) | (was[:, 3] < top)
        for (wire, place), stays in zip(kept, same.tolist(), strict=True):
            if stays:
                self._routes[place] = before._routes[wire]

    @staticmethod
    def _reaches(drawing: Drawing, wires: list[int]) -> numpy.ndarray:
        """The areas in which a node decides how these wires run, shape (wires, 4)."""
        ends = drawing.ends[wires]
        wide, high = drawing._reach
        low, top = numpy.minimum(ends[:, :2], ends[:, 2:]).T
        right, bottom = numpy.maximum(ends[:, :2], ends[:, 2:]).T
        return numpy.stack([low - wide, top - high, right + wide, bottom + high], axis=1)

    @property
    def _reach(self) -> Point:
        """How far beyond its ends, across and down, a node may lie in the way of a wire."""
        return (120.0, 48.0) if self.down else (48.0, 120.0)

    def _wire_ends(self) -> None:
        place = self.picture.place
        lines_in = [{p.name: p.line for p in n.inputs} for n in self.picture.nodes]
        lines_out = [{p.name: p.line for p in n.outputs} for n in self.picture.nodes]
        wires = [w.wire for w in self.picture.wires]
        self.sources = numpy.array([place[w.source] for w in wires], dtype=int)
        self.targets = numpy.array([place[w.target] for w in wires], dtype=int)
        down = [
            (lines_out[place[w.source]].get(w.source_port, 24.0), lines_in[place[w.target]].get(w.target_port, 24.0))
            for w in wires
        ]
        self._down = numpy.array(down, dtype=float).reshape(len(wires), 2)
        self._place_wires()

    def _place_wires(self) -> None:
        start, end = self.boxes[self.sources], self.boxes[self.targets]
        along = self._down
        if self.down:
            ends = [start[:, 0] + along[:, 0], start[:, 3], end[:, 0] + along[:, 1], end[:, 1]]
        else:
            ends = [start[:, 2], start[:, 1] + along[:, 0], end[:, 0], end[:, 1] + along[:, 1]]
        self.ends = numpy.stack(ends, axis=1)
        """Where every wire starts and ends, shape (wires, 4): x, y, x, y in canvas units."""

    def _ports(self) -> None:
        owners: list[int] = []
        down: list[float] = []
        right: list[bool] = []
        self._port_names: list[str] = []
        for index, node in enumerate(self.picture.nodes):
            for ports, is_output in ((node.inputs, False), (node.outputs, True)):
                for port in ports:
                    owners.append(index)
                    down.append(port.line)
                    right.append(is_output)
                    self._port_names.append(port.name)
        self._port_owner = numpy.array(owners, dtype=int)
        self._port_down = numpy.array(down, dtype=float)
        self._port_right = numpy.array(right, dtype=bool)

    def shift(self, offsets: Mapping[int, Point], sizes: Mapping[int, Point] | None = None) -> None:
        """Show nodes away from their places, as a drag does; an empty mapping puts all of them back.

        ``sizes`` shows nodes of another size, as a block that is just opening.
        """
        self.boxes[:, :2] = self._base
        for identity, (dx, dy) in offsets.items():
            index = self.picture.place.get(identity)
            if index is not None:
                self.boxes[index, :2] += (dx, dy)
        self.boxes[:, 2:] = self.boxes[:, :2] + self._size
        for identity, size in (sizes or {}).items():
            index = self.picture.place.get(identity)
            if index is not None:
                self.boxes[index, 2:] = self.boxes[index, :2] + size
        self._place_wires()
        if offsets:
            for wire in self.wires_of(offsets) | self._lanes.keys():
                self._routes.pop(wire, None)
                self._lines.pop(wire, None)
        else:
            self._routes.clear()
            self._lines.clear()

    # ------------------------------------------------------------------ reading

    def index(self, node: int) -> int | None:
        """The place of a node in the arrays, or None when it is not drawn."""
        return self.picture.place.get(node)

    def node(self, node: int) -> NodePicture | None:
        """The picture of a node."""
        index = self.index(node)
        return None if index is None else self.picture.nodes[index]

    def box(self, node: int) -> Box | None:
        """Where a node is shown now."""
        index = self.index(node)
        return None if index is None else tuple(self.boxes[index].tolist())  # type: ignore[return-value]

    def wires_of(self, nodes: Iterable[int]) -> set[int]:
        """The places of all wires that touch one of the nodes."""
        return {wire for node in nodes for wire in self._around.get(node, ())}

    def bounds(self, nodes: Iterable[int] | None = None) -> Box:
        """The box around some nodes, or around everything with frames and notes."""
        if nodes is not None:
            chosen = [index for node in nodes if (index := self.index(node)) is not None]
            return bounds(self.boxes[chosen])
        extra = [box for frame in self.picture.frames if (box := self.frame_box(frame.id)) is not None]
        extra += [
            (n.position[0], n.position[1], n.position[0] + n.size[0], n.position[1] + n.size[1])
            for n in self.picture.notes
        ]
        if self._lanes and not self.unrolled:
            left, top, right, bottom = bounds(self.boxes)
            room = LANE * (len(self._lanes) + 0.5)
            extra.append((left, top, right + room, bottom) if self.down else (left, top, right, bottom + room))
        if not extra:
            return bounds(self.boxes)
        return bounds(numpy.concatenate([self.boxes, numpy.array(extra, dtype=float)]))

    def frame_box(self, identity: int) -> Box | None:
        """The box of a frame: around its nodes with air, and room for its title above."""
        frame = next((f for f in self.picture.frames if f.id == identity), None)
        if frame is None or not any(node in self.picture.place for node in frame.nodes):
            return None
        left, top, right, bottom = self.bounds(frame.nodes)
        return left - FRAME_AIR, top - FRAME_AIR - FRAME_TITLE, right + FRAME_AIR, bottom + FRAME_AIR

    def visible_nodes(self, area: Box) -> numpy.ndarray:
        """The places of the nodes that touch an area."""
        b = self.boxes
        return numpy.flatnonzero((b[:, 2] > area[0]) & (b[:, 0] < area[2]) & (b[:, 3] > area[1]) & (b[:, 1] < area[3]))

    def visible_wires(self, area: Box) -> numpy.ndarray:
        """The places of the wires that may touch an area; a wire that runs backwards reaches around its nodes."""
        e = self.ends if not self.down else self.ends[:, [1, 0, 3, 2]]
        if self.down:
            area = turned_box(area)
        backwards = numpy.where(e[:, 2] < e[:, 0] + 8, 160.0, 40.0)
        left, right = numpy.minimum(e[:, 0], e[:, 2]) - 40.0, numpy.maximum(e[:, 0], e[:, 2]) + 40.0
        top, bottom = numpy.minimum(e[:, 1], e[:, 3]) - backwards, numpy.maximum(e[:, 1], e[:, 3]) + backwards
        if self._lanes:
            back = list(self._lanes)
            bottom[back] = self.boxes[:, 2 if self.down else 3].max() + LANE * (len(back) + 1)
            left[back], right[back] = left[back] - 200.0, right[back] + (200.0 if not self.unrolled else -numpy.inf)
        return numpy.flatnonzero((right > area[0]) & (left < area[2]) & (bottom > area[1]) & (top < area[3]))

    def has_route(self, wire: int) -> bool:
        """Whether the way of a wire is known already."""
        return wire in self._routes

    def route(self, wire: int) -> Route:
        """The way of a wire, found when it is first asked for."""
        known = self._routes.get(wire)
        if known is None:
            known = self._routes[wire] = self._find_route(wire)
        return known

    def _find_route(self, wire: int) -> Route:
        x1, y1, x2, y2 = self.ends[wire].tolist()
        lane = self._lanes.get(wire)
        if lane is not None and self.down:
            return below((y1, x1), (y2, x2), self.boxes[:, [1, 0, 3, 2]], lane).turned()
        if lane is not None:
            return below((x1, y1), (x2, y2), self.boxes, lane)
        source, target = int(self.sources[wire]), int(self.targets[wire])
        wide, high = self._reach
        reach = (min(x1, x2) - wide, min(y1, y2) - high, max(x1, x2) + wide, max(y1, y2) + high)
        near = self.visible_nodes(reach)
        forward = y2 >= y1 + 8 if self.down else x2 >= x1 + 8
        if len(near) <= 2 and forward:
            return self.direct((x1, y1), (x2, y2))
        near = near[(near != source) & (near != target)]
        a, b = tuple(self.boxes[source].tolist()), tuple(self.boxes[target].tolist())
        if self.down:
            boxes = self.boxes[near][:, [1, 0, 3, 2]]
            return route((y1, x1), (y2, x2), turned_box(a), turned_box(b), boxes).turned()
        return route((x1, y1), (x2, y2), a, b, self.boxes[near])

    def direct(self, start: Point, end: Point) -> Route:
        """The way of a wire where nothing is in between: as a loose one is drawn."""
        return direct(start, end, down=self.down)

    def line(self, wire: int) -> numpy.ndarray:
        """Points along a wire, shape (n, 2)."""
        known = self._lines.get(wire)
        if known is None:
            known = self._lines[wire] = self.route(wire).polyline()
        return known

    def wire_box(self, wire: int) -> Box:
        """The box around a wire."""
        line = self.line(wire)
        kept = self._wire_boxes.get(wire)
        if kept is None or kept[0] is not line:
            (left, top), (right, bottom) = line.min(axis=0).tolist(), line.max(axis=0).tolist()
            kept = self._wire_boxes[wire] = (line, (left, top, right, bottom))
        return kept[1]

    def wire_picture(self, wire: int) -> WirePicture:
        """The picture of a wire by its place."""
        return self.picture.wires[wire]

    # ------------------------------------------------------------------ what lies under a point

    def node_at(self, point: Point) -> int | None:
        """The id of the topmost node under a point."""
        x, y = point
        found = self.visible_nodes((x - 0.01, y - 0.01, x + 0.01, y + 0.01))
        return self.picture.nodes[int(found[-1])].id if len(found) else None

    def row_at(self, point: Point) -> tuple[int, str] | None:
        """The node and the parameter whose line on its face is under a point; ``repeat`` on the corner of a block."""
        node = self.node_at(point) or self.node_at((point[0], point[1] - 8.0))
        picture, box = (self.node(node), self.box(node)) if node is not None else (None, None)
        if node is None or picture is None or box is None:
            return None
        if picture.repeat and point[0] > box[2] - REPEAT_WIDTH and point[1] > box[3] - 10:
            return node, "repeat"
        place = int((point[1] - box[1] - TITLE - AIR / 2) // ROW)
        if not picture.pill and 0 <= place < len(picture.rows) and picture.rows[place].name:
            return node, picture.rows[place].name
        return None

    def row_box(self, node: int, name: str) -> Box | None:
        """Where the line of a parameter stands on the face of a node; of ``repeat`` the corner."""
        picture, box = self.node(node), self.box(node)
        if picture is None or box is None:
            return None
        for place, row in enumerate(picture.rows):
            if row.name == name and name:
                top = box[1] + TITLE + AIR / 2 + ROW * place
                return box[0] + 10, top, box[2] - 6, top + ROW
        return (box[2] - REPEAT_WIDTH, box[3] - 12, box[2] + 8, box[3] + 10) if name == "repeat" else None

    def nodes_in(self, area: Box) -> tuple[int, ...]:
        """The ids of the nodes that touch an area."""
        return tuple(self.picture.nodes[int(index)].id for index in self.visible_nodes(area))

    def port_positions(self) -> numpy.ndarray:
        """Where all ports are, shape (ports, 2)."""
        owners = self.boxes[self._port_owner]
        if self.down:
            return numpy.stack(
                [owners[:, 0] + self._port_down, numpy.where(self._port_right, owners[:, 3], owners[:, 1])], axis=1
            )
        return numpy.stack(
            [numpy.where(self._port_right, owners[:, 2], owners[:, 0]), owners[:, 1] + self._port_down], axis=1
        )

    def port_at(self, point: Point, reach: float = 10.0) -> PortPlace | None:
        """The nearest port not farther than ``reach`` to the left, right, above or below."""
        if not len(self._port_owner):
            return None
        positions = self.port_positions()
        distance = numpy.abs(positions - numpy.array(point)).max(axis=1)
        nearest = int(distance.argmin())
        return self._port_place(nearest, positions) if distance[nearest] <= reach else None

    def _port_place(self, place: int, positions: numpy.ndarray) -> PortPlace:
        owner = self.picture.nodes[int(self._port_owner[place])].id
        x, y = positions[place].tolist()
        return PortPlace(owner, self._port_names[place], bool(self._port_right[place]), (x, y))

    def port_position(self, node: int, port: str, *, output: bool) -> Point | None:
        """Where a port lies, or None when there is no such port."""
        index = self.index(node)
        if index is None:
            return None
        picture = self.picture.nodes[index]
        line = next((p.line for p in (picture.outputs if output else picture.inputs) if p.name == port), None)
        if line is None:
            return None
        left, top, right, bottom = self.boxes[index].tolist()
        if self.down:
            return left + line, bottom if output else top
        return (right if output else left), top + line

    def wire_at(self, point: Point, reach: float = 8.0, without: Collection[int] = ()) -> int | None:
        """The place of the nearest wire not farther away than ``reach``, none of those ``without``."""
        x, y = point
        best, nearest = reach, None
        for candidate in self.visible_wires((x - reach, y - reach, x + reach, y + reach)).tolist():
            distance = distance_to(self.line(candidate), point) if candidate not in without else reach + 1.0
            if distance <= best:
                best, nearest = distance, candidate
        return nearest

    def frame_at(self, point: Point) -> int | None:
        """The id of the frame whose title bar or border is under a point."""
        x, y = point
        for frame in reversed(self.picture.frames):
            box = self.frame_box(frame.id)
            if box is not None and box[0] <= x <= box[2] and box[1] <= y <= box[1] + FRAME_AIR + 6:
                return frame.id
        return None

    def frame_around(self, point: Point, nodes: Iterable[int]) -> int | None:
        """The id of the frame that a point lies in and that would take up these nodes: none of them is in one yet."""
        chosen = set(nodes)
        if any(chosen.intersection(frame.nodes) for frame in self.picture.frames):
            return None
        for frame in reversed(self.picture.frames):
            box = self.frame_box(frame.id)
            if box is not None and box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]:
                return frame.id
        return None

    def note_box(self, identity: int) -> Box | None:
        """The box of a note, or None when there is none."""
        note = next((n for n in self.picture.notes if n.id == identity), None)
        if note is None:
            return None
        (x, y), (width, height) = note.position, note.size
        return x, y, x + width, y + height

    def note_corner(self, point: Point, identity: int) -> bool:
        """Whether a point is on the lower right corner of a note, which resizes it."""
        box = self.note_box(identity)
        return box is not None and box[2] - 16 <= point[0] <= box[2] and box[3] - 16 <= point[1] <= box[3]

    def note_at(self, point: Point) -> int | None:
        """The id of the note under a point."""
        x, y = point
        for note in reversed(self.picture.notes):
            left, top = note.position
            if left <= x <= left + note.size[0] and top <= y <= top + note.size[1]:
                return note.id
        return None


def _form(node: NodePicture) -> tuple[object, ...]:
    """What decides where things lie on a node: its size, and its ports with their places."""
    ports = [(port.name, port.line) for side in (node.inputs, node.outputs) for port in side]
    return node.width, node.height, len(node.inputs), ports
