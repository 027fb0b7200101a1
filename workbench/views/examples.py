"""The examples behind a cell of the confusion matrix: as images where the data have images, else as numbers."""

from __future__ import annotations

import contextlib
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from graphs.tensors import Kind
from widgets import theme
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.data import DataError, Table, prepare
from workbench.data.folding import fold_parts
from workbench.engine.events import Sample
from workbench.views.answers import data_of

if TYPE_CHECKING:
    from graphs.project import Project

MOST = 60
"""How many examples are shown at most."""

SIDE = 44
"""The side of an image in logical pixels."""


class Validation:
    """The validation examples of a project, unscaled, loaded when they are first asked for.

    ``loaded`` says whether they have been; loading takes seconds where the data are many files, so a widget lets
    `table` do it beside the window.
    """

    def __init__(self, project: Project):
        self._project = project
        self._table: Table | None = None
        self.loaded = False
        data = data_of(project)
        fields = data.fields() if data is not None else {}
        self.image_field = next((name for name, spec in fields.items() if spec.kind is Kind.IMAGE), None)
        self.names = data.feature_names() if data is not None else ()

    def table(self) -> Table | None:
        """The rows as the training numbers them, or None when the data cannot be had."""
        data = data_of(self._project)
        if self.loaded:
            return self._table
        chosen, seed = self._project.recipe.data, self._project.recipe.seed
        seed = seed if chosen.seed is None else chosen.seed
        cut = None
        if data is not None and chosen.folds is not None and chosen.fold is not None:
            cut = partial(fold_parts, dataset=data, chosen=chosen, seed=seed)
        if data is not None:
            # What is wrong with the data is told by the list of problems; here there is nothing to show then.
            with contextlib.suppress(DataError):
                self._table = prepare(data, chosen.split, seed, scale=False, cut=cut).parts.validation
        self.loaded = True
        return self._table

    def images(self, rows: list[int]) -> list[np.ndarray]:
        """The images of some rows, each (H, W, 3) uint8; an empty list where the data have none."""
        table = self.table()
        if table is None or self.image_field is None:
            return []
        return [picture(table[self.image_field][row]) for row in rows if row < len(table)]

    def words(self, rows: list[int]) -> list[str]:
        """The features of some rows in words, for data without images."""
        table = self.table()
        if table is None or "features" not in table.columns:
            return []
        found = []
        for row in (row for row in rows if row < len(table)):
            numbers = [short_number(value) for value in table["features"][row].tolist()]
            named = [f"{tr(name)} {number}" for name, number in zip(self.names, numbers, strict=False)]
            found.append(", ".join((named or numbers)[:6]))
        return found


def picture(values: np.ndarray) -> np.ndarray:
    """An image (C, H, W) of any range as (H, W, 3) uint8; a single channel stays grey."""
    values = np.asarray(values, dtype=np.float32)
    low, high = float(values.min()), float(values.max())
    scaled = np.clip((values - low) * (255.0 / (high - low or 1.0)), 0, 255).astype(np.uint8)
    channels = scaled[:3] if len(scaled) >= 3 else np.repeat(scaled[:1], 3, axis=0)
    return np.ascontiguousarray(channels.transpose(1, 2, 0))


def overlay(
    image: np.ndarray, values: np.ndarray, colours: np.ndarray, opacity: float, most: float | None = None
) -> np.ndarray:
    """Lay numbers (H, W) over a picture (H, W, 3) uint8 in ``colours`` (256, 3), whose middle stands for zero.

    ``most`` is the number that has the full colour; without it, the largest in size.
    What is near zero lets the picture through, and so does an ``opacity`` of 0.
    """
    most = most or float(np.abs(values).max()) or 1.0
    share = values / most
    index = np.clip((share + 1) / 2, 0, 1)
    painted = np.asarray(colours)[(index * 255).astype(int)][..., :3].astype(np.float64)
    weight = opacity * np.clip(np.abs(share), 0, 1)[..., None] ** 0.6
    grey = image.astype(np.float64).mean(2, keepdims=True).repeat(3, 2)
    return np.ascontiguousarray((grey * (1 - weight) + painted * weight).clip(0, 255).astype(np.uint8))


def example_names(sample: Sample, count: int) -> dict[str, str]:
    """How the first examples of a sample are called on a chip: by row and, where it is known, by class."""
    truth, rows = sample.labels.get("truth", ()), sample.data["examples"].tolist()
    return {
        str(n): tr("#{row} · {truth}", row=rows[n], truth=tr(truth[n])) if n < len(truth) else f"#{rows[n]}"
        for n in range(min(count, len(rows)))
    }


class ImageGrid(QWidget):
    """Images in rows, as many as the width has room for; the tool tip says which example one is."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._images: list[QImage] = []
        self._tips: list[str] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMouseTracking(True)

    def set_images(self, images: list[np.ndarray], tips: list[str]) -> None:
        """Show images, each (H, W, 3) uint8, with a few words for each."""
        # The copy lets go of the array's memory, which Qt would otherwise share without keeping it alive.
        self._images = [
            QImage(each.data, each.shape[1], each.shape[0], 3 * each.shape[1], QImage.Format.Format_RGB888).copy()
            for each in images[:MOST]
        ]
        self._tips = tips[:MOST]
        self.setAccessibleDescription("; ".join(self._tips))
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int:
        """How many images are shown."""
        return len(self._images)

    def _place(self, index: int) -> QRectF:
        columns = max(int((self.width() + 4) / (SIDE + 4)), 1)
        return QRectF(index % columns * (SIDE + 4), index // columns * (SIDE + 4), SIDE, SIDE)

    def hasHeightForWidth(self) -> bool:
        """More width needs less height."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its rows."""
        columns = max(int((width + 4) / (SIDE + 4)), 1)
        return -(-len(self._images) // columns) * (SIDE + 4)

    def sizeHint(self) -> QSize:
        """Room for the images at the present width."""
        return QSize(3 * (SIDE + 4), self.heightForWidth(max(self.width(), 3 * (SIDE + 4))))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images, pixel by pixel, each in a thin frame."""
        painter = QPainter(self)
        for index, image in enumerate(self._images):
            place = self._place(index)
            painter.drawImage(place, image)
            painter.setPen(QColor(theme.current().line))
            painter.drawRect(place.adjusted(0, 0, -1, -1))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Say which example is under the mouse."""
        point = QPointF(event.position())
        found = next((i for i in range(len(self._images)) if self._place(i).contains(point)), None)
        if found is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self._tips[found], self)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        if event.type() == QEvent.Type.PaletteChange:
            self.update()
        super().changeEvent(event)
