"""What all classifiers of pictures have around their layers: the picture, the losses, the data they learn from."""

from __future__ import annotations

from collections.abc import Mapping

from graphs.network import Network, Outlet
from graphs.project import Project
from graphs.recipe import SGD, Adam, DataChoice, Player, Recipe
from presets.registry import Size

VIEWS = ("curves", "gradients", "confusion_matrix")
"""What is docked beside a classifier."""


def picture(net: Network, channels: int, height: int, width: int, classes: int) -> Outlet:
    """Give a network its sizes as parameters that follow the data, and place the Input: image (C, H, W)."""
    net.parameters = {"channels": channels, "height": height, "width": width, "classes": classes}
    return net.add("Input", name="image", field="image", shape=["=channels", "=height", "=width"])


def classifier(
    logits: Outlet,
    size: Size,
    *,
    side: int = 32,
    rule: SGD | Adam | None = None,
    full_rule: SGD | None = None,
    side_full: int = 224,
    epochs: int = 12,
    auxiliary: Mapping[str, tuple[Outlet, float]] | None = None,
) -> Project:
    """Finish a drawing: Output, label, losses and accuracy; small ones learn handwritten digits, full ones photographs.

    ``logits`` has shape (classes,). ``auxiliary`` are the outputs of further heads with the weights of their losses.
    """
    net = logits.network
    net.add("Output", logits, name="logits")
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    for name, (head, weight) in (auxiliary or {}).items():
        net.add("Output", head, name=name, training_only=True)
        net.add("CrossEntropyLoss", head, label, name=f"{name}_loss", weight=weight)
    net.add("Accuracy", logits, label, name="accuracy")
    if size == "full":
        rule = full_rule or SGD(learning_rate=0.01, momentum=0.9, weight_decay=5e-4)
        data = DataChoice(name="image_folder", parameters={"size": side_full} if side_full != 224 else {})
        recipe = Recipe(data=data, players=(Player(optimizer=rule),), epochs=90, batch_size=128)
    else:
        data = DataChoice(name="digits", parameters={"size": side} if side != 32 else {})
        recipe = Recipe(
            data=data, players=(Player(optimizer=rule or Adam(learning_rate=0.001)),), epochs=epochs, batch_size=32
        )
    return Project(net, recipe)
