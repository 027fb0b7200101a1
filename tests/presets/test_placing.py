"""How the drawings of presets are laid out: nothing lies on anything, and lines run level."""

from itertools import combinations

import presets
from graphs.arrangement import usual_size
from graphs.network import Network
from presets.placing import COLUMN, ROW, end, line, stand


def covered(network: Network) -> list[tuple[str, str]]:
    """The nodes that lie on each other, as far as their sizes are known without drawing them."""
    boxes = [(node.name, *node.position, *usual_size(network, node.id)) for node in network]
    return [
        (one, two)
        for (one, x, y, wide, high), (two, u, v, broad, tall) in combinations(boxes, 2)
        if x < u + broad and u < x + wide and y < v + tall and v < y + high
    ]


def test_no_node_of_a_preset_lies_on_another() -> None:
    for name in presets.names():
        network = presets.build(name).network
        for drawn in (network, *network.blocks.values()):
            assert covered(drawn) == [], f"{name}, {drawn.block_name or 'outermost'}"


def test_nodes_of_a_line_stand_as_near_as_they_are_wide_and_their_wires_run_level() -> None:
    net = Network()
    x = net.add("Input", name="x", field="features", shape=[3])
    x = net.add("ReLU", net.add("Linear", x, name="a_name_of_24_letters_all", out_features=3), name="relu")
    places = line(net, ("x", "a_name_of_24_letters_all", "relu"), 1.0, 2.0)
    stand(net, places | {"x": (1.0, 2.0)})
    wide = usual_size(net, net.node("a_name_of_24_letters_all").id)[0]
    gap = net.node("relu").position[0] - net.node("a_name_of_24_letters_all").position[0] - wide
    assert 64.0 <= gap < 64.0 + 24.0
    assert net.node("relu").position[1] - net.node("x").position[1] == 24.0  # its port lies as much higher on it
    assert net.node("x").position == (24.0 + COLUMN, 48.0 + 2 * ROW)
    assert end(net, places, "relu") > places["relu"][0]
