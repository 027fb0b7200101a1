"""What a network costs, counted without torch."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from graphs.layer import Cost
from graphs.meaning import Step
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
    nodes: dict[str, NodeSummary] = {}
    top = [_count(step, step.name, False, nodes) for step in plan(network).steps]
    return Summary(
        sum(n.parameters for n in top),
        sum(n.trainable for n in top),
        sum(n.cost.buffers for n in top),
        sum(n.multiply_adds for n in top),
        sum(n.activation_bytes for n in top),
        nodes,
    )


def _count(step: Step, name: str, frozen: bool, nodes: dict[str, NodeSummary]) -> NodeSummary:
    """Count one node, and what is inside it under its name and a dot."""
    frozen = frozen or step.frozen
    outputs = list(step.outputs.values())
    inner: list[NodeSummary] = []
    nodes[name] = NodeSummary(0, "", None, 0, 0, 0, 0, step.cost)  # so that a block stands before what is inside it
    base = name.removesuffix(step.name)
    for copy in step.copies:
        path = base + ".".join(copy.path)
        inner += [_count(child, f"{path}.{child.name}", frozen, nodes) for child in copy.body.steps]
    works = step.call is not None
    parameters = step.cost.parameters.number
    nodes[name] = NodeSummary(
        step.node,
        step.layer.type_name(),
        outputs[0] if outputs else None,
        parameters,
        sum(n.trainable for n in inner) if step.copies else 0 if frozen else parameters,
        step.cost.multiply_adds.number,
        sum(n.activation_bytes for n in inner)
        if step.copies
        else sum(spec.bytes_per_example for spec in outputs) * works,
        step.cost,
    )
    return nodes[name]
