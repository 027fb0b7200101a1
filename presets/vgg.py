"""VGG: depth from nothing but 3×3 filters, with the names torchvision gives its parts."""

from __future__ import annotations

from dataclasses import replace

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam
from graphs.starts import Start
from presets.pictures import VIEWS, classifier, picture
from presets.registry import CONVOLUTIONAL, Preset, PresetInfo, Size, preset

SOURCE = (
    "K. Simonyan and A. Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, ICLR 2015, "
    "arXiv 1409.1556, table 1"
)
FORMS = {"vgg16": (2, 2, 3, 3, 3), "vgg19": (2, 2, 4, 4, 4)}
"""How many filters of 3×3 stand before each pooling: columns D and E."""
WIDTHS = (64, 128, 256, 512, 512)


def _draw(name: str, size: Size) -> Project:
    full = size == "full"
    counts, widths = (FORMS[name], WIDTHS) if full else (FORMS[name][:3], (16, 32, 64))
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 32, 32, 10)))
    features = net.define("Features")
    y = features.add("Input", name="x")
    place = 0
    for count, width in zip(counts, widths, strict=True):
        for _ in range(count):
            y = features.add("Conv2d", y, name=str(place), out_channels=width, kernel_size=3, padding=1)
            y = features.add("ReLU", y, name=str(place + 1))
            place += 2
        y = features.add("MaxPool2d", y, name=str(place), kernel_size=2)
        place += 1
    features.add("Output", y, name="y")
    x = net.add("Features", x, name="features")
    x = net.add("AdaptiveAvgPool2d", x, name="avgpool", output_size=7 if full else 4)
    logits = decision(net, net.add("Flatten", x, name="flatten"), 4096 if full else 128)
    for network in net.blocks.values():  # so deep a plain stack hardly begins to learn from PyTorch's own start
        for node in network:
            if node.type in ("Conv2d", "Linear"):
                network.put_node(replace(node, start=Start("kaiming_normal", bias=0.0)))
    return classifier(logits, size, rule=Adam(learning_rate=0.001), epochs=8)


def decision(net: Network, x: Outlet, width: int) -> Outlet:
    """Place the three linear layers with dropout that close the network: torchvision's ``classifier``."""
    block = net.define("Classifier", classes=1000)
    y = block.add("Input", name="x")
    for place in (0, 3):
        y = block.add("ReLU", block.add("Linear", y, name=str(place), out_features=width), name=str(place + 1))
        y = block.add("Dropout", y, name=str(place + 2))
    block.add("Output", block.add("Linear", y, name="6", out_features="=classes"), name="y")
    return net.add("Classifier", x, name="classifier", classes="=classes")


LOOK_FOR = mark(
    "Open the features and read the shapes on the wires: each pooling halves the picture, each stage doubles the "
    "filters. In full size, see where the parameters are: nine of ten stand in the classifier's first layers."
)


def _declared(name: str, title: str, textbook: str, summary: str, reached: str) -> Preset:
    told = PresetInfo(
        name=name, title=title, chinese=f"{title} 网络", family=CONVOLUTIONAL, year=2014, source=SOURCE,
        summary=summary, look_for=LOOK_FOR, textbook=(textbook,), reached=reached, views=VIEWS,
    )  # fmt: skip
    return preset(told)(lambda size: _draw(name, size))


vgg16 = _declared(
    "vgg16", "VGG-16", "A16",
    mark(
        "Only filters of 3×3, two or three in a row before each pooling: two of them see as far as one of 5×5, with "
        "fewer weights and one more nonlinearity. 13 convolutions and 3 linear layers; 138,357,544 parameters in full "
        "size."
    ),
    mark("Test accuracy 97.0 to 98.9 % (seeds 0 to 2), in about 25 seconds on one processor core."),
)  # fmt: skip
vgg19 = _declared(
    "vgg19", "VGG-19", "A17",
    mark(
        "VGG-16 with one more filter in each of the last three stages. Deeper than this, plain stacks trained worse: "
        "the wall that residual networks broke a year later. 143,667,240 parameters in full size."
    ),
    mark("Test accuracy 98.1 to 99.3 % (seeds 0 to 2), in about 28 seconds on one processor core."),
)  # fmt: skip
