"""Attacks: a step along the sign of the gradient, one pixel, and how far an answer holds under noise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from graphs.message import mark, say
from widgets import theme
from widgets.controls import Button
from widgets.language import tr
from workbench.inquiry import ExampleChooser, Inquiry, Question, Refused, Strength
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.engine.asking import Asked, Patience

SIGN, PIXEL, VOTES = "sign", "pixel", "votes"
MOST_BARS = 6
"""How many answers are shown with their probabilities."""

BARS = 140
"""How high the bars and the curve are at least, in logical pixels."""

LOOK_FOR = {
    SIGN: mark(
        "how small a step turns the answer over while you see no difference. It shows that the network is misled, and "
        "not that a person would be; a stronger attack may need less."
    ),
    PIXEL: mark(
        "whether one pixel is enough. Only answers are used, no gradient: chance proposes, and what works is kept. "
        "That nothing was found proves nothing."
    ),
    VOTES: mark(
        "a class that keeps most votes under strong noise: within the radius no change whatever turns the vote over. "
        "The certificate is for the vote, not for the network alone."
    ),
}


class Attacks(Inquiry):
    """The panel of the attacks."""

    name: ClassVar[str] = "attacks"
    title: ClassVar[str] = mark("Attacks")
    look_for: ClassVar[str] = LOOK_FOR[SIGN]

    def build(self) -> QWidget:
        """The chips, the pictures before and after, the probabilities, and the curve."""
        from widgets.plots.lines import LinesPlot
        from widgets.plots.shares import SharePlot
        from widgets.plots.sheet import SheetPlot

        self.mode = ChoiceChip()
        self.chips.addWidget(self.mode)
        self.mode.chosen.connect(self._turn)
        self.example = ExampleChooser(self)
        self.epsilon, self.sigma = Strength("ε", 0.3, 0.05, 60), Strength("σ", 1.0, 0.25, 40)
        self.search = Button(icon_name="mdi6.magnify")
        self.search.clicked.connect(self._search)
        self._searching = False
        second = QHBoxLayout()
        for widget in (self.epsilon, self.sigma, self.search):
            second.addWidget(widget)
        for strength in (self.epsilon, self.sigma):
            strength.slider.valueChanged.connect(self.ask_again)
        self.sheet, self.shares, self.votes, self.curve = SheetPlot(), SharePlot(), SharePlot(), LinesPlot()
        self.shares.setMinimumHeight(BARS)
        self.curve.setMinimumHeight(BARS)
        step = QWidget()
        column = QVBoxLayout(step)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 3)
        column.addWidget(self.shares, 2)
        column.addWidget(self.curve, 2)
        self.pages = QStackedWidget()
        self.pages.addWidget(step)
        self.pages.addWidget(self.votes)
        self._curve: tuple[object, Any] | None = None
        body = QWidget()
        whole = QVBoxLayout(body)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.GAP_SMALL)
        whole.addLayout(second)
        whole.addWidget(self.pages, 1)
        return body

    @Slot()
    def _turn(self) -> None:
        mode = self.mode.value
        self.epsilon.setVisible(mode == SIGN)
        self.sigma.setVisible(mode == VOTES)
        self.search.setVisible(mode == PIXEL)
        self.curve.setVisible(mode == SIGN)
        self.pages.setCurrentIndex(1 if mode == VOTES else 0)
        self.say_look_for(LOOK_FOR[mode])
        self.said.setText("")
        self.forget()
        self.ask_again()

    @Slot()
    def _search(self) -> None:
        self._searching = True
        self.ask_again()

    # ------------------------------------------------------------------ asking

    def question(self) -> Question | Refused | None:
        """What the chosen attack asks; the search for a pixel begins when its button is pressed."""
        mode, part, row, inputs = self.mode.value, self.example.part.value, self.example.row, self.example.inputs
        epsilon, sigma, curve = self.epsilon.value, self.sigma.value, self._curve
        searching, self._searching = self._searching, False
        return lambda asked, patience: _attacked(
            asked, mode, inputs(asked, part, row), part, epsilon, sigma, curve, searching, patience
        )

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show what came of the attack."""
        if answer["mode"] != self.mode.value:
            return
        self.example.offer(asked)
        names = [tr(name) for name in asked.question().names]
        if answer["mode"] == VOTES:
            self._show_votes(answer["found"], names, answer["unit"])
            return
        if answer["curve"] is not None:
            self._curve = answer["curve"]
            self._show_curve(answer["curve"][1], answer["pictures"])
        self._show_misled(answer, names)

    def _show_misled(self, answer: Any, names: list[str]) -> None:
        from widgets.plots.sheet import PictureFrame

        found, pixel = answer["found"], answer["pixel"]
        before, after = (names[int(shares.argmax())] for shares in (found.shares_before, found.shares_after))
        true = names[found.right]
        if self.mode.value == PIXEL and pixel is None:
            self.said.setText(
                tr("It says {before}; true is {true}. Search looks for one pixel that turns this over.",
                   before=before, true=true)
            )  # fmt: skip
        elif pixel is not None:
            row, column = pixel.place
            words = (
                tr("Pixel ({row}, {column}) turns {before} into {after}, found after {n} rounds and {asked} questions.",
                   row=row, column=column, before=before, after=after, n=pixel.generations, asked=f"{pixel.asked:,}")
                if found.succeeded
                else tr("No pixel was found in {n} rounds and {asked} questions. The best one is ({row}, {column}).",
                        n=pixel.generations, asked=f"{pixel.asked:,}", row=row, column=column)
            )  # fmt: skip
            self.said.setText(words)
        elif found.succeeded:
            self.said.setText(
                tr("ε = {strength} turns {before} into {after}; true is {true}.",
                   strength=f"{found.strength:.3g}", before=before, after=after, true=true)
            )  # fmt: skip
        else:
            self.said.setText(
                tr("At ε = {strength} it still says {before}; true is {true}.",
                   strength=f"{found.strength:.3g}", before=before, true=true)
            )  # fmt: skip
        order = np.argsort(-np.maximum(found.shares_before, found.shares_after), kind="stable")[:MOST_BARS].tolist()
        self.shares.set_shares(
            {names[place]: float(found.shares_after[place]) for place in order},
            [true],
            {names[place]: float(found.shares_before[place]) for place in order},
        )
        if answer["pictures"] is None:
            self.sheet.hide()
            return
        self.sheet.show()
        frames: list[PictureFrame] = []
        if pixel is not None:
            row, column = pixel.place
            frames = [PictureFrame((column - 0.5, row - 0.5, column + 1.5, row + 1.5))]
        heads = [tr("before"), tr("the change, enlarged"), tr("after")]
        self.sheet.set_pictures(answer["pictures"], heads, 3, heads=heads, outlines=([], frames, frames))

    def _show_curve(self, curve: Any, pictures: Any) -> None:
        from widgets.plots.lines import DrawnLine

        strengths, shares, count = curve
        self.curve.set_axes(
            say("ε, in shares of the range") if pictures is not None else say("ε, in standard deviations"),
            say("accuracy"),
        )
        name = tr("accuracy of {n} examples", n=count)
        self.curve.set_lines([DrawnLine(name, strengths, shares)], (0.0, float(strengths[-1])), (0.0, 1.0))
        self.curve.set_mark(self.epsilon.value)

    def _show_votes(self, found: Any, names: list[str], unit: float) -> None:
        count = int(found.votes.sum())
        shares = found.votes / max(count, 1)
        order = np.argsort(-shares, kind="stable")[:MOST_BARS].tolist()
        self.votes.set_shares({names[place]: float(shares[place]) for place in order}, [names[found.right]])
        if found.abstains:
            self.said.setText(
                tr("No class has surely more than half of {n} votes, so nothing is certified. True is {true}.",
                   n=f"{count:,}", true=names[found.right])
            )  # fmt: skip
        else:
            self.said.setText(
                tr("{answer}: at least {share} of the votes, so it holds within a radius of {radius} ({shares} of the "
                   "unit of σ). True is {true}.",
                   answer=names[found.answer], share=f"{100 * found.bound:.1f} %", radius=f"{found.radius:.3g}",
                   shares=f"{found.radius / unit:.3g}", true=names[found.right])
            )  # fmt: skip

    def forget(self) -> None:
        """Show nothing."""
        if not hasattr(self, "pages"):
            return
        self.answer = self._curve = None
        for plot in (self.sheet, self.shares, self.votes, self.curve):
            plot.clear()

    def plot(self) -> Plot:
        """The picture that is saved: the votes, the pictures, or where there are none the probabilities."""
        if self.mode.value == VOTES:
            return self.votes
        return self.shares if self.sheet.is_empty() else self.sheet

    def export_csv(self, path: Any) -> None:
        """Write the accuracy by ε, the votes, or the probabilities; raises OSError when it cannot be written."""
        chosen = {SIGN: self.curve, PIXEL: self.shares, VOTES: self.votes}[self.mode.value]
        chosen.export_csv(path)

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        super().retranslate()
        self.example.retranslate()
        self.mode.set_choices(
            {SIGN: tr("gradient sign (FGSM)"), PIXEL: tr("one pixel"), VOTES: tr("votes under noise")},
            tr("Which attack"),
        )
        self.epsilon.set_words(tr("Strength of the step"), tr("How far each number is moved, in shares of the range"))
        self.sigma.set_words(tr("Strength of the noise"), tr("The deviation of the noise, in shares of the range"))
        self.search.setText(tr("Search"))
        self.search.setToolTip(tr("Look for one pixel that turns the answer over; Cancel ends it"))
        self.sheet.setAccessibleName(tr("Before, the change, and after"))
        self.shares.setAccessibleName(tr("Output probabilities"))
        self.votes.setAccessibleName(tr("Votes under noise"))
        self.curve.setAccessibleName(tr("Accuracy by the strength of the step"))
        mode = self.mode.value
        self.say_look_for(LOOK_FOR[mode])
        self.epsilon.setVisible(mode == SIGN)
        self.sigma.setVisible(mode == VOTES)
        self.search.setVisible(mode == PIXEL)


def _attacked(
    asked: Asked,
    mode: str,
    inputs: dict[str, Any],
    part: str,
    epsilon: float,
    sigma: float,
    curve: Any,
    searching: bool,
    patience: Patience,
) -> dict[str, Any]:
    """Attack in the thread, and bring along what the pictures need."""
    from workbench.engine.attacking import Target

    target = Target(asked)
    answer: dict[str, Any] = {"mode": mode, "pixel": None, "curve": None, "pictures": None, "unit": target.unit}
    if mode == VOTES:
        answer["found"] = target.smoothed(inputs, sigma, patience)
        return answer
    if mode == PIXEL and (searching or not target.has_pixels):
        answer["pixel"] = target.one_pixel(inputs, patience)
        answer["found"] = answer["pixel"].misled
    else:
        answer["found"] = target.fgsm(inputs, epsilon if mode == SIGN else 0.0, patience)
    if mode == SIGN:
        key = id(asked), part
        answer["curve"] = curve if curve is not None and curve[0] == key else (key, target.curve(patience, part))
    if target.has_pixels:
        answer["pictures"] = _pictures(answer["found"], target.question.sides, target.low, target.high)
    return answer


def _pictures(found: Any, sides: Any, low: float, high: float) -> list[np.ndarray]:
    """Before, the change from −most to +most about grey, and after, each (H, W, 3) uint8."""

    def scaled(values: np.ndarray, least: float, most: float) -> np.ndarray:
        image = values.reshape(sides)
        image = image if sides[0] in (1, 3) else image[:1]
        share = np.clip((image - least) / max(most - least, 1e-12), 0, 1)
        colours = np.broadcast_to(share, (3, *share.shape[1:])).transpose(1, 2, 0)
        return np.ascontiguousarray((255 * colours).astype(np.uint8))

    change = found.after - found.before
    most = float(np.abs(change).max()) or 1.0
    return [scaled(found.before, low, high), scaled(change, -most, most), scaled(found.after, low, high)]
