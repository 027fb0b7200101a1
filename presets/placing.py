"""Where the nodes of a drawing stand that a person laid out: in columns and rows."""

from __future__ import annotations

from collections.abc import Mapping

from graphs.network import Network

COLUMN, ROW = 216.0, 144.0
"""From one column and one row to the next, in pixels of the canvas: a node and room for its wires."""


def stand(net: Network, places: Mapping[str, tuple[float, float]]) -> None:
    """Put nodes at (column, row), by name; a part of a column or row is a part of its width or height."""
    net.place({net.node(name).id: (24.0 + column * COLUMN, 48.0 + row * ROW) for name, (column, row) in places.items()})
