"""Where a network with two inputs draws its line: its answer all over the plane, moving while it learns."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark
from widgets.language import tr
from widgets.plots.plane import PlanePlot
from widgets.plots.plot import Plot
from workbench.engine.events import Sample, Scalars
from workbench.views.answers import lacks_plane
from workbench.views.card import View

if TYPE_CHECKING:
    from graphs.project import Project

FINER = 4
"""How much finer the picture is than the grid of the probe, so that the line between classes is thin."""


def finer(values: np.ndarray, factor: int) -> np.ndarray:
    """Interpolate a grid (H, W) linearly to (H * factor, W * factor)."""
    result = values
    for axis in (0, 1):
        size = values.shape[axis]
        places = np.clip((np.arange(size * factor) + 0.5) / factor - 0.5, 0, size - 1)
        left = np.minimum(places.astype(int), max(size - 2, 0))
        right = np.minimum(left + 1, size - 1)
        share = (places - left).astype(np.float32)
        share = share[:, None] if axis == 0 else share[None, :]
        result = result.take(left, axis) * (1 - share) + result.take(right, axis) * share
    return result


def regions(classes: np.ndarray, confidence: np.ndarray, colours: list[tuple[int, int, int]], line: tuple[int, int, int]) -> np.ndarray:
    """Paint the answer over the plane: uint8 RGBA (4H, 4W, 4), first row at the top.

    ``classes`` and ``confidence``, both (H, W) with row 0 lowest, are the answer and how sure it is, 0 to 255. Each class
    has its colour, the stronger the surer; ``line`` is the colour of the line where two answers meet.
    """
    present = np.unique(classes)
    sure = confidence.astype(np.float32) / 255
    # Between two grid points the answer changes where the margins of the classes cross: that gives a straight line
    # where the network has one, instead of stairs.
    margins = np.stack([finer(np.where(classes == number, sure, -sure), FINER) for number in present])
    winner = margins.argmax(0)
    strength = np.clip(margins.max(0), 0, 1)
    table = np.array([colours[number % len(colours)] for number in present.tolist()], dtype=np.uint8)
    picture = np.empty((*winner.shape, 4), dtype=np.uint8)
    picture[..., :3] = table[winner]
    picture[..., 3] = (46 + 84 * strength).astype(np.uint8)
    edge = np.zeros(winner.shape, dtype=bool)
    edge[:, 1:] |= winner[:, 1:] != winner[:, :-1]
    edge[1:, :] |= winner[1:, :] != winner[:-1, :]
    picture[edge] = (*line, 255)
    return picture[::-1]


class DecisionBoundary(View):
    """The regions of the classes over the plane of two features, with the training examples on top."""

    name: ClassVar[str] = "decision_boundary"
    title: ClassVar[str] = mark("Decision boundary")
    chinese: ClassVar[str] = "决策边界"
    look_for: ClassVar[str] = mark("the line moving until each class has its own side. A single unit can only draw it straight.")
    waiting: ClassVar[str] = mark(
        "What the network answers at every point of the plane.\nPress Train. The picture appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.vector-polyline"
    probe: ClassVar[str] = "decision_plane"

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_plane(project)

    def build(self) -> QWidget:
        self._plane = PlanePlot()
        self._accuracy = math.nan
        return self._plane

    def plot(self) -> Plot:
        return self._plane

    def forget(self) -> None:
        self._plane.clear()
        self._accuracy = math.nan

    def take_scalars(self, event: Scalars) -> None:
        if len(event.values.get("val/accuracy", ())):
            self._accuracy = float(event.values["val/accuracy"][-1])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is None:
            return
        self.show_sample(sample)
        there = math.isfinite(self._accuracy)
        self.figure_name.setText(tr("validation accuracy") if there else "")
        self.figure.setText(f"{100 * self._accuracy:.1f} %" if there else "")

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        theme = self._plane.theme
        colours = [QColor(colour).getRgb()[:3] for colour in theme.series]
        picture = regions(sample.data["classes"], sample.data["confidence"], colours, QColor(theme.text).getRgb()[:3])
        left, right, bottom, top = sample.data["limits"].tolist()
        self._plane.set_background(picture, (left, right, bottom, top))
        points = sample.data["points"]
        labels = sample.data.get("labels", np.zeros(len(points), dtype=np.uint8))
        names = tuple(tr(name) for name in sample.labels.get("classes", ()))
        self._plane.set_points(points, labels, names)
        across, up = sample.labels.get("axes", ("x₁", "x₂"))
        self._plane.set_axes(tr(across), tr(up))
        self._plane.setAccessibleName(tr(self.title))
