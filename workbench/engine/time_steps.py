"""One time step of what is computed inside a scan: its values, and the gradients that come back to them.

A program gives what lies in a scan for all steps together, stacked. The stack itself leads nowhere; each of its parts
is the value of one step, and where that was computed the gradient comes by on its way back.
"""

from __future__ import annotations

from functools import partial
from typing import Any

import torch
from torch import Tensor

from graphs.meaning import Plan, Source
from graphs.scanning import stack_axis
from workbench.engine.inside import Path, bodies, owner_of


def in_scan(meaning: Plan, path: Path) -> bool:
    """Whether a way into blocks leads into a scan; ``meaning`` is the plan of the whole network."""
    plans = bodies(meaning, path)
    return any(
        owner_of(body, body.by_node[node]).copies[number].loop is not None
        or body.by_node[node].copies[number].loop is not None
        for body, (node, number) in zip(plans, path, strict=False)
    )


class TimeSteps:
    """Takes one step, ``time`` counted from 0, out of what is stacked; of shorter scans the last.

    ``gradients`` are those of the values that were taken, by the ``id`` of each, once the gradients of the loss have
    been asked for; ``length`` is the largest number of steps that came by.
    """

    def __init__(self, meaning: Plan, time: int):
        self._meaning, self._time = meaning, time
        self.gradients: dict[int, Tensor | None] = {}
        self.length = 0

    def is_inside(self, source: Source) -> bool:
        """Whether a value lies in a scan."""
        return bool(source.path) and in_scan(self._meaning, source.path)

    def taken(self, source: Source, value: Tensor) -> Tensor:
        """The value at this time: (batch, ...) of what is stacked along time; every other value as it is."""
        if not self.is_inside(source):
            return value
        spec = bodies(self._meaning, source.path)[-1].specs[source._replace(path=())]
        axis = stack_axis(spec)
        self.length = max(self.length, value.shape[axis])
        place = min(self._time, value.shape[axis] - 1)
        with torch.no_grad():
            one = value.select(axis, place).clone()
        self.gradients[id(one)] = None
        stack: Any = value.grad_fn
        if stack is not None and len(stack.next_functions) == value.shape[axis]:
            node, number = stack.next_functions[place]
            if node is not None:
                node.register_prehook(partial(self._keep, id(one), number))
        return one

    def _keep(self, to: int, number: int, coming: tuple[Tensor | None, ...]) -> None:
        gradient = coming[number]
        self.gradients[to] = None if gradient is None else gradient.detach().clone()
