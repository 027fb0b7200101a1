"""What a classifier thinks of a few examples: the probability of every class."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch

from graphs.message import mark
from workbench.data import Task
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.probe import Answer, decide, find_answer, truth
from workbench.engine.probes.showing import show_examples

if TYPE_CHECKING:
    from workbench.engine.training import Training


class Probabilities(ExampleProbe):
    """The probabilities that a classifier gives a few validation examples, one of each class first.

    A sample has ``probabilities`` (n, classes), float32: softmax of the scores, or σ(score − threshold) for one score;
    ``right`` and ``answer`` (n,), int64: the true class and the one that is decided for; ``examples`` (n,): their rows;
    ``image`` (n, h, w, 3), uint8, where they are pictures. The label ``classes`` names the classes, ``said`` tells
    examples that are no pictures in words.
    """

    name: ClassVar[str] = "probabilities"
    title: ClassVar[str] = mark("Output probabilities")
    weight: ClassVar[float] = 0.4
    most: ClassVar[int] = 12

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._answer: Answer | None = None
        self._shown: dict[str, Array] = {}
        self._labels: dict[str, tuple[str, ...]] = {}

    def suits(self, training: Training) -> bool:
        """Classifiers."""
        dataset = training.prepared.dataset
        self._answer = find_answer(training.plan) if dataset.task is Task.CLASSIFICATION else None
        if self._answer is None or not self.choose_examples(training):
            return False
        classes = dataset.class_names() or tuple(str(n) for n in range(self._answer.classes))
        self._shown, said = show_examples(training, self._answer.scores, self.inputs, self.rows.tolist(), self.part)
        self._labels = {"classes": classes, "truth": self.truth, "part": (self.part,), **said}
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Ask for the scores of the examples as they are after the step just taken."""
        if self._answer is None or not self.is_time(training):
            return []
        scores, target = self.ask(training, (self._answer.scores, self._answer.target))
        if scores.shape[1] == 1:
            second = torch.sigmoid(scores[:, 0] - self._answer.threshold)
            shares = torch.stack([1 - second, second], dim=1)
        else:
            shares = scores.softmax(1)
        data = {
            "probabilities": shares.float().cpu().numpy(),
            "right": truth(target).cpu().numpy(),
            "answer": decide(scores, self._answer.threshold).cpu().numpy(),
            "examples": np.asarray(self.rows, dtype=np.int64),
            **self._shown,
        }
        return [Sample(self.name, training.step, data, self._labels)]
