"""Rules about gradients and steps: they vanish on the way back, they explode, the steps are too long or too short."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

import numpy as np

from graphs.meaning import Fix
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.advice.remedies import clipped, other_rate, rectified
from workbench.engine.advice.rule import RECENT, Finding, Reading, Rule, Watched, beyond
from workbench.engine.events import Array, Event, Sample

VANISHED = 1e-3
"""A gradient so many times as long as the longest one has all but vanished."""

GROWN = 100.0
"""A gradient so many times as long as at the beginning, or as that of the last layers, has exploded."""

LONG, SHORT = 0.1, 1e-5
"""Steps longer or shorter than this share of the weights are out of the range; one in a thousand is usual."""


def _sample(event: Event) -> Sample | None:
    found = isinstance(event, Sample) and event.probe == "gradient_norms" and len(event.data["nodes"])
    return event if found and isinstance(event, Sample) else None


class _Remembers(Rule):
    """A rule that looks at a median of several looks, player by player."""

    def __init__(self) -> None:
        self._rows: dict[str, deque[tuple[tuple[int, ...], Array]]] = {}

    def median(self, sample: Sample, column: str) -> Array:
        """The median of the last looks of a column, node by node; NaN throughout before there are enough."""
        player, nodes = sample.labels["player"][0], tuple(sample.data["nodes"].tolist())
        rows = self._rows.setdefault(player, deque(maxlen=RECENT))
        if rows and rows[-1][0] != nodes:  # nodes were frozen or thawed
            rows.clear()
        rows.append((nodes, sample.data[column].astype(np.float64)))
        table = np.stack([row for _, row in rows])
        if len(table) < RECENT:
            return np.full(len(nodes), np.nan)
        found: Array = np.sort(table, axis=0)[RECENT // 2]
        return found


class Vanishing(_Remembers):
    """Speaks at the layer whose gradient is a thousand times shorter than that of a layer after it."""

    name = "vanishing_gradient"
    title = mark("Vanishing gradient")
    reads = mark("the length of the gradient at the weights of each node, the median of seven looks")
    hears = Sample
    looks = 2

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Compare each node with the longest gradient after it; the worst one counts."""
        sample = _sample(event)
        if sample is None or len(sample.data["nodes"]) < 3:
            return
        norms = self.median(sample, "weight_norms")
        if not np.isfinite(norms).all():
            return
        alive = np.flatnonzero(norms > 0)  # a gradient of exactly zero is a dead layer, of which another rule speaks
        if len(alive) < 3:
            return
        after = np.maximum.accumulate(norms[alive][::-1])[::-1]
        ratios = norms[alive] / after
        worst = int(np.argmin(ratios[: max(1, len(alive) // 2)]))
        row, ratio, player = int(alive[worst]), float(ratios[worst]), sample.labels["player"][0]
        yield Reading(
            beyond(ratio, VANISHED, 3 * VANISHED),
            int(sample.data["nodes"][row]),
            sample.labels["nodes"][row],
            {"ratio": ratio, "player": player},
            key=player,
        )

    def message(self, found: Finding) -> Message:
        """How much shorter it is."""
        times = f"{1 / max(float(found.values['ratio']), 1e-30):,.0f}"
        return say(
            "{node}: its gradient is {times} times shorter than that of a later layer.", node=found.name, times=times
        )

    def consequence(self, found: Finding) -> Message:
        """Why it vanishes."""
        return say(
            "On the way back every layer multiplies the gradient, a sigmoid by at most a quarter: after some layers "
            "nothing is left, and the first ones hardly learn. ReLU, a fitting start, normalisation and shortcuts "
            "around layers let it pass."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """ReLU with its start."""
        yield from rectified(project)


class Exploding(Rule):
    """Speaks where the gradient has become a hundred times longer than it was, or is than that of later layers."""

    name = "exploding_gradient"
    title = mark("Exploding gradient")
    reads = mark("the length of the gradient at all weights against the first looks, and on the wires along the layers")
    hears = Sample
    looks = 2

    def __init__(self) -> None:
        self._first: dict[str, list[float]] = {}

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Compare with the median of the first five looks, and the first layers with the last."""
        sample = _sample(event)
        if sample is None:
            return
        player, norms = sample.labels["player"][0], sample.data["weight_norms"]
        total = float(np.sqrt(np.square(norms).sum()))
        first = self._first.setdefault(player, [])
        if len(first) < 5:
            first.append(total)
        usual = sorted(first)[len(first) // 2]
        grown = total / usual if len(first) == 5 and usual > 0 else 1.0
        # Backwards through the layers it may grow in the very first step.
        wires = sample.data["wire_norms"]
        last = np.sort(wires[-max(1, len(wires) // 4) :])
        later = float(last[len(last) // 2]) if len(wires) >= 6 else 0.0
        deep = float(wires.max()) / later / 10 if later > 0 else 0.0
        times = max(grown, deep)
        row = int(np.argmax(norms))
        holds = beyond(times, GROWN, 0.2 * GROWN) if np.isfinite(total) else True
        yield Reading(
            False if holds and total < 1 else holds,  # long only beside next to nothing
            int(sample.data["nodes"][row]),
            sample.labels["nodes"][row],
            {"length": total, "times": times, "player": player},
            key=player,
        )

    def message(self, found: Finding) -> Message:
        """How long it is."""
        return say(
            "{node}: the gradient has the length {length}, far more than is usual in this run.",
            node=found.name,
            length=f"{float(found.values['length']):.3g}",
        )

    def consequence(self, found: Finding) -> Message:
        """What it does."""
        return say(
            "One such step undoes what many have learned, and numbers soon are no longer finite. Clipping the length "
            "of the gradient keeps its direction; shorter steps and a smaller start help too."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Clip, shorter steps."""
        yield from clipped(found, project)
        yield from other_rate(found, project, 0.1)


class LongSteps(_Remembers):
    """Speaks at the node whose weights move by more than a tenth of themselves in a step."""

    name = "long_steps"
    title = mark("Steps too long")
    reads = mark("how far a step moves the weights of a node, ‖ΔW‖ / ‖W‖, the median of seven looks")
    hears = Sample

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """The node with the longest steps counts."""
        sample = _sample(event)
        if sample is None:
            return
        moves = self.median(sample, "updates")
        if not np.isfinite(moves).any():
            return
        row, player = int(np.nanargmax(moves)), sample.labels["player"][0]
        ratio = float(moves[row])
        yield Reading(
            beyond(ratio, LONG, LONG / 2),
            int(sample.data["nodes"][row]),
            sample.labels["nodes"][row],
            {"ratio": ratio, "player": player},
            key=player,
        )

    def message(self, found: Finding) -> Message:
        """How long they are."""
        share = f"{100 * float(found.values['ratio']):.0f} %"
        return say("{node}: every step changes its weights by {share} of their size.", node=found.name, share=share)

    def consequence(self, found: Finding) -> Message:
        """What is usual."""
        return say(
            "One part in a thousand is usual. Steps this long jump over what they look for, and the loss is unsteady; "
            "with a smaller learning rate it falls further."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Shorter steps."""
        yield from other_rate(found, project, 0.1)
        yield from clipped(found, project)


class ShortSteps(_Remembers):
    """Speaks while the loss is still high and steps hardly move any weight."""

    name = "short_steps"
    title = mark("Steps too short")
    reads = mark("how far a step moves the weights of all nodes, ‖ΔW‖ / ‖W‖, and how far the loss has fallen")
    hears = Sample

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """The node with the longest steps counts: when even that one hardly moves, the steps are too short."""
        sample = _sample(event)
        if sample is None:
            return
        moves = self.median(sample, "updates")
        if not np.isfinite(moves).any():
            return
        row, player = int(np.nanargmax(moves)), sample.labels["player"][0]
        ratio, means = float(moves[row]), watched.training.means
        learned = bool(means) and abs(means[-1]) < 0.5 * abs(means[0])
        yield Reading(
            False if learned else beyond(ratio, SHORT, 3 * SHORT),
            watched.loss_node,
            watched.name(watched.loss_node),
            {"ratio": ratio, "player": player},
            key=player,
        )

    def message(self, found: Finding) -> Message:
        """How short they are."""
        return say(
            "{node}: no weight moves by more than {ratio} of its size in a step.",
            node=found.name,
            ratio=f"{float(found.values['ratio']):.1g}",
        )

    def consequence(self, found: Finding) -> Message:
        """What is usual."""
        return say(
            "One part in a thousand is usual. With steps this short the loss hardly falls in the time you have; a "
            "learning rate ten times as large is worth a try."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Longer steps."""
        yield from other_rate(found, project, 10.0)
