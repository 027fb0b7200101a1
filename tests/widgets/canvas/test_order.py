"""Putting nodes in order: align, distribute, lines to neighbours; frames and notes; tidy."""

import threading

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from graphs.edits import PutFrame, PutNote
from graphs.network import Frame, Note
from widgets.canvas import tidying

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEY = Qt.Key


def _box(hands, name):
    return hands.canvas.view.drawing.box(hands.id(name))


@pytest.mark.parametrize(
    ("key", "edge"),
    [(KEY.Key_A, 0), (KEY.Key_W, 1), (KEY.Key_D, 2), (KEY.Key_S, 3)],
    ids=["left", "top", "right", "bottom"],
)
def test_alt_and_a_letter_align_edges_in_one_step(hands, key, edge):
    before = hands.document()
    hands.canvas.select([hands.id("flat"), hands.id("head"), hands.id("loose")])
    hands.key(key, ALT)
    assert len({_box(hands, name)[edge] for name in ("flat", "head", "loose")}) == 1
    hands.editor.history.undo()
    assert hands.document() == before


def test_centres_and_wires_come_to_lie_on_one_line(hands):
    hands.canvas.select([hands.id("flat"), hands.id("head"), hands.id("loose")])
    hands.key(KEY.Key_H, ALT)
    middles = [_box(hands, name)[0] + _box(hands, name)[2] for name in ("flat", "head", "loose")]
    assert max(middles) - min(middles) <= 2
    hands.key(KEY.Key_L, ALT)
    lines = {hands.canvas.port_position(hands.id(name), "x", False).y() for name in ("flat", "head", "loose")}
    assert len(lines) == 1


def test_three_nodes_are_distributed_with_equal_gaps(hands):
    hands.canvas.select([hands.id("image"), hands.id("conv"), hands.id("pool")])
    hands.key(KEY.Key_H, ALT | SHIFT)
    boxes = sorted(_box(hands, name) for name in ("image", "conv", "pool"))
    assert abs((boxes[1][0] - boxes[0][2]) - (boxes[2][0] - boxes[1][2])) <= 1
    assert boxes[0][0] == 0 and boxes[2][0] == 624
    hands.canvas.select([hands.id("image"), hands.id("conv")])
    hands.key(KEY.Key_V, ALT | SHIFT)  # two have no gaps to compare: nothing happens
    assert str(hands.editor.history.undo_label) == "Make gaps across equal"


def test_a_dragged_node_holds_on_to_the_edge_of_a_neighbour_and_shows_the_line(hands):
    start = hands.middle("loose")
    hands.editor.do(PutNote(Note(hands.network.next_id, "x", (0.0, 900.0))))
    target = _box(hands, "loss")[0] - _box(hands, "loose")[0]
    QTest.mousePress(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    hands.move(hands.viewport, start + QPoint(round(target) + 3, 60))
    gesture = hands.canvas.view.gesture
    assert hands.canvas.scene_position_of(hands.id("loose")).x() == _box(hands, "loss")[0]
    assert any(guide.x1 == guide.x2 == _box(hands, "loss")[0] for guide in gesture._guides)
    hands.move(hands.viewport, start + QPoint(round(target) + 3, 61), modifiers=ALT)
    assert hands.canvas.scene_position_of(hands.id("loose")).x() == _box(hands, "loss")[0] + 3 and not gesture._guides
    hands.key(KEY.Key_Escape)


def test_ctrl_g_frames_the_selection_and_asks_for_its_title(hands):
    before = hands.document()
    hands.canvas.select([hands.id("conv"), hands.id("act")])
    hands.key(KEY.Key_G, CTRL)
    field = hands.canvas.frames.title_field
    QTest.keyClicks(field, "Eye")
    QTest.keyClick(field, KEY.Key_Return)
    (frame,) = hands.network.frames.values()
    assert frame.title == "Eye" and set(frame.nodes) == {hands.id("conv"), hands.id("act")}
    hands.canvas.select(frame.nodes)
    hands.key(KEY.Key_G, CTRL)  # once more takes it away
    assert not hands.network.frames
    hands.editor.history.undo()
    assert next(iter(hands.network.frames.values())).title == "Eye"
    hands.editor.history.undo()  # drawing and naming it were one step
    assert hands.document() == before


def test_a_frame_is_dragged_by_its_title_renamed_by_a_double_click_and_coloured_by_its_menu(hands):
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Eye", (hands.id("loose"),))))
    (identity,) = hands.network.frames
    box = hands.canvas.view.drawing.frame_box(identity)
    title = hands.canvas.view.to_viewport(QPointF(box[0] + 30, box[1] + 12)).toPoint()
    hands.drag(title, title + QPoint(0, 48))
    assert hands.network.node("loose").position == (720.0, 504.0)
    hands.editor.history.undo()
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, title)
    field = hands.canvas.frames.title_field
    field.setText("Ear")
    QTest.keyClick(field, KEY.Key_Return)
    assert hands.network.frames[identity].title == "Ear"
    hands.click(title)
    assert hands.canvas.view.picked == ("frame", identity)
    colours = next(a.menu() for a in hands.canvas.menu.build().actions() if a.text() == "Colour of the frame")
    colours.actions()[3].trigger()
    assert hands.network.frames[identity].colour == 3


def test_a_node_dropped_into_a_frame_joins_it_and_can_be_taken_out(hands):
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Eye", (hands.id("image"), hands.id("conv")))))
    (identity,) = hands.network.frames
    hands.canvas.view.set_selection(())
    hands.drag(hands.middle("label"), hands.middle("image") + QPoint(158, 20))
    assert hands.id("label") in hands.network.frames[identity].nodes
    hands.canvas.select([hands.id("label")])
    next(a for a in hands.canvas.menu.build().actions() if a.text() == "Take out of the frame").trigger()
    assert hands.id("label") not in hands.network.frames[identity].nodes


def test_shift_n_sticks_a_note_which_is_written_resized_moved_by_keys_and_deleted(hands):
    hands.key(KEY.Key_N, SHIFT)
    field = hands.canvas.frames.note_field
    QTest.keyClicks(field, "Look here")
    QTest.keyClick(field, KEY.Key_Return, CTRL)
    ((identity, note),) = hands.network.notes.items()
    assert note.text == "Look here"
    corner = QPointF(note.position[0] + note.size[0] - 6, note.position[1] + note.size[1] - 6)
    place = hands.canvas.view.to_viewport(corner).toPoint()
    hands.drag(place, place + QPoint(48, 24))
    assert hands.network.notes[identity].size == (252.0, 96.0) or hands.network.notes[identity].size[0] > 204
    x, y = hands.network.notes[identity].position
    hands.key(KEY.Key_Right)
    assert hands.network.notes[identity].position == (x + 24, y)
    hands.key(KEY.Key_Return)
    assert hands.canvas.frames.note_field.isVisible()
    QTest.keyClick(hands.canvas.frames.note_field, KEY.Key_Escape)
    hands.key(KEY.Key_Delete)
    assert not hands.network.notes
    hands.editor.history.undo()
    assert hands.network.notes[identity].text == "Look here"


def test_tab_comes_to_the_notes_after_the_nodes(hands):
    hands.editor.do(PutNote(Note(hands.network.next_id, "x", (0.0, 600.0))))
    order = hands.network.order()
    hands.canvas.select([order[-1]])
    QTest.keyClick(hands.canvas.view, KEY.Key_Tab)
    assert hands.canvas.view.picked == ("note", next(iter(hands.network.notes)))
    QTest.keyClick(hands.canvas.view, KEY.Key_Backtab, SHIFT)
    assert hands.canvas.selection() == (order[-1],)


def test_ctrl_t_lets_the_drawing_flow_downwards_and_back_in_one_step(hands, qtbot):
    before = hands.document()
    hands.key(KEY.Key_T, CTRL)
    qtbot.waitUntil(lambda: hands.network.direction == "down")
    for wire in hands.network.wires:
        start = hands.canvas.port_position(wire.source, wire.source_port, True)
        end = hands.canvas.port_position(wire.target, wire.target_port, False)
        assert hands.canvas.node_rect(wire.source).bottom() == start.y()
        assert hands.canvas.node_rect(wire.target).top() == end.y()
    straight = [hands.canvas.view.drawing.route(n) for n in range(len(hands.network.wires))]
    assert any(route.is_straight and route.down for route in straight)
    boxes = [hands.canvas.node_rect(node.id) for node in hands.network]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    hands.editor.history.undo()
    assert hands.network.direction == "right" and hands.document() == before


def test_downwards_a_node_is_wired_inserted_and_aligned_as_across(hands, qtbot):
    hands.key(KEY.Key_T, CTRL)
    qtbot.waitUntil(lambda: hands.network.direction == "down")
    hands.canvas.set_zoom(0.8)
    hands.drag(hands.middle("loose"), hands.wire("conv", "act"))
    assert {("conv", "loose"), ("loose", "act")} <= hands.joined()
    rects = [hands.canvas.node_rect(hands.id(name)) for name in ("conv", "loose", "act")]
    assert rects[0].bottom() < rects[1].top() and rects[1].bottom() < rects[2].top()
    hands.click(hands.wire("conv", "loose"), ALT)
    hands.drag(hands.port("conv", "y", output=True), hands.port("loose", "x"))
    assert ("conv", "loose") in hands.joined()
    hands.canvas.select([hands.id("conv"), hands.id("head")])
    hands.key(KEY.Key_L, ALT)
    lines = {round(hands.canvas.port_position(hands.id(n), "x", False).x(), 3) for n in ("conv", "head")}
    assert len(lines) == 1


def test_tidy_of_the_selection_leaves_the_rest_where_it_is(hands, qtbot):
    places = {node.name: node.position for node in hands.network}
    hands.canvas.select([hands.id("flat"), hands.id("head"), hands.id("loss")])
    hands.key(KEY.Key_L, CTRL | SHIFT)
    qtbot.waitUntil(lambda: hands.editor.history.undo_label is not None)
    moved = {node.name for node in hands.network if node.position != places[node.name]}
    assert moved and moved <= {"flat", "head", "loss"}
    hands.editor.history.undo()
    assert {node.name: node.position for node in hands.network} == places


def test_a_layout_that_takes_long_says_so_and_esc_gives_it_up(hands, qtbot, monkeypatch):
    go_on = threading.Event()

    def slow(network, nodes, sizes, direction):
        def work():
            go_on.wait(5)
            return {node.id: (0.0, 0.0) for node in network}

        return work

    monkeypatch.setattr(tidying, "arranging", slow)
    before = hands.document()
    hands.key(KEY.Key_L, CTRL)
    qtbot.waitUntil(hands.canvas.tidying.waiting.isVisible)
    hands.key(KEY.Key_Escape)
    assert not hands.canvas.tidying.busy and not hands.canvas.tidying.waiting.isVisible()
    go_on.set()
    qtbot.wait(60)
    assert hands.document() == before
