"""Samples of the views of hidden spaces, spikes, CTC's ways and captions, small enough to read."""

import numpy as np

from workbench.engine.events import Sample


def hidden_space(step: int, cells: int = 5) -> Sample:
    """A grid that is sheared more with every step, four points, the answer changing in the middle."""
    across, up = np.meshgrid(np.linspace(-1, 1, cells), np.linspace(-1, 1, cells))
    grid = np.stack([across + 0.02 * step * up, up * (1 + 0.01 * step)], -1).astype(np.float32)
    data = {
        "nodes": np.array([3]), "grid/0": grid, "points/0": grid[::4, ::4].reshape(-1, 2), "units/0": np.array([2]),
        "share/0": np.array([0.5, 0.5]), "answers": (across > 0).astype(np.uint8),
        "labels": np.array([0, 1, 0, 1], dtype=np.uint8),
    }  # fmt: skip
    return Sample("hidden_space", step, data, {"nodes": ("relu",), "classes": ("0", "1")})


def spikes(step: int) -> Sample:
    """Five neurons over eight steps, one more spike with each step of the training."""
    fired = (np.arange(80).reshape(2, 5, 8) % 7 < 1 + step % 5).astype(np.uint8)
    data = {
        "nodes": np.array([4]), "examples": np.array([2, 7]), "spikes/0": fired, "sizes/0": np.array([5, 8]),
        "rates/0": np.array([fired.mean() + 0.001 * step, 0.2]),
    }  # fmt: skip
    return Sample("spikes", step, data, {"nodes": ("neurons",), "truth": ("3", "8"), "part": ("validation",)})


def ctc_paths(step: int) -> Sample:
    """Two words of two letters over six steps; the network grows surer with every step."""
    scores = np.cos(np.arange(36).reshape(2, 3, 6)) * (1 + 0.05 * step)
    shares = np.exp(scores) / np.exp(scores).sum(1, keepdims=True)
    data = {
        "probabilities": shares.astype(np.float32), "examples": np.array([1, 5]), "blank": np.array([0]),
        "likely": np.full(2, 1 / (1 + step)), "ways/0": shares[0, [0, 1, 0, 2, 0]], "ways/1": shares[1, [0, 2, 0]],
    }  # fmt: skip
    labels = {"letters": ("–", "a", "b"), "ways/0": ("–", "a", "–", "b", "–"), "ways/1": ("–", "b", "–")}
    return Sample("ctc_paths", step, data, labels | {"said": ("a", "b"), "wanted": ("a b", "b"), "part": ("test",)})


def captions(step: int) -> Sample:
    """Two pictures, four words each, looked at in nine places."""
    looked = np.exp(np.sin(np.arange(72).reshape(2, 4, 3, 3) + 0.1 * step))
    looked /= looked.sum((2, 3), keepdims=True)
    image = ((np.arange(216).reshape(2, 6, 6, 3) * 5 + 17) % 256).astype(np.uint8)
    data = {
        "image": image, "looked": looked.astype(np.float32), "sure": np.full((2, 4), 0.5),
        "lengths": np.array([3, 2 + step % 2]), "examples": np.array([4, 9]),
    }  # fmt: skip
    words = ("a", "red", "circle", "<end>", "a", "blue", "cross", "<end>")
    return Sample("captions", step, data, {"words": words, "wanted": ("a red circle", "a cross"), "part": ("test",)})


def explanations(step: int) -> Sample:
    """Two pictures of six pixels a side; what counts moves and grows with the step, and the second was mistaken."""
    wave = np.sin(np.arange(144).reshape(2, 2, 6, 6) * 0.3 + 0.1 * step) * (1 + 0.02 * step)
    image = ((np.arange(216).reshape(2, 6, 6, 3) * 5 + 17) % 256).astype(np.uint8)
    data = {
        "saliency": np.abs(wave).astype(np.float32), "integrated": wave.astype(np.float32),
        "cam": np.maximum(wave, 0).astype(np.float32), "explained": np.array([[0, 1], [0, 2]]),
        "scores": np.full((2, 2), 1 + 0.1 * step, dtype=np.float32), "examples": np.array([4, 9]), "image": image,
    }  # fmt: skip
    labels = {"shape": ("image",), "answers": ("cat", "dog", "owl"), "targets": ("said", "true")}
    return Sample("explanations", step, data, labels | {"truth": ("cat", "owl"), "part": ("validation",)})
