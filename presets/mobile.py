"""Networks that count every multiplication: MobileNetV2 and EfficientNet-B0, with torchvision's names."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import SGD, Adam
from presets.pictures import VIEWS, classifier, picture
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset


@dataclass(frozen=True)
class _Stage:
    """One row of the paper's table: expansion t, channels c, copies n, stride s of the first, size of the filters."""

    expansion: int
    channels: int
    copies: int
    stride: int
    kernel: int = 3


@dataclass(frozen=True)
class _Form:
    """Channels of the stem and of the last 1×1 convolution, the stride of the stem, and the rows between."""

    stem: int
    stride: int
    stages: tuple[_Stage, ...]
    last: int


_MOBILE = _Form(
    32, 2,
    (
        _Stage(1, 16, 1, 1), _Stage(6, 24, 2, 2), _Stage(6, 32, 3, 2), _Stage(6, 64, 4, 2), _Stage(6, 96, 3, 1),
        _Stage(6, 160, 3, 2), _Stage(6, 320, 1, 1),
    ),
    1280,
)  # fmt: skip
_EFFICIENT = _Form(
    32, 2,
    (
        _Stage(1, 16, 1, 1), _Stage(6, 24, 2, 2), _Stage(6, 40, 2, 2, 5), _Stage(6, 80, 3, 2), _Stage(6, 112, 3, 1, 5),
        _Stage(6, 192, 4, 2, 5), _Stage(6, 320, 1, 1),
    ),
    1280,
)  # fmt: skip
_SMALL = _Form(16, 1, (_Stage(1, 8, 1, 1), _Stage(6, 12, 2, 2), _Stage(6, 20, 2, 2)), 64)


def _convolution(net: Network, activation: str) -> None:
    """Define ``ConvNormActivation``: a convolution, its normalisation and an activation."""
    block = net.define("ConvNormActivation", channels=32, kernel_size=3, stride=1, groups=1)
    y = block.add("Conv2d", block.add("Input", name="x"), name="0", out_channels="=channels",
                  kernel_size="=kernel_size", stride="=stride", padding="=kernel_size//2", groups="=groups",
                  bias=False)  # fmt: skip
    block.add("Output", block.add(activation, block.add("BatchNorm2d", y, name="1"), name="2"), name="y")


def _squeeze(net: Network) -> None:
    """Define ``SqueezeExcitation``: one number per channel, from its mean, says how much of it passes."""
    block = net.define("SqueezeExcitation", channels=8)
    x = block.add("Input", name="x")
    y = block.add("Conv2d", block.add("AdaptiveAvgPool2d", x, name="avgpool", output_size=1), name="fc1",
                  out_channels="=channels", kernel_size=1)  # fmt: skip
    y = block.add("Conv2d", block.add("SiLU", y, name="activation"), name="fc2", out_channels="=x.channels",
                  kernel_size=1)  # fmt: skip
    y = block.add("Sigmoid", y, name="scale_activation")
    block.add("Output", block.add("Multiply", y, x, name="scaled"), name="y")


def _way(net: Network, name: str, expanded: bool, squeezed: bool) -> None:
    """Define the way with the weights: open the channels, filter each by itself, close them without activation.

    A depthwise convolution has as many groups as channels. The squeeze stands between filter and closing.
    """
    block = net.define(name, channels=16, kernel_size=3, stride=1)
    y, wide, place = block.add("Input", name="x"), "=6*x.channels" if expanded else "=x.channels", 0
    if expanded:
        y, place = block.add("ConvNormActivation", y, name="0", channels=wide, kernel_size=1), 1
    y = block.add("ConvNormActivation", y, name=str(place), channels=wide, kernel_size="=kernel_size", stride="=stride",
                  groups=wide)  # fmt: skip
    if not squeezed:
        y = block.add("Conv2d", y, name=str(place + 1), out_channels="=channels", kernel_size=1, bias=False)
        block.add("Output", block.add("BatchNorm2d", y, name=str(place + 2)), name="y")
        return
    y = block.add("SqueezeExcitation", y, name=str(place + 1), channels="=max(1, x.channels//4)")
    y = block.add("Projection", y, name=str(place + 2), channels="=channels")
    block.add("Output", y, name="y")


def _mobile_parts(net: Network) -> None:
    """Put MobileNetV2's blocks on the shelf."""
    _convolution(net, "ReLU6")
    _way(net, "Depthwise", expanded=False, squeezed=False)
    _way(net, "Expanded", expanded=True, squeezed=False)
    for name, way, added in (
        ("InvertedFirst", "Depthwise", False), ("InvertedDown", "Expanded", False),
        ("InvertedResidual", "Expanded", True),
    ):  # fmt: skip
        block = net.define(name, **({} if added else {"channels": 16, "stride": 1}))
        x = block.add("Input", name="x")
        sizes: dict[str, str] = {"channels": "=x.channels"} if added else {"channels": "=channels", "stride": "=stride"}
        y = block.add(way, x, name="conv", **sizes)
        block.add("Output", block.add("Add", x, y, name="add") if added else y, name="y")


def _mobile_features(net: Network, form: _Form) -> None:
    """Define ``Features`` of MobileNetV2: the rows of its table 2, one number after the other."""
    _mobile_parts(net)
    block = net.define("Features")
    y = block.add("ConvNormActivation", block.add("Input", name="x"), name="0", channels=form.stem, stride=form.stride)
    place = 1
    for stage in form.stages:
        kind = "InvertedDown" if stage.expansion > 1 else "InvertedFirst"
        y = block.add(kind, y, name=str(place), channels=stage.channels, stride=stage.stride)
        place += 1
        if stage.copies > 1:
            rest = stage.copies - 1
            more = {"repeat": rest, "copies": "beside"} if rest > 1 else {}
            y = block.add("InvertedResidual", y, name=str(place), **more)
            place += rest
    y = block.add("ConvNormActivation", y, name=str(place), channels=form.last, kernel_size=1)
    block.add("Output", y, name="y")


def _efficient_parts(net: Network) -> None:
    """Put EfficientNet's blocks on the shelf."""
    _convolution(net, "SiLU")
    _squeeze(net)
    block = net.define("Projection", channels=16)
    y = block.add("Conv2d", block.add("Input", name="x"), name="0", out_channels="=channels", kernel_size=1, bias=False)
    block.add("Output", block.add("BatchNorm2d", y, name="1"), name="y")
    _way(net, "Depthwise", expanded=False, squeezed=True)
    _way(net, "Expanded", expanded=True, squeezed=True)
    for name, way, added in (
        ("MBFirst", "Depthwise", False),
        ("MBDown", "Expanded", False),
        ("MBConv", "Expanded", True),
    ):
        block = net.define(name, kernel_size=3, **({"p": 0.0} if added else {"channels": 16, "stride": 1}))
        x = block.add("Input", name="x")
        sizes: dict[str, str] = {"channels": "=x.channels"} if added else {"channels": "=channels", "stride": "=stride"}
        y = block.add(way, x, name="block", kernel_size="=kernel_size", **sizes)
        if added:
            y = block.add("Add", block.add("DropPath", y, name="stochastic_depth", p="=p"), x, name="add")
        block.add("Output", y, name="y")


def _efficient_features(net: Network, form: _Form) -> None:
    """Define ``Features`` of EfficientNet: a block for each stage; deeper blocks are dropped more often, up to 0.2."""
    _efficient_parts(net)
    total, number = sum(stage.copies for stage in form.stages), 0
    for place, stage in enumerate(form.stages, 1):
        block = net.define(f"Stage{place}")
        y = block.add("MBDown" if stage.expansion > 1 else "MBFirst", block.add("Input", name="x"), name="0",
                      kernel_size=stage.kernel, stride=stage.stride, channels=stage.channels)  # fmt: skip
        for copy in range(1, stage.copies):
            y = block.add("MBConv", y, name=str(copy), kernel_size=stage.kernel, p=0.2 * (number + copy) / total)
        number += stage.copies
        block.add("Output", y, name="y")
    block = net.define("Features")
    y = block.add("ConvNormActivation", block.add("Input", name="x"), name="0", channels=form.stem, stride=form.stride)
    for place in range(1, len(form.stages) + 1):
        y = block.add(f"Stage{place}", y, name=str(place))
    y = block.add("ConvNormActivation", y, name=str(len(form.stages) + 1), channels=form.last, kernel_size=1)
    block.add("Output", y, name="y")


def _finish(net: Network, x: Outlet, size: Size) -> Project:
    """Place the mean over the maps and torchvision's ``classifier``: dropout and one linear layer."""
    y = net.add("Flatten", net.add("AdaptiveAvgPool2d", net.add("Features", x, name="features"), name="avgpool",
                                   output_size=1), name="flatten")  # fmt: skip
    block = net.define("Classifier", classes=1000)
    out = block.add("Dropout", block.add("Input", name="x"), name="0", p=0.2)
    block.add("Output", block.add("Linear", out, name="1", out_features="=classes"), name="y")
    logits = net.add("Classifier", y, name="classifier", classes="=classes")
    full_rule = SGD(learning_rate=0.045, momentum=0.9, weight_decay=4e-5)
    return classifier(logits, size, side=16, rule=Adam(learning_rate=0.003), full_rule=full_rule)


@preset(
    PresetInfo(
        name="mobilenet_v2", title="MobileNetV2", chinese="MobileNetV2 轻量网络", family=CONVOLUTIONAL, year=2018,
        source="M. Sandler, A. Howard, M. Zhu, A. Zhmoginov and L. Chen, MobileNetV2: Inverted Residuals and Linear "
        "Bottlenecks, CVPR 2018, arXiv 1801.04381, table 2",
        summary=mark(
            "A filter that looks at all channels at once is dear. MobileNet takes it apart: a 3×3 filter for each "
            "channel alone, then 1×1 filters that mix. Version 2 opens the channels six times before it filters and "
            "closes them after, with the shortcut between the narrow ends; 3,504,872 parameters in full size."
        ),
        look_for=mark(
            "Open a block down to its three convolutions and compare their multiply-adds: the one of 3×3 is the "
            "cheapest. Try it: set its groups to 1 and read what the same filter costs when it sees all channels."
        ),
        textbook=("A24",), views=VIEWS,
        reached=mark("Test accuracy 97.8 to 99.6 % (seeds 0 to 2), after 480 steps."),
    )
)  # fmt: skip
def mobilenet_v2(size: Size) -> Project:
    """Inverted residuals with depthwise convolutions; three stages in small size."""
    full = size == "full"
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 16, 16, 10)))
    _mobile_features(net, _MOBILE if full else _SMALL)
    return _finish(net, x, size)


@preset(
    PresetInfo(
        name="efficientnet_b0", title="EfficientNet-B0", chinese="EfficientNet-B0 高效网络", family=CONVOLUTIONAL,
        year=2019,
        source="M. Tan and Q. Le, EfficientNet: Rethinking Model Scaling for Convolutional Neural Networks, ICML 2019, "
        "arXiv 1905.11946, table 1",
        summary=mark(
            "MobileNet's inverted residuals, and in each a squeeze-and-excitation that weighs the channels; how many, "
            "how wide and with which filters was searched by machine. Depth, width and picture size then grow "
            "together. 5,288,548 parameters in full size."
        ),
        look_for=mark(
            "Open a squeeze-and-excitation: a whole map becomes one number, and that number says how loud its channel "
            "is. Try it: bypass it in every block at once by editing the definition. What is lost, what is saved?"
        ),
        textbook=("A25",), views=VIEWS,
        reached=mark("Test accuracy 98.5 % with each of the seeds 0 to 2, after 480 steps."),
    )
)  # fmt: skip
def efficientnet_b0(size: Size) -> Project:
    """Inverted residuals with squeeze-and-excitation and stochastic depth; three stages in small size."""
    full = size == "full"
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 16, 16, 10)))
    _efficient_features(net, _EFFICIENT if full else _SMALL)
    return _finish(net, x, size)
