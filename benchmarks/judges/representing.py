"""What representations are worth that were learned without labels: a linear probe with ten labels a class."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from benchmarks.judges import Trained, judge
from graphs import document
from graphs.meaning import Source
from workbench.data import Prepared
from workbench.engine.loading import load_data
from workbench.engine.runs import Run
from workbench.engine.training import Training

LABELS, DRAWS = 10, 10
"""How many labelled examples of each class the probe sees, and over how many draws of them its error is averaged."""


def told(made: Trained) -> tuple[Training, Prepared]:
    """The network of a run as it was before the first step, and the data it was made for."""
    with Run.open(made.folder) as run:
        project = document.from_snapshot(run.meta("snapshot"))
    prepared = load_data(project, made.folder)
    return Training(project, prepared, torch.device("cpu"), 1), prepared


def given(training: Training, output: str, columns: dict[str, Tensor]) -> Tensor:
    """What the Output called ``output`` gives for all examples of some columns by Input name, (N, ...)."""
    node = next(step.node for step in training.plan.steps if step.name == output)
    program = training.tree.eval().program((Source(node, "y"),))
    torch.manual_seed(0)
    with torch.no_grad():
        return program({name: columns[name] for name in program.inputs})[0].float()


def probe_error(seen: Tensor, label: np.ndarray, new: Tensor, truth: np.ndarray) -> float:
    """The error from 0 to 1 of a logistic regression on standardised features (N, F) that saw ten labels a class."""
    from sklearn.linear_model import LogisticRegression

    mean, deviation = seen.mean(0), seen.std(0).clamp(min=1e-6)
    x, test = (((value - mean) / deviation).numpy() for value in (seen, new))
    errors = []
    for draw in range(DRAWS):
        random = np.random.default_rng(draw)
        chosen = [random.choice(np.flatnonzero(label == one), LABELS, replace=False) for one in np.unique(label)]
        rows = np.concatenate(chosen)
        probe = LogisticRegression(C=1.0, max_iter=2000).fit(x[rows], label[rows])
        errors.append(1 - probe.score(test, truth))
    return float(np.mean(errors))


_known: dict[tuple[Path, str], tuple[float, float]] = {}


def errors(made: Trained, output: str) -> tuple[float, float]:
    """The errors of the probe on what was learned, and on the same network before its first step: on test examples."""
    if (made.folder, output) in _known:
        return _known[made.folder, output]
    before, prepared = told(made)
    parts, found = prepared.parts, []
    for training in (made.training, before):
        both = [given(training, output, dict(training.part(part))) for part in ("training", "test")]
        found.append(probe_error(both[0], parts.training["label"], both[1], parts.test["label"]))
    _known[made.folder, output] = found[0], found[1]
    return _known[made.folder, output]


@judge(
    "simclr", "moco", figure="error of a linear probe with 10 labels a class ÷ that of a random encoder", at_most=0.5
)
def halved(made: Trained) -> float:
    """How much of a random encoder's error is left."""
    learned, chance = errors(made, "representation")
    return learned / chance


@judge("simclr", "moco", figure="accuracy of the linear probe with 10 labels a class")
def probed(made: Trained) -> float:
    """The share of test digits that the probe on the learned representation names rightly."""
    return 1 - errors(made, "representation")[0]


@judge("simclr", "moco", figure="the same on the random encoder")
def unlearned(made: Trained) -> float:
    """The share of test digits that the probe names rightly when the encoder has learned nothing."""
    return 1 - errors(made, "representation")[1]
