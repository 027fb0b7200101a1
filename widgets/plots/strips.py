"""Strips of colour one under the other over one axis of time: the gates of a recurrent layer, its memory, its state."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart, Hatch, text_width
from widgets.plots.heatmap import shades, shrink
from widgets.plots.plot import Plot, Table
from widgets.plots.words import ColumnWords

FILLED = 0.86
"""The part of its row that a strip fills; the rest is the gap to the next."""


@dataclass(frozen=True)
class Strip:
    """One strip: its name, ``values`` (units, steps), the colour map with its ``limits``, and a number at its end.

    ``hint`` says in words what the ends of the scale mean, ``scale`` what the scale shows.
    """

    name: str
    values: np.ndarray
    colormap: str
    limits: tuple[float, float]
    figure: str = ""
    hint: str = ""
    scale: str = ""


class Masked(Hatch):
    """Places that are no value at all, such as padding: a plain quiet hatch, not a colour of any scale."""

    def paint(self, painter: QPainter, *_: object) -> None:
        """Draw the ground and the hatch."""
        if not self._places:
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.raised))
        painter.drawRects(self._places)
        hatch = QBrush(QColor(self._theme.edge), Qt.BrushStyle.FDiagPattern)
        hatch.setTransform(painter.worldTransform().inverted()[0])
        painter.setBrush(hatch)
        painter.drawRects(self._places)


class Scales(QWidget):
    """Colour scales side by side, each with its ends in numbers and what it is for."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scales: tuple[tuple[str, float, float, str], ...] = ()
        self._theme = look.LIGHT
        self.setFixedHeight(20)

    def set_scales(self, scales: tuple[tuple[str, float, float, str], ...], theme: look.Theme) -> None:
        """Show maps as (colour map, low, high, what it is for)."""
        if (scales, theme) != (self._scales, self._theme):
            self._scales, self._theme = scales, theme
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw number, ramp, number, name for each."""
        painter = QPainter(self)
        painter.setFont(look.number_font(look.TEXT_HINT))
        middle = self.height() / 2
        words = [(short_number(low), short_number(high), name) for _, low, high, name in self._scales]
        taken = sum(sum(text_width([word]) for word in three) + 34 for three in words)
        ramp = min(max((self.width() - taken) / max(len(words), 1), 24), 90)
        x = 4.0
        for (colours, *_), (low, high, name) in zip(self._scales, words, strict=True):
            painter.setPen(QColor(self._theme.muted))
            for text, after in ((low, False), (high, True), (name, True)):
                width = text_width([text]) + 2
                if after and text is high:
                    table = look.colormap(colours, self._theme)
                    for pixel in range(int(ramp)):
                        painter.fillRect(
                            QRectF(x + pixel, middle - 5, 1, 10), QColor(*table[int(pixel / ramp * 255)].tolist())
                        )
                    x += ramp + 4
                painter.drawText(
                    QRectF(x, 0, width + 4, self.height()),
                    int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), text,
                )  # fmt: skip
                x += width + 4
            x += 12
        painter.end()


class StripPlot(Plot):
    """Strips over one axis of steps, words or a curve under them. Arrow keys and a click choose a step.

    The chosen step is framed through all strips; the numbers at the right are the figures of the strips.
    """

    stepChosen = Signal(int)  # noqa: N815, a signal is named as Qt names its own
    """A step was clicked or reached with the arrow keys, counted from 0."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "right")), parent)
        self._strips: tuple[Strip, ...] = ()
        self._words: tuple[str, ...] = ()
        self._curve: np.ndarray | None = None
        self._real: int | None = None
        self._chosen: int | None = None
        self._images: list[pg.ImageItem] = []
        self._holes, self._masked = Hatch(), Masked()
        self._line = pg.PlotCurveItem()
        self._frame = QGraphicsRectItem()
        self._frame.setZValue(5)
        for item in (self._masked, self._holes, self._line, self._frame):
            self.chart.draw(item)
        self.chart.pane.invertY(True)
        self._labels, self._scales = ColumnWords(), Scales()
        self.column.addWidget(self._labels)
        self.column.addWidget(self._scales)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart.scene().sigMouseClicked.connect(self._clicked)
        self.setAccessibleName(tr("Strips"))
        self.retranslate()

    def set_strips(
        self,
        strips: tuple[Strip, ...],
        words: tuple[str, ...] = (),
        curve: np.ndarray | None = None,
        real: int | None = None,
    ) -> None:
        """Show strips of the same number of steps.

        ``words`` (steps) stand under the steps, else their numbers; ``curve`` (steps) is drawn under the strips;
        steps from ``real`` on are padding. Raises ValueError when these do not belong together.
        """
        steps = {strip.values.shape[1] for strip in strips}
        if len(steps) > 1 or (words and steps != {len(words)}) or (curve is not None and steps != {len(curve)}):
            raise ValueError(f"Strips, words and curve need the same number of steps; there are {sorted(steps)} steps.")
        self._strips, self._words, self._curve, self._real = strips, words, curve, real
        if self._chosen is not None and self._chosen >= self.steps:
            self._chosen = None
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    @property
    def steps(self) -> int:
        """How many steps there are."""
        return self._strips[0].values.shape[1] if self._strips else 0

    @property
    def chosen(self) -> int | None:
        """The framed step."""
        return self._chosen

    def choose(self, step: int | None) -> None:
        """Frame a step; emits nothing."""
        if step != self._chosen:
            self._chosen = step
            self.setAccessibleDescription("" if self.is_empty() else self.summary())
            self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._chosen = None
        self.set_strips(())

    def is_empty(self) -> bool:
        """Whether there is no strip."""
        return not self.steps

    def values_table(self) -> Table:
        """One row for each unit of each strip."""
        header = (tr("name"), tr("unit"), *(self._name_of(step) for step in range(self.steps)))
        rows: list[tuple[str | float, ...]] = [
            (strip.name, unit, *row) for strip in self._strips for unit, row in enumerate(strip.values.tolist())
        ]
        return Table(header, rows)

    def summary(self) -> str:
        """Every strip with its number, and the chosen step."""
        whole = ", ".join(f"{strip.name} {strip.figure}".strip() for strip in self._strips)
        return whole if self._chosen is None else f"{whole}; {self._name_of(self._chosen)}"

    def shown_words(self) -> list[str]:
        """What stands under the strips, as far as there is room."""
        return self._labels.shown()

    def describe(self, row: int, unit: int, step: int) -> str:
        """One value in words, and what its strip means."""
        strip = self._strips[row]
        value = float(strip.values[unit, step])
        text = tr(
            "{name}, unit {unit}, {step}: {value}",
            name=strip.name, unit=unit, step=self._name_of(step), value=short_number(value),
        )  # fmt: skip
        return f"{text}\n{strip.hint}" if strip.hint else text

    def refresh(self) -> None:
        """Lay the strips out, colour them, and write under them."""
        count, rows = len(self._strips), len(self._strips) + (0.6 if self._curve is not None else 0.0)
        axes = self.chart.axes
        axes["left"].names = tuple(strip.name for strip in self._strips)
        axes["right"].names = tuple(strip.figure for strip in self._strips)
        axes["right"].setVisible(any(strip.figure for strip in self._strips))
        scales = {(s.colormap, *s.limits, s.scale): None for s in self._strips}
        self._scales.set_scales(tuple(scales), self.theme)
        self._write()
        self.column.activate()
        self.set_range((0, self.steps), (0, rows))
        self.chart.fit()
        while len(self._images) < count:
            self._images.append(pg.ImageItem())
            self.chart.draw(self._images[-1])
        while len(self._images) > count:
            self.chart.plotItem.removeItem(self._images.pop())
        height = max(int(self.chart.pane.height() / max(rows, 1) * self.devicePixelRatioF()), 1)
        holes: list[QRectF] = []
        for row, (strip, image) in enumerate(zip(self._strips, self._images, strict=True)):
            width = int(self.chart.pane.width() * self.devicePixelRatioF())
            small = shrink(strip.values, height, max(width, 1))
            table = look.colormap(strip.colormap, self.theme)
            image.setImage(shades(small, *strip.limits), autoLevels=False, levels=(0, 255), lut=table)
            image.setRect(QRectF(0, row, self.steps, FILLED))
            across, down = self.steps / small.shape[1], FILLED / small.shape[0]
            holes += [
                QRectF(column * across, row + unit * down, across, down)
                for unit, column in np.argwhere(~np.isfinite(small)).tolist()
                if self._real is None or column * across < self._real
            ]
        self._holes.set_places(holes[:4000], self.theme)
        self._holes.setZValue(2)
        padding = self._real is not None and self._real < self.steps
        self._masked.set_places(
            [QRectF(self._real or 0, row, self.steps - (self._real or 0), FILLED) for row in range(count)]
            if padding
            else [],
            self.theme,
        )
        self._masked.setZValue(3)
        self._draw_curve(count)
        self._frame.setVisible(self._chosen is not None and self._export is None)
        if self._chosen is not None:
            self._frame.setRect(QRectF(self._chosen, -0.02, 1, rows + 0.02 - (1 - FILLED) / 2))
            self._frame.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))
        self._write()

    def dress(self) -> None:
        """Take the colours of the scheme; names and figures are read, so they are darker than an axis."""
        super().dress()
        self.chart.axes["left"].dress(self.theme, look.TEXT_SECONDARY, ink=self.theme.text)
        self.chart.axes["right"].dress(self.theme, look.TEXT_SECONDARY, look.SEMIBOLD, self.theme.text)

    def hovered(self, place: QPointF | None) -> None:
        """Read the value under the mouse."""
        found = None if place is None else self._cell(place)
        self.say("" if found is None else self.describe(*found))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from step to step."""
        moves = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -self.steps, Qt.Key.Key_End: self.steps}
        move = moves.get(Qt.Key(event.key()))
        if move is None or self.is_empty():
            super().keyPressEvent(event)
            return
        here = -1 if self._chosen is None else self._chosen
        self._choose(min(max(here + move, 0), self.steps - 1))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _name_of(self, step: int) -> str:
        return self._words[step] if self._words else tr("step {step}", step=step)

    def _write(self) -> None:
        words = self._words or tuple(str(step) for step in range(self.steps))
        scene = self.chart.pane.sceneBoundingRect()
        left, right = (self.chart.mapFromScene(point).x() for point in (scene.topLeft(), scene.topRight()))
        self._labels.set_words(words, (left, right), (0.0, float(self.steps)), self._chosen, self.theme)

    def _draw_curve(self, row: int) -> None:
        self._line.setVisible(self._curve is not None)
        if self._curve is None:
            return
        finite = self._curve[np.isfinite(self._curve)]
        low, high = (float(finite.min()), float(finite.max())) if len(finite) else (0.0, 1.0)
        span = high - low if high > low else 1.0
        up = row + 0.52 - 0.48 * (self._curve - low) / span
        self._line.setData(np.arange(self.steps) + 0.5, up, connect="finite")
        self._line.setPen(pg.mkPen(self.theme.text, width=1.5))

    def _cell(self, place: QPointF) -> tuple[int, int, int] | None:
        row = int(place.y())
        if not 0 <= place.y() or row >= len(self._strips) or place.y() - row > FILLED:
            return None
        units = len(self._strips[row].values)
        unit = min(int((place.y() - row) / FILLED * units), units - 1)
        return row, unit, min(max(int(place.x()), 0), self.steps - 1)

    def _choose(self, step: int) -> None:
        self.choose(step)
        self.stepChosen.emit(step)

    @Slot(object)
    def _clicked(self, event: pg.GraphicsScene.mouseEvents.MouseClickEvent) -> None:
        pane = self.chart.pane
        if event.button() != Qt.MouseButton.LeftButton or self.is_empty():
            return
        if pane.sceneBoundingRect().contains(event.scenePos()):
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._choose(min(max(int(pane.mapSceneToView(event.scenePos()).x()), 0), self.steps - 1))
