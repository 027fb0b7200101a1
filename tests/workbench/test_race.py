"""The race of optimizers as a person plays it, and the map of a run's loss."""

import numpy as np
import pytest
from PySide6.QtTest import QTest

from graphs.optimizers import Adam, Muon
from workbench.race import LINE, Race
from workbench.race_runners import POINTS, suited


@pytest.fixture
def race(qtbot):
    """A race that is shown, whose first way has been computed."""
    made = Race(Adam(learning_rate=0.2))
    made.steps.setValue(20)
    made.show()
    wait(made)
    yield made
    made.close()
    QTest.qWait(20)


def wait(race, after=None):
    """Until another race has been run."""
    for _ in range(3000):
        if race._run is not after and not race._errand.busy and not race._waits.isActive():
            return
        QTest.qWait(20)
    raise AssertionError("The race was never computed.")


def test_the_recipes_own_optimizer_runs_among_others_and_is_played_step_by_step(race):
    assert race.runners()[0].optimizer == Adam(learning_rate=0.2) and len(race.runners()) == 5
    assert race.position == 20 and race.map.head == 20
    race.rewind()
    assert race.position == 0 and race.map.head == 0
    race.step.click()
    assert race.position == 1 and len(race.curves.values_table().rows) == 2
    race.play.click()
    assert race.playing
    for _ in range(3000):
        if race.position > 1:
            break
        QTest.qWait(20)
    assert race.position > 1
    race.play.click()
    assert not race.playing and "Lowest after 20 steps" in race.said.full_text


def test_a_click_on_the_map_moves_the_start_and_another_slope_brings_its_own(race):
    before = race._run
    race.map.placeChosen.emit(1.0, 0.5)
    wait(race, before)
    np.testing.assert_array_equal(race._run.courses[0].path[0], (1.0, 0.5))
    before = race._run
    race.choose(LINE)
    wait(race, before)
    assert [one.batch for one in race.runners()] == [POINTS, 4, 1] and "by batch size: 64: 0" in race.said.full_text
    rows = race.rows
    rows[0].removed.emit()
    assert len(race.rows) == 2 and not any(row.remove.isEnabled() for row in race.rows)
    race.add.click()
    assert len(race.rows) == 3


def test_a_recipe_whose_optimizer_needs_matrices_is_not_among_the_runners(qtbot):
    made = Race(Muon())
    assert all(not isinstance(one.optimizer, Muon) for one in made.runners())
    assert suited("SGD", 0.06, 0.9).learning_rate == pytest.approx(0.006)
    made.close()
