"""Let the network write: after a prompt, about a text or a picture, by greedy decoding, sampling or beam search."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from graphs.message import mark, say
from widgets import theme
from widgets.controls import Button, Text
from widgets.language import tr
from workbench.inquiry import ExampleChooser, Inquiry, Question, Refused, Strength
from workbench.views.chips import HEIGHT, ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.engine.asking import Asked, Patience
    from workbench.engine.writing import Decoding

GREEDY, SAMPLE, BEAM = "greedy", "sampling", "beam search"
HOTTEST = 2.0
"""The highest temperature there is on the slider."""

LENGTH = 160
"""How many tokens are written at first."""


class Write(Inquiry):
    """The panel in which a network writes."""

    name: ClassVar[str] = "write"
    title: ClassVar[str] = mark("Let it write")
    look_for: ClassVar[str] = mark(
        "how the same network becomes dull at a low temperature and wild at a high one, and where beam search finds a "
        "text that is likelier than the greedy one."
    )

    def build(self) -> QWidget:
        """What it begins with, how it goes on, the text, and the likeliest tokens at one place of it."""
        from widgets.plots.beams import BeamTree
        from widgets.plots.shares import SharePlot

        self.way = ChoiceChip()
        self.chips.addWidget(self.way)
        self.way.chosen.connect(self._show_chosen)
        self.way.chosen.connect(self.ask_again)
        self.example = ExampleChooser(self)
        self.example.number.valueChanged.connect(self._take_example)
        self.example.part.chosen.connect(self._take_example)
        self.source, self.prompt = QLineEdit(), QLineEdit()
        self.source.textEdited.connect(self._source_typed)
        self.prompt.textEdited.connect(self.ask_again)
        self._own_source: str | None = None
        self.source_name, self.prompt_name = (Text(role="muted", size=theme.TEXT_SECONDARY) for _ in range(2))
        self.temperature = Strength("T", HOTTEST, 1.0, 40)
        self.temperature.slider.setMinimum(1)
        self.temperature.slider.valueChanged.connect(self.ask_again)
        self.top_k, self.beams, self.most = QSpinBox(), QSpinBox(), QSpinBox()
        for box, ends, value in ((self.top_k, (0, 1000), 0), (self.beams, (1, 12), 3), (self.most, (1, 2000), LENGTH)):
            box.setRange(*ends)
            box.setValue(value)
            box.setFixedHeight(HEIGHT)
            box.valueChanged.connect(self.ask_again)
        self.names = [Text(role="muted", size=theme.TEXT_SECONDARY) for _ in range(3)]
        self.again = Button(icon_name="mdi6.dice-5-outline")
        self.again.clicked.connect(self._draw_anew)
        self._seed = 0
        warm, how = QHBoxLayout(), QHBoxLayout()
        warm.setSpacing(theme.GAP_SMALL)
        warm.addWidget(self.temperature, 1)
        warm.addWidget(self.again)
        how.setSpacing(theme.GAP_SMALL)
        for name, box in zip(self.names, (self.top_k, self.beams, self.most), strict=True):
            how.addWidget(name)
            how.addWidget(box)
        how.addStretch(1)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.cursorPositionChanged.connect(self._show_place)
        self.at = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        self.shares, self.tree = SharePlot(), BeamTree()
        self._ends: list[int] = []
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        for each in (self.source_name, self.source, self.prompt_name, self.prompt):
            column.addWidget(each)
        column.addLayout(warm)
        column.addLayout(how)
        column.addWidget(self.text, 2)
        column.addWidget(self.at)
        column.addWidget(self.shares, 2)
        column.addWidget(self.tree, 3)
        self._show_chosen()
        return body

    # ------------------------------------------------------------------ asking

    def question(self) -> Question | Refused | None:
        """Write on after the prompt, in the chosen way."""
        from workbench.engine.writing import Decoding, Way

        decoding = Decoding(
            Way(self.way.value or GREEDY), max(self.temperature.value, 0.05), self.top_k.value(), self.beams.value(),
            self.most.value(), self._seed,
        )  # fmt: skip
        prompt, source, part, row = self.prompt.text(), self._own_source, self.example.part.value, self.example.row
        return lambda asked, patience: _written(asked, prompt, source, part, row, decoding, patience)

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show the text; the likeliest tokens stand for the place of the cursor."""
        self.example.offer(asked)
        reads = answer["source"] is not None
        self.source.setVisible(reads)
        self.source_name.setVisible(reads)
        for chooser in (self.example.part, self.example.number):
            chooser.setVisible(answer["about"])
        if reads and self._own_source is None and self.source.text() != answer["source"]:
            self.source.setText(answer["source"])
        tokens, beams = answer["tokens"], answer["beams"]
        strange = ", ".join(dict.fromkeys(answer["strange"]))
        if strange:
            self.said.setText(tr("Not in its vocabulary: {words}", words=strange))
        else:
            self.said.setText("")
        self._ends = []
        if beams is not None:
            self._show_beams(beams)
            return
        blank = "" if answer["letters"] else " "
        shown = answer["prompt"]
        for token in tokens:
            shown += (blank if shown else "") + token.text
            self._ends.append(len(shown))
        self.text.blockSignals(True)
        self.text.setPlainText(shown)
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)
        self.text.blockSignals(False)
        self._show_place()

    def _show_beams(self, beams: Any) -> None:
        from widgets.plots.beams import BeamTwig

        self.text.blockSignals(True)
        self.text.setPlainText("\n".join(f"{total:.2f}  {text}" for text, total in beams.texts))
        self.text.blockSignals(False)
        best = _best_way(beams)
        self.tree.set_twigs(
            [BeamTwig(twig.parent, twig.step, twig.text, twig.total, twig.kept, place in best)
             for place, twig in enumerate(beams.tree)]
        )  # fmt: skip
        self.at.setText(tr("The texts that were kept, each after the sum of its log-probabilities; the best is first."))

    @Slot()
    def _show_place(self) -> None:
        """Show the likeliest tokens where the cursor stands."""
        answer = self.answer
        if answer is None or answer["beams"] is not None or not answer["tokens"]:
            self.shares.clear()
            self.at.setText("")
            return
        cursor = self.text.textCursor().position()
        place = next((n for n, end in enumerate(self._ends) if cursor <= end), len(self._ends) - 1)
        token = answer["tokens"][place]
        self.shares.set_shares({_seen(text): share for text, share in token.others}, (_seen(token.text),))
        self.at.setText(
            tr("Token {place} of {count}: {token}, probability {share}. Put the cursor elsewhere to see other rivals.",
               place=place + 1, count=len(answer["tokens"]), token=_seen(token.text), share=f"{token.share:.3f}")
        )  # fmt: skip

    @Slot(str)
    def _source_typed(self, text: str) -> None:
        self._own_source = text
        self.ask_again()

    @Slot()
    def _take_example(self) -> None:
        self._own_source = None
        self.ask_again()

    @Slot()
    def _draw_anew(self) -> None:
        self._seed += 1
        self.ask_again()

    @Slot()
    def _show_chosen(self, way: str = "") -> None:
        """Show what belongs to the chosen way."""
        way = self.way.value or GREEDY
        beam, sample = way == BEAM, way == SAMPLE
        self.top_k.setVisible(sample)
        self.names[0].setVisible(sample)
        self.again.setVisible(sample)
        self.beams.setVisible(beam)
        self.names[1].setVisible(beam)
        self.tree.setVisible(beam)
        self.shares.setVisible(not beam)

    def forget(self) -> None:
        """Show nothing."""
        if not hasattr(self, "tree"):
            return
        self._own_source = None
        self.text.setPlainText("")
        self.shares.clear()
        self.tree.clear()
        self.at.setText("")

    def plot(self) -> Plot:
        """The tree of a beam search, else the likeliest tokens."""
        return self.tree if self.way.value == BEAM else self.shares

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        super().retranslate()
        self.example.retranslate()
        self.way.set_choices({GREEDY: tr("greedy"), SAMPLE: tr("sampling"), BEAM: tr("beam search")},
                             tr("How the next token is taken"))  # fmt: skip
        self.source_name.setText(tr("What it reads"))
        self.prompt_name.setText(tr("The beginning, which it goes on from"))
        for line, name in ((self.source, self.source_name), (self.prompt, self.prompt_name)):
            line.setAccessibleName(name.text())
            line.setToolTip(name.text())
        self.temperature.set_words(
            tr("Temperature"), tr("Scores are divided by it: below 1 the likely becomes likelier, above 1 all alike")
        )
        words = (
            (self.top_k, tr("top k"), tr("Draw only among so many of the likeliest tokens; 0 means all")),
            (self.beams, tr("beams"), tr("How many texts are kept side by side")),
            (self.most, tr("length"), tr("After so many tokens it ends")),
        )
        for name, (box, text, tip) in zip(self.names, words, strict=True):
            name.setText(text)
            box.setAccessibleName(text)
            box.setToolTip(tip)
        self.again.setText(tr("Draw again"))
        self.again.setToolTip(tr("Draw other random numbers"))
        self.text.setAccessibleName(tr("What it wrote"))
        self.text.setToolTip(tr("What it wrote"))
        self.shares.setAccessibleName(tr("The likeliest tokens"))


def _seen(text: str) -> str:
    """A token that can be seen: a blank and a new line have signs of their own."""
    return {" ": "␣", "\n": "↵", "": "·"}.get(text, text)


def _best_way(beams: Any) -> set[int]:
    """The twigs that lead to the best text."""
    best_total = beams.texts[0][1] if beams.texts else None
    end = next((place for place, twig in enumerate(beams.tree) if twig.kept and twig.total == best_total), 0)
    way = set()
    while end > 0:
        way.add(end)
        end = beams.tree[end].parent
    return way


def _written(
    asked: Asked, prompt: str, source: str | None, part: str, row: int, decoding: Decoding, patience: Patience
) -> dict[str, Any]:
    """Write, in the thread, and bring along what the panel shows."""
    from workbench.data.words import SIGNS
    from workbench.engine.asking import CannotAsk
    from workbench.engine.writing import Way, Writer, said

    writer = Writer(asked)
    part = part if part and asked.count(part) else asked.parts()[0]
    example = asked.rows(part, [min(row, asked.count(part) - 1)])
    given = {step.name: example[step.name] for step in writer.about}
    numbers, strange = writer.numbers(prompt)
    shown: str | None = None
    if writer.source is not None:
        if source is not None:
            given[writer.source.name], odd = writer.source_row(source)
            strange += odd
        shown = said(given[writer.source.name][0].tolist(), writer.source_vocabulary) if source is None else source
    if not writer.about and not numbers:
        if prompt:
            raise CannotAsk(
                say("None of this text is in the network's vocabulary."),
                say("Begin with a text in the language it has learned."),
            )
        numbers = example[writer.reads.name][0].tolist()[: max(1, writer.room // 4)]
    begun = writer.text(numbers)
    tokens, beams = [], None
    if decoding.way is Way.BEAM:
        beams = writer.beams(numbers, decoding, given, patience)
    else:
        tokens = list(writer.write(numbers, decoding, given, patience))
    letters = all(len(word) == 1 for word in writer.vocabulary if word not in SIGNS)
    return {
        "tokens": tokens, "beams": beams, "prompt": begun, "source": shown, "strange": strange, "letters": letters,
        "about": bool(writer.about) or not prompt,
    }  # fmt: skip
