"""How nodes make room for a block that is opened where it stands: where each is shown, and where that lies on file.

What is shown and what is kept differ while a block is open: nodes beyond it move away, those above and below make way.
Nothing of that is an edit. The way back has to be exact, so that a node that is dropped stays under the mouse.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from widgets.canvas.geometry import Box, Point


@dataclass(frozen=True)
class Growth:
    """A node that is shown larger than it is kept.

    ``box`` is where it lies closed, in canvas units as they are kept; it grows by ``along`` the flow, by ``before`` and
    ``after`` across it: where the drawing flows to the right these are up and down.
    """

    node: int
    box: Box
    along: float
    before: float
    after: float


class Room:
    """Where nodes are shown among open blocks. Without any, everything is shown where it is kept."""

    def __init__(self, growths: Iterable[Growth] = (), *, down: bool = False):
        self.growths = tuple(growths)
        self._down = down

    def shift(self, box: Box, node: int | None = None) -> Point:
        """How far from where it is kept something is shown; of a node its own growth does not count.

        What lies apart stays apart: of two boxes that do not touch, none is moved onto the other.
        """
        along, across = (1, 0) if self._down else (0, 1)
        moved = [0.0, 0.0]
        moved[along] = self._along(box[along], node)
        moved[across] = self._across(box[across], box[across + 2] - box[across], node)
        return moved[0], moved[1]

    def _along(self, start: float, node: int | None) -> float:
        axis = 1 if self._down else 0
        return sum(g.along for g in self.growths if g.node != node and start >= g.box[axis + 2] - 1.0)

    def _across(self, start: float, length: float, node: int | None) -> float:
        axis, moved = 0 if self._down else 1, 0.0
        for growth in self.growths:
            if growth.node == node:
                continue
            if start >= growth.box[axis + 2] - 1.0:
                moved += growth.after
            elif start + length <= growth.box[axis] + 1.0:
                moved -= growth.before
        return moved

    def shown(self, place: Point, size: Point, node: int | None = None) -> Point:
        """Where the upper left corner of something kept at ``place`` is shown."""
        if not self.growths:
            return place
        dx, dy = self.shift((*place, place[0] + size[0], place[1] + size[1]), node)
        return place[0] + dx, place[1] + dy

    def kept(self, place: Point, size: Point, node: int | None = None) -> Point:
        """Where something has to be kept to be shown at ``place``; the nearest such place inside an open block."""
        if not self.growths:
            return place
        along, across = (1, 0) if self._down else (0, 1)
        length = size[across]
        ends = [growth.box[along + 2] - 1.0 for growth in self.growths]
        edges = [growth.box[across + 2] - 1.0 for growth in self.growths]
        edges += [growth.box[across] + 1.0 - length for growth in self.growths]
        found = [0.0, 0.0]
        found[along] = _back(place[along], ends, lambda at: self._along(at, node))
        found[across] = _back(place[across], edges, lambda at: self._across(at, length, node))
        return found[0], found[1]


def _back(shown: float, edges: Iterable[float], shift: Callable[[float], float]) -> float:
    """Where to be so that moved by ``shift`` one is at ``shown``: shifts only change at ``edges``, so few are tried."""
    shifts = {shift(edge + beside) for edge in edges for beside in (-0.5, 0.0, 0.5)}
    places = sorted((shown - moved for moved in shifts), key=lambda at: abs(at + shift(at) - shown))
    return places[0]
