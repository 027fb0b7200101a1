"""Hills and valleys over two numbers, on which optimizers can be watched: each has what is hard about training.

Heights are plain arithmetic, so the same line serves numpy, which draws the map, and torch, which asks for the slope.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from graphs import optimizers
from graphs.message import mark
from workbench.engine.events import Array

Height = Callable[[Any, Any, Any], Any]
"""The height at (x, y); the third is the module whose ``exp`` belongs to them, numpy or torch."""


@dataclass(frozen=True)
class Landscape:
    """A function of two numbers: where it is shown (left, right, bottom, top), where a race begins, its lowest places.

    ``rate`` is a learning rate with which plain gradient descent comes down here; ``tells`` is what there is to see.
    """

    name: str
    title: str
    tells: str
    formula: str
    height: Height
    extent: tuple[float, float, float, float]
    start: tuple[float, float]
    minima: tuple[tuple[float, float], ...]
    rate: float

    def grid(self, cells: int) -> Array:
        """The heights over the extent, (cells, cells), float64, row 0 lowest."""
        left, right, bottom, top = self.extent
        x, y = np.meshgrid(np.linspace(left, right, cells), np.linspace(bottom, top, cells))
        heights: Array = np.asarray(self.height(x, y, np), dtype=np.float64)
        return heights


def _bowl(x: Any, y: Any, m: Any) -> Any:
    return (x**2 + y**2) / 2


def _ravine(x: Any, y: Any, m: Any) -> Any:
    return (x**2 + 30 * y**2) / 2


def _saddle(x: Any, y: Any, m: Any) -> Any:
    return (x**2 - y**2) / 2 + y**4 / 4


def _plateau(x: Any, y: Any, m: Any) -> Any:
    return 1 - m.exp(-(x**2 + y**2) / (2 * 0.6**2))


def _rosenbrock(x: Any, y: Any, m: Any) -> Any:
    return (1 - x) ** 2 + 100 * (y - x**2) ** 2


def _styblinski_tang(x: Any, y: Any, m: Any) -> Any:
    return (x**4 - 16 * x**2 + 5 * x + y**4 - 16 * y**2 + 5 * y) / 2


LANDSCAPES: dict[str, Landscape] = {
    one.name: one
    for one in (
        Landscape(
            "bowl", mark("Bowl"),
            mark("the same slope in every direction: all of them find the bottom, only at different speeds."),
            "f = (x² + y²) / 2", _bowl, (-2.0, 2.0, -2.0, 2.0), (-1.6, 1.2), ((0.0, 0.0),), 0.1,
        ),
        Landscape(
            "ravine", mark("Ravine"),
            mark("plain gradient descent jumping from wall to wall while it hardly gets on along the floor. Momentum "
                 "adds up what always points the same way; Adam and RMSprop measure each direction by itself."),
            "f = (x² + 30·y²) / 2", _ravine, (-2.0, 2.0, -1.0, 1.0), (-1.8, 0.7), ((0.0, 0.0),), 0.06,
        ),
        Landscape(
            "saddle", mark("Saddle"),
            mark("how long each one waits in the middle, where the slope is nearly zero, before it finds the way down "
                 "to the side."),
            "f = (x² − y²) / 2 + y⁴ / 4", _saddle,
            (-2.0, 2.0, -1.6, 1.6), (-1.8, 0.001), ((0.0, 1.0), (0.0, -1.0)), 0.1,
        ),
        Landscape(
            "plateau", mark("Plateau"),
            mark("steps that follow the size of the slope standing still far outside, where it is almost flat; steps "
                 "that are divided by its recent size walk in all the same."),
            "f = 1 − exp(−(x² + y²) / 0.72)", _plateau, (-2.0, 2.0, -2.0, 2.0), (-1.5, 1.0), ((0.0, 0.0),), 0.3,
        ),
        Landscape(
            "rosenbrock", mark("Rosenbrock's valley"),
            mark("a bent valley: the floor is found at once, the lowest place in it, at (1, 1), only after a long way "
                 "round the bend."),
            "f = (1 − x)² + 100·(y − x²)²  (Rosenbrock 1960)", _rosenbrock,
            (-2.0, 2.0, -1.0, 3.0), (-1.2, 1.0), ((1.0, 1.0),), 0.001,
        ),
        Landscape(
            "minima", mark("Several minima"),
            mark("four hollows of different depth: which one is reached depends on the start and on how far the first "
                 "steps carry. Only the one at the lower left is the lowest."),
            "f = ½ Σ (x⁴ − 16·x² + 5·x)  (Styblinski & Tang 1990)", _styblinski_tang,
            (-4.5, 4.5, -4.5, 4.5), (0.4, 0.6), ((-2.903534, -2.903534),), 0.01,
        ),
    )
}  # fmt: skip
"""Every landscape by its name, in the order in which they teach."""

RUNNERS: dict[str, type[optimizers.Optimizer]] = {
    kind.__name__: kind
    for kind in (
        optimizers.SGD, optimizers.Adagrad, optimizers.RMSprop, optimizers.Adadelta, optimizers.Adam, optimizers.AdamW,
        optimizers.NAdam, optimizers.RAdam, optimizers.Adamax, optimizers.LBFGS,
    )
}  # fmt: skip
"""Which optimizers can run: all of the recipe's but Muon, which turns matrices and leaves a single point to AdamW."""
