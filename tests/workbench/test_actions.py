"""The table of actions: whole, translated, without two meanings for one key, and everything it names can be run."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from workbench.actions import ACTIONS
from workbench.command_palette import CommandPalette
from workbench.menus import GESTURES, MENUS
from workbench.settings import Language
from workbench.translations import vocabulary

ASK = {"presets", "compare", "open", "save", "save_as", "export_python", "export_drawing", "export_selection", "quit"}
ASK |= {"take_weights", "runs", "import_module", "doctor", "about", "commands", "new", "help", "help_keys", "settings"}
ASK |= {"train_later", "queue", "search", "tour", "walk", "race", "loss_surface"}
ASK |= {"check_gradient", "check_sight", "check_worth", "why", "attacks"}
"""What opens a dialog or leaves: each has a test of its own."""
TRAIN = {"train", "step", "step_epoch", "stop", "continue"}


def flat(rows):
    """Every id in a menu and the menus inside it."""
    for row in rows:
        if isinstance(row, tuple):
            yield from flat(row[1])
        elif row is not None:
            yield row


def test_every_row_has_a_name_a_sentence_and_an_id_of_its_own():
    assert max(Counter(row.id for row in ACTIONS).values()) == 1
    for row in ACTIONS:
        assert row.text and row.tip and row.tip[0].isupper() and not row.tip.endswith("."), row.id


def test_no_key_means_two_things():
    keys = Counter(QKeySequence(key).toString() for row in ACTIONS for key in row.keys)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_row_stands_in_one_menu_and_no_menu_is_empty():
    placed = Counter(identity for _, rows in MENUS for identity in flat(rows) if identity != "recent")
    assert set(placed) == {row.id for row in ACTIONS}
    assert max(placed.values()) == 1
    assert all(list(flat(rows)) for _, rows in MENUS)


def test_everything_is_said_in_chinese_too():
    words = vocabulary("zh_CN")
    texts = {text for row in ACTIONS for text in (row.text, row.tip)} | {title for title, _ in MENUS}
    texts |= {text for pair in GESTURES for text in pair}
    assert sorted(texts - words.keys() - {language.value for language in Language}) == []


def test_what_asks_nothing_runs_and_leaves_the_window_as_usable_as_before(desk):
    for row in ACTIONS:
        if row.id not in ASK | TRAIN:
            desk.window.canvas.select(())
            if "C1" in desk.names():
                desk.window.canvas.select((desk.id("C1"),))
            desk.window.actions_table[row.id].trigger()
            QTest.qWait(5)
            assert desk.window.isVisible() and desk.window.centralWidget().isVisible(), row.id
    assert desk.settings.language is Language.CHINESE


def test_menus_follow_the_project_and_say_what_undo_takes_back(desk):
    table = desk.window.actions_table
    assert not table["undo"].isEnabled() and not table["delete"].isEnabled()
    desk.click("C1")
    assert table["delete"].isEnabled()
    desk.key(Qt.Key.Key_Delete, on=desk.window.canvas.view)
    QTest.qWait(20)
    assert "C1" not in desk.names()
    assert table["undo"].text() == "Undo Remove C1"
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, on=desk.window.canvas.view)
    assert "C1" in desk.names()


def test_delete_in_a_field_means_the_text_and_not_the_node(desk):
    desk.click("C1")
    rate = desk.window.palette_panel.search
    rate.setFocus()
    QTest.keyClicks(rate, "ab")
    desk.key(Qt.Key.Key_Backspace, on=rate)
    assert rate.text() == "a" and "C1" in desk.names()


def test_the_menu_bar_shows_the_table(desk):
    titles = [action.text() for action in desk.window.menus.actions()]
    assert titles == ["File", "Edit", "View", "Run", "Help"]
    for action in desk.window.menus.actions():
        menu = action.menu()
        assert isinstance(menu, QMenu) and not menu.isEmpty()


def test_the_command_palette_finds_by_any_word_and_runs_with_enter(desk):
    palette = CommandPalette(desk.window.actions_table, desk.window)
    palette.show()
    QTest.keyClicks(palette.search, "drawing smaller")
    assert [palette.rows.item(i).text().split("  ")[0] for i in range(palette.rows.count())] == ["Zoom out"]
    palette.search.clear()
    QTest.keyClicks(palette.search, "pytorch code")
    shown = desk.window.docks.is_shown("code")
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert desk.window.docks.is_shown("code") is not shown
    assert not palette.isVisible()


def test_arrows_in_the_command_palette_skip_what_cannot_be_done_now(desk):
    palette = CommandPalette(desk.window.actions_table, desk.window)
    palette.show()
    QTest.keyClicks(palette.search, "undo")
    assert palette.rows.count() == 1 and palette.rows.currentRow() == -1
    QTest.keyClick(palette.search, Qt.Key.Key_Return)
    assert palette.isVisible()
    palette.reject()


def test_f6_goes_round_the_regions_and_back(desk):
    regions = desk.window.docks.regions()
    desk.window.canvas.view.setFocus()
    seen = []
    for _ in regions:
        desk.key(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        seen.append(next(i for i, region in enumerate(regions) if region is focus or region.isAncestorOf(focus)))
    assert sorted(seen) == list(range(len(regions)))
    desk.key(Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    focus = QApplication.focusWidget()
    assert regions[seen[-2]].isAncestorOf(focus) or regions[seen[-2]] is focus
