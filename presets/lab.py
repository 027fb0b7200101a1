"""Feed-forward networks as recipes are handed on, and a chain to see why deep ones once would not learn."""

from __future__ import annotations

from dataclasses import replace

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import SGD, Adam
from graphs.starts import Start
from graphs.techniques import Balance
from presets.finishing import classes, data, trained
from presets.registry import CLASSIFIERS, FIRST_STEPS, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="best_practice_mlp", title=mark("MLP with the usual good advice"), chinese="“最佳实践”多层感知机",
        family=CLASSIFIERS, year=2015,
        source="S. Ioffe and C. Szegedy, Batch normalization, ICML 2015; A. Maas, A. Hannun and A. Ng, Rectifier "
        "nonlinearities improve neural network acoustic models (leaky ReLU), ICML 2013; G. King and L. Zeng, Logistic "
        "regression in rare events data, Political Analysis 9, 2001 (weights of classes)",
        summary=mark(
            "Four pieces of advice in one small network: weights are kept short (L2), batch normalisation, a leaky "
            "ReLU that never dies, and rare classes that weigh more. The data are those of 569 tumours, of which 212 "
            "are malignant."
        ),
        look_for=mark(
            "Look at recall and precision of the two classes in the confusion matrix: what is missed costs more here "
            "than a false alarm. Try it: set the balance in the recipe to none, or take the normalisation out, and "
            "compare the runs."
        ),
        textbook=("A7",), views=("curves", "confusion_matrix", "gradients"), sizes=("small",),
        reached=mark("Test accuracy 98.8 to 100 % (seeds 0 to 2), after 520 steps."),
    )
)  # fmt: skip
def best_practice_mlp(size: Size) -> Project:
    """256 with ReLU, batch normalisation, 128 with leaky ReLU, class scores; rare classes weigh more.

    Keras's L2(0.01) adds 0.01·w² to the loss for each weight of the first layer, whose gradient is 0.02·w; a player's
    weight decay adds λ·w for all its weights, so λ = 0.02 is the same pull, everywhere.
    """
    net = Network()
    net.parameters = {"features": 30, "classes": 2}
    x = net.add("Input", name="features", field="features", shape=["=features"])
    x = net.add("ReLU", net.add("Linear", x, name="dense1", out_features=256), name="relu")
    x = net.add("Linear", net.add("BatchNorm1d", x, name="norm"), name="dense2", out_features=128)
    x = net.add("Linear", net.add("LeakyReLU", x, name="leaky"), name="scores", out_features="=classes")
    rule = Adam(learning_rate=0.001, weight_decay=0.02)
    return trained(classes(x), data("breast_cancer"), rule, epochs=40, batch=32, more={"balance": Balance.WEIGHTS})


@preset(
    PresetInfo(
        name="usual_mlp", title=mark("The MLP for nearly every table"), chinese="“99 % 的分类任务”多层感知机",
        family=CLASSIFIERS, year=2014,
        source="N. Srivastava, G. Hinton, A. Krizhevsky, I. Sutskever and R. Salakhutdinov, Dropout: a simple way to "
        "prevent neural networks from overfitting, JMLR 15, 2014",
        summary=mark(
            "One hidden layer of 256 ReLU units, half of them switched off by chance at each step, short weights, "
            "Adam: what to try first for any task with classes. It is said to be enough for 99 % of them; that is a "
            "manner of speaking, so measure it on your own."
        ),
        look_for=mark(
            "Training accuracy stays below validation accuracy at first: half of the units are missing while it "
            "trains. Try it: set p of the dropout to 0 and watch the two curves change places. Then choose your own "
            "table in the recipe."
        ),
        textbook=("A8",), views=("curves", "confusion_matrix", "gradients"), sizes=("small",),
        reached=mark("Test accuracy 97.8 to 98.1 % (seeds 0 to 2), after 1,600 steps."),
    )
)  # fmt: skip
def usual_mlp(size: Size) -> Project:
    """One hidden layer with dropout and weight decay."""
    net = Network()
    net.parameters = {"features": 64, "classes": 10}
    x = net.add("Input", name="pixels", field="pixels", shape=["=features"])
    x = net.add("ReLU", net.add("Linear", x, name="dense", out_features=256), name="relu")
    x = net.add("Linear", net.add("Dropout", x, name="dropout", p=0.5), name="scores", out_features="=classes")
    rule = Adam(learning_rate=0.001, weight_decay=0.001)
    return trained(classes(x), data("digits", size=8), rule, epochs=40)


@preset(
    PresetInfo(
        name="vanishing_gradients", title=mark("Vanishing gradient lab"), chinese="梯度消失实验室", family=FIRST_STEPS,
        year=1991,
        source="S. Hochreiter, Untersuchungen zu dynamischen neuronalen Netzen, diploma thesis, TU München, 1991; "
        "X. Glorot and Y. Bengio, Understanding the difficulty of training deep feedforward neural networks, AISTATS "
        "2010; K. He et al., Deep residual learning, 2015, arXiv 1512.03385",
        summary=mark(
            "A chain of equal layers. On its way back the gradient is multiplied at every layer by the weights and by "
            "the slope of the activation, which for the sigmoid is at most 1/4: after ten layers little is left, and "
            "the first layers learn nothing. Depth, activation, the size of the first weights and a shortcut are "
            "parameters of the network."
        ),
        look_for=mark(
            "Choose bars in the gradient norms: each layer of the chain has its own, on a scale of powers of ten. Then "
            "switch one thing at a time in the inspector of the network and train again: activation 1 (tanh) or 2 "
            "(ReLU), gain 4 with the sigmoid or 1.4 with ReLU, residual 1, depth 30."
        ),
        textbook=("A10",), views=("gradients", "decision_boundary", "curves"), sizes=("small",),
        reached=mark(
            "As it opens it learns nothing: test accuracy 50 % (seeds 0 to 2). Before the first step the gradient of "
            "the first layer is 1 to 3 millionths of that of the last."
        ),
    )
)  # fmt: skip
def vanishing_gradients(size: Size) -> Project:
    """``depth`` layers of ``width`` neurons; ``activation`` 0 sigmoid, 1 tanh, 2 ReLU; ``gain`` times Glorot's first
    weights; ``residual`` 1 adds what came in.

    The gain stands behind the linear layer: W starts as Glorot and Bengio's, and gain·W is what the chain multiplies
    with, forwards and backwards.
    """
    net = Network()
    net.parameters = {
        "features": 2,
        "classes": 2,
        "depth": 10,
        "width": 16,
        "activation": 0,
        "gain": 1.0,
        "residual": 0,
    }
    block = net.define("Layer", width=16, activation=0, gain=1.0, residual=0)
    x = block.add("Input", name="x")
    z = block.add("Linear", x, name="linear", out_features="=width")
    block.put_node(replace(block.node("linear"), start=Start("xavier_normal", bias=0.0)))
    z = block.add("Scale", z, name="gain", factor="=gain")
    curves = []
    for number, bend in enumerate(("Sigmoid", "Tanh", "ReLU")):
        y = block.add(bend, z, name=bend.lower())
        curves.append(block.add("Scale", y, name=f"is_{number}", factor=f"=max(0, 1 - (activation - {number})**2)"))
    y = block.add("Add", block.add("Add", curves[0], curves[1], name="first_two"), curves[2], name="chosen")
    y = block.add("Add", y, block.add("Scale", x, name="shortcut", factor="=residual"), name="sum")
    block.add("Output", y, name="y")

    x = net.add("Input", name="features", field="features", shape=["=features"])
    x = net.add("Linear", x, name="first", out_features="=width")
    x = net.add("Layer", x, name="chain", repeat="=depth", width="=width", activation="=activation", gain="=gain",
                residual="=residual")  # fmt: skip
    x = net.add("Linear", x, name="scores", out_features="=classes")
    return trained(classes(x), data("moons", samples=1000), SGD(learning_rate=0.02, momentum=0.9), epochs=40)
