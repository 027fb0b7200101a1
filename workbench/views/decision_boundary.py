"""Where a network with two inputs draws its line: its answer all over the plane, moving while it learns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark
from widgets import theme
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.views.answers import lacks_plane
from workbench.views.card import View

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

FINER = 3
"""How much finer the picture is than the grid of the probe, so that the line between classes is thin."""


def finer(values: np.ndarray, factor: int = FINER) -> np.ndarray:
    """Interpolate a grid (H, W) linearly to (H * factor, W * factor), float32."""
    # Two passes of plain arithmetic: a matrix product would start threads, which the training needs.
    result = values.astype(np.float32)
    for axis in (0, 1):
        size = values.shape[axis]
        places = np.clip((np.arange(size * factor) + 0.5) / factor - 0.5, 0, size - 1)
        left = np.minimum(places.astype(int), max(size - 2, 0))
        share = (places - left).astype(np.float32)
        before, after = result.take(left, axis), result.take(np.minimum(left + 1, size - 1), axis)
        after -= before
        after *= share[:, None] if axis == 0 else share[None, :]
        after += before
        result = after
    return result


Colour = tuple[int, ...]
"""Red, green, blue, each 0 to 255."""


def regions(classes: np.ndarray, confidence: np.ndarray, colours: list[Colour], line: Colour) -> np.ndarray:
    """Paint the answer over the plane: uint8 RGBA (H * FINER, W * FINER, 4), first row at the top.

    ``classes`` and ``confidence``, both (H, W) with row 0 lowest, are the answer and how sure it is, 0 to 255. Each
    class has its colour, the stronger the surer; ``line`` is the colour of the line where two answers meet.
    """
    present = np.unique(classes)
    # Half a level more than nothing, so that a network that is nowhere sure still has its sides.
    sure = (confidence.astype(np.float32) + 0.5) / 256
    # Between two grid points the answer changes where the margins of the classes cross: that gives a straight line
    # where the network has one, instead of stairs.
    if len(present) == 2:
        margin = finer(np.where(classes == present[1], sure, -sure))
        winner, strength = (margin > 0).astype(np.intp), np.abs(margin)
    else:
        margins = np.stack([finer(np.where(classes == number, sure, -sure)) for number in present])
        winner, strength = margins.argmax(0), np.clip(margins.max(0), 0, 1)
    # One number per colour is looked up four times as fast as four.
    table = np.array([(*colours[number % len(colours)][:3], 0) for number in present.tolist()], dtype=np.uint8)
    picture = table.view(np.uint32).ravel()[winner].view(np.uint8).reshape(*winner.shape, 4)
    picture[..., 3] = 46 + 84 * strength
    edge = np.zeros(winner.shape, dtype=bool)
    across, up = winner[:, 1:] != winner[:, :-1], winner[1:] != winner[:-1]
    for part in (edge[:, 1:], edge[:, :-1]):
        part |= across
    for part in (edge[1:], edge[:-1]):
        part |= up
    picture[edge] = (*line[:3], 255)
    return picture[::-1]


class DecisionBoundary(View):
    """The regions of the classes over the plane of two features, with the training examples on top."""

    name: ClassVar[str] = "decision_boundary"
    title: ClassVar[str] = mark("Decision boundary")
    chinese: ClassVar[str] = "决策边界"
    look_for: ClassVar[str] = mark(
        "the line moving until each class has its own side. A single unit can only draw it straight."
    )
    waiting: ClassVar[str] = mark(
        "What the network answers at every point of the plane.\n"
        "Press Train. The picture appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.vector-polyline"
    probe: ClassVar[str] = "decision_plane"
    compares: ClassVar[Mapping[str, str]] = {
        "classes": mark("where the answers differ"),
        "confidence": mark("how sure it is"),
    }

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_plane(project)

    def build(self) -> QWidget:
        from widgets.plots.plane import PlanePlot

        self._plane = PlanePlot()
        self._plane.setMinimumSize(200, 180)
        return self._plane

    def plot(self) -> Plot:
        return self._plane

    def forget(self) -> None:
        self._plane.clear()

    def draw(self) -> None:
        sample = self.history.latest
        if sample is None:
            return
        self.show_sample(sample)
        self.set_figure(tr("after step"), f"{sample.step:,}")

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        present = theme.current()
        colours = [_parts(colour) for colour in present.series]
        picture = regions(sample.data["classes"], sample.data["confidence"], colours, _parts(present.text))
        left, right, bottom, top = sample.data["limits"].tolist()
        self._plane.set_background(picture, (left, right, bottom, top))
        points = sample.data["points"]
        labels = sample.data.get("labels", np.zeros(len(points), dtype=np.uint8))
        names = tuple(tr(name) for name in sample.labels.get("classes", ()))
        self._plane.set_points(points, labels, names)
        across, up = sample.labels.get("axes", ("x₁", "x₂"))
        self._plane.set_axes(tr(across), tr(up))
        self._plane.setAccessibleName(tr(self.title))


def _parts(colour: str) -> Colour:
    found = QColor(colour)
    return found.red(), found.green(), found.blue()
