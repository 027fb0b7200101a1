"""What a hidden layer makes of the plane: its grid bent, until a straight line can part the classes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.probes.probe import find_answer
from workbench.engine.roles import hidden_layers
from workbench.views.answers import lacks_plane
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


def border(grid: np.ndarray, answers: np.ndarray) -> np.ndarray:
    """Places (n, 2) between neighbours of a grid (rows, columns, 2) whose answers (rows, columns) differ."""
    found = []
    for axis in (0, 1):
        ends = np.moveaxis(grid, axis, 0), np.moveaxis(answers, axis, 0)
        differ = ends[1][1:] != ends[1][:-1]
        found.append(((ends[0][1:] + ends[0][:-1]) / 2)[differ])
    return np.concatenate(found)


class HiddenSpaceView(View):
    """One hidden layer: two of its units, or its two main directions, with the grid of the input in them."""

    name: ClassVar[str] = "hidden_space"
    title: ClassVar[str] = mark("Hidden space")
    chinese: ClassVar[str] = "隐层空间"
    look_for: ClassVar[str] = mark(
        "the grid folding until the classes lie on two sides of a straight line. Dots: where the answer changes."
    )
    waiting: ClassVar[str] = mark(
        "Where a hidden layer puts every point of the plane.\nPress Train. The grid appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.axis-arrow"
    probe: ClassVar[str] = "hidden_space"
    compares: ClassVar[Mapping[str, str]] = {"answers": mark("where the answers differ")}
    remembered: ClassVar[int] = 160

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        lacking = lacks_plane(project)
        if lacking is not None:
            return lacking
        meaning = plan(project.network)
        answer = find_answer(meaning)
        if answer is not None and hidden_layers(meaning, answer.scores):
            return None
        return say("Nothing to show for this network: it needs a hidden layer of two units or more.")

    def build(self) -> QWidget:
        from widgets.plots.bent import BentPlot

        self._node = ChoiceChip()
        self._node.hide()  # until there is something to choose from
        self._node.chosen.connect(self.draw_again)
        self.add_chip(self._node)
        self._plane = BentPlot()
        self._plane.setMinimumSize(200, 180)
        return self._plane

    def plot(self) -> Plot:
        return self._plane

    def forget(self) -> None:
        self._plane.clear()

    def name_parts(self) -> None:
        self._plane.setAccessibleName(tr(self.title))

    def follow(self, nodes: Iterable[int]) -> None:
        """Show the layer that is selected in the drawing."""
        sample = self.history.latest
        if sample is None or not self.prepared:
            return
        known = sample.data["nodes"].tolist()
        wanted = next((known.index(node) for node in nodes if node in known), None)
        if wanted is not None:
            self._node.choose(sample.labels["nodes"][wanted])

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        names = sample.labels["nodes"]
        # The layer before the last one parts the classes: it is shown first.
        self._node.set_choices({name: name for name in reversed(names)}, tr("Which layer"))
        self._node.setVisible(len(names) > 1)
        place = names.index(self._node.value)
        grid, points = sample.data[f"grid/{place}"], sample.data[f"points/{place}"]
        labels = sample.data.get("labels", np.zeros(len(points), dtype=np.uint8))
        classes = tuple(tr(name) for name in sample.labels.get("classes", ()))
        self._plane.set_grid(grid, border(grid, sample.data["answers"]))
        self._plane.set_points(points, labels, classes)
        share, units = sample.data[f"share/{place}"], int(sample.data[f"units/{place}"][0])
        if units == 2:
            self._plane.set_axes(tr("unit {n}", n=1), tr("unit {n}", n=2))
        else:
            self._plane.set_axes(
                *(tr("direction {n} ({share} %)", n=n + 1, share=f"{100 * float(share[n]):.0f}") for n in (0, 1))
            )
        self.set_figure(tr("units"), f"{units:,}")
