"""AlexNet in three forms: as it was published, as most texts draw it, and as torchvision builds it."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam
from presets.pictures import VIEWS, classifier, picture
from presets.registry import CONVOLUTIONAL, Preset, PresetInfo, Size, preset

SOURCE = (
    "A. Krizhevsky, I. Sutskever and G. Hinton, ImageNet Classification with Deep Convolutional Neural Networks, NIPS "
    "2012, section 3.5 and figure 2"
)


@dataclass(frozen=True)
class _Form:
    """The filters (how many, size, stride, padding) and where the maps are normalised and pooled, from 1."""

    filters: tuple[tuple[int, int, int, int], ...]
    groups: tuple[int, ...]
    hidden: int
    pooled: tuple[int, ...] = (1, 2, 5)
    normalised: tuple[int, ...] = (1, 2)


_FULL = ((96, 11, 4, 0), (256, 5, 1, 2), (384, 3, 1, 1), (384, 3, 1, 1), (256, 3, 1, 1))
_SMALL = ((12, 5, 1, 2), (32, 5, 1, 2), (48, 3, 1, 1), (48, 3, 1, 1), (32, 3, 1, 1))


def _in_a_row(form: _Form, size: Size) -> Project:
    """Draw the network layer by layer, with the paper's local response normalisation."""
    net = Network()
    x = picture(net, *((3, 227, 227, 1000) if size == "full" else (1, 32, 32, 10)))
    for number, (count, kernel, stride, padding) in enumerate(form.filters, 1):
        x = net.add(
            "Conv2d", x, name=f"conv{number}", out_channels=count, kernel_size=kernel, stride=stride, padding=padding,
            groups=form.groups[number - 1],
        )  # fmt: skip
        x = net.add("ReLU", x, name=f"relu{number}")
        if number in form.normalised:  # the paper's α is not divided by n = 5, PyTorch's is
            x = net.add("LocalResponseNorm", x, name=f"norm{number}", size=5, alpha=5e-4, beta=0.75, k=2.0)
        if number in form.pooled:
            x = net.add("MaxPool2d", x, name=f"pool{number}", kernel_size=3, stride=2)
    x = net.add("Flatten", x, name="flatten")
    for number in (6, 7):
        x = net.add("ReLU", net.add("Linear", x, name=f"fc{number}", out_features=form.hidden), name=f"relu{number}")
        x = net.add("Dropout", x, name=f"drop{number}")
    return classifier(
        net.add("Linear", x, name="fc8", out_features="=classes"),
        size,
        rule=Adam(learning_rate=0.001),
        side_full=227,
        epochs=16,
    )


def _torchvisions(size: Size) -> Project:
    """Draw torchvision's: one column of the second paper, no normalisation, names ``features`` and ``classifier``."""
    full = size == "full"
    filters = ((64, 11, 4, 2), (192, 5, 1, 2), (384, 3, 1, 1), (256, 3, 1, 1), (256, 3, 1, 1))
    if not full:
        filters = ((12, 5, 1, 2), (24, 5, 1, 2), (48, 3, 1, 1), (32, 3, 1, 1), (32, 3, 1, 1))
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 32, 32, 10)))
    features = net.define("Features")
    y, place = features.add("Input", name="x"), 0
    for number, (count, kernel, stride, padding) in enumerate(filters, 1):
        y = features.add("Conv2d", y, name=str(place), out_channels=count, kernel_size=kernel, stride=stride,
                         padding=padding)  # fmt: skip
        y = features.add("ReLU", y, name=str(place + 1))
        place += 2
        if number in (1, 2, 5):
            y = features.add("MaxPool2d", y, name=str(place), kernel_size=3, stride=2)
            place += 1
    features.add("Output", y, name="y")
    x = net.add("AdaptiveAvgPool2d", net.add("Features", x, name="features"), name="avgpool",
                output_size=6 if full else 3)  # fmt: skip
    x = _decision(net, net.add("Flatten", x, name="flatten"), 4096 if full else 128)
    return classifier(x, size, rule=Adam(learning_rate=0.001), epochs=16)


def _decision(net: Network, x: Outlet, width: int) -> Outlet:
    """Place torchvision's ``classifier``: dropout stands before the linear layers here."""
    block = net.define("Classifier", classes=1000)
    y = block.add("Input", name="x")
    for place in (0, 3):
        y = block.add("Linear", block.add("Dropout", y, name=str(place)), name=str(place + 1), out_features=width)
        y = block.add("ReLU", y, name=str(place + 2))
    block.add("Output", block.add("Linear", y, name="6", out_features="=classes"), name="y")
    return net.add("Classifier", x, name="classifier", classes="=classes")


def _declared(name: str, title: str, year: int, summary: str, look_for: str, reached: str) -> Preset:
    told = PresetInfo(
        name=name, title=title, chinese=title.replace("as drawn", "教科书版"), family=CONVOLUTIONAL, year=year,
        source=SOURCE, summary=summary, look_for=look_for, textbook=("A15",), reached=reached, views=VIEWS,
    )  # fmt: skip
    alone, pairs = (1, 1, 1, 1, 1), (1, 2, 1, 2, 2)

    def draw(size: Size) -> Project:
        if name == "alexnet":
            return _torchvisions(size)
        full = size == "full"
        groups = pairs if name == "alexnet_2012" else alone
        return _in_a_row(_Form(_FULL if full else _SMALL, groups, 4096 if full else 128), size)

    return preset(told)(draw)


alexnet_2012 = _declared(
    "alexnet_2012", "AlexNet (2012)", 2012,
    mark(
        "The network that won ImageNet in 2012: five convolutions, ReLU instead of tanh, dropout in the two large "
        "layers. It was split over two graphics cards, so the second, fourth and fifth convolution each see half of "
        "the maps (groups = 2); 60,965,224 parameters in full size. Its pictures are 227×227: with 224 the sizes do "
        "not meet."
    ),
    mark(
        "Compare the multiply-adds of conv2 with groups 1 and 2: half of them, and half of the weights. Try it: change "
        "ReLU to Tanh and watch how much slower the loss falls."
    ),
    mark("Test accuracy 95.9 to 98.9 % (seeds 0 to 2), in one to four minutes on one processor core."),
)  # fmt: skip
alexnet_text = _declared(
    "alexnet_text", "AlexNet, as drawn", 2012,
    mark(
        "AlexNet as most texts draw it: the same layers on one graphics card, so every filter sees all maps; "
        "62,378,344 parameters in full size, 1.4 million more than the published network had."
    ),
    mark(
        "Nine of ten parameters stand in fc6 and fc7, nine of ten multiply-adds in the convolutions: read both at the "
        "nodes. Try it: take out the dropout and watch validation turn away from training."
    ),
    mark("Test accuracy 97.4 % (seed 0), in about a minute on one processor core."),
)  # fmt: skip
alexnet = _declared(
    "alexnet", "AlexNet", 2014,
    mark(
        "AlexNet as torchvision builds it, after Krizhevsky's paper of 2014 on one strange trick: fewer filters in the "
        "first layers, no normalisation; 61,100,840 parameters in full size, and torchvision's weights fit."
    ),
    mark(
        "Open the features: the picture shrinks fast at first, then three convolutions in a row work at one size. "
        "Which wire carries the strongest gradient, and does dropout before the linear layers change it?"
    ),
    mark("Test accuracy 95.2 to 99.3 % (seeds 0 to 2), in about 22 seconds on one processor core."),
)  # fmt: skip
