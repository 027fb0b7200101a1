"""Networks that name every pixel: a classifier without its linear layers, and the U that brings the details back."""

from __future__ import annotations

from graphs.augmentation import FlipHorizontal
from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.optimizers import SGD
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import OneCycle
from presets.finishing import data
from presets.placing import stand
from presets.registry import SCENES, PresetInfo, Size, preset

VIEWS = ("predictions", "curves", "gradients", "feature_maps")
SIDE = 48


def _places(net: Network, scores: Outlet) -> None:
    """Finish a drawing whose scores (classes, H, W) name every pixel: cross-entropy and the mean overlap."""
    net.add("Output", scores, name="out")
    true = net.add("Input", name="classes_true", field="classes", shape=["=height", "=width"], kind="tensor",
                   dtype="int64")  # fmt: skip
    net.add("CrossEntropyLoss", scores, true, name="loss")
    net.add("MeanIoU", scores, true, name="mIoU")
    net.add("PixelAccuracy", scores, true, name="accuracy")


def _scenes(net: Network, epochs: int, rate: float, batch: int) -> Project:
    """Scenes of shapes, seen mirrored half of the time."""
    player = Player(optimizer=Adam(learning_rate=rate), schedule=OneCycle())
    choice = data("shape_scenes", samples=700, size=SIDE)
    return Project(
        net, Recipe(data=choice, players=(player,), epochs=epochs, batch_size=batch, augment=(FlipHorizontal(),))
    )


def _image(net: Network, channels: int, side: int, classes: int) -> Outlet:
    net.parameters = {"channels": channels, "height": side, "width": side, "classes": classes}
    return net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])


# ------------------------------------------------------------------------------------------------------------------ FCN


@preset(
    PresetInfo(
        name="fcn", title=mark("FCN, fully convolutional"), chinese="全卷积网络 FCN", family=SCENES, year=2014,
        source="J. Long, E. Shelhamer and T. Darrell, Fully convolutional networks for semantic segmentation, CVPR "
        "2015, arXiv 1411.4038, sections 3 and 4.2, figure 3 (FCN-8s)",
        summary=mark(
            "A classifier whose linear layers have become convolutions answers everywhere at once: a coarse map of "
            "scores in the place of one answer. Scores of earlier, finer layers are added on the way back up, and the "
            "whole is enlarged to the size of the picture."
        ),
        look_for=mark(
            "In the answers blots become shapes; corners stay round, since the last step only enlarges. Try it: mute "
            "score2 and score4, the finer layers, and see how coarse the map is on which everything rests."
        ),
        textbook=("A48",), views=VIEWS, sizes=("small",),
        reached=mark("Mean overlap (IoU) of the classes 0.87 to 0.90 on the test part (seeds 0 to 2)."),
    )
)  # fmt: skip
def fcn(size: Size) -> Project:
    """Three stages down, the former linear layer as a convolution, and scores of three stages added on the way up."""
    net = Network()
    x = _image(net, 3, SIDE, 5)
    block = net.define("Stage", channels=16)
    y = block.add("Input", name="x")
    for number in (1, 2):
        y = block.add("Conv2d", y, name=f"conv{number}", out_channels="=channels", kernel_size=3, padding=1,
                      bias=False)  # fmt: skip
        y = block.add("ReLU", block.add("BatchNorm2d", y, name=f"norm{number}"), name=f"relu{number}")
    block.add("Output", block.add("MaxPool2d", y, name="pool", kernel_size=2), name="y")
    stages: list[Outlet] = []
    for number, channels in enumerate((12, 24, 48), 1):
        x = net.add("Stage", x, name=f"stage{number}", channels=channels)
        stages.append(x)
    x = net.add("Conv2d", x, name="fc_as_conv", out_channels=64, kernel_size=3, padding=1)
    x = net.add("ReLU", x, name="relu")
    scores = [
        net.add("Conv2d", at, name=name, out_channels="=classes", kernel_size=1)
        for at, name in ((x, "score8"), (stages[1], "score4"), (stages[0], "score2"))
    ]
    y = scores[0]
    for number, score in enumerate(scores[1:], 1):
        y = net.add("ConvTranspose2d", y, name=f"up{number}", out_channels="=classes")
        y = net.add("Add", y, score, name=f"fuse{number}")
    y = net.add("Upsample", y, name="enlarge", mode="bilinear")
    _places(net, y)
    stand(net, {
        "image": (0, 0), "stage1": (1, 0), "stage2": (2, 0), "stage3": (3, 0), "fc_as_conv": (4, 0), "relu": (5, 0),
        "score8": (4, 1.75), "up1": (5, 1.75), "fuse1": (6, 2.75), "score4": (3, 2.75), "up2": (7, 2.75),
        "fuse2": (8, 3.75), "score2": (2, 3.75), "enlarge": (9, 3.75), "out": (10.5, 1.5), "loss": (10.5, 2.5),
        "mIoU": (10.5, 3.5), "accuracy": (10.5, 4.5), "classes_true": (9, 0),
    })  # fmt: skip
    for title, names in (
        (mark("Classifier without linear layers"), ("stage1", "stage2", "stage3", "fc_as_conv", "relu")),
        (mark("Scores of three stages"), ("score8", "score4", "score2", "up1", "fuse1", "up2", "fuse2", "enlarge")),
    ):
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    return _scenes(net, 20, rate=0.005, batch=16)


# ---------------------------------------------------------------------------------------------------------------- U-Net


def _double(net: Network, *, published: bool) -> None:
    """Two convolutions of 3 × 3: without padding in 2015; the small form pads and normalises."""
    block = net.define("DoubleConv", channels=64)
    x = block.add("Input", name="x")
    for number in (1, 2):
        if published:
            x = block.add("Conv2d", x, name=f"conv{number}", out_channels="=channels", kernel_size=3)
        else:
            x = block.add("Conv2d", x, name=f"conv{number}", out_channels="=channels", kernel_size=3, padding=1,
                          bias=False)  # fmt: skip
            x = block.add("BatchNorm2d", x, name=f"norm{number}")
        x = block.add("ReLU", x, name=f"relu{number}")
    block.add("Output", x, name="y")


def _u(net: Network, x: Outlet, widths: tuple[int, ...], *, published: bool) -> Outlet:
    """Down the left of the U, along its bottom, and up its right, with a bridge at every level."""
    _double(net, published=published)
    left: list[Outlet] = []
    for level, width in enumerate(widths[:-1], 1):
        x = net.add("DoubleConv", x, name=f"left{level}", channels=width)
        left.append(x)
        if published and level == len(widths) - 1:
            x = net.add("Dropout", x, name="dropout1")
        x = net.add("MaxPool2d", x, name=f"pool{level}", kernel_size=2)
    x = net.add("DoubleConv", x, name="bottom", channels=widths[-1])
    if published:
        x = net.add("Dropout", x, name="dropout2")
    for level, width in reversed(list(enumerate(widths[:-1], 1))):
        x = net.add("ConvTranspose2d", x, name=f"up{level}", out_channels=width, kernel_size=2, padding=0)
        beside = left[level - 1]
        if published:
            beside = net.add("CropLike", beside, x, name=f"crop{level}")
        x = net.add("Concat", beside, x, name=f"bridge{level}")
        x = net.add("DoubleConv", x, name=f"right{level}", channels=width)
    return net.add("Conv2d", x, name="name_pixels", out_channels="=classes", kernel_size=1)


def _draw_u(net: Network, levels: int) -> None:
    """Lay the U out as in the paper's figure 1: each level lower than the one above, bridges across."""
    places = {"image": (0.0, 0.0), "bottom": (levels, 2.0 * levels - 2)}
    for level in range(1, levels):
        top, right = 2.0 * level - 2, 2.0 * levels - level
        places |= {f"left{level}": (level, top), f"pool{level}": (level, top + 1), f"crop{level}": (right - 1, top)}
        places |= {f"bridge{level}": (right, top), f"up{level}": (right, top + 1), f"right{level}": (right + 1, top)}
    end = 2.0 * levels + 1
    places |= {"name_pixels": (end, 0), "out": (end + 1.25, 0), "mIoU": (end + 1.25, 2), "accuracy": (end + 1.25, 3)}
    places |= {"loss": (end + 1.25, 1), "classes_true": (end, 2)}
    if "mask" in net:
        last = 2.0 * levels - 2
        places |= {
            "grey": (0, 1), "dropout1": (levels - 1, last - 1), f"pool{levels - 1}": (levels - 1, last),
            "dropout2": (levels, last + 1), "mask": (end - 1, 3), "seen": (end, 3), "opposite": (end + 1, 4),
            "ground": (end + 2, 4), "which": (end + 3, 3), "true": (end + 4, 3), "loss": (end + 5.25, 1),
            "mIoU": (end + 5.25, 2),
        }  # fmt: skip
    stand(net, {name: place for name, place in places.items() if name in net})


@preset(
    PresetInfo(
        name="unet", title="U-Net", chinese="U-Net 分割网络", family=SCENES, year=2015,
        source="O. Ronneberger, P. Fischer and T. Brox, U-Net: convolutional networks for biomedical image "
        "segmentation, MICCAI 2015, arXiv 1505.04597, section 2, figure 1 (without the weights of equation 2)",
        summary=mark(
            "Down the left of the U the picture becomes small and its meaning large; up the right it grows again. The "
            "bridges carry the details of every level across, so that the answer is as sharp as the picture. In full "
            "size 64 to 1,024 channels on five levels, without padding: 572 × 572 pixels go in, 388 × 388 are named."
        ),
        look_for=mark(
            "Compare truth and answer at the edges of the shapes, and with FCN's: the bridges keep them sharp. Try it: "
            "take away the wire from left1 to bridge1 and train again."
        ),
        textbook=("A49",), views=VIEWS,
        reached=mark("Mean overlap (IoU) of the classes 0.91 to 0.93 on the test part (seeds 0 to 2)."),
    )
)  # fmt: skip
def unet(size: Size) -> Project:
    """The U on three levels for scenes of shapes; the published one on five, for pictures and masks of your own."""
    net = Network()
    if size == "small":
        x = _image(net, 3, SIDE, 5)
        _places(net, _u(net, x, (10, 20, 40), published=False))
        _draw_u(net, 3)
        return _scenes(net, 13, rate=0.01, batch=8)
    x = _image(net, 3, 572, 2)
    grey = net.add("Mean", x, name="grey", dim=0, keepdim=True)
    scores = _u(net, grey, (64, 128, 256, 512, 1024), published=True)
    net.add("Output", scores, name="out")
    mask = net.add("Input", name="mask", field="mask", shape=[1, "=height", "=width"])
    seen = net.add("CropLike", mask, scores, name="seen")
    ground = net.add("Shift", net.add("Scale", seen, name="opposite", factor=-1.0), name="ground", amount=1.0)
    true = net.add("ArgMax", net.add("Concat", ground, seen, name="which"), name="true", dim=0)
    net.add("CrossEntropyLoss", scores, true, name="loss")
    net.add("MeanIoU", scores, true, name="mIoU")
    _draw_u(net, 5)
    rule = SGD(learning_rate=0.001, momentum=0.99)
    return Project(net, Recipe(data=data("mask_folder", size=572), players=(Player(optimizer=rule),), batch_size=1))
