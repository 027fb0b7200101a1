"""A person reads the network as a list, selects in it, and is in step with the canvas."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTreeWidgetItem
from pytestqt.qtbot import QtBot

from graphs.edits import ChangeNode, SetParameter
from graphs.network import Network
from graphs.project import Project
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


def nested(qtbot: QtBot) -> Outline:
    """A network that places a block which places another."""
    net = Network()
    inner = net.define("Inner")
    inner.add("Output", inner.add("Linear", inner.add("Input", name="x"), name="deep", out_features=4), name="y")
    outer = net.define("Outer")
    outer.add("Output", outer.add("Inner", outer.add("Input", name="x"), name="core", repeat=2), name="y")
    x = net.add("Input", name="features", field="features", shape=(4,))
    net.add("Output", net.add("Outer", net.add("Tanh", x, name="tanh"), name="body"), name="out")
    outline = Outline(OpenProject(Project(net)))
    qtbot.addWidget(outline)
    outline.resize(260, 500)
    outline.show()
    return outline


def inside(item: QTreeWidgetItem) -> dict[str, QTreeWidgetItem]:
    """The rows under a row that can be seen, by name."""
    found = [item.child(place) for place in range(item.childCount())]
    return {row.text(0): row for row in found if row is not None and not row.isHidden()}


def test_a_block_opens_to_what_is_inside(qtbot: QtBot) -> None:
    outline = nested(qtbot)
    body = rows(outline)["body"]
    assert body.text(2) == "40" and inside(body) == {}
    body.setExpanded(True)
    core = inside(body)["core"]
    assert core.text(2) == "40"
    core.setExpanded(True)
    deep = inside(core)["deep"]
    assert deep.text(2) == "20"
    assert deep.data(0, Qt.ItemDataRole.AccessibleTextRole) == "deep, Linear, 20 parameters, no problem"
    selections: list[tuple[int, ...]] = []
    outline.selectionChanged.connect(selections.append)
    with qtbot.waitSignal(outline.revealInside) as asked:
        outline.tree.itemActivated.emit(deep, 0)
    assert asked.args == [2, "Inner"]
    deep.setSelected(True)
    assert selections in ([], [()])


def test_a_search_finds_what_lies_in_blocks(qtbot: QtBot) -> None:
    outline = nested(qtbot)
    qtbot.keyClicks(outline.search, "deep")
    body = rows(outline)["body"]
    assert not body.isHidden() and body.isExpanded() and rows(outline)["tanh"].isHidden()
    core = inside(body)["core"]
    assert list(inside(body)) == ["core"] and list(inside(core)) == ["deep"]
    outline.search.clear()
    assert not rows(outline)["tanh"].isHidden() and set(inside(core)) == {"x", "deep", "y"}


def test_what_is_open_stays_open_after_an_edit(qtbot: QtBot) -> None:
    outline = nested(qtbot)
    rows(outline)["body"].setExpanded(True)
    assert outline.editor is not None
    outline.editor.do(ChangeNode(outline.editor.project.network.node("tanh").id, name="squash"))
    qtbot.waitUntil(lambda: "squash" in rows(outline))
    assert rows(outline)["body"].isExpanded() and rows(outline)["body"].childCount() == 3
