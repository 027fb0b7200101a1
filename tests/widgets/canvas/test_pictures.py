"""What is drawn: faces of nodes, levels of detail, states, gradients; and that thousands of nodes draw at any zoom."""

import math

import numpy
import pytest
from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from graphs.edits import ChangeNode, MoveNodes, PutNote, RemoveNode, SetParameter
from graphs.network import Frame, Network, Note
from graphs.project import Project
from tests.widgets.drawings import OpenProject
from widgets import theme
from widgets.canvas import Canvas, NodeStatistics
from widgets.canvas.detail import Detail, detail_for
from widgets.canvas.drawing import Drawing
from widgets.canvas.node_painter import extra_height
from widgets.canvas.picture import Row
from widgets.canvas.wire_painter import Gradients, number_text
from widgets.language import install


def _colours(image: QImage) -> set[str]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    pixels = numpy.frombuffer(plain.constBits(), dtype=numpy.uint32).reshape(plain.height(), -1)[:, : plain.width()]
    return {f"#{pixel & 0xFFFFFF:06X}" for pixel in numpy.unique(pixels).tolist()}


def _face(hands, name):
    return hands.canvas.view.drawing.node(hands.id(name))


def test_a_node_shows_what_differs_from_the_default_and_what_it_costs(hands):
    conv = _face(hands, "conv")
    assert conv.rows == (Row("filters", "4", name="out_channels"), Row("kernel", "3 × 3", name="kernel_size"))
    assert conv.foot == "40 parameters"
    assert conv.share == pytest.approx(40 / (40 + 49 * 4 * 3 + 3), abs=0.01)
    assert _face(hands, "act").pill and _face(hands, "act").width == 64


def test_a_node_with_several_inputs_shows_what_arrives_at_each(hands):
    assert [row.label for row in _face(hands, "loss").rows] == [p.name for p in _face(hands, "loss").inputs]
    assert _face(hands, "loss").rows[0].value == "3"


def test_a_parameter_that_follows_the_network_says_so(hands):
    hands.network.set_parameter("classes", 3)
    hands.editor.do(SetParameter(hands.id("head"), "out_features", "=classes"))
    assert _face(hands, "head").rows[0] == Row("units", "3", "=classes", "out_features")


def test_a_wire_carries_its_shape_and_a_question_mark_behind_a_problem(hands):
    def texts():
        return {(w.wire.source, w.wire.target): w.text for w in hands.canvas.view.drawing.picture.wires}

    assert texts()[hands.id("conv"), hands.id("act")] == "4×14×14"
    hands.editor.do(SetParameter(hands.id("conv"), "kernel_size", 31))
    assert texts()[hands.id("conv"), hands.id("act")] == "?"
    conv, act = _face(hands, "conv"), _face(hands, "act")
    assert "at least 31×31" in conv.problem and extra_height(conv) > 0 and act.waiting
    hands.editor.history.undo()
    assert _face(hands, "conv").problem == "" and not _face(hands, "act").waiting


def test_nodes_that_look_the_same_keep_their_very_picture(hands):
    def changed_by(edit):
        before = {node.id: node for node in hands.canvas.view.drawing.picture.nodes}
        hands.editor.do(edit)
        return {node.name for node in hands.canvas.view.drawing.picture.nodes if node is not before[node.id]}

    assert changed_by(SetParameter(hands.id("loose"), "p", 0.25)) == set()  # which its face does not show
    assert changed_by(ChangeNode(hands.id("loose"), name="looser")) == {"looser"}
    wider = changed_by(SetParameter(hands.id("conv"), "out_channels", 6))
    assert "conv" in wider and not wider & {"act", "pool", "flatten", "label", "looser"}  # only their sizes changed


def test_wires_keep_their_way_while_nothing_comes_near(hands):
    drawing = hands.canvas.view.drawing
    for wire in range(len(drawing.picture.wires)):
        drawing.route(wire)
    hands.editor.do(SetParameter(hands.id("loose"), "p", 0.25))
    assert hands.canvas.view.drawing is drawing
    hands.editor.do(MoveNodes(((hands.id("loose"), (720.0, 480.0)),)))
    moved = hands.canvas.view.drawing
    assert moved is not drawing and all(moved.has_route(wire) for wire in range(len(moved.picture.wires)))
    x, y = hands.canvas.view.drawing.box(hands.id("pool"))[:2]
    hands.editor.do(MoveNodes(((hands.id("loose"), (x, y + 24)),)))
    again = hands.canvas.view.drawing
    fresh = Drawing(again.picture)
    ways = [again.has_route(wire) for wire in range(len(again.picture.wires))]
    assert not all(ways)
    assert all(again.route(wire) == fresh.route(wire) for wire in range(len(ways)))


def test_the_level_of_detail_follows_the_zoom_and_does_not_flicker():
    assert [detail_for(zoom) for zoom in (0.1, 0.4, 1.0)] == [Detail.FAR, Detail.MIDDLE, Detail.NEAR]
    assert detail_for(0.62, Detail.NEAR) is Detail.NEAR and detail_for(0.58, Detail.NEAR) is Detail.MIDDLE
    assert detail_for(0.68, Detail.MIDDLE) is Detail.MIDDLE and detail_for(0.72, Detail.MIDDLE) is Detail.NEAR
    assert detail_for(0.28, Detail.MIDDLE) is Detail.MIDDLE and detail_for(0.26, Detail.MIDDLE) is Detail.FAR
    assert detail_for(0.1, Detail.NEAR) is Detail.FAR and detail_for(2.0, Detail.FAR) is Detail.NEAR


def test_zooming_out_changes_the_level_that_is_painted(hands):
    for zoom, level in ((1.0, Detail.NEAR), (0.45, Detail.MIDDLE), (0.15, Detail.FAR), (1.0, Detail.NEAR)):
        hands.canvas.set_zoom(zoom)
        hands.canvas.grab()
        assert hands.canvas.view.item.detail is level


def test_a_problem_is_outlined_and_written_in_the_colour_of_danger(hands):
    hands.editor.do(RemoveNode(hands.id("loose")))
    assert theme.LIGHT.danger not in _colours(hands.canvas.to_image())
    hands.editor.do(SetParameter(hands.id("conv"), "kernel_size", 31))
    assert theme.LIGHT.danger in _colours(hands.canvas.to_image())


def test_a_frozen_node_wears_another_stripe(hands):
    before = hands.canvas.to_image()
    hands.editor.do(ChangeNode(hands.id("conv"), frozen=True))
    assert hands.canvas.to_image() != before
    hands.editor.history.undo()
    assert hands.canvas.to_image() == before


def test_wires_take_colour_and_width_from_gradients_and_the_legend_explains_it(hands):
    hands.editor.do(RemoveNode(hands.id("loose")))
    idle = hands.canvas.to_image()
    assert theme.LIGHT.danger not in _colours(idle)
    norms = {(hands.id("image"), "y"): 1e-2, (hands.id("conv"), "y"): 1e-9, (hands.id("act"), "y"): math.nan}
    hands.canvas.set_gradients(norms, 1e-3, 1e-2)
    shown = _colours(hands.canvas.to_image())
    strongest = QColor(*theme.colormap("gradient")[255].tolist()).name().upper()
    assert strongest in shown and theme.LIGHT.danger in shown
    assert hands.canvas.legend.isVisible()
    hands.canvas.set_gradients(None)
    assert hands.canvas.to_image() == idle


def test_gradients_lie_on_a_log_scale_between_the_ends_of_the_run():
    scale = Gradients({}, 1e-4, 1e-2)
    assert [scale.share(norm) for norm in (1e-5, 1e-4, 1e-3, 1e-2, 1.0)] == pytest.approx([0, 0, 0.5, 1, 1])
    assert number_text(0.0057) == "5.7e−3" and number_text(12.0) == "1.2e1" and number_text(0) == "0"


def test_statistics_replace_the_rows_while_a_run_is_open(hands):
    before = hands.canvas.to_image()
    hands.canvas.set_statistics({
        hands.id("loss"): NodeStatistics(value="0.015", name="loss"),
        hands.id("conv"): NodeStatistics(history=(0.3, 0.2, 0.25, 0.1)),
    })  # fmt: skip
    assert hands.canvas.to_image() != before
    hands.canvas.set_statistics({})
    assert hands.canvas.to_image() == before


def test_frames_lie_around_their_nodes_and_move_them(hands):
    hands.network.put_frame(Frame(hands.network.next_id, "Features", hands.network.named(["conv", "act"])))
    hands.canvas.refresh()
    drawing = hands.canvas.view.drawing
    left, top, right, bottom = drawing.frame_box(drawing.picture.frames[0].id)
    for name in ("conv", "act"):
        box = drawing.box(hands.id(name))
        assert left < box[0] and top < box[1] and right > box[2] and bottom > box[3]
    start = hands.canvas.view.to_viewport(hands.canvas.scene_position_of(hands.id("conv"))).toPoint()
    start.setY(start.y() - 30)
    hands.drag(start, start + QPoint(0, 48))
    assert hands.network.node("conv").position == (240.0, 48.0)
    assert hands.network.node("act").position == (480.0, 72.0)


def test_a_note_is_drawn_as_markdown(hands):
    before = hands.canvas.to_image()
    hands.editor.do(PutNote(Note(hands.network.next_id, "**Try it.** Change the kernel.", (480.0, 120.0))))
    assert hands.canvas.to_image() != before


def test_a_thumbnail_has_the_size_that_was_asked_for(hands):
    assert hands.canvas.to_image(QSize(240, 180)).size() == QSize(240, 180)


def test_the_canvas_follows_the_language_while_it_runs(hands):
    app = QApplication.instance()
    try:
        install(app, {"{n} parameters": "{n} 个参数", "Drawing of the network": "网络图"})
        QApplication.sendEvent(hands.canvas, QEvent(QEvent.Type.LanguageChange))
        assert _face(hands, "conv").foot == "40 个参数"
        assert hands.canvas.view.accessibleName() == "网络图"
    finally:
        install(app, {})
        QApplication.sendEvent(hands.canvas, QEvent(QEvent.Type.LanguageChange))
    assert _face(hands, "conv").foot == "40 parameters"


def test_the_canvas_follows_the_theme_while_it_runs(hands):
    app = QApplication.instance()
    try:
        theme.apply(app, theme.DARK)
        app.processEvents()
        shown = _colours(hands.canvas.grab().toImage())
        assert theme.DARK.surface in shown and theme.DARK.raised in shown and theme.LIGHT.raised not in shown
    finally:
        theme.apply(app, theme.LIGHT)


def test_an_empty_canvas_says_what_to_do(qtbot):
    canvas = Canvas(OpenProject(Project(Network())))
    qtbot.addWidget(canvas)
    canvas.resize(500, 300)
    canvas.show()
    assert theme.current().muted.upper() in _colours(canvas.grab().toImage())
    canvas.fit()
    canvas.tidy()


def test_another_project_takes_the_place_of_the_first(hands):
    first = hands.editor
    other = OpenProject(Project(Network()))
    other.project.network.add("Input", name="x", shape=(3,))
    hands.canvas.set_editor(other)
    assert [node.name for node in hands.canvas.view.drawing.picture.nodes] == ["x"]
    first.do(ChangeNode(first.id("conv"), name="C1"))
    assert len(hands.canvas.view.drawing.picture.nodes) == 1


@pytest.fixture(scope="module")
def thousand() -> OpenProject:
    """A network of a thousand nodes in twenty rows, with a shortcut every ten nodes."""
    net = Network()
    x = shortcut = net.add("Input", name="image", shape=(4, 32, 32))
    places = {x.node: (0.0, 0.0)}
    for number in range(1, 1000):
        if number % 10 == 0:
            x = net.add("Add", x, shortcut)
            shortcut = x
        elif number % 3 == 0:
            x = net.add("Conv2d", x, out_channels=4, kernel_size=3, padding=1)
        else:
            x = net.add("ReLU", x)
        places[x.node] = (number % 50 * 216.0, number // 50 * 168.0)
    net.place(places)
    return OpenProject(Project(net))


def test_a_thousand_nodes_draw_at_every_zoom(thousand, qtbot):
    canvas = Canvas(thousand)
    qtbot.addWidget(canvas)
    canvas.resize(900, 600)
    canvas.show()
    empty = QColor(theme.current().surface).name().upper()
    for zoom in (0.05, 0.14, 0.29, 0.3, 0.5, 0.64, 0.66, 1.0, 2.0, 4.0):
        canvas.reveal(thousand.project.network.nodes[500].id)
        canvas.set_zoom(zoom)
        image = canvas.grab().toImage().scaled(90, 60)
        assert _colours(image) != {empty}, f"nothing is drawn at {zoom}"
