"""One example on its way through a network, station by station: forwards, backwards, and on to new weights.

What is recorded is a step of training that is not taken: the same program, the same losses and the same gradients as
the player's own step would have, on a few examples instead of a batch. Weights, running averages, random numbers and
everything the optimizer remembers stay as they are, to the last bit.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, nn

from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source, Step
from graphs.message import say
from graphs.scanning import live_states
from graphs.schedules import Moment
from graphs.tensors import Kind
from workbench.engine.chain_rules import backward_rule, sizes
from workbench.engine.events import Array
from workbench.engine.faults import DrawingError
from workbench.engine.inside import Path, bodies, full_name, owner_of
from workbench.engine.probes.looking import module_of, shares
from workbench.engine.sentence_walk import time_walks
from workbench.engine.stations import Request, Seen, Station, Walk, Weight
from workbench.engine.time_steps import TimeSteps, in_scan
from workbench.engine.updating import Treatment

if TYPE_CHECKING:
    from workbench.engine.players import Mover
    from workbench.engine.training import Training

SALT = 11
"""What is added to the recipe's seed for the random numbers of a walk: dropout drops the same every time."""

ROOM = 16_384
"""Numbers of one tensor that are kept to be drawn."""

WEIGHTS = 1_500_000
"""Weights that are kept to choose from, of all nodes together; of larger matrices the first rows and columns."""

SIDE, CHANNELS, LONG = 64, 16, 512
"""The side of a map, how many maps, and the numbers of a vector that are kept at most."""

SEVERAL = 8
"""So many examples go through where one is too few: batch normalisation needs others to compare with."""


def walk(training: Training, request: Request) -> Walk:
    """Record a walk on a training that rests; its random numbers must be in force, as for every step.

    Raises DrawingError in words where there is nothing to walk, and what torch raises, as NodeError.
    """
    known = {mover.name: mover for mover in training.movers}
    mover = known.get(request.player, training.movers[0])
    if request.count:
        return _walked(training, mover, request, request.count)
    try:
        found = _walked(training, mover, request, 1)
    except (RuntimeError, ValueError):
        return _walked(training, mover, request, SEVERAL)
    return found if math.isfinite(found.loss) else _walked(training, mover, request, SEVERAL)


@contextmanager
def undisturbed(training: Training, mover: Mover) -> Iterator[None]:
    """Let gradients flow to a player's weights for a while; afterwards everything is as it was, to the last bit."""
    buffers = list(training.tree.buffers())
    kept = [buffer.clone() for buffer in buffers]
    flags = [(parameter, parameter.requires_grad) for parameter in training.tree.parameters()]
    try:
        training.let_move(mover)
        with training.random.aside(training.recipe.seed + SALT), torch.enable_grad():
            yield
    finally:
        for parameter, flag in flags:
            parameter.requires_grad_(flag)
        with torch.no_grad():
            for buffer, old in zip(buffers, kept, strict=True):
                buffer.copy_(old)


def _walked(training: Training, mover: Mover, request: Request, count: int) -> Walk:
    columns, meaning = training.part("training"), training.plan
    examples = len(next(iter(columns.values())))
    first = max(0, min(request.example, examples - count))
    rows = torch.arange(first, min(first + count, examples), device=training.device)
    given = {name: column[rows] for name, column in columns.items()}
    inputs = {n: v.detach().requires_grad_() if v.is_floating_point() else v for n, v in given.items()}
    needed = meaning.needed(mover.losses)
    stops = list(_stops(meaning, needed, frozenset(request.opened)))
    wanted = tuple(dict.fromkeys((*mover.losses, *(s for stop in stops for s in (*stop.arriving, *stop.leaving)))))
    steps = TimeSteps(meaning, request.time)
    with undisturbed(training, mover):
        values = dict(zip(wanted, training.tree.program(wanted)(inputs), strict=True))
        loss = mover.total(tuple(values[source] for source in mover.losses))
        if not loss.requires_grad:
            raise DrawingError(say("No gradient reaches the weights of {player}.", player=mover.name),
                               say("Unfreeze a node on the way to its losses."))  # fmt: skip
        values = {source: steps.taken(source, value) for source, value in values.items()}
        followed = {id(v): v for source, v in values.items() if v.requires_grad and not steps.is_inside(source)}
        awake = [parameter for parameter in mover.descent.awake if parameter.requires_grad]
        found = torch.autograd.grad(loss, [*followed.values(), *awake], allow_unused=True)
    gradients: dict[int, Tensor | None] = dict(zip((*followed, *map(id, awake)), found, strict=True))
    gradients |= steps.gradients
    seeing = _Seeing(training, meaning, values, gradients)
    stations = tuple(seeing.station(stop, needed) for stop in stops)
    slopes = {id(parameter): gradients.get(id(parameter)) for parameter in awake}
    return Walk(
        training.step,
        mover.name,
        tuple(one.name for one in training.movers),
        request,
        len(rows),
        examples,
        _truth(training, first),
        float(loss.detach()),
        stations,
        _weights(training, mover, stops, seeing, slopes),
        mover.player.optimizer,
        _treatment(mover, slopes),
        time_walks(training, given, first),
        steps.length,
    )


# ---------------------------------------------------------------------- where it stops


@dataclass(frozen=True)
class _Stop:
    path: Path
    step: Step
    copy: int
    arriving: tuple[Source, ...]
    names: tuple[str, ...]
    leaving: tuple[Source, ...]


def _stops(
    meaning: Plan, steps: Sequence[Step], opened: frozenset[Path], path: Path = (), looped: bool = False
) -> Iterator[_Stop]:
    """Every station on the way, in the order they are computed; ``looped`` says that a scan lies around them."""
    read = {s for step in steps for group in step.inputs.values() for s in group}
    for step in steps:
        if step.is_exit or (step.is_entrance and path):
            continue
        inside = [(*path, (step.node, number)) for number in range(len(step.copies))]
        # Only the outermost scan is walked into: what lies in a scan within it has two times at once.
        again = looped and any(copy.loop is not None for copy in step.copies)
        if again or not any(way in opened for way in inside):
            pairs = [(port, s) for port, group in step.inputs.items() for s in group]
            several = {port for port, group in step.inputs.items() if len(group) > 1}
            names = [
                f"{port}{1 + [s for p, s in pairs if p == port].index(s)}" if port in several else port
                for port, s in pairs
            ]
            ports = [port for port in step.outputs if port not in step.weights]
            leaving = [port for port in ports if Source(step.node, port) in read] or ports[:1]
            yield _Stop(
                path,
                step,
                -1,
                tuple(Source(s.node, s.port, path) for _, s in pairs if not _is_weight(meaning, s)),
                tuple(name for name, (_, s) in zip(names, pairs, strict=True) if not _is_weight(meaning, s)),
                tuple(Source(step.node, port, path) for port in leaving),
            )
            continue
        for number, (way, copy) in enumerate(zip(inside, owner_of(meaning, step).copies, strict=True)):
            body = copy.body
            ends = {one.name: next(iter(one.inputs.values()))[0] for one in body.steps if one.is_exit}
            if way in opened:
                loop = step.copies[number].loop is not None
                wanted = tuple(ends.values())
                if loop:  # what a State becomes is on the way too
                    states = live_states(body, wanted)
                    wanted = (*wanted, *(s.carried.next for s in states if s.carried and s.carried.next))
                yield from _stops(body, body.needed(wanted), opened, way, looped or loop)
                continue
            starts = [one for one in body.steps if one.is_entrance and one.carried is None]
            yield _Stop(
                path,
                step,
                number,
                tuple(Source(one.node, "y", way) for one in starts),
                tuple(one.name for one in starts),
                tuple(Source(end.node, end.port, way) for end in dict.fromkeys(ends.values())),
            )


def _is_weight(meaning: Plan, source: Source) -> bool:
    return source.port in meaning.by_node[source.node].weights


# ---------------------------------------------------------------------- what is seen there


class _Seeing:
    """Turns tensors into what one can look at."""

    def __init__(
        self,
        training: Training,
        meaning: Plan,
        values: Mapping[Source, Tensor],
        gradients: Mapping[int, Tensor | None],
    ):
        self._training, self._meaning = training, meaning
        self._values, self._gradients = values, gradients

    def parameters(self, stop: _Stop) -> dict[str, nn.Parameter]:
        """The parameters of a station by their names in its module."""
        tree, owner = self._training.tree, owner_of(bodies(self._meaning, stop.path)[-1], stop.step)
        if stop.copy >= 0:
            module = module_of(tree, self._meaning, (*stop.path, (stop.step.node, stop.copy)))
        elif stop.path:
            module = module_of(tree, self._meaning, stop.path, owner)
            if module is None:
                bare = getattr(module_of(tree, self._meaning, stop.path), owner.name, None)
                return {owner.name: bare} if isinstance(bare, nn.Parameter) else {}
        else:
            return tree.node_parameters(owner.node) or self._bare(owner)
        return dict(module.named_parameters()) if module is not None else {}

    def _bare(self, owner: Step) -> dict[str, nn.Parameter]:
        found = getattr(self._training.tree, owner.name, None)
        return {owner.name: found} if isinstance(found, nn.Parameter) else {}

    def station(self, stop: _Stop, needed: Sequence[Step]) -> Station:
        """Everything about one station."""
        step, own = stop.step, self.parameters(stop)
        inputs = [self._seen(name, s) for name, s in zip(stop.names, stop.arriving, strict=True)]
        outputs = [self._seen(s.port, s) for s in stop.leaving]
        parameters = tuple(seen(name, value, batched=False) for name, value in own.items())
        slopes = tuple(self._slope(name, value, batched=False) for name, value in own.items())
        read = [
            Source(s.node, s.port, stop.path)
            for one in (needed if not stop.path else bodies(self._meaning, stop.path)[-1].steps)
            for group in one.inputs.values()
            for s in group
        ]
        back = tuple(self._slope(s.port, self._values[s], self._batched(s)) for s in stop.leaving)
        onward = tuple(
            self._slope(n, self._values[s], self._batched(s)) for n, s in zip(stop.names, stop.arriving, strict=True)
        )
        if not any(back):  # what comes back to its inputs comes along other wires
            onward = (None,) * len(onward)
        name = full_name(self._meaning, stop.path, step)
        return Station(
            step.node,
            stop.path,
            stop.copy,
            f"{name}.{stop.copy}" if stop.copy >= 0 else name,
            step.layer.type_name(),
            step.layer.formula,
            sizes(
                step.layer,
                [(one.name, one.shape) for one in inputs],
                [(step.name if step.is_entrance else one.name, one.shape) for one in outputs],
                [(one.name, one.shape) for one in parameters],
            ),
            stop.arriving,
            tuple(inputs),
            tuple(outputs),
            parameters,
            back,
            onward,
            slopes,
            tuple(read.count(source) for source in stop.arriving),
            backward_rule(step.layer),
            bool(stop.path) and in_scan(self._meaning, stop.path),
        )

    def _batched(self, source: Source) -> bool:
        return bodies(self._meaning, source.path)[-1].specs[source._replace(path=())].batched

    def _seen(self, name: str, source: Source) -> Seen:
        return seen(name, self._values[source], self._batched(source), self._words(source))

    def _slope(self, name: str, value: Tensor, batched: bool) -> Seen | None:
        gradient = self._gradients.get(id(value))
        return None if gradient is None else seen(name, gradient, batched)

    def _words(self, source: Source) -> tuple[str, ...]:
        """The words of tokens, the name of a class."""
        if source.path:
            return ()
        step = self._meaning.by_node[source.node]
        if not isinstance(step.layer, Input):
            return ()
        dataset, spec = self._training.prepared.dataset, step.outputs["y"]
        numbers = self._values[source][0].reshape(-1)[:SIDE].tolist() if spec.batched else []
        if spec.kind is Kind.TOKENS:
            names: Sequence[str] = dataset.vocabulary(step.layer.field)
        elif spec.kind is Kind.INDEX and step.layer.field == "label":
            names = dataset.class_names()
        else:
            return ()
        return tuple(names[int(n)] if 0 <= int(n) < len(names) else str(int(n)) for n in numbers)


def seen(name: str, value: Tensor, batched: bool, says: tuple[str, ...] = ()) -> Seen:
    """A tensor as one can look at it; (n, ...) where it is ``batched``, and then the first example is shown."""
    whole = value.detach()
    one = whole[0] if batched and whole.dim() else whole
    numbers = whole.double() if not whole.is_complex() else whole.abs().double()
    if not numbers.numel():
        return Seen(name, tuple(one.shape), np.zeros(0, np.float32), 0.0, 0.0, 0.0, 0.0, 0.0, says)
    shown = one.abs() if one.is_complex() else one
    return Seen(
        name,
        tuple(one.shape),
        fitted(shown).float().cpu().numpy(),
        float(numbers.mean()),
        float(numbers.std(correction=0)),
        float(numbers.min()),
        float(numbers.max()),
        float(numbers.norm()),
        says,
    )


def fitted(value: Tensor) -> Tensor:
    """As much of a tensor as can be drawn: the first maps, every so many-eth row and column of each."""
    if value.dim() > 3:  # of a volume or a clip the middle; of filters (out, in, h, w) all maps in a row
        value = value.flatten(0, value.dim() - 3)
    if value.dim() == 3:
        value = value[:CHANNELS]
        return value[:, :: max(1, -(-value.shape[1] // SIDE)), :: max(1, -(-value.shape[2] // SIDE))]
    if value.dim() == 2:
        most = ROOM // min(value.shape[1], 256) if value.shape[1] else 1
        return value[:most, :256]
    return value[:LONG] if value.dim() == 1 else value


# ---------------------------------------------------------------------- the weights


def _weights(
    training: Training,
    mover: Mover,
    stops: Sequence[_Stop],
    seeing: _Seeing,
    slopes: Mapping[int, Tensor | None],
) -> tuple[Weight, ...]:
    """Every parameter that the next step moves, with what its optimizer remembers."""
    found: dict[int, tuple[int, str, nn.Parameter]] = {}
    for place, stop in enumerate(stops):
        base = full_name(training.plan, stop.path, stop.step) + (f".{stop.copy}" if stop.copy >= 0 else "")
        for name, parameter in seeing.parameters(stop).items():
            if slopes.get(id(parameter)) is not None:
                label = base if name == stop.step.name else f"{base}.{name}"
                found.setdefault(id(parameter), (place, label, parameter))
    kept = shares(WEIGHTS, [parameter.numel() for _, _, parameter in found.values()])
    groups = {id(p): group for group in mover.optimizer.param_groups for p in group["params"]}
    rate = next_rate(training, mover)
    made = []
    for room, (place, name, parameter) in zip(kept, found.values(), strict=True):
        memory: dict[str, Array] = {}
        numbers: dict[str, float] = {}
        state: Mapping[str, Any] = mover.optimizer.state.get(parameter, {})
        for key, value in state.items():
            if isinstance(value, Tensor) and value.shape == parameter.shape and value.dim():
                memory[key] = _sheet(value, room)
            elif isinstance(value, float | int) or (isinstance(value, Tensor) and value.numel() == 1):
                numbers[key] = float(value)
        slope = slopes[id(parameter)]
        assert slope is not None
        made.append(
            Weight(
                place,
                name,
                tuple(parameter.shape),
                _sheet(parameter, room),
                _sheet(slope, room),
                memory,
                numbers,
                rate * float(groups[id(parameter)].get("rate", 1.0)),
            )
        )
    return tuple(made)


def _sheet(value: Tensor, room: int) -> Array:
    """A tensor as rows and columns, of a large one the first of both."""
    flat = value.detach().reshape(value.shape[0], -1) if value.dim() else value.detach().reshape(1, 1)
    rows, columns = flat.shape
    if rows * columns > room:
        columns = max(1, min(columns, max(room // rows, int(room**0.5))))
        rows = max(1, min(rows, room // columns))
    return np.asarray(flat[:rows, :columns].float().cpu().numpy()).copy()


def next_rate(training: Training, mover: Mover) -> float:
    """The learning rate that the next step of a player will have."""
    schedule = mover.player.schedule
    if mover.held or not schedule.changes:
        return mover.learning_rate
    steps = training.per_epoch * training.recipe.epochs
    moment = Moment(step=training.step, per_epoch=training.per_epoch, steps=steps, reductions=mover.plateau.reductions)
    return schedule.rate(mover.player.optimizer.learning_rate, moment)


def _treatment(mover: Mover, slopes: Mapping[int, Tensor | None]) -> Treatment:
    """What the player does to gradients before its step, with the length of all of them where it is needed."""
    player, norm = mover.player, 0.0
    if player.clip_norm is not None:
        total = 0.0
        for parameter in mover.descent.awake:
            slope = slopes.get(id(parameter))
            if slope is not None:
                slope = slope + player.l1 * parameter.detach().sign()
                if player.clip_value is not None:
                    slope = slope.clamp(-player.clip_value, player.clip_value)
                total += float(slope.double().square().sum())
        norm = total**0.5
    return Treatment(player.l1, player.clip_value, player.clip_norm, player.clip_weights, player.decoupled, norm)


def _truth(training: Training, row: int) -> str:
    """What the example is, where it has a class."""
    column = training.prepared.parts.training.columns.get("label")
    names = training.prepared.dataset.class_names()
    if column is None or np.ndim(column) != 1 or not names:
        return ""
    number = int(column[row])
    return names[number] if 0 <= number < len(names) else str(number)
