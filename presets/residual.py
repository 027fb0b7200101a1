"""Residual networks: ResNet-18 to ResNet-152, with the names torchvision gives their parts."""

from __future__ import annotations

from dataclasses import dataclass

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import SGD
from presets.pictures import VIEWS, classifier, picture
from presets.registry import CONVOLUTIONAL, Preset, PresetInfo, Size, preset


@dataclass(frozen=True)
class Residual:
    """What makes one residual network of the family: how many blocks each stage has, and which kind they are.

    A bottleneck squeezes to ``channels``, filters there, and opens to four times as many (He et al. 2015, figure 5).
    ``widths`` are the channels of the stages. ``stem`` is the size of the first filters: 7 with a pooling behind them
    for pictures of 224×224, 3 without one for small ones (He et al. 2015, section 4.2).
    """

    counts: tuple[int, ...]
    bottleneck: bool
    widths: tuple[int, ...] = (64, 128, 256, 512)
    stem: int = 7


FAMILY = {
    "resnet18": Residual((2, 2, 2, 2), bottleneck=False),
    "resnet34": Residual((3, 4, 6, 3), bottleneck=False),
    "resnet50": Residual((3, 4, 6, 3), bottleneck=True),
    "resnet101": Residual((3, 4, 23, 3), bottleneck=True),
    "resnet152": Residual((3, 8, 36, 3), bottleneck=True),
}
"""He, Zhang, Ren and Sun, Deep Residual Learning for Image Recognition, CVPR 2016 (arXiv 1512.03385), table 1."""


SMALL = {
    "resnet18": Residual((1, 1, 1), bottleneck=False, widths=(16, 32, 64), stem=3),
    "resnet34": Residual((2, 2, 2), bottleneck=False, widths=(16, 32, 64), stem=3),
    "resnet50": Residual((1, 1, 1), bottleneck=True, widths=(8, 16, 32), stem=3),
    "resnet101": Residual((2, 2, 2), bottleneck=True, widths=(8, 16, 32), stem=3),
    "resnet152": Residual((3, 3, 3), bottleneck=True, widths=(8, 16, 32), stem=3),
}
"""The form for small pictures (section 4.2 of the same paper): a stem of 3×3, three stages, the same blocks."""


def residual_network(form: Residual, channels: int, height: int, width: int, classes: int) -> Network:
    """Draw a residual network up to its last layer ``fc``: image (C, H, W) in, scores (classes,) out."""
    net = Network()
    image = picture(net, channels, height, width, classes)
    _define(net, form)
    wide = form.stem == 7
    x = net.add(
        "Conv2d", image, name="conv1", out_channels=form.widths[0], kernel_size=form.stem, stride=2 if wide else 1,
        padding=form.stem // 2, bias=False,
    )  # fmt: skip
    x = net.add("ReLU", net.add("BatchNorm2d", x, name="bn1"), name="relu")
    if wide:
        x = net.add("MaxPool2d", x, name="maxpool", kernel_size=3, stride=2, padding=1)
    for number, (count, size) in enumerate(zip(form.counts, form.widths, strict=True), 1):
        x = _stage(net, form, x, number, count, size)
    x = net.add("Flatten", net.add("AdaptiveAvgPool2d", x, name="avgpool", output_size=1), name="flatten")
    net.add("Linear", x, name="fc", out_features="=classes")
    return net


def _stage(net: Network, form: Residual, x: Outlet, number: int, count: int, size: int) -> Outlet:
    """Place one stage: where sizes change the first block gets a projection beside it."""
    name, stride = f"layer{number}", 1 if number == 1 else 2
    if number == 1 and not form.bottleneck:
        return net.add("Residual", x, name=name, repeat=count, copies="inside", channels=size)
    if count == 1:
        return net.add("Stage1", x, name=name, channels=size, stride=stride)
    return net.add("Stage", x, name=name, channels=size, stride=stride, rest=count - 1)


def _define(net: Network, form: Residual) -> None:
    """Put the blocks on the shelf: the projection, the residual block with and without it, a stage."""
    opened = "=4*channels" if form.bottleneck else "=channels"
    block = net.define("Projection", channels=64, stride=1)
    y = block.add("Conv2d", block.add("Input", name="x"), name="0", out_channels="=channels", kernel_size=1,
                  stride="=stride", bias=False)  # fmt: skip
    block.add("Output", block.add("BatchNorm2d", y, name="1"), name="y")
    for name, projected in (("Residual", False), ("ResidualDown", True)):
        block = net.define(name, channels=64, **({"stride": 1} if projected else {}))
        x = block.add("Input", name="x")
        y = _branch(block, x, form.bottleneck, "=stride" if projected else 1)
        if projected:
            x = block.add("Projection", x, name="downsample", channels=opened, stride="=stride")
        y = block.add("ReLU", block.add("Add", y, x, name="add"), name="relu")
        block.add("Output", y, name="y")
    for name, more in (("Stage1", False), ("Stage", True)):
        if (max(form.counts) == 1) if more else (1 not in form.counts):
            continue
        block = net.define(name, channels=64, stride=1, **({"rest": 1} if more else {}))
        y = block.add("ResidualDown", block.add("Input", name="x"), name="0", channels="=channels", stride="=stride")
        if more:
            y = block.add("Residual", y, name="1", repeat="=rest", copies="beside", channels="=channels")
        block.add("Output", y, name="y")


def _branch(block: Network, x: Outlet, bottleneck: bool, stride: int | str) -> Outlet:
    """Draw the way with the weights: two filters of 3×3, or 1×1, 3×3, 1×1. The stride is at the 3×3."""
    sizes: tuple[tuple[str, int, int | str], ...] = (("=channels", 3, stride), ("=channels", 3, 1))
    if bottleneck:
        sizes = (("=channels", 1, 1), ("=channels", 3, stride), ("=4*channels", 1, 1))
    for number, (out, kernel, step) in enumerate(sizes, 1):
        x = block.add("Conv2d", x, name=f"conv{number}", out_channels=out, kernel_size=kernel, stride=step,
                      padding=kernel // 2, bias=False)  # fmt: skip
        x = block.add("BatchNorm2d", x, name=f"bn{number}")
        if number < len(sizes):
            x = block.add("ReLU", x, name=f"relu{number}")
    return x


SOURCE = "K. He, X. Zhang, S. Ren and J. Sun, Deep Residual Learning for Image Recognition, CVPR 2016, arXiv 1512.03385"
LOOK_FOR = mark(
    "Open a block and follow the two ways to its Add: one through the filters, one straight. On the wires, the "
    "gradient takes the straight one. Try it: cut the straight way in the block and train again. How far back does "
    "the gradient still reach?"
)


def _declared(name: str, title: str, textbook: str, summary: str, reached: str) -> Preset:
    """Declare one depth of the family."""
    told = PresetInfo(
        name=name, title=title, chinese=f"{title} 残差网络", family=CONVOLUTIONAL, year=2015, source=SOURCE,
        summary=summary, look_for=LOOK_FOR, textbook=(textbook,), reached=reached,
        views=VIEWS,
    )  # fmt: skip

    def draw(size: Size) -> Project:
        return _project(FAMILY[name] if size == "full" else SMALL[name], size)

    return preset(told)(draw)


def _project(form: Residual, size: Size) -> Project:
    """The network with its loss."""
    net = residual_network(form, 3, 224, 224, 1000) if size == "full" else residual_network(form, 1, 16, 16, 10)
    rule = SGD(learning_rate=0.05, momentum=0.9, weight_decay=1e-4)
    full = SGD(learning_rate=0.1, momentum=0.9, weight_decay=1e-4)
    return classifier(Outlet(net, net.node("fc").id, "y"), size, side=16, rule=rule, full_rule=full)


resnet18 = _declared(
    "resnet18", "ResNet-18", "A19",
    mark(
        "Each block learns only what is to be added to its input, y = F(x) + x, so that a signal, and the gradient, "
        "can always pass straight through. Eight blocks of two 3×3 filters; 11,689,512 parameters in full size."
    ),
    mark("Test accuracy 98.9 to 99.6 % (seeds 0 to 2), in 25 to 60 seconds on one processor core."),
)  # fmt: skip
resnet34 = _declared(
    "resnet34", "ResNet-34", "A19",
    mark(
        "The same blocks as ResNet-18, sixteen of them. A plain network of this depth trains worse than one of 18 "
        "layers; with the straight ways it trains better. 21,797,672 parameters in full size."
    ),
    mark("Test accuracy 98.9 to 99.3 % (seeds 0 to 2), in half a minute to two minutes on one processor core."),
)  # fmt: skip
resnet50 = _declared(
    "resnet50", "ResNet-50", "A20",
    mark(
        "Blocks with a bottleneck: 1×1 filters squeeze the channels, a 3×3 filter works on the few that are left, 1×1 "
        "filters open them again. Sixteen of them cost little more than ResNet-34 and learn more. 25,557,032 "
        "parameters in full size."
    ),
    mark("Test accuracy 97.8 to 99.3 % (seeds 0 to 2), in 12 to 30 seconds on one processor core."),
)  # fmt: skip
resnet101 = _declared(
    "resnet101", "ResNet-101", "A21",
    mark(
        "The bottlenecks of ResNet-50, with 23 instead of 6 in the third stage: depth is a repeat count. 44,549,160 "
        "parameters in full size."
    ),
    mark("Test accuracy 97.0 to 99.6 % (seeds 0 to 2), in half a minute to a minute on one processor core."),
)  # fmt: skip
resnet152 = _declared(
    "resnet152", "ResNet-152", "A22",
    mark(
        "The deepest of the family: 50 bottlenecks in four stages of 3, 8, 36 and 3. An ensemble of such networks won "
        "the ImageNet competition of 2015 with 3.57 % top-5 error. 60,192,808 parameters in full size."
    ),
    mark("Test accuracy 97.0 to 98.9 % (seeds 0 to 2), in one to four minutes on one processor core."),
)  # fmt: skip
