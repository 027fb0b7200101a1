"""Networks that learn to take noise away, and so to make things out of noise alone, step by step."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from graphs.schedules import Cosine
from graphs.techniques import EMA
from presets.finishing import data
from presets.placing import stand
from presets.registry import GENERATIVE, PresetInfo, Size, preset

STEPS = 100
"""From data to noise; the paper has 1000, for pictures of real things."""

BETA_END = 0.1
"""The share of noise added at the last step, larger than the paper's .02 as there are fewer steps: after all of them a
hundredth of the data's variance is left."""

VIEWS = ("film_strip", "generated", "curves", "gradients")
SOURCE = (
    "J. Ho, A. Jain and P. Abbeel, Denoising diffusion probabilistic models, NeurIPS 2020, arXiv 2006.11239, "
    "equations 4 and 14, algorithms 1 and 2"
)


def _noised(net: Network, clean: Outlet) -> tuple[Outlet, Outlet]:
    """Draw a time step for every example and add that much noise; return what is seen, and the embedded step."""
    step = net.add("RandomTimestep", clean, name="t", num_steps=STEPS)
    net.add("AddNoise", clean, step, name="noised", num_steps=STEPS, beta_end=BETA_END)
    when = net.add("TimestepEmbedding", step, name="when", embedding_dim=32)
    return Outlet(net, net.node("noised").id, "noisy"), when


def _guessed(guess: Outlet, choice: DataChoice, *, rate: float, epochs: int) -> Project:
    """The guess of the noise against the noise: the simple loss of the paper.

    As there, a running mean of the weights draws (its appendix B); the rate falls to 0, since the run is short.
    """
    net = guess.network
    net.add("Output", guess, name="noise")
    net.add("MSELoss", guess, Outlet(net, net.node("noised").id, "noise"), name="loss")
    player = Player(optimizer=Adam(learning_rate=rate), schedule=Cosine())
    average = EMA(decay=0.995)
    return Project(
        net,
        Recipe(data=choice, players=(player,), epochs=epochs, batch_size=64, validate_every=10, average=average),
    )


@preset(
    PresetInfo(
        name="ddpm_moons", title=mark("Diffusion on two moons"), chinese="双月上的扩散模型", family=GENERATIVE,
        year=2020,
        source=SOURCE,
        summary=mark(
            "Noise is mixed into points of the plane, a little or very much, and the network guesses which noise it "
            "was. Whoever can do that can begin with pure noise and take it away step by step: what is left are new "
            "points on the two moons."
        ),
        look_for=mark(
            "The film from noise to moons: the cloud is pulled to a rough place first, the thin shape comes last. The "
            "loss does not go to zero: how much noise was there cannot be known in full."
        ),
        textbook=("A115",), views=VIEWS, sizes=("small",),
        reached=mark(
            "Of 1,000 points made from noise 90 % lie on the moons, and 99.6 % of the examples have one near "
            "(seed 0), after 15,400 steps."
        ),
    )
)  # fmt: skip
def ddpm_moons(size: Size) -> Project:
    """Three hidden layers that see the noisy point and the time step."""
    net = Network()
    noisy, when = _noised(net, net.add("Input", name="clean", field="features", shape=[2]))
    x = net.add("Concat", noisy, when, name="seen")
    for number in (1, 2, 3):
        x = net.add("SiLU", net.add("Linear", x, name=f"l{number}", out_features=128), name=f"silu{number}")
    guess = net.add("Linear", x, name="guess", out_features=2)
    return _guessed(guess, data("moons", samples=2000, noise=0.1), rate=0.002, epochs=700)


PLACES = {
    "image": (0, 0), "twice": (0.9, 0), "clean": (1.8, 0), "t": (1.8, 1.57), "noised": (2.7, 0), "when": (2.7, 2.8),
    "down1": (3.8, 0), "halved": (3.8, 1.4), "down2": (4.7, 1.4), "quartered": (4.7, 2.8), "bottom": (5.6, 2.8),
    "twice_up": (6.5, 2.8), "beside2": (6.5, 1.4), "up2": (7.4, 1.4), "full_up": (8.3, 1.4), "beside1": (8.3, 0),
    "up1": (9.2, 0), "guess": (10.1, 0), "noise": (11.1, 0), "loss": (11.1, 1.4),
}  # fmt: skip
"""The U: down the left side, along the bottom, up the right side, and the shortcuts straight across."""


def _residual(net: Network, channels: int) -> None:
    """A block that changes a picture a little, knowing how noisy it is."""
    block = net.define("TimedBlock", channels=channels)
    x, when = block.add("Input", name="x"), block.add("Input", name="when")
    h = block.add("Conv2d", x, name="conv1", out_channels="=channels", kernel_size=3, padding=1)
    told = block.add("Linear", when, name="told", out_features="=channels")
    told = block.add("Reshape", told, name="per_channel", shape=["=channels", 1, 1], kind="image")
    h = block.add("GroupNorm", h, name="norm", num_groups=8)
    h = block.add("SiLU", block.add("Expression", h, told, name="told_too", expression="a + b"), name="silu1")
    h = block.add("Conv2d", h, name="conv2", out_channels="=channels", kernel_size=3, padding=1)
    same = block.add("Conv2d", x, name="same", out_channels="=channels", kernel_size=1)
    block.add("Output", block.add("SiLU", block.add("Add", h, same, name="sum"), name="silu2"), name="y")


@preset(
    PresetInfo(
        name="ddpm_digits", title=mark("Diffusion of digits"), chinese="数字的扩散模型", family=GENERATIVE, year=2020,
        source=SOURCE + "; the U-shaped network: O. Ronneberger, P. Fischer and T. Brox, MICCAI 2015",
        summary=mark(
            "The same on pictures: a small U-shaped network sees a noisy digit and how noisy it is, and says what of "
            "it is noise. Out of nothing but noise it draws digits that nobody wrote."
        ),
        look_for=mark(
            "The film strip: at first there is only a grey blot, the middle decides which digit it will be, the last "
            "third only sharpens. Try it: ask for fewer steps in t and noised alike."
        ),
        textbook=("A115",), views=VIEWS, sizes=("small",),
        reached=mark(
            "A classifier that knows 98 % of real digits, and no noise, is sure (p > .9) of 84 to 90 % of the "
            "made ones, of all ten kinds (seeds 0 to 2), after 3,000 steps: three minutes on one processor core."
        ),
    )
)  # fmt: skip
def ddpm_digits(size: Size) -> Project:
    """A U of three levels, 8 × 8 to 2 × 2, with shortcuts between its sides."""
    net = Network()
    _residual(net, 24)
    image = net.add("Input", name="image", field="image", shape=[1, 8, 8], kind="image")
    clean = net.add("Shift", net.add("Scale", image, name="twice", factor=2.0), name="clean", amount=-1.0)
    noisy, when = _noised(net, clean)
    first = net.add("TimedBlock", noisy, when, name="down1", channels=24)
    second = net.add("TimedBlock", net.add("AvgPool2d", first, name="halved"), when, name="down2", channels=48)
    x = net.add("TimedBlock", net.add("AvgPool2d", second, name="quartered"), when, name="bottom", channels=64)
    x = net.add("Concat", net.add("Upsample", x, name="twice_up"), second, name="beside2")
    x = net.add("TimedBlock", x, when, name="up2", channels=48)
    x = net.add("Concat", net.add("Upsample", x, name="full_up"), first, name="beside1")
    x = net.add("TimedBlock", x, when, name="up1", channels=24)
    guess = net.add("Conv2d", x, name="guess", out_channels=1, kernel_size=3, padding=1)
    project = _guessed(guess, data("digits", size=8, values="grey"), rate=0.003, epochs=150)
    stand(net, PLACES)
    return project
