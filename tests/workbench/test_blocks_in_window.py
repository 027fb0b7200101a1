"""Blocks in the real window: the keys of the menus, the inspector that follows, problems that lead inside and back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_a_block_is_made_opened_explained_and_left_again_with_keys_alone(desk):
    window, canvas = desk.window, desk.window.canvas
    before = desk.document()
    canvas.select([desk.id("C1"), desk.id("tanh1"), desk.id("S2")])
    desk.key(Qt.Key.Key_G, CTRL | SHIFT, on=canvas.view)
    assert {"block1"} <= desk.names() and "C1" not in desk.names()
    assert window.actions_table["open_block"].isEnabled() and not window.actions_table["close_block"].isEnabled()
    desk.key(Qt.Key.Key_Return, on=canvas.view)
    QTest.qWait(30)
    page = window.inspector.block_page
    assert window.inspector.stack.currentWidget() is page and page.name.text() == "Block1"
    assert window.actions_table["close_block"].isEnabled()
    inner = canvas.view.network.node("C1")
    assert window.outline.spoken(inner.id).startswith("C1, Conv2d, 6 filters")
    assert "156 parameters" in window.outline.spoken(inner.id)
    canvas.select([inner.id])
    assert window.inspector.node_page.header.name.text() == "C1"
    desk.key(Qt.Key.Key_Up, ALT, on=canvas.view)
    assert canvas.selection() == (desk.id("block1"),) and not canvas.levels.way
    desk.key(Qt.Key.Key_Z, CTRL, on=canvas.view)
    assert desk.document() == before


def test_undo_outside_says_that_it_takes_back_what_was_done_inside(desk):
    canvas = desk.window.canvas
    canvas.select([desk.id("C1"), desk.id("tanh1")])
    canvas.blocks.make()
    canvas.open_node(desk.id("block1"))
    canvas.select([canvas.view.network.node("tanh1").id])
    desk.key(Qt.Key.Key_B, CTRL, on=canvas.view)
    canvas.levels.out()
    QTest.qWait(30)
    assert desk.window.actions_table["undo"].text() == "Undo Bypass tanh1 in Block1"
    assert not desk.session.diagnostics


def test_another_project_is_shown_from_outside(desk):
    canvas = desk.window.canvas
    canvas.select([desk.id("C1"), desk.id("tanh1")])
    canvas.blocks.make()
    canvas.open_node(desk.id("block1"))
    desk.session.open_preset("lenet5")
    assert not canvas.levels.way and canvas.editor is desk.session
    assert desk.window.inspector.editor is desk.session
