"""What is done with nodes that are there: mute, bypass, freeze, replace, duplicate, copy elsewhere, change a value."""

from __future__ import annotations

import json

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.edits import PutFrame
from graphs.network import Frame

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
KEY = Qt.Key


def _face(hands, name):
    return hands.canvas.view.drawing.node(hands.id(name))


def test_ctrl_m_mutes_and_what_cannot_do_without_it_says_so(hands):
    before = hands.document()
    hands.canvas.select([hands.id("conv")])
    hands.key(KEY.Key_M, CTRL)
    assert hands.network.node("conv").mode == "muted"
    assert _face(hands, "conv").foot == "muted: left out"
    assert _face(hands, "head").left_out and _face(hands, "head").foot == "left out with a muted node"
    assert not _face(hands, "image").left_out
    hands.key(KEY.Key_M, CTRL)
    assert hands.document() == before


def test_ctrl_b_bypasses_and_the_wires_still_say_what_runs_along_them(hands):
    hands.canvas.select([hands.id("act"), hands.id("conv")])
    hands.key(KEY.Key_B, CTRL)
    assert {hands.network.node(name).mode for name in ("act", "conv")} == {"bypassed"}
    texts = {w.wire.source: w.text for w in hands.canvas.view.drawing.picture.wires}
    assert texts[hands.id("act")] == "1×16×16" and _face(hands, "conv").foot == "bypassed: the input goes past"
    hands.editor.history.undo()
    assert hands.network.node("conv").mode == "works"


def test_a_node_with_nothing_to_hand_on_is_not_bypassed(hands):
    hands.network.node("image")
    hands.canvas.select([hands.id("image")])
    hands.key(KEY.Key_B, CTRL)
    assert hands.refusals == ["image has nothing to hand on, so it cannot be bypassed. Mute it."]
    assert hands.network.node("image").mode == "works"


def test_ctrl_shift_f_freezes_and_lets_learn(hands):
    hands.canvas.select([hands.id("conv"), hands.id("head")])
    hands.key(KEY.Key_F, CTRL | SHIFT)
    assert hands.network.node("conv").frozen and hands.network.node("head").frozen
    hands.key(KEY.Key_F, CTRL | SHIFT)
    assert not hands.network.node("conv").frozen


def test_replace_keeps_values_of_equal_name_wires_that_fit_and_the_frame(hands):
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Eye", (hands.id("pool"),))))
    identity, before = hands.id("pool"), hands.document()
    hands.canvas.select([identity])
    hands.key(KEY.Key_H, CTRL)
    field = hands.canvas.search.field
    QTest.keyClicks(field, "MaxPool2d")
    QTest.keyClick(field, KEY.Key_Return)
    node = hands.network.node(identity)
    assert node.type == "MaxPool2d" and node.name == "pool" and node.parameters == {"kernel_size": 2}
    assert {("act", "pool"), ("pool", "flat")} <= hands.joined()
    assert next(iter(hands.network.frames.values())).nodes == (identity,)
    assert str(hands.editor.history.undo_label) == "Replace pool by MaxPool2d"
    hands.editor.history.undo()
    assert hands.document() == before


def test_several_nodes_are_replaced_in_one_step(hands):
    before = hands.document()
    hands.canvas.select([hands.id("act"), hands.id("loose")])
    hands.canvas.editing.replace()
    hands.canvas.search.field.setText("GELU")
    QTest.keyClick(hands.canvas.search.field, KEY.Key_Return)
    assert {node.type for node in hands.network if node.name in ("act", "gelu")} == {"GELU"}
    hands.editor.history.undo()
    assert hands.document() == before


def test_a_duplicate_reads_from_the_same_layers_and_feeds_nobody(hands):
    hands.canvas.select([hands.id("act"), hands.id("pool")])
    hands.key(KEY.Key_D, CTRL)
    assert {("conv", "act2"), ("act2", "pool2")} <= hands.joined()
    assert not any(source == "pool2" for source, _ in hands.joined())
    hands.editor.history.undo()
    assert "act2" not in hands.names()


def test_copied_text_is_a_small_project_any_window_reads(hands):
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Eye", (hands.id("conv"), hands.id("act")))))
    hands.canvas.select([hands.id("conv"), hands.id("act")])
    hands.key(KEY.Key_C, CTRL)
    content = json.loads(QApplication.clipboard().text())
    assert [node["name"] for node in content["network.json"]["nodes"]] == ["conv", "act"]
    hands.canvas.select([])
    hands.key(KEY.Key_V, CTRL)
    assert {("conv2", "act2")} <= hands.joined()
    assert sorted(len(frame.nodes) for frame in hands.network.frames.values()) == [2, 2]
    hands.key(KEY.Key_V, CTRL)
    places = [hands.network.node(name).position for name in ("conv", "conv2", "conv3")]
    assert len(set(places)) == 3  # every paste lies beside the one before
    hands.editor.history.undo()
    hands.editor.history.undo()
    assert len(hands.network) == 9 and len(hands.network.frames) == 1


def test_a_value_on_the_face_of_a_layer_is_changed_by_a_double_click(hands):
    row = hands.canvas.scene_to_viewport(hands.canvas.view.drawing.row_box(hands.id("conv"), "out_channels"))
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, row.center())
    field = hands.canvas.face.field
    assert field.text() == "4" and "out_channels of conv" in field.accessibleName()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, KEY.Key_Return)
    assert hands.network.node("conv").parameters["out_channels"] == 12
    hands.editor.history.undo()
    assert hands.network.node("conv").parameters["out_channels"] == 4


def test_the_menu_key_opens_the_menu_of_the_selection_with_its_keys(hands, monkeypatch):
    opened = []
    monkeypatch.setattr("PySide6.QtWidgets.QMenu.popup", lambda menu, place: opened.append(menu))
    hands.canvas.select([hands.id("conv"), hands.id("act"), hands.id("pool")])
    hands.key(KEY.Key_Menu)
    shown = {action.text(): action.shortcut().toString() for action in opened[0].actions()}
    assert shown["Mute"] == "Ctrl+M" and shown["Make block"] == "Ctrl+Shift+G" and "Align and distribute" in shown
    assert all(action.toolTip() for action in opened[0].actions() if not action.isSeparator())
    hands.click(hands.middle("conv") - QPoint(0, 200))
    assert hands.canvas.selection() == ()
