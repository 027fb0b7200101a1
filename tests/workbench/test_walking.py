"""Walking through the network in the window, with real keys and clicks, and beside a training that is paused."""

import hashlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from safetensors.numpy import load_file

from tests.workbench.desk import LEFT, Desk
from widgets import language
from workbench.engine.events import Paused, RunFinished
from workbench.engine.stations import Phase
from workbench.engine.trainer import Trainer
from workbench.settings import Language


@pytest.fixture
def walker(qapp, tmp_path):
    """A window with a small network in it."""
    desk = Desk(qapp, tmp_path, "mlp", (1280, 800))
    yield desk
    desk.leave()
    language.install(qapp, {})


def walk(desk: Desk):
    """Press the key of the walk and wait until the example has come through."""
    desk.window.canvas.view.setFocus()
    desk.window.actions_table["walk"].trigger()
    walking = desk.window.tab.walking
    desk.wait(lambda: walking.walk is not None, what="the walk")
    return walking


def test_a_walk_from_the_first_node_to_the_update_of_a_weight(walker, tmp_path):
    walking = walk(walker)
    view, panel = walker.window.canvas.view, walking.panel
    assert not walker.window.docks.docks["palette"].isVisible()  # the panels make room
    view.setFocus()
    walker.key(Qt.Key.Key_Right, on=view)
    walker.key(Qt.Key.Key_Right, on=view)
    assert walking.said == "Forward, stop 3 of 16: hidden1"
    assert walking.lights.here == ((), walker.id("hidden1"))
    assert walker.id("features") in {node for _, node in walking.lights.passed}
    assert panel.title.full_text == "hidden1" and panel.station.formula.latex
    assert [row.picture.values.shape for row in panel.station.rows] == [(2,), (32,), (32, 2), (32,)]
    walker.key(Qt.Key.Key_Left, on=view)
    assert walking.place == 1
    walker.key(Qt.Key.Key_Space, on=view)
    assert walking.playing
    walker.key(Qt.Key.Key_Plus, on=view)
    assert walking.bar.speed == 2.0
    walker.key(Qt.Key.Key_Space, on=view)
    assert not walking.playing
    walking.go(8)
    assert walking.beats[8].phase is Phase.BACKWARD and panel.title.full_text == "loss"
    walker.key(Qt.Key.Key_End, on=view)
    page = panel.update_page
    assert panel.tabs.currentWidget() is page and page.weight.name == "hidden1.weight"
    before = page.update_shown
    QTest.mouseClick(
        page.picture, LEFT, Qt.KeyboardModifier.NoModifier, page.picture.cell_rect(2, 1).center().toPoint()
    )
    assert (page.row.value(), page.column.value()) == (2, 1) and page.update_shown != before
    walker.key(Qt.Key.Key_Down, on=page.picture)
    assert page.row.value() == 3 and page.update_shown.before == pytest.approx(float(page.weight.values[3, 1]))
    walker.window.appearance.speak(Language.CHINESE)
    QTest.qWait(20)
    assert panel.title.full_text == "一个权重的算式" and walking.bar.close_button.accessibleName() == "结束演示（Esc）"
    walker.window.appearance.speak(Language.ENGLISH)
    walker.press(walking.bar.first)
    assert walking.place == 0
    walking.bar.example.setValue(5)
    walker.wait(lambda: walking.walk.request.example == 4, what="another example")
    panel.tabs.setCurrentWidget(panel.table)
    table = panel.table.table
    QTest.mouseClick(
        table.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, table.visualItemRect(table.item(4, 0)).center()
    )
    assert walking.beats[walking.place].station == 4
    for kind in ("png", "svg", "csv"):
        getattr(panel.table, f"export_{kind}")(tmp_path / f"walk.{kind}")
    assert (tmp_path / "walk.csv").read_text(encoding="utf-8").count("\n") == 9
    assert (tmp_path / "walk.png").stat().st_size > 1000 and "hidden2" in (tmp_path / "walk.svg").read_text()
    walker.key(Qt.Key.Key_Escape, on=view)
    assert walker.window.tab.walking is None and walker.window.docks.docks["palette"].isVisible()
    assert walker.window.canvas.isVisible() and walker.window.canvas.parent() is walker.window.tab


def test_the_walk_goes_into_open_blocks_and_past_closed_ones_and_shows_each_player(qapp, tmp_path):
    desk = Desk(qapp, tmp_path, "gan_ring", (1280, 800))
    try:
        walking, generator = walk(desk), desk.id("G")
        closed = len(walking.beats)
        desk.window.canvas.places.open(generator)
        desk.wait(lambda: len(walking.beats) > closed, what="the open block")
        walking.bar.player.menu().actions()[1].trigger()
        desk.wait(lambda: walking.walk.player == "generator", what="the other player")
        inside = next(n for n, beat in enumerate(walking.beats) if walking.walk.stations[beat.station].name == "G.l3")
        walking.go(inside)
        assert walking.lights.rect_of(walking.lights.here) is not None
        walking.go(len(walking.beats) - 1)
        desk.window.canvas.places.close(generator)
        desk.wait(lambda: "G" in [one.name for one in walking.walk.stations], what="the closed block")
        assert 0 <= walking.place < len(walking.beats)
    finally:
        desk.leave()


def test_the_walk_goes_into_an_open_scan_at_the_time_step_one_chooses(qapp, tmp_path):
    desk = Desk(qapp, tmp_path, "elman", (1280, 800))
    try:
        walking = walk(desk)
        assert not walking.bar.time.isVisible()
        desk.window.canvas.places.open(desk.id("rnn"))
        desk.wait(lambda: walking.walk.length == 25 and walking.bar.time.isVisible(), what="the open scan")
        walking.bar.time.setValue(20)  # counted from one, as the examples are
        desk.wait(lambda: walking.walk.request.time == 19, what="another time step")
        names = [walking.walk.stations[beat.station].name for beat in walking.beats]
        walking.go(names.index("rnn.new_h"))
        assert walking.said.endswith("rnn.new_h at time step 20")
        assert walking.lights.rect_of(walking.lights.here) is not None
    finally:
        desk.leave()


def digest(path) -> str:
    """The weights of a checkpoint, as one number."""
    found = hashlib.sha256()
    for name, value in sorted(load_file(path).items()):
        if name.startswith(("weights/", "optimizer/")):
            found.update(name.encode() + value.tobytes())
    return found.hexdigest()


def test_a_paused_training_comes_to_the_same_bits_after_a_walk(walker, tmp_path):
    session = walker.session
    session.project.recipe = session.project.recipe.model_copy(update={"epochs": 2})
    for _ in Trainer(session.project.copy(), tmp_path / "plain", threads=1, probes=()).run():
        pass
    session.train(run_folder=tmp_path / "run", threads=1)
    session.step_once()
    walker.wait(lambda: walker.count(Paused), what="the pause")
    walking = walk(walker)
    assert walking.walk.step == walker.last(Paused).step >= 1
    walker.window.tab.end_walk()
    session.resume()
    walker.wait(lambda: walker.count(RunFinished), what="the end")
    assert digest(tmp_path / "run" / "last.safetensors") == digest(tmp_path / "plain" / "last.safetensors")


def test_the_panel_is_a_dock_and_goes_with_its_drawing(walker):
    room = walk(walker).room
    canvas = walker.window.canvas
    assert room.dockWidgetArea(room.dock) == Qt.DockWidgetArea.RightDockWidgetArea and room.dock.x() > canvas.x()
    room.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, room.dock)
    walker.wait(lambda: room.dock.y() > canvas.y(), what="the panel below the drawing")
    QTest.mouseDClick(room.dock.titleBarWidget(), LEFT)
    assert room.dock.isFloating() and room.dock.isVisible()
    room.hide()
    assert not room.dock.isVisible()
    room.show()
    assert room.dock.isVisible()
    walker.window.tab.end_walk()
    assert canvas.isVisible() and walker.window.docks.docks["palette"].isVisible() and not room.dock.isVisible()
