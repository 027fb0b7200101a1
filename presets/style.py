"""A picture as the only thing that learns: painted anew until an eye that no longer changes is content with it."""

from __future__ import annotations

from dataclasses import replace

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import MultiStep
from graphs.starts import Start
from presets.finishing import data
from presets.placing import stand
from presets.registry import GENERATIVE, PresetInfo, Size, preset

WIDTHS, COUNTS = (64, 128, 256, 512, 512), (2, 2, 4, 4, 4)
"""VGG-19: how wide its five groups are, and how many filters of 3×3 stand in each (column E of its table 1)."""

STYLE, FULL_STYLE = (100.0, 2000.0, 4000.0), (200.0,) * 5
"""The weights of the layers of style. In full size the paper's: a fifth each, a thousand times the content's. The deep
layers of an eye as small as ours whisper; their weights make them heard."""

SMALL_WIDTHS, SMALL_COUNTS = (16, 32, 48), (2, 2, 1)


def _eye(net: Network, widths: tuple[int, ...], counts: tuple[int, ...], content: tuple[int, int]) -> list[str]:
    """Draw the features as a block with an output for each layer of style and for the ``content``; return the ports.

    The layers bear the numbers torchvision gives them. Means in the place of maxima, as Gatys et al. found nicer.
    """
    block = net.define("Features")
    x = block.add("Input", name="x")
    number, told = 0, []
    for group, (width, count) in enumerate(zip(widths, counts, strict=True), 1):
        for layer in range(1, count + 1):
            x = block.add("Conv2d", x, name=str(number), out_channels=width, kernel_size=3, padding=1)
            x = block.add("ReLU", x, name=str(number + 1))
            number += 2
            if layer == 1:
                told.append((f"style{group}", x))
            if (group, layer) == content:
                told.append(("content", x))
        if group < len(widths):
            x = block.add("AvgPool2d", x, name=str(number), kernel_size=2)
            number += 1
    for node in block:  # so deep a plain stack hardly begins to learn from PyTorch's own start
        if node.type == "Conv2d":
            block.put_node(replace(node, start=Start("kaiming_normal", bias=0.0)))
    for name, outlet in told:
        block.add("Output", outlet, name=name)
    if content not in [(len(widths), counts[-1])]:
        block.add("Output", x, name="last")
    return [name for name, _ in told if name.startswith("style")]


def _port(net: Network, node: str, port: str) -> Outlet:
    return Outlet(net, net.node(node).id, port)


@preset(
    PresetInfo(
        name="style_transfer", title=mark("Neural style transfer"), chinese="神经风格迁移", family=GENERATIVE,
        year=2016,
        source="L. A. Gatys, A. S. Ecker and M. Bethge, Image style transfer using convolutional neural networks, CVPR "
        "2016, equations 1 to 7 and section 2; the features in full size: K. Simonyan and A. Zisserman, ICLR 2015, "
        "table 1, column E",
        summary=mark(
            "Here no network is trained to paint: the picture itself is what learns. A network that has learned to see "
            "looks at it, at a photograph and at a style. What stands where shall be as in the photograph; which "
            "features occur together, their Gram matrices, shall be as in the style. Each step changes the pixels a "
            "little. In full size the features are those of VGG-19, whose published weights can be loaded."
        ),
        look_for=mark(
            "The painting grows out of noise: colours and waves first, then the roofs. In the first epochs the eye "
            "learns to see, then its rate falls to almost nothing and only the picture moves. Try it: set the weight "
            "of content to 0. What is painted now?"
        ),
        textbook=("A118",), views=("painting", "gram", "curves"),
    )
)  # fmt: skip
def style_transfer(size: Size) -> Project:
    """A picture that is learned, seen by the same eye as a photograph and a style."""
    full = size == "full"
    side = 224 if full else 48
    net = Network()
    net.parameters = {"classes": 7}
    styles = (
        _eye(net, WIDTHS, COUNTS, (4, 2)) if full else _eye(net, SMALL_WIDTHS, SMALL_COUNTS, (3, 1))
    )  # fmt: skip
    photo = net.add("Input", name="photograph", field="content", shape=[3, side, side], kind="image")
    model = net.add("Input", name="style", field="style", shape=[3, side, side], kind="image")
    pixels = net.add("LearnedTensor", photo, name="pixels", shape=[3, side, side], kind="image", std=0.5)
    painting = net.add("Sigmoid", pixels, name="painting")
    net.add("Output", painting, name="picture")
    eye, players = _learns_to_see(net, side) if not full else (None, ())
    for name, seen in (("sees_photograph", photo), ("sees_painting", painting), ("sees_style", model)):
        if eye is None:  # the owner of the weights bears the name they have where they were published
            eye = net.add("Features", seen, name="features")
            net.put_node(replace(net.node("features"), frozen=True))
        else:
            net.add("Features", seen, name=name, share=eye)
    of_photo = "features" if full else "sees_photograph"
    net.add(
        "ContentLoss", _port(net, "sees_painting", "content"), _port(net, of_photo, "content"), name="content",
        weight=1.0 if full else 0.001,
    )  # fmt: skip
    for port, weight in zip(styles, FULL_STYLE if full else STYLE, strict=True):
        own = net.add("GramMatrix", _port(net, "sees_painting", port), name=f"gram_{port}")
        wanted = net.add("GramMatrix", _port(net, "sees_style", port), name=f"wanted_{port}")
        net.add("MSELoss", own, wanted, name=port, weight=weight)
    net.add("TotalVariationLoss", painting, name="calm", weight=0.05)
    _frame(net, mark("Painting"), "pixels", "painting")
    _frame(net, mark("Style"), *(f"{kind}_{port}" for port in styles for kind in ("gram", "wanted")))
    stand(net, {name: place for name, place in _places(styles).items() if any(name == node.name for node in net)})
    painter = Player(
        name="painter", losses=net.named(("content", *styles, "calm")), moves=net.named(("pixels",)),
        optimizer=Adam(learning_rate=0.03),
    )  # fmt: skip
    choice = data("painting", size=side, samples=210)
    epochs, batch = (2, 1) if full else (12, 1)
    return Project(
        net,
        Recipe(data=choice, players=(*players, painter), epochs=epochs, batch_size=batch, validate_every=3),
    )


def _places(styles: list[str]) -> dict[str, tuple[float, float]]:
    """From above: the photograph, the painting, the style, and the eye that learns to see; the losses at the right."""
    places = {
        "photograph": (0, 0), "pixels": (0, 2.2), "painting": (0.85, 2.2), "style": (0, 4.6),
        "features": (1.5, 0), "sees_photograph": (1.5, 0), "sees_painting": (1.5, 2.2), "sees_style": (1.5, 4.6),
        "picture": (1.5, 1.3), "calm": (1.5, 3.6), "content": (4.0, 0.4),
        "sample": (0, 7.2), "mean": (2.4, 7.4), "kinds": (3.0, 7.2), "label": (3.0, 8.6), "seeing": (4.0, 7.0),
        "accuracy": (4.0, 8.2),
    }  # fmt: skip
    if len(styles) == 3:
        places["features"] = (1.5, 7.2)
    else:
        places["picture"] = (1.5, 6.4)  # in full size more is read of each picture, and nothing has to learn to see
    for number, port in enumerate(styles):
        places |= {f"gram_{port}": (2.7, 1.2 + 0.85 * number)}
        places |= {f"wanted_{port}": (2.7, 1.5 + 0.85 * (len(styles) + number)), port: (4.0, 1.8 + 1.2 * number)}
    return places


def _frame(net: Network, title: str, *names: str) -> int:
    frame = net.next_id
    net.put_frame(Frame(frame, title, net.named(names)))
    return frame


def _learns_to_see(net: Network, side: int) -> tuple[Outlet, tuple[Player, ...]]:
    """Let the features learn to name pictures, by a player whose rate falls to almost nothing: then they stay."""
    sample = net.add("Input", name="sample", field="image", shape=[3, side, side], kind="image")
    eye = net.add("Features", sample, name="features")
    x = net.add("GlobalAveragePool2d", _port(net, "features", "content"), name="mean")
    kinds = net.add("Linear", x, name="kinds", out_features="=classes")
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", kinds, label, name="seeing")
    net.add("Accuracy", kinds, label, name="accuracy")
    frame = _frame(net, mark("Eye"), "features", "mean", "kinds")
    player = Player(
        name="eye", losses=net.named(("seeing",)), frames=(frame,), optimizer=Adam(learning_rate=0.0005),
        schedule=MultiStep(milestones=(5.0,), factor=1e-6),
    )  # fmt: skip
    return eye, (player,)
