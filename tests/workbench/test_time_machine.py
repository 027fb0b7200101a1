"""The time machine in the window: with the mouse, the keys and the eyes, while it trains and after."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from tests.workbench.desk import LEFT, NONE, Desk
from widgets import language, theme
from workbench.dialogs import Dialog
from workbench.engine.events import RunFinished
from workbench.engine.keeping import Checkpoints
from workbench.engine.runs import Run, list_runs
from workbench.run_list import RunList, open_run
from workbench.settings import Language
from workbench.time_machine import HEIGHT


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The folder of runs, with one of XOR in it that was trained without a window and keeps every fiftieth step."""
    import presets
    from workbench.engine.trainer import Trainer

    patch = pytest.MonkeyPatch()
    patch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step % 50 == 0)
    patch.setattr("os.fsync", lambda file: None)
    folder = tmp_path_factory.mktemp("runs") / "parent"
    for _ in Trainer(presets.build("xor_relu"), folder, threads=1).run():
        pass
    patch.undo()
    yield folder


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Path) -> Iterator[Desk]:
    """A window with XOR in it; what it trains lies beside the run there is."""
    monkeypatch.setenv("WORKBENCH_RUNS", str(run.parent))
    monkeypatch.setattr("os.fsync", lambda file: None)
    theme.apply(qapp, theme.LIGHT)
    made = Desk(qapp, tmp_path, preset="xor_relu", size=(1280, 800))
    yield made
    made.leave()
    language.install(qapp, {})
    theme.apply(qapp, theme.LIGHT)


@pytest.fixture
def opened(desk: Desk, run: Path) -> Desk:
    """The window with the run open."""
    open_run(desk.window, run)
    desk.wait(lambda: desk.window.time_machine.isVisible())
    settled(desk)
    return desk


def settled(desk: Desk) -> None:
    """Wait until everything has drawn the step that is shown."""
    desk.wait(lambda: not desk.window.bridge._drawer.isActive())


def at(desk: Desk, step: float) -> QPoint:
    """Where a step lies on the track."""
    track = desk.window.time_machine.track
    return QPoint(round(track.x_of(step)), 36)


def test_it_is_not_there_before_a_run_and_under_everything_after(desk: Desk, run: Path) -> None:
    assert "time_machine" not in vars(desk.window)
    open_run(desk.window, run)
    machine = desk.window.time_machine
    desk.wait(machine.isVisible)
    assert machine.height() == HEIGHT and machine.width() == desk.window.width()
    below = machine.mapTo(desk.window, QPoint(0, 0)).y() + HEIGHT
    assert below == desk.window.status.mapTo(desk.window, QPoint(0, 0)).y()
    assert machine.live.text() == "Live" and machine.track.accessibleName() == "Time machine"
    timeline = desk.window.tab.timeline
    assert timeline.folder == run and timeline.last == 500 and timeline.best is not None
    assert timeline.checkpoints == tuple(range(0, 501, 50))
    desk.window.files.new()
    assert not machine.isVisible()


def test_dragging_moves_views_and_drawing_together_and_live_brings_the_present_back(opened: Desk) -> None:
    desk = opened
    window, machine = desk.window, desk.window.time_machine
    timeline, track = window.tab.timeline, machine.track
    present = {name: card.step for name, card in window.views.cards.items()}
    numbers = dict(window.canvas.view.root.statistics)
    half = timeline.last // 2
    QTest.mousePress(track, LEFT, NONE, at(desk, timeline.last * 0.9))
    for share in (0.8, 0.6, 0.5):
        desk.move(track, at(desk, timeline.last * share))
    QTest.mouseRelease(track, LEFT, NONE, at(desk, half))
    assert timeline.position is not None and abs(timeline.position - half) < 0.02 * timeline.last + 2
    settled(desk)
    shown = {card.step for card in window.views.cards.values()}
    assert shown == {timeline.position} and all(card.looks_back for card in window.views.cards.values())
    assert dict(window.canvas.view.root.statistics) != numbers
    assert machine.live.text() == "Back to live" and machine._ring is not None
    desk.press(machine.live)
    settled(desk)
    assert {name: card.step for name, card in window.views.cards.items()} == present
    assert dict(window.canvas.view.root.statistics) == numbers
    assert machine._ring is None and machine.live.text() == "Live"


def test_keys_go_from_picture_to_picture(opened: Desk) -> None:
    desk = opened
    timeline, track = desk.window.tab.timeline, desk.window.time_machine.track
    track.setFocus()
    desk.key(Qt.Key.Key_Home, on=track)
    assert timeline.position == 0 and "step 0" in track.accessibleDescription()
    desk.key(Qt.Key.Key_Right, on=track)
    first = timeline.places[0] or timeline.places[1]
    assert timeline.position == first
    desk.key(Qt.Key.Key_PageUp, on=track)
    assert timeline.position == timeline.places[timeline.places.index(first) + 10]
    desk.key(Qt.Key.Key_Left, on=track)
    assert timeline.position == timeline.places[timeline.places.index(first) + 9]
    desk.key(Qt.Key.Key_End, on=track)
    assert timeline.position is None
    for _ in range(14):
        desk.window.docks.go_round(1)
        focus = desk.app.focusWidget()
        if focus is not None and desk.window.time_machine.isAncestorOf(focus):
            break
    else:
        pytest.fail("F6 never came to the time machine")


def test_it_plays_the_run_as_a_film_and_stops_at_the_present(opened: Desk) -> None:
    desk = opened
    machine, timeline = desk.window.time_machine, desk.window.tab.timeline
    seen: list[object] = []
    timeline.moved.connect(seen.append)
    machine.set_speed(8.0)
    machine.track.setFocus()
    desk.key(Qt.Key.Key_Space, on=machine.track)
    assert machine.playing and machine.play.accessibleName() == "Stop the film"
    desk.wait(lambda: not machine.playing, what="the end of the film")
    steps = [step for step in seen if step is not None]
    assert steps == sorted(steps) and len(steps) > 5 and seen[-1] is None


def test_a_branch_goes_on_from_a_checkpoint_and_lies_over_its_parent(opened: Desk, monkeypatch) -> None:
    desk = opened
    window, timeline = desk.window, desk.window.tab.timeline
    parent = timeline.folder
    kept = [step for step in timeline.checkpoints if 0 < step < timeline.last]
    timeline.go(kept[len(kept) // 2] + 1)
    said: list[str] = []
    monkeypatch.setattr(Dialog, "ask", lambda self: said.append(self.body.full_text) or "branch")
    desk.events.clear()
    desk.press(window.time_machine.branch)
    assert "same numbers" in said[0]
    desk.wait(lambda: any(isinstance(event, RunFinished) for event in desk.events), what="the end of the branch")
    desk.wait(lambda: not window.bridge.active)
    branch = next(run for run in list_runs() if run.parent)
    assert branch.parent == parent.name and branch.branched_at == kept[len(kept) // 2]
    assert timeline.parent_run == parent.name and timeline.branched_at == branch.branched_at
    with Run.open(branch.folder) as run:
        assert run.scalars("train/loss")[0][0] == 1
    curves = window.views.cards["curves"]
    assert any(name.startswith(f"run:{parent.name}/") for name in curves.plot().names())


def test_the_list_of_runs_opens_one_and_shows_branches_under_their_parents(desk: Desk, run: Path) -> None:
    dialog = RunList(list_runs(), "Runs", "", "Open", desk.window)
    tops = [dialog.tree.topLevelItem(row) for row in range(dialog.tree.topLevelItemCount())]
    parent = next(item for item in tops if item.data(0, Qt.ItemDataRole.UserRole) == str(run))
    assert parent.text(3) == "finished" and parent.text(2) == "500 / 500"
    assert parent.childCount() == sum(info.parent == run.name for info in list_runs())
    dialog.show()
    dialog.tree.setCurrentItem(parent)
    assert dialog.chosen == run and dialog.buttons["open"].isEnabled()
    dialog.close()
    dialog.deleteLater()


def test_a_file_that_is_opened_again_shows_its_run(opened: Desk, tmp_path: Path) -> None:
    desk = opened
    path, folder = tmp_path / "mine.workbench", desk.window.tab.timeline.folder
    desk.session.save(path)
    desk.session.changed.emit()
    assert desk.settings.run_of(path) == folder
    desk.window.files.new()
    desk.window.tabs.close_at(0)
    desk.window.files.open(path)
    desk.wait(lambda: desk.window.tab.timeline.folder == folder, what="the run of the file")
    assert desk.window.time_machine.isVisible()


@pytest.mark.parametrize("suffix", [".gif", ".png"])
def test_a_film_of_a_view_is_written(opened: Desk, tmp_path: Path, monkeypatch, suffix: str) -> None:
    from PIL import Image

    desk = opened
    window, machine = desk.window, desk.window.time_machine
    monkeypatch.setattr("workbench.film.PICTURES", 5)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (str(tmp_path / f"film{suffix}"), ""))
    machine._offer_films()
    names = [action.text() for action in machine._films.actions()]
    assert "Film of the window…" in names and "Film of Loss and accuracy…" in names
    window.tab.timeline.go(7)
    next(action for action in machine._films.actions() if "Loss" in action.text()).trigger()
    desk.wait(lambda: machine._camera is None, what="the film")
    assert window.tab.timeline.position == 7
    if suffix == ".gif":
        with Image.open(tmp_path / "film.gif") as film:
            assert film.n_frames == 5 and film.size[0] == window.views.cards["curves"].width()
    else:
        assert len(list(tmp_path.glob("film-*.png"))) == 5


def test_it_speaks_chinese_and_wears_the_dark(opened: Desk) -> None:
    desk = opened
    machine = desk.window.time_machine
    desk.appearance.speak(Language.CHINESE)
    desk.wait(lambda: machine.branch.text() == "分支" and machine.live.text() == "实时", what="Chinese")
    desk.window.tab.timeline.go(3)
    assert machine.live.text() == "回到当前" and machine.track.accessibleName() == "时间机器"
