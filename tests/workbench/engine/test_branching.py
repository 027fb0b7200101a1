"""A branch goes on from a kept checkpoint: unchanged to the same bits, changed with whatever still fits."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from graphs.edits import Batch, SetParameter
from graphs.project import Project
from graphs.recipe import SGD, Adam, Player
from tests.workbench.engine.small import finished, flowers, train
from workbench.engine import RunFailed, RunStarted
from workbench.engine.branching import branch, nearest
from workbench.engine.checkpoint import load_checkpoint, read_state, read_weights
from workbench.engine.faults import FolderError
from workbench.engine.keeping import Checkpoints, step_checkpoints
from workbench.engine.runs import Run, list_runs

EPOCHS = 3
AT = 10
"""In the middle of the second epoch of seven steps."""


@pytest.fixture(scope="module")
def parent(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A run of three epochs that keeps every fifth step."""
    patch = pytest.MonkeyPatch()
    patch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step % 5 == 0)
    patch.setattr("workbench.engine.trainer.FETCH_SECONDS", 0.0)
    folder = tmp_path_factory.mktemp("runs") / "parent"
    train(flowers(EPOCHS), folder, probes=())
    patch.undo()
    yield folder


def branched(parent: Path, folder: Path, project: Project, at: int = AT) -> list[object]:
    """Branch, train to the end, and return the events."""
    assert branch(parent, at, folder, project) == at
    events, _ = train(project, folder, resume=True)
    assert not [event for event in events if isinstance(event, RunFailed)]
    return list(events)


def test_unchanged_it_comes_to_the_same_weights_to_the_last_bit(parent: Path, tmp_path: Path) -> None:
    events = branched(parent, tmp_path / "same", flowers(EPOCHS))
    started = next(event for event in events if isinstance(event, RunStarted))
    assert started.step == AT
    ours, theirs = (load_checkpoint(folder / "last.safetensors")[0] for folder in (tmp_path / "same", parent))
    assert ours.keys() == theirs.keys()
    assert all(np.array_equal(ours[name].numpy(), theirs[name].numpy(), equal_nan=True) for name in ours)
    with Run.open(parent) as one, Run.open(tmp_path / "same") as other:
        for tag in one.tags():
            assert [column.tolist() for column in one.scalars(tag)] == [c.tolist() for c in other.scalars(tag)], tag


def test_it_has_the_past_of_its_parent_and_names_it(parent: Path, tmp_path: Path) -> None:
    branch(parent, AT, tmp_path / "child", flowers(EPOCHS))
    with Run.open(tmp_path / "child") as run:
        steps = run.scalars("train/loss")[0]
        assert steps[0] == 1 and steps[-1] == AT
        info = run.info()
    assert (info.parent, info.branched_at, info.state) == ("parent", AT, "new")
    assert sorted(step_checkpoints(tmp_path / "child")) == [s for s in sorted(step_checkpoints(parent)) if s < AT]
    assert [run.parent for run in list_runs(tmp_path)] == ["parent"]


def test_another_learning_rate_leads_elsewhere_from_the_same_place(parent: Path, tmp_path: Path) -> None:
    slower = flowers(EPOCHS, players=(Player(optimizer=Adam(learning_rate=1e-30)),))
    branched(parent, tmp_path / "still", slower)
    before = read_weights(step_checkpoints(parent)[AT])
    after = read_weights(tmp_path / "still" / "last.safetensors")
    learned = {key for key in before if "weight" in key[1] and "running" not in key[1]}
    assert learned and all(np.array_equal(before[key], after[key]) for key in learned)
    state = read_state(tmp_path / "still" / "last.safetensors")
    assert set(state.learning_rates.values()) == {1e-30} and state.step == EPOCHS * 7


def test_another_optimizer_begins_without_memory(parent: Path, tmp_path: Path) -> None:
    branched(parent, tmp_path / "sgd", flowers(EPOCHS, players=(Player(optimizer=SGD(learning_rate=0.1)),)))
    tensors, _ = load_checkpoint(tmp_path / "sgd" / "last.safetensors")
    assert not [name for name in tensors if "exp_avg" in name]


def test_a_changed_drawing_keeps_what_still_fits_with_its_optimizers_memory(parent: Path, tmp_path: Path) -> None:
    project = flowers(EPOCHS)
    network = project.network
    scores = network.node("scores").id
    # A wider hidden layer: hidden, norm and the scores that read it begin anew but for the scores' three biases.
    project.apply(Batch((SetParameter(network.node("hidden").id, "out_features", 20),)))
    assert branch(parent, AT, tmp_path / "wide", project) == AT
    events, _ = train(project, tmp_path / "wide", resume=True)
    assert finished(events).steps == EPOCHS * 7
    weights = read_weights(tmp_path / "wide" / "last.safetensors")
    assert weights[network.node("hidden").id, "weight"].shape == (20, 4)
    # What fits begins as the parent had it: train not at all, and look.
    still = project.copy()
    still.recipe = flowers(EPOCHS, players=(Player(optimizer=Adam(learning_rate=1e-30)),)).recipe
    branched(parent, tmp_path / "kept", still)
    before = read_weights(step_checkpoints(parent)[AT])
    after = read_weights(tmp_path / "kept" / "last.safetensors")
    assert np.array_equal(before[scores, "bias"], after[scores, "bias"])
    tensors, _ = load_checkpoint(tmp_path / "kept" / "last.safetensors")
    steps = {name: float(value) for name, value in tensors.items() if name.endswith("/step")}
    assert max(steps.values()) == EPOCHS * 7 and min(steps.values()) == EPOCHS * 7 - AT


def test_other_data_sizes_go_on_at_the_same_step(parent: Path, tmp_path: Path) -> None:
    events = branched(parent, tmp_path / "small", flowers(EPOCHS + 1, batch_size=8))
    assert next(event for event in events if isinstance(event, RunStarted)).step == AT
    with Run.open(tmp_path / "small") as run:
        steps = run.scalars("train/loss")[0]
    assert np.array_equal(steps, np.arange(1, len(steps) + 1)) and len(steps) == (EPOCHS + 1) * 13


def test_the_nearest_kept_step_is_taken_and_a_run_without_any_says_so(parent: Path, tmp_path: Path) -> None:
    assert nearest(parent, 12) == 10 and nearest(parent, None) == EPOCHS * 7
    Run.create(tmp_path / "bare").close()
    with pytest.raises(FolderError, match="keeps no checkpoint"):
        branch(tmp_path / "bare", 5, tmp_path / "child", flowers())
