"""Where each node's modules lie in a tree, inside blocks too, and what the drawing states there: frozen, or following.

Freezing a block freezes what is inside it; a node inside a block may be frozen, or follow another, by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import torch
from torch import nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from graphs.elements import Average, FrozenMode
from graphs.meaning import Plan, Step


@dataclass(frozen=True)
class Place:
    """A node with weights or state of its own where it stands, or one copy of a block.

    ``top`` is the node of the network it lies in. ``frozen`` is how it works while it, or a block around it, is frozen;
    None where it learns. ``follows`` says that it, or a block around it, is a moving average.
    """

    step: Step
    top: int
    module: nn.Module
    frozen: FrozenMode | None
    follows: bool


def module_at(branch: nn.Module, path: tuple[str, ...]) -> nn.Module | None:
    """The module at the end of some names; one that holds it as ``value`` where a bare tensor lies there."""
    found: Any = branch
    for name in path:
        found = getattr(found, name, None)
    if isinstance(found, torch.Tensor):
        holder = nn.Module()
        if isinstance(found, nn.Parameter):
            holder.value = found
        else:
            holder.register_buffer("value", found)
        return holder
    return found if isinstance(found, nn.Module) else None


def places(
    branch: nn.Module, meaning: Plan, top: int | None = None, frozen: FrozenMode | None = None, follows: bool = False
) -> Iterator[Place]:
    """Walk through a branch of a tree: every node that has modules, blocks before what is inside them."""
    for step in meaning.steps:
        still = step.frozen_mode if step.frozen and frozen != "eval" else frozen
        whole = step.node if top is None else top
        after = follows or step.follows is not None
        for path, body in _modules(step):
            place = module_at(branch, path)
            if place is None:
                continue
            yield Place(step, whole, place, still, after)
            if body is not None:
                yield from places(place, body, whole, still, after)


def _modules(step: Step) -> Iterator[tuple[tuple[str, ...], Plan | None]]:
    """The names that lead to the modules a step owns, and the plan of what is inside."""
    if step.share is not None:
        return
    if step.call is not None and step.call.is_module:
        yield (step.name,), None
    for copy in step.copies:
        yield copy.path, copy.body


def fixed(branch: nn.Module, meaning: Plan) -> set[int]:
    """The ``id`` of every parameter that does not learn: frozen, or a moving average."""
    return {
        id(parameter)
        for place in places(branch, meaning)
        if place.frozen is not None or place.follows
        for parameter in place.module.parameters()
    }


def set_training(branch: nn.Module, meaning: Plan) -> None:
    """Let dropout drop and running statistics run, but not in frozen nodes that keep everything (mode ``eval``)."""
    branch.train()
    for place in places(branch, meaning):
        if place.frozen == "eval":
            place.module.eval()


@dataclass(frozen=True)
class Follower:
    """Modules whose numbers are the moving average of others', pair by pair; never a gradient, never an optimizer.

    ``node`` is the node of the network they lie in.
    """

    node: int
    average: Average
    own: nn.ModuleList
    others: nn.ModuleList

    def start(self) -> None:
        """Begin equal to the others: weights and running statistics."""
        with torch.no_grad():
            for mine, other in (*zip(*self._weights(), strict=True), *zip(*self._buffers(), strict=True)):
                mine.copy_(other)

    def update(self, step: int) -> None:
        """Move after a step of training (counted from 1) of whoever moves the others."""
        average = self.average
        if step % average.every:
            return
        own, others = self._weights()
        own_buffers, other_buffers = self._buffers()
        if average.buffers == "averaged":
            floats = [pair for pair in zip(own_buffers, other_buffers, strict=True) if pair[0].is_floating_point()]
            own, others = own + [mine for mine, _ in floats], others + [other for _, other in floats]
        if own:
            get_ema_multi_avg_fn(average.decay)(own, others, 0)  # type: ignore[no-untyped-call]
        if average.buffers != "own":
            with torch.no_grad():
                for mine, other in zip(own_buffers, other_buffers, strict=True):
                    if average.buffers == "copied" or not mine.is_floating_point():
                        mine.copy_(other)

    def _weights(self) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
        return list(self.own.parameters()), list(self.others.parameters())

    def _buffers(self) -> tuple[list[torch.Tensor], list[torch.Tensor]]:
        return list(self.own.buffers()), list(self.others.buffers())


def followers(branch: nn.Module, meaning: Plan, top: int | None = None) -> Iterator[Follower]:
    """Every moving average of a tree, inside blocks too; the modules are the tree's own."""
    for step in meaning.steps:
        whole = step.node if top is None else top
        if step.follows is not None and step.average is not None:
            owner = meaning.by_node[step.follows]
            own, others = (
                nn.ModuleList([m for path, _ in _modules(one) if (m := module_at(branch, path)) is not None])
                for one in (step, owner)
            )
            if len(own):
                yield Follower(whole, step.average, own, others)
        elif step.share is None:
            for copy in step.copies:
                yield from followers(branch.get_submodule(".".join(copy.path)), copy.body, whole)
