"""The difference of two runs in any measurement: one picture that serves all views that do not draw it themselves."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import say
from widgets import theme
from widgets.controls import IconButton, Text
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.heatmap import HeatMap
from widgets.plots.mosaic import MosaicPlot
from workbench.engine.differing import tiles
from workbench.engine.events import Array, Sample
from workbench.views.chips import ChoiceChip

MOST = 64
"""So many pictures are shown at most."""


class DifferenceCard(QWidget):
    """Signed differences, blue below and orange above zero, of one measurement at a time."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._found: Mapping[str, Array] = {}
        self._words: Mapping[str, str] = {}
        self._sample: Sample | None = None
        self.which = ChoiceChip()
        self.which.chosen.connect(self._show)
        self.said = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.many, self.single = MosaicPlot(choose=False), HeatMap()
        self._stack = QStackedWidget()
        for picture in (self.many, self.single):
            self._stack.addWidget(picture)
        self.save = IconButton("mdi6.content-save-outline")
        self.save.clicked.connect(self._save)
        head = QHBoxLayout()
        head.addWidget(self.which)
        head.addWidget(self.said, 1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def set_differences(self, found: Mapping[str, Array], words: Mapping[str, str], sample: Sample) -> None:
        """Show differences by the names of their arrays; ``words`` say what those are, ``sample`` names the nodes."""
        self._found, self._words, self._sample = found, words, sample
        nodes = sample.labels.get("nodes", ())
        names = {}
        for key in found:
            name, _, place = key.partition("/")
            text = tr(say(words[name]))
            if place.isdigit() and int(place) < len(nodes) and len(nodes) > 1:
                text = f"{text} · {nodes[int(place)]}"
            elif place:
                text = f"{text} · {int(place) + 1 if place.isdigit() else place}"
            names[key] = text
        self.which.set_choices(names, tr("Which measurement"))
        self.which.setVisible(len(names) > 1)
        self.save.set_words(tr("Save the picture or the values…"))
        self._show()

    @property
    def shown(self) -> Array | None:
        """The differences that are shown."""
        return self._found.get(self.which.value)

    @Slot()
    def _save(self) -> None:
        from workbench.views.saving import save_plot

        shown = self._stack.currentWidget()
        save_plot(self.many if shown is self.many else self.single, self, tr("difference"), "difference")

    @Slot(str)
    def _show(self, key: str = "") -> None:
        values = self.shown
        if values is None:
            return
        pictures = tiles(np.where(np.isfinite(values), values, np.nan))[:MOST]
        finite = values[np.isfinite(values)]
        end = float(np.abs(finite).max()) if len(finite) else 0.0
        limits = np.tile([-end or -1.0, end or 1.0], (len(pictures), 1))
        if len(pictures) > 1:
            self.many.set_tiles(pictures, limits, tuple(str(n + 1) for n in range(len(pictures))), "diverging")
            self._stack.setCurrentWidget(self.many)
        else:
            self.single.set_values(pictures[0], colormap="diverging", limits=(-end or -1.0, end or 1.0))
            self._stack.setCurrentWidget(self.single)
        if end == 0:
            self.said.setText(tr("Both runs are equal here, to the last digit."))
        else:
            self.said.setText(
                tr(
                    "Differences from −{end} (blue) to {end} (orange), {mean} on average.",
                    end=short_number(end),
                    mean=short_number(float(np.abs(finite).mean())),
                )
            )
