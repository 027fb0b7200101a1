"""How one whole is divided among names: the probabilities of a classifier, the kinds a generator makes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table

_ROW = 26
"""How high the row of a bar is at most, in pixels."""


def percent(share: float) -> str:
    """A share as people write it: ``98.2 %``."""
    return f"{100 * share:.1f} %"


class SharePlot(Plot):
    """One bar from 0 to 1 for each name, its share in per cent beside it. Bars in ``right`` are outlined."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("left", "bottom", "right"), grid="bottom"), parent)
        self._shares: dict[str, float] = {}
        self._beside: dict[str, float] = {}
        self._right: frozenset[str] = frozenset()
        self._bars = pg.BarGraphItem(x0=[], y=[], width=[], height=0.6, pen=None)
        self._marks = pg.BarGraphItem(x0=[], y=[], width=[], height=0.8, pen=None)
        self.chart.draw(self._bars)
        self.chart.draw(self._marks)
        self.chart.pane.invertY(True)
        self.setMinimumSize(120, 80)
        self.setAccessibleName(tr("Shares"))
        self.retranslate()

    def set_shares(
        self, shares: Mapping[str, float], right: Sequence[str] = (), beside: Mapping[str, float] | None = None
    ) -> None:
        """Show one share from 0 to 1 for each name, in this order.

        The bars of ``right`` are in the colour of what is right; ``beside`` puts a thin mark where each should end.
        """
        self._shares = {name: float(value) for name, value in shares.items()}
        self._right, self._beside = frozenset(right), dict(beside or {})
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_shares({})

    def is_empty(self) -> bool:
        """Whether there is no bar."""
        return not self._shares

    def values_table(self) -> Table:
        """Names and shares, and what each should be where that is known."""
        if self._beside:
            rows = [(name, value, self._beside.get(name, 0.0)) for name, value in self._shares.items()]
            return Table((tr("name"), tr("share"), tr("wanted")), rows)
        return Table((tr("name"), tr("share")), list(self._shares.items()))

    def summary(self) -> str:
        """Every name with its share, the largest first."""
        order = sorted(self._shares, key=lambda name: -self._shares[name])
        return ", ".join(f"{name} {percent(self._shares[name])}" for name in order[:20])

    def refresh(self) -> None:
        """Set the bars, their names at the left and their numbers at the right."""
        count, axes = len(self._shares), self.chart.axes
        axes["left"].names = tuple(self._shares)
        axes["right"].names = tuple(percent(value) for value in self._shares.values())
        most = max([1.0 if not self._beside else 0.05, *self._shares.values(), *self._beside.values()])
        self.chart.fit()
        # Few bars are not blown up to fill the height.
        self.set_range((0, most * 1.02), (0, max(count, self.chart.pane.height() / _ROW)))
        self.chart.fit()
        places = np.arange(count) + 0.5
        values = np.nan_to_num(np.array(list(self._shares.values()), dtype=float))
        brushes = [QColor(self.theme.success if name in self._right else self.theme.series[0]) for name in self._shares]
        self._bars.setOpts(x0=np.zeros(count), y=places, width=values, height=0.6, brushes=brushes, pen=None)
        wanted = np.array([self._beside.get(name, np.nan) for name in self._shares])
        there = np.isfinite(wanted)
        (left, right), _ = self.chart.pane.viewRange()
        thin = 2 * (right - left) / max(self.chart.pane.width(), 1)
        self._marks.setOpts(
            x0=wanted[there] - thin / 2, y=places[there], width=np.full(int(there.sum()), thin), height=0.86,
            brush=QColor(self.theme.text), pen=None,
        )  # fmt: skip
