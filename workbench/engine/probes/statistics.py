"""The numbers behind what is looked at: how large activations and weights are, and how far a step moves them."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.layer import Layer
from graphs.meaning import Plan, Source, Step
from graphs.message import mark
from graphs.modules.places import module_at
from graphs.tensors import Kind
from workbench.engine.events import Array, Sample
from workbench.engine.probes.probe import StepProbe

if TYPE_CHECKING:
    from workbench.engine.players import Mover
    from workbench.engine.training import Training

BINS = 32
"""Bars of a histogram."""

SAMPLED = 8192
"""How many values, evenly spread over a tensor, a histogram counts at most; every other number counts all values."""

FLAT = 0.95
"""Beyond this part of the way from the middle of its range to an end, an activation hardly has a slope."""

_ENDS = {"Tanh": (-1.0, 1.0), "Sigmoid": (0.0, 1.0), "Hardsigmoid": (0.0, 1.0), "Softsign": (-1.0, 1.0)}

_NUMBERS = 10
"""How many numbers of one look lie in one row on the device."""


def ends_of(layer: Layer) -> tuple[float, float] | None:
    """Between which values an activation stays; None for a layer that has no two ends."""
    if layer.type_name() == "Hardtanh":
        return float(getattr(layer, "min_val", -1.0)), float(getattr(layer, "max_val", 1.0))
    return _ENDS.get(layer.type_name())


def body_at(plan: Plan, path: Sequence[tuple[int, int]]) -> Plan | None:
    """The plan inside the blocks of a path of (node, copy); None when the path leads nowhere."""
    for node, copy in path:
        step = plan.step(node)
        if step is None or copy >= len(step.copies):
            return None
        plan = step.copies[copy].body
    return plan


def measured_port(step: Step) -> str:
    """The first output of a node that gives floating numbers, or nothing."""
    return next(
        (port for port, spec in step.outputs.items() if spec.dtype.startswith("float") and port not in step.weights), ""
    )


def spread(values: Tensor) -> Tensor:
    """At most `SAMPLED` of a tensor's values, evenly spread over it, as a copy of shape (n,)."""
    flat = values.detach().reshape(-1)
    return flat[:: max(1, math.ceil(flat.numel() / SAMPLED))].float().clone()


@dataclass
class _Seen:
    """One node in one step: ``numbers`` (10,), ``of_weights`` (5,), what histograms count, the weights before it."""

    node: int
    step: Step
    value: Tensor | None
    numbers: Tensor | None = None
    activation: Tensor | None = None
    weight: Tensor | None = None
    of_weights: Tensor | None = None
    parameters: tuple[Tensor, ...] = ()
    before: tuple[Tensor, ...] = ()


class Statistics(StepProbe):
    """Numbers of a few nodes in a training step: those that somebody looks at, and without any, nothing.

    ``nodes`` are ids in the network, or with ``path`` in the block at the end of that way of (node, copy); None means
    every node there. A sample has ``nodes`` (n,), int64; ``path`` (d, 2), int64; and in the order of ``nodes``, NaN
    where there is nothing to measure:

    ``activation`` (n, 7): of the first output over the whole batch the mean, the standard deviation, the least and the
    greatest value, the share of exact zeros, the share that is saturated (only activations with two ends), the share
    of units that are zero for every example of the batch (dead in this step);
    ``gradient`` (n, 2): ‖∂L/∂y‖ of that output and ‖∂L/∂W‖ of all parameters together, before clipping;
    ``weights`` (n, 5): mean, deviation, least, greatest value and ‖W‖ of the weights before the step;
    ``update`` (n,): ‖ΔW‖ / ‖W‖, how far the step moved all parameters of the node.
    ``activation_counts/i`` and ``weight_counts/i`` (32,), int64, are histograms of at most 8192 values of node i, from
    ``activation_ends/i`` to ``weight_ends/i`` (2,). Label ``player`` says whose step it was, ``nodes`` names the nodes.
    """

    name: ClassVar[str] = "statistics"
    title: ClassVar[str] = mark("Statistics of a node")
    eager: ClassVar[int] = 50
    patience: ClassVar[float] = 0.2

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = (), path: Sequence[tuple[int, int]] = ()):
        super().__init__(every, nodes)
        self.path = tuple((int(node), int(copy)) for node, copy in path)
        self._step = 0
        self._body: Plan | None = None
        self._watched: list[_Seen] = []
        self._pending: list[tuple[int, Mover, list[_Seen]]] = []

    def suits(self, training: Training) -> bool:
        """A training in which somebody looks at a node that is there."""
        self._body = body_at(training.plan, self.path)
        return self._body is not None and (self.nodes is None or any(self._body.step(node) for node in self.nodes))

    def begin(self, step: int) -> None:
        """Remember which step comes."""
        self._step, self.seconds = step, 0.0

    def _steps(self, mover: Mover) -> tuple[Step, ...]:
        """The nodes that are looked at and take part in a player's losses."""
        if self._body is None:
            return ()
        reached = {step.node for step in mover.tree.plan.needed(mover.losses)}
        if self.path and self.path[0][0] not in reached:
            return ()
        return tuple(
            step
            for step in self._body.steps
            if (self.nodes is None or step.node in self.nodes) and (self.path or step.node in reached)
        )

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """The first floating output of each node that is looked at."""
        return tuple(Source(s.node, port, self.path) for s in self._steps(mover) if (port := measured_port(s)))

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """Ask torch to keep the gradients of the tapped tensors for this one step."""
        start = time.perf_counter()
        given = iter(values)
        self._watched = [_Seen(s.node, s, next(given) if measured_port(s) else None) for s in self._steps(mover)]
        for seen in self._watched:
            if seen.value is not None and seen.value.requires_grad:
                seen.value.retain_grad()
        self.seconds += time.perf_counter() - start

    def gather(self, mover: Mover) -> None:
        """Measure activations and gradients and remember the weights, all on the device."""
        start = time.perf_counter()
        with torch.no_grad():
            for seen in self._watched:
                names, parameters = _parameters(mover, self.path, seen.step)
                moved = {id(p) for p in mover.parameters}
                learning = [p for p in parameters if id(p) in moved and p.grad is not None]
                seen.parameters = tuple(learning)
                seen.before = tuple(p.detach().clone() for p in learning)
                weights = [p for name, p in zip(names, parameters, strict=True) if "weight" in name] or parameters
                flat = torch.cat([w.detach().reshape(-1) for w in weights]) if weights else None
                seen.weight = spread(flat) if flat is not None else None
                seen.numbers = _measure(seen, flat, [p.grad for p in learning if p.grad is not None])
                if seen.value is not None:
                    seen.activation, seen.value = spread(seen.value), None
        self.seconds += time.perf_counter() - start

    def settle(self, mover: Mover) -> None:
        """Measure how far the step moved the weights."""
        start = time.perf_counter()
        with torch.no_grad():
            for seen in self._watched:
                if seen.before and seen.numbers is not None:
                    old = torch.stack(torch._foreach_norm(list(seen.before))).norm()
                    moved = torch._foreach_sub(list(seen.parameters), list(seen.before))
                    seen.numbers[9] = torch.stack(torch._foreach_norm(list(moved))).norm() / old
                seen.parameters = seen.before = ()
        self._pending.append((self._step, mover, self._watched))
        self._watched = []
        self.seconds += time.perf_counter() - start

    def collect(self, training: Training) -> list[Sample]:
        """Bring the numbers from the device and count the histograms."""
        samples = [self._sample(step, mover, seen) for step, mover, seen in self._pending if seen]
        self._pending = []
        return samples

    def _sample(self, step: int, mover: Mover, seen: list[_Seen]) -> Sample:
        rows = torch.stack([one.numbers for one in seen if one.numbers is not None]).double().cpu().numpy()
        weights = np.full((len(seen), 5), np.nan)
        data: dict[str, Array] = {
            "nodes": np.array([one.node for one in seen], dtype=np.int64),
            "path": np.array(self.path, dtype=np.int64).reshape(-1, 2),
            "activation": rows[:, :7].copy(),
            "gradient": rows[:, 7:9].copy(),
            "weights": weights,
            "update": rows[:, 9].copy(),
        }
        for place, one in enumerate(seen):
            for kind, values in (("activation", one.activation), ("weight", one.weight)):
                if values is not None and values.numel():
                    counts, ends = counted_in_bins(values.cpu().numpy())
                    data |= {f"{kind}_counts/{place}": counts, f"{kind}_ends/{place}": ends}
            if one.of_weights is not None:
                weights[place] = one.of_weights.double().cpu().numpy()
        return Sample(self.name, step, data, {"player": (mover.name,), "nodes": tuple(one.step.name for one in seen)})


def counted_in_bins(values: Array) -> tuple[Array, Array]:
    """Count finite values (n,) in bars of equal width; return the counts (32,) and the two ends (2,)."""
    finite = values[np.isfinite(values)].astype(np.float64)
    if not len(finite):
        return np.zeros(BINS, dtype=np.int64), np.zeros(2)
    low, high = float(finite.min()), float(finite.max())
    if high <= low:
        low, high = low - 0.5, high + 0.5
    counts, _ = np.histogram(finite, BINS, (low, high))
    return counts.astype(np.int64), np.array([low, high])


def _parameters(mover: Mover, path: tuple[tuple[int, int], ...], step: Step) -> tuple[list[str], list[Tensor]]:
    """Names and parameters of a node, also of one inside blocks; those it shares are its own too."""
    if not path:
        named = mover.tree.node_parameters(step.node if step.share is None else step.share)
    else:
        names: tuple[str, ...] = ()
        plan = mover.tree.plan
        for node, copy in path:
            placed = plan.by_node[node].copies[copy]
            names, plan = (*names, *placed.path), placed.body
        owner = step if step.share is None else plan.by_node[step.share]
        module = module_at(mover.tree, (*names, owner.name)) if owner.call is not None or owner.copies else None
        named = dict(module.named_parameters()) if module is not None else {}
    return list(named), list(named.values())


def _measure(seen: _Seen, weights: Tensor | None, gradients: list[Tensor]) -> Tensor:
    """The numbers of one node as one row (10,) on the device; those of the weights stay beside it."""
    like = seen.value if seen.value is not None else weights
    numbers = torch.full((_NUMBERS,), math.nan, device=like.device if like is not None else None)
    value = seen.value
    if value is not None and value.numel():
        numbers[7] = value.grad.float().norm() if value.grad is not None else math.nan
        values = value.detach().float()
        zero = values == 0
        shares = [zero.float().mean()]
        ends = ends_of(seen.step.layer)
        if ends is not None:
            middle, half = (ends[0] + ends[1]) / 2, (ends[1] - ends[0]) / 2
            shares.append((((values - middle).abs()) > FLAT * half).float().mean())
        else:
            shares.append(numbers[5])
        shares.append(silent_units(zero, seen.step).float().mean())
        low, high = torch.aminmax(values)
        numbers[:7] = torch.stack([values.mean(), values.std(correction=0), low, high, *shares])
    if gradients:
        numbers[8] = torch.stack(torch._foreach_norm(gradients)).norm()
    if weights is not None and weights.numel():
        own = weights.float()
        low, high = torch.aminmax(own)
        seen.of_weights = torch.stack([own.mean(), own.std(correction=0), low, high, own.norm()])
    return numbers


def silent_units(zero: Tensor, step: Step) -> Tensor:
    """Which units are zero everywhere in the batch: channels of images and signals, else numbers of the last axis.

    ``zero`` (batch, …) says of each value whether it is zero; the answer is (units,), bool.
    """
    spec = step.outputs[measured_port(step)]
    if zero.dim() < 2:
        return zero
    axis = zero.dim() - 1 if spec.kind in (Kind.SEQUENCE, Kind.FEATURES) else 1
    return zero.movedim(axis, 0).flatten(1).all(1)
