"""Advice that needs recipe and data: long steps, gradients that explode, learning by heart, numbers out of reach."""

from __future__ import annotations

import pytest

import graphs
from graphs.advice_edits import hide
from graphs.advice_on_data import advise_on_numbers, advise_on_scores
from graphs.advice_on_recipe import advise_on_recipe
from graphs.recipe import SGD, Adam, DataChoice, Player, Recipe


def project(player: Player | None = None, hidden: int = 30, kind: str = "Tanh", **recipe: object) -> graphs.Project:
    net = graphs.Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    x = net.add(kind, net.add("Linear", x, out_features=hidden))
    scores = net.add("Linear", x, name="fc", out_features=3)
    net.add("CrossEntropyLoss", scores, net.add("Input", name="label", field="label"), name="loss")
    made = Recipe(data=DataChoice(name="iris"), players=(player or Player(),), **recipe)  # type: ignore[arg-type]
    return graphs.Project(net, made)


def rules(made: graphs.Project, examples: int | None = None) -> list[str]:
    return [advice.rule for advice in advise_on_recipe(made, examples)]


@pytest.mark.parametrize(
    ("optimizer", "said"),
    [(Adam(learning_rate=0.1), True), (Adam(learning_rate=0.01), False), (SGD(learning_rate=5), True), (SGD(), False)],
)
def test_very_long_steps_are_told_and_one_click_shortens_them(optimizer: object, said: bool) -> None:
    made = project(Player(optimizer=optimizer))
    assert rules(made) == ["fast_steps"] * said
    if said:
        made.apply(advise_on_recipe(made)[0].fixes[0].edit)
        assert rules(made) == [] and made.recipe.players[0].optimizer.learning_rate <= 0.1


def test_a_single_layer_may_take_long_steps() -> None:
    net = graphs.Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    net.add("CrossEntropyLoss", net.add("Linear", x, out_features=3), net.add("Input", name="label", field="label"))
    assert rules(graphs.Project(net, project(Player(optimizer=SGD(learning_rate=5))).recipe)) == []


def reader(kind: str, length: int, **player: object) -> graphs.Project:
    net = graphs.Network()
    x = net.add("Input", name="sequence", field="sequence", shape=(length, 2))
    read = net.add("Flatten", net.add(kind, x, name="memory", hidden_size=3))
    scores = net.add("Linear", read, name="fc", out_features=2)
    net.add("CrossEntropyLoss", scores, net.add("Input", name="label", field="label"))
    return graphs.Project(net, Recipe(data=DataChoice(name="bit_to_remember"), players=(Player(**player),)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "length", "player", "said"),
    [
        ("RNN", 60, {}, True), ("RNN", 60, {"clip_norm": 1.0}, False), ("RNN", 60, {"clip_value": 0.5}, False),
        ("RNN", 8, {}, False), ("LSTM", 60, {}, False),
    ],
)  # fmt: skip
def test_a_long_plain_recurrence_wants_its_gradient_clipped(kind: str, length: int, player: dict, said: bool) -> None:
    made = reader(kind, length, **player)
    found = advise_on_recipe(made)
    assert [advice.rule for advice in found] == ["unclipped"] * said
    if said:
        assert made.network.node(found[0].node).name == "memory"
        made.apply(found[0].fixes[0].edit)
        assert made.recipe.players[0].clip_norm == 1.0 and rules(made) == []


def test_a_large_network_and_few_examples_are_told_with_both_numbers() -> None:
    made = project(hidden=500)
    (advice,) = advise_on_recipe(made, 100)
    assert "4,003 parameters learn from 100 examples" in advice.text
    for fix in advice.fixes:
        back = made.apply(fix.edit)
        assert rules(made, 100) == [] and graphs.diagnose(made.network) == []
        made.apply(back)
    made.apply(hide(advice))
    assert [one.hidden for one in advise_on_recipe(made, 100)] == [True]


def test_what_holds_back_or_has_examples_enough_hears_nothing() -> None:
    assert rules(project(hidden=500), 1000) == [] and rules(project(hidden=500), None) == []
    assert rules(project(Player(optimizer=Adam(weight_decay=0.01)), hidden=500), 100) == []
    assert rules(project(hidden=500, patience=3), 100) == []
    assert rules(project(hidden=500, kind="BatchNorm1d"), 100) == []


def predictor(last: str, loss: str = "MSELoss") -> graphs.Project:
    net = graphs.Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    y = net.add("Linear", x, name="fc", out_features=1)
    y = net.add(last, y, name="bend") if last else y
    net.add(loss, y, net.add("Input", name="target", field="target", shape=(1,)), name="loss")
    return graphs.Project(net)


@pytest.mark.parametrize(
    ("last", "least", "most", "said"),
    [
        ("Sigmoid", -1.8, 2.5, True), ("Tanh", -1.8, 0.5, True), ("ReLU", -1.0, 9.0, True),
        ("ReLU", 0.0, 9.0, False), ("Sigmoid", 0.0, 1.0, False), ("", -5.0, 5.0, False), ("ELU", -5.0, 5.0, False),
    ],
)  # fmt: skip
def test_numbers_that_the_last_activation_cannot_reach_are_told(
    last: str, least: float, most: float, said: bool
) -> None:
    made = predictor(last)
    found = advise_on_numbers(made.network, {"target": (least, most)})
    assert [advice.rule for advice in found] == ["out_of_reach"] * said
    assert advise_on_numbers(made.network, {}) == []
    if said:
        made.apply(found[0].fixes[0].edit)
        assert advise_on_numbers(made.network, {"target": (least, most)}) == []


@pytest.mark.parametrize(("classes", "said"), [(3, ""), (4, "stops the training"), (2, "never come")])
def test_scores_and_classes_are_counted(classes: int, said: str) -> None:
    made = project()
    found = advise_on_scores(made.network, {"label": (10,) * classes})
    assert len(found) == bool(said)
    if said:
        assert said in str(found[0].consequence)
        made.apply(found[0].fixes[0].edit)
        assert made.network.node("fc").parameters["out_features"] == classes
        assert advise_on_scores(made.network, {"label": (10,) * classes}) == []
