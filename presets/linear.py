"""One linear layer: for numbers, a regression; for classes, a softmax regression."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from presets.registry import CLASSIFIERS, REGRESSION, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="linear_regression",
        title=mark("Linear regression"),
        chinese="线性回归",
        family=REGRESSION,
        year=1805,
        source="A.-M. Legendre, Nouvelles méthodes pour la détermination des orbites des comètes, 1805 (least squares)",
        summary=mark(
            "A weighted sum of ten measurements of 442 patients predicts how their diabetes goes on. There is no "
            "activation: the "
            "best it can do is a flat plane through the data, and gradient descent finds the plane of least squares."
        ),
        look_for=mark("Training and validation error fall together and then stay: a plane has little room to overfit."),
        textbook=("A3",),
        reached=mark(
            "Mean absolute error on the test patients 0.57 to 0.60 standard deviations (seeds 0 to 2), as good as"
            " least squares solved at once."
        ),
        views=("curves", "gradients"),
    )
)
def linear_regression(size: Size) -> Project:
    """Features, one linear unit, squared error."""
    net = Network()
    net.parameters = {"features": 10}
    x = net.add("Input", name="features", field="features", shape=["=features"])
    target = net.add("Input", name="target", field="target", shape=[1])
    y = net.add("Linear", x, name="plane", out_features=1)
    net.add("Output", y, name="prediction")
    net.add("MSELoss", y, target, name="loss")
    net.add("MeanAbsoluteError", y, target, name="error")
    recipe = Recipe(
        data=DataChoice(name="diabetes"),
        players=(Player(optimizer=Adam(learning_rate=0.02)),),
        epochs=60,
        batch_size=32,
    )
    return Project(net, recipe)


@preset(
    PresetInfo(
        name="softmax_regression",
        title=mark("Softmax regression"),
        chinese="Softmax 回归",
        family=CLASSIFIERS,
        year=1958,
        source="D. Cox, The Regression Analysis of Binary Sequences, J. Royal Statistical Society B 20, 1958",
        summary=mark(
            "One linear layer gives every digit a score; cross-entropy turns the scores into probabilities and "
            "pulls up the right "
            "one. Each class has one weight per pixel, so it can only compare a picture with a template."
        ),
        look_for=mark(
            "Accuracy rises fast and stops early. Digits drawn in two ways share one template, and are confused."
        ),
        textbook=("A4",),
        reached=mark("Test accuracy 95.9 to 97.0 % (seeds 0 to 2), in less than a second."),
        views=("curves", "confusion_matrix", "gradients"),
    )
)
def softmax_regression(size: Size) -> Project:
    """Pixels, one linear layer, cross-entropy."""
    net = Network()
    net.parameters = {"features": 64, "classes": 10}
    x = net.add("Input", name="pixels", field="pixels", shape=["=features"])
    label = net.add("Input", name="label", field="label", kind="index")
    logits = net.add("Linear", x, name="scores", out_features="=classes")
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    net.add("Accuracy", logits, label, name="accuracy")
    recipe = Recipe(
        data=DataChoice(name="digits", parameters={"size": 8}),
        players=(Player(optimizer=Adam(learning_rate=0.01)),),
        epochs=20,
    )
    return Project(net, recipe)
