"""What the recipe's form calls things, and the fields of plain values as a form shows them."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, Literal

import pydantic

from graphs.catalogue import FieldInfo, fields_of
from graphs.message import mark
from graphs.schedules import (
    Constant,
    Cosine,
    CosineRestarts,
    Cyclical,
    Exponential,
    InverseSquareRoot,
    InverseTime,
    MultiStep,
    OneCycle,
    Plateau,
    Polynomial,
    StepDecay,
)

LABELS = {
    "epochs": mark("Epochs"),
    "batch_size": mark("Batch size"),
    "seed": mark("Seed"),
    "validate_every": mark("Validate every"),
    "deterministic": mark("Repeatable"),
    "learning_rate": mark("Learning rate"),
    "momentum": mark("Momentum"),
    "nesterov": mark("Nesterov"),
    "weight_decay": mark("Weight decay"),
    "beta1": mark("Beta 1"),
    "beta2": mark("Beta 2"),
    "eps": mark("Epsilon"),
    "form": mark("Form"),
    "alpha": mark("Alpha"),
    "rho": mark("Rho"),
    "momentum_decay": mark("Momentum decay"),
    "updates": mark("Updates a round"),
    "warmup": mark("Warm-up"),
    "every": mark("Every"),
    "factor": mark("Factor"),
    "milestones": mark("Milestones"),
    "power": mark("Power"),
    "hold": mark("Stays for"),
    "end": mark("Lowest"),
    "period": mark("Period"),
    "growth": mark("Growth"),
    "patience": mark("Patience"),
    "rise": mark("Rise"),
    "start": mark("Begins at"),
    "decay": mark("Decay"),
    "clip_norm": mark("Clip norm"),
    "clip_value": mark("Clip value"),
    "clip_weights": mark("Clip weights"),
    "l1": mark("L1"),
    "decoupled": mark("Decoupled decay"),
    "thaw_every": mark("Thaw every"),
    "thaw_first": mark("Awake at first"),
    "begins": mark("Begins after"),
    "ends": mark("Rests after"),
    "accumulate": mark("Pieces"),
    "keep_every": mark("Keep every"),
    "channels_last": mark("Channels last"),
    "tf32": "TF32",
    "folds": mark("Folds"),
    "fold": mark("Fold"),
    "iterations": mark("Iterations"),
    "history": mark("History"),
    "search": mark("Line search"),
    "ramp": mark("Ramp"),
    "chance": mark("Chance"),
    "epsilon": mark("Reach"),
    "clean": mark("Clean share"),
    "size": mark("Step size"),
    "steps": mark("Steps"),
    "length": mark("Length"),
    "slowness": mark("Slowness"),
    "degrees": mark("Degrees"),
    "amount": mark("Amount"),
    "least": mark("Smallest"),
    "most": mark("At most"),
    "axis": mark("Axis"),
    "label_smoothing": mark("Smoothing"),
    "stretch": mark("Stretch"),
    "share": mark("Share"),
    "count": mark("Count"),
    "strength": mark("Strength"),
    "sigma": mark("Sigma"),
}
"""What the form calls a field; data sets' own fields keep the names they have in code."""

SCHEDULE_WORDS: dict[type[Any], str] = {
    Constant: mark("constant"),
    StepDecay: mark("in equal steps"),
    MultiStep: mark("steps at chosen epochs"),
    Exponential: mark("exponential"),
    InverseTime: mark("one over the time"),
    Polynomial: mark("polynomial"),
    Cosine: mark("cosine"),
    CosineRestarts: mark("cosine with restarts"),
    Cyclical: mark("up and down"),
    OneCycle: mark("one cycle"),
    InverseSquareRoot: mark("one over the root of the step"),
    Plateau: mark("when the validation stands still"),
}
"""What the form calls each schedule."""


def first_paragraph(kind: type[Any]) -> str:
    """What the docstring of an optimizer or a schedule says first, as one line."""
    return " ".join((kind.__doc__ or "").split("\n\n")[0].split())


@cache
def fields_for(model: type[pydantic.BaseModel], names: tuple[str, ...] = ()) -> tuple[FieldInfo, ...]:
    """The fields of a data set, an optimizer or a recipe (all, or only ``names``), as a form shows them.

    A field whose values are an enumeration is a choice of their texts, as it stands in files.
    """
    shown: dict[str, Any] = {}
    for name in names or tuple(model.model_fields):
        field, annotation = model.model_fields[name], model.model_fields[name].annotation
        if isinstance(annotation, type) and issubclass(annotation, Enum):
            texts = tuple(member.value for member in annotation)
            default = field.default.value if isinstance(field.default, Enum) else field.default
            shown[name] = (Literal[texts], pydantic.Field(default, description=field.description))  # type: ignore[valid-type]
        else:
            shown[name] = (annotation, field)
    return fields_of(pydantic.create_model("Shown", **shown))
