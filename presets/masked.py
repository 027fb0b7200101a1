"""A network that learns what pictures are like by filling most of one in: the masked autoencoder."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Network
from graphs.project import Project
from graphs.recipe import AdamW, Player, Recipe
from graphs.schedules import OneCycle
from presets.finishing import data
from presets.placing import line, stand
from presets.registry import REPRESENTATIONS, PresetInfo, Size, preset

WAVES = 16.0
"""The longest wave of the places is 2π times as many patches."""


def _block(net: Network) -> None:
    """Define a block of a Vision Transformer, norm first."""
    block = net.define("ViTBlock", width=48, heads=4)
    x = block.add("Input", name="x")
    seen = block.add("MultiheadAttention", block.add("LayerNorm", x, name="norm1"), name="attention",
                     num_heads="=heads")  # fmt: skip
    x = block.add("Add", x, seen, name="add1")
    y = block.add("Linear", block.add("LayerNorm", x, name="norm2"), name="wide", out_features="=2*width")
    y = block.add("Linear", block.add("GELU", y, name="gelu"), name="back", out_features="=width")
    block.add("Output", block.add("Add", x, y, name="add2"), name="y")


def _cutting(net: Network) -> None:
    """Define how a picture is cut into patches, a sequence of rows of pixels, and how patches become a picture."""
    block = net.define("ToPatches", patch=4)
    cut = block.add("Unfold", block.add("Input", name="image"), name="cut", kernel_size="=patch", stride="=patch")
    block.add("Output", block.add("Transpose", cut, name="in_a_row", kind="sequence"), name="patches")
    block = net.define("ToPicture", patch=4, side=16)
    turned = block.add("Transpose", block.add("Input", name="patches"), name="turned", kind="signal")
    picture = block.add("Fold", turned, name="joined", output_size="=side", kernel_size="=patch", stride="=patch")
    block.add("Output", picture, name="picture")


def _halves(net: Network, wide: int, narrow: int, pixels: int) -> None:
    """Define the encoder, which sees what is left, and the small decoder, which paints every place."""
    block = net.define("Encoder", depth=3)
    x = block.add("ViTBlock", block.add("Input", name="kept"), name="block", repeat="=depth", width=wide)
    block.add("Output", block.add("LayerNorm", x, name="norm"), name="y")
    block = net.define("Decoder", depth=1)
    x, places = block.add("Input", name="x"), block.add("Input", name="places", kind="tokens")
    x = block.add("Linear", x, name="embed", out_features=narrow)
    x = block.add("RestorePatches", x, places, name="restore")
    x = block.add("SinusoidalPosition", x, name="places_again", base=WAVES)
    x = block.add("ViTBlock", x, name="block", repeat="=depth", width=narrow)
    x = block.add("Linear", block.add("LayerNorm", x, name="norm"), name="pixels", out_features=pixels)
    block.add("Output", x, name="painted")


@preset(
    PresetInfo(
        name="mae", title=mark("Masked autoencoder (MAE)"), chinese="掩码自编码器（MAE）", family=REPRESENTATIONS,
        year=2022,
        source="K. He, X. Chen, S. Xie, Y. Li, P. Dollár and R. Girshick, Masked autoencoders are scalable vision "
        "learners, CVPR 2022, arXiv 2111.06377, figure 1 and section 3",
        summary=mark(
            "Three patches out of four are taken away, and the network has to paint them in again. The encoder sees "
            "only what is left, which makes it four times as fast; a small decoder gets the encoded patches, one "
            "learned vector for each gap, and the places. Nobody names anything, yet to fill a digit in one has to "
            "know digits."
        ),
        look_for=mark(
            "The reconstructions beside the digits with their holes: first one grey blur for all, the mean digit, then "
            "strokes, then mostly the right digit, blurred where nothing was seen. The loss counts the hidden patches "
            "only. Try it: take away 0.25 or 0.9 of the patches, or bypass the places of the decoder."
        ),
        textbook=("A121",), views=("curves", "reconstructions", "attention"), sizes=("small",),
        reached=mark(
            "In the hidden patches of test digits 0.43 of the squared error is left that one makes who always paints "
            "the mean digit (seeds 0 to 2; worst 0.46)."
        ),
    )
)  # fmt: skip
def mae(size: Size) -> Project:
    """Three blocks of width 48 on a quarter of 16 patches, one of width 32 on all; squared error of hidden patches.

    The places are waves, as in the paper's appendix A.1. The pixels are standardised: from 0 to 1 they drown in the
    waves, and for a long time only the mean picture is learned.
    """
    side, patch, wide, narrow = 16, 4, 48, 32
    net = Network()
    net.parameters = {"channels": 1, "height": side, "width": side}
    _block(net)
    _cutting(net)
    _halves(net, wide, narrow, patch * patch)
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    patches = net.add("ToPatches", image, name="patches", patch=patch)
    x = net.add("Linear", patches, name="embed", out_features=wide)
    x = net.add("SinusoidalPosition", x, name="places", base=WAVES)
    kept = net.add("MaskPatches", x, name="hide", p=0.75)
    mask = kept["mask"]
    painted = net.add("Decoder", net.add("Encoder", kept, name="encoder"), kept["places"], name="decoder")
    filled = net.add("Where", mask, painted, patches, name="filled")
    net.add("Output", net.add("ToPicture", filled, name="picture", patch=patch, side="=height"), name="rebuilt")
    holes = net.add("MaskedFill", patches, mask, name="holes", value=0.0)
    net.add("Output", net.add("ToPicture", holes, name="seen", patch=patch, side="=height"), name="shown")
    net.add("MaskedMSELoss", painted, patches, mask, name="loss")
    # The picture above, in patches through both halves, what is shown of it below: figure 1 of the paper.
    places = line(net, ("image", "patches", "embed", "places", "hide", "encoder", "decoder", "loss"))
    places |= line(net, ("filled", "picture", "rebuilt"), 6.0, 1.25)
    stand(net, places | line(net, ("holes", "seen", "shown"), 6.0, 2.5))
    player = Player(optimizer=AdamW(learning_rate=0.004, weight_decay=0.01), schedule=OneCycle())
    return Project(net, Recipe(data=data("digits", size=side), players=(player,), epochs=60, batch_size=64))
