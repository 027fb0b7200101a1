"""The loss around the weights of a trained network, over a plane through them: how the valley lies that it found.

A network has millions of weights; a picture has two directions. Either they are drawn at random, each filter as long as
the network's own (Li, Xu, Taylor, Studer, Goldstein, "Visualizing the Loss Landscape of Neural Nets", NeurIPS 2018,
equation 1 and section 4), or they are the two in which the kept checkpoints differ most (section 7 there): the training
then has a path in the plane.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from graphs import document
from graphs.message import say
from workbench.engine.branching import nearest
from workbench.engine.directions import Directions
from workbench.engine.events import Array
from workbench.engine.faults import FolderError
from workbench.engine.keeping import step_checkpoints, step_path
from workbench.engine.loading import load_data
from workbench.engine.runs import Run
from workbench.engine.streaming import cut
from workbench.engine.training import Training

EXAMPLES = 256
"""The loss is measured on so many training examples at most."""

SECONDS = 6.0
"""The grid is as fine as can be measured in about this time."""

COARSEST, FINEST = 15, 33
"""Places along each side of the grid."""

MOST_CHECKPOINTS = 40
"""So many kept checkpoints at most make the path; of more, some are passed over evenly."""

REACH = 1.0
"""How far the random directions are followed to each side; at 1 a filter is as far away as it is long."""


@dataclass(frozen=True)
class LossSurface:
    """Heights over a plane through the weights.

    ``across`` and ``up`` (n,) are the places along the two directions, ``heights`` (n, n), row 0 lowest, the loss
    there. ``steps`` (k,) are the checkpoints, ``path`` (k, 2) where they lie in the plane, ``losses`` (k,) what each of
    them loses itself: it lies beside the plane, not in it. ``share`` (2,) is which part of all the path's movement each
    direction has; for random directions nearly nothing.
    """

    directions: Directions
    across: Array
    up: Array
    heights: Array
    steps: Array
    path: Array
    losses: Array
    share: Array
    examples: int

    @property
    def extent(self) -> tuple[float, float, float, float]:
        """Left, right, bottom and top."""
        return float(self.across[0]), float(self.across[-1]), float(self.up[0]), float(self.up[-1])


def filter_normalised(weights: list[Tensor], generator: torch.Generator) -> list[Tensor]:
    """A random direction whose filters are as long as those of the weights: d ← d / ‖d‖ · ‖w‖, filter by filter.

    A filter is what leads to one output: the first axis counts them. Biases, and the scales of normalisations, which
    are rows of single numbers, are not moved.
    """
    found = []
    for weight in weights:
        if weight.dim() < 2:
            found.append(torch.zeros_like(weight))
            continue
        drawn = torch.randn(weight.shape, generator=generator).to(weight)
        rows = drawn.flatten(1)
        longs = weight.flatten(1).norm(dim=1, keepdim=True) / rows.norm(dim=1, keepdim=True).clamp(min=1e-12)
        found.append((rows * longs).reshape(weight.shape))
    return found


def main_directions(points: Array) -> tuple[Array, Array]:
    """The two directions (2, d) in which points (k, d) differ most, seen from the last one, and their shares (2,).

    The shares are of the sum of squared distances from the last point.
    """
    moved = points - points[-1]
    _, sizes, axes = np.linalg.svd(moved, full_matrices=False)
    squares = sizes**2
    whole = float(squares.sum()) or 1.0
    shares = np.zeros(2)
    shares[: len(squares[:2])] = squares[:2] / whole
    return axes[:2], shares


class Surroundings:
    """The network of a run, ready to be asked for its loss elsewhere; one player's weights are moved.

    Not to be used while a training runs in the same program: it borrows torch's random numbers. Raises FolderError when
    the folder holds no run or keeps no checkpoint.
    """

    def __init__(self, folder: Path, player: int = 0):
        self.folder = folder
        with Run.open(folder) as run:
            project = document.from_snapshot(run.meta("snapshot"))
        self.last = nearest(folder, None)
        self.training = Training(project, load_data(project, folder), torch.device("cpu"), 1)
        self.mover = self.training.movers[player]
        columns = self.training.part("training")
        program = self.mover.program
        self.inputs = dict(cut(columns, program.inputs, 0, EXAMPLES))
        self.examples = len(next(iter(self.inputs.values()))) if self.inputs else 1

    def kept(self) -> list[int]:
        """The checkpoints that make the path, the last one among them."""
        steps = sorted(step_checkpoints(self.folder))
        if len(steps) > MOST_CHECKPOINTS:
            steps = [steps[place] for place in np.linspace(0, len(steps) - 1, MOST_CHECKPOINTS).round().astype(int)]
        return steps

    def go_to(self, step: int) -> Array:
        """Take the weights of a checkpoint; return them in one row, float64."""
        self.training.take_weights(step_path(self.folder, step))
        return torch.cat([p.detach().flatten().double() for p in self.mover.parameters]).numpy()

    @torch.no_grad()
    def put(self, weights: Array) -> None:
        """Give the network weights from one row, as `go_to` returns it."""
        left = torch.from_numpy(weights)
        for parameter in self.mover.parameters:
            mine, left = left[: parameter.numel()], left[parameter.numel() :]
            parameter.copy_(mine.reshape(parameter.shape))

    def loss(self) -> float:
        """The sum of the player's losses on the examples, in evaluation mode, with the same random numbers each
        time."""
        program, tree = self.mover.program, self.training.tree
        modes = {module: module.training for module in tree.modules()}
        tree.eval()
        try:
            with (
                self.training.random,
                self.training.random.aside(self.training.recipe.seed + 11),
                torch.enable_grad() if program.needs_grad else torch.no_grad(),
            ):
                return float(sum(float(value.detach()) for value in program(self.inputs)))
        finally:
            for module, mode in modes.items():
                module.training = mode

    def measure(
        self,
        directions: Directions,
        seed: int = 0,
        cells: int | None = None,
        tell: Callable[[float], bool] = lambda share: True,
    ) -> LossSurface | None:
        """Measure the loss over the plane; ``tell`` hears how far it is, from 0 to 1, and may say no: then None.

        Without ``cells`` the grid is as fine as time allows. Raises FolderError when too few checkpoints make a plane.
        """
        steps = self.kept()
        rows, losses = [], []
        for step in steps:
            rows.append(self.go_to(step))
            losses.append(self.loss())
        points = np.stack(rows)
        centre = points[-1]
        if directions is Directions.PATH:
            if len(steps) < 3:
                raise FolderError(
                    say("Two directions need three checkpoints; the run {run} keeps {n}.", run=self.folder.name,
                        n=len(steps)),
                    say("Train longer, or choose random directions."),
                )  # fmt: skip
            axes, share = main_directions(points)
            path = (points - centre) @ axes.T
            across, up = (_span(path[:, axis]) for axis in (0, 1))
        else:
            draw = torch.Generator().manual_seed(seed)
            filters = [parameter.detach() for parameter in self.mover.parameters]
            drawn = [filter_normalised(filters, draw) for _ in range(2)]
            axes = np.stack([torch.cat([part.flatten().double() for part in one]).numpy() for one in drawn])
            moved = points - centre
            path = np.linalg.lstsq(axes.T, moved.T, rcond=None)[0].T
            seen, whole = path @ axes, float((moved**2).sum()) or 1.0
            share = np.array([float((seen**2).sum()) / whole, 0.0])
            across = up = (-REACH, REACH)
        count = cells or self._affordable()
        places = [np.linspace(*ends, count) for ends in (across, up)]
        heights = np.empty((count, count))
        for row, height in enumerate(places[1].tolist()):
            for column, place in enumerate(places[0].tolist()):
                self.put(centre + place * axes[0] + height * axes[1])
                heights[row, column] = self.loss()
            if not tell((row + 1) / count):
                return None
        self.put(centre)
        return LossSurface(
            directions, places[0], places[1], heights, np.array(steps), path, np.array(losses), share, self.examples
        )

    def _affordable(self) -> int:
        start = time.perf_counter()
        for _ in range(3):
            self.loss()
        each = (time.perf_counter() - start) / 3
        # An odd number, so that the network itself is one of the places.
        return int(min(max(math.sqrt(SECONDS / max(each, 1e-6)), COARSEST), FINEST)) // 2 * 2 + 1


def _span(values: Array) -> tuple[float, float]:
    """From where to where to look so that a path has a quarter of its length around it."""
    low, high = float(values.min()), float(values.max())
    room = max(0.25 * (high - low), 1e-3)
    return low - room, high + room
