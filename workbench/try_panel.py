"""Try the network: give it something of your own, drawn, typed or from a file, and read what it says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from graphs.message import mark
from widgets import theme
from widgets.controls import Button, Text
from widgets.language import tr
from workbench.given import Giver, giver_for
from workbench.inquiry import ExampleChooser, Inquiry, Question, Refused
from workbench.views.chips import Chip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from widgets.plots.sheet import PictureFrame
    from workbench.engine.asking import Asked, Patience

BARS = 118
"""How high the bars of the answers are at least, in logical pixels."""

SHEET = 100
"""How high what it sees is at least, in logical pixels."""

SURE = 0.5
"""Boxes the detector is less sure of than this are not shown."""


class TryIt(Inquiry):
    """The panel in which a person asks the network about something that is not among its data."""

    name: ClassVar[str] = "try"
    title: ClassVar[str] = mark("Try it")
    look_for: ClassVar[str] = mark(
        "what it does with things it has never seen: draw a crooked digit, write half a sentence, take a picture of "
        "your own."
    )

    def build(self) -> QWidget:
        """What is given above, what the network says below."""
        from widgets.plots.shares import SharePlot
        from widgets.plots.sheet import SheetPlot

        self.example = ExampleChooser(self)
        self.example.number.valueChanged.connect(self._take_example)
        self.example.part.chosen.connect(self._take_example)
        self.placed = Chip(on=True)
        self.placed.toggled.connect(self.ask_again)
        self.wipe, self.file = Button(icon_name="mdi6.eraser"), Button(icon_name="mdi6.folder-open-outline")
        self.wipe.clicked.connect(self._wipe)
        self.file.clicked.connect(self._ask_file)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GAP_TINY)
        for button in (self.wipe, self.file, self.placed):
            buttons.addWidget(button)
        buttons.addStretch(1)
        self.givers: list[Giver] = []
        self._raw: dict[str, Any] = {}
        self._given = QVBoxLayout()
        self._given.setSpacing(theme.GAP_SMALL)
        self.sheet, self.shares = SheetPlot(), SharePlot()
        self.shares.setMinimumHeight(BARS)
        self.sheet.setMinimumHeight(SHEET)
        self.words = Text(wrap=True)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(self._given, 3)
        column.addLayout(buttons)
        column.addWidget(self.words)
        column.addWidget(self.sheet, 2)
        column.addWidget(self.shares, 1)
        return body

    # ------------------------------------------------------------------ asking

    def question(self) -> Question | Refused | None:
        """What was given so far; what was not is taken from the chosen example."""
        raw, part, row = dict(self._raw), self.example.part.value, self.example.row
        placed = self.placed.isChecked()
        return lambda asked, patience: _asked(asked, raw, part, row, placed, patience)

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show what was given as the network saw it, and what it says."""
        self.example.offer(asked)
        self._offer(answer["wishes"])
        for giver in self.givers:
            if giver.wish.name not in self._raw:
                giver.show_example(answer["shown"][giver.wish.name])
            giver.say_strange(answer["strange"].get(giver.wish.name, ()))
        reply = answer["reply"]
        best = next(iter(reply.shares), "")
        self.shares.setVisible(bool(reply.shares))
        self.shares.set_shares({tr(name): share for name, share in reply.shares.items()})
        if best:
            self.said.setText(
                tr("It says {answer}: {share}", answer=tr(best), share=f"{100 * reply.shares[best]:.1f} %")
            )
        elif reply.boxes is not None:
            found = int((reply.scores >= SURE).sum())
            self.said.setText(tr("It finds {count}", count=found))
        elif reply.numbers:
            self.said.setText(tr("It says {answer}", answer=_numbers(reply)))
        else:
            self.said.setText("")
        self.words.setText("  ".join(f"{word} {tr(tag)}" for word, tag in reply.tags))
        self.words.setVisible(bool(reply.tags))
        self._show_pictures(reply)

    def _show_pictures(self, reply: Any) -> None:
        from widgets.plots.sheet import FOUND
        from workbench.views.predictions import framed, laid_over, rgb

        pictures: list[np.ndarray] = []
        names: list[str] = []
        frames: list[list[PictureFrame]] = []
        if reply.picture is not None:
            pictures.append(reply.picture)
            names.append(tr("what it sees"))
            frames.append([])
        if reply.boxes is not None and reply.picture is not None:
            height, width = reply.picture.shape[:2]
            sure = [place for place in range(len(reply.boxes)) if reply.scores[place] >= SURE]
            frames[0] = [
                frame
                for place in sure
                for frame in framed(reply.boxes[place : place + 1], FOUND, width, height,
                                    f"{tr(reply.kinds[place])} {100 * float(reply.scores[place]):.0f} %")
            ]  # fmt: skip
        if reply.classes is not None and reply.picture is not None and reply.picture.shape[:2] == reply.classes.shape:
            series = [theme.current().series[n % len(theme.current().series)] for n in range(8)]
            colours = np.array([rgb(colour) for colour in series], dtype=float)
            pictures.append(laid_over(reply.picture[None], reply.classes[None], colours)[0])
            names.append(tr("what it says"))
            frames.append([])
        if reply.drawn is not None:
            drawn = reply.drawn
            if not pictures or drawn.shape == pictures[0].shape:
                pictures.append(drawn)
                names.append(tr("what it draws"))
                frames.append([])
        self.sheet.setVisible(bool(pictures))
        self.sheet.set_pictures(pictures, names, len(pictures) or None, heads=names, outlines=frames)

    def _offer(self, wishes: tuple[Any, ...]) -> None:
        """Make what each thing is given with; it stays while the network is the same."""
        if [giver.wish for giver in self.givers] == list(wishes):
            return
        self._drop_givers()
        for wish in wishes:
            giver = giver_for(wish)
            giver.given.connect(self._take)
            self.givers.append(giver)
            self._given.addWidget(giver)
            giver.retranslate(len(wishes) > 1)
        self.wipe.setVisible(any(giver.wipes for giver in self.givers))
        self.placed.setVisible(any(wish.grey for wish in wishes))

    def _drop_givers(self) -> None:
        for giver in self.givers:
            self._given.removeWidget(giver)
            giver.hide()
            giver.deleteLater()
        self.givers = []
        self._raw = {}

    @Slot()
    def _take(self) -> None:
        """A person has given something."""
        for giver in self.givers:
            if giver.touched:
                self._raw[giver.wish.name] = giver.value()
        self.ask_again()

    @Slot()
    def _take_example(self) -> None:
        """An example of the data takes the place of what was given."""
        self._raw = {}
        for giver in self.givers:
            giver.touched = False
        self.ask_again()

    @Slot()
    def _wipe(self) -> None:
        for giver in self.givers:
            giver.wipe()

    @Slot()
    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(self, tr("Give it a file"))
        if path:
            self.give_file(Path(path))

    def give_file(self, path: Path) -> None:
        """Give the first thing the network wants, or the one whose editor has the keyboard, from a file."""
        if not self.givers:
            return
        chosen = next(
            (giver for giver in self.givers if giver.isAncestorOf(self.focusWidget() or self)), self.givers[0]
        )
        chosen.touched = False
        self._raw[chosen.wish.name] = path
        self.ask_again()

    def forget(self) -> None:
        """Show nothing."""
        if not hasattr(self, "words"):
            return
        self._drop_givers()
        self.sheet.clear()
        self.shares.clear()
        self.words.setText("")

    def plot(self) -> Plot:
        """The picture that is saved: the bars, or what it draws."""
        return self.shares if self.shares.isVisibleTo(self) else self.sheet

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        super().retranslate()
        self.example.retranslate()
        self.wipe.setText(tr("Wipe"))
        self.wipe.setToolTip(tr("An empty board"))
        self.file.setText(tr("From a file…"))
        self.file.setToolTip(tr("A picture, a sound (WAV), a text, or numbers (CSV, NumPy), as the network takes it"))
        self.placed.set_words(
            tr("placed as in the data"),
            tr("Move and size what is drawn as the examples are, which the network has learned from"),
        )
        self.sheet.setAccessibleName(tr("What it sees and says"))
        self.shares.setAccessibleName(tr("Output probabilities"))
        for giver in self.givers:
            giver.retranslate(len(self.givers) > 1)


def _numbers(reply: Any) -> str:
    unit = f" {tr(reply.unit)}" if reply.unit else ""
    if len(reply.numbers) == 1:
        return f"{next(iter(reply.numbers.values())):.4g}{unit}"
    return ", ".join(f"{value:.4g}" for value in reply.numbers.values()) + unit


def _asked(asked: Asked, raw: dict[str, Any], part: str, row: int, placed: bool, patience: Patience) -> dict[str, Any]:
    """Bring what was given into form and ask, in the thread."""
    from workbench.engine.trying import Given, Trial

    trial = Trial(asked)
    part = part if part and asked.count(part) else asked.parts()[0]
    inputs = trial.example(part, row)
    strange: dict[str, tuple[str, ...]] = {}
    for wish in trial.wishes:
        patience.go_on()
        given = raw.get(wish.name)
        if isinstance(given, Path):
            inputs[wish.name] = trial.from_file(wish, given)
        elif given is None:
            continue
        elif wish.way is Given.TEXT:
            inputs[wish.name], strange[wish.name] = trial.from_text(wish, given)
        elif wish.way is Given.PICTURE:
            inputs[wish.name] = trial.from_ink(wish, given, placed)
        else:
            inputs[wish.name] = trial.from_numbers(wish, given)
    shown: dict[str, Any] = {}
    for wish in trial.wishes:
        value = inputs[wish.name]
        if wish.way is Given.TEXT:
            shown[wish.name] = trial.text(wish, value)
        elif wish.way is Given.PICTURE:
            shown[wish.name] = trial.ink(wish, value) if wish.grey else None
        else:
            shown[wish.name] = trial.shown(wish.name, value)
    return {"wishes": trial.wishes, "reply": trial.reply(inputs), "shown": shown, "strange": strange}
