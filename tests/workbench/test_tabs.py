"""Several projects side by side: each is its own, a training goes on behind another tab, and nothing is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

import graphs
import presets
from graphs.edits import Describe, SetParameter
from graphs.journal import Journal
from tests.workbench.desk import LEFT, Desk
from workbench import dialogs
from workbench.engine.events import Progress, RunFinished, RunStarted
from workbench.session import RunState
from workbench.tab import Mark
from workbench.tabs import Source

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MIDDLE = Qt.MouseButton.MiddleButton


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """What the questions are answered with, by their name; each question asked is noted."""
    asked: list[tuple[object, ...]] = []
    given: dict[str, object] = {
        "ask_save": "cancel", "ask_stop": "cancel", "ask_other_run": "cancel", "ask_recover": "later", "asked": asked,
    }  # fmt: skip

    def replace(name: str) -> None:
        def ask(parent: object, *about: object) -> object:
            asked.append((name, *about))
            return given[name]

        monkeypatch.setattr(dialogs, name, ask)

    for name in ("ask_save", "ask_stop", "ask_other_run", "ask_recover"):
        replace(name)
    monkeypatch.setattr(dialogs, "tell", lambda parent, title, body: asked.append(("tell", title, body)))
    return given


def place(desk: Desk, number: int) -> QPoint:
    """The middle of the name of a tab."""
    return desk.window.tabs.bar.tabRect(number).center() - QPoint(14, 0)


def names(desk: Desk) -> list[str]:
    """What the tabs are called, from left to right."""
    bar = desk.window.tabs.bar
    return [bar.tabText(number) for number in range(bar.count())]


def test_three_projects_each_with_its_own_history_selection_and_view(desk: Desk) -> None:
    window = desk.window
    window.files.open_preset("perceptron")
    desk.key(Qt.Key.Key_T, CONTROL)
    assert names(desk) == ["LeNet-5", tr_title("perceptron"), "Untitled"] and window.windowTitle().startswith(
        "Untitled"
    )
    window.canvas.add_layer("Linear")
    assert window.inspector.editor is window.session and window.session.history.undo_label is not None

    QTest.mouseClick(window.tabs.bar, LEFT, pos=place(desk, 0))
    assert "C1" in desk.names() and window.selection == ()
    assert not window.actions_table["undo"].isEnabled()
    desk.click("C1")
    desk.session.do(SetParameter(desk.id("C1"), "out_channels", 9))
    window.canvas.set_zoom(1.25)
    lenet = desk.document()
    QTest.qWait(20)
    assert "[*]" in window.windowTitle() or window.isWindowModified()

    QTest.mouseClick(window.tabs.bar, LEFT, pos=place(desk, 2))
    assert window.selection != () and len(desk.session.project.network) == 1
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert len(desk.session.project.network) == 0
    QTest.mouseClick(window.tabs.bar, LEFT, pos=place(desk, 0))
    assert desk.document() == lenet and window.selection == (desk.id("C1"),)
    assert window.canvas.zoom() == pytest.approx(1.25) and window.inspector.editor is desk.session
    desk.key(Qt.Key.Key_Z, CONTROL)
    assert desk.session.project.network.node("C1").parameters["out_channels"] == 6


def tr_title(preset: str) -> str:
    """The title of a preset."""
    return presets.info(preset).title


def test_panels_show_the_project_in_front(desk: Desk) -> None:
    window = desk.window
    desk.wait(lambda: window.panels.complete, what="the rest of the window")
    lenet = window.tab
    window.files.open_preset("perceptron")
    for panel in (window.problems, window.code, window.recipe):
        assert panel.editor is desk.session
    assert window.outline.editor is window.canvas.editor and window.bar.session is desk.session
    assert window.panels.views.currentWidget() is window.views is not lenet.views
    desk.wait(lambda: "Conv2d" not in window.code.text.toPlainText(), 10, "the code of the perceptron")
    window.tabs.walk(-1)
    assert window.tab is lenet and window.recipe.editor is lenet.session


def test_keys_walk_round_and_close_and_open_again(desk: Desk, answers: dict[str, object], tmp_path: Path) -> None:
    path = tmp_path / "mine.workbench"
    graphs.save(presets.build("mlp"), path)
    window = desk.window
    window.files.open(path)
    window.files.open_preset("perceptron")
    order = list(window.tabs)
    for expected in (order[0], order[1], order[2]):
        desk.key(Qt.Key.Key_Tab, CONTROL)
        assert window.tabs.front is expected
    desk.key(Qt.Key.Key_Backtab, CONTROL | SHIFT)
    assert window.tabs.front is order[1] and desk.session.path == path
    desk.key(Qt.Key.Key_W, CONTROL)
    assert names(desk) == ["LeNet-5", tr_title("perceptron")] and answers["asked"] == []
    desk.key(Qt.Key.Key_T, CONTROL | SHIFT)
    assert desk.session.path == path and len(window.tabs) == 3
    assert window.files.open(path) and len(window.tabs) == 3  # it is open: its tab is shown
    assert window.files.open(path.parent / "." / path.name) and len(window.tabs) == 3


def test_closing_unsaved_work_asks_and_cancel_keeps_it(desk: Desk, answers: dict[str, object]) -> None:
    window = desk.window
    second = window.files.open_preset("mlp")
    second.session.do(Describe(notes="mine"))
    QTest.qWait(20)
    cross = window.tabs.bar.cross(1)
    assert "not saved" in window.tabs.bar.accessibleTabName(1)
    desk.press(cross)
    assert answers["asked"] == [("ask_save", tr_title("mlp"))] and second in list(window.tabs)
    answers["ask_save"] = "discard"
    QTest.mouseClick(window.tabs.bar, MIDDLE, pos=place(desk, 1))
    assert names(desk) == ["LeNet-5"] and window.tab.session.project.title == "LeNet-5"
    QTest.mouseClick(window.tabs.bar, MIDDLE, pos=place(desk, 0))
    assert names(desk) == ["Untitled"] and not len(desk.session.project.network)
    window.files.open_preset("perceptron")
    assert names(desk) == [tr_title("perceptron")]  # an empty drawing makes room


def test_closing_the_window_asks_for_every_tab(desk: Desk, answers: dict[str, object]) -> None:
    desk.session.do(Describe(notes="first"))
    desk.window.files.open_preset("mlp").session.do(Describe(notes="second"))
    answers["ask_save"] = "discard"
    files = [tab.session.journal.file for tab in desk.window.tabs.projects]
    desk.window.files.autosave()
    assert all(file.is_file() for file in files) and len(set(files)) == 2
    desk.window.close()
    assert [name for _, name in answers["asked"]] == ["LeNet-5", tr_title("mlp")]  # type: ignore[attr-defined]
    assert not desk.window.isVisible() and not any(file.exists() for file in files)


def test_tabs_are_dragged_to_another_place_and_files_are_dropped(desk: Desk, tmp_path: Path) -> None:
    window, bar = desk.window, desk.window.tabs.bar
    paths = [tmp_path / "a.workbench", tmp_path / "b.workbench"]
    for path in paths:
        graphs.save(presets.build("mlp"), path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    window.dropEvent(
        QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier)
    )
    desk.wait(lambda: len(window.tabs) == 3, 10, "three tabs")
    assert names(desk) == ["LeNet-5", "a", "b"]
    start = place(desk, 2)
    QTest.mousePress(bar, LEFT, pos=start)
    for step in range(1, 11):
        desk.move(bar, start + (place(desk, 0) - QPoint(30, 0) - start) * step / 10)
    QTest.mouseRelease(bar, LEFT, pos=place(desk, 0))
    desk.wait(lambda: names(desk) == ["b", "LeNet-5", "a"], 5, "the new order")
    assert window.tabs.front is window.tabs.projects[0] and desk.session.path == paths[1]


def test_what_is_copied_in_one_tab_is_pasted_in_another(desk: Desk) -> None:
    window = desk.window
    window.canvas.select((desk.id("C1"), desk.id("tanh1")))
    window.canvas.view.setFocus()
    desk.key(Qt.Key.Key_C, CONTROL, on=window.canvas.view)
    desk.key(Qt.Key.Key_T, CONTROL)
    desk.key(Qt.Key.Key_V, CONTROL, on=window.canvas.view)
    assert desk.names() == {"C1", "tanh1"} and ("C1", "tanh1") in desk.wires()


def test_many_tabs_keep_readable_names_and_can_be_scrolled(desk: Desk) -> None:
    for _ in range(11):
        desk.window.tabs.add(Source(None, "perceptron", "small"), show=False)
    QTest.qWait(30)
    bar, header = desk.window.tabs.bar, desk.window.header
    assert min(bar.tabRect(number).width() for number in range(bar.count())) >= 90
    assert header.rect().contains(header.plus.geometry()) and bar.geometry().right() < header.plus.x()
    desk.key(Qt.Key.Key_Backtab, CONTROL | SHIFT)  # the last one comes into view
    QTest.qWait(30)
    assert bar.currentIndex() == 11 and bar.rect().intersects(bar.tabRect(11)) and len(desk.window.tabs.projects) == 2


def test_the_classroom_shows_the_tab_that_comes(desk: Desk) -> None:
    window, lenet = desk.window, desk.window.tab
    second = window.files.open_preset("mlp")
    window.lay("classroom")
    QTest.qWait(50)
    room = window.classroom
    desk.key(Qt.Key.Key_Tab, CONTROL, on=room)
    QTest.qWait(50)
    assert window.tab is lenet and window.layout_name == "classroom" and room.isAncestorOf(lenet.canvas)
    assert second.isAncestorOf(second.canvas) and "LeNet" in room.title.full_text
    desk.key(Qt.Key.Key_Escape, on=room)
    QTest.qWait(40)
    assert lenet.isAncestorOf(lenet.canvas) and lenet.canvas.isVisible() and window.layout_name == "design"


# ---------------------------------------------------------------------- training


def test_a_training_goes_on_behind_another_tab(desk: Desk, answers: dict[str, object]) -> None:
    window, lenet = desk.window, desk.window.tab
    lenet.session.project.recipe = lenet.session.project.recipe.model_copy(update={"epochs": 10_000})
    desk.press(window.bar.train)
    desk.wait(lambda: lenet.session.state is RunState.RUNNING, what="a training")
    desk.wait(lambda: desk.count(Progress) > 0, what="progress")
    assert lenet.mark is Mark.TRAINS and "training" in window.tabs.bar.accessibleTabName(0)

    other = window.files.open_preset("mlp")
    assert window.tab is other and not window.session.running and "Epoch" not in window.bar.epoch.text()
    assert not window.views.cards or all(card.is_empty() for card in window.views.cards.values())
    before = desk.last(Progress).step
    desk.wait(lambda: desk.last(Progress).step > before + 20, what="more steps behind the tab")
    assert lenet.session.running

    desk.press(window.bar.train)  # one network at a time
    assert answers["asked"] == [("ask_other_run", "LeNet-5", tr_title("mlp"))]
    assert lenet.session.running and not other.session.running
    window.tabs.show(lenet)
    assert "Epoch" in window.bar.epoch.text() and window.bar.bar.value() > before
    cards = window.views.cards.values()  # the last has something to show after the first validation
    desk.wait(lambda: cards and not any(card.is_empty() for card in cards), what="every view")

    window.tabs.show(other)
    answers["ask_other_run"] = "stop"
    other.session.project.recipe = other.session.project.recipe.model_copy(update={"epochs": 1})
    desk.press(window.bar.train)
    desk.wait(lambda: not lenet.session.running and desk.count(RunStarted) == 2, what="the other training")
    desk.wait(lambda: not other.session.running, what="its end")
    assert desk.count(RunFinished) == 2 and lenet.session.run_folder != other.session.run_folder
    assert lenet.session.project.weights and other.session.project.weights


# ---------------------------------------------------------------------- the next start


def test_the_settings_note_what_is_open_as_it_changes(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "mine.workbench"
    graphs.save(presets.build("mlp"), path)
    desk.window.files.open(path)
    QTest.qWait(20)
    assert desk.settings.tabs == (["preset:lenet5:small", str(path)], 1) and desk.settings.open_at_the_end == [path]
    assert [Source.read(line).write() for line in desk.settings.tabs[0]] == desk.settings.tabs[0]
    desk.window.tabs.walk(-1)
    desk.session.do(Describe(notes="changed"))  # a preset that was edited lies nowhere but here: its journal keeps it
    QTest.qWait(20)
    desk.window.remember_tabs()
    assert desk.settings.tabs == ([str(path)], -1)


def test_a_tab_sleeps_until_it_is_shown_and_goes_when_its_file_is_gone(
    desk: Desk, answers: dict[str, object], tmp_path: Path
) -> None:
    window = desk.window
    kept, gone = tmp_path / "kept.workbench", tmp_path / "gone.workbench"
    for path in (kept, gone):
        graphs.save(presets.build("mlp"), path)
        window.tabs.add(Source(path), show=False)
    window.tabs.add(Source(None, "perceptron", "small"), show=False)
    assert names(desk) == ["LeNet-5", "kept", "gone", tr_title("perceptron")] and len(window.tabs.projects) == 1
    gone.unlink()
    QTest.mouseClick(window.tabs.bar, LEFT, pos=place(desk, 2))
    assert answers["asked"][0][:2] == ("tell", "gone.workbench cannot be opened")  # type: ignore[index]
    assert names(desk) == ["LeNet-5", "kept", tr_title("perceptron")] and window.tabs.projects == [window.tab]
    QTest.mouseClick(window.tabs.bar, LEFT, pos=place(desk, 1))
    assert desk.session.path == kept and len(window.tabs.projects) == 2


def test_what_was_kept_of_a_file_is_offered_whenever_it_is_opened(
    desk: Desk, answers: dict[str, object], tmp_path: Path
) -> None:
    """Later means later: before the next edit would be kept in its place, it is offered again."""
    path = tmp_path / "mine.workbench"
    graphs.save(presets.build("mlp"), path)
    left = presets.build("mlp")
    left.notes = "not saved"
    Journal(path).write(left)
    desk.window.files.open(path)
    assert [asked[:2] for asked in answers["asked"]] == [("ask_recover", ["mine.workbench"])]  # type: ignore[attr-defined]
    assert desk.session.project.notes != "not saved" and Journal(path).file.is_file()
    desk.window.tabs.close_now(desk.window.tab)
    desk.window.tabs.add(Source(path), show=False)
    answers["ask_recover"] = "recover"
    desk.window.tabs.walk(1)
    assert desk.session.path == path and desk.session.project.notes == "not saved" and not desk.session.is_clean
