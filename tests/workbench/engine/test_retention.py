"""A run of ten steps and one of a hundred thousand can be gone through equally well, and neither fills the disk."""

from pathlib import Path

import numpy as np
import pytest

from tests.workbench.engine.small import flowers, train
from workbench.engine import Sample, Scalars, retention
from workbench.engine.keeping import Checkpoints, step_checkpoints
from workbench.engine.retention import PLACES, Ladder, spread
from workbench.engine.runs import FILE, Run
from workbench.engine.trainer import Trainer

LONG = 100_000


def test_ten_steps_are_all_kept() -> None:
    ladder = Ladder(PLACES)
    assert [gone for step in range(11) for gone in ladder.add(step)] == []
    assert ladder.steps == list(range(11))


@pytest.mark.parametrize(("every", "last"), [(1, 10_000), (20, LONG)])
def test_of_a_hundred_thousand_steps_those_stay_that_are_missed_most(every: int, last: int) -> None:
    ladder = Ladder(PLACES)
    for step in range(0, last + 1, every):
        ladder.add(step)
    steps = np.array(ladder.steps)
    assert len(steps) == PLACES and steps[0] == 0 and steps[-1] == last
    holes = np.diff(spread(steps.astype(float), last))
    first = int(np.searchsorted(steps, 10 * every))  # before it the steps themselves are the finest there is
    assert holes[first:].max() < 4 / PLACES
    # On a plain track nothing is further than a hundredth from a place; in every decade there are places enough.
    assert np.diff(steps).max() <= last / 100
    for decade in (10, 100, 1000, 10_000):
        if every * 10 <= decade < last:
            assert ((steps >= decade) & (steps < 10 * decade)).sum() >= 12, decade


def test_large_samples_are_fewer() -> None:
    ladder = Ladder(PLACES, room=1000)
    for step in range(500):
        ladder.add(step, 100)
    assert len(ladder) == 10 and ladder.size <= 1000
    assert ladder.steps[0] == 0 and ladder.steps[-1] == 499


def test_a_run_of_a_hundred_thousand_steps_stays_within_its_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from workbench.engine import runs

    room = 400_000
    monkeypatch.setattr(runs, "ROOM", room)
    wide, narrow = np.zeros(5000, dtype=np.uint8), np.zeros(16, dtype=np.float32)
    with Run.create(tmp_path / "run") as run:
        for step in range(20, LONG + 1, 20):
            run.add_sample(Sample("maps", step, {"maps/0": wide}))
            run.add_sample(Sample("norms", step, {"weight_norms": narrow}))
            if step % 2000 == 0:
                run.add_scalars(Scalars(np.arange(step - 1999, step + 1), {"train/loss": np.zeros(2000)}))
                run.commit()
        assert len(run.sample_steps("norms")) == PLACES
        assert len(run.sample_steps("maps")) == room // len(wide)
        assert run.sample_steps("maps")[0] == 20 and run.sample_steps("norms")[-1] == LONG
        run.commit()
    written = sum(path.stat().st_size for path in (tmp_path / "run").iterdir() if path.name.startswith(FILE))
    # The samples' own bound, SQLite's pages around it, and 20 bytes for each number of the loss.
    assert written < 2 * room + 25 * LONG + 4 * 2**20, written


def test_a_run_that_is_opened_again_knows_what_it_has_kept(tmp_path: Path) -> None:
    with Run.create(tmp_path / "run") as run:
        for step in range(400):
            run.add_sample(Sample("norms", step, {"n": np.zeros(1)}))
        run.commit()
    with Run.open(tmp_path / "run") as run:
        for step in range(400, 600):
            run.add_sample(Sample("norms", step, {"n": np.zeros(1)}))
        steps = run.sample_steps("norms")
        assert len(steps) == PLACES and steps[0] == 0 and steps[-1] == 599
        run.drop_after(10)
        run.add_sample(Sample("norms", 11, {"n": np.zeros(1)}))
        assert run.sample_steps("norms") == tuple(s for s in steps if s <= 10) + (11,)


def test_checkpoints_to_go_back_to_are_kept_all_along_and_cost_no_second_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.engine.keeping.CHECKPOINTS", 4)
    monkeypatch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step >= self._next)
    monkeypatch.setattr("workbench.engine.trainer.FETCH_SECONDS", 0.0)
    train(flowers(epochs=2), tmp_path / "run", probes=())
    kept = step_checkpoints(tmp_path / "run")
    steps = sorted(kept)
    assert len(steps) == 4 and steps[0] == 0
    last = tmp_path / "run" / "last.safetensors"
    assert kept[steps[-1]].stat().st_ino == last.stat().st_ino


def test_a_checkpoint_too_large_to_be_kept_often_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.keeping.CHECKPOINT_ROOM", 1000)
    train(flowers(epochs=2), tmp_path / "run", probes=())
    assert step_checkpoints(tmp_path / "run") == {} and (tmp_path / "run" / "last.safetensors").exists()


def test_going_on_from_an_earlier_step_forgets_the_later_ones(tmp_path: Path) -> None:
    train(flowers(epochs=2), tmp_path / "run", probes=())
    last = max(step_checkpoints(tmp_path / "run"))
    stale = tmp_path / "run" / f"step-{last + 500:09d}.safetensors"
    stale.write_bytes(b"of a run that went further and was killed")
    longer = flowers(epochs=3)
    for _ in Trainer(longer, tmp_path / "run", probes=(), resume=True).run():
        pass
    assert not stale.exists() and max(step_checkpoints(tmp_path / "run")) > last


def test_the_bounds_are_those_the_manual_states() -> None:
    assert (retention.PLACES, retention.ROOM) == (256, 32 * 2**20)
    assert (retention.CHECKPOINTS, retention.CHECKPOINT_ROOM) == (24, 2**30)
