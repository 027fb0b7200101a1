"""A person chooses in the inspector whose weights a node uses."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

import graphs
from graphs.edits import ChangeNode
from graphs.elements import Average
from tests.widgets.drawings import OpenProject
from widgets.inspector import Inspector


def pair() -> graphs.Project:
    """Two encoders of one size with running statistics."""
    net = graphs.Network()
    for name in ("query", "key"):
        x = net.add("Input", name=f"{name}_in", field="features", shape=(4,))
        h = net.add("Linear", x, name=f"{name}_fc", out_features=4)
        net.add("Output", net.add("BatchNorm1d", h, name=name), name=f"{name}_out")
    return graphs.Project(net)


def shown(qtbot: QtBot, name: str) -> tuple[Inspector, OpenProject]:
    opened = OpenProject(pair())
    inspector = Inspector(opened)
    qtbot.addWidget(inspector)
    inspector.resize(356, 900)
    inspector.show()
    inspector.set_selection([opened.id(name)])
    opened.project.changed.connect(lambda _: inspector.refresh())  # as the window does
    return inspector, opened


def choose(inspector: Inspector, text: str) -> None:
    box = inspector.node_page.weights.owner
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_a_node_uses_the_weights_of_another_and_has_its_own_again(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "key")
    owner = inspector.node_page.weights.owner
    assert [owner.itemText(place) for place in range(owner.count())] == [
        "its own", "weights of query", "average of query",
    ]  # fmt: skip
    choose(inspector, "weights of query")
    assert opened.project.network.node("key").share == opened.id("query")
    assert owner.currentText() == "weights of query" and not inspector.node_page.freeze.isVisible()
    choose(inspector, "its own")
    assert opened.project.network.node("key").share is None and inspector.node_page.freeze.isVisible()


def test_a_moving_average_shows_how_it_moves(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "key")
    weights = inspector.node_page.weights
    choose(inspector, "average of query")
    weights.decay.edited.emit(0.9)
    weights.every.edited.emit(4)
    weights.buffers.activated.emit(1)
    assert opened.project.network.node("key").average == Average(0.9, "averaged", 4)
    assert weights.decay.isVisible() and "no gradient" in weights.says.full_text
    assert all(box.accessibleName().endswith("of key") for box in (weights.owner, weights.buffers))


def test_a_frozen_norm_may_go_on_moving_its_statistics(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "query")
    weights = inspector.node_page.weights
    assert not weights.mode.isVisible()
    opened.do(ChangeNode(opened.id("query"), frozen=True))
    assert weights.mode.isVisible() and weights.mode.isChecked()
    weights.mode.click()
    assert opened.project.network.node("query").frozen_mode == "train"


def test_a_node_with_nobody_to_share_with_has_no_list(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, "query_in")
    assert not inspector.node_page.weights.isVisible() and not inspector.node_page.learning.isVisible()
