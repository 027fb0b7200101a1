"""The inspector while a block is open: its name, its parameters, its ports."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graphs.project import Project
from tests.widgets.canvas.test_blocks import with_blocks
from tests.widgets.drawings import OpenProject
from widgets.inside import Door, OpenBlock
from widgets.inspector import Inspector


@pytest.fixture
def outside():
    """A project with a residual block, three copies in one place and one in another."""
    return OpenProject(Project(with_blocks(), title="Residual net"))


@pytest.fixture
def inspector(outside, qtbot):
    """The inspector inside the second copy of the first place."""
    panel = Inspector(OpenBlock(outside, (Door(outside.id("stage"), 1),)))
    qtbot.addWidget(panel)
    panel.show()
    return panel


def test_it_says_what_the_block_is_and_counts_its_copies(inspector):
    page = inspector.block_page
    assert inspector.stack.currentWidget() is page and page.name.text() == "Residual"
    assert page.says.text().startswith("4 copies in this project.")
    assert page.port_text.text().startswith("In: x. Out: y.")
    assert list(page.boxes) == ["channels"]


def test_a_new_name_is_a_new_name_everywhere_and_is_undone_in_one_step(inspector, outside):
    page = inspector.block_page
    page.name.setText("Shortcut")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    network = outside.project.network
    assert "Shortcut" in network.blocks and network.node("stage").type == network.node("narrow").type == "Shortcut"
    outside.history.undo()
    assert list(network.blocks) == ["Residual"] and network.node("stage").type == "Residual"


def test_a_name_that_a_layer_has_is_refused_with_the_reason(inspector, outside):
    page = inspector.block_page
    page.name.setText("Conv2d")
    QTest.keyClick(page.name, Qt.Key.Key_Return)
    assert "Residual" in outside.project.network.blocks
    assert page.problem.text() == "There is already a block or layer type called Conv2d."


def test_parameters_are_added_and_removed_and_one_in_use_stays(inspector, outside, qtbot):
    page, block = inspector.block_page, outside.project.network.blocks["Residual"]
    assert not page.removes["channels"].isEnabled() and "is in use inside" in page.removes["channels"].toolTip()
    QTest.keyClicks(page.new_name, "groups")
    page.add.click()
    assert block.parameters == {"channels": 4, "groups": 1}
    qtbot.waitUntil(lambda: "groups" in page.boxes)
    page.removes["groups"].click()
    assert block.parameters == {"channels": 4}
    QTest.keyClicks(page.new_name, "2 wide")
    page.add.click()
    assert page.refused.isVisible() and "begins with a letter" in page.refused.text()


def test_a_selected_layer_inside_is_explained_with_the_numbers_of_the_open_copy(inspector, outside):
    block = outside.project.network.blocks["Residual"]
    inspector.set_selection((block.node("conv").id,))
    row = inspector.node_page.form.rows["out_channels"]
    assert row.text.line.text() == "=channels" and row.result.text() == "= 4"
    inspector.set_editor(OpenBlock(outside, (Door(outside.id("narrow")),)))
    assert inspector.node_page.form.rows["out_channels"].result.text() == "= 8"
