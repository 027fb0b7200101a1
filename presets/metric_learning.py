"""Networks that lay things out so that like lies near like: the triplets of FaceNet and the angles of ArcFace."""

from __future__ import annotations

from graphs.augmentation import Rotation, Translation, Zoom
from graphs.elements import Frame
from graphs.message import mark
from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import Adam, Player, Recipe
from presets.finishing import data
from presets.registry import REPRESENTATIONS, PresetInfo, Size, preset

SIDE = 16
VARIED = (Rotation(degrees=15), Zoom(amount=0.15), Translation(share=0.08))


def _embedding(net: Network, size: int) -> None:
    """Define f: three convolutions with stride 2, then one linear layer to ``size`` numbers."""
    block = net.define("EmbeddingNet", size=size)
    x = block.add("Input", name="image")
    for number, wide in enumerate((16, 32, 64), 1):
        x = block.add("Conv2d", x, name=f"conv{number}", out_channels=wide, kernel_size=3, stride=2, padding=1)
        x = block.add("ReLU", x, name=f"relu{number}")
    x = block.add("Flatten", x, name="flat")
    block.add("Output", block.add("Linear", x, name="fc", out_features="=size"), name="embedding")


def _picture(net: Network, name: str) -> Outlet:
    return net.add("Input", name=name, field=name, shape=["=channels", "=height", "=width"])


@preset(
    PresetInfo(
        name="triplet", title=mark("Triplet embedding of digits"), chinese="三元组数字嵌入（FaceNet）",
        family=REPRESENTATIONS, year=2015,
        source="F. Schroff, D. Kalenichenko and J. Philbin, FaceNet: a unified embedding for face recognition and "
        "clustering, CVPR 2015, arXiv 1503.03832, section 3.1 and equation 3",
        summary=mark(
            "Not which digit it is, but how far two digits lie apart. One network turns a picture into a point on a "
            "sphere, and is used three times with the same weights: an anchor has to lie nearer to another example of "
            "its digit than to a stranger, by a margin. What is learned also places digits, or faces, that no label "
            "ever named."
        ),
        look_for=mark(
            "The map of the embeddings draws together into ten clouds. The loss soon comes from a few hard triplets "
            "only: most strangers are far enough. Its validation triplets contain pictures that other triplets have "
            "shown; the figure below is of pictures that none has shown. Try it: set the margin to 0.01. What keeps "
            "the clouds apart then?"
        ),
        textbook=("A56",), views=("curves", "embeddings", "gradients"), sizes=("small",),
        reached=mark(
            "Of the test digits that no triplet had shown 41 of 42, 31 of 33 and 43 of 45 lie nearest to one of their "
            "kind (seeds 0 to 2)."
        ),
    )
)  # fmt: skip
def triplet(size: Size) -> Project:
    """One network used three times; vectors of length 1; the triplet loss with FaceNet's margin of 0.2.

    FaceNet squares both distances; torch's TripletMarginLoss, which is used here, does not.
    """
    net = Network()
    net.parameters = {"channels": 1, "height": SIDE, "width": SIDE}
    _embedding(net, 16)
    anchor, positive, negative = (_picture(net, name) for name in ("anchor", "positive", "negative"))
    first = net.add("EmbeddingNet", anchor, name="f")
    used = [first, *(net.add("EmbeddingNet", picture, name=f"f_{name}", share=first)
                     for name, picture in (("positive", positive), ("negative", negative)))]  # fmt: skip
    on_sphere = [net.add("Normalize", vector, name=f"unit_{name}")
                 for name, vector in zip(("anchor", "positive", "negative"), used, strict=True)]  # fmt: skip
    net.add("Output", on_sphere[0], name="embedding")
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("TripletMarginLoss", *on_sphere, name="loss", margin=0.2)
    net.add("RetrievalAccuracy", on_sphere[0], on_sphere[1], label, name="like_found")
    net.put_frame(Frame(net.next_id, mark("One network, three pictures"), net.named(("f", "f_positive", "f_negative"))))
    recipe = Recipe(
        data=data("digit_triplets", size=SIDE), players=(Player(optimizer=Adam(learning_rate=0.002)),),
        epochs=25, batch_size=64, augment=VARIED,
    )  # fmt: skip
    return Project(net, recipe)


@preset(
    PresetInfo(
        name="arcface", title="ArcFace", chinese="ArcFace 角度间隔嵌入", family=REPRESENTATIONS, year=2019,
        source="J. Deng, J. Guo, N. Xue and S. Zafeiriou, ArcFace: additive angular margin loss for deep face "
        "recognition, CVPR 2019, arXiv 1801.07698, equation 3 and figure 3",
        summary=mark(
            "A classifier that compares angles. Picture and class are directions, their cosine is the score, and while "
            "it learns the right class has to win although its angle is made larger by a margin m. So a gap stays "
            "between the classes when the margin is taken away."
        ),
        look_for=mark(
            "Three numbers for each digit, so that one can see what figure 3 of the paper shows: the ten classes are "
            "ten rays from one point. The accuracy in training is taken with the margin, that in validation without "
            "it. Try it: set the margin to 0 and the rays widen until they touch; or leave two numbers, and "
            "two classes may have to share a ray."
        ),
        textbook=("A57",), views=("curves", "embeddings", "confusion_matrix", "gradients"), sizes=("small",),
        reached=mark(
            "Test accuracy 95.2 to 98.9 % (seeds 0 to 2); a test digit lies 13 to 16 degrees from the direction of its "
            "class on average."
        ),
    )
)  # fmt: skip
def arcface(size: Size) -> Project:
    """Three numbers a picture, ten directions, a margin of 0.3 radians and a scale of 16 for so few dimensions.

    The paper has 512 numbers, a margin of 0.5 and a scale of 64.
    """
    net = Network()
    net.parameters = {"channels": 1, "height": SIDE, "width": SIDE, "classes": 10}
    _embedding(net, 3)
    x = net.add("EmbeddingNet", _picture(net, "image"), name="f")
    net.add("Output", x, name="embedding")
    label = net.add("Input", name="label", field="label", kind="index")
    scores = net.add("ArcFaceHead", x, label, name="head", out_features="=classes", scale=16.0, margin=0.3)
    net.add("Output", scores, name="logits")
    net.add("CrossEntropyLoss", scores, label, name="loss")
    net.add("Accuracy", scores, label, name="accuracy")
    return Project(
        net,
        Recipe(data=data("digits", size=SIDE), players=(Player(optimizer=Adam(learning_rate=0.002)),), epochs=25,
               batch_size=64, augment=VARIED),
    )  # fmt: skip
