"""How strong the gradient is: at every weight and on every wire, from the loss back to the inputs."""

from __future__ import annotations

import math
import time
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar, TypeVar

import numpy as np
import torch
from torch import Tensor

from graphs.meaning import Source, Step
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.probes.probe import StepProbe

if TYPE_CHECKING:
    from workbench.engine.players import Mover
    from workbench.engine.training import Training

_Owner = TypeVar("_Owner")

INSIDE = 256
"""Outputs inside blocks that are measured at most: a look at more of them would take too long."""

MOVED = 4096
"""Of a larger tensor so many numbers are followed through a step."""


class GradientNorms(StepProbe):
    """The length of the gradient: ‖∂L/∂W‖ of every node with weights, ‖∂L/∂x‖ of every output on a wire to the losses.

    L is the player's total loss, x the output for the whole batch; the length is the square root of the sum of squares.
    A sample has ``nodes`` (n,) node ids with ``weight_norms`` (n,) and ``updates`` (n,), ‖ΔW‖ / ‖W‖ of the step, NaN
    where W is zero (estimated from 4096 numbers of each larger tensor); and ``wire_nodes`` (m,) with ``wire_norms``
    (m,) and the label ``wire_ports``; the label ``player`` says whose step it was. Everything is computed on the device
    in a few operations and fetched together with the losses.

    Of a repeated block ``copy_nodes`` (c,), ``copy_norms`` (c,) and ``copy_updates`` (c,) tell the same for every copy,
    with the label ``copies``, such as ``layer1.0``.

    Inside blocks, all copies but those that run over time, there are ``inner_nodes`` (k,) with ``inner_norms`` (k,) and
    the labels ``inner_ports`` and ``inner_ways``, such as ``4:0/2:1``: node and copy of each door, from the outermost;
    nothing where there are more than 256 such outputs.
    """

    name: ClassVar[str] = "gradient_norms"
    title: ClassVar[str] = mark("Gradient norms")
    eager: ClassVar[int] = 1000
    patience: ClassVar[float] = 0.05
    inputs_need_gradients = True

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._step = 0
        self._watched: list[tuple[Source, Tensor]] = []
        self._pending: list[tuple[int, Mover, list[tuple[int, int | None]], list[Source], Tensor]] = []
        self._before: list[tuple[Tensor, Tensor]] = []
        self._moves: list[Tensor] = []
        self._taps: dict[tuple[str, tuple[int, ...] | None], tuple[Source, ...]] = {}
        self._inner: list[tuple[Source, Tensor]] = []

    def suits(self, training: Training) -> bool:
        """Every training has gradients."""
        self._taps.clear()
        return True

    def begin(self, step: int) -> None:
        """Remember which step comes."""
        self._step, self.seconds = step, 0.0

    def taps(self, mover: Mover) -> tuple[Source, ...]:
        """Every floating output that something on the way to this player's losses reads."""
        key = (mover.name, self.nodes)
        if key not in self._taps:
            plan = mover.tree.plan
            read = dict.fromkeys(
                s for step in plan.needed(mover.losses) for group in step.inputs.values() for s in group
            )
            outer = tuple(
                source
                for source in read
                if plan.specs[source].dtype.startswith("float") and (self.nodes is None or source.node in self.nodes)
            )
            inner = tuple(islice(_inside(plan.needed(mover.losses)), INSIDE + 1)) if self.nodes is None else ()
            self._taps[key] = (*outer, *inner) if len(inner) <= INSIDE else outer
        return self._taps[key]

    def watch(self, mover: Mover, values: tuple[Tensor, ...]) -> None:
        """Ask torch to keep the gradients of the tapped tensors for this one step."""
        start = time.perf_counter()
        known = [(s, value) for s, value in zip(self.taps(mover), values, strict=True) if value.requires_grad]
        self._watched = [(source, value) for source, value in known if not source.path]
        for _, value in self._watched:
            value.retain_grad()
        self._inner = []
        for source, value in known:
            if source.path:  # only its length is kept: all gradients inside a deep network would be as large as it is
                value.register_hook(partial(self._measure, source))  # type: ignore[no-untyped-call]
        self.seconds += time.perf_counter() - start

    def _measure(self, source: Source, gradient: Tensor) -> None:
        self._inner.append((source, gradient.detach().norm().float()))

    def gather(self, mover: Mover) -> None:
        """Measure all gradients in one operation and leave the lengths on the device."""
        start = time.perf_counter()
        owners, gradients = [], []
        for node, parameters in mover.nodes.items():
            if self.nodes is None or node in self.nodes:
                repeated = len(mover.tree.plan.by_node[node].copies) > 1
                for name, parameter in parameters.items():
                    if parameter.grad is not None:
                        owners.append((node, int(name.partition(".")[0]) if repeated else None))
                        gradients.append(parameter.grad)
                        self._before.append((parameter.detach(), _spread(parameter.detach()).clone()))
        sources = []
        for source, value in self._watched:
            if value.grad is not None:
                sources.append(source)
                gradients.append(value.grad)
        self._watched = []
        if gradients:
            sources += [source for source, _ in self._inner]
            inner = [norm for _, norm in self._inner]
            norms = torch.stack([*(norm.float() for norm in torch._foreach_norm(gradients)), *inner])
            if mover.descent.loss_factor != 1:  # the loss was scaled, or this is a piece of a batch
                norms[len(owners) :] /= mover.descent.loss_factor
            self._pending.append((self._step, mover, owners, sources, norms))
        self.seconds += time.perf_counter() - start

    def settle(self, mover: Mover) -> None:
        """Measure how far the step has moved the weights; leave the lengths on the device."""
        start = time.perf_counter()
        if len(self._moves) < len(self._pending):
            old = [before for _, before in self._before]
            moved = torch._foreach_sub([_spread(weight) for weight, _ in self._before], old) if old else []
            lengths = (*torch._foreach_norm(old), *torch._foreach_norm(list(moved))) if old else ()
            self._moves.append(torch.stack([norm.float() for norm in lengths]) if lengths else torch.zeros(0))
        self._before = []
        self.seconds += time.perf_counter() - start

    def collect(self, training: Training) -> list[Sample]:
        """Bring the lengths from the device and put those of a node's weights together."""
        samples = []
        for (step, mover, owners, sources, norms), moves in zip(self._pending, self._moves, strict=True):
            values = norms.double().cpu().numpy()
            sizes = np.square(moves.double().cpu().numpy().reshape(2, -1))
            nodes, lengths, updates = _together([node for node, _ in owners], values, sizes)
            several = [place for place, (_, copy) in enumerate(owners) if copy is not None]
            copies, copy_norms, copy_updates = _together(
                [owners[place] for place in several], values[several], sizes[:, several]
            )
            plan = mover.tree.plan
            inside = [source for source in sources if source.path]
            sources = [source for source in sources if not source.path]
            samples.append(
                Sample(
                    self.name,
                    step,
                    {
                        "nodes": np.array(nodes, dtype=np.int64),
                        "weight_norms": lengths,
                        "updates": updates,
                        "copy_nodes": np.array([node for node, _ in copies], dtype=np.int64),
                        "copy_norms": copy_norms,
                        "copy_updates": copy_updates,
                        "wire_nodes": np.array([source.node for source in sources], dtype=np.int64),
                        "wire_norms": values[len(owners) : len(owners) + len(sources)].copy(),
                        "inner_nodes": np.array([source.node for source in inside], dtype=np.int64),
                        "inner_norms": values[len(owners) + len(sources) :].copy(),
                    },
                    {
                        "player": (mover.name,),
                        "nodes": tuple(plan.by_node[node].name for node in nodes),
                        "copies": tuple(f"{plan.by_node[node].name}.{copy}" for node, copy in copies),
                        "wire_nodes": tuple(plan.by_node[source.node].name for source in sources),
                        "wire_ports": tuple(source.port for source in sources),
                        "inner_ports": tuple(source.port for source in inside),
                        "inner_ways": tuple("/".join(f"{n}:{copy}" for n, copy in s.path) for s in inside),
                    },
                )
            )
        self._pending, self._moves = [], []
        return samples


def _together(owners: list[_Owner], norms: Array, sizes: Array) -> tuple[list[_Owner], Array, Array]:
    """Of weights that belong to some owners: each owner once, ‖∂L/∂W‖ and ‖ΔW‖ / ‖W‖ of all it has.

    ``sizes`` are ‖W‖² and ‖ΔW‖² of the weights; where W is zero its update is no number.
    """
    own = list(dict.fromkeys(owners))
    place = np.array([own.index(owner) for owner in owners], dtype=np.int64)
    squares, before, moved = (
        np.bincount(place, row[: len(owners)], len(own)) for row in (np.square(norms), sizes[0], sizes[1])
    )
    return own, np.sqrt(squares), np.sqrt(np.divide(moved, before, out=np.full(len(own), np.nan), where=before > 0))


def _inside(steps: Iterable[Step], way: tuple[tuple[int, int], ...] = ()) -> Iterator[Source]:
    """Every floating output that something inside the blocks among ``steps`` reads, with the way to it."""
    for step in steps:
        for number, copy in enumerate(step.copies):
            if copy.loop is not None:
                continue
            path = (*way, (step.node, number))
            read = dict.fromkeys(s for one in copy.body.steps for group in one.inputs.values() for s in group)
            for source in read:
                if copy.body.specs[source].dtype.startswith("float"):
                    yield Source(source.node, source.port, path)
            yield from _inside(copy.body.steps, path)


def _spread(weight: Tensor) -> Tensor:
    """At most 4096 numbers, evenly spread over a tensor, seen and not copied."""
    flat = weight.reshape(-1)
    return flat[:: max(1, math.ceil(flat.numel() / MOVED))]
