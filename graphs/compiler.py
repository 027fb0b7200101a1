"""From the drawing to PyTorch: build the modules a plan names, and carry weights in and out by node."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graphs.layer import Call
from graphs.meaning import Plan, Step
from graphs.message import Message, say
from graphs.network import Network
from graphs.planning import plan, plans_without
from graphs.project import WeightKey

if TYPE_CHECKING:
    import numpy
    from torch import nn

    from graphs.modules.tree import Tree


class CompileError(ValueError):
    """The drawing has faults, so there is nothing to compile; ``message`` is the first of them, ``node`` where it
    is."""

    def __init__(self, message: Message, node: int):
        super().__init__(str(message))
        self.message, self.node = message, node


def compile(network: Network, trust: bool = False) -> Tree:
    """Build the module of a network: its weights under node names, fresh from torch's own initialisation.

    ``forward(**inputs by Input node name)`` gives a dict by Output node name. Raises `CompileError` when the drawing
    has a fault, and when it holds a PythonModule, which runs somebody's own code, without ``trust``.
    """
    meaning = plan(network)
    if meaning.faults:
        fault = meaning.faults[0]
        name = network.node(fault.node).name
        raise CompileError(say("{name}: {message}", name=name, message=fault.message), fault.node)
    foreign = None if trust else _foreign(meaning)
    if foreign is not None:
        step, node = foreign
        message = say(
            "{name} would run {target}, which is Python code of its own. It runs only when you say that you trust it: "
            "--trust on the command line.",
            name=step.name, target=getattr(step.layer, "target", ""),
        )  # fmt: skip
        raise CompileError(message, node)
    from graphs.modules.tree import Tree

    try:
        return Tree(meaning, build, plans_without(network))
    except ImportError as error:
        raise CompileError(say("This machine does not have what the drawing runs: {why}.", why=error), 0) from error


def _foreign(meaning: Plan) -> tuple[Step, int] | None:
    """The first step that runs somebody's own code, and the node of the network it lies in."""
    for step in meaning.steps:
        if step.layer.type_name() == "PythonModule":
            return step, step.node
        for copy in step.copies:
            inner = _foreign(copy.body)
            if inner is not None:
                return inner[0], step.node
    return None


def build(call: Call) -> nn.Module:
    """Make the module a call names, with its arguments."""
    module, name = call.target.rsplit(".", 1)
    made: Any = getattr(importlib.import_module(module), name)(*call.args, **call.kwargs)
    return made  # type: ignore[no-any-return]


def read_weights(tree: Tree) -> dict[WeightKey, numpy.ndarray]:
    """Copy every weight and saved buffer of a tree to numpy, by (node id, name inside the node)."""
    weights: dict[WeightKey, numpy.ndarray] = {}
    for step in tree.plan.steps:
        for key, tensor in tree.node_state(step.node).items():
            weights[step.node, key] = tensor.detach().cpu().numpy().copy()
    return weights


def write_weights(tree: Tree, weights: Mapping[WeightKey, numpy.ndarray]) -> tuple[int, ...]:
    """Copy weights into a tree where node, name and shape agree; return the nodes that keep fresh values because they
    do not."""
    import torch

    from graphs.modules.places import followers

    anew: set[int] = set()
    known = {node for node, _ in weights}
    with torch.no_grad():
        for step in tree.plan.steps:
            for key, tensor in tree.node_state(step.node).items():
                value = weights.get((step.node, key))
                if value is None or tuple(value.shape) != tuple(tensor.shape):
                    if known:
                        anew.add(step.node)
                    continue
                tensor.copy_(torch.from_numpy(value.copy()))
    for follower in followers(tree, tree.plan):
        if follower.node in anew:  # the average of what was just read, not of what was there before
            follower.start()
    return tuple(sorted(anew))
