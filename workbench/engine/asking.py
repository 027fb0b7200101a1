"""A network as it was kept, to be asked about: why it answered so, what misleads it, what a node is worth to it.

It is a copy: whatever is tried on it, the training and the project stay as they are. Everything that computes holds
torch's random numbers for itself meanwhile, so a training that goes on in another thread comes to the same bits.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from graphs import document
from graphs.compiler import write_weights
from graphs.layers.input_output import Input
from graphs.meaning import Plan, Source
from graphs.message import Message, say
from graphs.modules.tree import Tree
from graphs.project import Project
from graphs.tensors import Kind
from workbench.data import DataSet
from workbench.engine.checkpoint import checkpoint_path
from workbench.engine.checkpoint import read_weights as read_kept
from workbench.engine.events import CheckpointKind
from workbench.engine.explainable import foretold, place_of, places_of
from workbench.engine.faults import RunError
from workbench.engine.keeping import Checkpoints, step_checkpoints, step_path
from workbench.engine.loading import load_data
from workbench.engine.probes.probe import find_answer
from workbench.engine.probes.showing import picture_dims
from workbench.engine.roles import AnswerAndTruth, inputs_of, spec_of
from workbench.engine.runs import Run
from workbench.engine.training import Training

PARTS = ("validation", "test", "training")
"""The parts of the data an example may be taken from, those first that the network has not learned from."""

BEST = "best"
"""What stands for the weights with the lowest validation loss in the place of a step."""

SALT = 7
"""What is added to the recipe's seed for the random numbers of an answer."""

OUTLINE = 512
"""How many training examples tell between which numbers an input lies, and what its mean is."""


class CannotAsk(RunError):  # noqa: N818 - it says what is the matter
    """The network cannot be asked this; ``message`` says why, ``remedy`` what to try."""


class GivenUp(Exception):  # noqa: N818 - it says what happened
    """Somebody pressed Cancel."""


class Patience:
    """Whether somebody still waits for an answer, and how far it is. Any thread may call it.

    ``share`` is how much is done, 0 to 1.
    """

    def __init__(self) -> None:
        self.share = 0.0
        self._over = False

    def cancel(self) -> None:
        """Wait no longer."""
        self._over = True

    @property
    def over(self) -> bool:
        """Whether nobody waits."""
        return self._over

    def go_on(self, share: float | None = None) -> None:
        """Say how far it is; raises GivenUp when nobody waits any more."""
        if self._over:
            raise GivenUp
        if share is not None:
            self.share = min(max(share, 0.0), 1.0)


class Question:
    """The numbers a network answers with, as a function of one thing that is put in, all else as in one example.

    ``place`` is an Input, or where the network has words, the numbers that stand for them: the output of its embedding.
    ``names`` are what the answers are called. ``classes`` says whether they are the scores of classes, else they are
    numbers that are foretold. An answer for each of ``places``, (rows, columns) of a map or (steps,), is asked at one
    of them, ``at``, counted row by row, or without one for its mean over all: the region of Seg-Grad-CAM is then the
    whole picture (Vinogradova, Dibrov, Myers, AAAI 2020, equation 2).
    """

    def __init__(
        self,
        plan: Plan,
        place: Source,
        scores: Source,
        names: tuple[str, ...],
        threshold: float | None,
        at: int | None = None,
    ):
        self.place, self.scores, self.names = place, scores, names
        self.places = places_of(plan.specs[scores])
        self.at = None if at is None or not self.places else min(max(at, 0), math.prod(self.places) - 1)
        self.classes = threshold is not None
        self.threshold = threshold or 0.0
        self.single = self.classes and plan.specs[scores].dims[-1:] == (1,)
        """Whether one number decides between two classes."""
        self.kind = plan.specs[place].kind
        origin = plan.by_node[place.node]
        self.of_words = not isinstance(origin.layer, Input)
        self.sides: tuple[int, ...] | None = None if self.of_words else picture_dims(plan.specs[place])
        """The (C, H, W) in which what is put in can be seen, also where its pixels lie in a row; None for others."""

    def spread(self, scores: Tensor) -> Tensor:
        """The scores as (n, answers): one number that decides counts for the second class and against the first."""
        if self.single:
            second = scores.reshape(len(scores), 1) - self.threshold
            return torch.cat([-second, second], 1)
        if self.places:
            wide = scores.flatten(2) if len(self.places) > 1 else scores.transpose(1, 2)  # (n, answers, places)
            return wide.mean(2) if self.at is None else wide[:, :, self.at]
        return scores.reshape(len(scores), -1)

    def shares(self, scores: Tensor) -> Tensor:
        """Probabilities (n, classes) from spread scores (n, classes); numbers stay as they are."""
        if not self.classes:
            return scores
        if self.single:
            second = torch.sigmoid(scores[:, 1])
            return torch.stack([1 - second, second], 1)
        return scores.softmax(1)


class Asked:
    """A network with weights of some step and the data of its project.

    Raises what `Training` raises when the drawing and the data do not fit. ``step`` is None for a network that was not
    trained.
    """

    def __init__(self, project: Project, weights: Mapping[tuple[int, str], Any], step: int | None, folder: Path | None):
        project = project.copy()
        self.step, self.project = step, project
        prepared = load_data(project, folder)
        self.training = Training(project, prepared, torch.device("cpu"), torch.get_num_threads())
        self.random = self.training.random
        self.tree, self.plan = self.training.tree, self.training.plan
        write_weights(self.tree, weights)
        self.tree.eval()
        self.tree.requires_grad_(False)
        self._ends: dict[str, tuple[Tensor, Tensor, Tensor]] = {}

    @classmethod
    def of_run(cls, folder: Path, step: int | str | None, trust: bool = False) -> Asked:
        """The network of a run: at the newest kept step at or before ``step``, its ``BEST``, or without one its last.

        ``trust`` lets it run code of somebody's own that it holds.

        Raises FolderError when the folder holds no run, CannotAsk when it keeps no weights.
        """
        with Run.open(folder) as run:
            project = document.from_snapshot(run.meta("snapshot"))
        project.trusted = trust
        path, found = _kept(folder, step)
        return cls(project, read_kept(path), found, folder)

    # ------------------------------------------------------------------ examples

    def parts(self) -> tuple[str, ...]:
        """The parts of the data that have examples."""
        return tuple(part for part in PARTS if self.count(part))

    def count(self, part: str) -> int:
        """How many examples a part has."""
        columns = self.training.part(part)
        return len(next(iter(columns.values()))) if columns else 0

    def rows(self, part: str, rows: Sequence[int] | np.ndarray) -> dict[str, Tensor]:
        """Examples by Input name, each (n, ...)."""
        places = torch.as_tensor(np.asarray(rows, dtype=np.int64))
        return {name: column[places] for name, column in self.training.part(part).items()}

    def sample(self, part: str, most: int) -> dict[str, Tensor]:
        """At most so many examples, evenly over a part: always the same."""
        count = self.count(part)
        return self.rows(part, np.unique(np.linspace(0, max(count - 1, 0), min(most, count)).astype(np.int64)))

    def outline(self, name: str) -> tuple[Tensor, Tensor, Tensor]:
        """The least, the greatest and the mean number of an Input among the first training examples.

        The ends are (), the mean is one example (...).
        """
        if name not in self._ends:
            column = self.training.part("training")[name]
            values = column[torch.arange(min(len(column), OUTLINE))]
            self._ends[name] = values.min(), values.max(), values.float().mean(0)
        return self._ends[name]

    def deviation(self, name: str) -> float:
        """The standard deviation of an Input's numbers among the first training examples."""
        column = self.training.part("training")[name]
        return float(column[torch.arange(min(len(column), OUTLINE))].float().std())

    # ------------------------------------------------------------------ what can be asked

    def question(self, at: int | None = None) -> Question:
        """What the network answers and of what: classes, numbers, or one of these at each place.

        ``at`` is the place that is asked about where there are several. Raises CannotAsk for every other network.
        """
        return question_of(self.training, at)

    def value_at(self, source: Source, inputs: Mapping[str, Tensor]) -> Tensor:
        """An output of a node for examples, (n, ...), without gradients."""
        value: Tensor = self.run(lambda: self.tree.program((source,))(inputs)[0].detach())
        return value

    def answers(self, question: Question, inputs: Mapping[str, Tensor]) -> Tensor:
        """The spread scores of examples, (n, answers), without gradients."""
        return question.spread(self.value_at(question.scores, inputs))

    def from_place(
        self, place: Source, wanted: tuple[Source, ...], inputs: Mapping[str, Tensor], patience: Patience
    ) -> Callable[[Tensor], tuple[Tensor, ...]]:
        """A function of what stands at ``place``, (n, ...): what the network makes of it.

        All else that it reads is that of ``inputs``: one example for all, or as many as are put in. It stops when
        nobody waits any more.
        """
        onward = onward_from(self.tree, place, wanted, inputs)

        def compute(values: Tensor) -> tuple[Tensor, ...]:
            patience.go_on()
            return onward(values)

        return compute

    def scores_from(
        self, question: Question, inputs: Mapping[str, Tensor], patience: Patience, place: Source | None = None
    ) -> Callable[[Tensor], Tensor]:
        """The spread scores (n, answers) as a function of what stands at a place (n, ...)."""
        compute = self.from_place(place or question.place, (question.scores,), inputs, patience)
        return lambda values: question.spread(compute(values)[0])

    def run(self, work: Callable[[], Any]) -> Any:
        """Compute something with random numbers of its own, the same every time, while nobody else draws any."""
        with self.random, self.random.aside(self.training.recipe.seed + SALT):
            kept = np.random.get_state()
            np.random.seed(self.training.recipe.seed + SALT)
            try:
                return work()
            finally:
                np.random.set_state(kept)


def onward_from(
    tree: Tree, place: Source, wanted: tuple[Source, ...], inputs: Mapping[str, Tensor]
) -> Callable[[Tensor], tuple[Tensor, ...]]:
    """What a network makes of values (m, ...) that are put at ``place``.

    All else that it reads is that of the examples ``inputs``, (n, ...) by Input name: m is n, or n several times over.
    """
    program = tree.program_from((place,), wanted)
    name = tree.plan.by_node[place.node].name
    others = {other: inputs[other] for other in program.inputs if other != name}

    def compute(values: Tensor) -> tuple[Tensor, ...]:
        beside = {
            other: given.repeat(len(values) // len(given), *(1,) * (given.dim() - 1)) for other, given in others.items()
        }
        return program({**beside, name: values})

    return compute


def question_of(training: Training, at: int | None = None) -> Question:
    """What a training's network answers and of what. Raises CannotAsk where there is no one number to explain."""
    plan, dataset = training.plan, training.prepared.dataset
    found, threshold = find_answer(plan), None
    answered = foretold(plan)
    if found is not None and str(dataset.task) != "regression":
        scores, threshold = found.scores, found.threshold
        names = dataset.class_names() or tuple(str(n) for n in range(found.classes))
    elif answered is not None:
        scores, names = answered.answer, _answer_names(plan, answered, dataset)
    else:
        raise CannotAsk(
            say("This network answers neither with classes nor with numbers that are compared with the truth, so there "
                "is no one number to explain."),
            say("Open a network that tells classes apart, foretells numbers, or does so for each place or step."),
        )  # fmt: skip
    place = place_of(plan, scores)
    if place is None:
        raise CannotAsk(
            say("The answer depends on no picture, table, series or text that could be explained."),
            say("Open a network that reads one of these."),
        )
    question = Question(plan, place, scores, names, threshold, at)
    if dataset.feature_names() and question.kind is Kind.FEATURES:
        question.sides = None  # columns of a table, however many
    return question


def _answer_names(plan: Plan, found: AnswerAndTruth, dataset: DataSet) -> tuple[str, ...]:
    """What the numbers of an answer are called: by classes or words where there are as many, else by number."""
    spec, given = spec_of(plan, found.answer), inputs_of(plan, found.truth)
    count = spec.dims[0] if spec.kind is Kind.IMAGE else spec.dims[-1]
    fields = [step.layer.field for step in given if isinstance(step.layer, Input)]
    for names in (dataset.class_names(), *(dataset.vocabulary(field) for field in fields)):
        if names and len(names) == count:
            return tuple(names)
    return tuple(f"y{n + 1}" for n in range(count)) if isinstance(count, int) and count > 1 else ("y",)


def _kept(folder: Path, step: int | str | None) -> tuple[Path, int]:
    """The checkpoint that is meant, and its step."""
    from workbench.engine.checkpoint import read_state

    if step == BEST:
        path = checkpoint_path(folder, CheckpointKind.BEST)
        if path.exists():
            return path, read_state(path).step
        step = None
    if isinstance(step, int):
        kept = [one for one in sorted(step_checkpoints(folder)) if one <= step]
        if kept:
            return step_path(folder, kept[-1]), kept[-1]
    newest = Checkpoints(folder).newest()
    if newest is None:
        raise CannotAsk(
            say("The run {run} has kept no weights yet.", run=folder.name),
            say("Wait a moment, or pause the training: then they are kept."),
        )
    return newest[0], newest[1].step


def node_outputs(plan: Plan, node: int) -> tuple[Source, ...]:
    """The outputs of a node that are numbers with a place for each example."""
    step = plan.by_node.get(node)
    if step is None:
        return ()
    return tuple(
        Source(node, port)
        for port, spec in step.outputs.items()
        if spec.batched and spec.dtype.startswith("float") and port not in step.weights
    )


def told(error: Exception) -> tuple[Message, Message]:
    """What went wrong in an answer, and what to try."""
    from workbench.engine.faults import failure

    if isinstance(error, RunError):
        return error.message, error.remedy
    found = failure(error, 0, 1, None)
    return found.message, found.remedy
