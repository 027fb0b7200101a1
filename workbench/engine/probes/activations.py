"""What each activation does to numbers, how steep it is there, and which numbers really arrive at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import bodies, full_name, walk
from workbench.engine.probes.looking import ExampleProbe, module_of
from workbench.engine.roles import bends

if TYPE_CHECKING:
    from workbench.engine.training import Training

WIDEST = 6.0
"""Curves go from -6 to 6; what lies beyond is counted at the ends."""

PLACES = 241
"""Points of a curve: one lies at 0."""

BINS = 60
"""Columns of the histogram of what arrives."""

MOST = 12
"""How many activations are looked at."""

FLAT = 0.01
"""A slope below this passes no gradient worth the name."""


class Activations(ExampleProbe):
    """The curve of each activation with its slope, and a histogram of what arrives at it from the examples.

    A sample has ``nodes`` (n,), int64; ``z`` (241,), float64, from -6 to 6; for activation i ``curve/i`` and
    ``slope/i`` (241,), float64; ``counts/i`` (60,), int64: how many numbers arrive in each sixtieth, what lies beyond
    counted at the ends; ``flat`` (n,), float64: the share of them at which the slope is below 0.01. The label
    ``nodes`` names the activations, ``kinds`` their types.
    """

    name: ClassVar[str] = "activations"
    title: ClassVar[str] = mark("Activation curves")
    weight: ClassVar[float] = 0.3
    most: ClassVar[int] = 12

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: list[tuple[int, str, str, nn.Module, Source]] = []
        self._still: dict[int, tuple[Tensor, Tensor]] = {}

    def suits(self, training: Training) -> bool:
        """Networks with an activation that bends every number by itself."""
        meaning = training.plan
        self._found, self._still = [], {}
        for path, loops, _, step in walk(meaning):
            module = module_of(training.tree, meaning, path, step) if bends(step) and not loops else None
            if module is None or not step.inputs:
                continue
            source = next(iter(step.inputs.values()))[0]
            if path and bodies(meaning, path)[-1].by_node[source.node].is_entrance:
                continue  # what arrives at a block is known outside of it only
            top = path[0][0] if path else step.node
            place = Source(source.node, source.port, path)
            self._found.append((top, full_name(meaning, path, step), step.layer.type_name(), module, place))
        del self._found[MOST:]
        return bool(self._found) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Look at what arrives with the network as it is after the step just taken."""
        if not self._found or not self.is_time(training):
            return []
        arriving = self.ask(training, tuple(place for *_, place in self._found))
        half = PLACES // 2
        z = torch.arange(-half, half + 1, dtype=torch.float64) * (WIDEST / half)  # with 0 itself among them
        data: dict[str, Array] = {"z": z.numpy(), "nodes": np.array([one[0] for one in self._found], dtype=np.int64)}
        flat = []
        for place, ((_, _, _, module, _), values) in enumerate(zip(self._found, arriving, strict=True)):
            curve, slope = self._still.get(place) or bent(module, z)
            if not any(True for _ in module.parameters()):
                self._still[place] = curve, slope  # nothing in it learns, so its curve stays as it is
            inside = values.detach().double().flatten().cpu().clamp(-WIDEST, WIDEST)
            inside = inside[torch.isfinite(inside)]
            counts = torch.histc(inside, BINS, -WIDEST, WIDEST)
            near = ((inside + WIDEST) / (2 * WIDEST) * (PLACES - 1)).round().long()
            flat.append(float((slope.abs()[near] < FLAT).double().mean()) if len(near) else 0.0)
            data |= {
                f"curve/{place}": curve.numpy(),
                f"slope/{place}": slope.numpy(),
                f"counts/{place}": counts.numpy().astype(np.int64),
            }
        data["flat"] = np.array(flat)
        labels = {"nodes": tuple(one[1] for one in self._found), "kinds": tuple(one[2] for one in self._found)}
        return [Sample(self.name, training.step, data, labels)]


def bent(module: nn.Module, z: Tensor) -> tuple[Tensor, Tensor]:
    """What an activation makes of numbers (n), and its slope there, both (n) in float64; no weight gets a gradient."""
    modes = module.training
    module.eval()
    try:
        with torch.enable_grad():
            given = z.detach().to(next((p for p in module.parameters()), torch.zeros(())).device).float()
            given = given.clone().requires_grad_()
            # One number in one channel, as many examples as there are numbers; in-place layers get a copy.
            made = module(given.reshape(-1, 1).clone()).reshape(-1)
            (slope,) = torch.autograd.grad(made.sum(), given, allow_unused=True)
    finally:
        module.training = modes
    slope = torch.zeros_like(given) if slope is None else slope
    return made.detach().double().cpu(), slope.double().cpu()
