"""What is made of pictures in a drawing: what goes into another world and back, what is painted, and in which style.

Nothing here needs torch: views ask before anything has run.
"""

from __future__ import annotations

from typing import NamedTuple

from graphs.layer import Family
from graphs.layers.input_output import Output
from graphs.meaning import Plan, Source
from graphs.tensors import Kind
from workbench.engine.roles import comparisons, inputs_of, is_given, spec_of

PARAMETER = "LearnedTensor"
"""The node whose own numbers are learned."""

GRAM = "GramMatrix"
"""The node that tells which features occur together."""


class Journey(NamedTuple):
    """A picture, what it becomes in another world, and what comes back."""

    start: Source
    across: Source
    home: Source


def journeys(meaning: Plan) -> tuple[Journey, ...]:
    """The two ways of a cycle: there and back from either world; nothing in a drawing without both."""
    found: dict[Source, Journey] = {}
    for home, start, by in comparisons(meaning):
        if by.layer.family is not Family.LOSS or spec_of(meaning, home).kind is not Kind.IMAGE:
            continue
        for group in meaning.by_node[home.node].inputs.values():
            across = group[0]
            made = across != start and not is_given(meaning, across)
            if made and spec_of(meaning, across).dims == spec_of(meaning, home).dims:
                origins = [{step.node for step in inputs_of(meaning, one)} for one in (across, start)]
                if origins[0] == origins[1]:
                    found.setdefault(start, Journey(start, across, home))
    return tuple(found.values()) if len(found) == 2 else ()


class Painted(NamedTuple):
    """A picture that is learned itself, and the pictures of the data it is painted after."""

    picture: Source
    models: tuple[Source, ...]


def painted(meaning: Plan) -> Painted | None:
    """The picture that a drawing learns: what leaves a `LearnedTensor` as a picture, by no way through the data."""
    found = None
    for step in meaning.steps:
        if isinstance(step.layer, Output):
            continue
        for port, spec in step.outputs.items():
            source = Source(step.node, port)
            if spec.kind is not Kind.IMAGE or not spec.batched or spec.dims[0] not in (1, 3):
                continue
            if _only_learned(meaning, source):
                found = source  # the last of them: behind what keeps the numbers between 0 and 1
    if found is None:
        return None
    beside = _beside(meaning, found)
    models = tuple(source for source in beside if spec_of(meaning, source).dims == spec_of(meaning, found).dims)
    return Painted(found, models)


def _only_learned(meaning: Plan, source: Source) -> bool:
    """Whether a value is made of learned tensors alone; what only tells them the size of the batch does not count."""
    todo, seen, learned = [source], set(), False
    while todo:
        step = meaning.by_node[todo.pop().node]
        if step.node in seen:
            continue
        seen.add(step.node)
        if step.layer.type_name() == PARAMETER:
            learned = True
        elif not step.inputs:
            return False
        else:
            todo += [one for group in step.inputs.values() for one in group]
    return learned


def _beside(meaning: Plan, picture: Source) -> list[Source]:
    """The Inputs that a loss compares, through whatever features, with something made of the picture."""
    models: list[Source] = []
    for step in meaning.steps:
        if step.layer.family is not Family.LOSS or len(step.inputs) < 2:
            continue
        sides = [group[0] for group in step.inputs.values()]
        mine = [any(one.node == picture.node for one in meaning.needed((side,))) for side in sides]
        if any(mine):
            for side, own in zip(sides, mine, strict=True):
                models += [Source(one.node, "y") for one in inputs_of(meaning, side) if not own]
    return list(dict.fromkeys(models))


class Grams(NamedTuple):
    """Two Gram matrices that a loss compares: of what is painted, and of the style that is wanted."""

    name: str
    made: Source
    wanted: Source


def grams(meaning: Plan) -> tuple[Grams, ...]:
    """The pairs of Gram matrices of a drawing, by the name of the loss between them."""
    found = []
    for step in meaning.steps:
        if step.layer.family is not Family.LOSS or len(step.inputs) != 2:
            continue
        sides = [group[0] for group in step.inputs.values()]
        if all(meaning.by_node[side.node].layer.type_name() == GRAM for side in sides):
            own = [any(one.layer.type_name() == PARAMETER for one in meaning.needed((side,))) for side in sides]
            made, wanted = sides if own[0] or not own[1] else sides[::-1]
            found.append(Grams(step.name, made, wanted))
    return tuple(found)
