"""The code of an auto-encoder: where the examples lie in it, and a spot to drag that is decoded where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import RunStarted, Sample
from workbench.engine.roles import code_of, copying, size_of, spec_of
from workbench.engine.runs import Run
from workbench.session import RunState
from workbench.views.chips import ChoiceChip
from workbench.views.roomy import RoomyView

if TYPE_CHECKING:
    from pathlib import Path

    from graphs.project import Project
    from widgets.plots.plot import Plot
    from workbench.engine.decoding import Decoder

PAD, GRID = "pad", "grid"


class LatentView(RoomyView):
    """Examples in the plane of the code by class; beside it what the decoder makes of the place under the spot."""

    name: ClassVar[str] = "latent"
    title: ClassVar[str] = mark("Latent space")
    chinese: ClassVar[str] = "潜空间"
    look_for: ClassVar[str] = mark(
        "classes that gather, and no gaps between them: a variational auto-encoder decodes every place to something."
    )
    waiting: ClassVar[str] = mark(
        "Where examples lie in the code, and what lies between them: drag the spot.\n"
        "Press Train. The plane appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.map-marker-radius-outline"
    probe: ClassVar[str] = "codes"
    alone: ClassVar[str] = mark(
        "Each network has a code of its own: places in two of them cannot be taken from each other."
    )
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        meaning = plan(project.network)
        copied = copying(meaning)
        code = code_of(meaning, copied) if copied is not None else None
        if code is not None and size_of(spec_of(meaning, code)) >= 2:
            return None
        return say(
            "Nothing to show for this network: it needs an auto-encoder with a narrow place between its input and its "
            "output, the code."
        )

    def build(self) -> QWidget:
        from widgets.plots.atlas import AtlasPlot
        from widgets.plots.lines import LinesPlot
        from widgets.plots.sheet import SheetPlot

        self._decoder: Decoder | None = None
        self._project: Project | None = None
        self._folder: Path | None = None
        self._drawn: Sample | None = None
        self._spot = (0.5, 0.5)
        self._mode = ChoiceChip()
        self._mode.chosen.connect(self.draw_again)
        self.add_chip(self._mode)
        self._plane, self._grid = AtlasPlot(), SheetPlot()
        self._made, self._curve = SheetPlot(), LinesPlot()
        self._plane.spotMoved.connect(self._moved)
        self._words = Text(role="muted", size=theme.TEXT_HINT, wrap=True)
        self._side = QWidget()
        side = QVBoxLayout(self._side)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(theme.GAP_TINY)
        self._decoded = QStackedWidget()
        for picture in (self._made, self._curve):
            self._decoded.addWidget(picture)
        side.addWidget(self._decoded, 1)
        side.addWidget(self._words)
        pad = QWidget()
        row = QHBoxLayout(pad)
        row.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self._plane, 1)
        row.addWidget(self._side)
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 210)
        for page in (pad, self._grid):
            self._stack.addWidget(page)
        return self._stack

    def plot(self) -> Plot:
        return self._grid if self._mode.value == GRID else self._plane

    def forget(self) -> None:
        for picture in (self._plane, self._grid, self._made, self._curve):
            picture.clear()
        self._decoder = self._drawn = None
        self._words.setText("")

    def begin(self, event: RunStarted) -> None:
        if self.session is not None:
            self._project, self._folder = self.session.project.copy(), self.session.run_folder

    def show_run(self, run: Run, last: int | None = None) -> None:
        from graphs.document import from_snapshot

        self.prepare()  # a run may have nothing for it yet, and no picture was made
        super().show_run(run, last)
        snapshot = run.meta("snapshot", b"")
        self._project = from_snapshot(snapshot) if snapshot else None
        self._folder = run.folder

    def name_parts(self) -> None:
        self._mode.set_choices({PAD: tr("examples"), GRID: tr("what lies between")}, tr("What is drawn"))
        self._plane.setAccessibleName(tr(self.title))
        self._grid.setAccessibleName(tr(self.title))
        self._made.setAccessibleName(tr("Decoded"))
        self._curve.setAccessibleName(tr("Decoded"))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        self._drawn = sample
        points = sample.data["points"]
        labels = sample.data.get("labels", np.zeros(len(points), dtype=np.int64))
        classes = tuple(tr(name) for name in sample.labels.get("classes", ())) or (tr("examples"),)
        self._plane.set_points(points, labels, classes)
        own = len(sample.data["mean"]) == 2
        share = sample.data["share"]
        axes = [
            tr("code {n}", n=n + 1) if own else tr("direction {n} ({share} %)", n=n + 1, share=f"{100 * share[n]:.0f}")
            for n in (0, 1)
        ]
        self._plane.set_axes(*axes)
        self._plane.set_spot(self._place(sample))
        self._draw_grid(sample)
        self._decode()
        self._stack.setCurrentIndex(1 if self._mode.value == GRID else 0)
        self.set_figure(tr("numbers in the code"), str(len(sample.data["mean"])))
        self.make_room()

    def make_room(self) -> None:
        """A narrow card shows the plane over what is decoded no less: both stay, the plane gets the larger part."""
        self._side.setFixedWidth(min(max(int(self.width() * 0.3), 96), 260))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _place(self, sample: Sample) -> tuple[float, float]:
        """Where the spot is in the plane of a sample; it keeps its share of the way while the plane grows."""
        left, right, bottom, top = sample.data["ends"].tolist()
        return left + self._spot[0] * (right - left), bottom + self._spot[1] * (top - bottom)

    def _draw_grid(self, sample: Sample) -> None:
        grid = sample.data["grid"]
        side = round(len(grid) ** 0.5)
        names = [tr("row {row} · column {column}", row=n // side, column=n % side) for n in range(len(grid))]
        self._grid.set_pictures(list(grid) if grid.ndim == 4 else [curve_picture(one) for one in grid], names, side)

    def _decode(self) -> None:
        """Show what lies under the spot: decoded now, or taken from the grid while no decoder can be had."""
        from widgets.plots.lines import DrawnLine

        sample = self._drawn
        if sample is None:
            return
        x, y = self._place(sample)
        answer = self._ask(sample, x, y)
        if answer is None:
            grid = sample.data["grid"]
            side = round(len(grid) ** 0.5)
            row = round((1 - self._spot[1]) * (side - 1))
            found = grid[min(max(row, 0), side - 1) * side + min(max(round(self._spot[0] * (side - 1)), 0), side - 1)]
            words = tr("the nearest decoded place, after step {step}", step=f"{sample.step:,}")
        else:
            found, words = answer
        if found.ndim == 3:
            self._made.set_pictures([found], [tr("Decoded")])
        else:
            self._curve.set_lines([DrawnLine(tr("Decoded"), np.arange(len(found), dtype=float), found.astype(float))])
        self._decoded.setCurrentWidget(self._made if found.ndim == 3 else self._curve)
        self._words.setText(f"({short_number(x)}, {short_number(y)}): {words}")

    def _ask(self, sample: Sample, x: float, y: float) -> tuple[np.ndarray, str] | None:
        """Decode a place with the newest weights that the run has kept; None before there are any."""
        decoder = self._decoder
        if decoder is None:
            return None
        code = sample.data["mean"] + np.array([x, y], dtype=np.float32) @ sample.data["axes"]
        answer = decoder(code[None])[0]
        step = decoder.step if decoder.step is not None else sample.step
        words = tr("decoded with the weights after step {step}", step=f"{step:,}")
        if "black" not in sample.data:
            return np.asarray(answer).reshape(-1), words
        height, width = sample.data["grid"].shape[1:3]
        low, high = sample.data["black"].tolist()
        return shown(answer, (low, high), (height, width)), words

    @Slot(float, float)
    def _moved(self, x: float, y: float) -> None:
        sample = self._drawn
        if sample is None:
            return
        left, right, bottom, top = sample.data["ends"].tolist()
        self._spot = ((x - left) / ((right - left) or 1.0), (y - bottom) / ((top - bottom) or 1.0))
        self._find_decoder()
        self._decode()

    def _find_decoder(self) -> None:
        """Have a decoder, made at the first touch, and with the newest weights."""
        # What is built draws random numbers and gives them back; while a training takes steps they are its own.
        idle = self.session is None or not self.session.running or self.session.state is RunState.PAUSED
        if self._decoder is None and self._project is not None and idle:
            from workbench.engine.decoding import Decoder

            self._decoder = Decoder(self._project, self._folder)
        elif self._decoder is not None:
            self._decoder.refresh()


def shown(answer: np.ndarray, black: tuple[float, float], size: tuple[int, int]) -> np.ndarray:
    """A decoded picture, any shape with as many numbers, as (h, w, 3) uint8 between two numbers."""
    channels = answer if answer.ndim == 3 else answer.reshape(1, *size)
    low, high = black
    scaled = np.clip((channels - low) * (255.0 / ((high - low) or 1.0)), 0, 255).astype(np.uint8)
    colours = scaled if len(scaled) == 3 else np.repeat(scaled[:1], 3, axis=0)
    return np.ascontiguousarray(colours.transpose(1, 2, 0))


def curve_picture(values: np.ndarray, side: int = 48) -> np.ndarray:
    """A curve (n) as a small picture (side, side, 3) uint8: dark on light, its own ends at top and bottom."""
    picture = np.full((side, side, 3), 240, dtype=np.uint8)
    columns = np.interp(np.linspace(0, len(values) - 1, side), np.arange(len(values)), values)
    low, high = float(columns.min()), float(columns.max())
    rows = ((high - columns) / ((high - low) or 1.0) * (side - 1)).round().astype(int)
    picture[rows, np.arange(side)] = 40
    return picture
