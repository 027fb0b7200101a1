"""What a network gives back of what it was shown: originals over copies, and where they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtWidgets import QStackedWidget, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.language import tr
from widgets.plots.axes import short_number
from workbench.engine.events import Sample
from workbench.engine.roles import copying
from workbench.views.card import View
from workbench.views.chips import ChoiceChip
from workbench.views.examples import example_names

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot

NOW, HISTORY = "now", "history"

MOST_MOMENTS = 7
"""Of how many moments of the training the copies are shown at once."""


def lacks_copying(project: Project) -> Message | None:
    """Say what keeps a network from giving back what it is shown; None when it does."""
    if copying(plan(project.network)) is not None:
        return None
    return say(
        "Nothing to show for this network: it needs a loss that compares its output with its input, as an "
        "auto-encoder has."
    )


class ReconstructionsView(View):
    """Inputs, what they should become, what they became, and the difference; or the copies over the training."""

    name: ClassVar[str] = "reconstructions"
    title: ClassVar[str] = mark("Reconstructions")
    chinese: ClassVar[str] = "重建"
    look_for: ClassVar[str] = mark(
        "copies that keep what tells examples apart. If all look alike, the code is too narrow or not learned yet."
    )
    waiting: ClassVar[str] = mark(
        "What the network gives back of examples, below the examples themselves.\n"
        "Press Train. The copies appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.image-multiple-outline"
    probe: ClassVar[str] = "reconstructions"
    compares: ClassVar[Mapping[str, str]] = {
        "back": mark("what was given back"),
        "errors": mark("error of each example"),
    }
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        return lacks_copying(project)

    def build(self) -> QWidget:
        from widgets.plots.lines import LinesPlot
        from widgets.plots.sheet import SheetPlot

        self._mode, self._example = ChoiceChip(), ChoiceChip()
        self._example.hide()  # until there is something to choose from
        for chip in (self._example, self._mode):
            self.add_chip(chip)
            chip.chosen.connect(self.draw_again)
        self._sheet, self._lines = SheetPlot(), LinesPlot()
        self._stack = QStackedWidget()
        self._stack.setMinimumSize(200, 190)
        for picture in (self._sheet, self._lines):
            self._stack.addWidget(picture)
        return self._stack

    def plot(self) -> Plot:
        return self._sheet if self._stack.currentWidget() is self._sheet else self._lines

    def forget(self) -> None:
        self._sheet.clear()
        self._lines.clear()

    def name_parts(self) -> None:
        self._mode.set_choices({NOW: tr("now"), HISTORY: tr("over training")}, tr("What is drawn"))
        for picture in (self._sheet, self._lines):
            picture.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        back = sample.data["back"]
        pictures = back.ndim == 4
        names = example_names(sample, len(back))
        self._example.set_choices(names, tr("Which example"))
        self._example.setVisible(not pictures and len(back) > 1)
        if pictures:
            self._draw_pictures(sample, tuple(names.values()))
        else:
            self._draw_lines(sample, int(self._example.value))
        self._stack.setCurrentWidget(self._sheet if pictures else self._lines)
        self.set_figure(tr("mean square error"), short_number(float(sample.data["errors"].mean())))

    # -- inside ------------------------------------------------------------------------------------------------------

    def _draw_pictures(self, sample: Sample, heads: tuple[str, ...]) -> None:
        wanted = sample.data.get("wanted", sample.data["shown"])
        if self._mode.value == HISTORY:
            samples = [each for each in self.history.samples if each.step <= sample.step]
            places = np.unique(np.linspace(0, len(samples) - 1, MOST_MOMENTS).round().astype(int)).tolist()
            rows = [tr("wanted"), *(tr("step {step}", step=f"{samples[n].step:,}") for n in places)]
            layers = [wanted, *(samples[n].data["back"] for n in places)]
        else:
            rows, layers = [tr("shown")], [sample.data["shown"]]
            if "wanted" in sample.data:
                rows.append(tr("wanted"))
                layers.append(sample.data["wanted"])
            rows += [tr("given back"), tr("difference")]
            layers += [sample.data["back"], differing(wanted, sample.data["back"])]
        names = [f"{row} · {head}" for row in rows for head in heads]
        self._sheet.set_pictures([one for layer in layers for one in layer], names, len(heads), rows, heads)

    def _draw_lines(self, sample: Sample, place: int) -> None:
        from widgets.plots.lines import DrawnLine

        names = {"shown": tr("shown"), "wanted": tr("wanted"), "back": tr("given back")}
        found = [(key, name) for key, name in names.items() if key in sample.data]
        x = np.arange(sample.data["back"].shape[1], dtype=float)
        self._lines.set_lines(
            [DrawnLine(name, x, sample.data[key][place].astype(float), look=n) for n, (key, name) in enumerate(found)]
        )
        self._lines.set_axes(tr("position"), "")


def differing(wanted: np.ndarray, back: np.ndarray) -> np.ndarray:
    """Where pictures (n, h, w, 3) uint8 differ, as pictures of the diverging map: grey where they agree."""
    apart = back.astype(int).mean(3) - wanted.astype(int).mean(3)
    table = theme.colormap("diverging", theme.current())
    return np.asarray(table[np.clip((apart + 255) / 2, 0, 255).round().astype(np.uint8)])
