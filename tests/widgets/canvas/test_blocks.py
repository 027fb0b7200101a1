"""Blocks on the canvas: made, opened, edited once for every copy, repeated, changed on their face, taken apart."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.network import Network
from graphs.project import Project
from tests.widgets.canvas.conftest import Hands
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
KEY = Qt.Key


def with_blocks() -> Network:
    """image → stage (three residual blocks of 4 channels) → narrow (one of 8) → out."""
    net = Network()
    block = net.define("Residual", channels=4)
    x = block.add("Input", name="x")
    y = block.add("Conv2d", x, name="conv", out_channels="=channels", kernel_size=3, padding=1)
    y = block.add("ReLU", y, name="relu")
    y = block.add("Conv2d", y, name="back", out_channels="=x.channels", kernel_size=3, padding=1)
    block.add("Output", block.add("Add", y, x, name="add"), name="y")
    block.place({block.node(n).id: (i * 216.0, 0.0) for i, n in enumerate(["x", "conv", "relu", "back", "add", "y"])})
    image = net.add("Input", name="image", field="image", shape=(2, 8, 8))
    stage = net.add("Residual", image, name="stage", repeat=3)
    narrow = net.add("Residual", stage, name="narrow", channels=8)
    net.add("Output", narrow, name="out")
    net.place({net.node(n).id: (i * 240.0, 0.0) for i, n in enumerate(["image", "stage", "narrow", "out"])})
    return net


@pytest.fixture
def inside(qtbot: object) -> Iterator[Hands]:
    """A shown canvas with a network of blocks on it, and someone who uses it."""
    editor = OpenProject(Project(with_blocks(), title="Residual net"))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(1300, 600)
    canvas.show()
    canvas.set_zoom(1.0)
    canvas.view.setFocus()
    yield Hands(canvas, editor)


def _drawn(hands: Hands) -> set[str]:
    return {node.name for node in hands.canvas.view.drawing.picture.nodes}


def _face(hands: Hands, name: str):
    drawing = hands.canvas.view.drawing
    return next(node for node in drawing.picture.nodes if node.name == name)


def _double_click(hands: Hands, place: QPoint) -> None:
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_double_click_opens_a_block_and_esc_goes_out_to_it(inside):
    assert _face(inside, "stage").block and _face(inside, "stage").repeat == "× 3"
    _double_click(inside, inside.middle("stage"))
    assert _drawn(inside) == {"x", "conv", "relu", "back", "add", "y"}
    crumbs = inside.canvas.breadcrumbs
    assert crumbs.isVisible() and crumbs.here.text() == "stage · 1 of 3"
    assert crumbs.says.text() == "Residual: edit once, all 4 copies follow"
    inside.key(KEY.Key_Escape)
    assert _drawn(inside) == {"image", "stage", "narrow", "out"} and not crumbs.isVisible()
    assert inside.canvas.selection() == (inside.id("stage"),)


def test_enter_goes_in_and_alt_up_or_a_breadcrumb_out(inside):
    inside.canvas.select([inside.id("narrow")])
    inside.key(KEY.Key_Return)
    assert "conv" in _drawn(inside)
    inside.key(KEY.Key_Up, ALT)
    assert "stage" in _drawn(inside)
    inside.key(KEY.Key_Return)
    QTest.mouseClick(inside.canvas.breadcrumbs.links[0], Qt.MouseButton.LeftButton)
    assert "stage" in _drawn(inside)


def test_shapes_inside_are_those_of_the_copy_that_is_open(inside):
    def shapes():
        return {wire.text for wire in inside.canvas.view.drawing.picture.wires}

    inside.canvas.levels.enter(inside.id("stage"))
    assert "4×8×8" in shapes()
    inside.key(KEY.Key_Right, ALT)
    assert inside.canvas.breadcrumbs.here.text() == "stage · 2 of 3"
    inside.canvas.levels.out()
    inside.canvas.levels.enter(inside.id("narrow"))
    assert "8×8×8" in shapes() and "4×8×8" not in shapes()


def test_an_edit_inside_reaches_every_copy_and_is_one_step_of_undo(inside):
    before = inside.editor.summary.parameters
    inside.canvas.levels.enter(inside.id("stage"))
    block = inside.network.blocks["Residual"]
    inside.canvas.select([block.node("relu").id])
    inside.key(KEY.Key_Delete)
    assert "relu" not in block and "relu" not in _drawn(inside)
    assert str(inside.editor.history.undo_label) == "Remove relu in Residual"
    inside.canvas.face.open(block.node("conv").id, "kernel_size")
    inside.canvas.face.field.setText("5")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Return)
    assert inside.editor.summary.parameters != before or inside.editor.diagnostics
    inside.editor.history.undo()
    inside.editor.history.undo()
    assert "relu" in _drawn(inside) and inside.editor.summary.parameters == before


def test_a_fault_inside_is_shown_inside_and_mended_from_outside(inside):
    inside.canvas.levels.enter(inside.id("stage"))
    block = inside.network.blocks["Residual"]
    inside.canvas.face.open(block.node("conv").id, "kernel_size")
    inside.canvas.face.field.setText("30")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Return)
    assert _face(inside, "conv").problem
    inside.canvas.levels.out()
    (problem, *_) = inside.editor.diagnostics
    assert problem.node == inside.id("stage") and problem.text.startswith("Inside Residual, at conv:")
    assert problem.fixes or problem.reason is not None


def test_showing_a_problem_goes_to_where_it_lies_inside(inside):
    block = inside.network.blocks["Residual"]
    inside.canvas.levels.enter(inside.id("narrow"))
    inside.canvas.face.open(block.node("conv").id, "kernel_size")
    inside.canvas.face.field.setText("30")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Return)
    # narrow only waits for stage now, and still there are four copies
    assert "all 4 copies follow" in inside.canvas.breadcrumbs.says.text()
    inside.canvas.levels.reveal_fault(inside.id("stage"))
    assert [door.node for door in inside.canvas.levels.way] == [inside.id("stage")]
    assert inside.canvas.selection() == (block.node("conv").id,) and _face(inside, "conv").problem


def test_wires_outside_follow_a_port_that_is_renamed_and_go_with_one_that_is_removed(inside):
    before = inside.document()
    inside.canvas.levels.enter(inside.id("stage"))
    block = inside.network.blocks["Residual"]
    inside.canvas.select([block.node("y").id])
    inside.key(KEY.Key_F2)
    inside.canvas.editing.name_field.setText("out")
    QTest.keyClick(inside.canvas.editing.name_field, KEY.Key_Return)
    assert {w.source_port for w in inside.network.wires_out_of(inside.id("stage"))} == {"out"}
    assert not inside.editor.diagnostics
    inside.canvas.select([block.node("x").id])
    inside.key(KEY.Key_Delete)
    assert not inside.network.wires_into(inside.id("stage"))
    inside.canvas.levels.out()
    inside.key(KEY.Key_Delete)  # the place of the block goes, with the wires it has
    for _ in range(3):
        inside.editor.history.undo()
    assert inside.document() == before and inside.editor.history.undo_label is None


def test_undo_that_takes_the_open_block_away_goes_out(inside):
    hands = inside
    hands.canvas.select([hands.id("image")])
    hands.canvas.levels.enter(hands.id("stage"))
    block = hands.network.blocks["Residual"]
    hands.canvas.select([block.node("conv").id, block.node("relu").id])
    hands.key(KEY.Key_G, CTRL | SHIFT)
    (inner,) = hands.canvas.selection()
    hands.key(KEY.Key_Return)
    assert len(hands.canvas.levels.way) == 2
    hands.editor.history.undo()
    assert len(hands.canvas.levels.way) == 1 and {"conv", "relu"} <= _drawn(hands)
    assert inner not in block


def test_ctrl_shift_g_makes_a_block_with_its_wires_and_dissolving_gives_it_back(hands):
    before = hands.document()
    hands.canvas.select([hands.id("conv"), hands.id("act"), hands.id("pool")])
    hands.key(KEY.Key_G, CTRL | SHIFT)
    assert {("image", "block1"), ("block1", "flat")} <= hands.joined() and "conv" not in hands.names()
    assert hands.canvas.selection() == (hands.id("block1"),)
    made = hands.document()
    hands.key(KEY.Key_U, CTRL | SHIFT)
    assert {"conv", "act", "pool"} <= hands.names()
    assert {("image", "conv"), ("conv", "act"), ("act", "pool"), ("pool", "flat")} <= hands.joined()
    hands.editor.history.undo()
    assert hands.document() == made
    hands.editor.history.undo()
    assert hands.document() == before and not hands.network.blocks


def test_what_cannot_be_a_block_is_refused_with_the_reason(hands):
    hands.canvas.select([hands.id("image"), hands.id("conv")])
    hands.key(KEY.Key_G, CTRL | SHIFT)
    assert hands.refusals == ["image belongs to the network. Leave it outside the block."]


def test_a_parameter_of_a_block_is_changed_on_its_face(inside):
    row = inside.canvas.scene_to_viewport(inside.canvas.view.drawing.row_box(inside.id("narrow"), "channels"))
    _double_click(inside, row.center())
    field = inside.canvas.face.field
    assert field.text() == "8"
    QTest.keyClicks(field, "16")
    QTest.keyClick(field, KEY.Key_Return)
    assert inside.network.node("narrow").parameters["channels"] == 16
    inside.canvas.levels.enter(inside.id("narrow"))
    assert "16×8×8" in {wire.text for wire in inside.canvas.view.drawing.picture.wires}


def test_the_number_on_the_corner_says_how_often_a_block_is_repeated_and_is_changed_there(inside):
    corner = inside.canvas.scene_to_viewport(inside.canvas.view.drawing.row_box(inside.id("stage"), "repeat"))
    _double_click(inside, corner.center())
    QTest.keyClicks(inside.canvas.face.field, "5")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Return)
    assert inside.network.node("stage").repeat == 5 and _face(inside, "stage").repeat == "× 5"
    inside.editor.history.undo()
    assert _face(inside, "stage").repeat == "× 3"


def test_a_value_that_cannot_be_read_is_refused_and_esc_leaves_it(inside):
    inside.canvas.face.open(inside.id("stage"), "repeat")
    inside.canvas.face.field.setText("many")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Return)
    assert inside.refusals and inside.network.node("stage").repeat == 3
    inside.canvas.face.open(inside.id("narrow"), "channels")
    inside.canvas.face.field.setText("99")
    QTest.keyClick(inside.canvas.face.field, KEY.Key_Escape)
    assert inside.network.node("narrow").parameters["channels"] == 8


def test_one_more_copy_of_a_block_is_added_from_the_search_but_never_inside_itself(inside):
    inside.key(KEY.Key_A, SHIFT)
    QTest.keyClicks(inside.canvas.search.field, "resid")
    assert inside.canvas.search.found()[0] == "Residual"
    QTest.keyClick(inside.canvas.search.field, KEY.Key_Return)
    assert inside.network.node("residual").type == "Residual"
    inside.canvas.levels.enter(inside.id("stage"))
    inside.canvas.open_search()
    inside.canvas.search.field.setText("resid")
    assert "Residual" not in inside.canvas.search.found()


def test_a_copied_block_brings_what_it_holds_along(inside, qtbot):
    inside.canvas.select([inside.id("narrow")])
    inside.key(KEY.Key_C, CTRL)
    other = OpenProject(Project(Network()))
    canvas = inside.elsewhere = Canvas(other)  # kept until the events after the test are done
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.show()
    canvas.editing.paste()
    network = other.project.network
    assert network.node("narrow").parameters == {"channels": 8} and len(network.blocks["Residual"]) == 6
    other.history.undo()
    assert not network.blocks and not len(network)
    assert "Residual" in QApplication.clipboard().text()


def test_what_a_run_shows_is_not_drawn_inside_a_block(inside):
    inside.canvas.set_gradients({(inside.id("image"), "y"): 0.5})
    inside.canvas.levels.enter(inside.id("stage"))
    assert inside.canvas.view.item.wire_state.gradients is None
    inside.canvas.levels.out()
    assert inside.canvas.view.item.wire_state.gradients is not None
