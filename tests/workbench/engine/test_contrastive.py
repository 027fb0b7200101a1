"""Two views of one picture, a queue of keys and an encoder that follows: the same bits from the same seed, and after a
stop."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

import graphs
import presets
from workbench.engine.control import Control
from workbench.engine.events import EpochDone, RunFinished
from workbench.engine.loading import load_data
from workbench.engine.trainer import Trainer
from workbench.engine.training import Training


def small() -> graphs.Project:
    """MoCo on two hundred pictures, three steps an epoch."""
    project = presets.build("moco")
    data = project.recipe.data.model_copy(update={"parameters": {"size": 16, "samples": 200}})
    project.recipe = project.recipe.model_copy(update={"data": data, "epochs": 2})
    return project


def finished(folder: Path, stop_after: int | None = None) -> dict[tuple[int, str], np.ndarray]:
    """The weights and buffers after both epochs; with ``stop_after`` the run is stopped there and goes on."""
    control = Control()
    trainer = Trainer(small(), folder, control, probes=(), threads=1)
    for event in trainer.run():
        if isinstance(event, EpochDone) and event.epoch == stop_after:
            control.stop()
    if stop_after is not None:
        trainer = Trainer.resumed(folder, probes=())
        assert isinstance(list(trainer.run())[-1], RunFinished)
    return trainer.weights()


def test_the_same_seed_gives_the_same_bits_across_a_stop(tmp_path: Path) -> None:
    once, again = finished(tmp_path / "once"), finished(tmp_path / "again", stop_after=1)
    assert any(name == "keys" for _, name in once), "the queue is part of what is kept"
    assert once.keys() == again.keys()
    for key, value in once.items():
        assert np.array_equal(value, again[key]), key


def test_both_views_are_varied_apart_and_the_keys_follow_without_a_gradient() -> None:
    project = small()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    node = {step.name: step.node for step in training.plan.steps}
    query, key = (
        {name: p.detach().clone() for name, p in training.tree.get_submodule(who).named_parameters()}
        for who in ("f_query", "f_key")
    )
    assert all(torch.equal(query[name], key[name]) for name in query)  # a moving average begins as a copy
    with training.random:
        training.advance()
    after = dict(training.tree.get_submodule("f_query").named_parameters())
    for name, value in training.tree.get_submodule("f_key").named_parameters():
        assert torch.allclose(value, 0.99 * key[name] + 0.01 * after[name], atol=1e-7), name
        assert not value.requires_grad and value.grad is None
    assert set(training.movers[0].nodes) == {node["f_query"], node["g_query"]}
    assert int(training.tree.get_submodule("queue").next) == pytest.approx(64)
