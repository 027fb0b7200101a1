"""Advice: each rule in a drawing where it speaks, with its cure, and in one where it must not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import graphs
import presets
from graphs.advice import RULES
from graphs.learning_edits import SetStart
from graphs.network import Outlet
from graphs.starts import Start

Draw = Callable[[graphs.Network, Outlet, Outlet], object]
"""Draws something behind the features and the label of a network."""


def said(draw: Draw) -> tuple[graphs.Project, list[str]]:
    """What is advised in a network with two features, a label, and what ``draw`` puts behind them."""
    net = graphs.Network()
    x = net.add("Input", name="x", field="features", shape=(2,))
    label = net.add("Input", name="label", field="label", kind="index")
    draw(net, x, label)
    assert graphs.diagnose(net) == []
    return graphs.Project(net), [advice.text for advice in graphs.advise(net)]


def scores(net: graphs.Network, x: Outlet, n: int = 3, **more: object) -> Outlet:
    return net.add("Linear", x, name="scores", out_features=n, **more)


def chain(net: graphs.Network, x: Outlet, activation: str, depth: int) -> Outlet:
    for _ in range(depth):
        x = net.add(activation, net.add("Linear", x, out_features=4))
    return scores(net, x)


def short_cuts(net: graphs.Network, x: Outlet, label: Outlet) -> None:
    x = net.add("Linear", x, out_features=4, name="wide")
    for _ in range(4):
        x = net.add("Add", x, net.add("Linear", net.add("Sigmoid", x), out_features=4))
    net.add("CrossEntropyLoss", scores(net, net.add("Tanh", x)), label)


def alike(net: graphs.Network, x: Outlet, label: Outlet) -> None:
    hidden = net.add("Linear", x, out_features=4, name="hidden")
    net.add("CrossEntropyLoss", scores(net, net.add("ReLU", hidden)), label)
    graphs.Project(net).apply(SetStart(net.node("hidden").id, Start("zeros")))


def last_alike(net: graphs.Network, x: Outlet, label: Outlet) -> None:
    net.add("CrossEntropyLoss", chain(net, x, "ReLU", 1), label)
    graphs.Project(net).apply(SetStart(net.node("scores").id, Start("zeros")))


def in_time(net: graphs.Network, x: Outlet, label: Outlet, nonlinearity: str) -> None:
    words = net.add("Input", name="words", field="words", shape=(9, 5))
    read = net.add("RNN", words, hidden_size=4, nonlinearity=nonlinearity)
    net.add("CrossEntropyLoss", scores(net, net.add("Flatten", read)), label)


WAYS: dict[str, tuple[str, Draw, Draw]] = {
    "_activation_twice": (
        "contains a softmax already",
        lambda net, x, label: net.add("CrossEntropyLoss", net.add("Softmax", scores(net, x)), label),
        lambda net, x, label: net.add("NLLLoss", net.add("LogSoftmax", scores(net, x)), label),
    ),
    "_activation_missing": (
        "wants logarithms of probabilities",
        lambda net, x, label: net.add("NLLLoss", scores(net, x), label),
        lambda net, x, label: net.add("BCELoss", net.add("Sigmoid", scores(net, x, 1)), label),
    ),
    "_squares_for_classes": (
        "as if it were a number",
        lambda net, x, label: net.add("MSELoss", net.add("Sigmoid", scores(net, x, 1)), label),
        lambda net, x, label: net.add("MSELoss", net.add("Sigmoid", scores(net, x, 2)), x),
    ),
    "_cut_off_scores": (
        "cuts off every negative score",
        lambda net, x, label: net.add("CrossEntropyLoss", net.add("ReLU", scores(net, x)), label),
        lambda net, x, label: net.add("MSELoss", net.add("ReLU", scores(net, x, 2)), x),
    ),
    "_hidden_scores": (
        "hides answers just before",
        lambda net, x, label: net.add("CrossEntropyLoss", net.add("Dropout", scores(net, x)), label),
        lambda net, x, label: net.add("CrossEntropyLoss", scores(net, net.add("Dropout", x)), label),
    ),
    "_two_linear_in_a_row": (
        "two linear layers with nothing between",
        lambda net, x, label: net.add("CrossEntropyLoss", scores(net, net.add("Linear", x, out_features=4)), label),
        lambda net, x, label: net.add("CrossEntropyLoss", chain(net, x, "ReLU", 1), label),
    ),
    "_sigmoid_after_relu": (
        "gets no negative numbers",
        lambda net, x, label: net.add(
            "BCELoss", net.add("Sigmoid", net.add("ReLU", scores(net, x, 1))), label
        ),
        lambda net, x, label: net.add(
            "BCELoss", net.add("Sigmoid", net.add("LeakyReLU", scores(net, x, 1))), label
        ),
    ),
    "_deep_sigmoids": (
        "3 sigmoids in a row",
        lambda net, x, label: net.add("CrossEntropyLoss", chain(net, x, "Sigmoid", 3), label),
        short_cuts,
    ),
    "_dropout_before_norm": (
        "stands before",
        lambda net, x, label: net.add(
            "CrossEntropyLoss", scores(net, net.add("BatchNorm1d", net.add("Dropout", x))), label
        ),
        lambda net, x, label: net.add(
            "CrossEntropyLoss", scores(net, net.add("Dropout", net.add("BatchNorm1d", x))), label
        ),
    ),
    "_bias_before_norm": (
        "learns a bias",
        lambda net, x, label: net.add(
            "CrossEntropyLoss", scores(net, net.add("BatchNorm1d", net.add("Linear", x, out_features=4))), label
        ),
        lambda net, x, label: net.add(
            "CrossEntropyLoss",
            scores(net, net.add("BatchNorm1d", net.add("Linear", x, out_features=4, bias=False))),
            label,
        ),
    ),
    "_steps_of_two_lengths": (
        "counts 1000 steps",
        lambda net, x, label: net.add("AddNoise", x, net.add("RandomTimestep", x, num_steps=200)),
        lambda net, x, label: net.add("AddNoise", x, net.add("RandomTimestep", x)),
    ),
    "_softmax_of_one": (
        "shares one whole among a single score",
        lambda net, x, label: net.add("BCELoss", net.add("Softmax", scores(net, x, 1)), label),
        lambda net, x, label: net.add("BCELoss", net.add("Sigmoid", scores(net, x, 1)), label),
    ),
    "_log_missing": (
        "wants logarithms of probabilities, and",
        lambda net, x, label: net.add("NLLLoss", net.add("Softmax", scores(net, x)), label),
        lambda net, x, label: net.add("NLLLoss", net.add("LogSoftmax", scores(net, x)), label),
    ),
    "_softmax_inside": (
        "is a softmax between",
        lambda net, x, label: net.add("CrossEntropyLoss", chain(net, x, "Softmax", 1), label),
        lambda net, x, label: net.add("CrossEntropyLoss", chain(net, x, "Softplus", 1), label),
    ),
    "_needless_relu": (
        "changes none of them",
        lambda net, x, label: net.add(
            "CrossEntropyLoss", scores(net, net.add("ReLU", net.add("Sigmoid", net.add("Linear", x)))), label
        ),
        lambda net, x, label: net.add(
            "CrossEntropyLoss", scores(net, net.add("ReLU", net.add("Tanh", net.add("Linear", x)))), label
        ),
    ),
    "_relu_in_time": (
        "carries its state through a ReLU",
        lambda net, x, label: in_time(net, x, label, "relu"),
        lambda net, x, label: in_time(net, x, label, "tanh"),
    ),
    "_units_alike": ("start with the same number", alike, last_alike),
    "_bounded_scores": (
        "keeps every score between",
        lambda net, x, label: net.add("CrossEntropyLoss", net.add("Tanh", scores(net, x)), label),
        lambda net, x, label: net.add("MSELoss", net.add("Tanh", scores(net, x, 2)), x),
    ),
}  # fmt: skip


def test_every_rule_is_tried() -> None:
    assert [rule.__name__ for rule in RULES] == list(WAYS)


@pytest.mark.parametrize("rule", sorted(WAYS))
def test_a_rule_speaks_where_it_should_and_its_cures_silence_it(rule: str) -> None:
    words, unwise, _ = WAYS[rule]
    project, texts = said(unwise)
    assert len([text for text in texts if words in text]) == 1, texts
    (advice,) = [advice for advice in graphs.advise(project.network) if words in advice.text]
    assert advice.fixes and advice.consequence is not None
    for fix in advice.fixes:
        back = project.apply(fix.edit)
        assert graphs.diagnose(project.network) == [], str(fix.title)
        assert not [other for other in graphs.advise(project.network) if words in other.text], str(fix.title)
        project.apply(back)


@pytest.mark.parametrize("rule", sorted(WAYS))
def test_a_rule_is_silent_where_all_is_well(rule: str) -> None:
    _, _, wise = WAYS[rule]
    assert said(wise)[1] == []


def test_gates_are_no_chain_of_sigmoids() -> None:
    def gated(net: graphs.Network, x: Outlet, label: Outlet) -> None:
        x = net.add("Linear", x, out_features=4, name="wide")
        for _ in range(4):
            x = net.add("Multiply", x, net.add("Sigmoid", net.add("Linear", x, out_features=4)))
        net.add("CrossEntropyLoss", scores(net, net.add("Tanh", x)), label)

    assert said(gated)[1] == []


def test_advice_waits_until_there_is_no_error() -> None:
    net = graphs.Network()
    net.add("Softmax", name="softmax")
    assert graphs.diagnose(net) and graphs.advise(net) == []


@pytest.mark.parametrize("name", presets.names())
def test_presets_follow_the_advice(name: str) -> None:
    for size in presets.info(name).sizes:
        heard = [advice for advice in graphs.advise(presets.build(name, size).network) if not advice.hidden]
        assert [advice.text for advice in heard] == []
