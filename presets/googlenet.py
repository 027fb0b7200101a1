"""GoogLeNet: modules that look at several scales at once, and two heads on the way that train with the last one."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import SGD, Adam
from presets.pictures import VIEWS, classifier, picture
from presets.placing import end, line, stand
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset

COLUMNS = ("one", "squeeze3", "three", "squeeze5", "five", "pooled")
"""The columns of table 1 that size a module: 1×1, 3×3 reduce, 3×3, 5×5 reduce, 5×5, pool projection."""


@dataclass(frozen=True)
class _Form:
    """The stem's filters, and the modules by group: each group but the last ends with a pooling.

    ``heads`` are the modules behind which an auxiliary classifier stands; ``hidden`` is the size of its layer.
    """

    stem: tuple[int, int]
    modules: tuple[tuple[tuple[str, tuple[int, ...]], ...], ...]
    heads: tuple[str, str]
    hidden: int


_FULL = _Form(
    (64, 192),
    (
        (("3a", (64, 96, 128, 16, 32, 32)), ("3b", (128, 128, 192, 32, 96, 64))),
        (
            ("4a", (192, 96, 208, 16, 48, 64)), ("4b", (160, 112, 224, 24, 64, 64)),
            ("4c", (128, 128, 256, 24, 64, 64)), ("4d", (112, 144, 288, 32, 64, 64)),
            ("4e", (256, 160, 320, 32, 128, 128)),
        ),
        (("5a", (256, 160, 320, 32, 128, 128)), ("5b", (384, 192, 384, 48, 128, 128))),
    ),
    ("4a", "4d"),
    1024,
)  # fmt: skip
_SMALL = _Form(
    (16, 32),
    (
        (("3a", (16, 16, 24, 4, 8, 8)),),
        (("4a", (16, 16, 32, 4, 12, 12)), ("4d", (16, 16, 32, 4, 12, 12))),
        (("5a", (32, 24, 48, 6, 16, 16)),),
    ),
    ("4a", "4d"),
    64,
)


def _define(net: Network, form: _Form) -> None:
    """Put the blocks on the shelf: a convolution with its normalisation, the module, and the auxiliary head."""
    block = net.define("BasicConv2d", channels=64, kernel_size=1, stride=1)
    y = block.add("Conv2d", block.add("Input", name="x"), name="conv", out_channels="=channels",
                  kernel_size="=kernel_size", stride="=stride", padding="=kernel_size//2", bias=False)  # fmt: skip
    y = block.add("ReLU", block.add("BatchNorm2d", y, name="bn", eps=0.001), name="relu")
    block.add("Output", y, name="y")

    block = net.define("Reduced", squeeze=96, channels=128)
    y = block.add("BasicConv2d", block.add("Input", name="x"), name="0", channels="=squeeze")
    y = block.add("BasicConv2d", y, name="1", channels="=channels", kernel_size=3)
    block.add("Output", y, name="y")

    block = net.define("Pooled", channels=32)
    y = block.add("MaxPool2d", block.add("Input", name="x"), name="0", kernel_size=3, stride=1, padding=1,
                  ceil_mode=True)  # fmt: skip
    block.add("Output", block.add("BasicConv2d", y, name="1", channels="=channels"), name="y")

    block = net.define("Inception", **dict(zip(COLUMNS, form.modules[0][0][1], strict=True)))
    x = block.add("Input", name="x")
    branches = (
        block.add("BasicConv2d", x, name="branch1", channels="=one"),
        block.add("Reduced", x, name="branch2", squeeze="=squeeze3", channels="=three"),
        block.add("Reduced", x, name="branch3", squeeze="=squeeze5", channels="=five"),
        block.add("Pooled", x, name="branch4", channels="=pooled"),
    )
    block.add("Output", block.add("Concat", *branches, name="concat"), name="y")

    block = net.define("InceptionAux", hidden=form.hidden, classes=1000)
    y = block.add("AdaptiveAvgPool2d", block.add("Input", name="x"), name="pool", output_size=4)
    y = block.add("BasicConv2d", y, name="conv", channels=128 if form.hidden > 128 else 16)
    y = block.add("Linear", block.add("Flatten", y, name="flatten"), name="fc1", out_features="=hidden")
    y = block.add("Dropout", block.add("ReLU", y, name="relu"), name="dropout", p=0.7)
    block.add("Output", block.add("Linear", y, name="fc2", out_features="=classes"), name="y")


def _laid_out(net: Network, form: _Form) -> None:
    """The tower in three rows, from pooling to pooling, and under the middle one the heads that hang on it."""
    modules = [[f"inception{name}" for name, _ in group] for group in form.modules]
    stem = ("image", "conv1", "maxpool1", *(name for name in ("conv2", "conv3", "maxpool2") if name in net))
    places = line(net, (*stem, *modules[0], "maxpool3"))
    places |= line(net, (*modules[1], "maxpool4"), 0.0, 1.75)
    column = 0.0
    for number, name in enumerate(form.heads, 1):
        column = max(column, end(net, places, f"inception{name}"))
        places |= line(net, (f"aux{number}", f"aux_logits{number}"), column, 3.5)
        last = places[f"aux_logits{number}"]
        places[f"aux_logits{number}_loss"] = (last[0], last[1] + 1.0)
        column = last[0] + 1.25
    places["label"] = (0.0, 4.5)
    places |= line(net, (*modules[2], "avgpool", "flatten", "dropout", "fc"), 0.0, 6.75)
    column = end(net, places, "fc") + 0.25
    stand(net, places | {"logits": (column, 7.75), "loss": (column, 5.75), "accuracy": (column, 6.75)})


def _draw(size: Size) -> Project:
    """Draw stem, groups of modules and heads, with torchvision's names."""
    full = size == "full"
    form = _FULL if full else _SMALL
    net = Network()
    x = picture(net, *((3, 224, 224, 1000) if full else (1, 32, 32, 10)))
    _define(net, form)
    first, third = form.stem
    x = net.add("BasicConv2d", x, name="conv1", channels=first, kernel_size=7 if full else 3, stride=2 if full else 1)
    x = net.add("MaxPool2d", x, name="maxpool1", kernel_size=3, stride=2, ceil_mode=True)
    if full:
        x = net.add("BasicConv2d", x, name="conv2", channels=first)
    x = net.add("BasicConv2d", x, name="conv3", channels=third, kernel_size=3)
    if full:
        x = net.add("MaxPool2d", x, name="maxpool2", kernel_size=3, stride=2, ceil_mode=True)
    heads: dict[str, tuple[Outlet, float]] = {}
    for place, group in enumerate(form.modules, 3):
        for name, columns in group:
            x = net.add("Inception", x, name=f"inception{name}", **dict(zip(COLUMNS, columns, strict=True)))
            if name in form.heads:
                number = form.heads.index(name) + 1
                head = net.add("InceptionAux", x, name=f"aux{number}", hidden=form.hidden, classes="=classes")
                heads[f"aux_logits{number}"] = (head, 0.3)
        if place < 5:
            x = net.add("MaxPool2d", x, name=f"maxpool{place}", kernel_size=3 if place == 3 else 2, stride=2,
                        ceil_mode=True)  # fmt: skip
    x = net.add("Flatten", net.add("AdaptiveAvgPool2d", x, name="avgpool", output_size=1), name="flatten")
    x = net.add("Linear", net.add("Dropout", x, name="dropout", p=0.2), name="fc", out_features="=classes")
    full_rule = SGD(learning_rate=0.01, momentum=0.9, weight_decay=2e-4)
    project = classifier(x, size, rule=Adam(learning_rate=0.002), full_rule=full_rule, auxiliary=heads)
    _laid_out(net, form)
    return project


@preset(
    PresetInfo(
        name="googlenet", title="GoogLeNet", chinese="GoogLeNet（Inception v1）", family=CONVOLUTIONAL, year=2014,
        source="C. Szegedy et al., Going Deeper with Convolutions, CVPR 2015, arXiv 1409.4842, table 1 and figure 2(b)",
        summary=mark(
            "How large should a filter be? An Inception module does not choose: 1×1, 3×3, 5×5 and pooling look at the "
            "same maps side by side, after 1×1 filters have made them few. Nine modules, no large linear layers: about "
            "6 million parameters where VGG has 138. Two heads on the way help the gradient reach the front; they "
            "count 0.3 each while training. With torchvision's batch normalisation and both heads 13,004,888 "
            "parameters."
        ),
        look_for=mark(
            "Open a module and compare what its four ways cost: the 1×1 filter before the 5×5 saves most of it. On the "
            "wires, see how the two heads feed gradient into the middle. Try it: set their weights to 0. Does the "
            "front still learn as fast?"
        ),
        textbook=("A18",), views=VIEWS,
        reached=mark("Test accuracy 99.6 to 100 % (seeds 0 to 2), after 480 steps."),
    )
)  # fmt: skip
def googlenet(size: Size) -> Project:
    """Nine Inception modules in three groups with both auxiliary heads; four modules in small size."""
    return _draw(size)
