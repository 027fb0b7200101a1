"""Weights of another node: which nodes may use them or follow them, and why others may not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from graphs.meaning import Fault, Step, loop_shape
from graphs.message import say


def sharing_faults(steps: Iterable[Step], by_node: Mapping[int, Step]) -> list[Fault]:
    """The nodes that cannot use or follow the weights they name: their owner is gone, has none of its own, or is not
    the same in every size."""
    faults = []
    for step in steps:
        if step.average is not None and step.follows is None:
            lone = say("{node} is a moving average of nothing. Choose whose weights it follows.", node=step.name)
            faults.append(Fault(step.node, lone))
        named = step.share if step.share is not None else step.follows
        if named is None:
            continue
        owner = by_node.get(named)
        if owner is None or owner.share is not None or owner.node == step.node:
            gone = say("{node} uses the weights of a node that has none here. Choose another.", node=step.name)
            faults.append(Fault(step.node, gone))
        elif step.follows is not None and owner.follows is not None:
            chain = say(
                "{node} follows {owner}, which follows another node itself. Let both follow the one that learns.",
                node=step.name,
                owner=owner.name,
            )
            faults.append(Fault(step.node, chain))
        elif not equally_built(step, owner):
            message = say(
                "{node} uses the weights of {owner}, so both have to be the same layer with the same sizes.",
                node=step.name,
                owner=owner.name,
            )
            faults.append(Fault(step.node, message))
    return faults


def equally_built(one: Step, other: Step) -> bool:
    """Whether two nodes are the same layer, or the same block, in every size, so that they can have the same
    weights."""
    return bool(_built(one) == _built(other))


def _built(step: Step) -> Any:
    """What is built for a step: equal for two that can have the same weights."""
    call = step.call
    return (
        call and (call.target, call.args, call.kwargs),
        [(id(copy.body), loop_shape(copy.loop)) for copy in step.copies],
    )
