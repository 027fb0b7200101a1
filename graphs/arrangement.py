"""Where nodes lie when nobody has placed them: in columns from left to right, long chains in rows below each other.

The columns, and who lies above whom, come from fast-sugiyama (Sugiyama, Tagawa & Toda 1981). Sizes, the grid, rows and
what stands alone are added here. The same network always gets the same places.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

import networkx

from graphs.elements import Direction, Node, Wire
from graphs.network import Network
from graphs.ports import arrives_later

GRID = 24
"""The canvas's grid: every place is a whole number of these."""

COLUMNS = 8
"""The most columns of one row; what is longer goes on in the next row."""

INSIDE = 12
"""The most columns of one row of a block: it stands open among others, and its ends are small signs at its edges."""

Size = tuple[float, float]
"""Width and height in canvas units."""

_PILL, _PILL_WIDEST = (64.0, 58.0), 112.0
_WIDTH, _TITLE, _ROW, _FOOT = 148.0, 33.0, 19.0, 25.0
_WIDEST, _MOST_ROWS = 240.0, 6
_VALUE = "00000"  # what an expression comes to stands behind it
_FOLLOWS = 86.0  # a short word, a short value and the edges: the rest is the expression it follows
_PILL_LINE, _LINE = GRID, 2 * GRID  # how far below its top a node's wires arrive: level wires need these on one height
_ACROSS = 64  # room for the shape text on a wire
_STEEP, _STEEPEST = GRID, 2 * GRID  # more room for each further wire that changes its lane, and at most
_BELOW = 40
_BETWEEN_ROWS = 4 * GRID  # room for the wire that leads back, and for the titles of frames
_UNIT = 72.0  # fast-sugiyama's distance between neighbours


def arrange(
    network: Network,
    nodes: Iterable[int] | None = None,
    sizes: Mapping[int, Size] | None = None,
    direction: Direction = "right",
    columns: int | None = None,
) -> dict[int, tuple[float, float]]:
    """Return places (upper left corners, on the grid) for nodes of a network, or only for some: no two overlap.

    Sources stand left of their targets within a row; inputs such as labels stand just before what needs them. The
    places begin at (0, 0) or, for a part of the network, where its upper left corner was. ``sizes`` are widths and
    heights where they are known; after so many ``columns`` a new row begins (later in a block). ``direction="down"``
    lets sources stand above their targets, and rows stand side by side.
    """
    return arranging(network, nodes, sizes, direction, columns)()


def arranging(
    network: Network,
    nodes: Iterable[int] | None = None,
    sizes: Mapping[int, Size] | None = None,
    direction: Direction = "right",
    columns: int | None = None,
) -> Callable[[], dict[int, tuple[float, float]]]:
    """What `arrange` has to know, gathered at once; calling what comes back finds the places, in a thread if need be.

    It knows the network as it was, whatever becomes of it meanwhile.
    """
    columns = columns or (COLUMNS if network.block_name is None else INSIDE)
    wanted = None if nodes is None else set(nodes)
    chosen = [node for node in network if wanted is None or node.id in wanted]
    known = {node.id: (sizes or {}).get(node.id) or usual_size(network, node.id) for node in chosen}
    return partial(_arranged, chosen, network.by_id, network.wires, known, direction, columns, nodes is not None)


def _arranged(
    nodes: Sequence[Node],
    by_id: Mapping[int, Node],
    wires: Iterable[Wire],
    known: dict[int, Size],
    direction: Direction,
    columns: int,
    partly: bool,
) -> dict[int, tuple[float, float]]:
    if direction == "down":
        known = {node: (height, width) for node, (width, height) in known.items()}
    drawn = networkx.DiGraph()
    drawn.add_nodes_from(known)
    drawn.add_edges_from(
        (w.source, w.target)
        for w in wires
        if w.source in known and w.target in known and not arrives_later(by_id[w.target], w.target_port)
    )
    parts = sorted((sorted(part) for part in networkx.weakly_connected_components(drawn)), key=lambda part: part[0])
    rows: list[list[_Column]] = []
    for part in parts:
        if len(part) > 1:
            rows += _rows(_columns(drawn.subgraph(part)), drawn, columns)
    alone = [part[0] for part in parts if len(part) == 1]
    rows += [[{node: 0.0} for node in alone[start : start + columns]] for start in range(0, len(alone), columns)]
    places: dict[int, tuple[float, float]] = {}
    top = 0.0
    for row in rows:
        row_places = _placed(row, drawn, known, top, _line if direction == "right" else _middle)
        places |= row_places
        top = _up(max(y + known[node][1] for node, (_, y) in row_places.items()) + _BETWEEN_ROWS)
    if direction == "down":
        places = {node: (y, x) for node, (x, y) in places.items()}
    if not partly or not places:
        return places
    left = _down(min(node.position[0] for node in nodes))
    upper = _down(min(node.position[1] for node in nodes))
    return {node: (x + left, y + upper) for node, (x, y) in places.items()}


_Column = dict[int, float]
"""The nodes of a column with the lane each wants to lie in: 0 is the uppermost."""


def usual_size(network: Network, node: int) -> Size:
    """How large a node is drawn, as far as that is known without drawing it."""
    kind, block = network.layer_class(node), network.block_of(node)
    inputs = len(network.input_ports(node))
    letters = len(network.node(node).name)
    if kind is not None and kind.pill and inputs <= 1:
        return max(_PILL[0], min(_PILL_WIDEST, 12.0 + 7.0 * letters)), _PILL[1]
    width, rows = min(_WIDEST, max(_WIDTH, 48.0 + 8.6 * letters)), max(3, inputs, len(network.output_ports(node)))
    followed = [str(given) for given in network.node(node).parameters.values() if str(given).startswith("=")]
    width = min(_WIDEST, max(width, *(_FOLLOWS + 7.0 * len(given) for given in followed))) if followed else width
    if block is not None and block.parameters:
        given = {name: str(network.node(node).parameters.get(name, value)) for name, value in block.parameters.items()}
        longest = max(6.2 * len(name) + 7.0 * len(text + _VALUE * text.startswith("=")) for name, text in given.items())
        width = min(_WIDEST, max(width, 30.0 + longest))
        rows = max(rows, min(len(given), _MOST_ROWS) + (inputs if inputs > 1 else 0))
    return width, _TITLE + _ROW * rows + _FOOT


def _columns(part: networkx.DiGraph[int]) -> list[_Column]:
    """Sort the nodes of a connected part into columns, each with its lane."""
    from fast_sugiyama import from_edges  # only here: opening a project should not wait for it

    ids = sorted(part.nodes)
    # Whole numbers from 0, since it would number names in the order of Python's hashes, which changes by process.
    number = {node: place for place, node in enumerate(ids)}
    edges = sorted((number[a], number[b]) for a, b in part.edges)
    layout = from_edges(edges, vertex_spacing=_UNIT, dummy_vertices=True, dummy_size=_UNIT / 2, ranking_type="minimize")
    found = {ids[int(n)]: place for places, *_ in layout for n, place in places if int(n) < len(ids)}
    # It draws downwards with y pointing up; here a layer is a column, and a place in the layer is a lane.
    heights = {y: place for place, y in enumerate(sorted({round(y) for _, y in found.values()}, reverse=True))}
    column = {node: heights[round(y)] for node, (_, y) in found.items()}
    lane = {node: x / _UNIT for node, (x, _) in found.items()}
    low, high = min(lane.values()), max(lane.values())
    if sum(lane.values()) - low * len(lane) > high * len(lane) - sum(lane.values()):
        lane = {node: high - at for node, at in lane.items()}  # most of the drawing lies above, asides hang below
    else:
        lane = {node: at - low for node, at in lane.items()}
    columns: list[_Column] = [{} for _ in heights]
    for node in ids:
        columns[column[node]][node] = lane[node]
    return [_twins_in_order(one, part) for one in columns]


def _twins_in_order(column: _Column, part: networkx.DiGraph[int]) -> _Column:
    """Let nodes with the same neighbours (a loss, a metric) lie in the order in which they were made."""
    twins: dict[tuple[tuple[int, ...], tuple[int, ...]], list[int]] = {}
    for node in sorted(column):
        neighbours = (tuple(sorted(part.predecessors(node))), tuple(sorted(part.successors(node))))
        twins.setdefault(neighbours, []).append(node)
    return {
        node: lane
        for group in twins.values()
        for node, lane in zip(group, sorted(column[node] for node in group), strict=True)
    }


def _rows(columns: Sequence[_Column], drawn: networkx.DiGraph[int], most: int) -> list[list[_Column]]:
    """Break a wide drawing into rows, where few wires cross; one that is knit too closely stays in one row."""
    if len(columns) <= most:
        return [list(columns)]
    place = {node: number for number, column in enumerate(columns) for node in column}

    starts, ends = [0] * (len(columns) + 1), [0] * (len(columns) + 1)
    for node in place:
        reach = max((place[other] for other in drawn.successors(node) if other in place), default=-1)
        if reach > place[node]:
            starts[place[node] + 1] += 1
            ends[reach] += 1
    crossed, now = [0] * (len(columns) + 1), 0  # for each cut, how many nodes before it feed one behind it
    for cut in range(len(columns) + 1):
        now += starts[cut] - (ends[cut - 1] if cut else 0)
        crossed[cut] = now

    rows: list[list[_Column]] = []
    start = 0
    while len(columns) - start > most:
        left = len(columns) - start
        ideal = start + math.ceil(left / math.ceil(left / most))
        candidates = range(max(start + 3, ideal - 3), min(start + most, len(columns) - 1) + 1)
        cut = min(candidates, key=lambda at: (crossed[at], abs(at - ideal), at))
        if crossed[cut] > 2:
            further = range(start + most + 1, len(columns))
            cut = next((at for at in further if crossed[at] == 1), len(columns))
        rows.append(list(columns[start:cut]))
        start = cut
    return rows + ([list(columns[start:])] if start < len(columns) else [])


def _placed(
    row: Sequence[_Column],
    drawn: networkx.DiGraph[int],
    sizes: Mapping[int, Size],
    top: float,
    line: Callable[[Size], float],
) -> dict[int, tuple[float, float]]:
    """Give the columns of a row their places: level wires where lanes agree, and nothing on top of anything."""
    pitch = _up(max(sizes[node][1] for column in row for node in column) + _BELOW)
    lowest = min(lane for column in row for lane in column.values())
    lines: dict[int, float] = {}
    left: dict[int, float] = {}
    x = 0.0
    for place, column in enumerate(row):
        free: float | None = None
        for node in sorted(column, key=lambda node: (column[node], node)):
            upper = _near((column[node] - lowest) * pitch) - line(sizes[node])
            upper = upper if free is None else max(upper, free)
            lines[node], left[node] = upper, x
            free = _up(upper + sizes[node][1] + _BELOW)
        following = row[place + 1] if place + 1 < len(row) else {}
        x = _up(x + max(sizes[node][0] for node in column) + _ACROSS) + _further(column, following, drawn)
    rise = top - min(lines.values())
    return {node: (left[node], lines[node] + rise) for node in lines}


def _further(column: _Column, following: _Column, drawn: networkx.DiGraph[int]) -> int:
    """How much further apart two columns stand so that several wires between their lanes are told from each other."""
    steep = sum(
        abs(column[node] - following[other]) > 0.5
        for node in column
        for other in drawn.successors(node)
        if other in following
    )
    return min(_STEEPEST, max(0, steep - 1) * _STEEP)


def _line(size: Size) -> float:
    return _PILL_LINE if size[1] < 3 * GRID else _LINE


def _middle(size: Size) -> float:
    """Drawn downwards, wires arrive at the middle of a node's upper edge."""
    return size[1] / 2


def _on_grid(rounding: Callable[[float], int]) -> Callable[[float], float]:
    return lambda value: float(rounding(value / GRID) * GRID)


_up, _down, _near = _on_grid(math.ceil), _on_grid(math.floor), _on_grid(round)
