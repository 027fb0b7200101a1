"""A network that learns what pictures are like by filling most of one in: the masked autoencoder."""

from __future__ import annotations

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import AdamW
from presets.finishing import data, trained
from presets.registry import REPRESENTATIONS, PresetInfo, Size, preset


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


def _in_patches(net: Network, x: Outlet, name: str, patch: int) -> Outlet:
    """Cut a picture into patches: a sequence of rows of pixels."""
    cut = net.add("Unfold", x, name=f"{name}_cut", kernel_size=patch, stride=patch)
    return net.add("Transpose", cut, name=name, kind="sequence")


def _as_picture(net: Network, x: Outlet, name: str, side: int, patch: int) -> Outlet:
    """Put patches (T, pixels) together to a picture."""
    turned = net.add("Transpose", x, name=f"{name}_turned", kind="signal")
    return net.add("Fold", turned, name=name, output_size=side, kernel_size=patch, stride=patch)


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
            "The reconstructions beside the digits with their holes: first grey, then strokes, then mostly the right "
            "digit, sharp where a patch was seen. The loss counts the hidden patches only. Try it: take away 0.25 or "
            "0.9 of the patches, or bypass the places of the decoder."
        ),
        textbook=("A121",), views=("curves", "reconstructions", "attention"), sizes=("small",),
    )
)  # fmt: skip
def mae(size: Size) -> Project:
    """Three blocks of width 48 on a quarter of 64 patches, one of width 32 on all; squared error of hidden patches."""
    side, patch, wide, narrow = 16, 2, 48, 32
    count = (side // patch) ** 2
    net = Network()
    net.parameters = {"channels": 1, "height": side, "width": side}
    _block(net)
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    patches = _in_patches(net, image, "patches", patch)
    x = net.add("Linear", patches, name="embed", out_features=wide)
    x = net.add("LearnedPosition", x, name="places", max_len=count)
    kept = net.add("MaskPatches", x, name="hide", p=0.75)
    mask, places = kept["mask"], kept["places"]
    x = net.add("ViTBlock", kept, name="encoder", repeat=3, width=wide)
    x = net.add("LayerNorm", x, name="encoder_norm")
    x = net.add("Linear", x, name="decoder_embed", out_features=narrow)
    x = net.add("RestorePatches", x, places, name="restore")
    x = net.add("LearnedPosition", x, name="decoder_places", max_len=count)
    x = net.add("ViTBlock", x, name="decoder", repeat=1, width=narrow)
    painted = net.add("Linear", net.add("LayerNorm", x, name="decoder_norm"), name="pixels", out_features=patch * patch)
    filled = net.add("Where", mask, painted, patches, name="filled")
    net.add("Output", _as_picture(net, filled, "picture", side, patch), name="reconstruction")
    holes = net.add("MaskedFill", patches, mask, name="holes", value=0.0)
    net.add("Output", _as_picture(net, holes, "seen", side, patch), name="shown")
    net.add("MaskedMSELoss", painted, patches, mask, name="loss")
    for title, names in (
        (mark("Encoder: only what is left"), ("encoder", "encoder_norm")),
        (mark("Decoder: every place"), ("decoder_embed", "restore", "decoder_places", "decoder", "decoder_norm",
                                        "pixels")),
    ):  # fmt: skip
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    return trained(net, data("digits", size=side, values="grey"), AdamW(learning_rate=0.002, weight_decay=0.01),
                   epochs=30, batch=64)  # fmt: skip
