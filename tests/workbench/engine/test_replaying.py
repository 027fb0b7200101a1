"""A run made again from its log, also one that went on with another recipe: the same bits."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from tests.workbench.engine.small import failed, finished, flowers, same_weights, train
from workbench.engine.branching import branch
from workbench.engine.faults import FolderError
from workbench.engine.memory import Relief, relieved
from workbench.engine.replaying import Replay
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Memory that is too little twice; give the calls of the network's Tanh after which it is."""
    tanh, seen, full = torch.nn.Tanh.forward, [0], [17, 40]

    def too_big(self: torch.nn.Tanh, x: torch.Tensor) -> torch.Tensor:
        seen[0] += 1
        if full and seen[0] > full[0] and self.training:
            full.pop(0)
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return tanh(self, x)

    monkeypatch.setattr(torch.nn.Tanh, "forward", too_big)
    return full


def test_a_run_that_was_relieved_twice_is_made_again_to_the_same_bits(tmp_path: Path, full: list[int]) -> None:
    # The batch normalisation before Tanh and the dropout after it are what a step broken off in the middle disturbs.
    project, first, second = flowers(epochs=6), tmp_path / "first", tmp_path / "second"
    events, _ = train(project, first, script=((4, "learning_rate/all", 0.05), (6, "dropout/drop", 0.4)))
    for relief in (Relief.HALF_BATCH, Relief.PIECES):
        assert failed(events).offers
        project.recipe = relieved(project.recipe, relief)
        script = ((60, "learning_rate/all", 0.01),) if relief is Relief.PIECES else ()
        events = list(Trainer(project, first, probes=(), resume=True, threads=1, script=script).run())
    assert finished(events).epochs == 6 and not full
    again = list(Replay(first, second).run())
    assert finished(again).test == finished(events).test
    assert same_weights(first, second)
    with Run.open(first) as one, Run.open(second) as other:
        assert one.scalars("train/loss")[0].tolist() == other.scalars("train/loss")[0].tolist()
        assert one.scalars("train/loss")[1].tobytes() == other.scalars("train/loss")[1].tobytes()
        assert one.controls() == other.controls()


def test_a_run_that_went_on_as_it_was_is_made_again_too(tmp_path: Path, full: list[int]) -> None:
    project, first, second = flowers(epochs=6), tmp_path / "first", tmp_path / "second"
    for resume in (False, True, True):
        events = list(Trainer(project, first, probes=(), resume=resume, threads=1).run())
    assert finished(events).epochs == 6 and not full
    list(Replay(first, second).run())
    assert same_weights(first, second)


def test_a_branch_says_what_to_make_again(tmp_path: Path) -> None:
    train(flowers(epochs=2), tmp_path / "whole")
    at = branch(tmp_path / "whole", None, tmp_path / "branch", flowers(epochs=3))
    with pytest.raises(FolderError, match=rf"its first {at} steps are those of whole"):
        Replay(tmp_path / "branch", tmp_path / "again")
