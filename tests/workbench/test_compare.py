"""Two networks side by side, as a person looks at them: with the mouse, the wheel and the keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import graphs
import presets
from graphs.comparison import Status
from graphs.document import snapshot
from graphs.edits import Batch, ChangeNode, RemoveNode, SetParameter, insert_on_wire
from graphs.message import say
from graphs.network import Node
from graphs.project import Project
from presets.residual import FAMILY, residual_network
from tests.workbench.desk import Desk
from widgets import language, theme
from workbench.compare import CompareView
from workbench.compare_drawing import ComparedDrawing
from workbench.compare_tab import CompareTab, Side
from workbench.compare_table import LEFT, MORE, NODE, RIGHT, WHAT
from workbench.engine.runs import Run, runs_folder
from workbench.translations import vocabulary

CLICK, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
ENTER = Qt.Key.Key_Return


def mine() -> Project:
    """LeNet-5 with wider filters, one activation less and a Dropout."""
    project = presets.build("lenet5")
    net = project.network
    wire = net.wires_into(net.node("output").id)[0]
    project.apply(
        Batch(
            (
                SetParameter(net.node("C1").id, "out_channels", 8),
                insert_on_wire(wire, Node(net.next_id, "Dropout", "drop"), "x", "y"),
                RemoveNode(net.node("accuracy").id),
            )
        )
    )
    return project


def opened(qapp: object, left: Project, right: Project) -> Iterator[CompareTab]:
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]
    window = CompareTab(Side(left, say("LeNet-5")), Side(right, say("mine")))
    window.resize(1280, 800)
    window.show()
    QTest.qWaitForWindowActive(window)
    QTest.qWait(30)
    for drawing in (window.view.left, window.view.right):
        drawing.reduced_motion = True
    yield window
    if shiboken6.isValid(window):
        window.close()
    language.install(qapp, {})  # type: ignore[arg-type]
    theme.apply(qapp, theme.LIGHT)  # type: ignore[arg-type]


@pytest.fixture
def lenets(qapp: object) -> Iterator[CompareTab]:
    yield from opened(qapp, presets.build("lenet5"), mine())


@pytest.fixture
def resnets(qapp: object) -> Iterator[CompareTab]:
    networks = (residual_network(FAMILY[name], 3, 224, 224, 1000) for name in ("resnet34", "resnet50"))
    yield from opened(qapp, *(Project(network) for network in networks))


def path_of(view: CompareView, name: str) -> tuple[int, ...]:
    """The path of a top-level row by its name."""
    return next((number,) for number, row in enumerate(view.found.rows) if row.name == name)


def place_of(drawing: ComparedDrawing, name: str) -> QPoint:
    """The middle of a node on the screen."""
    node = next(node for node in drawing.drawing.picture.nodes if node.name == name)
    left, top, right, bottom = drawing.drawing.box(node.id) or (0, 0, 0, 0)
    return drawing.to_viewport(QPointF((left + right) / 2, (top + bottom) / 2)).toPoint()


def name_of(drawing: ComparedDrawing) -> str | None:
    """The name of the node that is outlined."""
    picture = drawing.drawing.node(drawing.selected) if drawing.selected is not None else None
    return picture.name if picture is not None else None


def test_what_is_the_same_lies_at_the_same_place_on_the_screen(lenets: CompareTab) -> None:
    view = lenets.view
    assert view.left.viewport().size() == view.right.viewport().size()
    for row in view.found.rows:
        if row.left is not None and row.right is not None:
            assert place_of(view.left, row.left.name).x() == place_of(view.right, row.right.name).x()
            assert view.left.drawing.box(row.left.node)[:2] == view.right.drawing.box(row.right.node)[:2]  # type: ignore[index]
    assert set(view.left.marks.values()) == {Status.SAME, Status.CHANGED, Status.REMOVED}
    assert set(view.right.marks.values()) == {Status.SAME, Status.CHANGED, Status.ADDED}


def test_everything_is_seen_at_first_and_nothing_overlaps(lenets: CompareTab) -> None:
    for drawing in (lenets.view.left, lenets.view.right):
        left, top, right, bottom = drawing.visible_area()
        boxes = [drawing.drawing.box(node.id) for node in drawing.drawing.picture.nodes]
        assert all(box and left <= box[0] and top <= box[1] and box[2] <= right and box[3] <= bottom for box in boxes)
        drawn = [box for box in boxes if box]
        for number, a in enumerate(drawn):
            assert not any(a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for b in drawn[:number])


def test_the_table_has_parameters_and_cost_beside_each_other(lenets: CompareTab) -> None:
    table, c1 = lenets.view.table, path_of(lenets.view, "C1")
    assert table.text_of(c1, NODE) == "≠  C1"
    assert (table.text_of(c1, LEFT), table.text_of(c1, RIGHT), table.text_of(c1, MORE)) == ("156", "208", "+52")
    assert "out_channels 6 → 8" in table.text_of(c1, WHAT)
    assert table.text_of(path_of(lenets.view, "drop"), NODE) == "+  drop"
    assert table.text_of(path_of(lenets.view, "accuracy"), NODE) == "−  accuracy"
    assert lenets.view.sums[0].text().startswith("61,706 parameters")


def test_a_click_on_a_line_reveals_the_node_in_both_drawings(lenets: CompareTab) -> None:
    view = lenets.view
    item = view.table.item_of(path_of(view, "S4"))
    view.table.scrollToItem(item)
    QTest.mouseClick(view.table.viewport(), CLICK, NONE, view.table.visualItemRect(item).center())
    assert name_of(view.left) == name_of(view.right) == "S4"


def test_a_click_on_a_node_reveals_its_partner_and_its_line(lenets: CompareTab) -> None:
    view = lenets.view
    QTest.mouseClick(view.right.viewport(), CLICK, NONE, place_of(view.right, "C5"))
    assert name_of(view.left) == name_of(view.right) == "C5" and view.table.path == path_of(view, "C5")
    QTest.mouseClick(view.right.viewport(), CLICK, NONE, place_of(view.right, "drop"))
    assert (name_of(view.left), name_of(view.right)) == (None, "drop")
    QTest.mouseClick(view.left.viewport(), CLICK, NONE, QPoint(3, 3))
    assert view.left.selected is None and view.right.selected is None and view.table.path is None


def wheel(on: ComparedDrawing, steps: int) -> None:
    place = QPointF(on.viewport().rect().center() / 2)
    event = QWheelEvent(
        place, on.viewport().mapToGlobal(place), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton, NONE,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(on.viewport(), event)


def test_zoom_and_pan_are_one_for_both(lenets: CompareTab) -> None:
    view = lenets.view
    before = view.left.zoom()
    wheel(view.left, 3)
    assert view.left.zoom() > before and view.right.zoom() == view.left.zoom()
    assert view.right.visible_area() == view.left.visible_area()
    start = view.right.viewport().rect().center()
    QTest.mousePress(view.right.viewport(), CLICK, NONE, start)
    for step in range(1, 6):
        QTest.mouseMove(view.right.viewport(), start + QPoint(20, 12) * step)
    QTest.mouseRelease(view.right.viewport(), CLICK, NONE, start + QPoint(100, 60))
    assert view.left.visible_area() == view.right.visible_area()
    assert view.table.path is None  # the drag was no click
    QTest.keyClick(view.right, Qt.Key.Key_F)
    assert view.left.zoom() == before == view.right.zoom()


def test_keys_go_from_row_to_row(lenets: CompareTab) -> None:
    view = lenets.view
    view.left.setFocus()
    for name in ("image", "C1", "tanh1"):
        QTest.keyClick(view.left, Qt.Key.Key_Right)
        assert name_of(view.left) == name
    QTest.keyClick(view.left, Qt.Key.Key_Left)
    assert name_of(view.right) == "C1"


def test_only_differences_leaves_out_the_rest(lenets: CompareTab) -> None:
    view = lenets.view
    QTest.mouseClick(view.only, CLICK, NONE, QPoint(8, view.only.height() // 2))
    assert view.only.isChecked()
    shown = [row.name for n, row in enumerate(view.found.rows) if not view.table.item_of((n,)).isHidden()]
    assert shown == [row.name for row in view.found.rows if row.status is not Status.SAME] and "F6" not in shown


def test_left_and_right_change_places(lenets: CompareTab) -> None:
    QTest.mouseClick(lenets.view.swap, CLICK)
    assert lenets.view.titles[0].full_text == "mine"
    assert lenets.view.table.text_of(path_of(lenets.view, "drop"), NODE) == "−  drop"


def test_blocks_open_on_both_sides_at_once(resnets: CompareTab) -> None:
    view = resnets.view
    QTest.mouseDClick(view.right.viewport(), CLICK, NONE, place_of(view.right, "layer2"))
    assert view.path == path_of(view, "layer2") and view.where.full_text == "layer2" and view.inside.isVisible()
    QTest.mouseDClick(view.left.viewport(), CLICK, NONE, place_of(view.left, "0"))
    assert view.where.full_text == "layer2 / 0"
    names = [{node.name for node in drawing.drawing.picture.nodes} for drawing in (view.left, view.right)]
    assert names[1] - names[0] == {"conv3", "bn3", "relu2"}
    QTest.keyClick(view.left, Qt.Key.Key_Down)
    assert name_of(view.left) == "x" and len(view.table.path or ()) == 3
    QTest.mouseClick(view.left.viewport(), CLICK, NONE, place_of(view.left, "conv1"))
    assert "kernel_size 3×3 → 1×1" in view.table.text_of(view.table.path or (), WHAT)
    QTest.keyClick(resnets, Qt.Key.Key_Escape)
    QTest.mouseClick(view.out, CLICK)
    assert view.path == () and name_of(view.left) == "layer2" and resnets.isVisible()


def test_a_line_inside_a_block_leads_into_it(resnets: CompareTab) -> None:
    view = resnets.view
    above = path_of(view, "layer3")
    view.table.item_of(above).setExpanded(True)
    item = view.table.item_of((*above, 1))
    view.table.scrollToItem(item)
    QTest.mouseClick(view.table.viewport(), CLICK, NONE, view.table.visualItemRect(item).center())
    assert view.path == above and view.left.selected is not None


def test_chinese_and_dark_while_it_is_open(lenets: CompareTab, qapp: QApplication) -> None:
    c1 = path_of(lenets.view, "C1")
    lenets.view.reveal(c1)
    theme.apply(qapp, theme.DARK)
    language.install(qapp, vocabulary("zh_CN"))
    QTest.qWait(30)
    assert "参数" in lenets.view.sums[0].text() and lenets.view.table.path == c1
    assert lenets.view.table.headerItem().text(WHAT) == "差异" and lenets.heading.text == "{left} and {right}"
    assert lenets.grab().toImage().pixelColor(4, 200).lightness() < 60


def test_every_control_has_a_name(lenets: CompareTab) -> None:
    view = lenets.view
    for control in (view.left, view.right, view.table, view.swap):
        assert control.accessibleName(), control
    spoken = view.table.item_of(path_of(view, "C1")).data(NODE, Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("C1, changed") and "+52" in spoken


# ---------------------------------------------------------------------- from the window


def when_asked(act: object) -> None:
    """Do something as soon as a dialog is open."""

    def later() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is None:
            QTimer.singleShot(20, later)
        else:
            act(dialog)  # type: ignore[operator]

    QTimer.singleShot(0, later)


def compared(desk: Desk) -> CompareTab:
    """The comparison that is in front."""
    front = desk.window.tabs.front
    assert isinstance(front, CompareTab) and front.isVisible()
    return front


def test_the_menu_compares_with_a_preset_found_by_typing(desk: Desk) -> None:
    desk.session.do(ChangeNode(desk.id("C1"), frozen=True))

    def type_and_enter(dialog: object) -> None:
        assert len(dialog.shown) >= len(presets.names())  # type: ignore[attr-defined]
        QTest.keyClicks(dialog.search, "lenet5")  # type: ignore[attr-defined]
        QTest.keyClick(dialog.search, Qt.Key.Key_Return)  # type: ignore[attr-defined]

    when_asked(type_and_enter)
    desk.window.actions_table["compare"].trigger()
    window = compared(desk)
    assert [row.name for row in window.view.found.rows if row.status is Status.CHANGED] == ["C1"]
    assert window.view.titles[1].full_text == "LeNet-5"


def test_a_run_and_a_file_can_be_chosen(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = runs_folder() / "2026-02-03_compared"
    Run.create(folder, snapshot(mine()), "Compared run").close()

    def choose_run(dialog: object) -> None:
        QTest.keyClicks(dialog.search, "Compared run")  # type: ignore[attr-defined]
        assert dialog.shown == [str(folder)]  # type: ignore[attr-defined]
        QTest.mouseClick(dialog.compare_button, CLICK)  # type: ignore[attr-defined]

    when_asked(choose_run)
    desk.window.actions_table["compare"].trigger()
    window = compared(desk)
    assert window.view.found.count(Status.REMOVED) == 1  # the run has a Dropout that the open project has not
    QTest.qWait(50)  # the dialog goes
    desk.window.activateWindow()
    desk.wait(desk.window.isActiveWindow, 5, "the window before the dialog")
    desk.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert desk.window.tabs.front is desk.window.tab
    desk.key(Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert compared(desk).view.found.count(Status.REMOVED) == 1 and compared(desk).sides[1].tab is desk.window.tab
    desk.key(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)

    path = tmp_path / "kept.workbench"
    graphs.save(mine(), path)
    monkeypatch.setattr("workbench.compare_dialog.QFileDialog.getOpenFileName", lambda *given: (str(path), ""))
    when_asked(lambda dialog: QTest.mouseClick(dialog.file_button, CLICK))
    desk.window.actions_table["compare"].trigger()
    assert compared(desk).view.titles[0].full_text == "kept"


def test_escape_compares_nothing(desk: Desk) -> None:
    when_asked(lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    desk.window.actions_table["compare"].trigger()
    assert len(desk.window.tabs) == 1


def test_the_comparison_is_a_tab_and_follows_every_edit(desk: Desk) -> None:
    """Two open projects beside each other; what is edited in either shows at once, or when it is seen again."""
    first = desk.window.tab
    second = desk.window.files.open_preset("lenet5")
    when_asked(lambda dialog: (QTest.keyClicks(dialog.search, "open in a tab"), QTest.keyClick(dialog.search, ENTER)))
    desk.window.actions_table["compare"].trigger()
    shown = compared(desk)
    assert shown.view.found.count(Status.CHANGED) == 0
    assert not any(desk.window.docks.is_shown(name) for name in desk.window.docks.docks)

    second.session.do(SetParameter(desk.id("C1"), "out_channels", 8))
    desk.wait(lambda: shown.view.found.count(Status.CHANGED), 5, "the difference")
    assert shown.view.table.text_of(path_of(shown.view, "C1"), MORE) == "+52"
    first.session.do(SetParameter(desk.id("C1"), "out_channels", 8))
    desk.wait(lambda: not shown.view.found.count(Status.CHANGED), 5, "the same again")

    shown.view.reveal(path_of(shown.view, "F6"))
    wheel(shown.view.left, 2)
    seen = shown.view.left.visible_area()
    desk.window.tabs.show(first)
    assert desk.window.docks.is_shown("inspector")
    first.session.undo()
    desk.window.tabs.show(shown)
    assert shown.view.found.count(Status.CHANGED) > 0
    assert name_of(shown.view.left) == "F6"
    desk.wait(lambda: shown.view.left.visible_area() == pytest.approx(seen, abs=20), 5, "the same place")

    desk.window.tabs.close_now(second)
    first.session.do(SetParameter(desk.id("C1"), "out_channels", 8))
    desk.wait(lambda: not shown.view.found.count(Status.CHANGED), 5, "what the closed one was last")
