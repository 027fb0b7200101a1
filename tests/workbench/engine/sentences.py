"""Small networks that read: recurrent layers of every make, and what one asks a probe of them."""

from __future__ import annotations

from typing import Any

import torch

from graphs.drawn_cells import draw_cell
from graphs.elements import Scan
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from workbench.engine.events import Sample
from workbench.engine.probes.probe import Probe
from workbench.engine.trainer import load_data
from workbench.engine.training import Training

UNITS = 6


def _recipe(data: str, epochs: int, **parameters: Any) -> Recipe:
    return Recipe(
        data=DataChoice(name=data, parameters=parameters), players=(Player(optimizer=Adam(learning_rate=0.01)),),
        epochs=epochs, batch_size=32, device="cpu",
    )  # fmt: skip


def _judged(net: Network, state: Outlet, data: str, epochs: int) -> Project:
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("Linear", state, name="scores", out_features=2)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, _recipe(data, epochs, samples=200), "Reviews")


def _words(net: Network) -> Outlet:
    tokens = net.add("Input", name="tokens", field="tokens", kind="tokens", shape=(16,))
    return net.add("Embedding", tokens, name="embedding", num_embeddings=64, embedding_dim=5)


def reader(kind: str = "LSTM", epochs: int = 1, **parameters: Any) -> Project:
    """Tell good reviews from bad ones with one fused layer, 16 words each."""
    net = Network()
    layer = net.add(kind, _words(net), name="memory", hidden_size=UNITS, **parameters)
    return _judged(net, layer["h"], "reviews", epochs)


def drawn_reader(kind: str = "LSTM", reverse: bool = False) -> Project:
    """The same with a cell that is drawn from gates and runs as a scan."""
    net = Network()
    draw_cell(net, kind, "Cell", hidden=UNITS)
    steps = net.add("Cell", _words(net), name="memory", scan=Scan(reverse=reverse))
    return _judged(net, net.add("LastStep", steps, name="last"), "reviews", 1)


def cell_reader(kind: str = "LSTMCell", memory: bool = True) -> Project:
    """The same with a cell of one step inside a scan."""
    net = Network()
    block = net.define("Walk")
    x = block.add("Input", name="x")
    h = block.add("State", name="h", shape=[UNITS])
    if memory:
        c = block.add("State", name="c", shape=[UNITS])
        new = block.add(kind, x, name="cell", h=h, c=c, hidden_size=UNITS)
        block.carry(new["c"], to=c)
        new_h = new["h"]
    else:
        new_h = block.add(kind, x, name="cell", h=h, hidden_size=UNITS)
    block.carry(new_h, to=h)
    block.add("Output", new_h, name="y")
    steps = net.add("Walk", _words(net), name="walk", scan=Scan())
    return _judged(net, net.add("LastStep", steps, name="last"), "reviews", 1)


def training_of(project: Project) -> Training:
    """A training of a project on the processor that has not taken a step."""
    return Training(project, load_data(project), torch.device("cpu"), 1)


def look(probe: Probe, training: Training) -> Sample:
    """What a probe sees in a training now."""
    with training.random:
        assert probe.suits(training)
        (sample,) = probe.collect(training)
    return sample
