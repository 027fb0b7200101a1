"""Optimizers race down known slopes, and take steps by all, some or one example."""

import math

import numpy as np
import pytest
import torch

from graphs import optimizers
from workbench.engine.landscapes import LANDSCAPES, RUNNERS
from workbench.engine.racing import descend, line_to_fit, noise, race


@pytest.mark.parametrize("name", LANDSCAPES)
def test_the_known_lowest_places_have_no_slope_and_nothing_near_is_lower(name):
    landscape = LANDSCAPES[name]
    for place in landscape.minima:
        point = torch.tensor(place, dtype=torch.float64, requires_grad=True)
        landscape.height(point[0], point[1], torch).backward()
        assert float(point.grad.norm()) < 1e-4
        here = float(landscape.height(*place, np))
        assert here <= landscape.grid(81).min() + 1e-9


def test_gradient_descent_on_the_bowl_shrinks_the_point_by_one_less_the_rate():
    course = race(LANDSCAPES["bowl"], optimizers.SGD(learning_rate=0.1), 5, (2.0, -1.0))
    expected = np.array([2.0, -1.0]) * 0.9 ** np.arange(6)[:, None]
    np.testing.assert_allclose(course.path, expected, rtol=1e-12)
    np.testing.assert_allclose(course.heights, (expected**2).sum(1) / 2, rtol=1e-12)


def test_adam_takes_the_steps_of_its_paper():
    start, rate = (-1.2, 1.0), 0.05
    course = race(LANDSCAPES["rosenbrock"], optimizers.Adam(learning_rate=rate), 20, start)
    w, m, v = np.array(start), np.zeros(2), np.zeros(2)
    for t in range(1, 21):
        x, y = w
        g = np.array([-2 * (1 - x) - 400 * x * (y - x**2), 200 * (y - x**2)])
        m, v = 0.9 * m + 0.1 * g, 0.999 * v + 0.001 * g**2
        w = w - rate * (m / (1 - 0.9**t)) / (np.sqrt(v / (1 - 0.999**t)) + 1e-8)
        np.testing.assert_allclose(course.path[t], w, rtol=1e-9)


@pytest.mark.parametrize("name", RUNNERS)
def test_every_runner_comes_down_on_the_bowl(name):
    course = race(LANDSCAPES["bowl"], RUNNERS[name](), 30, (1.0, 1.0))
    assert course.heights[-1] < course.heights[0] and not course.flew_off


def test_who_takes_too_long_steps_flies_off():
    course = race(LANDSCAPES["ravine"], optimizers.SGD(learning_rate=0.2), 60, (-1.8, 0.7))
    assert course.flew_off and np.isfinite(course.heights[:5]).all()  # 30 · 0.2 is more than 2: unstable


def test_all_examples_at_once_go_straight_and_end_at_least_squares():
    fitting = line_to_fit()
    course = descend(fitting, 64, optimizers.SGD(learning_rate=0.2), 200, (-1.0, 2.0))
    np.testing.assert_allclose(course.path[-1], fitting.best(), atol=1e-6)
    w, b = -1.0, 2.0
    wrong = w * fitting.x + b - fitting.y
    step = 0.2 * 2 * np.array([(wrong * fitting.x).mean(), wrong.mean()])
    np.testing.assert_allclose(course.path[1], np.array([w, b]) - step, rtol=1e-9)


def test_the_noise_of_a_batch_is_what_sampling_theory_says():
    fitting, place = line_to_fit(), (0.0, 0.0)
    singles = np.array([fitting.slope(*place, np.array([row])) for row in range(64)])
    spread = math.sqrt(((singles - singles.mean(0)) ** 2).sum(1).mean())
    for batch in (1, 4, 16):
        expected = spread * math.sqrt((64 - batch) / (batch * 63))
        assert noise(fitting, batch, place) == pytest.approx(expected, rel=0.06)
    assert noise(fitting, 64, place) == 0


def test_one_example_at_a_time_never_comes_to_rest():
    fitting = line_to_fit()
    rate = optimizers.SGD(learning_rate=0.1)
    ends = {size: descend(fitting, size, rate, 400, (-1.0, 2.0)).path[-100:].std(0).sum() for size in (64, 8, 1)}
    assert ends[1] > ends[8] > ends[64]
