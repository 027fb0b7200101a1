"""Where words and examples lie among each other, seen along the two directions in which they differ most."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from torch import Tensor

from graphs.layers.input_output import Input
from graphs.meaning import Source
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.inside import full_name, origins, walk
from workbench.engine.probes.codes import main_directions
from workbench.engine.probes.looking import ExampleProbe, module_of
from workbench.engine.roles import placed

if TYPE_CHECKING:
    from workbench.engine.training import Training

WORDS = 400
"""How many rows of an embedding are placed, the first ones of its vocabulary."""

NEAR = 3
"""How many words are told beside each."""


def nearest(vectors: Tensor) -> Array:
    """Return for each of (n, d) vectors the numbers of those in most nearly the same direction, nearest first.

    (n, k), int64, where k is `NEAR` or as many as there are others. A plane shows two directions of many; this looks
    at all of them.
    """
    unit = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-12)
    alike = (unit @ unit.T).fill_diagonal_(-2)
    return np.asarray(alike.topk(min(NEAR, len(vectors) - 1), dim=1).indices.cpu().numpy())


class Embeddings(ExampleProbe):
    """The rows of every embedding, and the examples of a network that learns what is alike, in a plane.

    A sample has ``nodes`` (n,), int64, and for each: ``points/i`` (m, 2), float32: along the two main directions;
    ``share/i`` (2,), float64: which part of the variance these have; for words ``near/i`` (m, k), int64: the words in
    most nearly the same direction; and for examples ``labels/i`` (m,), int64. The label ``nodes`` names them,
    ``words/i`` the points, ``classes`` the labels.
    """

    name: ClassVar[str] = "embeddings"
    title: ClassVar[str] = mark("Embeddings")
    weight: ClassVar[float] = 0.3
    most: ClassVar[int] = WORDS

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._tables: list[tuple[int, str, Tensor, tuple[str, ...]]] = []
        self._placed: Source | None = None
        self._labels: Array | None = None

    def suits(self, training: Training) -> bool:
        """Networks with an embedding, or with a loss that draws together what is alike."""
        meaning, dataset = training.plan, training.prepared.dataset
        self._tables = []
        for path, _, _, step in walk(meaning):
            if step.layer.type_name() != "Embedding" or step.share is not None or not step.inputs:
                continue
            module = module_of(training.tree, meaning, path, step)
            weight = None if module is None else dict(module.named_parameters()).get("weight")
            if weight is None:
                continue
            read = next(iter(step.inputs.values()))[0]
            words: tuple[str, ...] = ()
            for origin in origins(meaning, Source(read.node, read.port, path)):
                if isinstance(origin.layer, Input):
                    words = dataset.vocabulary(origin.layer.field)
                    break
            top = path[0][0] if path else step.node
            named = words[: min(len(weight), WORDS)]
            self._tables.append((top, full_name(meaning, path, step), weight, named))
        self._placed, self._labels = placed(meaning), None
        if self._placed is not None and self.choose_examples(training):
            parts = training.prepared.parts
            table = parts.validation if self.part == "validation" else parts.training
            if "label" in table.columns and table["label"].ndim == 1:
                self._labels = np.asarray(table["label"][self.rows], dtype=np.int64)
        elif not self._tables or not self.choose_examples(training):
            return False
        return True

    def collect(self, training: Training) -> list[Sample]:
        """Place everything as it is after the step just taken."""
        if not self.is_time(training):
            return []
        found: list[tuple[int, str, Tensor, tuple[str, ...], Array | None]] = [
            # A row without a word is never read: it would only lie where it began.
            (node, name, weight.detach()[: len(words) or WORDS].float(), words, None)
            for node, name, weight, words in self._tables
        ]
        if self._placed is not None:
            (vectors,) = self.ask(training, (self._placed,))
            name = training.plan.by_node[self._placed.node].name
            found.append((self._placed.node, name, vectors.float(), (), self._labels))
        data: dict[str, Array] = {"nodes": np.array([one[0] for one in found], dtype=np.int64)}
        labels: dict[str, tuple[str, ...]] = {
            "nodes": tuple(one[1] for one in found),
            "classes": training.prepared.dataset.class_names(),
        }
        for place, (_, _, vectors, words, kinds) in enumerate(found):
            mean, axes, share = main_directions(vectors)
            data[f"points/{place}"] = ((vectors - mean) @ axes.T).cpu().numpy()
            data[f"share/{place}"] = share.double().cpu().numpy()
            if kinds is not None:
                data[f"labels/{place}"] = kinds
            if words:
                labels[f"words/{place}"] = words
                data[f"near/{place}"] = nearest(vectors)
        return [Sample(self.name, training.step, data, labels)]
