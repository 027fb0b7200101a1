"""What is added to each step of a sequence to say where it stands, and how alike two places are."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch

from graphs.meaning import Source, Step
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.roles import POSITIONS

if TYPE_CHECKING:
    from workbench.engine.training import Training

PLACES = 96
"""How many places are kept, the first ones."""


class Positions(ExampleProbe):
    """The encoding of every place, taken by sending zeros through the layer that adds it.

    A sample has ``nodes`` (n,), int64, and for each layer ``table/i`` (places, numbers), float32, and ``alike/i``
    (places, places), float32: the cosine of the angle between two places. The label ``nodes`` names the layers.
    """

    name: ClassVar[str] = "positions"
    title: ClassVar[str] = mark("Positional encodings")
    weight: ClassVar[float] = 0.1
    most: ClassVar[int] = 1

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: list[tuple[Step, Source, tuple[int, ...]]] = []

    def suits(self, training: Training) -> bool:
        """Networks that add positions, outside of blocks."""
        self._found = []
        for step in training.plan.steps:
            if step.layer.type_name() in POSITIONS and step.inputs:
                source = next(iter(step.inputs.values()))[0]
                dims = tuple(dim for dim in training.plan.specs[source].dims if isinstance(dim, int))
                if len(dims) == 2:
                    self._found.append((step, source, dims))
        return bool(self._found) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Look at the encodings as they are after the step just taken."""
        if not self._found or not self.is_time(training):
            return []
        data: dict[str, Array] = {"nodes": np.array([step.node for step, _, _ in self._found], dtype=np.int64)}
        for place, (step, source, dims) in enumerate(self._found):
            program = training.tree.program_from((source,), (Source(step.node, "y"),))
            zeros = torch.zeros(1, *dims, device=training.device)
            modes = {module: module.training for module in training.tree.modules()}
            training.tree.eval()
            try:
                with torch.no_grad():
                    (added,) = program({**self.inputs, training.plan.by_node[source.node].name: zeros})
            finally:
                for module, mode in modes.items():
                    module.training = mode
            table = added[0, :PLACES].float()
            unit = table / table.norm(dim=1, keepdim=True).clamp(min=1e-12)
            data[f"table/{place}"] = table.cpu().numpy()
            data[f"alike/{place}"] = (unit @ unit.T).cpu().numpy()
        return [Sample(self.name, training.step, data, {"nodes": tuple(step.name for step, _, _ in self._found)})]
