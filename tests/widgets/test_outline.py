"""A person reads the network as a list, selects in it, and is in step with the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from graphs.edits import ChangeNode, SetParameter
from tests.widgets.drawings import OpenProject, small_lenet
from widgets.outline import Outline


def shown(qtbot: QtBot) -> tuple[Outline, OpenProject]:
    """The outline of a small network."""
    opened = small_lenet()
    outline = Outline(opened)
    qtbot.addWidget(outline)
    outline.resize(260, 500)
    with qtbot.waitExposed(outline):
        outline.show()
    return outline, opened


def rows(outline: Outline) -> dict[str, QTreeWidgetItem]:
    """Every row by its name, frames too."""
    found: dict[str, QTreeWidgetItem] = {}
    for i in range(outline.tree.topLevelItemCount()):
        head = outline.tree.topLevelItem(i)
        assert head is not None
        found[head.text(0)] = head
        for child in (head.child(j) for j in range(head.childCount())):
            assert child is not None
            found[child.text(0)] = child
    return found


def click(qtbot: QtBot, outline: Outline, name: str, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Click a row."""
    place = outline.tree.visualItemRect(rows(outline)[name]).center()
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, key, place)


def test_it_lists_nodes_under_their_frames_with_parameters(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    assert set(rows(outline)) == {node.name for node in opened.project.network} | {"Features"}
    assert rows(outline)["C1"].text(2) == "156"
    assert rows(outline)["C1"].parent() is rows(outline)["Features"]
    assert rows(outline)["Features"].text(2) == "156"
    assert outline.total.full_text == f"{opened.summary.parameters:,} parameters"


def test_a_row_says_everything_to_a_screen_reader(qtbot: QtBot) -> None:
    outline, _ = shown(qtbot)
    spoken = rows(outline)["C1"].data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "C1, Conv2d, 6 filters, 5 by 5 kernel, 6 by 28 by 28, 156 parameters, no problem"


def test_a_problem_is_marked_and_spoken(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    opened.do(SetParameter(opened.id("C1"), "kernel_size", 7))
    qtbot.waitUntil(lambda: not rows(outline)["C3"].icon(1).isNull())
    assert rows(outline)["C1"].icon(1).isNull()
    spoken = rows(outline)["C3"].data(0, Qt.ItemDataRole.AccessibleTextRole)
    assert "shape not known yet" in spoken
    assert "no problem" not in spoken


def test_clicking_selects_and_control_adds(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    selections: list[tuple[int, ...]] = []
    outline.selectionChanged.connect(selections.append)
    click(qtbot, outline, "C1")
    click(qtbot, outline, "head", Qt.KeyboardModifier.ControlModifier)
    assert selections[0] == (opened.id("C1"),)
    assert set(selections[-1]) == {opened.id("C1"), opened.id("head")}


def test_a_frame_selects_its_nodes(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    with qtbot.waitSignal(outline.selectionChanged) as selected:
        click(qtbot, outline, "Features")
    assert selected.args == [opened.project.network.named(["C1", "act1", "S2"])]


def test_what_is_selected_elsewhere_is_shown_without_telling(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    selections: list[tuple[int, ...]] = []
    outline.selectionChanged.connect(selections.append)
    outline.set_selection((opened.id("C3"),))
    assert rows(outline)["C3"].isSelected()
    assert selections == []


def test_the_selection_stays_when_the_drawing_changes(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    outline.set_selection((opened.id("C3"),))
    opened.do(ChangeNode(opened.id("C3"), name="second"))
    qtbot.waitUntil(lambda: "second" in rows(outline))
    assert rows(outline)["second"].isSelected()


def test_a_double_click_reveals(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    place = outline.tree.visualItemRect(rows(outline)["head"]).center()
    qtbot.mouseClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(outline.revealRequested) as revealed:
        qtbot.mouseDClick(outline.tree.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert revealed.args == [opened.id("head")]


def test_another_project_is_followed_and_the_old_one_no_longer(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    first, second = opened.project, small_lenet().project
    second.apply(ChangeNode(opened.id("C1"), name="other"))
    opened.project = second
    outline.set_editor(opened)
    assert "other" in rows(outline)
    second.apply(ChangeNode(opened.id("other"), name="third"))
    qtbot.waitUntil(lambda: "third" in rows(outline))
    assert not first.changed
    assert len(second.changed) == 1


def test_enter_reveals(qtbot: QtBot) -> None:
    outline, opened = shown(qtbot)
    click(qtbot, outline, "C3")
    with qtbot.waitSignal(outline.revealRequested) as revealed:
        qtbot.keyClick(outline.tree, Qt.Key.Key_Return)
    assert revealed.args == [opened.id("C3")]


def test_search_finds_by_name_and_type(qtbot: QtBot) -> None:
    outline, _ = shown(qtbot)
    qtbot.keyClicks(outline.search, "conv")
    seen = {name for name, row in rows(outline).items() if not row.isHidden()}
    assert seen == {"Features", "C1", "C3"}
