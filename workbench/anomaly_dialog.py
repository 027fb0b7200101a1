"""What came into the node that broke: the numbers of some of the examples, and pictures where they are pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QTableWidget, QTableWidgetItem, QWidget

from widgets.controls import Text, colour
from widgets.language import tr
from workbench.dialogs import Answer, Dialog

if TYPE_CHECKING:
    from workbench.engine.events import Array, Sample

WIDTH = 720
COLUMNS = 64
"""How many numbers of an example are shown."""

PICTURE = 72
"""How wide a picture of an example is, in pixels."""

ROW = 26


class AnomalyDialog(Dialog):
    """Shows a sample of the probe ``anomaly``, port by port; what is no finite number is marked."""

    def __init__(self, sample: Sample, parent: QWidget | None = None):
        node = sample.labels["node"][0]
        super().__init__(
            tr("What came into {node} at step {step}", node=node, step=f"{sample.step:,}"),
            tr("Some of the examples for which {node} broke. Numbers that are not finite are marked; if there are "
               "none, the node made them of what is here.", node=node),
            [Answer("close", tr("Close"), primary=True)],
            parent,
        )  # fmt: skip
        self.setMaximumWidth(WIDTH)
        self.setMinimumWidth(WIDTH)
        self.tables: dict[str, QTableWidget] = {}
        self.pictures: list[QLabel] = []
        for port, values in sample.data.items():
            self.content.addWidget(Text(f"{port}: {described(values)}", weight=600, wrap=True))
            if values.ndim == 4:
                self.content.addLayout(self._pictures(values))
            self.tables[port] = self._table(port, values)
            self.content.addWidget(self.tables[port])

    def _pictures(self, values: Array) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        for example in values:
            label = QLabel()
            label.setPixmap(
                QPixmap.fromImage(picture(example)).scaled(
                    PICTURE, PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation
                )
            )
            self.pictures.append(label)
            row.addWidget(label)
        row.addStretch(1)
        return row

    def _table(self, port: str, values: Array) -> QTableWidget:
        rows = values.reshape(len(values), -1)[:, :COLUMNS]
        table = QTableWidget(rows.shape[0], rows.shape[1])
        table.setAccessibleName(port)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.verticalHeader().setDefaultSectionSize(ROW)
        table.horizontalHeader().setDefaultSectionSize(72)
        for place, row in enumerate(rows.tolist()):
            for column, value in enumerate(row):
                item = QTableWidgetItem(f"{value:.3g}")
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                if not np.isfinite(value):
                    item.setForeground(colour("danger"))
                table.setItem(place, column, item)
        table.setMinimumSize(QSize(0, min(5, len(rows)) * ROW + 48))
        return table


def described(values: Array) -> str:
    """How many examples of what shape, between which numbers, and how many are not finite."""
    shape = "×".join(map(str, values.shape[1:])) or "1"
    good = values[np.isfinite(values)]
    low, high = (f"{good.min():.3g}", f"{good.max():.3g}") if good.size else ("–", "–")
    bad = int(values.size - good.size)
    if bad:
        return tr("{n} examples of {shape} numbers, from {low} to {high}; {bad} are not finite",
                  n=len(values), shape=shape, low=low, high=high, bad=f"{bad:,}")  # fmt: skip
    return tr("{n} examples of {shape} numbers, from {low} to {high}", n=len(values), shape=shape, low=low, high=high)


def picture(example: Array) -> QImage:
    """The first channel of an example (C, H, W) in greys, from its least to its greatest number; the others in red."""
    plane = example[0].astype(np.float64)
    good = np.isfinite(plane)
    low, high = (plane[good].min(), plane[good].max()) if good.any() else (0.0, 1.0)
    grey = np.where(good, (np.where(good, plane, low) - low) / max(high - low, 1e-12) * 255, 0).astype(np.uint8)
    mark = colour("danger")
    red = (mark.red(), mark.green(), mark.blue())
    pixels = np.stack([np.where(good, grey, channel).astype(np.uint8) for channel in red], axis=-1)
    pixels = np.ascontiguousarray(pixels)
    height, width = plane.shape
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()
