"""Networks that learn what their data are like by writing them down shortly: autoencoders, and the variational one."""

from __future__ import annotations

from dataclasses import replace

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import Constant, Cosine
from presets.finishing import data, trained
from presets.placing import Place, end, line, stand
from presets.registry import GENERATIVE, REPRESENTATIONS, PresetInfo, Size, preset

VIEWS = ("curves", "reconstructions", "latent")
PIXELS = "=side*side"
DEEP = (1000, 500, 250)
"""The layers of Hinton and Salakhutdinov's encoder of digits (2006, figure 3); their code has 30 units."""


def _digits(side: int) -> tuple[Network, Outlet]:
    net = Network()
    net.parameters = {"side": side}
    return net, net.add("Input", name="pixels", field="pixels", shape=[PIXELS], kind="features")


def _tower(x: Outlet, widths: tuple[int, ...], name: str, bend: str) -> Outlet:
    """Linear layers one after the other, each with its activation."""
    for number, width in enumerate(widths, 1):
        x = x.network.add("Linear", x, name=f"{name}{number}", out_features=width)
        x = x.network.add(bend, x, name=f"{name}_{bend.lower()}{number}")
    return x


def _frames(net: Network) -> None:
    """Frame what stands before the code and what stands after it."""
    for title, starts in ((mark("Encoder"), "encode"), (mark("Decoder"), "decode")):
        inside = tuple(node.id for node in net if node.name.startswith(starts))
        net.put_frame(Frame(net.next_id, title, inside))


def _named(net: Network, start: str) -> tuple[str, ...]:
    return tuple(node.name for node in net if node.name.startswith(start))


def _across(net: Network) -> None:
    """The encoder, the code and the decoder in one row; where that is long, the decoder in a row of its own below."""
    first = line(net, ("pixels", *_named(net, "encode"), "code"))
    back = (*_named(net, "decode"), "reconstruction", "picture")
    rest = line(net, back, 0.0, 2.0) if len(back) > 5 else line(net, back, end(net, first, "code"))
    column, row = rest["picture"]
    stand(net, first | rest | {"loss": (column, row + 1.0), "error": (column, row + 2.0)})


def _mirrored(side: int, widths: tuple[int, ...], code: int, bend: str) -> Network:
    """An encoder, a code, and the encoder backwards; what comes out shall be what went in."""
    net, pixels = _digits(side)
    net.parameters |= {"code": code}
    inner = net.add("Linear", _tower(pixels, widths, "encode", bend), name="code", out_features="=code")
    back = _tower(inner, widths[::-1], "decode", bend)
    drawn = net.add("Linear", back, name="decode_last", out_features=PIXELS)
    picture = net.add("Sigmoid", drawn, name="reconstruction")
    net.add("Output", picture, name="picture")
    net.add("MSELoss", picture, pixels, name="loss")
    net.add("MeanAbsoluteError", picture, pixels, name="error")
    _frames(net)
    _across(net)
    return net


@preset(
    PresetInfo(
        name="autoencoder", title=mark("Autoencoder"), chinese="自编码器", family=REPRESENTATIONS, year=1987,
        source="D. E. Rumelhart, G. E. Hinton and R. J. Williams, Learning internal representations by error "
        "propagation, in Parallel Distributed Processing 1, 1986, chapter 8, The encoding problem; H. Bourlard and "
        "Y. Kamp, Auto-association by multilayer perceptrons, Biological Cybernetics 59, 1988",
        summary=mark(
            "A network that is asked to give back what it was shown, through a narrow middle: what fits through is a "
            "short description of a digit, learned without a single label. Sixteen numbers stand for 64 pixels."
        ),
        look_for=mark(
            "Reconstructions beside the originals: first all of them look like the mean digit, then strokes appear. "
            "Try it: make the code 2. What does it give up first?"
        ),
        textbook=("A105",), views=VIEWS, sizes=("small",),
        reached=mark(
            "Mean error 0.053 to 0.055 of the way from paper to ink on test digits (seeds 0 to 2), after 2,000 "
            "steps; the squared error is 0.67 to 0.75 of that of sixteen principal components."
        ),
    )
)  # fmt: skip
def autoencoder(size: Size) -> Project:
    """64 pixels, 48 units, a code of 16, and back."""
    return trained(
        _mirrored(8, (48,), 16, "ReLU"),
        data("digits", size=8, values="grey"),
        Adam(learning_rate=0.003),
        epochs=100,
        batch=64,
    )


@preset(
    PresetInfo(
        name="deep_autoencoder", title=mark("Deep autoencoder"), chinese="深度自编码器", family=REPRESENTATIONS,
        year=2006,
        source="G. E. Hinton and R. R. Salakhutdinov, Reducing the dimensionality of data with neural networks, "
        "Science 313, 2006, figure 3",
        summary=mark(
            "Several layers on either side let the code be much smaller: two numbers for a whole digit, so every digit "
            "is a point of a plane. Between the points lies no meaning: nothing asked the network to fill the gaps. In "
            "full size the encoder of digits of 2006, 784-1000-500-250-30."
        ),
        look_for=mark(
            "The map of the codes: digits of one kind gather without anybody having named them. Decode a place between "
            "two clouds: often it is no digit at all. The variational autoencoder mends that."
        ),
        textbook=("A106",), views=VIEWS,
        reached=mark(
            "Mean error 0.107 to 0.115 of the way from paper to ink on test digits (seeds 0 to 2), after 1,600 "
            "steps; the squared error is 0.61 to 0.65 of that of two principal components."
        ),
    )
)  # fmt: skip
def deep_autoencoder(size: Size) -> Project:
    """784-1000-500-250-30 and back, as in the paper; or 64-128-64-32-2."""
    if size == "full":
        net = _mirrored(28, DEEP, 30, "Sigmoid")
        first = net.node("encode_sigmoid1")
        net.put_node(replace(first, quiet=("deep_sigmoids",)))  # as published; its layers were trained one by one
        return trained(net, data("digits", size=28, values="grey"), Adam(learning_rate=0.001), epochs=100, batch=100)
    net = _mirrored(8, (128, 64, 32), 2, "ReLU")
    return trained(net, data("digits", size=8, values="grey"), Adam(learning_rate=0.002), epochs=80, batch=64)


def _laid_out(net: Network) -> None:
    """The encoder above, the mean and the variance where it ends, the decoder below: as in figures of the two parts."""
    places: dict[str, Place] = line(net, ("pixels", *_named(net, "encode")), 0.0, 0.5)
    column = end(net, places, list(places)[-1])
    places |= {"mean": (column, 0.0), "logvar": (column, 1.0), "z": (column + 1.0, 0.0), "toll": (column + 1.0, 1.0)}
    places |= line(net, (*_named(net, "decode"), "picture", "reconstruction"), 0.0, 2.75)
    column, row = places["reconstruction"]
    stand(net, places | {"error": (column, row + 1.0), "rebuild": (column, row + 2.0)})


@preset(
    PresetInfo(
        name="vae", title=mark("Variational autoencoder"), chinese="变分自编码器", family=GENERATIVE, year=2014,
        source="D. P. Kingma and M. Welling, Auto-encoding variational Bayes, ICLR 2014, arXiv 1312.6114, equation 10 "
        "and appendix B and C",
        summary=mark(
            "The encoder says where a digit lies and how sure it is: a mean and a variance for each of two numbers. "
            "The decoder sees a point drawn from there, so neighbouring points must mean similar digits, and a toll "
            "for every bit of certainty keeps the map round. Draw a point from the middle and you have a new digit."
        ),
        look_for=mark(
            "Two losses pull against each other: how well pixels are told (rebuild) and what the code costs (toll). "
            "Drag a point over the map and watch the digit change without a seam. Try it: set the weight of toll to 0 "
            "and look at the map again."
        ),
        textbook=("A108",), views=VIEWS,
        reached=mark(
            "Of 1,000 digits drawn from chance a classifier that knows 98 % of the digits, and none in noise, is "
            "sure of 65 % (p > .9; seeds 0 to 2, the worst 62 %), of all ten kinds, after 4,000 steps. 23.5 nats "
            "a digit on test digits: 20.5 for the pixels, 3.0 for the code."
        ),
    )
)  # fmt: skip
def vae(size: Size) -> Project:
    """Encoder, mean and logarithm of the variance, a drawn code, decoder with Bernoulli pixels.

    Both losses are in nats per digit: the mean cross-entropy of a pixel is weighted by their number, so the sum is the
    negative evidence lower bound. In full size 28 by 28 pixels, 500 hidden units and 20 numbers in the code.
    """
    side, hidden, code = (28, (500,), 20) if size == "full" else (8, (256, 128), 2)
    net, pixels = _digits(side)
    net.parameters |= {"code": code}
    seen = _tower(pixels, hidden, "encode", "Tanh" if size == "full" else "ReLU")
    mean = net.add("Linear", seen, name="mean", out_features="=code")
    logvar = net.add("Linear", seen, name="logvar", out_features="=code")
    z = net.add("Reparameterize", mean, logvar, name="z")
    back = _tower(z, hidden[::-1], "decode", "Tanh" if size == "full" else "ReLU")
    logits = net.add("Linear", back, name="decode_last", out_features=PIXELS)
    picture = net.add("Sigmoid", logits, name="picture")
    net.add("Output", picture, name="reconstruction")
    net.add("BCEWithLogitsLoss", logits, pixels, name="rebuild", weight=float(side * side))
    net.add("KLDivergence", mean, logvar, name="toll")
    net.add("MeanAbsoluteError", picture, pixels, name="error")
    _frames(net)
    _laid_out(net)
    epochs = 100 if size == "full" else 200
    player = Player(optimizer=Adam(learning_rate=0.002), schedule=Constant() if size == "full" else Cosine())
    choice = data("digits", size=side, values="grey")
    return Project(net, Recipe(data=choice, players=(player,), epochs=epochs, batch_size=64, validate_every=5))
