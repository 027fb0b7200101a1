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


def attentive(length: int = 16, heads: int = 2, blocks: int = 2, causal: bool = True, **parameters: Any) -> Project:
    """Tell reviews apart with self-attention in a block that is placed several times."""
    net = Network()
    block = net.define("Layer")
    x = block.add("Input", name="x")
    looked = block.add("MultiheadAttention", x, name="attention", num_heads=heads, causal=causal, **parameters)
    block.add("Output", block.add("Add", x, looked, name="add"), name="y")
    tokens = net.add("Input", name="tokens", field="tokens", kind="tokens", shape=(length,))
    x = net.add("Embedding", tokens, name="embedding", num_embeddings=64, embedding_dim=8)
    y = net.add("Layer", x, name="layers", repeat=blocks)
    return _judged(net, net.add("LastStep", y, name="last"), "reviews", 1)


def looking_at_patches(class_token: bool = True) -> Project:
    """A small vision transformer: patches of a digit, a class token before them, one layer of attention."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    label = net.add("Input", name="label", field="label", kind="index")
    x = net.add("PatchEmbedding", image, name="patches", patch_size=2, embed_dim=8)
    if class_token:
        x = net.add("ClassToken", x, name="class_token")
    looked = net.add("MultiheadAttention", x, name="attention", num_heads=2, need_weights=False)
    scores = net.add("Linear", net.add("LastStep", looked, name="last"), name="scores", out_features=10)
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, _recipe("digits", 1, size=8), "Patches")


def aligned() -> Project:
    """Turn a row of letters round: a GRU reads, a decoder in a scan asks what it read at each step (Bahdanau)."""
    net = Network()
    block = net.define("Decoder")
    seen, x = block.add("Input", name="source"), block.add("Input", name="x")
    h = block.add("State", name="h", shape=[UNITS])
    looked = block.add("AdditiveAttention", h, seen, name="attention", hidden_size=UNITS)
    both = block.add("Concat", x, looked, name="both")
    new = block.add("GRUCell", both, h, name="cell", hidden_size=UNITS)
    block.carry(new, to=h)
    block.add("Output", new, name="y")
    source = net.add("Input", name="source", field="source", kind="tokens", shape=(8,))
    told = net.add("Input", name="told", field="decoder_input", kind="tokens", shape=(9,))
    target = net.add("Input", name="target", field="target", kind="tokens", shape=(9,))
    read = net.add("Embedding", source, name="of_source", num_embeddings=14, embedding_dim=4)
    said = net.add("Embedding", told, name="of_told", num_embeddings=14, embedding_dim=4)
    states = net.add("GRU", read, name="encoder", hidden_size=UNITS)
    written = net.add("Decoder", states, said, name="decoder", scan=Scan(constant=("source",)))
    scores = net.add("Linear", written, name="scores", out_features=14)
    net.add("CrossEntropyLoss", scores, target, name="loss")
    return Project(net, _recipe("letters", 1, samples=120), "Letters")


def drawn_attention() -> Project:
    """Self-attention drawn from products and a Softmax, one head."""
    net = Network()
    x = _words(net)
    q, k = (net.add("Linear", x, name=name, out_features=4, bias=False) for name in ("query", "key"))
    turned = net.add("Transpose", k, name="turned", dim0=-2, dim1=-1)
    weights = net.add("Softmax", net.add("MatMul", q, turned, name="scores_of_pairs"), name="weights", dim=-1)
    looked = net.add("MatMul", weights, x, name="looked")
    flat = net.add("Flatten", looked, name="flat")
    return _judged(net, flat, "reviews", 1)


def training_of(project: Project) -> Training:
    """A training of a project on the processor that has not taken a step."""
    return Training(project, load_data(project), torch.device("cpu"), 1)


def look(probe: Probe, training: Training) -> Sample:
    """What a probe sees in a training now."""
    with training.random:
        assert probe.suits(training)
        (sample,) = probe.collect(training)
    return sample
