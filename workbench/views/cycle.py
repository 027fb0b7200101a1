"""Pictures carried into another world and home again, of both worlds, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.painted import journeys
from workbench.views.card import View

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class CycleView(View):
    """What sets out, what it becomes, and what comes home, for examples of either world."""

    name: ClassVar[str] = "cycle"
    title: ClassVar[str] = mark("There and back")
    chinese: ClassVar[str] = "往返循环"
    look_for: ClassVar[str] = mark(
        "what comes home and is what set out. If all pictures across look alike, the judge is pleased and the way back "
        "is lost."
    )
    waiting: ClassVar[str] = mark(
        "Pictures of two worlds, what they become in the other one, and what comes back.\n"
        "Press Train. The panel appears after the first batches."
    )
    icon: ClassVar[str] = "mdi6.sync"
    probe: ClassVar[str] = "journeys"
    compares: ClassVar[Mapping[str, str]] = {
        "across": mark("what was turned into the other kind"),
        "home": mark("what came home"),
    }
    remembered: ClassVar[int] = 60

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        if journeys(plan(project.network)):
            return None
        return say(
            "Nothing to show for this network: it needs two worlds of pictures, and for each a loss between a picture "
            "and what comes back from the other world."
        )

    def build(self) -> QWidget:
        from widgets.plots.sheet import SheetPlot

        self._sheet = SheetPlot()
        self._sheet.setMinimumSize(200, 220)
        return self._sheet

    def plot(self) -> Plot:
        return self._sheet

    def forget(self) -> None:
        self._sheet.clear()

    def name_parts(self) -> None:
        self._sheet.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        worlds = sample.labels["worlds"]
        rows: list[str] = []
        layers: list[np.ndarray] = []
        for number, own in enumerate(worlds):
            other = worlds[1 - number]
            words = (own, tr("{a} as {b}", a=own, b=other), tr("back in {a}", a=own))
            rows += words
            layers += [sample.data[f"{word}/{number}"] for word in ("start", "across", "home")]
        heads = [str(n + 1) for n in range(len(layers[0]))]
        names = [f"{row} · {head}" for row in rows for head in heads]
        self._sheet.set_pictures([one for layer in layers for one in layer], names, len(heads), rows)
        self.set_figure(tr("mean error of the way back"), short_number(float(sample.data["errors"].mean())))
