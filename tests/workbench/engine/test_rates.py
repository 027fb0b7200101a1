"""Nodes that learn faster or slower than the rest, and that start as the drawing says, from the run's seed."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from graphs.learning_edits import SetRate, SetStart
from graphs.project import Project
from graphs.recipe import SGD, Adam, AdamW, Player
from graphs.starts import Start
from tests.workbench.engine.small import flowers, same_weights, train, trainer
from workbench.engine.control import Control
from workbench.engine.optimizers import build_optimizer
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def _begun(project: Project) -> Training:
    return Training(project, load_data(project), torch.device("cpu"), 1)


def _first_steps(rates: dict[str, float]) -> dict[str, torch.Tensor]:
    """How far each weight moves in the first step."""
    project = flowers(players=(Player(optimizer=SGD(learning_rate=0.5)),))
    for name, rate in rates.items():
        project.apply(SetRate(project.network.node(name).id, rate))
    training = _begun(project)
    weights = dict(training.tree.named_parameters())
    before = {name: value.detach().clone() for name, value in weights.items()}
    with training.random:
        training.advance()
    return {name: value.detach() - before[name] for name, value in weights.items()}


def _dense() -> tuple[str, str]:
    network = flowers().network
    first, *_, last = [node.name for node in network if node.type == "Linear"]
    return first, last


def test_a_multiplier_scales_the_step_of_its_node_and_of_no_other() -> None:
    first, last = _dense()
    plain = _first_steps({})
    scaled = _first_steps({first: 0.25, last: 0.0})
    for name, step in scaled.items():
        owner = name.split(".")[0]
        expected = plain[name] * {first: 0.25, last: 0.0}.get(owner, 1.0)
        assert torch.allclose(step, expected, rtol=1e-4, atol=2e-7), name
        if owner == last:
            assert not step.any()


@pytest.mark.parametrize("chosen", [SGD(learning_rate=0.05, momentum=0.9), Adam(), AdamW(learning_rate=0.01)])
def test_every_optimizer_takes_the_step_torch_takes_at_the_scaled_rate(chosen: SGD | Adam | AdamW) -> None:
    fast, slow, alone = (torch.nn.Parameter(torch.linspace(-1, 1, 6)) for _ in range(3))
    made = build_optimizer([fast, slow], chosen, {id(slow): 0.1})
    plain = build_optimizer([alone], chosen.model_copy(update={"learning_rate": chosen.learning_rate * 0.1}))
    for _ in range(3):
        for weight in (fast, slow, alone):
            weight.grad = weight.detach().sin()
        made.step()
        plain.step()
    assert torch.equal(slow, alone) and not torch.equal(fast, slow)


def test_a_change_of_the_rate_while_training_keeps_the_multipliers() -> None:
    first, _ = _dense()
    project = flowers()
    project.apply(SetRate(project.network.node(first).id, 0.5))
    (mover,) = _begun(project).movers
    mover.learning_rate = 0.02
    assert mover.learning_rate == 0.02
    assert sorted(group["lr"] for group in mover.optimizer.param_groups) == [0.01, 0.02]


def test_a_run_with_multipliers_goes_on_as_if_never_stopped(tmp_path: Path) -> None:
    first, _ = _dense()
    project = flowers()
    project.apply(SetRate(project.network.node(first).id, 0.5))
    project.apply(SetStart(project.network.node(first).id, Start("kaiming_normal", bias=0.0)))
    train(project, tmp_path / "whole")
    control = Control()
    one = trainer(project, tmp_path / "parts", control)
    for number, _ in enumerate(one.run()):
        if number == 5:
            control.stop()
    train(project, tmp_path / "parts", resume=True)
    assert same_weights(tmp_path / "whole", tmp_path / "parts")


def test_the_seed_of_the_recipe_decides_how_weights_start() -> None:
    first, _ = _dense()
    found = []
    for seed in (1, 1, 2):
        project = flowers(seed=seed)
        project.apply(SetStart(project.network.node(first).id, Start("normal", {"std": 0.5})))
        found.append(_begun(project).tree.state_dict()[f"{first}.weight"])
    assert torch.equal(found[0], found[1]) and not torch.equal(found[0], found[2])
