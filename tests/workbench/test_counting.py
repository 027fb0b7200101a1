"""The examples of each class are counted in a thread, and the list of problems speaks of uneven ones."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import numpy as np
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.widgets.drawings import small_lenet
from tests.workbench.desk import Desk
from widgets.problems import ProblemRow, Problems
from workbench.counting import Counter, advise_on_data
from workbench.data import data_set
from workbench.data.dataset import Table
from workbench.session import Session


class Uneven:
    """Ten classes of which the first is nearly all, in files of the person who trains on them."""

    own = True

    def __repr__(self) -> str:
        return "uneven"

    def class_names(self) -> tuple[str, ...]:
        """Ten names."""
        return tuple("0123456789")

    def load(self, seed: int) -> Table:
        """A hundred labels."""
        labels = np.zeros(100, dtype=np.int64)
        labels[:9] = np.arange(1, 10)
        return Table({"label": labels})


def test_uneven_classes_are_spoken_of_once_they_are_counted(qtbot: QtBot) -> None:
    opened = small_lenet()
    problems, counter, data = Problems(opened), Counter(), Uneven()
    qtbot.addWidget(problems)
    problems.show()
    session: Any = SimpleNamespace(project=opened.project, data_set=data)
    advise_on_data(problems, counter, lambda: cast(Session, session))
    assert problems.rows == []
    with qtbot.waitSignal(counter.counted):
        assert counter.ask(data) is None
    assert counter.labels(data) == {"label": (91, 1, 1, 1, 1, 1, 1, 1, 1, 1)}

    def spoken(rule: str) -> list[ProblemRow]:
        return [row for row in problems.rows if row.diagnostic.rule == rule]

    qtbot.waitUntil(lambda: len(spoken("class_imbalance")) == 1)
    assert "91 times as often" in spoken("class_imbalance")[0].diagnostic.text
    assert "learn from 70 examples" in spoken("by_heart")[0].diagnostic.text
    spoken("class_imbalance")[0].fix_buttons[0].click()
    qtbot.waitUntil(lambda: spoken("class_imbalance") == [])


def test_what_comes_along_is_not_nagged_about_at_open(desk: Desk) -> None:
    """Counting alone proves nothing of a preset and its data, so Problems praises it."""
    window = desk.window
    desk.wait(lambda: window.counter.known(desk.session.data_set), what="the number of examples")
    QTest.qWait(60)
    assert window.counter.known(desk.session.data_set) * 20 < desk.session.summary.parameters
    assert window.problems.rows == [] and window.problems.good is not None


def test_the_numbers_to_predict_are_known_as_the_loss_sees_them(qtbot: QtBot) -> None:
    counter, data = Counter(), data_set("diabetes")
    with qtbot.waitSignal(counter.counted):
        assert counter.ask(data) is None
    low, high = counter.ranges(data)["target"]
    assert -2.5 < low < -1 and 2 < high < 3  # of mean 0 and deviation 1
    assert counter.labels(data) == {} and counter.known(data) == 442
