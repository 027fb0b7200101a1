"""What representations are worth: a linear probe with ten labels a class, neighbours of pictures never shown, angles,
captions found, and hidden patches painted in."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from benchmarks.judges import Trained, goal, judge
from graphs import document
from graphs.meaning import Source
from workbench.data import Prepared
from workbench.data.shapes import SHAPES
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


def given(training: Training, node: str, part: str, port: str = "y") -> Tensor:
    """What a node gives for all examples of a part of the data, (N, ...); chance begins at the same place each time."""
    step = next(step for step in training.plan.steps if step.name == node)
    program, columns = training.tree.eval().program((Source(step.node, port),)), training.part(part)
    torch.manual_seed(0)
    with torch.no_grad():
        return program({name: columns[name] for name in program.inputs})[0]


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


_known: dict[Path, tuple[float, float]] = {}


def errors(made: Trained) -> tuple[float, float]:
    """The errors of the probe on what was learned, and on the same network before its first step: on test examples."""
    if made.folder not in _known:
        before, prepared = told(made)
        label, truth = prepared.parts.training["label"], prepared.parts.test["label"]
        learned, chance = (
            probe_error(given(one, "representation", "training"), label, given(one, "representation", "test"), truth)
            for one in (made.training, before)
        )
        _known[made.folder] = learned, chance
    return _known[made.folder]


@judge("simclr", "moco", figure="error of a linear probe with 10 labels a class ÷ of a random encoder", at_most=0.5)
def halved(made: Trained) -> float:
    """How much of a random encoder's error is left."""
    learned, chance = errors(made)
    return learned / chance


@judge("simclr", "moco", figure="accuracy of the linear probe with 10 labels a class")
def probed(made: Trained) -> float:
    """The share of test digits that the probe on the learned representation names rightly."""
    return 1 - errors(made)[0]


@judge("simclr", "moco", figure="the same on the random encoder")
def unlearned(made: Trained) -> float:
    """The share of test digits that the probe names rightly when the encoder has learned nothing."""
    return 1 - errors(made)[1]


goal("simclr", "moco", metric="retrieval_accuracy")


@judge(
    "triplet", figure="digits never shown, named by the nearest one that was", at_least=0.95,
    why="no: there are 33 to 45 such digits, so one is worth 2 to 3 points",
)  # fmt: skip
def neighbours(made: Trained) -> float:
    """The share of digits in no training triplet whose nearest anchor of the training part is of their class.

    Digits come in several triplets, so test triplets may hold what training has shown: those do not count.
    """
    parts, new = told(made)[1].parts, strangers(made)
    known, asked = given(made.training, "unit_anchor", "training"), given(made.training, "unit_anchor", "test")[new]
    nearest = (asked @ known.T).argmax(1).numpy()
    return float((parts.training["label"][nearest] == parts.test["label"][new]).mean())


def strangers(made: Trained) -> np.ndarray:
    """Which anchors of the test part, bool (N,), are in no training triplet."""
    parts = told(made)[1].parts
    shown = {row.tobytes() for name in ("anchor", "positive", "negative") for row in parts.training[name]}
    return np.array([row.tobytes() not in shown for row in parts.test["anchor"]])


@judge("triplet", figure="how many such digits the test has")
def unseen(made: Trained) -> float:
    """The number of test anchors that no training triplet has shown."""
    return float(strangers(made).sum())


goal("arcface", metric="accuracy", at_least=0.95)


@judge("arcface", figure="mean angle between a test digit and its class, in degrees")
def angle(made: Trained) -> float:
    """How far a picture's direction lies from the direction of its class on average."""
    step = next(step for step in made.training.plan.steps if step.name == "head")
    directions = F.normalize(made.training.tree.node_parameters(step.node)["weight"].detach(), dim=1)
    found = F.normalize(given(made.training, "embedding", "test"), dim=1)
    cosine = (found * directions[made.training.part("test")["label"]]).sum(1)
    return float(torch.rad2deg(cosine.clamp(-1, 1).acos()).mean())


goal("clip", metric="retrieval_accuracy")


def found_without(made: Trained, words: tuple[str, ...]) -> float:
    """How often somebody finds the caption of a test picture who reads and sees all but these words, and then guesses.

    Equal captions count as right, as they do for the network.
    """
    prepared = told(made)[1]
    known = prepared.dataset.vocabulary("tokens")
    unknown = [number for number, word in enumerate(known) if word in words]
    tokens = prepared.parts.test["tokens"]
    seen = np.where(np.isin(tokens, unknown), -1, tokens)
    alike = (seen[:, None] == seen).all(2)
    right = (tokens[:, None] == tokens).all(2)
    return float((right.sum(1) / alike.sum(1)).mean())


@judge("clip", figure="÷ that of somebody who reads everything but what the shapes are", at_least=1.0)
def beyond_colours(made: Trained) -> float:
    """More than 1 is reached only by who tells shapes too: colours and what lies where do not suffice."""
    return made.test["retrieval_accuracy"] / found_without(made, SHAPES)


@judge("clip", figure="÷ that of somebody who guesses")
def beyond_chance(made: Trained) -> float:
    """How many times as often as by chance a picture finds its caption."""
    return made.test["retrieval_accuracy"] / found_without(made, told(made)[1].dataset.vocabulary("tokens"))


@judge("mae", figure="squared error of hidden pixels ÷ that of the mean training picture", at_most=0.6)
def painted(made: Trained) -> float:
    """How much better the network paints hidden pixels than somebody who always paints the mean picture."""
    part = "test"
    mask = given(made.training, "hide", part, "mask")
    painted_in, true = (
        given(made.training, "decoder", part, "painted"),
        given(made.training, "patches", part, "patches"),
    )
    mean = given(made.training, "patches", "training", "patches").mean(0)
    own, plain = (((guess - true).square() * mask).sum() for guess in (painted_in, mean))
    return float(own / plain)
