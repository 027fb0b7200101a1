"""What recommenders, students, searches and spiking neurons reach, beside what somebody reaches who knows less."""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np

import presets
from benchmarks.judges import Trained, goal, judge
from benchmarks.judges.representing import given, told

SHOWN = 5
"""How many things are recommended."""


def _popular(made: Trained) -> float:
    """How often the next click is among the five things clicked most often in the training part."""
    parts = told(made)[1].parts
    best = np.argsort(-np.bincount(parts.training["label"]))[:SHOWN]
    return float(np.isin(parts.test["label"], best).mean())


goal("gru4rec", "sasrec", metric="hit_rate")


@judge("gru4rec", "sasrec", figure="recall at 5 ÷ that of the five best-sellers", at_least=2.0)
def recall(made: Trained) -> float:
    """How many times as often as by the best-sellers the next click is among the five things shown."""
    return made.test["hit_rate"] / _popular(made)


@judge("matrix_factorisation", figure="RMSE in stars")
def stars(made: Trained) -> float:
    """The root of the mean squared error on ratings never seen, in stars; half a star of noise cannot be learned."""
    return made.test["root_mean_squared_error"] * _stars(made)


def _stars(made: Trained) -> float:
    """How many stars one unit of the scaled target is."""
    scale = told(made)[1].scaler.scales.get("target")
    return 1.0 if scale is None else float(scale.deviations[0])


@judge("matrix_factorisation", figure="RMSE ÷ that of the mean rating", at_most=0.6)
def against_the_mean(made: Trained) -> float:
    """The error relative to that of somebody who gives every film the mean rating of the training part."""
    parts = told(made)[1].parts
    plain = np.sqrt(np.mean((parts.test["target"] - parts.training["target"].mean()) ** 2))
    return float(made.test["root_mean_squared_error"] / plain)


for who in ("student", "lonely", "teacher"):
    goal("distillation", metric=f"{who}_accuracy")


@judge(
    "distillation", figure="accuracy the student gains by its teacher", at_least=0.0,
    why="no: labels alone teach these digits as well, and seeds differ by more than what a teacher adds",
)  # fmt: skip
def gained(made: Trained) -> float:
    """The accuracy of the taught student minus that of the lonely one, on the test part."""
    return made.test["student_accuracy"] - made.test["lonely_accuracy"]


goal("spiking", metric="accuracy", at_least=0.9)


@judge("spiking", figure="share of hidden neurons that fire in a step")
def firing(made: Trained) -> float:
    """How often a hidden neuron fires, from 0 to 1: what a chip spends its energy on."""
    return float(given(made.training, "spikes", "test").mean())


goal("architecture_search", metric="accuracy")


@judge("architecture_search", figure="validation accuracy of the best of eight networks that evolved", at_least=0.95)
def evolved(made: Trained) -> float:
    """What a search finds in eight trainings, which begins with the space that is offered for the drawing."""
    from workbench.searching import Search

    project = presets.build("architecture_search")
    project.recipe = project.recipe.model_copy(update={"seed": made.seed})
    with tempfile.TemporaryDirectory() as home:
        search = Search(project, budget=8, seed=made.seed, folder=Path(home), threads=1)
        best = min(search.run(), key=lambda trial: trial.loss)
    return best.figures["accuracy"]
