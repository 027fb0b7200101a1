"""What counts for an answer, over the training: saliency, Grad-CAM and integrated gradients beside each example."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.data import Task
from workbench.engine.events import Sample
from workbench.engine.explainable import is_explainable
from workbench.views.answers import data_of
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names, overlay

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

SAID, TRUE = "0", "1"
ALL = "all"

METHODS = {"saliency": mark("Saliency"), "cam": mark("Grad-CAM"), "integrated": mark("Integrated gradients")}
"""The methods by the names of their arrays, in the order in which they stand beside the example."""

OPACITY = 0.8
"""How strongly the colours lie over a picture."""

TOP = 0.1
"""Which part of all places the number of the view is about: the strongest tenth."""

MOST_BARS = 24
"""Of more features than this only those that count most are shown."""


class ExplanationsView(View):
    """Examples, and beside each what counts in it by every method: laid over pictures, as a strip, or as bars."""

    name: ClassVar[str] = "explanations"
    title: ClassVar[str] = mark("Explanations")
    chinese: ClassVar[str] = "解释"
    look_for: ClassVar[str] = mark(
        "colour gathering on what you would have looked at yourself; what stays on the background is a bad sign."
    )
    waiting: ClassVar[str] = mark(
        "What in an example counts for the answer: saliency, Grad-CAM, integrated gradients.\n"
        "Press Train. It appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.head-question-outline"
    probe: ClassVar[str] = "explanations"
    compares: ClassVar[Mapping[str, str]] = {
        "integrated": mark("integrated gradients"),
        "saliency": mark("saliency"),
        "cam": mark("Grad-CAM"),
    }
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        data = data_of(project)
        if is_explainable(plan(project.network), numbers=data is not None and data.task is Task.REGRESSION):
            return None
        return say(
            "Nothing to show for this network: it needs classes or numbers that a loss compares with the truth, "
            "foretold from pictures, words, series or a table."
        )

    def build(self) -> QWidget:
        from widgets.plots.heatmap import HeatMap
        from widgets.plots.sheet import SheetPlot
        from widgets.plots.worths import WorthPlot

        self._target, self._example, self._method = ChoiceChip(), ChoiceChip(), ChoiceChip()
        for chip in (self._target, self._example, self._method):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
            chip.hide()  # until there is something to choose from
        self._sheet, self._strip, self._bars = SheetPlot(), HeatMap(), WorthPlot()
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self._stack = QStackedWidget()
        for picture in (self._sheet, self._strip, self._bars):
            self._stack.addWidget(picture)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._stack, 1)
        column.addWidget(self._words)
        return inside

    def plot(self) -> Plot:
        shown = self._stack.currentWidget()
        return next(one for one in (self._sheet, self._strip, self._bars) if one is shown)

    def forget(self) -> None:
        for picture in (self._sheet, self._strip, self._bars):
            picture.clear()
        self._words.setText("")

    def name_parts(self) -> None:
        self._target.set_choices({SAID: tr("what it said"), TRUE: tr("what is true")}, tr("Which answer is explained"))
        for picture in (self._sheet, self._strip, self._bars):
            picture.setAccessibleName(tr("What counts for the answer"))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        shape, names = sample.labels["shape"][0], example_names(sample, len(sample.data["examples"]))
        pictured = shape == "image"
        offered = {ALL: tr("all examples"), **names} if pictured and len(names) > 1 else names
        self._example.set_choices(offered, tr("Which example"))
        self._example.setVisible(len(names) > 1)
        several = len(sample.labels["targets"]) > 1
        self._target.setVisible(several)
        methods = {name: tr(say(text)) for name, text in METHODS.items() if name in sample.data}
        self._method.set_choices(methods, tr("By which method"), self._method.value or "integrated")
        self._method.setVisible(shape == "features")
        target = int(self._target.value) if several else 0
        chosen = range(len(names)) if self._example.value == ALL else [int(self._example.value)]
        match shape:
            case "image":
                self._draw_pictures(sample, target, list(chosen), names, methods)
            case "features":
                self._draw_bars(sample, target, chosen[0])
            case _:
                self._draw_strip(sample, target, chosen[0], methods)
        self._words.setText(" · ".join(self._told(sample, target, row) for row in chosen))
        values = sample.data["integrated"][target]
        share = f"{100 * gathered(values):.0f} %" if values[0].size * TOP >= 1 else ""
        self.set_figure(tr("on the strongest tenth") if share else "", share)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _told(self, sample: Sample, target: int, row: int) -> str:
        """What an example was taken for, and how high the answer scored that is explained."""
        answers, score = sample.labels["answers"], float(sample.data["scores"][target, row])
        name = tr(answers[int(sample.data["explained"][target, row])])
        number = int(sample.data["examples"][row])
        return tr("#{row}: {answer} ({score})", row=number, answer=name, score=f"{score:.3g}")

    def _draw_pictures(
        self, sample: Sample, target: int, rows: list[int], names: dict[str, str], methods: dict[str, str]
    ) -> None:
        """All examples beside each other with the methods below; of one example the methods beside it."""
        colours, lines = theme.colormap("diverging"), {"": tr("The example"), **methods}
        shown: dict[tuple[int, str], np.ndarray] = {}
        for row in rows:
            image = sample.data["image"][row]
            shown |= {(row, method): overlay(image, sample.data[method][target, row], colours, OPACITY)
                      for method in methods}  # fmt: skip
            shown[row, ""] = image
        order = [(row, method) for method in lines for row in rows]
        said = [
            tr("{example}: {method}", example=names[str(row)], method=lines[method]) if method else names[str(row)]
            for row, method in order
        ]
        titles, heads = list(lines.values()), [names[str(row)] for row in rows]
        alone = len(rows) == 1
        self._sheet.set_pictures(
            [shown[one] for one in order],
            said,
            len(titles) if alone else len(rows),
            rows=heads if alone else titles,
            heads=titles if alone else heads,
        )
        self._stack.setCurrentWidget(self._sheet)

    def _draw_strip(self, sample: Sample, target: int, row: int, methods: dict[str, str]) -> None:
        """The methods below each other, each from its own strongest number: over words, or over steps."""
        lines = np.stack([_own_scale(sample.data[method][target, row]) for method in methods])
        words = sample.labels.get("words", ())
        columns = tuple(str(n) for n in range(lines.shape[1]))
        if words:
            columns = words[row * lines.shape[1] : (row + 1) * lines.shape[1]]
            there = [place for place, word in enumerate(columns) if word != "<pad>"]
            lines, columns = lines[:, there], tuple(columns[place] for place in there)
        titles = list(methods.values())
        if "curve" in sample.data:
            lines = np.vstack([_own_scale(sample.data["curve"][row]), lines])
            titles.insert(0, tr("The example"))
        self._strip.set_values(lines, tuple(titles), columns, "diverging", (-1.0, 1.0))
        self._stack.setCurrentWidget(self._strip)

    def _draw_bars(self, sample: Sample, target: int, row: int) -> None:
        values = sample.data[self._method.value][target, row]
        names = sample.labels.get("names") or tuple(f"x{n + 1}" for n in range(len(values)))
        order = np.argsort(-np.abs(values), kind="stable")[:MOST_BARS].tolist()
        self._bars.set_values({tr(names[place]): float(values[place]) for place in order})
        self._stack.setCurrentWidget(self._bars)

    def export_csv(self, path: str | Path) -> None:
        """Write the numbers themselves, place by place; raises OSError when it cannot be written."""
        sample = self.history.latest
        if sample is None or self.plot() is not self._sheet:
            super().export_csv(path)
            return
        target = int(self._target.value)
        with Path(path).open("w", encoding="utf-8-sig", newline="") as file:
            table = csv.writer(file)
            table.writerow([tr("example"), tr("method"), tr("row"), tr("column"), tr("value")])
            for method, title in METHODS.items():
                values = sample.data.get(method, np.zeros((2, 0)))[target]
                for place in np.ndindex(values.shape):
                    example = int(sample.data["examples"][place[0]])
                    table.writerow([example, tr(say(title)), *place[1:], f"{values[place]:.6g}"])


def gathered(values: np.ndarray) -> float:
    """Which share of all that counts, for or against, lies on the strongest tenth of the places; of examples (n, ...),
    on average."""
    sizes = np.sort(np.abs(values).reshape(len(values), -1), axis=1)[:, ::-1]
    most = max(1, round(TOP * sizes.shape[1]))
    whole = sizes.sum(1)
    shares = np.divide(sizes[:, :most].sum(1), whole, out=np.zeros(len(values), dtype=float), where=whole > 0)
    return float(shares.mean())


def _own_scale(values: np.ndarray) -> np.ndarray:
    """Numbers by the largest of them in size."""
    return values / (float(np.abs(values).max()) or 1.0)
