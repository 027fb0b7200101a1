"""What a network writes about a picture, word by word, and where in the picture it looks for each word."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.probes.attention import Attending, attentions
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.probes.places import grid_of
from workbench.engine.probes.showing import pictures
from workbench.engine.roles import Writing, writing_about

if TYPE_CHECKING:
    from workbench.engine.training import Training

ENDS = ("<end>", "<eos>", "</s>")


class Captions(ExampleProbe):
    """A few pictures, what is written about each when every word is the network's own, and where it looks.

    A sample has ``image`` (k, h, w, 3), uint8; ``looked`` (k, words, rows, columns), float32: how much each patch is
    looked at before each word, all of a word adding up to 1 where the attention is over patches alone; ``sure``
    (k, words), float32: how likely the network held the word it wrote; ``lengths`` (k,), int64: how many words there
    are up to the end. The labels ``words`` (k · words), ``wanted`` and ``truth``: what was written, and what the data
    say.
    """

    name: ClassVar[str] = "captions"
    title: ClassVar[str] = mark("Captions")
    weight: ClassVar[float] = 0.5
    salt: ClassVar[int] = 15

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._writing: Writing | None = None
        self._attending: Attending | None = None

    def suits(self, training: Training) -> bool:
        """Networks that write words about a picture and look at its places meanwhile."""
        self._writing = writing_about(training.plan)
        self._attending = None
        if self._writing is None:
            return False
        for one in attentions(training.tree, training.plan):
            if one.keys != one.queries and self._over_picture(training, one):
                self._attending = one
        return self._attending is not None and self.choose_examples(training)

    @staticmethod
    def _over_picture(training: Training, one: Attending) -> bool:
        """Whether what is looked at is made of pictures and who looks has read words."""
        from graphs.tensors import Kind
        from workbench.engine.inside import origins

        seen = {step.outputs["y"].kind for step in origins(training.plan, one.keys)}
        asks = {step.outputs["y"].kind for step in origins(training.plan, one.queries)}
        return Kind.IMAGE in seen and Kind.TOKENS not in seen and Kind.TOKENS in asks

    def collect(self, training: Training) -> list[Sample]:
        """Let the network write, each word from its own words before."""
        writing, attending = self._writing, self._attending
        if writing is None or attending is None or not self.is_time(training):
            return []
        read = training.plan.by_node[writing.read].name
        given = self.inputs[read]
        own = torch.zeros_like(given)
        own[:, 0] = given[:, 0]
        sources = (writing.scores, *attending.sources)
        length = given.shape[1]
        values: tuple[Tensor, ...] = ()
        try:
            for place in range(length):
                self.inputs[read] = own
                values = self.ask(training, sources)
                if place + 1 < length:
                    own[:, place + 1] = values[0][:, place].argmax(-1)
        finally:
            self.inputs[read] = given
        shares = values[0].float().softmax(-1)
        sure, best = shares.max(-1)
        with torch.no_grad():
            weights = attending.read(values[1:]).float().mean(1)
        grid = grid_of(training.plan, attending.keys, weights.shape[2])
        if grid is None or weights.shape[1] != length:
            return []
        rows, columns, before = grid
        looked = weights[:, :, before:].reshape(len(weights), length, rows, columns)
        names = training.prepared.dataset.vocabulary(writing.field)
        words = [[names[n] if n < len(names) else str(n) for n in row] for row in best.cpu().tolist()]
        ends = [next((n for n, word in enumerate(row) if word in ENDS), length) for row in words]
        wanted = self.inputs[training.plan.by_node[writing.target].name].cpu().tolist()
        truth = [[names[n] for n in row if 0 < n < len(names) and names[n] not in ENDS] for row in wanted]
        image = next(step for step in training.plan.steps if step.node == writing.picture)
        data: dict[str, Array] = {
            "image": pictures(self.inputs[image.name]),
            "looked": looked.cpu().numpy(),
            "sure": sure.cpu().numpy(),
            "lengths": np.array(ends, dtype=np.int64),
            "examples": self.rows,
        }
        labels = {
            "words": tuple(word for row in words for word in row),
            "wanted": tuple(" ".join(row) for row in truth),
            "part": (self.part,),
        }
        return [Sample(self.name, training.step, data, labels)]
