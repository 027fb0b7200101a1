"""A network begun in its middle: what it answers when one value is put in the place of what would have come there."""

from __future__ import annotations

from collections.abc import Callable

import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source
from graphs.modules.tree import Tree
from workbench.engine.inside import bodies
from workbench.engine.probes.looking import module_of

Begun = Callable[[Tensor], Tensor]
"""Takes values for a place, (n, ...), gives the answer, (n, ...)."""


def begun_from(tree: Tree, place: Source, answer: Source) -> Begun:
    """What an answer is for values of a place that everything has to pass: a decoder, for codes.

    A place inside a block has no program that begins there: the whole network runs, on nothing but zeros, and the
    values take the place of what its module gave. Raises ValueError where no module gives it. To be called in
    evaluation mode and without gradients.
    """
    meaning = tree.plan
    if not place.path:
        short, name = tree.program_from((place,), (answer,)), meaning.by_node[place.node].name

        def at_once(values: Tensor) -> Tensor:
            (found,) = short({name: values})
            return found

        return at_once
    step = bodies(meaning, place.path)[-1].by_node[place.node]
    module = module_of(tree, meaning, place.path, step)
    if module is None:
        raise ValueError(f"{step.name} lies in a block and is no module of its own: its values cannot be put there.")
    program = tree.program((answer,))
    path = step.call.paths.get(place.port, ()) if step.call is not None and step.call.paths else ()

    def through(values: Tensor) -> Tensor:
        def instead(layer: nn.Module, arriving: object, leaving: object) -> object:
            if isinstance(leaving, tuple) and path:
                return (*leaving[: path[0]], values, *leaving[path[0] + 1 :])
            return values

        handle = module.register_forward_hook(instead)
        try:
            (found,) = program(_nothing(meaning, program.inputs, len(values), values.device))
        finally:
            handle.remove()
        return found

    return through


def _nothing(meaning: Plan, names: tuple[str, ...], count: int, device: torch.device) -> dict[str, Tensor]:
    """Zeros for Inputs, by name."""
    found = {}
    for step in meaning.steps:
        if isinstance(step.layer, Input) and step.name in names:
            spec = step.outputs["y"]
            dims = [dim if isinstance(dim, int) else 1 for dim in spec.dims]
            found[step.name] = torch.zeros(count, *dims, dtype=getattr(torch, spec.dtype), device=device)
    return found
