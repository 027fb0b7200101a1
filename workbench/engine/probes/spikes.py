"""When which neuron fires: the spikes of the layers that answer with spikes."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np

from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import full_name
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.roles import spiking

if TYPE_CHECKING:
    from workbench.engine.training import Training

NEURONS, STEPS = 128, 400
"""So many neurons and steps of a layer are kept at most, the first ones."""


class Spikes(ExampleProbe):
    """The spikes of each spiking layer for a few examples.

    A sample has ``nodes`` (n,), int64, ``examples`` (k,), int64, and for layer i: ``spikes/i`` (k, neurons, steps),
    uint8, 1 where a neuron fired; ``rates/i`` (2,), float64: the share of all neurons and steps that fired, and the
    share of neurons that never did; ``sizes/i`` (2,), int64: how many neurons and steps there are. The label ``nodes``
    names the layers.
    """

    name: ClassVar[str] = "spikes"
    title: ClassVar[str] = mark("Spikes")
    weight: ClassVar[float] = 0.5
    salt: ClassVar[int] = 13

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: list[tuple[int, str, Source]] = []

    def suits(self, training: Training) -> bool:
        """Networks with layers that spike."""
        self._found = [
            (path[0][0] if path else step.node, full_name(training.plan, path, step), Source(step.node, "spike", path))
            for path, step in spiking(training.plan)
        ]
        return bool(self._found) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Ask for the spikes of the examples, as the network is after the step just taken."""
        if not self._found or not self.is_time(training):
            return []
        values = self.ask(training, tuple(source for *_, source in self._found))
        data: dict[str, Array] = {
            "nodes": np.array([node for node, *_ in self._found], dtype=np.int64),
            "examples": self.rows,
        }
        for place, fired in enumerate(values):
            seen = (fired > 0.5).flatten(2).transpose(1, 2)
            data |= {
                f"spikes/{place}": seen[:, :NEURONS, :STEPS].to("cpu").numpy().astype(np.uint8),
                f"rates/{place}": np.array([float(seen.double().mean()), float((~seen.any(2).any(0)).double().mean())]),
                f"sizes/{place}": np.array([seen.shape[1], seen.shape[2]], dtype=np.int64),
            }
        names = tuple(name for _, name, _ in self._found)
        return [Sample(self.name, training.step, data, {"nodes": names, "truth": self.truth, "part": (self.part,)})]
