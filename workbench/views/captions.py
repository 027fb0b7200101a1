"""A sentence about a picture, word by word, with the picture lit where the network looked for each word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from graphs.message import Message, mark, say
from graphs.planning import plan
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.engine.events import Sample
from workbench.engine.inside import has_attention
from workbench.engine.roles import writing_about
from workbench.views.card import View
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from graphs.project import Project
    from widgets.plots.plot import Plot


class CaptionsView(View):
    """One picture several times over, one for each word that was written about it."""

    name: ClassVar[str] = "captions"
    title: ClassVar[str] = mark("Captions")
    chinese: ClassVar[str] = "图像描述"
    look_for: ClassVar[str] = mark(
        "the light moving to the thing whose word is written. Words like “a” need no look and spread it out."
    )
    waiting: ClassVar[str] = mark(
        "What is written about a picture, and where the network looks for each word.\n"
        "Press Train. The words appear after the first batches."
    )
    icon: ClassVar[str] = "mdi6.image-text"
    probe: ClassVar[str] = "captions"
    compares: ClassVar[Mapping[str, str]] = {"looked": mark("where it looks"), "sure": mark("how sure it is")}
    remembered: ClassVar[int] = 120

    @classmethod
    def fits(cls, project: Project) -> Message | None:
        meaning = plan(project.network)
        if writing_about(meaning) is not None and has_attention(meaning):
            return None
        return say(
            "Nothing to show for this network: it needs a decoder that writes words about a picture and looks at its "
            "places by attention."
        )

    def build(self) -> QWidget:
        from widgets.plots.overlay import OverlayPlot

        self._example = ChoiceChip()
        self._example.chosen.connect(self.draw_again)
        self.add_chip(self._example)
        self._over = OverlayPlot(named=True)
        self._over.tileChosen.connect(self._chosen)
        self._words = Text(role="muted", size=theme.TEXT_SECONDARY, elide=True)
        inside = QWidget()
        inside.setMinimumSize(200, 190)
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP, 0, theme.CARD_PADDING, 0)
        column.setSpacing(theme.GAP_TINY)
        column.addWidget(self._over, 1)
        column.addWidget(self._words)
        return inside

    def plot(self) -> Plot:
        return self._over

    def forget(self) -> None:
        self._over.clear()
        self._words.setText("")

    def name_parts(self) -> None:
        self._over.setAccessibleName(tr(self.title))

    def draw(self) -> None:
        sample = self.history.latest
        if sample is not None:
            self.show_sample(sample)

    def show_sample(self, sample: Sample) -> None:
        """Draw one sample: the newest, or one further back."""
        wanted, rows = sample.labels["wanted"], sample.data["examples"].tolist()
        self._example.set_choices(
            {str(n): tr("#{row} · {truth}", row=rows[n], truth=wanted[n]) for n in range(len(wanted))},
            tr("Which example"),
        )
        place = int(self._example.value)
        looked, length = sample.data["looked"][place], max(int(sample.data["lengths"][place]), 1)
        words = sample.labels["words"][place * len(looked) : place * len(looked) + length]
        self._over.set_layers(sample.data["image"][place], looked[:length], words)
        written = [
            " ".join(sample.labels["words"][n * len(looked) : n * len(looked) + int(end)])
            for n, end in enumerate(sample.data["lengths"].tolist())
        ]
        self._words.setText(tr("written: {said} · true: {wanted}", said=written[place], wanted=wanted[place]))
        right = sum(one == other for one, other in zip(written, wanted, strict=True))
        self.set_figure(tr("whole captions right"), tr("{n} of {all}", n=right, all=len(wanted)))

    @Slot(int)
    def _chosen(self, place: int) -> None:
        sample = self.history.latest
        if sample is None:
            return
        one = int(self._example.value)
        sure, looked = float(sample.data["sure"][one, place]), sample.data["looked"][one, place]
        self._words.setText(
            tr("“{word}”: held for {share} % likely; most of the look lies on {most} % of the places",
               word=sample.labels["words"][one * len(sample.data["looked"][one]) + place], share=f"{100 * sure:.0f}",
               most=f"{100 * float((looked > looked.max() / 2).mean()):.0f}")
        )  # fmt: skip
