"""What a node does while the network learns: its numbers of the last step that was measured, and two histograms."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QToolTip, QVBoxLayout, QWidget

from widgets import theme
from widgets.controls import THEME_CHANGES, Text, colour
from widgets.language import tr
from widgets.plots.axes import short_number

NAN = math.nan


@dataclass(frozen=True)
class Histogram:
    """How many values lie in each of some bars of equal width between ``low`` and ``high``."""

    counts: tuple[int, ...]
    low: float
    high: float


@dataclass(frozen=True)
class LiveNumbers:
    """What was measured at one node in one step; NaN where there is nothing to measure.

    ``zeros``, ``saturated`` and ``dead`` are shares of one; ``pull`` is ‖∂L/∂y‖ of what the node gives and ``gradient``
    ‖∂L/∂W‖ of its weights; ``update`` is ‖ΔW‖ / ‖W‖ of the step.
    """

    step: int
    mean: float = NAN
    deviation: float = NAN
    low: float = NAN
    high: float = NAN
    zeros: float = NAN
    saturated: float = NAN
    dead: float = NAN
    pull: float = NAN
    given: Histogram | None = None
    weight_mean: float = NAN
    weight_deviation: float = NAN
    weight_low: float = NAN
    weight_high: float = NAN
    length: float = NAN
    gradient: float = NAN
    update: float = NAN
    weights: Histogram | None = None


class HistogramView(QWidget):
    """Bars on a line, with the two ends under it; small enough to stand between lines of text."""

    def __init__(self, token: int = 0, parent: QWidget | None = None):
        super().__init__(parent)
        self._series = token
        self.shown: Histogram | None = None
        self.setMinimumHeight(64)

    def sizeHint(self) -> QSize:
        """As wide as there is room, 64 pixels high."""
        return QSize(240, 64)

    def show_histogram(self, shown: Histogram | None, name: str) -> None:
        """Show other bars under a name that a screen reader speaks."""
        self.shown = shown
        self.setVisible(shown is not None)
        self.setAccessibleName(name)
        if shown is not None:
            self.setAccessibleDescription(
                tr("{count} bars, values from {low} to {high}", count=len(shown.counts),
                   low=short_number(shown.low), high=short_number(shown.high))
            )  # fmt: skip
        self.update()

    def _bar_at(self, x: float) -> int | None:
        if self.shown is None or self.width() <= 0:
            return None
        return min(max(int(x / self.width() * len(self.shown.counts)), 0), len(self.shown.counts) - 1)

    def event(self, event: QEvent) -> bool:
        """The tool tip reads the bar under the mouse."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self.shown is not None:
            bar = self._bar_at(event.pos().x())
            if bar is not None:
                width = (self.shown.high - self.shown.low) / len(self.shown.counts)
                low = self.shown.low + bar * width
                words = tr(
                    "{n} of {all} values lie between {low} and {high}",
                    n=f"{self.shown.counts[bar]:,}", all=f"{sum(self.shown.counts):,}", low=short_number(low),
                    high=short_number(low + width),
                )  # fmt: skip
                QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Bars, the line they stand on, a mark at zero where it lies inside, and both ends in numbers."""
        shown = self.shown
        if shown is None:
            return
        painter = QPainter(self)
        painter.setFont(theme.number_font(theme.TEXT_HINT))
        line = painter.fontMetrics().height()
        ground = self.height() - line - 3
        most, width = max(max(shown.counts), 1), self.width() / len(shown.counts)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent") if self._series == 0 else colour("muted"))
        for place, count in enumerate(shown.counts):
            if count:
                # A single value beside thousands is still to be seen.
                high = max(1.0, (ground - 2) * count / most)
                painter.drawRect(QRectF(place * width, ground - high, max(width - 1, 1), high))
        painter.setBrush(colour("edge"))
        painter.drawRect(QRectF(0, ground, self.width(), 1))
        painter.setPen(colour("muted"))
        under = QRectF(0, ground + 2, self.width(), line)
        low, high_text = short_number(shown.low), short_number(shown.high)
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft, low)
        painter.drawText(under, Qt.AlignmentFlag.AlignRight, high_text)
        if shown.low < 0 < shown.high:
            zero = self.width() * -shown.low / (shown.high - shown.low)
            painter.fillRect(QRectF(zero, ground - 3, 1, 6), colour("text"))
            metrics = painter.fontMetrics()
            half = metrics.horizontalAdvance("0") / 2
            left, right = metrics.horizontalAdvance(low) + 6, self.width() - metrics.horizontalAdvance(high_text) - 6
            if left + half < zero < right - half:
                painter.drawText(QRectF(zero - 20, ground + 2, 40, line), Qt.AlignmentFlag.AlignHCenter, "0")


def share(value: float) -> str:
    """Write a share: ``38.2 %``."""
    return f"{value:.1%}".replace("%", "\u202f%")


Row = tuple[str, str, float, Callable[[float], str]]
"""A name, what it teaches, the number, and how it is written."""


class LiveBox(QWidget):
    """The numbers of a node in the last step that was measured, those of what it gives before those of its weights."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._numbers: LiveNumbers | None = None
        self._waiting = ""
        self.message = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.remark = Text(role="warning", size=theme.TEXT_SECONDARY, wrap=True)
        self.given_title, self.weights_title = (Text(size=theme.TEXT_SECONDARY, weight=600) for _ in range(2))
        self.given, self.weights = HistogramView(), HistogramView(1)
        self._grids: list[QGridLayout] = []
        self._rows: list[list[tuple[Text, Text]]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self.message)
        column.addWidget(self.remark)
        for title, picture, most in ((self.given_title, self.given, 7), (self.weights_title, self.weights, 6)):
            grid = QGridLayout()
            grid.setContentsMargins(0, 0, 0, 4)
            grid.setVerticalSpacing(2)
            grid.setHorizontalSpacing(12)
            grid.setColumnStretch(0, 1)
            rows = []
            for place in range(most):
                name, value = Text(role="muted", size=theme.TEXT_SECONDARY), Text(size=theme.TEXT_SECONDARY, weight=600)
                grid.addWidget(name, place, 0)
                grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignRight)
                rows.append((name, value))
            self._rows.append(rows)
            column.addWidget(title)
            column.addWidget(picture)
            column.addLayout(grid)
        self.show_numbers(None, "")

    @property
    def numbers(self) -> LiveNumbers | None:
        """What is shown."""
        return self._numbers

    def table(self) -> list[tuple[str, str]]:
        """The rows that are shown, as they read."""
        return [(name.full_text, value.full_text) for rows in self._rows for name, value in rows if not name.isHidden()]

    def show_numbers(self, numbers: LiveNumbers | None, waiting: str) -> None:
        """Show what was measured, or the sentence that says why there is nothing yet."""
        self._numbers, self._waiting = numbers, waiting
        self.message.setText(waiting)
        self.message.setVisible(bool(waiting))
        own = numbers or LiveNumbers(0)
        gives, weighs = not math.isnan(own.mean), not math.isnan(own.length)
        for title, words, seen in (
            (self.given_title, tr("What it gives"), gives),
            (self.weights_title, tr("Its weights"), weighs),
        ):
            title.setText(words)
            title.setVisible(seen)
        self.given.show_histogram(own.given if gives else None, tr("Histogram of what the node gives"))
        self.weights.show_histogram(own.weights if weighs else None, tr("Histogram of the weights"))
        self._fill(self._rows[0], self._given_rows(own))
        self._fill(self._rows[1], self._weight_rows(own))
        remark = self._remark(own)
        self.remark.setText(remark)
        self.remark.setVisible(bool(remark))

    @staticmethod
    def _fill(places: list[tuple[Text, Text]], rows: list[Row]) -> None:
        shown = [row for row in rows if not math.isnan(row[2])]
        for place, (name, value) in enumerate(places):
            seen = place < len(shown)
            name.setVisible(seen)
            value.setVisible(seen)
            if seen:
                words, tip, number, write = shown[place]
                name.setText(words)
                value.setText(write(number))
                for part in (name, value):
                    part.setToolTip(tip)

    @staticmethod
    def _given_rows(own: LiveNumbers) -> list[Row]:
        return [
            (tr("mean"), tr("The average of every number the node gives for one batch; far from zero, the next layer "
                "has to shift it back."), own.mean, short_number),
            (tr("deviation"), tr("The standard deviation over the batch: how different the numbers are. Near zero, the "
                "node says the same to everything."), own.deviation, short_number),
            (tr("range"), tr("The least and the greatest number of the batch"), own.low,
             lambda _: tr("{low} to {high}", low=short_number(own.low), high=short_number(own.high))),
            (tr("exactly zero"), tr("The share of numbers that are exactly zero; after a ReLU about half is usual."),
             own.zeros, share),
            (tr("dead"), tr("The share of units or channels that are zero for every example of the batch. They get no "
                "gradient, so they cannot learn; LeakyReLU or a smaller learning rate helps."), own.dead, share),
            (tr("saturated"), tr("The share of numbers in the outer twentieth of the range, where the curve is flat "
                "and hardly any gradient comes through"), own.saturated, share),
            (tr("gradient ‖∂L/∂y‖"), tr("How strongly the loss pulls at what the node gives, over the whole batch"),
             own.pull, short_number),
        ]  # fmt: skip

    @staticmethod
    def _weight_rows(own: LiveNumbers) -> list[Row]:
        return [
            (tr("mean"), tr("The average of the weights"), own.weight_mean, short_number),
            (tr("deviation"), tr("How far the weights are spread; it grows as the network learns."),
             own.weight_deviation, short_number),
            (tr("range"), tr("The smallest and the largest weight"), own.weight_low,
             lambda _: tr("{low} to {high}", low=short_number(own.weight_low), high=short_number(own.weight_high))),
            (tr("length ‖W‖"), tr("The square root of the sum of all squares; weight decay pulls it down."),
             own.length, short_number),
            (tr("gradient ‖∂L/∂W‖"), tr("How strongly the loss pulls at the weights, with the biases, before clipping"),
             own.gradient, short_number),
            (tr("update ÷ weight"), tr("How far one step moves the weights, measured by their length. About 0.001 is "
                "usual; far more and learning is restless, far less and it stands still."), own.update, short_number),
        ]  # fmt: skip

    @staticmethod
    def _remark(own: LiveNumbers) -> str:
        """The one thing that is worth a look, if there is one."""
        if not math.isfinite(own.mean) and not math.isnan(own.mean):
            return tr("The numbers are no longer finite. A smaller learning rate or clipped gradients help.")
        if own.dead > 0.5:
            return tr("More than half of the units are dead: nothing comes out of them for the whole batch.")
        if own.saturated > 0.5:
            return tr("More than half of the numbers lie where the curve is flat; hardly any gradient comes through.")
        if own.update > 0.1:
            return tr("One step moves the weights by {share}. A smaller learning rate is calmer.",
                      share=share(own.update))  # fmt: skip
        if 0 < own.update < 1e-6:
            return tr("A step hardly moves these weights.")
        return ""

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in THEME_CHANGES and hasattr(self, "_rows"):
            self.given.update()
            self.weights.update()
