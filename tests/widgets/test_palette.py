"""A person looks for a layer, reads what it is, and drags or chooses it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from graphs.catalogue import layer_types
from graphs.edits import Batch
from graphs.layer import Family
from graphs.project import Project
from graphs.ready_blocks import shelved_block
from tests.widgets.canvas.test_blocks import with_blocks
from tests.widgets.drawings import OpenProject
from widgets import language
from widgets.palette import Palette
from widgets.ready import READY


def shown(qtbot: QtBot) -> Palette:
    """A palette on the screen."""
    palette = Palette()
    qtbot.addWidget(palette)
    palette.resize(248, 700)
    with qtbot.waitExposed(palette):
        palette.show()
    return palette


def row_of(palette: Palette, name: str) -> QTreeWidgetItem:
    """The row of a layer type, its family opened."""
    for head in (palette.tree.topLevelItem(i) for i in range(palette.tree.topLevelItemCount())):
        assert head is not None
        for row in (head.child(i) for i in range(head.childCount())):
            if row is not None and row.text(0) == name:
                head.setExpanded(True)
                return row
    raise AssertionError(f"{name} is not in the palette")


def place_of(palette: Palette, name: str) -> QPoint:
    """The middle of a row, in the tree's viewport."""
    row = row_of(palette, name)
    palette.tree.scrollToItem(row)
    return palette.tree.visualItemRect(row).center()


def move(palette: Palette, place: QPoint, buttons: Qt.MouseButton) -> None:
    """Move the mouse to a place with a button held."""
    view = palette.tree.viewport()
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(place),
        QPointF(view.mapToGlobal(place)),
        Qt.MouseButton.NoButton,
        buttons,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_every_layer_type_lies_in_its_family(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    for i in range(palette.tree.topLevelItemCount()):
        head = palette.tree.topLevelItem(i)
        assert head is not None
        head.setExpanded(True)
    assert sorted(palette.shown_types()) == sorted((*layer_types(), *READY))


def test_search_finds_by_name_word_and_chinese(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    for words in ("Conv2d", "filter", "卷积"):
        palette.search.clear()
        palette.search.insert(words)  # Chinese arrives from an input method, which keys cannot imitate
        assert "Conv2d" in palette.shown_types(), words
        assert "Tanh" not in palette.shown_types()


def test_search_without_a_find_says_so(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    qtbot.keyClicks(palette.search, "zzzz")
    assert palette.shown_types() == []
    assert palette.nothing.isVisible()
    qtbot.keyClick(palette.search, Qt.Key.Key_Escape)
    assert palette.search.text() == ""
    assert not palette.nothing.isVisible()


def test_enter_in_the_search_chooses_the_best_find(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    qtbot.keyClicks(palette.search, "dropout")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert chosen.args == ["Dropout"]


def test_down_goes_to_the_list_and_enter_chooses(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    palette.activateWindow()
    qtbot.keyClicks(palette.search, "Tanh")
    qtbot.keyClick(palette.search, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.keyClick(palette.tree, Qt.Key.Key_Return)
    assert chosen.args == ["Tanh"]


def test_a_double_click_chooses(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    place = place_of(palette, "Linear")
    with qtbot.waitSignal(palette.chosen) as chosen:
        qtbot.mouseDClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["Linear"]


def test_a_drag_begins_after_some_way_and_carries_the_type(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    place = place_of(palette, "Dropout")
    view = palette.tree.viewport()
    started: list[tuple[str, QPoint]] = []
    palette.dragStarted.connect(lambda name, where: started.append((name, where)))
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=place)
    move(palette, place + QPoint(2, 0), Qt.MouseButton.LeftButton)
    assert started == []
    far = place + QPoint(QApplication.startDragDistance() + 4, 6)
    move(palette, far, Qt.MouseButton.LeftButton)
    move(palette, far + QPoint(20, 0), Qt.MouseButton.LeftButton)
    assert started == [("Dropout", view.mapToGlobal(far))]
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=far)


def test_a_family_opens_by_a_click_and_is_never_dragged(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    head = palette.tree.topLevelItem(0)
    assert head is not None
    place = palette.tree.visualItemRect(head).center()
    started: list[str] = []
    palette.dragStarted.connect(lambda name, where: started.append(name))
    qtbot.mouseClick(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert head.isExpanded()
    qtbot.mousePress(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    move(palette, place + QPoint(60, 0), Qt.MouseButton.LeftButton)
    assert started == []


def test_what_lies_under_the_mouse_is_explained(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    move(palette, place_of(palette, "Conv2d"), Qt.MouseButton.NoButton)
    assert palette.explained == "Conv2d"
    assert "Slide small learned filters over an image." in palette.explanation


def test_in_chinese_the_chinese_name_comes_first(qtbot: QtBot, qapp: QApplication) -> None:
    palette = shown(qtbot)
    try:
        language.install(qapp, {str(Family.CONVOLUTION): "卷积"}, "zh_CN")
        QApplication.processEvents()
        assert row_of(palette, "二维卷积").data(0, Qt.ItemDataRole.AccessibleTextRole).startswith("二维卷积, Conv2d.")
        heads = [palette.tree.topLevelItem(i) for i in range(palette.tree.topLevelItemCount())]
        assert "卷积" in [head.text(0) for head in heads if head is not None]
    finally:
        language.install(qapp, {})
    QApplication.processEvents()
    assert row_of(palette, "Conv2d").text(0) == "Conv2d"


def test_the_blocks_of_a_project_come_first_and_follow_it(qtbot: QtBot) -> None:
    editor = OpenProject(Project(with_blocks()))
    palette = shown(qtbot)
    palette.set_editor(editor)
    head = palette.tree.topLevelItem(0)
    assert head is not None and head.isExpanded() and palette.shown_types() == ["Residual"]
    with qtbot.waitSignal(palette.dragStarted) as drag:
        place = place_of(palette, "Residual")
        qtbot.mousePress(palette.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
        move(palette, place + QPoint(60, 10), Qt.MouseButton.LeftButton)
    assert drag.args[0] == "Residual"
    name, edits = shelved_block(editor.project.network, "SqueezeExciteBlock")
    editor.do(Batch(edits))
    assert palette.shown_types() == ["Residual", name]
    editor.history.undo()
    assert palette.shown_types() == ["Residual"]
    palette.set_editor(OpenProject(Project()))
    assert palette.shown_types() == []


def test_what_comes_along_drawn_is_found_in_both_languages(qtbot: QtBot) -> None:
    palette = shown(qtbot)
    for words, name in (
        ("bottleneck", "BottleneckBlock"),
        ("残差", "ResidualBlock"),
        ("编码器", "TransformerEncoderBlock"),
        ("窥视孔", "PeepholeLSTM"),
        ("mobilenet", "InvertedResidualBlock"),
    ):
        palette.search.clear()
        palette.search.insert(words)
        assert f"{name}, drawn" in palette.shown_types(), words
    palette.explain("SqueezeExciteBlock, drawn")
    assert "turns each channel up or down" in palette.explanation
