"""What a frame, an edit and a moving hand may cost: as little is painted and looked at as changed, and a drawing that
has come to rest shows no trace of what was done in haste."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from graphs.edits import ChangeNode, MoveNodes, SetParameter
from graphs.memory import MANY, collecting_later
from graphs.project import Project
from tests.widgets.canvas.conftest import a_network
from tests.widgets.drawings import OpenProject
from widgets import theme
from widgets.canvas import Canvas, item, wire_painter
from widgets.canvas.illustrator import Illustrator

REST = 260


@pytest.fixture
def painted(monkeypatch):
    """The names of nodes painted anew, in order."""
    names: list[str] = []
    paint = item.node_pixmap
    monkeypatch.setattr(item, "node_pixmap", lambda node, *rest: names.append(node.name) or paint(node, *rest))
    return names


def _seen(canvas: Canvas) -> QImage:
    return canvas.view.viewport().grab().toImage()


def _at_rest(canvas: Canvas) -> None:
    QTest.qWait(REST)
    QApplication.processEvents()


def test_another_name_paints_one_node(hands, painted):
    _at_rest(hands.canvas)
    painted.clear()
    hands.editor.do(ChangeNode(hands.id("conv"), name="first"))
    QApplication.processEvents()
    assert painted == ["first"]


def test_an_edit_looks_only_at_the_nodes_it_reached(hands, monkeypatch):
    looked: list[str] = []
    look = Illustrator._looked_at
    monkeypatch.setattr(
        Illustrator, "_looked_at", staticmethod(lambda *given: looked.append(given[4].name) or look(*given))
    )
    hands.editor.do(ChangeNode(hands.id("act"), name="bend"))
    assert looked == ["bend"]
    looked.clear()
    hands.editor.do(SetParameter(hands.id("flat"), "start_dim", 1))
    assert not {"image", "conv", "bend", "pool"}.intersection(looked)


def test_other_sizes_leave_the_faces_alone_that_show_none(hands):
    picture = hands.canvas.view.drawing.picture
    before = {node.name: node for node in picture.nodes}
    hands.editor.do(SetParameter(hands.id("image"), "shape", (1, 18, 18)))
    after = {node.name: node for node in hands.canvas.view.drawing.picture.nodes}
    changed = {name for name in after if after[name] is not before[name]}
    assert changed == {"image", "head", "conv"}  # a shape, and the shares of all parameters


def test_while_the_zoom_changes_painted_nodes_are_stretched_and_painted_when_it_rests(hands, painted):
    canvas = hands.canvas
    _at_rest(canvas)
    painted.clear()
    for factor in (1.06, 1.12, 1.2):
        canvas.set_zoom(factor)
        QApplication.processEvents()
    assert painted == []
    _at_rest(canvas)
    assert set(painted) >= {"conv", "act", "head"}


def test_a_drawing_that_came_to_rest_shows_no_trace_of_the_way_there(hands, qtbot):
    canvas = hands.canvas
    for factor in (1.1, 1.3, 1.6, 1.2, 0.9, 0.5, 0.4, 0.75):
        canvas.set_zoom(factor)
        canvas.view.pan_by(QPointF(7.0, 3.0))
        QApplication.processEvents()
    canvas.view.pan_by(QPointF(-11.0, 5.0))
    QApplication.processEvents()
    _at_rest(canvas)
    moved = _seen(canvas)
    other = Canvas(OpenProject(Project(a_network())))
    other.reduced_motion = True
    qtbot.addWidget(other)
    other.set_map_visible(False)
    other.resize(canvas.size())
    other.show()
    other.set_zoom(canvas.zoom())
    other.view.horizontalScrollBar().setValue(canvas.view.horizontalScrollBar().value())
    other.view.verticalScrollBar().setValue(canvas.view.verticalScrollBar().value())
    _at_rest(other)
    assert _seen(other) == moved


def test_what_was_painted_is_dropped_with_the_theme(hands):
    canvas = hands.canvas
    canvas.view.pan_by(QPointF(3.0, 0.0))
    QApplication.processEvents()
    drawn = canvas.view.item
    assert len(drawn.wires.labels) > 0 and drawn._pixmaps
    theme.apply(QApplication.instance(), theme.DARK)
    try:
        assert not drawn._pixmaps or len(drawn.wires.labels) == 0
        _at_rest(canvas)
        surface = theme.current().surface
        assert _seen(canvas).pixelColor(2, 2).name() == surface.lower()
    finally:
        theme.apply(QApplication.instance(), theme.LIGHT)


def test_a_text_stretched_too_far_is_written_again(hands):
    canvas = hands.canvas
    labels = canvas.view.item.wires.labels
    canvas.view.pan_by(QPointF(3.0, 0.0))
    QApplication.processEvents()
    (before, *_) = labels._kept.values()
    for factor in (1.2, 1.9):
        canvas.set_zoom(factor)
        QApplication.processEvents()
    (after, *_) = labels._kept.values()
    assert after[0] > before[0] and after[1][0].width() > before[1][0].width()


def test_gradients_of_equal_strength_are_drawn_with_one_pen(hands, monkeypatch):
    grades: list[int] = []
    pen = wire_painter._graded_pen
    monkeypatch.setattr(wire_painter, "_graded_pen", lambda grade, look: grades.append(grade) or pen(grade, look))
    canvas = hands.canvas
    learns = [w.wire for w in canvas.view.drawing.picture.wires if w.learns]
    canvas.set_gradients({(w.source, w.source_port): 0.1 if w.source % 2 else 0.4 for w in learns}, 1e-3, 1.0)
    QApplication.processEvents()
    assert len(learns) > 3 and len(grades) == len(set(grades)) == 2


def test_moving_everything_looks_at_no_node(hands, monkeypatch):
    looked: list[str] = []
    look = Illustrator._looked_at
    monkeypatch.setattr(
        Illustrator, "_looked_at", staticmethod(lambda *given: looked.append(given[4].name) or look(*given))
    )
    before = hands.canvas.view.drawing.picture.nodes
    hands.editor.do(MoveNodes(tuple((node.id, (node.position[0] + 24.0, 48.0)) for node in hands.network)))
    after = hands.canvas.view.drawing.picture
    assert not looked and all(a is b for a, b in zip(after.nodes, before, strict=True))
    assert after.positions == tuple(node.position for node in hands.network)
    hands.editor.do(ChangeNode(hands.id("pool"), name="coarse"))
    assert looked == ["coarse"]


def test_garbage_is_collected_again_after_much_was_made():
    before = gc.isenabled()  # the tests collect between themselves
    gc.enable()
    try:
        with collecting_later(MANY):
            assert not gc.isenabled()
        assert gc.isenabled()
        with collecting_later(MANY - 1):
            assert gc.isenabled()
    finally:
        if not before:
            gc.disable()
