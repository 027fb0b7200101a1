"""What the probes of the further views record is what torch gives, asked independently."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch.nn import functional

import presets
from tests.workbench.engine.makers import cleaner, copier, foreteller, framer, segmenter
from tests.workbench.engine.sentences import look, training_of
from tests.workbench.engine.small import flowers, moons, same_weights, train
from workbench.data import prepare
from workbench.engine import Sample
from workbench.engine.probes.predictions import Predictions
from workbench.engine.probes.probabilities import Probabilities
from workbench.engine.probes.reconstructions import ReconstructionErrors, Reconstructions
from workbench.engine.runs import Run


def test_probabilities_are_the_softmax_of_the_scores() -> None:
    training = training_of(flowers())
    sample = look(Probabilities(), training)
    rows = sample.data["examples"].tolist()
    table = training.prepared.parts.validation
    training.tree.eval()
    with torch.no_grad():
        scores = training.tree(features=torch.from_numpy(table["features"][rows]), label=None)["logits"]
    assert np.allclose(sample.data["probabilities"], torch.softmax(scores, 1).numpy(), atol=1e-6)
    assert np.allclose(sample.data["probabilities"].sum(1), 1.0, atol=1e-6)
    assert sample.data["right"].tolist() == table["label"][rows].tolist()
    assert sample.data["answer"].tolist() == scores.argmax(1).tolist()
    assert len(set(sample.labels["truth"])) == 3  # one of each class is among them
    # What cannot be seen is told, in the data's own units.
    own = prepare(training.prepared.dataset, training.recipe.data.split, training.recipe.seed, scale=False)
    length = own.parts.validation["features"][rows[0], 0]
    assert sample.labels["said"][0].startswith(f"sepal length (cm) {length:.4g}, ")


def test_one_score_is_two_probabilities() -> None:
    training = training_of(presets.build("perceptron"))
    sample = look(Probabilities(), training)
    assert sample.data["probabilities"].shape[1] == 2 and np.allclose(sample.data["probabilities"].sum(1), 1.0)


def test_forecasts_are_told_in_the_data_s_own_units() -> None:
    training = training_of(foreteller())
    sample = look(Predictions(), training)
    own = prepare(training.prepared.dataset, training.recipe.data.split, training.recipe.seed, scale=False).parts
    rows = sample.data["examples"]
    assert np.allclose(sample.data["truth"], own.validation["target"][rows], atol=1e-5)
    assert np.allclose(sample.data["before"], own.validation["sequence"][rows, :, 0], atol=1e-5)
    tree = training.tree.eval()
    with torch.no_grad():
        _, last = tree.memory(torch.from_numpy(training.prepared.parts.validation["sequence"][rows]))
        answer = tree.answer(last[-1]).numpy()
    assert np.allclose(sample.data["answer"], answer, atol=1e-6)  # a wave is near 1 already and is not scaled
    training = training_of(presets.build("linear_regression"))
    sample = look(Predictions(), training)
    own = prepare(training.prepared.dataset, training.recipe.data.split, training.recipe.seed, scale=False).parts
    x = torch.from_numpy(training.prepared.parts.validation["features"][sample.data["examples"]])
    with torch.no_grad():
        answer = training.tree.plane(x).numpy()
    target = own.training["target"]
    assert np.allclose(sample.data["answer"], answer * target.std(0) + target.mean(0), atol=1e-3)
    assert np.allclose(sample.data["truth"], own.validation["target"][sample.data["examples"]], atol=1e-4)


def test_maps_say_the_class_of_each_place() -> None:
    for project in (segmenter(), segmenter(classes=True)):
        training = training_of(project)
        sample = look(Predictions(), training)
        rows = torch.from_numpy(sample.data["examples"])
        columns = training.part("validation")
        tree = training.tree.eval()
        with torch.no_grad():
            scores = tree.maps(tree.C1(columns["image"][rows]))
        wanted = scores.argmax(1) if scores.shape[1] > 1 else (torch.sigmoid(scores[:, 0]) > 0.5).long()
        assert np.array_equal(sample.data["answer"], wanted.numpy())
        truth = columns["classes"][rows] if "classes" in columns else columns["mask"][rows, 0]
        assert np.array_equal(sample.data["truth"], truth.numpy().astype(np.uint8))
        assert sample.data["image"].shape == (len(rows), 16, 16, 3)


def test_frames_are_what_the_network_answers() -> None:
    training = training_of(framer())
    sample = look(Predictions(), training)
    columns, rows = training.part("validation"), torch.from_numpy(sample.data["examples"])
    tree = training.tree.eval()
    with torch.no_grad():
        answer = tree.answer(tree.C1(columns["image"][rows]).flatten(1))
    assert np.allclose(sample.data["answer"][:, 0], answer.numpy(), atol=1e-6)
    assert np.array_equal(sample.data["truth"][:, 0], columns["box"][rows].numpy())


@pytest.mark.parametrize("make", [copier, cleaner])
def test_copies_and_their_errors(make) -> None:
    training = training_of(make())
    sample = look(Reconstructions(), training)
    columns, rows = training.part("validation"), torch.from_numpy(sample.data["examples"])
    tree = training.tree.eval()
    image = columns["image"][rows]
    wanted = columns.get("clean", columns["image"])[rows]
    with torch.no_grad():
        if make is copier:
            h = tree.code(tree.narrow(image.flatten(1)).tanh())
            back = tree.back(tree.widen(h).relu()).reshape(image.shape)
        else:
            back = tree.C2(tree.C1(image).relu())
    errors = torch.stack([functional.mse_loss(b, w) for b, w in zip(back, wanted, strict=True)])
    assert sample.data["errors"] == pytest.approx(errors.numpy(), rel=1e-5)
    # All pictures are drawn between the darkest and the brightest of what is wanted.
    low, high = wanted.amin((1, 2, 3), keepdim=True), wanted.amax((1, 2, 3), keepdim=True)
    grey = (255 * (back - low) / (high - low)).clamp(0, 255)
    assert np.abs(sample.data["back"][..., 0].astype(float) - grey[:, 0].numpy()).max() <= 1
    assert ("wanted" in sample.data) == (make is cleaner)


def test_every_validation_example_has_its_error(tmp_path: Path) -> None:
    events, made = train(copier(), tmp_path / "run", probes=(ReconstructionErrors(),))
    sample = [event for event in events if isinstance(event, Sample)][-1]
    training = made._at_work
    image = training.part("validation")["image"]
    tree = training.tree.eval()
    with torch.no_grad():
        back = tree.back(tree.widen(tree.code(tree.narrow(image.flatten(1)).tanh())).relu())
    errors = (back - image.flatten(1)).square().mean(1)
    assert sample.data["errors"] == pytest.approx(errors.numpy(), rel=1e-4)
    assert sample.data["groups"].tolist() == training.prepared.parts.validation["label"].tolist()
    assert sample.labels["groups"] == tuple("0123456789")


def test_watching_changes_no_bit_and_a_run_keeps_what_was_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.GRACE", 60.0)  # however slow the machine is
    for project, probes in (
        (copier(variational=True), (Reconstructions(every=1), ReconstructionErrors())),
        (moons(1), (Probabilities(every=1),)),
        (foreteller(), (Predictions(every=1),)),
    ):
        name = project.title
        train(project, tmp_path / name / "without")
        events, _ = train(project, tmp_path / name / "watched", probes=probes)
        assert same_weights(tmp_path / name / "without", tmp_path / name / "watched")
        seen = [event for event in events if isinstance(event, Sample) and event.probe == probes[0].name]
        with Run.open(tmp_path / name / "watched") as run:
            kept = list(run.samples(probes[0].name))
        assert [one.step for one in kept] == [one.step for one in seen] and seen
        for key, values in seen[-1].data.items():
            assert np.array_equal(kept[-1].data[key], values), key


def test_where_there_is_nothing_to_measure_nothing_is() -> None:
    for project in (flowers(),):
        training = training_of(project)
        for probe in (Predictions(), Reconstructions(), ReconstructionErrors()):
            assert not probe.suits(training)
    assert not Probabilities().suits(training_of(copier()))
