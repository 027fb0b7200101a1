"""What a classifier thinks of one example: the probability of every class, beside the example itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.views.answers import lacks_classes
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names
from workbench.views.roomy import RoomyView

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

_SCALE = 96
"""What a board is wider than it is high: its colour bar and the names of its rows, in logical pixels."""

ONE, BOARD, ALL, HISTORY = "one", "board", "all", "history"

MOST_BARS = 20
"""Of more classes than this only the likeliest are shown, and the true one."""


class ProbabilitiesView(RoomyView):
    """The probabilities of one example as bars, of all looked at as a heat map, or of the truth over the training."""

    name: ClassVar[str] = "probabilities"
    title: ClassVar[str] = mark("Output probabilities")
    chinese: ClassVar[str] = "输出概率"
    look_for: ClassVar[str] = mark(
        "one long bar, in the colour of what is right. Two of equal length: the network hesitates between them."
    )
    waiting: ClassVar[str] = mark(
        "How probable each class is for one example.\nPress Train. The bars appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.chart-bar"
    probe: ClassVar[str] = "probabilities"
    compares: ClassVar[Mapping[str, str]] = {"probabilities": mark("probabilities of the classes")}

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_classes(project)

    def build(self) -> QWidget:
        from widgets.plots.curves import CurvePlot
        from widgets.plots.heatmap import HeatMap
        from widgets.plots.shares import SharePlot
        from widgets.plots.sheet import SheetPlot

        self._offered: tuple[str, ...] = ()
        self._example, self._mode = ChoiceChip(), ChoiceChip()
        self._example.hide()  # until there is something to choose from
        for chip in (self._example, self._mode):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
        self._bars, self._table, self._course, self._picture_of = SharePlot(), HeatMap(), CurvePlot(), SheetPlot()
        self._board = HeatMap()
        self._said = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self._left = QWidget()
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._picture_of, 1)
        column.addWidget(self._said)
        one = QWidget()
        row = QHBoxLayout(one)
        row.setContentsMargins(theme.GAP, 0, 0, 0)
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self._left)
        row.addWidget(self._bars, 1)
        row.addWidget(self._board, 1)
        row.addStretch(0)  # the board is no wider than its squares are high
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 190)
        for page in (one, self._table, self._course):
            self._stack.addWidget(page)
        return self._stack

    def plot(self) -> Plot:
        return {BOARD: self._board, ALL: self._table, HISTORY: self._course}.get(self._mode.value, self._bars)

    def forget(self) -> None:
        for picture in (self._bars, self._board, self._table, self._course, self._picture_of):
            picture.clear()
        self._said.setText("")

    def name_parts(self) -> None:
        self._offer(BOARD in self._offered)
        for picture in (self._bars, self._board, self._table, self._course):
            picture.setAccessibleName(tr(self.title))
        self._picture_of.setAccessibleName(tr("The example"))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        shares, right = sample.data["probabilities"], sample.data["right"]
        names = example_names(sample, len(shares))
        self._offer(is_board(sample))
        self._example.set_choices(names, tr("Which example"))
        self._example.setVisible(self._mode.value in (ONE, BOARD) and len(shares) > 1)
        classes = tuple(tr(name) for name in sample.labels["classes"])
        example = int(self._example.value)
        if self._mode.value == BOARD:
            height, width = sample.data["image"].shape[1:3]
            rows, columns = squares(classes, height, width)
            self._board.set_values(shares[example].reshape(height, width), rows, columns, "sequential", (0.0, 1.0))
            self._draw_one(sample, example, classes)
        elif self._mode.value == ALL:
            self._table.set_values(shares, tuple(names.values()), classes, "sequential", (0.0, 1.0))
        elif self._mode.value == HISTORY:
            self._draw_course(names)
        else:
            self._draw_one(sample, example, classes)
        self._stack.setCurrentIndex({ALL: 1, HISTORY: 2}.get(self._mode.value, 0))
        if self._mode.value in (ONE, BOARD):
            self.set_figure(tr("of the true class"), f"{100 * float(shares[example, right[example]]):.1f} %")
        else:
            hits = int((sample.data["answer"] == right).sum())
            self.set_figure(tr("right"), tr("{number} of {all}", number=hits, all=len(right)))
        self.make_room()

    def make_room(self) -> None:
        """A narrow card shows the bars, or the board, alone."""
        self._bars.setVisible(self._mode.value != BOARD)
        self._board.setVisible(self._mode.value == BOARD)
        self._board.setMaximumWidth(self._stack.height() + _SCALE)
        self._left.setVisible(self.is_wide)
        self._left.setFixedWidth(min(max(int(self.width() * 0.3), 110), 240))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _offer(self, board: bool) -> None:
        words = {
            ONE: tr("single example"),
            BOARD: tr("on the board"),
            ALL: tr("all examples"),
            HISTORY: tr("over training"),
        }
        self._offered = tuple(key for key in words if key != BOARD or board)
        self._mode.set_choices({key: words[key] for key in self._offered}, tr("What is drawn"))

    def _draw_one(self, sample: Sample, example: int, classes: tuple[str, ...]) -> None:
        shares, right = sample.data["probabilities"][example], int(sample.data["right"][example])
        shown = list(range(len(shares)))
        if len(shares) > MOST_BARS:
            likely = np.argsort(-shares, kind="stable")[: MOST_BARS - 1].tolist()
            shown = sorted({*likely, right})
        self._bars.set_shares({classes[n]: float(shares[n]) for n in shown}, (classes[right],))
        if "image" in sample.data:
            self._picture_of.set_pictures([sample.data["image"][example]], [self._example.text()])
        else:
            self._picture_of.clear()
        self._picture_of.setVisible("image" in sample.data)
        answer = classes[int(sample.data["answer"][example])]
        said = sample.labels.get("said", ())
        words = tr("truth {truth}, answer {answer}", truth=classes[right], answer=answer)
        self._said.setText(f"{said[example]}\n{words}" if example < len(said) else words)

    def _draw_course(self, names: dict[str, str]) -> None:
        """The probability of the truth for each example, over the training."""
        self._course.clear()
        samples = self.history.samples
        steps = np.array([sample.step for sample in samples], dtype=float)
        for key, name in list(names.items())[:7]:
            row = int(key)
            values = np.array([each.data["probabilities"][row, each.data["right"][row]] for each in samples])
            self._course.append(key, steps, values)
            self._course.set_style(key, label=name)
        self._course.set_end(self.planned)
        self._course.chart.axes["left"].set_title(tr("probability of the truth"))


def squares(classes: tuple[str, ...], height: int, width: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the rows and columns of a board whose squares are called a1, b1, …; else no names."""
    columns, rows = tuple(name[:1] for name in classes[:width]), tuple(name[1:] for name in classes[::width])
    named = classes == tuple(column + row for row in rows for column in columns)
    return (rows, columns) if named else ((), ())


def is_board(sample: Sample) -> bool:
    """Whether the classes are the squares of the pictures: a move on a board."""
    image = sample.data.get("image")
    return image is not None and image.shape[1] * image.shape[2] == sample.data["probabilities"].shape[1]
