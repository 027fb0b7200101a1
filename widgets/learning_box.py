"""How nodes learn, to be set for one or for many at once: how fast, and what their weights start with."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from graphs.catalogue import FieldInfo
from graphs.edits import Edit
from graphs.elements import Node
from graphs.layer import Family
from graphs.learning_edits import freeze_all, rate_all, start_all
from graphs.meaning import Step
from graphs.message import say
from graphs.starts import GATES, LARGEST, LARGEST_RATE, WAYS, Start
from widgets.boxes import ChoiceBox, FractionBox
from widgets.controls import Switch, Text
from widgets.editor import Editor
from widgets.editors import NumberEditor
from widgets.language import tr


def _number(name: str, low: float, high: float, default: float = 0.0) -> NumberEditor:
    return NumberEditor(FieldInfo(name, "", default, "float", "", "", 0, {"ge": low, "le": high}, (), False, False))


def learns(editor: Editor, node: Node) -> bool:
    """Whether a node has weights of its own that training moves: not shared, not a moving average of another's."""
    step = editor.plan.step(node.id)
    if step is None or node.share is not None:
        return False
    inside = sum(copy.body.totals.parameters for copy in step.copies)
    return bool(step.cost.parameters.number or inside)


class LearningBox(QWidget):
    """Freeze (for many), rate multiplier and start of the nodes that are shown; one change is one step of undo."""

    def __init__(self, *, freezes: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._nodes: tuple[Node, ...] = ()
        self._freezes = freezes
        self.freeze = Switch()
        self.rate = _number("rate", 0.0, LARGEST_RATE, 1.0)
        self.way = ChoiceBox()
        self.numbers = (_number("first", -LARGEST, LARGEST), _number("second", -LARGEST, LARGEST))
        self.bias_set, self.bias = Switch(), _number("bias", -LARGEST, LARGEST)
        self.forget_set, self.forget = Switch(), _number("forget", -LARGEST, LARGEST, 1.0)
        self._ways: list[str] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.words: dict[str, Text] = {}
        self.rows: dict[str, QWidget] = {}
        for name, *controls in (
            ("freeze", self.freeze),
            ("rate", self.rate),
            ("way", self.way),
            ("first", self.numbers[0]),
            ("second", self.numbers[1]),
            ("bias", self.bias_set, self.bias),
            ("forget", self.forget_set, self.forget),
        ):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            self.words[name] = Text(size=12)
            line.addWidget(self.words[name], 2)
            for control in controls:
                line.addWidget(control, 5 if isinstance(control, ChoiceBox) else 0)
            self.rows[name] = row
            column.addWidget(row)
        self.formula = Text(size=12, mono=True, wrap=True)
        self.says = Text(role="muted", size=12, wrap=True)
        column.addWidget(self.formula)
        column.addWidget(self.says)
        self.freeze.clicked.connect(self._freeze)
        self.rate.edited.connect(self._set_rate)
        self.rate.box.editingFinished.connect(self._typed_rate)
        self.way.activated.connect(self._choose)
        for box in self.numbers:
            box.edited.connect(self._set_numbers)
        for switch, number in ((self.bias_set, self.bias), (self.forget_set, self.forget)):
            switch.clicked.connect(self._set_numbers)
            number.edited.connect(self._set_numbers)

    # ------------------------------------------------------------------ what it shows

    def show_nodes(self, editor: Editor, nodes: Sequence[Node]) -> bool:
        """Show how those of the nodes learn that have weights of their own; return whether there is one."""
        self._editor = editor
        self._nodes = tuple(node for node in nodes if learns(editor, node))
        self.setVisible(bool(self._nodes))
        if not self._nodes:
            return False
        self._retranslate()
        frozen = {node.frozen for node in self._nodes}
        self.freeze.setChecked(frozen == {True})
        self.rows["freeze"].setVisible(self._freezes)
        rates = {node.rate for node in self._nodes}
        self.rate.set_value(self._nodes[0].rate)
        self.rate.box.lineEdit().setPlaceholderText(tr("mixed"))
        if isinstance(self.rate.box, FractionBox):
            with QSignalBlocker(self.rate.box):
                self.rate.box.set_mixed(len(rates) > 1)
        self._show_start()
        return True

    @property
    def start(self) -> Start | None:
        """How all the nodes start; None where they differ."""
        starts = [node.start or Start() for node in self._nodes]
        return starts[0] if starts and all(one == starts[0] for one in starts) else None

    def _show_start(self) -> None:
        assert self._editor is not None
        steps = [step for node in self._nodes if (step := self._editor.plan.step(node.id)) is not None]
        shaped = any(_has_matrices(step) for step in steps)
        start = self.start
        self._ways = [name for name, way in WAYS.items() if shaped or not way.shaped or (start and start.way == name)]
        self.way.clear()
        self.way.addItems([tr(say(WAYS[name].words)) for name in self._ways])
        self.way.setPlaceholderText(tr("mixed"))
        self.way.setCurrentIndex(self._ways.index(start.way) if start is not None else -1)
        way = WAYS[start.way] if start is not None else WAYS["torch"]
        names = list(way.numbers)
        for place, (box, row) in enumerate(zip(self.numbers, ("first", "second"), strict=True)):
            self.rows[row].setVisible(place < len(names))
            if place < len(names):
                known = way.numbers[names[place]]
                if isinstance(box.box, FractionBox):
                    box.box.setRange(known.at_least, LARGEST)
                box.set_value(start.number(names[place]) if start is not None else known.default)
                self._name(row, tr(say(known.words)), box)
        self._show_extra("bias", start.bias if start else None, start is not None and _has_biases(steps))
        gated = start is not None and all(step.layer.type_name() in GATES for step in steps)
        self._show_extra("forget", start.forget if start else None, gated)
        self.formula.setText(way.formula.replace(", ", "\n"))
        self.formula.setVisible(bool(way.formula))
        self.says.setText(tr(say(way.advice)) if start is not None else tr("These nodes start in different ways."))

    def _show_extra(self, name: str, value: float | None, visible: bool) -> None:
        switch, number = (self.bias_set, self.bias) if name == "bias" else (self.forget_set, self.forget)
        self.rows[name].setVisible(visible)
        switch.setChecked(value is not None)
        number.setVisible(value is not None)
        if value is not None:
            number.set_value(value)

    def _name(self, row: str, words: str, *controls: QWidget) -> None:
        self.words[row].setText(words)
        for control in controls:
            control.setAccessibleName(words)
            if isinstance(control, NumberEditor):
                control.name_for_readers(words, "")

    def _retranslate(self) -> None:
        self._name("freeze", tr("Freeze"), self.freeze)
        self._name("rate", tr("Learning rate ×"), self.rate)
        self.words["rate"].setToolTip(
            tr("How many times as fast as its player a node learns: 0.1 for pretrained layers, 1 for the rest.")
        )
        self._name("way", tr("Starts with"), self.way)
        self._name("bias", tr("Biases start at"), self.bias_set, self.bias)
        self._name("forget", tr("Forget gate starts at"), self.forget_set, self.forget)
        self.freeze.setToolTip(tr("A frozen node keeps its weights while the rest of the network learns"))
        self.rate.setToolTip(self.words["rate"].toolTip())
        self.way.setToolTip(tr("How the weights are drawn before the first step; too large or small stops learning"))
        for control in (self.bias_set, self.bias):
            control.setToolTip(tr("What every bias is before the first step; usually 0"))
        self.words["forget"].setToolTip(
            tr("The whole bias of the forget gate. With 1 an LSTM remembers from the first step on.")
        )
        for control in (self.forget_set, self.forget):
            control.setToolTip(self.words["forget"].toolTip())

    # ------------------------------------------------------------------ what a person does

    def _do(self, make: Callable[[tuple[int, ...]], Edit]) -> None:
        if self._editor is not None and self._nodes:
            self._editor.do(make(tuple(node.id for node in self._nodes)))

    @Slot()
    def _freeze(self) -> None:
        frozen = self.freeze.isChecked()
        self._do(lambda nodes: freeze_all(nodes, frozen))

    @Slot(object)
    def _set_rate(self, value: float) -> None:
        if any(node.rate != value for node in self._nodes):
            self._do(lambda nodes: rate_all(nodes, float(value)))

    @Slot()
    def _typed_rate(self) -> None:
        """Of nodes with different rates the box is empty; a number typed there is meant even if it is the first's."""
        box = self.rate.box
        if len({node.rate for node in self._nodes}) > 1 and isinstance(box, FractionBox) and not box.mixed:
            self._set_rate(box.value())

    @Slot(int)
    def _choose(self, index: int) -> None:
        way, old = self._ways[index], self.start
        if old is None or old.way != way:
            # Biases go to nought with the first start a person chooses, as every textbook has it.
            bias = old.bias if old is not None and (way == "torch" or old.way != "torch") else 0.0
            self._put(Start(way, bias=None if way == "torch" else bias, forget=old.forget if old else None))

    @Slot()
    def _set_numbers(self) -> None:
        start = self.start
        if start is None:
            return
        boxes = zip(WAYS[start.way].numbers, self.numbers, strict=False)
        numbers = {name: float(box.box.value()) for name, box in boxes}
        if start.way == "uniform" and numbers["low"] > numbers["high"]:
            moved = "low" if numbers["low"] != start.number("low") else "high"
            numbers = dict.fromkeys(numbers, numbers[moved])
        bias = self._extra(self.bias_set, self.bias, start.bias, 0.0)
        forget = self._extra(self.forget_set, self.forget, start.forget, 1.0)
        self._put(replace(start, numbers=numbers, bias=bias, forget=forget))

    @staticmethod
    def _extra(switch: Switch, number: NumberEditor, old: float | None, first: float) -> float | None:
        if not switch.isChecked():
            return None
        return float(number.box.value()) if old is not None else first

    def _put(self, start: Start) -> None:
        wanted = None if start.says_nothing else start
        if any(node.start != wanted for node in self._nodes):
            self._do(lambda nodes: start_all(nodes, wanted))


def _has_matrices(step: Step) -> bool:
    """Whether a weight in here has two axes or more: all layers with weights do, but norms and learned slopes."""
    if step.copies:
        return any(_has_matrices(inner) for copy in step.copies for inner in copy.body.steps)
    return bool(step.cost.parameters.number) and step.layer.family not in (Family.NORMALISATION, Family.ACTIVATION)


def _has_biases(steps: Sequence[Step]) -> bool:
    return any(step.copies or getattr(step.layer, "bias", True) for step in steps)
