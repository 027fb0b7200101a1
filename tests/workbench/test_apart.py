"""A live view is pulled out of the column into a place of its own, and is where it was left at the next start."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.workbench.desk import Desk
from workbench.views.card import View

LEFT = Qt.DockWidgetArea.LeftDockWidgetArea
BOTTOM = Qt.DockWidgetArea.BottomDockWidgetArea


@pytest.fixture
def watching(desk: Desk) -> Desk:
    """LeNet-5 in the layout for watching, with its live views."""
    desk.window.lay("train")
    desk.wait(lambda: desk.window.views.cards, what="the views")
    QTest.qWait(60)
    return desk


def pull(desk: Desk, card: View, to: QPoint, *, let_go: bool = True) -> None:
    """Drag a card by its header to a place of the screen."""
    header = card.header
    start = QPoint(60, 18)
    grabbed: QWidget = header.childAt(start) or header
    place = grabbed.mapFrom(header, start)
    QTest.mousePress(grabbed, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    for step in range(1, 5):
        desk.move(grabbed, place + (grabbed.mapFromGlobal(to) - place) * step / 4)
    if let_go:
        QTest.mouseRelease(grabbed, Qt.MouseButton.LeftButton, pos=grabbed.mapFromGlobal(to))
        QTest.qWait(40)


def side(desk: Desk, name: str) -> Qt.DockWidgetArea:
    """The side of the window at which a view has its dock."""
    return desk.window.dockWidgetArea(desk.window.apart.docks[name])


def at_the_left(desk: Desk) -> QPoint:
    """A place at the left of the drawing, on the screen."""
    middle = desk.window.centralWidget()
    return middle.mapToGlobal(QPoint(20, middle.height() // 2))


def test_a_view_is_pulled_to_a_side_to_another_side_and_back(watching: Desk) -> None:
    window, apart = watching.window, watching.window.apart
    card = window.views.cards["gradients"]
    pull(watching, card, at_the_left(watching))
    assert side(watching, "gradients") is LEFT and card.isVisible() and apart.rooms["gradients"].card is card
    assert apart.docks["gradients"].windowTitle() == card.accessibleName()
    assert not window.views.isAncestorOf(card) and window.views.isAncestorOf(window.views.cards["curves"])
    middle = window.centralWidget()
    pull(watching, card, middle.mapToGlobal(QPoint(middle.width() // 2, middle.height() - 20)))
    assert side(watching, "gradients") is BOTTOM and card.isVisible()
    column = window.docks.docks["views"]
    pull(watching, card, column.mapToGlobal(QPoint(80, 200)))
    assert not apart.rooms and window.views.isAncestorOf(card) and card.isVisible()
    order = [window.views._column.indexOf(each) for each in window.views.cards.values()]
    assert order == sorted(order) and min(order) >= 0  # in its old place in the column


def test_over_the_drawing_it_floats_and_escape_lets_it_stay(watching: Desk) -> None:
    window = watching.window
    card = window.views.cards["curves"]
    middle = window.centralWidget()
    over = middle.mapToGlobal(middle.rect().center())
    pull(watching, card, over, let_go=False)
    frame = window.apart._pull.band
    assert frame is not None and frame.isVisible()  # it shows where the card would go
    QTest.keyClick(card.header, Qt.Key.Key_Escape)
    QTest.mouseRelease(card.header, Qt.MouseButton.LeftButton)
    QTest.mouseClick(card.header, Qt.MouseButton.LeftButton, pos=QPoint(60, 18))  # a click pulls nothing
    assert not window.apart.rooms and window.views.isAncestorOf(card)
    pull(watching, card, over)
    dock = window.apart.docks["curves"]
    assert dock.isFloating() and dock.isVisible() and card.isVisible()
    QTest.mouseDClick(dock.titleBarWidget(), Qt.MouseButton.LeftButton)  # the grip puts it back to a side
    assert not dock.isFloating()
    dock.toggleViewAction().trigger()  # hiding it is putting it back
    assert not window.apart.rooms and window.views.isAncestorOf(card) and card.isVisible()


def test_keys_alone_move_a_view_by_its_menu_and_the_classroom_borrows_it(watching: Desk) -> None:
    window = watching.window
    card = window.views.cards["curves"]
    card.menu.aboutToShow.emit()
    places = next(action.menu() for action in card.menu.actions() if action.text() == "Place")
    places.aboutToShow.emit()
    assert [action.text() for action in places.actions() if action.text()] == [
        "At the left", "At the right", "Above the drawing", "Below the drawing", "In a window of its own",
        "Back among the other views",
    ]  # fmt: skip
    places.actions()[0].trigger()
    assert side(watching, "curves") is LEFT
    assert window.apart.docks["curves"] in window.docks.regions()  # F6 comes by
    window.lay("classroom")
    assert window.classroom.card is card and window.apart.rooms["curves"].card is None
    window.lay("train")
    assert window.apart.rooms["curves"].card is card and card.isVisible() and side(watching, "curves") is LEFT
    places.aboutToShow.emit()
    places.actions()[-1].trigger()
    assert not window.apart.rooms


def test_layouts_the_next_start_and_every_project_keep_to_it(watching: Desk, tmp_path) -> None:
    window = watching.window
    first = window.views.cards["gradients"]
    pull(watching, first, at_the_left(watching))
    window.lay("design")
    assert not window.apart.docks  # the layout for drawing has them in the column, out of sight
    window.lay("train")
    room = window.apart.rooms["gradients"]
    assert side(watching, "gradients") is LEFT and room.card is first
    window.files.open_preset("xor_relu")
    watching.wait(lambda: window.views.cards, what="the views of the other project")
    second = window.views.cards.get("gradients")
    assert second is not first and room.card is second and not first.isVisible()
    window.tabs.show(window.tabs.projects[0])
    window.tabs.close_now(window.tabs.projects[1])
    QTest.qWait(30)
    assert room.card is first and first.isVisible()
    window.docks.keep()
    again = Desk(watching.app, tmp_path)
    again.window.lay("train")
    again.wait(lambda: again.window.views.cards, what="the views")
    card = again.window.views.cards["gradients"]
    assert side(again, "gradients") is LEFT and again.window.apart.rooms["gradients"].card is card and card.isVisible()
    assert again.window.apart.docks["gradients"].windowTitle() == card.accessibleName()
    again.window.actions_table["reset_layout"].trigger()
    assert not again.window.apart.docks and again.window.views.isAncestorOf(card)
    again.leave()
