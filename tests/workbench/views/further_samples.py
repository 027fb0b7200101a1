"""Samples of the views beyond the first ones, small enough to read; and what each of these views fits."""

from collections.abc import Callable

import numpy as np

import presets
from graphs.project import Project
from tests.workbench.engine.makers import copier, diffuser, dreamer, foreteller, placer
from tests.workbench.engine.sayers import describer, fires, hears, parting
from tests.workbench.views.saying_samples import captions, ctc_paths, explanations, hidden_space, spikes
from workbench.engine.events import Sample

FITTING: dict[str, Callable[[], Project]] = {
    "probabilities": lambda: presets.build("lenet5"),
    "predictions": foreteller,
    "reconstructions": copier,
    "error_histogram": copier,
    "latent": copier,
    "generated": dreamer,
    "film_strip": diffuser,
    "judging": dreamer,
    "activations": copier,
    "embeddings": placer,
    "positions": placer,
    "inputs": copier,
    "cycle": lambda: presets.build("cyclegan"),
    "painting": lambda: presets.build("style_transfer"),
    "gram": lambda: presets.build("style_transfer"),
    "hidden_space": parting,
    "spikes": fires,
    "ctc_paths": hears,
    "captions": describer,
    "explanations": lambda: presets.build("lenet5"),
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


def found(step: int) -> Sample:
    """A detector's frames in two pictures: the first picture's thing is found and something beside it, the second's
    is called by a wrong name.
    """
    truth = np.array([[[0.5, 0.5, 0.4, 0.4], [0, 0, 0, 0]], [[0.3, 0.3, 0.4, 0.4], [0.8, 0.8, 0.2, 0.2]]])
    answer = np.array([[[0.5, 0.5, 0.4, 0.3], [0.1, 0.1, 0.1, 0.1]], [[0.3, 0.3, 0.4, 0.4], [0, 0, 0, 0]]])
    data = {"answer": answer, "truth": truth, "scores": np.array([[0.9, 0.4], [0.8, 0.0]]), "examples": np.arange(2)}
    data |= {"kinds": np.array([[1, 0], [1, 0]]), "kinds_true": np.array([[1, -1], [0, 1]])}
    labels = {"shape": ("found",), "part": ("validation",), "unit": ("",), "classes": ("ring", "star")}
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


def codes(step: int, *, curves: bool = False) -> Sample:
    """Twelve examples of two kinds in a code of three numbers, and a grid of three by three decoded places."""
    places = np.arange(24, dtype=np.float32).reshape(12, 2)
    grid = np.sin(np.arange(45).reshape(9, 5) + step).astype(np.float32) if curves else pixels(9, step)
    data = {
        "points": np.sin(places) * (1 + 0.1 * step), "mean": np.zeros(3, dtype=np.float32),
        "axes": np.eye(2, 3, dtype=np.float32), "share": np.array([0.6, 0.3]), "labels": np.arange(12) % 2,
        "ends": np.array([-1.0, 1.0, -1.0, 1.0]) * (1 + 0.1 * step), "grid": grid,
    }  # fmt: skip
    data |= {} if curves else {"black": np.array([0.0, 1.0])}
    return Sample("codes", step, data, {"classes": ("zero", "one"), "part": ("validation",)})


def generated(step: int, *, points: bool = False) -> Sample:
    """Four made pictures that change with the step, or points that come nearer to those of the data; and their film."""
    if points:
        real = np.stack([np.cos(np.arange(6)), np.sin(np.arange(6))], 1)
        film = np.stack([real * (1 + away / step) for away in (3, 2, 1)])
    else:
        real = pixels(4, 1)
        film = np.stack([pixels(4, step + n) for n in (3, 2, 1)])
    data = {"made": film[-1], "real": real, "film": film, "noised": film[::-1], "times": np.array([19, 9, -1])}
    return Sample("generated", step, data, {"way": ("diffusion",), "axes": ()})


def judging(step: int) -> Sample:
    """A judge that wins, and a generator that makes only two of three kinds."""
    data = {
        "real": np.linspace(0.5, 0.6 + 0.3 * (1 - 1 / step), 5), "made": np.linspace(0.1, 0.5, 5) / step,
        "kinds": np.array([0.7, 0.3, 0.0]), "truth": np.full(3, 1 / 3),
    }  # fmt: skip
    return Sample("judging", step, data, {"scale": ("probability",), "classes": ("a", "b", "c")})


def activations(step: int) -> Sample:
    """A ReLU at which ever more numbers arrive below zero, and a Tanh."""
    z = np.linspace(-6, 6, 241)
    data = {"z": z, "nodes": np.array([4, 7]), "flat": np.array([1 - 1 / step, 0.1])}
    for place, (curve, slope) in enumerate(((np.maximum(z, 0), (z > 0) * 1.0), (np.tanh(z), 1 - np.tanh(z) ** 2))):
        counts = np.round(100 * np.exp(-np.square(np.linspace(-6, 6, 60) + 0.02 * step)))
        data |= {f"curve/{place}": curve, f"slope/{place}": slope, f"counts/{place}": counts.astype(np.int64)}
    return Sample("activations", step, data, {"nodes": ("relu", "tanh"), "kinds": ("ReLU", "Tanh")})


def embeddings(step: int) -> Sample:
    """Five words that move apart, and ten examples of two classes."""
    data = {"nodes": np.array([2, 9]), "share/0": np.array([0.5, 0.2]), "share/1": np.array([0.9, 0.1])}
    data["points/0"] = np.stack([np.cos(np.arange(5)), np.sin(np.arange(5))], 1) * (1 + 0.1 * step)
    data["points/1"] = np.stack([np.cos(np.arange(10)), np.sin(np.arange(10))], 1)
    data["labels/1"] = np.arange(10) % 2
    data["near/0"] = np.array([[1, 4], [2, 0], [3, 1], [4, 2], [0, 3]])
    labels = {"nodes": ("embedding", "encoder"), "classes": ("zero", "one"), "words/0": tuple("abcde")}
    return Sample("embeddings", step, data, labels)


def positions(step: int) -> Sample:
    """Eight places of four numbers."""
    table = np.sin(np.arange(32).reshape(8, 4) * (1 + 0.01 * step)).astype(np.float32)
    unit = table / np.linalg.norm(table, axis=1, keepdims=True)
    return Sample(
        "positions", step, {"nodes": np.array([3]), "table/0": table, "alike/0": unit @ unit.T}, {"nodes": ("places",)}
    )


def inputs(step: int, kind: str = "image") -> Sample:
    """Two examples of a kind as they go in; they stay the same but for the step they are told at."""
    rng = np.random.default_rng(step)
    data = {
        "image": {"image": pixels(2, step)},
        "signal": {
            "wave": rng.standard_normal((2, 64)),
            "spectrum": -100 * rng.random((2, 9, 17)),
            "window": np.array([16, 4]),
        },
        "sequence": {"steps": rng.standard_normal((2, 8, 3))},
        "points": {"points": rng.standard_normal((2, 20, 3))},
        "volume": {"slices": np.stack([pixels(5, step), pixels(5, step + 1)]), "depths": np.arange(5)},
    }[kind]  # fmt: skip
    labels = {"shape": (kind,), "truth": ("a", "b"), "part": ("validation",)}
    return Sample("inputs", step, {**data, "examples": np.array([3, 7])}, labels)


def journeys(step: int) -> Sample:
    """Two pictures of either world, what they become, and what comes back ever nearer."""
    data = {f"{word}/{number}": pixels(2, step + number) for word in ("start", "across", "home") for number in (0, 1)}
    return Sample("journeys", step, data | {"errors": np.array([1.0, 2.0]) / step}, {"worlds": ("day", "night")})


def canvas(step: int) -> Sample:
    """A painting that changes with the step, and its two models."""
    data = {"picture": pixels(1, step)[0], "models": pixels(2, 1)}
    return Sample("canvas", step, data, {"models": ("photograph", "style")})


def grams(step: int) -> Sample:
    """Gram matrices of two layers, of 3 and of 5 features, that come nearer to what is wanted."""
    data = {}
    for place, size in enumerate((3, 5)):
        wanted = np.add.outer(np.arange(size), np.arange(size)).astype(np.float32) + 1
        data |= {f"made/{place}": wanted * (1 - 0.5 / step), f"wanted/{place}": wanted}
    return Sample("grams", step, data, {"layers": ("style1", "style2")})


def further(step: int) -> list[Sample]:
    """What a training tells around one step, for each of these views."""
    return [
        probabilities(step),
        numbers(step),
        reconstructions(step),
        errors(step),
        codes(step),
        generated(step),
        judging(step),
        activations(step),
        embeddings(step),
        positions(step),
        inputs(step),
        hidden_space(step),
        spikes(step),
        ctc_paths(step),
        captions(step),
        explanations(step),
        journeys(step),
        canvas(step),
        grams(step),
    ]
