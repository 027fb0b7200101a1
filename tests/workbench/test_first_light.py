"""What a newcomer does in the first ten minutes, with real mouse and key events: train, change, mend, draw, save."""

import re

import numpy
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

import graphs
from workbench.engine.events import ControlChanged, Paused, Progress, RunFinished, Sample, Scalars
from workbench.session import RunState, Session

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def training(desk):
    """LeNet-5 that has begun to learn, because somebody pressed Train."""
    desk.press(desk.window.bar.train)
    desk.wait(lambda: desk.count(Scalars) > 0, 120, "a first number")
    return desk


def steps(desk) -> int:
    """How many steps the training has taken, as its own numbers tell."""
    return max(
        int(event.steps[-1]) for event in desk.events if isinstance(event, Scalars) and "train/loss" in event.values
    )


def test_pressing_train_shows_curves_progress_and_gradients_on_the_wires(training):
    window = training.window
    training.wait(
        lambda: (
            training.count(Progress)
            and any(isinstance(e, Sample) and e.probe == "gradient_norms" for e in training.events)
        )
    )
    training.wait(lambda: window.canvas.view.item.wire_state.gradients is not None)
    assert window.docks.layout_name == "train"
    assert window.bar.train.text() == "Pause"
    epochs = training.session.project.recipe.epochs
    assert re.fullmatch(rf"Epoch \d+ of {epochs}", window.bar.epoch.text())
    assert f"of {40 * epochs:,}" in window.bar.steps.text()
    assert set(window.views.cards) == {"curves", "gradients", "feature_maps", "confusion_matrix"}
    assert not window.views.cards["curves"].is_empty()


def test_pause_step_and_stop_work_within_one_batch(training):
    bar = training.window.bar
    training.press(bar.train)
    training.wait(lambda: training.session.state is RunState.PAUSED)
    paused_at = training.last(Paused).step
    training.wait(lambda: bar.train.text() == "Go on")
    training.press(bar.step)
    training.wait(lambda: training.last(Paused).step == paused_at + 1)
    QTest.qWait(200)
    assert steps(training) == paused_at + 1
    training.press(bar.stop)
    training.wait(lambda: training.session.state is RunState.IDLE and training.count(RunFinished))
    end = training.last(RunFinished)
    assert end.stopped and end.steps == paused_at + 1
    training.wait(lambda: bar.train.text() == "Train")


def test_a_new_learning_rate_holds_from_the_next_step_on(training):
    bar = training.window.bar
    training.press(bar.train)
    training.wait(lambda: training.session.state is RunState.PAUSED)
    before = training.last(Paused).step
    QTest.mouseClick(bar.rate, Qt.MouseButton.LeftButton)
    bar.rate.selectAll()
    QTest.keyClicks(bar.rate, "0.01")
    training.key(Qt.Key.Key_Return, on=bar.rate)
    training.press(bar.step)
    training.wait(lambda: training.last(Paused).step > before)
    training.wait(lambda: training.count(ControlChanged))
    change = training.last(ControlChanged)
    assert (change.step, change.value) == (before, 0.01)
    assert training.last(Paused).step == before + 1
    assert bar.rate.text() == "0.01"
    assert training.session.project.recipe.players[0].optimizer.learning_rate == 0.001


def test_a_stopped_run_can_be_continued_from_the_run_menu(training):
    window = training.window
    training.press(window.bar.stop)
    training.wait(lambda: training.session.state is RunState.IDLE)
    stopped = training.last(RunFinished).steps
    training.wait(window.actions_table["continue"].isEnabled)
    window.actions_table["continue"].trigger()
    training.wait(lambda: training.session.state is RunState.RUNNING)
    training.wait(lambda: training.count(Progress) and training.last(Progress).step > stopped)
    assert training.session.project.weights


def test_a_larger_kernel_breaks_c5_in_words_and_one_click_mends_it(desk):
    before = desk.document()
    desk.click("C1")
    assert desk.window.selection == (desk.id("C1"),)
    row = desk.window.inspector.node_page.form.rows["kernel_size"]
    box = row.box.boxes[0]
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "7")
    desk.key(Qt.Key.Key_Return, on=box)
    assert [spec.text for spec in desk.session.plan.step(desk.id("C1")).outputs.values()] == ["6×26×26"]
    (problem,) = desk.session.diagnostics
    assert problem.node == desk.id("C5")
    assert "5×5" in problem.text and "4×4" in problem.text and "C1" in problem.text
    bar = desk.window.bar
    desk.wait(lambda: not bar.train.isEnabled())
    assert bar.reason.text() == "1 problem to solve before training"
    assert "C5" in bar.reason.toolTip()
    rows = desk.window.problems
    desk.wait(lambda: rows.rows and rows.rows[0].fix_buttons[0].isVisible())
    assert "C5" in rows.rows[0].sentence.text()
    desk.press(rows.rows[0].fix_buttons[0])
    assert desk.session.diagnostics == []
    desk.wait(lambda: bar.train.isEnabled() and not bar.reason.isVisible())
    desk.window.canvas.view.setFocus()
    desk.key(Qt.Key.Key_Z, CTRL, on=desk.window.canvas.view)
    assert len(desk.session.diagnostics) == 1
    desk.key(Qt.Key.Key_Z, CTRL, on=desk.window.canvas.view)
    assert desk.document() == before


def test_dropout_dragged_from_the_palette_onto_a_wire_is_inserted(desk):
    palette = desk.window.palette_panel
    palette.search.setFocus()
    QTest.keyClicks(palette.search, "Dropout")
    tree = palette.tree
    item = next(it for top in range(tree.topLevelItemCount()) for it in [tree.topLevelItem(top)] if not it.isHidden())
    row = next(item.child(i) for i in range(item.childCount()) if item.child(i).text(0) == "Dropout")
    start = tree.visualItemRect(row).center()
    wire = desk.wire("tanh6", "output")
    end = desk.window.canvas.wire_middle(wire).toPoint()
    QTest.mousePress(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    desk.move(tree.viewport(), start + QPoint(30, 10))
    here = tree.viewport().mapFromGlobal(desk.viewport.mapToGlobal(end))
    desk.move(tree.viewport(), here)
    QTest.mouseRelease(tree.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, here)
    (new,) = desk.names() - {node.name for node in graphs_of_lenet()}
    assert new.lower().startswith("dropout")
    assert {("tanh6", new), (new, "output")} <= desk.wires() and ("tanh6", "output") not in desk.wires()
    assert desk.session.diagnostics == []


def graphs_of_lenet():
    """The nodes of LeNet-5 as it ships."""
    fresh = Session()
    fresh.open_preset("lenet5")
    return fresh.project.network


def test_shift_a_searches_and_adds_and_ports_connect_or_say_why_not(desk):
    canvas = desk.window.canvas
    canvas.view.setFocus()
    before = desk.names()
    desk.key(Qt.Key.Key_A, SHIFT, on=canvas.view)
    assert canvas.search.isVisible()
    QTest.keyClicks(canvas.search.field, "relu")
    desk.key(Qt.Key.Key_Return, on=canvas.search.field)
    (relu,) = desk.names() - before
    desk.window.fit_now()
    desk.drag(desk.port("C1", "y", output=True), desk.port(relu, "x", output=False))
    assert ("C1", relu) in desk.wires()
    joined = desk.wires()
    desk.drag(desk.port("S4", "y", output=True), desk.port("C1", "x", output=False))
    assert desk.wires() == joined
    assert desk.window.toast.isVisible() and "C1" in desk.window.toast.text


def test_what_was_saved_opens_again_to_the_last_byte(desk, tmp_path, monkeypatch):
    path = tmp_path / "mine.workbench"
    network = desk.session.project.network
    desk.session.project.weights = {
        (network.node("C1").id, "weight"): numpy.arange(150, dtype=numpy.float32).reshape(6, 1, 5, 5)
    }
    canvas = desk.window.canvas
    desk.click("F6")
    desk.key(Qt.Key.Key_Down, on=canvas.view)
    QTest.qWait(20)
    assert desk.window.isWindowModified()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    desk.key(Qt.Key.Key_S, CTRL, on=canvas.view)
    QTest.qWait(20)
    assert path.is_file()
    assert desk.window.windowTitle() == "mine[*] – Workbench" and not desk.window.isWindowModified()
    before, bytes_before = desk.document(), path.read_bytes()
    desk.session.open_preset("perceptron")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    desk.key(Qt.Key.Key_O, CTRL, on=canvas.view)
    assert desk.document() == before
    kept = desk.session.project.weights[(desk.id("C1"), "weight")]
    assert kept.tobytes() == numpy.arange(150, dtype=numpy.float32).tobytes()
    again = tmp_path / "again.workbench"
    graphs.save(desk.session.project, again)
    assert graphs.load(again).weights.keys() == desk.session.project.weights.keys()
    assert bytes_before == path.read_bytes()
    assert desk.settings.recent == [path]
