"""What a node is worth to the network: put zeros, its mean or noise in the place of what it gives, and measure again.

Nothing of the project changes: what the node gives is computed once for a sample, altered, and the rest of the network
runs on from there. Zero is what muting does (Zeiler, Fergus, ECCV 2014, section 4.2, by covering parts of the input);
the mean leaves the next layer with what it is used to (Morcos, Barrett, Rabinowitz, Botvinick, "On the importance of
single directions for generalization", ICLR 2018, section 3).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

import torch
from torch import Tensor

from graphs.meaning import Plan, Source
from graphs.message import mark, say
from graphs.modules.tree import Tree
from graphs.programs import given_name
from graphs.tensors import Kind, TensorSpec
from workbench.engine.asking import Asked, CannotAsk, Patience, node_outputs
from workbench.engine.evaluation import evaluate
from workbench.engine.players import loss_sources, metric_sources

SAMPLE = 256
"""How many examples are measured."""

ROOM = 40_000_000
"""How many numbers of a node are kept at once; of a larger node fewer examples are measured."""

CHANNELS = 64
"""How many channels are ranked; of more, these evenly over all."""


class Way(StrEnum):
    """What is put in the place of what a node gives."""

    ZERO = mark("zero")
    MEAN = mark("mean")
    NOISE = mark("noise")


@dataclass(frozen=True)
class Measured:
    """Losses and metrics by name before and after, over so many examples."""

    before: Mapping[str, float]
    after: Mapping[str, float]
    examples: int


class Ablation:
    """One node, what it gives for a sample, and the network behind it. Raises CannotAsk where nothing can be put."""

    def __init__(self, asked: Asked, node: int, patience: Patience, part: str = "validation"):
        self.asked, self._patience = asked, patience
        plan = asked.plan
        outputs = node_outputs(plan, node)
        wanted = (*loss_sources(plan), *metric_sources(plan))
        if not outputs or not wanted or not any(outputs[0].node == s.node for s in plan.needed(wanted)):
            raise CannotAsk(
                say("No loss and no metric depends on numbers of this node."),
                say("Choose a node on the way to a loss."),
            )
        if plan.by_node[node] in [plan.by_node[source.node] for source in wanted]:
            raise CannotAsk(
                say("This is where it is measured; nothing would be left to see."), say("Choose a node before it.")
            )
        read = {each for step in plan.needed(wanted) for group in step.inputs.values() for each in group}
        self.sources = tuple(each for each in outputs if each in read or each in wanted) or outputs[:1]
        self.source = self.sources[0]
        self.name = plan.by_node[node].name
        part = part if asked.count(part) else asked.parts()[0]
        numbers = sum(
            math.prod(dim if isinstance(dim, int) else 64 for dim in plan.specs[source].dims) for source in self.sources
        )
        self._columns = asked.sample(part, max(8, min(SAMPLE, ROOM // max(numbers, 1))))
        self.examples = len(next(iter(self._columns.values())))
        self._given = tuple(
            _Given(asked.value_at(source, self._columns), _axis(plan.specs[source])) for source in self.sources
        )
        self.values, self.axis = self._given[0].values, self._given[0].axis
        self.channels = self._given[0].channels
        self.before = self._measure(tuple(given.values for given in self._given))

    def altered(self, way: Way, sigma: float = 1.0, channel: int | None = None) -> tuple[Tensor, ...]:
        """What the node would give at each of its ``sources``, (examples, ...): one channel altered, or without one all
        of them; an output that has no such channel stays.

        ``sigma`` is the strength of the noise in standard deviations of each channel over the sample.
        """
        generator = torch.Generator().manual_seed(0)
        return tuple(given.altered(way, sigma, channel, generator) for given in self._given)

    def measure(self, way: Way, sigma: float = 1.0, channel: int | None = None) -> Measured:
        """Losses and metrics with it and without."""
        return Measured(self.before, self._measure(self.altered(way, sigma, channel)), self.examples)

    def ranked(self) -> tuple[int, ...]:
        """Which channels are ranked."""
        if self.channels <= CHANNELS:
            return tuple(range(self.channels))
        return tuple(round(place * (self.channels - 1) / (CHANNELS - 1)) for place in range(CHANNELS))

    def rank(self, way: Way, sigma: float = 1.0) -> dict[int, Mapping[str, float]]:
        """Losses and metrics with each channel altered alone."""
        found: dict[int, Mapping[str, float]] = {}
        channels = self.ranked()
        for number, channel in enumerate(channels):
            self._patience.go_on(number / len(channels))
            found[channel] = self._measure(self.altered(way, sigma, channel))
        return found

    def wait_with(self, patience: Patience) -> None:
        """Be waited for by somebody else."""
        self._patience = patience

    def _measure(self, values: tuple[Tensor, ...]) -> dict[str, float]:
        self._patience.go_on()
        asked, sources = self.asked, self.sources
        behind = cast(Tree, _Behind(asked.tree, sources))
        names = (given_name(asked.plan, sources, source) for source in sources)
        columns = {**self._columns, **dict(zip(names, values, strict=True))}
        found: dict[str, float] = asked.run(lambda: evaluate(behind, columns, asked.training.batches.size))
        return found


class _Given:
    """What a node gives at one output for a sample, (examples, ...), with its mean and its spread by channel."""

    def __init__(self, values: Tensor, axis: int):
        self.values, self.axis = values, axis % values.dim()
        axes = [place for place in range(values.dim()) if place != self.axis]
        self._mean = values.mean(axes, keepdim=True)
        self._deviation = values.std(axes, keepdim=True, correction=0)

    @property
    def channels(self) -> int:
        return self.values.shape[self.axis]

    def altered(self, way: Way, sigma: float, channel: int | None, generator: torch.Generator) -> Tensor:
        changed = self.values.clone()
        if way is Way.ZERO:
            other = torch.zeros_like(changed)
        elif way is Way.MEAN:
            other = self._mean.expand_as(changed)
        else:
            other = changed + sigma * self._deviation * torch.randn(changed.shape, generator=generator)
        if channel is None:
            return other.clone()
        if channel < self.channels:
            changed.select(self.axis, channel).copy_(other.select(self.axis, channel))
        return changed


def _axis(spec: TensorSpec) -> int:
    """The axis of channels in a batch."""
    return 1 if spec.kind in (Kind.IMAGE, Kind.VOLUME, Kind.SIGNAL, Kind.FEATURES) else -1


class _Behind:
    """A network of which the part up to a node's outputs is done: its programs begin there."""

    def __init__(self, tree: Tree, sources: tuple[Source, ...]):
        self._tree, self._sources = tree, sources
        self.plan: Plan = tree.plan

    def program(self, wanted: tuple[Source, ...]) -> Any:
        return self._tree.program_from(self._sources, wanted)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._tree, name)


SMALLER_IS_BETTER = ("loss", "error", "perplexity", "deviation", "distance", "rate")
"""What is in the name of a measure that is good when it is small."""


def harm(name: str, before: float, after: float) -> float:
    """How much worse a measure has become, in its own units; below zero where it has become better."""
    smaller = any(word in name for word in SMALLER_IS_BETTER)
    return after - before if smaller else before - after


def chief(names: Sequence[str]) -> str:
    """The measure that is shown first: the first metric, else the loss."""
    return next((name for name in names if not any(word in name for word in SMALLER_IS_BETTER)), names[0])
