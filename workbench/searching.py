"""A search for an architecture: trainings of one drawing with other numbers in its parameters, within a budget.

Random search draws every trial by chance (Bergstra & Bengio 2012). Evolution begins so too, and then lets the best of a
few trials chosen by chance have a child with one number changed, while the oldest dies (Real et al. 2019, algorithm 1).
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import graphs
from graphs.message import Message, mark, say
from graphs.project import Project
from workbench.engine.control import Control
from workbench.engine.runs import new_run_folder, runs_folder

FIRST, RIVALS = 4, 3
"""How many trials an evolution draws by chance and keeps alive, and among how many a parent is chosen."""


class How(StrEnum):
    """In which way a search chooses what it tries next."""

    EVOLUTION = mark("evolution")
    RANDOM = mark("random")


class SearchError(Exception):
    """A search that cannot begin; ``message`` says why and what to do."""

    def __init__(self, message: Message):
        super().__init__(str(message))
        self.message = message


@dataclass(frozen=True)
class Trial:
    """One training of a search: its number from 1, the values it had, and what came of them.

    ``loss`` is that of the validation examples, infinite where it failed for the reason ``trouble``; ``figures`` are
    all that was measured there. ``parent`` is the trial it came from by one change, 0 for none.
    """

    number: int
    values: Mapping[str, float]
    parent: int = 0
    loss: float = math.inf
    figures: Mapping[str, float] = field(default_factory=dict)
    parameters: int = 0
    seconds: float = 0.0
    folder: str = ""
    trouble: str = ""


Space = Mapping[str, tuple[float, ...]]
"""What is searched: the parameters of the network by name, each with the values it may have, from small to large."""


def space_of(project: Project) -> dict[str, tuple[float, ...]]:
    """A space to begin with: every parameter of the network that the data do not set, around the value it has.

    A number up to 6 (a depth) from 1 to two more than it is, a larger one (a width) a quarter to four times as large.
    """
    from workbench.data import UnknownDataSet, data_set

    try:
        chosen = data_set(project.recipe.data.name, **project.recipe.data.parameters)
        told = set(chosen.scope())
    except UnknownDataSet:
        told = set()
    found: dict[str, tuple[float, ...]] = {}
    for name, value in project.network.parameters.items():
        if name in told or not isinstance(value, int | float) or isinstance(value, bool) or value <= 0:
            continue
        if isinstance(value, int):
            found[name] = tuple(range(1, value + 3)) if value <= 6 else tuple(
                max(1, round(value * times)) for times in (0.25, 0.5, 1, 2, 4)
            )  # fmt: skip
        else:
            found[name] = tuple(value * times for times in (0.25, 0.5, 1, 2, 4))
    return found


class Search:
    """Tries values of a network's parameters one after another, each in a run of its own, and keeps what came of them.

    ``space`` is what may be changed, ``budget`` how many trainings there are at most, ``epochs`` how long each of them
    is (as long as in the recipe without). The same seed makes the same search. Raises `SearchError` for a space that
    the drawing does not have.
    """

    def __init__(
        self,
        project: Project,
        space: Space | None = None,
        budget: int = 12,
        how: How = How.EVOLUTION,
        epochs: int | None = None,
        seed: int = 0,
        folder: Path | None = None,
        threads: int | None = None,
    ):
        self.project = project.copy()
        self.space: dict[str, tuple[float, ...]] = {
            name: tuple(dict.fromkeys(values)) for name, values in (space or space_of(project)).items()
        }
        strange = sorted(set(self.space) - set(self.project.network.parameters))
        if strange:
            known = ", ".join(self.project.network.parameters) or "–"
            raise SearchError(
                say("The network has no parameter {name}. It has: {known}.", name=strange[0], known=known)
            )
        if not any(len(values) > 1 for values in self.space.values()):
            raise SearchError(
                say("There is nothing to search: give the network a parameter, such as hidden, and write =hidden where "
                    "a layer uses it.")
            )  # fmt: skip
        self.budget, self.how, self.epochs = budget, how, epochs
        self.folder, self.threads = folder or new_run_folder(project.title, runs_folder() / ".searches"), threads
        self.trials: list[Trial] = []
        self.control = Control()
        self._random = random.Random(seed)

    @property
    def size(self) -> int:
        """How many different trials the space has."""
        return math.prod(len(values) for values in self.space.values())

    @property
    def best(self) -> Trial | None:
        """The trial with the lowest validation loss so far; of equals the smaller network."""
        whole = [trial for trial in self.trials if math.isfinite(trial.loss)]
        return min(whole, key=lambda trial: (trial.loss, trial.parameters), default=None)

    def run(self) -> Iterator[Trial]:
        """Train one trial after another, and yield each when it is over, until the budget or the space is used up."""
        while len(self.trials) < min(self.budget, self.size) and not self.control.stopped:
            values, parent = self.proposal()
            trial = self._trained(Trial(len(self.trials) + 1, values, parent))
            if trial is None:
                return
            self.trials.append(trial)
            yield trial

    def stop(self) -> None:
        """End the search; the training that runs is not counted."""
        self.control.stop()

    def proposal(self) -> tuple[dict[str, float], int]:
        """What is tried next, and the number of its parent: never what was tried before."""
        known = {tuple(sorted(trial.values.items())) for trial in self.trials}
        alive = self.trials[-FIRST:]  # regularised: the oldest goes, however good it was
        if self.how is How.EVOLUTION and len(self.trials) >= FIRST:
            rivals = self._random.sample(alive, min(RIVALS, len(alive)))
            for parent in sorted(rivals, key=lambda trial: (trial.loss, trial.parameters)):
                near = [child for child in self._children(parent) if tuple(sorted(child.items())) not in known]
                if near:
                    return self._random.choice(near), parent.number
        while True:
            values = {name: self._random.choice(choices) for name, choices in self.space.items()}
            if tuple(sorted(values.items())) not in known:
                return values, 0

    def _children(self, parent: Trial) -> list[dict[str, float]]:
        """Every set of values that differs from a trial's by one step of one parameter."""
        found = []
        for name, values in self.space.items():
            place = values.index(parent.values[name])
            found += [
                {**parent.values, name: values[other]} for other in (place - 1, place + 1) if 0 <= other < len(values)
            ]
        return found

    def drawn(self, values: Mapping[str, Any]) -> Project:
        """The project with these values in the parameters of its network."""
        changed = self.project.copy()
        changed.network.parameters = {**changed.network.parameters, **values}
        changed.weights = {}
        if self.epochs is not None:
            changed.recipe = changed.recipe.model_copy(update={"epochs": self.epochs})
        said = ", ".join(f"{name} {value:g}" for name, value in values.items())
        changed.title = f"{self.project.title} – {said}"
        return changed

    def _trained(self, trial: Trial) -> Trial | None:
        """The trial with what came of it; None when it was stopped."""
        from workbench.engine.events import RunFailed, RunFinished
        from workbench.engine.trainer import Trainer

        project, folder = self.drawn(trial.values), self.folder / f"trial-{trial.number:02d}"
        problems = graphs.diagnose(project.network)
        if problems:
            return replace(trial, trouble=str(problems[0].message))
        count = graphs.summary(project.network).parameters
        trial = replace(trial, parameters=count, folder=str(folder))
        for event in Trainer(project, folder, self.control, probes=(), threads=self.threads).run():
            if isinstance(event, RunFailed):
                return replace(trial, trouble=str(event.message))
            if isinstance(event, RunFinished):
                if event.stopped:
                    return None
                loss = event.validation.get("loss", math.nan)
                return replace(
                    trial, figures=dict(event.validation), seconds=event.seconds,
                    loss=loss if math.isfinite(loss) else math.inf,
                )  # fmt: skip
        return None


def checked(space: Mapping[str, str]) -> dict[str, tuple[float, ...]]:
    """A space as a person writes it, values with commas between them. Raises `SearchError` for what is no number."""
    found: dict[str, tuple[float, ...]] = {}
    for name, text in space.items():
        try:
            numbers = [float(part) for part in text.replace("，", ",").split(",") if part.strip()]
        except ValueError:
            raise SearchError(
                say("Write the values of {name} as numbers with commas between them, such as 4, 8, 16.", name=name)
            ) from None
        found[name] = tuple(sorted({int(n) if n == int(n) else n for n in numbers}))
    return {name: values for name, values in found.items() if values}
