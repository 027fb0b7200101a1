"""Two generators that carry pictures from one world into another and back, without a single pair to learn from."""

from __future__ import annotations

from dataclasses import replace

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import Polynomial
from graphs.starts import Start
from presets.finishing import data
from presets.placing import stand
from presets.registry import GENERATIVE, PresetInfo, Size, preset

PLACES = {
    "A": (0, 1.0), "B": (0, 6.2), "A_kept": (1, -0.4), "A_as_B": (1, 2.0), "B_as_A": (1, 5.2), "B_kept": (1, 7.6),
    "A_again": (2, 1.0), "history_A": (2, 2.1), "as_B": (2, 3.1), "as_A": (2, 4.1), "history_B": (2, 5.1),
    "B_again": (2, 6.2),
    "D_A_real": (3.3, 1.35), "D_A_made": (3.3, 2.25), "D_A_fool": (3.3, 3.15),
    "D_B_fool": (3.3, 4.05), "D_B_made": (3.3, 4.95), "D_B_real": (3.3, 5.85),
    "identity_A": (3.3, -0.6), "cycle_A": (3.3, 0.3), "cycle_B": (3.3, 6.9), "identity_B": (3.3, 7.8),
    "real_A": (4.7, 1.35), "made_A": (4.7, 2.25), "fool_A": (4.7, 3.15), "fool_B": (4.7, 4.05), "made_B": (4.7, 4.95),
    "real_B": (4.7, 5.85),
}  # fmt: skip
"""From left to right: both worlds, across and home again, the judges, what each player wants; A above, B below."""


def _normed(block: Network, x: Outlet, name: str, bend: str = "ReLU") -> Outlet:
    """Instance normalisation and an activation, as behind nearly every convolution here."""
    x = block.add("InstanceNorm2d", x, name=f"{name}_norm")
    given = {"negative_slope": 0.2} if bend == "LeakyReLU" else {}
    return block.add(bend, x, name=f"{name}_{bend.lower()}", **given)


def _residual(net: Network, width: int) -> None:
    """Two convolutions and a way around them; the border is mirrored (R of the paper's appendix 7.2)."""
    block = net.define("Residual", width=width)
    x = y = block.add("Input", name="x")
    for number in (1, 2):
        y = block.add(
            "Conv2d", y, name=f"conv{number}", out_channels="=width", kernel_size=3, padding=1, padding_mode="reflect"
        )
        y = block.add("InstanceNorm2d", y, name=f"norm{number}")
        if number == 1:
            y = block.add("ReLU", y, name="relu")
    block.add("Output", block.add("Add", y, x, name="sum"), name="y")


def _generator(net: Network, width: int, halvings: int, residuals: int) -> None:
    """c7s1-w, then halved and doubled in width, residual blocks, and the way back: Johnson et al. 2016."""
    block = net.define("Generator", width=width)
    x = block.add("Input", name="x")
    x = block.add("Conv2d", x, name="c7s1", out_channels="=width", kernel_size=7, padding=3, padding_mode="reflect")
    x = _normed(block, x, "c7s1")
    for number in range(1, halvings + 1):
        wide = f"=width*{2**number}"
        x = block.add("Conv2d", x, name=f"d{number}", out_channels=wide, kernel_size=3, stride=2, padding=1)
        x = _normed(block, x, f"d{number}")
    x = block.add("Residual", x, name="residuals", repeat=residuals, width=f"=width*{2**halvings}")
    for number in range(1, halvings + 1):
        wide = f"=width*{2 ** (halvings - number)}"
        x = block.add(
            "ConvTranspose2d", x, name=f"u{number}", out_channels=wide, kernel_size=3, stride=2, padding=1,
            output_padding=1,
        )  # fmt: skip
        x = _normed(block, x, f"u{number}")
    x = block.add("Conv2d", x, name="paint", out_channels=3, kernel_size=7, padding=3, padding_mode="reflect")
    block.add("Output", block.add("Tanh", x, name="tanh"), name="picture")


def _judge(net: Network, width: int, halvings: int) -> None:
    """A PatchGAN: a map of scores, each for the patch of the picture it sees; 70 × 70 with three halvings."""
    block = net.define("Discriminator", width=width)
    x = block.add("Input", name="seen")
    for number in range(halvings + 1):
        stride = 2 if number < halvings else 1
        wide = f"=width*{2**number}"
        x = block.add("Conv2d", x, name=f"c{number + 1}", out_channels=wide, kernel_size=4, stride=stride, padding=1)
        if number:
            x = _normed(block, x, f"c{number + 1}", "LeakyReLU")
        else:
            x = block.add("LeakyReLU", x, name="c1_leakyrelu", negative_slope=0.2)
    x = block.add("Conv2d", x, name="judge", out_channels=1, kernel_size=4, padding=1)
    block.add("Output", x, name="scores")


@preset(
    PresetInfo(
        name="cyclegan", title="CycleGAN", chinese="循环一致生成对抗网络（CycleGAN）", family=GENERATIVE, year=2017,
        source="J.-Y. Zhu, T. Park, P. Isola and A. A. Efros, Unpaired image-to-image translation using "
        "cycle-consistent adversarial networks, ICCV 2017, "
        "arXiv 1703.10593, equations 1 to 3, section 5.2 (identity) and appendices 7.1 and 7.2; "
        "the 70 × 70 judge: P. Isola et al., CVPR 2017",
        summary=mark(
            "Carry a picture from one world into another with no pair to learn from. One generator turns day into "
            "night, a second one turns night into day, and a judge in each world says what looks real. What keeps them "
            "honest is the way back: a picture carried across and home again must be the one it was. In full size the "
            "paper's generator of nine residual blocks and its 70 × 70 judge."
        ),
        look_for=mark(
            "Read the panel row by row: a disk, the square it becomes, the disk that comes back. Do place and size "
            "survive the journey? Try it: set the weight of both cycle losses to 0. The squares stay fine, but which "
            "square is it now?"
        ),
        textbook=("A114",), views=("cycle", "curves", "gradients"),
    )
)  # fmt: skip
def cyclegan(size: Size) -> Project:
    """Two generators, two judges; least squares, cycle and identity losses, judges and generators in turn.

    A judge sees pictures of a history of 50 in the place of half of the new ones; the rate falls to 0 in the second
    half (appendix 7.1).
    """
    full = size == "full"
    side = 256 if full else 16
    net = Network()
    _residual(net, 256 if full else 32)
    _generator(net, 64 if full else 16, *((2, 9) if full else (1, 2)))
    _judge(net, 64 if full else 16, 3 if full else 1)
    a = net.add("Input", name="A", field="a", shape=[3, side, side], kind="image")
    b = net.add("Input", name="B", field="b", shape=[3, side, side], kind="image")
    as_b = net.add("Generator", a, name="A_as_B")
    as_a = net.add("Generator", b, name="B_as_A")
    back_a = net.add("Generator", as_b, name="A_again", share=as_a)
    back_b = net.add("Generator", as_a, name="B_again", share=as_b)
    same_a = net.add("Generator", a, name="A_kept", share=as_a)
    same_b = net.add("Generator", b, name="B_kept", share=as_b)
    net.add("Output", as_b, name="as_B")
    net.add("Output", as_a, name="as_A")
    own, judges = [], []
    for world, real, fake in (("A", a, as_a), ("B", b, as_b)):
        on_real = net.add("Discriminator", real, name=f"D_{world}_real")
        shown = net.add("ImageHistory", fake, name=f"history_{world}", size=50)
        on_shown = net.add("Discriminator", shown, name=f"D_{world}_made", share=on_real)
        on_fake = net.add("Discriminator", fake, name=f"D_{world}_fool", share=on_real)
        own += [f"D_{world}_real", f"D_{world}_made", f"D_{world}_fool"]
        net.add("LeastSquaresGANLoss", on_real, name=f"real_{world}", target="real")
        net.add("LeastSquaresGANLoss", on_shown, name=f"made_{world}", target="fake")
        net.add("LeastSquaresGANLoss", on_fake, name=f"fool_{world}", target="real", weight=2.0)
        judges += [f"real_{world}", f"made_{world}"]
    for world, real, back, same in (("A", a, back_a, same_a), ("B", b, back_b, same_b)):
        net.add("L1Loss", back, real, name=f"cycle_{world}", weight=10.0)
        net.add("L1Loss", same, real, name=f"identity_{world}", weight=5.0)
    makers = ("A_as_B", "B_as_A", "A_again", "B_again", "A_kept", "B_kept")
    frames = []
    for title, names in ((mark("Generators"), makers), (mark("Discriminators"), tuple(own))):
        frames.append(net.next_id)
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    if full:
        _started(net)
    stand(net, PLACES)
    falls = Polynomial(hold=0.5)  # as it is for half of the epochs, then in a straight line to 0
    rule = Adam(learning_rate=0.0002 if full else 0.001, beta1=0.5)
    wishes = tuple(f"{loss}_{world}" for loss in ("fool", "cycle", "identity") for world in "AB")
    players = (
        Player(
            name="discriminator", losses=net.named(tuple(judges)), frames=(frames[1],), optimizer=rule, schedule=falls
        ),
        Player(name="generator", losses=net.named(wishes), frames=(frames[0],), optimizer=rule, schedule=falls),
    )
    choice = data("disks_and_squares", size=side, samples=440)
    epochs, batch = (200, 1) if full else (60, 16)
    return Project(net, Recipe(data=choice, players=players, epochs=epochs, batch_size=batch, validate_every=5))


def _started(net: Network) -> None:
    """Weights from a bell curve of spread 0.02, as the paper starts (appendix 7.1)."""
    for block in net.blocks.values():
        for node in block:
            if node.type in ("Conv2d", "ConvTranspose2d"):
                block.put_node(replace(node, start=Start("normal", {"std": 0.02})))
