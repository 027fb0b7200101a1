"""Convolutional networks as they are taught: the usual chain, and the grammar that most of them are written in."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam
from presets.finishing import classes, data, trained
from presets.pictures import VIEWS, picture
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="cnn", title=mark("A small CNN"), chinese="小型卷积网络", family=CONVOLUTIONAL, year=1989,
        source="Y. LeCun et al., Backpropagation Applied to Handwritten Zip Code Recognition, Neural Computation 1, "
        "1989; S. Ioffe and C. Szegedy, Batch Normalization, ICML 2015",
        summary=mark(
            "The chain that every course draws: convolution, batch normalisation, ReLU, pooling, twice; then the maps "
            "are laid flat, and linear layers decide. Low layers keep the largest number of each neighbourhood, the "
            "last takes the mean."
        ),
        look_for=mark(
            "Look at the feature maps of conv1 and conv2: edges first, then parts of digits. Try it: mute the batch "
            "normalisations and watch the curve of the loss in the first epoch."
        ),
        textbook=("A26",), views=("curves", "gradients", "feature_maps", "confusion_matrix"), sizes=("small",),
        reached=mark("Test accuracy 98.9 to 99.3 % (seeds 0 to 2), after 800 steps."),
    )
)  # fmt: skip
def cnn(size: Size) -> Project:
    """Two rounds of convolution, normalisation, ReLU and pooling; two linear layers."""
    net = Network()
    x = picture(net, 1, 8, 8, 10)
    for number, (channels, pool) in enumerate(((16, "MaxPool2d"), (32, "AvgPool2d")), 1):
        x = net.add("Conv2d", x, name=f"conv{number}", out_channels=channels, kernel_size=3, padding=1, bias=False)
        x = net.add("ReLU", net.add("BatchNorm2d", x, name=f"norm{number}"), name=f"relu{number}")
        x = net.add(pool, x, name=f"pool{number}", kernel_size=2)
    x = net.add("Linear", net.add("Flatten", x, name="flatten"), name="fc1", out_features=64)
    x = net.add("Linear", net.add("ReLU", x, name="relu3"), name="fc2", out_features="=classes")
    return trained(classes(x), data("digits", size=8), Adam(learning_rate=0.002), epochs=20)


@preset(
    PresetInfo(
        name="conv_grammar", title=mark("Convolution grammar"), chinese="卷积网络的通式", family=CONVOLUTIONAL,
        year=2014,
        source="K. Simonyan and A. Zisserman, Very Deep Convolutional Networks for Large-Scale Image Recognition, ICLR "
        "2015, arXiv 1409.1556, table 1 (one reading of the grammar)",
        summary=mark(
            "[(Conv × M, Pool × b) × N, FC × K]: nearly every classic network is a choice of these four numbers. Here "
            "they are parameters of the network: M convolutions in a group, b = 1 to pool after it and 0 not to, N "
            "groups, K linear layers before the last."
        ),
        look_for=mark(
            "Change M, b, N and K in the inspector of the network and read shapes, parameters and multiply-adds at the "
            "nodes. How often can 32×32 be pooled before nothing is left? With b = 0, what do the linear layers cost?"
        ),
        textbook=("A27",), views=VIEWS, sizes=("small",),
        reached=mark("Test accuracy 95.9 to 99.3 % (seeds 0 to 2), after 400 steps."),
    )
)  # fmt: skip
def conv_grammar(size: Size) -> Project:
    """N groups of M convolutions with or without pooling, K linear layers and the last."""
    net = Network()
    x = picture(net, 1, 32, 32, 10)
    net.parameters |= {"M": 2, "b": 1, "N": 3, "K": 1}

    block = net.define("ConvReLU", channels=16)
    y = block.add("Conv2d", block.add("Input", name="x"), name="conv", out_channels="=channels", kernel_size=3,
                  padding=1)  # fmt: skip
    block.add("Output", block.add("ReLU", y, name="relu"), name="y")

    block = net.define("Group", channels=16, M=2, b=1)
    y = block.add("ConvReLU", block.add("Input", name="x"), name="convs", repeat="=M", channels="=channels")
    y = block.add("MaxPool2d", y, name="pool", kernel_size="=1+b", stride="=1+b")  # of size 1 when b is 0: no pooling
    block.add("Output", y, name="y")

    block = net.define("FullyConnected", width=64)
    y = block.add("Linear", block.add("Input", name="x"), name="linear", out_features="=width")
    block.add("Output", block.add("ReLU", y, name="relu"), name="y")

    x = net.add("Group", x, name="groups", repeat="=N", channels=16, M="=M", b="=b")
    x = net.add("Flatten", x, name="flatten")
    x = net.add("FullyConnected", x, name="fc", repeat="=K", width=64)
    x = net.add("Linear", x, name="last", out_features="=classes")
    return trained(classes(x), data("digits"), Adam(learning_rate=0.001), epochs=10)
