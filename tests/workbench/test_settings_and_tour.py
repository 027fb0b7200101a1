"""What a person chooses once for all, and the tour of the window."""

import os

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.workbench.desk import Desk
from tests.workbench.test_nothing_clipped import troubles
from widgets import language, theme
from workbench.engine.runs import runs_folder
from workbench.settings import AUTOSAVES, RUNS, Language, Settings, ThemeChoice
from workbench.settings_dialog import SettingsDialog
from workbench.shell import _take_scale
from workbench.tour import STOPS


@pytest.fixture
def form(desk: Desk):
    """The settings, open."""
    made = SettingsDialog(desk.window)
    made.show()
    yield made
    made.close()
    language.install(desk.app, {})


def again(desk: Desk) -> Settings:
    """What the next start reads."""
    store = desk.settings._store
    store.sync()
    return Settings(QSettings(store.fileName(), QSettings.Format.IniFormat))


def choose(box, index: int) -> None:
    """Choose a line of a list with the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())


def test_language_and_theme_hold_at_once_and_are_remembered(desk: Desk, form):
    choose(form.theme, 1)
    assert theme.current().dark and again(desk).theme is ThemeChoice.DARK
    choose(form.language, 1)
    QTest.qWait(60)
    assert form.title.full_text == "设置" and again(desk).language is Language.CHINESE
    assert form.theme.currentText() == "深色"


def test_motion_and_autosave_hold_at_once_and_are_remembered(desk: Desk, form):
    desk.window.canvas.reduced_motion = False
    desk.press(form.motion)
    assert desk.window.canvas.reduced_motion and again(desk).reduced_motion
    assert again(desk).autosave == AUTOSAVES[0] == 1500
    choose(form.autosave, 1)
    assert again(desk).autosave == 10_000 and desk.window.tab.keeper.after == 10_000


def test_motion_follows_the_system_until_a_person_chooses(desk: Desk, form, monkeypatch):
    assert not desk.settings.reduced_motion
    desk.settings.system_is_still = True
    assert desk.settings.reduced_motion
    desk.settings.reduced_motion = False
    assert not desk.settings.reduced_motion and not again(desk).reduced_motion


def test_the_size_of_words_holds_at_once_clips_nothing_and_is_remembered(desk: Desk, form):
    window = desk.window
    window.resize(1280, 800)
    window.canvas.select((desk.id("C1"),))
    shape = window.inspector.node_page.shape
    assert (window.menus.font().pixelSize(), shape.remark.font().pixelSize()) == (13, 12)
    choose(form.words, 2)
    assert again(desk).words == 125 and theme.words() == 1.25
    assert (window.menus.font().pixelSize(), shape.remark.font().pixelSize()) == (16, 15)
    assert window.code.text.font().pixelSize() == 16  # of 12.5
    assert troubles(desk) == []
    choose(form.words, 3)
    form.close()
    window.resize(1920, 1080)
    assert troubles(desk) == [] and theme.words() == 1.5
    theme.write(desk.app, 1.0)
    desk.appearance.dress()  # as the next start does
    assert theme.words() == 1.5
    desk.appearance.write(100)
    assert (window.menus.font().pixelSize(), shape.remark.font().pixelSize()) == (13, 12)


def test_the_size_is_remembered_and_taken_before_qt_begins(desk: Desk, form, monkeypatch):
    monkeypatch.delenv("QT_SCALE_FACTOR", raising=False)
    choose(form.scale, 3)
    assert again(desk).scale == 150
    monkeypatch.setattr(os, "environ", dict(os.environ))
    _take_scale(again(desk))
    assert os.environ["QT_SCALE_FACTOR"] == "1.5"
    os.environ["QT_SCALE_FACTOR"] = "2"
    _take_scale(again(desk))
    assert os.environ["QT_SCALE_FACTOR"] == "2"


def test_the_tabs_are_opened_again_unless_a_person_says_no(desk: Desk, form):
    assert desk.settings.restores_tabs and form.tabs.isChecked()
    desk.press(form.tabs)
    assert not again(desk).restores_tabs


def test_runs_go_where_it_was_chosen_unless_the_environment_says_where(desk: Desk, form, tmp_path, monkeypatch):
    monkeypatch.setenv(RUNS, str(tmp_path / "before"))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "mine"))
    desk.press(form.folder)
    assert runs_folder() == tmp_path / "mine" and "mine" in form.folder.toolTip()
    kept = again(desk)
    monkeypatch.setenv(RUNS, str(tmp_path / "named"))
    kept.use_folder_of_runs()
    assert runs_folder() == tmp_path / "named"
    monkeypatch.delenv(RUNS)
    kept.use_folder_of_runs()
    assert os.environ[RUNS] == str(tmp_path / "mine")


def test_the_tour_points_at_real_places_and_ends(desk: Desk):
    tour = desk.window.tour
    desk.window.actions_table["tour"].trigger()
    layouts = []
    for number, stop in enumerate(STOPS):
        QTest.qWait(90)
        assert tour.number == number and stop.place(desk.window).isVisible()
        hole, card = tour.hole(), tour.card.geometry()
        assert hole.width() > 40 and hole.height() > 20 and tour.rect().contains(card)
        assert not card.intersects(hole), stop.title
        assert tour.card.height() >= tour.card.heightForWidth(tour.card.width()) - 1
        layouts.append(desk.window.layout_name)
        desk.key(Qt.Key.Key_Right, on=tour)
    assert not tour.isVisible() and layouts[5:8] == ["train", "train", "design"]
    assert again(desk).toured


def test_a_hidden_panel_is_shown_when_the_tour_points_at_it(desk: Desk):
    desk.window.docks.toggle("problems")
    desk.window.tour.start()
    for _ in range(3):
        desk.press(desk.window.tour.next)
    assert desk.window.docks.is_shown("problems") and desk.window.tour.count.full_text == "4 of 8"
    desk.press(desk.window.tour.back)
    assert desk.window.tour.number == 2
    desk.key(Qt.Key.Key_Escape, on=desk.window.tour)
    assert not desk.window.tour.isVisible()


def test_the_tour_is_offered_once_and_covers_nothing_while_it_is(desk: Desk):
    assert not desk.settings.toured
    tour = desk.window.tour
    tour.offer()
    assert tour.width() < 400 and tour.height() < 300 and tour.hole().isEmpty()
    desk.click("C1")
    assert desk.window.selection == (desk.id("C1"),)
    desk.press(tour.skip)
    assert not tour.isVisible() and again(desk).toured


def test_the_tour_changes_its_language_on_the_way(desk: Desk):
    desk.window.tour.start()
    desk.window.appearance.speak(Language.CHINESE)
    QTest.qWait(60)
    assert desk.window.tour.title.full_text == "一切从一个层开始"
    desk.window.tour.end()
    language.install(desk.app, {})
