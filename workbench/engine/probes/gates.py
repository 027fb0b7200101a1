"""What the gates of recurrent layers say at each step of an example, and how far back the gradient reaches."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor, nn

from graphs.cell_edits import known_cell
from graphs.layers.sentences import is_float
from graphs.meaning import Copy, Plan, Source, Step
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import CELL_KINDS, FUSED, Path, bodies, full_name, signals, walk
from workbench.engine.probes.looking import ExampleProbe, module_of, numbered, shares
from workbench.engine.probes.recurrent import (
    GATES,
    PARTS,
    Reading,
    by_steps,
    cell_of,
    drawn_cell,
    fading,
    fused_readings,
    saturated,
)

if TYPE_CHECKING:
    from workbench.engine.training import Training

STEPS, UNITS = 128, 64
"""How many steps and how many numbers of a state are kept; shares and means count all of them."""

ROOM = 64 * 1024
"""Numbers of one sample, for all layers together."""

LAGS = 128
"""Over how many steps the gradient is followed back."""

LAGS_EVERY = 4
"""At every so many looks the gradient is followed back: it costs several times what the gates do."""

_NEW = {"c": "new_c", "h": "new_h", "n": "candidate"}
"""Parts by the names their nodes have in `graphs.drawn_cells`, where these differ."""


@dataclass(frozen=True)
class Recurrence:
    """A recurrent layer of the drawing, wherever it lies: what to ask the network for, and how to read the answer.

    ``node`` is the node of the network it lies in, ``arriving`` what it reads step by step.
    """

    node: int
    name: str
    sources: tuple[Source, ...]
    arriving: Source | None
    read: Callable[[tuple[Tensor, ...]], list[Reading]]


def recurrences(tree: nn.Module, meaning: Plan) -> list[Recurrence]:
    """Every recurrent layer of a network: fused ones, single cells, and cells drawn from gates in a scan."""
    return [found for one in walk(meaning) if (found := _recurrence(tree, meaning, *one)) is not None]


def _recurrence(tree: nn.Module, meaning: Plan, path: Path, loops: int, body: Plan, step: Step) -> Recurrence | None:
    kind = step.layer.type_name()
    node, name = path[0][0] if path else step.node, full_name(meaning, path, step)
    wires = {port: Source(group[0].node, group[0].port, path) for port, group in step.inputs.items()}
    if kind in FUSED and not loops:
        module = module_of(tree, meaning, path, step)
        ports = tuple(wires)

        def of_fused(values: tuple[Tensor, ...]) -> list[Reading]:
            assert isinstance(module, nn.RNNBase)
            given = dict(zip(ports, values, strict=True))
            return fused_readings(module, **given)

        return Recurrence(node, name, tuple(wires.values()), wires["x"], of_fused)
    if kind in CELL_KINDS and loops < 2:
        module = module_of(tree, meaning, path, step)
        ports, backwards = tuple(wires), _runs_backwards(meaning, path)

        def of_cell(values: tuple[Tensor, ...]) -> list[Reading]:
            assert module is not None
            given = {p: v if loops else v.unsqueeze(1) for p, v in zip(ports, values, strict=True)}
            return [by_steps(cell_of(module, CELL_KINDS[kind]), given["x"], given.get("h"), given.get("c"), backwards)]

        return Recurrence(node, name, tuple(wires.values()), wires["x"], of_cell)
    if len(step.copies) == 1 and step.copies[0].loop is not None and not loops:
        return _drawn(tree, meaning, path, body, step, node, name)
    return None


def _drawn(
    tree: nn.Module, meaning: Plan, path: Path, body: Plan, step: Step, node: int, name: str
) -> Recurrence | None:
    """A scan: a cell that is known again with its parts, else its States and whatever is bent by a Sigmoid or Tanh."""
    copy = step.copies[0]
    inside = (*path, (step.node, 0))
    by_name = {one.name: one for one in copy.body.steps}
    known = known_cell(copy)
    if known is None:
        named = {} if _has_cells(copy) else signals(copy.body)
        kind, made = "scan", tuple(named)
        sources = [Source(one.node, port, inside) for one, port in named.values()]
    else:
        kind, made = known.kind, PARTS[known.kind]
        # The formula of torch calls the candidate n, the textbook's node is called candidate.
        nodes = [by_name[known.parts.get(_NEW.get(part, part), known.parts.get(part, ""))] for part in made]
        sources = [Source(one.node, "y", inside) for one in nodes]
    if not made:
        return None
    entering = next((one for one in copy.body.steps if one.is_entrance and one.carried is None), None)
    arriving = None if entering is None or not is_float(entering.outputs["y"]) else Source(entering.node, "y", inside)
    starts = [Source(one.node, "y", inside) for one in copy.body.steps if one.carried is not None] if known else []
    asked = (*sources, *([arriving] if arriving is not None and known else []), *starts)
    backwards = copy.loop is not None and copy.loop.reverse
    branch = module_of(tree, meaning, inside)

    def of_drawn(values: tuple[Tensor, ...]) -> list[Reading]:
        parts = dict(zip(made, values, strict=False))
        if known is None or branch is None or arriving is None:
            return [Reading(kind, parts, 0, backwards)]
        first = -1 if backwards else 0
        x, *before = values[len(made) :]
        names = [one.name for one in copy.body.steps if one.carried is not None]
        given = {name: value[:, first] for name, value in zip(names, before, strict=True)}
        h, c = (given.get(known.parts.get(part, ""), before[0][:, first]) for part in ("h", "c"))
        cell = drawn_cell(known.kind, known.nonlinearity, known.parts, branch)
        return [Reading(kind, parts, 0, backwards, None, cell, x, h, c)]

    return Recurrence(node, name, asked, arriving, of_drawn)


def _runs_backwards(meaning: Plan, path: Path) -> bool:
    loops = (bodies(meaning, path)[depth].by_node[node].copies[copy].loop for depth, (node, copy) in enumerate(path))
    return any(loop is not None and loop.reverse for loop in loops)


def _has_cells(copy: Copy) -> bool:
    return any(step.layer.type_name() in CELL_KINDS for _, _, _, step in walk(copy.body))


class Gates(ExampleProbe):
    """The gates, candidates and states of every recurrent layer, step by step, for the same few examples.

    A sample has ``nodes`` (n,), int64: the node of the network each layer lies in; ``saturated`` (n,), float64: the
    share of its gates that are all but shut or open (of its states beyond ±0.95 where it has no gates); ``examples``
    (k,), int64: row numbers. For layer i: ``parts/i`` (parts, k, T, H), float32, ``means/i`` and ``saturation/i``
    (parts,), float64, ``lengths/i`` (k,), int64, and now and then ``lag/i`` (1 or 2, lags), float64, as `fading` gives
    it for h and c; ``curve/i`` (k, T), float32, where the steps are numbers. The label ``nodes`` names the layers,
    ``kinds`` what each is (``LSTM``, ``LSTM, layer 2, backwards``), ``parts/i`` its parts, ``words/i`` the words of the
    steps, example by example.
    """

    name: ClassVar[str] = "gates"
    title: ClassVar[str] = mark("Gates")

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._found: list[Recurrence] = []
        self._looks = 0

    def suits(self, training: Training) -> bool:
        """Networks with a recurrent layer."""
        self._looks = 0
        self._found = recurrences(training.tree, training.plan)
        known = training.movers
        reached = {step.node for mover in known for step in training.plan.needed(mover.losses)}
        self._found = [one for one in self._found if one.node in reached]
        return bool(self._found) and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Ask the network for what arrives at its recurrent layers, and go through them step by step."""
        chosen = [one for one in self._found if self.nodes is None or one.node in self.nodes] or self._found
        if not self.is_time(training):
            return []
        sources = tuple(dict.fromkeys(source for one in chosen for source in one.sources))
        values = dict(zip(sources, self.ask(training, sources), strict=True))
        with torch.no_grad():
            readings = [
                (one, reading)
                for one in chosen
                for reading in one.read(tuple(values[source] for source in one.sources))
            ]
            far = self._looks % LAGS_EVERY == 0
            self._looks += 1
            room = shares(ROOM, [_size(reading) for _, reading in readings])
            measured = [
                self._measured(training, one, reading, space, far)
                for (one, reading), space in zip(readings, room, strict=True)
            ]
        data: dict[str, Array] = {
            "nodes": np.array([one.node for one, _ in readings], dtype=np.int64),
            "saturated": np.array([share for _, share, _ in measured]),
            "examples": self.rows,
        }
        labels = {
            "nodes": tuple(one.name for one, _ in readings),
            "kinds": tuple(_kind(reading) for _, reading in readings),
            "truth": self.truth,
            "part": (self.part,),
        }
        for place, ((_, reading), (_, _, words)) in enumerate(zip(readings, measured, strict=True)):
            labels[f"parts/{place}"] = tuple(reading.parts)
            if words:
                labels[f"words/{place}"] = words
        return [Sample(self.name, training.step, data | numbered(arrays for arrays, _, _ in measured), labels)]

    def _measured(
        self, training: Training, one: Recurrence, reading: Reading, room: int, far: bool
    ) -> tuple[dict[str, Array], float, tuple[str, ...]]:
        """The arrays of one layer, the share of its saturated gates, and the words of its steps."""
        whole = torch.stack([part.float() for part in reading.parts.values()])
        _, count, steps, units = whole.shape
        lengths = torch.full((count,), steps) if reading.lengths is None else reading.lengths.cpu().clamp(1, steps)
        real = (torch.arange(steps) < lengths.unsqueeze(1)).to(whole.device).expand(len(whole), -1, -1)
        numbers = real.sum((1, 2)).double() * units
        weight = real.unsqueeze(3).double()
        gates = [part in GATES or part.startswith("gate:") for part in reading.parts]
        full = torch.stack(
            [saturated(part) if gate else part.abs() > 0.95 for gate, part in zip(gates, whole, strict=True)]
        )
        means = ((whole.double() * weight).sum((1, 2, 3)) / numbers).cpu().numpy()
        share = ((full.double() * weight).sum((1, 2, 3)) / numbers).cpu().numpy()
        counted = share[np.array(gates)] if any(gates) else share[-1:]
        kept, kept_steps, kept_units = _fitting(whole.shape, room)
        arrays: dict[str, Array] = {
            "parts": whole[:, :kept, :kept_steps, :kept_units].cpu().numpy(),
            "means": means,
            "saturation": share,
            "lengths": lengths[:kept].numpy().astype(np.int64),
        }
        if far and reading.cell is not None and reading.x is not None and reading.h is not None:
            arrays["lag"] = self._lag(reading)
        words: tuple[str, ...] = ()
        if one.arriving is not None:
            every = self.words(training, one.arriving, steps)
            rows = [every[row * steps : row * steps + kept_steps] for row in range(kept)] if every else []
            words = tuple(word for row in rows for word in row)
            curve = None if words else self.curve(training, one.arriving, steps)
            if curve is not None:
                arrays["curve"] = curve[:kept, :kept_steps]
        return arrays, float(counted.mean()), words

    @staticmethod
    def _lag(reading: Reading) -> Array:
        assert reading.cell is not None and reading.x is not None and reading.h is not None
        length = reading.x.shape[1] if reading.lengths is None else int(reading.lengths[0].clamp(1, reading.x.shape[1]))
        x = reading.x[0, :length]
        x = x[:LAGS] if reading.backwards else x[-LAGS:]
        # Where the beginning is left out, the state there is where the steps that are left begin.
        cut = length - len(x)
        h, c = reading.h[0], reading.h[0] if reading.c is None else reading.c[0]
        if cut:
            before = length - cut if reading.backwards else cut - 1
            h = reading.parts["h"][0, before]
            c = reading.parts["c"][0, before] if "c" in reading.parts else h
        found = fading(reading.cell, x.detach(), h, c, reading.backwards)
        return np.stack([lag.double().cpu().numpy() for lag in found.values()])


def _kind(reading: Reading) -> str:
    layer = f", layer {reading.layer + 1}" if reading.layer else ""
    return f"{reading.kind}{layer}{', backwards' if reading.backwards else ''}"


def _size(reading: Reading) -> int:
    count, steps, units = next(iter(reading.parts.values())).shape
    return len(reading.parts) * count * min(steps, STEPS) * min(units, UNITS)


def _fitting(shape: torch.Size, room: int) -> tuple[int, int, int]:
    """How many examples, steps and units of (parts, examples, steps, units) there is room for: fewer examples first,
    then fewer units, then fewer steps."""
    parts, count, steps, units = shape
    steps, units = min(steps, STEPS), min(units, UNITS)
    count = max(1, min(count, room // (parts * steps * units)))
    units = max(1, min(units, room // (parts * count * steps)))
    return count, max(1, min(steps, room // (parts * count * units))), units
