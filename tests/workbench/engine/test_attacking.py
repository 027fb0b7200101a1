"""What misleads a network: steps along the sign of the gradient, one pixel, votes under noise."""

import math

import numpy as np
import pytest
import torch
from torch.nn import functional as F

import presets
from tests.workbench.engine.test_explaining import pictures, words
from workbench.engine.asking import Asked, CannotAsk, GivenUp, Patience
from workbench.engine.attacking import Target, certified_radius, evolve, lower_bound
from workbench.engine.explaining import Method, explain


@pytest.fixture(scope="module")
def target() -> Target:
    return Target(Asked(pictures(), {}, None, None))


def test_the_step_goes_along_the_sign_of_the_gradient(target: Target) -> None:
    from captum.robust import FGSM

    inputs = target.asked.rows("validation", [0, 1, 2])
    x = inputs["image"].clone().requires_grad_()
    tree = target.asked.tree

    def scores(values: torch.Tensor) -> torch.Tensor:
        return tree.scores(tree.conv(values).tanh().flatten(1))

    loss = F.cross_entropy(scores(x), inputs["label"], reduction="sum")
    sign = torch.autograd.grad(loss, x)[0].sign()
    assert torch.equal(target.gradient_sign(inputs, Patience()), sign)
    first = {name: value[:1] for name, value in inputs.items()}
    found = target.fgsm(first, 0.1, Patience())
    wanted = (inputs["image"][0] + 0.1 * target.unit * sign[0]).clamp(target.low, target.high)
    np.testing.assert_allclose(found.after, wanted.numpy(), rtol=1e-6)
    theirs = FGSM(scores, torch.nn.CrossEntropyLoss(reduction="none"), target.low, target.high).perturb(
        first["image"].clone().requires_grad_(), 0.1 * target.unit, first["label"]
    )
    np.testing.assert_allclose(found.after, theirs[0].detach().numpy(), atol=1e-6)
    np.testing.assert_allclose(found.shares_after, scores(theirs)[0].softmax(0).detach().numpy(), atol=1e-6)
    assert found.right == int(inputs["label"][0])


def test_the_curve_begins_at_the_accuracy_and_falls(target: Target) -> None:
    strengths, shares, count = target.curve(Patience(), "validation", 64)
    columns = target.asked.sample("validation", 64)
    assert count == 64
    answers = target.asked.answers(target.question, columns).argmax(1)
    assert shares[0] == pytest.approx(float((answers == columns["label"]).float().mean()))
    assert strengths[0] == 0 and shares[-1] <= shares[0]


def test_one_pixel_is_changed_and_no_other(target: Target) -> None:
    inputs = target.asked.rows("validation", [4])
    found = target.one_pixel(inputs, Patience())
    changed = np.argwhere((found.misled.before != found.misled.after).any(0))
    assert [tuple(place) for place in changed.tolist()] == [found.place]
    assert found.asked == 200 * (found.generations + 1)
    # A network that was not trained hardly knows what it says, so one pixel is enough.
    assert found.misled.succeeded


def test_pixels_in_a_row_are_a_picture_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.explaining.SAMPLES", 20)
    asked = Asked(presets.build("softmax_regression"), {}, None, None)
    row = Target(asked)
    assert row.question.sides == (1, 8, 8) and row.asked.plan.specs[row.question.place].dims == (64,)
    inputs = asked.rows("validation", [0])
    found = row.one_pixel(inputs, Patience())
    assert (found.misled.before != found.misled.after).sum() == 1
    occluded = explain(asked, row.question, inputs, Method.OCCLUSION, 0, Patience())
    shap = explain(asked, row.question, inputs, Method.SHAP, 0, Patience())
    assert occluded.values.shape == (8, 8) and len(np.unique(shap.values.round(9))) <= 49


def test_evolution_finds_the_least_of_a_bowl_and_can_be_stopped() -> None:
    ends = np.array([[-4.0, 4.0], [-4.0, 4.0]])
    bowl = lambda candidates: ((candidates - [1.5, -2.0]) ** 2).sum(1)  # noqa: E731
    best, rounds, _ = evolve(bowl, ends, Patience(), 40, 80)
    np.testing.assert_allclose(best, [1.5, -2.0], atol=1e-2)
    assert rounds == 80
    patience = Patience()
    patience.cancel()
    with pytest.raises(GivenUp):
        evolve(bowl, ends, patience)


def test_the_certificate_is_that_of_cohen(target: Target) -> None:
    # 999 of 1000 votes at one in a thousand: solved by bisection of the binomial tail.
    low, high = 0.9, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        tail = sum(math.comb(1000, k) * middle**k * (1 - middle) ** (1000 - k) for k in (999, 1000))
        low, high = (middle, high) if tail < 0.001 else (low, middle)
    assert lower_bound(999, 1000, 0.001) == pytest.approx(low, abs=1e-9)
    assert lower_bound(0, 1000, 0.001) == 0
    assert certified_radius(0.8413447460685429, 0.5) == pytest.approx(0.5, abs=1e-9)
    assert certified_radius(0.5, 0.5) == 0
    found = target.smoothed(target.asked.rows("validation", [4]), 0.02, Patience(), 200)
    assert found.votes.sum() == 200 and found.answer == int(found.votes.argmax())
    assert found.radius == pytest.approx(certified_radius(found.bound, 0.02 * target.unit))
    assert target.smoothed(target.asked.rows("validation", [4]), 9.0, Patience(), 200).abstains


def test_words_and_numbers_are_refused_in_words() -> None:
    with pytest.raises(CannotAsk, match="Words cannot be changed a little"):
        Target(Asked(words(), {}, None, None))
