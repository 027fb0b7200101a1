"""A person trains on uneven classes and is told, unless the loss makes up for it already."""

from __future__ import annotations

import graphs
from graphs.advice_edits import hide
from graphs.advice_on_data import advise_on_classes, balanced_weights
from graphs.project import Project


def classifier(**given: object) -> Project:
    """Three classes from four numbers."""
    net = graphs.Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    scores = net.add("Linear", x, name="fc", out_features=3)
    net.add("CrossEntropyLoss", scores, net.add("Input", name="label", field="label"), name="loss", **given)
    return Project(net)


def test_uneven_classes_are_told_with_their_numbers_and_mended() -> None:
    project = classifier()
    (advice,) = advise_on_classes(project.network, {"label": (900, 90, 10)})
    assert "90 times as often" in advice.text and "900 examples and 10" in advice.text
    project.apply(advice.fixes[0].edit)
    assert project.network.node("loss").parameters["class_weights"] == [0.37, 3.7, 33.3]
    assert advise_on_classes(project.network, {"label": (900, 90, 10)}) == [] and graphs.diagnose(project.network) == []


def test_even_classes_unknown_labels_and_weighted_losses_hear_nothing() -> None:
    assert advise_on_classes(classifier().network, {"label": (50, 40, 20)}) == []
    assert advise_on_classes(classifier().network, {"other": (900, 1, 1)}) == []
    assert advise_on_classes(classifier(class_weights=[1, 2, 3]).network, {"label": (900, 90, 10)}) == []


def test_with_other_classes_than_scores_there_is_no_button_but_words() -> None:
    (advice,) = advise_on_classes(classifier().network, {"label": (900, 10)})
    assert advice.fixes == () and "FocalLoss" in str(advice.reason)


def test_it_can_be_hidden_as_other_advice() -> None:
    project = classifier()
    (advice,) = advise_on_classes(project.network, {"label": (900, 90, 10)})
    project.apply(hide(advice))
    assert [one.hidden for one in advise_on_classes(project.network, {"label": (900, 90, 10)})] == [True]


def test_balanced_weights_let_every_class_count_the_same() -> None:
    counts = (10, 40, 50)
    assert [round(weight * count) for weight, count in zip(balanced_weights(counts), counts, strict=True)] == [33] * 3
    assert balanced_weights((0, 5, 5))[0] == 1.0
