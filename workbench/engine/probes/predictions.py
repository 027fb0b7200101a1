"""What a network foretells, beside what is true: numbers, the next steps of a series, maps of places, frames."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.layers.input_output import Input
from graphs.meaning import Step
from graphs.message import mark
from graphs.tensors import Kind
from workbench.data import Task
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.showing import THUMBNAIL, field_of, show_examples
from workbench.engine.roles import AnswerAndTruth, Shape, answering, inputs_of

if TYPE_CHECKING:
    from workbench.engine.training import Training

POINTS = 240
"""How many examples are foretold where an answer is a few numbers."""

PICTURES = 6
"""How many examples are foretold where an answer is a map or frames in a picture."""


class Predictions(ExampleProbe):
    """Answers beside truths for the first validation examples, in the data's own units.

    A sample has the label ``shape``: *numbers*: ``answer`` and ``truth`` (n, numbers), float32, and for a series
    ``before`` (n, steps): the first known number of each step, scaled as the answer is; *map*: ``answer`` and ``truth``
    (n, h, w), uint8: the class of each place, and ``classes`` (1,): how many; *boxes*: both (n, boxes, 4), float32:
    centre, width and height as shares of the picture; *found*: the same for what a detector gives and for what is
    there, not one for one, with ``scores`` and ``kinds`` of the first, and ``kinds_true`` (−1: no box) of the second,
    and the label ``classes``. Maps and boxes have ``image`` (n, h, w, 3), uint8.
    ``examples`` (n,) are the rows.
    """

    name: ClassVar[str] = "predictions"
    title: ClassVar[str] = mark("Predictions beside truth")
    weight: ClassVar[float] = 0.5
    most: ClassVar[int] = POINTS

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: tuple[AnswerAndTruth, Shape] | None = None
        self._fixed: dict[str, Array] = {}

    def suits(self, training: Training) -> bool:
        """Networks that answer with numbers, maps or frames, and are told the truth."""
        found = answering(training.plan)
        if found is None:
            return False
        if found[1] is Shape.NUMBERS and training.prepared.dataset.task is Task.CLASSIFICATION:
            return False
        self._found = found
        if not self.choose_examples(training):
            return False
        if found[1] is not Shape.NUMBERS:
            self.rows, self.truth = self.rows[:PICTURES], self.truth[:PICTURES]
            self.inputs = {name: column[:PICTURES] for name, column in self.inputs.items()}
        shown, _ = show_examples(training, found[0].answer, self.inputs, self.rows.tolist(), self.part)
        self._fixed = {"examples": np.asarray(self.rows, dtype=np.int64)}
        if found[1] is not Shape.NUMBERS:
            self._fixed |= {"image": shown["image"]} if "image" in shown else {}
        else:
            self._fixed |= self._known(training, found[0])
        return True

    def _known(self, training: Training, found: AnswerAndTruth) -> dict[str, Array]:
        """The series before the answer, in the units of the answer: of a series' own first number, as it was read."""
        for step in inputs_of(training.plan, found.answer):
            spec = step.outputs["y"]
            if spec.kind is Kind.SEQUENCE and isinstance(step.layer, Input):
                parts = training.prepared.parts
                table = parts.validation if self.part == "validation" else parts.training
                values = np.asarray(table[step.layer.field][self.rows], dtype=np.float32)
                own = training.prepared.scaler.original(step.layer.field, values)
                return {"before": np.ascontiguousarray(own[..., 0], dtype=np.float32)}
        return {}

    def collect(self, training: Training) -> list[Sample]:
        """Ask for the answers as they are after the step just taken."""
        if self._found is None or not self.is_time(training):
            return []
        compared, shape = self._found
        unit = training.prepared.dataset.target_unit
        labels: dict[str, tuple[str, ...]] = {"shape": (shape.value,), "part": (self.part,), "unit": (unit,)}
        if shape is Shape.FOUND:
            labels["classes"] = training.prepared.dataset.class_names()
            data = self._detected(training, compared.by)
            return [Sample(self.name, training.step, {**data, **self._fixed}, labels)]
        answer, truth = self.ask(training, (compared.answer, compared.truth))
        match shape:
            case Shape.NUMBERS:
                data = self._numbers(training, compared, answer, truth)
            case Shape.MAP:
                data = self._maps(compared, answer, truth)
            case Shape.BOXES:
                data = {
                    "answer": _array(answer).reshape(len(answer), -1, 4),
                    "truth": _array(truth).reshape(len(truth), -1, 4),
                }
        return [Sample(self.name, training.step, {**data, **self._fixed}, labels)]

    def _detected(self, training: Training, metric: Step) -> dict[str, Array]:
        """What a detector finds and what is there, as the metric reads both."""
        scores, x, boxes, labels = self.ask(
            training, tuple(metric.inputs[port][0] for port in ("scores", "x", "boxes", "labels"))
        )
        best, kinds = told_apart(metric, scores)
        x, boxes = centred(metric, x), centred(metric, boxes)
        return {
            "answer": _array(x), "scores": _array(best), "kinds": np.asarray(kinds.cpu().numpy(), dtype=np.int64),
            "truth": _array(boxes), "kinds_true": np.asarray(labels.cpu().numpy(), dtype=np.int64),
        }  # fmt: skip

    def _numbers(self, training: Training, found: AnswerAndTruth, answer: Tensor, truth: Tensor) -> dict[str, Array]:
        field, scaler = field_of(training.plan, found.truth), training.prepared.scaler
        own = {name: _array(value).reshape(len(value), -1) for name, value in (("answer", answer), ("truth", truth))}
        return {name: np.asarray(scaler.original(field, value), dtype=np.float32) for name, value in own.items()}

    def _maps(self, found: AnswerAndTruth, answer: Tensor, truth: Tensor) -> dict[str, Array]:
        count = max(answer.shape[1], 2)
        if answer.shape[1] > 1:
            given = answer.argmax(1)
        else:
            # Scores change their answer at 0, probabilities at a half.
            given = (answer[:, 0] > (0.5 if holds_chances(found) else 0.0)).long()
        true = truth if truth.dim() == 3 else truth[:, 0] if truth.shape[1] == 1 else truth.argmax(1)
        true = (true > 0.5).long() if true.is_floating_point() else true.long()
        return {
            "answer": _thinned(given), "truth": _thinned(true), "classes": np.array([count], dtype=np.int64),
        }  # fmt: skip


def told_apart(metric: Step, scores: Tensor) -> tuple[Tensor, Tensor]:
    """How sure a detector is of each box, and of which class it is, (…) both, of scores (…, classes), as its metric
    reads them.
    """
    about = metric.layer.model_dump()
    if not about["chances"]:
        scores = scores.softmax(-1) if about["no_object"] else scores.sigmoid()
    best, kinds = (scores[..., :-1] if about["no_object"] else scores).max(-1)
    return best, kinds


def centred(metric: Step, boxes: Tensor) -> Tensor:
    """Boxes (…, 4) in the form a metric reads them, as centre, width and height."""
    if metric.layer.model_dump()["form"] != "corners":
        return boxes
    return torch.cat([(boxes[..., :2] + boxes[..., 2:]) / 2, boxes[..., 2:] - boxes[..., :2]], -1)


def holds_chances(compared: AnswerAndTruth) -> bool:
    """Whether an answer holds probabilities: its loss says so."""
    layer = compared.by.layer
    return layer.type_name() in ("BCELoss", "MSELoss", "L1Loss") or getattr(layer, "scores", True) is False


def _array(values: Tensor) -> Array:
    return np.asarray(values.detach().float().cpu().numpy())


def _thinned(classes: Tensor) -> Array:
    """Class maps (n, H, W) with no side longer than a thumbnail's: every second, every third place."""
    factor = -(-max(classes.shape[1:]) // THUMBNAIL)
    return np.ascontiguousarray(classes[:, ::factor, ::factor].to(torch.uint8).cpu().numpy())
