"""A weight that arrives on a wire at convolutions and other layers: of another layer, or calculated."""

from __future__ import annotations

from typing import Any

import pytest
import torch
import torch.nn.functional as F

import graphs
from graphs.catalogue import check_parameters, layer_types
from graphs.diagnosis import diagnose
from graphs.edits import SetParameter
from graphs.layer import ShapeError
from graphs.layers.tying import GIVES, TAKES, Tieable, of_size
from graphs.tensors import Kind, TensorSpec
from tests.graphs.test_tying import printed

TIED = sorted(name for name, kind in layer_types().items() if issubclass(kind, Tieable))


def autoencoder(rank: int, **more: Any) -> graphs.Network:
    """A convolution, and its transposed convolution with the same kernels."""
    net = graphs.Network()
    kind = ("signal", "image", "volume")[rank - 1]
    x = net.add("Input", name="x", field="x", shape=(3, *[9] * rank), kind=kind)
    code = net.add(f"Conv{rank}d", x, name="encoder", out_channels=4, kernel_size=3, stride=2)
    net.add("Output", code, name="code")
    window = {"out_channels": 3, "kernel_size": 3, "stride": 2, "padding": 0, **more}
    net.add("Output", net.add(f"ConvTranspose{rank}d", code, name="decoder", weight=code["weight"], **window), name="y")
    return net


def test_every_layer_with_one_weight_takes_and_gives_it() -> None:
    ranks = [f"{name}{rank}d" for name in ("Conv", "ConvTranspose") for rank in (1, 2, 3)]
    others = ["ArcFaceHead", "Bilinear", "CausalConv1d", "CosFaceHead", "DepthwiseConv2d", "Embedding", "EmbeddingBag"]
    others += ["GraphConv", "Linear", "LocallyConnected2d", "PatchEmbedding", "RBFLayer"]
    assert sorted(ranks + others) == TIED
    for name in TIED:
        kind = layer_types()[name]
        assert TAKES in kind.inputs and TAKES.quiet and TAKES.optional, name
        assert GIVES in kind.outputs and GIVES.quiet, name


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("rank", [1, 2, 3])
def test_a_decoder_uses_the_kernels_of_the_encoder(rank: int, bias: bool) -> None:
    net = autoencoder(rank, bias=bias)
    assert diagnose(net) == []
    tree = graphs.compile(net)
    weights = tree.state_dict()
    assert list(weights) == ["encoder.weight", "encoder.bias", *(["decoder.bias"] if bias else [])]
    assert (
        graphs.summary(net).parameters == sum(p.numel() for p in tree.parameters()) == 4 * (3 * 3**rank + 1) + 3 * bias
    )
    given = torch.randn(2, 3, *[9] * rank)
    gives = tree(x=given)
    turned = getattr(F, f"conv_transpose{rank}d")
    expected = turned(gives["code"], weights["encoder.weight"], weights.get("decoder.bias"), stride=2)
    assert torch.equal(gives["y"], expected)
    gives["y"].square().sum().backward()
    assert tree.get_parameter("encoder.weight").grad is not None
    code = graphs.to_python(net)
    assert "self.encoder.weight" in code and (f"F.conv_transpose{rank}d(" in code.split("class Network")[1]) is not bias
    module = printed(net)
    module.load_state_dict(weights, strict=True)
    assert torch.equal(module(given)["y"] if isinstance(module(given), dict) else module(given)[1], gives["y"])


def test_kernels_that_do_not_fit_are_refused_with_a_change_that_mends_it() -> None:
    net = autoencoder(2)
    project = graphs.Project(net)
    project.apply(SetParameter(net.node("decoder").id, "kernel_size", 4))
    (problem,) = diagnose(net)
    assert problem.port == "weight"
    assert problem.text.startswith(
        "ConvTranspose2d takes weights of 4×3×4×4: for each incoming channel one window of every feature map of its "
        "group."
    )
    assert "It gets 4×3×3×3." in problem.text
    project.apply(problem.fixes[0].edit)
    assert diagnose(net) == []


def test_a_linear_layer_is_offered_to_turn_the_weight_round() -> None:
    net = graphs.Network()
    code = net.add("Linear", net.add("Input", name="x", field="x", shape=(6,)), name="encoder", out_features=3)
    net.add("Output", net.add("Linear", code, name="decoder", weight=code["weight"], out_features=6), name="y")
    (problem,) = diagnose(net)
    assert str(problem.fixes[0].title) == "Put Transpose in between"
    graphs.Project(net).apply(problem.fixes[0].edit)
    assert diagnose(net) == []


@pytest.mark.parametrize("name", ["Conv2d", "Linear"])
def test_whole_numbers_and_examples_are_no_weights(name: str) -> None:
    layer = check_parameters(layer_types()[name], {})
    x = TensorSpec.of(Kind.IMAGE, 3, 8, 8) if name == "Conv2d" else TensorSpec.of(Kind.FEATURES, 3)
    for wrong, words in ((of_size(32, 3, dtype="int64"), "int64"), (TensorSpec.of(Kind.FEATURES, 3), "batch")):
        with pytest.raises(ShapeError) as refused:
            layer.output(x, weight=wrong)
        assert refused.value.port == "weight" and words in str(refused.value.got)


def test_a_hypernetwork_calculates_the_kernels_of_a_convolution() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(1, 8, 8))
    z = net.add("LearnedTensor", name="z", shape=(5,))["value"]
    hidden = net.add("Tanh", net.add("Linear", z, name="hidden", out_features=7), name="bend")
    numbers = net.add("Linear", hidden, name="numbers", out_features=4 * 1 * 3 * 3)
    kernels = net.add("Reshape", numbers, name="kernels", shape=(4, 1, 3, 3))
    net.add("Output", net.add("Conv2d", x, name="conv", weight=kernels, out_channels=4, kernel_size=3), name="y")
    assert diagnose(net) == []
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == [
        "z",
        "hidden.weight",
        "hidden.bias",
        "numbers.weight",
        "numbers.bias",
        "conv.bias",
    ]
    assert graphs.summary(net).parameters == sum(p.numel() for p in tree.parameters())
    given = torch.randn(2, 1, 8, 8)
    y = tree(x=given)["y"]
    y.square().sum().backward()
    assert all(p.grad is not None and bool(p.grad.abs().sum() > 0) for p in tree.parameters())
    module = printed(net)
    module.load_state_dict(tree.state_dict(), strict=True)
    assert torch.equal(module(given), y)


def test_the_border_of_a_convolution_with_foreign_kernels_is_filled_as_it_says() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(2, 6, 6))
    size = {"out_channels": 2, "kernel_size": 3, "padding": 1, "padding_mode": "reflect", "bias": False}
    first = net.add("Conv2d", x, name="first", **size)
    net.add("Output", net.add("Conv2d", first, name="second", weight=first["weight"], **size), name="y")
    tree = graphs.compile(net)
    assert list(tree.state_dict()) == ["first.weight"]
    given, conv = torch.randn(2, 2, 6, 6), tree.get_submodule("first")
    assert torch.equal(tree(x=given)["y"], conv(conv(given)))


def test_numbers_and_weights_of_other_sizes_do_not_go_together() -> None:
    net = graphs.Network()
    x = net.add("Input", name="x", field="x", shape=(4,))
    w = net.add("LearnedTensor", name="w", shape=(7,))["value"]
    net.add("Output", net.add("Maximum", x, w, name="larger"), name="y")
    (problem,) = diagnose(net)
    assert "same shape" in problem.text
