"""Where the nodes of a drawing stand that a person laid out: in columns and rows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from graphs.arrangement import GRID, usual_size
from graphs.network import Network

COLUMN, ROW = 216.0, 144.0
"""From one column and one row to the next, in pixels of the canvas: a node and room for its wires."""

_BETWEEN, _NARROW = 64.0, 120.0
_LOWER = 1 / 6
"""How much lower a small node stands than its neighbours, in rows, so that the wires between them are level."""

Place = tuple[float, float]
"""Column and row."""


def stand(net: Network, places: Mapping[str, Place]) -> None:
    """Put nodes at (column, row), by name; a part of a column or row is a part of its width or height."""
    net.place({net.node(name).id: (24.0 + column * COLUMN, 48.0 + row * ROW) for name, (column, row) in places.items()})


def line(net: Network, names: Sequence[str], column: float = 0.0, row: float = 0.0) -> dict[str, Place]:
    """The places of nodes one after the other, from a column on: each as near to the one before as its width allows."""
    places = {}
    for name in names:
        width, _ = usual_size(net, net.node(name).id)
        places[name] = (column, row + _LOWER * (width < _NARROW))
        column += math.ceil((width + _BETWEEN) / GRID) * GRID / COLUMN
    return places


def end(net: Network, places: Mapping[str, Place], name: str) -> float:
    """The first column behind a node that already has its place."""
    width, _ = usual_size(net, net.node(name).id)
    return places[name][0] + math.ceil((width + _BETWEEN) / GRID) * GRID / COLUMN
