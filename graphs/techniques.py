"""What a recipe may do besides stepping down a gradient, as plain values: averages of weights, mixed and adversarial
examples, a teacher who lets go, layers that thaw one after the other.

In the formulas w are the weights, L the loss, t the step from 1 and e the epochs done, with fractions.
"""

from __future__ import annotations

import math
from enum import StrEnum
from typing import Annotated, Literal

import pydantic

from graphs.fields import Field
from graphs.message import mark


class _Technique(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)


# ---------------------------------------------------------------------- averages of weights


class NoAverage(_Technique):
    """The weights are used as the last step left them."""

    type: Literal["NoAverage"] = "NoAverage"


class EMA(_Technique):
    """Validate, test and keep a running mean of the weights, which is calmer than the weights themselves.

    a ← d·a + (1 − d)·w after every step (Polyak & Juditsky 1992 average all steps alike; this form forgets old ones).
    With ``ramp`` d is min(d, (1 + t)/(10 + t)), so that the mean follows quickly at first. Running statistics are
    averaged along.
    """

    type: Literal["EMA"] = "EMA"
    decay: float = Field(0.999, ge=0, lt=1, description="how much of the mean is kept at each step")
    ramp: bool = Field(True, description="forget faster during the first steps")

    def keep(self, step: int) -> float:
        """How much of the mean is kept at a step, counted from 1."""
        return min(self.decay, (1 + step) / (10 + step)) if self.ramp else self.decay


class SWA(_Technique):
    """Average the weights at the ends of the last epochs: a point in the middle of a wide valley.

    a ← (n·a + w)/(n + 1) at every ``every`` epochs once ``start`` of the run is done; before the average is used,
    batch normalisation measures its statistics anew on the training examples (Izmailov et al. 2018, algorithm 1).
    """

    type: Literal["SWA"] = "SWA"
    start: float = Field(0.75, ge=0, lt=1, description="which share of the run passes before the average begins")
    every: int = Field(1, ge=1, le=1_000_000, description="epochs between two weights that are averaged")

    def takes(self, epoch: int, epochs: int) -> bool:
        """Whether the weights after so many of all epochs go into the average."""
        since = epoch - math.floor(self.start * epochs) - 1
        return since >= 0 and since % self.every == 0


Average = Annotated[NoAverage | EMA | SWA, pydantic.Field(discriminator="type")]
"""Which average of the weights is validated, tested and kept."""


# ---------------------------------------------------------------------- mixed examples


class NoMixing(_Technique):
    """Every example is shown as it is."""

    type: Literal["NoMixing"] = "NoMixing"


class Mixup(_Technique):
    """Blend every example with another one, and ask for both answers in the same proportion.

    x = λxᵢ + (1 − λ)xⱼ, L = λL(x, yᵢ) + (1 − λ)L(x, yⱼ), λ ~ Beta(α, α), one λ a batch (Zhang et al. 2018, eq. 1).
    """

    type: Literal["Mixup"] = "Mixup"
    alpha: float = Field(0.2, gt=0, le=100, description="near 0 hardly any blending, 1 every proportion as likely")
    chance: float = Field(1.0, ge=0, le=1, description="which share of the batches is mixed")


class CutMix(_Technique):
    """Paste a rectangle of another picture into every picture, and ask for both answers by their areas.

    The rectangle has the share 1 − λ of the area, λ ~ Beta(α, α), its middle anywhere; what lies outside is cut off,
    and λ is then the share that is left (Yun et al. 2019, eq. 1 and 2).
    """

    type: Literal["CutMix"] = "CutMix"
    alpha: float = Field(1.0, gt=0, le=100, description="1 makes every size of the rectangle as likely")
    chance: float = Field(0.5, ge=0, le=1, description="which share of the batches is mixed")


Mixing = Annotated[NoMixing | Mixup | CutMix, pydantic.Field(discriminator="type")]
"""How training examples are mixed with one another."""


# ---------------------------------------------------------------------- adversarial examples

_EPSILON = mark("how far every number of an example may be moved, in the numbers the network sees")
_CLEAN = mark("which share of the loss comes from the examples as they are")


class NoAdversary(_Technique):
    """Nobody disturbs the examples."""

    type: Literal["NoAdversary"] = "NoAdversary"


class FGSM(_Technique):
    """Train on examples that one step of an adversary has made harder.

    x' = x + ε·sign(∇ₓL), L = cL(x) + (1 − c)L(x') (Goodfellow et al. 2015, section 6, with c = ½). No number leaves
    the range the training examples have.
    """

    type: Literal["FGSM"] = "FGSM"
    epsilon: float = Field(0.03, gt=0, le=100, description=_EPSILON)
    clean: float = Field(0.5, ge=0, le=1, description=_CLEAN)


class PGD(_Technique):
    """Train on examples that an adversary has made as hard as it can in several small steps.

    From a random point within ±ε: x' ← clip(x' + α·sign(∇ₓL(x')), x ± ε), ``steps`` times; then a step of training on
    x' (Madry et al. 2018, eq. 2.1). No number leaves the range the training examples have.
    """

    type: Literal["PGD"] = "PGD"
    epsilon: float = Field(0.03, gt=0, le=100, description=_EPSILON)
    size: float = Field(0.01, gt=0, le=100, description="how far one of its steps goes")
    steps: int = Field(5, ge=1, le=1000, description="how many steps it takes")
    clean: float = Field(0.0, ge=0, le=1, description=_CLEAN)


Adversary = Annotated[NoAdversary | FGSM | PGD, pydantic.Field(discriminator="type")]
"""Who makes the training examples harder."""


# ---------------------------------------------------------------------- a teacher who lets go


class AlwaysTaught(_Technique):
    """TeacherForcing nodes keep the chance they have in the drawing."""

    type: Literal["AlwaysTaught"] = "AlwaysTaught"

    def share(self, epochs: float) -> float:
        """Always 1."""
        return 1.0


class LinearSampling(_Technique):
    """The teacher lets go in a straight line.

    p = max(``end``, 1 − (1 − ``end``)·e/``length``), times the chance in the drawing (Bengio et al. 2015, section 2.4).
    """

    type: Literal["LinearSampling"] = "LinearSampling"
    length: float = Field(10.0, gt=0, le=1_000_000, description="epochs until it has reached its end")
    end: float = Field(0.0, ge=0, le=1, description="which share of the right answers stays")

    def share(self, epochs: float) -> float:
        """The share of right answers after so many epochs."""
        return max(self.end, 1 - (1 - self.end) * epochs / self.length)


class ExponentialSampling(_Technique):
    """The teacher lets go quickly at first and then ever more slowly.

    p = kᵉ, times the chance in the drawing (Bengio et al. 2015, section 2.4, with epochs for batches).
    """

    type: Literal["ExponentialSampling"] = "ExponentialSampling"
    factor: float = Field(0.9, gt=0, lt=1, description="what the share of right answers is multiplied by each epoch")

    def share(self, epochs: float) -> float:
        """The share of right answers after so many epochs."""
        return float(self.factor**epochs)


class InverseSigmoidSampling(_Technique):
    """The teacher stays for a while, then lets go within a few epochs.

    p = k/(k + exp(e/k)), times the chance in the drawing (Bengio et al. 2015, section 2.4, with epochs for batches).
    """

    type: Literal["InverseSigmoidSampling"] = "InverseSigmoidSampling"
    slowness: float = Field(3.0, ge=1, le=1000, description="the larger, the longer the teacher stays")

    def share(self, epochs: float) -> float:
        """The share of right answers after so many epochs."""
        return self.slowness / (self.slowness + math.exp(min(700.0, epochs / self.slowness)))


Teaching = Annotated[
    AlwaysTaught | LinearSampling | ExponentialSampling | InverseSigmoidSampling,
    pydantic.Field(discriminator="type"),
]
"""How the chance of TeacherForcing nodes falls from epoch to epoch."""


# ---------------------------------------------------------------------- choices of one word


class Balance(StrEnum):
    """What is done about classes with few examples."""

    NONE = mark("none")
    WEIGHTS = mark("rare weigh more")
    SAMPLING = mark("rare drawn more")


class Descent(StrEnum):
    """How many examples a step looks at."""

    MINI = mark("mini-batch")
    WHOLE = mark("whole batch")
    SINGLE = mark("one example")


class Precision(StrEnum):
    """With which numbers most of a training step is computed."""

    FULL = mark("float32")
    BFLOAT16 = mark("bfloat16 mixed")
    FLOAT16 = mark("float16 mixed")


class Execution(StrEnum):
    """How the operations of a training step come to the device. Each computes the same step, up to rounding."""

    DRAWN = mark("one after the other")
    COMPILED = "torch.compile"
    RECORDED = "CUDA graph"


class Folds(StrEnum):
    """How the examples are dealt out to the folds of a cross-validation."""

    PLAIN = mark("at random")
    STRATIFIED = mark("stratified")


AVERAGES: tuple[type[Average], ...] = (NoAverage, EMA, SWA)
"""The averages in the order a form offers them."""
MIXINGS: tuple[type[Mixing], ...] = (NoMixing, Mixup, CutMix)
"""The ways to mix in the order a form offers them."""
ADVERSARIES: tuple[type[Adversary], ...] = (NoAdversary, FGSM, PGD)
"""The adversaries in the order a form offers them."""
TEACHINGS: tuple[type[Teaching], ...] = (AlwaysTaught, LinearSampling, ExponentialSampling, InverseSigmoidSampling)
"""The ways a teacher lets go in the order a form offers them."""
