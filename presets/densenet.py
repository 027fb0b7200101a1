"""DenseNet: every layer sees the maps of all layers before it."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD
from presets.pictures import VIEWS, classifier, picture
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset


@dataclass(frozen=True)
class _Form:
    """Layers in each dense block, maps each layer adds (the growth rate k), and the filters of the stem."""

    depths: tuple[int, ...]
    growth: int
    stem: int


_FULL = _Form((6, 12, 24, 16), growth=32, stem=64)
_SMALL = _Form((3, 3, 3), growth=8, stem=16)


def _define(net: Network, form: _Form) -> None:
    """Put the blocks on the shelf: a dense layer, a dense block, the transition between two."""
    block = net.define("DenseLayer", growth=form.growth)
    x = block.add("Input", name="x")
    y = block.add("ReLU", block.add("BatchNorm2d", x, name="norm1"), name="relu1")
    y = block.add("Conv2d", y, name="conv1", out_channels="=4*growth", kernel_size=1, bias=False)
    y = block.add("ReLU", block.add("BatchNorm2d", y, name="norm2"), name="relu2")
    y = block.add("Conv2d", y, name="conv2", out_channels="=growth", kernel_size=3, padding=1, bias=False)
    block.add("Output", block.add("Concat", x, y, name="concat"), name="y")

    block = net.define("DenseBlock", depth=form.depths[0], growth=form.growth)
    y = block.add("DenseLayer", block.add("Input", name="x"), name="denselayer1", repeat="=depth", copies="beside",
                  growth="=growth")  # fmt: skip
    block.add("Output", y, name="y")

    block = net.define("Transition")
    y = block.add("ReLU", block.add("BatchNorm2d", block.add("Input", name="x"), name="norm"), name="relu")
    y = block.add("Conv2d", y, name="conv", out_channels="=x.channels//2", kernel_size=1, bias=False)
    block.add("Output", block.add("AvgPool2d", y, name="pool", kernel_size=2, stride=2), name="y")


def _features(net: Network, form: _Form, wide: bool) -> None:
    """Put torchvision's ``features`` on the shelf: stem, dense blocks, transitions, a last normalisation."""
    _define(net, form)
    block = net.define("Features")
    y = block.add("Conv2d", block.add("Input", name="x"), name="conv0", out_channels=form.stem,
                  kernel_size=7 if wide else 3, stride=2 if wide else 1, padding=3 if wide else 1,
                  bias=False)  # fmt: skip
    y = block.add("ReLU", block.add("BatchNorm2d", y, name="norm0"), name="relu0")
    if wide:
        y = block.add("MaxPool2d", y, name="pool0", kernel_size=3, stride=2, padding=1)
    for number, depth in enumerate(form.depths, 1):
        y = block.add("DenseBlock", y, name=f"denseblock{number}", depth=depth, growth=form.growth)
        if number < len(form.depths):
            y = block.add("Transition", y, name=f"transition{number}")
    block.add("Output", block.add("BatchNorm2d", y, name=f"norm{len(form.depths) + 1}"), name="y")


@preset(
    PresetInfo(
        name="densenet121", title="DenseNet-121", chinese="DenseNet-121 稠密连接网络", family=CONVOLUTIONAL, year=2017,
        source="G. Huang, Z. Liu, L. van der Maaten and K. Weinberger, Densely Connected Convolutional Networks, CVPR "
        "2017, arXiv 1608.06993, table 1",
        summary=mark(
            "A residual network adds what it learns to what it had; a dense one keeps both: every layer gets the maps "
            "of all layers before it, side by side, and adds only a few of its own (32, the growth rate). Nothing has "
            "to be learned twice, so 7,978,856 parameters do what ResNet-50 needs 25 million for."
        ),
        look_for=mark(
            "Walk along a dense block and read the shapes: the channels grow by the growth rate with every layer, and "
            "the transition halves them. Try it: make the growth rate 4. How many parameters are left, and what does "
            "the accuracy say?"
        ),
        textbook=("A23",), views=VIEWS,
        reached=mark("Test accuracy 98.9 to 99.6 % (seeds 0 to 2), after 480 steps."),
    )
)  # fmt: skip
def densenet121(size: Size) -> Project:
    """Four dense blocks of 6, 12, 24 and 16 layers; three blocks of three in small size."""
    full = size == "full"
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 16, 16, 10)))
    _features(net, _FULL if full else _SMALL, full)
    x = net.add("ReLU", net.add("Features", x, name="features"), name="relu")
    x = net.add("Flatten", net.add("AdaptiveAvgPool2d", x, name="avgpool", output_size=1), name="flatten")
    rule = SGD(learning_rate=0.05, momentum=0.9, weight_decay=1e-4)
    return classifier(
        net.add("Linear", x, name="classifier", out_features="=classes"), size, side=16, rule=rule,
        full_rule=SGD(learning_rate=0.1, momentum=0.9, weight_decay=1e-4),
    )  # fmt: skip
