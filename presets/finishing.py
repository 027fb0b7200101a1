"""What stands at the end of most drawings: the output, its loss and its metric; and the recipe that trains it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphs.network import Network, Outlet
from graphs.optimizers import Optimizer
from graphs.project import Project
from graphs.recipe import DataChoice, Player, Recipe
from graphs.schedules import Constant, Schedule


def data(name: str, **parameters: Any) -> DataChoice:
    """Choose a data set by its name, with its parameters."""
    return DataChoice(name=name, parameters=parameters)


def classes(logits: Outlet, *, name: str = "logits") -> Network:
    """Finish a drawing whose scores (classes,) say which class it is: cross-entropy and accuracy with ``label``."""
    net = logits.network
    net.add("Output", logits, name=name)
    label = net.add("Input", name="label", field="label", kind="index")
    net.add("CrossEntropyLoss", logits, label, name="loss")
    net.add("Accuracy", logits, label, name="accuracy")
    return net


def numbers(answer: Outlet, size: int | str, *, name: str = "answer") -> Network:
    """Finish a drawing that answers with numbers (size,): squared error, and the mean absolute error to read."""
    net = answer.network
    net.add("Output", answer, name=name)
    target = net.add("Input", name="target", field="target", shape=[size])
    net.add("MSELoss", answer, target, name="loss")
    net.add("MeanAbsoluteError", answer, target, name="error")
    return net


def trained(
    net: Network, choice: DataChoice, rule: Optimizer, *, epochs: int, batch: int = 32,
    schedule: Schedule | None = None, more: Mapping[str, Any] | None = None,
) -> Project:  # fmt: skip
    """Return the project: the drawing, its data, one player with its optimizer and, unless it keeps one rate, its
    schedule. ``more`` is the rest of the recipe.
    """
    player = Player(optimizer=rule, schedule=schedule or Constant())
    return Project(net, Recipe(data=choice, players=(player,), epochs=epochs, batch_size=batch, **(more or {})))


def tagged(scores: Outlet, *, nothing: int = -100) -> Network:
    """Finish a drawing that gives every step a class (T, classes): steps whose tag is ``nothing`` do not count."""
    net = scores.network
    net.add("Output", scores, name="scores")
    tags = net.add("Input", name="tags", field="tags", shape=["=length"], kind="tokens")
    net.add("CrossEntropyLoss", scores, tags, name="loss", ignore_index=nothing)
    net.add("PixelAccuracy", scores, tags, name="accuracy", ignore_index=nothing)
    net.add("F1Score", scores, tags, name="f1", ignore_index=nothing)
    return net


def translated(scores: Outlet, length: int) -> Network:
    """Finish a drawing that writes a sentence, scores (U, vocabulary): padding does not count, whole sentences do."""
    net = scores.network
    net.add("Output", scores, name="scores")
    target = net.add("Input", name="target", field="target", shape=[length], kind="tokens")
    net.add("CrossEntropyLoss", scores, target, name="loss", ignore_index=0)
    net.add("PixelAccuracy", scores, target, name="accuracy", ignore_index=0)
    net.add("ExactMatch", scores, target, name="exact")
    return net
