"""Learning-rate schedules a recipe may name, as plain values: how the rate changes from step to step.

A schedule is a pure function from the step to the rate, so that its curve can be drawn before anything is trained.
Lengths are epochs and may be fractions. In the formulas η is the optimizer's learning rate, e the epochs and p the
share of the whole run since the warm-up ended. Only the plateau has to wait for what the training measures.
"""

from __future__ import annotations

import math
from typing import Annotated, ClassVar, Literal

import pydantic

from graphs.fields import Field
from graphs.message import mark

_LOWEST = mark("where it ends, as a share of the learning rate")
_FACTOR = mark("what the rate is multiplied by each time")
_FLAT = mark("the rate falls no lower than this share of the learning rate")


class Moment(pydantic.BaseModel):
    """Where in a training a rate is asked for: ``step`` from 0, ``per_epoch`` steps an epoch, ``steps`` in all.

    ``reductions`` counts how often a plateau has been seen.
    """

    model_config = pydantic.ConfigDict(frozen=True, defer_build=True)
    step: int
    per_epoch: int
    steps: int
    reductions: int = 0


class _Schedule(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)
    varies: ClassVar[bool] = True
    type: str
    warmup: float = Field(
        0.0, ge=0, le=1_000_000, description="epochs in which the rate first rises from near 0 in a straight line"
    )

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The rate as a share of the learning rate, ``epochs`` after the warm-up, ``progress`` from 0 to 1."""
        raise NotImplementedError

    def rate(self, learning_rate: float, moment: Moment) -> float:
        """The rate of one step."""
        rising = self.warmup * moment.per_epoch
        if moment.step < rising:
            return learning_rate * min(1.0, (moment.step + 1) / rising)
        since = moment.step - rising
        progress = min(1.0, since / max(1.0, moment.steps - rising))
        return learning_rate * self.share(since / moment.per_epoch, progress, moment)

    @property
    def changes(self) -> bool:
        """Whether the rate is not the same at every step."""
        return self.varies or self.warmup > 0

    def curve(self, learning_rate: float, per_epoch: int, steps: int, points: int = 300) -> list[tuple[int, float]]:
        """The rate over a whole run, at about so many steps."""
        stride = max(1, steps // points)
        return [
            (step, self.rate(learning_rate, Moment(step=step, per_epoch=per_epoch, steps=steps)))
            for step in range(0, steps, stride)
        ]


class Constant(_Schedule):
    """The same rate from the first step to the last."""

    varies: ClassVar[bool] = False
    type: Literal["Constant"] = "Constant"

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """Always 1."""
        return 1.0


class InverseTime(_Schedule):
    """The rate falls as one over the time: fast at first, then ever more slowly.

    η / (1 + decay · e).
    """

    type: Literal["InverseTime"] = "InverseTime"
    decay: float = Field(0.1, ge=0, le=1000, description="after 1/decay epochs the rate is halved")

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """One over one plus decay times the epochs."""
        return 1 / (1 + self.decay * epochs)


class StepDecay(_Schedule):
    """The rate drops by the same factor every few epochs.

    η · factor^⌊e / every⌋.
    """

    type: Literal["StepDecay"] = "StepDecay"
    every: float = Field(10.0, gt=0, le=1_000_000, description="epochs between two drops")
    factor: float = Field(0.1, gt=0, le=1, description=_FACTOR)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The factor to the number of drops so far."""
        return self.factor ** math.floor(epochs / self.every + 1e-9)


class MultiStep(_Schedule):
    """The rate drops by the same factor at epochs you choose.

    η · factor^(milestones passed).
    """

    type: Literal["MultiStep"] = "MultiStep"
    milestones: tuple[float, ...] = Field((5.0, 8.0), description="the epochs after which the rate drops")
    factor: float = Field(0.1, gt=0, le=1, description=_FACTOR)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The factor to the number of milestones passed."""
        return self.factor ** sum(epochs + 1e-9 >= milestone for milestone in self.milestones)


class Exponential(_Schedule):
    """Every epoch takes the same share off the rate, in small pieces at every step.

    η · factor^e.
    """

    type: Literal["Exponential"] = "Exponential"
    factor: float = Field(0.9, gt=0, le=1, description="what is left of the rate after one epoch")

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The factor to the epochs."""
        return float(self.factor**epochs)


class Polynomial(_Schedule):
    """The rate falls to its end along a power of what is left of the run; power 1 is a straight line.

    η · (end + (1 − end)(1 − p)^power), p from 0 to 1 after a share of the run, ``hold``, in which the rate stays as it
    is; half of it in CycleGAN (Zhu et al. 2017, appendix 7.1).
    """

    type: Literal["Polynomial"] = "Polynomial"
    power: float = Field(1.0, gt=0, le=100, description="1 falls in a straight line, 2 falls faster at first")
    end: float = Field(0.0, ge=0, le=1, description=_LOWEST)
    hold: float = Field(0.0, ge=0, lt=1, description="which share of the run passes before the rate falls")

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The power of what is left."""
        fallen = max(0.0, progress - self.hold) / (1 - self.hold)
        return float(self.end + (1 - self.end) * (1 - fallen) ** self.power)


class Cosine(_Schedule):
    """The rate follows half a wave from the top to its end: slow, fast, slow.

    η · (end + (1 − end)(1 + cos πp)/2) (Loshchilov & Hutter 2017, eq. 5, without restarts).
    """

    type: Literal["Cosine"] = "Cosine"
    end: float = Field(0.0, ge=0, le=1, description=_LOWEST)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """Half a cosine wave."""
        return self.end + (1 - self.end) * (1 + math.cos(math.pi * progress)) / 2


class CosineRestarts(_Schedule):
    """Half waves one after the other, each starting again at the top.

    With e' epochs since the last restart in a period T: η · (end + (1 − end)(1 + cos(πe'/T))/2); each period is
    ``growth`` times the one before (Loshchilov & Hutter 2017, eq. 5).
    """

    type: Literal["CosineRestarts"] = "CosineRestarts"
    period: float = Field(5.0, gt=0, le=1_000_000, description="epochs until the first restart")
    growth: float = Field(1.0, ge=1, le=10, description="how much longer each period is than the one before")
    end: float = Field(0.0, ge=0, le=1, description=_LOWEST)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """Half a cosine wave of the present period."""
        period, since = self.period, epochs + 1e-9
        if self.growth == 1:
            since %= period
        while since >= period:
            since, period = since - period, period * self.growth
        return self.end + (1 - self.end) * (1 + math.cos(math.pi * max(0.0, since - 1e-9) / period)) / 2


class Cyclical(_Schedule):
    """The rate swings between its lowest and its highest value in straight lines.

    A triangle that begins at ``end``, is at η after half a period, and back after a whole one (Smith 2017).
    """

    type: Literal["Cyclical"] = "Cyclical"
    period: float = Field(4.0, gt=0, le=1_000_000, description="epochs from one low to the next")
    end: float = Field(0.1, ge=0, le=1, description="the lowest rate, as a share of the learning rate")

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The height of the triangle."""
        place = epochs / self.period % 1
        return self.end + (1 - self.end) * (1 - abs(2 * place - 1))


class InverseSquareRoot(_Schedule):
    """The rate rises in the warm-up and then falls as one over the root of the step, as for the first Transformer.

    With w steps of warm-up, step t from 1: η · min(t/w, √(w/t)). Vaswani et al. 2017, eq. 3, is this with
    η = 1/√(width · w).
    """

    type: Literal["InverseSquareRoot"] = "InverseSquareRoot"

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The root of the warm-up over the step."""
        return min(1.0, math.sqrt(max(1.0, self.warmup * moment.per_epoch) / (moment.step + 1)))


class Plateau(_Schedule):
    """The rate drops when the validation loss has stopped falling.

    η · factor^(drops); a drop after more than ``patience`` looks at the validation examples without a lower loss.
    """

    type: Literal["Plateau"] = "Plateau"
    factor: float = Field(0.1, gt=0, lt=1, description=_FACTOR)
    patience: int = Field(2, ge=0, le=1_000_000, description="how many looks without a lower validation loss are borne")
    end: float = Field(0.0, ge=0, le=1, description=_FLAT)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """The factor to the number of drops so far."""
        return max(self.end, self.factor**moment.reductions)


class OneCycle(_Schedule):
    """One rise to a high rate and one long fall below the start: short trainings with large steps.

    From ``start`` to η in the first ``rise`` of the run and on to ``end``, each along half a cosine wave
    (Smith & Topin 2019, in PyTorch's form with two phases).
    """

    type: Literal["OneCycle"] = "OneCycle"
    rise: float = Field(0.3, gt=0, lt=1, description="which share of the run the rate rises")
    start: float = Field(0.04, ge=0, le=1, description="where it begins, as a share of the learning rate")
    end: float = Field(0.000004, ge=0, le=1, description=_LOWEST)

    def share(self, epochs: float, progress: float, moment: Moment) -> float:
        """Half a wave up or half a wave down."""
        if progress < self.rise:
            return 1 - (1 - self.start) * (1 + math.cos(math.pi * progress / self.rise)) / 2
        falling = (progress - self.rise) / (1 - self.rise)
        return self.end + (1 - self.end) * (1 + math.cos(math.pi * falling)) / 2


Schedule = Annotated[
    Constant
    | InverseTime
    | StepDecay
    | MultiStep
    | Exponential
    | Polynomial
    | Cosine
    | CosineRestarts
    | Cyclical
    | InverseSquareRoot
    | Plateau
    | OneCycle,
    pydantic.Field(discriminator="type"),
]
"""One of the schedules, told apart by ``type``."""

SCHEDULES: tuple[type[Schedule], ...] = (
    Constant, StepDecay, MultiStep, Exponential, InverseTime, Polynomial, Cosine, CosineRestarts, Cyclical, OneCycle,
    InverseSquareRoot, Plateau,
)  # fmt: skip
"""The schedules in the order a form offers them."""
