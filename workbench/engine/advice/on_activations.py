"""Rules about activations: rectifiers that never speak, sigmoids that stand at an end."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from graphs.meaning import Fix
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.advice.remedies import normalised, other_rate, other_start, other_type
from workbench.engine.advice.rule import Finding, Reading, Rule, Watched, beyond
from workbench.engine.events import Event, Sample


def _block_of(watched: Watched, way: str) -> str:
    """The block a way such as ``4:0/2:1`` leads into."""
    network, name = watched.project.network, ""
    for door in way.split("/") if way else ():
        node = int(door.partition(":")[0])
        name, inner = network.node(node).type, network.block_of(node)
        if inner is None:
            return ""
        network = inner
    return name


def _readings(event: Event, watched: Watched, column: str, speaks: float, silent: float) -> Iterator[Reading]:
    """What a column of the probe of activations says of each."""
    if not isinstance(event, Sample) or event.probe != "health":
        return
    shares, ways, names = event.data[column], event.labels["ways"], event.labels["names"]
    for row in np.flatnonzero(np.isfinite(shares)).tolist():
        share, inside = float(shares[row]), bool(ways[row])
        yield Reading(
            beyond(share, speaks, silent),
            int(event.data["nodes"][row]),
            names[row],
            {"share": share, "player": event.labels["player"][0]},
            int(event.data["inner"][row]) if inside else None,
            _block_of(watched, ways[row]),
            names[row],
        )


class DeadUnits(Rule):
    """Speaks at a rectifier most of whose units gave zero for all examples of late."""

    name = "dead_units"
    title = mark("Dead units")
    reads = mark("the share of units of a ReLU that gave zero for 256 examples in a row, or for all there are")
    hears = Sample

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Half of the units dead is too many; below a third it is quiet."""
        yield from _readings(event, watched, "dead", 0.5, 0.33)

    def message(self, found: Finding) -> Message:
        """How many are dead."""
        share = f"{100 * float(found.values['share']):.0f} %"
        return say("{node}: {share} of its units gave zero for every example of late.", node=found.name, share=share)

    def consequence(self, found: Finding) -> Message:
        """Why they stay so."""
        if float(found.values["share"]) >= 1:
            return say(
                "Nothing passes here any more, forwards or backwards: no layer before it can learn. A step that was "
                "too long has pushed every unit below zero, where ReLU has no slope."
            )
        return say(
            "Where ReLU gives zero it has no slope, so a unit that is below zero for every example gets no gradient "
            "and stays dead. A slope below zero brings it back; shorter steps and a better start keep it alive."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """A slope below zero, He's start, shorter steps."""
        yield from other_type(found, project, "LeakyReLU")
        yield from other_start(found, project, "kaiming_normal")
        yield from other_rate(found, project, 0.3)


class Saturated(Rule):
    """Speaks at a hidden sigmoid or tanh that stands at an end for most examples."""

    name = "saturated"
    title = mark("Saturated activation")
    reads = mark("the share of values of a hidden sigmoid or tanh beyond 95 % of the way to an end")
    hears = Sample

    def see(self, event: Event, watched: Watched) -> Iterator[Reading]:
        """Six of ten values at an end are too many; below four of ten it is quiet."""
        yield from _readings(event, watched, "saturated", 0.6, 0.4)

    def message(self, found: Finding) -> Message:
        """How many values are flat."""
        share = f"{100 * float(found.values['share']):.0f} %"
        return say("{node}: {share} of its values stand at an end of its range.", node=found.name, share=share)

    def consequence(self, found: Finding) -> Message:
        """Why that stops the layers before."""
        return say(
            "There the curve is flat and its slope nearly zero, so hardly any gradient reaches the layers before. "
            "Smaller values help: a normalisation before it, a smaller start, or shorter steps. ReLU has no upper end."
        )

    def remedies(self, found: Finding, project: Project) -> Iterator[Fix]:
        """Normalise, start smaller, ReLU, shorter steps."""
        yield from normalised(found, project)
        yield from other_start(found, project, "xavier_normal")
        yield from other_type(found, project, "ReLU")
        yield from other_rate(found, project, 0.3)
