"""A trained network tried in the real window: a digit drawn with the mouse, numbers typed, a text it goes on with."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import presets
from tests.workbench.desk import Desk
from tests.workbench.test_asking import answered, panel
from tests.workbench.test_every_control import unexplained
from widgets import language, theme
from workbench.given import Counted, Drawn
from workbench.help_panels import PANELS
from workbench.settings import Language
from workbench.try_panel import TryIt
from workbench.write_panel import BEAM, SAMPLE, Write


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))
    theme.apply(qapp, theme.LIGHT)
    found = Desk(qapp, tmp_path, preset="softmax_regression", size=(1280, 800))
    yield found
    found.leave()
    language.install(qapp, {})
    theme.apply(qapp, theme.LIGHT)


def test_a_digit_is_drawn_and_the_network_says_what_it_is(desk: Desk, tmp_path: Path) -> None:
    before = desk.document()
    trying = panel(desk, "try", "try", TryIt)
    (giver,) = trying.givers
    assert isinstance(giver, Drawn) and not giver.board.is_empty()  # an example stands there at first
    assert trying.said.text().startswith("It says ")
    desk.press(trying.wipe)
    answered(desk, trying)
    assert giver.board.is_empty()
    board, empty = giver.board, trying.answer["reply"].shares
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=QPoint(board.width() // 2, 20))
    QTest.mouseMove(board, QPoint(board.width() // 2, board.height() - 20))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=QPoint(board.width() // 2, board.height() - 20))
    answered(desk, trying)
    drawn = trying.answer["reply"].shares
    assert drawn != empty and sum(drawn.values()) <= 1.0 + 1e-6
    QTest.keyClick(board, Qt.Key.Key_Space)  # and with the keyboard
    QTest.keyClick(board, Qt.Key.Key_Right)
    answered(desk, trying)
    assert trying.answer["reply"].shares != drawn
    trying.example.number.setValue(5)
    answered(desk, trying)
    assert trying._raw == {}
    trying.give_file(tmp_path / "nothing.png")
    answered(desk, trying)
    assert "cannot be read as a picture" in trying.said.text()
    assert unexplained(desk.window.docks.docks["try"]) == [] and {"try", "write"} <= set(PANELS)
    assert desk.document() == before

    desk.session.adopt(presets.build("mlp"), None)
    answered(desk, trying)
    (numbers,) = trying.givers
    assert isinstance(numbers, Counted) and len(numbers.fields) == 2
    shares = trying.answer["reply"].shares
    numbers.fields[0].setValue(numbers.fields[0].value() + 3)
    answered(desk, trying)
    assert trying.answer["reply"].shares != shares


def test_a_network_writes_in_three_ways(desk: Desk) -> None:
    refused = panel(desk, "write", "write", Write)
    assert refused.said.text().startswith("This network writes no text")
    desk.session.adopt(presets.build("rnn_language_model"), None)
    refused.most.setValue(6)
    answered(desk, refused)
    QTest.keyClicks(refused.prompt, "the ")
    answered(desk, refused)
    assert refused.text.toPlainText().startswith("the ") and len(refused.answer["tokens"]) == 6
    assert "Token 6 of 6" in refused.at.text() and not refused.shares.is_empty()
    cursor = refused.text.textCursor()
    cursor.setPosition(5)
    refused.text.setTextCursor(cursor)
    assert "Token 1 of 6" in refused.at.text()
    refused.way.choose(SAMPLE)
    answered(desk, refused)
    once = refused.text.toPlainText()
    desk.press(refused.again)
    answered(desk, refused)
    assert refused.text.toPlainText() != once
    refused.way.choose(BEAM)
    answered(desk, refused)
    assert len(refused.text.toPlainText().splitlines()) == 3 and not refused.tree.is_empty()
    twigs = refused.tree.places()
    assert np.isfinite(twigs).all() and twigs[:, 0].max() == 6
    desk.appearance.speak(Language.CHINESE)
    QTest.qWait(50)
    assert "对数概率" in refused.at.text()
    assert unexplained(desk.window.docks.docks["write"]) == []
