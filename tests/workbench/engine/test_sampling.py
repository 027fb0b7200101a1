"""What looking costs, who pays for it, and when a probe may look again."""

from __future__ import annotations

import time

import pytest
import torch

from tests.workbench.engine.small import flowers
from workbench.engine.loading import load_data
from workbench.engine.pace import Pace
from workbench.engine.probes.gradient_norms import GradientNorms
from workbench.engine.probes.sampler import Account, Sampler
from workbench.engine.probes.statistics import Statistics
from workbench.engine.training import Training


def test_one_slow_look_is_paid_for_and_does_not_make_the_next_seem_dear() -> None:
    account = Account(GradientNorms())
    for seconds in (0.03, 0.001, 0.001, 0.001, 0.05):
        account.book(seconds)
    assert account.expected == 0.001
    # 0.053 were spent after the first look; 3.5 % of 1.3 s and the grace pay for them and for one more.
    assert not account.allows(seconds=1.2, part=1.0)
    assert account.allows(seconds=1.3, part=1.0)


def test_second_looks_are_expected_to_cost_something() -> None:
    account = Account(GradientNorms())
    account.book(0.008)
    assert account.expected == 0.004
    account.book(0.001)
    assert account.expected == 0.001
    dear = Account(GradientNorms())
    dear.book(3.0)  # something was loaded
    assert dear.expected == 0.02 and not dear.allows(0.2, 1.0) and dear.allows(1.0, 1.0)


@pytest.fixture
def sampler() -> Sampler:
    project = flowers()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    return Sampler((GradientNorms(every=1), Statistics(every=1, nodes=None)), training)


def test_a_watched_step_is_paid_by_those_who_watched_as_much_as_each_did(sampler: Sampler) -> None:
    watching = sampler.watching(seconds=0.0, forced=True)
    for probe, seconds in zip(watching, (0.001, 0.003), strict=True):
        probe.seconds = seconds
    sampler.book_step(watching, seconds=0.018, usual=0.010)
    assert [account.spent for account in sampler.accounts.values()] == pytest.approx([0.002, 0.006])
    # While nobody knows what a step takes, it is what the probes did themselves.
    sampler.book_step(watching, seconds=0.018, usual=0.0)
    assert [account.spent for account in sampler.accounts.values()] == pytest.approx([0.003, 0.009])
    # A step that was quicker than usual gives nothing back.
    sampler.book_step(watching, seconds=0.008, usual=0.010)
    assert sampler.spent() == pytest.approx(0.012)


def test_first_looks_are_spread_over_the_beginning(sampler: Sampler) -> None:
    sampler.training.step = 10
    first, second = sampler.accounts.values()
    assert [sampler._due(account, 10, 0.0, False) for account in (first, second)] == [True, True]
    first.book(0.25)  # far more than all of them may take at once
    assert not sampler._due(second, 10, 1.0, False)
    assert sampler._due(second, 10, 4.1, False)


def test_waiting_earns_nothing_and_neither_does_what_a_resumed_run_did_before(sampler: Sampler) -> None:
    assert sampler.trained(seconds=3600.0) == 0.0
    time.sleep(0.05)
    assert sampler.trained(seconds=3600.05) < 0.04


def test_the_pace_knows_what_a_step_costs_the_processor() -> None:
    pace = Pace()
    assert pace.cost == 0.0
    time.sleep(0.03)
    assert pace.look(10, least=0.01)
    assert pace.cost < 1 / pace.rate  # it slept
