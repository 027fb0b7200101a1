"""Multilayer perceptrons: linear layers with an activation between them."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from presets.registry import CLASSIFIERS, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="mlp",
        title=mark("Multilayer perceptron"),
        chinese="多层感知机",
        family=CLASSIFIERS,
        year=1986,
        source="D. Rumelhart, G. Hinton and R. Williams, Learning Representations by Back-propagating Errors, "
        "Nature 323, 1986",
        summary=mark(
            "Two hidden layers with ReLU separate two moons that no straight line can part. Change the width, the "
            "depth or the "
            "activation, and choose other data in the recipe: the drawing follows."
        ),
        look_for=mark(
            "The boundary begins as a line and bends around the moons. With Identity in place of ReLU it stays a line."
        ),
        textbook=("A5",),
        reached=mark("Test accuracy 100 % (seeds 0 to 2), in about a second."),
        views=("decision_boundary", "hidden_space", "curves", "gradients"),
    )
)
def mlp(size: Size) -> Project:
    """Features, two hidden layers, class scores."""
    net = Network()
    net.parameters = {"features": 2, "classes": 2}
    x = net.add("Input", name="features", field="features", shape=["=features"])
    label = net.add("Input", name="label", field="label", kind="index")
    for number in (1, 2):
        x = net.add("Linear", x, name=f"hidden{number}", out_features=32)
        x = net.add("ReLU", x, name=f"relu{number}")
    logits = net.add("Linear", x, name="scores", out_features="=classes")
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    net.add("Accuracy", logits, label, name="accuracy")
    recipe = Recipe(
        data=DataChoice(name="moons"), players=(Player(optimizer=Adam(learning_rate=0.01)),), epochs=40, batch_size=32
    )
    return Project(net, recipe)


@preset(
    PresetInfo(
        name="digit_mlp",
        title=mark("Digit MLP 784-256-128-10"),
        chinese="手写数字多层感知机",
        family=CLASSIFIERS,
        year=1989,
        source="the classroom form of Y. LeCun et al., Backpropagation Applied to "
        "Handwritten Zip Code Recognition, Neural Computation 1, 1989",
        summary=mark(
            "784 pixels in a row, 256 and then 128 ReLU units, ten scores: the forward pass most lessons calculate "
            "by hand. It reads "
            "digits well, yet does not know which pixels are neighbours: its first layer alone has 200,960 parameters."
        ),
        look_for=mark("Training accuracy reaches 100 % while validation stays below: more parameters than examples."),
        textbook=("A6",),
        reached=mark("Test accuracy 97.0 to 98.1 % (seeds 0 to 2), in about two seconds."),
        views=("curves", "confusion_matrix", "gradients"),
    )
)
def digit_mlp(size: Size) -> Project:
    """28 by 28 pixels as one row, two hidden layers, ten scores; 235,146 parameters."""
    net = Network()
    net.parameters = {"features": 784, "classes": 10}
    x = net.add("Input", name="pixels", field="pixels", shape=["=features"])
    label = net.add("Input", name="label", field="label", kind="index")
    h = net.add("ReLU", net.add("Linear", x, name="hidden1", out_features=256), name="relu1")
    h = net.add("ReLU", net.add("Linear", h, name="hidden2", out_features=128), name="relu2")
    logits = net.add("Linear", h, name="scores", out_features="=classes")
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    net.add("Accuracy", logits, label, name="accuracy")
    recipe = Recipe(
        data=DataChoice(name="digits", parameters={"size": 28}),
        players=(Player(optimizer=Adam(learning_rate=0.001)),),
        epochs=15,
    )
    return Project(net, recipe)
