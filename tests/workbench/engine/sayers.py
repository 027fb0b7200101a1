"""Small networks that spike, that hear letters, and that write about pictures."""

from __future__ import annotations

from graphs.network import Network, Scan
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe


def _recipe(data: str, **parameters: object) -> Recipe:
    return Recipe(
        data=DataChoice(name=data, parameters=parameters), players=(Player(optimizer=Adam(learning_rate=0.01)),),
        epochs=1, batch_size=16, device="cpu",
    )  # fmt: skip


def fires() -> Project:
    """Tell digits apart by how often ten leaky neurons fire while a picture flows in for six steps."""
    net = Network()
    block = net.define("Neurons")
    current, v = block.add("Input", name="current"), block.add("State", name="v", shape=[10])
    into = block.add("Linear", current, name="synapses", out_features=10)
    spike = block.add("LeakyIntegrateAndFire", into, v, name="leaky", beta=0.8, threshold=0.3)
    block.carry(spike["v"], to=v)
    block.add("Output", spike, name="y")
    pixels = net.add("Input", name="pixels", field="pixels", shape=(64,))
    label = net.add("Input", name="label", field="label", kind="index")
    spikes = net.add("Neurons", pixels, name="neurons", scan=Scan(constant=("current",), steps=6))
    scores = net.add("Mean", spikes, name="rates", dim=0)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    return Project(net, _recipe("digits", size=8), "Spikes")


def hears() -> Project:
    """Hear three letters in a sound with one small GRU and CTC."""
    net = Network()
    signal = net.add("Input", name="signal", field="signal", shape=(1, 2000), kind="signal")
    letters = net.add("Input", name="letters", field="letters", shape=(3,), kind="tokens")
    x = net.add("Conv1d", signal, name="frames", out_channels=4, kernel_size=100, stride=100)
    steps = net.add("Permute", x, name="steps", dims=(1, 0), kind="sequence")
    scores = net.add("Linear", net.add("GRU", steps, name="reader", hidden_size=6), name="heard", out_features=6)
    net.add("Output", scores, name="scores")
    net.add("CTCLoss", scores, letters, name="loss")
    return Project(net, _recipe("tone_words", samples=40), "Letters")


def describer() -> Project:
    """Write about shapes with a decoder that looks at sixteen places."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(3, 16, 16))
    x = net.add("Conv2d", image, name="conv", out_channels=6, kernel_size=4, stride=4)
    places = net.add("ToSequence", net.add("ReLU", x, name="relu"), name="places")
    block = net.define("Writer")
    teacher, seen = block.add("Input", name="teacher"), block.add("Input", name="places")
    h = block.add("State", name="h", shape=[8])
    word = block.add("Embedding", teacher, name="words", num_embeddings=20, embedding_dim=4)
    looked = block.add("AdditiveAttention", h, seen, name="attention", hidden_size=5)
    new = block.add("GRUCell", block.add("Concat", word, looked, name="both"), h, name="cell", hidden_size=8)
    block.carry(new, to=h)
    block.add("Output", block.add("Linear", new, name="scores", out_features=20), name="y")
    told = net.add("Input", name="decoder_input", field="decoder_input", shape=(12,), kind="tokens")
    target = net.add("Input", name="target", field="target", shape=(12,), kind="tokens")
    scores = net.add("Writer", told, places, name="writer", scan=Scan(constant=("places",)))
    net.add("Output", scores, name="scores")
    net.add("CrossEntropyLoss", scores, target, name="loss", ignore_index=0)
    return Project(net, _recipe("shape_captions", samples=60, size=16), "Captions")


def parting() -> Project:
    """XOR with two hidden units that bend."""
    net = Network()
    x = net.add("Input", name="features", field="features", shape=(2,))
    target = net.add("Input", name="target", field="target", shape=(1,))
    hidden = net.add("ReLU", net.add("Linear", x, name="hidden", out_features=2), name="relu")
    score = net.add("Linear", hidden, name="score", out_features=1)
    net.add("BCEWithLogitsLoss", score, target, name="loss")
    return Project(net, _recipe("logic"), "XOR")
