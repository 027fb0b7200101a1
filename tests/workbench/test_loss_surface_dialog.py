"""The map of a run's loss as a person opens it: the path, random directions, the step of the time machine."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import isValid

import presets
from tests.workbench.desk import Desk
from workbench.engine.keeping import Checkpoints
from workbench.engine.trainer import Trainer
from workbench.loss_surface_dialog import RANDOM, LossSurfaceDialog, show_loss_surface
from workbench.run_list import open_run


@pytest.fixture
def map_of_run(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[LossSurfaceDialog]:
    """The map of a short run of XOR."""
    monkeypatch.setattr("os.fsync", lambda file: None)
    monkeypatch.setattr("workbench.engine.loss_surface.SECONDS", 0.01)  # the coarsest grid there is
    monkeypatch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step % 5 == 0)
    project = presets.build("xor_relu")
    project.recipe = project.recipe.model_copy(update={"epochs": 20})
    for _ in Trainer(project, tmp_path / "run", threads=1, probes=()).run():
        pass
    desk = Desk(qapp, tmp_path, preset="xor_relu", size=(1280, 800))
    desk.window.tab.session.changed.emit()
    assert show_loss_surface(desk.window) is None  # no run is open yet
    open_run(desk.window, tmp_path / "run")
    found = show_loss_surface(desk.window)
    assert found is not None
    desk.wait(lambda: found.surface is not None, what="the map")
    yield found
    if isValid(found):
        found.close()
    QTest.qWait(30)
    desk.leave()


def test_the_path_follows_the_time_machine_and_random_directions_are_drawn_anew(
    map_of_run: LossSurfaceDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    surface, timeline = map_of_run.surface, map_of_run._tab.timeline
    assert surface is not None and surface.steps.tolist() == [0, 5, 10, 15, 20]
    assert map_of_run.map.head == 4 and "Step 20" in map_of_run.said.full_text
    timeline.go(11)
    assert map_of_run.map.head == 2 and "Step 10" in map_of_run.said.full_text
    timeline.go(None)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *words: (str(tmp_path / "map.csv"), ""))
    map_of_run.save.click()
    rows = (tmp_path / "map.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rows) == 1 + surface.heights.size + 5
    map_of_run.directions.choose(RANDOM)
    for seed in (0, 1):
        for _ in range(400):
            QTest.qWait(20)
            if map_of_run.surface is not surface and not map_of_run._errand.busy:
                break
        assert map_of_run.surface is not None and map_of_run.surface is not surface, seed
        assert "random directions show the valley" in map_of_run.said.full_text
        surface = map_of_run.surface
        map_of_run.other.click()
