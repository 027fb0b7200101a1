"""What the drawing has shown at every step of a run: gradients on its wires, numbers on its nodes."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from graphs.network import Network
from widgets.plots.decimation import Growing
from workbench.engine.events import Event, RunStarted, Sample, Scalars
from workbench.node_numbers import SPARK, NodeNumbers, nodes_by_tag
from workbench.views.history import History

MOMENTS = 512
"""Of how many steps the gradients are remembered."""

DRAWN = ("gradient_norms", "gates")
"""The probes that the drawing itself shows."""


class Past:
    """Remembers what the drawing needs of a run, and gives it as it was after any step."""

    def __init__(self) -> None:
        self._network: Network | None = None
        self._gradients, self._gates = History(MOMENTS), History(MOMENTS)
        self._numbers: dict[str, tuple[Growing, Growing]] = {}
        self._wanted: frozenset[str] = frozenset()

    def begin(self, network: Network) -> None:
        """A run of this network begins."""
        from graphs.planning import plan

        self.clear()
        self._network = network
        self._wanted = frozenset(nodes_by_tag(plan(network)))

    def clear(self) -> None:
        """Forget everything."""
        self._gradients.clear()
        self._gates.clear()
        self._numbers.clear()

    def take(self, event: Event) -> None:
        """Remember what an event tells, if the drawing shows it."""
        if isinstance(event, Scalars):
            for tag in self._wanted & event.values.keys():
                steps, values = self._numbers.setdefault(tag, (Growing(), Growing()))
                steps.extend(event.steps.astype(float))
                values.extend(event.values[tag])
        elif isinstance(event, Sample) and event.probe == "gradient_norms":
            self._gradients.add(event)
        elif isinstance(event, Sample) and event.probe == "gates":
            small = {name: event.data[name] for name in ("nodes", "saturated")}
            self._gates.add(Sample(event.probe, event.step, small))

    def take_all(self, events: Iterable[Event]) -> None:
        """Remember a run that was recorded."""
        for event in events:
            if not isinstance(event, RunStarted):
                self.take(event)

    def gradients(self, step: int | None = None) -> tuple[Sample, ...]:
        """The gradients on the wires as they were last seen up to a step, a sample for each player; now without one."""
        steps = self._gradients.steps
        return self._gradients.at(steps[-1] if step is None else step) if steps else ()

    def numbers(self, step: int | None = None) -> NodeNumbers:
        """The numbers on the nodes as they were after a step; now without one."""
        found = NodeNumbers()
        if self._network is not None:
            found.begin(self._network)
        for tag, (steps, values) in self._numbers.items():
            end = len(steps) if step is None else int(np.searchsorted(steps.values, step, side="right"))
            if end:
                found.take_scalars(Scalars(np.array([step or 0]), {tag: values.values[end - 1 : end]}))
        self._gradients.until = self._gates.until = step
        for sample in self._gradients.samples[-SPARK:]:
            if step is None or sample.step <= step:
                found.take_gradients(sample)
        gates = self._gates.at(step) if step is not None else self._gates.samples[-1:]
        for sample in gates:
            found.take_gates(sample)
        self._gradients.until = self._gates.until = None
        found.stale = True
        return found
