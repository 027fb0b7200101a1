"""Places that suit two networks at once, so that nodes which are the same lie at the same place in both drawings."""

from __future__ import annotations

from collections.abc import Sequence

from graphs.arrangement import Size, arrange
from graphs.comparison import Row
from graphs.network import Network, Node, Wire

COLUMNS = 5
"""How many columns suit half a window."""

_ANY = "?"
"""A layer type nobody knows: its ports are whatever its wires say."""


def common_places(
    rows: Sequence[Row], left: Network, right: Network, sizes: Sequence[Size]
) -> list[tuple[float, float]]:
    """Return the upper left corner of every row: both networks laid out as if they were one.

    ``sizes`` are widths and heights in canvas units, the larger one of a pair. A wire that would make a circle, since
    the two networks run in opposite directions there, has no say in the layout.
    """
    both = Network()
    at: dict[tuple[bool, int], int] = {}
    for number, row in enumerate(rows, 1):
        both.put_node(Node(number, _ANY, f"row{number}"))
        for is_right, place in ((False, row.left), (True, row.right)):
            if place is not None:
                at[is_right, place.node] = number
    ends = {
        (at[is_right, wire.source], at[is_right, wire.target])
        for is_right, network in ((False, left), (True, right))
        for wire in network.wires
    }
    for number, (source, target) in enumerate(sorted(ends)):
        wire = Wire(source, "y", target, f"x{number}")
        if both.why_not(wire) is None:
            both.put_wire(wire)
    found = arrange(both, sizes={number: size for number, size in enumerate(sizes, 1)}, columns=COLUMNS)
    return [found[number] for number in range(1, len(rows) + 1)]
