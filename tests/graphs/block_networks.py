"""Networks a person draws with blocks, small: dense layers, inverted residuals, a Transformer encoder."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import torch
from torch import nn

import graphs


def dense_network(copies: str = "beside") -> graphs.Network:
    """DenseNet: every layer adds ``growth`` channels to what arrives (Huang et al. 2017)."""
    net = graphs.Network()
    net.parameters = {"growth": 4, "classes": 5}
    layer = net.define("DenseLayer", growth=4)
    x = layer.add("Input", name="x")
    h = layer.add("ReLU", layer.add("BatchNorm2d", x, name="norm1"), name="relu1")
    h = layer.add("Conv2d", h, name="conv1", out_channels="=4*growth", kernel_size=1, bias=False)
    h = layer.add("ReLU", layer.add("BatchNorm2d", h, name="norm2"), name="relu2")
    h = layer.add("Conv2d", h, name="conv2", out_channels="=growth", kernel_size=3, padding=1, bias=False)
    layer.add("Output", layer.add("Concat", [x, h], name="cat"), name="y")
    block = net.define("DenseBlock", growth=4, layers=3)
    x = block.add("Input", name="x")
    x = block.add("DenseLayer", x, name="denselayer1", growth="=growth", repeat="=layers", copies=copies)
    block.add("Output", x, name="y")
    step = net.define("Transition")
    h = step.add("BatchNorm2d", step.add("Input", name="x"), name="norm")
    h = step.add("Conv2d", h, name="conv", out_channels="=x.channels//2", kernel_size=1, bias=False)
    step.add("Output", step.add("AvgPool2d", h, name="pool", kernel_size=2), name="y")
    x = net.add("Input", name="image", field="image", shape=(3, 8, 8))
    x = net.add("Conv2d", x, name="conv0", out_channels="=2*growth", kernel_size=3, padding=1, bias=False)
    x = net.add("DenseBlock", x, name="denseblock1", growth="=growth", layers=2)
    x = net.add("Transition", x, name="transition1")
    x = net.add("DenseBlock", x, name="denseblock2", growth="=growth", layers=3)
    x = net.add("GlobalAveragePool2d", net.add("BatchNorm2d", x, name="norm5"), name="pool")
    net.add("Output", net.add("Linear", x, name="classifier", out_features="=classes"), name="logits")
    return net


def inverted_network() -> graphs.Network:
    """MobileNetV2: open to six times as many channels, filter each alone, close again (Sandler et al. 2018)."""
    net = graphs.Network()
    net.parameters = {"classes": 4}
    unit = net.define("ConvBNReLU", channels=8, kernel=3, stride=1, groups=1)
    h = unit.add(
        "Conv2d", unit.add("Input", name="x"), name="0", out_channels="=channels", kernel_size="=kernel",
        stride="=stride", padding="=(kernel-1)//2", groups="=groups", bias=False,
    )  # fmt: skip
    h = unit.add("ReLU6", unit.add("BatchNorm2d", h, name="1"), name="2")
    unit.add("Output", h, name="y")
    for name, channels, stride in (("InvertedResidual", "=channels", "=stride"), ("Bottleneck", "=x.channels", 1)):
        block = net.define(name, expand=6, **({"channels": 8, "stride": 1} if channels == "=channels" else {}))
        x = block.add("Input", name="x")
        wide = "=expand*x.channels"
        h = block.add("ConvBNReLU", x, name="open", channels=wide, kernel=1)
        h = block.add("ConvBNReLU", h, name="each", channels=wide, groups=wide, stride=stride)
        h = block.add("Conv2d", h, name="close", out_channels=channels, kernel_size=1, bias=False)
        h = block.add("BatchNorm2d", h, name="norm")
        block.add("Output", block.add("Add", h, x, name="add") if name == "Bottleneck" else h, name="y")
    x = net.add("Input", name="image", field="image", shape=(3, 16, 16))
    x = net.add("ConvBNReLU", x, name="stem", channels=8, stride=2)
    x = net.add("InvertedResidual", x, name="features1", channels=6, stride=1, expand=1)
    x = net.add("InvertedResidual", x, name="features2", channels=8, stride=2)
    x = net.add("Bottleneck", x, name="features3", repeat=2, copies="beside")
    x = net.add("Bottleneck", x, name="last", repeat=3)
    x = net.add("Dropout", net.add("GlobalAveragePool2d", x, name="pool"), name="dropout", p=0.2)
    net.add("Output", net.add("Linear", x, name="classifier", out_features="=classes"), name="logits")
    return net


def encoder() -> graphs.Network:
    """A Transformer encoder with the normalisations first (Xiong et al. 2020)."""
    net = graphs.Network()
    net.parameters = {"vocabulary": 11, "width": 8, "heads": 2, "depth": 3}
    layer = net.define("EncoderLayer", heads=2, dropout=0.1)
    x = layer.add("Input", name="x")
    h = layer.add("LayerNorm", x, name="norm1")
    h = layer.add("MultiheadAttention", h, name="attention", num_heads="=heads", need_weights=False)
    x = layer.add("Add", x, layer.add("Dropout", h, name="dropout1", p="=dropout"), name="middle")
    h = layer.add("Linear", layer.add("LayerNorm", x, name="norm2"), name="up", out_features="=4*x.features")
    h = layer.add("Linear", layer.add("GELU", h, name="gelu"), name="down", out_features="=x.features")
    h = layer.add("Dropout", h, name="dropout2", p="=dropout")
    layer.add("Output", layer.add("Add", x, h, name="sum"), name="y")
    tokens = net.add("Input", name="tokens", field="tokens", shape=(6,), kind="tokens")
    x = net.add("Embedding", tokens, name="embedding", num_embeddings="=vocabulary", embedding_dim="=width")
    x = net.add("EncoderLayer", x, name="layers", heads="=heads", repeat="=depth")
    x = net.add("LayerNorm", x, name="norm")
    net.add("Output", net.add("Linear", x, name="head", out_features="=vocabulary"), name="logits")
    return net


def built(net: graphs.Network, **arguments: Any) -> tuple[str, nn.Module]:
    """The printed text of a network, and the module its last class makes."""
    text = graphs.to_python(net, "Net")
    space: dict[str, Any] = {"__name__": "taken_away"}
    exec(compile(text, "<printed>", "exec"), space)
    module = space["Net"](**arguments)
    assert isinstance(module, nn.Module)
    return text, module


def some_inputs(net: graphs.Network) -> dict[str, torch.Tensor]:
    """A batch of three for every Input."""
    inputs = {}
    for step in graphs.plan(net).steps:
        if step.is_entrance:
            spec = next(iter(step.outputs.values()))
            dims = (3, *(int(dim) for dim in spec.dims))
            inputs[step.name] = torch.randint(0, 5, dims) if spec.dtype == "int64" else torch.randn(dims)
    return inputs


def same_numbers(net: graphs.Network) -> str:
    """Check that the printed module has the drawing's keys and, with its weights, its outputs; give the text."""
    assert not graphs.diagnose(net), graphs.diagnose(net)
    text, module = built(net)
    assert "graphs" not in text
    tree = graphs.compile(net).eval()
    assert set(module.state_dict()) == set(tree.state_dict())
    module.eval().load_state_dict(tree.state_dict(), strict=True)
    inputs = some_inputs(net)
    torch.manual_seed(0)
    expected: Mapping[str, torch.Tensor] = tree(**inputs)
    torch.manual_seed(0)
    given = module(**inputs)
    given = given if isinstance(given, dict) else dict(zip(expected, [given], strict=True))
    for name, value in expected.items():
        assert torch.equal(value, given[name]), f"{name} differs in\n{text}"
    return text
