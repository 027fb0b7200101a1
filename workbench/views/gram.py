"""Which features occur together: the Gram matrices of a painting under those of the style it shall have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.painted import grams
from workbench.views.card import View

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

SIDE = 96
"""Rows and columns of a drawn matrix: larger ones are drawn by every n-th feature."""


class GramView(View):
    """A column for each layer: what the painting has, what the style has, and how far they are apart."""

    name: ClassVar[str] = "gram"
    title: ClassVar[str] = mark("Gram matrices")
    chinese: ClassVar[str] = "格拉姆矩阵"
    look_for: ClassVar[str] = mark(
        "the upper row coming to look like the middle one. Bright off the diagonal: two features that occur together."
    )
    waiting: ClassVar[str] = mark(
        "Which features occur together in the painting, and in the style.\n"
        "Press Train. The matrices appear after the first steps."
    )
    icon: ClassVar[str] = "mdi6.grid"
    probe: ClassVar[str] = "grams"
    compares: ClassVar[Mapping[str, str]] = {"made": mark("Gram matrices")}
    remembered: ClassVar[int] = 60

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if grams(plan(project.network)):
            return None
        return say("Nothing to show for this network: it needs a loss between two GramMatrix nodes.")

    def build(self) -> QWidget:
        from widgets.plots.sheet import SheetPlot

        self._sheet = SheetPlot()
        self._sheet.setMinimumSize(200, 200)
        return self._sheet

    def plot(self) -> Plot:
        return self._sheet

    def forget(self) -> None:
        self._sheet.clear()

    def name_parts(self) -> None:
        self._sheet.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        layers = sample.labels["layers"]
        rows = [tr("painting"), tr("style"), tr("difference")]
        drawn: list[list[np.ndarray]] = [[], [], []]
        apart = []
        for number in range(len(layers)):
            made, wanted = (sample.data[f"{word}/{number}"].astype(float) for word in ("made", "wanted"))
            # One scale for both, and its root: the diagonal would leave everything else black.
            top = np.sqrt(max(float(np.abs(wanted).max()), 1e-30))
            for place, matrix in enumerate((made, wanted)):
                drawn[place].append(_picture(np.sqrt(np.abs(matrix)) / top, "sequential"))
            gap = (np.sqrt(np.abs(made)) - np.sqrt(np.abs(wanted))) / top
            drawn[2].append(_picture((gap + 1) / 2, "diverging"))
            apart.append(float(np.linalg.norm(made - wanted) / max(float(np.linalg.norm(wanted)), 1e-30)))
        names = [f"{row} · {layer}" for row in rows for layer in layers]
        self._sheet.set_pictures([one for row in drawn for one in row], names, len(layers), rows, layers)
        self.set_figure(tr("apart, of the style's length"), short_number(float(np.mean(apart))))


def _picture(values: np.ndarray, colours: str) -> np.ndarray:
    """A square matrix of numbers from 0 to 1 as a picture (96, 96, 3) uint8 of a colour map."""
    places = (np.arange(SIDE) * len(values)) // SIDE
    table = theme.colormap(colours, theme.current())
    return np.asarray(table[np.clip(values[places[:, None], places[None]] * 255, 0, 255).round().astype(np.uint8)])
