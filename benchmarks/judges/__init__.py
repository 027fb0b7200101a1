"""What each preset shall reach, and who measures it: a metric of the test, or a judge with a question of its own.

A module of this package declares goals at its top, `goal` for a metric the test already gives and `judge` for anything
else, and `goals` finds them all. ``benchmarks/results.py`` trains and asks.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from torch import Tensor

    from workbench.engine.training import Training


@dataclass(frozen=True)
class Trained:
    """A training that has ended: its run's folder, and its network in evaluation mode, with the weights it keeps."""

    name: str
    seed: int
    folder: Path
    training: Training
    test: Mapping[str, float]

    def values(self, *nodes: str, part: str = "test") -> tuple[Tensor, ...]:
        """What nodes, by name, give for every example of a part of the data, on the CPU; each (N, …), first outputs.

        An Input's values are what its field holds.
        """
        import torch

        from graphs.meaning import Source
        from workbench.engine.streaming import cut

        by_name = {step.name: step for step in self.training.plan.steps}
        steps = [by_name[name] for name in nodes]
        program = self.training.tree.program(tuple(Source(step.node, next(iter(step.outputs))) for step in steps))
        columns = self.training.part(part)
        count = len(columns[program.inputs[0]])
        with torch.no_grad():
            chunks = [program(cut(columns, program.inputs, at, min(count, at + 512))) for at in range(0, count, 512)]
        return tuple(torch.cat(parts).cpu() for parts in zip(*chunks, strict=True))


Judge = Callable[[Trained], float]


@dataclass(frozen=True)
class Goal:
    """A figure of a preset and its bound: ``at_least``, ``at_most``, or neither where it is only told.

    ``figure`` says what is measured, in words and with its unit. ``why`` says why honest training reaches less, where
    it does.
    """

    preset: str
    figure: str
    ask: Judge
    at_least: float | None = None
    at_most: float | None = None
    why: str = ""

    def holds(self, value: float) -> bool:
        """Whether a measured value keeps the bound; NaN keeps none."""
        if self.at_least is None and self.at_most is None:
            return value == value
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)

    @property
    def bound(self) -> str:
        """The bound as a table shows it."""
        if self.at_least is not None:
            return f"≥ {self.at_least:g}"
        return f"≤ {self.at_most:g}" if self.at_most is not None else ""

    def worst(self, values: list[float]) -> float:
        """The value furthest from the goal: the lowest, or the highest where less is better."""
        return max(values) if self.at_most is not None else min(values)


_declared: list[Goal] = []


def goal(*names: str, metric: str, at_least: float | None = None, at_most: float | None = None, why: str = "") -> None:
    """Declare that the test of these presets gives ``metric`` within a bound."""
    for name in names:
        words = metric.replace("_", " ")
        _declared.append(Goal(name, words, lambda trained: trained.test[metric], at_least, at_most, why))


def judge(
    *names: str, figure: str, at_least: float | None = None, at_most: float | None = None, why: str = ""
) -> Callable[[Judge], Judge]:
    """Declare that the decorated function measures ``figure`` of these presets; it takes a `Trained`."""

    def declare(ask: Judge) -> Judge:
        _declared.extend(Goal(name, figure, ask, at_least, at_most, why) for name in names)
        return ask

    return declare


@cache
def goals() -> Mapping[str, tuple[Goal, ...]]:
    """Every declared goal by the name of its preset."""
    import benchmarks.judges as here

    for module in pkgutil.iter_modules(here.__path__):
        importlib.import_module(f"{here.__name__}.{module.name}")
    found: dict[str, tuple[Goal, ...]] = {}
    for one in _declared:
        found[one.preset] = (*found.get(one.preset, ()), one)
    return found
