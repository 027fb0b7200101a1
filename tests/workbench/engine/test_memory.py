"""Memory: what a step needs and whether it fits is said before; where it did not, the run goes on with less."""

from pathlib import Path

import pytest
import torch

from graphs.planning import plan
from graphs.recipe import LBFGS, SGD, Player
from graphs.techniques import EMA, Descent, Precision
from tests.workbench.engine.small import curve, failed, finished, flowers, train
from workbench.engine import Failure, RunStarted
from workbench.engine.checkpoint import read_state
from workbench.engine.memory import Relief, estimate_memory, judge, reliefs, relieved, size_words
from workbench.engine.runs import Run
from workbench.engine.trainer import Trainer

PROJECT = flowers(batch_size=64)
MEANING = plan(PROJECT.network)
WEIGHTS = 4 * 12 + 12 + 2 * 12 + 12 * 3 + 3
EXAMPLE = 2 * 4 * (4 + 2 + 12 * 4 + 3 + 3)
ONCE = 2 * 4 * 2  # the loss and the accuracy


@pytest.mark.parametrize(
    ("change", "per_weight", "examples"),
    [
        ({}, 4, 64),
        ({"accumulate": 4}, 4, 16),
        ({"precision": Precision.BFLOAT16}, 4, 32),
        ({"average": EMA()}, 5, 64),
        ({"descent": Descent.SINGLE}, 4, 1),
        ({"descent": Descent.WHOLE}, 4, 105),
        ({"players": (Player(optimizer=SGD()),)}, 2, 64),
        ({"players": (Player(optimizer=LBFGS(history=3)),)}, 12, 64),
    ],
)
def test_the_estimate_counts_what_the_recipe_keeps(change: dict, per_weight: int, examples: int) -> None:
    recipe = PROJECT.recipe.model_copy(update=change)
    scalars = ONCE if recipe.precision is Precision.FULL else ONCE // 2
    assert estimate_memory(MEANING, recipe, 105) == 4 * per_weight * WEIGHTS + EXAMPLE * examples + scalars


def test_it_fits_or_fits_with_less_or_not_at_all() -> None:
    fits = judge(MEANING, PROJECT.recipe, free=10**9)
    assert fits.fits and str(fits.message).endswith("it fits.")
    needed = 4 * 4 * WEIGHTS + EXAMPLE * 32 + ONCE
    less = judge(MEANING, PROJECT.recipe, free=int(needed / 0.9) + 1)
    assert not less.fits and less.batch == 32 and str(less.message).endswith("It fits with batches of 32.")
    never = judge(MEANING, PROJECT.recipe, free=100)
    assert never.batch is None and "not even one example" in str(never.message)
    assert [size_words(n) for n in (12, 3_400, 25_600_000, 8.25e9)] == ["12 B", "3.4 kB", "25.6 MB", "8.25 GB"]


def test_the_verdict_is_told_when_the_run_begins(tmp_path: Path) -> None:
    started = train(flowers(epochs=1), tmp_path / "run")[0][0]
    assert isinstance(started, RunStarted) and any("it fits" in str(note) for note in started.notes)


@pytest.mark.parametrize("relief", list(Relief))
def test_a_run_without_memory_goes_on_from_its_last_step_with_less(
    relief: Relief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = flowers(epochs=4)
    tanh, seen = torch.nn.Tanh.forward, []

    def too_big(self: torch.nn.Tanh, x: torch.Tensor) -> torch.Tensor:
        seen.append(len(x))
        if len(seen) > 16 and len(x) >= 10 and not torch.is_autocast_enabled("cpu") and self.training:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB.")
        return tanh(self, x)

    monkeypatch.setattr(torch.nn.Tanh, "forward", too_big)
    events, _ = train(project, tmp_path / "run")
    trouble = failed(events)
    assert trouble.kind is Failure.OUT_OF_MEMORY and trouble.offers == tuple(Relief)
    state = read_state(tmp_path / "run" / "last.safetensors")
    assert state.step == trouble.step > 7  # not the checkpoint of an epoch: the last step
    less = relieved(project.recipe, relief)
    project.recipe = less
    again = list(Trainer(project, tmp_path / "run", probes=(), resume=True, threads=1).run())
    started, last = again[0], finished(again)
    assert isinstance(started, RunStarted)
    per_epoch = 13 if relief is Relief.HALF_BATCH else 7
    assert started.steps_per_epoch == per_epoch and last.steps == 4 * per_epoch
    done = started.step / per_epoch
    assert done == pytest.approx(state.step / 7, abs=0.1) and len(curve(again)) == last.steps - started.step
    with Run.open(tmp_path / "run") as run:
        assert any(name == "recipe" for _, _, name, _ in run.log())
        assert run.meta(f"snapshot until step {state.step}") != run.meta("snapshot")


def test_only_what_helps_is_offered() -> None:
    recipe = PROJECT.recipe
    assert reliefs(recipe) == tuple(Relief)
    assert reliefs(recipe.model_copy(update={"batch_size": 1})) == (Relief.HALF_PRECISION,)
    assert reliefs(relieved(recipe, Relief.HALF_PRECISION)) == (Relief.HALF_BATCH, Relief.PIECES)
    few = recipe.model_copy(update={"batch_size": 2, "precision": Precision.BFLOAT16})
    assert reliefs(few) == (Relief.HALF_BATCH,)
