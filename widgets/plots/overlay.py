"""A picture several times over, each time lit where somebody looked: attention laid over an image."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.heatmap import shades
from widgets.plots.mosaic import arrange
from widgets.plots.plot import Table
from widgets.plots.tiles import TilesPlot

_NAME = 0.24
"""The room for a name under a tile, as a part of the tile."""
_SIDE = 96
"""The longest side of a painted tile, in its own pixels."""


class OverlayPlot(TilesPlot):
    """An image in grey under weights (places) that are colour and cover: what is looked at most is lit most.

    With ``named`` the name of each tile is written under it.
    """

    def __init__(self, parent: QWidget | None = None, *, named: bool = False):
        super().__init__(Chart(()), parent)
        self._named = named
        self._texts: list[pg.TextItem] = []
        self._picture = np.zeros((0, 0, 3), dtype=np.uint8)
        self._weights = np.zeros((0, 0, 0))
        self._names: tuple[str, ...] = ()
        self._step = 1, 1
        self._image, self._frame = pg.ImageItem(), QGraphicsRectItem()
        self.chart.draw(self._image)
        self.chart.draw(self._frame)
        self.chart.plotItem.layout.setContentsMargins(2, 2, 2, 2)
        self.setMinimumSize(48, 48)
        self.setAccessibleName(tr("Attention over the image"))
        self.retranslate()

    def set_layers(self, picture: np.ndarray, weights: np.ndarray, names: tuple[str, ...]) -> None:
        """Show ``picture`` (H, W, 3), uint8, under ``weights`` (n, rows, columns), from 0, each with a name.

        Raises ValueError when these do not belong together.
        """
        if picture.ndim != 3 or weights.ndim != 3 or len(weights) != len(names):
            raise ValueError(f"Needed: a picture (H, W, 3), weights (n, rows, columns), n names; got {weights.shape}.")
        self._picture, self._weights, self._names = picture, np.array(weights, dtype=float), names
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._chosen = None
        self.set_layers(np.zeros((0, 0, 3), dtype=np.uint8), np.zeros((0, 0, 0)), ())

    def is_empty(self) -> bool:
        """Whether there is no tile."""
        return self._weights.size == 0

    def values_table(self) -> Table:
        """One row for each row of patches of each tile."""
        header = (tr("name"), tr("row"), *(str(column) for column in range(self._weights.shape[2])))
        rows: list[tuple[str | float, ...]] = [
            (name, number, *values)
            for name, tile in zip(self._names, self._weights.tolist(), strict=True)
            for number, values in enumerate(tile)
        ]
        return Table(header, rows)

    def summary(self) -> str:
        """For each tile the place that is looked at most."""
        places = [np.unravel_index(int(tile.argmax()), tile.shape) for tile in self._weights]
        return ", ".join(f"{name} ({row}, {column})" for name, (row, column) in zip(self._names, places, strict=True))

    def refresh(self) -> None:
        """Light the picture once for each tile, and lay the tiles out."""
        height, width = self._picture.shape[:2]
        larger = max(1, _SIDE // max(height, width))
        grey = self._picture.astype(float).mean(2).repeat(larger, 0).repeat(larger, 1)
        high, wide = grey.shape
        gap = max(2, round(0.04 * max(high, wide)))
        self.chart.fit()
        room = max(self.chart.pane.height(), 1.0), max(self.chart.pane.width(), 1.0)
        self._step = high + gap + (round(_NAME * high) if self._named else 0), wide + gap
        self._columns = arrange(len(self._weights), self._step, room)
        rows = math.ceil(len(self._weights) / self._columns)
        sheet = np.zeros((rows * self._step[0], self._columns * self._step[1], 4), dtype=np.uint8)
        table = look.colormap("sequential", self.theme)
        for place, tile in enumerate(self._weights):
            top = place // self._columns * self._step[0]
            left = place % self._columns * self._step[1]
            down = (np.arange(high) * tile.shape[0] // high).clip(0, tile.shape[0] - 1)
            across = (np.arange(wide) * tile.shape[1] // wide).clip(0, tile.shape[1] - 1)
            weights = tile[down][:, across]
            colours = table[shades(weights, 0.0, float(tile.max()) or 1.0)].astype(float)
            lit = 0.45 * grey[..., None] + 0.55 * colours
            sheet[top : top + high, left : left + wide, :3] = lit.clip(0, 255).astype(np.uint8)
            sheet[top : top + high, left : left + wide, 3] = 255
        self._image.setImage(sheet, autoLevels=False, levels=(0, 255))
        self._image.setRect(QRectF(0, 0, sheet.shape[1], sheet.shape[0]))
        scale = min(room[0] / sheet.shape[0], room[1] / sheet.shape[1])
        self.set_range((0, room[1] / scale), (0, room[0] / scale))
        self._frame.setVisible(self._chosen is not None and self._chosen < len(self._weights))
        if self._chosen is not None:
            top = self._chosen // self._columns * self._step[0]
            left = self._chosen % self._columns * self._step[1]
            self._frame.setRect(QRectF(left, top, wide, high))
            self._frame.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))

        self._write(high, wide)

    def _write(self, high: int, wide: int) -> None:
        wanted = len(self._names) if self._named else 0
        while len(self._texts) > wanted:
            self.chart.plotItem.removeItem(self._texts.pop())
        while len(self._texts) < wanted:
            self._texts.append(pg.TextItem(anchor=(0.5, 0)))
            self.chart.draw(self._texts[-1])
        for place, (text, name) in enumerate(zip(self._texts, self._names, strict=False)):
            row, column = divmod(place, self._columns)
            chosen = place == self._chosen
            text.setText(name)
            text.setColor(self.theme.accent if chosen else self.theme.text)
            text.setFont(look.ui_font(look.TEXT_SECONDARY, look.SEMIBOLD if chosen else look.REGULAR))
            text.setPos(column * self._step[1] + wide / 2, row * self._step[0] + high)

    def hovered(self, place: QPointF | None) -> None:
        """Read the patch under the mouse."""
        found = None if place is None else self.tile_of(place)
        if found is None or place is None:
            self.say("")
            return
        larger = max(1, _SIDE // max(self._picture.shape[:2]))
        high, wide = (larger * side for side in self._picture.shape[:2])
        tile = self._weights[found]
        row = min(int(place.y() % self._step[0] / high * tile.shape[0]), tile.shape[0] - 1)
        column = min(int(place.x() % self._step[1] / wide * tile.shape[1]), tile.shape[1] - 1)
        self.say(f"{self._names[found]}, ({row}, {column}): {short_number(float(tile[row, column]))}")

    def count(self) -> int:
        """How many tiles there are."""
        return len(self._weights)

    def tile_of(self, place: QPointF) -> int | None:
        """The tile at a place; the gaps belong to what lies before them."""
        row, column = int(place.y() // self._step[0]), int(place.x() // self._step[1])
        found = row * self._columns + column
        return found if 0 <= column < self._columns and 0 <= found < len(self._weights) else None
