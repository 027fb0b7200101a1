"""The help: F1 opens the page about what one looks at, and every page can be found by typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from graphs.catalogue import layer_types
from tests.workbench.desk import Desk
from widgets import language
from widgets.formula import FormulaView
from workbench.actions import ACTIONS
from workbench.compare_dialog import CompareDialog, show_with
from workbench.gallery import Gallery
from workbench.help_dialog import KEYS, Help, pages
from workbench.help_panels import PANELS
from workbench.import_dialog import ImportDialog
from workbench.menus import GESTURES
from workbench.settings import Language
from workbench.settings_dialog import SettingsDialog
from workbench.views import views
from workbench.weights_dialog import WeightsDialog


def shown(window: Help) -> str:
    """Every word on the page."""
    return "\n".join(label.accessibleName() or label.text() for label in window.area.findChildren(QLabel))


def f1(desk: Desk) -> Help:
    """Press F1 where the keyboard is."""
    desk.key(Qt.Key.Key_F1)
    QTest.qWait(40)
    return desk.window.help


@pytest.fixture(autouse=True)
def closed(desk: Desk):
    yield
    if "help" in vars(desk.window):
        desk.window.help.close()


def test_f1_explains_the_selected_node_with_formula_analogy_and_source(desk: Desk):
    desk.click("C1")
    desk.window.canvas.view.setFocus()
    window = f1(desk)
    assert window.isVisible() and window.page == "layer:Conv2d"
    kind, words = layer_types()["Conv2d"], shown(window)
    for part in (kind.sentence(), kind.analogy, kind.advice, kind.pitfall, kind.source, "kernel_size"):
        assert part and part in words
    assert [view.latex for view in window.area.findChildren(FormulaView)] == [kind.formula]


def test_f1_explains_a_live_view_a_layer_of_the_palette_or_all_keys(desk: Desk):
    window = desk.window
    window.canvas.select(())
    window.canvas.view.setFocus()
    assert f1(desk).page == KEYS
    window.help.close()
    window.lay("train")
    desk.wait(lambda: window.views.cards, what="the views")
    card = window.views.cards["curves"]
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    card._more.setFocus()
    assert f1(desk).page == "view:curves"
    assert views()["curves"].look_for in shown(window.help)
    window.help.close()
    window.lay("design")
    window.activateWindow()
    QTest.qWaitForWindowActive(window)
    window.palette_panel.search.setFocus()
    QTest.keyClicks(window.palette_panel.search, "LSTM")
    assert f1(desk).page == f"layer:{window.palette_panel.explained}"


def test_the_page_of_keys_is_the_table_of_actions(desk: Desk):
    desk.key(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    words = shown(desk.window.help)
    assert all(tip in words for row in ACTIONS if row.keys for tip in (row.text, row.tip))
    assert all(how in words and what in words for how, what in GESTURES)


@pytest.mark.parametrize(
    ("typed", "page"), [("Conv2d", "layer:Conv2d"), ("softm", "layer:Softmax"), ("长短期", "layer:LSTM")]
)
def test_typing_finds_a_page_in_either_language(desk: Desk, typed, page):
    window = Help(desk.window)
    window.open()
    QTest.keyClicks(window.search, typed) if typed.isascii() else window.search.setText(typed)
    assert window.page == page and 0 < len(window.titles()) < len(pages())
    window.close()


def test_every_layer_and_every_view_has_a_page_that_can_be_written(desk: Desk):
    wanted = {f"layer:{n}" for n in layer_types()} | {f"view:{n}" for n in views()} | {f"panel:{n}" for n in PANELS}
    assert {page.id for page in pages()} == wanted | {KEYS}
    window = Help(desk.window)
    for page in pages()[:: max(1, len(pages()) // 24)]:
        window.show_page(page.id)
        assert window.page == page.id and len(shown(window)) > 20
    window.show_page("layer:NoSuchThing")
    assert window.page == KEYS


def test_the_help_follows_the_language(desk: Desk):
    desk.click("C1")
    desk.window.canvas.view.setFocus()
    window = f1(desk)
    desk.window.appearance.speak(Language.CHINESE)
    QTest.qWait(60)
    words = shown(window)
    assert window.windowTitle() == "帮助" and window.page == "layer:Conv2d"
    assert layer_types()["Conv2d"].analogy not in words and "何时使用" in words and "二维卷积" in words
    language.install(desk.app, {})


@pytest.mark.parametrize("name", ["problems", "code", "recipe", "inspector"])
def test_f1_in_a_panel_explains_the_panel(desk: Desk, name: str):
    window = desk.window
    desk.wait(lambda: window.panels.complete, what="the rest of the window")
    window.canvas.select(())
    window.docks.reveal(name)
    desk.wait(lambda: window.docks._enter(window.docks.docks[name]), what="the panel")
    assert window.docks.docks[name].isAncestorOf(desk.app.focusWidget())
    page = f1(desk)
    assert page.page == f"panel:{name}"
    panel = PANELS[name]
    assert panel.sentence in shown(page) and all(what in shown(page) for _, what in panel.rows)


def test_f1_opens_the_page_of_whatever_else_has_the_keyboard(desk: Desk):
    """The run bar, the tabs, the live views, a comparison, a block: each has a page of its own."""
    window = desk.window
    window.canvas.select(())

    def page_of(widget, page: str) -> None:
        window.activateWindow()
        QTest.qWaitForWindowActive(window)
        widget.setFocus()
        assert f1(desk).page == page and len(shown(window.help)) > 80, page
        window.help.close()

    page_of(window.bar.train, "panel:run")
    page_of(window.bar.rate, "panel:run")
    page_of(window.tabs.bar, "panel:tabs")
    page_of(window.time_machine.pace, "panel:time")
    window.lay("train")
    desk.wait(lambda: window.views._more is not None, what="the views")
    page_of(window.views._more, "panel:views")
    window.lay("design")
    window.docks.reveal("recipe")
    desk.wait(lambda: "augment" in window.panels.recipe.choosers, what="the recipe")
    page_of(window.panels.recipe.choosers["augment"].box, "panel:augmentation")
    window.files.open_preset("resnet18")
    window.canvas.select((desk.id("layer1"),))
    page_of(window.canvas.view, "panel:blocks")
    show_with(window, "lenet5")
    page_of(window.tabs.front.focusProxy(), "panel:comparison")


def test_f1_in_a_dialog_explains_the_dialog_over_it(desk: Desk):
    """A dialog lets nothing else have the keyboard, so the help belongs to it."""
    window = desk.window
    imported = ImportDialog(False, window)
    dialogs = {
        "gallery": Gallery(window),
        "settings": SettingsDialog(window),
        "comparison": CompareDialog(window.settings.folder, window),
        "weights": WeightsDialog((), window),
        "import": imported,
    }
    for page, dialog in dialogs.items():
        dialog.open()
        desk.wait(dialog.isActiveWindow, 5, page)
        QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_F1)
        (over,) = dialog.findChildren(Help)
        assert over.isVisible() and over.page == f"panel:{page}" and PANELS[page].sentence in shown(over)
        QTest.keyClick(over, Qt.Key.Key_Escape)
        assert not over.isVisible() and dialog.isVisible()
        dialog.close()
    imported.let_go()
