"""The loss around trained weights, against the same numbers computed by hand."""

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.workbench.engine.small import flowers, train
from workbench.engine.directions import Directions
from workbench.engine.keeping import Checkpoints
from workbench.engine.loss_surface import Surroundings, filter_normalised, main_directions


@pytest.fixture(scope="module")
def around(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    """The network of a run of two epochs that keeps every second step."""
    patch = pytest.MonkeyPatch()
    patch.setattr(Checkpoints, "wanted", lambda self, step, seconds: step % 2 == 0)
    patch.setattr("workbench.engine.trainer.FETCH_SECONDS", 0.0)
    folder: Path = tmp_path_factory.mktemp("runs") / "one"
    train(flowers(2), folder, probes=())
    patch.undo()
    return Surroundings(folder)


def test_a_random_direction_has_filters_as_long_as_the_weights():
    weights = [torch.randn(4, 3, 2, 2), torch.randn(5, 4), torch.randn(5)]
    found = filter_normalised(weights, torch.Generator().manual_seed(0))
    for direction, weight in zip(found[:2], weights, strict=False):
        torch.testing.assert_close(direction.flatten(1).norm(dim=1), weight.flatten(1).norm(dim=1))
    assert not found[2].any()


def test_the_main_directions_of_a_path_in_a_plane_hold_all_of_it():
    draw = np.random.default_rng(0)
    axes = np.linalg.qr(draw.standard_normal((7, 2)))[0].T
    points = draw.standard_normal((6, 2)) @ axes + draw.standard_normal(7)
    found, share = main_directions(points)
    assert share.sum() == pytest.approx(1) and share[0] >= share[1]
    moved = points - points[-1]
    np.testing.assert_allclose(moved @ found.T @ found, moved, atol=1e-9)


def test_the_loss_along_the_path_is_that_of_the_network_with_those_weights(around):
    seen = []
    surface = around.measure(Directions.PATH, cells=5, tell=lambda share: seen.append(share) is None)
    assert seen == [0.2, 0.4, 0.6, 0.8, 1.0]
    assert surface.heights.shape == (5, 5) and surface.path.shape == (len(surface.steps), 2)
    np.testing.assert_allclose(surface.path[-1], 0, atol=1e-6)
    # One corner by hand: weights put there one by one, the loss by torch's own function.
    rows = np.stack([around.go_to(int(step)) for step in surface.steps])
    axes, share = main_directions(rows)
    np.testing.assert_allclose(share, surface.share)
    around.put(rows[-1] + surface.across[0] * axes[0] + surface.up[4] * axes[1])
    tree = around.training.tree.eval()
    with torch.no_grad():
        (scores,) = tree(**around.inputs).values()
    target = next(value for value in around.inputs.values() if value.dtype == torch.int64)
    expected = torch.nn.functional.cross_entropy(scores, target)
    assert surface.heights[4, 0] == pytest.approx(float(expected), rel=1e-5)


def test_random_directions_go_through_the_network_itself(around):
    surface = around.measure(Directions.RANDOM, seed=1, cells=3)
    assert surface.heights[1, 1] == pytest.approx(surface.losses[-1], rel=1e-6)
    again = around.measure(Directions.RANDOM, seed=1, cells=3)
    np.testing.assert_array_equal(again.heights, surface.heights)


def test_who_says_no_ends_it(around):
    assert around.measure(Directions.RANDOM, cells=3, tell=lambda share: False) is None
