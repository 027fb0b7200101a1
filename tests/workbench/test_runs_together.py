"""Several runs asked together in the window: what each reaches alone, and what the mean of their answers reaches."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.workbench.desk import LEFT, Desk
from tests.workbench.engine.small import flowers, train
from workbench.engine.ensembles import evaluate_runs
from workbench.engine.runs import list_runs
from workbench.runs_together import KeptRuns


def test_chosen_runs_are_measured_alone_and_together(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folders = [tmp_path / name for name in ("one", "two", "other")]
    for place, folder in enumerate(folders):
        train(flowers(epochs=1, **({"seed": 1} if place == 2 else {})), folder)
    dialog = KeptRuns(tuple(list_runs(tmp_path)), "Runs", "", "Open", desk.window)
    dialog.show()

    def choose(*names: str) -> None:
        dialog.tree.clearSelection()
        for place in range(dialog.tree.topLevelItemCount()):
            item = dialog.tree.topLevelItem(place)
            if Path(item.data(0, Qt.ItemDataRole.UserRole)).name in names:
                area = dialog.tree.visualItemRect(item).center()
                QTest.mouseClick(dialog.tree.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, area)

    choose("one")
    assert not dialog.together.isEnabled() and dialog.buttons["open"].isEnabled()
    choose("one", "two")
    assert not dialog.buttons["open"].isEnabled()
    desk.press(dialog.together)
    desk.wait(lambda: "together" in dialog.said.full_text, 30, "the ensemble")
    expected = evaluate_runs(folders[:2])
    assert f"accuracy: {evaluate_runs(folders[:1])['accuracy']:.4g}" in dialog.said.full_text
    assert f"together {expected['loss']:.4g}" in dialog.said.full_text
    # Another seed has dealt the examples otherwise: what one was tested on another has learned from.
    choose("one", "other")
    desk.press(dialog.together)
    desk.wait(lambda: "together" not in dialog.said.full_text and "asked" not in dialog.said.full_text, 30, "a word")
    assert "other" in dialog.said.full_text
    dialog.close()
