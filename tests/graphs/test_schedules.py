"""How the learning rate changes: each schedule against its formula or against torch's own scheduler."""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import pytest
import torch

from graphs.recipe import DataChoice, Player, Recipe
from graphs.schedules import (
    SCHEDULES,
    Constant,
    Cosine,
    CosineRestarts,
    Cyclical,
    Exponential,
    InverseSquareRoot,
    InverseTime,
    Moment,
    MultiStep,
    OneCycle,
    Plateau,
    Polynomial,
    Schedule,
    StepDecay,
)

EPOCHS, PER_EPOCH = 6, 5
STEPS = EPOCHS * PER_EPOCH


def rates(schedule: Schedule, base: float = 0.1) -> list[float]:
    """The rate at every step of a small run."""
    return [schedule.rate(base, Moment(step=s, per_epoch=PER_EPOCH, steps=STEPS)) for s in range(STEPS)]


def of_torch(make: Callable[[torch.optim.Optimizer], Any]) -> list[float]:
    """The rates torch's scheduler gives when it is stepped after every step."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    scheduler = make(optimizer)
    found = []
    for _ in range(STEPS):
        found.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step()
    return found


KIN = torch.optim.lr_scheduler


@pytest.mark.parametrize(
    ("schedule", "make"),
    [
        (StepDecay(every=2, factor=0.5), lambda o: KIN.StepLR(o, 2 * PER_EPOCH, 0.5)),
        (MultiStep(milestones=(1, 4), factor=0.5), lambda o: KIN.MultiStepLR(o, [PER_EPOCH, 4 * PER_EPOCH], 0.5)),
        (Exponential(factor=0.5), lambda o: KIN.ExponentialLR(o, 0.5 ** (1 / PER_EPOCH))),
        (Polynomial(power=2), lambda o: KIN.PolynomialLR(o, STEPS, 2)),
        (
            Polynomial(hold=0.5),
            lambda o: KIN.LambdaLR(o, lambda t: min(1.0, 2 * (1 - t / STEPS))),
        ),
        (Cosine(end=0.2), lambda o: KIN.CosineAnnealingLR(o, STEPS, 0.02)),
        (
            CosineRestarts(period=2, growth=2, end=0.1),
            lambda o: KIN.CosineAnnealingWarmRestarts(o, 2 * PER_EPOCH, 2, 0.01),
        ),
        (
            Cyclical(period=2, end=0.1),
            lambda o: KIN.CyclicLR(o, 0.01, 0.1, step_size_up=PER_EPOCH, cycle_momentum=False),
        ),
        (OneCycle(), lambda o: KIN.OneCycleLR(o, 0.1, STEPS + 1, pct_start=10 / 31, cycle_momentum=False)),
        (InverseTime(decay=0.5), lambda o: KIN.LambdaLR(o, lambda t: 1 / (1 + 0.5 * t / PER_EPOCH))),
    ],
    ids=lambda value: getattr(value, "type", None),
)
def test_a_schedule_gives_the_rates_of_torchs_own(schedule: Schedule, make: Callable[..., Any]) -> None:
    # torch's one-cycle counts its shares one step differently, hence its own numbers above.
    assert rates(schedule) == pytest.approx(of_torch(make), abs=1e-9)


def test_the_transformers_rate_is_that_of_the_paper() -> None:
    width, warm = 64, 2 * PER_EPOCH
    paper = [width**-0.5 * min((s + 1) ** -0.5, (s + 1) * warm**-1.5) for s in range(STEPS)]
    assert rates(InverseSquareRoot(warmup=2), base=(width * warm) ** -0.5) == pytest.approx(paper)


def test_a_warm_up_rises_in_a_straight_line_and_then_the_schedule_begins() -> None:
    warm = rates(Cosine(warmup=2))
    assert warm[:10] == pytest.approx([0.1 * (s + 1) / 10 for s in range(10)])
    assert warm[10:] == pytest.approx([0.05 * (1 + math.cos(math.pi * s / 20)) for s in range(20)])
    assert Constant(warmup=1).changes and not Constant().changes


def test_a_plateau_drops_with_every_reduction_and_never_below_its_end() -> None:
    schedule = Plateau(factor=0.5, end=0.2)
    found = [schedule.rate(1.0, Moment(step=9, per_epoch=5, steps=30, reductions=n)) for n in range(4)]
    assert found == [1.0, 0.5, 0.25, 0.2]


@pytest.mark.parametrize("kind", SCHEDULES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("warmup", [0.0, 0.3, 100.0])
def test_every_rate_lies_between_nothing_and_the_learning_rate(kind: type[Any], warmup: float) -> None:
    found = rates(kind(warmup=warmup))
    assert all(0 <= rate <= 0.1 + 1e-12 for rate in found)
    assert [rate for _, rate in kind(warmup=warmup).curve(0.1, PER_EPOCH, STEPS)] == found


@pytest.mark.parametrize("kind", SCHEDULES, ids=lambda kind: kind.__name__)
def test_a_schedule_survives_json_and_old_recipes_have_a_constant_rate(kind: type[Any]) -> None:
    recipe = Recipe(data=DataChoice(name="iris"), players=(Player(schedule=kind(warmup=1.5)),))
    assert Recipe.model_validate_json(recipe.model_dump_json()) == recipe
    old = recipe.model_dump()
    del old["players"][0]["schedule"]
    assert Recipe.model_validate(old).players[0].schedule == Constant()
