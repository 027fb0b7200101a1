"""Nodes dragged into a block that is open where it stands, and out of it again: one step each, and nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

import numpy
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.document import snapshot
from graphs.edits import PutFrame, SetRecipe
from graphs.network import Frame, Network
from graphs.project import Project
from graphs.recipe import Player
from tests.widgets.canvas.test_places import Opener, nested
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas
from widgets.inside import Door

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def a_row() -> Network:
    """image → twice (two copies of conv → act) → after (ReLU) → head → logits, a loose dropout above; widths follow."""
    net = Network()
    net.parameters = {"channels": 4, "classes": 3}
    block = net.define("Pair", channels=4)
    conv = block.add("Conv2d", block.add("Input", name="x"), name="conv", out_channels="=channels", kernel_size=3)
    act = block.add("Tanh", conv, name="act")
    block.add("Output", act, name="y")
    block.place({node.id: (number * 216.0, 0.0) for number, node in enumerate(block.nodes)})
    image = net.add("Input", name="image", field="image", shape=(4, 16, 16))
    twice = net.add("Pair", image, name="twice", channels="=channels", repeat=2)
    after = net.add("Conv2d", twice, name="after", out_channels="=channels", kernel_size=3)
    flat = net.add("Flatten", after, name="flat")
    net.add("Output", net.add("Linear", flat, name="head", out_features="=classes"), name="logits")
    net.add("Dropout", name="loose", p=0.25)
    net.place({node.id: (number * 216.0, 240.0) for number, node in enumerate(net.nodes)})
    net.place({net.node("loose").id: (216.0, 0.0)})
    return net


def person(qtbot: object, network: Network) -> Opener:
    """Someone at a shown canvas, wide enough for open blocks."""
    editor = OpenProject(Project(network, title="Row"))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(2600, 900)
    canvas.show()
    canvas.set_zoom(1.0)
    return Opener(canvas, editor)


@pytest.fixture
def hands(qtbot: object) -> Iterator[Opener]:
    """A row with a block in it, open."""
    someone = person(qtbot, a_row())
    someone.canvas.places.open(someone.id("twice"))
    yield someone


def way(hands: Opener) -> tuple[Door, ...]:
    """Into the block."""
    return (Door(hands.id("twice")),)


def inner_wire(hands: Opener, source: str, target: str) -> QPoint:
    """The middle of a wire inside the block."""
    place = next(one for one in hands.canvas.places if one.way)
    network, drawing = place.editor.project.network, place.item.drawing
    ends = network.node(source).id, network.node(target).id
    index = next(i for i, w in enumerate(drawing.picture.wires) if (w.wire.source, w.wire.target) == ends)
    line = drawing.line(index)
    middle = (line[0] + line[-1]) / 2
    return hands.canvas.view.viewportTransform().map(QPointF(*middle.tolist()) + place.origin).toPoint()


def free_spot(hands: Opener) -> QPoint:
    """Inside the frame, below everything."""
    left, _, _, bottom = hands.boxes()["twice"]
    return hands.spot(QPointF(left + 140, bottom - 12))


def block(hands: Opener) -> Network:
    """What every copy holds."""
    return hands.network.blocks["Pair"]


def test_a_node_dragged_into_an_open_block_is_every_copys_and_one_undo_takes_it_back(hands):
    before, spot = snapshot(hands.editor.project), free_spot(hands)
    hands.drag(hands.middle("loose"), spot)
    assert "loose" not in hands.network and block(hands).node("loose").parameters == {"p": 0.25}
    assert hands.canvas.levels.way == way(hands) and hands.canvas.selection() == (block(hands).node("loose").id,)
    assert str(hands.editor.history.undo_label) == "Move loose into Pair"
    assert (hands.inside(way(hands), "loose") - spot).manhattanLength() < 40
    hands.editor.history.undo()
    assert snapshot(hands.editor.project) == before
    hands.editor.history.redo()
    assert "loose" in block(hands)


def test_dropped_on_a_wire_inside_it_goes_in_between(hands):
    hands.drag(hands.middle("loose"), inner_wire(hands, "conv", "act"))
    inside = block(hands)
    wires = {(inside.node(w.source).name, inside.node(w.target).name) for w in inside.wires}
    assert {("conv", "loose"), ("loose", "act")} <= wires and ("conv", "act") not in wires
    assert not hands.editor.diagnostics
    hands.editor.history.undo()
    assert ("conv", "act") in {(block(hands).node(w.source).name, block(hands).node(w.target).name)
                               for w in block(hands).wires}  # fmt: skip


def test_the_wire_it_leaves_closes_and_values_that_followed_the_network_are_kept(hands):
    hands.drag(hands.middle("after"), inner_wire(hands, "conv", "act"))
    assert ("twice", "flat") in hands.joined()
    assert block(hands).node("after").parameters["out_channels"] == "=channels"  # given to the block under its own name
    hands.editor.history.undo()
    hands.key(Qt.Key.Key_Escape)  # out of the block
    hands.drag(hands.middle("head"), free_spot(hands))
    assert block(hands).node("head").parameters["out_features"] == 3  # the block knows no classes


def test_a_node_dragged_out_goes_where_it_is_dropped_and_every_copy_loses_it(hands):
    before = snapshot(hands.editor.project)
    spot = hands.inside((), "loose") + QPoint(240, 0)
    after, start = hands.middle("after"), hands.inside(way(hands), "act")
    hands.drag(start, spot)
    assert "act" not in block(hands) and hands.network.node("act").type == "Tanh"
    assert hands.canvas.levels.way == () and hands.canvas.selection() == (hands.id("act"),)
    apart = hands.middle("act") - hands.middle("after")
    assert (apart - (spot - after)).manhattanLength() < 40  # the frame is narrower now, and both moved up to it
    inside = block(hands)
    assert [(inside.node(w.source).name, inside.node(w.target).name) for w in inside.wires] == [
        ("x", "conv"),
        ("conv", "y"),
    ]
    assert str(hands.editor.history.undo_label) == "Move act out of Pair"
    hands.editor.history.undo()
    assert snapshot(hands.editor.project) == before


def test_dragged_onto_a_wire_outside_it_is_inserted_there(hands):
    hands.drag(hands.inside(way(hands), "act"), hands.wire("after", "flat"))
    assert {("after", "act"), ("act", "flat")} <= hands.joined()


def test_a_little_beyond_the_edge_it_stays_inside_and_the_frame_grows(hands):
    left, _, right, bottom = hands.boxes()["twice"]
    edge = hands.spot(QPointF((left + right) / 2, bottom + 20))
    hands.drag(hands.inside(way(hands), "act"), edge)
    assert "act" in block(hands) and hands.boxes()["twice"][3] > bottom


def test_while_it_is_dragged_the_block_says_what_letting_go_would_do_and_esc_spares_all(hands):
    before = snapshot(hands.editor.project)
    start, spot = hands.middle("loose"), inner_wire(hands, "conv", "act")
    QTest.mousePress(hands.viewport, LEFT, NONE, start)
    for step in range(1, 4):
        hands.move(hands.viewport, start + (spot - start) * step / 3)
    place = next(one for one in hands.canvas.places if one.way)
    assert place.item.wire_state.target is not None
    lit = hands.canvas.grab().toImage()
    hands.key(Qt.Key.Key_Escape)
    assert place.item.wire_state.target is None and snapshot(hands.editor.project) == before
    QApplication.processEvents()
    assert hands.canvas.grab().toImage() != lit
    QTest.mouseRelease(hands.viewport, LEFT, NONE, spot)


def test_several_nodes_go_together_with_their_wires_and_their_frame(hands):
    hands.editor.do(PutFrame(Frame(hands.network.next_id, "Head", (hands.id("flat"), hands.id("head")))))
    hands.canvas.select([hands.id("flat"), hands.id("head")])
    hands.drag(hands.middle("flat"), free_spot(hands))
    inside = block(hands)
    assert {"flat", "head"} <= {node.name for node in inside} and not hands.network.frames
    assert (inside.node("flat").id, inside.node("head").id) in {(w.source, w.target) for w in inside.wires}
    (frame,) = inside.frames.values()
    assert set(frame.nodes) == {inside.node("flat").id, inside.node("head").id}
    assert ("after", "logits") in hands.joined()


def test_ports_and_the_block_itself_are_refused_in_words(hands):
    before = hands.document()
    hands.drag(hands.middle("image"), free_spot(hands))
    assert hands.document() == before
    assert hands.refusals[-1] == "image belongs to the network. Leave it outside the block."
    hands.drag(hands.inside(way(hands), "x"), hands.inside((), "loose") + QPoint(300, 0))
    assert hands.document() == before and hands.refusals[-1] == "x belongs to Pair. Leave it inside."


def test_a_block_is_never_put_into_itself(qtbot):
    net = a_row()
    net.place({net.add("Pair", name="third").node: (600.0, 0.0)})
    hands = person(qtbot, net)
    hands.canvas.places.open(hands.id("twice"))
    before = snapshot(hands.editor.project)
    hands.drag(hands.middle("third"), free_spot(hands))
    assert hands.refusals == ["Pair cannot contain itself."] and snapshot(hands.editor.project) == before


def test_learned_weights_go_along_into_the_copy_one_sees(hands):
    weights = hands.editor.project.weights
    node, owner = hands.id("after"), hands.id("twice")
    weights[node, "weight"] = numpy.ones(3)
    hands.drag(hands.middle("after"), inner_wire(hands, "conv", "act"))
    assert list(weights) == [(owner, "0.after.weight")]
    place = next(one for one in hands.canvas.places if one.way)
    hands.click(hands.inside(place.way, "after"))
    hands.drag(hands.inside(place.way, "after"), hands.inside((), "loose") + QPoint(240, 0))
    assert list(weights) == [(hands.id("after"), "weight")]


def test_players_move_what_they_moved(hands):
    recipe = hands.editor.project.recipe
    player = Player(name="all", moves=(hands.id("twice"), hands.id("after"), hands.id("head")))
    hands.editor.do(SetRecipe(recipe.model_copy(update={"players": (player,)})))
    hands.drag(hands.middle("after"), inner_wire(hands, "conv", "act"))
    assert hands.editor.project.recipe.players[0].moves == (hands.id("twice"), hands.id("head"))
    hands.drag(hands.inside(way(hands), "conv"), hands.inside((), "loose") + QPoint(240, 0))
    assert hands.id("conv") in hands.editor.project.recipe.players[0].moves


def test_from_a_block_inside_a_block_to_the_one_around_it(qtbot):
    hands = person(qtbot, nested())
    whole = (Door(hands.id("whole")),)
    hands.canvas.places.open(hands.id("whole"))
    hands.click(hands.inside(whole, "relu"))
    hands.canvas.places.open(hands.here("core"))
    core = (*whole, Door(hands.network.blocks["All"].node("core").id))
    before = snapshot(hands.editor.project)
    hands.drag(hands.inside(core, "conv"), hands.inside(whole, "relu") + QPoint(0, 56))
    assert "conv" in hands.network.blocks["All"] and "conv" not in hands.network.blocks["Inner"]
    assert hands.canvas.levels.way == whole
    hands.drag(hands.inside(whole, "conv"), inner_spot(hands, core))
    assert "conv" in hands.network.blocks["Inner"] and hands.canvas.levels.way == core
    hands.editor.history.undo()
    hands.editor.history.undo()
    assert snapshot(hands.editor.project) == before


def inner_spot(hands: Opener, inside: tuple[Door, ...]) -> QPoint:
    """In the middle of a frame."""
    place = next(one for one in hands.canvas.places if one.way == inside)
    left, top, right, bottom = place.frame
    spot = QPointF((left + right) / 2, (top + bottom) / 2 + 10) + place.origin
    return hands.canvas.view.viewportTransform().map(spot).toPoint()
