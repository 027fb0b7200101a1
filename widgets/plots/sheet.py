"""Pictures in rows and columns, in their own colours, each with its name: originals over copies, samples over time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.mosaic import arrange
from widgets.plots.plot import Table
from widgets.plots.tiles import TilesPlot

_SIDE = 48
"""The longest side of a painted picture is at least so many of the sheet's own pixels."""

TRUE, FOUND = 0, 1
"""Whose a frame is: the truth's, drawn through, or the network's, dashed."""


@dataclass(frozen=True)
class PictureFrame:
    """A frame in a picture, in its pixels: left, top, right, bottom; whose it is; and what stands beside it."""

    box: tuple[float, float, float, float]
    whose: int = TRUE
    words: str = ""


class _FrameLines(pg.GraphicsObject):
    """Frames over the pictures of a sheet, in units of cells."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: list[tuple[QRectF, int, str]] = []
        self.ring: QRectF | None = None
        self.theme = look.LIGHT

    def boundingRect(self) -> QRectF:
        result = QRectF(0, 0, 1, 1)
        for place, *_ in self.frames:
            result = result.united(place)
        return result if self.ring is None else result.united(self.ring)

    def paint(self, painter: QPainter, *_: object) -> None:
        for place, whose, _words in self.frames:
            # A light line under the coloured one: it is seen on any picture.
            for colour, width in ((self.theme.raised, 3.5), (self.theme.series[whose], 2.0)):
                pen = QPen(QColor(colour), width)
                pen.setCosmetic(True)
                if whose == FOUND:
                    pen.setDashPattern([3.0, 2.0] if width == 2.0 else [12 / 7, 8 / 7])
                painter.setPen(pen)
                painter.drawRect(place)
        self._write(painter)
        if self.ring is not None:
            painter.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))
            painter.drawRect(self.ring)

    def _write(self, painter: QPainter) -> None:
        """What stands above a frame, in letters of one size however large the pictures are."""
        font = look.ui_font(look.TEXT_WIRE)
        metrics = QFontMetricsF(font)
        told = [
            (painter.transform().map(place.topLeft()), whose, words) for place, whose, words in self.frames if words
        ]
        highest = painter.transform().map(QPointF(0, 0)).y()
        painter.save()
        painter.resetTransform()
        painter.setFont(font)
        for corner, whose, words in told:
            top = max(corner.y() - metrics.height(), highest)
            ground = QRectF(corner.x(), top, metrics.horizontalAdvance(words) + 4, metrics.height())
            painter.fillRect(ground, QColor(self.theme.series[whose]))
            painter.setPen(QColor(self.theme.raised))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()


class SheetPlot(TilesPlot):
    """Pictures side by side, as large as the room allows. A click or the arrow keys choose one."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "top")), parent)
        self._pictures: tuple[np.ndarray, ...] = ()
        self._names: tuple[str, ...] = ()
        self._rows: tuple[str, ...] = ()
        self._heads: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._outlines: tuple[tuple[PictureFrame, ...], ...] = ()
        self._image, self._frames = pg.ImageItem(), _FrameLines()
        self.chart.draw(self._image)
        self.chart.draw(self._frames)
        self.setMinimumSize(64, 64)
        self.setAccessibleName(tr("Pictures"))
        self.retranslate()

    def set_pictures(
        self,
        pictures: Sequence[np.ndarray],
        names: Sequence[str],
        columns: int | None = None,
        rows: Sequence[str] = (),
        heads: Sequence[str] = (),
        outlines: Sequence[Sequence[PictureFrame]] = (),
    ) -> None:
        """Show pictures, each (H, W, 3) uint8 of one size, each with a name, row by row.

        With ``columns`` the rows and columns are fixed and may have names; without, they follow the room. ``outlines``
        are frames, for each picture some. Raises ValueError when these do not belong together.
        """
        shapes = {picture.shape for picture in pictures}
        if len(shapes) > 1 or len(names) != len(pictures) or (outlines and len(outlines) != len(pictures)):
            raise ValueError(
                f"A sheet needs pictures of one size and a name for each; got {shapes}, {len(names)} names."
            )
        self._pictures, self._names = tuple(pictures), tuple(names)
        self._rows, self._heads, self._wanted = tuple(rows), tuple(heads), columns
        self._outlines = tuple(tuple(some) for some in outlines)
        if self._chosen is not None and self._chosen >= len(pictures):
            self._chosen = None
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._chosen = None
        self.set_pictures((), ())

    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return not self._pictures

    def values_table(self) -> Table:
        """The brightness of each picture, row by row."""
        width = self._pictures[0].shape[1] if self._pictures else 0
        header = (tr("name"), tr("row"), *(str(column) for column in range(width)))
        rows: list[tuple[str | float, ...]] = [
            (name, number, *values)
            for name, picture in zip(self._names, self._pictures, strict=True)
            for number, values in enumerate(picture.mean(2).round(1).tolist())
        ]
        return Table(header, rows)

    def summary(self) -> str:
        """How many pictures of which size, and their names."""
        height, width = self._pictures[0].shape[:2]
        whole = tr("{count} pictures of {height}×{width}", count=len(self._pictures), height=height, width=width)
        return f"{whole}: {', '.join(self._names[:40])}"

    def refresh(self) -> None:
        """Lay the pictures out for the room there is."""
        height, width = self._pictures[0].shape[:2]
        larger = max(1, math.ceil(_SIDE / max(height, width)))
        high, wide = larger * height, larger * width
        gap = max(2, round(0.05 * max(high, wide)))
        step = high + gap, wide + gap
        axes = self.chart.axes
        axes["left"].names, axes["top"].names = self._rows, self._heads
        for side, names in (("left", self._rows), ("top", self._heads)):
            self.chart.plotItem.showAxis(side, bool(names))
        self.chart.fit()
        room = max(self.chart.pane.height(), 1.0), max(self.chart.pane.width(), 1.0)
        self._columns = self._wanted or arrange(len(self._pictures), step, room)
        lines = math.ceil(len(self._pictures) / self._columns)
        sheet = np.zeros((lines * step[0], self._columns * step[1], 4), dtype=np.uint8)
        for place, picture in enumerate(self._pictures):
            top, left = place // self._columns * step[0], place % self._columns * step[1]
            enlarged = picture.repeat(larger, 0).repeat(larger, 1) if larger > 1 else picture
            sheet[top : top + high, left : left + wide, :3] = enlarged
            sheet[top : top + high, left : left + wide, 3] = 255
        self._image.setImage(sheet, autoLevels=False, levels=(0, 255))
        self._image.setRect(QRectF(0, 0, self._columns, lines))
        # A cell is one unit each way; a pixel is as wide as it is high.
        scale = min(room[0] / (lines * step[0]), room[1] / (self._columns * step[1]))
        self.set_range((0, room[1] / (scale * step[1])), (0, room[0] / (scale * step[0])))
        self.chart.fit()
        self._place_frames(larger, (high, wide), step)

    def _place_frames(self, larger: int, size: tuple[int, int], step: tuple[int, int]) -> None:
        frames = []
        for place, some in enumerate(self._outlines):
            row, column = divmod(place, self._columns)
            for outline in some:
                left, top, right, bottom = (larger * end for end in outline.box)
                # What reaches beyond the picture is cut at its edge.
                left, right = (min(max(end, 0.0), size[1]) for end in (left, right))
                top, bottom = (min(max(end, 0.0), size[0]) for end in (top, bottom))
                corner = QPointF(column + left / step[1], row + top / step[0])
                other = QPointF(column + right / step[1], row + bottom / step[0])
                frames.append((QRectF(corner, other).normalized(), outline.whose, outline.words))
        self._frames.prepareGeometryChange()
        self._frames.frames, self._frames.theme = frames, self.theme
        self._frames.ring = None
        if self._chosen is not None:
            row, column = divmod(self._chosen, self._columns)
            self._frames.ring = QRectF(column, row, size[1] / step[1], size[0] / step[0])
        self._frames.update()

    def count(self) -> int:
        """How many pictures there are."""
        return len(self._pictures)

    def tile_of(self, place: QPointF) -> int | None:
        """The picture at a place; the gaps belong to what lies before them."""
        row, column = math.floor(place.y()), math.floor(place.x())
        found = row * self._columns + column
        return found if row >= 0 and 0 <= column < self._columns and found < len(self._pictures) else None

    def hovered(self, place: QPointF | None) -> None:
        """Say which picture is under the mouse."""
        found = None if place is None else self.tile_of(place)
        self.say("" if found is None else self._names[found])
