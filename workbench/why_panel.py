"""Why did it say that: how much each part of one example counts for one answer, by seven methods."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Slot
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from graphs.layers.input_output import Input
from graphs.message import mark, say
from graphs.tensors import Kind
from widgets import theme
from widgets.controls import Text
from widgets.language import tr
from workbench.inquiry import ExampleChooser, Inquiry, Question, Refused, Strength
from workbench.views.chips import ChoiceChip

if TYPE_CHECKING:
    from widgets.plots.plot import Plot
    from workbench.engine.asking import Asked, Patience

PREDICTED, TRUE = "predicted", "true"
BEST_ANSWERS = 5
"""How many answers are shown with their probabilities."""

AGAINST = ("Integrated gradients", "Occlusion", "LIME", "SHAP")
"""The methods that put something in the place of what is left out."""

OFFERED = 40
"""How many answers are offered to be explained at most."""

BARS = 124
"""How high the bars of the answers are at least, in logical pixels."""

METHODS = {
    "Saliency": mark("Saliency"),
    "Integrated gradients": mark("Integrated gradients"),
    "Occlusion": mark("Occlusion"),
    "Grad-CAM": mark("Grad-CAM"),
    "LIME": mark("LIME"),
    "SHAP": mark("SHAP"),
    "GradientSHAP": mark("GradientSHAP"),
}


class PlaceBox(QSpinBox):
    """Of which place the answer is explained: a row and a column of a map, a step of a sequence, or all of them."""

    def __init__(self) -> None:
        super().__init__()
        self._places: tuple[int, ...] = ()
        self.setRange(-1, -1)
        self.setKeyboardTracking(False)

    def set_places(self, places: tuple[int, ...]) -> None:
        """Offer the places of an answer; without any there is nothing to choose."""
        self.setVisible(bool(places))
        if places != self._places:
            self._places = places
            self.setMaximum(int(np.prod(places)) - 1 if places else -1)
        self.retranslate()

    def textFromValue(self, value: int) -> str:
        """A place as one says it: a row and a column, or a step."""
        if len(self._places) == 2:
            return tr("row {row}, column {column}", row=value // self._places[1], column=value % self._places[1])
        return tr("step {step}", step=value + 1)  # words are counted from one beside their bars

    def valueFromText(self, text: str) -> int:
        """The place somebody typed: one number, or a row and a column."""
        numbers = [int(found) for found in re.findall(r"\d+", text)]
        if len(self._places) == 2 and len(numbers) > 1:
            return numbers[0] * self._places[1] + numbers[1]
        if len(self._places) == 2:
            return numbers[0] if numbers else -1
        return numbers[0] - 1 if numbers else -1

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Any text: what it says is read when Enter is pressed."""
        return QValidator.State.Acceptable, text, position

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        self.setSpecialValueText(tr("all steps") if len(self._places) == 1 else tr("all places"))
        self.setAccessibleName(tr("Which place of the answer"))
        self.setToolTip(tr("Which place of the answer is explained; without one, the mean over all"))


class Why(Inquiry):
    """The panel that explains one answer."""

    name: ClassVar[str] = "why"
    title: ClassVar[str] = mark("Why did it say that")
    look_for: ClassVar[str] = mark(
        "whether what counts is what you would have looked at yourself. Compare two methods before you believe one."
    )
    follows_selection: ClassVar[bool] = True

    def build(self) -> QWidget:
        """The chips, the picture of the kind of data there is, and the probabilities."""
        from widgets.plots.coloured import ColouredWords
        from widgets.plots.heatmap import HeatMap
        from widgets.plots.shares import SharePlot
        from widgets.plots.sheet import SheetPlot
        from widgets.plots.worths import WorthPlot

        self.example = ExampleChooser(self)
        self.method, self.target, self.baseline = ChoiceChip(), ChoiceChip(), ChoiceChip()
        second = QHBoxLayout()
        second.setSpacing(theme.GAP_TINY)
        for chip in (self.method, self.target, self.baseline):
            second.addWidget(chip)
            chip.chosen.connect(self.ask_again)
        self.place = PlaceBox()
        self.place.valueChanged.connect(self.ask_again)
        self.place.hide()
        second.addWidget(self.place)
        second.addStretch(1)
        self.opacity = Strength("", 1.0, 0.75, 20)
        self.opacity.setMaximumWidth(170)
        self.opacity.slider.valueChanged.connect(self._show_again)
        second.addWidget(self.opacity)
        self.sheet, self.bars, self.map, self.words = SheetPlot(), WorthPlot(), HeatMap(), ColouredWords()
        self.shares = SharePlot()
        self.shares.setMinimumHeight(BARS)
        self.sums = Text(role="muted", size=theme.TEXT_SECONDARY, wrap=True)
        text = QWidget()
        inside = QVBoxLayout(text)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.words)
        inside.addWidget(self.bars, 1)
        self.pages = QStackedWidget()
        for page in (self.sheet, text, self.map):
            self.pages.addWidget(page)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(second)
        column.addWidget(self.pages, 3)
        column.addWidget(self.sums)
        column.addWidget(self.shares, 1)
        return body

    # ------------------------------------------------------------------ asking

    def question(self) -> Question | Refused | None:
        """One example, one answer, one method; Grad-CAM looks at the selected node."""
        method, target, baseline = self.method.value, self.target.value, self.baseline.value
        part, row, example = self.example.part.value, self.example.row, self.example
        inputs = example.inputs
        nodes = self.tab.selection
        node = nodes[-1] if nodes and method == "Grad-CAM" and not self.tab.canvas.levels.way else None
        place = self.place.value() if self.place.value() >= 0 else None
        return lambda asked, patience: _explained(
            asked, inputs(asked, part, row), method, target, baseline, node, place, patience
        )

    def show_answer(self, answer: Any, asked: Asked) -> None:
        """Show what each part counts, over the example."""
        found, question, shares, right = answer["found"], answer["question"], answer["shares"], answer["right"]
        self.example.offer(asked)
        names = [tr(name) for name in question.names]
        choices = {PREDICTED: tr("what it said")}
        if right is not None:
            choices[TRUE] = tr("what is true")
        self.place.set_places(question.places)
        # Of many words only the likeliest are offered, and the one that is explained.
        offered = np.argsort(-shares, kind="stable")[:OFFERED].tolist() if len(names) > OFFERED else range(len(names))
        choices |= {str(place): names[place] for place in sorted({*offered, found.target})}
        self.target.set_choices(choices, tr("Which answer is explained"))
        self.method.set_choices(
            {name: tr(say(text)) for name, text in METHODS.items() if name in answer["methods"]},
            tr("By which method"),
        )
        self.baseline.setVisible(not question.of_words and found.method.value in AGAINST)
        self.hint.setText(tr(say(answer["look_for"])))
        self._say(answer, names)
        self._show_shares(question, shares, right, names)
        pictured = answer["picture"] is not None
        self.opacity.setVisible(pictured)
        if pictured:
            self._show_picture(found, answer["picture"])
        elif answer["frames"] is not None:
            self.opacity.show()
            self._show_frames(found, answer["frames"])
        elif answer["words"]:
            self._show_words(answer["words"], found.values)
        elif found.values.ndim == 1:
            self.words.hide()
            features = answer["features"]
            order = np.argsort(-np.abs(found.values), kind="stable")
            self.bars.set_values({features[place]: float(found.values[place]) for place in order.tolist()})
            self.pages.setCurrentIndex(1)
        else:
            values = found.values if question.kind is Kind.SIGNAL else found.values.T
            self.map.set_values(values.reshape(len(values), -1), (), (), "diverging")
            self.pages.setCurrentIndex(2)

    def _say(self, answer: Any, names: list[str]) -> None:
        found, question, right = answer["found"], answer["question"], answer["right"]
        said = names[int(answer["shares"].argmax())] if question.classes else ""
        if question.classes and right is not None:
            words = tr("It said {said}; true is {true}. Explained: {target}.",
                       said=said, true=names[right], target=names[found.target])  # fmt: skip
        elif question.classes:
            words = tr("It said {said}. Explained: {target}.", said=said, target=names[found.target])
        elif question.places:
            words = tr("Explained: {target} at {place} = {value}.", target=names[found.target],
                       place=self.place.text(), value=f"{found.score:.4g}")  # fmt: skip
        else:
            words = tr("Explained: {target} = {value}.", target=names[found.target], value=f"{found.score:.4g}")
        self.said.setText(words)
        sums = tr("Score {score}; of nothing {nothing}; difference {difference}.", score=f"{found.score:.4g}",
                  nothing=f"{found.baseline:.4g}", difference=f"{found.score - found.baseline:.4g}")  # fmt: skip
        if found.gap is not None:
            sums += " " + tr("All parts together miss it by {gap}.", gap=f"{found.gap:.1e}")
        if found.fit is not None:
            sums += " " + tr("The straight line explains {share} of the answers.", share=f"{100 * found.fit:.0f} %")
        if found.exact:
            sums += " " + tr("Every subset of the parts was asked, so this is exact.")
        if answer["at"]:
            sums += " " + tr("Seen from {node}.", node=answer["at"])
        self.sums.setText(sums)

    def _show_shares(self, question: Any, shares: np.ndarray, right: int | None, names: list[str]) -> None:
        self.shares.setVisible(question.classes)
        if question.classes:
            order = np.argsort(-shares, kind="stable")[:BEST_ANSWERS].tolist()
            true = [names[right]] if right is not None else []
            self.shares.set_shares({names[place]: float(shares[place]) for place in order}, true)

    def _show_picture(self, found: Any, picture: np.ndarray) -> None:
        from workbench.views.examples import overlay

        laid = overlay(picture, found.values, theme.colormap("diverging"), self.opacity.value)
        names = [tr("The example"), tr("what counts")]
        self.sheet.set_pictures([picture, laid], names, 2, heads=names)
        self.pages.setCurrentIndex(0)

    def _show_frames(self, found: Any, frames: np.ndarray) -> None:
        from workbench.views.examples import overlay

        colours, most = theme.colormap("diverging"), float(np.abs(found.values).max())
        laid = [
            overlay(frame, values, colours, self.opacity.value, most)
            for frame, values in zip(frames, found.values, strict=True)
        ]
        self.sheet.set_pictures(laid, [str(place) for place in range(len(laid))])
        self.pages.setCurrentIndex(0)

    def _show_words(self, words: tuple[str, ...], values: np.ndarray) -> None:
        there = [place for place, word in enumerate(words) if word]
        self.words.show()
        self.words.set_words([words[place] for place in there], values[there])
        order = sorted(there, key=lambda place: -abs(float(values[place])))
        self.bars.set_values({f"{place + 1} {words[place]}": float(values[place]) for place in order})
        self.pages.setCurrentIndex(1)

    @Slot()
    def _show_again(self) -> None:
        if self.answer is not None and self.known is not None:
            self.show_answer(self.answer, self.known[1])

    def forget(self) -> None:
        """Show nothing."""
        if not hasattr(self, "sums"):
            return
        for plot in (self.sheet, self.bars, self.map, self.shares):
            plot.clear()
        self.words.set_words((), np.zeros(0))
        self.sums.setText("")

    def plot(self) -> Plot:
        """The picture that is shown."""
        return (self.sheet, self.bars, self.map)[self.pages.currentIndex()]

    def export_csv(self, path: Any) -> None:
        """Write the numbers themselves, of a picture row by row; raises OSError when it cannot be written."""
        if self.answer is None or self.plot() is not self.sheet:
            super().export_csv(path)
            return
        values = self.answer["found"].values
        np.savetxt(path, values.reshape(-1, values.shape[-1]), delimiter=",", fmt="%.8g")

    def retranslate(self) -> None:
        """Say everything in the language of the window."""
        super().retranslate()
        self.example.retranslate()
        self.method.set_choices({name: tr(say(text)) for name, text in METHODS.items()}, tr("By which method"),
                                self.method.value or "Integrated gradients")  # fmt: skip
        if not self.target.value:
            self.target.set_choices({PREDICTED: tr("what it said")}, tr("Which answer is explained"))
        self.baseline.set_choices(
            {"zero": tr("against zeros"), "mean": tr("against the mean")}, tr("What stands for nothing being there")
        )
        self.place.retranslate()
        self.opacity.set_words(tr("Opacity"), tr("How strongly the colours lie over the picture"))
        self.sheet.setAccessibleName(tr("The example and what counts in it"))
        for plot in (self.bars, self.map, self.words):
            plot.setAccessibleName(tr("What counts for the answer"))
        self.shares.setAccessibleName(tr("Output probabilities"))


def _explained(
    asked: Asked,
    inputs: dict[str, Any],
    method: str,
    target: str,
    baseline: str,
    node: int | None,
    place_at: int | None,
    patience: Patience,
) -> dict[str, Any]:
    """Explain in the thread, and bring along what the picture needs."""
    from workbench.engine.attributing import maps_at
    from workbench.engine.explaining import LOOK_FOR, Baseline, Method, explain, methods
    from workbench.engine.probes.probe import find_answer, truth
    from workbench.engine.probes.showing import PADDING, ends_of

    question = asked.question(place_at)
    scores = asked.answers(question, inputs)
    right = None
    answer = find_answer(asked.plan)
    if question.classes and answer is not None:
        right = int(truth(asked.value_at(answer.target, inputs))[0])
    chosen = int(scores[0].argmax()) if question.classes or question.places else 0
    if target == TRUE and right is not None:
        chosen = right
    elif target.isdigit() and int(target) < len(question.names):
        chosen = int(target)
    offered = methods(asked.plan, question, None)
    way = Method(method) if Method(method) in offered else Method.INTEGRATED
    wanted = Baseline.MEAN if baseline == "mean" else Baseline.ZERO
    if way is Method.GRAD_CAM and node is not None and maps_at(asked.plan, question, node) is None:
        node = None
    found = explain(asked, question, inputs, way, chosen, patience, wanted, node)
    at = ""
    if way is Method.GRAD_CAM:
        source = maps_at(asked.plan, question, node)
        at = "" if source is None else asked.plan.by_node[source.node].name
    dataset, place = asked.training.prepared.dataset, asked.plan.by_node[question.place.node]
    picture: np.ndarray | None = None
    frames: np.ndarray | None = None
    words: tuple[str, ...] = ()
    features: tuple[str, ...] = ()
    if question.sides is not None:
        image = inputs[place.name].float().reshape(1, *question.sides)
        image = image if image.shape[1] in (1, 3) else image[:, :1]
        low, high = ends_of(image)
        scaled = (255 * (image - low) / (high - low).clamp(min=1e-12)).clamp(0, 255).byte()
        picture = np.ascontiguousarray(scaled.expand(-1, 3, -1, -1)[0].permute(1, 2, 0).numpy())
    elif question.kind is Kind.VOLUME:
        clip = inputs[place.name][0, 0].float()
        low, high = clip.min(), clip.max()
        grey = (255 * (clip - low) / (high - low).clamp(min=1e-12)).clamp(0, 255).byte().numpy()
        frames = np.ascontiguousarray(np.repeat(grey[..., None], 3, 3))
    elif question.of_words:
        words = _words(asked, inputs, PADDING)
    else:
        names = dataset.feature_names() if isinstance(place.layer, Input) else ()
        count = len(found.values)
        features = tuple(names) if len(names) == count else tuple(f"x{n + 1}" for n in range(count))
    shares = question.shares(scores)[0].double().numpy()
    return {
        "found": found,
        "question": question,
        "shares": shares,
        "right": right,
        "picture": picture,
        "frames": frames,
        "words": words,
        "features": features,
        "methods": {each.value for each in offered},
        "look_for": LOOK_FOR[way],
        "at": at,
    }


def _words(asked: Asked, inputs: dict[str, Any], padding: str) -> tuple[str, ...]:
    """The words of a text; nothing in the place of padding."""
    for step in asked.plan.steps:
        if isinstance(step.layer, Input) and step.outputs["y"].kind is Kind.TOKENS and step.name in inputs:
            known = asked.training.prepared.dataset.vocabulary(step.layer.field)
            numbers = inputs[step.name][0].tolist()
            said = [known[n] if 0 <= n < len(known) else str(n) for n in numbers]
            return tuple("" if word == padding else word for word in said)
    return ()
