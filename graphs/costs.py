"""What a network costs, counted without torch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from graphs.layer import Cost
from graphs.meaning import Plan, Step
from graphs.network import Network
from graphs.planning import plan
from graphs.tensors import TensorSpec


@dataclass(frozen=True)
class NodeSummary:
    """One node: what leaves its first output, and what it costs for one example."""

    node: int
    type: str
    output: TensorSpec | None
    parameters: int
    trainable: int
    multiply_adds: int
    activation_bytes: int
    cost: Cost


@dataclass(frozen=True)
class Summary:
    """A network's cost: numbers to learn, numbers in all, multiply-adds and activation memory for one example."""

    parameters: int
    trainable: int
    buffers: int
    multiply_adds: int
    activation_bytes: int
    nodes: Mapping[str, NodeSummary]

    @property
    def weight_bytes(self) -> int:
        """Memory of the weights in bytes, 4 per number."""
        return 4 * (self.parameters + self.buffers)

    def training_bytes(self, batch_size: int, states: int = 2) -> int:
        """Estimate the memory of a training step in bytes.

        Weights, one gradient and ``states`` optimizer numbers per trainable weight (Adam has 2), and every activation
        of the batch once forward and once backward.
        """
        return self.weight_bytes + 4 * self.trainable * (1 + states) + 2 * batch_size * self.activation_bytes


def summary(network: Network) -> Summary:
    """Count a network, node by node and in all; nodes with faults count nothing."""
    return summary_of(plan(network))


def summary_of(meaning: Plan) -> Summary:
    """Count what a plan holds: of a network, or of one copy of a block."""
    total = meaning.totals
    return Summary(
        total.parameters,
        total.trainable,
        total.buffers,
        total.multiply_adds,
        total.activation_bytes,
        _Nodes(meaning),
    )


class _Nodes(Mapping[str, NodeSummary]):
    """The nodes by name, those inside blocks under ``block.copy.node``; these are counted when they are asked for."""

    def __init__(self, meaning: Plan) -> None:
        self._steps = meaning.steps

    @cached_property
    def _top(self) -> dict[str, Step]:
        return {step.name: step for step in self._steps}

    @cached_property
    def _all(self) -> dict[str, NodeSummary]:
        return dict(_inside(self._steps, "", False))

    def __getitem__(self, name: str) -> NodeSummary:
        found = self._top.get(name)
        return self._all[name] if found is None else _counted(found, found.frozen)

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


def _inside(steps: tuple[Step, ...], base: str, frozen: bool) -> Iterator[tuple[str, NodeSummary]]:
    """The nodes with their full names, a block before what is inside it."""
    for step in steps:
        still = frozen or step.frozen
        yield base + step.name, _counted(step, still)
        for copy in step.copies:
            yield from _inside(copy.body.steps, base + ".".join(copy.path) + ".", still)


def _counted(step: Step, frozen: bool) -> NodeSummary:
    total = step.totals
    return NodeSummary(
        step.node,
        step.layer.type_name(),
        next(iter(step.outputs.values()), None),
        total.parameters,
        0 if frozen else total.trainable,
        total.multiply_adds,
        total.activation_bytes,
        step.cost,
    )
