"""The receptive field worked out from the drawing is the one the gradient shows."""

import numpy as np
import pytest
import torch

import graphs
import presets
from graphs.meaning import Source
from graphs.network import Network
from graphs.planning import plan
from workbench.engine.receptive import Sight, receptive_field


def seen_by_gradient(network: Network, source: Source, row: int, column: int) -> tuple[int, int, int, int]:
    """First and last row and column of the pixels that have any say in a cell, found by running it backwards."""
    torch.manual_seed(0)
    tree = graphs.compile(network).eval()
    program = tree.program((source,))
    step = next(one for one in tree.plan.steps if one.name == program.inputs[0])
    image = torch.randn(1, *step.outputs["y"].dims, requires_grad=True)
    (maps,) = program({program.inputs[0]: image})
    maps[0, :, row, column].sum().backward()
    rows, columns = np.nonzero(image.grad[0].abs().sum(0).numpy())
    return rows.min(), rows.max() + 1, columns.min(), columns.max() + 1


def drawn_layers() -> Network:
    """Windows of every kind: dilation, stride, padding, averages, a branch that is added, a block placed twice."""
    net = Network()
    block = net.define("Twice")
    inner = block.add("Input", name="x")
    inside = block.add("Conv2d", inner, name="conv", out_channels=4, kernel_size=3, padding=1)
    block.add("Output", block.add("Add", inside, inner, name="add"), name="y")
    x = net.add("Input", name="image", field="image", shape=(1, 40, 36))
    x = net.add("Conv2d", x, name="wide", out_channels=4, kernel_size=(3, 5), dilation=2, padding=(1, 2))
    x = net.add("Sigmoid", net.add("BatchNorm2d", x, name="norm"), name="bend")
    x = net.add("Twice", x, name="twice", repeat=2)
    x = net.add("AvgPool2d", x, name="pool", kernel_size=2, stride=2)
    x = net.add("Conv2d", x, name="last", out_channels=2, kernel_size=3, stride=2)
    net.add("Output", x, name="maps")
    return net


@pytest.mark.parametrize("name", ["wide", "bend", "twice", "pool", "last"])
def test_the_field_is_what_the_gradient_reaches(name: str) -> None:
    net = drawn_layers()
    source = Source(net.node(name).id, "y")
    field = receptive_field(plan(net), source)
    assert field is not None and (field.height, field.width) == (40, 36)
    top, bottom, left, right = seen_by_gradient(net, source, 3, 2)
    rows, columns = field.rows.of(3, 3), field.columns.of(2, 2)
    assert (max(rows[0], 0), min(rows[1], 40)) == (top, bottom)
    assert (max(columns[0], 0), min(columns[1], 36)) == (left, right)


def test_two_windows_of_three_see_as_much_as_one_of_five() -> None:
    once = Sight().through(3, 1, 0, 1)
    assert once.through(3, 1, 0, 1) == Sight().through(5, 1, 0, 1) == Sight(0, 1, 5)
    assert Sight().through(3, 1, 0, 2).size == 5  # (k − 1)·r + 1


def test_lenet_sees_the_whole_image_at_its_last_convolution() -> None:
    net = presets.build("lenet5").network
    sizes = {}
    for name in ("C1", "S2", "C3", "S4", "C5"):
        field = receptive_field(plan(net), Source(net.node(name).id, "y"))
        assert field is not None
        sizes[name] = field.rows.size
    assert sizes == {"C1": 5, "S2": 6, "C3": 14, "S4": 16, "C5": 32}


def test_inside_a_block_it_counts_what_lies_before_the_block() -> None:
    net = drawn_layers()
    conv = net.blocks["Twice"].node("conv").id
    place = net.node("twice").id
    first, second = (receptive_field(plan(net), Source(conv, "y", ((place, copy),))) for copy in (0, 1))
    assert first is not None and second is not None
    assert (first.rows.size, second.rows.size) == (7, 9)


def test_what_sees_everything_or_is_no_image_has_none() -> None:
    net = Network()
    x = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    pooled = net.add("AdaptiveAvgPool2d", x, name="all", output_size=1)
    net.add("Output", net.add("Flatten", pooled, name="flat"), name="y")
    assert receptive_field(plan(net), Source(net.node("all").id, "y")) is None
    assert receptive_field(plan(net), Source(net.node("flat").id, "y")) is None
