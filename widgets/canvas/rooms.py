"""How nodes make room for a block that is opened where it stands: where each is shown, and where that lies on file.

What is shown and what is kept differ while a block is open. Only what would be covered makes way, with its row, and
only as far as it has to: what follows in the row moves on, rows above and below move as much as the frame lacks.
Nothing of that is an edit. The way back has to be exact, so that a node that is dropped stays under the mouse.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy

from widgets.canvas.geometry import GRID, Box, Point, turned_box

_AHEAD = 3 * GRID
"""The most that stays free between a frame and what follows in its row: enough for the text on a wire."""
_ASIDE = 3 * GRID
"""The most that stays free between a frame and what lies above or below: enough for a wire and a name."""
_ROW = 80.0
"""Wires that reach across less than this join what lies in one row; a tidy drawing leaves more between its rows."""


@dataclass(frozen=True)
class Opening:
    """How much larger a node is shown than it is kept: ``along`` the flow, and to both sides across it.

    Where the drawing flows to the right it reaches up by ``rise`` and down by ``sink``.
    """

    node: int
    along: float
    rise: float
    sink: float

    def frame(self, box: Box) -> Box:
        """Where it lies open that lies closed in a box; both in the turned units of a flow to the right."""
        return box[0], box[1] - self.rise, box[2] + self.along, box[3] + self.sink


@dataclass(frozen=True)
class Growth:
    """What makes way for one opening: ``box`` is where the node lies closed among what is open before it.

    What begins beyond the box moves on by ``ahead`` if its middle lies in the ``band``; what lies above moves up by
    ``above`` and what lies below down by ``below``. All as if the drawing flowed to the right.
    """

    opening: Opening
    box: Box
    ahead: float
    above: float
    below: float
    band: tuple[float, float]

    def aside(self, low: float, high: float) -> float:
        """How far something moves that reaches across the flow from ``low`` to ``high``."""
        return self.below if low >= self.box[3] - 1.0 else -self.above if high <= self.box[1] + 1.0 else 0.0

    def onward(self, start: float, low: float, high: float) -> float:
        """How far something moves along the flow."""
        return self.ahead if start >= self.box[2] - 1.0 and self.band[0] <= (low + high) / 2 <= self.band[1] else 0.0

    def pushed(self, box: Box) -> Box:
        """Where something lies after it made way."""
        dx, dy = self.onward(box[0], box[1], box[3]), self.aside(box[1], box[3])
        return box[0] + dx, box[1] + dy, box[2] + dx, box[3] + dy

    def pulled(self, box: Box) -> Box:
        """Where something lay that lies in a box now; the nearest such place where nothing can have lain."""
        low, high = box[1], box[3]
        ends = (self.box[3] - 1.0, self.box[1] + 1.0 - (high - low))
        low = _back(low, ends, (0.0, self.below, -self.above), lambda at: self.aside(at, at + high - box[1]))
        high = low + box[3] - box[1]
        left = _back(box[0], (self.box[2] - 1.0,), (0.0, self.ahead), lambda at: self.onward(at, low, high))
        return left, low, left + box[2] - box[0], high


def _back(shown: float, edges: Iterable[float], shifts: Iterable[float], shift: object) -> float:
    """Where to be so that moved by ``shift`` one is at ``shown``; next to an edge where no such place is."""
    assert callable(shift)
    tried = [*(shown - moved for moved in shifts), *(edge + beside for edge in edges for beside in (-0.5, 0.0))]
    return min(tried, key=lambda at: abs(at + shift(at) - shown))


class Room:
    """Where nodes are shown among open blocks. Without any, everything is shown where it is kept."""

    def __init__(self, growths: Iterable[Growth] = (), *, down: bool = False):
        self.growths = tuple(growths)
        self._down = down

    def shown(self, place: Point, size: Point, node: int | None = None) -> Point:
        """Where the upper left corner of something kept at ``place`` is shown; of an open node the corner it has
        closed."""
        box = self._turned((*place, place[0] + size[0], place[1] + size[1]))
        risen = 0.0
        for growth in self.growths:
            own = growth.opening.node == node
            box, risen = (growth.opening.frame(box), growth.opening.rise) if own else (growth.pushed(box), risen)
        return self._corner(box, risen)

    def kept(self, place: Point, size: Point, node: int | None = None) -> Point:
        """Where something has to be kept to be shown at ``place``; the nearest such place inside an open block."""
        if not self.growths:
            return place
        box = self._turned((*place, place[0] + size[0], place[1] + size[1]))
        own = next((growth.opening for growth in self.growths if growth.opening.node == node), None)
        box = own.frame(box) if own is not None else box
        for growth in reversed(self.growths):
            if own is not None and growth.opening is own:
                box = box[0], box[1] + own.rise, box[2] - own.along, box[3] - own.sink
                own = None
            else:
                box = growth.pulled(box)
        return self._corner(box, 0.0)

    def _turned(self, box: Box) -> Box:
        return turned_box(box) if self._down else box

    def _corner(self, box: Box, risen: float) -> Point:
        return (box[1] + risen, box[0]) if self._down else (box[0], box[1] + risen)


def make_room(
    nodes: Sequence[int],
    boxes: numpy.ndarray,
    wires: Sequence[tuple[int, int]],
    openings: Iterable[Opening],
    *,
    down: bool = False,
    before: Mapping[int, Growth] | None = None,
    air: numpy.ndarray | None = None,
) -> tuple[Room, numpy.ndarray]:
    """Let everything make way for what is open, one after the other; returns the room, and where all is shown then.

    ``boxes`` are left, top, right, bottom of the ``nodes`` where they are kept, shape (n, 4), ``wires`` the places of
    their ends in ``nodes``; ``air`` is how much each wants to be free above and below itself, shape (n,). What made
    way ``before`` is asked for nothing else while that is enough: so nothing jumps when a node is dropped.
    """
    order = [1, 0, 3, 2]
    now = boxes[:, order].copy() if down else boxes.copy()
    place = {node: index for index, node in enumerate(nodes)}
    ends = numpy.array(wires, dtype=int).reshape(len(wires), 2)
    spare = numpy.zeros(len(now)) if air is None else air
    growths: list[Growth] = []
    for opening in openings:
        index = place[opening.node]
        box: Box = tuple(now[index].tolist())  # type: ignore[assignment]
        known = (before or {}).get(opening.node)
        after = (
            _after(now, index, known) if known is not None and (known.opening, known.box) == (opening, box) else None
        )
        if known is None or after is None or _covered(after, index):
            known = _growth(now, index, opening, ends, spare)
            after = _after(now, index, known)
        growths.append(known)
        now = after
    return Room(growths, down=down), now[:, order] if down else now


def _after(now: numpy.ndarray, index: int, growth: Growth) -> numpy.ndarray:
    """Where everything lies when it has made way."""
    across = numpy.where(now[:, 1] >= growth.box[3] - 1.0, growth.below, 0.0)
    across = numpy.where(now[:, 3] <= growth.box[1] + 1.0, -growth.above, across)
    middle = (now[:, 1] + now[:, 3]) / 2
    moves = (now[:, 0] >= growth.box[2] - 1.0) & (middle >= growth.band[0]) & (middle <= growth.band[1])
    along = numpy.where(moves, growth.ahead, 0.0)
    after: numpy.ndarray = now + numpy.stack([along, across, along, across], axis=1)
    after[index] = growth.opening.frame(growth.box)
    return after


def _covered(boxes: numpy.ndarray, index: int) -> bool:
    """Whether one box lies over any other."""
    a, b = boxes, boxes[index]
    over = (a[:, 0] < b[2]) & (a[:, 2] > b[0]) & (a[:, 1] < b[3]) & (a[:, 3] > b[1])
    over[index] = False
    return bool(over.any())


def _growth(now: numpy.ndarray, index: int, opening: Opening, ends: numpy.ndarray, air: numpy.ndarray) -> Growth:
    box: Box = tuple(now[index].tolist())  # type: ignore[assignment]
    left, low, right, high = opening.frame(box)
    beyond = now[:, 0] >= box[2] - 1.0
    band = _row(now, index, beyond, ends)
    middle = (now[:, 1] + now[:, 3]) / 2
    follows = beyond & (middle >= band[0]) & (middle <= band[1])
    ahead = 0.0
    beside = follows & (now[:, 3] > low) & (now[:, 1] < high)
    if beside.any():
        gaps = now[beside, 0] - box[2]
        ahead = _steps(float((right + numpy.minimum(gaps, _AHEAD) - now[beside, 0]).max()))
    starts, stops = now[:, 0] + numpy.where(follows, ahead, 0.0), now[:, 2] + numpy.where(follows, ahead, 0.0)
    near = (stops > left - GRID) & (starts < right + GRID)
    under, over = near & (now[:, 1] >= box[3] - 1.0), near & (now[:, 3] <= box[1] + 1.0)
    under[index] = over[index] = False
    below = above = 0.0
    if under.any():
        gaps = numpy.minimum(now[under, 1] - box[3], _ASIDE + air[under])
        below = _steps(float((high + gaps - now[under, 1]).max()))
    if over.any():
        gaps = numpy.minimum(box[1] - now[over, 3], _ASIDE + air[over])
        above = _steps(float((now[over, 3] + gaps - low).max()))
    return Growth(opening, box, ahead, above, below, band)


def _steps(length: float) -> float:
    """A length in whole steps of the grid, none below zero."""
    return max(0.0, math.ceil(length / GRID - 1e-6) * GRID)


def _row(now: numpy.ndarray, index: int, beyond: numpy.ndarray, ends: numpy.ndarray) -> tuple[float, float]:
    """The stripe across the flow that moves on with what follows a node: nothing beyond lies half in it, and it ends
    midway to what does not."""
    low, high = now[index, 1], now[index, 3]
    chosen = beyond & (now[:, 3] > low) & (now[:, 1] < high)
    if len(ends):
        source, target = ends[:, 0], ends[:, 1]
        apart = numpy.maximum(now[source, 1] - now[target, 3], now[target, 1] - now[source, 3])
        forward = (now[target, 0] >= now[source, 2] - 1.0) & (apart < _ROW) & beyond[target]
        chosen[target[forward & (source == index)]] = True
        source, target = source[forward & beyond[source]], target[forward & beyond[source]]
        count = -1
        while count != (count := int(chosen.sum())):
            chosen[target[chosen[source]]] = True
            chosen[source[chosen[target]]] = True
    chosen[index] = True
    first, last = float(now[chosen, 1].min()), float(now[chosen, 3].max())
    while True:
        cut = beyond & (now[:, 3] > first) & (now[:, 1] < last)
        wider = (min(first, *now[cut, 1].tolist()), max(last, *now[cut, 3].tolist())) if cut.any() else (first, last)
        if wider == (first, last):
            break
        first, last = wider
    above, below = now[beyond & (now[:, 3] <= first), 3], now[beyond & (now[:, 1] >= last), 1]
    return (
        (first + float(above.max())) / 2 if len(above) else -math.inf,
        (last + float(below.min())) / 2 if len(below) else math.inf,
    )
