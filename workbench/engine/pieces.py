"""What a step computes of a batch: mixed examples, examples an adversary made harder, and pieces that fit in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import torch
from torch import Tensor

from graphs.layer import Family
from graphs.meaning import Plan
from graphs.message import say
from graphs.recipe import Recipe
from graphs.techniques import FGSM, PGD, CutMix, Mixup
from workbench.engine.batches import sent
from workbench.engine.faults import DrawingError
from workbench.engine.players import Mover
from workbench.engine.stepping import Descent, Piece

Ranges = Mapping[str, tuple[float, float]]
"""The lowest and the highest number of each input in the training examples, by Input name."""


def question_inputs(plan: Plan) -> tuple[str, ...]:
    """The Input nodes with what the network is asked, not with the answer: some layer that is no loss reads them."""
    ends = (Family.LOSS, Family.METRIC)
    inputs = {step.node: step.name for step in plan.steps if step.layer.type_name() == "Input"}
    read = {
        source.node
        for step in plan.steps
        if step.layer.family not in ends
        for group in step.inputs.values()
        for source in group
    }
    return tuple(name for node, name in inputs.items() if node in read)


class Pieces:
    """Makes the pieces of a step from a batch, as the recipe says.

    Questions are what may be blended or disturbed: floating inputs (n, ...) that some layer other than a loss reads.
    Raises DrawingError when the recipe mixes and there are none.
    """

    def __init__(self, plan: Plan, recipe: Recipe, columns: Mapping[str, Tensor]):
        self.mixing, self.adversary, self.count = recipe.mixing, recipe.adversary, recipe.accumulate
        chosen = [name for name in question_inputs(plan) if name in columns]
        self.questions = tuple(name for name in chosen if columns[name].is_floating_point())
        mixes, disturbs = isinstance(self.mixing, Mixup | CutMix), isinstance(self.adversary, FGSM | PGD)
        self.plain = not (mixes or disturbs or self.count > 1)
        if isinstance(self.mixing, CutMix):
            self.questions = tuple(name for name in self.questions if columns[name].dim() >= 4)
        if (mixes or disturbs) and not self.questions:
            name = type(self.mixing if mixes else self.adversary).__name__
            raise DrawingError(
                say("{name} changes pictures or other numbers. No Input of this drawing reads any.", name=name),
                say("Choose another way in the recipe, or data with pictures."),
            )
        self.ranges: Ranges = (
            {name: (float(columns[name].min()), float(columns[name].max())) for name in self.questions}
            if disturbs
            else {}
        )

    def mixed(self, batch: Mapping[str, Tensor]) -> tuple[Piece, ...]:
        """The batch as one piece, or as two with the same questions and the answers of either of the mixed examples."""
        mixing, count = self.mixing, len(next(iter(batch.values())))
        if not isinstance(mixing, Mixup | CutMix) or float(torch.rand(())) >= mixing.chance:
            return (Piece(1.0, batch),)
        share = float(torch.distributions.Beta(mixing.alpha, mixing.alpha).sample())
        first = batch[self.questions[0]]
        others = sent(torch.randperm(count), first.device)
        other = {name: value.index_select(0, others) for name, value in batch.items()}
        if isinstance(mixing, Mixup):
            asked = {name: share * batch[name] + (1 - share) * other[name] for name in self.questions}
        else:
            box = rectangle(share, (first.shape[-2], first.shape[-1]))
            asked = {name: pasted(batch[name], other[name], box) for name in self.questions}
            top, bottom, left, right = box
            share = 1 - (bottom - top) * (right - left) / (first.shape[-2] * first.shape[-1])
        return (
            Piece(share, {**batch, **asked}),
            Piece(1 - share, {**other, **asked}, again=True),
        )

    def of(self, pieces: Sequence[Piece], mover: Mover) -> tuple[Piece, ...]:
        """The pieces of one player's step: cut small, and beside or instead of each what an adversary makes of it."""
        cut = [piece for part in self._cut(pieces) for piece in part]
        adversary = self.adversary
        if not isinstance(adversary, FGSM | PGD):
            return tuple(cut)
        found: list[Piece] = []
        for piece in cut:
            if adversary.clean > 0:
                found.append(replace(piece, share=piece.share * adversary.clean))
            if adversary.clean < 1:
                harder = self._disturbed(piece.inputs, mover, adversary)
                found.append(Piece(piece.share * (1 - adversary.clean), harder))
        return tuple(found)

    def _cut(self, pieces: Sequence[Piece]) -> list[list[Piece]]:
        """Cut all pieces at the same places; what belongs together (the answers to one question) stays together."""
        count = len(next(iter(pieces[0].inputs.values())))
        parts = max(1, min(self.count, count // 2 if count > 1 else 1))
        if parts == 1:
            return [list(pieces)]
        bounds = [count * place // parts for place in range(parts + 1)]
        return [
            [
                Piece(
                    piece.share * (end - start) / count,
                    {name: value[start:end] for name, value in piece.inputs.items()},
                    piece.again,
                )
                for piece in pieces
            ]
            for start, end in pairwise(bounds)
        ]

    def _disturbed(self, inputs: Mapping[str, Tensor], mover: Mover, adversary: FGSM | PGD) -> dict[str, Tensor]:
        """The inputs with the questions moved to where the player's loss is higher; running statistics stay."""
        buffers = [buffer for buffer in mover.tree.buffers() if buffer.numel()]
        kept = [buffer.clone() for buffer in buffers]
        steps = adversary.steps if isinstance(adversary, PGD) else 1
        size = adversary.size if isinstance(adversary, PGD) else adversary.epsilon
        start = {name: inputs[name] for name in self.questions}
        now = dict(start)
        if isinstance(adversary, PGD):
            now = {
                name: self._inside(
                    name, value + torch.empty_like(value).uniform_(-adversary.epsilon, adversary.epsilon)
                )
                for name, value in now.items()
            }
        for _ in range(steps):
            slopes = slope(lambda asked: mover.total(mover.program({**inputs, **asked})), now, mover.descent)
            for name, value in now.items():
                moved = value + size * slopes[name].sign()
                low, high = start[name] - adversary.epsilon, start[name] + adversary.epsilon
                now[name] = self._inside(name, torch.minimum(torch.maximum(moved, low), high))
        with torch.no_grad():
            for buffer, old in zip(buffers, kept, strict=True):
                buffer.copy_(old)
        return {**inputs, **now}

    def _inside(self, name: str, value: Tensor) -> Tensor:
        return value.clamp(*self.ranges[name])


def slope(
    loss: Callable[[Mapping[str, Tensor]], Tensor], asked: Mapping[str, Tensor], descent: Descent
) -> dict[str, Tensor]:
    """The gradient of a loss by the questions, each (n, ...); no weight's gradient is touched."""
    given = {name: value.detach().requires_grad_() for name, value in asked.items()}
    with descent.half():
        value = loss(given)
    if descent.scaler is not None:
        value = value * 1024.0  # only the sign is used; small gradients must not vanish in float16
    return dict(zip(given, torch.autograd.grad(value, list(given.values())), strict=True))


def rectangle(share: float, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Draw a rectangle with the share 1 − ``share`` of a picture (height, width): top, bottom, left, right.

    Its middle lies anywhere in the picture; what would lie outside is cut off (Yun et al. 2019, eq. 2).
    """
    height, width = size
    side = (1 - share) ** 0.5
    tall, wide = int(height * side), int(width * side)
    y, x = int(torch.randint(height, ())), int(torch.randint(width, ()))
    top, bottom = max(0, y - tall // 2), min(height, y + tall // 2)
    left, right = max(0, x - wide // 2), min(width, x + wide // 2)
    return top, bottom, left, right


def pasted(picture: Tensor, other: Tensor, box: tuple[int, int, int, int]) -> Tensor:
    """Pictures (n, ..., H, W) with a rectangle of others in them."""
    top, bottom, left, right = box
    result = picture.clone()
    result[..., top:bottom, left:right] = other[..., top:bottom, left:right]
    return result
