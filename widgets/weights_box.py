"""Where a node's weights come from, to be chosen: its own, another's, a moving average, a tensor that arrives."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from graphs.catalogue import FieldInfo
from graphs.edits import ChangeNode, ShareWeights
from graphs.elements import Average, Buffers, Node
from graphs.weight_choices import WeightsChoice, choose, chosen, possible
from widgets.boxes import ChoiceBox
from widgets.controls import Switch, Text
from widgets.editor import Editor
from widgets.editors import NumberEditor
from widgets.language import tr

_BUFFERS: tuple[Buffers, ...] = ("copied", "averaged", "own")
_DECAY = FieldInfo("decay", "", 0.999, "float", "", "", 0, {"ge": 0.0, "le": 1.0}, (), False, False)
_EVERY = FieldInfo("every", "", 1, "int", "", "", 0, {"ge": 1, "le": 1_000_000}, (), False, False)


class WeightsBox(QWidget):
    """A list of whose weights a node may use; for a moving average also how it moves; for a frozen node how it works.

    It hides what says nothing: a node without weights, or with nobody to share them with, has no list.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._node: Node | None = None
        self._choices: tuple[WeightsChoice, ...] = ()
        self.owner, self.buffers, self.mode = ChoiceBox(), ChoiceBox(), Switch()
        self.decay, self.every = NumberEditor(_DECAY), NumberEditor(_EVERY)
        self.words = [Text(size=12) for _ in range(5)]
        self.says = Text(role="muted", size=12, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self.rows: list[QWidget] = []
        for word, box in zip(self.words, (self.owner, self.decay, self.every, self.buffers, self.mode), strict=True):
            row = QWidget()
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            line.addWidget(word, 2)
            if isinstance(box, ChoiceBox):
                line.addWidget(box, 5)
            else:
                line.addWidget(box)
            self.rows.append(row)
            column.addWidget(row)
        column.addWidget(self.says)
        self.owner.activated.connect(self._choose)
        self.buffers.activated.connect(self._set_buffers)
        self.decay.edited.connect(self._set_decay)
        self.every.edited.connect(self._set_every)
        self.mode.clicked.connect(self._set_mode)

    def show_node(self, editor: Editor, node: Node) -> bool:
        """Show how a node comes by its weights; return whether there is anything to show."""
        self._editor, self._node = editor, node
        network = editor.project.network
        self._choices = possible(network, editor.plan, node)
        now = chosen(network, node)
        self.owner.clear()
        self.owner.addItems([tr(choice.words(network)) for choice in self._choices])
        if now in self._choices:
            self.owner.setCurrentIndex(self._choices.index(now))
        self.buffers.clear()
        self.buffers.addItems([tr("copied"), tr("averaged too"), tr("from what it sees")])
        average = node.average or Average()
        self.buffers.setCurrentIndex(_BUFFERS.index(average.buffers))
        self.decay.set_value(average.decay)
        self.every.set_value(average.every)
        self.mode.setChecked(node.frozen_mode == "eval")
        step = editor.plan.step(node.id)
        has_statistics = step is not None and step.cost.buffers > 0
        shown = (
            len(self._choices) > 1,
            node.average is not None,
            node.average is not None,
            node.average is not None and has_statistics,
            node.frozen and (has_statistics or network.block_of(node.id) is not None),
        )
        for row, visible in zip(self.rows, shown, strict=True):
            row.setVisible(visible)
        self._name(node)
        self.says.setVisible(bool(self.says.text()))
        self.setVisible(any(shown))
        return any(shown)

    def _name(self, node: Node) -> None:
        names = (
            tr("Weights"), tr("Keeps of itself"), tr("Every so many steps"), tr("Running statistics"),
            tr("Works as in use"),
        )  # fmt: skip
        controls = (self.owner, self.decay, self.every, self.buffers, self.mode)
        for word, control, name in zip(self.words, controls, names, strict=True):
            word.setText(name)
            control.setAccessibleName(tr("{what} of {node}", what=name, node=node.name))
        tips = (
            tr("Whose weights the node works with: its own, another node's, or a moving average of another's"),
            tr("How much of its present value the average keeps at each step; 0.999 averages a thousand steps"),
            tr("After how many steps of training it follows"),
            tr("Whether the statistics of normalisation layers are averaged or copied"),
            tr("Whether dropout and normalisation in a frozen node work as in use or as in training"),
        )
        for control, tip in zip(controls, tips, strict=True):
            control.setToolTip(tip)
        self.says.setText(
            tr("It follows after each step of training and gets no gradient.") if node.average is not None else ""
        )

    @Slot(int)
    def _choose(self, index: int) -> None:
        if self._editor is not None and self._node is not None:
            network = self._editor.project.network
            if self._choices[index] != chosen(network, self._node):
                self._editor.do(choose(network, self._node, self._choices[index], self._node.average))

    def _follow(self, average: Average) -> None:
        if self._editor is not None and self._node is not None and average != self._node.average:
            self._editor.do(ShareWeights(self._node.id, self._node.share, average))

    @Slot(int)
    def _set_buffers(self, index: int) -> None:
        if self._node is not None and self._node.average is not None:
            self._follow(replace(self._node.average, buffers=_BUFFERS[index]))

    @Slot(object)
    def _set_decay(self, value: float) -> None:
        if self._node is not None and self._node.average is not None:
            self._follow(replace(self._node.average, decay=float(value)))

    @Slot(object)
    def _set_every(self, value: int) -> None:
        if self._node is not None and self._node.average is not None:
            self._follow(replace(self._node.average, every=int(value)))

    @Slot()
    def _set_mode(self) -> None:
        if self._editor is not None and self._node is not None:
            keeps = self.mode.isChecked()
            self._editor.do(ChangeNode(self._node.id, frozen_mode="eval" if keeps else "train"))
