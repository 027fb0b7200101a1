"""Activation curves, embeddings and positional encodings are what torch and the formulas give."""

import math
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from tests.workbench.engine.makers import gatherer, placer
from tests.workbench.engine.sentences import attentive, look, training_of
from tests.workbench.engine.small import flowers
from workbench.engine.probes.activations import Activations, bent
from workbench.engine.probes.embeddings import Embeddings
from workbench.engine.probes.inputs import Inputs
from workbench.engine.probes.positions import Positions


@pytest.mark.parametrize(
    ("module", "value", "slope"),
    [
        (nn.Sigmoid(), lambda z: 1 / (1 + math.exp(-z)), lambda z: math.exp(-z) / (1 + math.exp(-z)) ** 2),
        (nn.Tanh(), math.tanh, lambda z: 1 - math.tanh(z) ** 2),
        (nn.LeakyReLU(0.1, inplace=True), lambda z: max(z, 0.1 * z), lambda z: 1.0 if z > 0 else 0.1),
        (nn.PReLU(), lambda z: max(z, 0.25 * z), lambda z: 1.0 if z > 0 else 0.25),
    ],
)
def test_curves_and_slopes_follow_their_formulas(module, value, slope) -> None:
    z = torch.linspace(-6, 6, 240, dtype=torch.float64)  # an even number: 0 itself has no slope in a ReLU
    made, steep = bent(module, z)
    assert made.numpy() == pytest.approx([value(one) for one in z.tolist()], abs=1e-6)
    assert steep.numpy() == pytest.approx([slope(one) for one in z.tolist()], abs=1e-6)
    assert all(parameter.grad is None for parameter in module.parameters())


def test_what_arrives_is_counted() -> None:
    training = training_of(placer())
    probe = Activations()
    sample = look(probe, training)
    tree = training.tree.eval()
    with torch.no_grad():
        arrives = tree.hidden(tree.places(tree.embedding(probe.inputs["tokens"])).flatten(1)).clamp(-6, 6)
    counts, _ = np.histogram(arrives.numpy(), 60, (-6, 6))
    assert sample.labels["nodes"] == ("gelu",) and np.array_equal(sample.data["counts/0"], counts)
    z = torch.from_numpy(sample.data["z"])
    assert np.allclose(sample.data["curve/0"], functional.gelu(z).numpy(), atol=1e-6)
    dead = look(Activations(), training_of(flowers()))
    assert dead.labels["kinds"] == ("Tanh",) and 0 <= float(dead.data["flat"][0]) <= 1


def test_words_lie_where_principal_components_put_them() -> None:
    training = training_of(placer())
    sample = look(Embeddings(), training)
    words = sample.labels["words/0"]
    assert words[0] == "<pad>" and len(words) == len(sample.data["points/0"])
    rows = training.tree.embedding.weight.detach().numpy()[: len(words)]
    _, directions = np.linalg.eigh(np.cov(rows.T))
    wanted = (rows - rows.mean(0)) @ directions[:, [-1, -2]]
    assert np.allclose(np.abs(sample.data["points/0"]), np.abs(wanted), atol=1e-4)
    unit = rows / np.linalg.norm(rows, axis=1, keepdims=True)
    alike = unit @ unit.T - 3 * np.eye(len(unit))
    assert np.array_equal(sample.data["near/0"], np.argsort(-alike, axis=1)[:, :3])


def test_examples_of_a_network_that_gathers_are_placed_by_class() -> None:
    training = training_of(gatherer())
    probe = Embeddings()
    sample = look(probe, training)
    assert sample.labels["nodes"] == ("encoder",) and len(sample.data["labels/0"]) == len(sample.data["points/0"])
    assert float(sample.data["share/0"].sum()) <= 1 + 1e-6


def test_sinusoids_are_those_of_the_formula() -> None:
    sample = look(Positions(), training_of(placer()))
    for place in (0, 1, 7):
        for number in range(0, 6, 2):
            angle = place / 10000 ** (number / 6)
            assert sample.data["table/0"][place, number] == pytest.approx(math.sin(angle), abs=1e-5)
            assert sample.data["table/0"][place, number + 1] == pytest.approx(math.cos(angle), abs=1e-5)
    assert np.allclose(np.diag(sample.data["alike/0"]), 1.0, atol=1e-5)
    training = training_of(placer(learned=True))
    learned = look(Positions(), training)
    weight = next(iter(training.tree.places.parameters())).detach().reshape(-1, 6)[:16].numpy()
    assert np.allclose(learned.data["table/0"], weight, atol=1e-6)


def listener(data: str, field: str, shape: tuple[int, ...], **given: Any) -> Project:
    """A network that reads one field and flattens it."""
    net = Network()
    x = net.add("Input", name="x", field=field, shape=shape, **given)
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", net.add("Flatten", x, name="flat"), name="scores", out_features=10)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, Recipe(data=DataChoice(name=data, parameters={"samples": 40}), device="cpu"), "Listener")


def test_a_sound_has_the_spectrum_of_its_windows() -> None:
    training = training_of(listener("tone_words", "signal", (1, 2000), kind="signal"))
    probe = Inputs()
    sample = look(probe, training)
    wave = probe.inputs["x"][0, 0].numpy().astype(float)
    size, hop = sample.data["window"].tolist()
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)
    padded = np.pad(wave, size // 2)
    frames = np.stack([padded[start : start + size] * window for start in range(0, len(wave) + 1, hop)], 1)
    wanted = np.abs(np.fft.rfft(frames, axis=0))
    decibels = 20 * np.log10(np.maximum(wanted / wanted.max(), 1e-5))
    assert sample.data["spectrum"].shape[1:] == decibels.shape
    assert np.allclose(sample.data["spectrum"][0], decibels, atol=0.05)
    assert sample.labels["shape"] == ("signal",) and np.allclose(sample.data["wave"][0], wave)
    assert probe.collect(training) == []  # what stays the same is told once


@pytest.mark.parametrize(
    ("data", "field", "shape", "key"),
    [
        ("point_clouds", "points", (128, 3), "points"),
        ("moving_shapes", "clip", (1, 8, 24, 24), "slices"),
        ("sensors", "sequence", (60, 6), "steps"),
        ("shapes", "image", (3, 32, 32), "image"),
    ],
)
def test_clouds_clips_series_and_pictures_are_kept_as_they_go_in(data, field, shape, key) -> None:
    kinds = {"points": "points", "clip": "volume"}
    training = training_of(listener(data, field, shape, kind=kinds.get(field, "auto")))
    probe = Inputs()
    sample = look(probe, training)
    given = probe.inputs["x"].numpy()
    if key in ("points", "steps"):
        assert np.array_equal(sample.data[key], given)
        return
    pictures = sample.data[key].reshape(len(given), -1, *sample.data[key].shape[-3:])
    planes = given.transpose(0, 2, 1, 3, 4) if key == "slices" else given[:, None]
    low, high = (end.reshape(-1, 1, 1, 1, 1) for end in (planes.min((1, 2, 3, 4)), planes.max((1, 2, 3, 4))))
    grey = np.broadcast_to(255 * (planes - low) / (high - low), (*planes.shape[:2], 3, *planes.shape[3:]))
    assert np.abs(pictures - grey.transpose(0, 1, 3, 4, 2)).max() <= 1


def test_a_network_without_them_is_not_measured() -> None:
    training = training_of(flowers())
    assert not Embeddings().suits(training) and not Positions().suits(training)
    assert not Positions().suits(training_of(attentive()))
