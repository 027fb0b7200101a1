"""Small networks that copy, make, foretell and find: what views beyond classifiers show."""

from __future__ import annotations

from typing import Any

from graphs.network import Network
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe


def _recipe(data: str, epochs: int, **parameters: Any) -> Recipe:
    return Recipe(
        data=DataChoice(name=data, parameters=parameters), players=(Player(optimizer=Adam(learning_rate=0.005)),),
        epochs=epochs, batch_size=64, device="cpu",
    )  # fmt: skip


def copier(epochs: int = 1, code: int = 3, variational: bool = False) -> Project:
    """An auto-encoder of digits, 64 numbers to a code and back; with ``variational`` its code is drawn by chance."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 8, 8))
    h = net.add("Linear", net.add("Flatten", image, name="flat"), name="narrow", out_features=24)
    h = net.add("Tanh", h, name="tanh")
    if variational:
        mean, logvar = (net.add("Linear", h, name=name, out_features=code) for name in ("mean", "logvar"))
        z = net.add("Reparameterize", mean, logvar, name="code")
        net.add("KLDivergence", mean, logvar, name="kl", weight=0.01)
    else:
        z = net.add("Linear", h, name="code", out_features=code)
    h = net.add("ReLU", net.add("Linear", z, name="widen", out_features=24), name="relu")
    back = net.add("Reshape", net.add("Linear", h, name="back", out_features=64), name="again", shape=(1, 8, 8))
    net.add("Output", back, name="copy")
    net.add("MSELoss", back, image, name="loss")
    return Project(net, _recipe("digits", epochs, size=8), "Copier")


def cleaner() -> Project:
    """Take the noise off a digit: two convolutions, compared with the clean picture."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(1, 28, 28))
    clean = net.add("Input", name="clean", field="clean", shape=(1, 28, 28))
    h = net.add("ReLU", net.add("Conv2d", image, name="C1", out_channels=2, kernel_size=3, padding=1), name="relu")
    back = net.add("Conv2d", h, name="C2", out_channels=1, kernel_size=3, padding=1)
    net.add("MSELoss", back, clean, name="loss")
    return Project(net, _recipe("noisy_digits", 1, samples=120), "Cleaner")


def foreteller(ahead: int = 3) -> Project:
    """What comes next in a sine wave, with a GRU."""
    net = Network()
    x = net.add("Input", name="sequence", field="sequence", shape=(12, 1))
    target = net.add("Input", name="target", field="target", shape=(ahead,))
    read = net.add("GRU", x, name="memory", hidden_size=6)
    answer = net.add("Linear", read["h"], name="answer", out_features=ahead)
    net.add("MSELoss", answer, target, name="loss")
    return Project(net, _recipe("sine", 1, samples=200, length=12, ahead=ahead), "Foreteller")


def segmenter(classes: bool = False) -> Project:
    """Where the shape is: one convolution that says of each place whether it belongs to it, or to which class."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(3, 16, 16))
    h = net.add("Conv2d", image, name="C1", out_channels=2, kernel_size=3, padding=1)
    if classes:
        mask = net.add("Input", name="classes", field="classes", shape=(16, 16), dtype="int64")
        net.add("CrossEntropyLoss", net.add("Conv2d", h, name="maps", out_channels=5, kernel_size=1), mask, name="loss")
        return Project(net, _recipe("shape_scenes", 1, samples=60, size=16), "Segmenter")
    mask = net.add("Input", name="mask", field="mask", shape=(1, 16, 16))
    scores = net.add("Conv2d", h, name="maps", out_channels=1, kernel_size=1)
    net.add("BCEWithLogitsLoss", scores, mask, name="loss")
    return Project(net, _recipe("shapes", 1, samples=120, size=16), "Segmenter")


def framer() -> Project:
    """Put a frame round the shape: four numbers from a picture."""
    net = Network()
    image = net.add("Input", name="image", field="image", shape=(3, 16, 16))
    box = net.add("Input", name="box", field="box", shape=(4,))
    h = net.add("Conv2d", image, name="C1", out_channels=2, kernel_size=3, stride=2)
    answer = net.add("Linear", net.add("Flatten", h, name="flat"), name="answer", out_features=4)
    net.add("SmoothL1Loss", answer, box, name="loss")
    return Project(net, _recipe("shapes", 1, samples=120, size=16), "Framer")


def dreamer(pictures: bool = True) -> Project:
    """A generator and its judge, drawn without blocks: small digits, or points of the two moons."""
    net = Network()
    shape, field = ((1, 8, 8), "image") if pictures else ((2,), "features")
    size = 64 if pictures else 2
    real = net.add("Input", name="real", field=field, shape=shape)
    z = net.add("RandomNormal", real, name="z", shape=(4,))
    h = net.add("Tanh", net.add("Linear", z, name="g1", out_features=12), name="g_tanh")
    fake = net.add("Linear", h, name="g2", out_features=size)
    if pictures:
        fake = net.add("Reshape", fake, name="picture", shape=shape)
    judge = net.define("Judge")
    x = judge.add("Input", name="x")
    if pictures:
        x = judge.add("Flatten", x, name="flat")
    judge.add("Output", judge.add("Linear", x, name="score", out_features=1), name="y")
    on_real = net.add("Judge", real, name="D")
    on_fake = net.add("Judge", fake, name="D_fake", share=on_real)
    losses = [
        net.add("AdversarialLoss", on_real, name="loss_real", target="real"),
        net.add("AdversarialLoss", on_fake, name="loss_fake", target="fake"),
        net.add("AdversarialLoss", on_fake, name="loss_G", target="real"),
    ]
    adam = Adam(learning_rate=0.01, beta1=0.5)
    players = (
        Player(name="judge", losses=tuple(loss.node for loss in losses[:2]), moves=(on_real.node,), optimizer=adam),
        Player(name="maker", losses=(losses[2].node,), moves=net.named(["g1", "g2"]), optimizer=adam),
    )
    data = DataChoice(name="digits", parameters={"size": 8}) if pictures else DataChoice(name="moons")
    return Project(net, Recipe(data=data, players=players, epochs=1, batch_size=64, device="cpu"), "Dreamer")


def diffuser(steps: int = 20) -> Project:
    """See the noise in points of the two moons, told how much there is."""
    net = Network()
    clean = net.add("Input", name="features", field="features", shape=(2,))
    time = net.add("RandomTimestep", clean, name="time", num_steps=steps)
    mixed = net.add("AddNoise", clean, time, name="mixed", num_steps=steps, beta_end=0.2)
    told = net.add("TimestepEmbedding", time, name="told", embedding_dim=4, out_features=4)
    h = net.add("Linear", net.add("Concat", mixed["noisy"], told, name="both"), name="hidden", out_features=16)
    answer = net.add("Linear", net.add("ReLU", h, name="relu"), name="answer", out_features=2)
    net.add("MSELoss", answer, mixed["noise"], name="loss")
    return Project(net, _recipe("moons", 1), "Diffuser")


def placer(learned: bool = False) -> Project:
    """Tell reviews apart from words and where they stand."""
    net = Network()
    tokens = net.add("Input", name="tokens", field="tokens", kind="tokens", shape=(16,))
    label = net.add("Input", name="label", field="label", kind="index")
    x = net.add("Embedding", tokens, name="embedding", num_embeddings=64, embedding_dim=6)
    x = net.add("LearnedPosition" if learned else "SinusoidalPosition", x, name="places")
    h = net.add(
        "GELU", net.add("Linear", net.add("Flatten", x, name="flat"), name="hidden", out_features=4), name="gelu"
    )
    net.add("CrossEntropyLoss", net.add("Linear", h, name="scores", out_features=2), label, name="loss")
    return Project(net, _recipe("reviews", 1, samples=120), "Placer")


def gatherer() -> Project:
    """Put digits of one kind near each other: one encoder, used three times."""
    net = Network()
    shown = [net.add("Input", name=n, field=n, shape=(1, 28, 28)) for n in ("anchor", "positive", "negative")]
    block = net.define("Encoder")
    x = block.add("Input", name="x")
    block.add(
        "Output", block.add("Linear", block.add("Flatten", x, name="flat"), name="code", out_features=5), name="y"
    )
    first = net.add("Encoder", shown[0], name="encoder")
    others = [net.add("Encoder", x, name=f"again{n}", share=first) for n, x in enumerate(shown[1:])]
    net.add("TripletMarginLoss", first, *others, name="loss")
    return Project(net, _recipe("digit_triplets", 1, samples=120), "Gatherer")
