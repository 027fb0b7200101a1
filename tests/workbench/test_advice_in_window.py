"""The advice of the textbooks in the window: a click shows its node, one more mends it, and Undo takes that back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

import graphs
from graphs.document import snapshot
from graphs.network import Outlet
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.desk import Desk

CLICK = Qt.MouseButton.LeftButton
Middle = Callable[[graphs.Network, Outlet], Outlet]


def softmax_at_the_end(net: graphs.Network, x: Outlet) -> Outlet:
    return net.add("Softmax", net.add("Linear", x, name="scores", out_features=3), name="unwise")


def sigmoids_in_a_row(net: graphs.Network, x: Outlet) -> Outlet:
    for number in range(3):
        x = net.add("Sigmoid", net.add("Linear", x, out_features=4), name="unwise" if not number else f"s{number}")
    return net.add("Linear", x, name="scores", out_features=3)


def dropout_before_the_norm(net: graphs.Network, x: Outlet) -> Outlet:
    x = net.add("BatchNorm1d", net.add("Dropout", x, name="drop"), name="norm")
    return net.add("Linear", x, name="scores", out_features=3)


def linear_after_linear(net: graphs.Network, x: Outlet) -> Outlet:
    return net.add("Linear", net.add("Linear", x, out_features=4, name="first"), name="scores", out_features=3)


NAMED: dict[str, Middle] = {
    "contains a softmax already": softmax_at_the_end,
    "3 sigmoids in a row": sigmoids_in_a_row,
    "stands before": dropout_before_the_norm,
    "two linear layers with nothing between": linear_after_linear,
}
"""What is said, and what it is said of; that classes are uneven is tried where examples are counted."""


def unwise(middle: Middle) -> Project:
    """A network for iris that works and could be better."""
    net = graphs.Network()
    x = net.add("Input", name="features", field="features", shape=(4,))
    net.add("CrossEntropyLoss", middle(net, x), net.add("Input", name="label", field="label"), name="loss")
    return Project(net, Recipe(data=DataChoice(name="iris")))


def test_what_is_advised_is_shown_and_mended_by_a_click_and_taken_back(desk: Desk) -> None:
    window = desk.window
    for words, middle in NAMED.items():
        window.files.open_project(unwise(middle))
        window.problems.refresh_now()
        assert desk.session.diagnostics == []
        (row,) = [row for row in window.problems.rows if words in row.diagnostic.text]
        window.canvas.select(())
        QTest.qWait(30)
        QTest.mouseClick(row, CLICK, pos=QPoint(8, row.height() // 2))  # anywhere on the row
        assert window.selection == (row.diagnostic.node,), words
        before = snapshot(desk.session.project)
        desk.press(row.fix_buttons[0])
        window.problems.refresh_now()
        assert not [row for row in window.problems.rows if words in row.diagnostic.text], words
        window.canvas.view.setFocus()
        desk.wait(window.actions_table["undo"].isEnabled, 5, "undo")
        desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert snapshot(desk.session.project) == before
        window.problems.refresh_now()
        assert [row for row in window.problems.rows if words in row.diagnostic.text], words


def test_the_code_in_the_window_is_saved_as_a_file_that_runs(
    desk: Desk, tmp_path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lenet.py"
    monkeypatch.setattr("widgets.code.QFileDialog.getSaveFileName", lambda *given: (str(path), ""))
    code = desk.window.code
    desk.wait(lambda: "class" in code.source and not code.is_printing, what="the code")
    desk.press(code.save_button)
    text = path.read_text(encoding="utf-8")
    assert text == code.source and "workbench" not in text.lower()
    compile(text, str(path), "exec")
