"""How big nodes are, where their ports lie and how wires run, in canvas units: plain numbers, without Qt."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

GRID = 24.0
TITLE = 30.0
ROW = 19.0
FOOT = 25.0
AIR = 3.0
"""What is left over so that a node of two rows is exactly four grid steps high."""

NODE_WIDTH = 148.0
NODE_WIDEST = 240.0
PILL_WIDTH, PILL_WIDEST, PILL_HEIGHT = 64.0, 112.0, 58.0
FULL_LINE = 48.0
"""Height of the one port of a full node below its top; with `PILL_LINE` on the grid, so that wires run straight."""

PILL_LINE = 24.0
LEAST_NOTE = (96.0, 48.0)
"""The smallest a sticky note gets."""

CLEARANCE = 24.0
CORNER = 16.0

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


def snap(value: float) -> float:
    """The nearest place on the grid."""
    return math.floor(value / GRID + 0.5) * GRID


def snapped(point: Point) -> Point:
    """The nearest crossing of the grid."""
    return snap(point[0]), snap(point[1])


def full_height(rows: int) -> float:
    """The height of a node with so many rows; never less than two, so that rows of nodes line up."""
    return TITLE + ROW * max(2, rows) + AIR + FOOT


def row_line(row: int) -> float:
    """The middle of a row below the top of its node."""
    return TITLE + ROW * (row + 0.5) + AIR / 2


def port_columns(count: int, width: float) -> tuple[float, ...]:
    """How far from the left each of ``count`` ports lies where the drawing flows downwards."""
    return tuple(width * (place + 1) / (count + 1) for place in range(count))


def port_lines(count: int, *, pill: bool, height: float) -> tuple[float, ...]:
    """How far below the top each of ``count`` ports of one side lies."""
    if count == 1:
        return (PILL_LINE if pill else FULL_LINE,)
    if pill:
        return tuple(height * (place + 1) / (count + 1) for place in range(count))
    return tuple(row_line(place) for place in range(count))


@dataclass(frozen=True)
class Route:
    """How a wire runs: a bezier of four points, or straight pieces with round corners through ``points``."""

    points: tuple[Point, ...]
    curved: bool
    down: bool = False

    @property
    def is_straight(self) -> bool:
        """Whether the wire is one level line; where the drawing flows downwards, an upright one."""
        axis = 0 if self.down else 1
        return abs(self.points[0][axis] - self.points[-1][axis]) < 0.5 and self.curved

    def turned(self) -> Route:
        """The same way with across and down exchanged."""
        return Route(tuple((y, x) for x, y in self.points), self.curved, not self.down)

    def polyline(self, pieces: int = 20) -> numpy.ndarray:
        """Points along the wire, shape (n, 2), in canvas units."""
        if not self.curved:
            return numpy.array(self.points, dtype=float)
        if self.is_straight:
            return numpy.array([self.points[0], self.points[-1]], dtype=float)
        t = numpy.linspace(0.0, 1.0, pieces)[:, None]
        a, b, c, d = (numpy.array(point, dtype=float) for point in self.points)
        return (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t**2 * c + t**3 * d

    def middle(self) -> Point:
        """Where the text of the wire stands: halfway of a curve, the middle of the longest level piece of a detour."""
        if self.curved:
            (ax, ay), (dx, dy) = self.points[0], self.points[-1]
            return (ax + dx) / 2, (ay + dy) / 2
        if self.down:
            x, y = self.turned().middle()
            return y, x
        level = [(a, b) for a, b in zip(self.points, self.points[1:], strict=False) if abs(a[1] - b[1]) < 0.5]
        a, b = max(level, key=lambda pair: abs(pair[0][0] - pair[1][0]))
        return (a[0] + b[0]) / 2, a[1]

    def room(self) -> float:
        """How long the level piece around `middle` is: what a text may fill. Beside an upright piece there is room."""
        if self.down:
            return math.inf
        if self.curved:
            return abs(self.points[-1][0] - self.points[0][0])
        level = [abs(a[0] - b[0]) for a, b in zip(self.points, self.points[1:], strict=False) if abs(a[1] - b[1]) < 0.5]
        return max(level, default=0.0)


def turned(point: Point) -> Point:
    """Across and down exchanged."""
    return point[1], point[0]


def turned_box(box: Box) -> Box:
    """A box with across and down exchanged."""
    return box[1], box[0], box[3], box[2]


def direct(start: Point, end: Point, *, down: bool = False) -> Route:
    """A bezier with level handles, half the distance long, between 24 and 120; with upright ones where it flows
    ``down``."""
    if down:
        return direct(turned(start), turned(end)).turned()
    distance = math.dist(start, end)
    handle = min(max(distance / 2, 24.0), 120.0)
    if end[0] - start[0] < 2 * handle and abs(end[1] - start[1]) < 0.5:
        handle = max(0.0, (end[0] - start[0]) / 2)
    return Route((start, (start[0] + handle, start[1]), (end[0] - handle, end[1]), end), curved=True)


def route(start: Point, end: Point, source: Box, target: Box, boxes: numpy.ndarray) -> Route:
    """Find the way of a wire: a bezier where it is free, else around the nodes with level and upright pieces.

    ``source`` and ``target`` are the nodes at its ends; ``boxes`` holds the other nodes near it, shape (n, 4), as left,
    top, right, bottom in canvas units.
    """
    forward = end[0] - start[0] >= 8.0
    if forward:
        straight = direct(start, end)
        if not _crosses(straight.polyline(), boxes):
            return straight
    return _around(start, end, source, target, boxes, forward=forward)


LANE = 24.0
"""How far below everything, and below each other, the wires run that lead back to the next time step."""


def below(start: Point, end: Point, boxes: numpy.ndarray, lane: int) -> Route:
    """The way back of a value that is carried on: out at the right, under all ``boxes``, shape (n, 4), in at the left.

    ``lane`` counts from 0 how many such wires run above this one.
    """
    floor = float(boxes[:, 3].max()) + LANE * (lane + 1)
    apart = 6.0 * lane
    out = _free_column(start[0] + CLEARANCE / 2 + apart, (start[1], floor), boxes, 12.0)
    back = _free_column(end[0] - CLEARANCE - apart, (floor, end[1]), boxes, -12.0)
    return Route((start, (out, start[1]), (out, floor), (back, floor), (back, end[1]), end), curved=False)


_SHARES = numpy.arange(64)


def _crosses(line: numpy.ndarray, boxes: numpy.ndarray) -> bool:
    """Whether a line of points passes over a box; points and the middles between them are tried."""
    if not len(boxes):
        return False
    if len(line) == 2:
        steps = max(2, int(abs(line[1] - line[0]).max() / 12.0))
        tried = line[0] + numpy.linspace(0.0, 1.0, steps + 1)[:, None] * (line[1] - line[0])
    else:
        steps = max(2, int(abs(line[1:] - line[:-1]).max() / 12.0) + 1)
        tried = numpy.concatenate([line[1:] * share + line[:-1] * (1 - share) for share in _SHARES[:steps] / steps])
    x, y = tried[:, 0, None], tried[:, 1, None]
    inside = (x > boxes[:, 0] - 2) & (x < boxes[:, 2] + 2) & (y > boxes[:, 1] - 2) & (y < boxes[:, 3] + 2)
    return bool(inside.any())


def _around(start: Point, end: Point, source: Box, target: Box, boxes: numpy.ndarray, *, forward: bool) -> Route:
    out, back = start[0] + CLEARANCE, end[0] - CLEARANCE
    if forward and out > back:
        out = back = (start[0] + end[0]) / 2
    low, high = min(out, back), max(out, back)
    near = boxes[(boxes[:, 2] > low - 4) & (boxes[:, 0] < high + 4)] if len(boxes) else boxes
    wanted = (start[1] + end[1]) / 2
    if source[3] + CLEARANCE < target[1]:
        wanted = (source[3] + target[1]) / 2
    elif target[3] + CLEARANCE < source[1]:
        wanted = (target[3] + source[1]) / 2
    own = [] if forward else [source, target]
    channel = _free_channel(wanted, [*((b[1], b[3]) for b in near), *((b[1], b[3]) for b in own)])
    out = _free_column(out, (start[1], channel), boxes, 12.0)
    back = _free_column(back, (channel, end[1]), boxes, -12.0)
    return Route((start, (out, start[1]), (out, channel), (back, channel), (back, end[1]), end), curved=False)


def _free_channel(wanted: float, spans: Iterable[Sequence[float]]) -> float:
    """The height nearest to ``wanted`` that keeps clear of all spans (top, bottom)."""
    blocked: list[list[float]] = []
    for top, bottom in sorted((float(s[0]) - 20.0, float(s[1]) + 20.0) for s in spans):
        if blocked and top <= blocked[-1][1]:
            blocked[-1][1] = max(blocked[-1][1], bottom)
        else:
            blocked.append([top, bottom])
    for top, bottom in blocked:
        if top < wanted < bottom:
            return top if wanted - top < bottom - wanted else bottom
    return wanted


def _free_column(wanted: float, span: tuple[float, float], boxes: numpy.ndarray, step: float) -> float:
    """The nearest place in one direction where an upright piece passes over no node, if there is one near."""
    low, high = min(span), max(span)
    level = boxes[(boxes[:, 3] > low) & (boxes[:, 1] < high)] if len(boxes) else boxes
    for tries in range(16):
        x = wanted + tries * step
        if not ((level[:, 0] - 6 < x) & (level[:, 2] + 6 > x)).any():
            return x
    return wanted


def distance_to(line: numpy.ndarray, point: Point) -> float:
    """The shortest distance in canvas units from a point to a line of points, shape (n, 2)."""
    a, b, p = line[:-1], line[1:], numpy.array(point)
    along = b - a
    length = numpy.maximum((along**2).sum(axis=1), 1e-9)
    share = numpy.clip(((p - a) * along).sum(axis=1) / length, 0.0, 1.0)
    return float(numpy.sqrt((((a + share[:, None] * along) - p) ** 2).sum(axis=1).min()))


def bounds(boxes: numpy.ndarray) -> Box:
    """The box around all boxes, shape (n, 4); an empty one when there are none."""
    if not len(boxes):
        return 0.0, 0.0, 0.0, 0.0
    left, top = boxes[:, :2].min(axis=0)
    right, bottom = boxes[:, 2:].max(axis=0)
    return float(left), float(top), float(right), float(bottom)
