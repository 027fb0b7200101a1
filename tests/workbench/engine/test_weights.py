"""The weights a probe records are those of torch, and their histogram is that of numpy."""

from pathlib import Path

import numpy as np
import pytest
import torch

from tests.workbench.engine.sentences import attentive, look, training_of
from tests.workbench.engine.small import flowers, kept_weights, same_weights, train
from workbench.engine import Sample
from workbench.engine.probes.weights import ROOM, SIDE, Weights, histogram, spread_out
from workbench.engine.runs import Run


def test_every_matrix_is_kept_as_it_is_with_its_histogram() -> None:
    training = training_of(flowers())
    sample = look(Weights(), training)
    assert sample.labels["nodes"] == ("hidden", "scores")
    for place, name in enumerate(sample.labels["nodes"]):
        weight = getattr(training.tree, name).weight.detach().numpy()
        assert np.array_equal(sample.data[f"matrix/{place}"], weight)
        counts, edges = np.histogram(weight, 40)
        assert np.abs(sample.data[f"counts/{place}"] - counts).sum() <= 2  # a number on an edge may fall to either side
        assert sample.data[f"ends/{place}"] == pytest.approx(edges[[0, -1]])
        assert sample.data[f"norm/{place}"] == pytest.approx([np.linalg.norm(weight), weight.std()], rel=1e-5)


def test_weights_inside_copies_of_a_block_are_told_apart() -> None:
    training = training_of(attentive())
    sample = look(Weights(), training)
    assert {"embedding", "layers.0.attention.in_proj_weight", "layers.1.attention.out_proj.weight"} <= set(
        sample.labels["nodes"]
    )


def test_watching_changes_no_bit_and_the_last_sample_is_the_trained_weight(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.GRACE", 60.0)  # however slow the machine is
    train(flowers(), tmp_path / "without")
    events, _ = train(flowers(), tmp_path / "watched", probes=(Weights(every=1),))
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    seen = [e for e in events if isinstance(e, Sample)]
    with Run.open(tmp_path / "watched") as run:
        kept = list(run.samples("weights"))
    assert [s.step for s in kept] == [s.step for s in seen] and seen[-1].step == 21
    trained = kept_weights(tmp_path / "watched")[int(kept[-1].data["nodes"][0]), "weight"]
    assert np.array_equal(kept[-1].data["matrix/0"], trained)


def test_large_matrices_are_kept_small_and_what_is_not_finite_counts_nowhere() -> None:
    matrix = torch.arange(200.0 * 300).reshape(200, 300)
    small = spread_out(matrix)
    assert small.shape == (SIDE, SIDE) and small.numel() <= ROOM
    assert small[0, 0] == matrix[0, 0] and small[-1, -1] == matrix[-1, -1]
    counts, ends = histogram(torch.tensor([1.0, 3.0, float("nan"), float("inf")]))
    assert counts.sum() == 2 and ends.tolist() == [1.0, 3.0]
