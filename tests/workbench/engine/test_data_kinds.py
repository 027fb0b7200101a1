"""Every kind of data reaches a network: pictures with masks, tokens, series, sounds and points, two steps each."""

import pytest
import torch

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import DataChoice, Recipe
from workbench.engine.trainer import load_data
from workbench.engine.training import Training


def segmentation(net: Network) -> None:
    """A filter for every place, compared with the mask."""
    x = net.add("Input", name="image", field="image", shape=(3, 16, 16))
    mask = net.add("Input", name="mask", field="mask", shape=(1, 16, 16))
    net.add("BCEWithLogitsLoss", net.add("Conv2d", x, out_channels=1, kernel_size=3, padding=1), mask, name="loss")


def sentences(net: Network) -> None:
    """Words to vectors, read one after the other, then a class."""
    x = net.add("Input", name="tokens", field="tokens", shape=(16,), kind="tokens")
    read = net.add("GRU", net.add("Embedding", x, num_embeddings=40, embedding_dim=4), hidden_size=4)
    classes(net, read, 2)


def classes(net: Network, x, count: int) -> None:
    """Scores for each class and their loss."""
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", net.add("Linear", net.add("Flatten", x), out_features=count), label, name="loss")


def series(net: Network) -> None:
    """What was, read one after the other; then what comes."""
    x = net.add("Input", name="sequence", field="sequence", shape=(25, 1))
    target = net.add("Input", name="target", field="target", shape=(1,))
    read = net.add("LSTM", x, hidden_size=4)
    net.add("MSELoss", net.add("Linear", net.add("Flatten", read), out_features=1), target, name="loss")


def sounds(net: Network) -> None:
    """Filters over the waveform, then a class."""
    x = net.add("Input", name="signal", field="signal", shape=(1, 400), kind="signal")
    filtered = net.add("Conv1d", x, out_channels=2, kernel_size=9, stride=4)
    classes(net, filtered, 2)


def points(net: Network) -> None:
    """All points at once, then a class."""
    x = net.add("Input", name="points", field="points", shape=(16, 3), kind="points")
    classes(net, x, 4)


@pytest.mark.parametrize(
    ("data", "parameters", "draw"),
    [
        ("shapes", {"size": 16}, segmentation),
        ("reviews", {}, sentences),
        ("sine", {}, series),
        ("heartbeats", {}, sounds),
        ("point_clouds", {"points": 16}, points),
    ],
)
def test_data_of_this_kind_train_a_network_for_two_steps(data, parameters, draw):
    net = Network()
    draw(net)
    choice = DataChoice(name=data, parameters={"samples": 40, **parameters})
    project = Project(net, Recipe(data=choice, batch_size=8, device="cpu"), data)
    training = Training(project, load_data(project), torch.device("cpu"), 1)
    before = [parameter.clone() for parameter in training.tree.parameters()]
    training.advance()
    training.advance()
    (scalars,) = [found for found in training.fetch() if "train/loss" in found.values]
    assert scalars.values["train/loss"].shape == (2,)
    assert any(not torch.equal(old, new) for old, new in zip(before, training.tree.parameters(), strict=True))
