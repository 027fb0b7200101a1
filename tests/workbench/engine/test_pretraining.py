"""BERT's gaps are drawn anew at every step, and yet the same bits come from the same seed, across a stop too."""

from __future__ import annotations

from pathlib import Path

import numpy as np

import graphs
import presets
from workbench.engine.control import Control
from workbench.engine.events import EpochDone, RunFinished
from workbench.engine.trainer import Trainer

Weights = dict[tuple[int, str], np.ndarray]


def small(seed: int) -> graphs.Project:
    """BERT on sixty pairs, two steps an epoch."""
    project = presets.build("bert")
    data = project.recipe.data.model_copy(update={"parameters": {"samples": 60}})
    project.recipe = project.recipe.model_copy(update={"data": data, "epochs": 2, "seed": seed})
    return project


def finished(folder: Path, *, seed: int = 0, stop: bool = False) -> Weights:
    """The weights after both epochs; with ``stop`` the run is stopped after the first and goes on."""
    control = Control()
    trainer = Trainer(small(seed), folder, control, probes=(), threads=1)
    for event in trainer.run():
        if stop and isinstance(event, EpochDone):
            control.stop()
    if stop:
        trainer = Trainer.resumed(folder, probes=())
        assert isinstance(list(trainer.run())[-1], RunFinished)
    return dict(trainer.weights())


def test_the_same_seed_hides_the_same_words_across_a_stop(tmp_path: Path) -> None:
    once, again, other = (
        finished(tmp_path / "once"), finished(tmp_path / "again", stop=True), finished(tmp_path / "other", seed=1)
    )  # fmt: skip
    assert once.keys() == again.keys()
    assert all(np.array_equal(value, again[key]) for key, value in once.items())
    assert any(not np.array_equal(value, other[key]) for key, value in once.items())
