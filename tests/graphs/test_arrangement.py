"""Places for nodes nobody has placed: as a reader expects them, on the grid, never on top of each other."""

import os
import subprocess
import sys
from collections.abc import Mapping
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presets
from graphs.arrangement import COLUMNS, GRID, arrange
from graphs.network import Network, Node, Wire

Place = tuple[float, float]
FULL, PILL = (148.0, 96.0), (64.0, 58.0)


def drawing(edges: list[tuple[int, int]], count: int) -> Network:
    network = Network()
    for identity in range(1, count + 1):
        network.put_node(Node(identity, "SomethingNew", f"n{identity}"))  # unknown types take any wire
    for a, b in edges:
        network.put_wire(Wire(a, "y", b, f"from{a}"))
    return network


def overlaps(places: Mapping[int, Place], sizes: Mapping[int, Place]) -> list[tuple[int, int]]:
    return [
        (a, b)
        for a, b in combinations(places, 2)
        if places[a][0] < places[b][0] + sizes[b][0]
        and places[b][0] < places[a][0] + sizes[a][0]
        and places[a][1] < places[b][1] + sizes[b][1]
        and places[b][1] < places[a][1] + sizes[a][1]
    ]


@st.composite
def drawings(draw: st.DrawFn) -> tuple[Network, dict[int, Place]]:
    count = draw(st.integers(1, 30))
    pairs = [(a, b) for a in range(1, count + 1) for b in range(a + 1, count + 1)]
    edges = draw(st.lists(st.sampled_from(pairs), unique=True, max_size=2 * count)) if pairs else []
    size = st.sampled_from([FULL, PILL, (240.0, 210.0), (148.0, 115.0)])
    return drawing(edges, count), {node: draw(size) for node in range(1, count + 1)}


@given(drawings())
def test_nothing_overlaps_everything_lies_on_the_grid_and_sources_come_first(
    drawn: tuple[Network, dict[int, Place]],
) -> None:
    network, sizes = drawn

    places = arrange(network, sizes=sizes)

    assert set(places) == {node.id for node in network}
    assert overlaps(places, sizes) == []
    assert all(x % GRID == 0 and y % GRID == 0 for x, y in places.values())
    assert min(x for x, _ in places.values()) == 0 == min(y for _, y in places.values())
    for wire in network.wires:
        (x1, y1), (x2, y2) = places[wire.source], places[wire.target]
        to_the_right = x2 - (x1 + sizes[wire.source][0]) >= 56  # room for the shape text
        in_a_later_row = y2 > y1
        assert to_the_right or in_a_later_row
    assert arrange(network, sizes=sizes) == places


def test_lenet_lies_in_two_rows_with_the_label_beside_its_loss() -> None:
    network = presets.build("lenet5").network
    places = {network.node(node).name: place for node, place in arrange(network).items()}

    first = [places[name] for name in ("image", "C1", "tanh1", "S2", "C3", "tanh3", "S4")]
    second = [places[name] for name in ("C5", "tanh5", "flatten", "F6", "tanh6", "output")]
    for row in (first, second):
        assert row == sorted(row)
        assert len({y for x, y in row[::1] if (x, y) in (row[0], row[3])}) == 1
    assert max(y for _, y in first) < min(y for _, y in second)
    assert places["C5"][0] == places["image"][0] == 0
    assert places["label"][0] == places["output"][0] < places["loss"][0] == places["accuracy"][0]
    assert places["loss"][1] < places["accuracy"][1]


def test_wires_of_a_chain_run_level_through_pills() -> None:
    network = drawing([(1, 2), (2, 3)], 3)
    places = arrange(network, sizes={1: FULL, 2: PILL, 3: FULL})
    # A pill's port lies 24 below its top, a full node's 48.
    assert places[1][1] + 48 == places[2][1] + 24 == places[3][1] + 48


def test_a_long_chain_goes_on_in_further_rows() -> None:
    count = 3 * COLUMNS
    places = arrange(drawing([(n, n + 1) for n in range(1, count)], count))
    rows: dict[float, list[int]] = {}
    for node, (_, y) in places.items():
        rows.setdefault(y, []).append(node)
    assert [len(row) for _, row in sorted(rows.items())] == [COLUMNS] * 3
    assert [node for _, row in sorted(rows.items()) for node in row] == list(range(1, count + 1))


def test_nodes_without_wires_lie_in_a_row_below() -> None:
    places = arrange(drawing([(1, 3)], 5))
    assert places[2][1] == places[4][1] == places[5][1] > places[1][1] == places[3][1]
    assert places[2][0] < places[4][0] < places[5][0]


def test_a_part_stays_where_it_was_and_the_rest_is_not_moved() -> None:
    network = drawing([(1, 2), (2, 3), (3, 4)], 4)
    network.place({1: (0, 0), 2: (500, 130), 3: (490, 400), 4: (900, 900)})
    places = arrange(network, nodes=iter([2, 3]))
    assert set(places) == {2, 3}
    assert (places[2][0], min(y for _, y in places.values())) == (480, 120)
    assert places[3][0] > places[2][0]


def test_an_empty_network_has_no_places() -> None:
    assert arrange(Network()) == {}
    assert arrange(drawing([], 3), nodes=[]) == {}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_places_do_not_depend_on_the_process(seed: str) -> None:
    edges = [(a, b) for a in range(1, 20) for b in range(a + 1, 21) if (a * b) % 7 == 3]
    code = (
        "from tests.graphs.test_arrangement import drawing, arrange\n"
        f"print(sorted(arrange(drawing({edges}, 20)).items()))"
    )
    env = {**os.environ, "PYTHONHASHSEED": seed}
    out = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True).stdout
    assert out.strip() == str(sorted(arrange(drawing(edges, 20)).items()))


def test_a_large_network_is_arranged_quickly() -> None:
    edges = [(n, n + 1) for n in range(1, 900)] + [(n, n + 3) for n in range(1, 890, 9)]
    assert len(arrange(drawing(edges, 900))) == 900
