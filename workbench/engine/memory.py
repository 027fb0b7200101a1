"""How much memory a training step wants, how much there is, and with which batch it fits. Needs no torch."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from graphs.meaning import Plan
from graphs.message import Message, mark, say
from graphs.optimizers import LBFGS, SGD, Adagrad, Muon, Optimizer, RMSprop
from graphs.recipe import Recipe
from graphs.techniques import Descent, NoAverage, Precision

RESERVE = 0.9
"""The share of the free memory that is planned with: libraries want room to work in."""


def kept_per_weight(chosen: Optimizer) -> int:
    """How many numbers an optimizer keeps for each weight."""
    if isinstance(chosen, SGD):
        return 1 if chosen.momentum else 0
    if isinstance(chosen, Adagrad | Muon):
        return 1
    if isinstance(chosen, RMSprop):
        return 2 if chosen.momentum else 1
    if isinstance(chosen, LBFGS):
        return 2 * chosen.history + 4
    return 2


def estimate_memory(plan: Plan, recipe: Recipe, examples: int | None = None) -> int:
    """Estimate the bytes a training step needs on the device: weights, gradients, optimizer state, activations.

    Torch-free and rough: each activation is counted twice, for its gradient; a library's working memory is not counted.
    ``examples`` are all training examples, which decides how large a step is that looks at all of them. Pieces of a
    batch come one after the other, half precision halves activations, and an average of the weights is a copy.
    """
    parameters = sum(step.cost.parameters.number for step in plan.steps)
    per_weight = 2 + max(kept_per_weight(player.optimizer) for player in recipe.players)
    per_weight += 0 if isinstance(recipe.average, NoAverage) else 1
    batch = recipe.batch_size if recipe.descent is Descent.MINI else 1
    if recipe.descent is Descent.WHOLE:
        batch = examples or recipe.batch_size
    piece = -(-min(batch, examples or batch) // recipe.accumulate)
    activations = sum(
        spec.bytes_per_example * (piece if spec.batched else 1) for step in plan.steps for spec in step.outputs.values()
    )
    return 4 * per_weight * parameters + (2 if recipe.precision is Precision.FULL else 1) * activations


def free_memory(device: str = "auto") -> int:
    """How many bytes the device of a recipe has free now; without torch the machine's own memory."""
    torch: Any = sys.modules.get("torch")
    if torch is not None and device in ("auto", "cuda") and hasattr(torch, "cuda") and torch.cuda.is_available():
        return int(torch.cuda.mem_get_info()[0])
    import psutil

    return int(psutil.virtual_memory().available)


@dataclass(frozen=True)
class Verdict:
    """Whether a step fits: the bytes it needs, the bytes there are, and the largest batch that would fit."""

    needed: int
    free: int
    fits: bool
    batch: int | None = None

    @property
    def message(self) -> Message:
        """Say it in one sentence."""
        needed, free = size_words(self.needed), size_words(self.free)
        if self.fits:
            return say("A step needs about {needed}; {free} are free: it fits.", needed=needed, free=free)
        if self.batch:
            return say(
                "A step needs about {needed} and {free} are free: it will not fit. It fits with batches of {n}.",
                needed=needed,
                free=free,
                n=self.batch,
            )
        return say(
            "A step needs about {needed} and {free} are free: it will not fit, not even one example at a time.",
            needed=needed,
            free=free,
        )


def judge(plan: Plan, recipe: Recipe, examples: int | None = None, free: int | None = None) -> Verdict:
    """Compare what a step needs with what there is; ``free`` is asked of the machine unless given."""
    free = free_memory(recipe.device) if free is None else free
    needed = estimate_memory(plan, recipe, examples)
    if needed <= RESERVE * free:
        return Verdict(needed, free, True)
    batch = 1
    while batch * 2 < recipe.batch_size:
        batch *= 2
    while batch:
        smaller = recipe.model_copy(update={"batch_size": batch, "descent": Descent.MINI})
        if estimate_memory(plan, smaller, examples) <= RESERVE * free:
            return Verdict(needed, free, False, batch)
        batch //= 2
    return Verdict(needed, free, False)


def size_words(count: int) -> str:
    """A number of bytes for people: ``3.2 GB``, ``640 MB``, ``12 kB``."""
    for unit, size in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if count >= size:
            return f"{count / size:.3g} {unit}"
    return f"{count} B"


class Relief(StrEnum):
    """What makes a step need less memory, so that a run that had too little of it can go on."""

    HALF_BATCH = mark("Half the batch")
    PIECES = mark("In two pieces")
    HALF_PRECISION = mark("Half precision")


def relieved(recipe: Recipe, relief: Relief) -> Recipe:
    """The recipe with less need of memory."""
    match relief:
        case Relief.HALF_BATCH:
            return recipe.model_copy(update={"batch_size": max(1, recipe.batch_size // 2), "descent": Descent.MINI})
        case Relief.PIECES:
            return recipe.model_copy(update={"accumulate": recipe.accumulate * 2})
        case Relief.HALF_PRECISION:
            return recipe.model_copy(update={"precision": Precision.BFLOAT16})


def reliefs(recipe: Recipe) -> tuple[Relief, ...]:
    """What is left to be tried with a recipe."""
    found = []
    if recipe.descent is not Descent.SINGLE and recipe.batch_size > 1:
        found.append(Relief.HALF_BATCH)
        if recipe.accumulate * 2 <= max(1, recipe.batch_size // 2):
            found.append(Relief.PIECES)
    if recipe.precision is Precision.FULL:
        found.append(Relief.HALF_PRECISION)
    return tuple(found)
