"""The feature maps a probe records are those that torch computes for the same examples by itself."""

from pathlib import Path

import numpy as np
import pytest
import torch

import presets
from tests.workbench.engine.small import flowers, same_weights, train
from workbench.engine import Sample
from workbench.engine.probes.feature_maps import CHANNELS, EXAMPLES, FeatureMaps, channelled, kept, packed, statistics
from workbench.engine.runs import Run
from workbench.engine.trainer import load_data
from workbench.engine.training import Training
from workbench.views.feature_maps import opened


def lenet(epochs: int = 1):
    project = presets.build("lenet5")
    project.recipe = project.recipe.model_copy(update={"epochs": epochs, "batch_size": 300, "device": "cpu"})
    return project


def test_the_maps_are_those_of_torch_within_half_a_step_of_a_byte(tmp_path: Path) -> None:
    project = lenet()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = FeatureMaps()
    with training.random:
        assert probe.suits(training)
        (sample,) = probe.collect(training)
    names, weights = sample.labels["nodes"], training.weights()
    rows = sample.data["examples"]
    image = torch.from_numpy(np.asarray(training.prepared.parts.validation["image"])[rows])
    node = {step.name: step.node for step in training.plan.steps}
    c1 = torch.nn.functional.conv2d(
        image, weights[f"weights/{node['C1']}/weight"], weights[f"weights/{node['C1']}/bias"]
    )
    expected = {"image": image, "C1": c1, "tanh1": c1.tanh(), "S2": torch.nn.functional.avg_pool2d(c1.tanh(), 2)}
    for name, values in expected.items():
        place = names.index(name)
        maps, scale = sample.data[f"maps/{place}"], sample.data[f"scale/{place}"]
        assert maps.dtype == np.uint8 and 1 <= len(maps) <= EXAMPLES
        for example in range(len(maps)):
            span = values[example].amax((1, 2)) - values[example].amin((1, 2))
            error = np.abs(opened(maps[example], scale[example]) - values[example].numpy()).max((1, 2))
            assert (error <= span.numpy() / 255 * 0.501 + 1e-6).all()
            counted = sample.data[f"statistics/{place}"][example]
            whole = values[example]
            wanted = [whole.mean().item(), whole.std(correction=0).item(), (whole == 0).float().mean().item()]
            assert counted[0].tolist() == pytest.approx(wanted, rel=1e-4, abs=1e-6)
            assert counted[2 if len(whole) > 1 else 1, 0] == pytest.approx(
                whole[1 if len(whole) > 1 else 0].mean().item(), rel=1e-4, abs=1e-6
            )
    kernels = sample.data[f"kernels/{names.index('C1')}"]
    assert np.array_equal(kernels, weights[f"weights/{node['C1']}/weight"].numpy())
    assert len(set(sample.labels["truth"])) == EXAMPLES


def test_watching_changes_no_bit_and_the_run_keeps_what_was_seen(tmp_path: Path) -> None:
    project = lenet()
    train(project, tmp_path / "without")
    events, _ = train(project, tmp_path / "watched", probes=(FeatureMaps(every=1),))
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    seen = [e for e in events if isinstance(e, Sample)]
    with Run.open(tmp_path / "watched") as run:
        kept_samples = list(run.samples("feature_maps"))
    assert len(seen) >= 1 and [s.step for s in kept_samples] == [s.step for s in seen]
    assert np.array_equal(kept_samples[-1].data["maps/0"], seen[-1].data["maps/0"])


def test_dropout_is_off_and_modes_come_back() -> None:
    project = flowers(dropout=0.5)
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    modes = [module.training for module in training.tree.modules()]
    probe = FeatureMaps()
    with training.random:
        probe.suits(training)
        first, again = probe.collect(training)[0], FeatureMaps()
        again.suits(training)
        second = again.collect(training)[0]
    assert modes == [module.training for module in training.tree.modules()]
    place = first.labels["nodes"].index("drop")
    assert np.array_equal(first.data[f"maps/{place}"], second.data[f"maps/{place}"])
    assert first.data[f"maps/{place}"].shape == (8, 12)


def test_samples_become_rarer_as_steps_pass_but_not_for_one_who_goes_step_by_step() -> None:
    project = flowers()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = FeatureMaps(every=10)
    with training.random:
        probe.suits(training)
        found = []
        for training.step in range(10, 100_001, 10):
            found += probe.collect(training)
        assert 100 < len(found) < 340  # the run keeps the 256 of them that are missed most
        training.step = 100_001
        assert len(probe.collect(training)) == 1


def test_nodes_asked_for_come_first_where_room_is_scarce(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.probes.feature_maps.ROOM", 6 * 28 * 28)
    project = lenet()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = FeatureMaps()
    probe.suits(training)
    assert [each.name for each in probe.watched(training)] == ["C1"]
    probe.nodes = (project.network.node("C5").id,)
    assert "C5" in [each.name for each in probe.watched(training)]


def test_large_many_and_broken_values_are_kept_small() -> None:
    wide = channelled(torch.rand(2, 512, 100, 60))
    assert wide is not None
    small = kept(wide)
    assert small.shape == (2, CHANNELS, 25, 15)
    assert small[0, 3, 0, 0].item() == pytest.approx(wide[0, 3, :4, :4].mean().item(), rel=1e-5)
    assert statistics(wide).shape == (2, 1 + CHANNELS, 3)
    clip = channelled(torch.rand(1, 3, 5, 8, 8))
    assert clip is not None and clip.shape == (1, 3, 8, 8)
    assert channelled(torch.zeros(2, 4, dtype=torch.int64)) is None
    data, scale = packed(torch.tensor([[1.0, float("nan"), 3.0, float("inf")]]))
    assert data.tolist() == [[0, 0, 255, 255]] and scale.tolist() == [[[1.0, 3.0]]]


def test_outputs_inside_blocks_are_measured_where_there_is_room_or_when_their_block_is_asked_for() -> None:
    project = presets.build("resnet18")
    project.recipe = project.recipe.model_copy(update={"device": "cpu"})
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    probe = FeatureMaps()
    probe.suits(training)
    probe.nodes = (project.network.node("layer3").id,)
    with training.random:
        (sample,) = probe.collect(training)
    assert {"layer3.0.conv1", "layer3.0.conv2"} <= set(sample.labels["nodes"])
    assert {"layer1.conv1", "layer3.0.bn2"} <= set(sample.labels["offered"])
    place = sample.labels["nodes"].index("layer3.0.conv1")
    assert sample.data["nodes"][place] == project.network.node("layer3").id
    assert sample.labels[f"field/{place}"] == ("image",) and sample.data[f"field/{place}"].shape == (2, 3)
