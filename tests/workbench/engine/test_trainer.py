"""A training learns, repeats itself to the last bit, and does between two steps what it is asked."""

import threading
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.recipe import SGD, Order, Player
from tests.workbench.engine.small import curve, finished, flowers, kept_weights, same_weights, train, trainer
from workbench.engine import (
    CheckpointSaved,
    Control,
    ControlChanged,
    ControlError,
    EpochDone,
    Paused,
    Progress,
    Resumed,
    RunStarted,
    Scalars,
)
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer, load_data


def test_a_small_network_learns_iris_and_the_test_is_asked_once(tmp_path: Path) -> None:
    events, _ = train(flowers(epochs=20), tmp_path / "run")
    started = events[0]
    assert isinstance(started, RunStarted)
    assert (started.epochs, started.steps_per_epoch, started.steps) == (20, 7, 140)
    assert started.device == "CPU, 1 thread"
    assert started.parameters == 4 * 12 + 12 + 2 * 12 + 12 * 3 + 3
    last = finished(events)
    assert (last.epochs, last.steps, last.stopped) == (20, 140, False)
    assert last.test["accuracy"] >= 0.85
    losses = curve(events)
    assert len(losses) == 140
    assert losses[-7:].mean() < 0.5 * losses[:7].mean()
    assert [e.epoch for e in events if isinstance(e, EpochDone)] == list(range(1, 21))


def test_every_step_is_written_down_with_the_number_the_event_had(tmp_path: Path) -> None:
    events, _ = train(flowers(), tmp_path / "run")
    with Run.open(tmp_path / "run") as run:
        steps, values = run.scalars("train/loss")
        assert steps.tolist() == list(range(1, 22))
        assert values.tolist() == curve(events).tolist()
        assert run.scalars("val/loss")[0].tolist() == [7, 14, 21]
        assert run.scalars("val/accuracy")[1].tolist() == curve(events, "val/accuracy").tolist()
        assert run.meta("result")["test"] == dict(finished(events).test)
        assert run.info().state == "finished"


def test_the_losses_are_those_of_a_loop_written_by_hand(tmp_path: Path) -> None:
    project = flowers(dropout=0.0, epochs=2, order=Order.AS_GIVEN, players=(Player(optimizer=SGD(learning_rate=0.1)),))
    events, _ = train(project, tmp_path / "run")
    data = load_data(project).parts.training
    torch.manual_seed(project.recipe.seed)
    hidden, norm, scores = torch.nn.Linear(4, 12), torch.nn.BatchNorm1d(12), torch.nn.Linear(12, 3)
    parameters = [p for module in (hidden, norm, scores) for p in module.parameters()]
    optimizer = torch.optim.SGD(parameters, lr=0.1, fused=True)
    x, label = torch.from_numpy(data["features"]), torch.from_numpy(data["label"])
    expected = []
    for _ in range(2):
        for start in range(0, len(x), 16):
            rows = torch.arange(start, min(start + 16, len(x)))
            out = scores(norm(hidden(x[rows])).tanh())
            loss = torch.nn.functional.cross_entropy(out, label[rows])
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            expected.append(loss.item())
    assert curve(events).tolist() == pytest.approx(expected, rel=1e-6)


def test_the_same_seed_gives_the_same_bits_whatever_others_draw_between_events(tmp_path: Path) -> None:
    quiet, _ = train(flowers(), tmp_path / "quiet")
    noisy = []
    drawn = []
    torch.manual_seed(99)
    for event in trainer(flowers(), tmp_path / "noisy").run():
        drawn.append(torch.randn(3))
        noisy.append(event)
    torch.manual_seed(99)
    assert all(torch.equal(torch.randn(3), numbers) for numbers in drawn)  # nor does the training touch theirs
    assert curve(noisy).tobytes() == curve(quiet).tobytes()
    assert same_weights(tmp_path / "quiet", tmp_path / "noisy")
    other, _ = train(flowers(seed=1), tmp_path / "other")
    assert curve(other).tobytes() != curve(quiet).tobytes()


def test_pause_and_single_steps_and_going_on_change_no_number(tmp_path: Path) -> None:
    quiet, _ = train(flowers(), tmp_path / "quiet")
    control = Control()
    control.pause()
    events, paused_at = [], []
    for event in trainer(flowers(), tmp_path / "paused", control).run():
        events.append(event)
        if isinstance(event, Paused):
            paused_at.append(event.step)
            control.step_once() if len(paused_at) < 4 else control.resume()
    assert paused_at == [0, 1, 2, 3]
    assert [e.step for e in events if isinstance(e, Resumed)] == [3]
    assert curve(events).tobytes() == curve(quiet).tobytes()
    assert same_weights(tmp_path / "quiet", tmp_path / "paused")


def test_stop_is_honoured_within_one_batch_and_the_run_goes_on_later(tmp_path: Path) -> None:
    whole, _ = train(flowers(epochs=4), tmp_path / "whole")
    control = Control()
    first = []
    for event in trainer(flowers(epochs=4), tmp_path / "parts", control).run():
        first.append(event)
        if isinstance(event, EpochDone) and event.epoch == 2:
            control.step_once()  # one more batch, then it waits
        if isinstance(event, Paused):
            control.stop()
    stopped = finished(first)
    assert stopped.stopped
    assert stopped.steps == 15
    assert stopped.test == {}
    second = list(Trainer.resumed(tmp_path / "parts", probes=()).run())
    assert isinstance(second[0], RunStarted)
    assert second[0].step == 15
    assert np.concatenate([curve(first), curve(second)]).tobytes() == curve(whole).tobytes()
    assert finished(second).test == finished(whole).test
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
    with Run.open(tmp_path / "whole") as one, Run.open(tmp_path / "parts") as other:
        for tag in ("train/loss", "train/accuracy", "val/loss"):
            assert one.scalars(tag)[1].tobytes() == other.scalars(tag)[1].tobytes()


def test_stop_from_another_thread_ends_a_long_run(tmp_path: Path) -> None:
    control = Control()
    threading.Timer(0.3, control.stop).start()
    events, _ = train(flowers(epochs=100_000), tmp_path / "run", control=control)
    assert finished(events).stopped


def test_a_new_learning_rate_holds_from_the_next_step_and_is_written_down(tmp_path: Path) -> None:
    control = Control()
    control.pause()
    events = []
    for event in trainer(flowers(), tmp_path / "run", control).run():
        events.append(event)
        if isinstance(event, Paused):
            if event.step < 5:
                control.step_once()
            else:
                control.set_learning_rate(0.0)
                control.resume()
    changed = [e for e in events if isinstance(e, ControlChanged)]
    assert [(e.step, e.name, e.value) for e in changed] == [(5, "learning_rate/all", 0.0)]
    quiet, _ = train(flowers(), tmp_path / "quiet")
    assert curve(events)[:6].tobytes() == curve(quiet)[:6].tobytes()  # the sixth loss is measured before its step
    assert curve(events)[6] != curve(quiet)[6]
    with Run.open(tmp_path / "run") as run:
        assert run.controls() == ((5, "learning_rate/all", 0.0),)
        steps, rates = run.scalars("lr/all")
        assert dict(zip(steps.tolist(), rates.tolist(), strict=True))[5] == 0.0
    with pytest.raises(ControlError, match="from 0 to 100"):
        control.set_learning_rate(-1.0)


def test_frozen_nodes_keep_weights_and_running_averages(tmp_path: Path) -> None:
    project = flowers()
    for name in ("hidden", "norm"):
        project.network.put_node(replace(project.network.node(name), frozen=True))
    made = trainer(project, tmp_path / "run")
    stream = made.run()
    next(stream)
    before = made.weights()
    for _ in stream:
        pass
    after = kept_weights(tmp_path / "run")
    moved = {node for node, key in before if before[node, key].tobytes() != after[node, key].tobytes()}
    assert moved == {project.network.node("scores").id}


def test_the_best_weights_are_kept_beside_the_last(tmp_path: Path) -> None:
    events, _ = train(flowers(epochs=6), tmp_path / "run")
    losses = curve(events, "val/loss")
    saved = [e for e in events if isinstance(e, CheckpointSaved) and e.kind == "best"]
    assert saved[-1].step == 7 * (1 + int(losses.argmin()))
    assert (tmp_path / "run" / "best.safetensors").exists()


def test_training_can_begin_with_the_weights_learned_before(tmp_path: Path) -> None:
    project = flowers(epochs=10)
    train(project, tmp_path / "first")
    project.weights = kept_weights(tmp_path / "first")
    fresh, _ = train(project, tmp_path / "fresh")
    going_on, _ = train(project, tmp_path / "going_on", keep_weights=True)
    assert curve(going_on)[0] < curve(fresh)[0]
    assert curve(fresh)[0] > 0.8


def test_a_batch_of_one_example_joins_the_one_before_it(tmp_path: Path) -> None:
    events, _ = train(flowers(batch_size=26, epochs=1), tmp_path / "run")  # 105 = 4 · 26 + 1
    assert finished(events).steps == 4


def test_progress_tells_speed_and_time_left(tmp_path: Path) -> None:
    control, progress = Control(), list[Progress]()
    for event in trainer(flowers(epochs=100_000), tmp_path / "run", control).run():
        if isinstance(event, Progress):
            progress.append(event)
            control.stop()
    assert progress
    assert all(p.steps_per_second > 0 and p.seconds_left > 0 for p in progress)
    assert progress[-1].epoch == 1 + (progress[-1].step - 1) // 7


def test_metrics_of_the_training_come_from_every_batch_in_turn(tmp_path: Path) -> None:
    events, _ = train(flowers(batch_size=13, epochs=4), tmp_path / "run")  # 8 steps an epoch, measured every seventh
    steps = np.concatenate([e.steps for e in events if isinstance(e, Scalars) and "train/accuracy" in e.values])
    assert set(np.diff(steps).tolist()) == {7}


def test_progress_tells_how_many_examples_a_second(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.trainer.FETCH_SECONDS", 0.0)
    events, _ = train(flowers(epochs=1), tmp_path / "run")
    told = [event for event in events if isinstance(event, Progress)]
    assert told and all(one.examples_per_second == pytest.approx(16 * one.steps_per_second) for one in told)
