"""Classes with few examples: they count more in the loss, or are drawn more often."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch
from torch import Tensor

from graphs.meaning import Plan
from graphs.message import Message, say
from graphs.planning import plan
from graphs.project import Project
from workbench.data import Prepared
from workbench.engine.events import Array
from workbench.engine.faults import DrawingError


def label_fields(meaning: Plan) -> dict[int, str]:
    """The losses over classes whose target is a column of labels: the column, by the id of the loss node."""
    found = {}
    for step in meaning.steps:
        if step.layer.type_name() != "CrossEntropyLoss":
            continue
        for source in step.inputs.get("target", ()):
            owner = meaning.by_node[source.node]
            if owner.layer.type_name() == "Input" and not meaning.specs[source].dims:
                found[step.node] = str(getattr(owner.layer, "field", ""))
    return found


def counts(labels: Array, classes: int) -> Array:
    """How many examples each class has, (classes,), int64; labels (n,) below 0 count for none."""
    return np.bincount(labels[labels >= 0], minlength=classes)[:classes]


def class_weights(labels: Array, classes: int) -> tuple[float, ...]:
    """The weight of each class, n / (k·n_c) for n examples of k classes that occur; 1 for one without examples.

    Over the training examples these weights have the mean 1 (King & Zeng 2001).
    """
    seen = counts(labels, classes)
    present = int((seen > 0).sum())
    return tuple(float(seen.sum() / (present * n)) if n else 1.0 for n in seen.tolist())


def weighed(project: Project, prepared: Prepared) -> tuple[Project, tuple[Message, ...]]:
    """A copy of the project whose losses over classes have the weights the training examples ask for, and what they
    are; a loss with weights of its own keeps them. Raises DrawingError when there is no such loss.
    """
    meaning = plan(project.network)
    fields = label_fields(meaning)
    if not fields:
        raise _no_classes()
    copy, notes = project.copy(), []
    for node, field in fields.items():
        step = meaning.by_node[node]
        if getattr(step.layer, "class_weights", ()):
            continue
        (scores,) = (meaning.specs[source] for source in step.inputs["x"])
        labels = prepared.parts.training[field]
        weights = class_weights(np.asarray(labels), int(scores.dims[0]))
        placed = copy.network.node(node)
        copy.network.put_node(replace(placed, parameters={**placed.parameters, "class_weights": list(weights)}))
        text = ", ".join(f"{weight:.3g}" for weight in weights)
        notes.append(say("{node} weighs the classes by {weights}.", node=step.name, weights=text))
    return copy, tuple(notes)


def drawing_weights(meaning: Plan, prepared: Prepared) -> Tensor:
    """How often each training example is to be drawn, (n,): every class equally often. Raises DrawingError."""
    fields = label_fields(meaning)
    if not fields:
        raise _no_classes()
    labels = np.asarray(prepared.parts.training[next(iter(fields.values()))])
    return torch.from_numpy(1.0 / np.maximum(1, np.bincount(labels))[labels])


def _no_classes() -> DrawingError:
    return DrawingError(
        say("The recipe balances classes. No CrossEntropyLoss here has an Input with labels as its target."),
        say("Choose another balance in the recipe, or wire the labels to the loss."),
    )
