"""What goes into the network: pictures, sounds with their spectrum, clouds of points, clips, volumes and series."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from graphs.tensors import Kind
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.roles import seen_input
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

WAVE, SPECTRUM = "wave", "spectrum"

TILT = np.radians(25.0)
"""How far above a cloud of points one stands."""


class InputsView(View):
    """One example as the network gets it, or all pictures beside each other."""

    name: ClassVar[str] = "inputs"
    title: ClassVar[str] = mark("What goes in")
    chinese: ClassVar[str] = "输入的样本"
    look_for: ClassVar[str] = mark(
        "what you would tell the classes apart by. If you cannot see or hear it here, the network cannot either."
    )
    waiting: ClassVar[str] = mark(
        "Examples as the network gets them: pictures, sounds, clouds, clips, volumes, series.\n"
        "Press Train. They appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.login-variant"
    probe: ClassVar[str] = "inputs"
    alone: ClassVar[str] = mark("Both networks are shown the same examples: there is no difference to show.")
    remembered: ClassVar[int] = 4

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if seen_input(plan(project.network)) is not None:
            return None
        return say(
            "Nothing to show for this network: it needs an Input with pictures, sounds, points, clips or series."
        )

    def build(self) -> QWidget:
        from widgets.plots.atlas import AtlasPlot
        from widgets.plots.heatmap import HeatMap
        from widgets.plots.lines import LinesPlot
        from widgets.plots.sheet import SheetPlot

        self._example, self._mode = ChoiceChip(), ChoiceChip()
        for chip in (self._example, self._mode):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
            chip.hide()  # until there is something to choose from
        self._sheet, self._map, self._lines, self._cloud = SheetPlot(), HeatMap(), LinesPlot(), AtlasPlot()
        self._turn = QSlider(Qt.Orientation.Horizontal)
        self._turn.setRange(0, 359)
        self._turn.setValue(30)
        self._turn.valueChanged.connect(self.draw_again)
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self._words.setMinimumWidth(96)
        self._stack = QStackedWidget()
        for picture in (self._sheet, self._map, self._lines, self._cloud):
            self._stack.addWidget(picture)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._stack, 1)
        foot = QHBoxLayout()
        foot.setSpacing(theme.GAP)
        foot.addWidget(self._turn, 2)
        foot.addWidget(self._words, 3)
        column.addLayout(foot)
        return inside

    def plot(self) -> Plot:
        shown = self._stack.currentWidget()
        return next(one for one in (self._sheet, self._map, self._lines, self._cloud) if one is shown)

    def forget(self) -> None:
        for picture in (self._sheet, self._map, self._lines, self._cloud):
            picture.clear()
        self._words.setText("")

    def name_parts(self) -> None:
        self._mode.set_choices({SPECTRUM: tr("spectrum"), WAVE: tr("wave")}, tr("What is drawn"))
        self._turn.setAccessibleName(tr("Turn"))
        self._turn.setToolTip(tr("Drag to walk round the cloud"))
        for picture in (self._sheet, self._map, self._lines, self._cloud):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        kind = Kind(sample.labels["shape"][0])
        names = example_names(sample, len(sample.data["examples"]))
        self._example.set_choices(names, tr("Which example"))
        self._example.setVisible(kind is not Kind.IMAGE and len(names) > 1)
        self._mode.setVisible(kind is Kind.SIGNAL)
        self._turn.setVisible(kind is Kind.POINTS)
        place = int(self._example.value)
        match kind:
            case Kind.IMAGE:
                self._sheet.set_pictures(list(sample.data["image"]), list(names.values()))
                self._show(self._sheet, "")
            case Kind.SIGNAL:
                self._draw_sound(sample, place)
            case Kind.POINTS:
                self._draw_cloud(sample.data["points"][place].astype(float))
            case Kind.VOLUME:
                slices, depths = sample.data["slices"][place], sample.data["depths"].tolist()
                self._sheet.set_pictures(list(slices), [tr("slice {n}", n=n) for n in depths])
                self._show(self._sheet, tr("{count} slices or frames, in their order", count=len(depths)))
            case _:
                steps = sample.data["steps"][place].T
                columns = tuple(str(n) for n in range(steps.shape[1]))
                self._map.set_values(steps, tuple(str(n) for n in range(len(steps))), columns, "diverging")
                self._show(self._map, tr("numbers by steps"))
        self.set_figure(tr("examples"), str(len(names)))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _show(self, picture: QWidget, words: str) -> None:
        self._stack.setCurrentWidget(picture)
        self._words.setText(words)

    def _draw_sound(self, sample: Sample, place: int) -> None:
        from widgets.plots.lines import DrawnLine

        if self._mode.value == WAVE:
            wave = sample.data["wave"][place].astype(float)
            self._lines.set_lines([DrawnLine(tr("wave"), np.arange(len(wave), dtype=float), wave)])
            self._lines.set_axes(tr("position"), "")
            self._show(self._lines, "")
            return
        # High tones above.
        spectrum = sample.data["spectrum"][place][::-1]
        size, hop = sample.data["window"].tolist()
        rows = tuple(str(n) for n in reversed(range(len(spectrum))))
        self._map.set_values(spectrum, rows, tuple(str(n) for n in range(spectrum.shape[1])))
        self._show(
            self._map,
            tr("decibels below the loudest; windows of {size} numbers, {hop} apart", size=size, hop=hop),
        )

    def _draw_cloud(self, points: np.ndarray) -> None:
        seen, near = looked_at(points, np.radians(float(self._turn.value())))
        # Three layers by nearness, so that depth is seen: what is nearer has another mark.
        bounds = np.quantile(near, [1 / 3, 2 / 3]) if len(near) else np.zeros(2)
        layers = np.digitize(near, bounds)
        self._cloud.set_points(seen, layers, (tr("far"), tr("between"), tr("near")))
        self._cloud.set_axes("", "")
        self._show(self._cloud, tr("{count} points", count=f"{len(points):,}"))


def looked_at(points: np.ndarray, turn: float) -> tuple[np.ndarray, np.ndarray]:
    """Points (m, 3) as they are seen from one side: their places (m, 2) and how near they are (m).

    The third axis stands upright; one walks round by the angle ``turn`` and looks a little down.
    """
    cos, sin = np.cos(turn), np.sin(turn)
    across = points[:, 0] * cos - points[:, 1] * sin
    away = points[:, 0] * sin + points[:, 1] * cos
    up = points[:, 2] * np.cos(TILT) + away * np.sin(TILT)
    return np.stack([across, up], axis=1), points[:, 2] * np.sin(TILT) - away * np.cos(TILT)
