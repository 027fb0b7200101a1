"""Blocks that come along drawn: residual, bottleneck, inception, squeeze and excite, transformer and others.

Each is a definition like any other: placed, opened, changed, dissolved. They keep to what arrives, so that one dropped
on a wire fits: a residual block gives as many channels as it takes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from graphs.arrangement import arrange
from graphs.block_edits import PutBlock
from graphs.edits import Edit
from graphs.message import mark
from graphs.network import Network, Outlet


@dataclass(frozen=True)
class ReadyBlock:
    """A block of this kind: what it is called, in both languages, what it does, and how it is drawn.

    ``parameters`` are those of the block with their defaults; ``words`` what else one may search for it by.
    """

    name: str
    title: str
    chinese: str
    sentence: str
    draw: Callable[[Network], None]
    parameters: Mapping[str, int | float]
    words: str = ""


def _convolved(
    block: Network,
    x: Outlet,
    number: int | str,
    channels: int | str,
    size: int,
    *,
    stride: int | str = 1,
    bend: str = "ReLU",
    groups: int | str = 1,
) -> Outlet:
    """A convolution with batch norm and, where ``bend`` is given, an activation; sizes stay where the stride is 1."""
    more: dict[str, int | str] = {"padding": size // 2, "bias": False}
    if groups != 1:
        more["groups"] = groups
    if stride != 1:
        more["stride"] = stride
    y = block.add("Conv2d", x, name=f"conv{number}", out_channels=channels, kernel_size=size, **more)
    y = block.add("BatchNorm2d", y, name=f"bn{number}")
    return block.add(bend, y, name=f"act{number}") if bend else y


def _basic(block: Network) -> None:
    x = block.add("Input", name="x")
    y = _convolved(block, x, 1, "=x.channels", 3)
    y = _convolved(block, y, 2, "=x.channels", 3, bend="")
    block.add("Output", block.add("ReLU", block.add("Add", y, x, name="add"), name="act2"), name="y")


def _projected(block: Network) -> None:
    x = block.add("Input", name="x")
    y = _convolved(block, x, 1, "=channels", 3, stride="=stride")
    y = _convolved(block, y, 2, "=channels", 3, bend="")
    short = _convolved(block, x, "_short", "=channels", 1, stride="=stride", bend="")
    block.add("Output", block.add("ReLU", block.add("Add", y, short, name="add"), name="act2"), name="y")


def _bottleneck(block: Network) -> None:
    x = block.add("Input", name="x")
    y = _convolved(block, x, 1, "=width", 1)
    y = _convolved(block, y, 2, "=width", 3)
    y = _convolved(block, y, 3, "=x.channels", 1, bend="")
    block.add("Output", block.add("ReLU", block.add("Add", y, x, name="add"), name="act3"), name="y")


def _preactivated(block: Network) -> None:
    x = y = block.add("Input", name="x")
    for number in (1, 2):
        y = block.add("ReLU", block.add("BatchNorm2d", y, name=f"bn{number}"), name=f"act{number}")
        y = block.add(
            "Conv2d", y, name=f"conv{number}", out_channels="=x.channels", kernel_size=3, padding=1, bias=False
        )
    block.add("Output", block.add("Add", y, x, name="add"), name="y")


def _squeeze_excite(block: Network) -> None:
    x = block.add("Input", name="x")
    y = block.add("AdaptiveAvgPool2d", x, name="squeeze", output_size=1)
    y = block.add("Conv2d", y, name="fc1", out_channels="=max(1, x.channels // ratio)", kernel_size=1)
    y = block.add("ReLU", y, name="act")
    y = block.add("Conv2d", y, name="fc2", out_channels="=x.channels", kernel_size=1)
    y = block.add("Multiply", x, block.add("Sigmoid", y, name="excite"), name="scale")
    block.add("Output", y, name="y")


def _inception(block: Network) -> None:
    x = block.add("Input", name="x")
    narrow = block.add("ReLU", block.add("Conv2d", x, name="one", out_channels="=one", kernel_size=1), name="act_one")
    ways = [narrow]
    for name, first, size in (("three", "squeeze_three", 3), ("five", "squeeze_five", 5)):
        y = block.add("Conv2d", x, name=first, out_channels=f"={first}", kernel_size=1)
        y = block.add("ReLU", y, name=f"act_{first}")
        y = block.add("Conv2d", y, name=name, out_channels=f"={name}", kernel_size=size, padding=size // 2)
        ways.append(block.add("ReLU", y, name=f"act_{name}"))
    y = block.add("MaxPool2d", x, name="pool", kernel_size=3, stride=1, padding=1)
    y = block.add("Conv2d", y, name="pooled", out_channels="=pooled", kernel_size=1)
    ways.append(block.add("ReLU", y, name="act_pooled"))
    block.add("Output", block.add("Concat", *ways, name="concat"), name="y")


def _dense_layer(block: Network) -> None:
    x = y = block.add("Input", name="x")
    for number, size, channels in ((1, 1, "=4*growth"), (2, 3, "=growth")):
        y = block.add("ReLU", block.add("BatchNorm2d", y, name=f"bn{number}"), name=f"act{number}")
        y = block.add(
            "Conv2d", y, name=f"conv{number}", out_channels=channels, kernel_size=size, padding=size // 2, bias=False
        )
    block.add("Output", block.add("Concat", x, y, name="concat"), name="y")


def _inverted(block: Network) -> None:
    x = block.add("Input", name="x")
    y = _convolved(block, x, 1, "=expand*x.channels", 1, bend="ReLU6")
    y = _convolved(block, y, 2, "=expand*x.channels", 3, bend="ReLU6", groups="=expand*x.channels")
    y = _convolved(block, y, 3, "=x.channels", 1, bend="")
    block.add("Output", block.add("Add", y, x, name="add"), name="y")


def _separable(block: Network) -> None:
    x = block.add("Input", name="x")
    y = _convolved(block, x, 1, "=x.channels", 3, stride="=stride", groups="=x.channels")
    block.add("Output", _convolved(block, y, 2, "=channels", 1), name="y")


def _double(block: Network) -> None:
    y = _convolved(block, block.add("Input", name="x"), 1, "=channels", 3)
    block.add("Output", _convolved(block, y, 2, "=channels", 3), name="y")


def _up(block: Network) -> None:
    x, skip = block.add("Input", name="x"), block.add("Input", name="skip")
    y = block.add("ConvTranspose2d", x, name="up", out_channels="=channels", kernel_size=2, stride=2, padding=0)
    y = _convolved(block, block.add("Concat", skip, y, name="concat"), 1, "=channels", 3)
    block.add("Output", _convolved(block, y, 2, "=channels", 3), name="y")


def _convnext(block: Network) -> None:
    x = block.add("Input", name="x")
    y = block.add(
        "Conv2d", x, name="depthwise", out_channels="=x.channels", kernel_size=7, padding=3, groups="=x.channels"
    )
    y = block.add("LayerNorm2d", y, name="norm")
    y = block.add("Conv2d", y, name="expand", out_channels="=4*x.channels", kernel_size=1)
    y = block.add("GELU", y, name="act")
    y = block.add("Conv2d", y, name="project", out_channels="=x.channels", kernel_size=1)
    block.add("Output", block.add("Add", y, x, name="add"), name="y")


def _fed_forward(block: Network, x: Outlet) -> Outlet:
    """The second half of a transformer block: two dense layers at every place, around them a shortcut."""
    y = block.add("LayerNorm", x, name="norm_mlp")
    y = block.add("Linear", y, name="fc1", out_features="=expand*x.features")
    y = block.add("GELU", y, name="act")
    y = block.add("Linear", y, name="fc2", out_features="=x.features")
    y = block.add("Dropout", y, name="drop_mlp", p="=dropout")
    return block.add("Add", y, x, name="add_mlp")


def _encoder(block: Network) -> None:
    x = block.add("Input", name="x")
    y = block.add("LayerNorm", x, name="norm")
    y = block.add("MultiheadAttention", y, name="attention", num_heads="=heads", need_weights=False)
    y = block.add("Dropout", y, name="drop", p="=dropout")
    block.add("Output", _fed_forward(block, block.add("Add", y, x, name="add")), name="y")


def _decoder(block: Network) -> None:
    x, memory = block.add("Input", name="x"), block.add("Input", name="memory")
    y = block.add("LayerNorm", x, name="norm")
    y = block.add("MultiheadAttention", y, name="attention", num_heads="=heads", causal=True, need_weights=False)
    y = block.add("Add", block.add("Dropout", y, name="drop", p="=dropout"), x, name="add")
    z = block.add("LayerNorm", y, name="norm_cross")
    z = block.add("MultiheadAttention", z, memory, memory, name="cross", num_heads="=heads", need_weights=False)
    z = block.add("Add", block.add("Dropout", z, name="drop_cross", p="=dropout"), y, name="add_cross")
    block.add("Output", _fed_forward(block, z), name="y")


def _highway(block: Network) -> None:
    x = block.add("Input", name="x")
    new = block.add("ReLU", block.add("Linear", x, name="transform", out_features="=x.features"), name="act")
    gate = block.add("Sigmoid", block.add("Linear", x, name="gate", out_features="=x.features"), name="open")
    change = block.add("Multiply", gate, block.add("Subtract", new, x, name="change"), name="let_in")
    block.add("Output", block.add("Add", x, change, name="add"), name="y")


_BLOCKS = (
    ReadyBlock(
        "ResidualBlock", mark("Residual block"), "残差块",
        mark("Two 3×3 convolutions learn what to add to what comes in; the shortcut carries the rest past them."),
        _basic, {}, "resnet basic block skip shortcut",
    ),
    ReadyBlock(
        "ResidualDownBlock", mark("Residual block, projected"), "带投影的残差块",
        mark("A residual block that changes the size: a 1×1 convolution fits the shortcut to it."),
        _projected, {"channels": 64, "stride": 2}, "resnet downsample shortcut",
    ),
    ReadyBlock(
        "BottleneckBlock", mark("Bottleneck block"), "瓶颈残差块",
        mark("A residual block that is narrow in the middle: 1×1, 3×3, 1×1, so that depth costs less."),
        _bottleneck, {"width": 16}, "resnet50 residual",
    ),
    ReadyBlock(
        "PreActivationBlock", mark("Residual block, norm first"), "预激活残差块",
        mark("A residual block whose norm and activation come before each convolution: the shortcut stays free."),
        _preactivated, {}, "resnet v2 residual identity mappings",
    ),
    ReadyBlock(
        "SqueezeExciteBlock", mark("Squeeze and excite"), "压缩与激励块",
        mark("Looks at the whole picture once and turns each channel up or down."),
        _squeeze_excite, {"ratio": 16}, "senet se channel attention",
    ),
    ReadyBlock(
        "InceptionBlock", mark("Inception module"), "Inception 模块",
        mark("Looks with 1×1, 3×3 and 5×5 filters and a pooling side by side, and puts the results together."),
        _inception,
        {"one": 16, "squeeze_three": 24, "three": 32, "squeeze_five": 4, "five": 8, "pooled": 8},
        "googlenet branches",
    ),
    ReadyBlock(
        "DenseLayerBlock", mark("Dense layer of DenseNet"), "DenseNet 密集层",
        mark("Adds a few new channels to all that came before, and hands everything on."),
        _dense_layer, {"growth": 12}, "densenet growth concat",
    ),
    ReadyBlock(
        "InvertedResidualBlock", mark("Inverted residual block"), "倒残差块",
        mark("Widens, filters every channel by itself, narrows again; the shortcut joins the narrow ends."),
        _inverted, {"expand": 4}, "mobilenet mbconv depthwise",
    ),
    ReadyBlock(
        "SeparableBlock", mark("Separable convolution, drawn"), "可分离卷积块",
        mark("First every channel by itself, then all channels at each place: much for few weights."),
        _separable, {"channels": 64, "stride": 1}, "mobilenet xception depthwise pointwise",
    ),
    ReadyBlock(
        "DoubleConvBlock", mark("Two convolutions with norm"), "双卷积块",
        mark("Convolution, batch norm and ReLU, twice: the step of a U-Net."),
        _double, {"channels": 64}, "unet vgg conv bn relu",
    ),
    ReadyBlock(
        "UpBlock", mark("Way up of a U-Net"), "U-Net 上采样块",
        mark("Doubles the size, joins what was seen at that size on the way down, and convolves twice."),
        _up, {"channels": 64}, "unet decoder skip",
    ),
    ReadyBlock(
        "ConvNeXtBlock", mark("ConvNeXt block"), "ConvNeXt 块",
        mark("A 7×7 filter for every channel, then two dense layers at each place: a convolutional transformer block."),
        _convnext, {}, "depthwise layer norm gelu",
    ),
    ReadyBlock(
        "TransformerEncoderBlock", mark("Transformer encoder block"), "Transformer 编码器块",
        mark("Every place looks at every other, then thinks by itself; norm first, a shortcut around each half."),
        _encoder, {"heads": 4, "expand": 4, "dropout": 0.1}, "attention bert vit self-attention gpt",
    ),
    ReadyBlock(
        "TransformerDecoderBlock", mark("Transformer decoder block"), "Transformer 解码器块",
        mark("Looks back at what it has written, then at the memory of the encoder, then thinks by itself."),
        _decoder, {"heads": 4, "expand": 4, "dropout": 0.1}, "attention cross-attention causal translation",
    ),
    ReadyBlock(
        "HighwayBlock", mark("Highway layer"), "高速公路层",
        mark("A gate decides for each number how much is new and how much goes past unchanged."),
        _highway, {}, "gate dense skip",
    ),
)  # fmt: skip

READY_BLOCKS: Mapping[str, ReadyBlock] = MappingProxyType({block.name: block for block in _BLOCKS})
"""The blocks that come along drawn, by the names their definitions get."""


@lru_cache(maxsize=len(_BLOCKS))
def template(name: str) -> Network:
    """A network with one definition on its shelf: the block of this name, laid out. Copied before it is used."""
    ready = READY_BLOCKS[name]
    network = Network()
    block = network.define(name, **ready.parameters)
    ready.draw(block)
    block.place(arrange(block))
    return network


def shelved_block(network: Network, name: str) -> tuple[str, tuple[Edit, ...]]:
    """The name under which a network has a ready-made block, and the edit that puts it on the shelf if it lacks it.

    A definition of that name which a person has changed is used as it is only if it is still the same; else the new one
    gets another name.
    """
    made = template(name).blocks[name]
    for known, block in network.blocks.items():
        if known.startswith(name) and _content(block) == _content(made):
            return known, ()
    free, number = name, 1
    while network.ports_of(free, inputs=True) is not None:
        number += 1
        free = f"{name}{number}"
    return free, (PutBlock(free, template(name).copy().blocks[name]),)


def _content(block: Network) -> object:
    nodes = [(node.id, node.type, node.name, sorted(map(str, node.parameters.items()))) for node in block]
    return block.parameters, nodes, block.wires
