"""Weights from an earlier run, chosen in the window: taken over, begun with once, taken back by undo."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import presets
from tests.workbench.engine.small import train
from workbench.beginnings import learned
from workbench.engine.runs import runs_folder
from workbench.session import RunState
from workbench.weights_dialog import WeightsDialog


def choosing(seen: list[int], row: int) -> None:
    """Look at the list when it is there, choose a row with the keyboard, and take it."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, WeightsDialog):
            QTimer.singleShot(50, look)
            return
        seen.append(dialog.runs.count())
        if dialog.runs.count() <= row:
            assert not dialog.buttons["take"].isEnabled()
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        dialog.runs.setCurrentRow(row)
        QTest.mouseClick(dialog.buttons["take"], Qt.MouseButton.LeftButton)

    QTimer.singleShot(50, look)


@pytest.fixture(autouse=True)
def own_runs(tmp_path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    """A folder of runs for this test alone."""
    monkeypatch.setenv("WORKBENCH_RUNS", str(tmp_path / "runs"))


@pytest.fixture
def earlier(desk) -> Path:  # type: ignore[no-untyped-def]
    """An earlier training of the same network, where runs are kept."""
    project = presets.build("lenet5")
    project.recipe = project.recipe.model_copy(update={"epochs": 1})
    folder = runs_folder() / "earlier"
    train(project, folder)
    return folder


def test_the_next_training_begins_with_them(desk, earlier) -> None:  # type: ignore[no-untyped-def]
    seen: list[int] = []
    choosing(seen, 0)
    desk.window.actions_table["take_weights"].trigger()
    assert seen == [1]
    c1 = desk.id("C1")
    taken = learned(earlier)["C1.weight"]
    assert np.array_equal(desk.session.project.weights[c1, "weight"], taken)
    desk.session.undo()
    assert (c1, "weight") not in desk.session.project.weights
    desk.session.redo()
    desk.window.training.step()
    desk.wait(lambda: desk.session.state is RunState.PAUSED, what="one step")
    desk.window.training.stop()
    desk.wait(lambda: desk.session.state is RunState.IDLE, what="the end")
    begun = desk.session.project.weights[c1, "weight"]
    assert not np.array_equal(begun, taken) and np.abs(begun - taken).max() < 0.01  # one step of Adam away


def test_without_a_run_nothing_can_be_taken(desk) -> None:  # type: ignore[no-untyped-def]
    seen: list[int] = []
    before = desk.document()
    choosing(seen, 0)
    desk.window.actions_table["take_weights"].trigger()
    assert seen == [0] and desk.document() == before
