"""Probes measure what they say, and a training with them is the same training."""

from pathlib import Path

import numpy as np
import pytest
import torch

from graphs.planning import plan
from graphs.project import Project
from graphs.recipe import Order
from tests.workbench.engine.small import curve, finished, flowers, moons, rivals, same_weights, train, trainer
from workbench.engine import Control, ControlChanged, Paused, Sample
from workbench.engine.evaluation import evaluate
from workbench.engine.probes import default_probes, probe_types
from workbench.engine.probes.confusion import Confusion
from workbench.engine.probes.decision_plane import CELLS, DecisionPlane
from workbench.engine.probes.gradient_norms import GradientNorms
from workbench.engine.probes.probe import find_answer
from workbench.engine.probes.sampler import Account, Sampler
from workbench.engine.runs import Run
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def test_every_file_of_the_folder_is_found() -> None:
    assert list(probe_types()) == [
        "activations",
        "attention",
        "canvas",
        "captions",
        "codes",
        "confusion",
        "ctc_paths",
        "decision_plane",
        "embeddings",
        "explanations",
        "feature_maps",
        "gates",
        "generated",
        "gradient_norms",
        "grams",
        "health",
        "hidden_space",
        "inputs",
        "journeys",
        "judging",
        "positions",
        "predictions",
        "probabilities",
        "reconstruction_errors",
        "reconstructions",
        "spikes",
        "statistics",
        "weights",
    ]
    assert [probe.name for probe in default_probes()] == list(probe_types())


@pytest.mark.parametrize("project", [flowers(), moons(), rivals()], ids=["flowers", "moons", "rivals"])
def test_probes_change_no_bit_of_a_training(project: Project, tmp_path: Path) -> None:
    without, _ = train(project, tmp_path / "without")
    probes = (GradientNorms(every=1), DecisionPlane(every=1), Confusion())
    watched, _ = train(project, tmp_path / "watched", probes=probes)
    assert any(isinstance(e, Sample) and e.probe == "gradient_norms" for e in watched)
    tag = "train/loss/maker" if len(project.recipe.players) > 1 else "train/loss"
    assert curve(watched, tag).tobytes() == curve(without, tag).tobytes()
    assert same_weights(tmp_path / "without", tmp_path / "watched")
    assert finished(watched).validation == finished(without).validation


def test_a_convolution_trains_the_same_with_its_gradients_watched(tmp_path: Path) -> None:
    import presets

    project = presets.build("lenet5")
    project.recipe = project.recipe.model_copy(update={"epochs": 1, "batch_size": 150, "device": "cpu"})
    without, _ = train(project, tmp_path / "without")
    watched, _ = train(project, tmp_path / "watched", probes=(GradientNorms(every=1),))
    assert curve(watched).tobytes() == curve(without).tobytes()
    assert same_weights(tmp_path / "without", tmp_path / "watched")


def test_gradient_norms_are_those_autograd_gives_by_hand(tmp_path: Path) -> None:
    project = flowers(dropout=0.0, epochs=1, order=Order.AS_GIVEN)
    events, _ = train(project, tmp_path / "run", probes=(GradientNorms(every=1),))
    sample = next(e for e in events if isinstance(e, Sample))
    data = load_data(project).parts.training
    torch.manual_seed(0)
    hidden, norm, scores = torch.nn.Linear(4, 12), torch.nn.BatchNorm1d(12), torch.nn.Linear(12, 3)
    x = torch.from_numpy(data["features"][:16]).requires_grad_()
    values = {"features": x, "hidden": hidden(x)}
    values["norm"] = norm(values["hidden"])
    values["tanh"] = values["norm"].tanh()
    values["scores"] = scores(values["tanh"])
    for value in values.values():
        value.retain_grad()
    torch.nn.functional.cross_entropy(values["scores"], torch.from_numpy(data["label"][:16])).backward()
    wires = dict(zip(sample.labels["wire_nodes"], sample.data["wire_norms"].tolist(), strict=True))
    assert wires.keys() == values.keys() | {"drop"}  # no gradient on the wire of whole numbers
    for name, value in values.items():
        assert value.grad is not None
        assert wires[name] == pytest.approx(value.grad.norm().item(), rel=1e-5)
    nodes = dict(zip(sample.labels["nodes"], sample.data["weight_norms"].tolist(), strict=True))
    for name, module in (("hidden", hidden), ("norm", norm), ("scores", scores)):
        gradients = torch.cat([p.grad.flatten() for p in module.parameters() if p.grad is not None])
        assert nodes[name] == pytest.approx(gradients.norm().item(), rel=1e-5)
    assert sample.step == 1
    assert sample.labels["player"] == ("all",)


def test_the_update_of_a_step_is_how_far_it_moved_the_weights(tmp_path: Path) -> None:
    project = flowers(epochs=1)
    events, _ = train(project, tmp_path / "run", probes=(GradientNorms(every=1),))
    samples = [e for e in events if isinstance(e, Sample)]
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    with training.random:
        for sample in samples:
            before = {node: [p.clone() for p in own.values()] for node, own in training.movers[0].nodes.items()}
            while training.step < sample.step:
                before = {node: [p.clone() for p in own.values()] for node, own in training.movers[0].nodes.items()}
                training.advance()
            for node, update in zip(sample.data["nodes"].tolist(), sample.data["updates"].tolist(), strict=True):
                now = training.movers[0].nodes[node].values()
                moved = torch.cat([(new - old).flatten() for new, old in zip(now, before[node], strict=True)]).norm()
                expected = (moved / torch.cat([old.flatten() for old in before[node]]).norm()).item()
                assert update == pytest.approx(expected, rel=1e-4)
    assert len(samples) > 1


def test_each_player_has_gradients_of_its_own(tmp_path: Path) -> None:
    events, _ = train(rivals(), tmp_path / "run", probes=(GradientNorms(every=5),))
    samples = {e.labels["player"][0]: e for e in events if isinstance(e, Sample) and e.step == 5}
    assert samples["judge"].labels["nodes"] == ("judge",)
    assert samples["maker"].labels["nodes"] == ("maker",)
    assert samples["maker"].labels["wire_nodes"] == ("features", "maker", "tanh", "judge")


def test_gradient_norms_can_look_at_chosen_nodes_only(tmp_path: Path) -> None:
    project = flowers()
    chosen = project.network.node("hidden").id
    events, _ = train(project, tmp_path / "run", probes=(GradientNorms(nodes=(chosen,)),))
    sample = next(e for e in events if isinstance(e, Sample))
    assert sample.labels["nodes"] == sample.labels["wire_nodes"] == ("hidden",)


def test_the_confusion_matrix_counts_every_validation_example(tmp_path: Path) -> None:
    project = flowers(epochs=8)
    events, _ = train(project, tmp_path / "run", probes=(Confusion(),))
    samples = [e for e in events if isinstance(e, Sample)]
    assert [sample.step for sample in samples] == [7 * epoch for epoch in range(1, 9)]
    validation = load_data(project).parts.validation
    for sample, accuracy in zip(samples, curve(events, "val/accuracy"), strict=True):
        counts = sample.data["counts"]
        assert counts.sum(1).tolist() == np.bincount(validation["label"], minlength=3).tolist()
        assert np.trace(counts) / counts.sum() == pytest.approx(accuracy)
        mistakes = sample.data["mistakes"]
        assert len(mistakes) == counts.sum() - np.trace(counts)
        assert (validation["label"][mistakes[:, 0]] == mistakes[:, 1]).all()
        assert (mistakes[:, 1] != mistakes[:, 2]).all()
    assert samples[0].labels["classes"] == ("setosa", "versicolor", "virginica")
    with Run.open(tmp_path / "run") as run:
        kept = list(run.samples("confusion"))
        assert [s.step for s in kept] == [s.step for s in samples]
        assert (kept[-1].data["counts"] == samples[-1].data["counts"]).all()
        assert kept[-1].labels == samples[-1].labels


def test_the_decision_plane_shows_what_the_network_answers(tmp_path: Path) -> None:
    project = moons(epochs=30)
    events, _ = train(project, tmp_path / "run", probes=(DecisionPlane(),))
    sample = [e for e in events if isinstance(e, Sample)][-1]
    left, right, bottom, top = sample.data["limits"]
    points, labels, classes = sample.data["points"], sample.data["labels"], sample.data["classes"]
    assert classes.shape == sample.data["confidence"].shape == (CELLS, CELLS)
    assert classes.dtype == sample.data["confidence"].dtype == np.uint8
    column = ((points[:, 0] - left) / (right - left) * (CELLS - 1)).round().astype(int)
    row = ((points[:, 1] - bottom) / (top - bottom) * (CELLS - 1)).round().astype(int)
    assert (classes[row, column] == labels).mean() > 0.75


def test_one_number_that_decides_is_read_by_what_it_is_compared_with() -> None:
    import presets

    for name, threshold in (("perceptron", 0.0), ("xor_relu", 0.5)):
        answer = find_answer(plan(presets.build(name).network))
        assert answer is not None
        assert (answer.classes, answer.threshold) == (2, threshold)


def test_a_probe_can_be_attached_changed_and_taken_away_while_it_runs(tmp_path: Path) -> None:
    control = Control()
    control.pause()
    project = flowers()
    chosen = project.network.node("scores").id
    events = []
    for event in trainer(project, tmp_path / "run", control).run():
        events.append(event)
        if isinstance(event, Paused):
            if event.step == 2:
                control.attach(GradientNorms(every=1))
            if event.step == 4:
                control.set_probe("gradient_norms", nodes=(chosen,))
            if event.step == 6:
                control.detach("gradient_norms")
            control.step_once() if event.step < 8 else control.resume()
    samples = {e.step: e for e in events if isinstance(e, Sample)}
    assert list(samples) == [3, 4, 5, 6]
    assert len(samples[4].labels["nodes"]) == 3
    assert samples[5].labels["nodes"] == ("scores",)
    changes = [(e.step, e.value) for e in events if isinstance(e, ControlChanged)]
    assert changes == [(2, "AttachProbe"), (4, "SetProbe"), (6, "DetachProbe")]


def test_a_dear_probe_looks_less_often(tmp_path: Path) -> None:
    account = Account(GradientNorms(every=1))
    assert account.allows(seconds=0.0, part=1.0)
    account.book(3.0)  # the first look makes its program, and comes only once
    assert account.allows(seconds=1.0, part=1.0)
    account.book(0.2)  # far dearer than the grace
    assert not account.allows(seconds=1.0, part=1.0)
    assert account.allows(seconds=12.0, part=1.0)
    project = flowers()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    sampler = Sampler((GradientNorms(every=1),), training)
    for _ in range(2):
        sampler.accounts["gradient_norms"].book(10.0)
    assert sampler.watching(seconds=1.0, forced=False) == []
    assert len(sampler.watching(seconds=1.0, forced=True)) == 1  # going step by step, a person waits for it


def test_evaluation_leaves_running_averages_modes_and_random_numbers_alone() -> None:
    project = flowers()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    with training.random:
        training.advance()
        before = {name: tensor.clone() for name, tensor in training.tree.state_dict().items()}
        stream = torch.get_rng_state()
        numbers = training.evaluate("validation")
        assert torch.equal(torch.get_rng_state(), stream)
    assert all(torch.equal(tensor, before[name]) for name, tensor in training.tree.state_dict().items())
    assert training.tree.training
    chunked = evaluate(training.tree, {k: v[:5] for k, v in training.part("validation").items()}, 2)
    assert numbers.keys() == chunked.keys() == {"loss", "accuracy"}


def test_means_over_a_part_count_every_example_once(monkeypatch: pytest.MonkeyPatch) -> None:
    project = flowers()
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    whole = training.evaluate("validation")
    monkeypatch.setattr("workbench.engine.evaluation.CHUNK", 4)
    training.recipe = project.recipe.model_copy(update={"batch_size": 4})
    assert training.evaluate("validation") == pytest.approx(whole, rel=1e-5)
