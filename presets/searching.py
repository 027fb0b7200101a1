"""A network whose width and depth are left open, to be found by a search."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import classes, data, trained
from presets.registry import OTHER, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="architecture_search", title=mark("Architecture search"), chinese="神经网络架构搜索（NAS）", family=OTHER,
        year=2019,
        source="E. Real, A. Aggarwal, Y. Huang and Q. V. Le, Regularized evolution for image classifier architecture "
        "search, AAAI 2019, arXiv 1802.01548, algorithm 1; random search: J. Bergstra and Y. Bengio, JMLR 13, 2012",
        summary=mark(
            "How wide, and how many layers? The drawing leaves both open as parameters of the network, hidden and "
            "depth, and a search trains one small network after another within a budget: by chance, or by evolution, "
            "where the best of a few has a child with one number changed and the oldest dies."
        ),
        look_for=mark(
            "Run › Search for an architecture… lists the trials as they come, with what each one cost. The network as "
            "it is drawn is too small for the spirals. Try it: the same budget by chance and by evolution; then allow "
            "only depth to change. Which of the two numbers mattered?"
        ),
        textbook=("A150",), views=("curves", "decision_boundary", "gradients"), sizes=("small",),
    )
)  # fmt: skip
def architecture_search(size: Size) -> Project:
    """One layer to ``hidden`` numbers, ``depth`` layers of as many, two classes; it starts with 8 and 1."""
    net = Network()
    net.parameters = {"features": 2, "classes": 2, "hidden": 8, "depth": 1}
    block = net.define("HiddenLayer", width=4)
    x = block.add("Linear", block.add("Input", name="x"), name="linear", out_features="=width")
    block.add("Output", block.add("Tanh", x, name="tanh"), name="y")
    x = net.add("Input", name="features", field="features", shape=["=features"])
    x = net.add("Tanh", net.add("Linear", x, name="first", out_features="=hidden"), name="tanh")
    x = net.add("HiddenLayer", x, name="hidden", repeat="=depth", width="=hidden")
    y = net.add("Linear", x, name="answer", out_features="=classes")
    return trained(classes(y), data("spirals"), Adam(learning_rate=0.01), epochs=40, batch=32)
