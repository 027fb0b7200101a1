"""Networks that find things in a picture: a grid of cells that each answer for what lies in them, and peaks of heat."""

from __future__ import annotations

from graphs.augmentation import FlipHorizontal
from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from graphs.schedules import OneCycle
from presets.finishing import data
from presets.placing import stand
from presets.registry import SCENES, PresetInfo, Size, preset

SIDE, OBJECTS = 48, 3
"""Rows and columns of a scene, and how many things it has at most."""

VIEWS = ("predictions", "curves", "gradients", "feature_maps")


def _scene(net: Network) -> tuple[Outlet, Outlet, Outlet]:
    """A picture with its true boxes and labels, in sizes that follow the data; and the block all detectors are of."""
    net.parameters = {"channels": 3, "height": SIDE, "width": SIDE, "classes": 4, "objects": OBJECTS}
    block = net.define("ConvNormReLU", channels=16, stride=1)
    x = block.add("Conv2d", block.add("Input", name="x"), name="conv", out_channels="=channels", kernel_size=3,
                  stride="=stride", padding=1, bias=False)  # fmt: skip
    block.add("Output", block.add("ReLU", block.add("BatchNorm2d", x, name="norm"), name="relu"), name="y")
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    boxes = net.add("Input", name="boxes", field="boxes", shape=["=objects", 4], kind="boxes")
    labels = net.add("Input", name="labels", field="labels", shape=["=objects"], kind="tokens")
    return image, boxes, labels


def _eye(net: Network, x: Outlet, widths: tuple[int, ...]) -> Outlet:
    """One convolution at full size, then halve the picture as often as there are further ``widths``."""
    block = net.define("Halve", channels=16)
    y = block.add("ConvNormReLU", block.add("Input", name="x"), name="down", channels="=channels", stride=2)
    block.add("Output", block.add("ConvNormReLU", y, name="look", channels="=channels"), name="y")
    x = net.add("ConvNormReLU", x, name="stem", channels=widths[0])
    for number, width in enumerate(widths[1:], 1):
        x = net.add("Halve", x, name=f"halve{number}", channels=width)
    return x


def _found(boxes: Outlet, scores: Outlet, true: Outlet, labels: Outlet) -> None:
    """Finish a detector: what it finds leaves the drawing and is measured."""
    net = boxes.network
    net.add("Output", boxes, name="found")
    net.add("Output", scores, name="scores")
    net.add("MeanAveragePrecision", scores, boxes, true, labels, name="mAP", no_object=False, chances=True)


def _project(net: Network, epochs: int) -> Project:
    """The scenes, seen mirrored half of the time, and a learning rate that rises and falls once."""
    player = Player(optimizer=Adam(learning_rate=0.005), schedule=OneCycle())
    choice = data("shape_scenes", samples=1500, size=SIDE, objects=OBJECTS)
    return Project(
        net, Recipe(data=choice, players=(player,), epochs=epochs, batch_size=32, augment=(FlipHorizontal(),))
    )


@preset(
    PresetInfo(
        name="grid_detector", title=mark("Grid detector (YOLO)"), chinese="网格检测器（YOLO）", family=SCENES,
        year=2016,
        source="J. Redmon, S. Divvala, R. Girshick and A. Farhadi, You only look once: unified, real-time object "
        "detection, CVPR 2016, arXiv 1506.02640, sections 2 and 2.2; objectness and class by cross-entropy as in "
        "J. Redmon and A. Farhadi, YOLOv3, 2018, arXiv 1804.02767, sections 2.1 and 2.2",
        summary=mark(
            "The picture is cut into 6 by 6 cells, and the cell in which a thing's centre lies answers for it: a box, "
            "how sure it is that there is something, and what it is. One look finds everything. The loss is drawn as "
            "its three parts, box, objectness and class."
        ),
        look_for=mark(
            "The dashed frames are what it finds: first everywhere, then on the shapes, then around them. Try it: "
            "raise the overlap of the suppression to 0.9 and see one shape found twice, or set the weight of the box "
            "loss to 0: things are found and named, but their frames are wrong."
        ),
        textbook=("A40",), views=VIEWS, sizes=("small",),
        reached=mark("Mean average precision at an overlap of 0.5: 0.89 and 0.91 on the test part (seeds 0 and 1)."),
    )
)  # fmt: skip
def grid_detector(size: Size) -> Project:
    """A few convolutions to 6 × 6 cells, three heads, three losses; decoding and suppression beside them."""
    net = Network()
    image, true, labels = _scene(net)
    cells = _eye(net, image, (8, 16, 32, 64))
    box = net.add("Sigmoid", net.add("Conv2d", cells, name="box_head", out_channels=4, kernel_size=1), name="box")
    there = net.add("Conv2d", cells, name="object_head", out_channels=1, kernel_size=1)
    kinds = net.add("Conv2d", cells, name="class_head", out_channels="=classes", kernel_size=1)

    targets = net.node(net.add("GridTargets", cells, true, labels, name="targets").node).id
    wanted, is_there, kind = (Outlet(net, targets, port) for port in ("box", "there", "classes"))
    own = net.add("Multiply", box, is_there, name="own_boxes")
    net.add("MSELoss", own, wanted, name="box_loss", weight=100.0)
    net.add("BCEWithLogitsLoss", there, is_there, name="object_loss", weight=10.0)
    net.add("CrossEntropyLoss", kinds, kind, name="class_loss")

    read = net.add("GridDecode", box, there, kinds, name="decode")
    kept = net.add("NonMaximumSuppression", read, Outlet(net, read.node, "scores"), name="suppress", form="centre",
                   iou_threshold=0.45, max_boxes=10)  # fmt: skip
    _found(kept, Outlet(net, kept.node, "scores"), true, labels)
    stand(net, {
        "image": (0, 1.5), "stem": (1, 1.5), "halve1": (2, 1.5), "halve2": (3, 1.5), "halve3": (4, 1.5),
        "box_head": (5.5, 0), "object_head": (5.5, 1.5), "class_head": (5.5, 3), "box": (6.5, 0),
        "decode": (8, 0), "suppress": (9, 0), "found": (10.5, 0), "scores": (10.5, 1.5), "mAP": (10.5, 3),
        "boxes": (3.5, 5), "labels": (3.5, 6), "targets": (5.5, 5), "own_boxes": (7, 5),
        "box_loss": (8.5, 5), "object_loss": (8.5, 6), "class_loss": (8.5, 7),
    })  # fmt: skip
    for title, names in (
        (mark("One look"), ("stem", "halve1", "halve2", "halve3")),
        (mark("Box, objectness, class"), ("box_head", "box", "object_head", "class_head")),
        (mark("What each cell should say"), ("targets", "own_boxes", "box_loss", "object_loss", "class_loss")),
        (mark("Reading the cells"), ("decode", "suppress")),
    ):
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    return _project(net, 30)


@preset(
    PresetInfo(
        name="centernet", title=mark("CenterNet, small"), chinese="CenterNet（小型）", family=SCENES, year=2019,
        source="X. Zhou, D. Wang and P. Krähenbühl, Objects as points, 2019, arXiv 1904.07850, sections 3 and 4, "
        "equations 1 to 4",
        summary=mark(
            "A thing is a point: its centre. One map of heat for each class rises to a peak there, and two more maps "
            "tell at the peak how large the thing is and where in the cell it lies. No anchors, no grid of boxes, and "
            "nothing to suppress: a slope beside a peak is no peak."
        ),
        look_for=mark(
            "Look at the maps of heat_head: broad glow first, then one bright spot for each shape of that class. The "
            "frames follow a little later, when the sizes are learned. Try it: set size_weight to 0 and see peaks "
            "in the right places with frames of no sense."
        ),
        textbook=("A44",), views=VIEWS, sizes=("small",),
        reached=mark("Mean average precision at an overlap of 0.5: 0.93 on the test part (seed 0)."),
    )
)  # fmt: skip
def centernet(size: Size) -> Project:
    """Down to a quarter, deeper, and up again; heads for heat, offset and size; peaks are boxes."""
    net = Network()
    image, true, labels = _scene(net)
    fine = _eye(net, image, (16, 24, 32))
    deep = net.add("ConvNormReLU", fine, name="down", channels=64, stride=2)
    up = net.add("ConvTranspose2d", deep, name="up", out_channels=32)
    x = net.add("ConvNormReLU", net.add("Add", fine, up, name="join"), name="merge", channels=32)
    heat, offset, extent = (
        net.add("Conv2d", x, name=f"{name}_head", out_channels=channels, kernel_size=1)
        for name, channels in (("heat", "=classes"), ("offset", 2), ("size", 2))
    )
    net.add("CenterDetectionLoss", heat, offset, extent, true, labels, name="loss")
    peaks = net.add("CenterDecode", heat, offset, extent, name="peaks", max_boxes=10)
    _found(peaks, Outlet(net, peaks.node, "scores"), true, labels)
    stand(net, {
        "image": (0, 1.5), "stem": (1, 1.5), "halve1": (2, 1.5), "halve2": (3, 1.5), "down": (4, 3), "up": (5, 3),
        "join": (6, 1.5), "merge": (7, 1.5), "heat_head": (8.5, 0), "offset_head": (8.5, 1.5), "size_head": (8.5, 3),
        "peaks": (10, 0), "found": (11.25, 0), "scores": (11.25, 1.5), "mAP": (11.25, 3),
        "boxes": (8.5, 5), "labels": (8.5, 6.5), "loss": (10, 5),
    })  # fmt: skip
    for title, names in (
        (mark("Down and up again"), ("stem", "halve1", "halve2", "down", "up", "join", "merge")),
        (mark("Heat, offset, size"), ("heat_head", "offset_head", "size_head")),
    ):
        net.put_frame(Frame(net.next_id, title, net.named(names)))
    return _project(net, 25)
