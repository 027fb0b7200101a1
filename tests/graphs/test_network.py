"""Networks as data: names, ids, wires, and what is refused with a reason."""

import keyword

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presets
from graphs.catalogue import UnknownLayer
from graphs.elements import RESERVED
from graphs.network import Frame, Network, NetworkError, Node, Note, Wire
from graphs.planning import plan


@pytest.fixture
def net() -> Network:
    network = Network()
    image = network.add("Input", name="image", shape=(1, 8, 8))
    hidden = network.add("Linear", network.add("Flatten", image), name="hidden", out_features=3)
    network.add("Output", network.add("ReLU", hidden), name="out")
    return network


def refused(network: Network, wire: Wire) -> str:
    before = network.wires
    reason = network.why_not(wire)
    with pytest.raises(NetworkError) as caught:
        network.put_wire(wire)
    assert network.wires == before
    assert reason is not None and str(caught.value.message) == str(reason)
    return str(reason)


# ---------------------------------------------------------------------- names and ids


def test_reserved_names_are_those_a_module_has() -> None:
    import torch

    module = torch.nn.Module()
    taken = {name for name in {*dir(module), *vars(module)} if not name.startswith("_")} | {"self"}
    assert taken - RESERVED == set(), "nn.Module has names that RESERVED lacks"
    for name in sorted(taken):
        with pytest.raises(NetworkError, match="means something to Python or PyTorch"):
            Network().put_node(Node(1, "ReLU", name))


@pytest.mark.parametrize("name", ["C1", "conv2", "layer1-0", "a_b", "0", "12", "b" * 200])
def test_names_a_node_may_have(name: str) -> None:
    network = Network()
    network.put_node(Node(1, "ReLU", name))
    assert network.node(name).id == 1


@pytest.mark.parametrize(
    "name", ["", "1a", "a.b", "a b", "-a", "卷积", "é", "a\n", "_private", "__dict__", "self", "١", *keyword.kwlist]
)
def test_names_a_node_may_not_have(name: str) -> None:
    with pytest.raises(NetworkError):
        Network().put_node(Node(1, "ReLU", name))


@given(st.text(max_size=12) | st.sampled_from(["_", "__x", "1a", "7", "import", "state_dict", "-", "é"]))
def test_a_free_name_is_always_found(wanted: str) -> None:
    network = Network()
    for identity in range(1, 4):
        name = network.free_name(wanted)
        network.put_node(Node(identity, "ReLU", name))
    assert len({node.name for node in network}) == 3


def test_two_nodes_cannot_have_one_name(net: Network) -> None:
    with pytest.raises(NetworkError, match="There is already a node called hidden"):
        net.put_node(Node(99, "ReLU", "hidden"))
    assert net.node("hidden").id != 99 and 99 not in net


def test_unnamed_nodes_are_counted(net: Network) -> None:
    again = [net.add("ReLU").node for _ in range(2)]
    assert [net.node(one).name for one in again] == ["relu", "relu2"]


def test_ids_count_up_and_are_never_given_again(net: Network) -> None:
    last = net.nodes[-1].id
    for wire in net.wires_into(last):
        net.drop_wire(wire)
    net.drop_node(last)
    assert net.add("Output").node == last + 1
    net.put_frame(Frame(net.next_id, "Frame", ()))
    net.put_note(Note(net.next_id, "Note", (0.0, 0.0)))
    assert net.add("ReLU").node == last + 4


def test_a_node_is_found_by_id_and_by_name(net: Network) -> None:
    assert net.node(net.node("hidden").id) is net.node("hidden")
    assert "hidden" in net and "gone" not in net and len(net) == 5
    for key in ("gone", 999):
        with pytest.raises(NetworkError, match=f"There is no node {key}"):
            net.node(key)


# ---------------------------------------------------------------------- wires


def test_a_circle_is_refused_and_named(net: Network) -> None:
    hidden, relu = net.node("hidden").id, net.node("out").id - 1
    for wire in net.wires_into(hidden):
        net.drop_wire(wire)
    said = refused(net, Wire(relu, "y", hidden, "x"))
    assert "would make a circle: hidden already leads to" in said
    assert "would make a circle" in refused(net, Wire(hidden, "y", hidden, "x"))


def test_a_filled_input_is_refused_with_what_fills_it(net: Network) -> None:
    image, hidden = net.node("image").id, net.node("hidden").id
    assert "already has a wire from flatten" in refused(net, Wire(image, "y", hidden, "x")).lower()


@pytest.mark.parametrize(
    ("wire", "said"),
    [
        (Wire(1, "side", 3, "x"), "image has no output called side."),
        (Wire(1, "y", 3, "side"), "hidden has no input called side."),
        (Wire(1, "y", 77, "x"), "There is no node 77 in this network."),
        (Wire(77, "y", 1, "x"), "There is no node 77 in this network."),
    ],
)
def test_wires_to_nowhere_are_refused(net: Network, wire: Wire, said: str) -> None:
    assert refused(net, wire) == said


def test_an_unknown_type_takes_any_wire_but_not_the_same_twice(net: Network) -> None:
    net.put_node(Node(50, "Conv9d", "future"))
    wire = Wire(1, "y", 50, "anything")
    net.put_wire(wire)
    assert [port.name for port in net.input_ports(50)] == ["anything"]
    assert "already connected" in refused(net, wire)


def test_a_port_that_takes_many_keeps_their_order() -> None:
    network = Network()
    outlets = [network.add("Input", name=name, shape=(2,)) for name in "abc"]
    joined = network.add("Concat", list(reversed(outlets))).node
    port = network.input_ports(joined)[0].name
    assert [network.node(w.source).name for w in network.wires_into(joined, port)] == ["c", "b", "a"]
    assert network.free_index(joined, port) == 3


def test_many_wires_at_once_look_for_circles_at_the_end() -> None:
    network = Network()
    for identity in (1, 2, 3):
        network.put_node(Node(identity, "ReLU", f"r{identity}"))
    with pytest.raises(NetworkError, match="The wires go in a circle: r1 → r2 → r3 → r1"):
        network.put_wires([Wire(1, "y", 2, "x"), Wire(2, "y", 3, "x"), Wire(3, "y", 1, "x")])


def test_a_node_with_wires_cannot_be_dropped(net: Network) -> None:
    with pytest.raises(NetworkError, match="hidden still has wires"):
        net.drop_node(net.node("hidden").id)


# ---------------------------------------------------------------------- building in code


def test_building_refuses_what_a_layer_does_not_have(net: Network) -> None:
    with pytest.raises(NetworkError, match="Linear has no parameter neurons. It has: out_features"):
        net.add("Linear", neurons=3)
    with pytest.raises(UnknownLayer, match="Linear"):
        net.add("Liner")
    outlet = net.add("ReLU")
    with pytest.raises(NetworkError, match="has no input for 1 more wires"):
        net.add("ReLU", outlet, outlet)
    with pytest.raises(NetworkError, match="side is not an output here. There are: y."):
        outlet["side"]


def test_rows_are_kept_as_json_gives_them_back(net: Network) -> None:
    assert net.node("image").parameters == {"shape": [1, 8, 8]}


# ---------------------------------------------------------------------- order, copies


@pytest.mark.parametrize("name", presets.names())
def test_sources_come_before_targets_and_smaller_ids_first(name: str) -> None:
    network = presets.build(name).network
    order = network.order()
    place = {node: number for number, node in enumerate(order)}
    assert sorted(order) == [node.id for node in network]
    assert all(place[wire.source] < place[wire.target] for wire in network.wires)
    ready = [node.id for node in network if not network.wires_into(node.id)]
    assert order[0] == min(ready)


def test_ancestors_and_descendants(net: Network) -> None:
    hidden = net.node("hidden").id
    assert {net.node(n).name for n in net.ancestors(hidden)} >= {"image"}
    assert net.node("out").id in net.descendants(hidden)


def test_a_copy_goes_its_own_way(net: Network) -> None:
    net.parameters["classes"] = 10
    other = net.copy()
    other.put_node(Node(60, "ReLU", "new"))
    other.set_parameter("classes", 3)
    other.drop_wire(other.wires[0])
    other.place({1: (24.0, 48.0)})
    assert "new" not in net and net.parameters == {"classes": 10}
    assert len(net.wires) == len(other.wires) + 1
    assert net.node(1).position == (0.0, 0.0)


def test_moving_keeps_the_plan_and_changing_forgets_it(net: Network) -> None:
    planned = plan(net)
    net.place({1: (240.0, 0.0)})
    assert plan(net) is planned
    net.set_parameter("classes", 5)
    assert plan(net) is not planned


def test_a_parameter_of_the_network_can_be_taken_away(net: Network) -> None:
    net.set_parameter("classes", 10)
    net.set_parameter("classes", None)
    net.set_parameter("never", None)
    assert net.parameters == {}
