"""Early stopping: the run ends when the validation loss no longer falls, and the best weights are kept and tested."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from graphs.recipe import Adam, Player
from tests.workbench.engine.small import finished, flowers, kept_weights, same_weights, train, trainer
from workbench.engine import Control, EpochDone
from workbench.engine.checkpoint import read_weights
from workbench.engine.trainer import load_data
from workbench.engine.training import Training

HASTY = (Player(optimizer=Adam(learning_rate=0.5)),)


def test_it_ends_when_patience_does_and_keeps_and_tests_the_best(tmp_path: Path) -> None:
    project = flowers(epochs=60, players=HASTY, patience=3)
    events, _ = train(project, tmp_path / "run")
    losses = [event.validation["loss"] for event in events if isinstance(event, EpochDone)]
    best = min(range(len(losses)), key=losses.__getitem__)
    last = finished(events)
    assert len(losses) == best + 1 + 3 < 60 and last.steps == 7 * len(losses)
    assert last.tested_step == 7 * (best + 1) and not last.stopped
    assert last.validation["loss"] == pytest.approx(losses[best])
    kept, lowest = kept_weights(tmp_path / "run"), read_weights(tmp_path / "run" / "best.safetensors")
    assert all((kept[key] == lowest[key]).all() for key in lowest)
    by_hand = Training(project, load_data(project), torch.device("cpu"), 1)
    by_hand.take_weights(tmp_path / "run" / "best.safetensors")
    assert by_hand.evaluate("test") == last.test


def test_without_patience_the_last_weights_are_tested(tmp_path: Path) -> None:
    events, _ = train(flowers(epochs=2), tmp_path / "run")
    assert finished(events).tested_step == finished(events).steps == 14


def test_a_run_goes_on_with_the_patience_it_had(tmp_path: Path) -> None:
    project = flowers(epochs=60, players=HASTY, patience=3)
    whole, _ = train(project, tmp_path / "whole")
    control = Control()
    epochs = finished(whole).epochs
    for event in trainer(project, tmp_path / "parts", control).run():
        if isinstance(event, EpochDone) and event.epoch == epochs - 1:
            control.stop()
    parts, _ = train(project, tmp_path / "parts", resume=True)
    assert finished(parts).steps == finished(whole).steps
    assert finished(parts).test == finished(whole).test
    assert same_weights(tmp_path / "whole", tmp_path / "parts")
    again, _ = train(project, tmp_path / "parts", resume=True)
    assert finished(again).steps == finished(whole).steps and finished(again).test == finished(whole).test
