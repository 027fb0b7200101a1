"""A person breaks a drawing, reads what is wrong, and mends it with one click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import graphs
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
