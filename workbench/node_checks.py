"""Checks at a node: is its gradient right, what does it see of the image, and what is it worth to the network."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QSlider,
    QSpinBox,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from graphs.message import mark, say
from widgets import theme
from widgets.controls import Text, colour
from widgets.language import tr
from workbench.inquiry import Inquiry, Question, Refused, Strength
from workbench.metric_words import metric_words
from workbench.views.chips import HEIGHT, ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.engine.ablating import Ablation
    from workbench.engine.asking import Asked, Patience
    from workbench.engine.checking import GradientCheck, Seen

GRADIENT, SIGHT, WORTH = "gradient", "sight", "worth"
WORST = 40
"""How many of the moved numbers the table shows, the worst first."""

LOOK_FOR = {
    GRADIENT: mark(
        "relative errors below 1e-5: the gradient is the derivative. At a kink a function such as ReLU has two slopes; "
        "there torch takes one of them, and nothing is wrong."
    ),
    SIGHT: mark(
        "how large a part of the image one cell sees, and where it grows. Two windows of 3 see 5, and a stride makes "
        "all that follow see more."
    ),
    WORTH: mark(
        "a metric that falls far: the network relies on this node. One channel alone often costs little, since others "
        "know the same."
    ),
}


class NodeChecks(Inquiry):
    """The panel of the checks at the selected node."""

    name: ClassVar[str] = "checks"
    title: ClassVar[str] = mark("Checks at a node")
    look_for: ClassVar[str] = LOOK_FOR[GRADIENT]
    follows_selection: ClassVar[bool] = True

    def build(self) -> QWidget:
        """The pages of the three checks."""
        from widgets.plots.bars import BarPlot
        from widgets.plots.field import FieldPlot
        from widgets.plots.worths import WorthPlot

        self.mode, self.way, self.measure = ChoiceChip(), ChoiceChip(), ChoiceChip()
        self.channel = QSpinBox()
        self.channel.setFixedHeight(HEIGHT)
        self.channel.setRange(-1, 0)
        self.channel.setValue(-1)
        self.sigma = Strength("σ", 3.0, 1.0, 60)
        for chip in (self.mode, self.way, self.measure):
            self.chips.addWidget(chip)
            chip.chosen.connect(self.ask_again)
        self.way.chosen.connect(self._turn_chips)
        self.mode.chosen.disconnect(self.ask_again)
        self.mode.chosen.connect(self._turn)
        self.measure.chosen.disconnect(self.ask_again)
        self.measure.chosen.connect(self._show_again)
        self.channel.valueChanged.connect(self.ask_again)
        self.sigma.slider.valueChanged.connect(self.ask_again)
        self.errors, self.growth, self.field, self.ranks = BarPlot(), WorthPlot(), FieldPlot(), WorthPlot()
        self.table = QTableWidget(0, 6)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setDefaultSectionSize(86)
        for column, width in ((0, 100), (1, 64), (2, 68), (5, 140)):
            self.table.setColumnWidth(column, width)
        self.cell = [QSlider(Qt.Orientation.Horizontal) for _ in range(2)]
        self._cell_names = [Text(role="muted", size=theme.TEXT_SECONDARY) for _ in range(2)]
        self.pages = QStackedWidget()
        for page in (self._gradient_page(), self._sight_page(), self._worth_page()):
            self.pages.addWidget(page)
        self._ablation: tuple[object, Ablation] | None = None
        self._seen: tuple[Seen, np.ndarray, tuple[int, int]] | None = None
        return self.pages

    def _gradient_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.errors, 2)
        column.addWidget(self.table, 3)
        return page

    def _sight_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        grid = QGridLayout()
        for row, (name, slider) in enumerate(zip(self._cell_names, self.cell, strict=True)):
            grid.addWidget(name, row, 0)
            grid.addWidget(slider, row, 1)
            slider.valueChanged.connect(self._move_field)
        column.addWidget(self.field, 3)
        column.addLayout(grid)
        column.addWidget(self.growth, 2)
        return page

    def _worth_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        row = QHBoxLayout()
        row.addWidget(self.channel)
        row.addWidget(self.sigma, 1)
        column.addLayout(row)
        column.addWidget(self.ranks, 1)
        return page

    # ------------------------------------------------------------------ asking

    def choose(self, mode: str) -> None:
        """Show one of the checks."""
        self.mode.choose(mode)
        self._turn()

    @Slot(str)
    def _turn(self, mode: str = "") -> None:
        self.pages.setCurrentIndex([GRADIENT, SIGHT, WORTH].index(self.mode.value))
        self._turn_chips()
        self.say_look_for(LOOK_FOR[self.mode.value])
        self.forget()
        self.said.setText("")
        self.ask_again()

    def question(self) -> Question | Refused | None:
        """What the chosen check asks of the selected node."""
        nodes = self.tab.selection
        if not nodes or self.tab.canvas.levels.way:
            return Refused(say("Select a node on the drawing, outside of blocks; a block counts as one node."))
        node = nodes[-1]
        if self.mode.value == GRADIENT:
            return lambda asked, patience: _gradient(asked, node, patience)
        if self.mode.value == SIGHT:
            return lambda asked, patience: _sight(asked, node)
        way, sigma, channel = self.way.value, self.sigma.value, self.channel.value()
        known = self._ablation
        return lambda asked, patience: _worth(asked, node, way, sigma, channel, known, patience)

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show what one of the checks found."""
        kind, found = answer
        if kind != self.mode.value:
            return
        if kind == GRADIENT:
            self._show_gradient(found)
        elif kind == SIGHT:
            self._show_sight(*found)
        else:
            self._show_worth(*found)

    def _show_gradient(self, found: GradientCheck) -> None:
        from workbench.engine.checking import Verdict

        role = {Verdict.AGREES: "success", Verdict.KINK: "warning", Verdict.WRONG: "danger"}[found.verdict]
        self.said.set_role(role)
        worst = max((tensor.worst for tensor in found.tensors), default=0.0)
        kinks = sum(tensor.count(Verdict.KINK) for tensor in found.tensors)
        wrong = sum(tensor.count(Verdict.WRONG) for tensor in found.tensors)
        if found.verdict is Verdict.AGREES:
            words = tr("{node}: all {n} slopes agree; the largest relative error is {error}.",
                       node=found.node, n=found.tried, error=f"{worst:.1e}")  # fmt: skip
        elif found.verdict is Verdict.KINK:
            words = tr("{node}: {kinks} of {n} slopes lie on a kink, where there is no one slope; the others agree.",
                       node=found.node, kinks=kinks, n=found.tried)  # fmt: skip
        elif found.cut:
            self.said.set_role("warning")
            words = tr("{node}: nothing flows back to {what}, as behind a detach. Where that is meant, all is well.",
                       node=found.node, what=", ".join(found.cut))  # fmt: skip
        elif found.on_purpose:
            words = tr("{node}: {wrong} of {n} slopes are not the derivative, and that is what this layer is for.",
                       node=found.node, wrong=wrong, n=found.tried)  # fmt: skip
        else:
            words = tr("{node}: the gradient is wrong in {wrong} of {n} slopes. Look at its backward pass.",
                       node=found.node, wrong=wrong, n=found.tried)  # fmt: skip
        self.said.setText(words)
        # What agrees to the last bit has no place on a log axis; it stands at the end of float64.
        smallest = float(np.finfo(np.float64).eps)
        self.errors.set_values({t.name: max(t.worst, smallest) for t in found.tensors}, (1e-16, 10.0))
        slopes = sorted((slope for tensor in found.tensors for slope in tensor.slopes),
                        key=lambda slope: (-_badness(slope.verdict), -slope.error))  # fmt: skip
        self.table.setRowCount(min(len(slopes), WORST))
        for row, slope in enumerate(slopes[:WORST]):
            place = ", ".join(map(str, slope.place))
            cells = (f"{slope.tensor}[{place}]" if place else slope.tensor, tr(say(slope.verdict.value)),
                     f"{slope.error:.1e}", f"{slope.analytic:.6g}", f"{slope.numeric:.6g}",
                     f"{slope.left:.4g} | {slope.right:.4g}")  # fmt: skip
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if slope.verdict is Verdict.WRONG:
                    item.setForeground(colour("danger"))
                self.table.setItem(row, column, item)

    def _show_sight(self, seen: Seen, picture: np.ndarray, cells: tuple[int, int]) -> None:
        field = seen.field
        self.said.setText(
            tr("{node}: a cell sees {height}×{width} pixels; neighbours are {step} apart, the first begins at {start}.",
               node=seen.way[-1][0], height=field.rows.size, width=field.columns.size,
               step=f"{field.rows.step}×{field.columns.step}", start=f"({field.rows.start}, {field.columns.start})")
        )  # fmt: skip
        new = self._seen is None or self._seen[2] != cells
        self._seen = seen, picture, cells
        for slider, count in zip(self.cell, cells, strict=True):
            slider.blockSignals(True)
            slider.setRange(0, max(count - 1, 0))
            if new:
                slider.setValue(count // 2)
            slider.blockSignals(False)
        self.growth.set_values({name: float(one.rows.size) for name, one in seen.way})
        self._move_field()

    @Slot()
    def _move_field(self) -> None:
        if self._seen is None:
            return
        seen, picture, _ = self._seen
        row, column = (slider.value() for slider in self.cell)
        top, bottom = seen.field.rows.of(row, row)
        left, right = seen.field.columns.of(column, column)
        self.field.set_field(picture, (top, bottom, left, right))
        for name, words, value in zip(self._cell_names, (tr("row"), tr("column")), (row, column), strict=True):
            name.setText(f"{words} {value}")

    def _show_worth(self, ablation: Ablation, key: object, found: Any, ranks: Any, channel: int) -> None:
        from workbench.engine.ablating import chief, harm

        self._ablation = key, ablation
        self.channel.blockSignals(True)
        self.channel.setRange(-1, ablation.channels - 1)
        self.channel.blockSignals(False)
        names = list(found.before)
        self.measure.set_choices({name: tr(metric_words(name)) for name in names}, tr("Which measure"),
                                 self.measure.value if self.measure.value in names else chief(names))  # fmt: skip
        name = self.measure.value
        before, after = found.before[name], found.after[name]
        where = ablation.name if channel < 0 else tr("channel {n} of {node}", n=channel, node=ablation.name)
        self.said.setText(
            tr("Without {where}, {measure} goes from {before} to {after} ({difference}), on {n} examples.",
               where=where, measure=tr(metric_words(name)), before=f"{before:.4g}", after=f"{after:.4g}",
               difference=f"{after - before:+.4g}", n=found.examples)
        )  # fmt: skip
        harms = {one: harm(name, before, values[name]) for one, values in ranks.items()}
        order = sorted(harms, key=lambda one: -harms[one])
        self.ranks.set_values({tr("channel {n}", n=one): harms[one] for one in order})

    @Slot()
    def _show_again(self) -> None:
        if self.answer is not None and self.known is not None:
            self.show_answer(self.answer, self.known[1])

    def forget(self) -> None:
        """Show nothing."""
        if not hasattr(self, "pages"):
            return
        self.answer = self._seen = None
        for plot in (self.errors, self.growth, self.field, self.ranks):
            plot.clear()
        self.table.setRowCount(0)

    def plot(self) -> Plot:
        """The picture of the check that is shown."""
        return {GRADIENT: self.errors, SIGHT: self.field, WORTH: self.ranks}[self.mode.value]

    def export_csv(self, path: str | Path) -> None:
        """Write every slope that was tried, or the values of the picture; raises OSError when it cannot be written."""
        if self.mode.value != GRADIENT or self.answer is None:
            super().export_csv(path)
            return
        with Path(path).open("w", newline="", encoding="utf-8-sig") as file:
            writer = csv.writer(file)
            writer.writerow(["tensor", "place", "analytic", "numeric", "left", "right", "relative error", "verdict"])
            for tensor in self.answer[1].tensors:
                for one in tensor.slopes:
                    writer.writerow([tensor.name, " ".join(map(str, one.place)), one.analytic, one.numeric, one.left,
                                     one.right, one.error, one.verdict.value])  # fmt: skip

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        super().retranslate()
        self.mode.set_choices(
            {GRADIENT: tr("gradient check"), SIGHT: tr("receptive field"), WORTH: tr("without this node")},
            tr("Which check"),
        )
        self.way.set_choices(
            {"zero": tr("zero"), "mean": tr("mean"), "noise": tr("noise")},
            tr("What is put in the place of its numbers"),
        )
        self.measure.set_choices({}, tr("Which measure"))
        self.say_look_for(LOOK_FOR[self.mode.value])
        self.channel.setSpecialValueText(tr("all channels"))
        self.channel.setPrefix(tr("channel") + " ")
        self.channel.setAccessibleName(tr("Which channel"))
        self.channel.setToolTip(tr("One channel alone, or the whole node"))
        self.sigma.set_words(tr("Strength of the noise"), tr("In standard deviations of what the node gives"))
        heads = (tr("number"), tr("verdict"), tr("error"), tr("analytic"), tr("numeric"), tr("left | right"))
        self.table.setHorizontalHeaderLabels(list(heads))
        self.table.setAccessibleName(tr("The slopes that were compared"))
        self.table.setToolTip(tr("The worst first; the menu saves all of them"))
        self.errors.setAccessibleName(tr("The largest relative error of each weight and input"))
        self.growth.setAccessibleName(tr("How the receptive field grows on the way"))
        self.field.setAccessibleName(tr("Receptive field"))
        self.ranks.setAccessibleName(tr("How much worse it becomes without each channel"))
        for slider, words in zip(self.cell, (tr("Row of the cell"), tr("Column of the cell")), strict=True):
            slider.setAccessibleName(words)
            slider.setToolTip(tr("Moves the cell whose part of the image is framed"))
        self._turn_chips()

    @Slot()
    def _turn_chips(self) -> None:
        for chip in (self.way, self.measure):
            chip.setVisible(self.mode.value == WORTH)
        self.sigma.setVisible(self.way.value == "noise")


def _badness(verdict: str) -> int:
    return {"agrees": 0, "kink": 1, "wrong": 2}[str(verdict)]


def _gradient(asked: Asked, node: int, patience: Patience) -> tuple[str, GradientCheck]:
    from workbench.engine.checking import check_gradients

    return GRADIENT, check_gradients(asked, node, patience)


def _sight(asked: Asked, node: int) -> tuple[str, Any]:
    from workbench.engine.asking import CannotAsk, node_outputs
    from workbench.engine.checking import example_image, sight_of

    seen = sight_of(asked.plan, node)
    if seen is None:
        raise CannotAsk(
            say("Windows that slide over an image lead to no place of this node, so it sees no part of one."),
            say("Choose a convolution, or what lies between two of them."),
        )
    picture = example_image(asked, seen.field, asked.rows(asked.parts()[0], [0]))
    dims = asked.plan.specs[node_outputs(asked.plan, node)[0]].dims
    return SIGHT, (seen, picture, (int(dims[1]), int(dims[2])))


def _worth(
    asked: Asked, node: int, way: str, sigma: float, channel: int, known: Any, patience: Patience
) -> tuple[str, Any]:
    from workbench.engine.ablating import Ablation, Way

    key = id(asked), node
    if known is not None and known[0] == key and known[1].asked is asked:
        ablation: Ablation = known[1]
        ablation.wait_with(patience)
    else:
        ablation = Ablation(asked, node, patience)
    channel = min(channel, ablation.channels - 1)
    found = ablation.measure(Way(way), sigma, None if channel < 0 else channel)
    return WORTH, (ablation, key, found, ablation.rank(Way(way), sigma), channel)
