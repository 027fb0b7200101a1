"""What a network trained with CTC says at every step, and along which ways the text lies in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
import torch
from torch import Tensor

from graphs.layers.input_output import Input
from graphs.meaning import Step
from graphs.message import mark
from workbench.engine.events import Array, Sample
from workbench.engine.probes.looking import ExampleProbe
from workbench.engine.roles import reads_by_ctc

if TYPE_CHECKING:
    from workbench.engine.training import Training

STEPS, CLASSES = 400, 128
"""So many steps and classes are kept at most."""

BLANK = "–"


def occupancy(scores: Tensor, text: Tensor, blank: int) -> tuple[Tensor, float]:
    """How likely each step of a sequence stands at each place of its text, over all ways that give the text.

    ``scores`` (T, C) are logarithms of probabilities, ``text`` (S,) the letters without blanks. Returns (2S + 1, T),
    float64: rows are blank, first letter, blank, …; every column adds up to 1, NaN where no way fits; and the logarithm
    of the probability of the text. Forward and backward variables of Graves et al. 2006, equations 6, 7, 10, 11, 14.
    """
    steps = len(scores)
    letters = scores.new_full((2 * len(text) + 1,), blank, dtype=torch.long)
    letters[1::2] = text
    emitted = scores.double()[:, letters]
    # From two places back one may come to a letter that is not the one before it.
    skips = torch.zeros(len(letters), dtype=torch.bool)
    skips[3::2] = letters[3::2] != letters[1:-2:2]

    def along(values: Tensor, may_skip: Tensor) -> Tensor:
        found = torch.full_like(values, -torch.inf)
        found[0, :2] = values[0, :2]
        for step in range(1, steps):
            before = found[step - 1]
            one = torch.cat([before.new_full((1,), -torch.inf), before[:-1]])
            two = torch.cat([before.new_full((2,), -torch.inf), before[:-2]])[: len(before)]
            two = torch.where(may_skip, two, torch.full_like(two, -torch.inf))
            found[step] = torch.logsumexp(torch.stack([before, one, two]), 0) + values[step]
        return found

    forward = along(emitted, skips)
    turned = torch.zeros_like(skips)
    turned[: len(skips)] = torch.cat([skips[2:], skips.new_zeros(2)])[: len(skips)].flip(0)
    backward = along(emitted.flip(0, 1), turned).flip(0, 1)
    both = forward + backward - emitted
    whole = torch.logsumexp(both, 1, keepdim=True)
    return (both - whole).exp().T, float(whole[0])


def collapsed(best: list[int], blank: int) -> list[int]:
    """The text of a way: equal neighbours become one, blanks go."""
    return [n for place, n in enumerate(best) if n != blank and (place == 0 or best[place - 1] != n)]


class CtcPaths(ExampleProbe):
    """Letters by step, and the ways of the true text through them.

    A sample has ``probabilities`` (k, classes, steps), float32; for example e ``ways/e`` (2S + 1, steps), float32, as
    `occupancy` gives it; ``likely`` (k,), float64, the probability of the true text; ``blank`` (1,), int64. The labels
    ``letters`` name the classes, ``ways/e`` the rows of the ways, ``said`` and ``wanted`` are what was read and what is
    true, example by example.
    """

    name: ClassVar[str] = "ctc_paths"
    title: ClassVar[str] = mark("CTC paths")
    weight: ClassVar[float] = 0.5
    salt: ClassVar[int] = 14

    def __init__(self, every: int = 10, nodes: tuple[int, ...] | None = None):
        super().__init__(every, nodes)
        self._loss: Step | None = None

    def suits(self, training: Training) -> bool:
        """Networks with a CTCLoss."""
        self._loss = reads_by_ctc(training.plan)
        return self._loss is not None and self.choose_examples(training)

    def collect(self, training: Training) -> list[Sample]:
        """Read the examples, and lay their texts along the steps."""
        if self._loss is None or not self.is_time(training):
            return []
        wires = {port: group[0] for port, group in self._loss.inputs.items()}
        values = dict(zip(wires, self.ask(training, tuple(wires.values())), strict=True))
        scores = values["x"].float().log_softmax(2).cpu()
        target, blank = values["target"].cpu(), int(getattr(self._loss.layer, "blank", 0))
        letters = self._letters(training, scores.shape[2], blank)
        data: dict[str, Array] = {"examples": self.rows, "blank": np.array([blank])}
        labels: dict[str, tuple[str, ...]] = {"letters": letters[:CLASSES], "part": (self.part,)}
        said, wanted, likely = [], [], []
        for place in range(len(scores)):
            count = int(values["input_lengths"][place]) if "input_lengths" in values else scores.shape[1]
            places = target[place]
            text = (
                places[: int(values["target_lengths"][place])]
                if "target_lengths" in values
                else places[places != blank]
            )
            ways, log = occupancy(scores[place, :count], text, blank)
            data[f"ways/{place}"] = ways[:, :STEPS].float().numpy()
            labels[f"ways/{place}"] = tuple(
                letters[int(text[row // 2])] if row % 2 else BLANK for row in range(2 * len(text) + 1)
            )
            likely.append(float(np.exp(log)))
            best = scores[place, :count].argmax(1).tolist()
            said.append(" ".join(letters[n] for n in collapsed(best, blank)))
            wanted.append(" ".join(letters[int(n)] for n in text))
        data["probabilities"] = scores[:, :STEPS, :CLASSES].exp().transpose(1, 2).contiguous().numpy()
        data["likely"] = np.array(likely)
        return [Sample(self.name, training.step, data, labels | {"said": tuple(said), "wanted": tuple(wanted)})]

    def _letters(self, training: Training, count: int, blank: int) -> tuple[str, ...]:
        assert self._loss is not None
        origin = training.plan.by_node[self._loss.inputs["target"][0].node].layer
        names = training.prepared.dataset.vocabulary(origin.field) if isinstance(origin, Input) else ()
        return tuple(BLANK if n == blank else names[n] if n < len(names) and names[n] else str(n) for n in range(count))
