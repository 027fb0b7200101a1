"""What one cell of a feature map sees: the image with its receptive field framed, and the patch alone, enlarged."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsRectItem, QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table


class FieldPlot(Plot):
    """An image with a frame, and beside it what lies in the frame. Parts of the frame beyond the border see nothing."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(()), parent)
        self._picture = np.zeros((0, 0, 3), dtype=np.uint8)
        self._box = (0, 0, 0, 0)
        self._image, self._patch = pg.ImageItem(), pg.ImageItem()
        self._frame, self._edge = QGraphicsRectItem(), QGraphicsRectItem()
        for item in (self._image, self._patch, self._frame, self._edge):
            self.chart.draw(item)
        self.chart.plotItem.layout.setContentsMargins(2, 2, 2, 2)
        self.chart.pane.invertY(True)
        self.setMinimumSize(64, 40)
        self.setAccessibleName(tr("Receptive field"))
        self.retranslate()

    def set_field(self, picture: np.ndarray, box: tuple[int, int, int, int]) -> None:
        """Show ``picture`` (H, W, 3), uint8, with the frame ``box``: first row, row behind the last, the same across.

        Raises ValueError for another shape.
        """
        if picture.ndim != 3 or picture.shape[2] != 3:
            raise ValueError(f"A picture has rows, columns and three colours; this one has the shape {picture.shape}.")
        self._picture, self._box = picture, box
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    @property
    def box(self) -> tuple[int, int, int, int]:
        """The frame: first row, row behind the last, first column, column behind the last."""
        return self._box

    def patch(self) -> np.ndarray:
        """What lies in the frame and in the picture, (h, w, 3)."""
        top, bottom, left, right = self._box
        return self._picture[max(top, 0) : max(bottom, 0), max(left, 0) : max(right, 0)]

    def clear(self) -> None:
        """Show nothing."""
        self.set_field(np.zeros((0, 0, 3), dtype=np.uint8), (0, 0, 0, 0))

    def is_empty(self) -> bool:
        """Whether there is no picture."""
        return self._picture.size == 0

    def values_table(self) -> Table:
        """The brightness of the patch, row by row."""
        grey = self.patch().mean(2)
        header = (tr("row"), *(str(column) for column in range(grey.shape[1])))
        return Table(header, [(number, *row) for number, row in enumerate(grey.tolist())])

    def summary(self) -> str:
        """Where the frame lies."""
        top, bottom, left, right = self._box
        return tr("rows {top} to {bottom}, columns {left} to {right}", top=top, bottom=bottom - 1, left=left,
                  right=right - 1)  # fmt: skip

    def refresh(self) -> None:
        """Draw image, frame and patch side by side, pixels as wide as high."""
        height, width = self._picture.shape[:2]
        patch = self.patch()
        gap = max(1.0, 0.08 * width)
        self._image.setImage(self._picture, autoLevels=False, levels=(0, 255))
        self._image.setRect(QRectF(0, 0, width, height))
        top, bottom, left, right = self._box
        self._frame.setRect(QRectF(left, top, right - left, bottom - top))
        self._frame.setPen(pg.mkPen(self.theme.accent, width=look.LINE_FOCUS))
        self._patch.setVisible(bool(patch.size))
        self._edge.setVisible(bool(patch.size))
        wide = 0.0
        if patch.size:
            # As large as the image beside it allows.
            scale = min(height / patch.shape[0], width / patch.shape[1])
            wide, high = patch.shape[1] * scale, patch.shape[0] * scale
            self._patch.setImage(np.ascontiguousarray(patch), autoLevels=False, levels=(0, 255))
            self._patch.setRect(QRectF(width + gap, 0, wide, high))
            self._edge.setRect(QRectF(width + gap, 0, wide, high))
            self._edge.setPen(pg.mkPen(self.theme.accent, width=look.LINE))
        self.chart.fit()
        room = max(self.chart.pane.height(), 1.0), max(self.chart.pane.width(), 1.0)
        spare = 0.04 * max(height, width)
        total = (height + 2 * spare, 2 * width + gap + 2 * spare)
        unit = min(room[0] / total[0], room[1] / total[1])
        self.set_range((-spare, room[1] / unit - spare), (-spare, room[0] / unit - spare))
