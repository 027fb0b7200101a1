"""Two runs on the same examples: what each measures there, how they differ, and how alike their nodes see them.

Linear CKA (Kornblith, Norouzi, Lee, Hinton, "Similarity of Neural Network Representations Revisited", ICML 2019,
equation 3 in section 3): ‖YᵀX‖²_F / (‖XᵀX‖_F ‖YᵀY‖_F) for activations X (examples, p) and Y (examples, q) whose columns
have mean zero. It is 1 for representations that are equal but for a rotation and a scale, near 0 for unrelated ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from graphs import document
from graphs.layer import Family
from graphs.layers.input_output import Input
from graphs.meaning import Source, Step
from graphs.message import say
from graphs.project import Project
from workbench.engine.branching import nearest
from workbench.engine.differing import PACKED, opened
from workbench.engine.events import Array, Sample
from workbench.engine.faults import FolderError
from workbench.engine.keeping import step_path
from workbench.engine.loading import load_data
from workbench.engine.probes import default_probes
from workbench.engine.probes.probe import Moment, Probe, ValidationProbe
from workbench.engine.runs import Run
from workbench.engine.training import Training

EXAMPLES = 256
"""How many examples the representations are compared on."""

SIGNED = ("matrix/", "parts/", "heads/", "curve/", "kernels/", "confidence")
"""What the names of further arrays begin with whose difference says something."""


def linear_cka(one: Array, other: Array) -> float:
    """How alike two representations are, 0 to 1, from activations (examples, p) and (examples, q) of the same examples.

    NaN where one of them is the same for every example: there is nothing to compare. Computed by the Gram matrices
    (examples, examples), which is the same number and does not grow with p and q.
    """
    grams = []
    for values in (one, other):
        centred = values.reshape(len(values), -1).astype(np.float64)
        centred = centred - centred.mean(0)
        grams.append(centred @ centred.T)
    scale = float(np.linalg.norm(grams[0]) * np.linalg.norm(grams[1]))
    return float((grams[0] * grams[1]).sum() / scale) if scale > 0 else float("nan")


@dataclass(frozen=True)
class Compared:
    """Two runs at a step each: what their probes see of the same examples, by probe, and 1 − CKA by node of the first.

    ``names`` are the nodes' names. ``apart`` is 0 where both see the same, 1 where they have nothing in common.
    """

    steps: tuple[int, int]
    samples: tuple[Mapping[str, Sample], Mapping[str, Sample]]
    apart: Mapping[int, float]
    names: Mapping[int, str]


class Two:
    """The networks of two runs, both asked for the examples of the first one.

    Raises FolderError when a folder holds no run, and what `Training` raises when the second network does not take the
    first one's data. Not to be used while a training runs in the same program: it borrows torch's random numbers.
    """

    def __init__(self, one: Path, other: Path):
        self.folders = one, other
        projects = [_project(folder) for folder in self.folders]
        # Its data, its order and its seed decide which examples are held back and which of them a probe looks at.
        recipe = projects[0].recipe
        projects[1].recipe = projects[1].recipe.model_copy(
            update={"data": recipe.data, "seed": recipe.seed, "order": recipe.order}
        )
        device = torch.device("cpu")
        prepared = load_data(projects[0], one)
        self._trainings = [Training(project, prepared, device, torch.get_num_threads()) for project in projects]
        self._probes: list[list[Probe]] = []
        for training in self._trainings:
            with training.random:
                self._probes.append([probe for probe in default_probes() if _looks(probe) and probe.suits(training)])

    def at(self, step: int | None) -> Compared:
        """Compare at the newest kept step of each run at or before ``step``; at their ends without one."""
        steps = []
        samples: list[dict[str, Sample]] = []
        for folder, training, probes in zip(self.folders, self._trainings, self._probes, strict=True):
            kept = nearest(folder, step)
            steps.append(kept)
            training.take_weights(step_path(folder, kept))
            training.step = kept
            samples.append(_measured(training, probes))
        apart, names = self._apart()
        return Compared((steps[0], steps[1]), (samples[0], samples[1]), apart, names)

    def _apart(self) -> tuple[dict[int, float], dict[int, str]]:
        """1 − CKA of every node that both networks have by name and that answers with numbers."""
        one, other = self._trainings
        there = {step.name: Source(step.node, port) for step, port in _answers(other)}
        here = {step.name: Source(step.node, port) for step, port in _answers(one) if step.name in there}
        mine = _asked(one, one, tuple(here.values()))
        theirs = _asked(other, one, tuple(there[name] for name in here))
        apart = {}
        for source, first, second in zip(here.values(), mine, theirs, strict=True):
            alike = linear_cka(first, second)
            if np.isfinite(alike):
                apart[source.node] = min(max(1.0 - alike, 0.0), 1.0)
        return apart, {source.node: name for name, source in here.items()}


def difference(one: Sample, other: Sample) -> Sample | None:
    """What a probe saw in one run less what it saw in the other, in the form it has; None where nothing can be taken.

    Only arrays that both have in the same shape are taken from each other; all else is as in the first.
    """
    data: dict[str, Array] = dict(one.data)
    taken = False
    for name, values in one.data.items():
        theirs = other.data.get(name)
        if theirs is None or theirs.shape != values.shape:
            continue
        scale = f"scale/{name.removeprefix(PACKED)}"
        if name.startswith(PACKED) and scale in one.data and scale in other.data:
            found = opened(values, one.data[scale]) - opened(theirs, other.data[scale])
            data[name], data[scale] = _packed(found, one.data[scale].shape)
            counted = f"statistics/{name.removeprefix(PACKED)}"
            if counted in data:
                data[counted] = _counted(found, one.data[counted].shape)
            taken = True
        elif name.startswith(SIGNED) and values.dtype.kind == "f":
            data[name] = (values.astype(np.float64) - theirs.astype(np.float64)).astype(values.dtype)
            taken = True
    return Sample(one.probe, one.step, data, one.labels) if taken else None


def _packed(values: Array, shape: tuple[int, ...]) -> tuple[Array, Array]:
    """The way back: bytes, and ends of the given shape (batch, channels or 1, 2)."""
    rows = values.reshape(shape[0], shape[1], -1)
    low, high = rows.min(2), rows.max(2)
    span = np.where(high > low, high - low, 1.0)
    packed = np.round((rows - low[..., None]) / span[..., None] * 255).astype(np.uint8)
    return packed.reshape(values.shape), np.stack([low, high], 2).astype(np.float32)


def _counted(values: Array, shape: tuple[int, ...]) -> Array:
    """Mean, deviation and share of zeros, (batch, 1 + channels, 3): of all numbers, then of each channel."""
    rows = [values.reshape(len(values), 1, -1)]
    if shape[1] > 1:
        rows.append(values.reshape(len(values), shape[1] - 1, -1))
    parts = [np.stack([row.mean(2), row.std(2), (row == 0).mean(2)], 2) for row in rows]
    return np.concatenate(parts, 1).astype(np.float32)


def _project(folder: Path) -> Project:
    with Run.open(folder) as run:
        return document.from_snapshot(run.meta("snapshot"))


def _looks(probe: Probe) -> bool:
    """Whether a probe can look at a network that does not train just now."""
    return probe.moment in (Moment.BETWEEN, Moment.VALIDATION)


def _measured(training: Training, probes: Iterable[Probe]) -> dict[str, Sample]:
    """What each probe sees of a network as it is."""
    probes = tuple(probes)
    found: dict[str, Sample] = {}
    with training.random:
        visitors = tuple(probe for probe in probes if isinstance(probe, ValidationProbe))
        if visitors:
            training.evaluate("validation", visitors)
        for probe in probes:
            for sample in probe.collect(training):
                found[probe.name] = Sample(sample.probe, training.step, sample.data, sample.labels)
    return found


def _answers(training: Training) -> Iterable[tuple[Step, str]]:
    """Every node that answers with numbers for each example, and the port it does so by."""
    for step in training.plan.steps:
        if isinstance(step.layer, Input) or step.layer.family in (Family.LOSS, Family.METRIC):
            continue
        for port, spec in step.outputs.items():
            if spec.batched and spec.dtype.startswith("float") and port not in step.weights:
                yield step, port
                break


def _asked(training: Training, of: Training, sources: tuple[Source, ...]) -> list[Array]:
    """What outputs answer to the first examples that another training holds back, each (examples, …)."""
    part = of.part("validation") or of.part("training")
    program = training.tree.program(sources)
    lacking = [name for name in program.inputs if name not in part]
    if lacking:
        raise FolderError(
            say("The second network has an input {name} that the first has not.", name=lacking[0]),
            say("Choose two runs on the same data."),
        )
    modes = {module: module.training for module in training.tree.modules()}
    training.tree.eval()
    try:
        with torch.no_grad(), training.random:
            values = program({name: part[name][:EXAMPLES] for name in program.inputs})
    finally:
        for module, mode in modes.items():
            module.training = mode
    return [value.detach().float().cpu().numpy() for value in values]
