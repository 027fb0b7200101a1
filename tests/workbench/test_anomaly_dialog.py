"""A training that breaks with a number that is not finite: the banner names the node, and shows what came into it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.workbench.desk import Desk
from tests.workbench.engine.small import failed, flowers, train
from widgets.controls import colour
from workbench.anomaly_dialog import AnomalyDialog, described, picture
from workbench.engine import Sample
from workbench.engine.runs import Run


def test_what_came_in_is_told_before_the_end_and_kept(tmp_path: Path) -> None:
    project = flowers(epochs=1)
    project.network.put_node(replace(project.network.node("tanh"), type="Log"))  # of what lies around zero
    events, _ = train(project, tmp_path / "run")
    assert failed(events).node == project.network.node("tanh").id
    (told,) = (event for event in events if isinstance(event, Sample) and event.probe == "anomaly")
    assert events.index(told) < len(events) - 1 and told.labels["node"] == ("tanh",)
    assert told.data["x"].shape[1:] == (12,) and (told.data["x"].min(axis=1) < 0).all()
    with Run.open(tmp_path / "run") as run:
        (kept,) = run.samples("anomaly")
        assert kept.data["x"].tobytes() == told.data["x"].tobytes()


def anomaly() -> Sample:
    maps = np.linspace(-1, 1, 2 * 3 * 4 * 4).reshape(2, 3, 4, 4)
    maps[0, 0, 1, 2] = np.nan
    return Sample("anomaly", 1234, {"x": maps, "target": np.array([[1.0], [np.inf]])}, {"node": ("loss",)})


def test_pictures_and_numbers_with_what_is_not_finite_marked(desk: Desk) -> None:
    dialog = AnomalyDialog(anomaly(), desk.window)
    assert "loss" in dialog.windowTitle() and "1,234" in dialog.windowTitle()
    assert len(dialog.pictures) == 2 and dialog.tables["x"].rowCount() == 2
    marked = dialog.tables["target"].item(1, 0)
    assert marked is not None and marked.text() == "inf" and marked.foreground().color() == colour("danger")
    assert picture(anomaly().data["x"][0]).pixelColor(2, 1) == colour("danger")
    assert described(anomaly().data["x"]) == "2 examples of 3×4×4 numbers, from -1 to 1; 1 are not finite"
    dialog.deleteLater()


def test_the_banner_leads_to_it(desk: Desk) -> None:
    from graphs.message import say
    from workbench.engine.events import Failure, RunFailed

    end = RunFailed(say("{node} broke.", node="loss"), desk.id("loss"), say("Lower it."), Failure.NOT_FINITE, 1234)
    desk.session.handle(anomaly())
    desk.session.handle(end)
    seen: list[str] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, AnomalyDialog):
            seen.append(dialog.windowTitle())
            dialog.reject()

    QTimer.singleShot(200, look)
    desk.press(desk.window.tab.banner.input_button)
    assert seen == ["What came into loss at step 1,234"]
