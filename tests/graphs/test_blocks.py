"""Blocks: drawn once, placed many times, each copy with weights of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch
from torch import nn

import graphs
from graphs.meaning import Source
from graphs.modules.tree import NodeError


def residual(net: graphs.Network) -> None:
    """A residual block of two convolutions, whose width follows what arrives."""
    block = net.define("Residual", channels=4, stride=1)
    x = block.add("Input", name="x")
    y = block.add("Conv2d", x, name="conv1", out_channels="=channels", kernel_size=3, padding=1, stride="=stride")
    y = block.add("BatchNorm2d", block.add("ReLU", y, name="relu"), name="bn")
    y = block.add("Conv2d", y, name="conv2", out_channels="=x.channels", kernel_size=3, padding=1)
    block.add("Output", block.add("Add", y, x, name="add"), name="y")


def deep(copies: str = "inside", repeat: int | str | None = 3) -> graphs.Network:
    """An image classifier with repeated residual blocks."""
    net = graphs.Network()
    net.parameters = {"depth": 3}
    residual(net)
    x = net.add("Input", name="image", field="image", shape=(2, 6, 6))
    x = net.add("Residual", x, name="layer1", channels=5, repeat=repeat, copies=copies)
    x = net.add("GlobalAveragePool2d", x, name="pool")
    net.add("Output", net.add("Linear", x, name="fc", out_features=3), name="logits")
    return net


def test_copies_inside_lie_under_one_name() -> None:
    tree = graphs.compile(deep("inside"))
    assert {key.rsplit(".", 2)[0] for key in tree.state_dict() if key.startswith("layer")} == {
        "layer1.0", "layer1.1", "layer1.2",
    }  # fmt: skip
    assert tree(image=torch.zeros(2, 2, 6, 6))["logits"].shape == (2, 3)


def test_copies_beside_count_on() -> None:
    keys = graphs.compile(deep("beside")).state_dict()
    assert {key.split(".")[0] for key in keys} == {"layer1", "layer2", "layer3", "fc"}


def test_one_copy_has_the_nodes_own_name() -> None:
    assert "layer1.conv1.weight" in graphs.compile(deep(repeat=None)).state_dict()


def test_the_network_computes_what_a_hand_written_one_does() -> None:
    class Residual(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.conv1 = nn.Conv2d(2, 5, 3, padding=1)
            self.relu = nn.ReLU()
            self.bn = nn.BatchNorm2d(5)
            self.conv2 = nn.Conv2d(5, 2, 3, padding=1)

        def forward(self, x: torch.Tensor) -> torch.Tensor:
            return self.conv2(self.bn(self.relu(self.conv1(x)))) + x

    class Net(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.layer1 = nn.Sequential(Residual(), Residual(), Residual())
            self.fc = nn.Linear(2, 3)

        def forward(self, image: torch.Tensor) -> torch.Tensor:
            return self.fc(self.layer1(image).mean((-2, -1)))

    tree, hand = graphs.compile(deep()), Net()
    tree.load_state_dict(hand.state_dict(), strict=True)
    image = torch.randn(4, 2, 6, 6)
    assert torch.equal(tree(image=image)["logits"], hand(image))


def test_costs_are_those_of_every_copy() -> None:
    net = deep()
    summary = graphs.summary(net)
    assert summary.parameters == sum(p.numel() for p in graphs.compile(net).parameters())
    assert summary.nodes["layer1"].parameters == 3 * summary.nodes["layer1.0.conv1"].parameters + 3 * (
        summary.nodes["layer1.0.conv2"].parameters + summary.nodes["layer1.0.bn"].parameters
    )


def test_equal_copies_share_one_plan() -> None:
    step = graphs.plan(deep()).by_node[2]
    assert len({id(copy.body) for copy in step.copies}) == 1


def test_changing_the_block_changes_every_place() -> None:
    from dataclasses import replace

    net = deep()
    before = graphs.summary(net).parameters
    block = net.blocks["Residual"]
    conv = block.node("conv1")
    block.put_node(replace(conv, parameters={**conv.parameters, "bias": False}))
    assert graphs.summary(net).parameters == before - 3 * 5


def test_the_number_of_copies_can_be_a_parameter_of_the_network() -> None:
    net = deep(repeat="=depth")
    assert len(graphs.plan(net).by_node[2].copies) == 3
    net.set_parameter("depth", 5)
    assert len(graphs.plan(net).by_node[2].copies) == 5


def test_a_fault_inside_is_told_at_the_place_and_names_the_inner_node() -> None:
    net = graphs.Network()
    residual(net)
    x = net.add("Input", name="image", field="image", shape=(2, 6, 6))
    net.add("Output", net.add("Residual", x, name="layer1", stride=2), name="y")
    (fault,) = graphs.plan(net).faults
    assert net.node(fault.node).name == "layer1"
    assert "add" in str(fault.message) and fault.inside is not None
    assert graphs.diagnose(net)[0].node == fault.node


def test_wrong_arguments_of_a_block_are_told_in_words() -> None:
    net = deep()
    with pytest.raises(graphs.NetworkError, match="channels, stride"):
        net.add("Residual", name="other", width=3)
    for repeat in (0, "=nothing", "=depth/2"):
        assert graphs.plan(deep(repeat=repeat)).faults
    net = deep("beside")
    net.add("Linear", name="layer2", out_features=3)
    assert any("layer2" in str(fault.message) for fault in graphs.plan(net).faults)


def test_a_block_cannot_contain_itself() -> None:
    net = graphs.Network()
    residual(net)
    outer = net.define("Outer")
    outer.add("Residual", outer.add("Input", name="x"), name="r")
    with pytest.raises(graphs.NetworkError, match="contain itself"):
        net.blocks["Residual"].add("Outer", name="o")
    with pytest.raises(graphs.NetworkError, match="contain itself"):
        outer.add("Outer", name="o")


def test_a_block_in_use_stays_and_names_are_its_own() -> None:
    net = deep()
    with pytest.raises(graphs.NetworkError, match="layer1"):
        net.drop_block("Residual")
    with pytest.raises(graphs.NetworkError, match="already"):
        net.define("Residual")
    with pytest.raises(graphs.NetworkError, match="already"):
        net.define("Conv2d")
    net.define("Unused")
    net.drop_block("Unused")
    assert list(net.blocks) == ["Residual"]


def test_a_snapshot_has_blocks_of_its_own() -> None:
    net = deep()
    copy = net.copy()
    conv = net.blocks["Residual"].node("conv1")
    from dataclasses import replace

    net.blocks["Residual"].put_node(replace(conv, parameters={**conv.parameters, "kernel_size": 1, "padding": 0}))
    assert graphs.summary(copy).parameters != graphs.summary(net).parameters


def test_a_probe_reaches_into_a_copy_and_changes_no_number() -> None:
    net = deep()
    tree = graphs.compile(net).eval()
    logits = Source(net.node("fc").id, "y")
    conv = net.blocks["Residual"].node("conv1").id
    inside = [Source(conv, "y", ((2, number),)) for number in range(3)]
    image = torch.randn(4, 2, 6, 6)
    (plain,) = tree.program((logits,))({"image": image})
    tapped, *taps = tree.program((logits, *inside))({"image": image})
    assert torch.equal(plain, tapped)
    assert [tuple(tap.shape) for tap in taps] == [(4, 5, 6, 6)] * 3
    assert torch.equal(taps[0], tree.get_submodule("layer1.0.conv1")(image))


def test_an_error_inside_a_copy_names_the_way_to_it() -> None:
    net = deep()
    tree = graphs.compile(net)
    tree.get_submodule("layer1.1").add_module("conv1", nn.Linear(1, 1))
    with pytest.raises(NodeError) as caught:
        tree(image=torch.zeros(1, 2, 6, 6))
    assert caught.value.node == net.node("layer1").id
    assert caught.value.name == "layer1.conv1"


@pytest.mark.parametrize("copies", ["inside", "beside"])
def test_printed_code_has_a_class_for_the_block(copies: str) -> None:
    net = deep(copies)
    text = graphs.to_python(net, "Deep")
    assert "class Residual(nn.Module):" in text
    space: dict[str, object] = {}
    exec(compile(text, "<printed>", "exec"), space)
    tree, printed = graphs.compile(net).eval(), space["Deep"]().eval()  # type: ignore[operator]
    printed.load_state_dict(tree.state_dict(), strict=True)
    image = torch.randn(3, 2, 6, 6)
    assert torch.equal(tree(image=image)["logits"], printed(image))


def two_ports() -> graphs.Network:
    """A block with two inputs and two outputs, repeated, nested in another."""
    net = graphs.Network()
    pair = net.define("Pair", width=4)
    a, b = pair.add("Input", name="a"), pair.add("Input", name="b")
    total = pair.add("Add", a, b, name="sum")
    pair.add("Output", pair.add("Linear", total, name="left", out_features="=width"), name="u")
    pair.add("Output", pair.add("Linear", a, name="right", out_features="=width"), name="v")
    outer = net.define("Twice")
    x = outer.add("Input", name="x")
    both = outer.add("Pair", x, x, name="pairs", width="=x.features", repeat=2)
    outer.add("Output", outer.add("Multiply", both, both["v"], name="product"), name="y")
    x = net.add("Input", name="x", field="features", shape=(4,))
    net.add("Output", net.add("Twice", net.add("Twice", x, name="one"), name="two"), name="y")
    return net


def test_blocks_nest_and_have_several_ports() -> None:
    net = two_ports()
    tree = graphs.compile(net)
    assert "two.pairs.1.right.weight" in tree.state_dict()
    x = torch.randn(3, 4)
    one = tree.get_submodule("one.pairs")
    u, v = one[0] if isinstance(one, nn.Sequential) else one.get_submodule("0"), one.get_submodule("1")
    a, b = u.left(x + x), u.right(x)
    first = v.left(a + b) * v.right(a)
    assert torch.equal(tree.program((Source(net.node("one").id, "y"),))({"x": x})[0], first)
    space: dict[str, object] = {}
    exec(compile(graphs.to_python(net, "Net"), "<printed>", "exec"), space)
    printed = space["Net"]()  # type: ignore[operator]
    printed.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(tree(x=x)["y"], printed(x))


@pytest.mark.parametrize("copies", ["inside", "beside"])
def test_weights_of_copies_go_out_and_come_back(copies: str) -> None:
    net = deep(copies)
    one, other = graphs.compile(net), graphs.compile(net)
    assert graphs.write_weights(other, graphs.read_weights(one)) == ()
    for key, value in one.state_dict().items():
        assert torch.equal(value, other.state_dict()[key])


def test_blocks_are_saved_and_opened(tmp_path: Path) -> None:
    project = graphs.Project(two_ports())
    project.network.define("PlacedNowhere", width=3)
    project.weights = graphs.read_weights(graphs.compile(project.network))
    graphs.save(project, tmp_path / "blocks.workbench")
    other = graphs.load(tmp_path / "blocks.workbench")
    assert graphs.document.to_json(other) == graphs.document.to_json(project)
    assert sorted(other.network.blocks) == ["Pair", "PlacedNowhere", "Twice"]
    tree = graphs.compile(other.network)
    assert graphs.write_weights(tree, other.weights) == ()
    graphs.save(graphs.Project(deep("beside", "=depth")), tmp_path / "deep.workbench")
    node = graphs.load(tmp_path / "deep.workbench").network.node("layer1")
    assert (node.repeat, node.copies) == ("=depth", "beside")


def test_a_file_whose_blocks_hold_each_other_is_refused(tmp_path: Path) -> None:
    import json

    project = graphs.Project(two_ports())
    graphs.save(project, tmp_path / "good.workbench")
    folder = tmp_path / "bad"
    folder.mkdir()
    graphs.save(project, folder)
    file = folder / "network.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["blocks"]["Pair"]["nodes"].append({"id": 99, "type": "Twice", "name": "circle"})
    file.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(graphs.DocumentError, match="contain itself"):
        graphs.load(folder)
