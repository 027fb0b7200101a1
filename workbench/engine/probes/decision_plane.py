"""Where a network with two inputs draws its line: its answer at every point of the plane."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch

from graphs.layers.input_output import Input
from graphs.message import mark
from graphs.tensors import Kind
from workbench.data import Task
from workbench.engine.events import Array, Sample
from workbench.engine.probes.probe import Answer, Moment, Probe, decide, find_answer

if TYPE_CHECKING:
    from workbench.engine.training import Training

CELLS = 96
"""Points along each side of the plane."""

POINTS = 400
"""How many training examples are shown at most."""


class DecisionPlane(Probe):
    """The answer of a classifier with two features over the plane, for a picture of its decision boundary.

    A sample has ``classes`` (96, 96), uint8: the answer, row 0 lowest; ``confidence`` (96, 96), uint8: 0 at the
    boundary, 255 where one class takes all (softmax margin, or |tanh(score − threshold)|); ``limits`` (4,): left,
    right, bottom, top; ``points`` (n, 2), float32, and ``labels`` (n,), uint8: training examples. Coordinates are in
    the data's own units.
    """

    name: ClassVar[str] = "decision_plane"
    title: ClassVar[str] = mark("Decision boundary")
    moment: ClassVar[Moment] = Moment.BETWEEN

    def __init__(self, every: int = 1, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._answer: Answer | None = None
        self._input = ""
        self._grid: torch.Tensor | None = None
        self._fixed: dict[str, Array] = {}
        self._labels: dict[str, tuple[str, ...]] = {}

    def suits(self, training: Training) -> bool:
        """Classifiers whose scores depend on one input of two features."""
        self._answer = find_answer(training.plan) if training.prepared.dataset.task is Task.CLASSIFICATION else None
        if self._answer is None:
            return False
        inputs = [step for step in training.plan.needed((self._answer.scores,)) if isinstance(step.layer, Input)]
        if len(inputs) != 1:
            return False
        spec = inputs[0].outputs["y"]
        if spec.kind is not Kind.FEATURES or spec.dims != (2,):
            return False
        self._input = inputs[0].name
        self._prepare(training, training.fields[self._input])
        return True

    def _prepare(self, training: Training, field: str) -> None:
        """Lay the grid over the training examples with a margin of a fifth."""
        table, scaler = training.prepared.parts.training, training.prepared.scaler
        points = np.asarray(table[field], dtype=np.float32)
        low, high = points.min(0), points.max(0)
        margin = np.maximum(0.2 * (high - low), 1e-3)
        low, high = low - margin, high + margin
        across, up = (np.linspace(low[axis], high[axis], CELLS, dtype=np.float32) for axis in (0, 1))
        grid = np.stack(np.meshgrid(across, up), axis=-1).reshape(-1, 2)
        self._grid = torch.as_tensor(grid).to(training.device)
        corners = scaler.original(field, np.stack([low, high]).astype(np.float32))
        self._fixed = {
            "limits": np.array([corners[0, 0], corners[1, 0], corners[0, 1], corners[1, 1]], dtype=np.float64),
            "points": np.asarray(scaler.original(field, points[:POINTS]), dtype=np.float32),
        }
        if "label" in table.columns:
            self._fixed["labels"] = table["label"][:POINTS].astype(np.uint8)
        names = training.prepared.dataset.feature_names()
        self._labels = {"classes": training.prepared.dataset.class_names(), "axes": names or ("x₁", "x₂")}

    def collect(self, training: Training) -> list[Sample]:
        """Ask the network at every point of the grid, in evaluation mode and with random numbers of its own."""
        if self._answer is None or self._grid is None:
            return []
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.no_grad(), training.random.aside(training.recipe.seed + 3):
                program = training.tree.program((self._answer.scores,))
                (scores,) = program({self._input: self._grid})
                chosen = decide(scores, self._answer.threshold)
                if scores.shape[1] == 1:
                    sure = (scores[:, 0] - self._answer.threshold).tanh().abs()
                else:
                    best = scores.softmax(1).topk(2, dim=1).values
                    sure = best[:, 0] - best[:, 1]
                picture = torch.stack([chosen.float(), sure.clamp(0, 1) * 255]).to(torch.uint8).cpu().numpy()
        finally:
            for module, mode in modes.items():
                module.training = mode
        data = {
            "classes": picture[0].reshape(CELLS, CELLS),
            "confidence": picture[1].reshape(CELLS, CELLS),
            **self._fixed,
        }
        return [Sample(self.name, training.step, data, self._labels)]
