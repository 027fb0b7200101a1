"""The tree of a beam search: every text that was thought of, a token a column, the kept ones joined and in colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from widgets import theme as look
from widgets.language import tr
from widgets.plots.chart import Chart
from widgets.plots.plot import Plot, Table

COLUMNS = 14
"""How many tokens of the tree are drawn."""


@dataclass(frozen=True)
class BeamTwig:
    """A token of the tree: the place of the one before in the list, its column, its text, the sum of log-probabilities
    so far, whether it was kept, and whether it is part of the best text.
    """

    parent: int
    step: int
    text: str
    total: float
    kept: bool
    best: bool


class BeamTree(Plot):
    """Tokens from left to right; the likelier a text so far, the higher it stands in its column."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(Chart(("bottom",), grid=""), parent, zoom=True)
        self._twigs: tuple[BeamTwig, ...] = ()
        self._lines = {kind: pg.PlotDataItem(connect="pairs") for kind in ("left", "kept", "best")}
        for item in self._lines.values():
            self.chart.draw(item)
        self._words: list[pg.TextItem] = []
        self.setMinimumSize(200, 140)
        self.setAccessibleName(tr("Tree of the beam search"))
        self.retranslate()

    def set_twigs(self, twigs: Sequence[BeamTwig]) -> None:
        """Show a tree; the first twig is its root, and each other names an earlier one as its parent.

        Raises ValueError when one does not.
        """
        if any(not 0 <= twig.parent < place for place, twig in enumerate(twigs) if place):
            raise ValueError("Each twig of a tree hangs on one that comes before it.")
        self._twigs = tuple(twigs)
        self.setAccessibleDescription("" if self.is_empty() else self.summary())
        self.changed()

    def clear(self) -> None:
        """Show nothing."""
        self.set_twigs(())

    def is_empty(self) -> bool:
        """Whether there is nothing but a root."""
        return len(self._twigs) < 2

    def values_table(self) -> Table:
        """Every twig, in the order in which it was thought of."""
        rows = [(twig.step, twig.text, twig.total, twig.parent, int(twig.kept)) for twig in self._twigs]
        return Table((tr("step"), tr("token"), tr("log-probability"), tr("hangs on"), tr("kept")), rows)

    def summary(self) -> str:
        """How large it is, and how the best text goes."""
        best = " ".join(twig.text for twig in self._twigs[1:] if twig.best)
        return tr("{count} tokens were thought of; the best text: {text}", count=len(self._twigs) - 1, text=best)

    def places(self) -> np.ndarray:
        """Where each twig stands, (n, 2): its column, and its rank in it from 0 down."""
        ranks = np.zeros((len(self._twigs), 2))
        for step in {twig.step for twig in self._twigs}:
            column = [place for place, twig in enumerate(self._twigs) if twig.step == step]
            column.sort(key=lambda place: -self._twigs[place].total)
            for rank, place in enumerate(column):
                ranks[place] = step, -rank
        return ranks

    def refresh(self) -> None:
        """Draw the first columns of the tree."""
        theme = self.theme
        shown = [place for place, twig in enumerate(self._twigs) if twig.step <= COLUMNS]
        places = self.places()
        for kind, item in self._lines.items():
            ends = [end for place in shown if place and self._kind(place) == kind
                    for end in (places[self._twigs[place].parent], places[place])]  # fmt: skip
            table = np.array(ends).reshape(-1, 2)
            item.setData(table[:, 0], table[:, 1])
            colour = theme.line if kind == "left" else self._colour(kind)
            item.setPen(pg.mkPen(QColor(colour), width=2 if kind == "best" else 1))
        while len(self._words) < len(shown):
            self._words.append(pg.TextItem(anchor=(0.5, 0.5)))
            self.chart.draw(self._words[-1])
        for item, place in zip(self._words, shown, strict=False):
            twig = self._twigs[place]
            item.setText(
                twig.text if twig.text.strip() else repr(twig.text)[1:-1] or "·", self._colour(self._kind(place))
            )
            item.fill = pg.mkBrush(theme.raised)
            item.setFont(look.number_font(look.sized(look.TEXT_SECONDARY)))
            item.setPos(*places[place])
            item.show()
        for item in self._words[len(shown) :]:
            item.hide()
        low = float(places[shown, 1].min()) if shown else -1.0
        self.chart.axes["bottom"].set_title(tr("token"))
        if self.following[0]:
            self.chart.pane.setXRange(
                -0.6, max((self._twigs[place].step for place in shown), default=1) + 0.6, padding=0
            )
        if self.following[1]:
            self.chart.pane.setYRange(low - 0.6, 0.6, padding=0)

    def _kind(self, place: int) -> str:
        twig = self._twigs[place]
        return "best" if twig.best else "kept" if twig.kept else "left"

    def _colour(self, kind: str) -> str:
        theme = self.theme
        return {"best": theme.accent, "kept": theme.text, "left": theme.muted}[kind]
