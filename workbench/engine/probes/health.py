"""How healthy the activations are: which units never speak, and which stand at an end where they have no slope."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.meaning import Source, Step
from graphs.message import mark
from workbench.engine.events import Sample
from workbench.engine.inside import RECTIFIERS, Path, full_name, hidden_activations
from workbench.engine.probes.probe import StepProbe
from workbench.engine.probes.statistics import FLAT, ends_of, silent_units

if TYPE_CHECKING:
    from workbench.engine.players import Mover
    from workbench.engine.training import Training

MOST = 128
"""How many activations are looked at, at most."""

SILENT = 256
"""A unit that gave zero for so many examples in a row, or for as many as there are, is dead."""

LOOKS = 3
"""A unit is not called dead before so many looks."""


@dataclass
class _Unit:
    """One activation: the way to it, its step, its name, how many looks there were and each unit was silent."""

    path: Path
    step: Step
    name: str
    silent: Tensor | None = None
    looks: int = 0


class Health(StepProbe):
    """Dead rectifiers and saturated sigmoids, of every hidden activation, in blocks too.

    A sample has ``nodes`` (n,) and ``inner`` (n,), int64: the node of the network, and the one at the end of the way
    into its blocks; ``dead`` (n,), the share of units that gave zero for 256 examples in a row, or for all there are;
    ``saturated`` (n,), the share of values beyond 0.95 of the way to an end; each NaN where it is not asked. Labels:
    ``names``, and ``ways`` such as ``4:0/2:1``.
    """

    name: ClassVar[str] = "health"
    title: ClassVar[str] = mark("Health of the activations")
    eager: ClassVar[int] = 40
    patience: ClassVar[float] = 0.5

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._step = 0
        self._units: dict[Source, _Unit] = {}
        self._count = SILENT
        self._taps: dict[str, tuple[Source, ...]] = {}
        self._pending: list[tuple[int, str, list[_Unit], Tensor]] = []

    def suits(self, training: Training) -> bool:
        """Networks with hidden activations that can die or saturate."""
        meaning = training.plan
        self._units, self._taps, self._pending = {}, {}, []
        for path, step in islice(hidden_activations(meaning), MOST):
            if self.nodes is None or (path[0][0] if path else step.node) in self.nodes:
                source = Source(step.node, next(iter(step.outputs)), path)
                self._units[source] = _Unit(path, step, full_name(meaning, path, step))
        self._count = training.batches.count
        return bool(self._units)

    def begin(self, step: int) -> None:
        """Remember which step comes."""
        self._step, self.seconds = step, 0.0

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """The activations that this player's losses depend on."""
        if mover.name not in self._taps:
            reached = {step.node for step in mover.tree.plan.needed(mover.losses)}
            self._taps[mover.name] = tuple(
                source for source in self._units if (source.path[0][0] if source.path else source.node) in reached
            )
        return self._taps[mover.name]

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """Count on the device, right after the forward pass; what was tapped is not kept."""
        start = time.perf_counter()
        units, rows = [], []
        with torch.no_grad():
            for source, value in zip(self.taps(mover), values, strict=True):
                if value.numel():
                    unit = self._units[source]
                    units.append(unit)
                    rows.append(
                        self._dead(unit, value) if unit.step.layer.type_name() in RECTIFIERS else _flat(unit, value)
                    )
            if rows:
                self._pending.append((self._step, mover.name, units, torch.stack(rows)))
        self.seconds += time.perf_counter() - start

    def _dead(self, unit: _Unit, value: Tensor) -> Tensor:
        silent = silent_units(value.detach() == 0, unit.step)
        known = unit.silent
        if known is None or known.shape != silent.shape:
            known = torch.zeros_like(silent, dtype=torch.int32)
        unit.silent = torch.where(silent, known + 1, 0)
        wanted = max(LOOKS, math.ceil(min(SILENT, self._count) / max(1, len(value))))
        unit.looks += 1
        if unit.looks < wanted:  # nobody can tell yet
            return torch.full((), math.nan, device=value.device)
        return (unit.silent >= wanted).float().mean()

    def gather(self, mover: Mover) -> None:
        """Gradients are of no interest here."""

    def collect(self, training: Training) -> list[Sample]:
        """Bring the shares from the device."""
        samples = []
        for step, player, units, rows in self._pending:
            shares = rows.double().cpu().numpy()
            dies = np.array([unit.step.layer.type_name() in RECTIFIERS for unit in units])
            samples.append(
                Sample(
                    self.name,
                    step,
                    {
                        "nodes": np.array([u.path[0][0] if u.path else u.step.node for u in units], dtype=np.int64),
                        "inner": np.array([unit.step.node for unit in units], dtype=np.int64),
                        "dead": np.where(dies, shares, np.nan),
                        "saturated": np.where(dies, np.nan, shares),
                    },
                    {
                        "player": (player,),
                        "names": tuple(unit.name for unit in units),
                        "ways": tuple("/".join(f"{node}:{copy}" for node, copy in unit.path) for unit in units),
                    },
                )
            )
        self._pending = []
        return samples


def _flat(unit: _Unit, value: Tensor) -> Tensor:
    """The share of values that stand near an end."""
    ends = ends_of(unit.step.layer) or (-1.0, 1.0)
    middle, half = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
    return ((value.detach().float() - middle).abs() > FLAT * half).float().mean()
