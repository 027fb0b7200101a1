"""LeNet-5 as it was in 1998: a connection table, trained subsampling, and drawn digits as the targets."""

from __future__ import annotations

from dataclasses import replace

import numpy

from graphs.message import mark
from graphs.network import Frame, Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from graphs.starts import Start
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset

TABLE = (
    (0, 1, 2), (1, 2, 3), (2, 3, 4), (3, 4, 5), (4, 5, 0), (5, 0, 1),
    (0, 1, 2, 3), (1, 2, 3, 4), (2, 3, 4, 5), (3, 4, 5, 0), (4, 5, 0, 1), (5, 0, 1, 2),
    (0, 1, 3, 4), (1, 2, 4, 5), (0, 2, 3, 5), (0, 1, 2, 3, 4, 5),
)  # fmt: skip
"""Which maps of S2 each of the 16 maps of C3 sees (LeCun et al. 1998, table I): 60 connections of 96."""

INK = """
 .#####. ...#... .#####. .#####. ....##. ####### ..####. ####### .#####. .#####.
 ##...## ..##... ##...## ##...## ...###. ##..... .##.... .....## ##...## ##...##
 ##...## .###... .....## .....## ..####. ##..... ##..... .....## ##...## ##...##
 ##...## ...#... .....## .....## .##.##. ##..... ##..... ....##. ##...## ##...##
 ##...## ...#... ....##. ....##. ##..##. ######. ######. ....##. .#####. ##...##
 ##...## ...#... ...##.. ..###.. ##..##. .....## ##...## ...##.. .#####. .######
 ##...## ...#... ..##... ....##. ####### .....## ##...## ...##.. ##...## .....##
 ##...## ...#... .##.... .....## ....##. .....## ##...## ..##... ##...## .....##
 ##...## ...#... ##..... .....## ....##. .....## ##...## ..##... ##...## .....##
 ##...## ...#... ##..... .....## ....##. ##...## ##...## .##.... ##...## ....##.
 ##...## ...#... ##...## ##...## ....##. ##...## ##...## .##.... ##...## ...##..
 .#####. .#####. ####### .#####. ....##. .#####. .#####. ##..... .#####. ####...
"""
"""The ten digits as pictures of 7×12: what the 84 units of F6 shall show when they see that digit."""


def bitmaps() -> numpy.ndarray:
    """Return the drawn digits as the centres of the output layer: float32 of shape (10, 84), +1 ink and −1 paper."""
    rows = [line.split() for line in INK.split("\n") if line]
    digits = ["".join(row[digit] for row in rows) for digit in range(10)]
    return numpy.array([[1 if dot == "#" else -1 for dot in digit] for digit in digits], dtype=numpy.float32)


def _define(net: Network) -> None:
    """Put the parts of 1998 on the shelf: the squashing, the trained subsampling, the connection table."""
    block = net.define("Squash")
    y = block.add("Expression", block.add("Input", name="x"), name="squash", expression="1.7159 * tanh(a * 2 / 3)")
    block.add("Output", y, name="y")

    block = net.define("Subsampling", maps=6)
    y = block.add("AvgPool2d", block.add("Input", name="x"), name="mean", kernel_size=2)
    y = block.add("Conv2d", y, name="coefficients", out_channels="=maps", kernel_size=1, groups="=maps")
    block.put_node(replace(block.node("coefficients"), start=Start("constant", {"value": 1.0}, bias=0.0)))
    block.add("Output", y, name="y")

    block = net.define("ConnectionTable")
    x = block.add("Input", name="x")
    seen = [block.add("Slice", x, name=f"map{number}", start=number, stop=number + 1) for number in range(6)]
    made: list[Outlet] = []
    for number, maps in enumerate(TABLE):
        joined = block.add("Concat", *(seen[place] for place in maps), name=f"seen{number}")
        made.append(block.add("Conv2d", joined, name=f"conv{number}", out_channels=1, kernel_size=5))
    block.add("Output", block.add("Concat", *made, name="maps"), name="y")


@preset(
    PresetInfo(
        name="lenet5_1998", title="LeNet-5 (1998)", chinese="LeNet-5（1998 年原版）", family=CONVOLUTIONAL, year=1998,
        source="Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-Based Learning Applied to Document "
        "Recognition, Proc. IEEE 86, 1998, section II.B, table I and equation 9",
        summary=mark(
            "LeNet-5 as it was published. C3's maps each see only some of S2's, after a table, which breaks the "
            "symmetry and saves work; subsampling has a trained coefficient and bias for each map; and the output "
            "measures how far the 84 units of F6 are from ten digits drawn in 7×12 dots. Exactly 60,000 parameters "
            "learn; the 840 dots do not."
        ),
        look_for=mark(
            "Open C3: every wire from a map to a filter is one entry of the table, 60 of 96. Then compare with the "
            "LeNet-5 of the courses: which parts did people drop, and what did that change in the accuracy?"
        ),
        textbook=("A14",), views=("curves", "gradients", "feature_maps", "confusion_matrix"),
        reached=mark("Test accuracy 97.4 to 99.3 % (seeds 0 to 2), after 800 steps."),
    )
)  # fmt: skip
def lenet5_1998(size: Size) -> Project:
    """Convolutions, trained subsampling, a connection table, and distances to drawn digits."""
    net = Network()
    net.parameters = {"channels": 1, "height": 32, "width": 32, "classes": 10}
    x = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    _define(net)
    x = net.add("Squash", net.add("Conv2d", x, name="C1", out_channels=6, kernel_size=5), name="squash1")
    x = net.add("Squash", net.add("Subsampling", x, name="S2", maps=6), name="squash2")
    x = net.add("Squash", net.add("ConnectionTable", x, name="C3"), name="squash3")
    x = net.add("Squash", net.add("Subsampling", x, name="S4", maps=16), name="squash4")
    x = net.add("Squash", net.add("Conv2d", x, name="C5", out_channels=120, kernel_size=5), name="squash5")
    x = net.add("Linear", net.add("Flatten", x, name="flatten"), name="F6", out_features=84)
    distances = net.add("RBFLayer", net.add("Squash", x, name="squash6"), name="output", out_features="=classes")
    net.put_node(replace(net.node("output"), frozen=True))
    scores = net.add("Scale", distances, name="nearness", factor=-1.0)
    label = net.add("Input", name="label", field="label", kind="index")
    nothing = net.add("Constant", distances, name="nothing", shape=[1], value=-20.0)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", net.add("Concat", scores, nothing, name="with_nothing"), label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    net.put_frame(Frame(net.next_id, mark("Distances to drawn digits"), net.named(["output", "nearness"]), 1))
    recipe = Recipe(
        data=DataChoice(name="digits"), players=(Player(optimizer=Adam(learning_rate=0.002)),), epochs=20, batch_size=32
    )
    project = Project(net, recipe)
    project.weights = {(net.node("output").id, "weight"): bitmaps()}
    return project
