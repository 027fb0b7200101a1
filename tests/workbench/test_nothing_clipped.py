"""At the sizes people have, no words are cut and none lie over each other, in both languages."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QToolButton, QWidget

from tests.workbench.desk import Desk
from widgets import language
from widgets.controls import Text
from workbench.engine.events import Progress, RunStarted
from workbench.session import RunState


def seen(window: QWidget) -> list[QWidget]:
    """Labels and buttons that show words."""
    kinds = QLabel | QPushButton | QToolButton | QCheckBox
    return [one for one in window.findChildren(QWidget) if isinstance(one, kinds) and one.isVisible() and one.text()]


def needed(one: QWidget) -> QSize:
    """The room for the words themselves; what a style adds around those of a tool button is not needed."""
    if isinstance(one, QToolButton) and one.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return QSize(one.iconSize().width(), one.iconSize().height())  # its words are in its tool tip
    if isinstance(one, QToolButton):
        picture = 0 if one.icon().isNull() else one.iconSize().width() + 4
        return QSize(one.fontMetrics().horizontalAdvance(one.text()) + picture, one.fontMetrics().height())
    return one.sizeHint()


def clipped(window: QWidget) -> list[str]:
    """Labels and buttons with less room than their words need; those that end in dots or break lines have enough."""
    found = []
    for one in seen(window):
        if isinstance(one, Text) and (one._elide or one.wordWrap()):
            continue
        if isinstance(one, QLabel) and one.wordWrap():
            continue
        needs = needed(one)
        lacks = needs.width() - one.width(), needs.height() - one.height()
        if max(lacks) > 2:
            found.append(
                f"{type(one).__name__} “{one.text()[:40]}” lacks {lacks[0]} × {lacks[1]} in {one.parentWidget()}"
            )
    return found


def overlapping(window: QWidget) -> list[str]:
    """Pairs of words side by side that lie over each other."""
    found = []
    words = [one for one in seen(window) if isinstance(one, QLabel | QAbstractButton)]
    for one, other in combinations(words, 2):
        if one.parentWidget() is other.parentWidget() and one.geometry().intersects(other.geometry()):
            shared = one.geometry().intersected(other.geometry())
            if shared.width() > 2 and shared.height() > 2:
                found.append(f"“{one.text()[:30]}” over “{other.text()[:30]}” by {shared.width()} × {shared.height()}")
    return found


def troubles(desk: Desk) -> list[str]:
    """What is cut or overlaps once the window has come to rest."""
    for _ in range(30):
        QTest.qWait(40)
        found = [*clipped(desk.window), *overlapping(desk.window)]
        if not found:
            break
    return found


def running(desk: Desk) -> list[str]:
    """The same while a long training is on."""
    session = desk.session
    session.state = RunState.RUNNING
    session.handle(RunStarted("run", "", 1000, 4000, 4_000_000, "CPU, 2 cores", 2, 0, 61_706))
    session.handle(Progress(3_456_789, 864, 1234.5, 7654.0, 0.031))
    desk.window.refresh()
    found = troubles(desk)
    session.state = RunState.IDLE
    session.changed.emit()
    return found


@pytest.mark.parametrize("chosen", ["english", "chinese"])
def test_nothing_is_cut_and_nothing_overlaps(desk: Desk, chosen: str) -> None:
    window = desk.window
    window.actions_table[chosen].trigger()
    desk.wait(lambda: window.panels.complete, what="the rest of the window")
    found: set[str] = set()
    for size in ((1280, 800), (1920, 1080), (1280, 720)):  # the last is 2560 × 1440 at 200 %
        window.resize(*size)
        for layout, nodes in (("design", ("C1",)), ("design", ("C1", "C3")), ("design", ()), ("train", ())):
            window.lay(layout)
            window.canvas.select(tuple(desk.id(name) for name in nodes))
            found |= {f"{size[0]} {layout} {line}" for line in troubles(desk)}
            if layout == "train":
                found |= {f"{size[0]} running {line}" for line in running(desk)}
    window.lay("design")
    language.install(desk.app, {})
    assert not found, "\n".join(sorted(found))


def test_what_is_cut_and_what_overlaps_is_found(qtbot) -> None:
    room = QWidget()
    qtbot.addWidget(room)
    room.resize(300, 80)
    button, label = QPushButton("a long word on a button", room), QLabel("over it", room)
    button.setGeometry(0, 0, 40, 24)
    label.setGeometry(30, 4, 80, 20)
    room.show()
    assert any("lacks" in line for line in clipped(room)) and overlapping(room)
    button.adjustSize()
    label.move(200, 4)
    assert clipped(room) == [] and overlapping(room) == []
