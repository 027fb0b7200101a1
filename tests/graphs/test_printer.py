"""Printed code: one class for each block, with the arguments and formulas a person would have written."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

import graphs
import presets
from graphs.printer import to_python_lines
from graphs.printing.bodies import PrintedLine
from presets.residual import Residual, residual_network
from tests.graphs.block_networks import built, dense_network, encoder, inverted_network, same_numbers, some_inputs


def residual() -> graphs.Network:
    """A ResNet-50 in small: two stages of three and two bottlenecks."""
    return residual_network(Residual((3, 2), bottleneck=True, widths=(4, 8), stem=3), 3, 8, 8, 5)


NETWORKS = {
    "residual": residual,
    "dense": dense_network,
    "dense, copies inside": lambda: dense_network("inside"),
    "inverted": inverted_network,
    "encoder": encoder,
}


def classes_in(text: str) -> list[str]:
    """The names of the classes of a text, in their order."""
    return [line.split("(")[0].removeprefix("class ") for line in text.splitlines() if line.startswith("class ")]


def test_a_residual_network_has_one_class_for_each_block() -> None:
    text = same_numbers(residual())
    assert classes_in(text) == ["Projection", "ResidualDown", "Residual", "Stage", "Net"]
    for line in (
        "class Stage(nn.Sequential):",
        "    def __init__(self, in_channels: int, channels: int, stride: int, rest: int) -> None:",
        "            ResidualDown(in_channels, channels, stride=stride),",
        "            *[Residual(channels) for _ in range(rest)],",
        "        self.conv1 = nn.Conv2d(in_channels, channels, kernel_size=1, bias=False)",
        "        self.conv2 = nn.Conv2d(channels, channels, kernel_size=3, stride=stride, padding=1, bias=False)",
        "        self.conv3 = nn.Conv2d(channels, 4 * channels, kernel_size=1, bias=False)",
        "        self.bn3 = nn.BatchNorm2d(4 * channels)",
        "        self.downsample = Projection(in_channels, 4 * channels, stride=stride)",
        "        self.layer1 = Stage(4, 4, stride=1, rest=2)",
        "        self.layer2 = Stage(16, 8, stride=2, rest=1)",
        "        self.fc = nn.Linear(32, classes)",
        '    """Takes x (N, 4 * channels, H, W); gives y (N, 4 * channels, H, W)."""',
        "        h = h + x",
        "        return self.relu(h)",
    ):
        assert line in text.splitlines(), f"{line}\nis not in\n{text}"


def test_a_dense_network_counts_on_from_layer_to_layer() -> None:
    text = same_numbers(dense_network())
    assert classes_in(text) == ["DenseLayer", "DenseBlock", "Transition", "Net"]
    for line in (
        "        self.norm2 = nn.BatchNorm2d(4 * growth)",
        "        self.conv2 = nn.Conv2d(4 * growth, growth, kernel_size=3, padding=1, bias=False)",
        "        for i in range(layers):",
        '            self.add_module(f"denselayer{i + 1}", DenseLayer(in_channels + growth * i, growth))',
        "        for i in range(self.layers):",
        '            h = getattr(self, f"denselayer{i + 1}")(h)',
        "        self.conv = nn.Conv2d(in_channels, in_channels // 2, kernel_size=1, bias=False)",
        '    """Takes x (N, in_channels, H, W); gives y (N, in_channels // 2, H // 2, W // 2)."""',
        "        self.denseblock1 = DenseBlock(2 * growth, growth, layers=2)",
        "        self.classifier = nn.Linear(5 * growth, classes)",
    ):
        assert line in text.splitlines(), f"{line}\nis not in\n{text}"
    inside = same_numbers(dense_network("inside"))
    assert "*[DenseLayer(in_channels + growth * i, growth) for i in range(layers)]" in inside


def test_inverted_residuals_keep_the_formula_of_what_arrives() -> None:
    text = same_numbers(inverted_network())
    assert classes_in(text) == ["ConvBNReLU", "InvertedResidual", "Bottleneck", "Net"]
    for line in (
        "class ConvBNReLU(nn.Sequential):",
        "        self.open = ConvBNReLU(in_channels, expand * in_channels, kernel=1)",
        "        self.close = nn.Conv2d(expand * in_channels, in_channels, kernel_size=1, bias=False)",
        "        self.features1 = InvertedResidual(8, 6, stride=1, expand=1)",
        "        self.features2 = InvertedResidual(6, 8, stride=2)",
        "        self.features3 = Bottleneck(8)",
        "        self.features4 = Bottleneck(8)",
        "        self.last = nn.Sequential(*[Bottleneck(8) for _ in range(3)])",
    ):
        assert line in text.splitlines(), f"{line}\nis not in\n{text}"
    assert "padding=(kernel - 1) // 2" in text


def test_an_encoder_takes_the_networks_parameters() -> None:
    text = same_numbers(encoder())
    assert classes_in(text) == ["EncoderLayer", "Net"]
    for line in (
        "    def __init__(self, in_features: int, heads: int, dropout: float = 0.1) -> None:",
        "        self.up = nn.Linear(in_features, 4 * in_features)",
        "    def __init__(self, vocabulary: int = 11, width: int = 8, heads: int = 2, depth: int = 3) -> None:",
        "        self.layers = nn.Sequential(*[EncoderLayer(width, heads) for _ in range(depth)])",
        "        h = self.attention(h, h, h, need_weights=False)[0]",
    ):
        assert line in text.splitlines(), f"{line}\nis not in\n{text}"


def test_the_arguments_mean_what_the_drawing_means() -> None:
    """A reader who changes an argument gets the network that the changed drawing is."""
    changes = {"growth": 6, "classes": 3}
    net = dense_network()
    _, module = built(net, **changes)
    for name, value in changes.items():
        net.set_parameter(name, value)
    expected = {key: value.shape for key, value in graphs.compile(net).state_dict().items()}
    assert {key: value.shape for key, value in module.state_dict().items()} == expected
    net = encoder()
    _, module = built(net, depth=2, width=12, heads=3, vocabulary=7)
    assert module(torch.zeros(1, 6, dtype=torch.int64)).shape == (1, 6, 7)
    assert len(module.get_submodule("layers")) == 2  # type: ignore[arg-type]


@pytest.mark.parametrize("name", NETWORKS)
def test_the_text_is_clean_and_always_the_same(name: str, tmp_path: Path) -> None:
    net = NETWORKS[name]()
    text = graphs.to_python(net, "Net")
    assert graphs.to_python(net, "Net") == graphs.to_python(NETWORKS[name](), "Net") == text
    assert clean(text, tmp_path) == ""


def clean(text: str, folder: Path) -> str:
    """What the linter says about a text: its errors, unused names, order of imports, traps, old ways."""
    file = folder / "printed.py"
    file.write_text(text, encoding="utf-8")
    rules = ["--isolated", "--select", "E,F,I,B,UP", "--line-length", "120", "--target-version", "py311"]
    asked = [sys.executable, "-m", "ruff", "check", "--quiet", "--no-cache", *rules, str(file)]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout


@pytest.mark.parametrize("name", presets.names())
def test_every_preset_is_printed_clean(name: str, tmp_path: Path) -> None:
    project = presets.build(name)
    assert clean(graphs.to_python(project.network, project.title), tmp_path) == ""


def units(**placed: object) -> graphs.Network:
    """A block of one linear layer and a Tanh, placed once as told."""
    net = graphs.Network()
    net.parameters = {"times": 5}
    block = net.define("Unit", width=4)
    h = block.add("Linear", block.add("Input", name="x"), name="fc", out_features="=width")
    block.add("Output", block.add("Tanh", h, name="tanh"), name="y")
    x = net.add("Input", name="x", field="features", shape=(4,))
    net.add("Output", net.add("Unit", x, name="unit1", **placed), name="y")
    return net


@pytest.mark.parametrize(
    ("placed", "line"),
    [
        ({}, "self.unit1 = Unit(4)"),
        ({"width": 3}, "self.unit1 = Unit(4, 3)"),
        ({"repeat": 1}, "self.unit1 = nn.Sequential(Unit(4))"),
        ({"repeat": 3}, "self.unit1 = nn.Sequential(*[Unit(4) for _ in range(3)])"),
        ({"repeat": 3, "width": 7}, "self.unit1 = nn.Sequential(Unit(4, 7), *[Unit(7, 7) for _ in range(2)])"),
        ({"repeat": "=times"}, "self.unit1 = nn.Sequential(*[Unit(4) for _ in range(times)])"),
        (
            {"repeat": "=times", "width": 7},
            "self.unit1 = nn.Sequential(Unit(4, 7), *[Unit(7, 7) for _ in range(times - 1)])",
        ),
        ({"repeat": 2, "copies": "beside"}, "self.unit2 = Unit(4)"),
        ({"repeat": 2, "copies": "beside", "width": 7}, "self.unit2 = Unit(7, 7)"),
        ({"repeat": 6, "copies": "beside"}, 'self.add_module(f"unit{i + 1}", Unit(4))'),
        ({"repeat": 6, "copies": "beside", "width": 7}, "self.unit6 = Unit(7, 7)"),
        ({"repeat": "=times", "copies": "beside"}, "for i in range(times):"),
    ],
)
def test_every_kind_of_repeat_reads_well(placed: dict[str, object], line: str) -> None:
    text = same_numbers(units(**placed))
    assert any(part.strip() == line for part in text.splitlines()), f"{line}\nis not in\n{text}"
    assert classes_in(text) == ["Unit", "Net"]


def pairs(repeat: int | str | None, copies: str, **more: object) -> graphs.Network:
    """A block with two inputs and two outputs, repeated inside another block."""
    net = graphs.Network()
    pair = net.define("Pair", width=4)
    a, b = pair.add("Input", name="a"), pair.add("Input", name="b")
    both = pair.add("Add", a, b, name="sum")
    pair.add("Output", pair.add("Linear", both, name="left", out_features="=width"), name="u")
    pair.add("Output", pair.add("Linear", a, name="right", out_features="=width"), name="v")
    outer = net.define("Outer", count=2)
    x = outer.add("Input", name="x")
    h = outer.add("Tanh", x, name="tanh")
    two = outer.add("Pair", h, x, name="pair1", width="=x.features", repeat=repeat, copies=copies)
    outer.add("Output", outer.add("Multiply", two, two["v"], name="product") if more else two["v"], name="y")
    x = net.add("Input", name="x", field="features", shape=(4,))
    x = net.add("Outer", net.add("Outer", x, name="one"), name="two", count=3)
    net.add("Output", x, name="y")
    return net


@pytest.mark.parametrize("repeat", [None, 1, 2, 6, "=count", "=count + 4"])
@pytest.mark.parametrize("copies", ["inside", "beside"])
@pytest.mark.parametrize("both", [False, True])
def test_blocks_with_several_ports_are_repeated(repeat: int | str | None, copies: str, both: bool) -> None:
    text = same_numbers(pairs(repeat, copies, **({"both": True} if both else {})))
    assert classes_in(text) == ["Pair", "Outer", "Net"]


def test_other_structure_is_another_class() -> None:
    net = graphs.Network()
    block = net.define("Unit", axis=1)
    x = block.add("Input", name="x")
    block.add("Output", block.add("Split", x, name="cut", sizes=["=axis", "=x.features-axis"])["y1"], name="y")
    x = net.add("Input", name="x", field="features", shape=(6,))
    a, b = net.add("Unit", x, name="a", axis=2), net.add("Unit", x, name="b", axis=4)
    net.add("Output", net.add("Concat", [a, b], name="cat"), name="y")
    text = same_numbers(net)
    assert classes_in(text) == ["Unit", "Net"]
    assert "torch.split(x, [self.axis, self.in_features - self.axis], 1)" in text


def test_a_pair_of_inputs_has_sizes_with_their_names() -> None:
    net = graphs.Network()
    block = net.define("Mix", width=3)
    a, b = block.add("Input", name="a"), block.add("Input", name="b")
    h = block.add("Linear", block.add("Concat", [a, b], name="cat"), name="fc", out_features="=width")
    block.add("Output", block.add("Multiply", h, block.add("Linear", b, name="gate", out_features="=width")), name="y")
    one, other = (net.add("Input", name=name, field=name, shape=(size,)) for name, size in (("p", 2), ("q", 5)))
    net.add("Output", net.add("Mix", net.add("Mix", one, other, name="m1"), other, name="m2", width=4), name="y")
    text = same_numbers(net)
    assert "self.fc = nn.Linear(a_features + b_features, width)" in text
    assert "self.m2 = Mix(3, 5, width=4)" in text
    assert '"""Takes a (N, a_features) and b (N, b_features); gives y (N, width)."""' in text


def test_weights_that_no_output_needs_are_there_too() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(4,))
    net.add("Linear", x, name="spare", out_features=3)
    net.add("Output", net.add("Linear", x, name="fc", out_features=2), name="y")
    assert "self.spare = nn.Linear(4, 3)" in same_numbers(net)


def test_names_that_are_taken_are_kept_apart() -> None:
    net = graphs.Network()
    block = net.define("tensor-2", **{"in_features": 3, "max": 2, "fc": 1})
    x = block.add("Input", name="x")
    h = block.add("Linear", x, name="fc", out_features="=in_features * max")
    h = block.add("Slice", h, name="in_features", start="=fc")
    block.add("Output", block.add("Linear", h, name="i", out_features="=x.features"), name="y")
    x = net.add("Input", name="x", field="features", shape=(4,))
    x = net.add("tensor-2", x, name="one")
    net.add("Output", net.add("tensor-2", x, name="two", in_features=5, repeat=2), name="y")
    assert classes_in(same_numbers(net)) == ["Slice", "Tensor2", "Net"]


def test_normalised_weights_have_the_keys_of_torch() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="image", shape=(2, 5, 5))
    x = net.add("WeightNormConv2d", x, name="a", out_channels=3, kernel_size=3)
    x = net.add("SpectralNormConv2d", x, name="b", out_channels=3, kernel_size=3, n_power_iterations=2)
    net.add("Output", net.add("SpectralNormLinear", net.add("Flatten", x), name="c", out_features=2), name="y")
    text = same_numbers(net)
    assert "from torch.nn.utils.parametrizations import spectral_norm, weight_norm" in text
    assert "self.a = weight_norm(nn.Conv2d(2, 3, kernel_size=3))" in text
    assert "self.b = spectral_norm(nn.Conv2d(3, 3, kernel_size=3), n_power_iterations=2)" in text
    keys = graphs.compile(net).state_dict()
    assert {"a.parametrizations.weight.original0", "b.parametrizations.weight.original"} <= set(keys)


def test_each_line_knows_its_node_and_the_block_it_lies_in() -> None:
    net = residual()
    lines = to_python_lines(net, "Net")
    found = {(line.block, line.node) for line in lines if isinstance(line, PrintedLine) and line.node is not None}
    stage = net.blocks["Residual"]
    assert ("Residual", next(node.id for node in stage if node.name == "bn3")) in found
    for line in lines:
        if isinstance(line, PrintedLine) and line.node is not None and line.text.strip().startswith("self."):
            drawn = net if line.block is None else net.blocks[line.block]
            assert drawn.node(line.node).name in line.text


def test_classes_of_ours_come_along_once() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(4,))
    block = net.define("Gate")
    block.add("Output", block.add("SwiGLU", block.add("Input", name="x"), name="gate"), name="y")
    h = net.add("Gate", x, name="one")
    net.add("Output", net.add("SwiGLU", net.add("Gate", h, name="two"), name="three"), name="y")
    text = same_numbers(net)
    assert classes_in(text).count("SwiGLU") == 1 and "type: ignore" not in text


def test_a_changed_block_changes_the_text_everywhere() -> None:
    net = residual()
    graphs.to_python(net)
    block = net.blocks["Residual"]
    conv = next(node for node in block if node.name == "conv2")
    block.put_node(replace(conv, parameters={**conv.parameters, "out_channels": "=2*channels"}))
    text = same_numbers(net)
    assert "self.bn2 = nn.BatchNorm2d(2 * channels)" in text
    assert some_inputs(net)["image"].shape == (3, 3, 8, 8)


def test_an_output_for_training_only_is_left_out_when_the_printed_network_is_used() -> None:
    network = graphs.Network()
    image = network.add("Input", name="image", field="image", shape=(1, 8, 8))
    h = network.add("Conv2d", image, name="stem", out_channels=4, kernel_size=3)
    flat = network.add("Flatten", h, name="flatten")
    aux = network.add("Dropout", network.add("Linear", flat, name="aux_fc", out_features=3), name="aux_drop")
    h = network.add("GlobalAveragePool2d", network.add("ReLU", h, name="relu"), name="pool")
    network.add("Output", network.add("Linear", h, name="fc", out_features=3), name="logits")
    network.add("Output", aux, name="helper", training_only=True)
    text = graphs.to_python(network)
    assert re.search(r"if self.training:\n( {12}.*\n)* {12}aux_drop = self.aux_drop\(x\)\n {8}\S", text)
    space: dict[str, Any] = {}
    exec(text, space)
    ours, theirs = graphs.compile(network), space["Network"]()
    theirs.load_state_dict(ours.state_dict(), strict=True)
    image = torch.randn(2, 1, 8, 8)
    for training in (True, False):
        ours.train(training)
        theirs.train(training)
        torch.manual_seed(0)
        expected = ours(image=image)
        torch.manual_seed(0)
        given = theirs(image)
        assert list(given) == list(expected) == (["logits", "helper"] if training else ["logits"])
        assert all(torch.equal(given[name], expected[name]) for name in expected)
    calls: list[None] = []
    theirs.aux_fc.register_forward_hook(lambda *_: calls.append(None))
    theirs(image)
    assert calls == []
