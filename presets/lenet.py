"""LeNet-5, the first convolutional network most people meet."""

from __future__ import annotations

from graphs.message import mark
from graphs.network import Frame, Network, Note
from graphs.project import Project
from graphs.recipe import Adam, DataChoice, Player, Recipe
from presets.registry import CONVOLUTIONAL, PresetInfo, Size, preset


@preset(
    PresetInfo(
        name="lenet5",
        title="LeNet-5",
        chinese="LeNet-5 卷积网络",
        family=CONVOLUTIONAL,
        year=1998,
        source="Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Gradient-Based Learning Applied to Document "
        "Recognition, Proc. IEEE 86, 1998",
        summary=mark(
            "Small learned filters slide over a handwritten digit, pooling makes the maps smaller, and three more "
            "layers decide. "
            "This is the form most courses draw: full connections in C3, tanh, average pooling and a softmax; "
            "61,706 parameters. "
            "(The network of 1998 had a connection table, trained pooling and a Gaussian output: exactly 60,000.)"
        ),
        look_for=mark(
            "Loss and validation loss fall together. On the wires, the gradient grows weaker from the loss back to "
            "the image, "
            "but never vanishes. Try it: change C1's kernel_size from 5 to 7. Which node complains first, and what "
            "does it say?"
        ),
        textbook=("A14",),
        reached=mark("Test accuracy 97.0 to 98.5 % (seeds 0 to 3), in 10 to 25 seconds on two processor cores."),
        views=("curves", "gradients", "feature_maps", "confusion_matrix"),
    )
)
def lenet5(size: Size) -> Project:
    """Two convolutions with tanh and average pooling, a convolution that sees everything, two linear layers."""
    net = Network()
    net.parameters = {"channels": 1, "height": 32, "width": 32, "classes": 10}
    image = net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])
    c1 = net.add("Conv2d", image, name="C1", out_channels=6, kernel_size=5)
    s2 = net.add("AvgPool2d", net.add("Tanh", c1, name="tanh1"), name="S2", kernel_size=2)
    c3 = net.add("Conv2d", s2, name="C3", out_channels=16, kernel_size=5)
    s4 = net.add("AvgPool2d", net.add("Tanh", c3, name="tanh3"), name="S4", kernel_size=2)
    c5 = net.add("Conv2d", s4, name="C5", out_channels=120, kernel_size=5)
    flat = net.add("Flatten", net.add("Tanh", c5, name="tanh5"), name="flatten")
    f6 = net.add("Linear", flat, name="F6", out_features=84)
    output = net.add("Linear", net.add("Tanh", f6, name="tanh6"), name="output", out_features="=classes")
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("Output", output, name="logits")
    net.add("CrossEntropyLoss", output, label, name="loss")
    net.add("Accuracy", output, label, name="accuracy")
    _draw(net)
    recipe = Recipe(
        data=DataChoice(name="digits"), players=(Player(optimizer=Adam(learning_rate=0.001)),), epochs=30, batch_size=32
    )
    return Project(net, recipe)


def _draw(net: Network) -> None:
    """Put the nodes where a reader looks for them: features above, decision below, loss at its end."""
    full, pill = 148.0, 64.0
    places: dict[str, tuple[float, float]] = {}
    for top, left, row in (
        (96.0, 24.0, ("image", "C1", "tanh1", "S2", "C3", "tanh3", "S4")),
        (336.0, 48.0, ("C5", "tanh5", "flatten", "F6", "tanh6", "output")),
    ):
        x = left
        for name in row:
            small = name.startswith(("tanh", "flatten"))
            places[name] = (x, top + 24.0 if small else top)
            x += round(((pill if small else full) + 72.0) / 24.0) * 24.0
    right = places["output"][0] + full + 92.0
    places |= {"loss": (right, 336.0), "accuracy": (right, 456.0), "logits": (right, 576.0)}
    places["label"] = (places["output"][0], 504.0)
    net.place({net.node(name).id: place for name, place in places.items()})
    net.put_frame(
        Frame(net.next_id, mark("Feature extractor"), net.named(["C1", "tanh1", "S2", "C3", "tanh3", "S4"]), 0)
    )
    net.put_frame(
        Frame(net.next_id, mark("Classifier"), net.named(["C5", "tanh5", "flatten", "F6", "tanh6", "output"]), 1)
    )
    text = mark("**Try it.** Change C1's kernel_size from 5 to 7. Which node complains first, and what does it say?")
    net.put_note(Note(net.next_id, text, (240.0, 528.0), (264.0, 96.0)))
