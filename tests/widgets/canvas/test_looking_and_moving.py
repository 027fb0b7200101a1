"""Looking around and putting in order: the map, the rubber band, free moves, what glides, what reads from afar."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest

import presets
from graphs.document import snapshot
from graphs.project import Project
from tests.widgets.canvas.conftest import Hands
from tests.widgets.canvas.test_crossing import a_row
from tests.widgets.drawings import OpenProject
from widgets.canvas import Canvas, tidying
from widgets.canvas.detail import Detail

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def test_with_ctrl_a_rubber_band_adds_to_what_is_selected_and_esc_gives_it_up(hands: Hands) -> None:
    hands.click(hands.middle("conv"))
    start = hands.canvas.node_rect(hands.id("flat")).topLeft().toPoint() - QPoint(20, 20)
    hands.drag(start, hands.middle("head") + QPoint(0, 20), modifiers=CTRL)
    assert set(hands.canvas.selection()) == {hands.id("conv"), hands.id("flat"), hands.id("head")}
    QTest.mousePress(hands.viewport, LEFT, NONE, start)
    hands.move(hands.viewport, hands.middle("loss"))
    assert hands.id("loss") in hands.canvas.selection()
    hands.key(Qt.Key.Key_Escape)
    assert hands.canvas.selection() == ()  # a press on nothing had let everything go


def test_with_alt_a_node_is_put_down_anywhere_without_it_on_the_grid(hands: Hands) -> None:
    start = hands.middle("loose")
    hands.drag(start, start + QPoint(31, 65), modifiers=ALT)
    assert hands.network.node("loose").position == (751.0, 521.0)
    hands.drag(hands.middle("loose"), hands.middle("loose") + QPoint(60, 60))
    x, y = hands.network.node("loose").position
    assert x % 24 == 0 and y % 24 == 0


def test_a_press_on_the_map_looks_there_and_a_drag_goes_along(hands: Hands) -> None:
    canvas, minimap = hands.canvas, hands.canvas.minimap
    canvas.set_map_visible(True)
    canvas.set_zoom(2.5)

    def seen() -> QPointF:
        return canvas.view.seen().center()

    def there(name: str) -> QPoint:
        scale, origin = minimap._frame()
        left, top, right, bottom = canvas.view.drawing.box(hands.id(name))
        return (QPointF((left + right) / 2, (top + bottom) / 2) * scale + origin).toPoint()

    assert minimap.isVisible()
    box = canvas.view.drawing.box(hands.id("conv"))
    QTest.mousePress(minimap, LEFT, NONE, there("conv"))
    assert abs(seen().x() - (box[0] + box[2]) / 2) < 30 and abs(seen().y() - (box[1] + box[3]) / 2) < 30
    start, end = there("conv"), there("loss")
    for step in range(1, 5):
        hands.move(minimap, start + (end - start) * step / 4)
    QTest.mouseRelease(minimap, LEFT, NONE, end)
    box = canvas.view.drawing.box(hands.id("loss"))
    assert abs(seen().x() - (box[0] + box[2]) / 2) < 60 and abs(seen().y() - (box[1] + box[3]) / 2) < 60
    assert hands.editor.history.undo_label is None


def texts(canvas: Canvas, path: Path, zoom: float, detail: Detail) -> set[str]:
    """Every line of letters the drawing shows at a zoom."""
    generator = QSvgGenerator()
    generator.setFileName(str(path))
    painter = QPainter(generator)
    painter.scale(zoom, zoom)
    left, top, right, bottom = canvas.view.drawing.bounds()
    area = QRectF(left - 50, top - 50, right - left + 100, bottom - top + 100)
    canvas.view.root.paint_area(painter, area, zoom, 1.0, detail, patient=True)
    painter.end()
    return set(re.findall(r"<text[^>]*>([^<]*)</text>", path.read_text(encoding="utf-8")))


def test_from_afar_resnet_152_reads_as_its_stages_and_an_lstm_as_its_gates(qtbot, tmp_path: Path) -> None:
    canvas = Canvas(OpenProject(presets.build("resnet152", "full")))
    qtbot.addWidget(canvas)
    canvas.show()
    far = texts(canvas, tmp_path / "far.svg", 0.15, Detail.FAR)
    assert {"layer1", "layer2", "layer3", "layer4"} <= far and not far & {"conv1", "bn1", "64×112×112"}
    canvas.set_editor(OpenProject(presets.build("lstm")))
    node = next(one for one in canvas.view.network if one.scan is not None)
    canvas.levels.enter(node.id)
    named = texts(canvas, tmp_path / "cell.svg", 0.25, Detail.FAR)
    assert len(named & {one.name for one in canvas.view.network}) > 12


def test_from_afar_wires_of_a_cell_run_around_nodes_and_back_in_time(qtbot) -> None:
    canvas = Canvas(OpenProject(presets.build("lstm")))
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.levels.enter(next(one for one in canvas.view.network if one.scan is not None).id)
    canvas.view.set_zoom(0.2)
    canvas.grab()
    drawing = canvas.view.drawing
    assert all(drawing.has_route(wire) for wire in range(len(drawing.picture.wires)))


def test_a_tidy_glides_to_its_places_and_a_press_on_cancel_leaves_everything(hands: Hands, qtbot, monkeypatch) -> None:
    hands.canvas.reduced_motion = False
    start = hands.canvas.scene_position_of(hands.id("loss"))
    before = hands.document()
    seen = set()
    hands.key(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(
        lambda: (
            seen.add(hands.canvas.scene_position_of(hands.id("loss")).toTuple())
            or hands.editor.history.undo_label is not None
        )
    )
    end = hands.canvas.scene_position_of(hands.id("loss"))
    assert len(seen - {start.toTuple(), end.toTuple()}) > 1  # somewhere between
    hands.editor.history.undo()
    assert hands.document() == before
    go_on = threading.Event()
    monkeypatch.setattr(tidying, "arranging", lambda *_: lambda: go_on.wait(5) and {})
    hands.key(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(hands.canvas.tidying.waiting.isVisible)
    QTest.mouseClick(hands.canvas.tidying.waiting.cancel, LEFT)
    go_on.set()
    assert not hands.canvas.tidying.busy and hands.document() == before


@pytest.mark.parametrize("glides", [False, True])
def test_a_block_that_was_open_leaves_every_place_as_it_was_to_the_last_byte(qtbot, glides: bool) -> None:
    editor = OpenProject(presets.build("resnet18"))
    canvas = Canvas(editor)
    qtbot.addWidget(canvas)
    canvas.resize(1200, 800)
    canvas.show()
    canvas.reduced_motion = not glides
    before, boxes = snapshot(editor.project), canvas.view.drawing.boxes.copy()
    canvas.select([editor.id("layer1")])
    for _ in range(2):
        QTest.keyClick(canvas.view, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        here, first = canvas.places.here, canvas.view.drawing.boxes.copy()
        opened = bool(here.faces)
        if glides:
            qtbot.waitUntil(lambda: (canvas.view.drawing.boxes != first).any())  # noqa: B023 - at once
        canvas.places.settle()
        if opened:
            assert (canvas.view.drawing.boxes != boxes).any()
            first_row = [index for index, box in enumerate(boxes) if box[1] < boxes[1][3]]
            layer = canvas.view.drawing.index(editor.id("layer1"))
            if layer not in first_row:  # another row than the block's did not go sideways
                assert (canvas.view.drawing.boxes[first_row, 0] == boxes[first_row, 0]).all()
    assert (canvas.view.drawing.boxes == boxes).all()
    assert snapshot(editor.project) == before and editor.history.undo_label is None


def test_a_drawing_with_a_block_open_is_tidied_without_moving_the_paper_under_it(qtbot) -> None:
    editor = OpenProject(Project(a_row()))
    canvas = Canvas(editor)
    canvas.reduced_motion = True
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.places.open(editor.id("twice"))
    QTest.keyClick(canvas.view, Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(lambda: editor.history.undo_label is not None)
    boxes = canvas.view.drawing.boxes
    over = (boxes[:, None, :2] < boxes[None, :, 2:]).all(axis=2) & (boxes[None, :, :2] < boxes[:, None, 2:]).all(axis=2)
    assert over.sum() == len(boxes)  # each lies only on itself
