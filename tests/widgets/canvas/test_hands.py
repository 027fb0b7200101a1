"""What a person does with the mouse on the canvas, and what comes of it."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from graphs.edits import PutNote
from graphs.network import Note, Wire
from tests.widgets.canvas.conftest import Hands

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_a_click_selects_a_node_and_a_click_beside_it_selects_nothing(hands, qtbot):
    with qtbot.waitSignal(hands.canvas.selectionChanged) as told:
        hands.click(hands.middle("conv"))
    assert told.args == [(hands.id("conv"),)]
    hands.click(hands.middle("conv") - QPoint(0, 60))
    assert hands.canvas.selection() == ()


def test_ctrl_and_shift_add_to_the_selection_and_take_away(hands):
    hands.click(hands.middle("conv"))
    hands.click(hands.middle("head"), CTRL)
    hands.click(hands.middle("loss"), SHIFT)
    assert hands.canvas.selection() == (hands.id("conv"), hands.id("head"), hands.id("loss"))
    hands.click(hands.middle("head"), CTRL)
    assert hands.canvas.selection() == (hands.id("conv"), hands.id("loss"))


def test_dragging_a_node_moves_it_by_the_grid_as_one_step_of_undo(hands):
    before = hands.document()
    hands.drag(hands.middle("loose"), hands.middle("loose") + QPoint(55, 70))
    assert hands.network.node("loose").position == (768.0, 528.0)
    assert str(hands.editor.history.undo_label) == "Move loose"
    hands.editor.history.undo()
    assert hands.document() == before and not hands.editor.history.undo_label


def test_dragging_one_of_several_selected_nodes_moves_all_of_them(hands):
    hands.canvas.select([hands.id("head"), hands.id("loss")])
    hands.drag(hands.middle("head"), hands.middle("head") + QPoint(0, 48))
    assert hands.network.node("head").position == (144.0, 288.0)
    assert hands.network.node("loss").position == (432.0, 288.0)
    assert str(hands.editor.history.undo_label) == "Move 2 nodes"


def test_while_a_node_is_dragged_only_the_picture_moves_and_esc_puts_it_back(hands):
    start = hands.middle("loose")
    QTest.mousePress(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    hands.move(hands.viewport, start + QPoint(48, 0))
    assert hands.canvas.scene_position_of(hands.id("loose")) == QPointF(768, 456)
    assert hands.network.node("loose").position == (720.0, 456.0)
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.scene_position_of(hands.id("loose")) == QPointF(720, 456)
    assert hands.editor.history.undo_label is None


def test_a_rubber_band_selects_what_it_touches(hands):
    start = hands.canvas.node_rect(hands.id("flat")).topLeft().toPoint() - QPoint(20, 60)
    hands.drag(start, hands.middle("loss") + QPoint(0, 40))
    assert set(hands.canvas.selection()) == {hands.id("flat"), hands.id("head"), hands.id("loss")}


def test_a_drag_from_port_to_port_connects(hands):
    hands.drag(hands.port("pool", "y", output=True), hands.port("loose", "x"))
    assert ("pool", "loose") in hands.joined()
    assert str(hands.editor.history.undo_label) == "Connect pool to loose"


def test_a_drag_from_an_input_to_an_output_connects_too(hands):
    hands.drag(hands.port("loose", "x"), hands.port("pool", "y", output=True))
    assert ("pool", "loose") in hands.joined()


def test_a_wire_dropped_on_a_node_goes_to_its_port_that_fits(hands):
    hands.drag(hands.port("pool", "y", output=True), hands.middle("loose"))
    assert ("pool", "loose") in hands.joined()


def test_a_circle_is_refused_with_the_reason(hands):
    hands.drag(hands.port("pool", "y", output=True), hands.port("loose", "x"))
    free = hands.network.wires_into(hands.id("conv"))[0]
    hands.click(hands.wire("image", "conv"), ALT)
    hands.drag(hands.port("loose", "y", output=True), hands.port("conv", "x"))
    assert free not in hands.network.wires and ("loose", "conv") not in hands.joined()
    assert hands.refusals == ["A wire from loose to conv would make a circle: conv already leads to loose."]


def test_a_wire_dropped_on_a_filled_input_takes_the_place_of_the_old_one(hands):
    before = hands.document()
    hands.drag(hands.port("conv", "y", output=True), hands.port("pool", "x"))
    assert ("conv", "pool") in hands.joined() and ("act", "pool") not in hands.joined() and hands.refusals == []
    hands.editor.history.undo()
    assert hands.document() == before


def test_a_kind_that_nothing_mends_is_refused(hands):
    hands.click(hands.wire("image", "conv"), ALT)
    hands.drag(hands.port("label", "y", output=True), hands.port("conv", "x"))
    assert ("label", "conv") not in hands.joined()
    assert hands.refusals == ["conv takes an image at x. It would get a label."]


def test_a_kind_that_one_click_mends_is_connected_and_the_node_says_what_it_needs(hands):
    hands.click(hands.wire("flat", "head"), ALT)
    hands.drag(hands.port("pool", "y", output=True), hands.port("head", "x"))
    assert ("pool", "head") in hands.joined() and hands.refusals == []
    picture = hands.canvas.view.drawing.node(hands.id("head"))
    assert "Linear takes features" in picture.problem


def test_a_wire_dragged_off_a_filled_input_goes_elsewhere_in_one_step(hands):
    before = hands.document()
    hands.drag(hands.port("pool", "x"), hands.port("loose", "x"))
    assert ("act", "loose") in hands.joined() and ("act", "pool") not in hands.joined()
    hands.editor.history.undo()
    assert hands.document() == before


def test_a_wire_dragged_off_a_filled_input_onto_nothing_is_cut(hands):
    hands.drag(hands.port("pool", "x"), hands.port("pool", "x") + QPoint(-20, 120))
    assert ("act", "pool") not in hands.joined()
    assert not hands.canvas.search.isVisible()


def test_alt_and_a_click_cut_a_wire_and_undo_draws_the_same_again(hands):
    picture = hands.canvas.to_image()
    hands.click(hands.wire("conv", "act"), ALT)
    assert ("conv", "act") not in hands.joined()
    hands.editor.history.undo()
    assert hands.canvas.to_image() == picture


def test_a_wire_dropped_on_nothing_offers_what_fits(hands):
    hands.drag(hands.port("pool", "y", output=True), hands.port("pool", "y", output=True) + QPoint(90, 90))
    found = hands.canvas.search.found()
    assert hands.canvas.search.isVisible() and "Flatten" in found and "Conv2d" in found and "Linear" not in found
    QTest.keyClicks(hands.canvas.search.field, "Flatten")
    QTest.keyClick(hands.canvas.search.field, Qt.Key.Key_Return)
    assert ("pool", "flatten") in hands.joined()


def test_a_loose_node_dropped_on_a_wire_is_inserted_and_the_row_makes_room(hands):
    before = hands.document()
    hands.drag(hands.middle("loose"), hands.wire("conv", "act"))
    assert {("conv", "loose"), ("loose", "act")} <= hands.joined() and ("conv", "act") not in hands.joined()
    rect = [hands.canvas.node_rect(hands.id(name)) for name in ("conv", "loose", "act", "pool")]
    assert all(a.right() < b.left() for a, b in pairwise(rect))
    levels = [
        hands.canvas.port_position(hands.id("conv"), "y", True).y(),
        hands.canvas.port_position(hands.id("loose"), "x", False).y(),
    ]
    assert levels[0] == levels[1]
    hands.editor.history.undo()
    assert hands.document() == before


def _carry(hands: Hands, type_name: str, end: QPoint) -> QWidget:
    palette = QWidget()
    start = hands.viewport.mapToGlobal(QPoint(5, 5))
    hands.canvas.begin_palette_drag(type_name, start)
    hands.move(palette, palette.mapFromGlobal(hands.viewport.mapToGlobal(end)))
    QTest.mouseRelease(
        palette,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        palette.mapFromGlobal(hands.viewport.mapToGlobal(end)),
    )
    return palette


def test_a_wired_node_dropped_on_a_wire_goes_there_and_its_old_wire_closes(hands):
    before = hands.document()
    hands.drag(hands.middle("act"), hands.wire("flat", "head"))
    assert {("conv", "pool"), ("flat", "act"), ("act", "head")} <= hands.joined()
    assert not {("conv", "act"), ("act", "pool"), ("flat", "head")} & hands.joined()
    assert str(hands.editor.history.undo_label) == "Insert act"
    hands.editor.history.undo()
    assert hands.document() == before


def test_a_wired_node_dragged_past_wires_only_moves(hands):
    wires = hands.network.wires
    hands.drag(hands.middle("act"), hands.middle("act") + QPoint(0, 168))
    assert hands.network.wires == wires


def test_a_layer_carried_from_the_palette_onto_a_wire_is_inserted(hands):
    before = hands.document()
    palette = _carry(hands, "Dropout", hands.wire("conv", "act"))
    assert {("conv", "dropout"), ("dropout", "act")} <= hands.joined()
    assert hands.canvas.selection() == (hands.id("dropout"),)
    hands.editor.history.undo()
    assert hands.document() == before
    palette.deleteLater()


def test_a_layer_carried_onto_nothing_is_placed_on_the_grid(hands):
    palette = _carry(hands, "Conv2d", hands.middle("label") + QPoint(300, 60))
    x, y = hands.network.node("conv2d").position
    assert x % 24 == 0 and y % 24 == 0
    palette.deleteLater()


def test_a_layer_carried_out_of_the_canvas_is_not_placed(hands):
    before = hands.document()
    palette = _carry(hands, "Dropout", QPoint(-200, 50))
    assert hands.document() == before and hands.canvas.view.gesture is None
    palette.deleteLater()


def test_a_double_click_on_nothing_opens_the_search_and_on_a_node_opens_the_node(hands, qtbot):
    place = hands.middle("loss") + QPoint(300, 0)
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert hands.canvas.search.isVisible()
    hands.canvas.search.close_search()
    with qtbot.waitSignal(hands.canvas.openRequested) as told:
        QTest.mouseDClick(
            hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hands.middle("conv")
        )
    assert told.args == [hands.id("conv")]


def test_the_wheel_zooms_and_keeps_the_point_under_the_mouse(hands):
    place = QPointF(hands.middle("head"))
    before = hands.canvas.view.to_scene(place)
    for _ in range(4):
        event = QWheelEvent(
            place, QPointF(hands.viewport.mapToGlobal(place.toPoint())), QPoint(), QPoint(0, 120),
            Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(hands.viewport, event)
    after = hands.canvas.view.to_scene(place)
    assert hands.canvas.zoom() > 1.6
    assert (after - before).manhattanLength() < 3


def test_the_middle_button_pans(hands):
    before = hands.canvas.node_rect(hands.id("conv")).topLeft()
    hands.drag(QPoint(600, 500), QPoint(640, 530), button=Qt.MouseButton.MiddleButton)
    assert (hands.canvas.node_rect(hands.id("conv")).topLeft() - before - QPointF(40, 30)).manhattanLength() < 3


def test_space_and_a_drag_pan(hands):
    before = hands.canvas.node_rect(hands.id("conv")).topLeft()
    QTest.keyPress(hands.canvas.view, Qt.Key.Key_Space)
    hands.drag(QPoint(600, 500), QPoint(560, 500))
    QTest.keyRelease(hands.canvas.view, Qt.Key.Key_Space)
    assert (hands.canvas.node_rect(hands.id("conv")).topLeft() - before - QPointF(-40, 0)).manhattanLength() < 3
    assert hands.canvas.selection() == ()


def test_a_wire_knows_where_its_middle_is(hands):
    wire = Wire(hands.id("conv"), "y", hands.id("act"), "x")
    middle = hands.canvas.wire_middle(wire)
    left, right = hands.port("conv", "y", output=True), hands.port("act", "x")
    assert left.x() < middle.x() < right.x()


def test_a_note_is_moved_and_written_on(hands):
    hands.editor.do(PutNote(Note(hands.network.next_id, "Try it.", (480.0, 480.0))))
    (note,) = hands.network.notes
    start = hands.canvas.view.to_viewport(QPointF(500, 500)).toPoint()
    hands.drag(start, start + QPoint(48, 24))
    assert hands.network.notes[note].position == (528.0, 504.0)
    hands.editor.history.undo()
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    field = hands.canvas.frames.note_field
    field.setPlainText("**Change** the kernel.")
    QTest.keyClick(field, Qt.Key.Key_Return, CTRL)
    assert hands.network.notes[note].text == "**Change** the kernel."
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    hands.canvas.frames.note_field.clear()
    QTest.keyClick(hands.canvas.frames.note_field, Qt.Key.Key_Return, CTRL)
    assert hands.network.notes == {}
