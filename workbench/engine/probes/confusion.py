"""Which classes a network takes for which: a table of counts, and the examples it is wrong about."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.message import mark
from workbench.data import Task
from workbench.engine.events import Sample
from workbench.engine.probes.probe import Answer, ValidationProbe, decide, find_answer, truth

if TYPE_CHECKING:
    from workbench.engine.training import Training

MISTAKES = 512
"""How many wrong examples a sample names at most."""


RIGHT = 24
"""How many right examples of each class a sample names at most."""


class Confusion(ValidationProbe):
    """The confusion matrix over the validation examples, at each validation.

    A sample has ``counts`` (classes, classes), int64: row the truth, column the answer; and ``mistakes`` (m, 3), int64:
    row number in the validation part, truth, answer; and ``right`` (k, 3), the same of the first right ones of each
    class. The label ``classes`` names the rows.
    """

    name: ClassVar[str] = "confusion"
    title: ClassVar[str] = mark("Confusion matrix")

    def __init__(self, every: int = 1, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._answer: Answer | None = None
        self._chunks: list[Tensor] = []

    def suits(self, training: Training) -> bool:
        """Classifiers with validation examples."""
        dataset = training.prepared.dataset
        self._answer = find_answer(training.plan) if dataset.task is Task.CLASSIFICATION else None
        self._chunks = []
        if self._answer is None or not training.part("validation"):
            return False
        self.sources = (self._answer.scores, self._answer.target)
        return True

    def visit(self, values: tuple[Tensor, ...]) -> None:
        """Keep truth and answer of a chunk, on the device."""
        if self._answer is not None:
            self._chunks.append(torch.stack([truth(values[1]), decide(values[0], self._answer.threshold)]))

    def collect(self, training: Training) -> list[Sample]:
        """Count what was seen since the last call."""
        if not self._chunks or self._answer is None:
            return []
        true, given = torch.cat(self._chunks, 1).cpu().numpy()
        self._chunks = []
        classes = self._answer.classes
        counts = np.bincount(true * classes + given, minlength=classes * classes).reshape(classes, classes)
        wrong = np.flatnonzero(true != given)[:MISTAKES]
        mistakes = np.stack([wrong, true[wrong], given[wrong]], axis=1).astype(np.int64)
        hits = [np.flatnonzero((true == given) & (true == number))[:RIGHT] for number in range(classes)]
        right = np.sort(np.concatenate(hits)).astype(np.int64)
        names = training.prepared.dataset.class_names() or tuple(str(n) for n in range(classes))
        data = {
            "counts": counts.astype(np.int64),
            "mistakes": mistakes,
            "right": np.stack([right, true[right], given[right]], axis=1).astype(np.int64),
        }
        return [Sample(self.name, training.step, data, {"classes": names})]
