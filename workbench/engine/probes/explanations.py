"""What counts for an answer while the network learns: saliency, Grad-CAM and integrated gradients of a few examples."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.message import mark
from graphs.tensors import Kind
from workbench.engine.asking import CannotAsk, Question, onward_from, question_of
from workbench.engine.attributing import folded, grad_cam, integrated, maps_at, slopes
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.probe import Answer, find_answer, truth
from workbench.engine.probes.showing import THUMBNAIL, curves, pictures

if TYPE_CHECKING:
    from workbench.engine.training import Training

STEPS = 8
"""How many places on the way from the baseline integrated gradients look at."""

AT_ONCE = 48
"""How many altered examples go through the network together."""

LONGEST = 256
"""How many steps of a series are kept; of a longer one the means of as many stretches."""


class Explanations(ExampleProbe):
    """How much each part of a few examples counts for the answer, and for what is true.

    The label ``shape`` says what the examples are: *image* (pictures, also of pixels in a row, and clips, whose frames
    lie over each other), *words*, *series* or *features*. ``saliency`` and ``integrated`` (2, n, ...), float32, are for
    the answer that is given first, then for the true one where there are classes: (h, w) of a picture, (T,) of words
    and series, (F,) of features. ``cam`` (2, n, h, w) is there where a convolution is. ``explained`` (2, n), int64,
    says which answers these are, ``scores`` (2, n) what they come to. ``image`` (n, h, w, 3), uint8, and ``curve``
    (n, T) show the examples; the labels ``words``, row by row, and ``names`` tell them, ``answers`` names the answers,
    ``targets`` says whether the truth is explained too.
    """

    name: ClassVar[str] = "explanations"
    title: ClassVar[str] = mark("Explanations")
    most: ClassVar[int] = 4

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._shown: dict[str, Array] = {}
        self._labels: dict[str, tuple[str, ...]] = {}

    def suits(self, training: Training) -> bool:
        """Networks with an answer that can be explained, of something that can be shown."""
        self._question = None
        try:
            question = question_of(training)
        except CannotAsk:
            return False
        if not self.choose_examples(training):
            return False
        self._answer = find_answer(training.plan) if question.classes else None
        place = training.plan.by_node[question.place.node]
        shape = _shape(question)
        if shape is None or (isinstance(place.layer, Input) and place.name not in self.inputs):
            return False
        self._shown, self._labels = {}, {"shape": (shape,), "truth": self.truth, "part": (self.part,)}
        self._labels["answers"] = question.names
        self._labels["targets"] = ("said", "true") if self._answer is not None else ("said",)
        values = self.inputs.get(place.name)
        if shape == "image" and values is not None:
            self._shown = {"image": pictures(_pictured(values.float(), question))}
        elif shape == "words":
            length = _length(training, question)
            self._labels["words"] = self.words(training, question.place, length)
        elif shape == "series" and values is not None and question.kind is not Kind.POINTS:
            self._shown = {"curve": _shortened(torch.as_tensor(curves(values, place.outputs["y"]))).numpy()}
        elif shape == "features" and values is not None:
            names = training.prepared.dataset.feature_names()
            count = values.shape[1]
            self._labels["names"] = names if len(names) == count else tuple(f"x{n + 1}" for n in range(count))
        self._question = question
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Explain the answers as they are after the step just taken."""
        question = self._question
        if question is None or not self.is_time(training):
            return []
        with self._resting(training), training.random.aside(training.recipe.seed + self.salt):
            found = self._explained(training, question)
        data = {**found, "examples": np.asarray(self.rows, dtype=np.int64), **self._shown}
        return [Sample(self.name, training.step, data, self._labels)]

    @contextmanager
    def _resting(self, training: Training) -> Iterator[None]:
        """The network as it answers, not as it learns, for a while; fused recurrent layers of a GPU can only look back
        while they learn, so there they are not fused."""
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.backends.cudnn.flags(enabled=training.device.type != "cuda"):
                yield
        finally:
            for module, mode in modes.items():
                module.training = mode

    def _explained(self, training: Training, question: Question) -> dict[str, Array]:
        tree, onward = training.tree, (question.scores,)
        with torch.no_grad():
            x = tree.program((question.place,))(self.inputs)[0].detach().float()
            scores = question.spread(onward_from(tree, question.place, onward, self.inputs)(x)[0])
            # Of several numbers that are foretold the first is explained, always the same.
            chosen = scores.argmax(1) if question.classes or question.places else scores.new_zeros(len(x)).long()
            targets = chosen.repeat(2, 1)
            if self._answer is not None:
                right = tree.program((self._answer.target,))(self.inputs)[0]
                targets[1] = truth(right).clamp(0, scores.shape[1] - 1)
        # The true answer is explained for itself only where another one was given.
        wrong = (targets[0] != targets[1]).nonzero()[:, 0]
        pairs = torch.cat([torch.arange(len(x), device=x.device), wrong])
        target = torch.cat([targets[0], targets[1][wrong]])
        inputs = {name: column[pairs] for name, column in self.inputs.items()}
        score = _score(onward_from(tree, question.place, onward, inputs), question)
        given, base = x[pairs], self._nothing(training, question, x)[pairs]
        found = {
            "saliency": _drawn(slopes(score, given, target).abs(), question, strongest=True),
            "integrated": _drawn(integrated(score, given, base, target, STEPS, AT_ONCE), question, strongest=False),
        }
        at = maps_at(training.plan, question, None)
        if at is not None:
            with torch.no_grad():
                maps = tree.program((at,))(inputs)[0].detach()
            behind = _score(onward_from(tree, at, onward, inputs), question)
            found["cam"] = _smaller(grad_cam(behind, maps, target, (int(x.shape[-2]), int(x.shape[-1]))))
        told = {name: _both(values, wrong, len(x)) for name, values in found.items()}
        told["explained"] = targets.cpu().numpy()
        told["scores"] = scores.gather(1, targets.T).T.float().cpu().numpy()
        return told

    def _nothing(self, training: Training, question: Question, x: Tensor) -> Tensor:
        """Nothing, in the shape of the examples: zeros, for words the padding."""
        if not question.of_words:
            return torch.zeros_like(x)
        padding = {
            name: torch.zeros_like(value) if not value.is_floating_point() else value
            for name, value in self.inputs.items()
        }
        return training.tree.program((question.place,))(padding)[0].detach().float()


def _score(onward: Callable[[Tensor], tuple[Tensor, ...]], question: Question) -> Callable[[Tensor], Tensor]:
    return lambda values: question.spread(onward(values)[0])


def _both(values: Tensor, wrong: Tensor, count: int) -> Array:
    """What was found for the answers given (count, ...) and behind it for the truth where it is another, (2, count,
    ...)."""
    first = values[:count]
    second = first.clone()
    second[wrong] = values[count:]
    return np.asarray(torch.stack([first, second]).float().cpu().numpy())


def _length(training: Training, question: Question) -> int:
    """How many words a text has."""
    length = training.plan.specs[question.place].dims[0]
    return length if isinstance(length, int) else 0


def _shape(question: Question) -> str | None:
    if question.of_words:
        return "words"
    if question.sides is not None or question.kind is Kind.VOLUME:
        return "image"
    shapes = {Kind.SIGNAL: "series", Kind.SEQUENCE: "series", Kind.POINTS: "series", Kind.FEATURES: "features"}
    return shapes.get(question.kind)


def _pictured(values: Tensor, question: Question) -> Tensor:
    """Examples as pictures (n, C, H, W): pixels in a row as the square they are, the frames of a clip as their mean."""
    if question.kind is Kind.VOLUME:
        return values.mean(2)
    return values.reshape(len(values), *question.sides) if values.dim() == 2 and question.sides is not None else values


def _drawn(values: Tensor, question: Question, *, strongest: bool) -> Tensor:
    """Numbers in the shape of examples (m, ...) as they are drawn: maps no larger than the pictures, the rest as one
    row."""
    pictured, shape = question.sides is not None, _shape(question)
    if question.sides is not None and values.dim() == 2:
        values = values.reshape(len(values), *question.sides)
    rows = torch.stack([folded(one, question, pictured=pictured, strongest=strongest) for one in values])
    if question.kind is Kind.VOLUME:
        rows = rows.amax(1) if strongest else rows.sum(1)
    if shape == "image":
        return _smaller(rows)
    if shape == "series" and rows.dim() == 3:
        axis = 1 if question.kind is Kind.SIGNAL else 2
        rows = rows.amax(axis) if strongest else rows.sum(axis)
    return _shortened(rows) if shape == "series" else rows


def _smaller(maps: Tensor) -> Tensor:
    """Maps (m, H, W) as small as their pictures are kept."""
    factor = math.ceil(max(maps.shape[1:]) / THUMBNAIL)
    return nn.functional.avg_pool2d(maps.unsqueeze(1), factor, ceil_mode=True)[:, 0] if factor > 1 else maps


def _shortened(rows: Tensor) -> Tensor:
    """Rows (m, T) of at most so many numbers."""
    if rows.shape[1] <= LONGEST:
        return rows
    return nn.functional.adaptive_avg_pool1d(rows.float().unsqueeze(1), LONGEST)[:, 0]
