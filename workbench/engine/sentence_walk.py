"""A recurrent layer on its way through one example, step by step: what it reads, what its gates say, what it remembers.

The gates are recomputed from the layer's own weights, as the probe of the gates does it; the layer itself stays fused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from graphs.layer import Family
from graphs.layers.input_output import Input
from graphs.layers.sentences import is_float
from graphs.meaning import Source, Step
from graphs.tensors import Kind
from workbench.data import Task
from workbench.engine.events import Array
from workbench.engine.inside import bodies
from workbench.engine.probes.gates import Gates, Recurrence, recurrences
from workbench.engine.probes.probe import Answer, find_answer
from workbench.engine.probes.recurrent import Reading

if TYPE_CHECKING:
    from workbench.engine.training import Training

STEPS, UNITS = 256, 64
"""How many time steps and how many numbers of a state are kept."""

LIKELY = 8
"""Of more answers than these only the likeliest are told."""

AGREES = 1e-5
"""So close two states are the same."""


@dataclass(frozen=True)
class TimeWalk:
    """One layer in one direction over the steps of one example.

    ``parts`` are (T, H), float32, by the names of `workbench.engine.probes.recurrent.PARTS`: gates, candidate, memory c
    and state h after each step. ``start_h`` and ``start_c`` (H) are the state before the first step. ``words`` are the
    tokens, ``curve`` (T) the first number that is read where the steps are numbers. ``answers`` tells for each step the
    likeliest answers, each with its probability, if the example ended there; empty where the network answers otherwise.
    """

    node: int
    name: str
    kind: str
    layer: int
    backwards: bool
    parts: Mapping[str, Array]
    start_h: Array
    start_c: Array | None
    words: tuple[str, ...]
    curve: Array | None
    answers: tuple[tuple[tuple[str, float], ...], ...] = ()

    @property
    def steps(self) -> int:
        """How many time steps are kept."""
        return len(next(iter(self.parts.values())))

    def order(self, number: int) -> int:
        """The place in time of the so-many-eth step that is computed: from the end where it reads backwards."""
        return self.steps - 1 - number if self.backwards else number

    def before(self, part: str, time: int) -> Array:
        """The state (``h``) or the memory (``c``) before a step, (H)."""
        last = time + 1 if self.backwards else time - 1
        if 0 <= last < self.steps:
            return np.asarray(self.parts[part][last])
        start = self.start_c if part == "c" else self.start_h
        return start if start is not None else np.zeros(self.parts[part].shape[1], np.float32)

    def kept_and_added(self, time: int) -> tuple[Array, Array] | None:
        """What a step keeps of the memory and what it adds, (H) each; their sum is the new memory.

        f ⊙ c and i ⊙ g in an LSTM, (1 − f) ⊙ g where its gates are coupled; z ⊙ h and (1 − z) ⊙ n in torch's GRU, the
        other way round in the textbook's. None for a cell without gates.
        """
        parts = {name: values[time] for name, values in self.parts.items()}
        tries: list[tuple[Array, Array, str]] = []
        if {"f", "g", "c"} <= parts.keys():
            way_in = parts["i"] if "i" in parts else 1 - parts["f"]
            tries.append((parts["f"] * self.before("c", time), way_in * parts["g"], "c"))
        candidate = next((parts[name] for name in ("n", "g", "candidate") if name in parts), None)
        if {"z", "h"} <= parts.keys() and candidate is not None:
            for keep in (parts["z"], 1 - parts["z"]):
                tries.append((keep * self.before("h", time), (1 - keep) * candidate, "h"))
        # A cell that somebody drew may use the same letters otherwise.
        fits = (one for one in tries if np.allclose(one[0] + one[1], parts[one[2]], atol=AGREES))
        return next(((kept, added) for kept, added, _ in fits), None)


def time_walks(training: Training, inputs: Mapping[str, Tensor], row: int) -> tuple[TimeWalk, ...]:
    """Every recurrent layer over the first of some examples, in evaluation mode and without a gradient."""
    found = recurrences(training.tree, training.plan)
    reached = {step.node for mover in training.movers for step in training.plan.needed(mover.losses)}
    found = [one for one in found if one.node in reached]
    if not found:
        return ()
    probe = Gates()
    probe.inputs = {name: value[:1] for name, value in inputs.items()}
    probe.rows, probe.part = np.array([row]), "training"
    sources = tuple(dict.fromkeys(source for one in found for source in one.sources))
    values = dict(zip(sources, probe.ask(training, sources), strict=True))
    walks = []
    for one in found:
        with torch.no_grad():
            readings = one.read(tuple(values[source] for source in one.sources))
        walks += [_time_walk(training, probe, one, reading) for reading in readings]
    return tuple(walks)


def _time_walk(training: Training, probe: Gates, one: Recurrence, reading: Reading) -> TimeWalk:
    steps = next(iter(reading.parts.values())).shape[1]
    length = steps if reading.lengths is None else int(reading.lengths[0].clamp(1, steps))
    kept = min(length, STEPS)
    words = probe.words(training, one.arriving, steps)[:kept] if one.arriving is not None else ()
    curve = None
    if one.arriving is not None and not words:
        found = probe.curve(training, one.arriving, steps)
        curve = None if found is None else found[0, :kept]
    reading = _with_states(training, probe, one, reading)
    parts = {name: values[0, :kept, :UNITS].detach().float().cpu().numpy() for name, values in reading.parts.items()}
    size = next(iter(parts.values())).shape[1]
    zeros = np.zeros(size, np.float32)
    answers = () if reading.backwards or "h" not in reading.parts else _answers(training, probe, reading, kept)
    return TimeWalk(
        one.node,
        one.name,
        reading.kind,
        reading.layer,
        reading.backwards,
        parts,
        zeros if reading.h is None else reading.h[0, :UNITS].detach().float().cpu().numpy(),
        None if reading.c is None or "c" not in parts else reading.c[0, :UNITS].detach().float().cpu().numpy(),
        tuple(words),
        curve,
        answers,
    )


def _with_states(training: Training, probe: Gates, one: Recurrence, reading: Reading) -> Reading:
    """A cell that somebody drew, read like one that is known: a State gives what was before the step, its end what is
    after it; ``gate:f`` is called f.
    """
    if reading.kind != "scan":
        return reading
    inside = one.sources[0].path
    body = bodies(training.plan, inside)[-1]
    nexts = {
        step.name: step.carried.next._replace(path=inside)
        for step in body.steps
        if step.carried is not None and step.carried.next is not None
    }
    states = {name.partition(":")[2] for name in reading.parts if name.startswith("state:")} & nexts.keys()
    sources = tuple(nexts[name] for name in states)
    after = dict(zip(states, probe.ask(training, sources), strict=True)) if sources else {}
    first = -1 if reading.backwards else 0
    starts = {name: reading.parts[f"state:{name}"][:, first] for name in states}
    parts = {full.partition(":")[2]: values for full, values in reading.parts.items()} | after
    return replace(reading, parts=parts, h=starts.get("h"), c=starts.get("c"))


def _answers(
    training: Training, probe: Gates, reading: Reading, kept: int
) -> tuple[tuple[tuple[str, float], ...], ...]:
    """What the network would answer after each step: its answer to a sequence, or to the state after every step."""
    of_steps = _sequence_answer(training, kept)
    if of_steps is not None:
        scores, names = of_steps
        (values,) = probe.ask(training, (scores,))
        return tuple(_likely(row.float().softmax(-1), names) for row in values[0, :kept])
    classifies = training.prepared.dataset.task is Task.CLASSIFICATION
    answer = find_answer(training.plan) if classifies else None
    place = _last_state(training, probe, reading, answer) if answer is not None else None
    if answer is None or place is None:
        return ()
    names = training.prepared.dataset.class_names() or tuple(map(str, range(answer.classes)))
    scores_of = _from_states(training, probe, place, answer, reading.parts["h"][0, :kept].detach())
    if scores_of.shape[1] == 1:
        second = torch.sigmoid(scores_of - answer.threshold)
        scores_of = torch.cat([1 - second, second], 1).log()
    return tuple(_likely(row.softmax(-1), names) for row in scores_of.float())


def _likely(shares: Tensor, names: tuple[str, ...]) -> tuple[tuple[str, float], ...]:
    """Answers with their probabilities: all of a few in their order, of many the likeliest first."""
    if len(shares) > LIKELY:
        most = shares.topk(LIKELY)
        pairs = zip(most.indices.tolist(), most.values.tolist(), strict=True)
    else:
        pairs = zip(range(len(shares)), shares.tolist(), strict=True)
    return tuple((names[n] if n < len(names) else str(n), float(share)) for n, share in pairs)


def _sequence_answer(training: Training, steps: int) -> tuple[Source, tuple[str, ...]] | None:
    """The scores that a loss compares with a token at every step, and what the tokens are called."""
    meaning = training.plan
    for step in meaning.steps:
        if step.layer.family is not Family.LOSS or len(step.inputs) < 2:
            continue
        first, second = (group[0] for group in list(step.inputs.values())[:2])
        given, wanted = meaning.specs[first], meaning.specs[second]
        if given.kind is not Kind.SEQUENCE or wanted.kind not in (Kind.TOKENS, Kind.INDEX) or len(given.dims) != 2:
            continue
        if isinstance(given.dims[0], int) and given.dims[0] < steps:
            continue
        origin = meaning.by_node[second.node].layer
        field = origin.field if isinstance(origin, Input) else ""
        dataset = training.prepared.dataset
        return first, tuple(dataset.vocabulary(field) if field else ()) or tuple(dataset.class_names())
    return None


def _last_state(training: Training, probe: Gates, reading: Reading, answer: Answer | None) -> Source | None:
    """Where in the drawing the last state stands by itself, on the way to the answer: found by its very numbers."""
    assert answer is not None
    meaning, last = training.plan, reading.parts["h"][:, -1]
    if reading.lengths is not None:
        last = reading.parts["h"][:, int(reading.lengths[0].clamp(1, reading.parts["h"].shape[1])) - 1]
    needed = meaning.needed((answer.scores,))
    places = [
        Source(step.node, port)
        for step in needed
        for port, spec in step.outputs.items()
        if not step.is_entrance and is_float(spec) and spec.dims == (last.shape[1],) and port not in step.weights
        and (Source(step.node, port) == answer.scores or _is_read(needed, Source(step.node, port)))
    ]  # fmt: skip
    if not places:
        return None
    for place, value in zip(places, probe.ask(training, tuple(places)), strict=True):
        if value.shape == last.shape and bool((value - last).abs().max() < AGREES):
            return place
    return None


def _is_read(steps: tuple[Step, ...], source: Source) -> bool:
    return any(source in group for step in steps for group in step.inputs.values())


def _from_states(training: Training, probe: Gates, place: Source, answer: Answer, states: Tensor) -> Tensor:
    """The scores (T, classes) of an example that would have ended after each of its steps, from the states (T, H)."""
    if place == answer.scores:
        return states
    program = training.tree.program_from((place,), (answer.scores,))
    name = training.plan.by_node[place.node].name
    given = {
        one: states if one == name else probe.inputs[one].expand(len(states), *probe.inputs[one].shape[1:])
        for one in program.inputs
    }
    modes = {module: module.training for module in training.tree.modules()}
    training.tree.eval()
    try:
        with torch.no_grad(), training.random.aside(training.recipe.seed):
            (scores,) = program(given)
    finally:
        for module, mode in modes.items():
            module.training = mode
    return scores
