"""What is changed while a training runs is written down, and the run can be made again from what is written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch

from graphs.project import Project
from graphs.recipe import SGD, Adam, Player
from graphs.schedules import Cosine
from tests.workbench.engine.small import curve, failed, finished, flowers, rivals, same_weights, train, trainer
from tests.workbench.engine.test_faults import diverging
from workbench.engine import Control, ControlChanged, ControlError, EpochDone, Event, Failure, Paused, RunStarted
from workbench.engine.checkpoint import load_checkpoint
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer


def steered(project: Project, folder: Path, wishes: dict[int, Callable[[Control], None]], **more: Any) -> list[Event]:
    """Train, and do something with the control after certain steps."""
    control = Control()
    control.pause()
    events = []
    for event in trainer(project, folder, control, **more).run():
        events.append(event)
        if isinstance(event, Paused):
            if event.step in wishes:
                wishes[event.step](control)
            if event.step < max(wishes):
                control.step_once()
            else:
                control.resume()
    return events


def node(project: Project, name: str) -> int:
    """The id of a node."""
    return project.network.node(name).id


def test_project_seed_and_log_are_the_whole_run(tmp_path: Path) -> None:
    player = Player(optimizer=Adam(learning_rate=0.02), schedule=Cosine())
    project = flowers(epochs=3, players=(player,))
    wishes: dict[int, Callable[[Control], None]] = {
        2: lambda c: c.set_learning_rate(0.007),
        4: lambda c: c.set_dropout(node(project, "drop"), 0.6),
        5: lambda c: c.set_loss_weight(node(project, "loss"), 2.5),
        6: lambda c: c.set_frozen(node(project, "hidden"), True),
        9: lambda c: (c.resume_schedule(), c.set_frozen(node(project, "hidden"), False))[0],
    }
    events = steered(project, tmp_path / "steered", wishes)
    told = [(e.step, e.name, e.value) for e in events if isinstance(e, ControlChanged)]
    assert told == [
        (2, "learning_rate/all", 0.007),
        (4, "dropout/drop", 0.6),
        (5, "loss_weight/loss", 2.5),
        (6, "frozen/hidden", 1.0),
        (9, "learning_rate/all", "schedule"),
        (9, "frozen/hidden", 0.0),
    ]
    with Run.open(tmp_path / "steered") as run:
        log = run.controls()
    assert [tuple(line) for line in log] == told
    again, _ = train(project, tmp_path / "again", script=log)
    assert curve(again).tobytes() == curve(events).tobytes()
    assert same_weights(tmp_path / "steered", tmp_path / "again")
    plain, _ = train(project, tmp_path / "plain")
    assert curve(plain).tobytes() != curve(events).tobytes()
    with Run.open(tmp_path / "again") as run:
        assert run.controls() == log  # and it can be made again from that one too


def test_live_changes_hold_after_a_resume(tmp_path: Path) -> None:
    project = flowers(epochs=4)
    wishes: dict[int, Callable[[Control], None]] = {
        3: lambda c: c.set_dropout(node(project, "drop"), 0.5),
        5: lambda c: c.set_loss_weight(node(project, "loss"), 0.5),
        8: lambda c: c.set_frozen(node(project, "scores"), True),
    }
    whole = steered(project, tmp_path / "whole", wishes)
    first = steered(project, tmp_path / "parts", {**wishes, 16: lambda c: c.stop()})
    assert finished(first).stopped
    second = list(Trainer.resumed(tmp_path / "parts", probes=()).run())
    assert isinstance(second[0], RunStarted) and second[0].step == 16
    assert finished(second).test == finished(whole).test
    assert same_weights(tmp_path / "whole", tmp_path / "parts")


def test_a_frozen_node_keeps_its_weights_from_the_next_step(tmp_path: Path) -> None:
    project = flowers(epochs=2)
    hidden = node(project, "hidden")
    steered(project, tmp_path / "run", {0: lambda c: c.set_frozen(hidden, True)})
    train(flowers(epochs=1), tmp_path / "start")
    tensors, _ = load_checkpoint(tmp_path / "run" / "last.safetensors")
    made = trainer(project, tmp_path / "fresh")
    next(made.run())
    start = made.weights()
    assert tensors[f"weights/{hidden}/weight"].numpy().tobytes() == start[hidden, "weight"].tobytes()
    scores = node(project, "scores")
    assert tensors[f"weights/{scores}/weight"].numpy().tobytes() != start[scores, "weight"].tobytes()


def test_the_weight_of_one_players_loss_is_that_players(tmp_path: Path) -> None:
    """With plain descent twice the weight is twice the rate."""
    project = rivals()
    loss = node(project, "maker_loss")
    steered(project, tmp_path / "weight", {0: lambda c: c.set_loss_weight(loss, 1.0)})  # 0.5 in the drawing
    steered(project, tmp_path / "rate", {0: lambda c: c.set_learning_rate(0.2, "maker")})
    one, _ = load_checkpoint(tmp_path / "weight" / "last.safetensors")
    other, _ = load_checkpoint(tmp_path / "rate" / "last.safetensors")
    for name, value in one.items():
        if name.startswith("weights/"):
            assert torch.allclose(value, other[name], rtol=1e-5, atol=1e-7)


def test_a_wish_about_nothing_is_told_in_the_log(tmp_path: Path) -> None:
    project = flowers(epochs=1)
    wishes: dict[int, Callable[[Control], None]] = {
        0: lambda c: c.set_dropout(node(project, "hidden"), 0.5),
        1: lambda c: c.set_frozen(node(project, "tanh"), True),
        2: lambda c: c.set_loss_weight(node(project, "tanh"), 2.0),
        3: lambda c: c.set_learning_rate(0.1, "nobody"),
    }
    events = steered(project, tmp_path / "run", wishes)
    assert not [e for e in events if isinstance(e, ControlChanged)]
    with Run.open(tmp_path / "run") as run:
        assert len([text for _, _, name, text in run.log() if name == "control" and "nothing here" in text]) == 4


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (lambda c: c.set_dropout(1, 1.0), "from 0 to below 1"),
        (lambda c: c.set_loss_weight(1, -1.0), "from 0 to 1000000"),
    ],
)
def test_what_cannot_be_is_refused(wish: Callable[[Control], None], words: str) -> None:
    with pytest.raises(ControlError, match=words):
        wish(Control())


def test_one_epoch_at_a_time_changes_no_number(tmp_path: Path) -> None:
    quiet, _ = train(flowers(), tmp_path / "quiet")
    control, paused = Control(), []
    control.pause()
    events = []
    for event in trainer(flowers(), tmp_path / "paused", control).run():
        events.append(event)
        if isinstance(event, Paused):
            paused.append(event.step)
            control.step_epoch()
    assert paused == [0, 7, 14] and [e.epoch for e in events if isinstance(e, EpochDone)] == [1, 2, 3]
    assert curve(events).tobytes() == curve(quiet).tobytes()
    assert same_weights(tmp_path / "quiet", tmp_path / "paused")


def test_the_node_that_broke_is_found_with_the_changes_made_live(tmp_path: Path) -> None:
    project = diverging(learning_rate=1e-4)
    events = steered(project, tmp_path / "run", {3: lambda c: c.set_learning_rate(50.0)})
    trouble = failed(events)
    assert trouble.kind is Failure.NOT_FINITE and trouble.node is not None


def test_plain_descent_follows_a_rate_that_is_changed(tmp_path: Path) -> None:
    project = flowers(players=(Player(optimizer=SGD(learning_rate=0.1), schedule=Cosine()),))
    events = steered(project, tmp_path / "run", {2: lambda c: c.set_learning_rate(0.5)})
    with Run.open(tmp_path / "run") as run:
        steps, rates = run.scalars("lr/all")
    assert set(rates[steps >= 3].tolist()) == {0.5}  # the schedule stays away until it is resumed
    assert finished(events).steps == 21
