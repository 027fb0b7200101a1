"""One unit that decides: Rosenblatt's perceptron, and the small network that does what it cannot."""

from __future__ import annotations

import numpy

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, Adam, DataChoice, Order, Player, Recipe
from presets.registry import FIRST_STEPS, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="perceptron",
        title=mark("Perceptron"),
        chinese="感知机",
        family=FIRST_STEPS,
        year=1958,
        source="F. Rosenblatt, The Perceptron, Psychological Review 65, 1958; "
        "M. Minsky and S. Papert, Perceptrons, 1969",
        summary=mark(
            "One unit adds up its inputs and says yes or no. It learns only from its errors: after each wrong "
            "answer the weights "
            "move towards the example. One step here is Rosenblatt's rule for one example, with his factor 2 put "
            "into the "
            "learning rate. It learns AND and OR, and can never learn XOR, since one straight line does not "
            "separate its answers."
        ),
        look_for=mark(
            "The line in the decision boundary turns after every wrong example and stands still when there is none. "
            "Choose the "
            "gate XOR in the recipe: the line never comes to rest."
        ),
        textbook=("A1", "A2"),
        reached=mark("AND and OR: every example right. XOR: never more than three of four. (seeds 0, 1, 2)"),
        views=("decision_boundary", "curves", "gradients"),
    )
)
def perceptron(size: Size) -> Project:
    """Two inputs, one weighted sum, a sign; trained one example at a time."""
    net = Network()
    net.parameters = {"features": 2, "classes": 2}
    x = net.add("Input", name="features", field="features", shape=["=features"])
    label = net.add("Input", name="label", field="label", kind="index")
    z = net.add("Linear", x, name="neuron", out_features=1)
    net.add("Output", net.add("Sign", z, name="sign"), name="decision")
    net.add("PerceptronLoss", z, label, name="loss")
    net.add("Accuracy", z, label, name="accuracy")
    recipe = Recipe(
        data=DataChoice(name="logic", parameters={"gate": "AND"}),
        players=(Player(optimizer=SGD(learning_rate=1.0)),),
        epochs=25,
        batch_size=1,
        order=Order.AS_GIVEN,
    )
    return Project(net, recipe)


@preset(
    PresetInfo(
        name="xor_relu",
        title=mark("XOR with two layers"),
        chinese="两层网络解异或",
        family=FIRST_STEPS,
        year=1986,
        source="D. Rumelhart, G. Hinton and R. Williams, Learning Representations by Back-propagating Errors, "
        "Nature 323, 1986",
        summary=mark(
            "A hidden layer bends the plane, so that one line can separate what XOR asks for. In full size it is "
            "the smallest exact "
            "solution, with its weights set by hand: max(0, x₁ − x₂) + max(0, x₂ − x₁). In small size eight hidden "
            "units learn it "
            "from a random start."
        ),
        look_for=mark(
            "The boundary, which is one line at first, folds until both corners with the answer 1 lie inside one band."
        ),
        textbook=("A9",),
        reached=mark("All four examples right, from every seed tried (0, 1, 2)."),
        views=("decision_boundary", "hidden_space", "curves", "gradients"),
    )
)
def xor_relu(size: Size) -> Project:
    """Two inputs, ReLU units, one sum."""
    exact = size == "full"
    net = Network()
    net.parameters = {"features": 2, "classes": 2}
    x = net.add("Input", name="features", field="features", shape=["=features"])
    target = net.add("Input", name="target", field="target", shape=[1])
    h = net.add("Linear", x, name="hidden", out_features=2 if exact else 8, bias=not exact)
    y = net.add("Linear", net.add("ReLU", h, name="relu"), name="sum", out_features=1, bias=not exact)
    net.add("Output", y, name="answer")
    net.add("MSELoss", y, target, name="loss")
    net.add("MeanAbsoluteError", y, target, name="error")
    project = Project(
        net,
        Recipe(
            data=DataChoice(name="logic", parameters={"gate": "XOR"}),
            players=(Player(optimizer=Adam(learning_rate=0.02)),),
            epochs=500,
            batch_size=4,
            validate_every=10,
        ),
    )
    if exact:
        hidden, total = net.named(["hidden", "sum"])
        project.weights = {
            (hidden, "weight"): numpy.array([[1, -1], [-1, 1]], dtype=numpy.float32),
            (total, "weight"): numpy.array([[1, 1]], dtype=numpy.float32),
        }
    return project
