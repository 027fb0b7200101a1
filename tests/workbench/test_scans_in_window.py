"""A recurrent network by hand in the real window: drawn, made a block, run over time, looked into, trained, fused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from graphs.arrangement import arrange
from graphs.elements import Scan
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from tests.workbench.desk import Desk
from widgets import language, theme
from workbench.session import RunState

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
CELL = ("h", "ih", "hh", "sum", "new_h")


def reading_digits() -> Project:
    """Eight rows of a digit, one after the other, read by a cell whose State is drawn but does not yet run in time."""
    net = Network()
    pixels = net.add("Input", name="pixels", field="pixels", shape=(64,))
    label = net.add("Input", name="label", field="label", kind="index")
    rows = net.add("Reshape", pixels, name="rows", shape=(8, 8), kind="sequence")
    h = net.add("State", name="h", shape=(6,))
    ih = net.add("Linear", rows, name="ih", out_features=6)
    hh = net.add("Linear", h, name="hh", out_features=6)
    new = net.add("Tanh", net.add("Add", ih, hh, name="sum"), name="new_h")
    net.carry(new, to=h)
    flat = net.add("Flatten", new, name="flat")
    logits = net.add("Linear", flat, name="scores", out_features=10)
    net.add("Output", logits, name="logits")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    net.place(arrange(net))
    data = DataChoice(name="digits", parameters={"size": 8})
    return Project(net, Recipe(data=data, players=(Player(optimizer=Adam(learning_rate=0.01)),), epochs=1))


@pytest.fixture
def desk(qapp: object, tmp_path: Path) -> Iterator[Desk]:
    """The window with the drawing in it; afterwards light and English again."""
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]
    made = Desk(qapp, tmp_path)  # type: ignore[arg-type]
    made.session.adopt(reading_digits(), None)
    QTest.qWait(60)
    yield made
    made.leave()
    language.install(qapp, {})  # type: ignore[arg-type]
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]


def test_a_cell_is_drawn_run_over_time_unrolled_trained_fused_and_drawn_again(desk: Desk) -> None:
    window, canvas = desk.window, desk.window.canvas
    assert desk.session.diagnostics  # a State belongs in a block that runs over time
    canvas.select([desk.id(name) for name in CELL])
    desk.key(Qt.Key.Key_G, CTRL | SHIFT, on=canvas.view)
    QTest.qWait(40)
    (placed,) = canvas.selection()
    network = desk.session.project.network
    page = window.inspector.node_page
    if network.node(placed).scan is not None:  # making the block may have said so already
        desk.press(page.scan_box.over_time)
        QTest.qWait(40)
    assert network.node(placed).scan is None
    page.ensureWidgetVisible(page.scan_box.over_time)
    desk.press(page.scan_box.over_time)
    QTest.qWait(40)
    assert network.node(placed).scan == Scan() and not desk.session.diagnostics

    desk.key(Qt.Key.Key_Return, on=canvas.view)
    assert canvas.breadcrumbs.unroll.maximum() == 8
    for _ in range(3):
        desk.key(Qt.Key.Key_Right, on=canvas.breadcrumbs.unroll)
    assert canvas.view.item.steps == 4
    desk.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier, on=canvas.view)
    assert canvas.selection() == (placed,) and canvas.view.item.steps == 1

    desk.press(window.bar.train)
    desk.wait(lambda: desk.session.project.weights and desk.session.state is RunState.IDLE, 120, "the training")
    learned = {key: value.copy() for key, value in desk.session.project.weights.items()}
    assert (placed, "ih.weight") in learned
    before = desk.document()
    canvas.select([placed])
    QTest.qWait(40)
    assert window.actions_table["fuse_cell"].isEnabled() and not window.actions_table["draw_cell"].isEnabled()
    window.actions_table["fuse_cell"].trigger()
    QTest.qWait(40)
    weights = desk.session.project.weights
    assert network.node(placed).type == "RNN" and not desk.session.diagnostics
    assert (weights[placed, "weight_ih_l0"] == learned[placed, "ih.weight"]).all()
    assert (weights[placed, "bias_hh_l0"] == learned[placed, "hh.bias"]).all()
    assert (placed, "ih.weight") not in weights

    desk.key(Qt.Key.Key_Z, CTRL, on=canvas.view)
    assert desk.document() == before
    assert {key: value.tolist() for key, value in desk.session.project.weights.items()} == {
        key: value.tolist() for key, value in learned.items()
    }
    desk.key(Qt.Key.Key_Y, CTRL, on=canvas.view)
    QTest.qWait(20)
    assert window.actions_table["draw_cell"].isEnabled()
    window.actions_table["draw_cell"].trigger()
    assert network.node(placed).scan == Scan()
    assert (desk.session.project.weights[placed, "hh.weight"] == learned[placed, "hh.weight"]).all()


def test_what_has_no_fused_layer_says_so_in_a_toast(desk: Desk) -> None:
    window = desk.window
    window.actions_table["cell_CoupledLSTM"].trigger()
    QTest.qWait(20)
    window.actions_table["fuse_cell"].trigger()
    QTest.qWait(20)
    assert window.toast.isVisible() and desk.session.project.network.node("coupledlstm").scan == Scan()
