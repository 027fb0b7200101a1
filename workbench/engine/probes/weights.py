"""The weights themselves over a training: each matrix as it stands, and how its numbers are spread."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import full_name, walk
from workbench.engine.probes.looking import module_of
from workbench.engine.probes.probe import Moment, Probe

if TYPE_CHECKING:
    from workbench.engine.training import Training

ROOM = 32 * 1024
"""Numbers of one sample, for all weights together."""

SIDE = 48
"""The longest side of a kept matrix; of a larger one evenly spread rows and columns are kept."""

BINS = 40
"""Bars of a histogram."""

GROWTH = 1.02
"""From one sample to the next the step grows at least by this factor, so that long runs stay small on the disk."""


class Weights(Probe):
    """Every weight with two axes or more, as a matrix of its outputs by all that comes in.

    A sample has ``nodes`` (n,), int64: the node of the network each lies in, and for weight i: ``matrix/i`` (rows,
    columns), float32: evenly spread rows and columns where it is large; ``sizes/i`` (2,), int64: how many there are;
    ``counts/i`` (40,), int64, and ``ends/i`` (2,), float64: the histogram of all its numbers; ``norm/i`` (2,), float64:
    its length and its standard deviation. The label ``nodes`` names the weights.
    """

    name: ClassVar[str] = "weights"
    title: ClassVar[str] = mark("Weights")
    moment: ClassVar[Moment] = Moment.BETWEEN
    patience: ClassVar[float] = 0.5

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._next = 0
        self._found: list[tuple[int, str, Tensor]] = []

    def suits(self, training: Training) -> bool:
        """Networks with a weight of two axes."""
        self._next = 0
        self._found = []
        seen: set[int] = set()
        for path, _, _, step in walk(training.plan):
            if step.share is not None or step.copies:
                continue
            module = module_of(training.tree, training.plan, path, step)
            for name, weight in () if module is None else module.named_parameters():
                if weight.dim() > 1 and id(weight) not in seen:
                    seen.add(id(weight))
                    top, whole = path[0][0] if path else step.node, full_name(training.plan, path, step)
                    self._found.append((top, whole if name == "weight" else f"{whole}.{name}", weight))
        return bool(self._found)

    def collect(self, training: Training) -> list[Sample]:
        """Look at the weights as they are after the step just taken."""
        if training.step < self._next and training.step % self.every == 0:
            return []
        self._next = max(training.step + 1, math.ceil(training.step * GROWTH))
        data: dict[str, Array] = {}
        nodes: list[int] = []
        names: list[str] = []
        room = ROOM
        for node, name, weight in self._found:
            if self.nodes is not None and node not in self.nodes:
                continue
            matrix = weight.detach().flatten(1)
            kept = spread_out(matrix)
            if kept.numel() > room:
                continue
            room -= kept.numel()
            place = len(nodes)
            nodes.append(node)
            names.append(name)
            counts, ends = histogram(matrix)
            data |= {
                f"matrix/{place}": kept.float().cpu().numpy(),
                f"sizes/{place}": np.array(matrix.shape, dtype=np.int64),
                f"counts/{place}": counts,
                f"ends/{place}": ends,
                f"norm/{place}": np.array([matrix.float().norm().item(), matrix.float().std(correction=0).item()]),
            }
        if not nodes:
            return []
        data["nodes"] = np.array(nodes, dtype=np.int64)
        return [Sample(self.name, training.step, data, {"nodes": tuple(names)})]


def spread_out(matrix: Tensor) -> Tensor:
    """At most 48 evenly spread rows and columns of a matrix."""
    for axis in (0, 1):
        length = matrix.shape[axis]
        if length > SIDE:
            places = torch.linspace(0, length - 1, SIDE, device=matrix.device).round().long()
            matrix = matrix.index_select(axis, places)
    return matrix


def histogram(values: Tensor) -> tuple[Array, Array]:
    """Counts (40,) of all finite numbers between their least and their greatest, and these two (2,)."""
    flat = values.detach().float().flatten()
    flat = flat[torch.isfinite(flat)]
    if not flat.numel():
        return np.zeros(BINS, dtype=np.int64), np.zeros(2)
    low, high = (float(end) for end in torch.aminmax(flat))
    if high <= low:
        low, high = low - 0.5, high + 0.5
    counts = torch.histc(flat, BINS, low, high).cpu().numpy().astype(np.int64)
    return counts, np.array([low, high])
