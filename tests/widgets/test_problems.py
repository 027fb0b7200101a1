"""A person breaks a drawing, reads what is wrong, and mends it with one click."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import graphs
import presets
from graphs.edits import Disconnect, RemoveNode, SetParameter
from graphs.project import Project
from tests.widgets.drawings import OpenProject, small_lenet
from widgets.problems import Problems, weight_tensors


def shown(qtbot: QtBot) -> tuple[Problems, OpenProject]:
    """The list of problems of a network without any."""
    opened = small_lenet()
    problems = Problems(opened)
    qtbot.addWidget(problems)
    problems.resize(700, 240)
    with qtbot.waitExposed(problems):
        problems.show()
    return problems, opened


def test_a_good_network_is_praised_with_facts(qtbot: QtBot) -> None:
    problems, _ = shown(qtbot)
    assert problems.rows == []
    assert problems.good is not None
    assert problems.good.full_text == "This network can be trained."
    assert problems.reach == "Every shape fits, and gradients reach all 6 weight tensors."


def test_the_number_of_weight_tensors_is_torchs(qtbot: QtBot) -> None:
    opened = small_lenet()
    assert sum(map(weight_tensors, opened.plan.steps)) == len(list(graphs.compile(opened.project.network).parameters()))


def test_a_network_without_a_loss_is_not_praised(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    opened.do(RemoveNode(opened.id("loss")))
    qtbot.waitUntil(lambda: problems.good is None)
    (row,) = problems.rows
    assert "loss" in row.accessibleName()


def test_an_empty_drawing_says_how_to_begin(qtbot: QtBot) -> None:
    problems = Problems(OpenProject(Project()))
    qtbot.addWidget(problems)
    assert problems.rows == []
    assert problems.good is None
    assert "Drag a layer" in problems.hint


def test_an_error_is_said_and_mended_as_one_step(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.waitUntil(lambda: bool(problems.rows))
    row = problems.rows[0]
    assert row.diagnostic.node == opened.id("C3")
    assert problems.remark.full_text == "1 error"
    qtbot.mouseClick(row.fix_buttons[0], Qt.MouseButton.LeftButton)
    assert opened.diagnostics == []
    qtbot.waitUntil(lambda: problems.good is not None)
    opened.history.undo()
    assert opened.diagnostics
    assert opened.parameters("C1")["kernel_size"] == 7


def test_other_ways_to_mend_wait_in_a_menu(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.waitUntil(lambda: bool(problems.rows))
    row = problems.rows[0]
    assert row.more is not None
    actions = row.more.menu().actions()
    assert len(actions) == len(row.diagnostic.fixes) - 1
    actions[-1].trigger()
    assert opened.diagnostics == []
    assert opened.parameters("C3") != small_lenet().parameters("C3")


def test_show_reveals_the_node(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.waitUntil(lambda: bool(problems.rows))
    with qtbot.waitSignal(problems.revealRequested) as revealed:
        qtbot.mouseClick(problems.rows[0].show_button, Qt.MouseButton.LeftButton)
    assert revealed.args == [opened.id("C3")]


def test_a_missing_wire_says_what_only_a_person_can_do(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    (wire,) = opened.project.network.wires_into(opened.id("S2"))
    opened.do(Disconnect(wire))
    qtbot.waitUntil(lambda: bool(problems.rows))
    assert problems.rows[0].fix_buttons == []
    assert "S2" in problems.rows[0].sentence.accessibleName()


def test_in_a_narrow_panel_the_buttons_stand_below_the_words(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.waitUntil(lambda: bool(problems.rows))
    row = problems.rows[0]
    assert row.show_button.y() < row.sentence.geometry().bottom()
    problems.resize(350, 172)
    qtbot.waitUntil(lambda: row.show_button.y() > row.sentence.geometry().bottom())
    assert row.show_button.geometry().right() < problems.width()


def test_counts_are_told(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    with qtbot.waitSignal(problems.counted) as counted:
        opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    assert counted.args == [1, 0]


def test_a_hidden_list_waits_until_it_is_seen(qtbot: QtBot) -> None:
    problems, opened = shown(qtbot)
    problems.hide()
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.wait(20)
    assert problems.rows == []
    problems.show()
    assert len(problems.rows) == 1


def twice_linear() -> OpenProject:
    """A block with two linear layers in a row, placed twice; and two more outside."""
    net = graphs.Network()
    block = net.define("Pair")
    h = block.add("Linear", block.add("Input", name="x"), name="inner_a", out_features=4)
    block.add("Output", block.add("Linear", h, name="inner_b", out_features=4), name="y")
    x = net.add("Input", name="features", field="features", shape=(4,))
    h = net.add("Pair", net.add("Tanh", net.add("Pair", x, name="pair1"), name="tanh"), name="pair2")
    h = net.add("Linear", net.add("ReLU", h, name="relu"), name="a", out_features=4)
    h = net.add("Linear", h, name="b", out_features=3)
    net.add("CrossEntropyLoss", h, net.add("Input", name="label", field="label"), name="loss")
    return OpenProject(Project(net))


def test_advice_looks_inside_blocks_and_shows_the_node_there(qtbot: QtBot) -> None:
    opened = twice_linear()
    problems = Problems(opened)
    qtbot.addWidget(problems)
    assert [row.diagnostic.block for row in problems.rows] == ["", "Pair"]
    inner = problems.rows[1]
    assert "Pair › inner_b" in inner.sentence.accessibleName()
    block = opened.project.network.blocks["Pair"]
    with qtbot.waitSignal(problems.revealInside) as shown_there:
        inner.show_button.click()
    assert shown_there.args == [block.node("inner_b").id, "Pair"]
    inner.fix_buttons[0].click()
    problems.refresh_now()
    assert [node.type for node in block if node.type == "ReLU"] == ["ReLU"]
    assert [row.diagnostic.block for row in problems.rows] == [""]


def test_a_click_on_the_row_shows_its_node(qtbot: QtBot) -> None:
    opened = twice_linear()
    problems = Problems(opened)
    qtbot.addWidget(problems)
    problems.resize(700, 300)
    problems.show()
    with qtbot.waitSignal(problems.revealRequested) as revealed:
        qtbot.mouseClick(problems.rows[0], Qt.MouseButton.LeftButton, pos=problems.rows[0].rect().bottomLeft() * 0.5)
    assert revealed.args == [opened.id("b")]


def test_advice_can_be_hidden_and_heard_again(qtbot: QtBot, tmp_path: Path) -> None:
    opened = twice_linear()
    problems = Problems(opened)
    qtbot.addWidget(problems)
    for _ in range(2):
        hide = problems.rows[0].hide_button
        assert hide is not None
        hide.click()
        problems.refresh_now()
    assert problems.rows == [] and problems.remark.full_text == "no errors"
    graphs.save(opened.project, tmp_path / "quiet.workbench")
    loaded = graphs.load(tmp_path / "quiet.workbench").network
    assert graphs.advise(loaded) == [] and len(graphs.advise(loaded, hidden=True)) == 2
    problems.hidden_button.setChecked(True)
    assert problems.hidden_button.text() == "2 hidden" and len(problems.rows) == 2
    again = problems.rows[0].hide_button
    assert again is not None
    again.click()
    problems.refresh_now()
    assert problems.remark.full_text == "no errors, 1 piece of advice"
    for _ in range(3):
        opened.history.undo()
    assert len(graphs.advise(opened.project.network)) == 2


@pytest.mark.parametrize("preset", ["resnet18", "alexnet"])
def test_the_weight_tensors_in_blocks_are_torchs_too(preset: str) -> None:
    opened = OpenProject(presets.build(preset))
    counts = [weight_tensors(step) for step in opened.plan.steps]
    assert sum(counts) == len(list(graphs.compile(opened.project.network).parameters()))
