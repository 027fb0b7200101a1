"""Several trained networks asked together: the mean of their answers, measured once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from graphs import document
from graphs.layer import Family
from graphs.meaning import Source, Step
from graphs.message import say
from workbench.engine.checkpoint import checkpoint_path
from workbench.engine.evaluation import Gathers, metric_names
from workbench.engine.events import CheckpointKind
from workbench.engine.faults import FolderError
from workbench.engine.loading import load_data
from workbench.engine.players import loss_sources, metric_sources
from workbench.engine.runs import Run
from workbench.engine.training import Training

CHUNK = 512
"""How many examples are looked at in one go."""


def trained(folder: Path, device: torch.device) -> Training:
    """The network of a run with the weights it has kept, as it is used: in evaluation mode. Raises FolderError."""
    with Run.open(folder) as run:
        project = document.from_snapshot(run.meta("snapshot"))
    made = Training(project, load_data(project, folder), device, torch.get_num_threads())
    made.take_weights(checkpoint_path(folder, CheckpointKind.LAST))
    made.tree.eval()
    return made


def evaluate_runs(folders: Sequence[Path], part: str = "test", device: torch.device | None = None) -> dict[str, float]:
    """Measure the mean of the answers of several runs on a part of the data.

    Scores of classes are averaged as probabilities, everything else as it is. Losses and metrics then see the mean,
    whole. Returns ``loss`` and the names of `metric_names`. Raises FolderError when the runs have not the same drawing
    and the same examples: what one of them was tested on another may have learned from.
    """
    runs = [trained(Path(folder), device or torch.device("cpu")) for folder in folders]
    first = runs[0]
    for folder, other in zip(folders[1:], runs[1:], strict=True):
        _must_agree(first, other, Path(folder))
    if len(runs) == 1:
        return first.evaluate(part)
    steps = [first.plan.by_node[source.node] for source in (*loss_sources(first.plan), *metric_sources(first.plan))]
    wanted = tuple(dict.fromkeys(source for step in steps for group in step.inputs.values() for source in group))
    columns = first.part(part)
    if not columns:
        return {}
    totals: list[Tensor] = []
    with torch.no_grad():
        for run in runs:
            program = run.tree.program(wanted)
            count = len(columns[program.inputs[0]])
            chunks = [
                program({name: columns[name][start : start + CHUNK] for name in program.inputs})
                for start in range(0, count, CHUNK)
            ]
            values = [torch.cat(parts) for parts in zip(*chunks, strict=True)]
            given = [as_probability(first, source, value) for source, value in zip(wanted, values, strict=True)]
            totals = given if not totals else [total + value for total, value in zip(totals, given, strict=True)]
        means = {
            source: as_scores(first, source, total / len(runs) if total.is_floating_point() else total // len(runs))
            for source, total in zip(wanted, totals, strict=True)
        }
        return _measured(first, steps, means)


def _measured(run: Training, steps: Sequence[Step], means: dict[Source, Tensor]) -> dict[str, float]:
    names = metric_names(run.plan)
    found: dict[str, float] = {}
    loss = 0.0
    for step in steps:
        module = run.tree.parts(step.node if step.share is None else step.share).get("")
        if module is None:
            continue
        arriving = [means[source] for group in step.inputs.values() for source in group]
        if isinstance(module, Gathers):
            module.reset()
            module.update(*arriving)
            value = float(module.compute())
        else:
            value = float(module(*arriving))
        source = Source(step.node, next(iter(step.outputs)))
        if source in names:
            found[names[source]] = value
        if step.layer.family is Family.LOSS:
            loss += value
    return {"loss": loss, **found}


def _scores(run: Training, source: Source) -> str:
    """Which loss reads an output as scores: it is then averaged as probabilities."""
    for step in run.plan.steps:
        if source in step.inputs.get("x", ()):
            kind = step.layer.type_name()
            if kind in ("CrossEntropyLoss", "BCEWithLogitsLoss"):
                return kind
    return ""


def _axis(run: Training, source: Source) -> int:
    return -1 if run.plan.specs[source].kind.value == "sequence" else 1


def as_probability(run: Training, source: Source, value: Tensor) -> Tensor:
    """Scores (n, classes, …) as probabilities of the same shape; anything else as it is."""
    match _scores(run, source):
        case "CrossEntropyLoss":
            return value.double().softmax(_axis(run, source))
        case "BCEWithLogitsLoss":
            return value.double().sigmoid()
    return value


def as_scores(run: Training, source: Source, value: Tensor) -> Tensor:
    """Probabilities back as scores, whose softmax or sigmoid they are."""
    match _scores(run, source):
        case "CrossEntropyLoss":
            return value.clamp(min=1e-300).log().float()
        case "BCEWithLogitsLoss":
            return value.logit(eps=1e-12).float()
    return value


def _must_agree(first: Training, other: Training, folder: Path) -> None:
    one, two = first.recipe, other.recipe
    same = (
        one.data.name == two.data.name
        and dict(one.data.parameters) == dict(two.data.parameters)
        and one.data.split == two.data.split
        and (one.seed if one.data.seed is None else one.data.seed)
        == (two.seed if two.data.seed is None else two.data.seed)
    )
    names = [step.name for step in first.plan.steps if step.layer.family in (Family.LOSS, Family.METRIC)]
    if not same or names != [s.name for s in other.plan.steps if s.layer.family in (Family.LOSS, Family.METRIC)]:
        raise FolderError(
            say("The run in {folder} has other examples or another drawing than the first.", folder=folder.name),
            say("Ask runs together that were trained on one split: give the data a seed of their own in the recipe."),
        )
