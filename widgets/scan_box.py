"""Whether a placed block runs once or once per time step, and how it walks through time: to be set in a form."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from graphs.elements import NetworkError, Node, Scan
from graphs.length_edits import count_real_steps
from graphs.scan_edits import SetScan
from widgets import theme
from widgets.controls import Switch, Text, clear
from widgets.editor import Editor
from widgets.language import tr

_LARGEST = 2**31 - 1


class ScanBox(QWidget):
    """A switch that lets a block run over time; then its inputs, its direction, its steps and its last token.

    Every change is one step of undo. What cannot be read is said under the fields and changes nothing.
    """

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._editor: Editor | None = None
        self._node: Node | None = None
        self._inputs: tuple[str, ...] = ()
        self.over_time, self.reverse, self.lengths = Switch(), Switch(), Switch()
        self.steps, self.end = QLineEdit(), QLineEdit()
        self.whole: dict[str, QCheckBox] = {}
        self.says = Text(role="muted", size=12, wrap=True)
        self.each = Text(size=12, weight=600)
        self.problem = Text(role="danger", size=12, wrap=True)
        self.problem.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.words: dict[str, Text] = {}
        self.rows: dict[str, QWidget] = {}
        self._row("over_time", self.over_time)
        self._column.addWidget(self.says)
        self._column.addWidget(self.each)
        held = QWidget()
        self._ports = QVBoxLayout(held)
        self._ports.setContentsMargins(0, 0, 0, 0)
        self._ports.setSpacing(2)
        self._held = held
        self._column.addWidget(held)
        rows = (("reverse", self.reverse), ("lengths", self.lengths), ("steps", self.steps), ("end", self.end))
        for name, control in rows:
            self._row(name, control)
        self._column.addWidget(self.problem)
        self.over_time.clicked.connect(self._switch)
        self.reverse.clicked.connect(self._turn)
        self.lengths.clicked.connect(self._end_each)
        self.steps.editingFinished.connect(self._count)
        self.end.editingFinished.connect(self._finish)

    def _row(self, name: str, control: QWidget) -> None:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        word = Text(size=12)
        line.addWidget(word, 2)
        line.addWidget(control, 3 if isinstance(control, QLineEdit) else 0)
        if isinstance(control, QLineEdit):
            theme.hold_height(control, 30)
        self._column.addWidget(row)
        self.words[name], self.rows[name] = word, row

    # ------------------------------------------------------------------ what it shows

    def show_node(self, editor: Editor, node: Node) -> bool:
        """Show how a placed block runs; return whether the node places a block at all."""
        if self._node is None or self._node.id != node.id:
            self.problem.hide()
        self._editor, self._node = editor, node
        block = editor.project.network.block_of(node.id)
        self.setVisible(block is not None)
        if block is None:
            return False
        scan = node.scan
        self.over_time.setChecked(scan is not None)
        for widget in (self.each, self._held, *(self.rows[name] for name in ("reverse", "lengths", "steps", "end"))):
            widget.setVisible(scan is not None)
        ends = "" if scan is None else scan.lengths
        self._show_inputs(tuple(one.name for one in block if one.type == "Input" and one.name != ends), scan)
        if scan is not None:
            self.reverse.setChecked(scan.reverse)
            self.lengths.setChecked(bool(scan.lengths))
            self._show_text(self.steps, "" if scan.steps is None else str(scan.steps))
            self._show_text(self.end, "" if scan.end is None else str(scan.end))
        self._name(node)
        return True

    @staticmethod
    def _show_text(field: QLineEdit, text: str) -> None:
        """Show what is set, unless another text is being typed."""
        if not (field.hasFocus() and field.isModified()):
            field.setText(text)

    def _show_inputs(self, inputs: tuple[str, ...], scan: Scan | None) -> None:
        if inputs != self._inputs:
            clear(self._ports)
            self.whole = {}
            for port in inputs:
                switch = QCheckBox(port)
                self._ports.addWidget(switch)
                switch.clicked.connect(partial(self._hold, port))
                self.whole[port] = switch
            self._inputs = inputs
        for port, switch in self.whole.items():
            switch.setChecked(scan is not None and port in scan.constant)
            switch.setAccessibleName(tr("{port} is given whole at every step", port=port))
            switch.setToolTip(
                tr("On: every step gets all of it, as a decoder sees its whole source. Off: one step of it at a time.")
            )
        self.each.setVisible(scan is not None and bool(inputs))

    def _name(self, node: Node) -> None:
        self.each.setText(tr("Given whole at every step"))
        names = {
            "over_time": tr("Run over time"), "reverse": tr("From the last step to the first"),
            "lengths": tr("Each example has its length"), "steps": tr("Steps"), "end": tr("Ends at token"),
        }  # fmt: skip
        tips = {
            "over_time": tr("Run the block once for every time step; its States carry values on to the next step"),
            "reverse": tr("Begin with the last step, as the backward half of a bidirectional layer does"),
            "lengths": tr(
                "An input takes lengths, or a mask of the real steps. Beyond them States keep their values and outputs "
                "are zero."
            ),
            "steps": tr(
                "How often it runs where nothing arrives step by step: a number, or arithmetic such as =length"
            ),
            "end": tr("In use it stops once every example has given this token. In training it never stops early."),
        }
        controls = {
            "over_time": self.over_time, "reverse": self.reverse, "lengths": self.lengths, "steps": self.steps,
            "end": self.end,
        }  # fmt: skip
        for key, control in controls.items():
            self.words[key].setText(names[key])
            self.words[key].setToolTip(tips[key])
            control.setToolTip(tips[key])
            control.setAccessibleName(tr("{what} of {node}", what=names[key], node=node.name))
        self.steps.setPlaceholderText(tr("as many as arrive"))
        self.end.setPlaceholderText(tr("none"))
        self.says.setText(
            tr("It runs once for every step of what arrives.")
            if node.scan
            else tr("It runs once, on all that arrives.")
        )

    # ------------------------------------------------------------------ what a person does

    def _change(self, make: Callable[[Scan], Scan | None]) -> None:
        if self._editor is None or self._node is None:
            return
        self.problem.hide()
        new = make(self._node.scan or Scan())
        if new != self._node.scan:
            self._editor.do(SetScan(self._node.id, new))

    @Slot()
    def _switch(self) -> None:
        on = self.over_time.isChecked()
        self._change(lambda scan: scan if on else None)

    @Slot()
    def _turn(self) -> None:
        self._change(lambda scan: replace(scan, reverse=self.reverse.isChecked()))

    @Slot()
    def _end_each(self) -> None:
        if self._editor is None or self._node is None:
            return
        self.problem.hide()
        try:
            self._editor.do(count_real_steps(self._editor.project, self._node.id, on=self.lengths.isChecked()))
        except NetworkError as error:
            self._refuse(tr(error.message))
            self.lengths.setChecked(False)

    def _hold(self, port: str, checked: bool = False) -> None:
        on = self.whole[port].isChecked()

        def held(scan: Scan) -> Scan:
            kept = tuple(name for name in scan.constant if name != port)
            return replace(scan, constant=(*kept, port) if on else kept)

        self._change(held)

    @Slot()
    def _count(self) -> None:
        text = self.steps.text().strip()
        if text.startswith("="):
            self._set("steps", text)
        elif not text or (text.isdecimal() and 1 <= int(text) <= _LARGEST):
            self._set("steps", int(text) if text else None)
        else:
            self._refuse(
                tr("Steps is a whole number from 1, or arithmetic such as =length. Here stands {text}.", text=text)
            )

    @Slot()
    def _finish(self) -> None:
        text = self.end.text().strip()
        if not text or (text.isdecimal() and int(text) <= _LARGEST):
            self._set("end", int(text) if text else None)
        else:
            self._refuse(tr("A token is a whole number from 0. Here stands {text}.", text=text))

    def _set(self, name: str, value: Any) -> None:
        self.steps.setModified(False)
        self.end.setModified(False)
        if self._node is not None and self._node.scan is not None:
            self._change(lambda scan: replace(scan, **{name: value}))

    def _refuse(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.show()
