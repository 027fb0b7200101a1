"""How the weights of a node start, as plain data: which way, with which numbers. Torch is asked in `graphs.modules`.

A start belongs to its node, not to the recipe: it then goes along with renaming, copying, blocks and undo.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field

from graphs.message import Message, mark, say

LARGEST = 1e6
"""No number of a start is further from zero."""
LARGEST_RATE = 1000.0
"""No node learns faster than so many times the rate of its player."""


@dataclass(frozen=True)
class StartNumber:
    """A number of a way to start: its value unless given, its smallest value, and what it means."""

    default: float
    at_least: float = -LARGEST
    words: str = ""


@dataclass(frozen=True)
class StartWay:
    """A way to start: its name, the formula with its numbers, and when it is the one to take.

    ``shaped`` ways look at how many numbers arrive at and leave a weight, so they need one with two axes or more.
    """

    words: str
    formula: str
    advice: str
    numbers: Mapping[str, StartNumber] = field(default_factory=dict)
    shaped: bool = True


_GAIN = StartNumber(1.0, 0.0, mark("factor"))
_SLOPE = StartNumber(0.0, -LARGEST, mark("slope below zero"))

WAYS: Mapping[str, StartWay] = {
    "torch": StartWay(
        mark("as PyTorch starts it"), "", mark("What the layer's own code does; the usual choice."), shaped=False
    ),
    "zeros": StartWay(
        mark("zeros"), "w = 0",
        mark("All neurons stay equal, so a hidden layer learns one thing only. For a last layer, a gate or a norm."),
        shaped=False,
    ),
    "constant": StartWay(
        mark("constant"), "w = c", mark("Every weight the same number."),
        {"value": StartNumber(1.0, words=mark("number"))}, shaped=False,
    ),
    "uniform": StartWay(
        mark("uniform"), "w ~ U(a, b)", mark("Every number between two ends is as likely."),
        {"low": StartNumber(-0.1, words=mark("from")), "high": StartNumber(0.1, words=mark("to"))}, shaped=False,
    ),
    "normal": StartWay(
        mark("normal"), "w ~ N(μ, σ²)", mark("Small random numbers around a mean."),
        {"mean": StartNumber(0.0, words=mark("mean")), "std": StartNumber(0.01, 0.0, mark("deviation"))},
        shaped=False,
    ),
    "truncated_normal": StartWay(
        mark("normal, cut off"), "w ~ N(μ, σ²), |w − μ| ≤ 2σ",
        mark("As normal, without the rare far numbers. Transformers start so, with a deviation of 0.02."),
        {"mean": StartNumber(0.0, words=mark("mean")), "std": StartNumber(0.02, 0.0, mark("deviation"))},
        shaped=False,
    ),
    "xavier_uniform": StartWay(
        mark("Xavier (Glorot), uniform"), "w ~ U(−a, a), a = g·√(6 / (n_in + n_out))",
        mark("Keeps the spread the same forwards and backwards. For tanh and sigmoid."), {"gain": _GAIN},
    ),
    "xavier_normal": StartWay(
        mark("Xavier (Glorot), normal"), "w ~ N(0, σ²), σ = g·√(2 / (n_in + n_out))",
        mark("Keeps the spread the same forwards and backwards. For tanh and sigmoid."), {"gain": _GAIN},
    ),
    "kaiming_uniform": StartWay(
        mark("Kaiming (He), uniform"), "w ~ U(−a, a), a = √(6 / ((1 + s²)·n_in))",
        mark("Makes up for the half that ReLU cuts off. For ReLU and its kin."), {"slope": _SLOPE},
    ),
    "kaiming_normal": StartWay(
        mark("Kaiming (He), normal"), "w ~ N(0, σ²), σ = √(2 / ((1 + s²)·n_in))",
        mark("Makes up for the half that ReLU cuts off. For ReLU and its kin."), {"slope": _SLOPE},
    ),
    "orthogonal": StartWay(
        mark("orthogonal"), "WᵀW = g²·I",
        mark("Lengths stay as they are, also over many time steps. For recurrent layers."), {"gain": _GAIN},
    ),
    "identity": StartWay(
        mark("identity (Dirac)"), "W = I",
        mark("What arrives passes unchanged at first; a convolution takes only the middle of its kernel."),
    ),
}  # fmt: skip
"""The ways to start, in the order a list offers them; Glorot & Bengio 2010, He et al. 2015, Saxe et al. 2014.

``n_in`` and ``n_out`` are how many numbers arrive at, and leave for, one output and one input; g is the factor, s the
slope below zero.
"""

GATES = frozenset({"LSTM", "LSTMCell"})
"""Layer types with a forget gate."""


@dataclass(frozen=True)
class Start:
    """How the weights of a node start: the way, its numbers, the biases, and the forget gate of an LSTM.

    ``bias`` and ``forget`` are numbers, or None where they stay as PyTorch starts them. ``forget`` is the whole bias of
    the forget gate: 1 lets an LSTM remember from the first step (Gers et al. 2000, Jozefowicz et al. 2015).
    """

    way: str = "torch"
    numbers: Mapping[str, float] = field(default_factory=dict)
    bias: float | None = None
    forget: float | None = None

    def number(self, name: str) -> float:
        """A number of the way, or its default."""
        return float(self.numbers.get(name, WAYS[self.way].numbers[name].default))

    @property
    def says_nothing(self) -> bool:
        """Whether everything starts as PyTorch starts it."""
        return self.way == "torch" and self.bias is None and self.forget is None

    @property
    def problem(self) -> Message | None:
        """Why nothing can start so, or None."""
        way = WAYS.get(self.way)
        if way is None:
            return say("There is no start called {name}. There are: {known}.", name=self.way, known=", ".join(WAYS))
        for name, value in (*self.numbers.items(), ("bias", self.bias), ("forget", self.forget)):
            known = way.numbers.get(name) if name not in ("bias", "forget") else StartNumber(0.0)
            if known is None:
                return say("The start {way} has no number called {name}.", way=self.way, name=name)
            if value is not None and not (math.isfinite(value) and known.at_least <= value <= LARGEST):
                return say("{name} of the start {way} cannot be {value}.", name=name, way=self.way, value=value)
        if self.way == "uniform" and self.number("low") > self.number("high"):
            return say("A uniform start goes from a smaller number to a larger one. It got {low} and {high}.",
                       low=self.number("low"), high=self.number("high"))  # fmt: skip
        return None
