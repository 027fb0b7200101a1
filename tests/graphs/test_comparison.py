"""Two networks beside each other: what is the same, what changed, what came and went."""

import time

import pytest

import presets
from graphs.comparison import Comparison, Row, Status, compare
from graphs.costs import summary
from graphs.edits import Batch, ChangeNode, Edit, RemoveNode, SetNetworkParameter, SetParameter, insert_on_wire
from graphs.elements import Scan
from graphs.network import Network, Node, Outlet, Wire
from presets.residual import FAMILY, residual_network


def changed(preset: str, *edits: Edit) -> tuple[Network, Network, Comparison]:
    """A preset, the same after some edits, and their comparison."""
    before, after = presets.build(preset), presets.build(preset)
    after.apply(Batch(edits))
    return before.network, after.network, compare(before.network, after.network)


def row(found: Comparison, name: str) -> Row:
    """The row of a node by its name."""
    return next(one for one in found.rows if one.name == name)


def told(found: Comparison, name: str) -> dict[str, tuple[str | None, str | None]]:
    """What differs at a node."""
    return {one.what: (one.left, one.right) for one in row(found, name).differences}


def lenet() -> Network:
    return presets.build("lenet5").network


@pytest.mark.parametrize("preset", ["lenet5", "xor_relu"])
def test_a_network_is_the_same_as_itself(preset: str) -> None:
    before, _, found = changed(preset)
    assert found.is_same and found.left == found.right
    assert found.count(Status.SAME) == len(found.rows) == len(before)
    assert [(r.left.node, r.right.node) for r in found.rows if r.left and r.right] == [(n, n) for n in before.order()]


def test_a_changed_parameter_is_told_with_what_follows_from_it() -> None:
    _, after, found = changed("lenet5", SetParameter(lenet().node("C1").id, "out_channels", 8))
    assert told(found, "C1") == {"out_channels": ("6", "8"), "output": ("6×28×28", "8×28×28")}
    assert row(found, "C1").status is Status.CHANGED
    assert row(found, "C1").parameters == 8 * 26 - 6 * 26
    assert told(found, "S2") == {"output": ("6×14×14", "8×14×14")}
    assert told(found, "C3") == {"parameters": ("2,416", "3,216")}  # its filters look through two more maps
    assert row(found, "C5").status is Status.SAME
    assert (found.left.parameters, found.right.parameters) == (61_706, summary(after).parameters)


def test_a_layer_put_in_between_is_told_once() -> None:
    net = lenet()
    wire = net.wires_into(net.node("output").id)[0]
    _, _, found = changed("lenet5", insert_on_wire(wire, Node(net.next_id, "Dropout", "drop"), "x", "y"))
    assert [r.name for r in found.rows if r.status is not Status.SAME] == ["drop"]
    assert row(found, "drop").status is Status.ADDED and row(found, "drop").left is None
    names = [r.name for r in found.rows]
    assert names.index("tanh6") < names.index("drop")


def test_a_removed_layer_is_told_and_the_gap_it_leaves() -> None:
    _, _, found = changed("lenet5", RemoveNode(lenet().node("S2").id))
    assert row(found, "S2").status is Status.REMOVED
    assert told(found, "C3") == {"inputs": ("tanh1", None)}


def test_a_wire_to_another_place_is_told() -> None:
    left, right = two_ways(cross=False), two_ways(cross=True)
    assert told(compare(left, right), "join") == {"inputs": ("a, b", "b, a")}


def two_ways(*, cross: bool) -> Network:
    """Two layers beside each other, joined in one order or the other."""
    net = Network()
    x = net.add("Input", name="x", kind="features", shape=[4])
    a, b = net.add("Linear", x, name="a", out_features=3), net.add("Linear", x, name="b", out_features=3)
    net.add("Output", net.add("Concat", [b, a] if cross else [a, b], name="join"), name="y")
    return net


def test_an_activation_that_was_replaced_is_one_pair() -> None:
    left, right = chain("Tanh"), chain("ReLU")
    found = compare(left, right)
    assert {r.status for r in found.rows} == {Status.SAME, Status.CHANGED}
    assert told(found, "act") == {"type": ("Tanh", "ReLU")}


def chain(activation: str) -> Network:
    net = Network()
    x = net.add("Input", name="x", kind="features", shape=[4])
    net.add("Output", net.add(activation, net.add("Linear", x, name="hidden", out_features=8), name="act"), name="y")
    return net


def test_a_new_name_alone_changes_nothing() -> None:
    _, _, found = changed("lenet5", ChangeNode(lenet().node("C1").id, name="first"))
    assert found.is_same and row(found, "C1 → first").status is Status.SAME


def test_frozen_and_shared_are_told() -> None:
    _, _, found = changed("lenet5", ChangeNode(lenet().node("C1").id, frozen=True))
    assert told(found, "C1") == {"frozen": ("no", "yes")}


def test_expressions_are_compared_by_what_they_come_to() -> None:
    net = lenet()
    ten = SetParameter(net.node("output").id, "out_features", 10)
    assert changed("lenet5", ten)[2].is_same
    _, _, found = changed("lenet5", SetNetworkParameter("classes", 5))
    assert told(found, "output") == {"out_features": ("10", "5"), "output": ("10", "5")}


def test_a_broken_network_is_compared_too() -> None:
    broken = SetParameter(lenet().node("C1").id, "kernel_size", 7)
    _, _, found = changed("lenet5", broken)
    assert told(found, "C1")["kernel_size"] == ("5×5", "7×7")
    assert row(found, "F6").status is Status.SAME  # without a shape, but the parameters are the same


def test_layers_in_another_order_find_each_other() -> None:
    left, right = branches(("up", "down")), branches(("down", "up"))
    found = compare(left, right)
    assert {r.name for r in found.rows if r.status is Status.SAME} >= {"up", "down", "up_act", "down_act"}


def branches(names: tuple[str, str]) -> Network:
    net = Network()
    x = net.add("Input", name="x", kind="features", shape=[4])
    ends: list[Outlet] = []
    for name in names:
        wide = 3 if name == "up" else 5
        ends.append(net.add("ReLU", net.add("Linear", x, name=name, out_features=wide), name=f"{name}_act"))
    for name, end in sorted(zip(names, ends, strict=True)):
        net.add("Output", end, name=f"{name}_out")
    return net


def test_blocks_are_compared_inside() -> None:
    left = residual_network(FAMILY["resnet34"], 3, 224, 224, 1000)
    right = residual_network(FAMILY["resnet50"], 3, 224, 224, 1000)
    found = compare(left, right)
    assert (found.left.parameters, found.right.parameters) == (21_797_672, 25_557_032)
    assert (found.left.multiply_adds, found.right.multiply_adds) == (
        summary(left).multiply_adds, summary(right).multiply_adds,
    )  # fmt: skip
    assert [r.name for r in found.rows if r.status is Status.SAME][:4] == ["image", "conv1", "bn1", "relu"]
    assert told(found, "fc") == {"parameters": ("513,000", "2,049,000")} and row(found, "fc").parameters == 1000 * (
        2048 - 512
    )
    stage = row(found, "layer2")
    assert stage.inside is not None and told(found, "layer2")["output"] == ("128×28×28", "512×28×28")
    first = row(stage.inside, "0").inside
    assert first is not None and first.count(Status.ADDED) == 3  # a third filter with its norm and its ReLU
    assert told(first, "conv1")["kernel_size"] == ("3×3", "1×1")
    assert told(first, "downsample")["channels"] == ("128", "512")
    paths = [path for path, _ in found.walk()]
    assert ("layer2", "0", "conv1") in paths and len(set(paths)) == len(paths)


def test_a_stage_of_more_copies_is_told() -> None:
    left = residual_network(FAMILY["resnet50"], 3, 224, 224, 1000)
    found = compare(left, residual_network(FAMILY["resnet152"], 3, 224, 224, 1000))
    assert told(found, "layer3") == {"rest": ("5", "35")}
    assert row(found, "layer4").status is Status.SAME
    assert row(found, "layer3").inside is not None and row(found, "layer3").parameters > 0


def test_differences_are_the_same_from_the_other_side() -> None:
    first = residual_network(FAMILY["resnet34"], 3, 224, 224, 1000)
    second = residual_network(FAMILY["resnet50"], 3, 224, 224, 1000)
    there, back = compare(first, second), compare(second, first)
    assert there.count(Status.ADDED) == back.count(Status.REMOVED)
    assert there.count(Status.CHANGED) == back.count(Status.CHANGED)
    assert {r.name for r in there.rows if r.status is Status.SAME} == {
        r.name for r in back.rows if r.status is Status.SAME
    }


def deep(layers: int, *, norm: bool) -> Network:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=[3, 32, 32])
    for number in range(layers):
        x = net.add("Conv2d", x, out_channels=8 + number // 50, kernel_size=3, padding=1)
        x = net.add("ReLU", net.add("BatchNorm2d", x) if norm else x)
    return net


def test_five_hundred_nodes_take_less_than_a_second() -> None:
    left, right = deep(250, norm=False), deep(170, norm=True)
    assert len(left) > 500 and len(right) > 500
    compare(left, right)
    started = time.perf_counter()
    found = compare(left, right)
    assert time.perf_counter() - started < 1.0
    assert found.count(Status.SAME) == 1 + 2 * 170 and found.count(Status.ADDED) == 170


def test_nothing_against_something_is_all_added() -> None:
    found = compare(Network(), lenet())
    assert {r.status for r in found.rows} == {Status.ADDED} and found.left.nodes == 0
    assert compare(Network(), Network()).is_same


def recurrent(width: int, *, reverse: bool = False) -> Network:
    """A cell drawn from a State, run over a sequence."""
    net = Network()
    cell = net.define("Cell")
    x, h = cell.add("Input", name="x"), cell.add("State", name="h")
    y = cell.add(
        "Tanh", cell.add("Add", cell.add("Linear", x, name="fc", out_features=width), h, name="add"), name="act"
    )
    cell.put_wire(Wire(y.node, "y", h.node, "next"))
    cell.add("Output", y, name="y")
    x = net.add("Input", name="x", kind="sequence", shape=[7, 3])
    net.add("Output", net.add("Cell", x, name="cell", scan=Scan(reverse=reverse)), name="out")
    return net


def test_scans_are_compared_and_their_circles_followed_once() -> None:
    assert compare(recurrent(4), recurrent(4)).is_same
    inside = row(compare(recurrent(4), recurrent(5)), "cell").inside
    assert inside is not None and told(inside, "fc")["out_features"] == ("4", "5")
    assert told(compare(recurrent(4), recurrent(4, reverse=True)), "cell") == {"reverse": ("no", "yes")}
