"""Choosing a data set: grouped by what an example is, searched in both languages, with mouse and keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from workbench.data import data_sets
from workbench.data_box import BODIES, GROUPS, OWN, PICTURES, SERIES, SOUNDS, TABLES, TEXT, DataBox, grouped


@pytest.fixture
def box(qtbot) -> DataBox:
    made = DataBox()
    qtbot.addWidget(made)
    for name, kind in data_sets().items():
        made.addItem(kind.title, name)
    made.setCurrentIndex(made.findData("digits"))
    made.resize(240, 30)
    made.show()
    made.showPopup()
    return made


def test_every_data_set_is_in_one_group():
    every = [kind.name for kinds in grouped().values() for kind in kinds]
    assert sorted(every) == sorted(data_sets()) and tuple(grouped()) == GROUPS
    where = {kind.name: group for group, kinds in grouped().items() for kind in kinds}
    assert {
        name: where[name]
        for name in ("digits", "iris", "karate", "reviews", "sine", "heartbeats", "volumes", "image_folder")
    } == {
        "digits": PICTURES, "iris": TABLES, "karate": TABLES, "reviews": TEXT, "sine": SERIES, "heartbeats": SOUNDS,
        "volumes": BODIES, "image_folder": OWN,
    }  # fmt: skip
    assert all(kinds for kinds in grouped().values())


def test_the_list_opens_with_the_present_set_in_sight(box):
    assert box.list is not None and box.list.isVisible()
    assert len(box.list.shown()) == len(data_sets())
    assert box.list.tree.currentItem().text(0) == "Handwritten digits"
    assert box.list.tree.currentItem().toolTip(0)


@pytest.mark.parametrize(
    ("asked", "found"),
    [("moons", "moons"), ("手写", "digits"), ("regression sine", "sine"), ("heart", "heartbeats"), ("鸢尾", "iris")],
)
def test_words_of_both_languages_find_a_set(box, asked, found):
    box.list.search.setText(asked)
    assert found in box.list.shown() and len(box.list.shown()) < 12


def test_what_nobody_knows_leaves_nothing(box):
    QTest.keyClicks(box.list.search, "zzzz")
    assert box.list.shown() == ()
    QTest.keyClick(box.list.search, Qt.Key.Key_Return)
    assert box.list.isVisible()  # there is nothing to take


def test_enter_takes_the_first_that_is_found_and_a_click_any(box, qtbot):
    heard: list[object] = []
    box.activated.connect(lambda index: heard.append(box.itemData(index)))
    QTest.keyClicks(box.list.search, "moons")
    QTest.keyClick(box.list.search, Qt.Key.Key_Return)
    assert heard == ["moons"] and box.currentData() == "moons" and not box.list.isVisible()
    box.showPopup()
    tree = box.list.tree
    row = next(row for row in box.list._rows() if row.text(0) == "Iris flowers")
    tree.scrollToItem(row)
    QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=tree.visualItemRect(row).center())
    assert heard == ["moons", "iris"] and not box.list.isVisible()
