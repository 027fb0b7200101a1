"""Ways the window lies: for drawing, for a training, for a classroom, on the full screen, and with panels elsewhere."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.workbench.desk import Desk
from widgets import language, theme
from workbench.engine.events import EpochDone, Progress, RunStarted, Scalars
from workbench.metric_words import percent
from workbench.session import RunState
from workbench.settings import Settings

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def room(desk: Desk):
    """The classroom, entered by its key."""
    desk.key(Qt.Key.Key_3, CONTROL, on=desk.window)
    QTest.qWait(80)
    return desk.window.classroom


def test_each_layout_has_a_key_and_a_segment(desk: Desk):
    for key, name in ((Qt.Key.Key_2, "train"), (Qt.Key.Key_1, "design"), (Qt.Key.Key_3, "classroom")):
        desk.key(key, CONTROL, on=desk.window)
        assert desk.window.layout_name == name
    assert set(desk.window.bar.segments) == {"design", "train", "classroom"}


def test_the_classroom_covers_everything_and_gives_everything_back(desk: Desk, room):
    window = desk.window
    assert room.isVisible() and room.size() == window.size()
    assert window.canvas.parentWidget() is room and room.card is window.views.cards["curves"]
    assert not window.canvas.minimap.isVisible() and not window.canvas.legend.isVisible()
    desk.key(Qt.Key.Key_Escape, on=room)
    QTest.qWait(40)
    assert not room.isVisible() and window.layout_name == "design"
    assert window.centralWidget().isAncestorOf(window.canvas)
    assert window.canvas.zoom_bar.isVisible() and window.canvas.map_visible and window.canvas.legend.isVisible()
    assert window.views.isAncestorOf(window.views.cards["curves"])
    assert window.bar.segments["design"].isChecked()
    desk.click("C1")
    assert window.selection == (desk.id("C1"),)


def test_names_and_buttons_are_legible_from_the_last_row(desk: Desk, room):
    assert desk.window.canvas.zoom() * theme.TEXT_BASE >= 24
    buttons = [button for button in room.findChildren(QPushButton) if room in (button.parentWidget(),)]
    assert len(buttons) == 8 and all(button.height() >= 58 for button in buttons)
    assert all(button.font().pixelSize() >= 19 or "22px" in button.styleSheet() for button in buttons)
    light, dark = theme.LIGHT, theme.DARK
    assert all(theme.contrast(look.classroom_muted, look.window) >= 7 for look in (light, dark))


def test_keys_train_pause_and_stop_and_the_numbers_follow(desk: Desk, room):
    desk.key(Qt.Key.Key_Space, on=room)
    desk.wait(lambda: desk.session.state is RunState.RUNNING, what="a training")
    desk.wait(lambda: any(isinstance(event, EpochDone) for event in desk.events), what="an epoch")
    desk.key(Qt.Key.Key_Space, on=room)
    desk.wait(lambda: desk.session.state is RunState.PAUSED, what="a pause")
    assert room.isVisible() and "Go on" in room.toggle.text() and "%" in room.accuracy.value.full_text
    assert float(room.loss.value.full_text) > 0 and "Epoch" in room.progress_words.full_text
    before = desk.last(Progress).step
    desk.key(Qt.Key.Key_Right, on=room)
    desk.wait(lambda: desk.last(Progress).step > before or desk.count(Scalars) > 0, what="a step")
    desk.key(Qt.Key.Key_S, on=room)
    desk.wait(lambda: not desk.session.running, what="the end")
    assert desk.count(RunStarted) == 1


def test_the_next_view_the_theme_and_the_language_change_in_the_classroom(desk: Desk, room):
    first = room.card
    desk.key(Qt.Key.Key_V, on=room)
    assert room.card is not first and desk.window.views.isAncestorOf(first)
    dark = theme.current().dark
    desk.key(Qt.Key.Key_T, on=room)
    assert theme.current().dark is not dark
    desk.press(room.chinese)
    QTest.qWait(60)
    assert "空格" in room.toggle.text() and room.leave_button.accessibleName() == "退出课堂"
    assert room.chinese.isChecked() and not room.english.isChecked()
    language.install(desk.app, {})


def test_its_card_speaks_the_language_that_was_chosen_just_before(desk: Desk):
    from workbench.settings import Language

    desk.window.open_views()
    desk.appearance.speak(Language.CHINESE)
    desk.window.lay("classroom")  # while the news of the language is on its way
    QTest.qWait(60)
    card = desk.window.classroom.card
    assert (
        card._heading.full_text == card.chinese and "看点" in card._hint.full_text
    ) or "留意" in card._hint.full_text
    language.install(desk.app, {})


def test_it_shows_the_last_numbers_of_the_run_at_once(desk: Desk, tmp_path):
    from workbench.engine.events import Scalars
    from workbench.engine.runs import Run

    folder = tmp_path / "run"
    with Run.create(folder, title=desk.session.project.title) as run:
        run.add_scalars(Scalars(np.array([1, 2]), {"train/loss": np.array([2.0, 0.125])}))
        run.add_scalars(Scalars(np.array([2]), {"val/accuracy": np.array([0.875])}))
        run.commit()
    desk.session.run_folder = folder
    desk.window.lay("classroom")
    room = desk.window.classroom
    assert (room.loss.value.full_text, room.accuracy.value.full_text) == ("0.125", percent(0.875))
    room.leave()
    desk.session.open_preset("perceptron")
    desk.window.lay("classroom")
    assert room.loss.value.full_text == "–"


def test_another_project_leaves_the_classroom(desk: Desk, room):
    desk.session.open_preset("perceptron")
    QTest.qWait(40)
    assert not room.isVisible() and desk.window.centralWidget().isAncestorOf(desk.window.canvas)


def test_f11_fills_the_screen_and_gives_it_back(desk: Desk):
    desk.key(Qt.Key.Key_F11, on=desk.window)
    assert desk.window.isFullScreen()
    desk.key(Qt.Key.Key_F11, on=desk.window)
    assert not desk.window.isFullScreen()


def drag_panel(desk: Desk, name: str, to: QPoint) -> None:
    """Drag a panel by the strip above it to a place of the screen, as slowly as Qt needs to make room for it."""
    strip = desk.window.docks.docks[name].titleBarWidget()
    start = strip.mapToGlobal(strip.rect().center())
    QTest.mousePress(strip, Qt.MouseButton.LeftButton, pos=strip.rect().center())
    for step in range(1, 9):
        at = start + (to - start) * step / 8
        QCursor.setPos(at)
        desk.move(strip, strip.mapFromGlobal(at))
        QTest.qWait(20)
    QTest.qWait(150)
    QTest.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=strip.mapFromGlobal(to))
    QTest.qWait(100)


def test_a_panel_that_was_moved_is_where_it_was_left_at_the_next_start(desk: Desk, tmp_path):
    window, docks = desk.window, desk.window.docks.docks
    assert all(dock.titleBarWidget().height() >= 10 for dock in docks.values() if dock.isVisible())
    palette = docks["palette"]
    drag_panel(desk, "code", palette.mapToGlobal(QPoint(palette.width() // 2, palette.height() * 4 // 5)))
    assert window.dockWidgetArea(docks["code"]) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert not docks["code"].isFloating() and docks["palette"].isVisible()
    docks["problems"].hide()
    desk.window.docks.keep()
    kept = Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    assert kept.bytes_of("docks/design") is not None
    again = Desk(desk.app, tmp_path)
    code = again.window.docks.docks["code"]
    assert again.window.dockWidgetArea(code) is Qt.DockWidgetArea.LeftDockWidgetArea
    assert not again.window.docks.is_shown("problems")
    again.leave()


def test_double_clicking_the_strip_of_a_panel_lets_it_float(desk: Desk):
    dock = desk.window.docks.docks["inspector"]
    QTest.mouseDClick(dock.titleBarWidget(), Qt.MouseButton.LeftButton)
    QTest.qWait(30)
    assert dock.isFloating()
    QTest.mouseDClick(dock.titleBarWidget(), Qt.MouseButton.LeftButton)
    QTest.qWait(30)
    assert not dock.isFloating()
