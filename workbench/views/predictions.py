"""What a network foretells beside what is true: numbers, series, maps of places and frames in pictures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.data import Task
from workbench.engine.events import Sample
from workbench.engine.roles import Shape, answering
from workbench.views.answers import data_of
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot
    from widgets.plots.sheet import PictureFrame

SCATTER, ROW, ONE = "scatter", "row", "one"

SURE = ("0.1", "0.3", "0.5", "0.7", "0.9")
"""From which score on what a detector finds is drawn; the second is the usual one."""

RIGHT = 0.5
"""The overlap (IoU) from which something counts as found."""


class PredictionsView(View):
    """Answers beside truths: a cloud round a diagonal, a forecast behind its series, maps and frames over pictures."""

    name: ClassVar[str] = "predictions"
    title: ClassVar[str] = mark("Predictions beside truth")
    chinese: ClassVar[str] = "预测与真值"
    look_for: ClassVar[str] = mark(
        "points on the diagonal, lines and frames that lie on the truth. What is always missed alike is not learned."
    )
    waiting: ClassVar[str] = mark(
        "What the network foretells for examples it does not learn from, beside the truth.\n"
        "Press Train. The answers appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.bullseye-arrow"
    probe: ClassVar[str] = "predictions"
    compares: ClassVar[Mapping[str, str]] = {"answer": mark("answers")}

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        found, data = answering(plan(project.network)), data_of(project)
        if found is None or (found[1] is Shape.NUMBERS and data is not None and data.task is Task.CLASSIFICATION):
            return say(
                "Nothing to show for this network: it needs a loss that compares its output with numbers, a mask or "
                "boxes of the data."
            )
        return None

    def build(self) -> QWidget:
        from widgets.plots.lines import LinesPlot
        from widgets.plots.sheet import SheetPlot

        self._mode, self._example, self._sure = ChoiceChip(), ChoiceChip(), ChoiceChip()
        for chip in (self._example, self._mode, self._sure):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
            chip.hide()  # until there is something to choose from
        self._lines, self._sheet = LinesPlot(), SheetPlot()
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        self._stack = QStackedWidget()
        for picture in (self._lines, self._sheet):
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
        return self._sheet if self._stack.currentWidget() is self._sheet else self._lines

    def forget(self) -> None:
        self._lines.clear()
        self._sheet.clear()
        self._words.setText("")

    def name_parts(self) -> None:
        for picture in (self._lines, self._sheet):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        shape = Shape(sample.labels["shape"][0])
        answer, truth = sample.data["answer"], sample.data["truth"]
        self._offer(sample, shape)
        match shape:
            case Shape.NUMBERS:
                self._draw_numbers(sample)
                error = float(np.sqrt(np.mean(np.square(answer.astype(float) - truth))))
                unit = sample.labels.get("unit", ("",))[0]
                self.set_figure(tr("error (root mean square)"), f"{short_number(error)} {tr(unit)}".strip())
            case Shape.MAP:
                self._draw_maps(sample)
                self.set_figure(tr("right places"), f"{100 * float((answer == truth).mean()):.1f} %")
            case Shape.BOXES:
                self._draw_boxes(sample)
                there = truth[..., 2:].prod(-1) > 0
                overlap = overlaps(answer, truth)[there]
                self.set_figure(tr("overlap (IoU)"), f"{100 * float(overlap.mean()) if len(overlap) else 0:.1f} %")
            case Shape.FOUND:
                self._draw_found(sample)
        self._stack.setCurrentWidget(self._lines if shape is Shape.NUMBERS else self._sheet)

    # -- inside ------------------------------------------------------------------------------------------------------

    def _offer(self, sample: Sample, shape: Shape) -> None:
        modes = {SCATTER: tr("answer by truth"), ROW: tr("in a row")}
        if "before" in sample.data:
            modes = {ONE: tr("single example"), ROW: tr("in a row"), SCATTER: tr("answer by truth")}
        self._mode.set_choices(modes, tr("What is drawn"))
        self._mode.setVisible(shape is Shape.NUMBERS)
        self._example.set_choices(example_names(sample, len(sample.data["answer"])), tr("Which example"))
        self._example.setVisible(shape is Shape.NUMBERS and self._mode.value == ONE)
        if shape is Shape.FOUND:
            chosen = self._sure.value or SURE[1]
            self._sure.set_choices({share: tr("score ≥ {share}", share=share) for share in SURE},
                                   tr("From which score on a frame is drawn"), chosen)  # fmt: skip
        self._sure.setVisible(shape is Shape.FOUND)

    def _draw_numbers(self, sample: Sample) -> None:
        from widgets.plots.lines import Drawn, DrawnLine

        answer, truth = sample.data["answer"].astype(float), sample.data["truth"].astype(float)
        count = answer.shape[1]
        ends = (float(min(answer.min(), truth.min())), float(max(answer.max(), truth.max())))
        if self._mode.value == SCATTER:
            names = [tr("number {n}", n=n + 1) for n in range(count)] if count > 1 else [tr("examples")]
            diagonal = np.array(ends)
            points = [DrawnLine(names[n], truth[:, n], answer[:, n], Drawn.POINTS, n) for n in range(min(count, 7))]
            self._lines.set_lines([DrawnLine("", diagonal, diagonal, Drawn.GUIDE), *points], ends)
            self._lines.set_axes(tr("truth"), tr("answer"))
            self._words.setText(
                tr("{count} validation examples; on the thin line answer and truth agree", count=len(answer))
            )
        elif self._mode.value == ROW:
            x = np.arange(len(answer), dtype=float)
            lines = [DrawnLine(tr("truth"), x, truth[:, 0]), DrawnLine(tr("answer"), x, answer[:, 0], look=1)]
            self._lines.set_lines(lines)
            self._lines.set_axes(tr("validation example"), "")
            self._words.setText(
                tr("the first number of each of {count} validation examples, one after the other", count=len(answer))
            )
        else:
            place = int(self._example.value)
            before = sample.data["before"][place].astype(float)
            past, ahead = np.arange(1 - len(before), 1, dtype=float), np.arange(1, count + 1, dtype=float)
            self._lines.set_lines(
                [
                    DrawnLine(tr("known"), past, before, look=2),
                    # The known and what follows are one series where both have one measure.
                    DrawnLine(tr("truth"), ahead, truth[place], Drawn.POINTS if count == 1 else Drawn.LINE),
                    DrawnLine(tr("answer"), ahead, answer[place], Drawn.POINTS if count == 1 else Drawn.LINE, 1),
                ]
            )
            self._lines.set_axes(tr("steps from now"), "")
            self._words.setText("")

    def _draw_maps(self, sample: Sample) -> None:
        answer, truth = sample.data["answer"], sample.data["truth"]
        image = sample.data.get("image")
        size = answer.shape[1:]
        if image is None or image.shape[1:3] != size:
            image = np.full((*answer.shape, 3), 128, dtype=np.uint8)
        colours = np.array([rgb(colour) for colour in theme.current().series], dtype=float)
        names = example_names(sample, len(answer))
        heads = tuple(names.values())
        rows = (tr("image"), tr("truth"), tr("answer"), tr("wrong"))
        tinted = [image, *(laid_over(image, classes, colours) for classes in (truth, answer))]
        wrong = laid_over(image, (answer != truth).astype(np.uint8), np.array([rgb(theme.current().danger)], float))
        pictures = [one for row in (*tinted, wrong) for one in row]
        named = [f"{row} · {head}" for row in rows for head in heads]
        self._sheet.set_pictures(pictures, named, len(answer), rows, heads)
        self._words.setText(
            tr("{classes} classes; what lies beside everything has no colour", classes=int(sample.data["classes"][0]))
        )

    def _draw_boxes(self, sample: Sample) -> None:
        from widgets.plots.sheet import FOUND, TRUE

        answer, truth = sample.data["answer"], sample.data["truth"]
        image = sample.data.get("image")
        if image is None:
            image = np.full((len(answer), 48, 48, 3), 128, dtype=np.uint8)
        height, width = image.shape[1:3]
        outlines = [
            [*framed(truth[n], TRUE, width, height), *framed(answer[n], FOUND, width, height)]
            for n in range(len(answer))
        ]
        names = list(example_names(sample, len(answer)).values())
        self._sheet.set_pictures(list(image), names, outlines=outlines)
        self._words.setText(tr("drawn through: the truth; dashed: the answer"))

    def _draw_found(self, sample: Sample) -> None:
        from widgets.plots.sheet import FOUND, TRUE

        found, truth = sample.data["answer"], sample.data["truth"]
        classes, image = sample.labels.get("classes", ()), sample.data.get("image")
        if image is None:
            image = np.full((len(found), 48, 48, 3), 128, dtype=np.uint8)
        height, width = image.shape[1:3]
        least, outlines, names = float(self._sure.value), [], []
        right = there = alarms = 0
        heads = list(example_names(sample, len(found)).values())
        for n, head in enumerate(heads):
            sure = np.argsort(-sample.data["scores"][n], kind="stable")
            sure = sure[sample.data["scores"][n][sure] >= least]
            kinds, scores = sample.data["kinds"][n][sure], sample.data["scores"][n][sure]
            real = sample.data["kinds_true"][n] >= 0
            frames = framed(truth[n][real], TRUE, width, height)
            said = []
            for box, kind, score in zip(found[n][sure], kinds.tolist(), scores.tolist(), strict=True):
                name = tr(classes[kind]) if kind < len(classes) else str(kind)
                said.append(f"{name} {score:.2f}")
                frames += framed(box[None], FOUND, width, height, name)
            hits = matched(found[n][sure], kinds, truth[n][real], sample.data["kinds_true"][n][real])
            right, there, alarms = right + hits, there + int(real.sum()), alarms + len(kinds) - hits
            outlines.append(frames)
            names.append(f"{head}: {', '.join(said)}" if said else head)
        self._sheet.set_pictures(list(image), names, outlines=outlines)
        self.set_figure(tr("found"), tr("{right} of {all}", right=right, all=there))
        self._words.setText(tr("drawn through: the truth; dashed: the answer; false alarms: {count}", count=alarms))


def matched(found: np.ndarray, kinds: np.ndarray, truth: np.ndarray, true_kinds: np.ndarray) -> int:
    """How many true boxes (m, 4) have a found one (n, 4) of their class with half an overlap, the surest first."""
    free = np.ones(len(truth), dtype=bool)
    for box, kind in zip(found, kinds, strict=True):
        shared = np.where(free & (true_kinds == kind), overlaps(box[None], truth), -1.0)
        if len(shared) and shared.max() >= RIGHT:
            free[int(shared.argmax())] = False
    return int((~free).sum())


def overlaps(answer: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """The intersection over union of boxes (..., 4) as centre, width and height, pair by pair, (...)."""
    ends = []
    for boxes in (answer.astype(float), truth.astype(float)):
        half = np.maximum(boxes[..., 2:], 0) / 2
        ends.append((boxes[..., :2] - half, boxes[..., :2] + half))
    (low, high), (other_low, other_high) = ends
    shared = np.maximum(np.minimum(high, other_high) - np.maximum(low, other_low), 0).prod(-1)
    both = (high - low).prod(-1) + (other_high - other_low).prod(-1) - shared
    return np.asarray(np.divide(shared, both, out=np.zeros_like(shared), where=both > 0))


def framed(boxes: np.ndarray, whose: int, width: int, height: int, words: str = "") -> list[PictureFrame]:
    """The frames of boxes (n, 4), centre, width and height as shares, in pixels of a picture; empty ones are none.

    ``words`` stand beside each.
    """
    from widgets.plots.sheet import PictureFrame

    return [
        PictureFrame(
            ((x - w / 2) * width, (y - h / 2) * height, (x + w / 2) * width, (y + h / 2) * height), whose, words
        )
        for x, y, w, h in boxes.astype(float).tolist()
        if w > 0 and h > 0
    ]


def laid_over(image: np.ndarray, classes: np.ndarray, colours: np.ndarray) -> np.ndarray:
    """Pictures (n, h, w, 3) uint8 with the colour of its class over each place; class 0 stays as it is."""
    grey = image.astype(float).mean(3, keepdims=True)
    tint = colours[(classes.astype(int) - 1) % len(colours)]
    mixed = np.where(classes[..., None] > 0, 0.4 * grey + 0.6 * tint, image.astype(float))
    return np.asarray(mixed.clip(0, 255).astype(np.uint8))


def rgb(colour: str) -> tuple[int, int, int]:
    """A colour as numbers from 0 to 255."""
    found = QColor(colour)
    return found.red(), found.green(), found.blue()
