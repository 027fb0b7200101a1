"""A race of optimizers down the same slope, and the three ways to take a step from data: all, some, or one example.

The optimizers are those the recipe makes (`workbench.engine.optimizers`), moved on a point of two numbers.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from graphs import optimizers
from workbench.engine.events import Array
from workbench.engine.landscapes import Landscape
from workbench.engine.optimizers import build_optimizer

FAR = 1e6
"""Whoever is so far away has flown off: its way ends there."""


@dataclass(frozen=True)
class Course:
    """The way of one runner: ``path`` (steps + 1, 2) and ``heights`` (steps + 1,), float64, from the start on.

    NaN from where it flew off.
    """

    path: Array
    heights: Array

    @property
    def flew_off(self) -> bool:
        """Whether its steps grew beyond all bounds."""
        return not bool(np.isfinite(self.heights).all())


def race(landscape: Landscape, chosen: optimizers.Optimizer, steps: int, start: tuple[float, float]) -> Course:
    """Let one optimizer take ``steps`` steps from a start; one of LBFGS's is as many looks as its recipe says."""
    point = nn.Parameter(torch.tensor(start, dtype=torch.float64))
    optimizer = build_optimizer([point], chosen)

    def look() -> Tensor:
        optimizer.zero_grad()
        height: Tensor = landscape.height(point[0], point[1], torch)
        height.backward()  # type: ignore[no-untyped-call]
        return height

    path, heights = np.full((steps + 1, 2), np.nan), np.full(steps + 1, np.nan)
    for step in range(steps + 1):
        place = point.detach().numpy().copy()
        height = float(landscape.height(place[0], place[1], np))
        if not math.isfinite(height) or float(np.abs(place).max()) > FAR:
            break
        path[step], heights[step] = place, height
        if step == steps:
            break
        if isinstance(optimizer, torch.optim.LBFGS):
            optimizer.step(look)  # type: ignore[no-untyped-call]
        else:
            look()
            optimizer.step()
    return Course(path, heights)


@dataclass(frozen=True)
class Fitting:
    """A line to be fitted to points: ``x`` and ``y`` (n,), float64; its height is the mean square error of (w, b)."""

    x: Array
    y: Array

    def height(self, w: float, b: float) -> float:
        """The mean square error of the line w·x + b over all points."""
        return float(np.mean((w * self.x + b - self.y) ** 2))

    def grid(self, extent: tuple[float, float, float, float], cells: int) -> Array:
        """The heights over an extent (left, right, bottom, top) of w and b, (cells, cells), row 0 lowest."""
        left, right, bottom, top = extent
        w, b = np.meshgrid(np.linspace(left, right, cells), np.linspace(bottom, top, cells))
        heights: Array = ((w[..., None] * self.x + b[..., None] - self.y) ** 2).mean(-1)
        return heights

    def slope(self, w: float, b: float, rows: Array) -> Array:
        """The gradient (2,) of the mean square error over some of the points: 2·mean((w·x + b − y)·(x, 1))."""
        wrong = w * self.x[rows] + b - self.y[rows]
        return 2 * np.array([np.mean(wrong * self.x[rows]), np.mean(wrong)])

    def best(self) -> tuple[float, float]:
        """The lowest place, by least squares."""
        found = np.linalg.lstsq(np.stack([self.x, np.ones_like(self.x)], 1), self.y, rcond=None)[0]
        return float(found[0]), float(found[1])


def line_to_fit(count: int = 64, seed: int = 0) -> Fitting:
    """Points around the line 1.5·x + 0.5, with noise of the size 0.6."""
    draw = np.random.default_rng(seed)
    x = draw.uniform(-1.5, 1.5, count)
    return Fitting(x, 1.5 * x + 0.5 + 0.6 * draw.standard_normal(count))


def descend(
    fitting: Fitting, batch: int, chosen: optimizers.Optimizer, steps: int, start: tuple[float, float], seed: int = 0
) -> Course:
    """Fit by batches of so many points, in a new order every epoch, as a training takes them; heights are over all."""
    point = nn.Parameter(torch.tensor(start, dtype=torch.float64))
    optimizer = build_optimizer([point], chosen)
    x, y = torch.from_numpy(fitting.x), torch.from_numpy(fitting.y)
    order = torch.Generator().manual_seed(seed)
    waiting = torch.empty(0, dtype=torch.long)
    path, heights = np.full((steps + 1, 2), np.nan), np.full(steps + 1, np.nan)
    for step in range(steps + 1):
        w, b = point.detach().tolist()
        height = fitting.height(w, b)
        if not math.isfinite(height) or max(abs(w), abs(b)) > FAR:
            break
        path[step], heights[step] = (w, b), height
        if not len(waiting):
            waiting = torch.randperm(len(x), generator=order)
        rows, waiting = waiting[:batch], waiting[batch:]

        def look(rows: Tensor = rows) -> Tensor:
            optimizer.zero_grad()
            loss = ((point[0] * x[rows] + point[1] - y[rows]) ** 2).mean()
            loss.backward()  # type: ignore[no-untyped-call]
            return loss

        if isinstance(optimizer, torch.optim.LBFGS):
            optimizer.step(look)  # type: ignore[no-untyped-call]
        else:
            look()
            optimizer.step()
    return Course(path, heights)


def noise(fitting: Fitting, batch: int, place: tuple[float, float], looks: int = 2000, seed: int = 0) -> float:
    """How far the slope of a random batch lies from the slope of all points, as a root mean square over many batches.

    Drawn without putting back it is √((N − B) / (B·(N − 1))) times the spread of the single slopes: 0 for all N of
    them, and it halves where the batch is four times as large.
    """
    draw = np.random.default_rng(seed)
    count = len(fitting.x)
    whole = fitting.slope(*place, np.arange(count))
    if batch >= count:
        return 0.0
    rows = np.argsort(draw.random((looks, count)), axis=1)[:, :batch]
    away = np.array([fitting.slope(*place, some) - whole for some in rows])
    return float(np.sqrt((away**2).sum(1).mean()))
