"""The canvas in the real window: from the palette into an open block and out again, and from one window to another."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.workbench.desk import LEFT, NONE, Desk

SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


def open_block(desk: Desk, name: str) -> None:
    """Open a block where it stands, with keys, and look at all of it."""
    canvas = desk.window.canvas
    canvas.select((desk.id(name),))
    desk.key(Qt.Key.Key_Return, SHIFT, on=canvas.view)
    canvas.fit_now()


def inner(desk: Desk, source: str, target: str) -> QPoint:
    """The middle of a wire inside the block that is open."""
    place = next(one for one in desk.window.canvas.places if one.way)
    network, drawing = place.editor.project.network, place.item.drawing
    ends = network.node(source).id, network.node(target).id
    index = next(i for i, w in enumerate(drawing.picture.wires) if (w.wire.source, w.wire.target) == ends)
    line = drawing.line(index)
    middle = (line[0] + line[-1]) / 2
    return desk.window.canvas.view.viewportTransform().map(QPointF(*middle.tolist()) + place.origin).toPoint()


def test_from_the_palette_into_an_open_block_then_out_of_it_each_one_step(desk: Desk) -> None:
    desk.session.open_preset("resnet18")
    open_block(desk, "layer1")
    before, block = desk.document(), desk.session.project.network.block_of(desk.id("layer1"))
    assert block is not None
    palette, end = desk.window.palette_panel, inner(desk, "conv1", "bn1")
    QTest.keyClicks(palette.search, "Dropout2d")
    tree = palette.tree
    shown = (tree.topLevelItem(top) for top in range(tree.topLevelItemCount()))
    row = next(
        item.child(i)
        for item in shown
        if not item.isHidden()
        for i in range(item.childCount())
        if item.child(i).text(0) == "Dropout2d"
    )
    start = tree.visualItemRect(row).center()
    QTest.mousePress(tree.viewport(), LEFT, NONE, start)
    desk.move(tree.viewport(), start + QPoint(30, 10))
    here = tree.viewport().mapFromGlobal(desk.viewport.mapToGlobal(end))
    desk.move(tree.viewport(), here)
    QTest.mouseRelease(tree.viewport(), LEFT, NONE, here)
    (new,) = (node for node in block if node.type == "Dropout2d")
    assert {(block.node("conv1").id, new.id), (new.id, block.node("bn1").id)} <= {
        (w.source, w.target) for w in block.wires
    }
    assert desk.session.diagnostics == [] and desk.names().isdisjoint({new.name})

    place = next(one for one in desk.window.canvas.places if one.way)
    box = place.item.drawing.box(new.id)
    assert box is not None
    at = desk.window.canvas.view.viewportTransform().map(
        QPointF((box[0] + box[2]) / 2, box[1] + 12) + place.origin
    ).toPoint()  # fmt: skip
    outer = desk.window.canvas.view.root.drawing.box(desk.id("fc"))
    assert outer is not None
    below = desk.window.canvas.view.viewportTransform().map(QPointF(outer[0], outer[3] + 90)).toPoint()
    desk.drag(at, below)
    assert new.name in desk.names() and new.name not in {node.name for node in block}
    assert desk.window.actions_table["undo"].text().startswith("Undo Move")
    desk.key(Qt.Key.Key_Z, CTRL, on=desk.window.canvas.view)
    desk.key(Qt.Key.Key_Z, CTRL, on=desk.window.canvas.view)
    assert desk.document() == before


def test_what_is_copied_in_one_window_is_pasted_in_another_as_text(
    desk: Desk, qapp: QApplication, tmp_path: Path
) -> None:
    desk.session.open_preset("resnet18")
    (tmp_path / "other").mkdir()
    other = Desk(qapp, tmp_path / "other", "perceptron")
    canvas = desk.window.canvas
    canvas.select((desk.id("layer1"), desk.id("layer2")))
    desk.key(Qt.Key.Key_C, CTRL, on=canvas.view)
    text = qapp.clipboard().text()
    assert text.lstrip().startswith("{") and '"Residual' in text
    qapp.clipboard().clear()
    qapp.clipboard().setText(text)  # as it would come out of a mail
    before = other.document()
    other.key(Qt.Key.Key_V, CTRL, on=other.window.canvas.view)
    network = other.session.project.network
    assert {"layer1", "layer2"} <= other.names() and any(name.startswith("Residual") for name in network.blocks)
    assert ("layer1", "layer2") in other.wires()
    other.key(Qt.Key.Key_Z, CTRL, on=other.window.canvas.view)
    assert other.document() == before
    other.leave()


@pytest.mark.parametrize("key", ["I", "Alt+Down"])
def test_the_new_keys_stand_in_the_menus_and_work_from_there(desk: Desk, key: str) -> None:
    desk.session.open_preset("resnet18")
    canvas = desk.window.canvas
    table = desk.window.actions_table
    assert not table["add_after"].isEnabled() and not table["step_in"].isEnabled()
    canvas.select((desk.id("layer1"),))
    QTest.qWait(20)
    action = table["add_after" if key == "I" else "step_in"]
    assert action.isEnabled() and action.toolTip()
    action.trigger()
    if key == "I":
        assert canvas.search.isVisible()
        QTest.keyClicks(canvas.search.field, "Dropout2d")
        QTest.keyClick(canvas.search.field, Qt.Key.Key_Return)
        assert {("layer1", "dropout2d"), ("dropout2d", "layer2")} <= desk.wires()
    else:
        assert canvas.levels.way and canvas.levels.base == () and len(list(canvas.places)) == 2
