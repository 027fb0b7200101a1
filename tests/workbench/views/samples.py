"""Events as a training tells them, small enough to read."""

import numpy as np

from tests.workbench.views.further_samples import further
from workbench.engine.events import RunFinished, RunStarted, Sample, Scalars

DIGITS = tuple("0123456789")


def started(steps: int = 100, step: int = 0) -> RunStarted:
    """A training of two epochs begins, or goes on after ``step``."""
    return RunStarted("run", "folder", 2, steps // 2, steps, "CPU, 2 threads", 2, 0, 61_706, step)


def finished(steps: int = 100) -> RunFinished:
    """A training ended well."""
    return RunFinished("run", 2, steps, {"loss": 0.1, "accuracy": 0.98}, {"loss": 0.1, "accuracy": 0.97}, 1.0, False)


def scalars(tag: str, values: list[float], first: int = 1) -> Scalars:
    """Numbers of one tag at the steps from ``first`` on."""
    return Scalars(np.arange(first, first + len(values)), {tag: np.array(values, dtype=float)})


def gradients(step: int, norms: dict[str, float], player: str = "all", wires: float = 0.01) -> Sample:
    """Gradient norms of named nodes, whose ids count from 1; each has one wire."""
    ids = np.arange(1, len(norms) + 1)
    data = {
        "nodes": ids,
        "weight_norms": np.array(list(norms.values()), dtype=float),
        "updates": np.array(list(norms.values()), dtype=float) / 50,
        "wire_nodes": ids,
        "wire_norms": wires * np.array(list(norms.values()), dtype=float),
    }
    labels = {"player": (player,), "nodes": tuple(norms), "wire_nodes": tuple(norms), "wire_ports": ("y",) * len(norms)}
    return Sample("gradient_norms", step, data, labels)


def plane(step: int, slope: float = 1.0, cells: int = 24) -> Sample:
    """A straight line through the unit square: above x₁·slope it is class 1."""
    across, up = np.meshgrid(np.linspace(-0.2, 1.2, cells), np.linspace(-0.2, 1.2, cells))
    score = up - slope * across
    data = {
        "classes": (score > 0).astype(np.uint8),
        "confidence": (255 * np.abs(np.tanh(score))).astype(np.uint8),
        "limits": np.array([-0.2, 1.2, -0.2, 1.2]),
        "points": np.array([[0, 0], [0, 1], [1, 0], [1, 1]], dtype=np.float32),
        "labels": np.array([0, 1, 0, 1], dtype=np.uint8),
    }
    return Sample("decision_plane", step, data, {"classes": ("0", "1"), "axes": ("x₁", "x₂")})


def confusion(step: int, mistakes: list[tuple[int, int, int]]) -> Sample:
    """27 of each digit, but for the mistakes: (row in the validation part, truth, answer)."""
    counts = np.diag(np.full(10, 27))
    for _, truth, answer in mistakes:
        counts[truth, truth] -= 1
        counts[truth, answer] += 1
    wrong = np.array(mistakes, dtype=np.int64).reshape(-1, 3)
    right = np.array([(100 + n, n, n) for n in range(10)])
    return Sample("confusion", step, {"counts": counts, "mistakes": wrong, "right": right}, {"classes": DIGITS})


def feature_maps(step: int, channels: int = 6, side: int = 8) -> Sample:
    """The answers of a convolution, a sequence and a vector to two examples; the maps move with the step."""
    places = np.arange(channels * side * side).reshape(channels, side, side)
    maps = ((places * 7 + 31 * step) % 256).astype(np.uint8)
    data = {"nodes": np.array([2, 3, 4]), "examples": np.array([4, 9])}
    for place, (values, rows) in enumerate([(maps, channels), (maps[0], 1), (maps[0, 0], 1)]):
        data[f"maps/{place}"] = np.stack([values, values[::-1]])
        data[f"scale/{place}"] = np.tile(np.array([-1.0, 1.0], dtype=np.float32), (2, rows, 1))
        data[f"statistics/{place}"] = np.full((2, 1 + channels if place == 0 else 1, 3), 0.25, dtype=np.float32)
    data["kernels/0"] = np.linspace(-1, 1, channels * 25, dtype=np.float32).reshape(channels, 1, 5, 5)
    shapes = (f"{channels}×{side}×{side}", f"{side}×{side}", f"{side}")
    labels = {"nodes": ("C1", "steps", "F6"), "shapes": shapes, "truth": ("4", "9"), "part": ("validation",)}
    return Sample("feature_maps", step, data, labels)


def gates(step: int, units: int = 3, steps: int = 4, padded: int = 0) -> Sample:
    """An LSTM and, behind it, the backward direction of a GRU over a few words; the numbers move with the step."""
    places = np.arange(2 * steps * units).reshape(2, steps, units)
    wave = 0.5 + 0.4 * np.sin(places + 0.3 * step)
    lstm, gru = ("f", "i", "o", "g", "c", "h"), ("r", "z", "n", "h")
    words = ("the", "room", "was", "lovely", *("<pad>",) * max(steps - 4, 0))[:steps]
    data, labels = {"nodes": np.array([5, 6]), "saturated": np.array([0.1 + 0.001 * step, 0.2])}, {}
    data["examples"] = np.array([2, 7])
    for place, parts in enumerate((lstm, gru)):
        values = [wave if part in "fiorz" else 2 * wave - 1 for part in parts]
        data[f"parts/{place}"] = np.stack(values).astype(np.float32)
        data[f"means/{place}"] = np.stack(values).mean((1, 2, 3))
        data[f"saturation/{place}"] = np.full(len(parts), 0.1)
        data[f"lengths/{place}"] = np.full(2, steps - padded)
        data[f"lag/{place}"] = np.stack([0.5 ** np.arange(steps)] * (2 if place == 0 else 1))
        labels |= {f"parts/{place}": parts}
    labels |= {"words/0": words * 2, "nodes": ("lstm", "gru"), "kinds": ("LSTM", "GRU, layer 2, backwards")}
    data["curve/1"] = np.sin(np.arange(2 * steps)).reshape(2, steps).astype(np.float32)
    return Sample("gates", step, data, labels | {"truth": ("negative", "positive"), "part": ("validation",)})


def attention(step: int, heads: int = 2, length: int = 4, *, patches: bool = False) -> Sample:
    """Two layers of causal attention over a few words; with ``patches`` the keys are a class token and an image."""
    words = ("the", "room", "was", "lovely", *(f"w{n}" for n in range(4, length)))[:length]
    data, labels = {"nodes": np.array([5, 6]), "examples": np.array([2, 7])}, {}
    for place in range(2):
        scores = np.sin(np.arange(2 * heads * length * length) * (place + 1) + 0.1 * step)
        weights = np.tril(np.exp(scores.reshape(2, heads, length, length)))
        if patches:
            weights = np.exp(scores.reshape(2, heads, length, length))
        weights /= weights.sum(-1, keepdims=True)
        data |= {f"weights/{place}": weights.astype(np.float32), f"sizes/{place}": np.array([length, length])}
        data[f"entropy/{place}"] = 0.5 + 0.01 * step + np.arange(heads)
        if patches:
            side = int((length - 1) ** 0.5)
            data |= {f"grid/{place}": np.array([side, side, 1]), f"looked/{place}": weights[:, :, 0]}
        else:
            labels |= {f"{name}/{place}": words * 2 for name in ("queries", "keys")}
    if patches:
        data["image"] = (np.arange(2 * 8 * 8 * 3) % 256).reshape(2, 8, 8, 3).astype(np.uint8)
    named = {"nodes": ("first.attention", "second.attention"), "truth": ("negative", "positive")}
    return Sample("attention", step, data, labels | named | {"part": ("validation",)})


def weights(step: int, rows: int = 3, columns: int = 4) -> Sample:
    """Two matrices that grow with the step."""
    data, names = {"nodes": np.array([3, 4])}, ("C1", "F6")
    for place in range(2):
        matrix = np.linspace(-1, 1, rows * columns).reshape(rows, columns) * (1 + place) * (1 + 0.01 * step)
        counts, edges = np.histogram(matrix, 40)
        data |= {f"matrix/{place}": matrix.astype(np.float32), f"sizes/{place}": np.array([rows, columns])}
        data |= {f"counts/{place}": counts, f"ends/{place}": edges[[0, -1]]}
        data[f"norm/{place}"] = np.array([np.linalg.norm(matrix), matrix.std()])
    return Sample("weights", step, data, {"nodes": names})


def one_of_everything(step: int) -> list[Scalars | Sample]:
    """What a training tells around one step, for every view there is."""
    return [
        scalars("train/loss", [2.0 / step], step),
        scalars("train/accuracy", [0.9], step),
        scalars("val/loss", [2.2 / step], step),
        scalars("val/accuracy", [0.95], step),
        gradients(step, {"C1": 0.1, "C3": 0.2 / step}),
        feature_maps(step),
        gates(step),
        attention(step),
        weights(step),
        plane(step, 1 + 0.01 * step),
        confusion(step, [(3, 8, 1)]),
        *further(step),
    ]
