"""The optimizers a recipe may name, as plain values: which formula, and its numbers.

In the formulas g is the gradient of the loss (with ``weight_decay`` times the weight added, where that is L2), η the
learning rate, t the step from 1.
"""

from __future__ import annotations

from typing import Annotated, Literal

import pydantic

from graphs.fields import Field
from graphs.message import mark

_RATE = mark("how long one step is")
_DECAY = mark("pulls every weight towards zero (L2)")
_SHRINK = mark("shrinks every weight by this share of the step")
_SAFE = mark("keeps the division safe")
_MEAN = mark("memory of the gradient's mean")
_SQUARE = mark("memory of the gradient's square")


class _Optimizer(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(frozen=True, extra="forbid", validate_default=True, defer_build=True)


class SGD(_Optimizer):
    """Step against the gradient; with momentum, like a ball that keeps rolling.

    Without momentum w ← w − ηg. With momentum β the classical form is v ← βv + g, w ← w − ηv (Sutskever et al. 2013,
    eq. 1 and 2, where η stands inside v: the same at a constant rate); the averaged form is v ← βv + (1 − β)g,
    w ← w − ηv, a running mean, so that its steps do not grow with β. Both begin with v = 0. Nesterov measures g where
    the ball is about to be, at w − ηβv (eq. 3 and 4); the weights shown are those points.
    """

    type: Literal["SGD"] = "SGD"
    learning_rate: float = Field(0.1, gt=0, le=100, description=_RATE)
    momentum: float = Field(0.0, ge=0, lt=1, description="how much of the last step is kept")
    form: Literal["classical", "averaged"] = Field(
        "classical", description="classical adds the gradients up, averaged takes their running mean"
    )
    nesterov: bool = Field(
        False, description="look ahead before measuring the slope; needs momentum in the classical form"
    )
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)

    @pydantic.model_validator(mode="after")
    def _one_form(self) -> SGD:
        if self.nesterov and self.form == "averaged":
            raise ValueError("Nesterov's look ahead is defined for the classical form of momentum only")
        return self


class Adagrad(_Optimizer):
    """Every weight's step shrinks with all the gradients it has seen, so rare features keep long steps.

    s ← s + g², w ← w − ηg / (√s + ε) (Duchi et al. 2011, with the diagonal).
    """

    type: Literal["Adagrad"] = "Adagrad"
    learning_rate: float = Field(0.01, gt=0, le=100, description=_RATE)
    eps: float = Field(1e-10, gt=0, le=1, description=_SAFE)
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class RMSprop(_Optimizer):
    """Divide every gradient by its recent size, so steep and flat directions go equally fast.

    s ← αs + (1 − α)g², w ← w − ηg / (√s + ε) (Hinton's lecture 6e, 2012). With momentum the steps add up like SGD's.
    """

    type: Literal["RMSprop"] = "RMSprop"
    learning_rate: float = Field(0.01, gt=0, le=100, description=_RATE)
    alpha: float = Field(0.99, ge=0, lt=1, description=_SQUARE)
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    momentum: float = Field(0.0, ge=0, lt=1, description="how much of the last step is kept")
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class Adadelta(_Optimizer):
    """Like RMSprop, but the size of recent steps sets the size of the next, so no rate has to be chosen.

    s ← ρs + (1 − ρ)g², Δ = √(u + ε) / √(s + ε) · g, u ← ρu + (1 − ρ)Δ², w ← w − ηΔ (Zeiler 2012, algorithm 1, η = 1):
    under the root stands the running mean of the squared steps, never a step itself.
    """

    type: Literal["Adadelta"] = "Adadelta"
    learning_rate: float = Field(1.0, gt=0, le=100, description="what every step is multiplied by; 1 is the paper's")
    rho: float = Field(0.9, ge=0, lt=1, description="memory of the squares of gradients and of steps")
    eps: float = Field(1e-6, gt=0, le=1, description="keeps the division safe and starts the first step")
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class Adam(_Optimizer):
    """Every weight gets its own step, from the running mean and spread of its gradient (Kingma & Ba 2015, algorithm
    1).

    m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η · m/(1 − β₁ᵗ) / (√(v/(1 − β₂ᵗ)) + ε).
    """

    type: Literal["Adam"] = "Adam"
    learning_rate: float = Field(0.001, gt=0, le=100, description=_RATE)
    beta1: float = Field(0.9, ge=0, lt=1, description=_MEAN)
    beta2: float = Field(0.999, ge=0, lt=1, description=_SQUARE)
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class AdamW(_Optimizer):
    """Adam whose weight decay does not pass through the running means (Loshchilov & Hutter 2019, algorithm 2).

    First w ← (1 − ηλ)w, then Adam's step with the gradient of the loss alone.
    """

    type: Literal["AdamW"] = "AdamW"
    learning_rate: float = Field(0.001, gt=0, le=100, description=_RATE)
    beta1: float = Field(0.9, ge=0, lt=1, description=_MEAN)
    beta2: float = Field(0.999, ge=0, lt=1, description=_SQUARE)
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    weight_decay: float = Field(0.01, ge=0, le=10, description=_SHRINK)


class NAdam(_Optimizer):
    """Adam that looks ahead as Nesterov's momentum does.

    With μₜ = β₁(1 − ½ · 0.96^(tψ)): w ← w − η(μₜ₊₁m/(1 − ∏μ to t+1) + (1 − μₜ)g/(1 − ∏μ to t)) / (√v̂ + ε)
    (Dozat 2016), where m, v and v̂ are Adam's and ψ is ``momentum_decay``.
    """

    type: Literal["NAdam"] = "NAdam"
    learning_rate: float = Field(0.002, gt=0, le=100, description=_RATE)
    beta1: float = Field(0.9, ge=0, lt=1, description=_MEAN)
    beta2: float = Field(0.999, ge=0, lt=1, description=_SQUARE)
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    momentum_decay: float = Field(0.004, ge=0, le=1, description="how fast the momentum warms up to beta1")
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class RAdam(_Optimizer):
    """Adam that trusts the spread of the gradient only when it has seen enough of it: a warm-up of its own.

    With ρ∞ = 2/(1 − β₂) − 1 and ρ = ρ∞ − 2tβ₂ᵗ/(1 − β₂ᵗ): while ρ ≤ 5 the step is ηm̂, afterwards ηm̂r/√v̂ with
    r = √((ρ − 4)(ρ − 2)ρ∞ / ((ρ∞ − 4)(ρ∞ − 2)ρ)) (Liu et al. 2020, algorithm 2; PyTorch begins at 5 instead of 4 and
    adds ε to √v).
    """

    type: Literal["RAdam"] = "RAdam"
    learning_rate: float = Field(0.001, gt=0, le=100, description=_RATE)
    beta1: float = Field(0.9, ge=0, lt=1, description=_MEAN)
    beta2: float = Field(0.999, ge=0, lt=1, description=_SQUARE)
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class Adamax(_Optimizer):
    """Adam that divides by the largest recent gradient instead of by its spread (Kingma & Ba 2015, algorithm 2).

    m ← β₁m + (1 − β₁)g, u ← max(β₂u, |g| + ε), w ← w − η/(1 − β₁ᵗ) · m/u.
    """

    type: Literal["Adamax"] = "Adamax"
    learning_rate: float = Field(0.002, gt=0, le=100, description=_RATE)
    beta1: float = Field(0.9, ge=0, lt=1, description=_MEAN)
    beta2: float = Field(0.999, ge=0, lt=1, description="how slowly the largest gradient is forgotten")
    eps: float = Field(1e-8, gt=0, le=1, description=_SAFE)
    weight_decay: float = Field(0.0, ge=0, le=10, description=_DECAY)


class Muon(_Optimizer):
    """Give matrices a step that turns in every direction equally far; all other weights get AdamW.

    B ← βB + (1 − β)g, O = five Newton-Schulz steps towards the nearest orthogonal matrix to (1 − β)g + βB,
    w ← (1 − ηλ)w − 0.2η√max(rows, columns) · O (Jordan et al. 2024; the factor that lets matrices and AdamW share one
    rate: Liu et al. 2025). Biases, norms and convolution kernels are no matrices and get AdamW with its usual betas.
    """

    type: Literal["Muon"] = "Muon"
    learning_rate: float = Field(0.001, gt=0, le=100, description=_RATE)
    momentum: float = Field(0.95, ge=0, lt=1, description=_MEAN)
    weight_decay: float = Field(0.01, ge=0, le=10, description=_SHRINK)


class LBFGS(_Optimizer):
    """Learn the curvature from the last gradients and jump to the bottom; for small networks and whole batches.

    d = −Hg, where H comes from the last ``history`` pairs of steps and changes of the gradient (Liu & Nocedal 1989,
    two loops); w ← w + td, up to ``iterations`` times on the same batch. t is η, or found by a search with the strong
    Wolfe conditions (Nocedal & Wright, algorithm 3.5). One step measures the loss many times, always with the same
    random numbers.
    """

    type: Literal["LBFGS"] = "LBFGS"
    learning_rate: float = Field(1.0, gt=0, le=100, description=_RATE)
    iterations: int = Field(20, ge=1, le=10_000, description="how often it moves on one batch at most")
    history: int = Field(10, ge=1, le=1000, description="how many past moves it learns the curvature from")
    search: bool = Field(True, description="search along each direction instead of going the learning rate far")


Optimizer = Annotated[
    SGD | Adagrad | RMSprop | Adadelta | Adam | AdamW | NAdam | RAdam | Adamax | Muon | LBFGS,
    pydantic.Field(discriminator="type"),
]
"""One of the optimizers, told apart by ``type``."""

OPTIMIZERS: tuple[type[Optimizer], ...] = (
    SGD, Adam, AdamW, Adagrad, RMSprop, Adadelta, NAdam, RAdam, Adamax, Muon, LBFGS,
)  # fmt: skip
"""The optimizers in the order a form offers them."""
