"""How noise is put on an example and taken away again, moment by moment: the two ways of a diffusion model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.roles import diffusion
from workbench.views.card import View

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

STRIPS = 4
"""How many samples are shown becoming pictures at once."""


class FilmStrip(View):
    """An example on its way into noise, and samples on their way out of it; points of a plane moment by moment."""

    name: ClassVar[str] = "film_strip"
    title: ClassVar[str] = mark("Noising and denoising")
    chinese: ClassVar[str] = "加噪与去噪"
    look_for: ClassVar[str] = mark(
        "shapes that come out of the noise early and details late. Noise in the last picture: it needs more training."
    )
    waiting: ClassVar[str] = mark(
        "How an example turns into noise, and noise into a sample.\n"
        "Press Train. The strips appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.movie-open-outline"
    probe: ClassVar[str] = "generated"
    compares: ClassVar[Mapping[str, str]] = {"film": mark("what is made from the same noise")}
    remembered: ClassVar[int] = 60

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if diffusion(plan(project.network)) is not None:
            return None
        return say(
            "Nothing to show for this network: it needs AddNoise, and a loss on the noise that it learns to see."
        )

    def build(self) -> QWidget:
        from widgets.plots.atlas import AtlasPlot
        from widgets.plots.sheet import SheetPlot

        self._sheet, self._plane = SheetPlot(), AtlasPlot()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.valueChanged.connect(self.draw_again)
        self._when = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self._when.setMinimumWidth(96)
        self._foot = QWidget()
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(theme.GAP)
        foot.addWidget(self._slider, 2)
        foot.addWidget(self._when, 1)
        self._stack = QStackedWidget()
        for picture in (self._sheet, self._plane):
            self._stack.addWidget(picture)
        inside = QWidget()
        inside.setMinimumSize(200, 200)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._stack, 1)
        column.addWidget(self._foot)
        return inside

    def plot(self) -> Plot:
        return self._plane if self._stack.currentWidget() is self._plane else self._sheet

    def has_data(self) -> bool:
        latest = self.history.latest
        return latest is not None and "film" in latest.data

    def forget(self) -> None:
        self._sheet.clear()
        self._plane.clear()

    def name_parts(self) -> None:
        self._slider.setAccessibleName(tr("Moment"))
        self._slider.setToolTip(tr("Drag from noise at the left to the sample at the right"))
        for picture in (self._sheet, self._plane):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None and "film" in sample.data:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        film, noised, times = sample.data["film"], sample.data["noised"], sample.data["times"].tolist()
        points = film.ndim == 3
        heads = [tr("t = {time}", time=time + 1) for time in times]
        if points:
            self._draw_points(sample, heads)
        else:
            count = min(STRIPS, film.shape[1])
            rows = [tr("into noise"), *(tr("out of it, {n}", n=n + 1) for n in range(count))]
            # Read from right to left the example turns into noise: each column is one and the same time.
            strips = [noised[::-1, 0], *(film[:, n] for n in range(count))]
            names = [f"{row} · {head}".replace(",", "") for row in rows for head in heads]
            self._sheet.set_pictures([one for strip in strips for one in strip], names, len(times), rows, heads)
        self._stack.setCurrentWidget(self._plane if points else self._sheet)
        self._foot.setVisible(points)
        self.set_figure(tr("after step"), f"{sample.step:,}")

    # -- inside ------------------------------------------------------------------------------------------------------

    def _draw_points(self, sample: Sample, heads: list[str]) -> None:
        film, real = sample.data["film"], sample.data["real"]
        self._slider.blockSignals(True)
        fresh = self._slider.maximum() != len(film) - 1
        self._slider.setRange(0, len(film) - 1)
        if fresh:
            self._slider.setValue(len(film) - 1)
        self._slider.blockSignals(False)
        place = self._slider.value()
        noisy = sample.data["noised"][::-1][place]
        names = (tr("the data"), tr("the data, noised"), tr("out of noise"))
        kinds = np.repeat(np.arange(3), [len(real), len(noisy), len(film[place])])
        self._plane.set_points(np.concatenate([real, noisy, film[place]]), kinds, names)
        across, up = sample.labels.get("axes", ())[:2] or ("x₁", "x₂")
        self._plane.set_axes(tr(across), tr(up))
        self._when.setText(heads[place])
