"""A person selects nodes and reads, renames, freezes and mends them in the inspector."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from graphs.edits import SetParameter
from graphs.layers.convolution import Conv2d
from tests.widgets.drawings import OpenProject, small_lenet
from widgets import language, theme
from widgets.inspector import Inspector
from widgets.section import Section


def shown(qtbot: QtBot, *names: str) -> tuple[Inspector, OpenProject]:
    """An inspector on the screen with these nodes selected."""
    opened = small_lenet()
    inspector = Inspector(opened)
    qtbot.addWidget(inspector)
    inspector.resize(356, 800)
    with qtbot.waitActive(inspector):
        inspector.show()
        inspector.activateWindow()
    inspector.set_selection(opened.id(name) for name in names)
    return inspector, opened


def test_one_node_is_explained(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1")
    page = inspector.node_page
    assert page.header.name.text() == "C1"
    assert page.header.type.full_text == "Conv2d"
    assert page.parameters.remark.full_text == "2 differ from the defaults"
    assert page.shape.remark.full_text == "1×32×32 → 6×28×28"
    assert page.parameter_cost.number.full_text == "156"
    assert page.parameter_cost.sum.full_text.endswith("= 156")
    assert page.work_cost.number.full_text == "117,600"
    share = 156 / opened.summary.parameters
    assert page.parameter_cost.share.full_text == f"{share:.1%}".replace("%", "\u202f%")
    assert page.parameter_cost.bar.share == pytest.approx(share)
    assert page.formula_view.latex == Conv2d.formula and page.help_texts[0][1].full_text == Conv2d.analogy


def test_the_sum_of_the_shape_is_shown_with_its_numbers_named(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, "C1")
    (line,) = inspector.node_page.shape_view.sums.lines
    assert "⌊(32 + 2·0 − 5)/1⌋ + 1 = 28" in line.accessibleName()
    assert "5 kernel" in line.accessibleDescription()


def test_the_sections_stand_in_one_order(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, "C1")
    sections = [one for one in inspector.node_page.inside.findChildren(Section) if not one.isHidden()]
    titles = [section.button.text() for section in sorted(sections, key=lambda section: section.y())]
    assert titles == ["Parameters", "Shape", "Formula", "Cost", "Learning", "In other words"]


def test_nothing_is_wider_than_the_panel(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    inspector, opened = shown(qtbot, "C1")
    inspector.resize(330, 600)
    for node in opened.project.network:
        inspector.set_selection((node.id,))
        QApplication.processEvents()
        page = inspector.node_page
        assert page.inside.minimumSizeHint().width() <= page.viewport().width(), node.name


def test_a_node_is_renamed(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1")
    name = inspector.node_page.header.name
    name.setFocus()
    name.selectAll()
    qtbot.keyClicks(name, "first")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert "first" in opened.project.network
    opened.history.undo()
    qtbot.waitUntil(lambda: name.text() == "C1")


def test_a_name_that_is_taken_is_refused_in_words(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1")
    header = inspector.node_page.header
    header.name.setFocus()
    header.name.selectAll()
    qtbot.keyClicks(header.name, "C3")
    qtbot.keyClick(header.name, Qt.Key.Key_Return)
    assert header.problem.full_text == "There is already a node called C3."
    assert "C1" in opened.project.network
    qtbot.keyClick(header.name, Qt.Key.Key_Escape)
    assert header.name.text() == "C1"


def test_a_parameter_is_changed_and_everything_follows(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1")
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 3))
    qtbot.waitUntil(lambda: inspector.node_page.shape.remark.full_text == "1×32×32 → 6×30×30")
    assert inspector.node_page.parameter_cost.number.full_text == "60"


def test_a_problem_is_mended_by_one_click(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C3")
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    page = inspector.node_page
    qtbot.waitUntil(lambda: page.problem.isVisible())
    qtbot.mouseClick(page.problem.buttons[0], Qt.MouseButton.LeftButton)
    assert opened.diagnostics == []
    qtbot.waitUntil(lambda: not page.problem.isVisible())
    opened.history.undo()
    assert opened.diagnostics


def test_a_node_is_frozen(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1")
    inspector.node_page.freeze.setFocus()
    qtbot.keyClick(inspector.node_page.freeze, Qt.Key.Key_Space)
    assert opened.project.network.node("C1").frozen
    assert opened.summary.trainable == opened.summary.parameters - 156


def test_layers_without_weights_have_no_learning(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, "act1")
    assert not inspector.node_page.learning.isVisible()
    assert not inspector.node_page.parameters.isVisible()


def test_with_nothing_selected_the_project_is_explained(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot)
    page = inspector.project_page
    assert inspector.stack.currentWidget() is page.page
    assert page.title.text() == "LeNet-5"
    assert page.totals["parameters"][1].full_text == f"{opened.summary.parameters:,}"
    section, words = page.told["reached"]
    assert section.isVisible() and words.full_text == opened.project.about.reached
    assert not page.told["errata"][0].isVisible()
    page.boxes["classes"].box.setValue(4)
    assert opened.project.network.parameters["classes"] == 4
    assert opened.plan.spec(opened.id("head"), "y").dims == (4,)  # type: ignore[union-attr]


def test_several_nodes_show_what_they_have_in_common(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "C1", "C3")
    page = inspector.several_page
    assert page.title.full_text == "2 nodes selected"
    both = sum(opened.summary.nodes[name].parameters for name in ("C1", "C3"))
    assert page.parameter_cost.number.full_text == f"{both:,}"


def test_a_node_that_is_gone_is_no_longer_explained(qtbot: QtBot) -> None:
    inspector, opened = shown(qtbot, "logits")
    from graphs.edits import RemoveNode

    opened.do(RemoveNode(opened.id("logits")))
    qtbot.waitUntil(lambda: inspector.stack.currentWidget() is inspector.project_page.page)


def test_a_folded_section_is_folded_the_next_time(qtbot: QtBot) -> None:
    QApplication.setOrganizationName("workbench-tests")
    inspector, _ = shown(qtbot, "C1")
    section = inspector.node_page.formula
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert not inspector.node_page.formula_view.isVisible()
    again, _ = shown(qtbot, "C1")
    assert not again.node_page.formula.is_open
    again.node_page.formula.set_open(True)


def test_help_opens_the_explanation(qtbot: QtBot) -> None:
    inspector, _ = shown(qtbot, "C1")
    page = inspector.node_page
    page.words.set_open(False)
    qtbot.mouseClick(page.header.help, Qt.MouseButton.LeftButton)
    assert page.words.is_open


def test_it_speaks_chinese_and_turns_dark_while_it_is_open(qtbot: QtBot, qapp: QApplication) -> None:
    inspector, _ = shown(qtbot, "C1")
    try:
        language.install(qapp, {"Shape": "形状", "Freeze": "冻结"}, "zh_CN")
        theme.apply(qapp, theme.DARK)
        qtbot.waitUntil(lambda: inspector.node_page.shape.button.text() == "形状")
        colour = inspector.node_page.header.sentence.palette().windowText().color().name()
        assert colour == theme.DARK.muted.lower()
    finally:
        language.install(qapp, {})
        theme.apply(qapp, theme.LIGHT)
    qtbot.waitUntil(lambda: inspector.node_page.shape.button.text() == "Shape")
