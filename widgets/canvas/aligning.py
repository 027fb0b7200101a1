"""Putting nodes in order: edges or wires on one line, equal gaps; and where a dragged node lines up with others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy

from graphs.edits import Batch, Edit, MoveNodes
from graphs.message import Message, mark, say
from graphs.network import Network
from widgets.canvas.drawing import Drawing
from widgets.canvas.geometry import Box, Point, turned_box


class Side(StrEnum):
    """What of several nodes comes to lie on one line."""

    LEFT = mark("left")
    RIGHT = mark("right")
    TOP = mark("top")
    BOTTOM = mark("bottom")
    CENTRE = mark("centre")
    MIDDLE = mark("middle")
    WIRES = mark("wires")


_SAID: dict[Side, Message] = {
    Side.LEFT: say("Align left edges"),
    Side.RIGHT: say("Align right edges"),
    Side.TOP: say("Align top edges"),
    Side.BOTTOM: say("Align bottom edges"),
    Side.CENTRE: say("Align centres one above the other"),
    Side.MIDDLE: say("Align centres side by side"),
    Side.WIRES: say("Align so that wires run level"),
}


def port_line(drawing: Drawing, node: int) -> float:
    """How far along its edge the first port of a node lies: below its top, or from its left."""
    picture = drawing.node(node)
    ports = (*picture.inputs, *picture.outputs) if picture is not None else ()
    return ports[0].line if ports else 24.0


def aligned(network: Network, drawing: Drawing, nodes: Sequence[int], side: Side) -> Edit | None:
    """The edit that puts one edge, or the ports, of these nodes on one line; None when there is nothing to do."""
    boxes = {node: box for node in nodes if (box := drawing.box(node)) is not None}
    if len(boxes) < 2:
        return None
    left, top = min(b[0] for b in boxes.values()), min(b[1] for b in boxes.values())
    right, bottom = max(b[2] for b in boxes.values()), max(b[3] for b in boxes.values())
    axis = 0 if drawing.down else 1
    level = min((b[axis] + port_line(drawing, node) for node, b in boxes.items()), default=0.0)
    moves: dict[int, Point] = {}
    for node, (a, b, c, d) in boxes.items():
        x, y = network.node(node).position
        match side:
            case Side.LEFT:
                x += left - a
            case Side.RIGHT:
                x += right - c
            case Side.TOP:
                y += top - b
            case Side.BOTTOM:
                y += bottom - d
            case Side.CENTRE:
                x += round((left + right - a - c) / 2)
            case Side.MIDDLE:
                y += round((top + bottom - b - d) / 2)
            case Side.WIRES if drawing.down:
                x += level - a - port_line(drawing, node)
            case Side.WIRES:
                y += level - b - port_line(drawing, node)
        moves[node] = (x, y)
    return _moved(network, moves, _SAID[side])


def distributed(network: Network, drawing: Drawing, nodes: Sequence[int], *, across: bool) -> Edit | None:
    """The edit that makes the gaps between nodes equal; the outermost two stay. None with fewer than three nodes."""
    boxes = {node: box for node in nodes if (box := drawing.box(node)) is not None}
    if len(boxes) < 3:
        return None
    low, high = (0, 2) if across else (1, 3)
    order = sorted(boxes, key=lambda node: (boxes[node][low], boxes[node][high], node))
    room = max(boxes[n][high] for n in order) - boxes[order[0]][low]
    gap = (room - sum(boxes[n][high] - boxes[n][low] for n in order)) / (len(order) - 1)
    moves: dict[int, Point] = {}
    at = boxes[order[0]][low]
    for node in order:
        x, y = network.node(node).position
        by = round(at - boxes[node][low])
        moves[node] = (x + by, y) if across else (x, y + by)
        at += boxes[node][high] - boxes[node][low] + gap
    said = say("Make gaps across equal") if across else say("Make gaps down equal")
    return _moved(network, moves, said)


def _moved(network: Network, moves: dict[int, Point], said: Message) -> Edit | None:
    changed = tuple((node, place) for node, place in moves.items() if network.node(node).position != place)
    return Batch((MoveNodes(changed),), said) if changed else None


@dataclass(frozen=True)
class Guide:
    """A line that shows what a dragged node lines up with: from (x1, y1) to (x2, y2) in canvas units."""

    x1: float
    y1: float
    x2: float
    y2: float


def lined_up(
    box: Box, line: float, others: numpy.ndarray, lines: numpy.ndarray, reach: float, *, down: bool = False
) -> tuple[float, float]:
    """How far to move a box across and down so that it lines up with its neighbours; 0 where none is near.

    ``line`` is the height of its ports; ``others`` are left, top, right, bottom of the neighbours, shape (n, 4), and
    ``lines`` the heights of theirs, shape (n,), in canvas units. Equal edges, equal centres and level ports count.
    Where the drawing flows ``down``, lines are places across.
    """
    if not len(others):
        return 0.0, 0.0
    if down:
        dy, dx = lined_up(turned_box(box), line, others[:, [1, 0, 3, 2]], lines, reach)
        return dx, dy
    across = numpy.concatenate(
        [others[:, 0] - box[0], others[:, 2] - box[2], (others[:, 0] + others[:, 2] - box[0] - box[2]) / 2]
    )
    along = numpy.concatenate([lines - line, others[:, 1] - box[1], others[:, 3] - box[3]])
    return _nearest(across, reach), _nearest(along, reach)


def _nearest(distances: numpy.ndarray, reach: float) -> float:
    best = float(distances[numpy.abs(distances).argmin()])
    return best if abs(best) <= reach else 0.0


def guides(
    box: Box, line: float, others: numpy.ndarray, lines: numpy.ndarray, *, down: bool = False
) -> tuple[Guide, ...]:
    """The lines on which a box lies together with neighbours, at most one down and one across."""
    if down:
        found_turned = guides(turned_box(box), line, others[:, [1, 0, 3, 2]], lines)
        return tuple(Guide(g.y1, g.x1, g.y2, g.x2) for g in found_turned)
    found: list[Guide] = []
    for mine, theirs in (
        (box[0], others[:, 0]),
        (box[2], others[:, 2]),
        ((box[0] + box[2]) / 2, (others[:, 0] + others[:, 2]) / 2),
    ):
        same = numpy.abs(theirs - mine) < 0.5
        if same.any():
            top, bottom = min(box[1], others[same, 1].min()), max(box[3], others[same, 3].max())
            found.append(Guide(mine, float(top) - 12, mine, float(bottom) + 12))
            break
    for mine, theirs in ((line, lines), (box[1], others[:, 1]), (box[3], others[:, 3])):
        same = numpy.abs(theirs - mine) < 0.5
        if same.any():
            left, right = min(box[0], others[same, 0].min()), max(box[2], others[same, 2].max())
            found.append(Guide(float(left) - 12, mine, float(right) + 12, mine))
            break
    return tuple(found)
