"""What is recorded of codes, of what is made out of chance and of its judge is what torch gives by hand."""

from pathlib import Path

import numpy as np
import pytest
import torch

import presets
from tests.workbench.engine.adversaries import wgan_gp
from tests.workbench.engine.makers import copier, diffuser, dreamer, foreteller
from tests.workbench.engine.sentences import look, training_of
from tests.workbench.engine.small import flowers, same_weights, train
from workbench.engine import Sample
from workbench.engine.decoding import Decoder
from workbench.engine.probes.codes import SIDE, Codes, main_directions
from workbench.engine.probes.confusion import Confusion
from workbench.engine.probes.generated import FRAMES, GeneratedSamples, Judging
from workbench.engine.probes.reconstructions import Reconstructions
from workbench.engine.roles import copying


def test_codes_lie_where_principal_components_put_them() -> None:
    training = training_of(copier())
    sample = look(Codes(), training)
    tree, columns = training.tree.eval(), training.part("validation")
    with torch.no_grad():
        codes = tree.code(tree.narrow(columns["image"].flatten(1)).tanh())
    variances, directions = np.linalg.eigh(np.cov(codes.numpy().T))
    wanted = (codes.numpy() - codes.numpy().mean(0)) @ directions[:, [-1, -2]]
    for axis in (0, 1):  # a direction may point either way
        found = sample.data["points"][:, axis]
        assert np.allclose(found, wanted[:, axis], atol=1e-4) or np.allclose(found, -wanted[:, axis], atol=1e-4)
    assert sample.data["share"] == pytest.approx(variances[[-1, -2]] / variances.sum(), rel=1e-3)
    # The last place of the grid is its lower right corner, decoded.
    left, right, bottom, top = sample.data["ends"]
    corner = sample.data["mean"] + np.array([right, bottom], dtype=np.float32) @ sample.data["axes"]
    with torch.no_grad():
        back = tree.back(tree.widen(torch.from_numpy(corner)[None]).relu()).reshape(8, 8)
    low, high = sample.data["black"]
    grey = (255 * (back - low) / (high - low)).clamp(0, 255).numpy()
    assert len(sample.data["grid"]) == SIDE**2 and left < right and bottom < top
    assert np.abs(sample.data["grid"][-1, :, :, 0] - grey).max() <= 1


def test_a_code_of_two_numbers_keeps_its_own_axes() -> None:
    codes = torch.randn(30, 2)
    mean, axes, share = main_directions(codes)
    assert mean.tolist() == [0, 0] and torch.equal(axes, torch.eye(2))
    assert float(share.sum()) == pytest.approx(1)


def test_a_decoder_reads_the_weights_a_run_has_kept(tmp_path: Path) -> None:
    project = copier(epochs=1)
    _, made = train(project, tmp_path / "run")
    before = torch.random.get_rng_state()
    decoder = Decoder(project, tmp_path / "run")
    assert torch.equal(before, torch.random.get_rng_state())  # whoever trains meanwhile draws the same numbers
    code = np.random.default_rng(0).standard_normal((4, 3)).astype(np.float32)
    tree = made._at_work.tree.eval()
    with torch.no_grad():
        wanted = tree.back(tree.widen(torch.from_numpy(code)).relu()).reshape(4, 1, 8, 8).numpy()
    assert np.allclose(decoder(code), wanted, atol=1e-6) and decoder.step == made._at_work.step
    assert not decoder.refresh()  # nothing newer lies there
    with pytest.raises(ValueError, match="auto-encoder"):
        Decoder(flowers())


def test_a_generator_is_asked_with_the_same_chance_every_time() -> None:
    training = training_of(dreamer(pictures=False))
    probe = GeneratedSamples()
    first, again = look(probe, training), look(probe, training)
    assert np.array_equal(first.data["made"], again.data["made"])
    tree = training.tree.eval()
    with torch.no_grad():
        by_hand = tree.g2(tree.g1(probe._chance["z"]).tanh())
    assert np.allclose(first.data["made"], by_hand.numpy(), atol=1e-6)
    assert np.array_equal(first.data["real"], training.part("validation")["real"].numpy())
    blocks = look(GeneratedSamples(), training_of(wgan_gp()))
    assert blocks.data["made"].shape == (60, 2) and blocks.labels["way"] == ("generator",)


def test_a_variational_auto_encoder_makes_pictures_from_its_code() -> None:
    training = training_of(copier(variational=True))
    probe = GeneratedSamples()
    sample = look(probe, training)
    tree = training.tree.eval()
    with torch.no_grad():
        back = tree.back(tree.widen(probe._chance["code"]).relu()).reshape(-1, 8, 8)
    real = training.part("validation")["image"][torch.from_numpy(probe.rows)]
    grey = (255 * (back - real.min()) / (real.max() - real.min())).clamp(0, 255).numpy()
    assert sample.labels["way"] == ("decoder",) and np.abs(sample.data["made"][..., 0] - grey).max() <= 1


def test_noise_is_taken_away_as_in_ddim() -> None:
    training = training_of(diffuser(steps=20))
    probe = GeneratedSamples()
    sample = look(probe, training)
    tree = training.tree.eval()
    kept = tree.mixed.alphas_cumprod
    x = probe._chance["noise"]
    with torch.no_grad():
        for t in range(19, -1, -1):
            told = tree.told(torch.full((len(x),), t))
            seen = tree.answer(tree.hidden(torch.cat([x, told], 1)).relu())
            clean = (x - (1 - kept[t]).sqrt() * seen) / kept[t].sqrt()
            before = kept[t - 1] if t else torch.tensor(1.0)
            x = before.sqrt() * clean + (1 - before).sqrt() * seen
    assert np.allclose(sample.data["made"], x.numpy(), atol=1e-4)
    assert sample.data["film"].shape == (FRAMES, 60, 2) and np.array_equal(sample.data["film"][-1], sample.data["made"])
    assert sample.data["times"].tolist()[0] == 19 and sample.data["times"].tolist()[-1] == -1
    real, noise = training.part("validation")["features"], probe._chance["noise"]
    last = kept[19].sqrt() * real + (1 - kept[19]).sqrt() * noise
    assert np.allclose(sample.data["noised"][-1], last.numpy(), atol=1e-6)
    assert np.array_equal(sample.data["noised"][0], real.numpy())


def test_a_judge_scores_both_and_made_samples_are_of_the_kind_of_their_nearest_example() -> None:
    training = training_of(dreamer(pictures=False))
    probe = Judging()
    sample = look(probe, training)
    tree = training.tree.eval()
    real = training.part("validation")["real"]
    with torch.no_grad():
        score = torch.sigmoid(tree.D.score(real))[:, 0]
    assert sample.labels["scale"] == ("probability",)
    assert np.allclose(sample.data["real"], score.numpy(), atol=1e-6)
    assert sample.data["kinds"].sum() == pytest.approx(1) and sample.data["truth"].sum() == pytest.approx(1)
    labels = training.prepared.parts.validation["label"]
    assert sample.data["truth"].tolist() == pytest.approx([(labels == 0).mean(), (labels == 1).mean()])
    critic = look(Judging(), training_of(wgan_gp()))
    assert critic.labels["scale"] == ("score",)


def test_watching_changes_no_bit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.probes.sampler.GRACE", 60.0)  # however slow the machine is
    for project in (copier(variational=True), dreamer(pictures=False), diffuser()):
        name = project.title
        train(project, tmp_path / name / "without")
        probes = (Codes(every=2), GeneratedSamples(every=2), Judging(every=2))
        events, _ = train(project, tmp_path / name / "watched", probes=probes)
        assert same_weights(tmp_path / name / "without", tmp_path / name / "watched")
        assert any(isinstance(event, Sample) and event.probe == "generated" for event in events)


def test_the_first_right_examples_of_each_class_are_named(tmp_path: Path) -> None:
    events, made = train(flowers(), tmp_path / "run", probes=(Confusion(),))
    sample = [event for event in events if isinstance(event, Sample)][-1]
    labels = made._at_work.prepared.parts.validation["label"]
    right = sample.data["right"]
    assert len(right) == min(np.trace(sample.data["counts"]), 24 * 3)
    assert (labels[right[:, 0]] == right[:, 1]).all() and (right[:, 1] == right[:, 2]).all()


def test_where_nothing_is_made_nothing_is_measured() -> None:
    training = training_of(foreteller())
    assert not any(probe.suits(training) for probe in (Codes(), GeneratedSamples(), Judging()))
    assert not GeneratedSamples().suits(training_of(copier()))  # a plain auto-encoder has no chance in its code


def test_where_the_loss_reads_logits_the_copy_is_their_sigmoid() -> None:
    training = training_of(presets.build("vae"))
    sample = look(Reconstructions(), training)
    tree, columns = training.tree.eval(), training.part("validation")
    with torch.no_grad():  # what is measured draws its code by chance: the drawn Sigmoid says what it shall be
        drawn = tree.picture(torch.tensor([-2.0, 0.0, 2.0]))
    copied = copying(training.plan)
    assert copied is not None and copied.logits and torch.equal(copied.copy(torch.tensor([-2.0, 0.0, 2.0])), drawn)
    assert sample.data["errors"].max() < 1.0  # pixels lie between 0 and 1, and so do copies
    codes = look(Codes(), training)
    code = codes.data["mean"] + codes.data["ends"][[0, 3]].astype(np.float32) @ codes.data["axes"]
    with torch.no_grad():
        hidden = tree.decode_relu1(tree.decode1(torch.from_numpy(code)[None].float()))
        hidden = tree.decode_relu2(tree.decode2(hidden))
        corner = tree.decode_last(hidden).sigmoid().reshape(8, 8)
    low, high = codes.data["black"]
    assert (
        np.abs(codes.data["grid"][0, :, :, 0] - (255 * (corner - low) / (high - low)).clamp(0, 255).numpy()).max() <= 1
    )
    assert columns["pixels"].max() <= 1
