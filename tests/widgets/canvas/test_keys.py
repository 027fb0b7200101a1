"""What a person does with keys on the canvas."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_removes_a_node_closes_the_gap_and_undo_draws_the_same_again(hands, key):
    before, picture = hands.document(), hands.canvas.to_image()
    hands.canvas.select([hands.id("act")])
    hands.key(key)
    assert "act" not in hands.names() and ("conv", "pool") in hands.joined()
    assert hands.canvas.selection() == ()
    hands.editor.history.undo()
    assert hands.document() == before
    assert hands.canvas.to_image() == picture


def test_several_nodes_go_in_one_step(hands):
    before = hands.document()
    hands.canvas.select([hands.id("act"), hands.id("pool"), hands.id("loss")])
    hands.key(Qt.Key.Key_Delete)
    assert hands.names() == {"image", "conv", "flat", "head", "label", "loose"}
    hands.editor.history.undo()
    assert hands.document() == before


def test_shift_a_searches_and_enter_adds(hands):
    hands.key(Qt.Key.Key_A, SHIFT)
    field = hands.canvas.search.field
    assert hands.canvas.search.isVisible()
    QTest.keyClicks(field, "dropout")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "dropout" in hands.names()
    assert hands.canvas.selection() == (hands.id("dropout"),)
    assert str(hands.editor.history.undo_label) == "Add dropout"


def test_the_search_speaks_chinese(hands):
    hands.canvas.open_search()
    hands.canvas.search.field.setText("二维卷积")
    assert hands.canvas.search.found()[0] == "Conv2d"
    QTest.keyClick(hands.canvas.search.field, Qt.Key.Key_Escape)
    assert not hands.canvas.search.isVisible() and len(hands.network) == 9


def test_arrows_in_the_search_choose_another_layer(hands):
    hands.canvas.open_search()
    field = hands.canvas.search.field
    QTest.keyClicks(field, "pool")
    second = hands.canvas.search.found()[1]
    QTest.keyClick(field, Qt.Key.Key_Down)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert second.lower() in {node.type.lower() for node in hands.network}


def test_arrows_move_by_the_grid_and_presses_in_a_row_are_one_step(hands):
    hands.canvas.select([hands.id("loose")])
    for _ in range(3):
        hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Down)
    assert hands.network.node("loose").position == (792.0, 480.0)
    hands.editor.history.undo()
    assert hands.network.node("loose").position == (720.0, 456.0)


def test_ctrl_d_duplicates_with_the_wires_inside(hands):
    hands.canvas.select([hands.id("conv"), hands.id("act")])
    hands.key(Qt.Key.Key_D, CTRL)
    assert {"conv2", "act2"} <= hands.names() and ("conv2", "act2") in hands.joined()
    assert set(hands.canvas.selection()) == {hands.id("conv2"), hands.id("act2")}
    assert hands.network.node("conv2").parameters == hands.network.node("conv").parameters
    hands.editor.history.undo()
    assert len(hands.network) == 9


def test_copy_cut_and_paste_go_through_the_clipboard_as_text(hands):
    hands.canvas.select([hands.id("head")])
    hands.key(Qt.Key.Key_X, CTRL)
    assert "head" not in hands.names()
    assert '"Linear"' in QApplication.clipboard().text()
    hands.key(Qt.Key.Key_V, CTRL)
    assert hands.network.node("head").parameters == {"out_features": 3}


def test_a_strange_text_on_the_clipboard_pastes_nothing(hands):
    before = hands.document()
    for text in ("hello", "[1, 2]", '{"format": "workbench-nodes", "nodes": [{}], "wires": []}'):
        QApplication.clipboard().setText(text)
        hands.key(Qt.Key.Key_V, CTRL)
    assert hands.document() == before


def test_tab_walks_along_the_wires_and_back(hands):
    hands.canvas.select([hands.id("image")])
    QTest.keyClick(hands.canvas.view, Qt.Key.Key_Tab)
    assert hands.canvas.selection() == (hands.id("conv"),)
    QTest.keyClick(hands.canvas.view, Qt.Key.Key_Tab)
    assert hands.canvas.selection() == (hands.id("act"),)
    QTest.keyClick(hands.canvas.view, Qt.Key.Key_Backtab, SHIFT)
    assert hands.canvas.selection() == (hands.id("conv"),)


def test_a_screen_reader_hears_what_is_selected(hands):
    hands.canvas.select([hands.id("conv")])
    words = hands.canvas.view.accessibleDescription()
    assert words == "conv, Conv2d, 4 filters, 4 by 14 by 14, 40 parameters, no problem"
    hands.canvas.select([hands.id("loose")])
    assert "loose needs an input" in hands.canvas.view.accessibleDescription()


def test_f2_renames_in_place(hands):
    hands.canvas.select([hands.id("conv")])
    hands.key(Qt.Key.Key_F2)
    field = hands.canvas.editing.name_field
    field.setText("C1")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert "C1" in hands.names() and hands.canvas.editing.name_field is None
    assert str(hands.editor.history.undo_label).startswith("Rename")


def test_a_name_that_is_taken_is_refused_with_the_reason(hands):
    hands.canvas.select([hands.id("conv")])
    hands.key(Qt.Key.Key_F2)
    hands.canvas.editing.name_field.setText("head")
    QTest.keyClick(hands.canvas.editing.name_field, Qt.Key.Key_Return)
    assert hands.refusals == ["There is already a node called head."]


def test_f_shows_everything_and_a_point_the_selection(hands):
    hands.canvas.set_zoom(3.0)
    hands.key(Qt.Key.Key_F)
    port = hands.viewport.rect()
    assert all(port.contains(hands.canvas.node_rect(node.id).toRect()) for node in hands.network)
    hands.canvas.select([hands.id("loss")])
    hands.key(Qt.Key.Key_Period)
    rect = hands.canvas.node_rect(hands.id("loss"))
    assert (rect.center() - port.center()).manhattanLength() < 6 and hands.canvas.zoom() > 1.0


def test_ctrl_a_selects_all_and_esc_nothing(hands):
    hands.key(Qt.Key.Key_A, CTRL)
    assert len(hands.canvas.selection()) == 9
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.selection() == ()


def test_m_hides_the_map(hands):
    hands.canvas.set_map_visible(True)
    hands.canvas.set_zoom(2.0)  # so that not everything is in view
    assert hands.canvas.minimap.isVisible()
    hands.key(Qt.Key.Key_M)
    assert not hands.canvas.minimap.isVisible() and not hands.canvas.zoom_bar.isVisible()
    hands.key(Qt.Key.Key_M)
    assert hands.canvas.minimap.isVisible()


def test_the_menu_offers_what_fits_the_selection(hands):
    hands.canvas.select([hands.id("conv")])
    words = [action.text() for action in hands.canvas.menu.build().actions()]
    assert "Rename" in words and "Freeze" in words
    next(a for a in hands.canvas.menu.build().actions() if a.text() == "Freeze").trigger()
    assert hands.network.node("conv").frozen
    hands.canvas.select([])
    assert "Rename" not in [action.text() for action in hands.canvas.menu.build().actions()]


def test_tidy_lays_out_anew_in_one_step(hands, qtbot):
    before = hands.document()
    hands.canvas.tidy()
    qtbot.waitUntil(lambda: hands.editor.history.undo_label is not None)
    boxes = [hands.canvas.node_rect(node.id) for node in hands.network]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    hands.editor.history.undo()
    assert hands.document() == before


def test_wires_are_drawn_and_cut_without_a_mouse(hands):
    hands.canvas.select([hands.id("pool"), hands.id("loose")])
    hands.key(Qt.Key.Key_J)
    assert ("pool", "loose") in hands.joined()
    hands.key(Qt.Key.Key_J, SHIFT)
    assert ("pool", "loose") not in hands.joined()
    hands.canvas.select([hands.id("loose")])
    hands.key(Qt.Key.Key_J, SHIFT)
    assert hands.refusals == ["There is no wire to cut here."]


def test_one_node_asks_where_its_wire_should_go(hands):
    hands.canvas.select([hands.id("pool")])
    hands.key(Qt.Key.Key_J)
    menu = hands.canvas.joining.menu
    assert [action.text() for action in menu.actions()] == ["loose"]  # every other input is filled or takes no image
    menu.actions()[0].trigger()
    menu.close()
    assert ("pool", "loose") in hands.joined()


def test_brackets_take_the_next_node_along_the_wires_into_the_selection(hands):
    hands.canvas.select([hands.id("conv")])
    hands.key(Qt.Key.Key_BracketRight)
    hands.key(Qt.Key.Key_BracketRight)
    chosen = hands.canvas.selection()
    assert len(chosen) == 3 and chosen[0] == hands.id("conv")
    hands.key(Qt.Key.Key_BracketLeft)
    assert hands.canvas.selection() == chosen[:2]
