"""Scans on the canvas: the wire that leads to the next step, steps beside each other, cells drawn and fused."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graphs.arrangement import arrange
from graphs.drawn_cells import draw_cell
from graphs.edits import Connect
from graphs.elements import NEXT, Scan
from graphs.network import Network, Wire
from graphs.project import Project
from tests.graphs.test_gated_cells import gru, together
from tests.widgets.canvas.conftest import Hands
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas
from widgets.canvas.scans import READY
from widgets.forms import ParameterForm
from widgets.scan_box import ScanBox

ALT = Qt.KeyboardModifier.AltModifier


def reading(steps: int = 5) -> Network:
    """x → read, an LSTM drawn from gates that runs over time → y."""
    network = Network()
    block = network.blocks[draw_cell(network, "LSTM", "DrawnLSTM")]
    block.place(arrange(block))
    x = network.add("Input", name="x", field="x", shape=(steps, 3))
    y = network.add("DrawnLSTM", x, name="read", hidden=4, scan=Scan())
    network.add("Output", y, name="y")
    network.place(arrange(network))
    return network


@pytest.fixture
def hands(qtbot: object) -> Iterator[Hands]:
    """A canvas with a scan on it, and someone who uses it."""
    editor = OpenProject(Project(reading()))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(1100, 760)
    canvas.show()
    canvas.view.setFocus()
    yield Hands(canvas, editor)


def inside(hands: Hands) -> Network:
    """The network of the open block."""
    return hands.canvas.view.network


def carried(hands: Hands, state: str) -> Wire | None:
    """The wire that leads to the next step of a State of the open block."""
    wires = inside(hands).wires_into(inside(hands).node(state).id, NEXT)
    return wires[0] if wires else None


def test_the_wire_to_the_next_step_runs_below_everything_and_can_be_cut_and_drawn_again(hands: Hands) -> None:
    hands.canvas.levels.enter(hands.id("read"))
    drawing = hands.canvas.view.drawing
    wire = carried(hands, "h")
    assert wire is not None
    place = next(place for place, one in enumerate(drawing.picture.wires) if one.wire == wire)
    assert drawing.picture.wires[place].later
    assert drawing.line(place)[:, 1].max() > drawing.boxes[:, 3].max()
    assert drawing.bounds()[3] > drawing.line(place)[:, 1].max()
    hands.click(hands.canvas.wire_middle(wire).toPoint(), ALT)
    assert carried(hands, "h") is None
    source, target = (inside(hands).node(name).id for name in ("new_h", "h"))
    hands.drag(
        hands.canvas.port_position(source, "y", True).toPoint(),
        hands.canvas.port_position(target, NEXT, False).toPoint(),
    )
    assert carried(hands, "h") == wire
    hands.editor.history.undo()
    hands.editor.history.undo()
    assert carried(hands, "h") == wire and hands.editor.history.undo_label is None


def test_the_slider_draws_steps_beside_each_other_and_closing_the_block_ends_it(hands: Hands) -> None:
    crumbs, item = hands.canvas.breadcrumbs, hands.canvas.view.item
    hands.canvas.levels.enter(hands.id("read"))
    assert crumbs.unroll.isVisible() and (crumbs.unroll.minimum(), crumbs.unroll.maximum()) == (1, 5)
    alone = item.everything()
    QTest.keyClick(crumbs.unroll, Qt.Key.Key_Right)
    QTest.keyClick(crumbs.unroll, Qt.Key.Key_Right)
    assert crumbs.unrolling.text() == "Unroll: 3 steps"
    left, _, right, _ = item.everything()
    assert right == alone[2] and right - left > 3 * (alone[2] - alone[0])
    whole = hands.canvas.scene_to_viewport(item.everything())
    assert hands.viewport.rect().contains(whole)  # all of it is seen
    third = whole.width() // 3
    pixels = hands.canvas.view.grab().toImage()
    for step in range(3):  # there is ink in every third
        colours = {
            pixels.pixel(whole.left() + step * third + x, whole.top() + y)
            for x in range(0, third - 4, 3)
            for y in range(0, whole.height(), 3)
        }
        assert len(colours) > 8
    wire = carried(hands, "h")
    assert wire is not None
    assert hands.canvas.view.drawing.wire_at(hands.canvas.view.drawing.route(0).points[0], 4.0) is not None
    hands.canvas.levels.out()
    assert item.steps == 1 and not crumbs.isVisible()


def test_a_block_that_runs_once_has_no_slider(hands: Hands) -> None:
    box = ScanBox()
    box.show_node(hands.editor, hands.network.node("read"))
    box.show()
    QTest.mouseClick(box.over_time, Qt.MouseButton.LeftButton)
    assert hands.network.node("read").scan is None
    hands.canvas.levels.enter(hands.id("read"))
    assert not hands.canvas.breadcrumbs.unroll.isVisible()


def test_the_form_says_how_a_block_walks_through_time_each_change_one_step_of_undo(hands: Hands) -> None:
    box = ScanBox()
    box.show()

    def scan() -> Scan | None:
        box.show_node(hands.editor, hands.network.node("read"))
        return hands.network.node("read").scan

    assert scan() == Scan() and list(box.whole) == ["x"]
    QTest.mouseClick(box.reverse, Qt.MouseButton.LeftButton)
    assert scan() == Scan(reverse=True)
    QTest.keyClick(box.whole["x"], Qt.Key.Key_Space)
    assert scan() == Scan(("x",), reverse=True)
    QTest.keyClicks(box.steps, "=4*2")
    QTest.keyClick(box.steps, Qt.Key.Key_Return)
    assert scan() == Scan(("x",), reverse=True, steps="=4*2")
    QTest.keyClicks(box.end, "2")
    QTest.keyClick(box.end, Qt.Key.Key_Return)
    assert scan() == Scan(("x",), reverse=True, steps="=4*2", end=2)
    box.steps.clear()
    QTest.keyClicks(box.steps, "soon")
    QTest.keyClick(box.steps, Qt.Key.Key_Return)
    assert "Here stands soon" in box.problem.text() and scan().steps == "=4*2"  # type: ignore[union-attr]
    for _ in range(4):
        hands.editor.history.undo()
    assert scan() == Scan() and box.problem.isVisible()


def test_one_switch_gives_every_example_its_length(hands: Hands) -> None:
    box = ScanBox()
    box.show_node(hands.editor, hands.network.node("read"))
    box.show()
    QTest.mouseClick(box.lengths, Qt.MouseButton.LeftButton)
    assert hands.network.node("read").scan == Scan(lengths="lengths")
    assert [port.name for port in hands.network.input_ports(hands.id("read")) if port.optional] == ["lengths"]
    box.show_node(hands.editor, hands.network.node("read"))
    assert list(box.whole) == ["x"] and box.lengths.isChecked()
    QTest.mouseClick(box.lengths, Qt.MouseButton.LeftButton)
    assert hands.network.node("read").scan == Scan()
    hands.editor.history.undo()
    hands.editor.history.undo()
    assert hands.network.node("read").scan == Scan() and len(hands.network.input_ports(hands.id("read"))) == 1


def test_a_state_and_a_switch_to_the_right_answers_have_forms_of_their_own(hands: Hands) -> None:
    block = hands.network.blocks["DrawnLSTM"]
    block.add("TeacherForcing", name="feedback")
    hands.canvas.levels.enter(hands.id("read"))
    editor = hands.canvas.editor
    assert editor is not None
    form = ParameterForm(editor)
    form.set_nodes((block.node("feedback").id,))
    form.show()
    field = form.rows["p"].box.box
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "0.5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert block.node("feedback").parameters["p"] == 0.5
    form.set_nodes((block.node("h").id,))
    assert list(form.rows) == ["shape", "initial", "value", "kind", "dtype"]
    hands.editor.history.undo()
    assert "p" not in block.node("feedback").parameters


def test_a_ready_cell_comes_with_its_block_as_one_step(hands: Hands) -> None:
    before = hands.document()
    hands.canvas.open_search()
    QTest.keyClicks(hands.canvas.search.field, "gru")
    assert hands.canvas.search.found()[-2:] == ["GRU, drawn", "TextbookGRU, drawn"]
    hands.canvas.search.list.setCurrentRow(hands.canvas.search.list.count() - 2)
    QTest.keyClick(hands.canvas.search.field, Qt.Key.Key_Return)
    (placed,) = hands.canvas.selection()
    node = hands.network.node(placed)
    assert node.type == "DrawnGRU" and node.scan == Scan()
    assert len({one.position for one in hands.network.blocks["DrawnGRU"]}) > 5
    hands.editor.history.undo()
    assert hands.document() == before and "DrawnGRU" not in hands.network.blocks
    for kind in READY:
        assert hands.canvas.scans.add(kind) is not None
    assert hands.network.node("lstm").type == "DrawnLSTM"  # the block that is there is used again


def test_what_cannot_be_fused_says_why(hands: Hands) -> None:
    node = hands.canvas.scans.add("PeepholeLSTM")
    menu = hands.canvas.menu.build()
    names = [action.text() for action in menu.actions()]
    assert "Replace by the fused layer" in names and "Draw the cell" not in names
    assert node is not None
    hands.editor.do(Connect(Wire(hands.id("x"), "y", node, "x")))
    hands.canvas.scans.fuse()
    assert len(hands.refusals) == 1 and "no fast layer" in hands.refusals[0]
    hands.canvas.select([hands.id("x")])
    assert hands.canvas.scans.fusible() is None and hands.canvas.scans.drawable() is None


@pytest.mark.parametrize("gates", ["packed", "one by one"])
@pytest.mark.parametrize("copies", ["inside", "beside"])
def test_a_cell_inside_a_block_is_fused_in_every_copy_and_every_weight_goes_along(
    qtbot: object, copies: str, gates: str
) -> None:
    import torch

    import graphs

    network = Network()
    if gates == "packed":
        draw_cell(network, "GRU", "Cell")
    else:
        block = network.define("Cell", hidden=64)
        word = block.add("Input", name="word")
        gru(block, word, together(block, word))
    layer = network.define("Layer")
    read = layer.add("Cell", layer.add("Input", name="x"), name="read", hidden=3, scan=Scan())
    layer.add("Output", read, name="y")
    x = network.add("Input", name="x", field="x", shape=(5, 3))
    y = network.add("Layer", network.add("Layer", x, name="first"), name="more1", repeat=2, copies=copies)
    network.add("Output", y, name="y")
    project = Project(network)
    project.weights = graphs.read_weights(graphs.compile(network))
    given = torch.randn(2, 5, 3)

    def outputs() -> torch.Tensor:
        tree = graphs.compile(network)
        assert graphs.write_weights(tree, project.weights) == ()
        return tree(x=given)["y"]  # type: ignore[no-any-return]

    drawn, weights = outputs(), dict(project.weights)
    editor = OpenProject(project)
    canvas = Canvas(editor)
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.levels.enter(editor.id("first"))
    canvas.select([layer.node("read").id])
    canvas.scans.fuse()
    assert layer.node("read").type == "GRU" and len(project.weights) == 12
    assert torch.allclose(outputs(), drawn, atol=1e-6)
    canvas.scans.draw()
    assert torch.allclose(outputs(), drawn, atol=1e-6)
    editor.history.undo()
    editor.history.undo()
    assert project.weights.keys() == weights.keys() and torch.equal(outputs(), drawn)
