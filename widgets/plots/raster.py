"""A raster of spikes: a mark for each neuron and step at which it fired, and how many fired at each step."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table

_MARK = 0.76
"""The height of a mark, as a part of its row."""

_CURVE = 0.2
"""The height of the curve under the raster, as a part of the raster."""


class RasterPlot(Plot):
    """Upright marks over steps and neurons, with the number of spikes of every step as a curve under them."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(), parent, zoom=True)
        self._spikes = np.zeros((0, 0), dtype=bool)
        self._marks = pg.PlotCurveItem(connect="pairs")
        self._count = pg.PlotCurveItem()
        for item in (self._marks, self._count):
            self.chart.draw(item)
        self.chart.pane.invertY(True)
        self.setMinimumSize(200, 150)
        self.setAccessibleName(tr("Spike raster"))
        self.retranslate()

    def set_spikes(self, spikes: np.ndarray) -> None:
        """Show who fired when, (neurons, steps), anything but 0 is a spike. Raises ValueError for another shape."""
        if spikes.ndim != 2:
            raise ValueError(f"A raster has neurons and steps; this one has the shape {spikes.shape}.")
        self._spikes = np.asarray(spikes) != 0
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_spikes(np.zeros((0, 0)))

    def is_empty(self) -> bool:
        """Whether there is neither a neuron nor a step."""
        return self._spikes.size == 0

    def values_table(self) -> Table:
        """One row for each neuron, one column for each step: 1 where it fired."""
        header = (tr("neuron"), *(str(step) for step in range(self._spikes.shape[1])))
        return Table(header, [(n, *row) for n, row in enumerate(self._spikes.astype(int).tolist())])

    def summary(self) -> str:
        """How many neurons fired how often."""
        neurons, steps = self._spikes.shape
        return tr("{spikes} spikes of {neurons} neurons in {steps} steps", spikes=int(self._spikes.sum()),
                  neurons=neurons, steps=steps)  # fmt: skip

    def refresh(self) -> None:
        """Draw the marks and the curve."""
        neurons, steps = self._spikes.shape
        self.chart.axes["left"].set_title(tr("neuron"))
        self.chart.axes["bottom"].set_title(tr("step"))
        under = neurons * (1 + _CURVE) + 0.5
        self.set_range((0, steps), (0, under))
        self.chart.fit()
        rows, columns = np.nonzero(self._spikes)
        x = np.repeat(columns + 0.5, 2)
        y = np.stack([rows + (1 - _MARK) / 2, rows + (1 + _MARK) / 2], 1).ravel()
        width = min(max(self.chart.pane.width() / max(steps, 1) * 0.5, 1.0), 4.0)
        self._marks.setData(x, y, pen=pg.mkPen(self.theme.text, width=width))
        counts = self._spikes.sum(0)
        height = _CURVE * neurons * counts / max(int(counts.max()), 1)
        self._count.setData(
            np.arange(steps) + 0.5, under - height, pen=pg.mkPen(self.theme.accent, width=1.5), antialias=True
        )

    def hovered(self, place: QPointF | None) -> None:
        """Say which neuron and step is under the mouse, and how many fire then."""
        neurons, steps = self._spikes.shape
        if place is None or not (0 <= place.x() < steps and 0 <= place.y() < neurons):
            self.say("")
            return
        step, neuron = int(place.x()), int(place.y())
        fired = tr("fires") if self._spikes[neuron, step] else tr("silent")
        self.say(
            tr("neuron {neuron}, step {step}: {fired}; {count} fire at this step",
               neuron=neuron, step=step, fired=fired, count=int(self._spikes[:, step].sum()))
        )  # fmt: skip
