"""Beginning with weights that were learned elsewhere: matched by the names they have in ``state_dict`` and by shape."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graphs.edits import Edit
from graphs.meaning import Step
from graphs.message import Message, say
from graphs.network import Network
from graphs.planning import plan
from graphs.project import WeightKey

if TYPE_CHECKING:
    import numpy

    from graphs.project import Project

Named = Mapping[str, "numpy.ndarray[Any, Any]"]
"""Weights by the names they have in ``state_dict``: ``layer1.0.conv1.weight``."""


@dataclass(frozen=True)
class TakeWeights:
    """Put weights into a project, by node and name; None takes them away. Training then begins with them."""

    weights: Mapping[WeightKey, numpy.ndarray[Any, Any] | None] = field(compare=False, repr=False)

    def apply(self, project: Project) -> Edit:
        """Put them there; the inverse puts back what was there."""
        old = {key: project.weights.get(key) for key in self.weights}
        for key, value in self.weights.items():
            if value is None:
                project.weights.pop(key, None)
            else:
                project.weights[key] = value
        return TakeWeights(old)

    def label(self, project: Project) -> Message:
        """``Take weights``."""
        return say("Take weights")


@dataclass(frozen=True)
class Beginning:
    """What of the weights learned elsewhere fits a network.

    ``weights`` are those that fit. ``taken``, ``anew`` and ``unused`` are names as in ``state_dict``: what fits, what
    of the network finds nothing of its name and shape, and what is there that nothing here bears.
    """

    weights: Mapping[WeightKey, numpy.ndarray[Any, Any]] = field(compare=False, repr=False)
    taken: tuple[str, ...]
    anew: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def edit(self) -> TakeWeights:
        """The edit that puts them into the project of the network."""
        return TakeWeights(dict(self.weights))

    @property
    def message(self) -> Message:
        """``12 of 14 weights taken over. These start anew: fc.weight, fc.bias.``"""
        count = say("{n} of {all} weights taken over.", n=len(self.taken), all=len(self.taken) + len(self.anew))
        if not self.anew:
            return count
        names = ", ".join(self.anew[:4]) + (", …" if len(self.anew) > 4 else "")
        return say("{count} These start anew: {names}.", count=count, names=names)


def named(network: Network, weights: Mapping[WeightKey, numpy.ndarray[Any, Any]]) -> dict[str, Any]:
    """Give the weights of a project the names they have in ``state_dict``; those of nodes that are gone are left
    out."""
    steps = plan(network).by_node
    return {full_name(steps[node], key): value for (node, key), value in weights.items() if node in steps}


def full_name(step: Step, key: str) -> str:
    """The name in ``state_dict`` of a weight that is called ``key`` inside its node."""
    if len(step.copies) > 1 and len(step.copies[0].path) == 1:  # copies beside each other
        number, _, rest = key.partition(".")
        return f"{step.copies[int(number)].path[0]}.{rest}"
    return f"{step.name}.{key}"


def begin_with(network: Network, learned: Named, nodes: Collection[int] | None = None) -> Beginning:
    """Find the weights of a network among learned ones, by name and shape; only those of ``nodes`` when these are
    given.

    Raises `graphs.compiler.CompileError` when the drawing has a fault.
    """
    weights: dict[WeightKey, numpy.ndarray[Any, Any]] = {}
    taken, anew = [], []
    for node, key, name, shape in _wanted(network):
        if nodes is not None and node not in nodes:
            continue
        value = learned.get(name)
        if value is not None and tuple(value.shape) == shape:
            weights[node, key] = value
            taken.append(name)
        else:
            anew.append(name)
    return Beginning(weights, tuple(taken), tuple(anew), tuple(sorted(set(learned) - set(taken))))


def _wanted(network: Network) -> Iterator[tuple[int, str, str, tuple[int, ...]]]:
    """Every weight and saved buffer: node, name inside it, name in ``state_dict``, shape; no memory is taken."""
    import torch

    from graphs.compiler import compile

    with torch.device("meta"):
        tree = compile(network)
    for step in tree.plan.steps:
        for key, tensor in tree.node_state(step.node).items():
            yield step.node, key, full_name(step, key), tuple(tensor.shape)
