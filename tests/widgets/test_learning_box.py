"""A person says in the inspector how nodes start and how fast they learn, one at a time or many at once."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from graphs.starts import WAYS, Start
from tests.widgets.drawings import OpenProject, small_lenet
from widgets.boxes import FractionBox
from widgets.editors import NumberEditor
from widgets.inspector import Inspector
from widgets.learning_box import LearningBox


def shown(qtbot: QtBot, *names: str) -> tuple[LearningBox, OpenProject]:
    """The box in the inspector, with these nodes selected."""
    opened = small_lenet()
    inspector = Inspector(opened)
    qtbot.addWidget(inspector)
    inspector.resize(356, 1400)
    inspector.show()
    inspector.set_selection(opened.id(name) for name in names)
    opened.project.changed.connect(lambda _: inspector.refresh())  # as the window does
    page = inspector.node_page if len(names) == 1 else inspector.several_page
    return page.learning_box, opened


def choose(box: LearningBox, way: str) -> None:
    box.way.setCurrentIndex(box.way.findText(WAYS[way].words))
    box.way.activated.emit(box.way.currentIndex())


def set_number(editor: NumberEditor, value: float) -> None:
    """Turn a box to a number."""
    assert isinstance(editor.box, FractionBox)
    editor.box.setValue(value)


def test_a_convolution_starts_as_he_says_and_as_before_after_undo(qtbot: QtBot) -> None:
    box, opened = shown(qtbot, "C1")
    assert box.way.currentText() == "as PyTorch starts it" and not box.formula.isVisible()
    choose(box, "kaiming_normal")
    assert opened.project.network.node("C1").start == Start("kaiming_normal", bias=0.0)
    assert (
        "n_in" in box.formula.text()
        and box.formula.isVisible()
        and box.rows["first"].isVisible()
        and not box.rows["second"].isVisible()
    )
    set_number(box.numbers[0], 0.2)
    assert opened.project.network.node("C1").start == Start("kaiming_normal", {"slope": 0.2}, bias=0.0)
    opened.history.undo()
    opened.history.undo()
    assert opened.project.network.node("C1").start is None
    assert box.way.currentText() == "as PyTorch starts it"


def test_many_nodes_take_one_start_in_one_step(qtbot: QtBot) -> None:
    box, opened = shown(qtbot, "C1", "head")
    choose(box, "xavier_uniform")
    nodes = [opened.project.network.node(name) for name in ("C1", "head")]
    assert {node.start.way for node in nodes if node.start is not None} == {"xavier_uniform"}
    QTest.mouseClick(box.freeze, Qt.MouseButton.LeftButton)
    assert all(opened.project.network.node(name).frozen for name in ("C1", "head"))
    opened.history.undo()
    opened.history.undo()
    assert all(opened.project.network.node(name).start is None for name in ("C1", "head"))
    assert not opened.project.network.node("C1").frozen


def test_rates_that_differ_are_mixed_and_one_number_serves_all(qtbot: QtBot) -> None:
    box, opened = shown(qtbot, "C1")
    set_number(box.rate, 0.5)
    assert opened.project.network.node("C1").rate == 0.5
    inspector = box.window()
    assert isinstance(inspector, Inspector)
    inspector.set_selection((opened.id("C1"), opened.id("head")))
    box = inspector.several_page.learning_box
    line = box.rate.box.lineEdit()
    assert line.text() == "" and line.placeholderText() == "mixed"
    line.setFocus()
    QTest.keyClicks(line, "0.5")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert {opened.project.network.node(name).rate for name in ("C1", "head")} == {0.5}


def test_nodes_without_weights_have_nothing_to_set(qtbot: QtBot) -> None:
    box, opened = shown(qtbot, "C1")
    inspector = box.window()
    assert isinstance(inspector, Inspector)
    plain = next(node for node in opened.project.network if node.type in ("ReLU", "Tanh", "Flatten"))
    inspector.set_selection((plain.id,))
    assert not box.isVisible()
