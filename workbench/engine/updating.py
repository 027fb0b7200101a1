"""The step of an optimizer for a single weight, number by number, as one would write it on a board.

It is worked out here from the formulas of the papers that `graphs.optimizers` names, with plain Python numbers; what
torch does to all weights at once is not asked. So the two can be compared.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graphs import optimizers
from graphs.message import mark

State = Mapping[str, float]
"""What an optimizer remembers of one weight, under torch's names; ``step`` counts the steps before this one."""


@dataclass(frozen=True)
class Line:
    """One line of the sum: what it finds (``m``), the formula in letters, the same with numbers, and what comes out.

    ``says`` is one sentence on what the line is for.
    """

    name: str
    formula: str
    numbers: str
    value: float
    says: str


@dataclass(frozen=True)
class Treatment:
    """What a player does to gradients and weights besides its optimizer: see `graphs.recipe.Player`.

    ``norm`` is the length of the gradient of all weights together, before it is made shorter.
    """

    l1: float = 0.0
    clip_value: float | None = None
    clip_norm: float | None = None
    clip_weights: float | None = None
    decoupled: float = 0.0
    norm: float = 0.0


@dataclass(frozen=True)
class Update:
    """One weight before and after a step, and every line between."""

    before: float
    gradient: float
    after: float
    lines: tuple[Line, ...]


def written(number: float) -> str:
    """A number as it stands on a board: four digits, tiny and huge ones with a power of ten."""
    if number == 0 or not math.isfinite(number):
        return f"{number:g}".replace("-", "−")
    size = abs(number)
    text = f"{number:.4g}" if 1e-3 <= size < 1e5 else f"{number:.3e}"
    if "e" in text:
        head, _, power = text.partition("e")
        raised = str(int(power)).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))
        text = f"{head}·10{raised}"
    return text.replace("-", "−")


@dataclass
class _Board:
    """The lines so far, and the weight and its gradient as they are by now."""

    w: float
    g: float
    lines: list[Line] = field(default_factory=list)

    def write(self, name: str, formula: str, value: float, says: str, letters: Mapping[str, float]) -> float:
        """Write a line; in the numbers every letter of the formula's right side gives way to its value."""
        right = formula.partition("←")[2].strip()
        self.lines.append(Line(name, formula, _put_in(right, letters), value, says))
        return value

    def move(self, formula: str, value: float, says: str, letters: Mapping[str, float]) -> None:
        self.w = self.write("w", formula, value, says, letters)


def _put_in(formula: str, letters: Mapping[str, float]) -> str:
    """The formula with numbers for its letters, longest names first; a negative number in brackets."""
    found, place = [], 0
    names = sorted(letters, key=len, reverse=True)
    while place < len(formula):
        name = next((n for n in names if formula.startswith(n, place)), None)
        if name is None:
            found.append(formula[place])
            place += 1
        else:
            number = written(letters[name])
            found.append(f"({number})" if number.startswith("−") else number)
            place += len(name)
    return "".join(found)


_L2 = mark("Weight decay pulls the weight towards zero: a share of it joins the gradient.")
_SHRINK = mark("Weight decay first makes the weight smaller by a share of the step.")
_MOVE = mark("The weight goes against the gradient.")
_MEAN = mark("The running mean of the gradient, the first moment.")
_SQUARE = mark("The running mean of the squared gradient, the second moment.")
_HAT = mark("Both began at zero and are too small at first: dividing mends that.")
_OWN = mark("Every weight has a step of its own: the mean divided by the usual size.")


def _decay(board: _Board, share: float) -> None:
    if share:
        board.g = board.write(
            "g", "g ← g + λ·w", board.g + share * board.w, _L2, {"g": board.g, "λ": share, "w": board.w}
        )


def _sgd(board: _Board, chosen: optimizers.SGD, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    way, letter = board.g, "g"
    if chosen.momentum:
        beta, old, g = chosen.momentum, state.get("momentum_buffer", 0.0), board.g
        says = mark("The velocity: what is left of the last steps, and the new gradient.")
        if chosen.form == "averaged":
            v = board.write(
                "v", "v ← β·v + (1 − β)·g", beta * old + (1 - beta) * g, says, {"β": beta, "v": old, "g": g}
            )
        else:
            v = board.write("v", "v ← β·v + g", beta * old + g, says, {"β": beta, "v": old, "g": g})
        way, letter = v, "v"
        if chosen.nesterov:
            ahead = mark("Nesterov looks ahead: the gradient, and the velocity once more.")
            way, letter = board.write("u", "u ← g + β·v", g + beta * v, ahead, {"g": g, "β": beta, "v": v}), "u"
    board.move(f"w ← w − η·{letter}", board.w - rate * way, _MOVE, {"w": board.w, "η": rate, letter: way})


def _adagrad(board: _Board, chosen: optimizers.Adagrad, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    old = state.get("sum", 0.0)
    s = board.write(
        "s", "s ← s + g²", old + board.g**2, mark("The sum of all squared gradients."), {"s": old, "g": board.g}
    )
    value = board.w - rate * board.g / (math.sqrt(s) + chosen.eps)
    board.move("w ← w − η·g / (√s + ε)", value, _OWN, {"w": board.w, "η": rate, "g": board.g, "s": s, "ε": chosen.eps})


def _rmsprop(board: _Board, chosen: optimizers.RMSprop, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    old, a, g = state.get("square_avg", 0.0), chosen.alpha, board.g
    s = board.write("s", "s ← α·s + (1 − α)·g²", a * old + (1 - a) * g * g, _SQUARE, {"α": a, "s": old, "g": g})
    size = math.sqrt(s) + chosen.eps
    if not chosen.momentum:
        board.move(
            "w ← w − η·g / (√s + ε)",
            board.w - rate * g / size,
            _OWN,
            {"w": board.w, "η": rate, "g": g, "s": s, "ε": chosen.eps},
        )
        return
    before, beta = state.get("momentum_buffer", 0.0), chosen.momentum
    says = mark("The velocity: what is left of the last steps, and the new one.")
    v = board.write(
        "v",
        "v ← β·v + g / (√s + ε)",
        beta * before + g / size,
        says,
        {"β": beta, "v": before, "g": g, "s": s, "ε": chosen.eps},
    )
    board.move("w ← w − η·v", board.w - rate * v, _MOVE, {"w": board.w, "η": rate, "v": v})


def _adadelta(board: _Board, chosen: optimizers.Adadelta, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    old, before, p, g, e = state.get("square_avg", 0.0), state.get("acc_delta", 0.0), chosen.rho, board.g, chosen.eps
    s = board.write("s", "s ← ρ·s + (1 − ρ)·g²", p * old + (1 - p) * g * g, _SQUARE, {"ρ": p, "s": old, "g": g})
    says = mark("The usual size of a step divided by the usual size of a gradient sets this step.")
    d = board.write(
        "Δ",
        "Δ ← √(u + ε) / √(s + ε)·g",
        math.sqrt(before + e) / math.sqrt(s + e) * g,
        says,
        {"u": before, "ε": e, "s": s, "g": g},
    )
    says = mark("The running mean of the squared steps.")
    board.write("u", "u ← ρ·u + (1 − ρ)·Δ²", p * before + (1 - p) * d * d, says, {"ρ": p, "u": before, "Δ": d})
    board.move("w ← w − η·Δ", board.w - rate * d, _MOVE, {"w": board.w, "η": rate, "Δ": d})


def _moments(board: _Board, beta1: float, beta2: float, state: State) -> tuple[float, float, float]:
    """The two running means of Adam's family, and the number of this step."""
    m, v, g = state.get("exp_avg", 0.0), state.get("exp_avg_sq", 0.0), board.g
    first = board.write("m", "m ← β₁·m + (1 − β₁)·g", beta1 * m + (1 - beta1) * g, _MEAN, {"β₁": beta1, "m": m, "g": g})
    second = board.write(
        "v", "v ← β₂·v + (1 − β₂)·g²", beta2 * v + (1 - beta2) * g * g, _SQUARE, {"β₂": beta2, "v": v, "g": g}
    )
    return first, second, state.get("step", 0.0) + 1


def _adam_step(board: _Board, beta1: float, beta2: float, eps: float, state: State, rate: float) -> None:
    m, v, t = _moments(board, beta1, beta2, state)
    right = board.write("m̂", "m̂ ← m / (1 − β₁^t)", m / (1 - beta1**t), _HAT, {"m": m, "β₁": beta1, "t": t})
    usual = board.write("v̂", "v̂ ← v / (1 − β₂^t)", v / (1 - beta2**t), _HAT, {"v": v, "β₂": beta2, "t": t})
    value = board.w - rate * right / (math.sqrt(usual) + eps)
    board.move("w ← w − η·m̂ / (√v̂ + ε)", value, _OWN, {"w": board.w, "η": rate, "m̂": right, "v̂": usual, "ε": eps})


def _adam(board: _Board, chosen: optimizers.Adam, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    _adam_step(board, chosen.beta1, chosen.beta2, chosen.eps, state, rate)


def _adamw(board: _Board, chosen: optimizers.AdamW, state: State, rate: float) -> None:
    share = chosen.weight_decay
    if share:
        board.move("w ← w − η·λ·w", board.w - rate * share * board.w, _SHRINK, {"w": board.w, "η": rate, "λ": share})
    _adam_step(board, chosen.beta1, chosen.beta2, chosen.eps, state, rate)


def _nadam(board: _Board, chosen: optimizers.NAdam, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    b1, b2 = chosen.beta1, chosen.beta2
    m, v, t = _moments(board, b1, b2, state)
    now, then = (b1 * (1 - 0.5 * 0.96 ** (n * chosen.momentum_decay)) for n in (t, t + 1))
    product = state.get("mu_product", 1.0) * now
    usual = board.write("v̂", "v̂ ← v / (1 − β₂^t)", v / (1 - b2**t), _HAT, {"v": v, "β₂": b2, "t": t})
    says = mark("The mean as it will be one step on, and the gradient itself.")
    ahead = then * m / (1 - product * then) + (1 - now) * board.g / (1 - product)
    way = board.write(
        "u",
        "u ← μ′·m / (1 − Πμ·μ′) + (1 − μ)·g / (1 − Πμ)",
        ahead,
        says,
        {"μ′": then, "m": m, "Πμ": product, "μ": now, "g": board.g},
    )
    value = board.w - rate * way / (math.sqrt(usual) + chosen.eps)
    board.move("w ← w − η·u / (√v̂ + ε)", value, _OWN, {"w": board.w, "η": rate, "u": way, "v̂": usual, "ε": chosen.eps})


def _radam(board: _Board, chosen: optimizers.RAdam, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    b1, b2 = chosen.beta1, chosen.beta2
    m, v, t = _moments(board, b1, b2, state)
    right = board.write("m̂", "m̂ ← m / (1 − β₁^t)", m / (1 - b1**t), _HAT, {"m": m, "β₁": b1, "t": t})
    most = 2 / (1 - b2) - 1
    seen = board.write(
        "ρ",
        "ρ ← ρ∞ − 2·t·β₂^t / (1 − β₂^t)",
        most - 2 * t * b2**t / (1 - b2**t),
        mark("How much is known of the size of the gradient; up to 5 it is not trusted."),
        {"ρ∞": most, "t": t, "β₂": b2},
    )
    if seen <= 5:
        board.move("w ← w − η·m̂", board.w - rate * right, _MOVE, {"w": board.w, "η": rate, "m̂": right})
        return
    factor = math.sqrt((seen - 4) * (seen - 2) * most / ((most - 4) * (most - 2) * seen))
    r = board.write(
        "r",
        "r ← √((ρ − 4)·(ρ − 2)·ρ∞ / ((ρ∞ − 4)·(ρ∞ − 2)·ρ))",
        factor,
        mark("The less is known, the shorter the step."),
        {"ρ∞": most, "ρ": seen},
    )
    value = board.w - rate * right * r * math.sqrt(1 - b2**t) / (math.sqrt(v) + chosen.eps)
    board.move(
        "w ← w − η·m̂·r·√(1 − β₂^t) / (√v + ε)",
        value,
        _OWN,
        {"w": board.w, "η": rate, "m̂": right, "r": r, "β₂": b2, "t": t, "v": v, "ε": chosen.eps},
    )


def _adamax(board: _Board, chosen: optimizers.Adamax, state: State, rate: float) -> None:
    _decay(board, chosen.weight_decay)
    m, u, t, g = state.get("exp_avg", 0.0), state.get("exp_inf", 0.0), state.get("step", 0.0) + 1, board.g
    b1, b2, e = chosen.beta1, chosen.beta2, chosen.eps
    m = board.write("m", "m ← β₁·m + (1 − β₁)·g", b1 * m + (1 - b1) * g, _MEAN, {"β₁": b1, "m": m, "g": g})
    says = mark("The largest recent gradient.")
    u = board.write("u", "u ← max(β₂·u, |g| + ε)", max(b2 * u, abs(g) + e), says, {"β₂": b2, "u": u, "g": g, "ε": e})
    value = board.w - rate / (1 - b1**t) * m / u
    board.move("w ← w − η / (1 − β₁^t)·m / u", value, _OWN, {"w": board.w, "η": rate, "β₁": b1, "t": t, "m": m, "u": u})


def _muon(board: _Board, chosen: optimizers.Muon, state: State, rate: float) -> None:
    """What is no matrix gets AdamW with its usual numbers."""
    _adamw(board, optimizers.AdamW(learning_rate=rate, weight_decay=chosen.weight_decay), state, rate)


_RULES: Mapping[type[Any], Callable[[_Board, Any, State, float], None]] = {
    optimizers.SGD: _sgd,
    optimizers.Adagrad: _adagrad,
    optimizers.RMSprop: _rmsprop,
    optimizers.Adadelta: _adadelta,
    optimizers.Adam: _adam,
    optimizers.AdamW: _adamw,
    optimizers.NAdam: _nadam,
    optimizers.RAdam: _radam,
    optimizers.Adamax: _adamax,
    optimizers.Muon: _muon,
}


def moves_alone(chosen: optimizers.Optimizer, dims: int) -> bool:
    """Whether the step of a weight needs its own numbers only; Muon turns a whole matrix, LBFGS all weights at once."""
    return not isinstance(chosen, optimizers.LBFGS) and not (isinstance(chosen, optimizers.Muon) and dims == 2)


def updated(
    chosen: optimizers.Optimizer,
    weight: float,
    gradient: float,
    state: State,
    rate: float,
    treatment: Treatment | None = None,
) -> Update:
    """Work out what one step makes of a weight.

    ``rate`` is the learning rate of this step, with the node's own factor in it; ``state`` is what the optimizer
    remembers of the weight before the step (nothing before the first). Raises KeyError for `LBFGS`, whose step is no
    sum over one weight: ask `moves_alone` first.
    """
    board, done = _Board(weight, gradient), treatment or Treatment()
    if done.l1:
        sign = (weight > 0) - (weight < 0)
        says = mark("The L1 penalty adds a constant pull towards zero.")
        board.g = board.write(
            "g", "g ← g + λ₁·s", board.g + done.l1 * sign, says, {"g": board.g, "λ₁": done.l1, "s": sign}
        )
    if done.clip_value is not None:
        cut = max(-done.clip_value, min(done.clip_value, board.g))
        says = mark("No number of the gradient may be larger than c.")
        board.g = board.write("g", "g ← min(max(g, −c), c)", cut, says, {"g": board.g, "c": done.clip_value})
    if done.clip_norm is not None:
        short = board.g * min(1.0, done.clip_norm / (done.norm + 1e-6))
        says = mark("The gradient of all weights together may not be longer than c; its length is N.")
        board.g = board.write(
            "g", "g ← g·min(1, c / N)", short, says, {"g": board.g, "c": done.clip_norm, "N": done.norm}
        )
    if done.decoupled:
        share = done.decoupled
        board.move("w ← w − η·λ·w", board.w - rate * share * board.w, _SHRINK, {"w": board.w, "η": rate, "λ": share})
    _RULES[type(chosen)](board, chosen, state, rate)
    if done.clip_weights is not None:
        c = done.clip_weights
        says = mark("This player keeps every weight between −c and c.")
        board.move("w ← min(max(w, −c), c)", max(-c, min(c, board.w)), says, {"w": board.w, "c": c})
    return Update(weight, gradient, board.w, tuple(board.lines))
