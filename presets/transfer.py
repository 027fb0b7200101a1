"""Learning one thing with what another has taught: features are learned beforehand, kept, and slowly let go."""

from __future__ import annotations

from dataclasses import replace

from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from presets.finishing import data
from presets.pictures import classifier, picture
from presets.registry import OTHER, PresetInfo, Size, preset
from presets.vgg import FORMS, WIDTHS

BEFORE = 8
"""How many epochs the digits 0 to 4 are learned."""

KEPT = "14"
"""The last of VGG-16's convolutions that stays as it is: Keras's ``layers[:10]`` are its input, two poolings and seven
convolutions."""

STAGES = (12, 24, 48)


@preset(
    PresetInfo(
        name="transfer", title=mark("Transfer: 0 to 4, then 5 to 9"), chinese="迁移学习：先 0–4，后 5–9", family=OTHER,
        year=2014,
        source="J. Yosinski, J. Clune, Y. Bengio and H. Lipson, How transferable are features in deep neural "
        "networks?, NeurIPS 2014, arXiv 1411.1792, section 2; unfreezing step by step: J. Howard and S. Ruder, "
        "Universal language model fine-tuning, ACL 2018, section 3.3; in full size the network of K. Simonyan and A. "
        "Zisserman, ICLR 2015, table 1, column D",
        summary=mark(
            "A network learns the digits 0 to 4 from many examples. Then its features are frozen and a new head learns "
            "5 to 9 from ten examples each; every four epochs one stage more is let go, from the last to the first. "
            "One press of Train does it all: two players, one after the other. In full size VGG-16, its first seven "
            "convolutions frozen, with a new head for your own pictures."
        ),
        look_for=mark(
            "After epoch 8 the accuracy of 5 to 9 begins to rise, with features that have never seen such a digit: "
            "what a stroke is, wherever it lies and however grainy the picture, need not be learned again. "
            "Try it: let the first player rest after 0 epochs and the second begin after 0, without thawing: the same "
            "few examples from scratch. In full size choose Weights to begin with, and VGG-16's from torchvision."
        ),
        textbook=("A35",), views=("curves", "gradients", "confusion_matrix", "feature_maps"),
        reached=mark(
            "Test accuracy 58 to 63 % on 5 to 9 with ten examples each, 13 to 25 points more than from scratch "
            "(seeds 0 to 2)."
        ),
    )
)  # fmt: skip
def transfer(size: Size) -> Project:
    """Three stages of features used twice, each use with a head of its own; or VGG-16 with a new head."""
    return _digits() if size == "small" else _vgg()


def _digits() -> Project:
    net = Network()
    net.parameters = {"channels": 1, "height": 24, "width": 24, "classes": 5}
    block = net.define("Stage", channels=16)
    x = block.add("Conv2d", block.add("Input", name="x"), name="conv", out_channels="=channels", kernel_size=3,
                  padding=1, bias=False)  # fmt: skip
    x = block.add("ReLU", block.add("BatchNorm2d", x, name="norm"), name="relu")
    block.add("Output", block.add("MaxPool2d", x, name="pool", kernel_size=2), name="y")

    def task(ending: str, shared: list[Outlet]) -> list[Outlet]:
        x = net.add("Input", name=f"image{ending}", field=f"image{ending}", shape=["=channels", "=height", "=width"])
        stages: list[Outlet] = []
        for number, channels in enumerate(STAGES, 1):
            share = {"share": shared[number - 1]} if shared else {}
            x = net.add("Stage", x, name=f"stage{number}{ending}", channels=channels, **share)
            stages.append(x)
        x = net.add("Flatten", x, name=f"flatten{ending}")
        scores = net.add("Linear", x, name=f"head{ending}", out_features=5 if ending else "=classes")
        if not ending:
            net.add("Output", scores, name="logits")
        label = net.add("Input", name=f"label{ending}", field=f"label{ending}", kind="index")
        net.add("CrossEntropyLoss", scores, label, name=f"loss{ending}")
        net.add("Accuracy", scores, label, name=f"accuracy{ending}")
        return stages

    task("", task("_before", []))
    features = net.named([f"stage{number}_before" for number in (1, 2, 3)])
    uses = net.named([f"stage{number}" for number in (1, 2, 3)])
    net.put_frame(Frame(net.next_id, mark("Features, learned on 0 to 4"), features, 0))
    net.put_frame(Frame(net.next_id, mark("The same features, for 5 to 9"), uses, 1))
    players = (
        Player(
            name="beforehand", losses=net.named(["loss_before"]), moves=(*features, *net.named(["head_before"])),
            optimizer=Adam(learning_rate=0.002), ends=BEFORE,
        ),
        Player(
            name="transfer", losses=net.named(["loss"]), moves=(*features, *net.named(["head"])),
            optimizer=Adam(learning_rate=0.001), begins=BEFORE, thaw_first=1, thaw_every=4,
        ),
    )  # fmt: skip
    return Project(net, Recipe(data=data("digit_halves"), players=players, epochs=20, batch_size=32))


def _vgg() -> Project:
    """VGG-16 as torchvision names it; the convolutions up to ``block3_conv3`` of Keras do not move."""
    net = Network()
    x = picture(net, 3, 224, 224, 10)
    block = net.define("Features")
    y = block.add("Input", name="x")
    place, still = 0, True
    for count, width in zip(FORMS["vgg16"], WIDTHS, strict=True):
        for _ in range(count):
            y = block.add("Conv2d", y, name=str(place), out_channels=width, kernel_size=3, padding=1)
            block.put_node(replace(block.node(str(place)), frozen=still))
            still = still and str(place) != KEPT
            y = block.add("ReLU", y, name=str(place + 1))
            place += 2
        y = block.add("MaxPool2d", y, name=str(place), kernel_size=2)
        place += 1
    block.add("Output", y, name="y")
    x = net.add("Features", x, name="features")
    x = net.add("Flatten", net.add("AdaptiveAvgPool2d", x, name="mean", output_size=1), name="flatten")
    x = net.add("ReLU", net.add("Linear", x, name="hidden", out_features=256), name="relu")
    x = net.add("Linear", net.add("Dropout", x, name="dropout", p=0.5), name="head", out_features="=classes")
    project = classifier(x, "full", full_rule=None)
    player = Player(optimizer=Adam(learning_rate=0.0001), thaw_first=2, thaw_every=5)
    project.recipe = project.recipe.model_copy(update={"players": (player,), "epochs": 20, "batch_size": 32})
    return project
