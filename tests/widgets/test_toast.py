"""News appears at the lower right, goes by itself, and can take something back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from widgets.toast import MARGIN, Toast
from widgets.tokens import ROW_STATUS


def shown(qtbot: QtBot) -> tuple[QWidget, Toast]:
    """A window with a place for news."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 500)
    toast = Toast(window)
    with qtbot.waitExposed(window):
        window.show()
    return window, toast


def test_it_stands_in_the_corner_and_follows_it(qtbot: QtBot) -> None:
    window, toast = shown(qtbot)
    toast.say("Saved as mine.workbench")
    for size in ((800, 500), (1000, 700)):
        window.resize(*size)
        assert toast.geometry().right() + 1 == window.width() - MARGIN
        assert toast.geometry().bottom() + 1 == window.height() - MARGIN - ROW_STATUS


def test_it_goes_by_itself(qtbot: QtBot) -> None:
    _, toast = shown(qtbot)
    toast.say("Saved", milliseconds=30)
    assert toast.isVisible()
    assert not toast.undo_button.isVisible()
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_undo_takes_back_once(qtbot: QtBot) -> None:
    _, toast = shown(qtbot)
    taken: list[str] = []
    toast.say("Removed C1", undo=lambda: taken.append("C1"))
    qtbot.mouseClick(toast.undo_button, Qt.MouseButton.LeftButton)
    assert taken == ["C1"]
    assert not toast.isVisible()
