"""The code beside the canvas: a clicked line lights its node, a selected node its lines, inside blocks too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.workbench.desk import LEFT, NONE, Desk


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    """A window with a residual network of blocks in it."""
    desk = Desk(qapp, tmp_path, "resnet18")
    desk.window.code.finish()
    yield desk
    desk.leave()


def click(desk: Desk, text: str, after: str = "class ") -> None:
    """Click the first line with a text that stands after another one."""
    code = desk.window.code
    lines = code.text.toPlainText().splitlines()
    start = next(place for place, line in enumerate(lines) if after in line)
    line = next(place for place in range(start, len(lines)) if text in lines[place])
    code.text.reveal(line)
    cursor = QTextCursor(code.text.document().findBlockByNumber(line))
    QTest.mouseClick(code.text.viewport(), LEFT, NONE, code.text.cursorRect(cursor).center())
    QTest.qWait(60)


def test_a_line_lights_its_node_and_a_node_its_lines(desk: Desk) -> None:
    window = desk.window
    click(desk, "self.fc = ")
    assert window.selection == (desk.id("fc"),)
    lines = window.code.text.toPlainText().splitlines()
    assert [lines[place].strip().split(" ")[0] for place in sorted(window.code.text.marked)] == ["self.fc", "return"]
    window.canvas.select((desk.id("conv1"),))
    assert {lines[place].strip().split("(")[0] for place in window.code.text.marked} == {
        "self.conv1 = nn.Conv2d", "x = self.conv1",
    }  # fmt: skip


def test_a_line_in_a_block_opens_the_block(desk: Desk) -> None:
    window = desk.window
    click(desk, "self.bn2 = ", after="class ResidualDown(")
    inside = window.canvas.levels.inside
    assert inside is not None and inside.block == "ResidualDown"
    block = desk.session.project.network.blocks["ResidualDown"]
    (chosen,) = window.selection
    assert block.node(chosen).name == "bn2"
    lines = window.code.text.toPlainText().splitlines()
    assert all("bn2" in lines[place] for place in window.code.text.marked)
    assert len(window.code.text.marked) == 2  # the other block's bn2, and nodes outside, stay dark
    click(desk, "self.fc = ")
    assert window.canvas.levels.way == () and window.selection == (desk.id("fc"),)


def test_only_the_code_of_the_selection_is_shown_and_copied(desk: Desk) -> None:
    window, code = desk.window, desk.window.code
    whole = code.text.toPlainText()
    window.canvas.select((desk.id("fc"),))
    QTest.mouseClick(code.only_button, LEFT)
    assert [line.strip().split(" ")[0] for line in code.text.toPlainText().splitlines()] == ["self.fc", "return"]
    QTest.mouseClick(code.copy_button, LEFT)
    assert QGuiApplication.clipboard().text() == code.text.toPlainText()
    window.canvas.select((desk.id("layer1"),))
    text = code.text.toPlainText()
    assert text.startswith("class Residual(nn.Module):") and "self.layer1 = " in text and "class Stage" not in text
    assert code.source == whole + "\n"  # what is saved is always the whole
    window.canvas.select(())
    assert code.text.toPlainText() == whole
    QTest.mouseClick(code.only_button, LEFT)
    assert not code.is_narrow
