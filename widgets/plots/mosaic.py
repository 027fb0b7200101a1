"""Many small pictures of the same size side by side: the channels of a feature map, kernels."""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.chart import Chart
from widgets.plots.heatmap import shades
from widgets.plots.plot import Table
from widgets.plots.tiles import TilesPlot

FEWEST_PIXELS = 12
"""A tile is painted at least so many pixels wide, so that the gap beside it stays thin."""


def arrange(count: int, size: tuple[int, int], room: tuple[float, float]) -> int:
    """How many columns make ``count`` tiles of ``size`` (height, width) largest in a room (height, width)."""
    best, chosen = 0.0, 1
    for columns in range(1, count + 1):
        rows = math.ceil(count / columns)
        scale = min(room[0] / (rows * size[0]), room[1] / (columns * size[1]))
        if scale > best * 1.0001:
            best, chosen = scale, columns
    return chosen


class MosaicPlot(TilesPlot):
    """Tiles in rows, as large as the room allows. Arrow keys go from tile to tile; a click or Enter chooses one."""

    cellHovered = Signal(int, int, int)  # noqa: N815
    """The mouse is over a cell: its tile, row and column, each counted from 0; the tile is -1 when it has gone."""

    def __init__(self, parent: QWidget | None = None, *, choose: bool = True):
        super().__init__(Chart(()), parent, choose=choose)
        self._tiles = np.empty((0, 0, 0), dtype=np.float32)
        self._limits = np.empty((0, 2))
        self._names: tuple[str, ...] = ()
        self._map = "sequential"
        self._step = 1, 1
        self._image, self._frame = pg.ImageItem(), QGraphicsRectItem()
        self.chart.draw(self._image)
        self.chart.draw(self._frame)
        self.chart.plotItem.layout.setContentsMargins(2, 2, 2, 2)
        self.setMinimumSize(48, 48)
        self.setAccessibleName(tr("Mosaic"))
        self.retranslate()

    def set_tiles(
        self, tiles: np.ndarray, limits: np.ndarray, names: tuple[str, ...], colormap: str = "sequential"
    ) -> None:
        """Show ``tiles`` (n, H, W), each coloured from ``limits`` (n, 2), low and high, with ``names`` (n).

        Raises ValueError when these do not belong together.
        """
        tiles = np.array(tiles, dtype=np.float32)
        if tiles.ndim != 3 or limits.shape != (len(tiles), 2) or len(names) != len(tiles):
            raise ValueError(
                f"A mosaic needs tiles (n, H, W), limits (n, 2) and n names; it got {tiles.shape}, {limits.shape} and "
                f"{len(names)} names."
            )
        self._tiles, self._limits, self._names, self._map = tiles, np.array(limits, dtype=float), names, colormap
        if self._chosen is not None and self._chosen >= len(tiles):
            self._chosen = None
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self._chosen = None
        self.set_tiles(np.empty((0, 0, 0)), np.empty((0, 2)), ())

    def is_empty(self) -> bool:
        """Whether there is no tile."""
        return self._tiles.size == 0

    def values_table(self) -> Table:
        """One row for each row of each tile."""
        header = (tr("name"), tr("row"), *(str(column) for column in range(self._tiles.shape[2])))
        rows: list[tuple[str | float, ...]] = [
            (name, number, *values)
            for name, tile in zip(self._names, self._tiles.tolist(), strict=True)
            for number, values in enumerate(tile)
        ]
        return Table(header, rows)

    def summary(self) -> str:
        """How many tiles of which size, and which one is chosen."""
        count, height, width = self._tiles.shape
        whole = tr(
            "{count} pictures of {height}×{width}, values from {low} to {high}",
            count=count, height=height, width=width,
            low=short_number(float(self._tiles.min())), high=short_number(float(self._tiles.max())),
        )  # fmt: skip
        return whole if self._chosen is None else f"{whole}; {self._names[self._chosen]}"

    def refresh(self) -> None:
        """Lay the tiles out for the room there is, and colour them."""
        count, height, width = self._tiles.shape
        self.chart.fit()
        room = max(self.chart.pane.height(), 1.0), max(self.chart.pane.width(), 1.0)
        larger = max(1, math.ceil(FEWEST_PIXELS / max(height, width)))
        gap = max(1, round(0.05 * larger * max(height, width)))
        self._step = larger * height + gap, larger * width + gap
        self._columns = arrange(count, self._step, room)
        rows = math.ceil(count / self._columns)
        table = look.colormap(self._map, self.theme)
        sheet = np.zeros((rows * self._step[0], self._columns * self._step[1], 4), dtype=np.uint8)
        for place, tile in enumerate(self._tiles):
            coloured = table[shades(tile, *self._limits[place].tolist())]
            if larger > 1:
                coloured = coloured.repeat(larger, 0).repeat(larger, 1)
            top, left = place // self._columns * self._step[0], place % self._columns * self._step[1]
            sheet[top : top + larger * height, left : left + larger * width, :3] = coloured
            sheet[top : top + larger * height, left : left + larger * width, 3] = 255
        self._image.setImage(sheet, autoLevels=False, levels=(0, 255))
        self._image.setRect(QRectF(0, 0, sheet.shape[1], sheet.shape[0]))
        # A pixel is as wide as it is high.
        scale = min(room[0] / sheet.shape[0], room[1] / sheet.shape[1])
        self.set_range((0, room[1] / scale), (0, room[0] / scale))
        self._frame.setVisible(self._choose and self._chosen is not None)
        if self._chosen is not None:
            top, left = self._chosen // self._columns * self._step[0], self._chosen % self._columns * self._step[1]
            self._frame.setRect(QRectF(left, top, larger * width, larger * height))
            self._frame.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))

    def count(self) -> int:
        """How many tiles there are."""
        return len(self._tiles)

    def tile_of(self, place: QPointF) -> int | None:
        """The tile at a place; the gaps belong to what lies before them."""
        row, column = int(place.y() // self._step[0]), int(place.x() // self._step[1])
        found = row * self._columns + column
        return found if 0 <= column < self._columns and 0 <= found < len(self._tiles) else None

    def hovered(self, place: QPointF | None) -> None:
        """Say which tile is under the mouse, and the value there."""
        found = None if place is None else self.tile_of(place)
        if found is None or place is None:
            self.say("")
            self.cellHovered.emit(-1, 0, 0)
            return
        _, height, width = self._tiles.shape
        gap = max(1, round(0.05 * max(1, math.ceil(FEWEST_PIXELS / max(height, width))) * max(height, width)))
        row = min(int(place.y() % self._step[0] / (self._step[0] - gap) * height), height - 1)
        column = min(int(place.x() % self._step[1] / (self._step[1] - gap) * width), width - 1)
        self.say(f"{self._names[found]}, ({row}, {column}): {short_number(float(self._tiles[found, row, column]))}")
        self.cellHovered.emit(found, max(row, 0), max(column, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the arrow keys begin."""
        super().focusInEvent(event)
        if self._choose and self._chosen is None and len(self._tiles):
            self.choose(0)
