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

WEIGHABLE = ("CrossEntropyLoss", "NLLLoss", "MultiMarginLoss", "BCEWithLogitsLoss")
"""The losses over classes that torch can give weights: one for each class, or one for a yes."""


def label_fields(meaning: Plan) -> dict[int, str]:
    """The losses over classes whose target is a column of labels: the column, by the id of the loss node.

    For a yes or no the target may also be one number, 0 or 1.
    """
    found = {}
    for step in meaning.steps:
        if step.layer.type_name() not in WEIGHABLE:
            continue
        yes_or_no = step.layer.type_name() == "BCEWithLogitsLoss"
        for source in step.inputs.get("target", ()):
            owner, dims = meaning.by_node[source.node], meaning.specs[source].dims
            if owner.layer.type_name() == "Input" and (not dims or (yes_or_no and dims == (1,))):
                found[step.node] = str(getattr(owner.layer, "field", ""))
    return found


def labels_of(prepared: Prepared, field: str) -> Array | None:
    """The labels of the training examples, (n,), int64; None where a number is neither 0 nor 1."""
    column = np.asarray(prepared.parts.training[field])
    if column.dtype.kind != "f":
        return column
    flat = column.reshape(len(column))
    return flat.astype(np.int64) if np.isin(flat, (0.0, 1.0)).all() else None


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
        if getattr(step.layer, "class_weights", ()) or getattr(step.layer, "pos_weight", 1.0) != 1.0:
            continue
        (scores,) = (meaning.specs[source] for source in step.inputs["x"])
        labels = labels_of(prepared, field)
        if labels is None:
            raise _no_classes()
        yes_or_no = step.layer.type_name() == "BCEWithLogitsLoss"
        weights = class_weights(labels, 2 if yes_or_no else int(scores.dims[0]))
        placed = copy.network.node(node)
        given: dict[str, object] = {"class_weights": list(weights)}
        if yes_or_no:  # torch weighs the yes alone; the loss as a whole takes what a no counts
            own = float(getattr(step.layer, "weight", 1.0))
            given = {"pos_weight": weights[1] / weights[0], "weight": own * weights[0]}
        copy.network.put_node(replace(placed, parameters={**placed.parameters, **given}))
        text = ", ".join(f"{weight:.3g}" for weight in weights)
        notes.append(say("{node} weighs the classes by {weights}.", node=step.name, weights=text))
    return copy, tuple(notes)


def drawing_weights(meaning: Plan, prepared: Prepared) -> Tensor:
    """How often each training example is to be drawn, (n,): every class equally often. Raises DrawingError."""
    fields = label_fields(meaning)
    if not fields:
        raise _no_classes()
    labels = labels_of(prepared, next(iter(fields.values())))
    if labels is None:
        raise _no_classes()
    return torch.from_numpy(1.0 / np.maximum(1, np.bincount(labels))[labels])


def _no_classes() -> DrawingError:
    return DrawingError(
        say("The recipe balances classes. No loss over classes here has an Input with labels as its target."),
        say("Choose another balance in the recipe, or wire the labels to the loss."),
    )
