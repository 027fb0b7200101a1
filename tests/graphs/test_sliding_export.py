"""Layers that slide, pool, listen or find boxes are printed as code that computes the same numbers."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import torch
from torch import nn

import graphs
from graphs.catalogue import layer_type

SIGNAL = ("signal", (4, 24))
IMAGE = ("image", (4, 8, 8))
VOLUME = ("volume", (2, 6, 6, 6))
ROW = ("features", (5,))
BOXES = ("boxes", (128, 4))
Arriving = tuple[str, tuple[int, ...]]
DRAWN: list[tuple[str, dict[str, Any], list[Arriving]]] = [
    ("Conv1d", {"groups": 2}, [SIGNAL]),
    ("Conv3d", {"stride": (1, 2, 2), "bias": False}, [VOLUME]),
    ("CausalConv1d", {"dilation": 2}, [SIGNAL]),
    ("ConvTranspose1d", {"output_padding": 1}, [SIGNAL]),
    ("ConvTranspose2d", {"groups": 2}, [IMAGE]),
    ("ConvTranspose3d", {"padding": (0, 1, 1)}, [VOLUME]),
    ("DepthwiseConv2d", {"channel_multiplier": 2}, [IMAGE]),
    ("SeparableConv2d", {"padding": 1}, [IMAGE]),
    ("LocallyConnected2d", {}, [IMAGE]),
    ("Bilinear", {}, [ROW, ROW]),
    ("RBFLayer", {}, [ROW]),
    ("MaxPool1d", {}, [SIGNAL]),
    ("AvgPool1d", {"stride": 1}, [SIGNAL]),
    ("MaxPool3d", {"kernel_size": (1, 2, 2)}, [VOLUME]),
    ("AvgPool3d", {}, [VOLUME]),
    ("LPPool1d", {}, [SIGNAL]),
    ("LPPool2d", {"norm_type": 3.0}, [IMAGE]),
    ("AdaptiveAvgPool1d", {"output_size": 3}, [SIGNAL]),
    ("AdaptiveAvgPool3d", {}, [VOLUME]),
    ("AdaptiveMaxPool1d", {}, [SIGNAL]),
    ("AdaptiveMaxPool2d", {"output_size": (2, 3)}, [IMAGE]),
    ("AdaptiveMaxPool3d", {"output_size": (1, 2, 3)}, [VOLUME]),
    ("GlobalAveragePool1d", {}, [SIGNAL]),
    ("GlobalAveragePool3d", {}, [VOLUME]),
    ("GlobalMaxPool1d", {}, [SIGNAL]),
    ("GlobalMaxPool2d", {}, [IMAGE]),
    ("GlobalMaxPool3d", {}, [VOLUME]),
    ("LPPool3d", {}, [VOLUME]),
    ("StochasticPool1d", {}, [SIGNAL]),
    ("StochasticPool3d", {}, [VOLUME]),
    ("MaxPool1dWithIndices", {}, [SIGNAL]),
    ("MaxPool3dWithIndices", {}, [VOLUME]),
    ("MaxPool2dWithIndices", {}, [IMAGE]),
    ("FractionalMaxPool2d", {}, [IMAGE]),
    ("StochasticPool2d", {}, [IMAGE]),
    ("SpatialPyramidPool", {"levels": (1, 3)}, [IMAGE]),
    ("GraphConv", {}, [("sequence", (5, 3)), ("tensor", (5, 5))]),
    ("XConv", {"k": 4, "out_points": 5}, [("points", (9, 3)), ("sequence", (9, 2))]),
    ("Spectrogram", {"n_fft": 16, "hop_length": 4}, [SIGNAL]),
    ("MelFilterBank", {"n_mels": 3}, [IMAGE]),
    ("MFCC", {"n_fft": 16, "hop_length": 4, "n_mels": 6, "n_mfcc": 4}, [SIGNAL]),
    ("RoIPool", {"output_size": 2}, [IMAGE, BOXES]),
    ("RoIAlign", {"output_size": 2}, [IMAGE, BOXES]),
    ("AnchorGenerator", {"sizes": (8, 16)}, [IMAGE]),
    ("BoxDecode", {"image_size": (32, 32)}, [BOXES, ("image", (8, 8, 8))]),
    ("NonMaximumSuppression", {"max_boxes": 5}, [BOXES, ("image", (2, 8, 8))]),
]


def arriving(kind: str, shape: tuple[int, ...]) -> torch.Tensor:
    """Random numbers; boxes are right of their left and below their top."""
    x = torch.rand(2, *shape)
    return torch.cat([x[..., :2], x[..., :2] + 1 + x[..., 2:]], dim=-1) if kind == "boxes" else x


def printed(network: graphs.Network) -> nn.Module:
    """The class that the printed text defines, built."""
    text = graphs.to_python(network)
    assert "import graphs" not in text
    space: dict[str, Any] = {}
    exec(compile(text, "<printed>", "exec"), space)
    module = space["Network"]()
    assert isinstance(module, nn.Module)
    return module.eval()


@pytest.mark.parametrize(("name", "parameters", "inputs"), DRAWN, ids=[name for name, _, _ in DRAWN])
def test_the_printed_code_computes_the_same_numbers(
    name: str, parameters: dict[str, Any], inputs: list[Arriving]
) -> None:
    network = graphs.Network()
    sources = [
        network.add("Input", name=f"x{i}", field="x", shape=shape, kind=kind) for i, (kind, shape) in enumerate(inputs)
    ]
    first = network.add(name, *sources, **parameters)
    for port in layer_type(name).outputs:
        network.add("Output", first[port.name], name=f"out_{port.name}")
    tree = graphs.compile(network).eval()
    module = printed(network)
    module.load_state_dict(tree.state_dict(), strict=True)
    values = {f"x{i}": arriving(kind, shape) for i, (kind, shape) in enumerate(inputs)}
    torch.manual_seed(0)
    expected = tree(**values)
    torch.manual_seed(0)
    given = module(**{key: values[key] for key in inspect.signature(module.forward).parameters})
    given = given if isinstance(given, dict) else dict(zip(expected, [given], strict=True))
    assert all(torch.equal(value, given[key]) for key, value in expected.items())


@pytest.mark.parametrize(("rank", "kind"), [(1, "signal"), (2, "image"), (3, "volume")])
def test_a_network_that_pools_and_unpools_is_printed_whole(rank: int, kind: str) -> None:
    network, sizes = graphs.Network(), (7,) * rank
    x = network.add("Input", name="x", field="x", shape=(3, *sizes), kind=kind)
    small = network.add(f"MaxPool{rank}dWithIndices", x)
    wanted = sizes if rank > 1 else sizes[0]
    large = network.add(f"MaxUnpool{rank}d", small, small["indices"], output_size=wanted)
    network.add("Output", large, name="y")
    value = torch.rand(2, 3, *sizes)
    tree, module = graphs.compile(network).eval(), printed(network)
    assert torch.equal(tree(x=value)["y"], module(value))
