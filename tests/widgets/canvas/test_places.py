"""Blocks opened where they stand: what is around makes room, what is inside is edited, and all of it comes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.document import from_snapshot, load, save, snapshot
from graphs.network import Network
from graphs.project import Project
from tests.widgets.canvas.conftest import Hands
from tests.widgets.canvas.test_blocks import with_blocks
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas
from widgets.canvas.opened_painter import Cell, cells_of
from widgets.canvas.publishing import publish
from widgets.canvas.signs import expander_of
from widgets.inside import Door

KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


class Opener(Hands):
    """A person at a canvas with blocks: presses what stands on them."""

    def expander(self, name: str) -> QPoint:
        """The button that opens a block where it stands."""
        box = self.canvas.view.drawing.box(self.here(name))
        assert box is not None
        return self.spot(expander_of(box).center())

    def here(self, name: str) -> int:
        """The id of a node of the network at hand."""
        return self.canvas.view.network.node(name).id

    def spot(self, point: QPointF) -> QPoint:
        """A point of the network at hand in the viewport."""
        return self.canvas.view.to_viewport(point).toPoint()

    def cell(self, name: str, kind: str, value: str = "") -> QPoint:
        """A button or a value over an open block."""
        place, node = self.canvas.places.here, self.here(name)
        assert place is not None
        box = place.item.drawing.box(node)
        assert box is not None
        cells: tuple[Cell, ...] = cells_of(place.faces[node], box)
        return self.spot(next(c for c in cells if c.kind == kind and c.name == value).place.center())

    def inside(self, way: tuple[Door, ...], name: str) -> QPoint:
        """The middle of a node inside an open block."""
        place = next(one for one in self.canvas.places if one.way == way)
        box = place.item.drawing.box(place.editor.project.network.node(name).id)
        assert box is not None
        at = QPointF((box[0] + box[2]) / 2, box[1] + 14) + place.origin
        return self.canvas.view.viewportTransform().map(at).toPoint()

    def boxes(self) -> dict[str, tuple[float, ...]]:
        """Where everything around is shown."""
        drawing = self.canvas.view.root.drawing
        return {n.name: tuple(box) for n, box in zip(drawing.picture.nodes, drawing.boxes.tolist(), strict=True)}


@pytest.fixture
def hands(qtbot: object) -> Iterator[Opener]:
    """A shown canvas with a network of blocks on it, wide enough for an open one."""
    editor = OpenProject(Project(with_blocks(), title="Residual net"))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(2300, 700)
    canvas.show()
    canvas.set_zoom(1.0)
    canvas.view.setFocus()
    yield Opener(canvas, editor)


def stage(hands: Opener, copy: int = 0) -> tuple[Door, ...]:
    """The way into the first block."""
    return (Door(hands.id("stage"), copy),)


def test_a_click_opens_a_block_where_it_stands_and_another_closes_it(hands):
    before, document = hands.boxes(), hands.document()
    hands.click(hands.expander("stage"))
    after = hands.boxes()
    assert after["image"] == before["image"]
    grown = after["stage"][2] - after["stage"][0] - (before["stage"][2] - before["stage"][0])
    assert grown > 600 and after["narrow"][0] - before["narrow"][0] == grown == after["out"][0] - before["out"][0]
    assert hands.document() == document and hands.editor.history.undo_label is None
    shown = {node.name for place in hands.canvas.places for node in place.item.drawing.picture.nodes}
    assert shown >= {"conv", "relu", "back", "add", "x", "y", "stage", "narrow"}
    hands.click(hands.cell("stage", "close"))
    assert hands.boxes() == before and len(list(hands.canvas.places)) == 1


def test_wires_go_on_from_the_ports_of_the_frame_to_the_nodes_inside(hands):
    hands.canvas.places.open(hands.id("stage"))
    outer = hands.canvas.view.root.drawing
    inner = next(place for place in hands.canvas.places if place.way == stage(hands))
    x, first = inner.editor.project.network.node("x").id, outer.port_position(hands.id("stage"), "x", output=False)
    sign = inner.item.drawing.box(x)
    assert first is not None and sign is not None
    assert first[1] == inner.origin.y() + (sign[1] + sign[3]) / 2
    into = next(i for i, wire in enumerate(outer.picture.wires) if wire.wire.target == hands.id("stage"))
    assert outer.route(into).is_straight  # as it was while the block was closed
    entering = next(w for w in inner.item.drawing.picture.wires if w.wire.source == x)
    assert inner.item.drawing.route(inner.item.drawing.picture.wires.index(entering)).is_straight


def test_what_is_inside_is_edited_there_once_for_all_copies_and_undone(hands):
    hands.click(hands.expander("stage"))
    block = hands.network.blocks["Residual"]
    where = block.node("relu").position
    hands.drag(hands.inside(stage(hands), "relu"), hands.inside(stage(hands), "relu") + QPoint(24, 96))
    assert hands.canvas.levels.way == stage(hands) and hands.canvas.levels.base == ()
    assert hands.canvas.editor.project.network.block_name == "Residual"
    assert block.node("relu").position == (where[0] + 24, where[1] + 96)
    hands.key(KEY.Key_Delete)
    assert "relu" not in hands.network.blocks["Residual"] and hands.network.node("narrow").type == "Residual"
    hands.editor.history.undo()
    hands.editor.history.undo()
    assert hands.network.blocks["Residual"].node("relu").position == where
    hands.key(KEY.Key_Escape)  # nothing is selected: out of the block, which is selected now
    assert hands.canvas.levels.way == () and hands.canvas.selection() == (hands.id("stage"),)


def test_a_wire_is_drawn_and_a_layer_dropped_inside(hands):
    hands.canvas.places.open(hands.id("narrow"))
    way = (Door(hands.id("narrow")),)
    hands.click(hands.inside(way, "relu"))
    network, view = hands.canvas.view.network, hands.canvas.view
    wire = next(w for w in network.wires if w.target == network.node("back").id)
    middle = view.viewport().mapToGlobal(hands.canvas.wire_middle(wire).toPoint())
    hands.click(hands.middle("image") - QPoint(0, 200))  # someone was elsewhere before
    hands.canvas.begin_palette_drag("Dropout", hands.viewport.mapToGlobal(QPoint(5, 5)))
    hands.move(hands.viewport, hands.viewport.mapFromGlobal(middle))
    QTest.mouseRelease(
        hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hands.viewport.mapFromGlobal(middle)
    )
    assert "dropout" in hands.network.blocks["Residual"] and "dropout" not in hands.network
    assert hands.canvas.levels.way == way
    network = hands.canvas.view.network
    hands.drag(
        hands.canvas.port_position(network.node("relu").id, "y", True).toPoint(),
        hands.canvas.port_position(network.node("y").id, "x", False).toPoint(),
    )
    assert any(w.source == network.node("relu").id and w.target == network.node("y").id for w in network.wires) or (
        hands.refusals
    )


def test_a_value_over_an_open_block_is_changed_by_a_double_click(hands):
    hands.canvas.places.open(hands.id("narrow"))
    place = hands.cell("narrow", "value", "channels")
    QTest.mouseDClick(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    field = hands.canvas.face.field
    assert field is not None and field.text() == "8" and field.geometry().contains(place)
    field.setText("5")
    QTest.keyClick(field, KEY.Key_Return)
    assert hands.editor.parameters("narrow")["channels"] == 5
    inner = next(one for one in hands.canvas.places if one.way)
    assert "5×8×8" in {wire.text for wire in inner.item.drawing.picture.wires}


def test_the_next_copy_the_inside_alone_and_the_keys(hands):
    hands.canvas.select([hands.id("stage")])
    hands.key(KEY.Key_Return, SHIFT)
    assert [place.way for place in hands.canvas.places] == [(), stage(hands)]
    hands.click(hands.cell("stage", "next"))
    assert [place.way for place in hands.canvas.places] == [(), stage(hands, 1)]
    hands.click(hands.inside(stage(hands, 1), "conv"))
    hands.key(KEY.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert hands.canvas.levels.way == stage(hands, 2) and hands.canvas.selection() == (hands.here("conv"),)
    hands.key(KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    hands.click(hands.cell("stage", "level"))
    assert hands.canvas.levels.base == stage(hands, 2) and hands.canvas.breadcrumbs.isVisible()
    hands.canvas.levels.out()
    assert len(list(hands.canvas.places)) == 2  # and it is still open where it stands
    hands.canvas.select([hands.id("stage")])
    hands.key(KEY.Key_Return, SHIFT)
    assert len(list(hands.canvas.places)) == 1


def nested() -> Network:
    """image → outer (holds inner, which holds one convolution) → out."""
    net = Network()
    inner = net.define("Inner", channels=4)
    inner.add(
        "Output",
        inner.add("Conv2d", inner.add("Input", name="x"), name="conv", out_channels="=channels", kernel_size=3),
        name="y",
    )
    inner.place({n.id: (i * 216.0, 0.0) for i, n in enumerate(inner.nodes)})
    outer = net.define("All", channels=4)
    outer.add(
        "Output",
        outer.add(
            "ReLU", outer.add("Inner", outer.add("Input", name="x"), name="core", channels="=channels"), name="relu"
        ),
        name="y",
    )
    outer.place({n.id: (i * 216.0, 0.0) for i, n in enumerate(outer.nodes)})
    net.add(
        "Output",
        net.add("All", net.add("Input", name="image", field="image", shape=(2, 8, 8)), name="whole"),
        name="out",
    )
    net.place({n.id: (i * 240.0, 0.0) for i, n in enumerate(net.nodes)})
    return net


@pytest.fixture
def deep(qtbot: object) -> Iterator[Opener]:
    """A block inside a block."""
    editor = OpenProject(Project(nested(), title="Nested"))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(2200, 700)
    canvas.show()
    canvas.set_zoom(1.0)
    yield Opener(canvas, editor)


def test_blocks_open_inside_open_blocks_and_the_file_remembers_it(deep, tmp_path):
    whole = (Door(deep.id("whole")),)
    deep.click(deep.expander("whole"))
    deep.click(deep.inside(whole, "relu"))
    before = deep.boxes()["out"]
    deep.click(deep.expander("core"))
    core = (*whole, Door(deep.network.blocks["All"].node("core").id))
    assert [place.way for place in deep.canvas.places] == [(), whole, core]
    assert deep.boxes()["out"][0] > before[0]  # what is around the outer one makes more room
    deep.click(deep.inside(core, "conv"))
    assert deep.canvas.levels.way == core
    save(deep.editor.project, tmp_path / "open.workbench")
    again = load(tmp_path / "open.workbench")
    assert again.opened == deep.editor.project.opened == (whole, core)
    assert snapshot(again) == snapshot(deep.editor.project) == snapshot(from_snapshot(snapshot(again)))
    deep.canvas.set_editor(OpenProject(again))
    assert [place.way for place in deep.canvas.places] == [(), whole, core]
    deep.canvas.places.close(again.network.node("whole").id)
    assert len(list(deep.canvas.places)) == 1
    deep.canvas.places.open(again.network.node("whole").id)
    assert len(list(deep.canvas.places)) == 3  # what was open inside is open again


def test_undo_takes_an_open_block_away_and_brings_it_back_open(deep):
    whole = deep.id("whole")
    deep.click(deep.expander("whole"))
    deep.click(deep.inside((Door(whole),), "relu"))
    deep.key(KEY.Key_Escape)
    deep.key(KEY.Key_Escape)
    deep.canvas.select([whole])
    deep.key(KEY.Key_Delete)
    assert deep.canvas.levels.way == () and len(list(deep.canvas.places)) == 1
    deep.editor.history.undo()
    assert len(list(deep.canvas.places)) == 2


def test_a_node_that_is_dropped_beyond_an_open_block_stays_under_the_mouse(hands):
    hands.canvas.places.open(hands.id("stage"))
    beyond = hands.middle("out") + QPoint(0, 168)
    hands.drag(hands.middle("image"), beyond)
    assert abs(hands.middle("image").x() - beyond.x()) <= 24 and abs(hands.middle("image").y() - beyond.y()) <= 24
    hands.canvas.places.close(hands.id("stage"))
    assert hands.boxes()["image"][0] == hands.boxes()["out"][0]


def test_the_line_over_an_open_block_drags_it_with_all_that_is_inside(hands):
    hands.canvas.places.open(hands.id("stage"))
    was, inner = hands.network.node("stage").position, hands.inside(stage(hands), "conv")
    left, top, _, _ = hands.boxes()["stage"]
    hands.drag(hands.spot(QPointF(left + 60, top + 18)), hands.spot(QPointF(left + 60, top + 18 + 96)))
    assert hands.network.node("stage").position == (was[0], was[1] + 96)
    assert hands.inside(stage(hands), "conv") == inner + QPoint(0, 96)


def test_gradients_run_through_what_is_open(hands):
    conv, way = hands.network.blocks["Residual"].node("conv").id, stage(hands)
    hands.canvas.places.open(hands.id("stage"))
    norms = {(hands.id("image"), "x"): 0.5, (conv, "y", way): 0.25, (conv, "y", stage(hands, 1)): 0.125}
    hands.canvas.set_gradients(norms, 0.01, 1.0)
    inner = next(place for place in hands.canvas.places if place.way == way)
    assert inner.item.wire_state.gradients is not None
    assert inner.item.wire_state.gradients.norms == {(conv, "y"): 0.25}
    assert hands.canvas.view.root.wire_state.gradients.norms == {(hands.id("image"), "x"): 0.5}
    hands.canvas.levels.enter(hands.id("stage"), 1)  # alone on the canvas: the same numbers
    assert hands.canvas.view.root.wire_state.gradients.norms == {(conv, "y"): 0.125}
    hands.canvas.set_gradients(None)
    assert hands.canvas.view.root.wire_state.gradients is None


def test_room_is_made_gliding_unless_motion_is_reduced(hands, qtbot):
    hands.canvas.reduced_motion = False
    before = hands.boxes()["narrow"][0]
    hands.canvas.places.open(hands.id("stage"))
    assert hands.boxes()["narrow"][0] == before
    qtbot.waitUntil(lambda: hands.boxes()["narrow"][0] > before + 1)
    hands.canvas.places.settle()
    there = hands.boxes()["narrow"][0]
    assert there > before + 600
    QApplication.processEvents()
    assert hands.boxes()["narrow"][0] == there


def carried(hands: Opener, what: str, place: QPoint) -> None:
    """Drag something from the palette and let go."""
    hands.canvas.begin_palette_drag(what, hands.viewport.mapToGlobal(QPoint(3, 3)))
    hands.move(hands.viewport, place)
    QTest.mouseRelease(hands.viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def test_a_ready_made_block_dropped_on_a_wire_brings_its_definition_and_is_one_step(hands):
    document = hands.document()
    carried(hands, "SqueezeExciteBlock, drawn", hands.wire("stage", "narrow"))
    node = hands.network.node("squeezeexcite")
    assert node.type == "SqueezeExciteBlock" and not hands.editor.diagnostics
    assert {("stage", "squeezeexcite"), ("squeezeexcite", "narrow")} <= hands.joined()
    hands.editor.history.undo()
    assert hands.document() == document and "SqueezeExciteBlock" not in hands.network.blocks
    carried(hands, "Residual", hands.middle("out") + QPoint(0, 200))  # and one more copy of the project's own
    assert hands.network.node("residual").type == "Residual"


def test_a_ready_made_block_is_found_by_a_search_and_at_a_loose_wire(hands):
    hands.canvas.open_search()
    QTest.keyClicks(hands.canvas.search.field, "inception")
    assert "InceptionBlock, drawn" in hands.canvas.search.found()
    QTest.keyClick(hands.canvas.search.field, KEY.Key_Escape)
    hands.drag(hands.port("narrow", "y", output=True), hands.port("narrow", "y", output=True) + QPoint(40, 160))
    QTest.keyClicks(hands.canvas.search.field, "bottleneck")
    assert hands.canvas.search.found() == ["BottleneckBlock, drawn"]
    QTest.keyClick(hands.canvas.search.field, KEY.Key_Return)
    assert ("narrow", "bottleneck") in hands.joined()
    hands.editor.history.undo()
    assert "BottleneckBlock" not in hands.network.blocks


def test_wires_inside_wear_the_colour_of_their_gradient(hands):
    hands.canvas.places.open(hands.id("stage"))
    block, way = hands.network.blocks["Residual"], stage(hands)
    before = hands.canvas.grab().toImage()
    hands.canvas.set_gradients({(block.node("conv").id, "y", way): 0.9, (block.node("relu").id, "y", way): 0.01})
    inner = next(place for place in hands.canvas.places if place.way == way)
    assert all(wire.learns for wire in inner.item.drawing.picture.wires)
    QApplication.processEvents()
    assert hands.canvas.grab().toImage() != before


def test_a_file_of_the_drawing_and_its_picture_show_what_is_open(hands, tmp_path):
    closed = hands.canvas.to_image()
    hands.canvas.places.open(hands.id("stage"))
    sheets = hands.canvas.places.sheets()
    publish(sheets[0].picture, tmp_path / "open.svg", "Open", sheets)
    words = (tmp_path / "open.svg").read_text()
    assert "relu" in words and "stage · 1 of 3" in words and "narrow" in words
    assert hands.canvas.to_image().width() > closed.width() + 500


def test_a_wire_that_leaves_a_block_elsewhere_than_at_a_port_is_refused(hands):
    hands.canvas.places.open(hands.id("stage"))
    hands.click(hands.inside(stage(hands), "conv"))
    before = hands.document()
    start = hands.canvas.port_position(hands.here("conv"), "y", True).toPoint()
    hands.drag(start, start + QPoint(60, 300))
    assert hands.document() == before and not hands.canvas.search.isVisible()
    assert hands.refusals[-1].startswith("A wire leaves a block through its ports")


def test_from_farther_away_an_open_block_still_closes(hands):
    hands.canvas.places.open(hands.id("stage"))
    hands.canvas.set_zoom(0.45)
    place = hands.canvas.places.here
    box = place.item.drawing.box(hands.id("stage"))
    (cell,) = cells_of(place.faces[hands.id("stage")], box, 0.45)
    hands.click(hands.spot(cell.place.center()))
    assert len(list(hands.canvas.places)) == 1


def test_what_was_done_to_a_node_is_said_where_the_mouse_rests(hands):
    hands.canvas.select([hands.id("narrow")])
    hands.key(KEY.Key_M, Qt.KeyboardModifier.ControlModifier)
    hands.key(KEY.Key_F, Qt.KeyboardModifier.ControlModifier | SHIFT)
    hands.move(hands.viewport, hands.middle("narrow"), Qt.MouseButton.NoButton)
    assert "Muted: left out" in hands.viewport.toolTip() and "Frozen: its weights stay" in hands.viewport.toolTip()


def test_a_pasted_block_that_holds_others_is_taken_back(deep):
    """What lies inside has to be there before what holds it, and go after it."""
    deep.canvas.select([deep.id("whole")])
    deep.key(KEY.Key_C, Qt.KeyboardModifier.ControlModifier)
    other = OpenProject(Project(with_blocks()))
    other.project.network.define("Inner", channels=1)  # its name is taken: the pasted one gets another
    before = snapshot(other.project)
    deep.canvas.set_editor(other)
    deep.key(KEY.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert {"All", "Inner2"} <= set(other.project.network.blocks)
    other.history.undo()
    assert snapshot(other.project) == before
