"""Schedules at work: applied at every step, replaced by a person, and gone on with after a stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphs.recipe import SGD, Adam, Player
from graphs.schedules import Cosine, Moment, OneCycle, Plateau, Schedule, StepDecay
from tests.workbench.engine.small import curve, finished, flowers, rivals, same_weights, train, trainer
from workbench.engine import Control, ControlChanged, EpochDone
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def scheduled(schedule: Schedule, epochs: int = 3, learning_rate: float = 0.02):
    """The iris network with a schedule."""
    player = Player(optimizer=Adam(learning_rate=learning_rate), schedule=schedule)
    return flowers(epochs=epochs, players=(player,))


def test_every_step_has_the_rate_of_the_curve_drawn_before(tmp_path: Path) -> None:
    import torch

    project = scheduled(Cosine(warmup=0.5))
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    (mover,) = training.movers
    expected = project.recipe.players[0].schedule.curve(0.02, 7, 21)
    with training.random:
        for step, rate in expected:
            assert training.step == step
            training.advance()
            assert mover.learning_rate == rate
            assert {group["lr"] for group in mover.optimizer.param_groups} == {rate}
    events, _ = train(project, tmp_path / "run")
    assert curve(events, "lr/all")[-1] == pytest.approx(expected[-1][1])
    assert len(curve(events, "lr/all")) > 10


def test_a_persons_rate_stands_until_the_schedule_is_resumed(tmp_path: Path) -> None:
    control = Control()
    project = scheduled(Cosine(), epochs=6)
    one = trainer(project, tmp_path / "run", control)
    rates = {}
    for event in one.run():
        if isinstance(event, EpochDone):
            rates[event.epoch] = one._at_work.movers[0].learning_rate
            if event.epoch == 2:
                control.set_learning_rate(0.05)
            if event.epoch == 4:
                control.resume_schedule()
    schedule = project.recipe.players[0].schedule
    last = {epoch: schedule.rate(0.02, Moment(step=7 * epoch - 1, per_epoch=7, steps=42)) for epoch in range(1, 7)}
    assert rates == {1: last[1], 2: last[2], 3: 0.05, 4: 0.05, 5: last[5], 6: last[6]}


def test_the_change_is_in_the_log_of_the_run(tmp_path: Path) -> None:
    control = Control()
    one = trainer(scheduled(Cosine()), tmp_path / "run", control)
    told = []
    for event in one.run():
        if isinstance(event, EpochDone) and event.epoch == 1:
            control.set_learning_rate(0.05)
            control.resume_schedule()
        if isinstance(event, ControlChanged):
            told.append((event.name, event.value))
    assert told == [("learning_rate/all", 0.05), ("learning_rate/all", "schedule")]


@pytest.mark.parametrize(
    "schedule", [Cosine(warmup=0.5), OneCycle(), Plateau(factor=0.5, patience=0)], ids=lambda one: one.type
)
def test_a_run_goes_on_as_if_never_stopped(schedule: Schedule, tmp_path: Path) -> None:
    project = scheduled(schedule, epochs=6, learning_rate=0.5)
    whole, _ = train(project, tmp_path / "whole")
    control = Control()
    one = trainer(project, tmp_path / "parts", control)
    for event in one.run():
        if isinstance(event, EpochDone) and event.epoch == 4:
            control.stop()
    parts, _ = train(project, tmp_path / "parts", resume=True)
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
    assert curve(parts, "lr/all").tolist() == curve(whole, "lr/all").tolist()[-len(curve(parts, "lr/all")) :]


def test_a_chosen_rate_is_still_held_after_a_stop(tmp_path: Path) -> None:
    project, control = scheduled(Cosine(), epochs=4), Control()
    for event in trainer(project, tmp_path / "run", control).run():
        if isinstance(event, EpochDone) and event.epoch == 1:
            control.set_learning_rate(0.007)
        if isinstance(event, EpochDone) and event.epoch == 2:
            control.stop()
    events, _ = train(project, tmp_path / "run", resume=True)
    assert set(curve(events, "lr/all")) == {0.007}


def test_a_plateau_lowers_the_rate_and_says_so(tmp_path: Path) -> None:
    project = scheduled(Plateau(factor=0.5, patience=0, end=0.1), epochs=12, learning_rate=1.0)
    events, _ = train(project, tmp_path / "run")
    drops = [event.value for event in events if isinstance(event, ControlChanged)]
    losses = [event.validation["loss"] for event in events if isinstance(event, EpochDone)]
    lowest, expected = float("inf"), 0
    for loss in losses:
        expected += loss >= lowest
        lowest = min(lowest, loss)
    assert drops == [float(n + 1) for n in range(expected)] and expected > 0
    if losses[-1] < min(losses[:-1]) or expected > 1:
        assert curve(events, "lr/all")[-1] <= 0.5


def test_each_player_has_its_own_schedule(tmp_path: Path) -> None:
    project = rivals()
    judge, maker = project.recipe.players
    judge = judge.model_copy(update={"schedule": StepDecay(every=1, factor=0.1), "optimizer": SGD(learning_rate=0.1)})
    project.recipe = project.recipe.model_copy(update={"players": (judge, maker)})
    events, _ = train(project, tmp_path / "run")
    assert curve(events, "lr/judge")[-1] == pytest.approx(0.01)
    assert set(curve(events, "lr/maker")) == {0.1}
    assert finished(events).steps == 10
