"""A sentence, or a row of numbers, on its way through a recurrent layer: one time step after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSlider, QVBoxLayout, QWidget

from graphs.message import mark, say
from widgets import theme
from widgets.controls import IconButton, Text, clear, icon
from widgets.language import tr
from widgets.plots.axes import short_number
from widgets.plots.glimpse import Glimpse
from widgets.plots.shares import SharePlot
from widgets.plots.strips import Strip, StripPlot
from workbench.walk_station import see_through

if TYPE_CHECKING:
    from workbench.engine.sentence_walk import TimeWalk

BEAT = 700
"""Milliseconds a time step is shown while it plays, at single speed."""

NAMES = {
    "f": mark("forget gate f"),
    "i": mark("input gate i"),
    "o": mark("output gate o"),
    "r": mark("reset gate r"),
    "z": mark("update gate z"),
    "g": mark("candidate g"),
    "n": mark("candidate n"),
    "c": mark("memory c"),
    "h": mark("state h"),
}
GATES = ("f", "i", "o", "r", "z")


class TimePage(QScrollArea):
    """Plays through the time steps of one recurrent layer; `set_walks` gives it the layers of a station."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._walks: tuple[TimeWalk, ...] = ()
        self._place = 0
        self.number = 0
        """Which step is shown, in the order they are computed."""
        self.speed = 1.0
        self.truth = ""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.GAP_LARGE, theme.GAP_SMALL, theme.GAP_LARGE, theme.GAP_LARGE)
        column.setSpacing(theme.GAP_SMALL)
        self.setWidget(inside)
        see_through(self)
        self.hint = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.back, self.on = IconButton("mdi6.chevron-left", "text", 18), IconButton("mdi6.chevron-right", "text", 18)
        self.play = IconButton("mdi6.play", "text", 18)
        self.other = IconButton("mdi6.swap-horizontal", "text", 18)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(1)
        bar = QHBoxLayout()
        for widget in (self.back, self.play, self.on):
            bar.addWidget(widget)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self.other)
        self.word = Text(size=theme.TEXT_TITLE, weight=600, wrap=True)
        self.layer = Text(role="muted", size=theme.TEXT_SECONDARY)
        self.strips = StripPlot()
        self.strips.setMinimumHeight(190)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.GAP_TINY)
        self._said = Text(wrap=True)
        self._answer_name = Text(size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD)
        self.answers = SharePlot()
        self.answers.setMinimumHeight(60)
        column.addWidget(self.hint)
        column.addLayout(bar)
        column.addWidget(self.layer)
        column.addWidget(self.word)
        column.addWidget(self.strips)
        column.addWidget(self._said)
        column.addWidget(self._answer_name)
        column.addWidget(self.answers)
        column.addLayout(self._grid)
        column.addStretch(1)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._play_on)
        self.back.clicked.connect(lambda: self.go(self.number - 1))
        self.on.clicked.connect(lambda: self.go(self.number + 1))
        self.play.clicked.connect(self.toggle)
        self.other.clicked.connect(self._next_layer)
        self.slider.valueChanged.connect(self.go)
        self.strips.stepChosen.connect(self._chosen)
        self.retranslate()

    # ------------------------------------------------------------------ what is walked through

    @property
    def walk(self) -> TimeWalk | None:
        """The layer that is shown."""
        return self._walks[self._place] if self._place < len(self._walks) else None

    def set_walks(self, walks: tuple[TimeWalk, ...], truth: str) -> None:
        """Walk through other layers, or another example; ``truth`` is what is right, where that is a class."""
        if walks is self._walks:
            return
        self._walks, self.truth = walks, truth
        self._place = min(self._place, max(len(walks) - 1, 0))
        self.other.setVisible(len(walks) > 1)
        self._show_layer()

    @Slot()
    def _next_layer(self) -> None:
        self._place = (self._place + 1) % max(len(self._walks), 1)
        self._show_layer()

    def _show_layer(self) -> None:
        walk = self.walk
        if walk is None:
            self.strips.clear()
            return
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, walk.steps - 1)
        shown = []
        for name, values in walk.parts.items():
            end = max(float(np.abs(values).max()), 1e-6)
            is_gate = name in GATES
            limits = (0.0, 1.0) if is_gate else (-end, end)
            shown.append(Strip(name, values.T, "sequential" if is_gate else "diverging", limits))
        self.strips.set_strips(tuple(shown), tuple(walk.words), walk.curve if not walk.words else None)
        self.go(min(self.number, walk.steps - 1))

    # ------------------------------------------------------------------ going

    @property
    def playing(self) -> bool:
        """Whether it plays."""
        return self._clock.isActive()

    @Slot()
    def toggle(self) -> None:
        """Play from here, from the start where the end is shown; or rest."""
        walk = self.walk
        if self.playing or walk is None:
            self.rest()
            return
        if self.number >= walk.steps - 1:
            self.go(0)
        self._clock.start(round(BEAT / self.speed))
        self._name_play()

    def rest(self) -> None:
        """Play no further."""
        self._clock.stop()
        self._name_play()

    @Slot()
    def _play_on(self) -> None:
        walk = self.walk
        if walk is None or self.number >= walk.steps - 1:
            self.rest()
        else:
            self.go(self.number + 1)

    @Slot(int)
    def _chosen(self, time: int) -> None:
        walk = self.walk
        if walk is not None:
            self.go(walk.order(time))

    @Slot(int)
    def go(self, number: int) -> None:
        """Show a time step, by its place in the order they are computed."""
        walk = self.walk
        if walk is None:
            return
        self.number = min(max(number, 0), walk.steps - 1)
        with QSignalBlocker(self.slider):
            self.slider.setValue(self.number)
        self._draw(walk, walk.order(self.number))

    # ------------------------------------------------------------------ drawing

    def _draw(self, walk: TimeWalk, time: int) -> None:
        self.strips.choose(time)
        what = tr("“{word}”", word=walk.words[time]) if walk.words else ""
        if not walk.words and walk.curve is not None:
            what = short_number(float(walk.curve[time]))
        place = tr("step {n} of {all}", n=time + 1, all=walk.steps)
        self.word.setText(f"{place}: {what}" if what else place)
        kind = tr("{name}, layer {n}", name=walk.name, n=walk.layer + 1)
        self.layer.setText(tr("{kind}, read backwards", kind=kind) if walk.backwards else kind)
        clear(self._grid)
        cells = [(tr(say(NAMES[name])) if name in NAMES else name, values[time], name in GATES)
                 for name, values in walk.parts.items() if name not in ("c", "h")]  # fmt: skip
        both = walk.kept_and_added(time)
        self._said.setVisible(both is not None)
        if both is not None:
            kept, added = both
            memory = "c" in walk.parts
            cells.append((tr("kept: f ⊙ c") if memory else tr("kept of h"), kept, False))
            cells.append((tr("added: i ⊙ g") if memory else tr("added to h"), added, False))
            of = walk.before("c" if memory else "h", time)
            size, left, new = (float(np.abs(one).sum()) for one in (of, kept, added))
            self._said.setText(
                tr("{share} of the memory is kept; {new} of what is now there is new.",
                   share=_percent(left, size), new=_percent(new, left + new))
            )  # fmt: skip
        cells += [(tr(say(NAMES[name])), walk.parts[name][time], False) for name in ("c", "h") if name in walk.parts]
        for number, (title, values, gate) in enumerate(cells):
            self._grid.addWidget(_TimeCell(title, values, gate), number // 2, number % 2)
        answers = walk.answers[time] if walk.answers else ()
        self._answer_name.setVisible(bool(answers))
        self.answers.setVisible(bool(answers))
        if answers:
            self._answer_name.setText(tr("What the network answers here"))
            self.answers.setMinimumHeight(30 + 22 * len(answers))
            right = (self.truth,) if self.truth in dict(answers) else ()
            self.answers.set_shares({tr(say(name)): share for name, share in answers}, tuple(tr(say(r)) for r in right))
        self.setAccessibleDescription(self.word.full_text)

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setAccessibleName(tr("Step by step through time"))
        self.hint.setText(
            tr("Each step reads a token or a number, opens its gates, forgets some of the memory and adds to it.")
        )
        self.back.set_words(tr("One time step back"))
        self.on.set_words(tr("One time step on"))
        self.other.set_words(tr("The next recurrent layer or direction"))
        self.slider.setAccessibleName(tr("Time steps"))
        self.slider.setToolTip(tr("Time steps"))
        self.strips.setAccessibleName(tr("Gates and memory over time"))
        self.answers.setAccessibleName(tr("What the network answers here"))
        self._name_play()
        if self.walk is not None:
            self.go(self.number)

    def _name_play(self) -> None:
        self.play.setIcon(icon("mdi6.pause" if self.playing else "mdi6.play", "text"))
        self.play.set_words(tr("Rest here") if self.playing else tr("Play through time"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow language and theme."""
        super().changeEvent(event)
        if not hasattr(self, "_clock"):
            return
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self._name_play()


class _TimeCell(QWidget):
    """One part of the cell at this step: its name and its numbers as bars; of a gate, how far it is open."""

    def __init__(self, title: str, values: np.ndarray, gate: bool):
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.addWidget(Text(title, size=theme.TEXT_SECONDARY, weight=theme.SEMIBOLD))
        head.addStretch(1)
        if gate:
            head.addWidget(Text(tr("{share} open", share=_percent(float(values.mean()), 1.0)), role="muted",
                                size=theme.TEXT_HINT))  # fmt: skip
        column.addLayout(head)
        picture = Glimpse()
        picture.setAccessibleName(title)
        picture.set_values(values, limits=(0.0, 1.0) if gate else None)
        column.addWidget(picture)


def _percent(part: float, whole: float) -> str:
    return f"{100 * part / whole:.0f} %" if whole > 1e-12 else "–"
