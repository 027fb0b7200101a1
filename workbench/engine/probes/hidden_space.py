"""What hidden layers make of a plane: where its grid and the examples lie among their units."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch

from graphs.layers.input_output import Input
from graphs.message import mark
from graphs.tensors import Kind
from workbench.data import Task
from workbench.engine.events import Array, Sample
from workbench.engine.probes.codes import main_directions
from workbench.engine.probes.probe import Answer, Moment, Probe, decide, find_answer
from workbench.engine.roles import hidden_layers

if TYPE_CHECKING:
    from workbench.engine.training import Training

CELLS = 33
"""Places along each side of the grid over the input."""

POINTS = 240
"""How many training examples are shown at most."""

LAYERS = 4
"""How many hidden layers are looked at, the last ones."""


class HiddenSpace(Probe):
    """A grid over two features, and training examples, as the hidden layers of a classifier see them.

    A sample has ``nodes`` (n,), int64; for layer i ``grid/i`` (33, 33, 2), float32, and ``points/i`` (m, 2), float32:
    the layer's two units, or its values along the two directions in which the grid differs most; ``share/i`` (2,),
    float64: which part of the grid's variance each has; ``units/i`` (1,), int64: how many units there are. ``answers``
    (33, 33), uint8, is the class the network gives each place of the grid, row 0 lowest, ``labels`` (m,), uint8, the
    true classes. The labels ``nodes`` and ``classes`` name the layers and the classes.
    """

    name: ClassVar[str] = "hidden_space"
    title: ClassVar[str] = mark("Hidden space")
    moment: ClassVar[Moment] = Moment.BETWEEN
    weight: ClassVar[float] = 0.5

    def __init__(self, every: int = 5, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._answer: Answer | None = None
        self._input = ""
        self._asked: torch.Tensor | None = None
        self._labels: Array | None = None

    def suits(self, training: Training) -> bool:
        """Classifiers of two features with a hidden layer of two units or more."""
        self._answer = find_answer(training.plan) if training.prepared.dataset.task is Task.CLASSIFICATION else None
        if self._answer is None:
            return False
        inputs = [step for step in training.plan.needed((self._answer.scores,)) if isinstance(step.layer, Input)]
        if len(inputs) != 1 or inputs[0].outputs["y"].kind is not Kind.FEATURES:
            return False
        if inputs[0].outputs["y"].dims != (2,) or not hidden_layers(training.plan, self._answer.scores):
            return False
        self._input = inputs[0].name
        table = training.prepared.parts.training
        points = np.asarray(table[training.fields[self._input]], dtype=np.float32)
        low, high = points.min(0), points.max(0)
        margin = np.maximum(0.1 * (high - low), 1e-3)
        sides = [np.linspace(low[a] - margin[a], high[a] + margin[a], CELLS, dtype=np.float32) for a in (0, 1)]
        grid = np.stack(np.meshgrid(*sides), axis=-1).reshape(-1, 2)
        self._asked = torch.as_tensor(np.concatenate([grid, points[:POINTS]])).to(training.device)
        self._labels = table["label"][:POINTS].astype(np.uint8) if "label" in table.columns else None
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Send the grid and the examples through the network, in evaluation mode."""
        if self._answer is None or self._asked is None:
            return []
        layers = hidden_layers(training.plan, self._answer.scores)[-LAYERS:]
        modes = {module: module.training for module in training.tree.modules()}
        training.tree.eval()
        try:
            with torch.no_grad(), training.random.aside(training.recipe.seed + 9):
                program = training.tree.program((self._answer.scores, *layers))
                scores, *hidden = program({self._input: self._asked})
        finally:
            for module, mode in modes.items():
                module.training = mode
        cells = CELLS * CELLS
        data: dict[str, Array] = {
            "nodes": np.array([source.node for source in layers], dtype=np.int64),
            "answers": decide(scores[:cells], self._answer.threshold).to(torch.uint8).cpu().numpy().reshape(CELLS, -1),
        }
        if self._labels is not None:
            data["labels"] = self._labels
        for place, values in enumerate(hidden):
            flat = values.flatten(1).float()
            mean, axes, share = main_directions(flat[:cells])
            seen = ((flat - mean) @ axes.T).cpu().numpy()
            data |= {
                f"grid/{place}": seen[:cells].reshape(CELLS, CELLS, 2),
                f"points/{place}": seen[cells:],
                f"share/{place}": share.double().cpu().numpy(),
                f"units/{place}": np.array([flat.shape[1]], dtype=np.int64),
            }
        names = tuple(training.plan.by_node[source.node].name for source in layers)
        classes = training.prepared.dataset.class_names()
        return [Sample(self.name, training.step, data, {"nodes": names, "classes": classes})]
