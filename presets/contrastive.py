"""Networks that learn what belongs together without labels: two views of a picture, or a picture and its caption."""

from __future__ import annotations

from typing import Any

from graphs.augmentation import Augmentation, Brightness, Rotation, Translation, Zoom
from graphs.elements import Average, Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import OneCycle
from presets.finishing import data
from presets.placing import line, stand
from presets.registry import REPRESENTATIONS, PresetInfo, Size, preset

VIEWS = ("curves", "embeddings", "gradients")
SIDE = 16
AGAIN: tuple[Augmentation, ...] = (Rotation(degrees=20), Zoom(amount=0.2), Translation(share=0.1), Brightness())
"""What is done to both views anew each time they are seen, beyond what the data set did to them."""


def _encoder(net: Network, width: int, *, norm: bool = False) -> None:
    """Define f, convolutions up to one vector a picture, and g, the small network whose answers are compared."""
    f, g = net.define("Encoder", width=width), net.define("ProjectionHead", size=32)
    x = f.add("Input", name="image")
    for number, wide in enumerate(("=width", "=width*2", "=width*4"), 1):
        no_bias = {"bias": False} if norm else {}
        x = f.add("Conv2d", x, name=f"conv{number}", out_channels=wide, kernel_size=3, padding=1, **no_bias)
        x = f.add("BatchNorm2d", x, name=f"norm{number}") if norm else x
        x = f.add("ReLU", x, name=f"relu{number}")
        if number < 3:
            x = f.add("MaxPool2d", x, name=f"pool{number}", kernel_size=2, stride=2)
    f.add("Output", f.add("GlobalAveragePool2d", x, name="mean"), name="h")
    y = g.add("Input", name="h")
    y = g.add("ReLU", g.add("Linear", y, name="linear1", out_features="=h.features"), name="relu")
    g.add("Output", g.add("Linear", y, name="linear2", out_features="=size"), name="z")


def _views(net: Network) -> tuple[Outlet, Outlet]:
    """Place the Inputs of both views: image (1, 16, 16)."""
    one, other = (net.add("Input", name=f"view{n}", field=f"view{n}", shape=[1, SIDE, SIDE]) for n in (1, 2))
    return one, other


def _contrasted(net: Network, *, epochs: int, batch: int, rate: float, **more: Any) -> Project:
    choice = data("digit_views", size=SIDE, samples=1797)
    player = Player(optimizer=Adam(learning_rate=rate))
    return Project(net, Recipe(data=choice, players=(player,), epochs=epochs, batch_size=batch, augment=AGAIN, **more))


def _frame(net: Network, title: str, *names: str) -> None:
    net.put_frame(Frame(net.next_id, title, net.named(names)))


@preset(
    PresetInfo(
        name="simclr", title="SimCLR", chinese="SimCLR 对比学习", family=REPRESENTATIONS, year=2020,
        source="T. Chen, S. Kornblith, M. Norouzi and G. Hinton, A simple framework for contrastive learning of visual "
        "representations, ICML 2020, arXiv 2002.05709, figure 2, equation 1 and algorithm 1",
        summary=mark(
            "Two random views of the same digit go through one encoder f and a small head g, and each has to recognise "
            "its partner among all views of the batch. No label is ever shown, yet what f learns sorts the digits: "
            "afterwards ten labelled examples of each are enough for a good classifier."
        ),
        look_for=mark(
            "The embeddings: clouds of equal digits form though nobody named one. The retrieval accuracy says how "
            "often a view finds its partner in the whole validation set. Try it: set the temperature to 5, or the "
            "batch to 8 so that there are few rivals, and see how the map blurs."
        ),
        textbook=("A119",), views=VIEWS, sizes=("small",),
        reached=mark(
            "With ten labels of each digit a linear probe names 82.7 to 86.8 % of the test digits (seeds 0 to 2), on "
            "the encoder before its first step 48 to 51 %: a third of the error is left (0.32, worst 0.36)."
        ),
    )
)  # fmt: skip
def simclr(size: Size) -> Project:
    """One encoder and one head, each used twice with the same weights; NT-Xent between both projections."""
    net = Network()
    _encoder(net, 24)
    one, other = _views(net)
    h1 = net.add("Encoder", one, name="f")
    h2 = net.add("Encoder", other, name="f_again", share=h1)
    z1 = net.add("ProjectionHead", h1, name="g")
    z2 = net.add("ProjectionHead", h2, name="g_again", share=z1)
    net.add("Output", h1, name="representation")
    net.add("NTXentLoss", z1, z2, name="agree", temperature=0.2)
    net.add("RetrievalAccuracy", z1, z2, name="partner_found")
    _frame(net, mark("Representation"), "f", "f_again")
    _frame(net, mark("Projection"), "g", "g_again")
    stand(net, {
        "view1": (0, 1.25), "f": (1, 1.25), "g": (2.25, 1.25), "view2": (0, 2.5), "f_again": (1, 2.5),
        "g_again": (2.25, 2.5), "representation": (2.25, 0), "agree": (3.5, 1.25), "partner_found": (3.5, 2.5),
    })  # fmt: skip
    return _contrasted(net, epochs=30, batch=128, rate=0.002)


@preset(
    PresetInfo(
        name="moco", title="MoCo", chinese="MoCo 动量对比学习", family=REPRESENTATIONS, year=2020,
        source="K. He, H. Fan, Y. Wu, S. Xie and R. Girshick, Momentum contrast for unsupervised visual representation "
        "learning, CVPR 2020, arXiv 1911.05722, figure 2, equations 1 and 2, algorithm 1; the head with two layers: X. "
        "Chen et al., 2020, arXiv 2003.04297",
        summary=mark(
            "SimCLR needs big batches, for they are where its rivals come from. Here they wait in a queue: the keys of "
            "the last batches. So that old and new keys stay comparable, they come from a second encoder that does not "
            "learn by itself but follows the first one slowly, as a moving average of its weights."
        ),
        look_for=mark(
            "Only the query's half gets gradients; the wires of the key's half carry none. The loss rises at first, "
            "when the random keys in the queue give way to real ones. Try it: let the averages keep 0 of themselves, "
            "so that the key encoder is always the newest, and watch the retrieval accuracy."
        ),
        textbook=("A120",), views=VIEWS, sizes=("small",),
        reached=mark(
            "With ten labels of each digit a linear probe names 81.5 to 85.1 % of the test digits (seeds 0 to 2), on "
            "the encoder before its first step 55 to 58 %: 0.38 of the error is left (worst 0.41)."
        ),
    )
)  # fmt: skip
def moco(size: Size) -> Project:
    """A query encoder that learns, a key encoder that follows with decay 0.99, and a queue of 512 keys.

    The paper's encoders follow with 0.999 over a million steps and have 65,536 keys. They are normalised in batches,
    and so are these: without it all digits begin as nearly the same vector, the first steps, against random keys, pull
    them closer still, and nothing is learned. The paper shuffles the keys' batches among its GPUs; here is one.
    """
    net = Network()
    _encoder(net, 24, norm=True)
    one, other = _views(net)
    slow = Average(decay=0.99)
    h1 = net.add("Encoder", one, name="f_query")
    h2 = net.add("Encoder", other, name="f_key", share=h1, average=slow)
    q = net.add("ProjectionHead", h1, name="g_query")
    k = net.add("ProjectionHead", h2, name="g_key", share=q, average=slow)
    queue = net.add("KeyQueue", k, name="queue", size=512)
    net.add("Output", h1, name="representation")
    net.add("InfoNCELoss", q, k, queue, name="contrast", temperature=0.2)
    net.add("RetrievalAccuracy", q, k, name="partner_found")
    _frame(net, mark("Query: learns"), "f_query", "g_query")
    _frame(net, mark("Key: follows slowly"), "f_key", "g_key")
    return _contrasted(net, epochs=30, batch=64, rate=0.002)


# ---------------------------------------------------------------------- pictures and captions


def _seeing(net: Network) -> None:
    """Define the encoder of pictures: three convolutions with stride 2, one vector."""
    block = net.define("ImageEncoder", size=32)
    x = block.add("Input", name="image")
    for number, wide in enumerate((16, 32, 64), 1):
        x = block.add("Conv2d", x, name=f"conv{number}", out_channels=wide, kernel_size=3, stride=2, padding=1,
                      bias=False)  # fmt: skip
        x = block.add("ReLU", block.add("BatchNorm2d", x, name=f"norm{number}"), name=f"relu{number}")
    x = block.add("Linear", block.add("Flatten", x, name="flat"), name="fc", out_features=96)
    x = block.add("Linear", block.add("ReLU", x, name="relu4"), name="projection", out_features="=size", bias=False)
    block.add("Output", x, name="embedding")


def _reading(net: Network) -> None:
    """Define the encoder of captions: a block of a Transformer over the words, the mean of its words, one vector."""
    block = net.define("TextEncoder", vocabulary=20, length=12, width=48, size=32)
    tokens = block.add("Input", name="tokens", kind="tokens")
    padding = block.add("PaddingMask", tokens, name="padding")
    x = block.add("Embedding", tokens, name="words", num_embeddings="=vocabulary", embedding_dim="=width")
    x = block.add("LearnedPosition", x, name="places", max_len="=length")
    seen = block.add("MultiheadAttention", block.add("LayerNorm", x, name="norm1"), name="attention", num_heads=4,
                     key_padding_mask=padding)  # fmt: skip
    x = block.add("Add", x, seen, name="add1")
    y = block.add("Linear", block.add("LayerNorm", x, name="norm2"), name="wide", out_features="=2*width")
    y = block.add("Linear", block.add("GELU", y, name="gelu"), name="back", out_features="=width")
    x = block.add("Add", x, y, name="add2")
    words = block.add("PaddingMask", tokens, name="real", marks="words")
    x = block.add("MaskedMean", x, words, name="mean")
    x = block.add("Linear", block.add("LayerNorm", x, name="norm3"), name="projection", out_features="=size",
                  bias=False)  # fmt: skip
    block.add("Output", x, name="embedding")
    # The way of the words along the top, what is added to it below; the masks hang at the edges.
    stand(block, line(block, ("tokens", "words", "places"), 0.0, 1.0) | line(block, ("norm1", "attention"), 3.0, 2.0)
          | {"padding": (2.0, 2.42), "real": (7.0, 0.0)} | line(block, ("add1",), 4.75, 1.0)
          | line(block, ("norm2", "wide", "gelu", "back"), 5.5, 2.0)
          | line(block, ("add2", "mean", "norm3", "projection", "embedding"), 8.75, 1.0))  # fmt: skip


@preset(
    PresetInfo(
        name="clip", title="CLIP", chinese="CLIP 图文对比预训练", family=REPRESENTATIONS, year=2021,
        source="A. Radford et al., Learning transferable visual models from natural language supervision, ICML 2021, "
        "arXiv 2103.00020, section 2.3 and figure 3",
        summary=mark(
            "One network looks at pictures, another reads captions, and both put what they found into the same space. "
            "In every batch each picture has to find its caption and each caption its picture. Afterwards words search "
            "pictures, and a class is named by describing it, with no training for it."
        ),
        look_for=mark(
            "The retrieval accuracy counts how often a picture finds its caption first, among all of the validation "
            "set; equal captions count as right. Which does it learn first: colours, shapes, or what is above what? "
            "Try it: take the places out of the text encoder, and “a red circle above a blue square” "
            "is the same as the other way round."
        ),
        textbook=("A122", "A126"), views=VIEWS, sizes=("small",),
        reached=mark(
            "50 to 52 % of 900 test pictures find their caption first (seeds 0 to 2). Who guesses finds 1.7 %, since "
            "many captions are equal; who reads everything but the shapes, 23 %."
        ),
    )
)  # fmt: skip
def clip(size: Size) -> Project:
    """Two encoders, two linear projections into 32 numbers, a learned temperature, cross-entropy both ways.

    The paper reads the features of a text at its last token; here it is the mean of its words.
    """
    net = Network()
    net.parameters = {"channels": 3, "height": 32, "width": 32, "length": 12, "vocabulary": 26}
    _seeing(net)
    _reading(net)
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    tokens = net.add("Input", name="tokens", field="tokens", shape=["=length"], kind="tokens")
    seen = net.add("ImageEncoder", image, name="sees")
    read = net.add("TextEncoder", tokens, name="reads", vocabulary="=vocabulary", length="=length")
    net.add("Output", seen, name="picture")
    net.add("Output", read, name="caption")
    net.add("ClipLoss", seen, read, name="match")
    net.add("RetrievalAccuracy", seen, read, tokens, name="caption_found")
    stand(net, {
        "tokens": (0, 0), "reads": (1, 0), "caption": (2.5, -0.25), "image": (0, 2.5), "sees": (1, 2.5),
        "picture": (2.5, 3.0), "match": (2.5, 1.0), "caption_found": (2.5, 2.0),
    })  # fmt: skip
    choice = data("shape_captions", samples=6000)
    player = Player(optimizer=Adam(learning_rate=0.004), schedule=OneCycle())
    return Project(net, Recipe(data=choice, players=(player,), epochs=15, batch_size=64))
