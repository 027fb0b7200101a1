"""Two runs on the same examples: linear CKA against its formula computed otherwise, and differences of what is seen."""

from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.compiler import compile, write_weights
from tests.workbench.engine.small import flowers, train
from workbench.engine import Sample
from workbench.engine.checkpoint import read_weights
from workbench.engine.loading import load_data
from workbench.engine.probes.feature_maps import packed
from workbench.engine.representations import Two, difference, linear_cka


def by_features(x: np.ndarray, y: np.ndarray) -> float:
    """The definition, with features × features matrices: ‖YᵀX‖² / (‖XᵀX‖ ‖YᵀY‖) in Frobenius norms."""
    x, y = x - x.mean(0), y - y.mean(0)
    return float(np.linalg.norm(y.T @ x) ** 2 / (np.linalg.norm(x.T @ x) * np.linalg.norm(y.T @ y)))


def by_independence_criterion(x: np.ndarray, y: np.ndarray) -> float:
    """HSIC(K, L) / √(HSIC(K, K) HSIC(L, L)) with the centring matrix H written out."""
    n = len(x)
    centre = np.eye(n) - np.ones((n, n)) / n

    def hsic(first: np.ndarray, second: np.ndarray) -> float:
        return float(np.trace(first @ centre @ second @ centre) / (n - 1) ** 2)

    one, other = x @ x.T, y @ y.T
    return hsic(one, other) / float(np.sqrt(hsic(one, one) * hsic(other, other)))


def test_linear_cka_is_what_its_two_definitions_say() -> None:
    numbers = np.random.default_rng(0)
    for p, q in ((3, 5), (40, 7), (1, 1)):
        x, y = numbers.normal(size=(30, p)) + 2, numbers.normal(size=(30, q))
        y[:, 0] += x[:, 0]
        found = linear_cka(x, y)
        assert found == pytest.approx(by_features(x, y), abs=1e-12)
        assert found == pytest.approx(by_independence_criterion(x, y), abs=1e-12)
        assert 0 <= found <= 1


def test_it_sees_no_rotation_no_scale_and_no_shift_but_a_stretch() -> None:
    numbers = np.random.default_rng(1)
    x = numbers.normal(size=(50, 6))
    turned, _ = np.linalg.qr(numbers.normal(size=(6, 6)))
    assert linear_cka(x, 3 * x @ turned + 7) == pytest.approx(1, abs=1e-12)
    assert linear_cka(x, x * np.array([30, 1, 1, 1, 1, 1])) < 0.9
    assert linear_cka(x, numbers.normal(size=(50, 6))) < 0.4
    assert np.isnan(linear_cka(x, np.ones((50, 4))))


def test_two_runs_are_asked_the_same_examples_and_differ_as_their_networks_do(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    train(flowers(epochs=2), one, probes=())
    train(flowers(epochs=2, seed=3), other, probes=())
    found = Two(one, other).at(None)
    assert found.steps == (14, 14)
    # By hand: both networks on the held-back examples of the first run.
    examples = torch.as_tensor(load_data(flowers(epochs=2)).parts.validation.columns["features"])
    answers = []
    for folder in (one, other):
        tree = compile(flowers().network).eval()
        write_weights(tree, read_weights(folder / "last.safetensors"))
        with torch.no_grad():
            answers.append(tree(features=examples)["logits"].numpy())
    node = next(node for node, name in found.names.items() if name == "scores")
    assert found.apart[node] == pytest.approx(1 - by_features(*[a.astype(float) for a in answers]), abs=1e-9)
    assert all(0 <= apart <= 1 for apart in found.apart.values())
    mine, theirs = (samples["feature_maps"] for samples in found.samples)
    assert mine.data["examples"].tolist() == theirs.data["examples"].tolist()
    entry = mine.labels["nodes"].index("features")
    assert np.array_equal(mine.data[f"maps/{entry}"], theirs.data[f"maps/{entry}"])  # the same flowers


def test_a_run_beside_itself_is_no_way_apart(tmp_path: Path) -> None:
    train(flowers(epochs=1), tmp_path / "one", probes=())
    found = Two(tmp_path / "one", tmp_path / "one").at(None)
    assert max(found.apart.values()) == pytest.approx(0, abs=1e-9)
    taken = difference(*(samples["feature_maps"] for samples in found.samples))
    assert taken is not None
    for place in range(len(taken.labels["nodes"])):
        assert not taken.data[f"scale/{place}"].any()


@pytest.mark.parametrize("shape", [(2, 3, 4, 4), (2, 5, 6), (2, 7)])
def test_the_difference_of_packed_numbers_is_theirs_to_half_a_step(shape: tuple[int, ...]) -> None:
    torch.manual_seed(0)
    values = torch.randn(shape), torch.randn(shape)
    samples = []
    for one in values:
        maps, scale = packed(one)
        samples.append(Sample("feature_maps", 1, {"maps/0": maps.numpy(), "scale/0": scale.numpy()}))
    taken = difference(*samples)
    assert taken is not None
    ends = taken.data["scale/0"].astype(float)
    rows = taken.data["maps/0"].reshape(shape[0], ends.shape[1], -1)
    opened = ends[..., :1] + rows / 255 * (ends[..., 1:] - ends[..., :1])
    wanted = (values[0] - values[1]).numpy().reshape(opened.shape)
    assert np.abs(opened - wanted).max() < 4 * np.abs(wanted).max() / 255


def test_what_has_nothing_to_subtract_gives_nothing() -> None:
    one = Sample("confusion", 1, {"counts": np.eye(3, dtype=np.int64)})
    assert difference(one, one) is None
