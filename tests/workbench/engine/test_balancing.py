"""Rare classes weigh more in every loss over classes that torch can give weights."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

import graphs
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from graphs.techniques import Balance
from tests.workbench.engine.small import finished, train
from workbench.data import Prepared
from workbench.engine.balancing import class_weights, drawing_weights, labels_of, weighed
from workbench.engine.trainer import load_data


def classifier(loss: str, **recipe: Any) -> Project:
    """Three kinds of iris, by a layer and a loss."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", x, name="scores", out_features=3)
    scores = net.add("LogSoftmax", scores) if loss == "NLLLoss" else scores
    net.add("Output", scores, name="answer")
    net.add(loss, scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name="iris"), epochs=1, device="cpu", **recipe), "Three")


def few(project: Project) -> Prepared:
    """The data of a project with few flowers of the second kind."""
    data = load_data(project)
    labels = data.parts.training["label"]
    rows = np.flatnonzero((labels != 1) | (np.arange(len(labels)) % 5 == 0))
    return replace(data, parts=replace(data.parts, training=data.parts.training.take(rows)))


@pytest.mark.parametrize(
    ("loss", "by_torch"),
    [("NLLLoss", functional.nll_loss), ("MultiMarginLoss", functional.multi_margin_loss)],
)
def test_a_loss_over_classes_takes_the_weights_torch_takes(loss: str, by_torch: Any, tmp_path: Path) -> None:
    project = classifier(loss)
    data = few(project)
    balanced, notes = weighed(project, data)
    weights = torch.tensor(class_weights(data.parts.training["label"], 3))
    assert weights[1] > 3 * weights[0] and "weighs the classes by" in str(notes[0])
    tree = graphs.compile(balanced.network)
    from graphs.meaning import Source

    x, y = torch.from_numpy(data.parts.training["features"]), torch.from_numpy(data.parts.training["label"])
    ends = tuple(Source(balanced.network.node(name).id, "y") for name in ("loss",))
    (measured,) = tree.program(ends)({"features": x, "label": y})
    assert measured.item() == pytest.approx(by_torch(tree(features=x)["answer"], y, weight=weights).item(), rel=1e-6)
    assert not [key for key in tree.state_dict() if "weight" in key and key.startswith("loss")]  # nothing to be learned
    finished(train(classifier(loss, balance=Balance.WEIGHTS), tmp_path / "run")[0])


def yes_or_no(**more: Any) -> Project:
    """Two half moons, by one number."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(2,))
    label = net.add("Input", name="label", field="label", kind="index")
    score = net.add("Linear", x, name="score", out_features=1)
    net.add("Output", score, name="answer")
    net.add("BCEWithLogitsLoss", score, label, name="loss", **more)
    return Project(net, Recipe(data=DataChoice(name="moons"), epochs=1, device="cpu"), "Yes or no")


def test_a_rare_yes_weighs_more(tmp_path: Path) -> None:
    project = yes_or_no()
    data = load_data(project)
    labels = data.parts.training["label"]
    rows = np.flatnonzero((labels == 0) | (np.arange(len(labels)) % 4 == 0))
    data = replace(data, parts=replace(data.parts, training=data.parts.training.take(rows)))
    balanced, _ = weighed(project, data)
    no, yes = class_weights(data.parts.training["label"], 2)
    given = balanced.network.node("loss").parameters
    assert given["pos_weight"] == pytest.approx(yes / no) and given["weight"] == pytest.approx(no)
    tree = graphs.compile(balanced.network)
    from graphs.meaning import Source

    x, y = torch.from_numpy(data.parts.training["features"]), torch.from_numpy(data.parts.training["label"])
    (measured,) = tree.program((Source(balanced.network.node("loss").id, "y"),))({"features": x, "label": y})
    each = functional.binary_cross_entropy_with_logits(
        tree(features=x)["answer"][:, 0], y.float(), reduction="none"
    ) * torch.tensor([no, yes])[y]  # fmt: skip
    assert measured.item() == pytest.approx(each.mean().item(), rel=1e-6)
    chances = drawing_weights(balanced_plan(project), data)
    assert float(chances[torch.from_numpy(labels[rows]) == 1].sum()) == pytest.approx(1.0)
    finished(train(yes_or_no(pos_weight=3.0), tmp_path / "run")[0])


def balanced_plan(project: Project) -> Any:
    from graphs.planning import plan

    return plan(project.network)


def test_numbers_that_are_no_labels_are_refused() -> None:
    data = load_data(yes_or_no())
    column = data.parts.training["features"][:, :1]
    table = type(data.parts.training)({**data.parts.training.columns, "label": column})
    assert labels_of(replace(data, parts=replace(data.parts, training=table)), "label") is None


def test_what_is_printed_is_what_runs() -> None:
    for project, words in (
        (classifier("NLLLoss"), "class_weights=(1.0, 5.0, 1.0)"),
        (yes_or_no(pos_weight=3.0), "pos_weight=3.0"),
    ):
        network = project.network
        if "class" in words:
            from graphs.edits import SetParameter

            project.apply(SetParameter(network.node("loss").id, "class_weights", [1, 5, 1]))
        assert graphs.diagnose(network) == []
        step = balanced_plan(project).by_node[network.node("loss").id]
        assert step.call is not None and step.call.target.endswith("WeightedLoss")
        key = words.split("=")[0]
        assert key in step.call.kwargs
