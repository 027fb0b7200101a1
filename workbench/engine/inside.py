"""What lies inside a drawing, blocks and scans and all: who is there, what it is called, what it is made of.

Nothing here needs torch: views ask before anything has run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from graphs.layer import Family
from graphs.layers.sentences import is_float
from graphs.meaning import Plan, Source, Step
from workbench.engine.events import Sample

Path = tuple[tuple[int, int], ...]
"""The way into blocks: the node that places each block, from the outermost, and the number of its copy."""

FUSED = ("RNN", "LSTM", "GRU")
"""The recurrent layers that torch runs over all steps at once."""

CELL_KINDS: Mapping[str, str] = {
    "RNNCell": "RNN",
    "LSTMCell": "LSTM",
    "GRUCell": "GRU",
    "PeepholeLSTMCell": "PeepholeLSTM",
    "CoupledLSTMCell": "CoupledLSTM",
    "TextbookGRUCell": "TextbookGRU",
}
"""The layer types that are one step, and what kind of cell each is."""


def owner_of(meaning: Plan, step: Step) -> Step:
    """The step whose weights a step uses: itself, or the one it shares them with."""
    return step if step.share is None else meaning.by_node[step.share]


def bodies(meaning: Plan, path: Path) -> list[Plan]:
    """The plans along a way into blocks, from the network's own to the innermost."""
    found = [meaning]
    for node, number in path:
        step = owner_of(found[-1], found[-1].by_node[node])
        found.append(step.copies[number].body)
    return found


def walk(meaning: Plan, path: Path = (), loops: int = 0) -> Iterator[tuple[Path, int, Plan, Step]]:
    """Every step of a network, also in blocks: the way to it, how many scans lie around it, its plan, and itself."""
    for step in meaning.steps:
        yield path, loops, meaning, step
        for number, copy in enumerate(step.copies):
            body = owner_of(meaning, step).copies[number].body
            yield from walk(body, (*path, (step.node, number)), loops + (copy.loop is not None))


def full_name(meaning: Plan, path: Path, step: Step) -> str:
    """The name of a step with the names of the blocks it lies in: ``encoder.1.attention``."""
    names: list[str] = []
    for plan_, (node, number) in zip(bodies(meaning, path), path, strict=False):
        placed = plan_.by_node[node]
        names += [placed.name] if len(placed.copies) == 1 else [placed.name, str(number)]
    return ".".join([*names, step.name])


def origins(meaning: Plan, source: Source) -> Iterator[Step]:
    """The Inputs of the network that a value is made of, nearest first."""
    todo: deque[Source] = deque([source])
    seen: set[Source] = set()
    while todo:
        here = todo.popleft()
        if here in seen:
            continue
        seen.add(here)
        plans = bodies(meaning, here.path)
        step = plans[-1].by_node.get(here.node)
        if step is None:
            continue
        if not step.is_entrance:
            todo.extend(Source(s.node, s.port, here.path) for group in step.inputs.values() for s in group)
        elif not here.path:
            yield step
        elif step.carried is not None:
            # A State is made of what it becomes in every step.
            todo.extend([] if step.carried.next is None else [step.carried.next._replace(path=here.path)])
        else:
            # What arrives in a block comes from what is wired to the port of that name.
            outer = plans[-2].by_node[here.path[-1][0]]
            todo.extend(Source(s.node, s.port, here.path[:-1]) for s in outer.inputs.get(step.name, ()))


def has_recurrence(meaning: Plan) -> bool:
    """Whether a drawing has anything recurrent; needs no weights."""
    return any(
        (step.layer.type_name() in FUSED and not loops)
        or (step.layer.type_name() in CELL_KINDS and loops < 2)
        or (not loops and any(copy.loop is not None and signals(copy.body) for copy in step.copies))
        for _, loops, _, step in walk(meaning)
    )


def signals(body: Plan) -> dict[str, tuple[Step, str]]:
    """The gates, bent values and States of a cell that is none of the known ones, all of the size of the first State.

    The names begin with ``gate:``, ``value:`` and ``state:``.
    """
    states = [step for step in body.steps if step.carried is not None and is_float(step.outputs["y"])]
    size = next((step.outputs["y"].dims for step in states if len(step.outputs["y"].dims) == 1), None)
    words = {"Sigmoid": "gate", "Tanh": "value", "State": "state"}
    order = list(words.values())
    found = [
        (order.index(words[step.layer.type_name()]), f"{words[step.layer.type_name()]}:{step.name}", step)
        for step in body.steps
        if step.layer.type_name() in words
        and "y" in step.outputs
        and step.outputs["y"].dims == size
        and step.outputs["y"].batched
    ]
    return {name: (step, "y") for _, name, step in sorted(found, key=lambda one: one[0])}


ATTENTION = (
    "MultiheadAttention", "ScaledDotProductAttention", "AdditiveAttention", "MultiplicativeAttention", "LocalAttention",
    "HardAttention", "TargetAttention",
)  # fmt: skip
"""The layer types whose weights say how much each query looks at each key."""


def is_attention(body: Plan, step: Step, loops: int) -> bool:
    """Whether a step says how much each query looks at each key: an attention layer, or a drawn one's Softmax."""
    kind = step.layer.type_name()
    if kind == "Softmax" and not loops:
        read = {
            source.node
            for other in body.steps
            if other.layer.type_name() == "MatMul"
            for group in other.inputs.values()
            for source in group
        }
        return step.node in read and len(step.outputs["y"].dims) in (2, 3)
    return kind in ATTENTION and (not loops or (loops == 1 and "weights" in step.outputs))


def has_attention(meaning: Plan) -> bool:
    """Whether a drawing has attention whose weights can be shown."""
    return any(is_attention(body, step, loops) for _, loops, body, step in walk(meaning))


def layer_names(sample: Sample) -> Iterator[str]:
    """How the layers of a sample are told apart: by their names, and where one has several, also by which."""
    names, kinds = sample.labels["nodes"], sample.labels["kinds"]
    for name, kind in zip(names, kinds, strict=True):
        _, _, which = kind.partition(", ")
        yield f"{name}, {which}" if which else name


RECTIFIERS = ("ReLU", "ReLU6")
"""The activations that give exactly zero for half of all numbers, and have no slope there."""

BOUNDED = ("Sigmoid", "Tanh", "Hardsigmoid", "Hardtanh", "Softsign")
"""The activations with two ends near which they hardly have a slope."""

_GO_ON = (Family.DENSE, Family.CONVOLUTION, Family.POOLING, Family.NORMALISATION, Family.RECURRENT, Family.STOCHASTIC)


def hidden_activations(meaning: Plan) -> Iterator[tuple[Path, Step]]:
    """The rectifiers, and the bounded activations that are hidden layers, in blocks too, with the way to each.

    A sigmoid before a loss is meant to reach its ends, and so is one that multiplies another value: a gate.
    """
    for path, loops, body, step in walk(meaning):
        kind = step.layer.type_name()
        if loops or not step.outputs:
            continue
        if kind in RECTIFIERS or (kind in BOUNDED and _goes_on(body, step)):
            yield path, step


def _goes_on(body: Plan, step: Step) -> bool:
    """Whether everything that reads a step is a further layer."""
    readers = [
        other
        for other in body.steps
        if any(source.node == step.node for group in other.inputs.values() for source in group)
    ]
    return bool(readers) and all(
        other.layer.family in _GO_ON or other.layer.type_name() in ("Flatten", "Reshape") for other in readers
    )
