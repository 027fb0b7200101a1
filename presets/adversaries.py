"""Networks that learn to make things by a game: one makes, the other judges, and each is the other's homework."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.optimizers import Optimizer, RMSprop
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.techniques import EMA
from presets.finishing import data
from presets.placing import line, stand
from presets.registry import GENERATIVE, PresetInfo, Size, preset

RING = ("generated", "judging", "curves", "gradients")
Judge = Callable[..., Outlet]


def _layers(block: Network, x: Outlet, last: int, *, bend: str = "LeakyReLU", bias: bool = True) -> Outlet:
    """Two hidden layers and one that answers."""
    given = {"negative_slope": 0.2} if bend == "LeakyReLU" else {}
    for number in (1, 2):
        x = block.add("Linear", x, name=f"l{number}", out_features="=width")
        x = block.add(bend, x, name=f"{bend.lower()}{number}", **given)
    return block.add("Linear", x, name="l3", out_features=last, bias=bias)


def _blocks(net: Network, width: int, *, level: bool) -> None:
    """A generator of points of the plane and their judge, as blocks; ``level`` says whether its zero means anything."""
    maker, judge = net.define("Generator", width=width), net.define("Discriminator", width=width)
    maker.add("Output", _layers(maker, maker.add("Input", name="z"), 2, bend="ReLU"), name="made")
    judge.add("Output", _layers(judge, judge.add("Input", name="seen"), 1, bias=level), name="score")


def _frames(net: Network, maker: tuple[str, ...], judge: tuple[str, ...]) -> tuple[int, int]:
    """Frame who makes and who judges; return the ids of both frames."""
    ids = []
    for title, names in ((mark("Generator"), maker), (mark("Discriminator"), judge)):
        ids.append(net.next_id)
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    return ids[0], ids[1]


def _game(
    net: Network, frames: tuple[int, int], judge: tuple[str, ...], maker: tuple[str, ...], rule: Optimizer,
    updates: int = 1, judge_rule: Optimizer | None = None, **limits: Any,
) -> tuple[Player, ...]:  # fmt: skip
    """The two players: the judge moves first, ``updates`` times a round, by ``judge_rule`` if it has its own."""
    made, judged = frames
    return (
        Player(
            name="discriminator",
            losses=net.named(judge),
            frames=(judged,),
            optimizer=judge_rule or rule,
            updates=updates,
            **limits,
        ),
        Player(name="generator", losses=net.named(maker), frames=(made,), optimizer=rule),
    )


def _apart(net: Network) -> None:
    """The real ones above, the generator below, the judge of both in a column of its own, what it costs behind it."""
    rows = [name for name in ("D_real", "D_between", "D_fake") if name in net]
    level = {name: 1.25 * place for place, name in enumerate(rows)}
    made = level["D_fake"]
    places = line(net, ("image", "twice", "real") if "twice" in net else ("real",))
    places |= line(net, ("z", "G"), 1.0, made)
    if "between" in net:
        places["between"] = (3.0, level["D_between"])
    if "label" in net:
        places |= line(net, ("label", "wanted"), 0.0, made + 1.5)
    judge = 4.25 if "between" in net else 3.25
    places |= {name: (judge, row) for name, row in level.items()}
    places |= {name: (judge, made + 1.5) for name in ("points", "picture") if name in net}
    places |= {"loss_real": (judge + 1.25, 0.0), "loss_fake": (judge + 1.25, made), "loss_G": (judge + 1.25, made + 1)}
    if "penalty" in net:
        places["penalty"] = (judge + 1.25, level["D_between"])
    stand(net, places)


def _ring(
    loss: str, rule: Optimizer, *, epochs: int = 500, updates: int = 1, penalty: float = 0.0, **limits: Any
) -> Project:
    """Eight clouds of points on a circle, a generator that starts from eight random numbers, and a judge."""
    net = Network()
    _blocks(net, 128, level=loss != "WassersteinLoss")
    real = net.add("Input", name="real", field="features", shape=[2])
    z = net.add("RandomNormal", real, name="z", shape=[8])
    fake = net.add("Generator", z, name="G")
    net.add("Output", fake, name="points")
    on_real = net.add("Discriminator", real, name="D_real")
    on_fake = net.add("Discriminator", fake, name="D_fake", share=on_real)
    net.add(loss, on_real, name="loss_real", target="real")
    net.add(loss, on_fake, name="loss_fake", target="fake")
    judge: tuple[str, ...] = ("loss_real", "loss_fake")
    members: tuple[str, ...] = ("D_real", "D_fake")
    if penalty:
        between = net.add("RandomInterpolate", real, fake, name="between")
        on_between = net.add("Discriminator", between, name="D_between", share=on_real)
        net.add("GradientPenalty", on_between, between, name="penalty", weight=penalty)
        judge, members = (*judge, "penalty"), (*members, "D_between")
    net.add(loss, on_fake, name="loss_G", target="real")
    _apart(net)
    players = _game(net, _frames(net, ("z", "G"), members), judge, ("loss_G",), rule, updates, **limits)
    choice = data("blobs", classes=8, samples=2000, noise=0.05)
    return Project(net, Recipe(data=choice, players=players, epochs=epochs, batch_size=128, validate_every=10))


def _two_paces(loss: str) -> Project:
    """The game with a judge that learns three times as fast as the generator (Heusel et al. 2017, section 2).

    At one rate for both every third game went in circles and covered no cloud. What is kept is a running mean.
    """
    slow, fast = Adam(learning_rate=0.001, beta1=0.5), Adam(learning_rate=0.003, beta1=0.5)
    project = _ring(loss, slow, epochs=300, judge_rule=fast)
    project.recipe = project.recipe.model_copy(update={"average": EMA(decay=0.99)})
    return project


@preset(
    PresetInfo(
        name="gan_ring", title=mark("GAN on a ring"), chinese="环上的生成对抗网络", family=GENERATIVE, year=2014,
        source="I. Goodfellow et al., Generative adversarial nets, NeurIPS 2014, equation 1, section 3 and algorithm "
        "1; the ring of eight clouds: L. Metz, B. Poole, D. Pfau and J. Sohl-Dickstein, Unrolled generative "
        "adversarial networks, ICLR 2017, section 3.1",
        summary=mark(
            "A forger and a detective. The generator turns chance into points of the plane, the discriminator says how "
            "real a point looks, and each learns from the other alone: nobody tells the generator where the eight "
            "clouds are."
        ),
        look_for=mark(
            "The made points walk from cloud to cloud, until all eight are covered; a generator that stays in a few is "
            "said to have collapsed. At the end the discriminator can do no better than 0.5 for both. Try it: let the "
            "generator's loss be minimax."
        ),
        textbook=("A109",), views=RING, sizes=("small",),
        reached=mark(
            "All 8 clouds are covered with two of seeds 0 to 2, 7 with the third; 91 % of the made points lie on "
            "one of them, at the worst 88 %, after 3,300 steps. The judge says 0.5 to both."
        ),
    )
)  # fmt: skip
def gan_ring(size: Size) -> Project:
    """The game with logarithms and the generator's loss that does not saturate."""
    return _two_paces("AdversarialLoss")


@preset(
    PresetInfo(
        name="lsgan_ring", title=mark("LSGAN on a ring"), chinese="环上的最小二乘 GAN", family=GENERATIVE, year=2016,
        source="X. Mao et al., Least squares generative adversarial networks, ICCV 2017, arXiv 1611.04076, equation 9",
        summary=mark(
            "The same game with squares in the place of logarithms: the score of a real point is pulled to 1, of a "
            "made one to 0. A made point far from all clouds is pulled hard even when it is on the right side."
        ),
        look_for=mark(
            "Beside the GAN on a ring: the same networks, another loss. Whose made points reach the clouds first, and "
            "whose gradient norms are the steadier ones?"
        ),
        textbook=("A110",), views=RING, sizes=("small",),
        reached=mark(
            "All 8 clouds are covered, 89 to 92 % of the made points lie on one of them (seeds 0 to 2), after "
            "3,300 steps."
        ),
    )
)  # fmt: skip
def lsgan_ring(size: Size) -> Project:
    """The game with least squares."""
    return _two_paces("LeastSquaresGANLoss")


@preset(
    PresetInfo(
        name="wgan_clip", title=mark("WGAN with clipped weights"), chinese="WGAN（权重裁剪）", family=GENERATIVE,
        year=2017,
        source="M. Arjovsky, S. Chintala and L. Bottou, Wasserstein generative adversarial networks, ICML 2017, arXiv "
        "1701.07875, algorithm 1",
        summary=mark(
            "The judge is a critic now: it gives no probability but a height, and the difference of the mean heights "
            "of real and made points is how far apart the two crowds are. So that the slope stays bounded, every "
            "weight is clipped to ±0.03 after each of the critic's five steps a round."
        ),
        look_for=mark(
            "The critic's loss falls as the points come nearer: here a loss means something. Look at the weights: most "
            "sit at the two ends of the clip. The penalty of WGAN-GP does without that."
        ),
        textbook=("A111",), views=RING, sizes=("small",),
        reached=mark(
            "5 of 8 clouds are covered, 28 % of the made points lie on one of them (seed 0), after 5,500 rounds: "
            "clipped weights make a simple critic, and points stay between the clouds."
        ),
    )
)  # fmt: skip
def wgan_clip(size: Size) -> Project:
    """Five steps of the critic to one of the generator, RMSprop, weights clipped."""
    return _ring("WassersteinLoss", RMSprop(learning_rate=0.001), updates=5, clip_weights=0.03)


@preset(
    PresetInfo(
        name="wgan_gp", title="WGAN-GP", chinese="WGAN-GP（梯度惩罚）", family=GENERATIVE, year=2017,
        source="I. Gulrajani et al., Improved training of Wasserstein GANs, NeurIPS 2017, arXiv 1704.00028, equation 3 "
        "and algorithm 1",
        summary=mark(
            "A critic whose slope is asked to be 1 on the way between real and made points, in the place of clipped "
            "weights: a gradient inside the loss, which is drawn here as a node like any other."
        ),
        look_for=mark(
            "The penalty goes to zero and the critic keeps its slope. Beside WGAN with clipped weights: whose points "
            "are on the clouds, whose are between them?"
        ),
        textbook=("A111",), views=RING, sizes=("small",),
        reached=mark(
            "All 8 clouds are covered, 65 to 68 % of the made points lie on one of them (seeds 0 to 2), after "
            "5,500 rounds."
        ),
    )
)  # fmt: skip
def wgan_gp(size: Size) -> Project:
    """Five steps of the critic to one of the generator, with the gradient penalty.

    Its weight is 0.1: the paper's 10 is for pictures, and on a plane as small as this it flattens the critic.
    """
    return _ring("WassersteinLoss", Adam(learning_rate=0.001, beta1=0.5, beta2=0.9), updates=5, penalty=0.1)


# ---------------------------------------------------------------------- pictures

SIDE = 16

DROPPED = 0.4
"""What share of its features the judge of pictures does without: 1,300 digits are few, and a judge that knows each of
them by heart teaches the generator nothing (Goodfellow et al. 2014, section 5, drop out in theirs, too)."""


def _picture_blocks(net: Network, width: int, *, condition: int = 0) -> None:
    """A generator from noise to a picture of 16 × 16 and a judge of such pictures, all convolutions.

    Strides in the place of pooling, batch normalisation but at the picture itself, no hidden linear layer (Radford et
    al. 2016, section 3). With a ``condition`` both also take a vector of so many numbers.
    """
    maker, judge = net.define("Generator", width=width), net.define("Discriminator", width=width - 8)
    z = maker.add("Input", name="z")
    if condition:
        z = maker.add("Concat", z, maker.add("Input", name="condition"), name="asked")
    x = maker.add("Linear", z, name="project", out_features="=width*4*16", bias=False)
    x = maker.add("Reshape", x, name="planes", shape=["=width*4", 4, 4], kind="image")
    x = maker.add("ReLU", maker.add("BatchNorm2d", x, name="norm1"), name="relu1")
    x = maker.add("ConvTranspose2d", x, name="up1", out_channels="=width*2", bias=False)
    x = maker.add("ReLU", maker.add("BatchNorm2d", x, name="norm2"), name="relu2")
    x = maker.add("ConvTranspose2d", x, name="up2", out_channels=1)
    maker.add("Output", maker.add("Tanh", x, name="ink"), name="picture")
    x = judge.add("Input", name="seen")
    x = judge.add("Conv2d", x, name="down1", out_channels="=width*2", kernel_size=4, stride=2, padding=1)
    x = judge.add("LeakyReLU", x, name="leaky1", negative_slope=0.2)
    x = judge.add("Dropout", x, name="drop1", p=DROPPED)
    x = judge.add("Conv2d", x, name="down2", out_channels="=width*4", kernel_size=4, stride=2, padding=1, bias=False)
    x = judge.add("LeakyReLU", judge.add("BatchNorm2d", x, name="norm"), name="leaky2", negative_slope=0.2)
    x = judge.add("Dropout", x, name="drop2", p=DROPPED)
    x = judge.add("Flatten", x, name="flat")
    if condition:
        x = judge.add("Concat", x, judge.add("Input", name="condition"), name="told")
    judge.add("Output", judge.add("Linear", x, name="judge", out_features=1), name="score")


def _pictures(*, classes: int = 0, epochs: int = 60) -> Project:
    """Digits of 16 × 16, made from 32 random numbers, and from their class where there are ``classes``."""
    net = Network()
    _picture_blocks(net, 24, condition=classes)
    image = net.add("Input", name="image", field="image", shape=[1, SIDE, SIDE], kind="image")
    real = net.add("Shift", net.add("Scale", image, name="twice", factor=2.0), name="real", amount=-1.0)
    z = net.add("RandomNormal", image, name="z", shape=[32])
    asked: tuple[Outlet, ...] = ()
    if classes:
        label = net.add("Input", name="label", field="label", kind="index")
        asked = (net.add("OneHot", label, name="wanted", num_classes=classes),)
    fake = net.add("Generator", z, *asked, name="G")
    net.add("Output", fake, name="picture")
    on_real = net.add("Discriminator", real, *asked, name="D_real")
    on_fake = net.add("Discriminator", fake, *asked, name="D_fake", share=on_real)
    net.add("AdversarialLoss", on_real, name="loss_real", target="real")
    net.add("AdversarialLoss", on_fake, name="loss_fake", target="fake")
    net.add("AdversarialLoss", on_fake, name="loss_G", target="real")
    _apart(net)
    frames = _frames(net, ("z", "G"), ("D_real", "D_fake"))
    players = _game(
        net, frames, ("loss_real", "loss_fake"), ("loss_G",), Adam(learning_rate=0.002, beta1=0.5),
        judge_rule=Adam(learning_rate=0.0005, beta1=0.5),
    )  # fmt: skip
    return Project(
        net, Recipe(data=data("digits", size=SIDE, values="grey"), players=players, epochs=epochs, batch_size=64)
    )


@preset(
    PresetInfo(
        name="dcgan", title="DCGAN", chinese="深度卷积 GAN（DCGAN）", family=GENERATIVE, year=2015,
        source="A. Radford, L. Metz and S. Chintala, Unsupervised representation learning with deep convolutional "
        "generative adversarial networks, ICLR 2016, arXiv 1511.06434, section 3",
        summary=mark(
            "Generator and discriminator made of convolutions. The rules that made it work: strides in the place of "
            "pooling, batch normalisation in both, ReLU in the one and leaky ReLU in the other, no hidden linear layer."
        ),
        look_for=mark(
            "Strokes grow out of grey noise within a few epochs, then digits. D(real) and D(made) should come near "
            "each other, not fly apart. Try it: take the batch normalisation out of the generator."
        ),
        textbook=("A113",), views=("generated", "judging", "curves", "gradients"), sizes=("small",),
    )
)  # fmt: skip
def dcgan(size: Size) -> Project:
    """Transposed convolutions from 4 × 4 to 16 × 16, and strided ones back."""
    return _pictures()


@preset(
    PresetInfo(
        name="cgan", title=mark("Conditional GAN"), chinese="条件生成对抗网络（CGAN）", family=GENERATIVE, year=2014,
        source="M. Mirza and S. Osindero, Conditional generative adversarial nets, 2014, arXiv 1411.1784, equation 2",
        summary=mark(
            "Both players are told which digit is meant. The generator can no longer please with any digit: a fine 3 "
            "where a 7 was asked is found out. After training you say what it shall draw."
        ),
        look_for=mark(
            "The made digits under their wanted classes: first the blot is right for no class, then the classes part. "
            "Beside DCGAN: which of the two collapses less?"
        ),
        textbook=("A112",), views=("generated", "judging", "curves", "gradients"), sizes=("small",),
    )
)  # fmt: skip
def cgan(size: Size) -> Project:
    """The class as ten numbers beside the noise, and beside what the judge has seen."""
    return _pictures(classes=10)
