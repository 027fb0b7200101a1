"""Weights on a wire: the ports for them show where one points, and where a wire of weights could end."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from graphs.network import Network
from graphs.project import Project
from tests.widgets.canvas.conftest import Hands
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas
from widgets.canvas.quiet import quiet_ports


@pytest.fixture
def hands(qtbot: object) -> Iterator[Hands]:
    """x → first → second → third: the first two have weights of one size, the third of another."""
    net = Network()
    x = net.add("Input", name="x", field="x", shape=(8,))
    y = net.add("Linear", net.add("Linear", x, name="first", out_features=8), name="second", out_features=8)
    net.add("Output", net.add("Linear", y, name="third", out_features=3), name="out")
    net.place({n.id: (i * 216.0, 0.0) for i, n in enumerate(net.nodes)})
    editor = OpenProject(Project(net))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)  # type: ignore[attr-defined]
    canvas.set_map_visible(False)
    canvas.resize(1200, 500)
    canvas.show()
    canvas.set_zoom(1.0)
    yield Hands(canvas, editor)


def quiet(hands: Hands, name: str, *, output: bool) -> QPoint:
    """Where the port for weights of a node shows."""
    places = [place for _, place in quiet_ports(hands.canvas.view, hands.id(name)) if place.is_output is output]
    return hands.canvas.view.to_viewport(QPointF(*places[0].position)).toPoint()


def test_the_ports_for_weights_show_where_one_points_and_say_what_they_do(hands: Hands) -> None:
    QTest.mouseMove(hands.viewport, hands.middle("first"))
    hands.move(hands.viewport, quiet(hands, "first", output=True), Qt.MouseButton.NoButton)
    assert hands.viewport.toolTip() == "weight: drag from here to another layer, which then uses these weights"
    hands.move(hands.viewport, quiet(hands, "first", output=False), Qt.MouseButton.NoButton)
    assert hands.viewport.toolTip() == "weight: drag the weights of another layer here; this one then uses them"
    assert hands.canvas.view.hovered == hands.id("first")


def test_a_wire_of_weights_is_drawn_from_one_to_the_other_and_stays_to_be_seen(hands: Hands) -> None:
    before = hands.editor.summary.parameters
    hands.drag(quiet(hands, "first", output=True), quiet(hands, "second", output=False))
    assert hands.network.wires_into(hands.id("second"), "weight")
    assert hands.editor.summary.parameters < before and not hands.editor.diagnostics
    picture = hands.canvas.view.drawing.node(hands.id("second"))
    assert "weight" in {port.name for port in picture.inputs}
    hands.editor.history.undo()
    assert hands.editor.summary.parameters == before


def test_weights_of_another_size_are_not_offered(hands: Hands) -> None:
    hands.drag(quiet(hands, "third", output=True), quiet(hands, "first", output=False))
    assert not hands.network.wires_into(hands.id("first"), "weight")
    hands.canvas.search.close_search()
    hands.drag(hands.port("x", "y", output=True), quiet(hands, "third", output=False))  # nor anything but weights
    assert not hands.network.wires_into(hands.id("third"), "weight")
