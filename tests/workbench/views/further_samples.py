"""Samples of the views beyond the first ones, small enough to read; and what each of these views fits."""

from collections.abc import Callable

import numpy as np

import presets
from graphs.project import Project
from tests.workbench.engine.makers import copier, foreteller
from workbench.engine.events import Sample

FITTING: dict[str, Callable[[], Project]] = {
    "probabilities": lambda: presets.build("lenet5"),
    "predictions": foreteller,
    "reconstructions": copier,
    "error_histogram": copier,
}
"""A project for each of these views."""


def pixels(count: int, step: int, side: int = 6) -> np.ndarray:
    """Pictures (count, side, side, 3) that change with the step."""
    places = np.arange(count * side * side * 3).reshape(count, side, side, 3)
    return ((places * 5 + 17 * step) % 256).astype(np.uint8)


def probabilities(step: int, classes: int = 3) -> Sample:
    """Three examples, of which the network grows surer with every step."""
    scores = np.eye(3, classes) * (1 + 0.05 * step)
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    data = {
        "probabilities": shares.astype(np.float32), "right": np.arange(3), "answer": np.array([0, 1, 0]),
        "examples": np.array([4, 8, 15]), "image": pixels(3, 1),
    }  # fmt: skip
    names = tuple(f"kind {n}" for n in range(classes))
    return Sample("probabilities", step, data, {"classes": names, "truth": names[:3], "part": ("validation",)})


def numbers(step: int, ahead: int = 3, *, series: bool = True) -> Sample:
    """Forecasts of a wave that come nearer to it with every step."""
    truth = np.sin(np.arange(8)[:, None] + np.arange(ahead))
    data = {"answer": truth * (1 - 1 / (1 + step)), "truth": truth, "examples": np.arange(8)}
    if series:
        data["before"] = np.sin(np.arange(8)[:, None] - np.arange(5, 0, -1)).astype(np.float32)
    return Sample("predictions", step, data, {"shape": ("numbers",), "part": ("validation",), "unit": ("",)})


def maps(step: int) -> Sample:
    """Two pictures with a square in them, of which one more row is found at each step."""
    truth = np.zeros((2, 6, 6), dtype=np.uint8)
    truth[:, 1:5, 1:5] = 1
    answer = truth * (np.arange(6)[None, :, None] <= step)
    data = {"answer": answer.astype(np.uint8), "truth": truth, "classes": np.array([2]), "examples": np.array([0, 1])}
    labels = {"shape": ("map",), "part": ("validation",), "unit": ("",)}
    return Sample("predictions", step, data | {"image": pixels(2, 1)}, labels)


def boxes(step: int) -> Sample:
    """Two pictures with one frame each, and a second one that is empty."""
    truth = np.array([[[0.5, 0.5, 0.5, 0.5], [0, 0, 0, 0]], [[0.25, 0.5, 0.5, 1.0], [0.8, 0.8, 0.2, 0.2]]])
    data = {"answer": truth + 0.25 / step * (truth > 0), "truth": truth, "examples": np.array([0, 1])}
    labels = {"shape": ("boxes",), "part": ("validation",), "unit": ("",)}
    return Sample("predictions", step, data | {"image": pixels(2, 1)}, labels)


def reconstructions(step: int, *, cleans: bool = False, curves: bool = False) -> Sample:
    """Three pictures, or curves, and their copies; ``cleans``: what is wanted is not what was shown."""
    wanted = np.sin(np.arange(15).reshape(3, 5)).astype(np.float32) if curves else pixels(3, 1)
    back = (wanted * (1 - 1 / (1 + step))).astype(wanted.dtype)
    data = {"shown": wanted // 2 if cleans else wanted, "back": back, "errors": np.full(3, 1 / step)}
    data |= {"examples": np.array([4, 8, 15])} | ({"wanted": wanted} if cleans else {})
    return Sample("reconstructions", step, data, {"truth": ("a", "b", "a"), "part": ("validation",)})


def errors(step: int) -> Sample:
    """Two groups; those of the second lie apart."""
    groups = np.arange(40) % 4 == 0
    values = np.linspace(0.1, 0.5, 40) + groups * 2.0 + 1 / step
    return Sample(
        "reconstruction_errors",
        step,
        {"errors": values, "groups": groups.astype(np.int64)},
        {"groups": ("usual", "odd")},
    )


def further(step: int) -> list[Sample]:
    """What a training tells around one step, for each of these views."""
    return [probabilities(step), numbers(step), reconstructions(step), errors(step)]
